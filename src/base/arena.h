/* arena - memory that is given back all at once.
 *
 * One arena per lifetime: a catalog, a page, a command. Nothing taken from an arena is
 * freed piece by piece; arena_drop() is the clean-up. Running out of memory ends the
 * program with a message and exit status 2, so no caller tests for it. */
#ifndef MULU_BASE_ARENA_H
#define MULU_BASE_ARENA_H

#include <stddef.h>

struct arena; /* opaque */

/* Returns an empty arena, to be freed with arena_drop(). Never NULL. */
struct arena *arena_new(void);

/* Frees the arena and everything taken from it. arena_drop(NULL) does nothing. */
void arena_drop(struct arena *a);

/* What was taken from `from` lives as long as `a` from now on; `from` is gone. */
void arena_join(struct arena *a, struct arena *from);

/* Returns `size` zeroed bytes, aligned for any type, that live as long as the arena.
 * Never NULL, also for size 0. */
void *arena_alloc(struct arena *a, size_t size);

/* The same, but the bytes are not zeroed: for who writes them all at once. */
void *arena_raw(struct arena *a, size_t size);

/* Returns `count` zeroed elements of `size` bytes. A product that overflows ends the
 * program like lack of memory does. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* arena_grow() when there is no room left. */
void *arena_grow_full(struct arena *a, void *at, size_t n, size_t *cap, size_t size);

/* Makes room for one more element in an array that lives in the arena. `at` holds `n`
 * elements of `size` bytes and has room for `*cap`. Returns the array, moved when it had
 * to; new room is not zeroed. Used through vec_push() of vec.h, which zeroes the element. */
static inline void *arena_grow(struct arena *a, void *at, size_t n, size_t *cap,
                               size_t size)
{
    return n < *cap ? at : arena_grow_full(a, at, n, cap, size);
}

/* Bytes handed out so far: what `make bench` and the limit tests look at. */
size_t arena_used(const struct arena *a);

/* Heap memory for the few things that outlive every arena (buf.c, engines of libraries).
 * Like malloc and realloc, but lack of memory ends the program. Freed with free(). */
void *heap_alloc(size_t size);
void *heap_resize(void *old, size_t size);

/* Lets the heap keep what is freed, for the next catalog: giving it back to the system and
 * taking it anew costs more than checking does. Called once, when the program starts. */
void heap_keep(void);

#endif
