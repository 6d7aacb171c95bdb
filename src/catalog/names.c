#include "catalog/names.h"

#include <stdlib.h>

void names_add(struct arena *a, struct names *names, struct str name, size_t at,
               void *what)
{
    size_t order = names->n;
    *vec_push(a, names) = (struct name){name, order, at, what};
}

static int compare(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    int order = str_cmp(x->name, y->name);
    if (order)
        return order;
    return x->order < y->order ? -1 : x->order > y->order;
}

void names_sort(struct names *names)
{
    if (names->n)
        qsort(names->at, names->n, sizeof *names->at, compare);
}

const struct name *names_find(const struct names *names, struct str name)
{
    size_t low = 0, high = names->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(names->at[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == names->n || !str_eq(names->at[low].name, name))
        return NULL;
    return &names->at[low];
}

struct str_list names_list(struct arena *a, const struct names *names)
{
    struct str_list list = {0};
    for (size_t i = 0; i < names->n && i < 1000; i++)
        *vec_push(a, &list) = names->at[i].name;
    return list;
}
