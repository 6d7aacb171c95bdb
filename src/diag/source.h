/* source - a text that messages can point into.
 *
 * A source borrows its text and path; both must live as long as anything that points into
 * them (for a catalog: as long as its arena). */
#ifndef MULU_DIAG_SOURCE_H
#define MULU_DIAG_SOURCE_H

#include "base/str.h"

struct source {
    struct str path; /* as shown in messages, "/" between folders */
    struct str text; /* the whole file */
};

/* A place in a source. src NULL: the message has no place. An offset of STR_NONE: the
 * message is about the file as a whole. */
struct pos {
    const struct source *src;
    size_t offset; /* bytes from the start */
};

/* Where an offset stands, for people. */
struct place {
    size_t line;     /* from 1 */
    size_t column;   /* from 1, in characters */
    size_t indent;   /* terminal columns before the place, tabs counted as one */
    struct str text; /* the line without its end */
};

/* Finds the place of an offset; one past the end is the end. Takes time linear in the
 * offset: asked for messages only. */
struct place source_place(const struct source *src, size_t offset);

#endif
