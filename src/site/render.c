#include "site/render.h"

#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "catalog/place.h"
#include "check/check.h"
#include "html/meta.h"
#include "site/maps.h"
#include "site/news.h"
#include "site/search_index.h"
#include "site/weight.h"

/* One catalog on its way to files. */
struct rendering {
    const struct render *r;
    const struct catalog *c;
    struct arena *arena;
    struct catalog_summary *summary;
    struct kinds make;
    struct downloads files; /* about the whole catalog: documents and data */
    struct str_list pages;  /* written so far */
    size_t heavy;           /* of them those of items above WEIGHT_MOST */
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
static bool put_page(struct rendering *g, struct str name, bool whole, struct buf *page)
{
    if (whole) {
        *vec_push(g->arena, &g->pages) = name;
        return put(g, name, page);
    }
    buf_drop(page);
    return diag_at(g->d, (struct pos){&g->c->source, STR_NONE}, DIAG_BUILD_PAGE,
                   STR_ARG(name));
}

/* The catalog's part of the site map: the pages that were written. */
static bool put_map(const struct rendering *g)
{
    struct buf map = {0};
    map_catalog(g->r->site, g->c, &g->pages, &map);
    return map.n == 0 || put(g, STR("sitemap.xml"), &map);
}

/* The documents about an item, which stand together: *next is the first not looked at. */
static struct downloads own_documents(const struct rendering *g, const struct item *item,
                                      size_t *next)
{
    const struct downloads *all = &g->summary->documents;
    size_t from = *next;
    while (*next < all->n && str_eq(all->at[*next].item, item->stem))
        ++*next;
    return (struct downloads){.at = all->at + from, .n = *next - from};
}

static bool render_item(struct rendering *g, const struct group *group,
                        const struct item *item, size_t *next)
{
    enum { USUAL = 32 * 1024 }; /* bytes of a page that its buffer need not grow for */
    struct buf page = {0};
    buf_reserve(&page, USUAL);
    struct downloads own = own_documents(g, item, next);
    bool whole = page_item(g->r->pages, g->c, group, item, &own, &g->files,
                           &g->summary->forms, &page);
    if (whole && page.n > WEIGHT_MOST)
        weight_tell(g->c, item, buf_str(&page), ++g->heavy, g->d);
    return put_page(g, STR_JOIN(g->arena, item->stem, STR(".html")), whole, &page);
}

/* The pages with the tables that a catalog is printed as. */
static bool render_tables(struct rendering *g)
{
    const struct pages *pages = g->r->pages;
    const struct prints *styles = g->r->prints;
    const struct catalog *c = g->c;
    struct buf page = {0};
    bool ok = true;
    for (size_t i = 0; i < PAGES_TABLES; i++) {
        enum catalog_kind kind = pages_tables[i].kind;
        if (!catalog_prints(c, kind))
            continue;
        bool whole =
            kind == KIND_LEVELS
                ? page_levels(pages, c, &g->files, &page)
                : page_table(pages, c, kind,
                             kind == KIND_LIST ? styles->list : styles->disclosure,
                             &g->files, &page);
        ok &= put_page(g, pages_tables[i].name, whole, &page);
    }
    return ok;
}

static bool render_pages(struct rendering *g)
{
    const struct pages *pages = g->r->pages;
    const struct catalog *c = g->c;
    const struct downloads *forms = &g->summary->forms;
    struct buf page = {0};
    if (!g->make.pages)
        return true;
    bool ok = put_page(g, STR("index.html"),
                       page_catalog(pages, c, &g->files, forms, &page), &page);
    ok &= render_tables(g);
    if (c->notice.present)
        ok &= put_page(g, STR("notice.html"), page_notice(pages, c, &g->files, &page),
                       &page);
    for (size_t i = 0, next = 0; ok && i < c->groups.n; i++) {
        const struct group *group = &c->groups.at[i];
        for (size_t j = 0; ok && j < group->items.n; j++)
            ok = render_item(g, group, &group->items.at[j], &next);
    }
    weight_rest(c, g->heavy, g->d);
    for (size_t i = 0; ok && i < c->forms.n; i++) {
        const struct form *f = &c->forms.at[i];
        ok = put_page(g, str_print(g->arena, "forms/%.*s.html", STR_ARG(f->id)),
                      page_form(pages, c, f, forms, &page), &page);
    }
    return ok && put_map(g);
}

static bool render_search(const struct rendering *g)
{
    struct pinyin_speller **speller = g->r->speller;
    if (!g->make.search)
        return true;
    if (!*speller && !(*speller = pinyin_speller_new()))
        return diag_at(g->d, (struct pos){0}, DIAG_SEARCH_PINYIN);
    struct arena *a = arena_new();
    struct search_files files = search_index(g->c, *speller, a);
    bool ok = true;
    for (size_t i = 0; ok && i < files.n; i++) {
        struct str path = path_join(a, g->c->id, files.at[i].name);
        ok = g->r->sink.put(g->r->sink.context, path, files.at[i].bytes, g->d);
    }
    arena_drop(a);
    return ok;
}

static bool render_news(const struct rendering *g)
{
    bool make = g->make.pages && site_address(g->arena, g->r->site).n > 0;
    return news_update(g->c, make, g->r->release, &g->r->sink, g->d);
}

/* Time and source of publication, which no page of a government's site may lack. */
static bool may_release(const struct rendering *g)
{
    const struct catalog *c = g->c;
    struct pos at = {&c->source, c->at};
    bool ok = true;
    if (g->r->release && !c->web_published.n)
        ok = diag_at(g->d, at, DIAG_RELEASE_PUBLISHED);
    if (g->r->release &&
        str_cmp(str_slice(c->web_published, 0, g->r->today.n), g->r->today) > 0)
        ok = diag_at(g->d, place_inside(&c->source, c->at, "web"), DIAG_RELEASE_FUTURE,
                     STR_ARG(c->web_published), STR_ARG(g->r->today));
    if (g->r->release && !meta_source(c).n)
        ok = diag_at(g->d, at, DIAG_RELEASE_SOURCE);
    return ok;
}

static void gather_files(struct rendering *g)
{
    const struct downloads *lists[] = {&g->summary->downloads, &g->summary->data};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t k = 0; k < lists[i]->n; k++)
            *vec_push(g->arena, &g->files) = lists[i]->at[k];
    if (g->summary->data.n && g->r->schema_bytes)
        *vec_push(g->arena, &g->files) =
            (struct download){.name = STR("../assets/catalog.schema.json"),
                              .title = STR("完整数据的格式（JSON Schema）"),
                              .bytes = g->r->schema_bytes};
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
    check_catalog(g->r->checker, g->c, scheme_of(g->r, g->c->scheme), found);
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
    s->published = str_copy(a, c->web_published);
    s->groups = c->groups.n;
    for (size_t i = 0; i < c->groups.n; i++) {
        const struct items *items = &c->groups.at[i].items;
        s->items += items->n;
        for (size_t j = 0; j < items->n; j++)
            s->services += items->at[j].services.n;
    }
}

