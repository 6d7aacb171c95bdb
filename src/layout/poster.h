/* poster - the wall poster (挂图) of an item: its flowchart as large as A3 allows, with what to
 * bring, how long it takes and whom to ask.
 *
 * Upright or across, whichever shows the chart larger. A chart that is too large for one
 * sheet even at the least legible size is continued on further ones; what stands beside the
 * chart goes to a sheet of its own where there is no room for it. */
#ifndef MULU_LAYOUT_POSTER_H
#define MULU_LAYOUT_POSTER_H

#include "catalog/model.h"
#include "layout/print_style.h"

/* What templates/print/poster.xml must name. */
const struct print_needs *poster_needs(void);

/* True when the item has a chart to hang. */
bool poster_wanted(const struct item *item);

/* The poster of an item that has a chart; dropped with scene_drop(). A chart too wide for the
 * paper gets a wider sheet, and that is told. */
struct scene *poster_scene(const struct catalog *c, const struct item *item,
                           const struct typesetter *t, const struct print_style *style,
                           struct diag *d);

#endif
