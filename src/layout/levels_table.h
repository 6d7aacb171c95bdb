/* levels_table - the rows of the level matrix: from the model to a table. Inner part of
 * levels.c. */
#ifndef MULU_LAYOUT_LEVELS_TABLE_H
#define MULU_LAYOUT_LEVELS_TABLE_H

#include "catalog/model.h"
#include "layout/print_style.h"
#include "layout/table.h"

/* What a row of the body stands for. */
struct levels_row {
    const struct group *group; /* NULL but in the first row of the group */
    size_t position;           /* of the group, from 1 */
    const struct item *item;   /* an item or a service; NULL: the group has none */
};
struct levels_table {
    struct table table;
    VEC(struct levels_row) rows; /* as many as the table's body */
};

/* The table with its texts, in the arena. */
struct levels_table levels_table(struct arena *a, const struct typesetter *t,
                                 const struct catalog *c,
                                 const struct print_style *style);

/* 一、基本医疗保险参保和变更登记, or the style's words for a group without a name. */
struct str levels_group_name(struct arena *a, const struct group *group,
                             const struct print_style *style);

#endif
