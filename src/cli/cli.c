#include "cli/cli.h"

#include "base/file.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "diag/fold.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t option_index(const struct command *c, struct str name)
{
    for (size_t i = 0; i < c->option_count; i++)
        if (str_eq(str_of(c->options[i].name), name))
            return i;
    return STR_NONE;
}

bool cli_has(const struct cli *cli, const char *name)
{
    size_t i = option_index(cli->command, str_of(name));
    assert(i != STR_NONE);
    return cli->values.at[i].s;
}

struct str cli_value(const struct cli *cli, const char *name, struct str otherwise)
{
    size_t i = option_index(cli->command, str_of(name));
    assert(i != STR_NONE);
    return cli->values.at[i].s ? cli->values.at[i] : otherwise;
}

enum status cli_usage(struct cli *cli, const char *format, ...)
{
    struct buf text = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&text, format, args);
    va_end(args);
    diag_at(cli->diag, (struct pos){0}, DIAG_USAGE, STR_ARG(buf_str(&text)));
    buf_drop(&text);
    return STATUS_FAILED;
}

unsigned cli_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > CLI_JOBS_MOST ? CLI_JOBS_MOST : (unsigned)n;
}

bool cli_jobs(struct cli *cli, unsigned otherwise, unsigned *jobs)
{
    *jobs = otherwise;
    if (!cli_has(cli, "jobs"))
        return true;
    struct str text = cli_value(cli, "jobs", STR(""));
    char *end;
    long n = strtol(text.s, &end, 10);
    *jobs = (unsigned)n;
    if (!*end && n >= 1 && n <= CLI_JOBS_MOST)
        return true;
    cli_usage(cli, "-j 后面应是 1 到 %d 的整数，不是“%.*s”", CLI_JOBS_MOST, STR_ARG(text));
    return false;
}

/* Says what the command does not know and which word it may have been. */
static enum status unknown_option(struct cli *cli, struct str given)
{
    const struct command *c = cli->command;
    struct str *names = arena_array(cli->arena, c->option_count, sizeof *names);
    for (size_t i = 0; i < c->option_count; i++)
        names[i] = str_of(c->options[i].name);
    struct str near = str_nearest(given, names, c->option_count);
    if (near.n)
        return cli_usage(cli, "命令 %s 没有选项“--%.*s”，是不是“--%.*s”？", c->name,
                         STR_ARG(given), STR_ARG(near));
    return cli_usage(cli, "命令 %s 没有选项“--%.*s”", c->name, STR_ARG(given));
}

/* What is left of the command line while it is read. */
struct reader {
    char **argv;
    int argc, next;
};

static enum status set_option(struct cli *cli, struct reader *r, size_t index,
                              bool joined, struct str value)
{
    const struct cli_option *o = &cli->command->options[index];
    if (!o->value) {
        if (joined)
            return cli_usage(cli, "选项“--%s”不带值", o->name);
        value = STR("");
    } else if (!joined) {
        if (r->next == r->argc)
            return cli_usage(cli, "选项“--%s”后面缺少值（%s）", o->name, o->value);
        value = str_of(r->argv[r->next++]);
    }
    if (o->value && !value.n)
        return cli_usage(cli, "选项“--%s”的值是空的，请写上它（%s）", o->name, o->value);
    cli->values.at[index] = value;
    return STATUS_DONE;
}

static enum status read_long(struct cli *cli, struct reader *r, struct str word)
{
    size_t equals = str_find(word, STR("="));
    bool joined = equals != STR_NONE;
    struct str name = joined ? str_slice(word, 0, equals) : word;
    size_t index = option_index(cli->command, name);
    if (index == STR_NONE)
        return unknown_option(cli, name);
    return set_option(cli, r, index, joined,
                      joined ? str_from(word, equals + 1) : STR(""));
}

/* One word of short options: -j4, -j 4, -ab. */
static enum status read_short(struct cli *cli, struct reader *r, struct str word)
{
    while (word.n) {
        size_t index = 0;
        const struct command *c = cli->command;
        while (index < c->option_count && c->options[index].letter != word.s[0])
            index++;
        if (index == c->option_count)
            return cli_usage(cli, "命令 %s 没有选项“-%.*s”", c->name,
                             STR_ARG(str_slice(word, 0, 1)));
        word = str_from(word, 1);
        bool joined = c->options[index].value && word.n;
        enum status status = set_option(cli, r, index, joined, word);
        if (status != STATUS_DONE || joined)
            return status;
    }
    return STATUS_DONE;
}

static enum status read_words(struct cli *cli, struct reader *r)
{
    bool options = true;
    while (r->next < r->argc) {
        struct str word = str_of(r->argv[r->next++]);
        enum status status = STATUS_DONE;
        if (options && str_eq(word, STR("--")))
            options = false;
        else if (options && str_starts(word, STR("--")))
            status = read_long(cli, r, str_from(word, 2));
        else if (options && word.n > 1 && word.s[0] == '-')
            status = read_short(cli, r, str_from(word, 1));
        else
            *vec_push(cli->arena, &cli->arguments) = word;
        if (status != STATUS_DONE)
            return status;
    }
    size_t n = cli->arguments.n;
    if (n < cli->command->least)
        return cli_usage(cli, "命令 %s 缺少参数：%s", cli->command->name,
                         cli->command->arguments);
    if (n > cli->command->most)
        return cli_usage(cli, "命令 %s 的参数太多：多了“%.*s”", cli->command->name,
                         STR_ARG(cli->arguments.at[cli->command->most]));
    return STATUS_DONE;
}

