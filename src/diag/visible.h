/* visible - texts of the user's files as people may safely see them.
 *
 * Characters that turn the direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E,
 * U+2066 to U+2069: Unicode UAX #9, table 4) make a text look other than it is, and would
 * turn the words of the message around it, too: they are written out as <U+202E>. What is
 * very long is shortened in the middle with "…". Programs get texts as they are. */
#ifndef MULU_DIAG_VISIBLE_H
#define MULU_DIAG_VISIBLE_H

#include "base/buf.h"

/* For a terminal: a tab as a blank, control characters and broken ones as U+FFFD. */
void visible_put(struct buf *out, struct str s);
/* The columns that takes for one code point. */
size_t visible_columns(uint32_t c);

/* Characters of a value (expected, proposal) and of a name in a heading. */
enum { VISIBLE_VALUE = 500, VISIBLE_NAME = 100 };

/* The text, at most about `most` characters of it. */
void visible_cut(struct buf *out, struct str s, size_t most);
/* A message: each long “quotation” in it for itself, then the whole as a value. */
void visible_cut_message(struct buf *out, struct str s);

/* For pages: cut and with turning characters written out. In the arena, or the given one
 * when it is fit as it is. Line ends and other controls stay. */
struct str visible_text(struct arena *a, struct str s, size_t most);
struct str visible_message(struct arena *a, struct str s);

#endif
