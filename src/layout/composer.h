/* composer - sets rows of text on pages: where a page ends, and what stands around it.
 *
 * A galley is a column of rows that knows nothing of pages: each row is one line of a
 * paragraph, with the space above it and whether the next row must stay with it (a heading
 * with its text, the first two and the last two lines of a paragraph). composer_set()
 * fills page after page with it; a page that is begun gets its furniture: running head,
 * rule, page number.
 *
 * Page numbers that are not known yet (in a table of contents) are painted as empty marks
 * of a reserved width and filled in by composer_finish(), so one pass over the text is
 * enough and a number never moves a line. All measures are points. */
#ifndef MULU_LAYOUT_COMPOSER_H
#define MULU_LAYOUT_COMPOSER_H

#include "layout/print_style.h"

enum folio_place {
    FOLIO_NONE,
    FOLIO_MIDDLE, /* centred at the foot */
    FOLIO_OUTER   /* odd pages right, even pages left, one character in from the edge */
};

/* What stands around the type area; all of it is an artifact, never read aloud. Texts are
 * borrowed until the last page of the section has begun. */
struct furniture {
    struct str left,
        right; /* running head, cut with an ellipsis; both "": none, no rule */
    enum folio_place folio;
};

/* The names of a print style the composer looks up: the last two and the color only when a
 * section has a running head. */
#define COMPOSER_TYPES "folio"
#define COMPOSER_HEAD_TYPES "head"
#define COMPOSER_LABELS "folio"
#define COMPOSER_HEAD_COLORS "rule"

/* Where a row can be reached from: a link's end, a bookmark. */
struct anchor {
    struct str dest;     /* name of the destination, or "" */
    struct str bookmark; /* its title, or "": none */
    unsigned depth;      /* of the bookmark */
    size_t target;       /* the target that stands here, or COMPOSER_NONE */
};

/* What leads from a row of a table of contents to its page. */
struct leader {
    size_t target;      /* whose page number is printed at the right end of the row */
    struct style style; /* of dots and number */
    double width;       /* reserved for the number and what stands around it */
    struct str before, behind; /* printed around the number; borrowed until the end */
    bool plain;   /* without dots, and beside the text of the row: an aside */
    double right; /* kept free to the right of the number */
};

struct row {
    const struct paragraph *text;
    size_t line;
    double x;                      /* from the left of the type area */
    const struct paragraph *label; /* one line on the same baseline, or NULL */
    double label_x;
    double height; /* from the top of this row to the top of the next */
    double above;  /* space before it; dropped at the top of a page */
    bool keep;     /* the next row must stand on the same page */
    size_t element, label_element;
    struct str link;             /* the whole row leads to this destination, or "" */
    const struct leader *leader; /* or NULL */
    const struct anchor *anchor; /* or NULL */
};

struct galley {
    VEC(struct row) rows;
    double gap; /* space the last block wants behind it, on top of the next one's */
};

enum { COMPOSER_NONE = (size_t)-1 };

/* A page number to be filled in when its target is placed. */
struct composer_slot {
    size_t page, mark; /* of the scene */
    double right;
    size_t target;
    struct str before, behind;
};

struct composer {
    struct scene *scene;
    const struct typesetter *set;
    struct arena *arena; /* galleys and paragraphs; dropped by composer_finish() */
    const struct print_style *style; /* of the section */
    struct furniture furniture;
    size_t page;       /* index of the page being filled */
    double y;          /* top of the next row */
    bool open;         /* a page has been begun */
    bool fresh;        /* and nothing stands on it yet */
    size_t unnumbered; /* pages in front of page 1: the cover */
    bool alternate;    /* heads say their left side on even pages, the right one on odd */
    VEC(size_t) targets; /* page of each, or COMPOSER_NONE */
    VEC(struct composer_slot) slots;
};

/* A composer that fills a scene, which is borrowed. */
struct composer composer_new(struct scene *s, const struct typesetter *set);

/* Fills in the page numbers and drops the arena. */
void composer_finish(struct composer *c);

/* Pages begun from now on have this style's paper and this furniture; the next row begins
 * one. */
void composer_section(struct composer *c, const struct print_style *style,
                      struct furniture furniture);

/* Whether both sides of the running head have room on the section's paper, if need be in
 * slightly smaller letters. Where one of a book has not, `alternate` keeps all alike. */
bool composer_head_fits(const struct composer *c, struct furniture furniture);

/* Begins a page, or the first page if none is open. */
void composer_page(struct composer *c);

/* Width and height of the type area, and what is left of it below y. */
double composer_width(const struct composer *c);
double composer_height(const struct composer *c);
double composer_room(const struct composer *c);

/* Takes pages that something else has added to the scene since the section's last page:
 * they get its furniture, and the next row begins a page. */
void composer_adopt(struct composer *c);

/* Makes room for `height` below `above`: begins a page when it is not there. Moves y down
 * by `above` unless the page is fresh. Something higher than a page gets a fresh page. */
void composer_need(struct composer *c, double above, double height);

/* The room that the galley, when it is set, leaves below it on its last page. */
double galley_room(const struct composer *c, const struct galley *g);

/* Draws the rows of the galley together to `least` (0.93) of their heights at most when
 * that saves a page: a few lines are not left to stand on one of their own, nor what comes
 * below them and is `tail` points high with the space above it (0: nothing). */
void galley_tighten(const struct composer *c, struct galley *g, double least,
                    double tail);

/* Sets all rows of the galley. */
void composer_set(struct composer *c, const struct galley *g);

/* The number printed on a page of the scene; 0 for the cover. */
size_t composer_number(const struct composer *c, size_t page);

/* A new target whose page is not known yet. */
size_t composer_target(struct composer *c);

/* Notes that an anchor stands on the current page at `y`. */
void composer_anchor(struct composer *c, const struct anchor *a, double y);

/* A text for a place of one line (running head, bookmark, contents): its lines joined,
 * without a blank between Chinese characters. In the arena. */
struct str text_on_one_line(struct arena *a, struct str text);

/* How a block of text is set into a galley. */
struct block {
    size_t element;      /* what it is */
    double left, right;  /* indents of the whole block */
    double first_indent; /* of the first line, on top of `left` */
    double hang;         /* of the other lines, on top of `left` */
    double leading;
    double above, below;
    enum align align;
    bool keep_next; /* stays with what follows: a heading */
};

/* A block as a type of the print style sets it. */
struct block block_of(const struct print_type *t, size_t element);

/* Lay out a text, or take one laid out already, and put its lines behind the galley's.
 * Returns the index of the first row. */
size_t galley_text(struct composer *c, struct galley *g, const struct span *spans,
                   size_t n, const struct block *b);
size_t galley_paragraph(struct composer *c, struct galley *g, const struct paragraph *p,
                        const struct block *b);

/* The same for a heading as the type sets it, balanced (text_headline.h). */
size_t galley_headline(struct composer *c, struct galley *g,
                       const struct print_type *type, struct str text,
                       const struct block *b);

/* Puts a label (a number) at `x` on the baseline of a row. */
void galley_label(struct composer *c, struct galley *g, size_t row,
                  const struct span *label, double x, size_t element);

#endif
