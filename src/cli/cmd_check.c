/* mulu check: what the rules find, to standard output; a count of it to standard error. */
#include "cli/commands.h"

#include "check/rules.h"
#include "base/file.h"
#include "cli/check_fix.h"
#include "cli/survey.h"

#include <stdint.h>
#include <unistd.h>

static const struct cli_option options[] = {
    {"format", 0, "FORMAT",
     "text 给人看（默认），html 可打印的网页，xlsx 退改单，json、sarif 给程序用"},
    {"output", 'o', "FILE", "写到这个文件；有 --overview 时是文件夹（默认：标准输出）"},
    {"jobs", 'j', "N", "几个进程一起检查（默认：目录多于 16 个时是处理器个数，否则 1）"},
    {"strict", 0, NULL, "有警告也算不通过（退出码 1）"},
    {"rules", 0, NULL, "列出全部规则：含义、例子、依据（text 或 json）"},
    {"fix", 0, NULL, "把有把握的建议改进文件，先列出改动，再报告剩下的"},
    {"diff", 0, NULL, "只列出 --fix 会做的改动，不写文件；有改动时退出码为 1"},
    {"overview", 0, NULL, "各地总览，html（默认）或 xlsx；有 -o 时另写各地的退改单"},
};

/* To standard error: it is about the run, not one of its findings. */
static void print_count(struct cli *cli, const size_t *severity, size_t accepted)
{
    if (!severity[SEVERITY_ERROR] && !severity[SEVERITY_WARNING] &&
        !severity[SEVERITY_NOTE])
        buf_puts(&cli->closing, "没有发现问题");
    else
        buf_printf(&cli->closing, "%zu 个错误，%zu 个警告，%zu 个提示",
                   severity[SEVERITY_ERROR], severity[SEVERITY_WARNING],
                   severity[SEVERITY_NOTE]);
    if (accepted)
        buf_printf(&cli->closing, "；另有 %zu 个已在目录里说明理由，不计", accepted);
    buf_char(&cli->closing, '\n');
}

/* The reference of the rules, to the file of -o or to standard output. */
static enum status run_rules(struct cli *cli)
{
    static const char *const others[] = {"fix", "diff", "overview", "strict", "jobs"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cli_has(cli, others[i]))
            return cli_usage(cli, "--rules 只说明规则，不检查目录，不能与 --%s 同用",
                             others[i]);
    struct str format = cli_value(cli, "format", STR("text"));
    bool json = str_eq(format, STR("json"));
    if (!json && !str_eq(format, STR("text")))
        return cli_usage(cli, "有 --rules 时 --format 只能是 text、json，不是“%.*s”",
                         STR_ARG(format));
    if (cli->arguments.n)
        return cli_usage(cli, "--rules 说明规则，不检查目录：多了“%.*s”",
                         STR_ARG(cli->arguments.at[0]));
    if (json)
        rules_json(&cli->out);
    else
        rules_print(&cli->out);
    return cli_write(cli);
}

/* Up to so many catalogs are checked sooner than processes are started. */
enum { FEW_CATALOGS = 16 };

static bool read_jobs(struct cli *cli, size_t catalogs, unsigned *jobs)
{
    return cli_jobs(cli, catalogs > FEW_CATALOGS ? cli_processors() : 1, jobs);
}

static bool is_inside(struct str path, struct str folder)
{
    return folder.n && str_starts(path, folder) &&
           (path.n == folder.n || path.s[folder.n] == '/');
}

/* The report must not take the place of what it is about. */
static bool writes_over_input(struct cli *cli, const struct catalog_places *places)
{
    if (!cli_has(cli, "output"))
        return false;
    struct arena *a = cli->arena;
    struct str output =
        path_real(a, path_join(a, cli->root, cli_value(cli, "output", STR(""))));
    struct str schemes = path_real(a, path_join(a, cli->root, STR("catalogs/schemes")));
    bool inside = is_inside(output, schemes);
    for (size_t i = 0; i < places->n; i++)
        inside = inside || is_inside(output, places->at[i].real);
    return inside;
}

static enum status run(struct cli *cli)
{
    if (cli_has(cli, "rules"))
        return run_rules(cli);
    const struct survey_format *format =
        survey_find(cli, cli_value(cli, "format", STR("")), cli_has(cli, "overview"));
    if (!format)
        return STATUS_FAILED;
    if (format->binary && !cli_has(cli, "output") && isatty(STDOUT_FILENO))
        return cli_usage(cli, "--format %s 不能显示在终端上，请用 -o 说明写到哪里",
                         format->name);
    bool fixes = cli_has(cli, "fix"), diffs = cli_has(cli, "diff");
    bool text = str_eq(str_of(format->name), STR("text")) && !cli_has(cli, "output");
    if ((fixes || diffs) && !text)
        return cli_usage(cli, "--fix 和 --diff 只能与 --format text 同用，不能用 -o");
    if (fixes && diffs)
        return cli_usage(cli,
                         "--fix 改写文件，--diff 只列出改动、不写文件，请只用其中一个");
    bool good, changes = false;
    struct catalog_places places = cli_catalogs(cli, &good);
    unsigned jobs;
    if (!read_jobs(cli, places.n, &jobs))
        return STATUS_FAILED;
    if (fixes || diffs)
        good &= check_fix(cli, &places, !diffs, &changes);
    if (diffs)
        return !good ? STATUS_FAILED : changes ? STATUS_FOUND : STATUS_DONE;
    if (writes_over_input(cli, &places))
        return cli_usage(cli, "-o 不能写在目录或清单的文件夹里，会盖掉要检查的文件");
    struct survey_counts counts;
    good &= survey_run(cli, format, &places, fixes ? 1 : jobs, &counts);
    /* What is wrong with the lists counts too: then not all has been checked. */
    size_t *severity = counts.severity;
    severity[SEVERITY_WARNING] += diag_count(cli->diag, SEVERITY_WARNING);
    if (counts.catalogs && counts.catalogs == places.n)
        print_count(cli, severity, counts.accepted);
    bool bad = severity[SEVERITY_ERROR] ||
               (cli_has(cli, "strict") && severity[SEVERITY_WARNING]);
    return !good ? STATUS_FAILED : bad ? STATUS_FOUND : STATUS_DONE;
}

const struct command command_check = {
    .name = "check",
    .arguments = "[CATALOG…]",
    .about = "检查目录里的错误：编码、名称、时限、必填的内容",
    .more = "问题逐条写到标准输出，合计写到标准错误。退出码：没有错误是 0，有错误是 1，"
            "目录读不了是 2。",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 0,
    .most = SIZE_MAX,
    .run = run,
};
