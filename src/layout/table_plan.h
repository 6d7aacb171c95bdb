/* table_plan - a table measured and placed, before it is painted. Inner part of table.c;
 * tests look at it too. */
#ifndef MULU_LAYOUT_TABLE_PLAN_H
#define MULU_LAYOUT_TABLE_PLAN_H

#include "layout/table.h"

/* A cell in its place of the grid, with its text as lines. */
struct table_slot {
    const struct table_cell *cell;
    size_t row, column, rowspan, colspan;
    bool head;
    double least;            /* its longest unbreakable run */
    double pad;              /* at its sides: the look's, less in a very narrow column */
    struct paragraph text;   /* as wide as the cell's inside */
    struct paragraph *again; /* text and mark, laid out when the cell first repeats */
    struct paragraph *mark;  /* the mark alone, laid out when it is first needed */

    /* while rows are placed */
    double top;   /* of its piece on the page being filled */
    size_t done;  /* lines that stand on earlier pages */
    bool carried; /* an earlier page shows some of it */
};

enum piece_kind {
    PIECE_TEXT,  /* lines from..to of the text */
    PIECE_REST,  /* the same below the mark */
    PIECE_AGAIN, /* the whole text again with the mark */
    PIECE_MARK   /* the mark alone: no room to say the text again */
};
struct table_piece {
    size_t slot; /* index */
    size_t page; /* 0: where the table begins */
    struct box box;
    size_t from, to;
    enum piece_kind kind;
    bool goes_on; /* the cell has a piece on the next page too */
};

struct table_slots {
    struct table_slot *at;
    size_t n, cap;
};
struct table_part {
    struct table_slots slots; /* in reading order */
    size_t *first;            /* of each row, and one behind the last */
    size_t rows;
    double *height; /* least height of each row */
};

struct table_plan {
    const struct table *table;
    const struct table_look *look;
    const struct typesetter *setter;
    double *x; /* left edges of the columns, and the right edge of the last */
    struct table_part head, body;
    double head_height;
    VEC(struct table_piece) pieces; /* of the body */
    size_t pages;
    bool later; /* nothing stands on the first page: no header either */
    double end_y;
    struct table_spot *rows; /* pages count from 0 */
};

/* Measures and distributes. Everything lives in the arena. Returns false after telling `d`
 * that a column is narrower than a letter. */
bool table_measure(struct table_plan *plan, struct arena *a, const struct typesetter *t,
                   const struct table *table, const struct table_look *look,
                   const struct page_frame *frame, struct diag *d);

/* Gives every cell of the rows its place in the grid. */
void table_slots(struct table_part *part, struct arena *a, size_t columns,
                 const struct table_row *rows, size_t n, bool head);

/* Sets the edges of the columns; the slots must have their places. Returns false as
 * table_measure() does. */
bool table_set_columns(struct table_plan *plan, struct arena *a,
                       const struct typesetter *t, const struct page_frame *frame,
                       struct diag *d);

/* The texts of a slot that goes on over a page. */
const struct paragraph *table_again(const struct table_plan *plan, struct arena *a,
                                    struct table_slot *slot);
const struct paragraph *table_mark(const struct table_plan *plan, struct arena *a,
                                   struct table_slot *slot);

/* A text with its characters one below another, in their upright forms: a line each, but
 * Latin letters and digits that stand together share one. In the arena. */
struct span table_stack(struct arena *a, const struct span *text);

/* Places the rows: on the first page from first_y, on others from the frame's top. Returns
 * false when a page has no room for even a few lines. */
bool table_place(struct table_plan *plan, struct arena *a, const struct page_frame *frame,
                 double first_y);

/* Settles the heights of a sheet's rows for a page that leaves it `room` points. */
void table_fill(struct table_plan *plan, double room);

/* The widths of `n` columns that make up `width`. No column is narrower than its least
 * width when all of these fit; when they do not, the widest of them are cut to one measure.
 * Above that: by share where one is given, without a share as wide as the text. */
void table_distribute(double *widths, size_t n, const double *shares, const double *least,
                      const double *full, double width);

#endif
