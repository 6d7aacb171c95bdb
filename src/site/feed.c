#include "site/feed.h"

#include "base/lookup.h"
#include "catalog/xml.h"
#include "html/view.h"
#include "site/maps.h"
#include "site/news.h"

#include <stdlib.h>

/* An entry with whose it is, and its place among those of its catalog. */
struct feed_entry {
    const struct catalog_summary *catalog;
    size_t place;
    bool page; /* the item has a page now */
    struct news_entry news;
};
struct feed {
    struct arena *arena;
    const struct publish *publish;
    struct str base; /* address of the site */
    VEC(struct feed_entry) entries;
    struct diag *d;
};

static int by_publication(const void *x, const void *y)
{
    const struct catalog_summary *a = *(const struct catalog_summary *const *)x;
    const struct catalog_summary *b = *(const struct catalog_summary *const *)y;
    int order = str_cmp(b->published, a->published);
    return order ? order : str_cmp(a->id, b->id);
}

static int newest_first(const void *x, const void *y)
{
    const struct feed_entry *a = x, *b = y;
    int order = str_cmp(b->news.date, a->news.date);
    if (!order)
        order = str_cmp(a->catalog->id, b->catalog->id);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static void add_entry(struct feed *f, const struct catalog_summary *c, size_t place,
                      bool page, const struct news_entry *e)
{
    struct arena *a = f->arena;
    *vec_push(a, &f->entries) =
        (struct feed_entry){.catalog = c,
                            .place = place,
                            .page = page,
                            .news = {e->kind, str_copy(a, e->date), str_copy(a, e->stem),
                                     str_copy(a, e->title), str_copy(a, e->parts)}};
}

/* What was told of an item stays when the item goes later; only its page does not. */
static void add_news(struct feed *f, struct arena *scratch,
                     const struct catalog_summary *c, const struct news *news)
{
    struct lookup pages = {0};
    for (size_t i = 0; i < news->now.items.n; i++)
        *lookup_value(scratch, &pages, news->now.items.at[i].stem) = i;
    for (size_t i = 0; i < news->entries.n; i++) {
        const struct news_entry *e = &news->entries.at[i];
        add_entry(f, c, i, lookup_find(&pages, e->stem) != STR_NONE, e);
    }
}

static void add_catalog(struct feed *f, const struct catalog_summary *c)
{
    struct arena *scratch = arena_new();
    struct news news;
    struct str bytes, path = news_path(scratch, c->id);
    bool known = publish_new(f->publish, scratch, path, &bytes);
    if (known && !news_read(scratch, bytes, &news)) {
        diag_at(f->d, (struct pos){0}, DIAG_NEWS_STATE, STR_ARG(path));
        known = false;
    }
    if (known)
        add_news(f, scratch, c, &news);
    else
        add_entry(f, c, 0, false,
                  &(struct news_entry){.kind = NEWS_CATALOG, .date = c->published});
    arena_drop(scratch);
}

/* Drops what is too old to be told; a publication is not torn. */
static void cut(struct feed *f)
{
    struct feed_entry *at = f->entries.at;
    size_t most = NEWS_MOST;
    if (f->entries.n)
        qsort(at, f->entries.n, sizeof *at, newest_first);
    while (most < f->entries.n && at[most].catalog == at[most - 1].catalog &&
           str_eq(at[most].news.date, at[most - 1].news.date))
        most++;
    if (most < f->entries.n)
        f->entries.n = most;
}

/* Catalogs by the day of their last publication: no entry of a catalog is newer than that, so
 * when there are enough the rest need not be read. */
static void gather(struct feed *f, const struct catalog_summary *all, size_t n)
{
    const struct catalog_summary **dated = arena_array(f->arena, n, sizeof *dated);
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (all[i].published.n)
            dated[count++] = &all[i];
    if (count)
        qsort(dated, count, sizeof *dated, by_publication);
    for (size_t i = 0; i < count; i++) {
        if (f->entries.n >= NEWS_MOST) {
            const struct feed_entry *last = &f->entries.at[f->entries.n - 1];
            int order = str_cmp(dated[i]->published, last->news.date);
            if (order < 0 || (order == 0 && str_cmp(dated[i]->id, last->catalog->id) > 0))
                break;
        }
        add_catalog(f, dated[i]);
        cut(f);
    }
}

static void put_element(struct buf *out, const char *name, struct str text)
{
    buf_printf(out, "<%s>", name);
    xml_put_text(out, text);
    buf_printf(out, "</%s>\n", name);
}

static void put_link(struct buf *out, const char *rel, struct str address)
{
    buf_printf(out, "<link rel=\"%s\" href=\"", rel);
    xml_put_attr(out, address);
    buf_puts(out, "\"/>\n");
}

/* 2022-09-08T10:30 in an address. */
static struct str entry_id(const struct feed *f, const struct feed_entry *e)
{
    struct str date = e->news.date;
    if (e->news.kind == NEWS_CATALOG)
        return str_print(f->arena, "%.*s/%.*s/index.html", STR_ARG(f->base),
                         STR_ARG(e->catalog->id));
    return str_print(f->arena, "%.*s/%.*s/%.*s.html#%.*sT%.*s", STR_ARG(f->base),
                     STR_ARG(e->catalog->id), STR_ARG(e->news.stem), 10, date.s, 5,
                     date.s + 11);
}

static struct str entry_title(const struct feed *f, const struct feed_entry *e)
{
    static const char *const words[] = {
        [NEWS_NEW] = "新增", [NEWS_CHANGED] = "变更", [NEWS_GONE] = "不再列出"};
    const struct news_entry *news = &e->news;
    if (news->kind == NEWS_CATALOG)
        return view_title(f->arena, e->catalog->title);
    struct str title = view_title(f->arena, news->title);
    return str_print(f->arena, "%s：%.*s", words[news->kind],
                     STR_ARG(title.n ? title : news->stem));
}

static struct str entry_summary(const struct feed *f, const struct feed_entry *e)
{
    struct arena *a = f->arena;
    struct str title = view_title(a, e->catalog->title);
    switch (e->news.kind) {
    case NEWS_CATALOG: return e->catalog->number;
    case NEWS_NEW: return str_print(a, "列入“%.*s”", STR_ARG(title));
    case NEWS_CHANGED:
        return str_print(a, "“%.*s”中，本事项的%.*s有改动", STR_ARG(title),
                         STR_ARG(e->news.parts));
    case NEWS_GONE: return str_print(a, "不再列入“%.*s”", STR_ARG(title));
    }
    return STR("");
}

static void put_entry(const struct feed *f, const struct feed_entry *e, struct buf *out)
{
    struct str page = str_print(f->arena, "%.*s/%.*s/%.*s.html", STR_ARG(f->base),
                                STR_ARG(e->catalog->id),
                                STR_ARG(e->page ? e->news.stem : STR("index")));
    struct str summary = entry_summary(f, e);
    buf_puts(out, "<entry>\n");
    put_element(out, "title", entry_title(f, e));
    put_element(out, "id", entry_id(f, e));
    put_element(out, "updated", map_time(f->arena, e->news.date));
    put_link(out, "alternate", page);
    if (summary.n)
        put_element(out, "summary", summary);
    buf_puts(out, "</entry>\n");
}

static struct str first_of(struct str a, struct str b, struct str c)
{
    return a.n ? a : b.n ? b : c;
}

void feed_write(const struct publish *p, const struct site_info *site,
                const struct catalog_summary *all, size_t n, struct buf *out,
                struct diag *d)
{
    struct arena *a = arena_new();
    struct feed f = {.arena = a, .publish = p, .base = site_address(a, site), .d = d};
    if (f.base.n)
        gather(&f, all, n);
    if (f.entries.n) {
        struct str root = str_print(a, "%.*s/", STR_ARG(f.base));
        buf_puts(out,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
        put_element(out, "title", first_of(site->name, site->domain, f.base));
        put_element(out, "id", root);
        put_element(out, "updated", map_time(a, f.entries.at[0].news.date));
        buf_puts(out, "<author>\n");
        put_element(out, "name", first_of(site->sponsor, site->name, f.base));
        buf_puts(out, "</author>\n");
        put_link(out, "self", str_print(a, "%.*sfeed.xml", STR_ARG(root)));
        put_link(out, "alternate", str_print(a, "%.*sindex.html", STR_ARG(root)));
        for (size_t i = 0; i < f.entries.n; i++)
            put_entry(&f, &f.entries.at[i], out);
        buf_puts(out, "</feed>\n");
    }
    arena_drop(a);
}
