/* forms - the rules about forms: those texts name, those items attach, those there are.
 * Internal to check. */
#ifndef MULU_CHECK_FORMS_H
#define MULU_CHECK_FORMS_H

#include "check/report.h"

void check_forms(struct check *check);

#endif
