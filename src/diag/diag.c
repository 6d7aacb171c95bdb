#include "diag/diag.h"

#include "base/record.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct diag_row rows[] = {
#define DIAG(severity, name, id, title, text, remedy, basis) \
    [DIAG_##name] = {SEVERITY_##severity, id, title, text, remedy, basis},
#include "diag/diag_table.h"
#undef DIAG
};

struct diag {
    struct arena *arena;
    VEC(struct problem) problems;
    size_t counts[SEVERITY_COUNT];
    size_t accepted;
    struct buf text; /* the message being made */
};

const struct diag_row *diag_row(enum diag_code code)
{
    return &rows[code];
}

struct diag *diag_new(void)
{
    struct diag *d = heap_alloc(sizeof *d);
    *d = (struct diag){.arena = arena_new()};
    return d;
}

void diag_drop(struct diag *d)
{
    if (!d)
        return;
    buf_drop(&d->text);
    arena_drop(d->arena);
    free(d);
}

static void push(struct diag *d, const struct problem *p)
{
    *vec_push(d->arena, &d->problems) = *p;
    if (p->accepted.n)
        d->accepted++;
    else
        d->counts[p->severity]++;
}

/* A copy of the path: most problems are in the file of the one before. */
static struct str path_of(struct diag *d, struct str path)
{
    const struct problem *last =
        d->problems.n ? &d->problems.at[d->problems.n - 1] : NULL;
    return last && str_eq(last->path, path) ? last->path : str_copy(d->arena, path);
}

static struct str shown_line(struct arena *a, const struct excerpt *e)
{
    if (!e->cut_left && !e->cut_right)
        return str_copy(a, e->text);
    return str_print(a, "%s%.*s%s", e->cut_left ? "…" : "", STR_ARG(e->text),
                     e->cut_right ? "…" : "");
}

static void locate(struct diag *d, struct problem *p, struct pos at)
{
    if (!at.src)
        return;
    p->path = path_of(d, at.src->path);
    if (at.offset == STR_NONE)
        return;
    struct place place = source_place(at.src, at.offset);
    p->line = place.line;
    p->column = place.column;
    struct excerpt e = source_excerpt(at.src, at.offset);
    p->indent = e.indent + (e.cut_left ? 1 : 0);
    p->source_line = shown_line(d->arena, &e);
}

static void record(struct diag *d, const struct finding *f, va_list args)
{
    const struct diag_row *row = diag_row(f->code);
    buf_clear(&d->text);
    buf_vprintf(&d->text, row->text, args);
    struct problem p = {
        .severity = row->severity,
        .id = str_of(row->id),
        .item = str_copy(d->arena, f->item),
        .key = str_copy(d->arena, f->key),
        .field = str_copy(d->arena, f->field),
        .message = str_copy(d->arena, buf_str(&d->text)),
        .expected = str_copy(d->arena, f->expected),
        .proposal = str_copy(d->arena, f->proposal),
        .remedy = str_of(row->remedy),
        .basis = f->basis.n ? str_copy(d->arena, f->basis) : str_of(row->basis),
        .fix = f->fix,
    };
    p.fix.text = str_copy(d->arena, f->fix.text);
    locate(d, &p, f->at);
    push(d, &p);
}

bool diag_at(struct diag *d, struct pos at, enum diag_code code, ...)
{
    va_list args;
    va_start(args, code);
    record(d, &(struct finding){.code = code, .at = at}, args);
    va_end(args);
    return false;
}

bool diag_find(struct diag *d, const struct finding *f, ...)
{
    va_list args;
    va_start(args, f);
    record(d, f, args);
    va_end(args);
    return false;
}

bool diag_find_args(struct diag *d, const struct finding *f, va_list args)
{
    record(d, f, args);
    return false;
}

size_t diag_count(const struct diag *d, enum severity severity)
{
    return d->counts[severity];
}

size_t diag_total(const struct diag *d)
{
    return d->problems.n;
}

const struct problem *diag_problem(const struct diag *d, size_t i)
{
    return &d->problems.at[i];
}

void diag_accept(struct diag *d, size_t i, struct str reason)
{
    struct problem *p = &d->problems.at[i];
    if (p->accepted.n)
        return;
    p->accepted = str_copy(d->arena, reason);
    d->counts[p->severity]--;
    d->accepted++;
}

size_t diag_accepted(const struct diag *d)
{
    return d->accepted;
}

/* The texts of a problem, named once for copying, sending and receiving. */
#define PROBLEM_TEXTS(p) \
    { \
        &(p)->id, &(p)->path, &(p)->source_line, &(p)->item, &(p)->key, &(p)->field, \
            &(p)->message, &(p)->expected, &(p)->proposal, &(p)->remedy, &(p)->basis, \
            &(p)->fix.text, &(p)->accepted \
    }
