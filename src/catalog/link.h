/* link - which addresses of a catalog's text may be published.
 *
 * A browser must read them as we do, and none may run anything. */
#ifndef MULU_CATALOG_LINK_H
#define MULU_CATALOG_LINK_H

#include "base/str.h"

/* True when the target of a link may be published: http, https, mailto, tel, or
 * relative to the page (no "//host", no backslash, no control characters). */
bool link_allowed(struct str target);

/* The same for the address of an image: relative only, since an image from another host would
 * tell that host who reads (and the pages' Content-Security-Policy does not load it). */
bool link_image_allowed(struct str address);

#endif
