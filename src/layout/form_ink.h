/* form_ink - what was painted of a text, taken apart: words, check boxes, and the free
 * places between them.
 *
 * Fields are found on the painted page and not in the text of the form, so they stand where
 * the text really came to stand, whoever set it and however. */
#ifndef MULU_LAYOUT_FORM_INK_H
#define MULU_LAYOUT_FORM_INK_H

#include "scene/scene.h"

enum ink_kind {
    INK_WORD,
    INK_BOX, /* □ */
    INK_GAP  /* nothing, or a line to write on */
};
struct ink_piece {
    enum ink_kind kind;
    struct str text; /* of a word */
    double x, end;
    size_t
        mark;   /* of the page: the last one that the piece has a part in, or the last one
                  * in front of a gap */
    bool drawn; /* of a gap: a line to write on is there */
};
struct ink_line {
    double y, size; /* baseline; of its letters */
    VEC(struct ink_piece) pieces;
};
struct ink_lines {
    struct ink_line *at;
    size_t n, cap;
};

/* A mark with a text, and the next one of its element: index in `refs`, or STR_NONE. */
struct ink_ref {
    size_t page, mark, next;
};

/* The texts of a scene by the element that they belong to. */
struct form_ink {
    const struct scene *scene;
    const struct fonts *fonts;
    struct arena *arena;
    size_t first_element, first_page;
    size_t *first; /* by element: index in `refs`, or STR_NONE */
    VEC(struct ink_ref) refs;
};

/* Reads the scene's pages from `page` on, elements from `element` on. In the arena. */
struct form_ink form_ink(struct arena *a, const struct scene *s, const struct fonts *f,
                         size_t element, size_t page);

/* The lines of an element on a page. What is free at their ends, between `left` and `right`,
 * is a gap too. In the arena. */
struct ink_lines form_ink_lines(const struct form_ink *ink, size_t element, size_t page,
                                double left, double right);

#endif
