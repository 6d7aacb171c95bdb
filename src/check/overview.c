#include "check/overview.h"

#include "check/rules.h"

#include <stdlib.h>

struct overview *overview_new(void)
{
    struct arena *a = arena_new();
    struct overview *o = arena_alloc(a, sizeof *o);
    o->arena = a;
    return o;
}

void overview_drop(struct overview *o)
{
    if (o)
        arena_drop(o->arena);
}

/* ---- adding ---- */

static struct overview_list *find_list(struct overview *o, const struct scheme *s)
{
    for (size_t i = 0; i < o->lists.n; i++)
        if (str_eq(o->lists.at[i].id, s->id))
            return &o->lists.at[i];
    struct arena *a = o->arena;
    struct overview_list list = {
        .id = str_copy(a, s->id),
        .title = str_copy(a, s->title),
        .document = str_copy(a, s->document),
        .confidence = str_copy(a, s->confidence),
        .items = arena_array(a, s->items.n, sizeof *list.items),
        .n = s->items.n,
    };
    for (size_t i = 0; i < s->items.n; i++) {
        list.items[i].code = str_copy(a, s->items.at[i].code);
        list.items[i].title = str_copy(a, s->items.at[i].title);
        list.items[i].group = str_copy(a, s->groups.at[s->items.at[i].group].title);
    }
    struct overview_list *slot = vec_push(a, &o->lists);
    *slot = list;
    return slot;
}

/* What a rule is called; the problems of reading a file have no rule, only their row. */
static struct overview_rule describe(struct str id)
{
    const struct family *family;
    const struct rule *rule = rule_find(id, &family);
    struct overview_rule r = {.id = id};
    if (rule) {
        r.title = str_of(diag_row(rule->code)->title);
        r.family = str_of(family->name);
        return r;
    }
    for (size_t i = 0; i < DIAG_COUNT && !r.title.n; i++)
        if (str_eq(str_of(diag_row((enum diag_code)i)->id), id))
            r.title = str_of(diag_row((enum diag_code)i)->title);
    return r;
}

static void count_rule(struct overview *o, const struct problem *p)
{
    size_t i = 0;
    while (i < o->rules.n && !str_eq(o->rules.at[i].id, p->id))
        i++;
    if (i == o->rules.n) {
        struct overview_rule rule = describe(str_copy(o->arena, p->id));
        rule.severity = p->severity;
        *vec_push(o->arena, &o->rules) = rule;
    }
    struct overview_rule *rule = &o->rules.at[i];
    if (p->severity < rule->severity)
        rule->severity = p->severity;
    rule->count++;
    rule->regions += rule->last != o->regions.n;
    rule->last = o->regions.n;
}

static void count_findings(struct overview *o, struct overview_region *r,
                           const struct diag *found)
{
    for (size_t i = 0; i < diag_total(found); i++) {
        const struct problem *p = diag_problem(found, i);
        if (p->accepted.n) {
            r->accepted++;
            continue;
        }
        r->severity[p->severity]++;
        count_rule(o, p);
    }
}

static void describe_region(struct overview *o, struct overview_region *r,
                            const struct catalog *c)
{
    r->code = str_copy(o->arena, c->region_code);
    r->name = str_copy(o->arena, c->region_name);
    r->title = str_copy(o->arena, c->title);
    r->scheme = str_copy(o->arena, c->scheme);
    for (size_t i = 0; i < c->groups.n; i++)
        r->items += c->groups.at[i].items.n;
}

struct overview_region *overview_add(struct overview *o, struct str id, struct str shown,
                                     const struct catalog *c, const struct scheme *s,
                                     const struct diag *found)
{
    struct overview_region *r = vec_push(o->arena, &o->regions);
    r->id = str_copy(o->arena, id);
    r->shown = str_copy(o->arena, shown);
    r->state = !c ? REGION_UNREAD : !c->scheme.n ? REGION_NO_LIST : REGION_LIST_OFF;
    if (c)
        describe_region(o, r, c);
    if (c && s) {
        r->state = REGION_OTHER; /* until the list of the matrix is chosen */
        r->comparison = compare_catalog(o->arena, c, s);
        find_list(o, s)->regions++;
    }
    count_findings(o, r, found);
    return r;
}

