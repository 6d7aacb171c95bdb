/* materials - the rules about what materials say, and how charts repeat them. Internal to
 * check. */
#ifndef MULU_CHECK_MATERIALS_H
#define MULU_CHECK_MATERIALS_H

#include "check/report.h"
#include "check/words.h"

/* Words that do not say what to bring, and their beginnings for texts_fill(). */
extern const struct word_table vague_words;
void check_vague(struct check *check);
/* True when a material has such words, and nothing that says what they mean. */
bool materials_vague(struct str words);

/* The same material twice in a list. */
void check_material_twice(struct check *check);

/* The list in a published chart's box and the item's own. */
void check_flow_materials(struct check *check);

/* The title of a published chart and that of its item. */
void check_flow_titles(struct check *check);

#endif
