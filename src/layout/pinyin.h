/* pinyin - names in the order of their pronunciation, for an index.
 *
 * ICU's collation zh@collation=pinyin decides both the order and the letter a name stands
 * under, so the two cannot disagree. A character with several readings goes by the most
 * usual one, as in ICU's data; one without any reading there stands at the end of Z. */
#ifndef MULU_LAYOUT_PINYIN_H
#define MULU_LAYOUT_PINYIN_H

#include "base/str.h"

struct pinyin; /* opaque */

/* Opens the collation; dropped with pinyin_drop(). NULL when ICU's data are not there. */
struct pinyin *pinyin_new(void);
void pinyin_drop(struct pinyin *p);

/* The letter 'A' to 'Z' of the name's first character; '#' for what has none: digits,
 * marks, other scripts. */
char pinyin_letter(const struct pinyin *p, struct str name);

/* Less than, equal to or greater than 0: first by letter, '#' last, then by the whole. */
int pinyin_compare(const struct pinyin *p, struct str a, struct str b);

#endif
