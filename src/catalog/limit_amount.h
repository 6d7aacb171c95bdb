/* limit_amount - one amount of a time limit: 即时办结, 20个工作日, 半年. Used by limit.c. */
#ifndef MULU_CATALOG_LIMIT_AMOUNT_H
#define MULU_CATALOG_LIMIT_AMOUNT_H

#include "catalog/model.h"
#include "catalog/runes.h"

/* Tries an amount at `i`; the words since `start` decide whether it is one (第3个工作日 is
 * not). Returns the index behind it and its tail (内办结) and fills `p` except `when`; 0 for
 * none, and then `*skip` is how many runes belong together and are words. */
size_t limit_amount(const struct runes *r, size_t start, size_t i, struct limit_part *p,
                    size_t *skip);

/* True for the signs between the ends of a range: 5-10, 5至10. */
bool limit_is_range(uint32_t c);

#endif
