/* xlsx_text - what Excel asks of texts and names. Internal to office. */
#ifndef MULU_OFFICE_XLSX_TEXT_H
#define MULU_OFFICE_XLSX_TEXT_H

#include "base/str.h"

/* The text as a cell can hold it, ending in NUL: cut to `most` UTF-16 units with a note when
 * it is longer, line ends as \n, and no _x0041_ that Excel would read as a character. */
struct str xlsx_fit(struct arena *a, struct str text, size_t most);

/* The columns that the widest line of the text takes. */
size_t xlsx_columns(struct str text);

/* A name for a sheet that none in `taken` has, letter case apart; ends in NUL. */
struct str xlsx_sheet_name(struct arena *a, struct str name,
                           const struct str_list *taken);

#endif
