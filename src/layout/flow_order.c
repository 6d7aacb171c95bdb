#include "layout/flow_parts.h"

#include <stdlib.h>

/* The order of boxes within their rows.
 *
 * The placing has put each box below the mean column of those that lead to it (a barycenter
 * sweep downwards). Here two boxes of a row, or a box and a free place, are swapped as long as
 * that makes the straight lines between boxes cross less or be shorter. Only lines that pass
 * the row or its neighbours are looked at, so a sweep is linear in the rows. The lines that
 * are drawn go other ways than the straight ones: flow.c keeps the result only where they,
 * too, cross less. */

enum { SWEEPS = 4, COST_CROSSING = 8 };

struct list {
    size_t *at;
    size_t n, cap;
};

struct ordering {
    struct flow_work *w;
    int columns, middle;
    size_t free;
    struct list *rows;   /* links that pass each row, by the row's number */
    struct list *placed; /* shapes in each row */
    struct list near;    /* links around the row being swept */
};

static int index_of(const struct flow_shape *s)
{
    return s->row / 2;
}

static void list_links(struct ordering *o)
{
    struct flow_work *w = o->w;
    for (size_t i = 0; i < w->n; i++)
        *vec_push(w->arena, &o->placed[index_of(&w->shapes[i])]) = i;
    for (size_t i = 0; i < w->n_links; i++) {
        int from = index_of(&w->shapes[w->links[i].from]),
            to = index_of(&w->shapes[w->links[i].to]);
        int low = from < to ? from : to, high = from < to ? to : from;
        /* A long line is led beside the boxes: only its ends say how it lies. */
        for (int row = low; row <= high; row++)
            if (row <= low + 2 || row >= high - 2)
                *vec_push(w->arena, &o->rows[row]) = i;
    }
}

/* The links around a row, each once. */
static void gather(struct ordering *o, int row, int rows)
{
    o->near.n = 0;
    for (int r = row > 0 ? row - 1 : 0; r <= row + 1 && r < rows; r++)
        for (size_t i = 0; i < o->rows[r].n; i++) {
            size_t link = o->rows[r].at[i], k = 0;
            while (k < o->near.n && o->near.at[k] != link)
                k++;
            if (k == o->near.n)
                *vec_push(o->w->arena, &o->near) = link;
        }
}

/* On which side of the line from (x1, y1) to (x2, y2) a point is: -1, 0 or 1. */
static int side(const struct flow_shape *a, const struct flow_shape *b,
                const struct flow_shape *p)
{
    long turn = (long)(b->column - a->column) * (p->row - a->row) -
                (long)(b->row - a->row) * (p->column - a->column);
    return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

static bool cross(const struct flow_work *w, const struct flow_link *l,
                  const struct flow_link *m)
{
    const struct flow_shape *a = &w->shapes[l->from], *b = &w->shapes[l->to];
    const struct flow_shape *c = &w->shapes[m->from], *d = &w->shapes[m->to];
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

static long cost_near(const struct ordering *o)
{
    const struct flow_work *w = o->w;
    long cost = 0;
    for (size_t i = 0; i < o->near.n; i++) {
        const struct flow_link *l = &w->links[o->near.at[i]];
        cost += labs((long)w->shapes[l->from].column - w->shapes[l->to].column);
        for (size_t k = 0; k < i; k++)
            if (cross(w, l, &w->links[o->near.at[k]]))
                cost += COST_CROSSING;
    }
    return cost;
}

static bool is_host(const struct flow_work *w, size_t shape)
{
    for (size_t j = w->shapes[shape].first_link; j != FLOW_NO; j = w->links[j].next)
        if (w->shapes[w->links[j].to].host == shape)
            return true;
    return false;
}

static bool may_move(const struct ordering *o, size_t shape)
{
    const struct flow_shape *s = &o->w->shapes[shape];
    return !s->main && s->host == FLOW_NO && !is_host(o->w, shape);
}

static bool may_stand(const struct ordering *o, const struct flow_shape *s, int column)
{
    return column != o->middle || s->rank >= o->free;
}

/* Tries to give a shape another column of its row; swaps it with who stands there. */
static bool try_column(struct ordering *o, struct flow_shape *s, int column,
                       const struct list *row)
{
    struct flow_shape *other = NULL;
    for (size_t i = 0; i < row->n; i++)
        if (o->w->shapes[row->at[i]].column == column) {
            other = &o->w->shapes[row->at[i]];
            if (!may_move(o, row->at[i]) || !may_stand(o, other, s->column))
                return false;
        }
    if (!may_stand(o, s, column))
        return false;
    int old = s->column;
    long before = cost_near(o);
    s->column = column;
    if (other)
        other->column = old;
    if (cost_near(o) < before)
        return true;
    s->column = old;
    if (other)
        other->column = column;
    return false;
}

static bool sweep_row(struct ordering *o, int row, int rows)
{
    bool moved = false;
    const struct list *placed = &o->placed[row];
    gather(o, row, rows);
    for (size_t i = 0; i < placed->n; i++) {
        if (!may_move(o, placed->at[i]))
            continue;
        struct flow_shape *s = &o->w->shapes[placed->at[i]];
        for (int c = 0; c < o->columns; c++)
            if (c != s->column && try_column(o, s, c, placed))
                moved = true;
    }
    return moved;
}

bool flow_order(struct flow_work *w, int columns, int middle, size_t free)
{
    int rows = w->rows;
    struct ordering o = {.w = w, .columns = columns, .middle = middle, .free = free};
    o.rows = arena_array(w->arena, (size_t)rows, sizeof *o.rows);
    o.placed = arena_array(w->arena, (size_t)rows, sizeof *o.placed);
    list_links(&o);
    bool moved = false;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
        bool now = false;
        for (int i = 0; i < rows; i++)
            now |= sweep_row(&o, sweep % 2 ? rows - 1 - i : i, rows);
        moved |= now;
        if (!now)
            break;
    }
    return moved;
}

static bool within(int at, int from, int to)
{
    return from < at && at < to;
}

size_t flow_crossings(const struct flow_work *w)
{
    size_t n = 0;
    for (size_t i = 0; i < w->runs.n; i++) {
        const struct flow_run *v = &w->runs.at[i];
        for (size_t j = 0; v->vertical && j < w->runs.n; j++) {
            const struct flow_run *h = &w->runs.at[j];
            if (!h->vertical && within(v->lane, h->from, h->to) &&
                within(h->lane, v->from, v->to))
                n++;
        }
    }
    return n;
}
