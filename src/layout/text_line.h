/* text_line - one line of a paragraph: from letters to runs that stand in their places.
 *
 * Inner part of text.c. */
#ifndef MULU_LAYOUT_TEXT_LINE_H
#define MULU_LAYOUT_TEXT_LINE_H

#include "layout/text_breaks.h"

/* A paragraph at work. */
struct setting {
    struct arena *arena;
    const struct fonts *fonts;
    const struct span *spans;
    const size_t *span_at; /* byte offset of each span in the joined text */
    const struct paragraph_style *style;
    const struct letters *letters;
};

/* A line to be: letters from, up to, not including, to. */
struct stretch {
    size_t from, to;
    bool first; /* begins a paragraph, or stands behind a newline */
    bool last;  /* ends it */
    double indent;
};

/* How wide a line with this indent may be. */
double line_room(const struct setting *s, double indent);

/* What an opening mark at the beginning of a line, or a closing mark at its end, gives up:
 * its empty half (CLREQ 3.1.6.1; GB/T 15834-2011, 5.1.10). A mark that begins a paragraph
 * keeps it, as the indent is meant in whole characters, unless the line is centred. */
double line_start_cut(const struct setting *s, size_t i, bool first);
double line_end_cut(const struct setting *s, size_t i);

/* The space before a letter that does not begin a line: the hair, or 0. */
double line_hair_width(const struct setting *s, size_t i);
static inline double line_hair(const struct setting *s, size_t i)
{
    return s->letters->at[i].hair ? line_hair_width(s, i) : 0;
}

/* Puts the runs of the stretch on the line. */
void line_put(const struct setting *s, struct text_line *line, struct stretch of);

#endif
