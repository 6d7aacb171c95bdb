#include "layout/flow_parts.h"

#include <math.h>

/* Labels beside their lines: of all places along the line the first that touches no box,
 * no other line and no label; near the source, above a level line, right of an upright
 * one. Where every place touches something, the one that costs least: a box is never
 * touched as long as any place without one exists. */

static const double TOUCHES = 1000; /* what it costs to touch another line */
static const double IMPOSSIBLE = 100000;
static const double FAR = 30;    /* and to be so far away that room is made nearer */
static const double NEAR = 6;    /* as good as can be */
static const double ASIDE = 3.5; /* between the label and its line */
static const double CLEAR = 1;   /* between the label and anything else */
static const double START = 5;   /* between the label and the box the line leaves */

static struct box grown(struct box b, double by)
{
    return (struct box){b.x - by, b.y - by, b.width + 2 * by, b.height + 2 * by};
}

static struct box segment_box(struct point a, struct point b)
{
    return (struct box){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

/* Everything but labels. */
static struct flow_near *obstacles(const struct flow_work *w)
{
    struct flow_near *near = flow_near_new(w->arena, w->height);
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        for (size_t k = 0; k + 1 < l->n; k++)
            flow_near_add(near, grown(segment_box(l->points[k], l->points[k + 1]), CLEAR),
                          TOUCHES);
    }
    for (size_t i = 1; i < w->n_swims; i++) {
        struct box border = {w->swims[i].left, 0, 0, w->height};
        flow_near_add(near, grown(border, CLEAR), TOUCHES);
    }
    for (size_t i = 0; i < w->n; i++)
        flow_near_add(near, grown(w->shapes[i].box, CLEAR), IMPOSSIBLE);
    return near;
}

/* A narrow chart may only grow as far as the page is wide. */
static bool fits_page(const struct flow_work *w, struct box label)
{
    double free = w->form->page - w->width - 4 * CLEAR;
    return CLEAR - label.x < free / 2 && label.x + label.width - w->width < free / 2;
}

static double place_cost(const struct flow_work *w, struct box label)
{
    double cost = flow_near_cost(w->near, label);
    if (label.y < 0 || label.y + label.height > w->height)
        cost += IMPOSSIBLE;
    if (label.x < CLEAR || label.x + label.width + CLEAR > w->width)
        cost += 15 + (w->form->narrow && !fits_page(w, label) ? IMPOSSIBLE : 0);
    return cost;
}

/* The end of a line on its box, moved out to the rectangle around the box's outline. */
static struct point outside(struct point p, const struct box *b, enum flow_side side)
{
    switch (side) {
    case FLOW_UP: p.y = b->y; break;
    case FLOW_RIGHT: p.x = b->x + b->width; break;
    case FLOW_DOWN: p.y = b->y + b->height; break;
    case FLOW_LEFT: p.x = b->x; break;
    }
    return p;
}

/* The label at one side (0 or 1) of a segment, `part` of the way along it. */
static struct box label_place(const struct flow_work *w, const struct flow_link *l,
                              size_t segment, int side, double part)
{
    struct point a = l->points[segment], b = l->points[segment + 1];
    if (segment == 0)
        a = outside(a, &w->shapes[l->from].box, l->out);
    if (segment + 2 == l->n)
        b = outside(b, &w->shapes[l->to].box, l->in);
    struct box box = {.width = l->label.width, .height = l->label.height};
    if (a.y < b.y || a.y > b.y) {
        double free = fmax(fabs(b.y - a.y) - box.height - CLEAR, 0);
        double at = fmin(START / 2, free) + fmax(free - START / 2, 0) * part;
        box.y = b.y > a.y ? a.y + at : a.y - at - box.height;
        box.x = side ? a.x - ASIDE - box.width : a.x + ASIDE;
    } else {
        double free = fmax(fabs(b.x - a.x) - box.width - CLEAR, 0);
        double at = fmin(START, free) + fmax(free - START, 0) * part;
        box.x = b.x > a.x ? a.x + at : a.x - at - box.width;
        /* The line box of a text has more blank above than below its characters. */
        box.y = side ? a.y + ASIDE - 1 : a.y - ASIDE + 1.5 - box.height;
    }
    return box;
}

/* The best place so far. */
struct placing {
    struct box box;
    double cost;
};

static void try_place(const struct flow_work *w, struct box box, double extra,
                      struct placing *best)
{
    double cost = place_cost(w, box) + extra;
    if (cost < best->cost)
        *best = (struct placing){box, cost};
}

/* Where a label finds no free place: room for it beside its line at the source, between
 * the box and the first track of the gutter, and between the tracks that it lies among.
 * Narrow charts cannot grow sideways; there the level parts of the line make room too. */
static void want_room(struct flow_work *w, const struct flow_link *l)
{
    const struct flow_shape *from = &w->shapes[l->from];
    double width = l->label.width + START + ASIDE + 2 * CLEAR;
    double height = l->label.height + START + 2 * CLEAR;
    width += w->n_swims ? FLOW_SWIM_BORDER : 0;
    bool upright = l->out == FLOW_UP || l->out == FLOW_DOWN;
    int side = l->out == FLOW_UP || l->out == FLOW_LEFT ? -1 : 1;
    struct flow_lane *lane = upright ? &w->across[from->center] : &w->down[from->row];
    struct flow_lane *gutter = upright    ? &w->down[from->row + side]
                               : side < 0 ? &w->across[from->from - 1]
                                          : &w->across[from->to + 1];
    bool narrow = w->form->narrow;
    if (upright || !narrow)
        gutter->room = fmax(gutter->room, upright ? height : width);
    if (!upright || !narrow)
        lane->spread = fmax(lane->spread, upright ? width : height);
    if (!narrow)
        return;
    for (size_t i = 0; i < l->runs; i++) {
        const struct flow_run *r = &w->runs.at[l->first_run + i];
        if (!r->vertical)
            w->down[r->lane].spread = fmax(w->down[r->lane].spread, height);
    }
}

/* What a place costs for being away from where the line begins: there the eye looks. Points
 * of a chart need no care for overflow, which hypot() takes at three times the price. */
static double distance_cost(const struct flow_link *l, struct box label)
{
    double x = label.x + label.width / 2 - l->points[0].x;
    double y = label.y + label.height / 2 - l->points[0].y;
    return fmax(sqrt(x * x + y * y) - label.width, 0) / 2;
}

static bool place_label(struct flow_work *w, size_t link)
{
    static const double parts[] = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    enum { TRIES = 2 * sizeof parts / sizeof *parts };
    struct flow_link *l = &w->links[link];
    struct placing best = {.cost = INFINITY};
    for (size_t segment = 0; segment + 1 < l->n && best.cost >= NEAR; segment++)
        for (int i = 0; i < TRIES && best.cost >= NEAR; i++) {
            struct box box = label_place(w, l, segment, i % 2, parts[i / 2]);
            double extra = distance_cost(l, box) + (double)(4 * segment) + i % 2;
            try_place(w, box, extra, &best);
        }
    l->label_box = best.box;
    flow_near_add(w->near, grown(best.box, CLEAR), 3 * TOUCHES);
    l->stuck = best.cost >= TOUCHES;
    if (best.cost < FAR)
        return true;
    want_room(w, l);
    return false;
}

/* The chart grows to hold labels that stand outside its boxes. */
void flow_hold_labels(struct flow_work *w)
{
    double left = 0, right = w->width;
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        if (!l->label.n)
            continue;
        left = fmin(left, l->label_box.x - CLEAR);
        right = fmax(right, l->label_box.x + l->label.width + CLEAR);
    }
    for (size_t i = 0; i < w->n; i++)
        w->shapes[i].box.x -= left;
    for (size_t i = 0; i < w->n_links; i++) {
        struct flow_link *l = &w->links[i];
        l->label_box.x -= left;
        for (size_t k = 0; k < l->n; k++)
            l->points[k].x -= left;
    }
    for (size_t i = 0; i < w->n_swims; i++) {
        w->swims[i].left -= i ? left : 0;
        w->swims[i].right += i + 1 < w->n_swims ? -left : right - left - w->width;
    }
    w->width = right - left;
}

bool flow_labels(struct flow_work *w)
{
    bool clear = true;
    w->near = obstacles(w);
    for (size_t i = 0; i < w->n_links; i++)
        if (w->links[i].label.n && w->links[i].chip == FLOW_NO && !place_label(w, i))
            clear = false;
    return clear;
}
