#include "cli/check_fix.h"

#include "base/file.h"
#include "catalog/load.h"
#include "check/check.h"
#include "check/fix.h"

struct run {
    struct cli *cli;
    struct arena *arena; /* of one catalog */
    const struct catalog_place *place;
    const struct diag *found;
    bool write, good;
    size_t made, left, files;
};

/* The file behind a path of messages, which begins as the catalog is shown. */
static struct str real_path(const struct run *r, struct str shown)
{
    struct str inside = str_from(shown, r->place->shown.n);
    while (inside.n && inside.s[0] == '/')
        inside = str_from(inside, 1);
    return path_join(r->arena, r->place->folder, inside);
}

/* The places in messages count bytes of the text as it was read: a notice with a byte order
 * mark or line ends of Windows was read otherwise than it is stored. */
static bool is_as_read(struct run *r, const struct source *source, struct str path)
{
    struct str text;
    const char *why;
    return file_read(r->arena, path.s, source->text.n + 16, &text, &why) &&
           str_eq(text, source->text);
}

static void put_file(struct run *r, const struct source *source, struct str text)
{
    struct str path = real_path(r, source->path);
    const char *why = "读到的内容和文件里的不同（可能有 BOM 或 Windows 换行）";
    if (is_as_read(r, source, path) && file_replace(path.s, text, &why))
        return;
    diag_at(r->cli->diag, (struct pos){0}, DIAG_FILE_WRITE,
            str_copy(r->arena, source->path).s, why);
    r->good = false;
}

static void fix_source(struct run *r, const struct source *source)
{
    struct fixed fixed = fix_apply(r->arena, r->found, source->path, source->text);
    r->left += fixed.left;
    if (!fixed.made)
        return;
    fix_diff(source->path, source->text, fixed.text, &r->cli->out);
    r->made += fixed.made;
    r->files++;
    if (r->write)
        put_file(r, source, fixed.text);
}

static void fix_catalog(struct run *r, struct schemes *schemes)
{
    struct diag *found = diag_new();
    struct catalog *c = catalog_load(r->place->folder, r->place->shown, found);
    if (c) {
        check_catalog(c, cli_scheme(r->cli, schemes, c->scheme),
                      cli_places(r->cli, schemes), found);
        r->arena = arena_new();
        r->found = found;
        fix_source(r, &c->source);
        for (size_t i = 0; i < c->forms.n; i++)
            fix_source(r, &c->forms.at[i].source);
        fix_source(r, &c->notice.body_source);
        arena_drop(r->arena);
    }
    catalog_drop(c);
    diag_drop(found);
}

static void print_sum(const struct run *r)
{
    struct buf *out = &r->cli->closing;
    if (!r->made) {
        buf_puts(out, "没有可以放心自动改的地方\n");
        return;
    }
    buf_printf(out, r->write ? "已改 %zu 个文件的 %zu 处" : "可以改 %zu 个文件的 %zu 处",
               r->files, r->made);
    if (r->left)
        buf_printf(out, "；还有 %zu 处与它们相连，请再运行一次", r->left);
    buf_puts(out, r->write ? "；以下是改后剩下的\n" : "；没有写文件\n");
}

bool check_fix(struct cli *cli, const struct catalog_places *places, bool write,
               bool *changes)
{
    struct run r = {.cli = cli, .write = write, .good = true};
    struct schemes schemes = {0};
    for (size_t i = 0; i < places->n; i++) {
        r.place = &places->at[i];
        fix_catalog(&r, &schemes);
    }
    cli_schemes_drop(&schemes);
    print_sum(&r);
    *changes = r.made > 0;
    return r.good;
}
