/* fix_edits - a change taken apart into the characters that it really changes. Internal to
 * check.
 *
 * （ for ( at both ends of a piece leaves what stands between them alone: another change may
 * be made there in the same run. */
#ifndef MULU_CHECK_FIX_EDITS_H
#define MULU_CHECK_FIX_EDITS_H

#include "diag/diag.h"

/* The bytes from..to of the source become `text`. */
struct edit {
    size_t from, to;
    struct str text;
};
struct edits {
    struct edit *at;
    size_t n, cap;
};

/* The edits of a change to `source`, in their order, in the arena; texts borrow. Pieces of
 * more than 256 characters are one edit. */
struct edits fix_edits(struct arena *a, const struct fix *fix, struct str source);

#endif
