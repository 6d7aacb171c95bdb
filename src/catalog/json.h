/* json - the resolved catalog as the JSON of DESIGN section 3 [contract]. */
#ifndef MULU_CATALOG_JSON_H
#define MULU_CATALOG_JSON_H

#include "base/buf.h"
#include "catalog/model.h"

/* Writes the catalog with all keys in the order of the contract, nothing absent, two
 * blanks of indent, a line end at the end. */
void catalog_json(const struct catalog *c, struct buf *out);

#endif
