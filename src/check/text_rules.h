/* text_rules - the rules about the wording of every text. Internal to check. */
#ifndef MULU_CHECK_TEXT_RULES_H
#define MULU_CHECK_TEXT_RULES_H

#include "check/text.h"
#include "check/trigrams.h"
#include "check/words.h"

/* What they look for, for texts_fill(). */
extern const struct word_table lookalike_words, remnant_words;

void check_remnants(struct check *check);
void check_repeats(struct check *check);
void check_widths(struct check *check);
void check_blanks(struct check *check);
void check_lookalikes(struct check *check);
void check_odd_characters(struct check *check);
void check_dashes(struct check *check);
void check_marks(struct check *check);
void check_ends(struct check *check);

/* The bytes from..to of the text without the blanks in it that are certain to be wrong. In the
 * arena, or a slice of the text when there are none. */
struct str blanks_left_out(struct check *check, struct trigrams *set, struct str text,
                           size_t from, size_t to);

/* Titles, cells of a level matrix and chains of steps, whose blanks are told together.
 * text_blank_phrase.c */
bool text_phrase(const struct text *t);
void check_phrase_blanks(struct check *check, struct trigrams *set, const struct text *t);

/* A text with marks of its own meaning: the body of the notice, prose in Markdown. */
static inline bool text_markdown(const struct text *t)
{
    return t->raw || (t->of && t->of->markdown);
}

#endif
