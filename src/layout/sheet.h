/* sheet - a document that is one table: title, table, remarks, page numbers.
 *
 * What is common to item list, level matrix and disclosure catalog. The title stands on the
 * first page only, then in the running head; issuer, number and date below it; what the
 * source prints with the table (说明) behind it. */
#ifndef MULU_LAYOUT_SHEET_H
#define MULU_LAYOUT_SHEET_H

#include "catalog/model.h"
#include "layout/print_style.h"
#include "layout/table.h"

/* The names a sheet looks up in its style, for struct print_needs of the documents. */
#define SHEET_TYPES \
    "head", "foot", "above", "title", "subtitle", "label", "cell", "group", "code", \
        "remark"
#define SHEET_LABELS "foot", "between", "continued", "untitled"
#define SHEET_MEASURES "pad-x", "pad-y", "line", "share"
#define SHEET_COLORS "line", "tint"

/* What a row of the table's body stands for. */
struct sheet_row {
    const struct group *group; /* NULL but in the first row of the group */
    size_t position;           /* of the group, from 1 */
    const struct item *item;   /* whose page begins here; NULL: none */
};

/* The style on the paper for the table: the one of that name, if the catalog asks for one;
 * else the first of the style's papers on which every column holds its longest unbreakable
 * run and the shares, each worth at least the measure "share", have room; the last one when
 * there is none. What the columns need is noted in the table. In the arena. */
const struct print_style *sheet_paper(struct arena *a, const struct typesetter *t,
                                      const struct print_style *style, struct str paper,
                                      struct table *table);

/* Sets the document, with a bookmark a group and the destinations "group-<position>" and
 * "item-<stem>". `rows` are as many as the table's body. To be dropped with scene_drop();
 * NULL after telling `d` that the style leaves no room for the table. */
struct scene *sheet_scene(const struct catalog *c, const struct typesetter *t,
                          const struct print_style *style, const struct table *table,
                          const struct sheet_row *rows, struct diag *d);

/* 一、基本医疗保险参保和变更登记, or the style's words for a group without a name. */
struct str sheet_group_name(struct arena *a, const struct group *group,
                            const struct print_style *style);

/* How tables of such a style look: its type "cell", its lines and its tint. */
struct table_look sheet_look(const struct print_style *style);

/* One span in a type of the style as all text of the cell. */
void sheet_text(struct arena *a, const struct print_style *style, struct table_cell *cell,
                const char *type, struct str text);

/* A cell of the table's head, broken between words. Lent until the next one is added. */
struct table_cell *sheet_head(struct arena *a, const struct print_style *style,
                              struct table_row *row, struct str label);

#endif
