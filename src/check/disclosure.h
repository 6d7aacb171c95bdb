/* disclosure - the rules about catalogs of what is made public (基层政务公开标准目录). Internal
 * to check. */
#ifndef MULU_CHECK_DISCLOSURE_H
#define MULU_CHECK_DISCLOSURE_H

#include "check/text.h"

/* disclosure-audience, disclosure-mode, disclosure-level. */
void check_ticks(struct check *check);
/* disclosure-deadline. */
void check_deadlines(struct check *check);
/* disclosure-elements. */
void check_element_lists(struct check *check);
/* disclosure-channel. */
void check_publication(struct check *check);

#endif
