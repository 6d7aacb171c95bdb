/* page_frame - the paper, its margins, and what stands in them on every page.
 *
 * Running heads, rules and page numbers are artifacts: printed, not read aloud. They are
 * painted when all pages are there, because 第 n 页，共 m 页 needs their number. */
#ifndef MULU_LAYOUT_PAGE_FRAME_H
#define MULU_LAYOUT_PAGE_FRAME_H

#include "layout/text.h"

/* Points. The type area is what the margins leave. */
struct page_frame {
    double width, height;
    double top, right, bottom, left;
    double head; /* from the page's top to the baseline of the running head */
    double foot; /* from the page's bottom to the baseline of the page number */
};

double frame_inner_width(const struct page_frame *f);
double frame_inner_height(const struct page_frame *f);
/* The y of the lower edge of the type area. */
double frame_end(const struct page_frame *f);

enum frame_place {
    FRAME_HEAD_LEFT,
    FRAME_HEAD_CENTER,
    FRAME_HEAD_RIGHT,
    FRAME_FOOT_LEFT,
    FRAME_FOOT_CENTER,
    FRAME_FOOT_RIGHT
};

/* Adds an empty page of the frame's size and returns its index. */
size_t frame_page(struct scene *s, const struct page_frame *f);

/* Paints one line of text at a place in the margins. What is wider than the type area, or
 * in the head wider than `most` (0: no other limit), is cut at a character and ends in …. */
void frame_text(struct scene *s, const struct typesetter *t, size_t page,
                const struct page_frame *f, enum frame_place place,
                const struct style *style, struct str text, double most);

/* The thin rule under the running head. */
void frame_rule(struct scene *s, size_t page, const struct page_frame *f,
                struct color color);

/* The pattern with the text at its first `place` ("{page}"), if it has one. In the arena. */
struct str frame_filled(struct arena *a, struct str pattern, const char *place,
                        struct str text);

/* A label of page numbers with its places filled: "第 {n} 页，共 {m} 页", "— {n} —".
 * In the arena. */
struct str frame_number(struct arena *a, struct str pattern, size_t n, size_t m);

#endif
