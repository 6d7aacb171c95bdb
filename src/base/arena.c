#include "base/arena.h"

#include <malloc.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from 4 KiB to 256 KiB: a small catalog costs one page, a large one few
 * calls of malloc. A request over a quarter of the next block gets a block of its own.
 * Blocks are not zeroed, what is handed out is: the rest of the last block is never
 * touched. */
enum {
    FIRST_BLOCK = 4096,
    LAST_BLOCK = 256 * 1024,
    KEPT = 32 * 1024 * 1024,
    UNIT = alignof(max_align_t)
};

struct block {
    struct block *next;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the one being filled comes first */
    size_t filled;        /* bytes taken from the first block */
    size_t next_size;
    size_t used;
};

static void die_of_memory(void)
{
    static const char message[] = "mulu: 内存不足，已停止；没有改动任何已发布的文件\n";
    fputs(message, stderr);
    exit(2);
}

void heap_keep(void)
{
#ifdef M_TRIM_THRESHOLD /* glibc; other heaps do as they like */
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
#endif
}

void *heap_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        die_of_memory();
    return p;
}

void *heap_resize(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p)
        die_of_memory();
    return p;
}

struct arena *arena_new(void)
{
    struct arena *a = heap_alloc(sizeof *a);
    *a = (struct arena){.next_size = FIRST_BLOCK};
    return a;
}

void arena_drop(struct arena *a)
{
    if (!a)
        return;
    for (struct block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

void arena_join(struct arena *a, struct arena *from)
{
    struct block **end = a->blocks ? &a->blocks->next : &a->blocks;
    if (from->blocks) {
        struct block *last = from->blocks;
        while (last->next)
            last = last->next;
        last->next = *end;
        *end = from->blocks;
        if (end == &a->blocks)
            a->filled = from->filled;
    }
    a->used += from->used;
    free(from);
}

static struct block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block))
        die_of_memory();
    struct block *b = heap_alloc(sizeof *b + size);
    b->next = NULL;
    b->size = size;
    return b;
}

/* A block of its own goes behind the first, so the first goes on being filled. */
static void *alloc_large(struct arena *a, size_t size)
{
    struct block *b = block_new(size);
    if (a->blocks) {
        b->next = a->blocks->next;
        a->blocks->next = b;
    } else {
        a->blocks = b;
        a->filled = size;
    }
    return b->bytes;
}

static void *alloc_new_block(struct arena *a, size_t size)
{
    if (size > a->next_size / 4)
        return alloc_large(a, size);
    struct block *b = block_new(a->next_size);
    b->next = a->blocks;
    a->blocks = b;
    a->filled = size;
    if (a->next_size < LAST_BLOCK)
        a->next_size *= 2;
    return b->bytes;
}

/* What is handed out begins at a place for any type. */
static size_t rounded(size_t size)
{
    return size ? (size + UNIT - 1) / UNIT * UNIT : UNIT;
}

void *arena_raw(struct arena *a, size_t size)
{
    if (size > SIZE_MAX - UNIT)
        die_of_memory();
    size = rounded(size);
    a->used += size;
    if (!a->blocks || a->blocks->size - a->filled < size)
        return alloc_new_block(a, size);
    void *p = a->blocks->bytes + a->filled;
    a->filled += size;
    return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
    return memset(arena_raw(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        die_of_memory();
    return arena_alloc(a, count * size);
}

/* True after making the last thing taken from the arena longer where it stands. */
static bool stretch(struct arena *a, const void *at, size_t old, size_t size)
{
    old = rounded(old);
    size = rounded(size);
    if (!at || !a->blocks || a->filled < old ||
        a->blocks->size - a->filled < size - old ||
        (const unsigned char *)at != a->blocks->bytes + (a->filled - old))
        return false;
    a->filled += size - old;
    a->used += size - old;
    return true;
}

void *arena_grow_full(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
{
    size_t larger = *cap ? *cap * 2 : 4;
    if (larger > (SIZE_MAX - UNIT) / size)
        die_of_memory();
    void *moved = at;
    if (!stretch(a, at, *cap * size, larger * size)) {
        moved = arena_raw(a, larger * size);
        if (n)
            memcpy(moved, at, n * size);
    }
    *cap = larger;
    return moved;
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}
