#include "layout/flow_parts.h"

#include "catalog/chart.h"

#include <math.h>
#include <stdlib.h>

/* Rows and columns.
 *
 * Wide: the main way stands in the middle column, hosted boxes beside their host, any other
 * box as near as possible below those that lead to it; a rank with more boxes than columns
 * takes several rows.
 *
 * Narrow: two columns of half the width. A box of the main way stands over both, or, when
 * it is small and the chart is roomy, over the gutter between them; then lines can pass at
 * both sides. The other boxes of its rank follow below it, two in a row. */

enum {
    WIDE_COLUMNS = 5,
    WIDE_MIDDLE = 2,
    MOST_COLUMNS = FLOW_SWIM_COLUMNS * CHART_MOST_LANES
};
/* A narrow box of a longer text takes the whole width: half of it would be a pole. */
static const double POLE = 7;

struct row {
    bool taken[MOST_COLUMNS];
};
struct placing {
    struct flow_work *w;
    VEC(struct row) rows;
    size_t last_main; /* rank of the end of the main way */
    int left, right;  /* boxes placed so far beside the middle */
};

static struct row *row_at(struct placing *p, size_t i)
{
    while (p->rows.n <= i)
        vec_push(p->w->arena, &p->rows);
    return &p->rows.at[i];
}

/* The columns a shape may stand in. */
struct range {
    int first, n, middle;
};

static struct range range_of(const struct placing *p, const struct flow_shape *s)
{
    int lane = (int)s->node->lane * FLOW_SWIM_COLUMNS;
    return p->w->n_swims ? (struct range){lane, FLOW_SWIM_COLUMNS, lane + 1}
                         : (struct range){0, WIDE_COLUMNS, WIDE_MIDDLE};
}

/* The middle column is kept free for the main way between its boxes. */
static bool middle_is_free(const struct placing *p, const struct flow_shape *s)
{
    return p->w->n_swims || s->main || s->rank > p->last_main;
}

static void put(struct placing *p, struct flow_shape *s, size_t row, int column)
{
    row_at(p, row)->taken[column] = true;
    s->row = 2 * (int)row + 1;
    s->column = column;
    p->left += column < WIDE_MIDDLE;
    p->right += column > WIDE_MIDDLE;
}

/* The free column of the row nearest to the wish, at the preferred side first; or -1. */
static int free_column(struct placing *p, const struct flow_shape *s, size_t row,
                       int wish, int side)
{
    struct range range = range_of(p, s);
    for (int distance = 0; distance < MOST_COLUMNS; distance++) {
        for (int turn = 0; turn < 2; turn++) {
            int c = wish + (turn ? -side : side) * distance;
            if (c < range.first || c >= range.first + range.n || row_at(p, row)->taken[c])
                continue;
            if (c == range.middle && !middle_is_free(p, s))
                continue;
            return c;
        }
    }
    return -1;
}

static void put_near(struct placing *p, struct flow_shape *s, size_t row, int wish,
                     int side)
{
    int column;
    while ((column = free_column(p, s, row, wish, side)) < 0)
        row++;
    put(p, s, row, column);
}

/* The mean column of the boxes above that lead here; the middle where none does. */
static double wished_column(const struct flow_work *w, size_t at)
{
    double sum = 0, n = 0;
    if (w->plain)
        return WIDE_MIDDLE;
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        if (l->to != at || l->back || w->shapes[l->from].row == 0)
            continue;
        sum += w->shapes[l->from].column;
        n++;
    }
    return n > 0 ? sum / n : WIDE_MIDDLE;
}

/* The shapes of a rank: the main one first, then by the column they wish for. */
struct wish {
    size_t shape;
    double column;
};
static int compare_wishes(const void *a, const void *b)
{
    const struct wish *x = a, *y = b;
    if (x->column < y->column || x->column > y->column)
        return x->column < y->column ? -1 : 1;
    return x->shape < y->shape ? -1 : x->shape > y->shape;
}

static void place_wide_rank(struct placing *p, const size_t *shapes, size_t n)
{
    struct flow_work *w = p->w;
    size_t row = p->rows.n, wishes = 0;
    struct wish *wish = arena_array(w->arena, n, sizeof *wish);
    for (size_t i = 0; i < n; i++) {
        struct flow_shape *s = &w->shapes[shapes[i]];
        if (s->main)
            put(p, s, row, range_of(p, s).middle);
        else if (s->host == FLOW_NO)
            wish[wishes++] = (struct wish){shapes[i], wished_column(w, shapes[i])};
    }
    qsort(wish, wishes, sizeof *wish, compare_wishes);
    for (size_t i = 0; i < wishes; i++) {
        int side = p->left < p->right ? -1 : 1;
        if (wish[i].column < WIDE_MIDDLE || wish[i].column > WIDE_MIDDLE)
            side = wish[i].column < WIDE_MIDDLE ? -1 : 1;
        put_near(p, &w->shapes[wish[i].shape], row, (int)lround(wish[i].column), side);
    }
    for (size_t i = 0; i < n; i++) {
        struct flow_shape *s = &w->shapes[shapes[i]];
        if (s->host == FLOW_NO)
            continue;
        const struct flow_shape *host = &w->shapes[s->host];
        struct range range = range_of(p, s);
        int column = host->column + s->beside, last = range.first + range.n - 1;
        column = column < range.first ? range.first : column > last ? last : column;
        put_near(p, s, (size_t)host->row / 2, column, s->beside);
    }
}

