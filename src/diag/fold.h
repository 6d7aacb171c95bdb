/* fold - problems that say the same, told once with all their places.
 *
 * For people: a mark that is wrong in forty items is one thing to put right. Programs get
 * every problem (JSON, SARIF). */
#ifndef MULU_DIAG_FOLD_H
#define MULU_DIAG_FOLD_H

#include "diag/diag.h"

/* Problems of one file with the same rule, message, expected value, proposal and basis, in
 * the order of the collector. Proposals that are safe may differ. */
struct fold {
    const struct problem *const *at; /* n of them, at least one; borrowed */
    size_t n;
};
struct folds {
    struct fold *at; /* in the order of their first problems */
    size_t n, cap;
};

/* Folds the problems that count, or with `accepted` those that the catalog accepts (there
 * the reason must be the same, too). Good until the next problem is recorded. */
struct folds fold_problems(struct arena *a, const struct diag *d, bool accepted);

/* The proposal of all its problems; "" when they have different ones. */
struct str fold_proposal(const struct fold *f);

/* Writes in words what a problem is about besides its line, such as item and field. */
typedef void fold_about(const void *context, const struct problem *p, struct buf *out);

/* As diag_print(), folded and without the accepted ones: what the first is about (unless
 * `about` is NULL), how often and in which lines it stands is said behind its place. */
void fold_print(const struct diag *d, bool color, fold_about *about, const void *context,
                struct buf *out);

#endif
