/* csv - rows of texts as RFC 4180 has them: CRLF behind each row, a text with a comma, a quote,
 * a line break or a blank at its ends in quotes. Line breaks inside a text stay \n. */
#ifndef MULU_OFFICE_CSV_H
#define MULU_OFFICE_CSV_H

#include "base/buf.h"

struct csv {
    struct buf *out;
    bool begun; /* the row has a cell */
};

/* Begins a file: Excel takes it for UTF-8 only with the mark in front. */
struct csv csv_new(struct buf *out);

/* Adds a cell to the row. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front, see csv_guarded(). */
void csv_cell(struct csv *c, struct str text);
void csv_end_row(struct csv *c);

/* True for a text that is written with an apostrophe in front: any apostrophes, then = + - @
 * (or the wide ＝ ＋ － ＠, which a Chinese Excel reads alike) or a tab, then anything more. So
 * whoever takes one apostrophe off each text of this shape that begins with one has the texts
 * as they were. A sign alone (－ for "none") is no formula and stays as it is.
 * https://owasp.org/www-community/attacks/CSV_Injection */
bool csv_guarded(struct str text);

#endif
