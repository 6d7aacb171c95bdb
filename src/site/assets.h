/* assets - the files all pages share: style sheet, scripts, the JSON Schema of the open data.
 *
 * They are published as assets/. A file of the project stands for the program's of the same
 * name, so a project can have a style sheet or a schema of its own. */
#ifndef MULU_SITE_ASSETS_H
#define MULU_SITE_ASSETS_H

#include "site/publish.h"

struct assets {
    struct str own,
        common;        /* folders: the project's, the program's; neither need exist */
    struct str schema; /* file of the JSON Schema, or "" */
};

/* Every page names style sheet, script and icon. Returns false after telling `d` which of them
 * are in neither folder. */
bool assets_ready(const struct assets *s, struct arena *a, struct diag *d);

/* How many bytes the schema will have that is published; 0 when there is none. What is read
 * stays in the arena. */
size_t assets_schema_bytes(const struct assets *s, struct arena *a);

/* Publishes all of them. `data`: the data are made now that the schema describes, so that it
 * must be there. Returns false after telling `d`. */
bool assets_publish(const struct assets *s, const struct publish *p, bool data,
                    struct arena *a, struct diag *d);

#endif
