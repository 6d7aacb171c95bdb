/* levels_table - the rows of the level matrix: from the model to a table. Inner part of
 * levels.c. */
#ifndef MULU_LAYOUT_LEVELS_TABLE_H
#define MULU_LAYOUT_LEVELS_TABLE_H

#include "catalog/model.h"
#include "layout/sheet.h"

struct levels_table {
    struct table table;
    VEC(struct sheet_row) rows; /* as many as the table's body */
};

/* The table with its texts, in the arena. */
struct levels_table levels_table(struct arena *a, const struct catalog *c,
                                 const struct print_style *style);

#endif
