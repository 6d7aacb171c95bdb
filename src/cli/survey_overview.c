/* mulu check --overview: the page or workbook over all catalogs, and with -o a folder with
 * it and a return sheet for each catalog. */
#include "cli/survey.h"
#include "cli/templates.h"

#include "base/file.h"
#include "base/record.h"
#include "catalog/load.h"
#include "check/overview.h"
#include "html/overview_page.h"
#include "office/overview_book.h"
#include "office/returns.h"

struct work {
    struct overview *overview;
    struct template_set *templates; /* of the page */
    struct str folder;              /* of -o, or "" */
    struct str_list files; /* the return sheet of each catalog, below the folder */
    size_t written;        /* of these */
    bool failed, told;     /* one could not be written; the user knows */
};

/* Two folders may have the same name, and the name of one that was not loaded may be
 * anything. */
static struct str sheet_file(struct arena *a, const struct work *w, struct str id)
{
    if (!catalog_id_fits(id))
        id = str_print(a, "catalog-%zu", w->files.n + 1);
    struct str file = str_print(a, "returns/%.*s.xlsx", STR_ARG(id));
    for (size_t n = 2, i = 0; i < w->files.n; i++)
        if (str_eq(w->files.at[i], file)) {
            file = str_print(a, "returns/%.*s-%zu.xlsx", STR_ARG(id), n++);
            i = STR_NONE; /* from the start again */
        }
    return file;
}

/* All names are known before any sheet is made: each of them may be made elsewhere. */
static void name_sheets(struct survey *r, struct work *w)
{
    struct arena *a = r->cli->arena;
    for (size_t i = 0; i < r->places->n; i++) {
        struct str file = sheet_file(a, w, r->places->at[i].id);
        *vec_push(a, &w->files) = file;
    }
}

static bool open_work(struct survey *r, struct template_set *templates)
{
    struct cli *cli = r->cli;
    struct work *w = arena_alloc(cli->arena, sizeof *w);
    w->overview = overview_new();
    w->templates = templates;
    r->state = w;
    if (!cli_has(cli, "output"))
        return true;
    w->folder = path_join(cli->arena, cli->root, cli_value(cli, "output", STR("")));
    name_sheets(r, w);
    struct str returns = path_join(cli->arena, w->folder, STR("returns"));
    const char *why;
    if (dir_make(returns.s, &why))
        return true;
    overview_drop(w->overview);
    template_set_drop(templates);
    return diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, returns.s, why);
}

static bool begin_html(struct survey *r)
{
    return open_work(r, cli_templates(r->cli));
}

static bool begin_xlsx(struct survey *r)
{
    return open_work(r, NULL);
}

/* ---- return sheets ---- */

static bool make_sheet(const struct survey_part *part, struct buf *out, const char **why)
{
    struct xlsx *x = xlsx_new(STR("目录检查退改单"), why);
    if (!x)
        return false;
    returns_put(x, &(struct returns_part){.id = part->place->id,
                                          .shown = part->place->shown,
                                          .catalog = part->catalog,
                                          .scheme = part->scheme,
                                          .found = part->found});
    return xlsx_close(x, out, why);
}

static bool tell(struct survey *r, struct str path, const char *why)
{
    return diag_at(r->cli->diag, (struct pos){0}, DIAG_FILE_WRITE, path.s, why);
}

static bool write_sheet(struct survey *r, const struct work *w,
                        const struct survey_part *part, const char **why)
{
    struct str path = path_join(r->cli->arena, w->folder, w->files.at[part->index]);
    struct buf bytes = {0};
    bool done =
        make_sheet(part, &bytes, why) && file_replace(path.s, buf_str(&bytes), why);
    buf_drop(&bytes);
    return done;
}

/* The number of the catalog, why its sheet could not be written, and the overview's own. After
 * a failed write this process writes nothing more: the disk is full, or the folder locked. */
static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    struct work *w = r->state;
    const char *why = "";
    if (w->folder.n && !w->failed && !write_sheet(r, w, part, &why))
        w->failed = true;
    record_put_number(record, part->index);
    record_put_text(record, str_of(why));
    overview_make(part->place->id, part->place->shown, part->catalog, part->scheme,
                  part->found, record);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    struct work *w = r->state;
    size_t index;
    struct str why;
    if (!record_take_number(&record, &index) || index >= r->places->n ||
        !record_take_text(&record, &why))
        return false;
    struct overview_region *region = overview_take(w->overview, scheme, record);
    if (!region)
        return false;
    if (!w->folder.n)
        return true;
    region->sheet = w->files.at[index];
    w->written++;
    if (why.n && !w->told) {
        struct str path = path_join(r->cli->arena, w->folder, region->sheet);
        tell(r, path, str_copy(r->cli->arena, why).s);
        w->told = true;
    }
    w->failed |= w->told;
    return true;
}

/* ---- the overview ---- */

/* Whole it goes to its file in the folder, or to standard output. */
static bool deliver(struct survey *r, struct work *w, const char *name)
{
    if (!w->folder.n) {
        buf_puts(&r->cli->closing,
                 "各地的退改单没有写；加 -o 文件夹，就连同总览写到那里\n");
        return true;
    }
    struct str path = path_join(r->cli->arena, w->folder, str_of(name));
    const char *why;
    bool done = file_replace(path.s, buf_str(r->out), &why);
    buf_clear(r->out);
    if (!done)
        return tell(r, path, why);
    buf_printf(&r->cli->closing, "总览写到 %.*s，%zu 张退改单写到 %.*s/returns/\n",
               STR_ARG(path), w->written, STR_ARG(w->folder));
    return true;
}

static bool make_html(struct survey *r, struct work *w)
{
    size_t told = diag_total(r->cli->diag);
    if (overview_page(w->templates, w->overview, r->cli->diag, r->out))
        return deliver(r, w, "overview.html");
    buf_clear(r->out);
    return diag_total(r->cli->diag) > told
               ? false
               : diag_at(r->cli->diag, (struct pos){0}, DIAG_BUILD_PAGE,
                         STR_ARG(STR("overview.html")));
}

static bool make_xlsx(struct survey *r, struct work *w)
{
    const char *why;
    if (overview_book(w->overview, r->out, &why))
        return deliver(r, w, "overview.xlsx");
    return diag_at(r->cli->diag, (struct pos){0}, DIAG_XLSX_WRITE, why);
}

static bool end_with(struct survey *r, bool (*page)(struct survey *r, struct work *w))
{
    struct work *w = r->state;
    /* Without any catalog the arguments name none, and that was told. */
    bool done = !w->failed && r->counts.catalogs;
    if (done) {
        overview_finish(w->overview);
        done = page(r, w);
    }
    overview_drop(w->overview);
    template_set_drop(w->templates);
    return done;
}

static bool end_html(struct survey *r)
{
    return end_with(r, make_html);
}

static bool end_xlsx(struct survey *r)
{
    return end_with(r, make_xlsx);
}

const struct survey_format survey_overview_html = {
    .name = "html",
    .overview = true,
    .folder = true,
    .begin = begin_html,
    .make = make,
    .take = take,
    .end = end_html,
};

const struct survey_format survey_overview_xlsx = {
    .name = "xlsx",
    .overview = true,
    .binary = true,
    .folder = true,
    .begin = begin_xlsx,
    .make = make,
    .take = take,
    .end = end_xlsx,
};
