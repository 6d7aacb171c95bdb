/* sheet_around - what stands around the table of a sheet: title and remarks, running heads,
 * page numbers. For the documents that are one table. */
#ifndef MULU_LAYOUT_SHEET_AROUND_H
#define MULU_LAYOUT_SHEET_AROUND_H

#include "layout/print_style.h"
#include "layout/table.h"

/* A sheet being written. */
struct sheet_around {
    struct arena *arena; /* of the layout, not of the scene */
    const struct typesetter *setter;
    const struct print_style *style;
    struct scene *scene;
    struct table_spot spot; /* where the next text stands */
};

/* A new scene with its first page and what it says of itself; texts are copied. To be dropped
 * with arena_drop() and scene_drop(). */
struct sheet_around sheet_begin(const struct typesetter *t,
                                const struct print_style *style, struct str title,
                                struct str author, struct str date);

/* One paragraph across the type area from the spot on, over as many pages as it takes, in a
 * type of the style; nothing for "". */
void sheet_put(struct sheet_around *s, enum role role, const char *type, struct str text);

/* What there is of the parts, with the label "between" between them. In the arena. */
struct str sheet_joined(const struct sheet_around *s, const struct str *parts, size_t n);

/* The title in the head of every page but the first, the number at the foot of all, when all
 * pages are there. */
void sheet_furniture(const struct sheet_around *s);

#endif
