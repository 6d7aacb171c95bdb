#include "site/maps.h"

#include "catalog/xml.h"

#include <stdlib.h>

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAP_SPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

/* "2020-12-28 09:30" as RFC 3339 in the time of China, which is that of all its offices. */
static struct str stamp(struct arena *a, struct str time)
{
    return str_print(a, "%.*sT%.*s:00+08:00", 10, time.s, 5, time.s + 11);
}

void map_catalog(const struct site_info *site, const struct catalog *c,
                 const struct str_list *pages, struct buf *out)
{
    struct arena *a = arena_new();
    struct str base = site_address(a, site);
    if (base.n) {
        buf_puts(out, XML_HEAD "<urlset xmlns=\"" MAP_SPACE "\">\n");
        for (size_t i = 0; i < pages->n; i++) {
            buf_puts(out, "<url><loc>");
            xml_put_text(out, base);
            buf_printf(out, "/%.*s/%.*s</loc>", STR_ARG(c->id), STR_ARG(pages->at[i]));
            if (c->web_published.n)
                buf_printf(out, "<lastmod>%.*s</lastmod>",
                           STR_ARG(stamp(a, c->web_published)));
            buf_puts(out, "</url>\n");
        }
        buf_puts(out, "</urlset>\n");
    }
    arena_drop(a);
}

void map_index(const struct site_info *site, const struct catalog_summary *all, size_t n,
               struct buf *out)
{
    struct arena *a = arena_new();
    struct str base = site_address(a, site);
    if (base.n) {
        buf_puts(out, XML_HEAD "<sitemapindex xmlns=\"" MAP_SPACE "\">\n");
        for (size_t i = 0; i < n; i++) {
            buf_puts(out, "<sitemap><loc>");
            xml_put_text(out, base);
            buf_printf(out, "/%.*s/sitemap.xml</loc></sitemap>\n", STR_ARG(all[i].id));
        }
        buf_puts(out, "</sitemapindex>\n");
    }
    arena_drop(a);
}

void map_robots(const struct site_info *site, struct buf *out)
{
    struct arena *a = arena_new();
    struct str base = site_address(a, site);
    buf_puts(out, "User-agent: *\nAllow: /\n");
    if (base.n)
        buf_printf(out, "Sitemap: %.*s/sitemap.xml\n", STR_ARG(base));
    arena_drop(a);
}

static int newest_first(const void *x, const void *y)
{
    const struct catalog_summary *a = *(const struct catalog_summary *const *)x;
    const struct catalog_summary *b = *(const struct catalog_summary *const *)y;
    int order = str_cmp(b->published, a->published);
    return order ? order : str_cmp(a->id, b->id);
}

static void put_element(struct buf *out, const char *name, struct str text)
{
    buf_printf(out, "<%s>", name);
    xml_put_text(out, text);
    buf_printf(out, "</%s>\n", name);
}

static void put_entry(struct arena *a, struct buf *out, struct str base,
                      const struct catalog_summary *c)
{
    struct str address =
        str_print(a, "%.*s/%.*s/index.html", STR_ARG(base), STR_ARG(c->id));
    buf_puts(out, "<entry>\n");
    put_element(out, "title", c->title);
    put_element(out, "id", address);
    put_element(out, "updated", stamp(a, c->published));
    buf_puts(out, "<link href=\"");
    xml_put_text(out, address);
    buf_puts(out, "\"/>\n");
    if (c->number.n)
        put_element(out, "summary", c->number);
    buf_puts(out, "</entry>\n");
}

void map_feed(const struct site_info *site, const struct catalog_summary *all, size_t n,
              struct buf *out)
{
    enum { MOST = 50 };
    struct arena *a = arena_new();
    struct str base = site_address(a, site);
    const struct catalog_summary **dated = arena_array(a, n, sizeof *dated);
    size_t count = 0;
    for (size_t i = 0; base.n && i < n; i++)
        if (all[i].published.n)
            dated[count++] = &all[i];
    if (count) {
        qsort(dated, count, sizeof *dated, newest_first);
        buf_puts(out, XML_HEAD "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        put_element(out, "title", site->name.n ? site->name : site->domain);
        put_element(out, "id", str_print(a, "%.*s/", STR_ARG(base)));
        put_element(out, "updated", stamp(a, dated[0]->published));
        buf_puts(out, "<author>\n");
        put_element(out, "name", site->sponsor.n ? site->sponsor : site->name);
        buf_puts(out, "</author>\n<link rel=\"self\" href=\"");
        xml_put_text(out, base);
        buf_puts(out, "/feed.xml\"/>\n");
        for (size_t i = 0; i < count && i < MOST; i++)
            put_entry(a, out, base, dated[i]);
        buf_puts(out, "</feed>\n");
    }
    arena_drop(a);
}
