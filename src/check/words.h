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

#include <stdint.h>

struct words; /* opaque */

/* `n` words: NUL-terminated texts, each `stride` bytes behind the one before (a member of
 * the rows of a table). */
struct word_table {
    const char *const *first;
    size_t n, stride;
    /* The first of as many texts that are right where the words are wrong, of the same rows
     * (险 in 医疗保险 for 医疗保俭), or NULL. Tells which characters of a word are rare. */
    const char *const *right;
};

/* A finder of such words. In the arena; borrows the words. */
struct words *words_new(struct arena *a, const char *const *first, size_t n,
                        size_t stride);
struct words *words_of(struct arena *a, const struct word_table *table);

/* Tells of many tables at once whether a text may have one of their words: it has the first
 * two characters and the last two of some (户口 and 口薄 for 户口薄), or the two that are wrong
 * (保俭 for 医疗保俭). All the words must have two characters. texts_fill() asks it about every text; rules look only at the texts that may. */
enum { WORD_PAIRS = 16384, WORD_TABLES = 8 };
struct word_pairs {
    /* by the hash of two characters: two bits for each table, as first and as last pair */
    uint16_t sets[WORD_PAIRS];
};
void word_pairs_add(struct word_pairs *pairs, const struct word_table *table,
                    unsigned which);

/* Whether a text may have a word of the table; `sets` is what all its pairs have. */
static inline bool word_pairs_may(unsigned sets, unsigned which)
{
    return (sets >> 2 * which & 3) == 3;
}

/* The key of a character of three bytes, and the place of two such keys. */
static inline unsigned word_key(const char *s)
{
    return ((unsigned)s[1] & 0x3F) << 6 | ((unsigned)s[2] & 0x3F);
}
static inline unsigned word_pair(unsigned first, unsigned second)
{
    return (first * 37 ^ second) % WORD_PAIRS;
}

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
