/* raw - from a text as it was read back to the bytes of the file. Internal to check.
 *
 * A text loses its entities, comments and outer blanks on loading; a caret under a character
 * and a change to the file need the place where that character was written. */
#ifndef MULU_CHECK_RAW_H
#define MULU_CHECK_RAW_H

#include "base/str.h"
#include "diag/source.h"

/* A reader of the file, set on the first byte of a content or of an attribute's value. */
struct raw {
    struct str text; /* the whole file */
    size_t at;
};

/* Sets the reader on the content of the element that begins at `at`, or on the value of one
 * of its attributes. Returns false when it has none. */
bool raw_content(struct raw *raw, const struct source *source, size_t at);
bool raw_value(struct raw *raw, const struct source *source, size_t at, struct str name);

/* Finds the bytes *from to *to in the file that were read as words[first..last). Returns
 * false when file and words part ways before (a text between child elements). */
bool raw_range(struct raw *raw, struct str words, size_t first, size_t last, size_t *from,
               size_t *to);

#endif
