/* open_data - the files of a catalog for other programs: catalog.json, and its tables as
 * CSV and Excel. */
#ifndef MULU_SITE_OPEN_DATA_H
#define MULU_SITE_OPEN_DATA_H

#include "office/data_table.h"
#include "site/prints.h"

/* True for the path of such a file. The context is not looked at: for publish_keep_if(). */
bool open_data_has(const void *context, struct str path);

/* Writes every file the catalog has something for, and adds it to summary->data, in the
 * arena. Returns false after telling `d` when one cannot be made or written. */
bool open_data_make(const struct data_styles *styles, const struct catalog *c,
                    const struct sink *sink, struct arena *a,
                    struct catalog_summary *summary, struct diag *d);

#endif
