/* line_ends - texts of Windows and old Macs, read as those of Unix.
 *
 * A notice reads the same from every editor: its lines end in LF and it begins without a byte
 * order mark. What is stored keeps both, so a change to the text that was read has to be
 * brought back to it. */
#ifndef MULU_CATALOG_LINE_ENDS_H
#define MULU_CATALOG_LINE_ENDS_H

#include "base/str.h"

/* The text with CR LF and CR as LF and without a byte order mark; in the arena, or the given
 * one when it has none of them. */
struct str line_ends_unix(struct arena *a, struct str stored);

/* How many bytes of `stored`, which begins with what stands for the LF of a text that
 * line_ends_unix() made or for any other of its bytes, stand for that byte. */
size_t line_ends_stored(struct str stored, char byte);

/* The byte order mark that `stored` begins with and `text`, read from it, does not; or "". */
struct str line_ends_mark(struct str stored, struct str text);

#endif
