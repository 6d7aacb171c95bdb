/* usage - rules on what a catalog writes in more than one way, and on small slips in its
 * wording that a program can see. Internal to check.
 *
 * Most of them compare a catalog with itself: what nearly all places have decides, and
 * where there is no clear majority nothing is said. */
#ifndef MULU_CHECK_USAGE_H
#define MULU_CHECK_USAGE_H

#include "check/text.h"
#include "check/words.h"

/* What they look for, for texts_fill(). */
extern const struct word_table outdated_words, bound_words;

/* usage_limits.c: 不超过2个工作日内; 15个工作日 where all others have 不超过. */
void check_limits_doubled(struct check *check);
void check_limit_forms(struct check *check);

/* usage_ends.c: the last entry of a list, and lists of two; text-end looks at the others. */
void check_entry_ends(struct check *check);

/* usage_single.c: one entry that carries the number 1. */
void check_single_entries(struct check *check);

/* usage_words.c: one thing called by two words; words that are superseded. */
void check_words(struct check *check);

/* usage_offices.c: the receiving office, and the place where it receives. */
void check_office_names(struct check *check);
void check_places_vague(struct check *check);

/* usage_titles.c: a title without a word that the others of its group have. */
void check_sibling_titles(struct check *check);

/* usage_copied.c: one passage in two fields of an item; an entry that differs by a slip from
 * one that stands in many places. */
void check_copied(struct check *check);
void check_near_entries(struct check *check);

/* usage_marks.c: choices without □, titles broken by a line end. */
void check_form_boxes(struct check *check);
void check_broken_titles(struct check *check);

/* True when `odd` of a kind stand against `usual`: so few that they are slips. */
static inline bool usage_is_odd(size_t odd, size_t usual)
{
    return odd > 0 && usual >= 4 && usual >= 4 * odd;
}

#endif
