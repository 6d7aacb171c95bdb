/* flow - a flowchart: from nodes and edges to boxes and lines on one scene page.
 *
 * The main way goes straight down the middle, the return for missing materials stands to
 * the left, the refusal to the right. Text is measured with the real font and wrapped
 * inside its box; boxes never overlap, no edge crosses a box it does not belong to. */
#ifndef MULU_LAYOUT_FLOW_H
#define MULU_LAYOUT_FLOW_H

#include "catalog/model.h"
#include "scene/scene.h"

enum flow_mode {
    FLOW_WIDE,  /* side branches beside the decision: print and wide screens */
    FLOW_NARROW /* at most 328 pt wide, text 14 pt: phones */
};

/* The rectangle of each node and the corners of each edge, for tests. */
struct flow_box {
    struct str id;
    struct box box;
    struct box text; /* around the laid out text, inside box */
};
struct point {
    double x, y;
};
struct flow_line {
    size_t edge; /* index in flow->edges */
    struct point *points;
    size_t n;
    struct box label; /* zero size without a label */
};
struct flow_plan {
    VEC(struct flow_box) boxes;
    VEC(struct flow_line) lines;
    double width, height;
};

/* Lays the chart out. Everything lives in the arena. */
struct flow_plan flow_layout(struct arena *a, const struct fonts *fonts,
                             const struct flow *flow, enum flow_mode mode);

/* The chart as a scene of one page as large as the chart, with one figure whose
 * alternative text is the chart in words. Dropped with scene_drop(). */
struct scene *flow_scene(const struct fonts *fonts, const struct flow *flow,
                         enum flow_mode mode);

/* The chart in words, for screen readers and alternative texts. In the arena. */
struct str flow_words(struct arena *a, const struct flow *flow);

#endif
