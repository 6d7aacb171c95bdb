/* notice_parts - what the files of the notice share. Inner part of notice.c.
 *
 * Clause numbers are those of GB/T 9704-2012. */
#ifndef MULU_LAYOUT_NOTICE_PARTS_H
#define MULU_LAYOUT_NOTICE_PARTS_H

#include "layout/notice.h"

struct notice_page {
    struct composer *c;
    const struct notice *notice;
    const struct print_style *style;
    bool alone;             /* the notice is the whole document */
    size_t element;         /* it as a part of its document */
    double line, character; /* of the grid */
};

/* Of a paragraph, in characters of the grid. */
struct indents {
    double left, right, first, hang;
};

/* notice_grid.c: text on the grid of 22 lines of 28 characters (5.2.3). */

/* The style letters are measured in: as wide as the cells of the grid. */
struct style notice_cell(const struct notice_page *p, struct style style);

/* Put spans, or one text in a type of the style, behind the galley's rows as a paragraph.
 * Return the index of its first row. The styles of the spans are changed. */
size_t notice_put_spans(struct notice_page *p, struct galley *g, const char *name,
                        struct span *spans, size_t n, struct indents in,
                        enum align align);
size_t notice_put_text(struct notice_page *p, struct galley *g, const char *name,
                       struct str text, struct indents in, enum align align);

/* notice_head.c: 7.2 版头 at the top of the first page. */
void notice_head(struct notice_page *p);

/* notice_imprint.c: 7.4 版记 at the foot of the last page. */
void notice_imprint(struct notice_page *p);

#endif
