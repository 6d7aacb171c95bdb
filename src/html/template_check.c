/* Checking a template before it is rendered, by walking it as rendering would.
 *
 * A name is right or wrong only in a context: a partial is checked once for every context
 * it is included in, a block where it is put in. So the unit of the walk is a visit: a
 * body (a template, or a block that replaces another) with the contexts and the replaced
 * blocks in force there. Visits wait in a queue and equal ones are walked once. For that
 * to end, and to find equals by address, lists are kept short without changing what they
 * mean:
 *   contexts  a shape that comes again further out can never answer: the inner one does
 *   frames    a {{<parent}} that comes again further in can never replace: the outer does
 *
 * Endless inclusion is a circle of visits with no section on the way; sections end by the
 * data, and rendering has its own limit for data without end. */
#include "html/template.h"

#include "html/template_tree.h"

enum { VISITS = 4096, MOST_TOLD = 100 };

struct context {
    enum value_kind kind;      /* what "." is */
    const struct shape *shape; /* NULL: it has no names */
    const struct context *outer;
};

struct frame {
    const struct template *t;
    size_t parent;
    const struct frame *outer;
};

struct visit {
    const struct template *t;
    size_t from, to;
    const struct context *context;
    const struct frame *frames;
    enum { NOT_SEEN, ON_THE_WAY, SEEN } mark;
    size_t came_by; /* edge, while ON_THE_WAY */
};

/* One visit leads to another without a section in between. */
struct edge {
    size_t from, to;
    size_t at; /* of the tag, in the template of `from` */
};

struct checker {
    struct arena *arena;
    struct diag *diag;
    bool named; /* there is a shape */
    bool good, complete;
    VEC(struct context *) contexts;
    VEC(struct frame *) frames;
    VEC(struct visit) visits;
    VEC(struct edge) edges;
    VEC(const struct part *) used; /* blocks that replace one that exists */
    VEC(const struct part *) told; /* one message a tag */
    VEC(const struct template *) bad;
    size_t now;        /* the visit being walked */
    unsigned sections; /* entered since its beginning */
};

static const struct context *context_of(struct checker *c, enum value_kind kind,
                                        const struct shape *shape,
                                        const struct context *outer)
{
    for (size_t i = 0; i < c->contexts.n; i++) {
        const struct context *x = c->contexts.at[i];
        if (x->kind == kind && x->shape == shape && x->outer == outer)
            return x;
    }
    struct context *x = arena_alloc(c->arena, sizeof *x);
    *x = (struct context){kind, shape, outer};
    *vec_push(c->arena, &c->contexts) = x;
    return x;
}

static const struct context *without(struct checker *c, const struct context *x,
                                     const struct shape *shape)
{
    if (!x || x->shape == shape)
        return x ? x->outer : NULL;
    const struct context *outer = without(c, x->outer, shape);
    return x->shape ? context_of(c, x->kind, x->shape, outer) : outer;
}

static const struct context *push_context(struct checker *c, enum value_kind kind,
                                          const struct shape *shape,
                                          const struct context *outer)
{
    return context_of(c, kind, shape, without(c, outer, shape));
}

static const struct frame *push_frame(struct checker *c, const struct template *t,
                                      size_t parent, const struct frame *outer)
{
    for (const struct frame *f = outer; f; f = f->outer)
        if (f->t == t && f->parent == parent)
            return outer;
    for (size_t i = 0; i < c->frames.n; i++) {
        const struct frame *f = c->frames.at[i];
        if (f->t == t && f->parent == parent && f->outer == outer)
            return f;
    }
    struct frame *f = arena_alloc(c->arena, sizeof *f);
    *f = (struct frame){t, parent, outer};
    *vec_push(c->arena, &c->frames) = f;
    return f;
}

/* Puts a body into the queue unless it is there; notes that the visit at hand leads to
 * it. */
