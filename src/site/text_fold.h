/* text_fold - texts as the search compares them, and how titles are spoken.
 *
 * site/assets/site.js folds what a reader types in the same way; search_test compares the
 * two over all texts of the catalogs. */
#ifndef MULU_SITE_TEXT_FOLD_H
#define MULU_SITE_TEXT_FOLD_H

#include "base/str.h"

/* NFKC, then small letters (of no language, ς as σ), then without blanks, line ends and characters
 * of no width: a title broken for print is found by its words. In the arena. */
struct str text_fold(struct arena *a, struct str text);

struct pinyin_speller; /* opaque; what it has spelled it keeps */

/* Opens ICU's Han-Latin and Latin-ASCII; dropped with pinyin_speller_drop(). NULL when ICU's
 * data are not there. */
struct pinyin_speller *pinyin_speller_new(void);
void pinyin_speller_drop(struct pinyin_speller *p);

/* The syllables of a text in small ASCII letters without tones, a blank between them:
 * 异地就医 gives "yi di jiu yi", DRG付费 "drg fu fei". Marks are left out. A character of
 * several readings has its usual one of such catalogs (银行, 行政). In the arena. */
struct str pinyin_spell(struct pinyin_speller *p, struct arena *a, struct str text);

#endif
