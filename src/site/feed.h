/* feed - feed.xml: what changed on the site, for programs that tell their readers (Atom,
 * RFC 4287).
 *
 * It is made of the news of all catalogs (news.h) in the version being made, the newest first: an
 * entry when a catalog went public, and later one for each item that is new, changed or gone.
 * An entry's id is the address of its page, for an item with the date behind "#": a program
 * that has shown it does not show it again. Dates are those of the catalogs, never the clock's. */
#ifndef MULU_SITE_FEED_H
#define MULU_SITE_FEED_H

#include "html/pages.h"
#include "site/publish.h"

/* Writes the feed: at most NEWS_MOST entries, or more when a publication goes on. A catalog
 * without news (published by a site without address) is there as it went public, one that says
 * no date is not. Nothing without an address or without entries. News that cannot be read are
 * told. */
void feed_write(const struct publish *p, const struct site_info *site,
                const struct catalog_summary *all, size_t n, struct buf *out,
                struct diag *d);

#endif
