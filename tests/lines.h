/* lines - a second opinion on broken lines: what may not begin or end one, and what must
 * stay in one piece.
 *
 * Written from the standards (GB/T 15834-2011, clause 5.1; GB/T 9704-2012, 7.3.5) and from
 * what the catalogs print, without a look at how the program breaks lines, and nothing of
 * it is shared. Blanks at a break belong to neither line. */
#ifndef MULU_TESTS_LINES_H
#define MULU_TESTS_LINES_H

#include "base/str.h"

/* A run that must not be broken: bytes of the text. `whole` is the run with the marks that
 * must stay with it (brackets before, stops behind): what a line needs room for. */
struct guarded {
    size_t from, to;
    struct {
        size_t from, to;
    } whole;
};

/* A text made ready to be checked. */
struct guarded_text {
    struct str text;
    struct guarded *at; /* ascending */
    size_t n, cap;
};

/* Finds the runs of the text: codes, phone numbers, dates, numbers with their unit, 文号,
 * 第…条, ——, ……. Everything lives in the arena. */
struct guarded_text lines_guard(struct arena *a, struct str text);

/* A line break inside a paragraph, not a newline: where the next line begins. Bytes. */
struct line_faults {
    size_t breaks; /* looked at */
    size_t starts; /* a forbidden mark begins the line behind */
    size_t ends;   /* a forbidden mark ends the line before */
    size_t runs;   /* a run is broken that a line had room for */
    size_t wide;   /* a run wider than the measure is broken: by necessity */
};

/* How wide text[from, to) is. */
struct line_measure {
    double (*width)(const void *context, struct str piece);
    const void *context;
    double measure; /* of a line */
};

/* Adds what is wrong with one break to `sum`, and says on standard output what and where
 * when it is a fault. */
void lines_check(const struct guarded_text *t, size_t at, const struct line_measure *m,
                 struct line_faults *sum);

/* Every text of the five published documents: those of the catalog as it is exported, and
 * the lines of its source. (lines_texts.c) */
struct str_list published_texts(struct arena *a, size_t document);
/* The id of a document, or NULL behind the last one. */
const char *published_id(size_t document);

#endif
