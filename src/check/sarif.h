/* sarif - findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for
 * editors and services that show the results of checks.
 *
 * One run over any number of catalogs, written as they come: results first, the tool and
 * its rules behind them, because only then is it known which ids occurred besides the rules
 * (files that could not be loaded have results, too). Places count characters
 * (columnKind unicodeCodePoints), a fix is a replacement in the file, and a finding that
 * the catalog accepts is a suppressed result. */
#ifndef MULU_CHECK_SARIF_H
#define MULU_CHECK_SARIF_H

#include "base/buf.h"
#include "catalog/model.h"
#include "diag/diag.h"

struct sarif; /* opaque */

/* Begins the log; `out` is written to from here to the end. The result lives in the arena. */
struct sarif *sarif_begin(struct arena *a, struct buf *out);

/* Makes the results of one catalog, apart from any log, as a record for sarif_take(). `c` is
 * what they were found in, NULL when it could not be loaded. */
void sarif_make(const struct catalog *c, const struct diag *found, struct buf *record);

/* Puts them into the log, catalog by catalog. Returns false when the record is none. */
bool sarif_take(struct sarif *s, struct str record);

/* Ends the log. `read` says whether all catalogs could be loaded. */
void sarif_end(struct sarif *s, bool read);

#endif
