/* mulu export: one catalog in another format. */
#include "cli/commands.h"

#include "catalog/json.h"
#include "catalog/load.h"
#include "catalog/save.h"
#include "cli/tools.h"

#include <unistd.h>

static const struct cli_option options[] = {
    {"format", 0, "FORMAT",
     "导出成什么：json 公开数据，csv 或 xlsx 表格，xml 目录自己的格式（重新排版）"},
    {"table", 0, "TABLE",
     "csv、xlsx 的哪一张表：list 事项清单，levels 三级清单，disclosure 公开标准目录\n"
     "（默认：目录自己那一种）"},
    {"output", 'o', "FILE", "写到这个文件（默认：标准输出）"},
};

/* `write` or `table` is set; a table that cannot be made is told to cli->diag. */
struct format {
    struct str name;
    void (*write)(const struct catalog *c, struct buf *out);
    bool (*table)(struct cli *cli, const struct catalog *c, enum data_table table,
                  const struct data_styles *styles);
    bool binary;
};

static bool write_csv(struct cli *cli, const struct catalog *c, enum data_table table,
                      const struct data_styles *styles)
{
    data_table_csv(c, table, styles, &cli->out);
    return true;
}

static bool write_xlsx(struct cli *cli, const struct catalog *c, enum data_table table,
                       const struct data_styles *styles)
{
    const char *why;
    return data_table_xlsx(c, table, styles, &cli->out, &why) ||
           diag_at(cli->diag, (struct pos){0}, DIAG_XLSX_WRITE, why);
}

static const struct format formats[] = {
    {STR_INIT("json"), catalog_json, NULL, false},
    {STR_INIT("xml"), catalog_save, NULL, false},
    {STR_INIT("csv"), NULL, write_csv, false},
    {STR_INIT("xlsx"), NULL, write_xlsx, true},
};
enum { FORMATS = sizeof formats / sizeof *formats };

/* NULL after telling what is wrong. */
static const struct format *find_format(struct cli *cli)
{
    struct str name = cli_value(cli, "format", STR(""));
    const struct format *found = NULL;
    for (size_t i = 0; i < FORMATS; i++)
        if (str_eq(name, formats[i].name))
            found = &formats[i];
    if (!found && name.n)
        cli_usage(cli, "--format 不认识“%.*s”，可用 json、csv、xlsx、xml", STR_ARG(name));
    else if (!found)
        cli_usage(cli, "请用 --format 说明导出成什么：json、csv、xlsx 或 xml");
    else if (cli_has(cli, "table") && !found->table)
        cli_usage(cli, "--table 只能与 --format csv 或 xlsx 同用");
    else if (found->binary && !cli_has(cli, "output") && isatty(STDOUT_FILENO))
        cli_usage(cli, "--format %s 不能显示在终端上，请用 -o 说明写到哪里",
                  found->name.s);
    else
        return found;
    return NULL;
}

/* "list、levels": the tables of the catalog. */
static struct str table_names(struct cli *cli, const struct catalog *c)
{
    struct str names = STR("");
    for (int i = 0; i < DATA_TABLES; i++)
        if (data_table_has(c, (enum data_table)i))
            names = str_print(cli->arena, "%.*s%s%s", STR_ARG(names), names.n ? "、" : "",
                              data_table_name((enum data_table)i));
    return names;
}

static bool find_table(struct cli *cli, const struct catalog *c, enum data_table *table)
{
    struct str name = cli_value(cli, "table", STR(""));
    *table = cli_has(cli, "table") ? data_table_find(name) : data_table_own(c);
    if ((int)*table == DATA_TABLES) {
        cli_usage(cli, "--table 不认识“%.*s”，可用 list、levels、disclosure",
                  STR_ARG(name));
        return false;
    }
    if (data_table_has(c, *table))
        return true;
    struct str names = table_names(cli, c);
    cli_usage(cli, "目录 %.*s 没有%s，%s%.*s", STR_ARG(c->id), data_table_title(*table),
              names.n ? "可用 --table " : "也没有别的表", STR_ARG(names));
    return false;
}

static bool export_table(struct cli *cli, const struct catalog *c,
                         const struct format *format)
{
    struct data_styles styles;
    enum data_table table;
    return find_table(cli, c, &table) && tools_data_styles(cli, &styles) &&
           format->table(cli, c, table, &styles);
}

static enum status run(struct cli *cli)
{
    const struct format *format = find_format(cli);
    if (!format)
        return STATUS_FAILED;
    struct catalog_place place;
    struct catalog *c = cli_load_one(cli, &place);
    if (!c)
        return STATUS_FAILED;
    bool ok = true;
    if (format->table)
        ok = export_table(cli, c, format);
    else
        format->write(c, &cli->out);
    catalog_drop(c);
    return ok ? cli_write(cli) : STATUS_FAILED;
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
