/* levels - the level matrix (三级清单): which office handles which item, as a table.
 *
 * A row an item: its group, merged over the group's rows and said again where the group goes
 * on over a page; its number, name and code; a cell for each declared level. Looks and
 * labels are data: templates/print/levels.xml. */
#ifndef MULU_LAYOUT_LEVELS_H
#define MULU_LAYOUT_LEVELS_H

#include "catalog/model.h"
#include "layout/print_style.h"

/* The names the document looks up in its style. Static. */
const struct print_needs *levels_needs(void);

/* The whole document, with a bookmark a group and the destinations "group-<position>" and
 * "item-<stem>"; to be dropped with scene_drop(). Returns NULL after telling `d` that the
 * style leaves no room for the table. */
struct scene *levels_scene(const struct catalog *c, const struct typesetter *t,
                           const struct print_style *style, struct diag *d);

#endif
