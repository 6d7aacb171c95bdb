/* web_address - where the pages of a catalog are on the web, for who prints them.
 *
 * Without an address of the site there is none, and none is invented. Characters that an address may not hold are written as %XX of their UTF-8. */
#ifndef MULU_LAYOUT_WEB_ADDRESS_H
#define MULU_LAYOUT_WEB_ADDRESS_H

#include "catalog/model.h"

/* The folder of a catalog's pages on a site (https://www.yuanjiang.gov.cn), without "/" at
 * its end; "" for an empty site. In the arena. */
struct str web_folder(struct arena *a, struct str site, struct str id);

/* The page of an item in such a folder; with a service (else NULL), its place on that page.
 * "" for an empty folder. In the arena. */
struct str web_page(struct arena *a, struct str folder, const struct item *item,
                    const struct item *service);

#endif
