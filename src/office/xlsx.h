/* xlsx - Excel workbooks: sheets of texts and numbers in a few fixed styles.
 *
 * Writing is sticky: functions return void, the first failure is told by xlsx_close(). The same
 * calls give the same bytes: the date is SOURCE_DATE_EPOCH, else a fixed day. Temporary
 * files lie in a folder of their own below TMPDIR (else /tmp) and are gone behind
 * xlsx_close(). Only xlsx.c knows libxlsxwriter. */
#ifndef MULU_OFFICE_XLSX_H
#define MULU_OFFICE_XLSX_H

#include "base/buf.h"
#include "diag/diag.h"

struct xlsx;       /* a workbook; opaque */
struct xlsx_sheet; /* opaque; lives as long as the workbook */

/* How a cell looks. All but titles and lines have a border and wrap. */
enum xlsx_style {
    XLSX_TITLE,   /* of a sheet, over all columns */
    XLSX_LINE,    /* a line of text under the title */
    XLSX_HEAD,    /* of a column */
    XLSX_UPRIGHT, /* of a narrow column: turned */
    XLSX_TEXT,
    XLSX_BOLD,
    XLSX_SMALL, /* rule ids */
    XLSX_CENTER,
    XLSX_CODE, /* of the number format "text": it stays one when somebody edits it */
    XLSX_ERROR, /* severities, and signs of the matrix: each differs in more than colour */
    XLSX_WARNING,
    XLSX_NOTE,
    XLSX_RATE,   /* two decimals */
    XLSX_SUM,    /* totals */
    XLSX_ANSWER, /* to be filled in */
    XLSX_LINK,
    XLSX_STYLES
};

/* The style in which a severity is said. */
enum xlsx_style xlsx_severity(enum severity severity);

enum xlsx_paper { XLSX_A4, XLSX_A3 };

enum {
    XLSX_MOST_TEXT =
        32767, /* UTF-16 units in a cell; what is over is cut, and said there */
    XLSX_MOST_SHEETS = 200 /* in one workbook */
};

/* Returns a workbook to be ended with xlsx_close() or xlsx_drop(); NULL with the reason in
 * `*why` (as in file.h). */
struct xlsx *xlsx_new(struct str title, const char **why);

/* Ends the workbook and puts its bytes to `out`. Frees it in either case. Returns false with
 * the reason when a file could not be written or a limit of the format was passed. */
bool xlsx_close(struct xlsx *x, struct buf *out, const char **why);
/* Gives up; NULL is fine. */
void xlsx_drop(struct xlsx *x);

/* The day, "2020-12-28", that the file is to say it was made on; with anything else it stays as
 * it was. As in our PDF, what the catalog says comes before SOURCE_DATE_EPOCH. */
void xlsx_date(struct xlsx *x, struct str iso);

/* A new sheet behind the others. The name is made valid (no []:*?/\, at most 31 units) and,
 * where another sheet has it, told apart by a number. */
struct xlsx_sheet *xlsx_sheet(struct xlsx *x, struct str name);

/* Cells; rows and columns count from 0. A text stays a text: codes keep their zeros, and
 * nothing is a formula or a link. */
void xlsx_text(struct xlsx_sheet *s, size_t row, size_t column, enum xlsx_style style,
               struct str text);
void xlsx_number(struct xlsx_sheet *s, size_t row, size_t column, enum xlsx_style style,
                 size_t number);
/* A number with two decimals, in XLSX_RATE. */
void xlsx_rate(struct xlsx_sheet *s, size_t row, size_t column, double number);
/* A text over several cells; it does not widen columns. */
void xlsx_merge(struct xlsx_sheet *s, size_t row, size_t column, size_t rows,
                size_t columns, enum xlsx_style style, struct str text);
/* A link to a file beside the workbook: "returns/x.xlsx". */
void xlsx_link(struct xlsx_sheet *s, size_t row, size_t column, struct str file,
               struct str text);
/* Offers words for the empty cells of a column; others may be written too. `about` is shown
 * when such a cell is chosen; at most 250 characters. */
void xlsx_choices(struct xlsx_sheet *s, size_t column, size_t first, size_t last,
                  const char *const *words, size_t n, const char *about);

/* A column is as wide as its longest line, within these bounds, in digits; a Chinese
 * character is two. Without bounds it is as wide as it must be, at most 60. */
void xlsx_width(struct xlsx_sheet *s, size_t column, double least, double most);
void xlsx_hide(struct xlsx_sheet *s, size_t column);
void xlsx_height(struct xlsx_sheet *s, size_t row, double points);
/* Lines that a text takes in so many columns of width; for rows of merged cells, whose
 * height Excel does not find by itself. */
size_t xlsx_lines(struct str text, double width);

/* Rows and columns before this cell stay when the sheet is scrolled. */
void xlsx_freeze(struct xlsx_sheet *s, size_t row, size_t column);
/* Printed on landscape paper, as wide as the page, with page numbers; the rows from `first`
 * up to `last` and so many columns at the left on every page. */
void xlsx_print(struct xlsx_sheet *s, enum xlsx_paper paper, size_t first, size_t last,
                size_t columns, struct str head);

#endif
