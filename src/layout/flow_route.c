#include "layout/flow_parts.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

/* The way of each line over the grid of lanes: a cheapest path (Dijkstra) whose states are
 * a crossing of two lanes and the direction of travel. A crossing that a box covers is
 * closed, so no line can cross a box, whatever the placement. Short ways, few bends, free
 * lanes and the usual sides of boxes are cheap. Main links are drawn first. */

enum {
    COST_BEND = 10,
    COST_SHARED = 4, /* a lane crossing another line uses the same way */
    COST_CROSSED = 2,
    COST_PORT = 9,   /* another line on the same side of the box */
    COST_MIXED = 18, /* one that goes the other way: which is which? */
};

struct router {
    struct flow_work *w;
    int across, down;      /* number of lanes each way */
    bool *closed;          /* by crossing */
    unsigned short *along; /* by crossing and orientation: lines that use it */
    unsigned short *ports; /* by shape, side and whether it enters */
    long *best;            /* by state, where it is seen in this search */
    size_t *seen, searches;
    size_t *came;           /* the state before, where it is seen */
    struct entry_point {
        long cost;
        size_t state;
    } * heap;
    size_t n, cap;
};

static const int step_x[FLOW_SIDES] = {0, 1, 0, -1};
static const int step_y[FLOW_SIDES] = {-1, 0, 1, 0};

static size_t crossing(const struct router *r, int x, int y)
{
    return (size_t)y * (size_t)r->across + (size_t)x;
}

static enum flow_side opposite(enum flow_side side)
{
    return (enum flow_side)((side + 2) % FLOW_SIDES);
}

static bool is_vertical(enum flow_side side)
{
    return side == FLOW_UP || side == FLOW_DOWN;
}

/* The crossing just outside a side of a box. */
static void port(const struct flow_shape *s, enum flow_side side, int *x, int *y)
{
    *x = side == FLOW_LEFT ? s->from - 1 : side == FLOW_RIGHT ? s->to + 1 : s->center;
    *y = s->row + step_y[side];
}

static void heap_put(struct router *r, long cost, size_t state)
{
    if (r->n == r->cap)
        r->heap = arena_grow(r->w->arena, r->heap, r->n, &r->cap, sizeof *r->heap);
    size_t i = r->n++;
    for (; i && r->heap[(i - 1) / 2].cost > cost; i = (i - 1) / 2)
        r->heap[i] = r->heap[(i - 1) / 2];
    r->heap[i].cost = cost;
    r->heap[i].state = state;
}

static struct entry_point heap_take(struct router *r)
{
    struct entry_point first = r->heap[0], last = r->heap[--r->n];
    size_t i = 0, child;
    while ((child = 2 * i + 1) < r->n) {
        if (child + 1 < r->n && r->heap[child + 1].cost < r->heap[child].cost)
            child++;
        if (r->heap[child].cost >= last.cost)
            break;
        r->heap[i] = r->heap[child];
        i = child;
    }
    r->heap[i] = last;
    return first;
}

/* What it costs to leave or enter a box at a side, before counting lines already there. */
static long side_cost(const struct flow_shape *s, const struct flow_shape *other,
                      enum flow_side side, bool leaves, bool main)
{
    int fall = other->row - s->row; /* above 0: the other box is below */
    enum flow_side facing = fall > 0 ? FLOW_DOWN : FLOW_UP;
    if (main) {
        bool over = leaves && (other->center - s->center) * step_x[side] > 0;
        return side == facing || over ? 0 : is_vertical(side) ? 60 : 24;
    }
    if (!is_vertical(side)) {
        int away = (other->center - s->center) * (side == FLOW_RIGHT ? -1 : 1);
        long cost = away <= 0 ? 0 : fall < 0 ? 2 : 8; /* a loop goes round outside */
        if (s->node->kind == NODE_DECISION && leaves)
            return cost;
        return cost + (leaves && fall > 0 ? 6 : fall > 0 || fall < 0 ? 4 : 0);
    }
    if (s->node->kind == NODE_DECISION && leaves)
        return side == FLOW_DOWN ? 16 : 50;
    if (side == facing)
        return fall < 0 ? 3 : fall > 0 ? 0 : 6;
    /* A line that goes up may leave below its box, but not enter one from below. */
    return fall < 0 && leaves ? 12 : 40;
}

static long step_cost(const struct router *r, int x, int y, enum flow_side direction,
                      bool bend)
{
    size_t at = crossing(r, x, y);
    bool vertical = is_vertical(direction);
    long odd = vertical ? y % 2 : x % 2;
    long cost = odd ? (vertical ? 3 : 5) : 2;
    cost += COST_SHARED * r->along[2 * at + vertical];
    cost += COST_CROSSED * r->along[2 * at + !vertical];
    return cost + (bend ? COST_BEND : 0);
}

