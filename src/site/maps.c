#include "site/maps.h"

#include "catalog/xml.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAP_SPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

struct str map_time(struct arena *a, struct str time)
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
                           STR_ARG(map_time(a, c->web_published)));
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
