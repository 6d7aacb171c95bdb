/* names - the rules about names of places, offices and levels. Internal to check. */
#ifndef MULU_CHECK_NAMES_H
#define MULU_CHECK_NAMES_H

#include "check/toponym.h"
#include "check/words.h"

/* What they look for, for texts_fill(). */
extern const struct word_table level_words, abolished_words;

void check_region_code(struct check *check);
void check_places(struct check *check);
void check_levels(struct check *check);
void check_abolished(struct check *check);

#endif
