/* grid_columns - which columns of a style a catalog shows. Inner part of grid.c. */
#ifndef MULU_LAYOUT_GRID_COLUMNS_H
#define MULU_LAYOUT_GRID_COLUMNS_H

#include "layout/grid.h"

/* Fills the grid's columns. */
void grid_choose(struct arena *a, struct grid *g, const struct print_style *style);

#endif
