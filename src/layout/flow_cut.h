/* flow_cut - where a chart that is too long for a page is cut. Inner part of flow_sheets.c. */
#ifndef MULU_LAYOUT_FLOW_CUT_H
#define MULU_LAYOUT_FLOW_CUT_H

#include "layout/flow_parts.h"

#define FLOW_CUT_RADIUS 7.5  /* of the circles */
#define FLOW_CUT_STEM 12.0   /* of line between a cut and its circle */
#define FLOW_CUT_LEGEND 16.0 /* height of the line of text */

/* A line at a cut. */
struct flow_crossing {
    size_t link, segment;
    double x;
    bool down;
    size_t number; /* in its circle */
    int level;     /* of the rows of circles */
};

struct flow_cut {
    double y;
    long cost;
    int levels;
    VEC(struct flow_crossing) lines; /* from left to right */
};

struct flow_cutting {
    struct flow_work *w;
    const struct flow_sheets *sheets;
    VEC(struct flow_cut) cuts; /* possible ones, from top to bottom; then those chosen */
    size_t numbers;
    double wide; /* width of the widest part */
};

/* Fills in the cuts, with the numbers of their lines. */
void flow_cut(struct flow_cutting *c);

/* Height of what stands at a cut beside the chart itself. */
double flow_cut_margin(const struct flow_cut *cut);

#endif
