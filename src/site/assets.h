/* assets - the files of assets/ that all pages share: style sheet, script, icon, whatever an
 * office has of its own, and the JSON Schema of the open data. */
#ifndef MULU_SITE_ASSETS_H
#define MULU_SITE_ASSETS_H

#include "site/build.h"
#include "site/publish.h"

/* Every page names these files. Returns false after telling `d` which are missing. */
bool assets_ready(const struct build *b, struct arena *a, struct diag *d);

/* How large the schema will be that is published; 0 when there is none. */
size_t assets_schema_bytes(const struct build *b, struct arena *a);

/* Writes the project's own, and those of the program that the project has none of. Returns
 * false after telling `d`. */
bool assets_write(const struct build *b, const struct publish *p, struct arena *a,
                  struct diag *d);

#endif
