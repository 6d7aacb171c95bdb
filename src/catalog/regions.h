/* regions - the names of places: the divisions of GB/T 2260 from province to county.
 *
 * Kept as catalogs/schemes/regions.tsv: a line a place, its code of six digits, a tab, its
 * name; lines that begin with "#" are comments. Loaded once and used for all catalogs of a
 * run; never changed. */
#ifndef MULU_CATALOG_REGIONS_H
#define MULU_CATALOG_REGIONS_H

#include "diag/diag.h"

struct region {
    struct str code;           /* 430182 */
    struct str name;           /* 宁乡市 */
    const struct region *twin; /* the next with the same name; NULL: none */
};
struct regions; /* opaque */

/* Loads the table; `path` is the file, `shown` its name in messages. Returns NULL when it
 * cannot be used; the reason is in `d`. */
struct regions *regions_load(struct str path, struct str shown, struct diag *d);
void regions_drop(struct regions *r);

/* The place with this code; NULL: none. */
const struct region *region_find(const struct regions *r, struct str code);
/* The first place of exactly this name; NULL: none. */
const struct region *region_named(const struct regions *r, struct str name);
/* The place with the longest name that ends at byte `end` of the text; NULL: none. */
const struct region *region_ending(const struct regions *r, struct str text, size_t end);

/* True when the place `above` holds the place `code` (both codes of six digits) or is it. */
bool region_holds(struct str above, struct str code);
/* "湖南省长沙市宁乡市": the place with those that hold it. In the arena. */
struct str region_full_name(const struct regions *r, struct arena *a,
                            const struct region *place);

#endif
