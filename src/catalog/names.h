/* names - ids and what they stand for, found in the time of a sorted list. */
#ifndef MULU_CATALOG_NAMES_H
#define MULU_CATALOG_NAMES_H

#include "base/str.h"

struct name {
    struct str name;
    size_t order; /* of adding: the first of equal names counts */
    size_t at;    /* offset in the source */
    void *what;   /* borrowed */
};
struct names {
    struct name *at;
    size_t n, cap;
};

/* Adds a name; nothing is copied but the struct. */
void names_add(struct arena *a, struct names *names, struct str name, size_t at,
               void *what);

/* Sorts the names; to be called once, between the last names_add() and names_find(). */
void names_sort(struct names *names);

/* The first added name that is equal, or NULL. Lent. */
const struct name *names_find(const struct names *names, struct str name);

/* The first thousand names by the alphabet as a list, for str_nearest(). */
struct str_list names_list(struct arena *a, const struct names *names);

#endif
