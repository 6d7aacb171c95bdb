/* text_memo - texts that were set, kept for when the same is asked again: the charts of a
 * thousand counties say the same few steps and materials.
 *
 * What is kept belongs to the typesetter and takes a few megabytes at most: when it is
 * full, it is emptied and begins anew. */
#ifndef MULU_LAYOUT_TEXT_MEMO_H
#define MULU_LAYOUT_TEXT_MEMO_H

#include "layout/text.h"

struct text_memo;

/* Returns an empty memo, to be freed with text_memo_drop(). */
struct text_memo *text_memo_new(void);
void text_memo_drop(struct text_memo *m);

/* All that the lines depend on, besides the fonts. `way` tells ways of setting apart that
 * are given the same. */
struct memo_key {
    const struct span *spans; /* without links */
    size_t n;
    double width, leading, hang;
    int way;
};

/* Returns true and copies the paragraphs that were kept for the key into the arena; their
 * texts borrow from the spans of the key. False when there are none. */
bool text_recall(struct text_memo *m, struct arena *a, const struct memo_key *key,
                 struct paragraph **at, size_t *n);

/* Keeps copies of the paragraphs, whose texts borrow from the spans of the key. */
void text_keep(struct text_memo *m, const struct memo_key *key,
               const struct paragraph *at, size_t n);

#endif
