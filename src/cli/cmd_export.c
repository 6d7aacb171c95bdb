/* mulu export: one catalog in another format. */
#include "cli/commands.h"

#include "catalog/json.h"
#include "catalog/load.h"
#include "catalog/save.h"

static const struct cli_option options[] = {
    {"format", 0, "FORMAT", "导出成什么：json 公开数据，xml 目录自己的格式（重新排版）"},
    {"output", 'o', "FILE", "写到这个文件（默认：标准输出）"},
};

static const struct {
    struct str name;
    void (*write)(const struct catalog *c, struct buf *out);
} formats[] = {
    {STR_INIT("json"), catalog_json},
    {STR_INIT("xml"), catalog_save},
};
enum { FORMATS = sizeof formats / sizeof *formats };

static size_t find_format(struct cli *cli)
{
    struct str name = cli_value(cli, "format", STR(""));
    for (size_t i = 0; i < FORMATS; i++)
        if (str_eq(name, formats[i].name))
            return i;
    if (name.n)
        cli_usage(cli, "--format 不认识“%.*s”，可用 json、xml", STR_ARG(name));
    else
        cli_usage(cli, "请用 --format 说明导出成什么：json 或 xml");
    return FORMATS;
}

static enum status run(struct cli *cli)
{
    size_t format = find_format(cli);
    if (format == FORMATS)
        return STATUS_FAILED;
    struct catalog_place place;
    struct catalog *c = cli_load_one(cli, &place);
    if (!c)
        return STATUS_FAILED;
    formats[format].write(c, &cli->out);
    catalog_drop(c);
    return cli_write(cli);
}

const struct command command_export = {
    .name = "export",
    .arguments = "CATALOG",
    .about = "把一个目录导出成别的格式",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 1,
    .most = 1,
    .run = run,
};
