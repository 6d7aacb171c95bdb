/* overview_page - the overview of many catalogs as one page.
 *
 * The page stands alone: its style is inside, it has no script and nothing from another
 * host. With 3,000 regions it is about 3 MB. */
#ifndef MULU_HTML_OVERVIEW_PAGE_H
#define MULU_HTML_OVERVIEW_PAGE_H

#include "check/overview.h"
#include "html/template.h"

/* Writes the page of a finished overview with the template overview.html of the set. Returns
 * false after telling `d` what is wrong with the template, or when the page passes a limit
 * of template_render(); it must then not be used. */
bool overview_page(struct template_set *set, const struct overview *o, struct diag *d,
                   struct buf *out);

/* The shape of its context, for the reference of the templates. */
extern const struct shape overview_shape;

#endif
