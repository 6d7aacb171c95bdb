#include "layout/flow_parts.h"

/* Boxes in strips of the chart's height: what overlaps a small box is in one strip or two,
 * so looking it up does not cost more in a long chart. */

static const double STRIP = 48;

struct obstacle {
    struct box box;
    double cost;
    size_t first; /* strip it is in */
};
struct strip {
    struct obstacle *at;
    size_t n, cap;
};
struct flow_near {
    struct arena *arena;
    struct strip *strips;
    size_t n;
};

struct flow_near *flow_near_new(struct arena *a, double height)
{
    struct flow_near *n = arena_alloc(a, sizeof *n);
    n->arena = a;
    n->n = (size_t)(height > 0 ? height / STRIP : 0) + 1;
    n->strips = arena_array(a, n->n, sizeof *n->strips);
    return n;
}

static size_t strip_at(const struct flow_near *n, double y)
{
    size_t at = y > 0 ? (size_t)(y / STRIP) : 0;
    return at < n->n ? at : n->n - 1;
}

void flow_near_add(struct flow_near *n, struct box box, double cost)
{
    size_t first = strip_at(n, box.y), last = strip_at(n, box.y + box.height);
    for (size_t i = first; i <= last; i++)
        *vec_push(n->arena, &n->strips[i]) = (struct obstacle){box, cost, first};
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

double flow_near_cost(const struct flow_near *n, struct box box)
{
    double cost = 0;
    size_t first = strip_at(n, box.y), last = strip_at(n, box.y + box.height);
    for (size_t i = first; i <= last; i++)
        for (size_t k = 0; k < n->strips[i].n; k++) {
            const struct obstacle *o = &n->strips[i].at[k];
            /* Counted in the first strip that both are in. */
            if (i == (o->first > first ? o->first : first) && overlap(box, o->box))
                cost += o->cost;
        }
    return cost;
}
