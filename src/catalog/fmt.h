/* fmt - catalog.xml and form files in their canonical layout: what `mulu fmt` does. */
#ifndef MULU_CATALOG_FMT_H
#define MULU_CATALOG_FMT_H

#include "diag/diag.h"

/* Writes the text of a catalog.xml or a form's file in canonical layout (xml_print.h).
 * Returns false, with nothing written, after telling `d` why the file cannot be read or is
 * not of the format: what is not understood is not moved about. */
bool fmt_text(struct str text, struct str shown, struct diag *d, struct buf *out);

#endif
