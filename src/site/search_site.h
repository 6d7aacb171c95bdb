/* search_site - what the search page loads of the whole site.
 *
 *     search/index.json       the catalogs with their sizes and shards, the synonyms, and those
 *                             of them for the home page that titles of items answer
 *     search/titles-0.json …  titles, codes and pinyin of the items: the first lines of the
 *                             catalogs' own indexes, about a thousand items a file
 *
 * A file holds whole catalogs in their order, so it is written as they come by, and memory
 * does not grow with their number. */
#ifndef MULU_SITE_SEARCH_SITE_H
#define MULU_SITE_SEARCH_SITE_H

#include "html/pages.h"
#include "site/publish.h"
#include "site/synonyms.h"

/* Writes them into the new version of the site, in which <id>/search.json of all catalogs
 * stand already; a catalog without is left out. Returns false after telling `d`. */
bool search_site_write(const struct publish *p, const struct catalog_summary *all,
                       size_t n, const struct synonyms *words, struct diag *d);

/* The words for the home page as the new version of the site has them, made now or kept; none
 * when it has no search. In the arena. */
struct str_list search_site_common(const struct publish *p, struct arena *a);

#endif
