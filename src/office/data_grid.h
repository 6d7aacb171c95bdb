/* data_grid - what CSV and Excel say in a cell of the grid. Inner part of data_table. */
#ifndef MULU_OFFICE_DATA_GRID_H
#define MULU_OFFICE_DATA_GRID_H

#include "layout/grid.h"

/* The text of the cell, as published. */
struct str data_grid_text(const struct grid *g, const struct grid_cell *cell);

/* True for codes and numbers, which are texts all the same. */
bool data_grid_coded(enum grid_part part);

#endif
