/* codes - the rules about codes: by themselves and beside each other. Internal to check.
 *
 * One mistake gives one finding: a rule that shows a code to be another's marks its subject
 * as doubted, and the rules behind it leave that code alone. So they run in this order. */
#ifndef MULU_CHECK_CODES_H
#define MULU_CHECK_CODES_H

#include "check/subject.h"

void check_code_forms(struct check *check);    /* codes.c */
void check_code_regions(struct check *check);  /* codes_region.c */
void check_unknown_codes(struct check *check); /* codes_national.c */
void check_shared_codes(struct check *check);  /* codes_shared.c */
void check_parents(struct check *check);       /* codes_kin.c */
void check_children(struct check *check);      /* codes_kin.c */
void check_suffixes(struct check *check);      /* codes_suffix.c */
void check_missing_codes(struct check *check); /* codes.c */

/* True for a catalog whose kind has a column for codes. */
bool codes_wanted(const struct catalog *c);

/* The national item with the title of `s`, when its code is that of another national item.
 * NULL: none. */
const struct scheme_item *code_owner(const struct subject *s);

/* The code to compare with others: what a mistyped one was meant to be. */
struct str code_meant(const struct subject *s);

#endif
