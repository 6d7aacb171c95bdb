/* flow - a flowchart: from nodes and edges to boxes and lines on one scene page.
 *
 * The main way goes straight down the middle, the return for missing materials stands to
 * the left, the refusal to the right. Text is measured with the real font and wrapped
 * inside its box; boxes never overlap, no edge crosses a box it does not belong to. */
#ifndef MULU_LAYOUT_FLOW_H
#define MULU_LAYOUT_FLOW_H

#include "catalog/model.h"
#include "layout/text.h"
#include "scene/scene.h"

enum flow_mode {
    FLOW_WIDE,  /* side branches beside the decision: print and wide screens */
    FLOW_NARROW, /* at most FLOW_NARROW_WIDTH wide, text 14 pt: phones */
    FLOW_TIGHT   /* as wide, with its rows nearer: where that saves a page */
};
enum { FLOW_NARROW_WIDTH = 328 }; /* a phone of 360 px less 16 px on both sides */

/* The outline of a box. Text, and lines that end at it, keep to the outline. */
enum flow_outline {
    FLOW_RECT,    /* step, materials, return, note */
    FLOW_PILL,    /* start, end, refusal: corners as round as flow_box.round */
    FLOW_DIAMOND, /* decision */
    FLOW_HEXAGON  /* decision with a long text: a diamond would be half empty */
};

/* The rectangle of each node, in the order of flow->nodes. */
struct flow_box {
    struct str id;
    enum flow_outline outline;
    struct box box;
    struct box text; /* around the laid out text, inside the outline */
    double round; /* radius of the corners; of a hexagon: how far its points stick out */
};
struct point {
    double x, y;
};

/* The corners of each edge that leads from a node to a node, in the order of flow->edges;
 * the first lies on the outline of its source, the last on that of its target. */
struct flow_line {
    size_t edge; /* index in flow->edges */
    struct point *points;
    size_t n;
    struct box label; /* zero size without a label */
};
struct flow_plan {
    VEC(struct flow_box) boxes;
    VEC(struct flow_line) lines;
    double width, height; /* 0 for a flow without nodes */
};

/* Lays the chart out. Edges that name an unknown node are left out (the loader has told
 * them). Everything lives in the arena; the same flow gives the same plan. */
struct flow_plan flow_layout(struct arena *a, const struct typesetter *t,
                             const struct flow *flow, enum flow_mode mode);

/* The wide chart with the boxes of a row in the order in which they come: what tests compare
 * the number of crossing lines with. */
struct flow_plan flow_layout_plain(struct arena *a, const struct typesetter *t,
                                   const struct flow *flow);

/* The chart as a scene of one page as large as the chart, with one figure. `alt` is its
 * alternative text, the chart in words (flow_words()), or "" where those stand beside it.
 * Dropped with scene_drop(). */
struct scene *flow_scene(const struct typesetter *t, const struct flow *flow,
                         enum flow_mode mode, struct str alt);

enum { FLOW_OVERHANG = 8 }; /* how far a part is wider than its chart at each side */

/* A chart too long for a page, cut between its rows into parts. Lines that are cut end in
 * a numbered circle and go on from the same circle; a line of text says on which page. */
struct flow_sheets {
    double most; /* height of a part, points; a row of boxes that is higher stays whole */
    size_t page; /* printed number of the page on which the first part stands */
    struct str onward; /* 接第 {n} 页 */
    struct str from;   /* 承第 {n} 页 */
    struct str before; /* 承上页 */
    bool crop;         /* each part as narrow as what it holds; else all as the chart */
};

/* The wide chart as a scene with a page as large as its part for each part, cut into as few
 * parts as fit, where the fewest lines are cut. Figure and texts as flow_scene(). */
struct scene *flow_sheets(const struct typesetter *t, const struct flow *flow,
                          const struct flow_sheets *sheets);

/* The chart in words, for screen readers and alternative texts: the steps numbered in
 * reading order, with where each leads. "" for a flow without nodes. In the arena. */
struct str flow_words(struct arena *a, const struct flow *flow);

/* The same, a sentence a step without its number: for an ordered list. */
struct str_list flow_steps(struct arena *a, const struct flow *flow);

#endif
