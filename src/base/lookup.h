/* lookup - from texts to numbers: a hash table, for look-ups over the items of a catalog.
 *
 * It lives in an arena and is never dropped by itself; keys are borrowed. All zero is
 * empty. Nothing goes through it in its own order, so no output can depend on the
 * hash. */
#ifndef MULU_BASE_LOOKUP_H
#define MULU_BASE_LOOKUP_H

#include "base/str.h"

struct lookup_slot {
    struct str key; /* s is NULL in an empty slot */
    size_t value;
};
struct lookup {
    struct lookup_slot *at;
    size_t n, room; /* room: 0 or a power of two */
};

/* The number of a key, to be read or set; of a new key it is STR_NONE. Good until the next
 * call. */
size_t *lookup_value(struct arena *a, struct lookup *t, struct str key);

/* The number of a key, or STR_NONE. */
size_t lookup_find(const struct lookup *t, struct str key);

#endif
