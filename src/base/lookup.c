#include "base/lookup.h"

#include <xxhash.h>

enum { FIRST_ROOM = 32 };

static size_t hash(struct str key)
{
    return (size_t)XXH3_64bits(key.s, key.n);
}

/* The slot of the key, or the empty one where it belongs. There is always an empty one. */
static struct lookup_slot *seek(const struct lookup *t, struct str key)
{
    size_t i = hash(key) & (t->room - 1);
    while (t->at[i].key.s && !str_eq(t->at[i].key, key))
        i = (i + 1) & (t->room - 1);
    return &t->at[i];
}

static void grow(struct arena *a, struct lookup *t)
{
    struct lookup old = *t;
    t->room = old.room ? old.room * 2 : FIRST_ROOM;
    t->at = arena_array(a, t->room, sizeof *t->at);
    for (size_t i = 0; i < old.room; i++)
        if (old.at[i].key.s)
            *seek(t, old.at[i].key) = old.at[i];
}

size_t *lookup_value(struct arena *a, struct lookup *t, struct str key)
{
    if (t->n * 4 >= t->room * 3)
        grow(a, t);
    if (!key.s)
        key = STR("");
    struct lookup_slot *slot = seek(t, key);
    if (!slot->key.s) {
        *slot = (struct lookup_slot){key, STR_NONE};
        t->n++;
    }
    return &slot->value;
}

size_t lookup_find(const struct lookup *t, struct str key)
{
    if (!t->room)
        return STR_NONE;
    const struct lookup_slot *slot = seek(t, key);
    return slot->key.s ? slot->value : STR_NONE;
}