static void lead_to(struct checker *c, const struct visit *next, size_t at)
{
    size_t i = 0;
    for (; i < c->visits.n; i++) {
        const struct visit *v = &c->visits.at[i];
        if (v->t == next->t && v->from == next->from && v->context == next->context &&
            v->frames == next->frames)
            break;
    }
    if (i == VISITS)
        return;
    if (i == c->visits.n)
        *vec_push(c->arena, &c->visits) = *next;
    if (c->sections == 0)
        *vec_push(c->arena, &c->edges) = (struct edge){c->now, i, at};
}

static bool listed(const struct part *const *list, size_t n, const struct part *p)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == p)
            return true;
    return false;
}

static struct pos place(const struct checker *c, const struct part *p)
{
    return (struct pos){&c->visits.at[c->now].t->source, p->at};
}

/* True when something should be said about this tag: it is the first time, and there are
 * not too many mistakes already. */
static bool first_word(struct checker *c, const struct part *p)
{
    c->good = false;
    if (c->told.n > MOST_TOLD || listed(c->told.at, c->told.n, p))
        return false;
    *vec_push(c->arena, &c->told) = p;
    if (c->told.n <= MOST_TOLD)
        return true;
    diag_at(c->diag, place(c, p), DIAG_TEMPLATE_MORE, (int)MOST_TOLD);
    return false;
}

/* "catalog › group › item": where a name was looked for. */
static void put_contexts(struct buf *out, const struct context *x)
{
    if (!x)
        return;
    put_contexts(out, x->outer);
    if (!x->shape)
        return;
    if (out->n)
        buf_puts(out, " › ");
    buf_puts(out, x->shape->name);
}

static void add_names(struct arena *a, struct str_list *names, const struct shape *shape)
{
    for (size_t i = 0; shape && i < shape->n; i++)
        *vec_push(a, names) = shape->rows[i].name;
}

/* `contexts` were searched for the first step, `shape` for a later one. */
static void tell_name(struct checker *c, const struct part *p, struct str step,
                      const struct context *contexts, const struct shape *shape)
{
    if (!first_word(c, p))
        return;
    struct buf where = {0};
    struct str_list names = {0};
    if (contexts)
        put_contexts(&where, contexts);
    else
        buf_puts(&where, shape ? shape->name : "没有下级名称");
    for (const struct context *x = contexts; x; x = x->outer)
        add_names(c->arena, &names, x->shape);
    if (!contexts)
        add_names(c->arena, &names, shape);
    struct finding f = {.code = DIAG_TEMPLATE_NAME,
                        .at = place(c, p),
                        .proposal = str_nearest(step, names.at, names.n)};
    diag_find(c->diag, &f, STR_ARG(buf_str(&where)), STR_ARG(step));
    buf_drop(&where);
}

struct found {
    enum value_kind kind;
    const struct shape *shape; /* OBJECT: its own; LIST: of its elements */
};

static bool resolve(struct checker *c, const struct part *p,
                    const struct context *context, struct found *found)
{
    if (p->n_steps == 0) {
        *found = (struct found){context->kind, context->shape};
        return true;
    }
    const struct shape_row *row = NULL;
    for (const struct context *x = context; x && !row; x = x->outer)
        row = x->shape ? shape_find(x->shape, p->steps[0]) : NULL;
    if (!row) {
        tell_name(c, p, p->steps[0], context, NULL);
        return false;
    }
    for (size_t i = 1; i < p->n_steps; i++) {
        const struct shape *shape = row->kind == VALUE_OBJECT ? row->of : NULL;
        row = shape ? shape_find(shape, p->steps[i]) : NULL;
        if (!row) {
            tell_name(c, p, p->steps[i], NULL, shape);
            return false;
        }
    }
    *found = (struct found){row->kind, row->of};
    return true;
}

static const char *kind_word(enum value_kind kind)
{
    switch (kind) {
    case VALUE_NONE: return "空值";
    case VALUE_TEXT: return "文字";
    case VALUE_MARKUP: return "网页片段";
    case VALUE_TRUTH: return "是非值";
    case VALUE_LIST: return "列表";
    case VALUE_OBJECT: return "一组数据";
    }
    return "";
}

