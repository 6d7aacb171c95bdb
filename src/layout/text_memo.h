/* text_memo - texts that were set, kept for when the same is asked again: the charts of a
 * thousand counties say the same few steps. */
#ifndef MULU_LAYOUT_TEXT_MEMO_H
#define MULU_LAYOUT_TEXT_MEMO_H

#include "base/memo.h"
#include "layout/text.h"

/* All that the lines depend on, besides the fonts and how the asker sets texts. */
struct memo_key {
    const struct span *spans; /* without links */
    size_t n;
    double width, leading, hang;
};

/* Returns true and copies the paragraphs that were kept for the key into the arena; their
 * texts borrow from the spans of the key. False when there are none. */
bool text_recall(const struct memo *m, struct arena *a, const struct memo_key *key,
                 struct paragraph **at, size_t *n);

/* Keeps copies of the paragraphs, whose texts borrow from the spans of the key. */
void text_keep(struct memo *m, const struct memo_key *key, const struct paragraph *at,
               size_t n);

#endif
