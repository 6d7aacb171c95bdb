/* listing - the item list (清单) and the disclosure catalog (公开标准目录), printed.
 *
 * The grid of the catalog (grid.h) as a document of one table (sheet.h), on the paper the
 * catalog asks for. Looks, labels and columns are data: templates/print/list.xml and
 * disclosure.xml. */
#ifndef MULU_LAYOUT_LISTING_H
#define MULU_LAYOUT_LISTING_H

#include "catalog/model.h"
#include "layout/print_style.h"

/* The names a style of the kind must have, KIND_LIST or KIND_DISCLOSURE. Static. */
const struct print_needs *listing_needs(enum catalog_kind kind);

/* The whole document, with bookmarks and destinations as sheet_scene(); to be dropped with
 * scene_drop(). Returns NULL after telling `d` that the style leaves no room for the
 * table. */
struct scene *listing_scene(const struct catalog *c, const struct typesetter *t,
                            const struct print_style *style, struct diag *d);

#endif
