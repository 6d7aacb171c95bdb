/* overview_book - the overview of many catalogs as a workbook: the matrix, the ranking, the
 * rules, what is not compared. */
#ifndef MULU_OFFICE_OVERVIEW_BOOK_H
#define MULU_OFFICE_OVERVIEW_BOOK_H

#include "base/buf.h"
#include "check/overview.h"

/* Writes the workbook of a finished overview. Returns false with the reason in `*why`. */
bool overview_book(const struct overview *o, struct buf *out, const char **why);

#endif
