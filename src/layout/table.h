/* table - a table over as many pages as it needs.
 *
 * Four steps: distribute (widths of columns), measure (each cell becomes a paragraph),
 * place (rows onto pages, which gives pieces of cells), paint. Header rows stand on every
 * page, never without a row below them. A cell that goes on over a page shows its next lines
 * there, below the mark （续）; when all of it has been shown it says its text again with the
 * mark behind it, as `repeat` tells. A row that does not fit goes to the next page when that
 * leaves at most a quarter of this one empty, else it is broken between lines. */
#ifndef MULU_LAYOUT_TABLE_H
#define MULU_LAYOUT_TABLE_H

#include "layout/page_frame.h"

enum table_valign { TABLE_MIDDLE, TABLE_TOP, TABLE_BOTTOM };

/* What a cell says on the next page when all of its text has been shown. */
enum table_repeat {
    TABLE_ONCE,  /* nothing */
    TABLE_AGAIN, /* its text with the mark; the mark alone for half a page of text */
    TABLE_SHORT  /* the same, but only texts of a few lines are said again */
};

/* A line of a cell's text as it was written, between two "\n". */
struct table_line {
    bool right;   /* set at the right, whatever the cell's alignment is */
    double inset; /* points that it keeps from the edge there */
    double hang;  /* points that it is indented where it goes on */
    bool block;   /* it begins below the others that say so: with the widest of them */
};

struct table_cell {
    const struct span *spans; /* borrowed until the table is painted */
    size_t n;
    size_t rowspan, colspan; /* 0 counts as 1; cut to the rows and columns there are */
    enum align align;
    enum table_valign valign; /* of a cell that stands on one page; else it is the top */
    bool header;              /* heads its row: <TH scope="row"> */
    const struct table_line
        *lines; /* of its text, of one span, a row a line; NULL: all the
                                     * usual */
    enum table_repeat repeat;
    size_t named; /* so many of its spans are its name: said again, the mark stands behind
                    * these, else behind all */
    bool balanced; /* lines of about equal length, between words; of one span */
    bool chain;    /* steps and dashes: lines end behind a dash; of one span */
    bool settle;   /* in the middle when it is one line, else as `align` says */
    bool
        vertical; /* its characters one below another, Latin and digits together; one span */
    struct pos at; /* where its text stands, for messages */
};

/* The cells of a row fill its columns from the left, past those taken from above. Fewer
 * cells leave places empty; more than there are places are our mistake. */
struct table_row {
    VEC(struct table_cell) cells;
    double height; /* wanted, points: rows that must fit on a page may get less. 0: any */
};

/* A table of which all rows are to stand on the page where it begins: they take the heights
 * that they want where there is room; without it they give up what their texts do not need.
 * Where there is too much room they grow, but not over `growth` times their height. */
struct table_sheet {
    double growth;  /* 1 and more; 0: the table is no sheet */
    double reserve; /* points kept free below it */
};

/* What the columns need, in points: see table_widths(). */
struct table_widths {
    double *least;  /* to hold the longest run that must not be broken, with padding */
    double *full;   /* to hold every text on one line */
    double *letter; /* the size of the largest letter, without padding */
    double sum;     /* of `least` */
};

struct table {
    size_t columns;
    const double *shares; /* of the width, one a column; 0: as wide as its text needs */
    VEC(struct table_row) head, body;
    struct table_sheet sheet;
    const struct table_widths *widths; /* if they are known already, else NULL */
};

struct table_look {
    double leading, pad_x, pad_y, line_width; /* points */
    struct color line, tint;                  /* tint of the header */
    struct str continued;                     /* （续） */
    struct style continued_style;
};

/* Where something begins. */
struct table_spot {
    size_t page;
    double y;
};
/* Where a cell stands: its box on the page where it begins, borders included. */
struct table_place {
    size_t page, element;
    struct box box;
};
struct table_end {
    size_t page;               /* the table's last page */
    double y;                  /* below its last row */
    struct table_spot *rows;   /* where each row of the body begins; in the arena */
    struct table_place *cells; /* of the body, in reading order; in the arena */
    size_t n;
};

/* Whether the columns can hold a letter each on this paper: else table_paint() refuses. */
bool table_fits(const struct typesetter *t, const struct table *table,
                const struct table_look *look, const struct page_frame *frame);

/* What the columns need whatever the paper is, so that a paper can be chosen before the
 * table is painted. In the arena. */
struct table_widths table_widths(struct arena *a, const struct typesetter *t,
                                 const struct table *table,
                                 const struct table_look *look);

/* Paints the table below `parent`, as wide as the frame's type area, beginning at `start`
 * on the scene's last page; further pages are added. Columns hold their longest unbreakable
 * run as long as the sum of these fits; if not, `d` is told which texts had to be broken.
 * Returns false, with nothing painted, after telling `d` that not even one row fits between
 * the header and the page's end, or that a column is narrower than a letter. */
bool table_paint(struct scene *s, struct arena *a, const struct typesetter *t,
                 const struct table *table, const struct table_look *look,
                 const struct page_frame *frame, size_t parent, struct table_spot start,
                 struct table_end *end, struct diag *d);

#endif
