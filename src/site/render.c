#include "site/render.h"

#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "catalog/load.h"
#include "check/check.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"
#include "scene/scene_pdf.h"
#include "site/glyphs.h"

/* One catalog on its way to files. */
struct rendering {
    const struct render *r;
    const struct catalog *c;
    struct arena *arena;
    struct catalog_summary *summary;
    struct str_list told; /* characters without a glyph */
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
    struct diag *d = diag_new();
    bool ok = scene_pdf(scene, g->r->fonts, d, &bytes);
    glyphs_append(g->d, d, &g->told);
    diag_drop(d);
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

static struct scene *guide_print(const struct rendering *g)
{
    const struct booklet_style style = {g->r->prints->guide, g->r->prints->notice,
                                        g->r->prints->form};
    return booklet_scene(g->c, g->r->type, &style, g->d);
}

static struct scene *list_print(const struct rendering *g)
{
    return listing_scene(g->c, g->r->type, g->r->prints->list, g->d);
}

static struct scene *levels_print(const struct rendering *g)
{
    return levels_scene(g->c, g->r->type, g->r->prints->levels, g->d);
}

static struct scene *disclosure_print(const struct rendering *g)
{
    return listing_scene(g->c, g->r->type, g->r->prints->disclosure, g->d);
}

/* The printed document of each kind. */
static const struct {
    struct scene *(*make)(const struct rendering *);
    struct str name, title;
} kind_prints[KIND_COUNT] = {
    [KIND_GUIDE] = {guide_print, STR_INIT("guide.pdf"), STR_INIT("整本办事指南")},
    [KIND_LIST] = {list_print, STR_INIT("list.pdf"), STR_INIT("事项清单")},
    [KIND_LEVELS] = {levels_print, STR_INIT("levels.pdf"), STR_INIT("三级清单")},
    [KIND_DISCLOSURE] = {disclosure_print, STR_INIT("disclosure.pdf"),
                         STR_INIT("公开标准目录")},
};

static bool render_prints(struct rendering *g)
{
    const struct print_styles *styles = g->r->prints;
    const struct catalog *c = g->c;
    bool ok = true;
    if (!g->r->pdf)
        return true;
    g->told = glyphs_tell(g->arena, c, g->r->fonts, g->d);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (catalog_prints(c, (enum catalog_kind)kind))
            ok &= put_pdf(g, kind_prints[kind].make(g), kind_prints[kind].name,
                          kind_prints[kind].title, &g->summary->downloads);
    if (c->notice.present)
        ok &= put_pdf(g, notice_scene(c, g->r->type, styles->notice), STR("notice.pdf"),
                      STR("印发通知"), &g->summary->downloads);
    for (size_t i = 0; i < c->forms.n; i++) {
        const struct form *f = &c->forms.at[i];
        ok &= put_pdf(g, form_scene(c, f, g->r->type, styles->form, g->d),
                      str_print(g->arena, "forms/%.*s.pdf", STR_ARG(f->id)),
                      form_name(g->arena, f), &g->summary->forms);
    }
    return ok;
}

static bool render_item(const struct rendering *g, const struct group *group,
                        const struct item *item)
{
    struct buf page = {0};
    bool whole = page_item(g->r->pages, g->c, group, item, &g->summary->downloads,
                           &g->summary->forms, &page);
    return put_page(g, str_print(g->arena, "%.*s.html", STR_ARG(item->stem)), whole,
                    &page);
}

static bool render_pages(const struct rendering *g)
{
    const struct pages *pages = g->r->pages;
    const struct print_styles *styles = g->r->prints;
    const struct catalog *c = g->c;
    const struct downloads *downloads = &g->summary->downloads;
    struct buf page = {0};
    if (!pages)
        return true;
    bool ok =
        put_page(g, STR("index.html"),
                 page_catalog(pages, c, downloads, &g->summary->forms, &page), &page);
    if (catalog_prints(c, KIND_LEVELS))
        ok &= put_page(g, STR("levels.html"), page_levels(pages, c, downloads, &page),
                       &page);
    if (catalog_prints(c, KIND_LIST))
        ok &= put_page(g, STR("list.html"),
                       page_table(pages, c, KIND_LIST, styles->list, downloads, &page),
                       &page);
    if (catalog_prints(c, KIND_DISCLOSURE))
        ok &= put_page(
            g, STR("disclosure.html"),
            page_table(pages, c, KIND_DISCLOSURE, styles->disclosure, downloads, &page),
            &page);
    if (c->notice.present)
        ok &= put_page(g, STR("notice.html"), page_notice(pages, c, downloads, &page),
                       &page);
    for (size_t i = 0; ok && i < c->forms.n; i++) {
        const struct form *f = &c->forms.at[i];
        ok = put_page(g, str_print(g->arena, "forms/%.*s.html", STR_ARG(f->id)),
                      page_form(pages, c, f, &g->summary->forms, &page), &page);
    }
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
    check_catalog(g->c, scheme_of(g->r, g->c->scheme), g->r->places, found);
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
    for (size_t i = 0; i < c->groups.n; i++) {
        const struct items *items = &c->groups.at[i].items;
        s->items += items->n;
        for (size_t j = 0; j < items->n; j++)
            s->services += items->at[j].services.n;
    }
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
