/* xlsx_check - whether a workbook is whole. Internal to office.
 *
 * libxlsxwriter writes its parts to temporary files and does not look whether that worked:
 * with a full disk it makes a workbook with parts cut off and reports success. So what it
 * made is read once more: every part must be there and be well-formed. */
#ifndef MULU_OFFICE_XLSX_CHECK_H
#define MULU_OFFICE_XLSX_CHECK_H

#include "base/str.h"

/* True when `zip` is an archive whose parts are all well-formed XML. */
bool xlsx_whole(struct str zip);

#endif
