/* weight - pages of items that are heavy for an old phone, and what makes them so.
 *
 * The aim of an item's page is 30 KB of HTML without style sheet and script. One above it is
 * written all the same; the editor is told. */
#ifndef MULU_SITE_WEIGHT_H
#define MULU_SITE_WEIGHT_H

#include "catalog/model.h"
#include "diag/diag.h"

enum {
    WEIGHT_MOST = 30 * 1024, /* bytes of a page that are no news */
    WEIGHT_TOLD = 10 /* items of a catalog that are named; the others are counted */
};

/* Tells of the n-th (from 1) page of a catalog that is too heavy. */
void weight_tell(const struct catalog *c, const struct item *item, struct str page,
                 size_t n, struct diag *d);
/* Tells how many there were besides those named, if any. */
void weight_rest(const struct catalog *c, size_t heavy, struct diag *d);

#endif
