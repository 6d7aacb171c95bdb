/* save - from the model to catalog.xml.
 *
 * Load, save, load is the identity. The layout is canonical: members in the order of the
 * format, two blanks of indent a level, texts untouched (never re-wrapped). */
#ifndef MULU_CATALOG_SAVE_H
#define MULU_CATALOG_SAVE_H

#include "base/buf.h"
#include "catalog/model.h"

/* Writes the catalog's own file. Derived members and other files are not written. */
void catalog_save(const struct catalog *c, struct buf *out);

/* Writes one form's file. */
void form_save(const struct form *f, struct buf *out);

#endif
