/* web_address - where the pages of a catalog are on the web, for who prints them.
 *
 * Made of the domain in site/site.xml; without one there is no address, and none is
 * invented. Characters that an address may not hold are written as %XX of their UTF-8. */
#ifndef MULU_LAYOUT_WEB_ADDRESS_H
#define MULU_LAYOUT_WEB_ADDRESS_H

#include "catalog/model.h"

/* The folder of a catalog's pages, without "/" at its end: https://www.yuanjiang.gov.cn/<id>;
 * "" for an empty domain. A domain that says its scheme (http://…) keeps it. In the arena. */
struct str web_folder(struct arena *a, struct str domain, struct str id);

/* The page of an item in such a folder; with a service (else NULL), its place on that page.
 * "" for an empty folder. In the arena. */
struct str web_page(struct arena *a, struct str folder, const struct item *item,
                    const struct item *service);

#endif
