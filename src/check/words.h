/* words - finds the words of a table in texts, all in one pass. Internal to check.
 *
 *     for (size_t i = 0; i < words.n; i++)
 *         size_t which = words_at(w, str_from(words, i));
 *
 * Words begin with a Chinese character; most places of a text begin none, which one look
 * into a small table tells. */
#ifndef MULU_CHECK_WORDS_H
#define MULU_CHECK_WORDS_H

#include "base/str.h"

struct words; /* opaque */

/* A finder of `n` words: NUL-terminated texts, each `stride` bytes behind the one before (a
 * member of the rows of a table). In the arena; borrows the words. */
struct words *words_new(struct arena *a, const char *const *first, size_t n,
                        size_t stride);

/* The index of the longest word that the text begins with; STR_NONE: it begins with none. */
size_t words_at(const struct words *w, struct str text);

/* True when the text ends with a word of the table (NUL-terminated words). */
bool words_end(struct str text, const char *const *table, size_t n);
/* True when the text begins with one. */
bool words_begin(struct str text, const char *const *table, size_t n);
/* True when one of them stands anywhere in the text. */
bool words_inside(struct str text, const char *const *table, size_t n);

#define WORDS_END(text, table) words_end(text, table, sizeof(table) / sizeof *(table))
#define WORDS_BEGIN(text, table) words_begin(text, table, sizeof(table) / sizeof *(table))
#define WORDS_INSIDE(text, table) \
    words_inside(text, table, sizeof(table) / sizeof *(table))

#endif
