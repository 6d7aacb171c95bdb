/* region - one made-up region and its catalog of forty items. */
#ifndef MULU_BENCH_REGION_H
#define MULU_BENCH_REGION_H

#include "bench/kit/pools.h"

enum { REGION_ITEMS = 40, REGION_MOST = 6912 /* names are not repeated below */ };

/* What a nation is made from. */
struct nature {
    size_t seed;
    bool own_titles; /* no two regions have an item of the same title */
};

/* The catalog of region `r`: the same for the same seed, whatever other regions there are.
 * It is a guide and has a level matrix and a disclosure catalog, so that its site is a page
 * an item and three more. Derived members are filled. Freed with catalog_drop(). */
struct catalog *region_new(const struct pools *p, const struct nature *nature, size_t r);

#endif
