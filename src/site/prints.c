#include "site/prints.h"

#include "base/file.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "layout/booklet.h"
#include "layout/composer.h"
#include "layout/form.h"
#include "layout/handout.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"
#include "layout/web_address.h"
#include "scene/impose.h"
#include "layout/poster.h"
#include "scene/scene_pdf.h"
#include "site/glyphs.h"

/* The documents of one catalog on their way to files. */
struct printing {
    const struct prints *prints;
    const struct catalog *c;
    const struct sink *sink;
    struct arena *arena;
    struct str_list told;   /* characters without a glyph */
    struct str folder;      /* of the catalog's pages on the web, or "" */
    VEC(size_t) guide_page; /* of each item in the booklet; empty without one */
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

/* Other documents refer to the booklet by page. */
static void note_pages(struct printing *g, const struct scene *booklet)
{
    static const struct str prefix = STR_INIT("item-");
    for (size_t i = 0; i < booklet->destinations.n; i++)
        if (str_starts(booklet->destinations.at[i].name, prefix))
            *vec_push(g->arena, &g->guide_page) =
                booklet->destinations.at[i].page - booklet->front + 1;
}

static struct scene *guide(struct printing *g)
{
    const struct prints *p = g->prints;
    const struct booklet_style style = {p->guide, p->notice, p->form, g->folder};
    struct scene *booklet = booklet_scene(g->c, p->type, &style, g->d);
    note_pages(g, booklet);
    return booklet;
}

/* True when nothing of that kind was told of the place yet. */
static bool is_news(void *context, const struct problem *p)
{
    const struct diag *told = context;
    for (size_t i = 0; i < diag_total(told); i++) {
        const struct problem *t = diag_problem(told, i);
        if (t->line == p->line && str_eq(t->id, p->id) && str_eq(t->path, p->path))
            return false;
    }
    return true;
}

/* The booklet in other letters. What the usual edition had to print otherwise than meant is
 * not told again. */
static struct scene *edition(struct printing *g, const struct print_style *guide)
{
    const struct prints *p = g->prints;
    const struct booklet_style style = {guide, p->notice, p->form, g->folder};
    struct diag *d = diag_new();
    struct scene *s = booklet_scene(g->c, p->type, &style, d);
    diag_append_if(g->d, d, is_news, g->d);
    diag_drop(d);
    return s;
}

static struct scene *guide_large(struct printing *g)
{
    return edition(g, g->prints->guide_large);
}

/* Two A5 pages on a side of A4. */
static struct scene *guide_fold(struct printing *g)
{
    struct scene *s = edition(g, g->prints->guide_fold);
    impose_fold(s, 297 * 72 / 25.4, 210 * 72 / 25.4);
    return s;
}

static struct scene *list(struct printing *g)
{
    return listing_scene(g->c, g->prints->type, g->prints->list, g->d);
}

static struct scene *levels(struct printing *g)
{
    return levels_scene(g->c, g->prints->type, g->prints->levels, g->d);
}

static struct scene *disclosure(struct printing *g)
{
    return listing_scene(g->c, g->prints->type, g->prints->disclosure, g->d);
}

static struct scene *notice(struct printing *g)
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
    struct scene *(*make)(struct printing *g);
    struct str name, title;
} whole[] = {
    {has_guide, guide, STR_INIT("guide.pdf"), STR_INIT("整本办事指南")},
    {has_guide, guide_large, STR_INIT("guide-large.pdf"), STR_INIT("大字版办事指南")},
    {has_guide, guide_fold, STR_INIT("guide-fold.pdf"),
     STR_INIT("办事指南折页版（A4 纸双面打印，对折成 A5）")},
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

/* --- documents about one item --- */

/* What one is about. */
struct subject {
    const struct item *item, *service; /* the service may be NULL */
    size_t position;                   /* of the item in the catalog, from 0 */
};

static struct scene *handout(struct printing *g, const struct subject *s)
{
    struct handout_subject of = {.catalog = g->c,
                                 .item = s->item,
                                 .service = s->service,
                                 .folder = g->folder,
                                 .guide_page =
                                     g->guide_page.n ? g->guide_page.at[s->position] : 0};
    return handout_scene(&of, g->prints->type, g->prints->handout, g->d);
}

/* Charts of services stand on their item's page only. */
static bool wants_poster(const struct item *item, const struct item *service)
{
    return !service && poster_wanted(item);
}

static struct scene *poster(struct printing *g, const struct subject *s)
{
    return poster_scene(g->c, s->item, g->prints->type, g->prints->poster, g->d);
}

/* In the order they are offered. `wanted` is asked for the item and for each service. */
static const struct {
    bool (*wanted)(const struct item *item, const struct item *service);
    struct scene *(*make)(struct printing *g, const struct subject *s);
    struct str folder, title;
} item_prints[] = {
    {handout_wanted, handout, STR_INIT("handouts"), STR_INIT("一次性告知单")},
    {wants_poster, poster, STR_INIT("posters"), STR_INIT("流程图挂图（A3）")},
};
enum { ITEM_PRINTS = sizeof item_prints / sizeof *item_prints };

/* handouts/<stem>.pdf, and handouts/<stem>.s1.pdf of a service. */
static bool print_subject(struct printing *g, size_t row, const struct subject *s,
                          struct catalog_summary *summary)
{
    struct arena *a = g->arena;
    struct str folder = item_prints[row].folder, title = item_prints[row].title;
    struct download file = {.title = title, .item = str_copy(a, s->item->stem)};
    if (!item_prints[row].wanted(s->item, s->service))
        return true;
    if (s->service) {
        struct str name = field_text(item_field(s->service, FIELD_TITLE));
        file.name =
            str_print(a, "%.*s/%.*s.%.*s.pdf", STR_ARG(folder), STR_ARG(file.item),
                      STR_ARG(service_stem(a, s->item, s->service)));
        file.title = str_print(a, "%.*s：%.*s", STR_ARG(title),
                               STR_ARG(text_on_one_line(a, name)));
    } else {
        file.name = str_print(a, "%.*s/%.*s.pdf", STR_ARG(folder), STR_ARG(file.item));
    }
    return put(g, item_prints[row].make(g, s), file, &summary->documents);
}

static bool print_items(struct printing *g, struct catalog_summary *summary)
{
    bool ok = true;
    size_t position = 0;
    for (size_t i = 0; i < g->c->groups.n; i++)
        for (size_t j = 0; j < g->c->groups.at[i].items.n; j++, position++) {
            const struct item *item = &g->c->groups.at[i].items.at[j];
            for (size_t row = 0; row < ITEM_PRINTS; row++) {
                struct subject s = {item, NULL, position};
                ok &= print_subject(g, row, &s, summary);
                for (size_t k = 0; k < item->services.n; k++) {
                    s.service = &item->services.at[k];
                    ok &= print_subject(g, row, &s, summary);
                }
            }
        }
    return ok;
}

/* Each form twice: to fill in on the screen, and as it is printed, for the archive. */
static bool print_forms(struct printing *g, struct catalog_summary *summary)
{
    const struct prints *p = g->prints;
    bool ok = true;
    for (size_t i = 0; i < g->c->forms.n; i++) {
        const struct form *f = &g->c->forms.at[i];
        struct download fill = {
            .name = str_print(g->arena, "forms/%.*s.pdf", STR_ARG(f->id)),
            .title = form_name(g->arena, f),
        };
        struct download blank = {
            .name = str_print(g->arena, "forms/%.*s-blank.pdf", STR_ARG(f->id)),
            .title = fill.title,
        };
        ok &=
            put(g, form_fillable(g->c, f, p->type, p->form, g->d), fill, &summary->forms);
        ok &= put(g, form_scene(g->c, f, p->type, p->form, g->d), blank, &summary->forms);
    }
    return ok;
}

bool prints_make(const struct prints *p, const struct catalog *c, const struct sink *sink,
                 struct arena *a, struct catalog_summary *summary, struct diag *d)
{
    struct printing g = {.prints = p, .c = c, .sink = sink, .arena = a, .d = d};
    g.told = glyphs_tell(a, c, p->fonts, d);
    g.folder = web_folder(a, p->site, c->id);
    bool ok = print_whole(&g, summary);
    ok &= print_items(&g, summary);
    return print_forms(&g, summary) && ok;
}
