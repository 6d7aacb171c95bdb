#include "layout/flow_parts.h"

#include <math.h>

/* How a chart is laid out.
 *
 * The chart stands on a grid of lanes, columns and rows with gutters between them. Boxes
 * stand in odd lanes, one at a crossing; even lanes hold lines only.
 *
 *         0    1    2     3     4    5    6        lanes across (w->across)
 *      0  .    .    .     .     .    .    .
 *      1  .    +----.->( 申请 ) .    .    .        lanes down (w->down)
 *      2  .    |    .     |     .    .    .
 *      3  .    |    .  [ 材料 ] .    .    .
 *      4  .    |    .     |     .    .    .
 *      5  . [ 退 ]<-.--<判断>---.->( 否 ) .
 *      6  .    .    .     |     .    .    .
 *      7  .    .    .  [ 受理 ] .    .    .
 *      8  .    .    .     .     .    .    .
 *
 *   flow_graph     ranks by longest ways, links that lead back turned round for that; the
 *                  main way; who stands beside whom
 *   flow_box       texts wrapped, boxes as large as their text
 *   flow_place     a row and a column for every box
 *   flow_order     boxes swapped within their rows where lines cross
 *   flow_route     the cheapest way of every line over free crossings, main links first
 *   flow_track     lines that share a stretch of a lane get tracks of their own
 *   flow_geometry  lanes become as wide as boxes and tracks need; coordinates
 *   flow_label     是 and 否 beside their lines; where one would touch anything, lanes get wider
 *   flow_chip      a label of a narrow chart that finds no place gets one in the grid
 *   flow_paint, flow_words   the picture, and the same in words
 *
 * What must hold comes from the grid, not from luck: a box fills its crossing and closes it
 * to lines, so boxes cannot overlap and no line can cross or touch a box, wherever the
 * placement has put it. Placement and costs decide about beauty only, and may be changed
 * without fear; tests/unit/flow_property_test.c looks after the rest.
 *
 * Narrow charts are the same grid with two columns of half a page. A box of the main way
 * stands over both (lanes 1 to 3), a small one over the gutter between them (lane 2) when
 * the chart is "roomy", that is, when no more than three lines pass at its side; the boxes
 * of branches stand two in a row below their decision. Lines share 328 points with the
 * boxes, so in a very crowded chart the tracks move closer together instead of apart.
 *
 * Rejected: the usual Sugiyama layout with dummy nodes for long links and coordinates by
 * Brandes and Köpf. It spreads the layers freely, so lines that leave a decision sideways,
 * loops and the narrow form each need a router of their own with its own proof that it
 * touches no box; and the straight main way, which readers of these charts expect, becomes
 * a wish among others. Graphviz was rejected for the same reasons and because it knows
 * neither Chinese line breaking nor our fonts.
 *
 * Time: a search over the grid for each link, O(links × crossings × log crossings): 200
 * nodes take well under a second. */

/* clang-format off */
static const struct flow_form forms[] = {
    [FLOW_WIDE] = {
        .size = 10, .aside_size = 9.5, .label_size = 9.5, .least_width = 86,
        .pad_x = 10, .pad_y = 8.5, .gap = 22, .gutter = 12, .track = 10, .page = 0},
    [FLOW_NARROW] = {
        .narrow = true,
        .size = 14, .aside_size = 14, .label_size = 14, .least_width = 96,
        .pad_x = 9, .pad_y = 9, .gap = 26, .gutter = 22, .track = 8,
        .page = FLOW_NARROW_WIDTH},
    [FLOW_TIGHT] = {
        .size = 10, .aside_size = 9.5, .label_size = 9.5, .least_width = 86,
        .pad_x = 10, .pad_y = 7, .gap = 14, .gutter = 12, .track = 10, .page = 0},
};
/* clang-format on */

/* Times the lanes are widened for labels that touch something. */
enum { LABEL_ROUNDS = 4 };

static void route_in_order(struct flow_work *w, bool swept)
{
    w->swept = swept;
    flow_place(w);
    flow_route(w);
}

/* Where lines cross, other orders of the boxes in their rows are tried. */
static void place_and_route(struct flow_work *w)
{
    route_in_order(w, false);
    if (w->form->narrow || w->n_swims || w->plain)
        return;
    size_t before = flow_crossings(w);
    if (!before)
        return;
    route_in_order(w, true);
    if (!w->swept || flow_crossings(w) >= before)
        route_in_order(w, false);
}

/* False when labels are left that touch something. */
static bool settle(struct flow_work *w)
{
    place_and_route(w);
    if (!flow_track(w)) {
        w->roomy = false;
        place_and_route(w);
        flow_track(w);
    }
    flow_geometry(w);
    bool clear = flow_labels(w);
    for (int round = 0; !clear && round < LABEL_ROUNDS; round++) {
        flow_geometry(w);
        clear = flow_labels(w);
    }
    return clear;
}

static struct flow_work work(struct arena *a, const struct typesetter *t,
                             const struct flow *flow, enum flow_mode mode, bool plain)
{
    struct flow_work w = {.arena = a, .type = t, .flow = flow, .form = &forms[mode]};
    w.plain = plain;
    if (!flow->nodes.n)
        return w;
    flow_graph(&w);
    if (!w.form->narrow)
        flow_swim_take(&w);
    for (size_t i = 0; i < w.n; i++)
        if (!w.form->narrow)
            flow_box_measure(&w, &w.shapes[i], flow_box_most(&w, &w.shapes[i]));
    for (size_t i = 0; i < w.n_links; i++)
        flow_label_measure(&w, &w.links[i], INFINITY);
    w.roomy = w.form->narrow;
    bool clear = settle(&w);
    for (int round = 0; !clear && w.form->narrow && round < 3; round++)
        if (flow_chips(&w, round == 2))
            clear = settle(&w);
    flow_join_chips(&w);
    flow_hold_labels(&w);
    return w;
}

struct flow_work flow_work(struct arena *a, const struct typesetter *t,
                           const struct flow *flow, enum flow_mode mode)
{
    return work(a, t, flow, mode, false);
}

struct box flow_text_box(const struct flow_shape *s)
{
    const struct flow_text *t = &s->text;
    return (struct box){s->box.x + (s->box.width - t->width) / 2,
                        s->box.y + (s->box.height - t->height) / 2, t->width, t->height};
}

static struct flow_plan plan_of(struct arena *a, const struct flow_work *w)
{
    struct flow_plan plan = {.width = w->width, .height = w->height};
    for (size_t i = 0; i < w->n; i++) {
        const struct flow_shape *s = &w->shapes[i];
        struct flow_box *b = vec_push(a, &plan.boxes);
        *b = (struct flow_box){s->node->id, s->outline, s->box, flow_text_box(s),
                               s->round};
    }
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        struct flow_line *line = vec_push(a, &plan.lines);
        *line = (struct flow_line){l->edge, l->points, l->n, l->label_box};
    }
    return plan;
}

struct flow_plan flow_layout(struct arena *a, const struct typesetter *t,
                             const struct flow *flow, enum flow_mode mode)
{
    struct flow_work w = flow_work(a, t, flow, mode);
    return plan_of(a, &w);
}

struct flow_plan flow_layout_plain(struct arena *a, const struct typesetter *t,
                                   const struct flow *flow)
{
    struct flow_work w = work(a, t, flow, FLOW_WIDE, true);
    return plan_of(a, &w);
}
