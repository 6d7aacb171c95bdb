/* Names of the items' pages. */
#include "catalog/derive.h"
#include "catalog/grammar.h"

#include <stdlib.h>
#include <string.h>

struct stem {
    struct str lower; /* case-blind: some file systems are */
    size_t order;
    struct item *item;
};

static bool fit_code(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        bool mark =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!mark && (c != '-' || i == 0))
            return false;
    }
    return s.n >= 1 && s.n <= 64;
}

static struct str wanted(struct arena *a, const struct item *item, size_t position)
{
    if (datum_fits(DATUM_PATH, item->path))
        return item->path;
    if (fit_code(item->code))
        return item->code;
    return str_print(a, "item-%zu", position);
}

static struct str lower(struct arena *a, struct str s)
{
    char *copy = arena_alloc(a, s.n);
    for (size_t i = 0; i < s.n; i++)
        copy[i] = s.s[i] >= 'A' && s.s[i] <= 'Z' ? (char)(s.s[i] + ('a' - 'A')) : s.s[i];
    return (struct str){copy, s.n};
}

static int compare(const void *a, const void *b)
{
    const struct stem *x = a, *y = b;
    int order = str_cmp(x->lower, y->lower);
    if (order)
        return order;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* A dot is in no wanted name, so a numbered one cannot meet another wanted one. */
static void number_equal(struct arena *a, struct stem *stems, size_t n)
{
    size_t same = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !str_eq(stems[i].lower, stems[i - 1].lower))
            same = datum_is_page(stems[i].lower) ? 1 : 0;
        struct item *item = stems[i].item;
        if (++same > 1)
            item->stem = str_print(a, "%.*s.%zu", STR_ARG(item->stem), same);
    }
}

void catalog_stems(struct catalog *c)
{
    size_t n = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        n += c->groups.at[g].items.n;
    struct arena *scratch = arena_new();
    struct stem *stems = arena_array(scratch, n, sizeof *stems);
    size_t position = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            struct item *item = &c->groups.at[g].items.at[i];
            struct stem *stem = &stems[position++];
            item->stem = wanted(c->arena, item, position);
            *stem = (struct stem){lower(scratch, item->stem), position, item};
        }
    if (n)
        qsort(stems, n, sizeof *stems, compare);
    number_equal(c->arena, stems, n);
    arena_drop(scratch);
}

/* --- services --- */

/* True when no service before it has the same number. */
static bool first_of_number(const struct item *item, const struct item *service)
{
    for (const struct item *s = item->services.at; s < service; s++)
        if (str_eq(s->seq, service->seq))
            return false;
    return true;
}

static struct str by_place(struct arena *a, const struct item *item,
                           const struct item *service)
{
    return str_print(a, "service-%zu", (size_t)(service - item->services.at) + 1);
}

struct str service_anchor(struct arena *a, const struct item *item,
                          const struct item *service)
{
    struct str seq = service->seq;
    bool fits = seq.n > 0;
    for (size_t i = 0; i < seq.n; i++)
        fits &= !strchr(" \t\r\n", seq.s[i]);
    return fits && first_of_number(item, service) ? str_print(a, "s%.*s", STR_ARG(seq))
                                                  : by_place(a, item, service);
}

/* Numbers are short: digits alone cannot be equal but for case, nor be "ervice-1". */
struct str service_stem(struct arena *a, const struct item *item,
                        const struct item *service)
{
    struct str seq = service->seq;
    bool fits = seq.n > 0 && seq.n <= 20;
    for (size_t i = 0; i < seq.n; i++)
        fits &= (seq.s[i] >= '0' && seq.s[i] <= '9') || (i > 0 && seq.s[i] == '-');
    return fits && first_of_number(item, service) ? str_print(a, "s%.*s", STR_ARG(seq))
                                                  : by_place(a, item, service);
}
