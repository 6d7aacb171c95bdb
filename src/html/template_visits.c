#include "html/template_visits.h"

static const struct context *context_of(struct visits *v, enum value_kind kind,
                                        const struct shape *shape,
                                        const struct context *outer)
{
    for (size_t i = 0; i < v->contexts.n; i++) {
        const struct context *x = v->contexts.at[i];
        if (x->kind == kind && x->shape == shape && x->outer == outer)
            return x;
    }
    struct context *x = arena_alloc(v->arena, sizeof *x);
    *x = (struct context){kind, shape, outer};
    *vec_push(v->arena, &v->contexts) = x;
    return x;
}

static const struct context *without(struct visits *v, const struct context *x,
                                     const struct shape *shape)
{
    if (!x || x->shape == shape)
        return x ? x->outer : NULL;
    const struct context *outer = without(v, x->outer, shape);
    return x->shape ? context_of(v, x->kind, x->shape, outer) : outer;
}

const struct context *visits_context(struct visits *v, enum value_kind kind,
                                     const struct shape *shape,
                                     const struct context *outer)
{
    return context_of(v, kind, shape, without(v, outer, shape));
}

const struct frame *visits_frame(struct visits *v, const struct template *t,
                                 size_t parent, const struct frame *outer)
{
    for (const struct frame *f = outer; f; f = f->outer)
        if (f->t == t && f->parent == parent)
            return outer;
    for (size_t i = 0; i < v->frames.n; i++) {
        const struct frame *f = v->frames.at[i];
        if (f->t == t && f->parent == parent && f->outer == outer)
            return f;
    }
    struct frame *f = arena_alloc(v->arena, sizeof *f);
    *f = (struct frame){t, parent, outer};
    *vec_push(v->arena, &v->frames) = f;
    return f;
}

static bool begins_at(const struct visits *v, size_t edge, size_t visit)
{
    return edge < v->edges.n && v->edges.at[edge].from == visit;
}

static void add_edge(struct visits *v, size_t to, size_t at)
{
    struct visit *from = &v->all.at[v->now];
    if (!begins_at(v, from->first_edge, v->now))
        from->first_edge = v->edges.n;
    *vec_push(v->arena, &v->edges) = (struct edge){v->now, to, at};
}

void visits_add(struct visits *v, const struct visit *next, size_t at)
{
    size_t i = 0;
    for (; i < v->all.n; i++) {
        const struct visit *x = &v->all.at[i];
        if (x->t == next->t && x->from == next->from && x->context == next->context &&
            x->frames == next->frames)
            break;
    }
    if (i == VISITS_MOST)
        return;
    if (i == v->all.n)
        *vec_push(v->arena, &v->all) = *next;
    if (v->sections == 0)
        add_edge(v, i, at);
}

/* Depth first; the search ends at the first circle. */
static const struct edge *find_circle(struct visits *v, size_t visit)
{
    v->all.at[visit].mark = ON_THE_WAY;
    for (size_t i = v->all.at[visit].first_edge; begins_at(v, i, visit); i++) {
        const struct edge *e = &v->edges.at[i], *found;
        struct visit *next = &v->all.at[e->to];
        if (next->mark == ON_THE_WAY)
            return e;
        if (next->mark == NOT_SEEN) {
            next->came_by = i;
            found = find_circle(v, e->to);
            if (found)
                return found;
        }
    }
    v->all.at[visit].mark = SEEN;
    return NULL;
}

static void put_way(struct buf *out, const struct visits *v, size_t from, size_t to)
{
    if (from != to)
        put_way(out, v, from, v->edges.at[v->all.at[to].came_by].from);
    if (from != to)
        buf_puts(out, " → ");
    buf_put(out, v->all.at[to].t->name);
}

const struct edge *visits_circle(struct visits *v, struct buf *way)
{
    const struct edge *e = NULL;
    for (size_t i = 0; i < v->all.n && !e; i++)
        if (v->all.at[i].mark == NOT_SEEN)
            e = find_circle(v, i);
    if (!e)
        return NULL;
    put_way(way, v, e->to, e->from);
    buf_puts(way, " → ");
    buf_put(way, v->all.at[e->to].t->name);
    return e;
}
