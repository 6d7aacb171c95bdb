/* materials - the rules about materials, forms and the numbers of entries. Internal to check. */
#ifndef MULU_CHECK_MATERIALS_H
#define MULU_CHECK_MATERIALS_H

#include "check/subject.h"

void check_form_titles(struct check *check);

#endif
