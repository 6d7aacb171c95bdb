/* checker - what is kept from one check to the next. Internal to check; check.h says how it is
 * used. */
#ifndef MULU_CHECK_CHECKER_H
#define MULU_CHECK_CHECKER_H

#include "base/memo.h"
#include "catalog/regions.h"
#include "check/words.h"

struct checker {
    const struct regions *places; /* or NULL */
    struct str today;             /* "2026-01-05"; "": not known */
    struct word_pairs pairs;      /* of the tables of enum text_words */
    struct memo *texts;           /* text_known.h */
    struct arena *room;           /* of `texts`; asked for once in a check */
};

#endif
