/* limits - the rules about time limits. Internal to check. */
#ifndef MULU_CHECK_LIMITS_H
#define MULU_CHECK_LIMITS_H

#include "check/amounts.h"
#include "check/text.h"

/* One text of a limit field at a time: limit-unknown, limit-vague, limit-measure. */
void check_limit_texts(struct check *check);
/* Limits in days beside limits in working days: limit-calendar. */
void check_limit_units(struct check *check);
/* The limit of an item beside its steps: limit-payment. */
void check_payments(struct check *check);
/* The limit of an item beside what its other texts say: limit-conflict, limit-sum. */
void check_limit_conflicts(struct check *check);
void check_limit_sums(struct check *check);
/* The limit of an item beside those of its group: limit-outlier. */
void check_limit_outliers(struct check *check);

/* The one limit that holds for every case of an item or service; NULL when it has none,
 * several, or one that was not understood. */
const struct limit_part *limits_single(const struct item *item);

/* The limit of a text of the field `limit`. */
struct limit limits_of_text(struct check *check, const struct text *t);

#endif