static void check_value(struct checker *c, const struct part *p,
                        const struct context *context)
{
    struct found found;
    if (!c->named || !resolve(c, p, context, &found))
        return;
    if (found.kind == (p->kind == PART_RAW ? VALUE_MARKUP : VALUE_TEXT) ||
        !first_word(c, p))
        return;
    if (found.kind == VALUE_TEXT)
        diag_at(c->diag, place(c, p), DIAG_TEMPLATE_RAW, STR_ARG(p->text));
    else if (found.kind == VALUE_MARKUP)
        diag_at(c->diag, place(c, p), DIAG_TEMPLATE_MARKUP, STR_ARG(p->text));
    else
        diag_at(c->diag, place(c, p), DIAG_TEMPLATE_NO_TEXT, STR_ARG(p->text),
                kind_word(found.kind));
}

static void walk(struct checker *c, size_t from, size_t to,
                 const struct context *context);

static void check_section(struct checker *c, const struct part *p, size_t i,
                          const struct context *context)
{
    struct found found;
    const struct context *inner = context;
    if (c->named) {
        if (!resolve(c, p, context, &found))
            return; /* what is inside cannot be judged */
        bool list = found.kind == VALUE_LIST;
        enum value_kind kind = !list         ? found.kind
                               : found.shape ? VALUE_OBJECT
                                             : VALUE_TEXT;
        if (p->kind == PART_SECTION)
            inner = push_context(c, kind, found.shape, context);
    }
    bool ends_by_data = p->kind == PART_SECTION;
    c->sections += ends_by_data;
    walk(c, i + 1, p->end, inner);
    c->sections -= ends_by_data;
}

static void check_block(struct checker *c, const struct part *p, size_t i,
                        const struct context *context)
{
    struct visit next = {.t = NULL};
    for (const struct frame *f = c->visits.at[c->now].frames; f; f = f->outer) {
        const struct part *parts = f->t->parts.at;
        for (size_t k = f->parent + 1; k < parts[f->parent].end; k = parts[k].end) {
            if (!str_eq(parts[k].text, p->text))
                continue;
            if (!listed(c->used.at, c->used.n, &parts[k]))
                *vec_push(c->arena, &c->used) = &parts[k];
            next = (struct visit){.t = f->t,
                                  .from = k + 1,
                                  .to = parts[k].end,
                                  .context = context,
                                  .frames = f->outer};
        }
    }
    if (next.t)
        lead_to(c, &next, p->at);
    else
        walk(c, i + 1, p->end, context);
}

/* A file with mistakes of its own: told once, where they are. */
static void tell_bad(struct checker *c, const struct template *t)
{
    c->good = c->complete = false;
    for (size_t i = 0; i < c->bad.n; i++)
        if (c->bad.at[i] == t)
            return;
    *vec_push(c->arena, &c->bad) = t;
    diag_append(c->diag, t->problems);
}

static void check_other(struct checker *c, const struct part *p, size_t i,
                        const struct context *context)
{
    const struct visit *v = &c->visits.at[c->now];
    const struct template *other = p->other;
    if (other->state == TEMPLATE_BAD) {
        tell_bad(c, other);
    } else if (other->state == TEMPLATE_ABSENT) {
        c->complete = false;
        if (c->named && first_word(c, p))
            diag_at(c->diag, place(c, p), DIAG_TEMPLATE_MISSING, STR_ARG(p->text));
    }
    if (c->named && p->stray != STR_NONE && first_word(c, p))
        diag_at(c->diag, (struct pos){&v->t->source, p->stray}, DIAG_TEMPLATE_STRAY,
                STR_ARG(p->text));
    bool gives = p->kind == PART_PARENT && p->end > i + 1;
    struct visit next = {.t = other,
                         .to = other->parts.n,
                         .context = context,
                         .frames = gives ? push_frame(c, v->t, i, v->frames) : v->frames};
    lead_to(c, &next, p->at);
}

