/* poster_parts - what the files of the poster share. Inner part of poster.c. */
#ifndef MULU_LAYOUT_POSTER_PARTS_H
#define MULU_LAYOUT_POSTER_PARTS_H

#include "layout/poster.h"

#define POSTER_LETTERS 9.5 /* the least in a chart as it is laid out: flow.c */

struct poster {
    struct arena *arena;
    struct scene *scene;
    const struct typesetter *set;
    const struct print_style *style; /* on the paper in use */
    const struct catalog *catalog;
    const struct item *item;
};

/* A paragraph of a column, and the space above and below it. */
struct poster_piece {
    struct paragraph text;
    double above, below;
    enum role role;
};
struct poster_column {
    VEC(struct poster_piece) pieces;
    double width, height;
};

/* Sets all sections in a column, its letters `factor` times as large as the style says. */
struct poster_column poster_column(const struct poster *p, double width, double factor);
/* Sets them in two columns, divided so that they are low and no address is torn; the first
 * one is empty where there is but one section. Returns the height of the higher one. */
double poster_columns(const struct poster *p, double width, double factor,
                      struct poster_column columns[2]);
/* Adds one text in a type of the style to a column. */
void poster_put(const struct poster *p, struct poster_column *column, const char *type,
                enum role role, struct str text, double factor);
/* Paints a column; returns the y below it. */
double poster_paint(const struct poster *p, size_t page,
                    const struct poster_column *column, double x, double y);

/* A way to lay the sheet out. */
struct poster_plan {
    struct poster p; /* with the paper */
    struct poster_column head;
    struct poster_column panel[2]; /* the second one is empty beside the chart */
    bool beside;
    bool apart;           /* the panel has a sheet of its own */
    struct box area;      /* for chart and note */
    struct box panel_box; /* zero size when apart */
    double scale;         /* of the chart, were it painted whole */
};

/* poster.c: the title on a fresh sheet; the chart's element; the words below it; the panel
 * where it has its place. */
struct poster_column poster_head(const struct poster *p);
size_t poster_page(struct poster_plan *plan);
size_t poster_figure(const struct poster *p);
struct poster_column poster_note(struct poster_plan *plan);
void poster_panel(const struct poster_plan *plan, size_t page);

/* poster_sheets.c: the chart in parts on as many sheets as it takes; the panel on further
 * sheets. */
void poster_sheets(struct poster_plan *plan, struct diag *d);
void poster_panel_sheets(struct poster_plan *plan);

/* The label with {name} filled in. In the arena. */
struct str poster_fill(struct arena *a, struct str label, const char *name,
                       struct str text);

#endif
