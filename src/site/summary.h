/* summary - what is known of a rendered catalog, as one record.
 *
 * It is a part of a catalog's state (state.h): a run over some catalogs can list the others
 * without reading them again. */
#ifndef MULU_SITE_SUMMARY_H
#define MULU_SITE_SUMMARY_H

#include "html/pages.h"

void summary_write(const struct catalog_summary *s, struct buf *out);

/* Takes a record off the front of `*rest`; texts borrow from it, lists live in the arena.
 * Returns false when it is not one. */
bool summary_read(struct arena *a, struct str *rest, struct catalog_summary *s);

/* A copy in the arena, without what is about items and forms (`forms`, `documents`). */
void summary_copy(struct arena *a, const struct catalog_summary *from,
                  struct catalog_summary *to);

#endif
