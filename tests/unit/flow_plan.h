/* flow_plan - what must hold of every flowchart, checked without the layout's own code. */
#ifndef MULU_TESTS_FLOW_PLAN_H
#define MULU_TESTS_FLOW_PLAN_H

#include "layout/flow.h"

#include <math.h>
#include <stdio.h>

static const double NEAR = 0.01;

struct plan_check {
    const struct flow *flow;
    const struct flow_plan *plan;
    enum flow_mode mode;
    char why[200]; /* the first fault, "" when there is none */
};

static inline void fault(struct plan_check *c, const char *what, size_t i, size_t j)
{
    if (!c->why[0])
        snprintf(c->why, sizeof c->why, "%s (%zu, %zu)", what, i, j);
}

static inline bool boxes_meet(struct box a, struct box b, double gap)
{
    return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap &&
           a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/* 0 or less inside the outline, above 0 outside, in points as far as it is near 0. */
static inline double outside(const struct flow_box *b, struct point p)
{
    double half_x = b->box.width / 2, half_y = b->box.height / 2;
    double x = fabs(p.x - b->box.x - half_x), y = fabs(p.y - b->box.y - half_y);
    double out = fmax(x - half_x, y - half_y);
    double r = fmin(b->round, fmin(half_x, half_y));
    switch (b->outline) {
    case FLOW_RECT: return out;
    case FLOW_PILL:
        if (x > half_x - r && y > half_y - r)
            return hypot(x - half_x + r, y - half_y + r) - r;
        return out;
    case FLOW_DIAMOND: return (x / half_x + y / half_y - 1) * fmin(half_x, half_y);
    case FLOW_HEXAGON: break;
    }
    return fmax(out, x - (half_x - b->round * (y / half_y)));
}

static inline void check_boxes(struct plan_check *c)
{
    const struct flow_plan *p = c->plan;
    for (size_t i = 0; i < p->boxes.n; i++) {
        const struct flow_box *b = &p->boxes.at[i];
        for (size_t j = 0; j < i; j++)
            if (boxes_meet(b->box, p->boxes.at[j].box, 5))
                fault(c, "boxes nearer than 5 pt", i, j);
        if (b->box.x < 0 || b->box.y < 0 || b->box.x + b->box.width > p->width ||
            b->box.y + b->box.height > p->height)
            fault(c, "box outside the chart", i, 0);
        for (int k = 0; k < 4; k++) {
            struct point corner = {b->text.x + (k % 2 ? b->text.width : 0),
                                   b->text.y + (k / 2 ? b->text.height : 0)};
            if (outside(b, corner) > NEAR)
                fault(c, "text outside its outline", i, (size_t)k);
        }
    }
}

static inline size_t box_of(const struct flow_plan *p, struct str id)
{
    for (size_t i = 0; i < p->boxes.n; i++)
        if (str_eq(p->boxes.at[i].id, id))
            return i;
    return (size_t)-1;
}

static inline struct box span_of(struct point a, struct point b)
{
    return (struct box){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

/* The part of a segment strictly between its ends must be outside of its own boxes. */
static inline bool enters_own(const struct flow_box *b, struct point from,
                              struct point to)
{
    for (int k = 1; k < 8; k++) {
        struct point at = {from.x + (to.x - from.x) * k / 8,
                           from.y + (to.y - from.y) * k / 8};
        if (outside(b, at) < -NEAR)
            return true;
    }
    return false;
}

static inline void check_line(struct plan_check *c, size_t i)
{
    const struct flow_plan *p = c->plan;
    const struct flow_line *l = &p->lines.at[i];
    size_t from = box_of(p, c->flow->edges.at[l->edge].from);
    size_t to = box_of(p, c->flow->edges.at[l->edge].to);
    if (l->n < 2) {
        fault(c, "line without length", i, l->n);
        return;
    }
    if (fabs(outside(&p->boxes.at[from], l->points[0])) > NEAR)
        fault(c, "line does not start on its box", i, from);
    if (fabs(outside(&p->boxes.at[to], l->points[l->n - 1])) > NEAR)
        fault(c, "line does not end on its box", i, to);
    struct box last = span_of(l->points[l->n - 2], l->points[l->n - 1]);
    if (fmax(last.width, last.height) < 7.5)
        fault(c, "no room for the arrow", i, l->n);
    for (size_t k = 0; k + 1 < l->n; k++) {
        struct point a = l->points[k], b = l->points[k + 1];
        struct box s = span_of(a, b);
        if (fmin(s.width, s.height) > NEAR || fmax(s.width, s.height) < 1)
            fault(c, "segment slanting or without length", i, k);
        if (s.x < 0 || s.y < 0 || s.x + s.width > p->width || s.y + s.height > p->height)
            fault(c, "line outside the chart", i, k);
        for (size_t j = 0; j < p->boxes.n; j++) {
            if (j == from || j == to ? enters_own(&p->boxes.at[j], a, b)
                                     : boxes_meet(s, p->boxes.at[j].box, 2))
                fault(c, "line touches a box", i, j);
        }
    }
}

/* Two lines may cross but not lie on each other. */
static inline bool lies_on(const struct flow_line *a, const struct flow_line *b)
{
    for (size_t i = 0; i + 1 < a->n; i++)
        for (size_t j = 0; j + 1 < b->n; j++) {
            struct box s = span_of(a->points[i], a->points[i + 1]);
            struct box t = span_of(b->points[j], b->points[j + 1]);
            double x = fmin(s.x + s.width, t.x + t.width) - fmax(s.x, t.x);
            double y = fmin(s.y + s.height, t.y + t.height) - fmax(s.y, t.y);
            if (fmin(x, y) > -NEAR && fmax(x, y) > NEAR &&
                (s.width > NEAR) == (t.width > NEAR))
                return true;
        }
    return false;
}

/* From the label to the nearest point of its own line. */
static inline double gap_to_line(const struct flow_line *l)
{
    double least = INFINITY;
    for (size_t k = 0; k + 1 < l->n; k++) {
        struct box s = span_of(l->points[k], l->points[k + 1]);
        double x = fmax(s.x - l->label.x - l->label.width, l->label.x - s.x - s.width);
        double y = fmax(s.y - l->label.y - l->label.height, l->label.y - s.y - s.height);
        least = fmin(least, hypot(fmax(x, 0), fmax(y, 0)));
    }
    return least;
}

static inline void check_label(struct plan_check *c, size_t i)
{
    const struct flow_plan *p = c->plan;
    const struct flow_line *l = &p->lines.at[i];
    bool wanted = c->flow->edges.at[l->edge].label.n > 0;
    if (wanted != (l->label.width > 0))
        fault(c, "label missing", i, 0);
    if (!wanted)
        return;
    for (size_t j = 0; j < p->boxes.n; j++)
        if (boxes_meet(l->label, p->boxes.at[j].box, 0))
            fault(c, "label over a box", i, j);
    for (size_t j = 0; j < p->lines.n; j++) {
        const struct flow_line *o = &p->lines.at[j];
        for (size_t k = 0; k + 1 < o->n; k++)
            if (boxes_meet(l->label, span_of(o->points[k], o->points[k + 1]), 0))
                fault(c, "label over a line", i, j);
        if (j < i && o->label.width > 0 && boxes_meet(l->label, o->label, 0))
            fault(c, "label over a label", i, j);
    }
    if (gap_to_line(l) > 8)
        fault(c, "label away from its line", i, 0);
    if (l->label.x < 0 || l->label.y < 0 || l->label.x + l->label.width > p->width ||
        l->label.y + l->label.height > p->height)
        fault(c, "label outside the chart", i, 0);
}

/* How often lines cross. */
static inline size_t plan_crossings(const struct flow_plan *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->lines.n; i++)
        for (size_t j = 0; j < p->lines.n; j++)
            for (size_t k = 0; i != j && k + 1 < p->lines.at[i].n; k++)
                for (size_t m = 0; m + 1 < p->lines.at[j].n; m++) {
                    struct box v =
                        span_of(p->lines.at[i].points[k], p->lines.at[i].points[k + 1]);
                    struct box h =
                        span_of(p->lines.at[j].points[m], p->lines.at[j].points[m + 1]);
                    n += v.width < NEAR && h.height < NEAR && h.x < v.x &&
                         v.x < h.x + h.width && v.y < h.y && h.y < v.y + v.height;
                }
    return n;
}

/* Writes the first fault to c->why. */
static inline void plan_check(struct plan_check *c)
{
    const struct flow_plan *p = c->plan;
    c->why[0] = '\0';
    if (p->boxes.n != c->flow->nodes.n)
        fault(c, "boxes missing", p->boxes.n, c->flow->nodes.n);
    if (c->mode == FLOW_NARROW && p->width > FLOW_NARROW_WIDTH + NEAR)
        fault(c, "wider than a phone", (size_t)p->width, 0);
    check_boxes(c);
    for (size_t i = 0; i < p->lines.n; i++) {
        check_line(c, i);
        check_label(c, i);
        if (c->mode != FLOW_NARROW)
            for (size_t j = 0; j < i; j++)
                if (lies_on(&p->lines.at[i], &p->lines.at[j]))
                    fault(c, "lines on each other", i, j);
    }
}

#endif
