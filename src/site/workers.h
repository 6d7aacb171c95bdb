/* workers - many pieces of work in some processes, each of which does one after another.
 *
 * What stops a process costs at most the piece it was at: a piece at which a process was
 * stopped that had done others before is begun once more, in a new one. */
#ifndef MULU_SITE_WORKERS_H
#define MULU_SITE_WORKERS_H

#include "base/buf.h"

struct workers {
    void *context;
    unsigned jobs; /* processes at a time, at least 1 */
    /* Finish in the order of the pieces: the record of one that ends early is kept until those
     * before it are finished. No more than twice as many as `jobs` are begun and not
     * finished, so that records do not pile up behind a slow one. */
    bool ordered;
    /* In a worker. What it writes to `record` reaches the parent, and so does what it
     * returns; what it keeps elsewhere is there for the next piece of the same worker. */
    bool (*work)(void *context, size_t index, struct buf *record);
    /* In the parent, once for every piece begun; unless `ordered`, in the order in which they
     * end. `how` is NULL, or says in Chinese how a worker ended that was stopped. After false
     * no more pieces are begun. */
    bool (*finish)(void *context, size_t index, bool ok, struct str record,
                   const char *how);
};

/* Does the pieces indexes[0..n). Returns false when the system lets no process start (the
 * pieces begun are finished first); `*why` says why. */
bool workers_run(const struct workers *w, const size_t *indexes, size_t n,
                 const char **why);

#endif