/* Results of a search are pages. */
static struct kinds kinds_to_make(const struct render *r, const struct state *old,
                                  const struct state *now)
{
    struct kinds make = r->want, published = old ? old->kinds : (struct kinds){0};
    if (old && !(str_eq(old->shape, now->shape) && str_eq(old->address, now->address)))
        make = kinds_join(make, published);
    make.pages = (make.pages || (make.search && !published.pages)) && r->pages;
    return make;
}

/* Both in the order of the catalog. */
static bool has_names(const struct downloads *now, const struct downloads *before)
{
    size_t next = 0;
    for (size_t i = 0; i < before->n; i++, next++) {
        while (next < now->n && !str_eq(now->at[next].name, before->at[i].name))
            next++;
        if (next == now->n)
            return false;
    }
    return true;
}

/* Whatever published pages offer for download is there. */
static bool has_offers(const struct catalog_summary *now,
                       const struct catalog_summary *before)
{
    return has_names(&now->downloads, &before->downloads) &&
           has_names(&now->data, &before->data) &&
           has_names(&now->forms, &before->forms) &&
           has_names(&now->documents, &before->documents);
}

/* Documents and data: those made now, and those that stay. */
static bool make_files(struct rendering *g, const struct state *old)
{
    static const struct catalog_summary none;
    const struct catalog_summary *before = old ? &old->summary : &none;
    const struct render *r = g->r;
    struct catalog_summary *now = g->summary;
    if (!g->make.pdf) {
        now->downloads = before->downloads;
        now->forms = before->forms;
        now->documents = before->documents;
    }
    if (!g->make.data)
        now->data = before->data;
    bool ok = !g->make.pdf || prints_make(r->prints, g->c, &r->sink, g->arena, now, g->d);
    ok =
        (!g->make.data || open_data_make(r->data, g->c, &r->sink, g->arena, now, g->d)) &&
        ok;
    if (old && old->kinds.pages && !has_offers(now, before))
        g->make.pages = r->pages;
    return ok;
}

/* What stands of a catalog, and what its pages say of it: kept pages say what they said. */
static void finish_state(const struct rendering *g, const struct state *old,
                         struct state *now)
{
    now->kinds = old ? kinds_join(g->make, old->kinds) : g->make;
    if (!old || !old->kinds.pages || g->make.pages)
        return;
    struct catalog_summary files = now->summary;
    now->summary = old->summary;
    now->summary.downloads = files.downloads;
    now->summary.data = files.data;
    now->summary.forms = files.forms;
    now->summary.documents = files.documents;
}

bool render_catalog(const struct render *r, const struct catalog_place *place,
                    const struct state *old, struct arena *a, struct state *now,
                    struct kinds *made, struct diag *d)
{
    struct catalog *c = catalog_load(place->folder, place->shown, d);
    if (!c)
        return false;
    struct rendering g = {.r = r, .c = c, .arena = a, .summary = &now->summary, .d = d};
    summarize(&g);
    now->address = site_address(a, r->site);
    now->shape = state_shape(a, c);
    g.make = kinds_to_make(r, old, now);
    report_findings(&g);
    bool ok = may_release(&g);
    ok = make_files(&g, old) && ok;
    gather_files(&g);
    ok = ok && render_pages(&g) && render_search(&g) && render_news(&g);
    *made = g.make;
    finish_state(&g, old, now);
    catalog_drop(c);
    return ok;
}
