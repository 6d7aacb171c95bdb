/* vec - a growing array of one type, in an arena.
 *
 *     VEC(struct item) items;                    in a struct: .at, .n, .cap
 *     struct item *i = vec_push(arena, &items);  a new zeroed element at the end
 *
 * Pushing may move the array: finish one element before pushing the next, and keep
 * indexes, not pointers, across pushes. An empty vec is all zero. */
#ifndef MULU_BASE_VEC_H
#define MULU_BASE_VEC_H

#include "base/arena.h"

#include <string.h>

#define VEC(type) \
    struct { \
        type *at; \
        size_t n, cap; \
    }

/* Takes the arena and the address of a VEC; the value is a pointer to the new element. */
#define vec_push(arena, v) \
    ((v)->at = arena_grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at), \
     memset(&(v)->at[(v)->n], 0, sizeof *(v)->at), &(v)->at[(v)->n++])

#endif
