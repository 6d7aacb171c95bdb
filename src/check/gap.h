/* gap - blanks between two characters of a text, for the rule text-blank. Internal to check.
 *
 *     struct gap gap = {.text = words};
 *     while (gap_next(&gap)) … */
#ifndef MULU_CHECK_GAP_H
#define MULU_CHECK_GAP_H

#include "check/text.h"
#include "check/trigrams.h"

/* The blanks from..to. */
struct gap {
    struct str text;
    size_t from, to;
};

/* Steps to the next blanks behind `to`; false: there are none. */
bool gap_next(struct gap *gap);

/* How many Chinese characters stand together before and behind it; up to 3. */
size_t gap_before(const struct gap *gap);
size_t gap_behind(const struct gap *gap);

bool gap_parts_issuers(const struct gap *gap);
bool gap_beside_mark(const struct gap *gap);

/* The characters around it stand together elsewhere; the set is filled. */
bool gap_certain(const struct trigrams *set, const struct gap *gap);

/* It may stand for a mark between two of a list: 身份证 户口簿, 参保登记 信息变更. */
bool gap_parts_entries(const struct gap *gap);

/* The text without its blanks, in the arena. */
struct str gap_close(struct check *check, struct str text);

/* Where the characters before `at` begin that stand together, or the last few of them. Words
 * have two or four. */
size_t gap_words(struct str text, size_t at);

/* A piece of the text, with … where it is cut off inside of words. */
struct str gap_quote(struct check *check, struct str text, struct str near);

/* Tells of one by itself, with what stands around it; `certain`: it can be mended unseen. */
void gap_report(struct check *check, const struct text *t, const struct gap *gap,
                bool certain);

#endif