static const struct command *find_command(struct cli *cli, struct str name)
{
    struct str *names = arena_array(cli->arena, command_count, sizeof *names);
    for (size_t i = 0; i < command_count; i++) {
        names[i] = str_of(commands[i]->name);
        if (str_eq(names[i], name))
            return commands[i];
    }
    struct str near = str_nearest(name, names, command_count);
    if (near.n)
        cli_usage(cli, "没有命令“%.*s”，是不是“%.*s”？", STR_ARG(name), STR_ARG(near));
    else
        cli_usage(cli, "没有命令“%.*s”", STR_ARG(name));
    return NULL;
}

static bool wants_help(const struct reader *r)
{
    for (int i = r->next; i < r->argc && strcmp(r->argv[i], "--") != 0; i++)
        if (strcmp(r->argv[i], "--help") == 0 || strcmp(r->argv[i], "-h") == 0)
            return true;
    return false;
}

static enum status run_command(struct cli *cli, struct reader *r, struct str name)
{
    cli->command = find_command(cli, name);
    if (!cli->command)
        return STATUS_FAILED;
    if (wants_help(r)) {
        help_command(cli->command, &cli->out);
        return STATUS_DONE;
    }
    for (size_t i = 0; i < cli->command->option_count; i++)
        *vec_push(cli->arena, &cli->values) = (struct str){NULL, 0};
    enum status status = read_words(cli, r);
    if (status != STATUS_DONE)
        return status;
    if (!dir_exists(cli->root.s))
        return cli_usage(cli, "没有文件夹“%.*s”（选项 -C）", STR_ARG(cli->root));
    return cli->command->run(cli);
}

/* -C DIR, --help and --version stand before the command. */
static enum status read_start(struct cli *cli, struct reader *r)
{
    while (r->next < r->argc) {
        struct str word = str_of(r->argv[r->next++]);
        if (str_eq(word, STR("--version"))) {
            help_version(&cli->out);
            return STATUS_DONE;
        }
        if (str_eq(word, STR("--help")) || str_eq(word, STR("-h"))) {
            help_all(&cli->out);
            return STATUS_DONE;
        }
        if (str_eq(word, STR("-C"))) {
            if (r->next == r->argc)
                return cli_usage(cli, "选项“-C”后面缺少文件夹");
            cli->root = str_of(r->argv[r->next++]);
            continue;
        }
        if (str_starts(word, STR("-")))
            return cli_usage(cli, "没有选项“%.*s”", STR_ARG(word));
        return run_command(cli, r, word);
    }
    help_all(&cli->out);
    cli_usage(cli, "缺少命令");
    return STATUS_FAILED;
}

static bool shows_color(void)
{
    const char *off = getenv("NO_COLOR"), *term = getenv("TERM");
    return !(off && *off) && isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}

/* A pipe closed early (by head) ends the program by SIGPIPE; where that is ignored it is an
 * error as others are. What is told once is not told again for what comes behind. */
bool cli_send(struct cli *cli)
{
    struct str result = buf_str(&cli->out);
    if (!cli->unsent && result.n &&
        (fwrite(result.s, 1, result.n, stdout) < result.n || fflush(stdout) != 0)) {
        diag_at(cli->diag, (struct pos){0}, DIAG_OUTPUT, file_why(errno));
        cli->unsent = true;
    }
    buf_clear(&cli->out);
    return !cli->unsent;
}

enum status cli_write(struct cli *cli)
{
    if (!cli_has(cli, "output"))
        return STATUS_DONE; /* cli_main() sends it */
    struct str name = cli_value(cli, "output", STR(""));
    struct str path = path_join(cli->arena, cli->root, name);
    const char *why;
    bool done = file_replace(path.s, buf_str(&cli->out), &why);
    buf_clear(&cli->out);
    if (done)
        return STATUS_DONE;
    diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, path.s, why);
    return STATUS_FAILED;
}

void cli_tell(const struct cli *cli, const struct diag *d)
{
    struct buf text = {0};
    fold_print(d, cli->color, NULL, NULL, &text);
    if (text.n)
        fwrite(text.s, 1, text.n, stderr);
    buf_drop(&text);
}

static void print_messages(const struct cli *cli)
{
    cli_tell(cli, cli->diag);
    if (cli->closing.n)
        fwrite(cli->closing.s, 1, cli->closing.n, stderr);
}

int cli_main(int argc, char **argv)
{
    struct cli cli = {.arena = arena_new(),
                      .diag = diag_new(),
                      .root = STR("."),
                      .color = shows_color()};
    struct reader r = {.argv = argv, .argc = argc, .next = argc > 0 ? 1 : 0};
    enum status status = read_start(&cli, &r);
    if (!cli_send(&cli))
        status = STATUS_FAILED;
    print_messages(&cli);
    buf_drop(&cli.out);
    buf_drop(&cli.closing);
    diag_drop(cli.diag);
    arena_drop(cli.arena);
    return status;
}