/* A small box of the main way, in a roomy chart. */
static bool is_small(struct flow_work *w, struct flow_shape *s)
{
    if (!w->roomy || !s->main || s->node->kind == NODE_MATERIALS ||
        s->node->kind == NODE_NOTE)
        return false;
    double most = w->form->page * 0.43;
    flow_box_measure(w, s, most);
    return s->width <= most && s->outline != FLOW_HEXAGON &&
           s->text.height < 3 * w->form->size * 1.4;
}

static bool is_pole(struct flow_work *w, struct flow_shape *s)
{
    flow_box_measure(w, s, w->form->page * 0.42);
    return s->text.height > POLE * w->form->size * 1.4;
}

static void put_over(struct flow_shape *s, size_t row, int from, int to)
{
    s->row = 2 * (int)row + 1;
    s->from = from;
    s->to = to;
    s->center = (from + to) / 2;
    s->column = s->center / 2;
}

/* The half a box takes: a hosted one that of its side, any other below where it comes
 * from. */
static int wished_half(const struct flow_work *w, const struct flow_shape *s)
{
    if (s->host != FLOW_NO)
        return s->beside > 0;
    if (s->chip != FLOW_NO) {
        const struct flow_link *l = &w->links[s->chip];
        const struct flow_shape *to = &w->shapes[w->links[l->tail].to];
        if (to->host == l->from)
            return to->beside > 0;
    }
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        const struct flow_shape *from = &w->shapes[l->from];
        if (&w->shapes[l->to] == s && !l->back && from->row && from->from == from->to)
            return from->center > 2;
    }
    return 0;
}

/* A box of a branch, in the first free half from row `first` on. */
static void place_half(struct placing *p, struct flow_shape *s, size_t first)
{
    struct flow_work *w = p->w;
    size_t row = first;
    bool straight = s->chip != FLOW_NO && w->links[s->chip].main;
    if (straight || is_pole(w, s)) {
        row = p->rows.n;
        *row_at(p, row) = (struct row){.taken = {true, true}};
        put_over(s, row, 1, 3);
        return;
    }
    int half = wished_half(w, s);
    while (row_at(p, row)->taken[0] && row_at(p, row)->taken[1])
        row++;
    if (row_at(p, row)->taken[half])
        half = !half;
    row_at(p, row)->taken[half] = true;
    put_over(s, row, 2 * half + 1, 2 * half + 1);
}

/* The main box, the labels of its lines, the other boxes, the labels of theirs. */
static void place_narrow_rank(struct placing *p, const size_t *shapes, size_t n)
{
    struct flow_work *w = p->w;
    for (size_t i = 0; i < n; i++) {
        struct flow_shape *s = &w->shapes[shapes[i]];
        if (!s->main)
            continue;
        size_t row = p->rows.n;
        *row_at(p, row) = (struct row){.taken = {true, true}};
        bool small = is_small(w, s);
        put_over(s, row, small ? 2 : 1, small ? 2 : 3);
    }
    for (int turn = 0; turn < 3; turn++) {
        size_t first = p->rows.n;
        for (size_t i = 0; i < n; i++) {
            struct flow_shape *s = &w->shapes[shapes[i]];
            bool chip = s->chip != FLOW_NO;
            bool of_main = chip && w->shapes[w->links[s->chip].from].main;
            if (!s->main && turn == (of_main ? 0 : chip ? 2 : 1))
                place_half(p, s, first);
        }
    }
}

/* Columns that nothing stands in are left out. */
static void close_columns(struct flow_work *w)
{
    bool used[MOST_COLUMNS] = {false};
    int lane[MOST_COLUMNS];
    for (size_t i = 0; i < w->n; i++)
        used[w->shapes[i].column] = true;
    for (size_t i = 0; i < w->n_swims; i++)
        used[FLOW_SWIM_COLUMNS * i + 1] = true;
    w->columns = 0;
    for (int c = 0; c < MOST_COLUMNS; c++) {
        lane[c] = 2 * w->columns + 1;
        w->columns += used[c];
    }
    for (size_t i = 0; i < w->n; i++) {
        struct flow_shape *s = &w->shapes[i];
        s->from = s->to = s->center = lane[s->column];
    }
    for (size_t i = 0; i < w->n_swims; i++) {
        int first = FLOW_SWIM_COLUMNS * (int)i;
        w->swims[i].from = lane[first + !used[first]];
        w->swims[i].to = lane[first + 1] + (used[first + 2] ? 2 : 0);
    }
}

void flow_place(struct flow_work *w)
{
    struct placing p = {.w = w};
    size_t ranks = 0;
    for (size_t i = 0; i < w->n; i++) {
        const struct flow_shape *s = &w->shapes[i];
        ranks = s->rank >= ranks ? s->rank + 1 : ranks;
        if (s->main && s->rank > p.last_main)
            p.last_main = s->rank;
        w->shapes[i].row = 0;
    }
    size_t *shapes = arena_array(w->arena, w->n + 1, sizeof *shapes);
    for (size_t rank = 0; rank < ranks; rank++) {
        size_t n = 0;
        for (size_t i = 0; i < w->n; i++)
            if (w->shapes[i].rank == rank)
                shapes[n++] = i;
        if (w->form->narrow)
            place_narrow_rank(&p, shapes, n);
        else
            place_wide_rank(&p, shapes, n);
    }
    w->rows = (int)p.rows.n;
    w->columns = 2;
    if (w->form->narrow)
        return;
    if (w->swept)
        w->swept = flow_order(w, WIDE_COLUMNS, WIDE_MIDDLE, p.last_main + 1);
    close_columns(w);
}
