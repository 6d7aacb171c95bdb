/* limits - the rules about time limits. Internal to check. */
#ifndef MULU_CHECK_LIMITS_H
#define MULU_CHECK_LIMITS_H

#include "check/subject.h"

void check_limits(struct check *check);

#endif
