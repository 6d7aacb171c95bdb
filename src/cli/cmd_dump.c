/* mulu dump: what a stage made of a catalog, for tests and for finding faults. */
#include "cli/commands.h"

#include "catalog/json.h"
#include "catalog/load.h"

static const struct cli_option options[] = {
    {"stage", 0, "STAGE", "哪一步的结果：model 读入并算好的目录"},
};

static enum status run(struct cli *cli)
{
    struct str stage = cli_value(cli, "stage", STR("model"));
    if (!str_eq(stage, STR("model")))
        return cli_usage(cli, "--stage 不认识“%.*s”，可用 model", STR_ARG(stage));
    bool ok;
    struct catalog_places places = cli_catalogs(cli, &ok);
    if (!ok)
        return STATUS_FAILED;
    struct catalog *c = catalog_load(places.at[0].folder, places.at[0].shown, cli->diag);
    if (!c)
        return STATUS_FAILED;
    catalog_json(c, &cli->out);
    catalog_drop(c);
    return STATUS_DONE;
}

const struct command command_dump = {
    .name = "dump",
    .arguments = "CATALOG",
    .about = "显示一个目录处理到某一步的结果（测试用）",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 1,
    .most = 1,
    .run = run,
};
