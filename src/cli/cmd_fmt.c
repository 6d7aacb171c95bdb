/* mulu fmt: catalog.xml and forms in their canonical layout; texts are never touched. */
#include "cli/commands.h"

#include "base/file.h"
#include "catalog/fmt.h"
#include "catalog/xml.h"

#include <stdint.h>

static const struct cli_option options[] = {
    {"check", 0, NULL, "只列出会改动的文件，不改；有这样的文件时退出状态为 1"},
};

/* What became of the files so far. */
struct run {
    struct cli *cli;
    bool check, failed, changes;
};

static void write_back(struct run *r, struct str path, struct str shown, struct str text)
{
    const char *why;
    if (file_replace(path.s, text, &why)) {
        buf_printf(&r->cli->out, "已整理 %.*s\n", STR_ARG(shown));
        return;
    }
    diag_at(r->cli->diag, (struct pos){0}, DIAG_FILE_WRITE, shown.s, why);
    r->failed = true;
}

static void fmt_file(struct run *r, struct str path, struct str shown)
{
    struct arena *a = arena_new();
    struct buf out = {0};
    struct str text;
    const char *why;
    if (!file_read(a, path.s, XML_MOST_BYTES, &text, &why)) {
        diag_at(r->cli->diag, (struct pos){0}, DIAG_FILE_READ, shown.s, why);
        r->failed = true;
    } else if (!fmt_text(text, shown, r->cli->diag, &out)) {
        r->failed = true;
    } else if (!str_eq(text, buf_str(&out))) {
        r->changes = true;
        if (r->check)
            buf_printf(&r->cli->out, "%.*s\n", STR_ARG(shown));
        else
            write_back(r, path, shown, buf_str(&out));
    }
    buf_drop(&out);
    arena_drop(a);
}

static void fmt_catalog(struct run *r, const struct catalog_place *place)
{
    struct arena *a = r->cli->arena;
    fmt_file(r, path_join(a, place->folder, STR("catalog.xml")),
             path_join(a, place->shown, STR("catalog.xml")));
    struct str folder = path_join(a, place->folder, STR("forms"));
    struct str shown = path_join(a, place->shown, STR("forms"));
    struct str_list names = dir_list(a, folder.s);
    for (size_t i = 0; i < names.n; i++)
        if (str_ends(names.at[i], STR(".xml")) && !str_starts(names.at[i], STR(".")))
            fmt_file(r, path_join(a, folder, names.at[i]),
                     path_join(a, shown, names.at[i]));
}

static enum status run(struct cli *cli)
{
    bool ok;
    struct catalog_places places = cli_catalogs(cli, &ok);
    struct run r = {.cli = cli, .check = cli_has(cli, "check"), .failed = !ok};
    for (size_t i = 0; i < places.n; i++)
        fmt_catalog(&r, &places.at[i]);
    if (r.failed)
        return STATUS_FAILED;
    return r.check && r.changes ? STATUS_FOUND : STATUS_DONE;
}

const struct command command_fmt = {
    .name = "fmt",
    .arguments = "[CATALOG…]",
    .about = "把目录文件排成统一的样子",
    .more = "缩进、属性和元素的顺序统一；文字一个不改，注释保留。读不懂的文件不动。",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .least = 0,
    .most = SIZE_MAX,
    .run = run,
};
