/* title - when two titles of items mean the same.
 *
 * Offices print the national titles with blanks, quotes, brackets and dashes of their own,
 * shorten them, and split an item under its title (职工参保登记—在职职工). */
#ifndef MULU_CATALOG_TITLE_H
#define MULU_CATALOG_TITLE_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

/* How a local title stands to a national one, from the farthest to the nearest. */
enum title_match {
    TITLE_DIFFERENT,
    TITLE_TYPO,    /* one character off */
    TITLE_LONGER,  /* the national title with more words: 异地门诊费用报销 */
    TITLE_SHORT,   /* the national title with words left out: 异地就医备案 */
    TITLE_SPLIT,   /* the national title, then a dash or bracket and what it is for */
    TITLE_BRACKET, /* the same but for what stands in brackets */
    TITLE_SAME     /* the same but for blanks, quotes and punctuation */
};

/* Compares a local title with a national one; longer ones than 200 characters differ. */
enum title_match title_match(struct str local, struct str national);

/* ---- many titles against many ---- */

/* The characters of a title that carry its meaning: folded, without marks. */
struct title_form {
    const uint32_t *c;
    size_t n;
    size_t head;  /* how many stand before the first bracket or dash */
    uint64_t set; /* a bit for each that occurs, so that most comparisons end at once */
};
struct title_key {
    struct str text;        /* the title */
    struct title_form full; /* with what stands in brackets */
    struct title_form bare; /* without */
    bool whole;             /* false: longer than 200 characters, equal only to itself */
};

/* The key of a title, in the arena. */
struct title_key title_key_make(struct arena *a, struct str title);

/* As title_match() of the two titles. */
enum title_match title_key_match(const struct title_key *local,
                                 const struct title_key *national);

/* Bytes that are equal for TITLE_SAME titles and for no others; "" when the key is not
 * whole or nothing of the title carries meaning. */
struct str title_key_bytes(const struct title_key *k);

/* True when the local title is the national one with its characters in disorder: nearly the
 * same characters, of which few stand beside the same ones (a cell of several lines that were
 * put together wrongly). Words in another order (参保登记单位) are none. */
bool title_key_jumbled(const struct title_key *local, const struct title_key *national);

/* True when both titles are splits of one: the same words before a dash or bracket
 * (职工参保登记—在职职工, 职工参保登记—灵活就业人员). */
bool title_key_siblings(const struct title_key *a, const struct title_key *b);

#endif
