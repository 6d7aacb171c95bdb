/* text - paragraphs: from styled text and a width to lines.
 *
 * Break places are ICU's (zh@lb=strict) with our own rules on top: no forbidden mark at a
 * line's start or end, no break inside a code, a number with its unit, a date, a 文号. A
 * run too long for a line of its own is broken anywhere rather than cut off.
 *
 * A paragraph is laid out once and painted line by line, so a caller may break it over
 * pages. All measures are points. */
#ifndef MULU_LAYOUT_TEXT_H
#define MULU_LAYOUT_TEXT_H

#include "base/memo.h"
#include "scene/scene.h"

/* What setting text needs: the fonts and ICU's rules of line breaking, which are slow to
 * open. One a process, opened beside the fonts; still good after a fork. */
struct typesetter;

/* Returns a typesetter that borrows the fonts, to be freed with typesetter_drop(), or NULL
 * after telling `d` that ICU's data are not there. */
struct typesetter *typesetter_new(const struct fonts *fonts, struct diag *d);
void typesetter_drop(struct typesetter *t);
const struct fonts *typesetter_fonts(const struct typesetter *t);
/* Where flowcharts keep the texts they have set (text_memo.h). */
struct memo *typesetter_memo(const struct typesetter *t);

/* A line that goes with a text, in its colour. */
enum text_rule { RULE_NONE, RULE_UNDER, RULE_THROUGH };

/* A piece of a paragraph in one style. "\n" in the text begins a new line. */
struct span {
    struct str text;
    struct style style;
    struct str dest; /* a link to a destination of the scene, or "" */
    struct str uri;  /* a link to a web address, or "" */
    enum text_rule rule;
};

enum align { ALIGN_LEFT, ALIGN_JUSTIFY, ALIGN_CENTER, ALIGN_RIGHT };

struct paragraph_style {
    double width;        /* of the measure */
    double leading;      /* from baseline to baseline */
    double first_indent; /* of the first line */
    double hang;         /* of all lines but the first: hanging numbers */
    enum align align;
};

/* One run of a line: x from the left of the measure, in one style. The tracking is behind
 * every character but the last one; nudges (scene.h) move what stands closer or wider:
 * marks that share a square, the space between Chinese and Latin, justified lines. */
struct line_run {
    struct str text; /* borrowed from the span */
    struct style style;
    double x, width, tracking;
    VEC(struct nudge) nudges;
    struct str dest, uri;
    enum text_rule rule;
};
struct text_line {
    VEC(struct line_run) runs;
    double width;    /* of its visible text; blanks and the empty half of a mark at the
                      * end hang outside */
    size_t from, to; /* bytes of the joined text of the spans: for tests */
};
struct paragraph {
    VEC(struct text_line) lines; /* at least one */
    double leading;
    double ascent; /* from the top of a line's box to its baseline */
    double height; /* lines × leading */
    double width;  /* of the widest line */
};

/* Breaks the spans into lines. Everything lives in the arena; texts borrow from the spans.
 * Time and memory are linear in the text. No text gives one empty line; a width smaller
 * than a character gives a line a character. */
struct paragraph text_layout(struct arena *a, const struct typesetter *t,
                             const struct span *spans, size_t n,
                             const struct paragraph_style *style);

/* The same in two steps, for a text that is tried at several widths: what does not depend on the
 * width is found once. The spans must live as long. */
struct text_ready;
const struct text_ready *text_ready(struct arena *a, const struct typesetter *t,
                                    const struct span *spans, size_t n);
struct paragraph text_lines(struct arena *a, const struct text_ready *ready,
                            const struct paragraph_style *style);

/* How text_lines() would end, for a fraction of its time: to choose a width by. */
struct text_end {
    size_t lines;
    double width; /* of the last one where there are more than one */
};
struct text_end text_end(struct arena *a, const struct text_ready *ready,
                         const struct paragraph_style *style);

/* True when the line before which the paragraph would be parted begins behind a newline, or
 * two lines at least of what stands between two newlines are on each side: the first line of
 * a note is not left alone below, nor its last one above. */
bool text_parts_well(const struct paragraph *p, size_t line);

/* Paints lines `from` up to, not including, `to` with the top left corner of line `from` at
 * x, y. Returns the y below the last line painted. */
double text_paint(struct scene *s, size_t page, size_t element, const struct paragraph *p,
                  size_t from, size_t to, double x, double y);

/* Byte offsets inside a short text where a line may end between two words, so that a caller
 * that sets it in lines of its own choice cuts no word in two: 判断是否|受理. Words are those
 * of ICU's dictionary; 不 and its like stay with the next word, 的 and its like with the
 * one before. Both ends of the text are left out. In the arena. */
struct text_places {
    size_t *at;
    size_t n, cap;
};
struct text_places text_word_places(struct arena *a, const struct typesetter *t,
                                    struct str text);

/* The width of the longest run that must not be broken, and of the text on one line: what
 * a table needs to share out its columns. Neither is ever less than what text_layout()
 * needs, and the second may be a hair more. */
double text_least_width(struct arena *a, const struct typesetter *t,
                        const struct span *spans, size_t n);
double text_full_width(const struct typesetter *t, const struct span *spans, size_t n);

#endif
