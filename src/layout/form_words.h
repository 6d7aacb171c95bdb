/* form_words - what the words of a form say of the place beside them: who writes there, and
 * what a field there is called. */
#ifndef MULU_LAYOUT_FORM_WORDS_H
#define MULU_LAYOUT_FORM_WORDS_H

#include "base/str.h"

/* True when a pen or a stamp writes there and no keyboard: 签字, 盖章, 照片. The name of who
 * stamps is typed all the same: 单位名称（单位公章）. */
bool words_by_hand(struct str words);

/* True when the office writes there and not who hands in the form: 经办机构意见, 审批意见,
 * （由医保部门填写）, 备案编号. */
bool words_of_office(struct str words);

/* The words as part of a field's name: without blanks, marks, numbering and what stands in
 * brackets, and of a sentence only its end; cut to 20 characters. "" when nothing is left.
 * In the arena. */
struct str words_name(struct arena *a, struct str words);

/* The words as a reader is told them: on one line, without the colon and the numbering.
 * In the arena. */
struct str words_told(struct arena *a, struct str words);

/* True for a number alone, also one cut short: 1, （2）, ... */
bool words_are_number(struct str words);

#endif
