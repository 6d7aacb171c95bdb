/* text_look - what characters a text has, and which tables of words it may have words of: rules
 * pass over texts that cannot have what they look for. Internal to check. */
#ifndef MULU_CHECK_TEXT_LOOK_H
#define MULU_CHECK_TEXT_LOOK_H

#include "check/text.h"
#include "check/words.h"

/* Fills it with the tables of enum text_words. */
void text_look_pairs(struct word_pairs *pairs);

/* Goes over the words once and adds to *marks (enum text_mark) and *tables. `pairs` may be
 * NULL: for marks only. */
void text_look(struct str words, const struct word_pairs *pairs, unsigned *marks,
               unsigned *tables);

#endif
