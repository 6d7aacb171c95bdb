/* compare - one catalog against the national list it names, item by item.
 *
 * The result knows nothing of the catalog any more: a byte an item of the list, so that a
 * table over thousands of catalogs can be made after they are gone. */
#ifndef MULU_CHECK_COMPARE_H
#define MULU_CHECK_COMPARE_H

#include "catalog/model.h"
#include "catalog/scheme.h"

/* How an item of the list stands in a catalog. An item may be renamed, moved and longer at
 * once; 0: it is there as in the list. */
enum standing {
    STANDING_MISSING = 1 << 0, /* the catalog has no such item */
    STANDING_RENAMED = 1 << 1, /* its code has another title */
    STANDING_LONGER = 1 << 2,  /* its limit is longer */
    STANDING_MOVED = 1 << 3    /* it is listed under another main item */
};
enum { STANDING_KINDS = 4 };

struct comparison {
    unsigned char *standing; /* of each item of the list, in its order */
    size_t n;
};

/* Compares by code and title, as the rules of the family "national" do (national.h). The result
 * lives in the arena and borrows nothing. */
struct comparison compare_catalog(struct arena *a, const struct catalog *c,
                                  const struct scheme *s);

#endif
