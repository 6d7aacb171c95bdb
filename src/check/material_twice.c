/* The same material twice in one list. Headings (<p>) begin a new list: another case may ask
 * for the same papers. */
#include "check/lists.h"
#include "check/material.h"
#include "check/materials.h"

#include <stdlib.h>

enum { PLAIN_LEAST = 4 * 3 /* bytes: 同上, 处方 say too little */ };

struct asked {
    struct str plain;
    size_t section, index;
};

static int by_words(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    if (x->section != y->section)
        return x->section < y->section ? -1 : 1;
    int order = str_cmp(x->plain, y->plain);
    if (order)
        return order;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void check_list(struct check *check, const struct list *l)
{
    struct asked *asked = arena_array(check->arena, l->n, sizeof *asked);
    size_t n = 0, section = 0;
    for (size_t i = 0; i < l->n; i++) {
        section += l->at[i].plain;
        struct str plain = paper_plain(check->arena, l->at[i].text);
        if (!l->at[i].plain && plain.n >= PLAIN_LEAST)
            asked[n++] = (struct asked){plain, section, i};
    }
    if (n > 1)
        qsort(asked, n, sizeof *asked, by_words);
    for (size_t i = 1; i < n; i++) {
        if (asked[i].section != asked[i - 1].section ||
            !str_eq(asked[i].plain, asked[i - 1].plain))
            continue;
        struct text t = list_text(l, &l->at[asked[i].index]);
        report_text(check, &t, str_slice(t.words, 0, 0), NULL, DIAG_MATERIAL_TWICE,
                    STR_ARG(t.words));
    }
}

void check_material_twice(struct check *check)
{
    const struct lists *lists = lists_of(check);
    for (size_t i = 0; i < lists->n; i++) {
        const struct list *l = &lists->at[i];
        if (l->like->part == TEXT_FIELD && l->like->field == FIELD_MATERIALS && l->n > 1)
            check_list(check, l);
    }
}
