#include "check/fix.h"

#include <stdlib.h>

/* ---- changes ---- */

struct change {
    const struct fix *fix;
    size_t order; /* of its problem */
};
struct changes {
    struct change *at;
    size_t n, cap;
};

static int by_place(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    if (x->fix->from != y->fix->from)
        return x->fix->from < y->fix->from ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static struct changes collect(struct arena *a, const struct diag *d, struct str path,
                              size_t end)
{
    struct changes list = {0};
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        const struct fix *fix = &p->fix;
        if (fix->kind == FIX_SAFE && !p->accepted.n && str_eq(p->path, path) &&
            fix->from <= fix->to && fix->to <= end)
            *vec_push(a, &list) = (struct change){fix, i};
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_place);
    return list;
}

static bool is_same(const struct fix *a, const struct fix *b)
{
    return a->from == b->from && a->to == b->to && str_eq(a->text, b->text);
}

struct fixed fix_apply(struct arena *a, const struct diag *d, struct str path,
                       struct str text)
{
    struct changes list = collect(a, d, path, text.n);
    struct fixed fixed = {.text = text};
    struct buf out = {0};
    size_t at = 0;
    const struct fix *last = NULL;
    for (size_t i = 0; i < list.n; i++) {
        const struct fix *fix = list.at[i].fix;
        if (last && is_same(last, fix))
            continue; /* two rules that agree */
        if (last && (fix->from < at || fix->from == last->from)) {
            fixed.left++;
            continue;
        }
        buf_put(&out, str_slice(text, at, fix->from));
        buf_put(&out, fix->text);
        at = fix->to;
        last = fix;
        fixed.made++;
    }
    if (fixed.made) {
        buf_put(&out, str_from(text, at));
        fixed.text = str_copy(a, buf_str(&out));
    }
    buf_drop(&out);
    return fixed;
}

/* ---- what changed ---- */

enum { LOOK_AHEAD = 200 }; /* lines a change may add or take away at one place */

struct lines {
    struct str *at;
    size_t n, cap;
};

static struct lines split(struct arena *a, struct str text)
{
    struct lines lines = {0};
    struct str line;
    while (str_cut(&text, '\n', &line))
        *vec_push(a, &lines) = line;
    return lines;
}

static bool same_line(const struct lines *a, size_t i, const struct lines *b, size_t k)
{
    bool end_a = i >= a->n, end_b = k >= b->n;
    return end_a || end_b ? end_a && end_b : str_eq(a->at[i], b->at[k]);
}

/* How many lines of both sides (*m, *n) make up the change at i and k: as few as can be,
 * up to the next line they have in common. */
static void measure(const struct lines *a, size_t i, const struct lines *b, size_t k,
                    size_t *m, size_t *n)
{
    for (size_t sum = 1; sum < LOOK_AHEAD; sum++)
        for (size_t left = 0; left <= sum; left++) {
            /* the even share first: a change keeps the number of lines */
            size_t half = sum / 2;
            *m = left <= half ? half - left : left;
            *n = sum - *m;
            if (i + *m <= a->n && k + *n <= b->n && same_line(a, i + *m, b, k + *n))
                return;
        }
    *m = a->n - i;
    *n = b->n - k;
}

static void put_range(struct buf *out, char sign, size_t first, size_t count)
{
    buf_printf(out, " %c%zu", sign, count ? first + 1 : first);
    if (count != 1)
        buf_printf(out, ",%zu", count);
}

static void put_lines(struct buf *out, char sign, const struct lines *l, size_t first,
                      size_t count)
{
    for (size_t i = first; i < first + count; i++)
        buf_printf(out, "%c%.*s\n", sign, STR_ARG(l->at[i]));
}

void fix_diff(struct str path, struct str before, struct str after, struct buf *out)
{
    if (str_eq(before, after))
        return;
    struct arena *scratch = arena_new();
    struct lines a = split(scratch, before), b = split(scratch, after);
    buf_printf(out, "--- %.*s\n+++ %.*s\n", STR_ARG(path), STR_ARG(path));
    for (size_t i = 0, k = 0; i < a.n || k < b.n;) {
        if (same_line(&a, i, &b, k)) {
            i++;
            k++;
            continue;
        }
        size_t m, n;
        measure(&a, i, &b, k, &m, &n);
        buf_puts(out, "@@");
        put_range(out, '-', i, m);
        put_range(out, '+', k, n);
        buf_puts(out, " @@\n");
        put_lines(out, '-', &a, i, m);
        put_lines(out, '+', &b, k, n);
        i += m;
        k += n;
    }
    arena_drop(scratch);
}