static void reach(struct router *r, long cost, size_t state, size_t from)
{
    if (r->seen[state] == r->searches && r->best[state] <= cost)
        return;
    r->seen[state] = r->searches;
    r->best[state] = cost;
    r->came[state] = from;
    heap_put(r, cost, state);
}

static unsigned short *port_use(const struct router *r, size_t shape, enum flow_side side,
                                bool enters)
{
    return &r->ports[(shape * FLOW_SIDES + side) * 2 + enters];
}

static long port_cost(const struct router *r, size_t shape, enum flow_side side,
                      bool enters)
{
    return COST_PORT * *port_use(r, shape, side, enters) +
           COST_MIXED * *port_use(r, shape, side, !enters);
}

/* A line enters a label's place above or below and leaves it at the other side. */
static bool may_leave(const struct router *r, const struct flow_link *l, enum flow_side d)
{
    size_t chip = r->w->shapes[l->from].chip;
    return chip == FLOW_NO || d == opposite(r->w->links[chip].in);
}

static bool may_enter(const struct router *r, const struct flow_link *l, enum flow_side d)
{
    return r->w->shapes[l->to].chip == FLOW_NO || is_vertical(d);
}

static void open_ports(struct router *r, const struct flow_link *l)
{
    const struct flow_shape *from = &r->w->shapes[l->from], *to = &r->w->shapes[l->to];
    for (int side = 0; side < FLOW_SIDES; side++) {
        enum flow_side d = (enum flow_side)side;
        int x, y;
        port(from, d, &x, &y);
        if (r->closed[crossing(r, x, y)] || !may_leave(r, l, d))
            continue;
        long cost = side_cost(from, to, d, true, l->main) +
                    port_cost(r, l->from, d, false) + step_cost(r, x, y, d, false);
        reach(r, cost, crossing(r, x, y) * FLOW_SIDES + d, FLOW_NO);
    }
}

/* The cost of entering the target from a state, by the side in *in; below 0: impossible. */
static long enter_cost(struct router *r, const struct flow_link *l, size_t state,
                       enum flow_side *in)
{
    const struct flow_shape *from = &r->w->shapes[l->from], *to = &r->w->shapes[l->to];
    long best = -1;
    for (int side = 0; side < FLOW_SIDES; side++) {
        enum flow_side d = (enum flow_side)side, heading = opposite(d);
        int x, y;
        port(to, d, &x, &y);
        if (state / FLOW_SIDES != crossing(r, x, y) || state % FLOW_SIDES == d ||
            !may_enter(r, l, d))
            continue;
        long cost = side_cost(to, from, d, false, l->main) +
                    port_cost(r, l->to, d, true) +
                    (state % FLOW_SIDES == heading ? 0 : COST_BEND);
        if (best < 0 || cost < best) {
            best = cost;
            *in = d;
        }
    }
    return best;
}

static void expand(struct router *r, size_t state, long cost)
{
    enum flow_side heading = (enum flow_side)(state % FLOW_SIDES);
    size_t at = state / FLOW_SIDES;
    int x = (int)(at % (size_t)r->across), y = (int)(at / (size_t)r->across);
    for (int side = 0; side < FLOW_SIDES; side++) {
        enum flow_side d = (enum flow_side)side;
        int nx = x + step_x[d], ny = y + step_y[d];
        if (d == opposite(heading) || nx < 0 || ny < 0 || nx >= r->across ||
            ny >= r->down || r->closed[crossing(r, nx, ny)])
            continue;
        reach(r, cost + step_cost(r, nx, ny, d, d != heading),
              crossing(r, nx, ny) * FLOW_SIDES + d, state);
    }
}

/* The last state of the cheapest path; there always is one, along the outer lanes. */
static size_t search(struct router *r, struct flow_link *l)
{
    r->searches++;
    r->n = 0;
    open_ports(r, l);
    long found = -1;
    size_t last = FLOW_NO;
    while (r->n) {
        struct entry_point e = heap_take(r);
        if (found >= 0 && e.cost >= found)
            break;
        if (e.cost > r->best[e.state])
            continue;
        enum flow_side in = FLOW_UP;
        long enter = enter_cost(r, l, e.state, &in);
        if (enter >= 0 && (found < 0 || e.cost + enter < found)) {
            found = e.cost + enter;
            last = e.state;
            l->in = in;
        }
        expand(r, e.state, e.cost);
    }
    assert(last != FLOW_NO);
    return last;
}

static void add_run(struct router *r, size_t link, int x, int y, enum flow_side d)
{
    struct flow_run *run = vec_push(r->w->arena, &r->w->runs);
    bool vertical = is_vertical(d);
    *run = (struct flow_run){.link = link, .vertical = vertical};
    run->lane = vertical ? x : y;
    run->from = run->to = vertical ? y : x;
    r->w->links[link].runs++;
}

