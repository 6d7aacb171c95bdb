/* accept - the findings that the catalog itself accepts. Internal to check.
 *
 * Runs behind all other rules: marks what an <accept> of the catalog meets, and reports the
 * acceptances that name no rule or meet nothing. */
#ifndef MULU_CHECK_ACCEPT_H
#define MULU_CHECK_ACCEPT_H

#include "check/subject.h"

void check_accepts(struct check *check);

#endif
