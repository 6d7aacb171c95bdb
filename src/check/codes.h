/* codes - the rules about codes: by themselves and beside each other. Internal to check. */
#ifndef MULU_CHECK_CODES_H
#define MULU_CHECK_CODES_H

#include "check/subject.h"

void check_code_forms(struct check *check);
void check_unknown_codes(struct check *check);
void check_parents(struct check *check);
void check_twice(struct check *check);
void check_missing_codes(struct check *check);

#endif
