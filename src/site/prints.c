#include "site/prints.h"

#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"
#include "scene/scene_pdf.h"
#include "site/glyphs.h"

/* The documents of one catalog on their way to files. */
struct printing {
    const struct prints *prints;
    const struct catalog *c;
    const struct sink *sink;
    struct arena *arena;
    struct str_list told; /* characters without a glyph */
    struct diag *d;
};

/* Writes a scene as the file of a download, sets its pages and bytes and adds it to a list.
 * Drops the scene, which may be NULL: then it could not be made. */
static bool put(struct printing *g, struct scene *scene, struct download file,
                struct downloads *list)
{
    if (!scene)
        return false;
    struct buf bytes = {0};
    struct diag *d = diag_new();
    bool ok = scene_pdf(scene, g->prints->fonts, d, &bytes);
    glyphs_append(g->d, d, &g->told);
    diag_drop(d);
    if (ok) {
        file.pages = scene->pages.n;
        file.bytes = bytes.n;
        *vec_push(g->arena, list) = file;
        struct str path = path_join(g->arena, g->c->id, file.name);
        ok = g->sink->put(g->sink->context, path, buf_str(&bytes), g->d);
    }
    buf_drop(&bytes);
    scene_drop(scene);
    return ok;
}

static struct scene *guide(const struct printing *g)
{
    const struct prints *p = g->prints;
    const struct booklet_style style = {p->guide, p->notice, p->form};
    return booklet_scene(g->c, p->type, &style, g->d);
}

static struct scene *list(const struct printing *g)
{
    return listing_scene(g->c, g->prints->type, g->prints->list, g->d);
}

static struct scene *levels(const struct printing *g)
{
    return levels_scene(g->c, g->prints->type, g->prints->levels, g->d);
}

static struct scene *disclosure(const struct printing *g)
{
    return listing_scene(g->c, g->prints->type, g->prints->disclosure, g->d);
}

static struct scene *notice(const struct printing *g)
{
    return notice_scene(g->c, g->prints->type, g->prints->notice);
}

static bool has_guide(const struct catalog *c)
{
    return catalog_prints(c, KIND_GUIDE);
}

static bool has_list(const struct catalog *c)
{
    return catalog_prints(c, KIND_LIST);
}

static bool has_levels(const struct catalog *c)
{
    return catalog_prints(c, KIND_LEVELS);
}

static bool has_disclosure(const struct catalog *c)
{
    return catalog_prints(c, KIND_DISCLOSURE);
}

static bool has_notice(const struct catalog *c)
{
    return c->notice.present;
}

/* The documents about the whole catalog, in the order they are offered. */
static const struct {
    bool (*wanted)(const struct catalog *c);
    struct scene *(*make)(const struct printing *g);
    struct str name, title;
} whole[] = {
    {has_guide, guide, STR_INIT("guide.pdf"), STR_INIT("整本办事指南")},
    {has_list, list, STR_INIT("list.pdf"), STR_INIT("事项清单")},
    {has_levels, levels, STR_INIT("levels.pdf"), STR_INIT("三级清单")},
    {has_disclosure, disclosure, STR_INIT("disclosure.pdf"), STR_INIT("公开标准目录")},
    {has_notice, notice, STR_INIT("notice.pdf"), STR_INIT("印发通知")},
};

static bool print_whole(struct printing *g, struct catalog_summary *summary)
{
    bool ok = true;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        struct download file = {.name = whole[i].name, .title = whole[i].title};
        if (whole[i].wanted(g->c))
            ok &= put(g, whole[i].make(g), file, &summary->downloads);
    }
    return ok;
}

static bool print_forms(struct printing *g, struct catalog_summary *summary)
{
    const struct prints *p = g->prints;
    bool ok = true;
    for (size_t i = 0; i < g->c->forms.n; i++) {
        const struct form *f = &g->c->forms.at[i];
        struct download file = {
            .name = str_print(g->arena, "forms/%.*s.pdf", STR_ARG(f->id)),
            .title = form_name(g->arena, f),
        };
        ok &= put(g, form_scene(g->c, f, p->type, p->form, g->d), file, &summary->forms);
    }
    return ok;
}

bool prints_make(const struct prints *p, const struct catalog *c, const struct sink *sink,
                 struct arena *a, struct catalog_summary *summary, struct diag *d)
{
    struct printing g = {.prints = p, .c = c, .sink = sink, .arena = a, .d = d};
    g.told = glyphs_tell(a, c, p->fonts, d);
    bool ok = print_whole(&g, summary);
    return print_forms(&g, summary) && ok;
}
