#include "cli/check_fix.h"

#include "base/file.h"
#include "catalog/line_ends.h"
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

static bool refuse(struct run *r, const struct source *source, const char *why)
{
    r->good = false;
    return diag_at(r->cli->diag, (struct pos){0}, DIAG_FILE_WRITE,
                   str_copy(r->arena, source->path).s, why);
}

/* What is written has been shown before. */
static bool put_file(struct run *r, const struct source *source, struct str path,
                     struct str text)
{
    const char *why;
    if (!cli_send(r->cli))
        return r->good = false;
    return file_replace(path.s, text, &why) || refuse(r, source, why);
}

/* The file as it is stored: a notice was read without its byte order mark and with other line
 * ends, so it may be longer. */
static bool read_stored(struct run *r, const struct source *source, struct str path,
                        struct str *stored)
{
    const char *why;
    if (!file_read(r->arena, path.s, 2 * source->text.n + 16, stored, &why))
        return refuse(r, source, why);
    return str_eq(*stored, source->text) ||
           str_eq(line_ends_unix(r->arena, *stored), source->text) ||
           refuse(r, source, "检查期间它被改动了，请再运行一次");
}

static void fix_source(struct run *r, const struct source *source)
{
    struct str path = real_path(r, source->path), stored;
    if (!fix_any(r->found, source->path) || !read_stored(r, source, path, &stored))
        return;
    struct fixed fixed =
        fix_apply(r->arena, r->found, source->path, source->text, stored);
    r->left += fixed.left;
    if (!fixed.made)
        return;
    fix_diff(source->path, stored, fixed.text, &r->cli->out);
    if (r->write && !put_file(r, source, path, fixed.text))
        return;
    r->made += fixed.made;
    r->files++;
}

/* What a report would say of a catalog that cannot be read; `--diff` makes no report. */
static void tell_unread(struct run *r, const struct diag *found)
{
    r->good = false;
    if (!r->write)
        diag_append(r->cli->diag, found);
}

static void fix_catalog(struct run *r, struct schemes *schemes)
{
    struct diag *found = diag_new();
    struct catalog *c = catalog_load(r->place->folder, r->place->shown, found);
    if (!c)
        tell_unread(r, found);
    if (c) {
        const struct scheme *scheme = cli_scheme(r->cli, schemes, c->scheme);
        r->good &= scheme || !c->scheme.n;
        check_catalog(cli_checker(r->cli, schemes), c, scheme, found);
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
