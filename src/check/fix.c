#include "check/fix.h"

#include "catalog/line_ends.h"
#include "check/fix_edits.h"

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

static bool is_safe(const struct problem *p, struct str path)
{
    return p->fix.kind == FIX_SAFE && !p->accepted.n && str_eq(p->path, path);
}

bool fix_any(const struct diag *d, struct str path)
{
    for (size_t i = 0; i < diag_total(d); i++)
        if (is_safe(diag_problem(d, i), path))
            return true;
    return false;
}

static struct changes collect(struct arena *a, const struct diag *d, struct str path,
                              size_t end)
{
    struct changes list = {0};
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        const struct fix *fix = &p->fix;
        if (is_safe(p, path) && fix->from <= fix->to && fix->to <= end)
            *vec_push(a, &list) = (struct change){fix, i};
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_place);
    return list;
}

/* Which edit each byte of the file belongs to, one place more than there are bytes. What is
 * put in before a byte has its place. */
struct owners {
    const struct edit **at;
};

static bool is_made(const struct owners *o, const struct edit *e)
{
    const struct edit *other = o->at[e->from];
    return other && other->from == e->from && other->to == e->to &&
           str_eq(other->text, e->text);
}

static size_t end_of(const struct edit *e)
{
    return e->to > e->from ? e->to : e->from + 1;
}

static bool is_free(const struct owners *o, const struct edit *e)
{
    for (size_t i = e->from; i < end_of(e); i++)
        if (o->at[i])
            return false;
    return true;
}

enum made { MADE_NEW, MADE_BEFORE, MADE_NOT };

/* All edits of a change are made, or none. Those that another change has made are shared. */
static enum made make(struct owners *o, const struct edits *edits)
{
    enum made made = MADE_BEFORE;
    for (size_t i = 0; i < edits->n; i++)
        if (!is_made(o, &edits->at[i]) && !is_free(o, &edits->at[i]))
            return MADE_NOT;
    for (size_t i = 0; i < edits->n; i++) {
        const struct edit *e = &edits->at[i];
        if (is_made(o, e))
            continue;
        for (size_t k = e->from; k < end_of(e); k++)
            o->at[k] = e;
        made = MADE_NEW;
    }
    return made;
}

/* A line that a change adds ends as the first one of the file does. */
static void put_lines_as(struct buf *out, struct str text, bool windows)
{
    for (size_t i = 0; i < text.n; i++) {
        if (windows && text.s[i] == '\n' && (i == 0 || text.s[i - 1] != '\r'))
            buf_char(out, '\r');
        buf_char(out, text.s[i]);
    }
}

static bool has_windows_lines(struct str stored)
{
    size_t end = str_find(stored, STR("\n"));
    return end != STR_NONE && end && stored.s[end - 1] == '\r';
}

/* `text` and `stored` are walked side by side. */
static struct str with_edits(struct arena *a, const struct owners *o, struct str text,
                             struct str stored)
{
    struct buf out = {0};
    bool windows = has_windows_lines(stored);
    struct str mark = line_ends_mark(stored, text);
    buf_put(&out, mark);
    stored = str_from(stored, mark.n);
    for (size_t i = 0, end = 0; i <= text.n; i++) {
        const struct edit *e = o->at[i];
        if (e && i == e->from) {
            put_lines_as(&out, e->text, windows);
            end = e->to;
        }
        if (i == text.n)
            break;
        size_t n = line_ends_stored(stored, text.s[i]);
        if (i >= end)
            buf_put(&out, str_slice(stored, 0, n));
        stored = str_from(stored, n);
    }
    struct str changed = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return changed;
}

struct fixed fix_apply(struct arena *a, const struct diag *d, struct str path,
                       struct str text, struct str stored)
{
    struct changes list = collect(a, d, path, text.n);
    struct fixed fixed = {.text = stored};
    if (!list.n)
        return fixed;
    struct owners owners = {arena_array(a, text.n + 1, sizeof *owners.at)};
    for (size_t i = 0; i < list.n; i++) {
        struct edits edits = fix_edits(a, list.at[i].fix, text);
        enum made made = make(&owners, &edits);
        fixed.made += made == MADE_NEW;
        fixed.left += made == MADE_NOT;
    }
    if (fixed.made)
        fixed.text = with_edits(a, &owners, text, stored);
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
