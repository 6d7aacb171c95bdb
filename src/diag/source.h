/* source - a text that messages can point into.
 *
 * A source borrows its text and path; both must live as long as anything that points into
 * them (for a catalog: as long as its arena). */
#ifndef MULU_DIAG_SOURCE_H
#define MULU_DIAG_SOURCE_H

#include "base/str.h"

struct line_index; /* opaque */

struct source {
    struct str path;                /* as shown in messages, "/" between folders */
    struct str text;                /* the whole file */
    const struct line_index *lines; /* NULL: places are found by reading from the start */
};

/* Makes places of this source quick to find. The index lives in the arena; the text must
 * not change behind it. Copies of the source share it. */
void source_index(struct arena *a, struct source *src);

/* A place in a source. src NULL: the message has no place. An offset of STR_NONE: the
 * message is about the file as a whole. */
struct pos {
    const struct source *src;
    size_t offset; /* bytes from the start */
};

/* Where an offset stands, for people. */
struct place {
    size_t line;   /* from 1 */
    size_t column; /* from 1, in characters; a byte order mark is none */
};

/* Finds the place of an offset; one past the end is the end. Takes a time that grows with
 * the logarithm of the lines when the source has an index, else with the offset. */
struct place source_place(const struct source *src, size_t offset);

/* The offset of a place; that of the end for one behind it. As quick as source_place(). */
size_t source_offset(const struct source *src, size_t line, size_t column);

/* A piece of the line around an offset, to show with a caret under the place. */
struct excerpt {
    struct str text; /* borrowed from the source; at most EXCERPT_COLUMNS wide */
    size_t indent;   /* terminal columns before the place, as visible_put() shows them */
    bool cut_left, cut_right; /* the line goes on there */
};
enum { EXCERPT_COLUMNS = 100 };

/* Takes a time that does not depend on the length of line or file. */
struct excerpt source_excerpt(const struct source *src, size_t offset);

#endif
