/* national - the rules that compare the catalog with the national list it names. Internal to check. */
#ifndef MULU_CHECK_NATIONAL_H
#define MULU_CHECK_NATIONAL_H

#include "check/subject.h"

void check_scheme(struct check *check);
void check_national_titles(struct check *check);
void check_national_missing(struct check *check);
void check_national_limits(struct check *check);

#endif
