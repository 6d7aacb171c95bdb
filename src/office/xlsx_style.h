/* xlsx_style - how the styles of cells look. For xlsx.c, which knows the library, too. */
#ifndef MULU_OFFICE_XLSX_STYLE_H
#define MULU_OFFICE_XLSX_STYLE_H

#include "office/xlsx.h"

#include <xlsxwriter.h>

/* 宋体 for texts, 黑体 for heads: the fonts every office has. */
#define XLSX_SONG "宋体"
#define XLSX_HEI "黑体"

/* A new format of the book, which owns it. */
lxw_format *xlsx_format(lxw_workbook *book, enum xlsx_style style);

#endif
