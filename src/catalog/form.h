/* form - the grid of a form: which cell stands where.
 *
 * The cells of a row fill its columns from the left, past those that cells above have
 * taken. The number of columns is that of the form's `columns`, else that of its first
 * row. In a row that is too short the last cell goes on to the right edge. */
#ifndef MULU_CATALOG_FORM_H
#define MULU_CATALOG_FORM_H

#include "catalog/model.h"

/* A cell in its place. */
struct form_slot {
    const struct form_cell *cell;
    size_t row, column, rowspan, colspan; /* never past the edges of the grid */
};

enum form_fault_kind {
    FORM_TOO_WIDE, /* a cell has no place in its row, or is cut */
    FORM_TOO_DEEP  /* a cell is merged over more rows than there are */
};
struct form_fault {
    enum form_fault_kind kind;
    size_t at;   /* of the cell, in the form's file */
    size_t row;  /* from 0, repeated rows counted */
    size_t most; /* FORM_TOO_DEEP: rows from this one on */
};

struct form_grid {
    size_t columns;              /* 0: a form without rows */
    size_t rows;                 /* repeated rows counted */
    const struct form_row **row; /* of each */
    size_t *first; /* slot of each row's first cell, and one behind the last */
    VEC(struct form_slot) slots; /* row by row, from left to right */
    VEC(struct form_fault) faults;
};

/* Everything lives in the arena. A cell without a place is left out. */
struct form_grid form_grid(struct arena *a, const struct form *f);

/* Words of the format: "center"; "" for FORM_AUTO, and FORM_AUTO for any other word. */
const char *form_align_name(enum form_align align);
enum form_align form_align_find(struct str word);
const char *form_valign_name(enum form_valign valign);
enum form_valign form_valign_find(struct str word); /* FORM_MIDDLE for other words */

/* The form of that id, or NULL. */
const struct form *form_find(const struct catalog *c, struct str id);

/* All forms of a catalog, each once: in the order in which its items list them, then its
 * own, then those that only materials name or nothing. In the arena. */
struct form_refs form_order(struct arena *a, const struct catalog *c);

/* What it is called: its title on one line, else its name; where it has neither, the first
 * words of its text, with …. In the arena. */
struct str form_name(struct arena *a, const struct form *f);

#endif
