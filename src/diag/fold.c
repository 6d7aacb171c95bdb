#include "diag/fold.h"

#include <stddef.h>
#include <stdlib.h>

/* Changes that cannot be wrong are told once when the message says the same, whatever number
 * or word each puts there. */
static struct str proposal_key(const struct problem *p)
{
    return p->fix.kind == FIX_SAFE ? STR("\n") : p->proposal;
}

/* By everything that must be the same, then by order of recording: problems of one diag
 * stand in one array, so their addresses have that order. */
static int by_words(const struct problem *a, const struct problem *b)
{
    static const size_t texts[] = {
        offsetof(struct problem, id),    offsetof(struct problem, message),
        offsetof(struct problem, path),  offsetof(struct problem, expected),
        offsetof(struct problem, basis), offsetof(struct problem, accepted),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct str *x = (const void *)((const char *)a + texts[i]);
        const struct str *y = (const void *)((const char *)b + texts[i]);
        int order = x->s == y->s && x->n == y->n ? 0 : str_cmp(*x, *y);
        if (order)
            return order;
    }
    return str_cmp(proposal_key(a), proposal_key(b));
}

static int by_words_and_order(const void *left, const void *right)
{
    const struct problem *a = *(const struct problem *const *)left;
    const struct problem *b = *(const struct problem *const *)right;
    int order = by_words(a, b);
    return order ? order : (a > b) - (a < b);
}

static int by_first(const void *left, const void *right)
{
    const struct problem *a = ((const struct fold *)left)->at[0];
    const struct problem *b = ((const struct fold *)right)->at[0];
    return (a > b) - (a < b);
}

/* Sorted, problems that say the same are neighbours; a fold is a piece of that array. */
struct folds fold_problems(struct arena *a, const struct diag *d, bool accepted)
{
    struct folds folds = {0};
    const struct problem **all = arena_array(a, diag_total(d), sizeof *all);
    size_t n = 0;
    for (size_t i = 0; i < diag_total(d); i++)
        if ((diag_problem(d, i)->accepted.n > 0) == accepted)
            all[n++] = diag_problem(d, i);
    if (!n)
        return folds;
    qsort(all, n, sizeof *all, by_words_and_order);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || by_words(all[i - 1], all[i]) != 0)
            *vec_push(a, &folds) = (struct fold){.at = &all[i]};
        folds.at[folds.n - 1].n++;
    }
    qsort(folds.at, folds.n, sizeof *folds.at, by_first);
    return folds;
}

struct str fold_proposal(const struct fold *f)
{
    for (size_t i = 1; i < f->n; i++)
        if (!str_eq(f->at[i]->proposal, f->at[0]->proposal))
            return STR("");
    return f->at[0]->proposal;
}

/* How many lines are named besides the first. */
enum { FOLD_LINES = 6 };

/* "同样的问题共 12 处，另见第 40、55 行" into `more`; "" for a single one. */
static void put_lines(const struct fold *f, struct buf *more)
{
    if (f->n == 1)
        return;
    buf_printf(more, "%s同样的问题共 %zu 处", more->n ? "；" : "", f->n);
    size_t line = f->at[0]->line, shown = 0, i = 1;
    for (; i < f->n && shown < FOLD_LINES; i++) {
        if (f->at[i]->line == line)
            continue; /* in a line that has been named */
        line = f->at[i]->line;
        buf_printf(more, "%s%zu", shown++ ? "、" : "，另见第 ", line);
    }
    if (shown)
        buf_puts(more, i < f->n ? " 行等" : " 行");
}

void fold_print(const struct diag *d, bool color, fold_about *about, const void *context,
                struct buf *out)
{
    struct arena *a = arena_new();
    struct folds folds = fold_problems(a, d, false);
    struct buf more = {0};
    for (size_t i = 0; i < folds.n; i++) {
        buf_clear(&more);
        if (about)
            about(context, folds.at[i].at[0], &more);
        put_lines(&folds.at[i], &more);
        struct problem first = *folds.at[i].at[0];
        first.proposal = fold_proposal(&folds.at[i]);
        diag_print_one(&first, buf_str(&more), color, out);
    }
    buf_drop(&more);
    arena_drop(a);
}
