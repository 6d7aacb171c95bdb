/* bracket - brackets, quotation marks and title marks by themselves: which there are, and
 * where one stands alone rightly. Internal to check. */
#ifndef MULU_CHECK_BRACKET_H
#define MULU_CHECK_BRACKET_H

#include "base/str.h"

#include <stdint.h>

/* Marks of one kind are round, square, title … whatever their width. */
enum bracket_kind {
    BRACKET_ROUND,
    BRACKET_SQUARE,
    BRACKET_SIX,
    BRACKET_LENS,
    BRACKET_CURLY,
    BRACKET_TITLE,
    BRACKET_INNER,
    BRACKET_DOUBLE,
    BRACKET_SINGLE,
    BRACKET_CORNER,
    BRACKET_HOLLOW
};

struct bracket {
    uint32_t open, close;
    enum bracket_kind kind;
    const char *open_text, *close_text;
};

/* The pair that the character is one of; *opens is which. NULL: it is none. */
const struct bracket *bracket_find(uint32_t c, bool *opens);

/* A round bracket behind a number, a letter or ①: an enumeration. */
bool bracket_numbers_list(struct str before);

/* The mark stands beside the year of a document number. */
bool bracket_beside_year(struct str before, struct str behind, bool opens);

/* A mark at..end that needs no counterpart: 1), :-), an apostrophe, 19”, [2020]. */
bool bracket_alone(const struct bracket *mark, struct str words, size_t at, size_t end,
                   bool opens);

#endif
