/* state - what a run must know of the last one about a catalog: .mulu/<id>.state, in the
 * published folder itself.
 *
 * A worker sends it through a pipe, too. */
#ifndef MULU_SITE_STATE_H
#define MULU_SITE_STATE_H

#include "html/pages.h"

/* The kinds of files that --only tells apart. */
struct kinds {
    bool pages, pdf, data, search;
};
struct kinds kinds_join(struct kinds a, struct kinds b);

struct state {
    struct kinds kinds; /* that are published */
    struct str address; /* of the site, as its pages have it */
    struct str
        shape; /* what the names of its files come from, as a hash: state_shape() */
    struct catalog_summary summary;
};

/* A hash of all that decides which pages, sections of pages and tables a catalog has: kinds
 * of files that were made of catalogs of one shape link to each other. In the arena. */
struct str state_shape(struct arena *a, const struct catalog *c);

/* .mulu/<id>.state; no id has a point. In the arena. */
struct str state_path(struct arena *a, struct str id);
/* The id in the name of such a file; "" when it is another's. */
struct str state_id(struct str name);

void state_write(const struct state *s, struct buf *out);
/* Takes a state off the front of `*rest`; texts borrow from it, lists live in the arena.
 * Returns false when it is not one. */
bool state_read(struct arena *a, struct str *rest, struct state *s);

#endif