static void walk(struct checker *c, size_t from, size_t to, const struct context *context)
{
    const struct part *parts = c->visits.at[c->now].t->parts.at;
    for (size_t i = from; i < to; i = parts[i].end) {
        const struct part *p = &parts[i];
        switch (p->kind) {
        case PART_BYTES:
        case PART_SOFT_END: break;
        case PART_ESCAPED:
        case PART_RAW: check_value(c, p, context); break;
        case PART_SECTION:
        case PART_INVERTED: check_section(c, p, i, context); break;
        case PART_BLOCK: check_block(c, p, i, context); break;
        case PART_PARENT:
        case PART_PARTIAL: check_other(c, p, i, context); break;
        }
    }
}

/* Blocks given to a parent that has no place for them would be lost. */
static void tell_unused(struct checker *c)
{
    for (size_t i = 0; i < c->frames.n; i++) {
        const struct frame *f = c->frames.at[i];
        const struct part *parts = f->t->parts.at;
        for (size_t k = f->parent + 1; k < parts[f->parent].end; k = parts[k].end) {
            if (listed(c->used.at, c->used.n, &parts[k]) || !first_word(c, &parts[k]))
                continue;
            diag_at(c->diag, (struct pos){&f->t->source, parts[k].at},
                    DIAG_TEMPLATE_UNUSED, STR_ARG(parts[f->parent].text),
                    STR_ARG(parts[k].text));
        }
    }
}

static void put_way(struct buf *out, const struct checker *c, size_t from, size_t to)
{
    if (from != to)
        put_way(out, c, from, c->edges.at[c->visits.at[to].came_by].from);
    if (from != to)
        buf_puts(out, " → ");
    buf_put(out, c->visits.at[to].t->name);
}

static void tell_endless(struct checker *c, const struct edge *e)
{
    c->good = false;
    struct buf way = {0};
    put_way(&way, c, e->to, e->from);
    buf_puts(&way, " → ");
    buf_put(&way, c->visits.at[e->to].t->name);
    diag_at(c->diag, (struct pos){&c->visits.at[e->from].t->source, e->at},
            DIAG_TEMPLATE_ENDLESS, STR_ARG(buf_str(&way)));
    buf_drop(&way);
}

/* Depth first; edges of one visit stand together, as each visit was walked in one go. The
 * first circle is told, the search ends there. */
static bool find_circle(struct checker *c, const size_t *first_edge, size_t visit)
{
    c->visits.at[visit].mark = ON_THE_WAY;
    for (size_t i = first_edge[visit]; i < first_edge[visit + 1]; i++) {
        const struct edge *e = &c->edges.at[i];
        struct visit *next = &c->visits.at[e->to];
        if (next->mark == ON_THE_WAY) {
            tell_endless(c, e);
            return true;
        }
        if (next->mark == NOT_SEEN) {
            next->came_by = i;
            if (find_circle(c, first_edge, e->to))
                return true;
        }
    }
    c->visits.at[visit].mark = SEEN;
    return false;
}

bool template_check(const struct template *t, const struct shape *shape, struct diag *d)
{
    struct checker c = {
        .arena = arena_new(), .diag = d, .named = shape, .good = true, .complete = true};
    if (t->state == TEMPLATE_BAD)
        tell_bad(&c, t);
    size_t *first_edge = arena_array(c.arena, VISITS + 1, sizeof *first_edge);
    struct visit *start = vec_push(c.arena, &c.visits);
    start->t = t;
    start->to = t->parts.n;
    start->context = shape ? context_of(&c, VALUE_OBJECT, shape, NULL) : NULL;
    for (; c.now < c.visits.n; c.now++) {
        struct visit v = c.visits.at[c.now];
        first_edge[c.now] = c.edges.n;
        walk(&c, v.from, v.to, v.context);
    }
    first_edge[c.visits.n] = c.edges.n;
    if (c.visits.n == VISITS)
        c.good = diag_at(d, (struct pos){&t->source, STR_NONE}, DIAG_TEMPLATE_TOO_MANY,
                         STR_ARG(t->name), (int)VISITS);
    for (size_t i = 0; i < c.visits.n; i++)
        if (c.visits.at[i].mark == NOT_SEEN && find_circle(&c, first_edge, i))
            break;
    if (c.named && c.complete && c.good)
        tell_unused(&c);
    arena_drop(c.arena);
    return c.good;
}
