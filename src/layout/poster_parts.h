/* poster_parts - what the files of the poster share. Inner part of poster.c. */
#ifndef MULU_LAYOUT_POSTER_PARTS_H
#define MULU_LAYOUT_POSTER_PARTS_H

#include "layout/poster.h"

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

/* What a column holds. */
enum poster_sections { POSTER_MATERIALS = 1, POSTER_FACTS = 2 };

/* Sets sections in a column, its letters `factor` times as large as the style says. */
struct poster_column poster_column(const struct poster *p, unsigned sections,
                                   double width, double factor);
/* Adds one text in a type of the style to a column. */
void poster_put(const struct poster *p, struct poster_column *column, const char *type,
                enum role role, struct str text, double factor);
/* Paints a column; returns the y below it. */
double poster_paint(const struct poster *p, size_t page,
                    const struct poster_column *column, double x, double y);

/* The label with {name} filled in. In the arena. */
struct str poster_fill(struct arena *a, struct str label, const char *name,
                       struct str text);

#endif
