/* Checking a template before it is rendered, by walking it as rendering would
 * (template_visits.h). */
#include "html/template.h"

#include "html/template_visits.h"

enum { MOST_TOLD = 100 };

struct checker {
    struct arena *arena;
    struct diag *diag;
    bool named; /* there is a shape */
    bool good, complete;
    struct visits visits;
    VEC(const struct part *) used; /* blocks that replace one that exists */
    VEC(const struct part *) told; /* one message a tag */
    VEC(const struct template *) bad;
};

static const struct visit *now(const struct checker *c)
{
    return &c->visits.all.at[c->visits.now];
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
    return (struct pos){&now(c)->t->source, p->at};
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
            inner = visits_context(&c->visits, kind, found.shape, context);
    }
    bool ends_by_data = p->kind == PART_SECTION;
    c->visits.sections += ends_by_data;
    walk(c, i + 1, p->end, inner);
    c->visits.sections -= ends_by_data;
}

static void check_block(struct checker *c, const struct part *p, size_t i,
                        const struct context *context)
{
    struct visit next = {.t = NULL};
    for (const struct frame *f = now(c)->frames; f; f = f->outer) {
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
        visits_add(&c->visits, &next, p->at);
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
    const struct visit *v = now(c);
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
                         .frames = gives ? visits_frame(&c->visits, v->t, i, v->frames)
                                         : v->frames};
    visits_add(&c->visits, &next, p->at);
}

static void walk(struct checker *c, size_t from, size_t to, const struct context *context)
{
    const struct part *parts = now(c)->t->parts.at;
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
    for (size_t i = 0; i < c->visits.frames.n; i++) {
        const struct frame *f = c->visits.frames.at[i];
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

static void tell_endless(struct checker *c)
{
    struct buf way = {0};
    const struct edge *e = visits_circle(&c->visits, &way);
    if (e) {
        const struct template *t = c->visits.all.at[e->from].t;
        c->good = diag_at(c->diag, (struct pos){&t->source, e->at}, DIAG_TEMPLATE_ENDLESS,
                          STR_ARG(buf_str(&way)));
    }
    buf_drop(&way);
}

static void walk_all(struct checker *c, const struct template *t,
                     const struct shape *shape)
{
    struct visits *v = &c->visits;
    struct visit *start = vec_push(c->arena, &v->all);
    start->t = t;
    start->to = t->parts.n;
    start->context = shape ? visits_context(v, VALUE_OBJECT, shape, NULL) : NULL;
    for (; v->now < v->all.n; v->now++) {
        struct visit at = v->all.at[v->now];
        walk(c, at.from, at.to, at.context);
    }
    if (v->all.n == VISITS_MOST)
        c->good = diag_at(c->diag, (struct pos){&t->source, STR_NONE},
                          DIAG_TEMPLATE_TOO_MANY, STR_ARG(t->name), (int)VISITS_MOST);
}

bool template_check(const struct template *t, const struct shape *shape, struct diag *d)
{
    struct checker c = {
        .arena = arena_new(), .diag = d, .named = shape, .good = true, .complete = true};
    c.visits.arena = c.arena;
    if (t->state == TEMPLATE_BAD)
        tell_bad(&c, t);
    walk_all(&c, t, shape);
    tell_endless(&c);
    if (c.named && c.complete && c.good)
        tell_unused(&c);
    arena_drop(c.arena);
    return c.good;
}
