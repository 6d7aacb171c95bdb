/* form_places - where one writes in a text of a form: behind a colon, on a drawn line, in
 * front of 年, 月, 日 and other units, into a □, into the lines left free below a heading.
 *
 * Blanks that only keep words apart are no places, nor is what is signed or stamped by hand
 * (form_words.h). What an office writes is left out with the rest of its line. */
#ifndef MULU_LAYOUT_FORM_PLACES_H
#define MULU_LAYOUT_FORM_PLACES_H

#include "layout/form_ink.h"

struct form_place {
    bool check; /* a □ */
    struct box box;
    struct str words[2]; /* what it is called: 填表日期, 年; "" where there is none */
    size_t mark;         /* of the page: it is read behind this one */
    double size;         /* of the text, points */
    bool multiline, right;
};
struct form_places {
    struct form_place *at;
    size_t n, cap;
};

/* A text of the form: a line over or under the table, or a cell. */
struct form_area {
    size_t element, page;
    struct box box; /* free to write in: borders are outside */
    double hang;    /* x up to which lines that go on are indented; 0: they are not */
    bool cell;
    size_t slot;     /* of a cell: in the form's grid */
    bool labelled;   /* a label tells what it is about */
    bool heads;      /* the text behind it begins with a number */
    bool boxes_only; /* a label: nothing is written beside its words */
    bool closed;     /* the office's, or signed: no places at all */
};

struct form_areas {
    struct form_area *at;
    size_t n, cap;
};

/* The places of a text in reading order. `last` is set to the last mark of the text on its
 * page and kept where it has none. In the arena of the ink. */
struct form_places form_places(const struct form_ink *ink, const struct form_area *area,
                               size_t *last);

#endif
