/* limits_group - an item whose limit is out of line with the others of its group. */
#include "check/limits.h"

#include "catalog/fields.h"
#include "catalog/limit.h"
#include "check/report.h"

#include <stdlib.h>

enum {
    OTHERS_LEAST = 3, /* alike, that make a limit the usual one of the group */
    ZERO_LOST = 10    /* a limit so many times shorter has lost a zero: 2 for 20 */
};

/* An item or service with one limit, and what it is compared by. */
struct unit {
    const struct subject *subject;
    const struct item *item;
    const struct limit_part *limit;
    struct str steps;
};
struct units {
    struct unit *at;
    size_t n, cap;
};

static struct str steps_of(struct check *check, const struct item *item)
{
    struct buf b = {0};
    for (size_t i = 0; i < item->steps.n; i++)
        buf_printf(&b, "%.*s\n", STR_ARG(item->steps.at[i]));
    struct str text = str_copy(check->arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void add_unit(struct check *check, struct units *units, const struct subject *s,
                     const struct item *item)
{
    const struct limit_part *limit = limits_single(item);
    if (limit && limit->kind == LIMIT_WITHIN)
        *vec_push(check->arena, units) =
            (struct unit){s, item, limit, steps_of(check, item)};
}

/* By steps, then by limit, then by place. */
static int by_steps(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;
    int order = str_cmp(x->steps, y->steps);
    if (!order)
        order = (int)x->limit->unit - (int)y->limit->unit;
    if (!order)
        order = (int)x->limit->value - (int)y->limit->value;
    if (!order)
        order = x->item->at < y->item->at ? -1 : x->item->at > y->item->at;
    return order;
}

/* True when the national list has this very limit for the item: then the others are
 * shorter than they need be, and nothing is wrong. */
static bool is_national(const struct unit *u)
{
    const struct scheme_item *national = u->subject->national;
    const struct limit *l = national ? &national->limit : NULL;
    return l && l->n == 1 && amount_same(&l->at[0], u->limit);
}

/* True when national-limit says it: longer than the national list allows. */
static bool is_told(const struct unit *u)
{
    const struct scheme_item *national = u->subject->national;
    return national && national->limit.n && u->item == u->subject->item &&
           limit_compare(&u->item->limit, &national->limit) > 0;
}

static void tell(struct check *check, const struct unit *odd, const struct unit *usual,
                 size_t count)
{
    if (odd->limit->unit != usual->limit->unit || is_national(odd) || is_told(odd))
        return;
    if (odd->limit->value < usual->limit->value &&
        odd->limit->value * ZERO_LOST != usual->limit->value)
        return;
    struct str own = field_text(item_field(odd->item, FIELD_LIMIT));
    struct str theirs = field_text(item_field(usual->item, FIELD_LIMIT));
    const struct field *field = odd->item->own[FIELD_LIMIT];
    report_subject(check, odd->subject, field ? field->at : odd->item->at, STR("limit"),
                   NULL, DIAG_LIMIT_OUTLIER, STR_ARG(own), count, STR_ARG(theirs));
}

/* units[0..n) have the same steps: one that differs from all others is told. */
static void check_alike(struct check *check, const struct unit *units, size_t n)
{
    if (n <= OTHERS_LEAST)
        return;
    bool first = amount_same(units[1].limit, units[n - 1].limit);
    bool last = amount_same(units[0].limit, units[n - 2].limit);
    if (first == last)
        return; /* all alike, or more than one differs */
    tell(check, first ? &units[0] : &units[n - 1], first ? &units[n - 1] : &units[0],
         n - 1);
}

static void check_group(struct check *check, struct units *units)
{
    if (units->n <= OTHERS_LEAST)
        return;
    qsort(units->at, units->n, sizeof *units->at, by_steps);
    for (size_t from = 0, to; from < units->n; from = to) {
        for (to = from + 1;
             to < units->n && str_eq(units->at[to].steps, units->at[from].steps); to++)
            ;
        check_alike(check, units->at + from, to - from);
    }
}

void check_limit_outliers(struct check *check)
{
    struct units units = {0};
    const struct group *group = NULL;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->group != group) {
            check_group(check, &units);
            units.n = 0;
            group = s->group;
        }
        add_unit(check, &units, s, s->item);
        for (size_t k = 0; k < s->item->services.n; k++)
            add_unit(check, &units, s, &s->item->services.at[k]);
    }
    check_group(check, &units);
}
