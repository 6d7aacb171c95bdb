#include "layout/flow_cut.h"

#include <math.h>
#include <stdlib.h>

/* A chart is cut in the gutters between its rows, above or below the tracks there, where
 * only upright lines pass. Of all ways to cut it into parts that are not too high, the one
 * with the least cost: a part costs as much as some cut lines (dynamic programming over the
 * rows). Circles too near each other for a row stand in several. */

enum { COST_PART = 120, COST_LINE = 30, COST_LABEL = 600 };

static const double CLEAR = 2; /* between a cut and a label or a box */

static int compare_crossings(const void *a, const void *b)
{
    const struct flow_crossing *x = a, *y = b;
    return x->x < y->x ? -1 : x->x > y->x;
}

/* Circles in as few rows as keep them apart. */
static void set_levels(struct flow_work *w, struct flow_cut *cut)
{
    double *last = arena_array(w->arena, cut->lines.n + 1, sizeof *last);
    for (size_t i = 0; i < cut->lines.n; i++) {
        int level = 0;
        while (level < cut->levels &&
               cut->lines.at[i].x - last[level] < 2 * FLOW_CUT_RADIUS + 3)
            level++;
        cut->lines.at[i].level = level;
        last[level] = cut->lines.at[i].x;
        cut->levels = level < cut->levels ? cut->levels : level + 1;
    }
}

static bool cuts_label(const struct flow_link *l, double y)
{
    return l->label.n && l->label_box.y < y && y < l->label_box.y + l->label_box.height;
}

static struct flow_cut cut_at(struct flow_work *w, double y)
{
    struct flow_cut cut = {.y = y};
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        for (size_t k = 0; k + 1 < l->n; k++) {
            double a = l->points[k].y, b = l->points[k + 1].y;
            if ((a < y) != (b < y))
                *vec_push(w->arena, &cut.lines) =
                    (struct flow_crossing){i, k, l->points[k].x, a < b, 0, 0};
        }
        if (cuts_label(l, y))
            cut.cost += COST_LABEL;
    }
    if (cut.lines.n)
        qsort(cut.lines.at, cut.lines.n, sizeof *cut.lines.at, compare_crossings);
    set_levels(w, &cut);
    cut.cost += COST_LINE * (long)cut.lines.n;
    return cut;
}

/* Only upright lines pass. */
static bool is_free(const struct flow_work *w, double y)
{
    for (size_t i = 0; i < w->n; i++) {
        const struct box *b = &w->shapes[i].box;
        if (y > b->y - CLEAR && y < b->y + b->height + CLEAR)
            return false;
    }
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        for (size_t k = 0; k + 1 < l->n; k++) {
            double a = l->points[k].y, b = l->points[k + 1].y;
            if (fabs(a - b) < 0.01 && fabs(a - y) < CLEAR)
                return false;
        }
    }
    return true;
}

/* A long label may fill the gutter and more: the cut goes above or below it. */
static struct flow_cut round_labels(struct flow_work *w, struct flow_cut cut)
{
    struct flow_cut best = cut;
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        if (!cuts_label(l, cut.y))
            continue;
        double ends[] = {l->label_box.y - CLEAR,
                         l->label_box.y + l->label_box.height + CLEAR};
        for (unsigned k = 0; k < 2; k++) {
            struct flow_cut other = cut_at(w, ends[k]);
            if (other.cost < best.cost && is_free(w, ends[k]))
                best = other;
        }
    }
    return best;
}

/* The better of the places above and below the tracks of each gutter. */
static void find_cuts(struct flow_cutting *c)
{
    struct flow_work *w = c->w;
    for (int i = 2; i < 2 * w->rows; i += 2) {
        const struct flow_lane *l = &w->down[i];
        double tracks = l->used ? (l->high - l->low) * l->spacing : 0;
        double away = l->used ? tracks / 2 + (l->size - tracks) / 4 : 0;
        struct flow_cut above = cut_at(w, l->middle - away),
                        below = cut_at(w, l->middle + away);
        *vec_push(w->arena, &c->cuts) =
            round_labels(w, above.cost <= below.cost ? above : below);
    }
}

double flow_cut_margin(const struct flow_cut *cut)
{
    return cut->lines.n
               ? FLOW_CUT_STEM + cut->levels * (2 * FLOW_CUT_RADIUS + 3) + FLOW_CUT_LEGEND
               : 0;
}

/* The height of the part between two cuts; FLOW_NO and n are the ends of the chart. */
static double part_height(const struct flow_cutting *c, size_t from, size_t to)
{
    double top = from == FLOW_NO ? 0 : c->cuts.at[from].y;
    double low = to == c->cuts.n ? c->w->height : c->cuts.at[to].y;
    double height = low - top;
    if (from != FLOW_NO)
        height += flow_cut_margin(&c->cuts.at[from]) + c->w->head;
    if (to != c->cuts.n)
        height += flow_cut_margin(&c->cuts.at[to]);
    return height;
}

/* The cuts of the cheapest way replace the possible ones. */
static void choose_cuts(struct flow_cutting *c)
{
    size_t n = c->cuts.n;
    long *cost = arena_array(c->w->arena, n + 1, sizeof *cost);
    size_t *before = arena_array(c->w->arena, n + 1, sizeof *before);
    for (size_t to = 0; to <= n; to++) {
        cost[to] = -1;
        for (size_t from = to; from-- != FLOW_NO;) {
            /* One row is a part however high it is. */
            if (from + 1 != to && part_height(c, from, to) > c->sheets->most)
                break;
            long here = COST_PART + (from == FLOW_NO ? 0 : cost[from]) +
                        (to < n ? c->cuts.at[to].cost : 0);
            if (cost[to] < 0 || here < cost[to]) {
                cost[to] = here;
                before[to] = from;
            }
            if (from == FLOW_NO)
                break;
        }
    }
    size_t kept = 0;
    bool *keep = arena_array(c->w->arena, n + 1, sizeof *keep);
    for (size_t i = before[n]; i != FLOW_NO; i = before[i])
        keep[i] = true;
    for (size_t i = 0; i < n; i++)
        if (keep[i])
            c->cuts.at[kept++] = c->cuts.at[i];
    c->cuts.n = kept;
}

/* An upright stretch of a line has one number at all cuts it passes. */
static void number_lines(struct flow_cutting *c)
{
    for (size_t i = 0; i < c->cuts.n; i++)
        for (size_t k = 0; k < c->cuts.at[i].lines.n; k++) {
            struct flow_crossing *x = &c->cuts.at[i].lines.at[k];
            for (size_t j = 0; i && j < c->cuts.at[i - 1].lines.n; j++) {
                const struct flow_crossing *o = &c->cuts.at[i - 1].lines.at[j];
                if (o->link == x->link && o->segment == x->segment)
                    x->number = o->number;
            }
            if (!x->number)
                x->number = ++c->numbers;
        }
}

void flow_cut(struct flow_cutting *c)
{
    find_cuts(c);
    choose_cuts(c);
    number_lines(c);
}
