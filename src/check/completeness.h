/* completeness - the rules about what a catalog must have. Internal to check. */
#ifndef MULU_CHECK_COMPLETENESS_H
#define MULU_CHECK_COMPLETENESS_H

#include "check/subject.h"

void check_fields(struct check *check);

#endif
