/* maps - what machines read of the site: sitemap.xml (sitemaps.org 0.9) and robots.txt.
 *
 * Both name whole addresses. Without one (site.xml says no domain) there are none: robots.txt
 * names no sitemap, and that is not written. Dates are those on which a catalog's pages went
 * public; a catalog that does not say is there without a date. */
#ifndef MULU_SITE_MAPS_H
#define MULU_SITE_MAPS_H

#include "html/pages.h"

/* <id>/sitemap.xml: the pages of a catalog, by their names in its folder. Writes nothing
 * without an address. */
void map_catalog(const struct site_info *site, const struct catalog *c,
                 const struct str_list *pages, struct buf *out);

/* sitemap.xml of the site: an index of those of the catalogs; a map holds 50,000 addresses
 * at most, a catalog far fewer. */
void map_index(const struct site_info *site, const struct catalog_summary *all, size_t n,
               struct buf *out);

void map_robots(const struct site_info *site, struct buf *out);

/* A <web published>, "2020-12-28 09:30", as RFC 3339 in the time of China, which is that of all
 * its offices. In the arena. */
struct str map_time(struct arena *a, struct str time);

#endif
