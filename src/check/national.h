/* national - the rules that compare the catalog with the national list it names. Internal to check. */
#ifndef MULU_CHECK_NATIONAL_H
#define MULU_CHECK_NATIONAL_H

#include "check/subject.h"

void check_scheme(struct check *check);
void check_national_titles(struct check *check);
void check_national_missing(struct check *check);
void check_national_limits(struct check *check);

/* What the rules above and the overview (compare.h) say of one item of the catalog, so that
 * a table and the messages beside it cannot disagree. All need a scheme. */

/* Marks the items of the scheme that are there because of this one: the same code, the same
 * title, the main item it is a part of. Returns whether there are any. */
bool national_mark(const struct check *check, const struct subject *s, bool *present);
/* Its title is another than that of the national item with its code. */
bool national_renamed(const struct subject *s);
/* Its limit is longer than the national one. */
bool national_longer(const struct subject *s);
/* It stands under the code of another main item than in the list. */
bool national_moved(const struct check *check, const struct subject *s);

#endif
