/* passage - the words of a catalog that a finding is about. Internal to office. */
#ifndef MULU_OFFICE_PASSAGE_H
#define MULU_OFFICE_PASSAGE_H

#include "catalog/model.h"
#include "diag/diag.h"

/* Texts as people read them (no entities), in the arena. */
struct passage {
    /* What stands there: the value of an attribute, a text, or the clause around the wrong
     * piece; "" where there is nothing, or more than a text. */
    struct str current;
    /* The same words put right; "" when nothing is proposed. */
    struct str proposed;
    bool erase; /* they are to go */
};

/* `c` NULL: the catalog could not be loaded, and there are no words. */
struct passage passage_of(struct arena *a, const struct catalog *c,
                          const struct problem *p);

#endif
