/* form_text - the texts of a form as lines to set: where one writes, what stands at the
 * right.
 *
 * Offices make room to write in by typing blanks and underscores, whose width depends on
 * the program and the font. Here they become what they stand for:
 * - two blanks or more, and a blank before a check box, are a gap: half a character each,
 *   set as ideographic blanks (which count as two);
 * - blanks between underscores belong to the line drawn there; a gap inside a sentence (a
 *   line with a 。) becomes such a line, for a gap would be lost when the sentence breaks;
 * - a line that begins with a gap stands at the right, unless it is a sentence: there it is
 *   an indent. */
#ifndef MULU_CATALOG_FORM_TEXT_H
#define MULU_CATALOG_FORM_TEXT_H

#include "base/str.h"

struct form_text_line {
    struct str text; /* without blanks at its ends, but for an indent */
    bool right;      /* to be set at the right */
    bool gaps;       /* it has gaps inside */
    size_t behind;   /* of a line at the right: half characters it keeps from the edge */
};
struct form_text {
    struct form_text_line *at;
    size_t n, cap;
};

/* The lines of a text; no text gives no line. With `placed` the lines keep their place:
 * a gap at the start stays a gap. In the arena. */
struct form_text form_text(struct arena *a, struct str text, bool placed);

/* The bytes of the number that a line begins with, its mark included (1. 2、 10．), and of the
 * word in front of it (注： 备注：). No number, no word. */
struct form_lead {
    size_t word, number;
};
struct form_lead form_text_lead(struct str line);

/* A line taken apart at its gaps: what stands between them, and how wide each gap behind a
 * part is, in ideographic blanks. Behind a last part that ends in a colon there is room to
 * write too: its gap is the mean of the others. */
struct form_part {
    struct str text; /* borrowed from the line */
    double gap;
};
struct form_parts {
    struct form_part *at;
    size_t n, cap;
};
struct form_parts form_text_parts(struct arena *a, struct str line);

#endif
