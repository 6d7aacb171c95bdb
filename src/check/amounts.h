/* amounts - the time limits named inside a running text. Internal to check.
 *
 * limit.h reads a field that is a limit; a step or a note only mentions one among other
 * words: 转入地经办机构应在受理后5个工作日内生成并发出《联系函》. */
#ifndef MULU_CHECK_AMOUNTS_H
#define MULU_CHECK_AMOUNTS_H

#include "catalog/model.h"

/* All texts are slices of the text that was searched. */
struct amount {
    struct str words;       /* the amount itself with its tail: 5个工作日内办结 */
    struct str before;      /* what its sentence says before it */
    struct str after;       /* the rest of the text */
    struct limit_part part; /* without `when` */
};
struct amounts {
    struct amount *at;
    size_t n, cap;
};

/* The amounts in a text, in its order; the array lives in the arena. Costs nothing but a
 * search for words where the text names none. */
struct amounts amounts_find(struct arena *a, struct str text);

/* True for two amounts that say the same. */
bool amount_same(const struct limit_part *a, const struct limit_part *b);

/* True when the amount ends with the word for the end of the whole: 办结, 办毕, 完成. */
bool amount_finishes(const struct amount *amount);

#endif