static void lengthen(struct flow_run *run, int x, int y)
{
    int at = run->vertical ? y : x;
    run->from = at < run->from ? at : run->from;
    run->to = at > run->to ? at : run->to;
}

static int turn_of(enum flow_side d)
{
    return d == FLOW_UP || d == FLOW_LEFT ? -1 : 1;
}

/* From the states of the path, first to last, to runs. */
static void take_runs(struct router *r, size_t link, const size_t *states, size_t n)
{
    struct flow_work *w = r->w;
    struct flow_link *l = &w->links[link];
    l->first_run = w->runs.n;
    l->out = (enum flow_side)(states[0] % FLOW_SIDES);
    enum flow_side heading = l->out;
    for (size_t i = 0; i <= n; i++) {
        size_t at = states[i < n ? i : n - 1] / FLOW_SIDES;
        int x = (int)(at % (size_t)r->across), y = (int)(at / (size_t)r->across);
        enum flow_side d =
            i < n ? (enum flow_side)(states[i] % FLOW_SIDES) : opposite(l->in);
        if (i == 0) {
            add_run(r, link, x, y, d);
            w->runs.at[w->runs.n - 1].leaves = true;
        } else if (d != heading) {
            size_t before = states[i - 1] / FLOW_SIDES;
            w->runs.at[w->runs.n - 1].lean += turn_of(d);
            add_run(r, link, (int)(before % (size_t)r->across),
                    (int)(before / (size_t)r->across), d);
            w->runs.at[w->runs.n - 1].lean -= turn_of(heading);
        }
        heading = d;
        lengthen(&w->runs.at[w->runs.n - 1], x, y);
        if (i < n)
            r->along[2 * at + is_vertical(d)]++;
    }
    w->runs.at[w->runs.n - 1].enters = true;
    ++*port_use(r, l->from, l->out, false);
    ++*port_use(r, l->to, l->in, true);
}

static void route_link(struct router *r, size_t link)
{
    size_t last = search(r, &r->w->links[link]), n = 0;
    for (size_t s = last; s != FLOW_NO; s = r->came[s])
        n++;
    size_t *states = arena_array(r->w->arena, n, sizeof *states);
    for (size_t s = last, i = n; s != FLOW_NO; s = r->came[s])
        states[--i] = s;
    take_runs(r, link, states, n);
}

/* Main links, then those to hosted boxes, then short ones, then long ones. */
struct turn {
    size_t link;
    int when;
};
static int compare_turns(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;
    if (x->when != y->when)
        return x->when < y->when ? -1 : 1;
    return x->link < y->link ? -1 : x->link > y->link;
}

static int when(const struct flow_work *w, const struct flow_link *l)
{
    const struct flow_shape *from = &w->shapes[l->from], *to = &w->shapes[l->to];
    if (l->main)
        return -2;
    if (to->host == l->from)
        return -1;
    if (from->chip != FLOW_NO) /* behind the link that leads to it */
        return INT_MAX;
    return abs(from->row - to->row) + abs(from->center - to->center);
}

static void close_boxes(struct router *r)
{
    for (size_t i = 0; i < r->w->n; i++) {
        const struct flow_shape *s = &r->w->shapes[i];
        for (int x = s->from; x <= s->to; x++)
            r->closed[crossing(r, x, s->row)] = true;
    }
}

void flow_route(struct flow_work *w)
{
    struct router r = {.w = w, .across = 2 * w->columns + 1, .down = 2 * w->rows + 1};
    size_t crossings = (size_t)r.across * (size_t)r.down;
    r.closed = arena_array(w->arena, crossings, sizeof *r.closed);
    r.along = arena_array(w->arena, 2 * crossings, sizeof *r.along);
    r.ports = arena_array(w->arena, 2 * FLOW_SIDES * (w->n + 1), sizeof *r.ports);
    r.best = arena_raw(w->arena, FLOW_SIDES * crossings * sizeof *r.best);
    r.seen = arena_array(w->arena, FLOW_SIDES * crossings, sizeof *r.seen);
    r.came = arena_raw(w->arena, FLOW_SIDES * crossings * sizeof *r.came);
    close_boxes(&r);
    w->runs.n = 0;
    struct turn *turns = arena_array(w->arena, w->n_links, sizeof *turns);
    for (size_t i = 0; i < w->n_links; i++) {
        w->links[i].runs = 0;
        turns[i] = (struct turn){i, when(w, &w->links[i])};
    }
    qsort(turns, w->n_links, sizeof *turns, compare_turns);
    for (size_t i = 0; i < w->n_links; i++)
        route_link(&r, turns[i].link);
}
