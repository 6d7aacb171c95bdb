/* released - whether the pages that stand published were all made by a release.
 *
 * A release of some catalogs keeps the pages of the others. When these are of a preview, or say
 * of the site what site.xml says no more, they may have gaps; then they are made anew. The
 * mark of a release is .mulu/site.released, which holds what site.xml said. */
#ifndef MULU_SITE_RELEASED_H
#define MULU_SITE_RELEASED_H

#include "html/site_info.h"
#include "site/publish.h"

/* True when the published version has the mark of a release with these values, or no pages. */
bool released_before(const struct publish *p, const struct site_info *site);

/* Marks the new version when it is of a release. Else it keeps the mark of the published one if
 * this run made no pages of catalogs (`pages`) and site.xml says what it said: the pages about
 * all catalogs are made by every run. Returns false after telling `d`. */
bool released_mark(const struct publish *p, const struct site_info *site, bool pages,
                   bool release, struct diag *d);

#endif
