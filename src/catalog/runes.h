/* runes - a text as code points without blanks, for looking at words in it.
 *
 * Chinese documents have blanks and line ends where the paper had them (30 个工作日,
 * 拨付-办 结), so words are looked for as if there were none. Line ends are kept as runes,
 * since they may separate clauses; inside a word they are passed over. */
#ifndef MULU_CATALOG_RUNES_H
#define MULU_CATALOG_RUNES_H

#include "base/str.h"

#include <stdint.h>

struct runes {
    uint32_t *c;
    size_t *at; /* n + 1 byte offsets in the text */
    size_t n;
};

/* The text laid out, in the arena. */
struct runes runes_of(struct arena *a, struct str text);

/* A digit 0 to 9, narrow or wide. */
static inline bool rune_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* True when the characters of `set` (UTF-8) include c. */
bool rune_in(uint32_t c, const char *set);

/* The index behind `word` when it stands at `i`, else 0; the same for the first word of a
 * table that does. */
size_t runes_word(const struct runes *r, size_t i, const char *word);
size_t runes_any(const struct runes *r, size_t i, const char *const *table, size_t n);

/* The index at which `word` begins when it ends at `end` and begins not before `from`; else
 * STR_NONE. Whether any word of a table does. */
size_t runes_word_before(const struct runes *r, size_t from, size_t end,
                         const char *word);
bool runes_any_before(const struct runes *r, size_t from, size_t end,
                      const char *const *table, size_t n);

/* The index of the first rune from `i` on that is no line end. */
size_t runes_skip_lines(const struct runes *r, size_t i);

/* The same with an array as the table. */
#define ANY_AT(r, i, table) runes_any(r, i, table, sizeof(table) / sizeof *(table))
#define ANY_BEFORE(r, from, end, table) \
    runes_any_before(r, from, end, table, sizeof(table) / sizeof *(table))

#endif
