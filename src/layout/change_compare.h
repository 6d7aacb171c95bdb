/* change_compare - which words of a text are not those of the other one.
 *
 * Two versions of a text are compared character by character, a number or a Latin word as
 * one; what both have in the same order is kept, everything else is changed. Single
 * characters that happen to be equal between two changes count as changed: words can be read
 * then. */
#ifndef MULU_LAYOUT_CHANGE_COMPARE_H
#define MULU_LAYOUT_CHANGE_COMPARE_H

#include "base/str.h"

struct change_piece {
    struct str text; /* borrowed */
    bool changed;
};
struct change_pieces {
    struct change_piece *at;
    size_t n, cap;
};

/* The two texts in pieces that are kept or changed by turns; joined they are the texts. In
 * the arena. Of two texts that differ over more than some 500 characters the whole stretch
 * counts as changed, so time and memory are bounded. */
void change_compare(struct arena *a, struct str before, struct str after,
                    struct change_pieces *of_before, struct change_pieces *of_after);

#endif
