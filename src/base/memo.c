#include "base/memo.h"

#include "base/lookup.h"

#include <stdlib.h>

struct memo {
    struct arena *arena;
    struct lookup places; /* of questions in `answers` */
    VEC(const void *) answers;
    size_t most;
};

struct memo *memo_new(size_t most)
{
    struct memo *m = heap_alloc(sizeof *m);
    *m = (struct memo){.arena = arena_new(), .most = most};
    return m;
}

void memo_drop(struct memo *m)
{
    if (!m)
        return;
    arena_drop(m->arena);
    free(m);
}

const void *memo_find(const struct memo *m, struct str question)
{
    size_t place = lookup_find(&m->places, question);
    return place == STR_NONE ? NULL : m->answers.at[place];
}

struct arena *memo_room(struct memo *m)
{
    if (arena_used(m->arena) > m->most) {
        arena_drop(m->arena);
        *m = (struct memo){.arena = arena_new(), .most = m->most};
    }
    return m->arena;
}

void memo_keep(struct memo *m, struct str question, const void *answer)
{
    *lookup_value(m->arena, &m->places, str_copy(m->arena, question)) = m->answers.n;
    *vec_push(m->arena, &m->answers) = answer;
}
