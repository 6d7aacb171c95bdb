/* How the numbers of entries are written.
 *
 * The rarer style of a list is the wrong one: 1. 2、 3. A list that is all of one style is
 * compared with the lists of the same place in the catalog: 1、2、3、 under 办理材料, where sixty
 * lists of materials have 1. 2. 3. Levels may differ freely: （1） below 1. */
#include "check/entries.h"

enum {
    LISTS_LEAST = 5, /* so many lists make a custom, */
    LISTS_SHARE = 5  /* when at most one in so many does otherwise */
};

/* A style of numbers and how often it is used. */
struct style {
    struct ordinal sample;
    size_t count;
};
struct styles {
    struct style *at;
    size_t n, cap;
};

static void count_style(struct arena *a, struct styles *styles, const struct ordinal *o)
{
    for (size_t i = 0; i < styles->n; i++)
        if (ordinal_alike(&styles->at[i].sample, o)) {
            styles->at[i].count++;
            return;
        }
    *vec_push(a, styles) = (struct style){*o, 1};
}

/* The most used style of a level, the first of equals; *all is the count of the level. */
static const struct style *usual(const struct styles *styles, enum ordinal_level level,
                                 size_t *all)
{
    const struct style *best = NULL;
    *all = 0;
    for (size_t i = 0; i < styles->n; i++) {
        if (styles->at[i].sample.level != level)
            continue;
        *all += styles->at[i].count;
        if (!best || styles->at[i].count > best->count)
            best = &styles->at[i];
    }
    return best;
}

/* The number of an entry that has a style; false for none and for broken ones. */
static bool styled(const struct list *l, size_t i, struct ordinal *o)
{
    const struct number *number = &l->numbers[i];
    if (l->at[i].plain || (number->kind != NUMBER_ONE && number->kind != NUMBER_TWICE))
        return false;
    *o = number->first;
    return true;
}

static void tell(struct check *check, const struct list *l, size_t i,
                 const struct style *right, bool safe, enum diag_code code)
{
    const struct entry *e = &l->at[i];
    struct number number = l->numbers[i];
    struct text t = list_text(l, e);
    struct advice advice = {
        .proposal = ordinal_print(check->arena, &right->sample, number.first.value),
        .safe = safe};
    struct str should = ordinal_print(check->arena, &right->sample, 1), is = number.text;
    if (e->no.n)
        report_number(check, &t, &advice, code, STR_ARG(is), STR_ARG(should));
    else
        report_text(check, &t, str_slice(t.words, 0, number.first.size), &advice, code,
                    STR_ARG(is), STR_ARG(should));
}

/* The style a list should have at this level, and whether the catalog says so, not the
 * list itself. NULL: nothing to compare with. */
static const struct style *right_style(const struct styles *own,
                                       const struct styles *place,
                                       enum ordinal_level level, bool *custom)
{
    size_t all, lists;
    const struct style *best = usual(own, level, &all),
                       *other = usual(place, level, &lists);
    *custom = best->count == all;
    if (!*custom && best->count * 2 > all)
        return best;
    if (!*custom)
        return other; /* as many of each */
    return other->count >= LISTS_LEAST && (lists - other->count) * LISTS_SHARE <= lists
               ? other
               : NULL;
}

static void check_list(struct check *check, const struct list *l,
                       const struct styles *place)
{
    struct styles own = {0};
    bool told[ORDINAL_LEVELS] = {false}; /* a custom is told once, at its first number */
    struct ordinal o;
    for (size_t i = 0; i < l->n; i++)
        if (styled(l, i, &o))
            count_style(check->arena, &own, &o);
    for (size_t i = 0; i < l->n; i++) {
        bool custom;
        if (!styled(l, i, &o))
            continue;
        const struct style *right = right_style(&own, place, o.level, &custom);
        if (!right || ordinal_alike(&right->sample, &o) || (custom && told[o.level]))
            continue;
        told[o.level] = told[o.level] || custom;
        tell(check, l, i, right, !custom, custom ? DIAG_ENTRY_STYLE : DIAG_ENTRY_MIXED);
    }
}

/* A number on a level of its own where the next of another level was due: （1） 2） （3）. */
static void check_strangers(struct check *check, const struct list *l)
{
    struct counting counting = {0};
    for (size_t i = 0; i < l->n; i++) {
        struct ordinal o, before;
        if (!styled(l, i, &o)) {
            if (l->at[i].plain)
                counting.depth = 0;
            continue;
        }
        if (counting_next(&counting, &o, &before) != COUNTING_STRANGER)
            continue;
        struct style right = {before, 1};
        tell(check, l, i, &right, true, DIAG_ENTRY_MIXED);
    }
}

/* A list counts once for each of its levels. */
static void count_list(struct arena *a, const struct list *l, struct styles *place)
{
    bool seen[ORDINAL_LEVELS] = {false};
    struct ordinal o;
    for (size_t i = 0; i < l->n; i++) {
        if (!styled(l, i, &o) || seen[o.level])
            continue;
        count_style(a, place, &o);
        seen[o.level] = true;
    }
}

void check_entry_styles(struct check *check)
{
    const struct lists *lists = lists_of(check);
    struct styles places[LIST_PLACES] = {{0}};
    for (size_t i = 0; i < lists->n; i++)
        count_list(check->arena, &lists->at[i], &places[list_place(&lists->at[i])]);
    for (size_t i = 0; i < lists->n; i++) {
        check_list(check, &lists->at[i], &places[list_place(&lists->at[i])]);
        check_strangers(check, &lists->at[i]);
    }
}