enum { PROBLEM_TEXT_COUNT = 13 };

void diag_append_if(struct diag *to, const struct diag *from,
                    bool (*keep)(void *context, const struct problem *p), void *context)
{
    for (size_t i = 0; i < from->problems.n; i++) {
        struct problem p = from->problems.at[i];
        if (!keep(context, &p))
            continue;
        struct str *texts[PROBLEM_TEXT_COUNT] = PROBLEM_TEXTS(&p);
        for (size_t t = 0; t < PROBLEM_TEXT_COUNT; t++)
            *texts[t] = str_copy(to->arena, *texts[t]);
        push(to, &p);
    }
}

static bool is_grave(void *context, const struct problem *p)
{
    return p->severity <= *(const enum severity *)context;
}

void diag_append_graver(struct diag *to, const struct diag *from, enum severity least)
{
    diag_append_if(to, from, is_grave, &least);
}

void diag_append(struct diag *to, const struct diag *from)
{
    diag_append_graver(to, from, SEVERITY_NOTE);
}

void diag_move(struct diag *to, struct diag *from)
{
    for (size_t i = 0; i < from->problems.n; i++)
        push(to, &from->problems.at[i]);
    arena_join(to->arena, from->arena);
    buf_drop(&from->text);
    free(from);
}

static int by_place(const struct problem *a, const struct problem *b)
{
    int order = a->path.s == b->path.s ? 0 : str_cmp(a->path, b->path);
    if (order)
        return order;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

/* Merge sort, because the order of equal places must stay and qsort does not promise it. */
static void sort(const struct problem **at, const struct problem **room, size_t n)
{
    if (n < 2)
        return;
    size_t half = n / 2, i = 0, j = half, k = 0;
    sort(at, room, half);
    sort(at + half, room, n - half);
    while (k < n)
        room[k++] =
            j == n || (i < half && by_place(at[i], at[j]) <= 0) ? at[i++] : at[j++];
    memcpy(at, room, n * sizeof *at);
}

static bool in_order(const struct problem *at, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (by_place(&at[i - 1], &at[i]) > 0)
            return false;
    return true;
}

void diag_sort(struct diag *d)
{
    if (in_order(d->problems.at, d->problems.n))
        return;
    size_t n = d->problems.n;
    struct arena *scratch = arena_new();
    const struct problem **order = arena_array(scratch, 2 * n, sizeof *order);
    for (size_t i = 0; i < n; i++)
        order[i] = &d->problems.at[i];
    sort(order, order + n, n);
    struct problem *sorted = arena_array(scratch, n, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = *order[i];
    memcpy(d->problems.at, sorted, n * sizeof *sorted);
    arena_drop(scratch);
}

void diag_send(const struct diag *d, struct buf *out)
{
    for (size_t i = 0; i < d->problems.n; i++) {
        struct problem p = d->problems.at[i];
        struct str *texts[PROBLEM_TEXT_COUNT] = PROBLEM_TEXTS(&p);
        const size_t numbers[] = {(size_t)p.severity, p.line,     p.column, p.indent,
                                  (size_t)p.fix.kind, p.fix.from, p.fix.to};
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            record_put_number(out, numbers[n]);
        for (size_t t = 0; t < PROBLEM_TEXT_COUNT; t++)
            record_put_text(out, *texts[t]);
    }
}

static bool receive_problem(struct str *rest, struct problem *p)
{
    size_t severity, kind;
    if (!record_take_number(rest, &severity) || severity >= SEVERITY_COUNT ||
        !record_take_number(rest, &p->line) || !record_take_number(rest, &p->column) ||
        !record_take_number(rest, &p->indent) || !record_take_number(rest, &kind) ||
        kind > FIX_SAFE || !record_take_number(rest, &p->fix.from) ||
        !record_take_number(rest, &p->fix.to))
        return false;
    p->severity = (enum severity)severity;
    p->fix.kind = (enum fix_kind)kind;
    struct str *texts[PROBLEM_TEXT_COUNT] = PROBLEM_TEXTS(p);
    for (size_t t = 0; t < PROBLEM_TEXT_COUNT; t++)
        if (!record_take_text(rest, texts[t]))
            return false;
    return true;
}

bool diag_receive(struct diag *d, struct str records)
{
    struct str all = str_copy(d->arena, records);
    while (all.n) {
        struct problem p = {0};
        if (!receive_problem(&all, &p))
            return false;
        push(d, &p);
    }
    return true;
}
