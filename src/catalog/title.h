/* title - when two titles of items mean the same.
 *
 * Offices print the national titles with blanks, quotes, brackets and dashes of their own,
 * shorten them, and split an item under its title (职工参保登记—在职职工). */
#ifndef MULU_CATALOG_TITLE_H
#define MULU_CATALOG_TITLE_H

#include "base/str.h"

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

#endif
