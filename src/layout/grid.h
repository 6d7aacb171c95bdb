/* grid - a catalog as one table: item list (清单) or disclosure catalog (公开标准目录); the
 * level matrix too where it is data (templates/print/levels-data.xml).
 *
 * Which columns there are, in which order and how they are headed, is data: the columns of a
 * print style (templates/print/list.xml, disclosure.xml). Of these a catalog shows the ones
 * it has anything for. A row is an item, or one of its services; an item's own cells stand
 * over all rows of its services.
 *
 * Cells are merged
 *   - down, over the rows of a group, of an item with services, and where neighbours share a
 *     text (id and ref), also across groups. Where the sharing rows are not neighbours the
 *     text is printed again;
 *   - sideways, where a field says span.
 * Printed table and web page are both made of this, so they cannot differ. */
#ifndef MULU_LAYOUT_GRID_H
#define MULU_LAYOUT_GRID_H

#include "catalog/model.h"
#include "layout/print_style.h"

enum grid_part {
    GRID_GROUP,
    GRID_GROUP_NO, /* its number apart from its title */
    GRID_GROUP_CODE,
    GRID_SEQ,
    GRID_ITEM,
    GRID_ITEM_CODE,
    GRID_SERVICE_SEQ,
    GRID_SERVICE,
    GRID_SERVICE_CODE,
    GRID_FIELD,
    GRID_TICK, /* a declared column of the disclosure catalog */
    GRID_LEVEL /* a declared level */
};

struct grid_column {
    enum grid_part part;
    enum field_id field;             /* GRID_FIELD */
    size_t tick;                     /* index in catalog->columns (GRID_TICK), ->levels */
    struct str label, over;          /* what heads it, and what stands above that */
    const struct print_column *look; /* of the style */
    size_t index;                    /* of the look, among the style's columns */
    double share;
};

/* A cell of the header. */
struct grid_head {
    size_t row, column, rows, columns;
    struct str label;
};

struct grid_row {
    const struct group *group;
    size_t position;            /* of the group, from 1 */
    bool begins;                /* the group's first row */
    const struct item *item;    /* NULL: the group has none */
    const struct item *service; /* NULL: the row of the item itself */
    bool apart; /* a service below a row of its item: takes nothing from the item */
};

struct grid_cell {
    size_t row, column, rows, columns;
    struct str text;           /* as printed, its lines joined by \n; maybe "" */
    const struct field *field; /* what it shows, or NULL */
    bool header;               /* heads its row: group, item, service */
};

struct grid {
    const struct catalog *catalog;
    VEC(struct grid_column) columns;
    VEC(struct grid_row) rows;
    VEC(struct grid_head) heads; /* in reading order */
    size_t head_rows;            /* 1 or 2 */
    VEC(struct grid_cell) cells; /* in reading order */
    size_t *first;               /* of each row in `cells`, and one behind the last */
};

/* The names of columns a style must have: all that could be shown, so that a slip in a name
 * is found when the style is read. For struct print_needs; they end in NULL. */
extern const char *const grid_list_columns[], *const grid_disclosure_columns[],
                                                  *const grid_level_columns[];

/* The table with its texts, in the arena; catalog and style are borrowed. A catalog without
 * groups gives a grid without rows. */
struct grid grid_new(struct arena *a, const struct catalog *c,
                     const struct print_style *style);

/* The first row behind `row` that no merged cell reaches into from above and that begins a
 * group; the number of rows at the end. What a <tbody> may hold. */
size_t grid_block(const struct grid *g, size_t row);

/* True for the columns that a catalog declares itself. */
bool grid_declared(enum grid_part part);

/* What a field looks like in a cell: its printed text, but boxes to tick (■ □) two on a
 * line as the national template of disclosure prints them. In the arena. */
struct str grid_text(struct arena *a, const struct field *f);
/* True when the field is a list of such boxes. */
bool grid_boxed(const struct field *f);

#endif
