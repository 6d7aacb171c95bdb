/* text_headline - a heading set on lines of about equal length, broken between words.
 *
 * GB/T 9704-2012, 7.3.1 asks that a title's lines keep words whole and are balanced; a
 * cover wants the same. Where the office has broken the title itself ("\n"), that stands,
 * and each of its lines is balanced on its own. */
#ifndef MULU_LAYOUT_TEXT_HEADLINE_H
#define MULU_LAYOUT_TEXT_HEADLINE_H

#include "layout/text.h"

/* Lays the title out as text_layout() does with one span, on the fewest lines that hold it.
 * A word longer than a line, or a text of more than a few hundred words, is left to
 * text_layout() alone. Everything lives in the arena. */
struct paragraph headline_layout(struct arena *a, const struct typesetter *t,
                                 struct str text, const struct style *style,
                                 const struct paragraph_style *set);

#endif