/* ---- finishing ---- */

static void tally_add(struct standing_tally *t, unsigned char standing)
{
    t->present += !standing;
    for (size_t k = 0; k < STANDING_KINDS; k++)
        t->kinds[k] += (standing >> k) & 1;
}

/* The list that most catalogs name; of equal ones the first by id. */
static struct overview_list *choose_list(struct overview *o)
{
    struct overview_list *best = NULL;
    for (size_t i = 0; i < o->lists.n; i++) {
        struct overview_list *list = &o->lists.at[i];
        if (!best || list->regions > best->regions ||
            (list->regions == best->regions && str_cmp(list->id, best->id) < 0))
            best = list;
    }
    return best;
}

static void tally_region(struct overview *o, struct overview_list *list,
                         struct overview_region *r)
{
    for (size_t s = 0; s < SEVERITY_COUNT; s++)
        o->severity[s] += r->severity[s];
    o->accepted += r->accepted;
    if (r->state != REGION_OTHER || !str_eq(r->scheme, list->id))
        return;
    r->state = REGION_COMPARED;
    o->compared++;
    for (size_t i = 0; i < list->n; i++) {
        tally_add(&r->tally, r->comparison.standing[i]);
        tally_add(&list->items[i].tally, r->comparison.standing[i]);
        tally_add(&o->tally, r->comparison.standing[i]);
    }
}

static int by_code(const struct overview_region *a, const struct overview_region *b)
{
    int order = str_cmp(a->code, b->code);
    return order ? order : str_cmp(a->shown, b->shown);
}

static int compare_regions(const void *a, const void *b)
{
    return by_code(a, b);
}

static int compare_rules(const void *a, const void *b)
{
    const struct overview_rule *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return str_cmp(x->id, y->id);
}

/* A catalog without items counts as one with one. */
static size_t share(const struct overview_region *r)
{
    return r->items ? r->items : 1;
}

/* Compares x/items of two regions without rounding: the more first. */
static int by_rate(const struct overview_region *a, const struct overview_region *b,
                   enum severity severity)
{
    size_t x = a->severity[severity] * share(b), y = b->severity[severity] * share(a);
    return x > y ? -1 : x < y;
}

static int by_quality(const struct overview_region *a, const struct overview_region *b)
{
    int order = by_rate(a, b, SEVERITY_ERROR);
    return order ? order : by_rate(a, b, SEVERITY_WARNING);
}

static int compare_quality(const void *a, const void *b)
{
    const struct overview_region *x = *(const struct overview_region *const *)a;
    const struct overview_region *y = *(const struct overview_region *const *)b;
    int order = by_quality(x, y);
    return order ? order : by_code(x, y);
}

static void rank(struct overview *o)
{
    for (size_t i = 0; i < o->regions.n; i++)
        if (o->regions.at[i].state != REGION_UNREAD)
            *vec_push(o->arena, &o->ranking) = &o->regions.at[i];
    if (o->ranking.n)
        qsort(o->ranking.at, o->ranking.n, sizeof *o->ranking.at, compare_quality);
    for (size_t i = 0; i < o->ranking.n; i++) {
        const struct overview_region *r = o->ranking.at[i];
        const struct overview_region *before = i ? o->ranking.at[i - 1] : NULL;
        bool equal = before && by_quality(before, r) == 0;
        o->regions.at[r - o->regions.at].rank = equal ? before->rank : i + 1;
    }
}

void overview_finish(struct overview *o)
{
    struct overview_list *list = choose_list(o);
    o->list = list;
    for (size_t i = 0; i < o->regions.n; i++)
        tally_region(o, list, &o->regions.at[i]);
    if (o->regions.n)
        qsort(o->regions.at, o->regions.n, sizeof *o->regions.at, compare_regions);
    if (o->rules.n)
        qsort(o->rules.at, o->rules.n, sizeof *o->rules.at, compare_rules);
    rank(o);
}

bool overview_by_region(const struct overview *o)
{
    return o->list && o->compared > o->list->n;
}
