#include "site/render.h"

#include "base/file.h"
#include "catalog/form.h"
#include "catalog/load.h"
#include "check/check.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/levels.h"
#include "scene/scene_pdf.h"

/* One catalog on its way to files. */
struct rendering {
    const struct render *r;
    const struct catalog *c;
    struct arena *arena;
    struct catalog_summary *summary;
    struct downloads forms; /* the PDF of each form, in the catalog's order */
    struct diag *d;
};

static bool put(const struct rendering *g, struct str name, struct buf *bytes)
{
    struct str path = path_join(g->arena, g->c->id, name);
    bool ok = g->r->sink.put(g->r->sink.context, path, buf_str(bytes), g->d);
    buf_drop(bytes);
    return ok;
}

/* Writes a page, unless it was too large to be made whole. */
static bool put_page(const struct rendering *g, struct str name, bool whole,
                     struct buf *page)
{
    if (whole)
        return put(g, name, page);
    buf_drop(page);
    return diag_at(g->d, (struct pos){&g->c->source, STR_NONE}, DIAG_BUILD_PAGE,
                   STR_ARG(name));
}

/* Paints and drops the scene, writes the file and adds it to a list of downloads. */
static bool put_pdf(struct rendering *g, struct scene *scene, struct str name,
                    struct str title, struct downloads *list)
{
    if (!scene)
        return false;
    struct buf bytes = {0};
    bool ok = scene_pdf(scene, g->r->fonts, g->d, &bytes);
    if (ok) {
        *vec_push(g->arena, list) =
            (struct download){name, title, scene->pages.n, bytes.n};
        ok = put(g, name, &bytes);
    } else {
        buf_drop(&bytes);
    }
    scene_drop(scene);
    return ok;
}

static bool render_prints(struct rendering *g)
{
    const struct print_styles *styles = g->r->prints;
    const struct catalog *c = g->c;
    bool ok = true;
    if (!styles)
        return true;
    const struct booklet_style booklet = {styles->guide, styles->notice, styles->form};
    if (c->kinds[KIND_GUIDE])
        ok &= put_pdf(g, booklet_scene(c, g->r->type, &booklet, g->d), STR("guide.pdf"),
                      STR("整本办事指南"), &g->summary->downloads);
    if (c->kinds[KIND_LEVELS])
        ok &= put_pdf(g, levels_scene(c, g->r->type, styles->levels, g->d),
                      STR("levels.pdf"), STR("三级清单"), &g->summary->downloads);
    for (size_t i = 0; i < c->forms.n; i++) {
        const struct form *f = &c->forms.at[i];
        ok &= put_pdf(g, form_scene(c, f, g->r->type, styles->form, g->d),
                      str_print(g->arena, "forms/%.*s.pdf", STR_ARG(f->id)),
                      form_name(g->arena, f), &g->forms);
    }
    return ok;
}

static bool render_item(const struct rendering *g, const struct group *group,
                        const struct item *item)
{
    struct buf page = {0};
    bool whole = page_item(g->r->pages, g->c, group, item, &g->summary->downloads, &page);
    return put_page(g, str_print(g->arena, "%.*s.html", STR_ARG(item->stem)), whole,
                    &page);
}

static bool render_pages(const struct rendering *g)
{
    const struct pages *pages = g->r->pages;
    const struct catalog *c = g->c;
    const struct downloads *downloads = &g->summary->downloads;
    struct buf page = {0};
    if (!pages)
        return true;
    bool ok =
        put_page(g, STR("index.html"), page_catalog(pages, c, downloads, &page), &page);
    if (c->kinds[KIND_LEVELS])
        ok &= put_page(g, STR("levels.html"), page_levels(pages, c, downloads, &page),
                       &page);
    if (c->notice.present)
        ok &= put_page(g, STR("notice.html"), page_notice(pages, c, downloads, &page),
                       &page);
    for (size_t i = 0; ok && i < c->groups.n; i++) {
        const struct group *group = &c->groups.at[i];
        for (size_t j = 0; ok && j < group->items.n; j++)
            ok = render_item(g, group, &group->items.at[j]);
    }
    return ok;
}

static const struct scheme *scheme_of(const struct render *r, struct str id)
{
    for (size_t i = 0; i < r->scheme_count; i++)
        if (r->schemes[i] && str_eq(r->schemes[i]->id, id))
            return r->schemes[i];
    return NULL;
}

/* A build tells errors and warnings; notes are counted, `mulu check` lists them. */
static void report_findings(const struct rendering *g)
{
    struct diag *found = diag_new();
    check_catalog(g->c, scheme_of(g->r, g->c->scheme), found);
    diag_sort(found);
    diag_append_graver(g->d, found, SEVERITY_WARNING);
    size_t notes = diag_count(found, SEVERITY_NOTE);
    if (notes)
        diag_at(g->d, (struct pos){0}, DIAG_BUILD_NOTES, STR_ARG(g->c->id), notes);
    diag_drop(found);
}

static void summarize(const struct rendering *g)
{
    const struct catalog *c = g->c;
    struct arena *a = g->arena;
    struct catalog_summary *s = g->summary;
    s->id = str_copy(a, c->id);
    s->title = str_copy(a, c->title);
    s->issuer = str_copy(a, c->issuer);
    s->region = str_copy(a, c->region_name);
    s->date = str_copy(a, c->document_date);
    s->number = str_copy(a, c->document_number);
    s->groups = c->groups.n;
    for (size_t i = 0; i < c->groups.n; i++)
        s->items += c->groups.at[i].items.n;
}

bool render_catalog(const struct render *r, const struct catalog_place *place,
                    struct arena *a, struct catalog_summary *summary, struct diag *d)
{
    struct catalog *c = catalog_load(place->folder, place->shown, d);
    if (!c)
        return false;
    struct rendering g = {.r = r, .c = c, .arena = a, .summary = summary, .d = d};
    summarize(&g);
    report_findings(&g);
    bool ok = render_prints(&g) && render_pages(&g);
    catalog_drop(c);
    return ok;
}
