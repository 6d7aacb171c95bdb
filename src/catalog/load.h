/* load - from catalog.xml to the model.
 *
 * Reads the catalog's folder: catalog.xml, notice.md, forms/<id>.xml. Every problem goes to
 * the diag with file, line and column. The loader goes on after a problem where it can, so
 * that an editor sees all of them at once. */
#ifndef MULU_CATALOG_LOAD_H
#define MULU_CATALOG_LOAD_H

#include "catalog/model.h"
#include "diag/diag.h"

/* Loads the catalog in `folder`; `shown` is the path of that folder as messages print it.
 * Returns NULL when it cannot be used (unreadable, malformed, or with a problem of the
 * format: unknown element, duplicate id, a ref to nothing); the reasons are then in `d`.
 * The result is freed with catalog_drop(). */
struct catalog *catalog_load(struct str folder, struct str shown, struct diag *d);

/* The same from the text of catalog.xml alone: no forms, no notice.md, and no question which
 * folder it is in. The text is copied. */
struct catalog *catalog_load_text(struct str text, struct str shown, struct diag *d);

/* True for what can be the id of a catalog: [a-z0-9-]+, at most 64, and no name that the
 * site or the project keeps for itself. */
bool catalog_id_fits(struct str id);
/* True for six digits (GB/T 2260). */
bool region_code_fits(struct str code);

/* Frees the catalog and everything below it; NULL is fine. */
void catalog_drop(struct catalog *c);

#endif
