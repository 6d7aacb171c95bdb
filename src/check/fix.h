/* fix - the safe changes that findings propose, applied to the text of a file.
 *
 * Only changes marked FIX_SAFE of findings that are not accepted; each replaces exactly the
 * bytes it names, everything else stays byte for byte, so a file in canonical layout stays in
 * it. A change that would change the same characters as one before it is left: the next run
 * finds what is still to do. */
#ifndef MULU_CHECK_FIX_H
#define MULU_CHECK_FIX_H

#include "diag/diag.h"

struct fixed {
    struct str text; /* of the changed file, in the arena; `stored` when made is 0 */
    size_t made;     /* changes */
    size_t left;     /* safe changes that overlapped another */
};

/* Whether there may be anything to apply to the file `path` (as in messages). */
bool fix_any(const struct diag *d, struct str path);

/* Applies the changes of the problems in `d` about the file `path` (as in messages), whose
 * places were taken from `text`, to the file as it is `stored`: that text, or the one it was
 * made of by line_ends_unix(). Its line ends and byte order mark stay. */
struct fixed fix_apply(struct arena *a, const struct diag *d, struct str path,
                       struct str text, struct str stored);

/* Writes what changed as a unified diff without lines of context; nothing when nothing
 * did. */
void fix_diff(struct str path, struct str before, struct str after, struct buf *out);

#endif
