/* template_visits - what the check of a template has before it and behind it.
 *
 * A name is right or wrong only in a context: a partial is checked once for every context
 * it is included in, a block where it is put in. So the unit of the walk is a visit: a
 * body (a template, or a block that replaces another) with the contexts and the replaced
 * blocks in force there. Visits wait in a queue and equal ones are walked once. For that
 * to end, and to find equals by address, lists are kept short without changing what they
 * mean:
 *   contexts  a shape that comes again further out can never answer: the inner one does
 *   frames    a {{<parent}} that comes again further in can never replace: the outer does
 *
 * Endless inclusion is a circle of visits with no section on the way; sections end by the
 * data, and rendering has its own limit for data without end. */
#ifndef MULU_HTML_TEMPLATE_VISITS_H
#define MULU_HTML_TEMPLATE_VISITS_H

#include "html/template_tree.h"

enum { VISITS_MOST = 4096 };

struct context {
    enum value_kind kind;      /* what "." is */
    const struct shape *shape; /* NULL: it has no names */
    const struct context *outer;
};

struct frame {
    const struct template *t;
    size_t parent;
    const struct frame *outer;
};

struct visit {
    const struct template *t;
    size_t from, to;
    const struct context *context;
    const struct frame *frames;
    enum { NOT_SEEN, ON_THE_WAY, SEEN } mark;
    size_t
        first_edge; /* of those that begin here, which stand together; if there are any */
    size_t came_by; /* edge, while ON_THE_WAY */
};

/* One visit leads to another without a section in between. */
struct edge {
    size_t from, to;
    size_t at; /* of the tag, in the template of `from` */
};

/* Everything lives in the arena. The caller walks the visits in order, `now` being the one at
 * hand, and counts in `sections` those it has entered in it. */
struct visits {
    struct arena *arena;
    VEC(struct context *) contexts;
    VEC(struct frame *) frames;
    VEC(struct visit) all;
    VEC(struct edge) edges;
    size_t now;
    unsigned sections;
};

/* The context of this kind and shape inside `outer` (NULL: the outermost). Lent. */
const struct context *visits_context(struct visits *v, enum value_kind kind,
                                     const struct shape *shape,
                                     const struct context *outer);

/* The blocks that the {{<parent}} at `parent` gives, inside `outer` (NULL: none). Lent. */
const struct frame *visits_frame(struct visits *v, const struct template *t,
                                 size_t parent, const struct frame *outer);

/* Puts a body into the queue, unless it is there or the queue is full; notes that the visit at
 * hand leads to it by the tag at `at`. */
void visits_add(struct visits *v, const struct visit *next, size_t at);

/* When all are walked: the edge that closes the first circle, and the way round in names
 * ("a → b → a"). NULL: there is none. */
const struct edge *visits_circle(struct visits *v, struct buf *way);

#endif
