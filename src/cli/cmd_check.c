/* mulu check: what the rules find, to standard output; a count of it to standard error. */
#include "cli/commands.h"

#include "catalog/load.h"
#include "check/check.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct cli_option options[] = {
    {"format", 0, "FORMAT", "结果的格式：text 给人看（默认），json 给程序用"},
    {"strict", 0, NULL, "有警告也算不通过（退出码 1）"},
};

/* Loads one catalog and records its problems, those of loading too. */
static bool check_one(struct cli *cli, const struct catalog_place *place,
                      struct schemes *schemes, struct diag *found)
{
    struct catalog *c = catalog_load(place->folder, place->shown, found);
    if (!c)
        return false;
    const struct scheme *scheme = cli_scheme(cli, schemes, c->scheme);
    bool good = scheme || !c->scheme.n;
    check_catalog(c, scheme, cli_places(cli, schemes), found);
    catalog_drop(c);
    return good;
}

static bool colors_output(void)
{
    const char *off = getenv("NO_COLOR");
    return !(off && *off) && isatty(STDOUT_FILENO);
}

/* To standard error: it is about the run, not one of its findings. */
static void print_count(struct cli *cli, const struct diag *found)
{
    if (diag_total(found) == 0)
        buf_puts(&cli->closing, "没有发现问题\n");
    else
        buf_printf(&cli->closing, "%zu 个错误，%zu 个警告，%zu 个提示\n",
                   diag_count(found, SEVERITY_ERROR), diag_count(found, SEVERITY_WARNING),
                   diag_count(found, SEVERITY_NOTE));
}

static enum status run(struct cli *cli)
{
    struct str format = cli_value(cli, "format", STR("text"));
    bool json = str_eq(format, STR("json"));
    if (!json && !str_eq(format, STR("text")))
        return cli_usage(cli, "--format 只能是 text 或 json，不是“%.*s”",
                         STR_ARG(format));
    bool good;
    struct catalog_places places = cli_catalogs(cli, &good);
    struct schemes schemes = {0};
    struct diag *found = diag_new();
    for (size_t i = 0; i < places.n; i++)
        good &= check_one(cli, &places.at[i], &schemes, found);
    if (json)
        diag_print_json(found, &cli->out);
    else
        diag_print(found, colors_output(), &cli->out);
    if (places.n)
        print_count(cli, found);
    bool bad = diag_count(found, SEVERITY_ERROR) ||
               (cli_has(cli, "strict") && diag_count(found, SEVERITY_WARNING));
    diag_drop(found);
    cli_schemes_drop(&schemes);
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
