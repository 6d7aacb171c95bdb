#include "check/overview.h"

#include "base/record.h"
#include "check/rules.h"

#include <stdlib.h>
#include <string.h>

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

/* The findings of a rule in the region added last. */
static void count_rule(struct overview *o, struct str id, enum severity severity,
                       size_t count)
{
    size_t i = 0;
    while (i < o->rules.n && !str_eq(o->rules.at[i].id, id))
        i++;
    if (i == o->rules.n) {
        struct overview_rule rule = describe(str_copy(o->arena, id));
        rule.severity = severity;
        *vec_push(o->arena, &o->rules) = rule;
    }
    struct overview_rule *rule = &o->rules.at[i];
    if (severity < rule->severity)
        rule->severity = severity;
    rule->count += count;
    rule->regions++;
}

/* ---- records ---- */

/* What one rule found in one catalog. */
struct rule_count {
    struct str id;
    enum severity severity; /* the gravest */
    size_t count;
};
struct rule_counts {
    struct rule_count *at;
    size_t n, cap;
};

static void add_count(struct arena *a, struct rule_counts *rules, const struct problem *p)
{
    size_t i = 0;
    while (i < rules->n && !str_eq(rules->at[i].id, p->id))
        i++;
    if (i == rules->n)
        *vec_push(a, rules) = (struct rule_count){.id = p->id, .severity = p->severity};
    if (p->severity < rules->at[i].severity)
        rules->at[i].severity = p->severity;
    rules->at[i].count++;
}

static void put_findings(struct arena *a, const struct diag *found, struct buf *record)
{
    struct rule_counts rules = {0};
    for (size_t i = 0; i < diag_total(found); i++)
        if (!diag_problem(found, i)->accepted.n)
            add_count(a, &rules, diag_problem(found, i));
    for (int s = 0; s < SEVERITY_COUNT; s++)
        record_put_number(record, diag_count(found, (enum severity)s));
    record_put_number(record, diag_accepted(found));
    record_put_number(record, rules.n);
    for (size_t i = 0; i < rules.n; i++) {
        record_put_text(record, rules.at[i].id);
        record_put_number(record, (size_t)rules.at[i].severity);
        record_put_number(record, rules.at[i].count);
    }
}

/* The texts of a region, named once for both ways. */
#define REGION_TEXTS(r) \
    { \
        &(r)->id, &(r)->shown, &(r)->code, &(r)->name, &(r)->title, &(r)->scheme \
    }
enum { REGION_TEXT_COUNT = 6 };

static size_t count_items(const struct catalog *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->groups.n; i++)
        n += c->groups.at[i].items.n;
    return n;
}

void overview_make(struct str id, struct str shown, const struct catalog *c,
                   const struct scheme *s, const struct diag *found, struct buf *record)
{
    struct arena *a = arena_new();
    struct overview_region r = {.id = id, .shown = shown, .state = REGION_UNREAD};
    if (c) {
        r.state = s ? REGION_OTHER /* until the list of the matrix is chosen */
                  : c->scheme.n ? REGION_LIST_OFF
                                : REGION_NO_LIST;
        r.code = c->region_code;
        r.name = c->region_name;
        r.title = c->title;
        r.scheme = c->scheme;
        r.items = count_items(c);
        if (s)
            r.comparison = compare_catalog(a, c, s);
    }
    struct str *texts[REGION_TEXT_COUNT] = REGION_TEXTS(&r);
    for (size_t t = 0; t < REGION_TEXT_COUNT; t++)
        record_put_text(record, *texts[t]);
    record_put_number(record, (size_t)r.state);
    record_put_number(record, r.items);
    record_put_text(record,
                    (struct str){(const char *)r.comparison.standing, r.comparison.n});
    put_findings(a, found, record);
    arena_drop(a);
}

static bool take_region(struct arena *a, struct str *record, struct overview_region *r)
{
    struct str *texts[REGION_TEXT_COUNT] = REGION_TEXTS(r);
    for (size_t t = 0; t < REGION_TEXT_COUNT; t++) {
        if (!record_take_text(record, texts[t]))
            return false;
        *texts[t] = str_copy(a, *texts[t]);
    }
    size_t state;
    struct str standing;
    if (!record_take_number(record, &state) || state > REGION_UNREAD ||
        !record_take_number(record, &r->items) || !record_take_text(record, &standing))
        return false;
    r->state = (enum region_state)state;
    r->comparison.n = standing.n;
    r->comparison.standing = arena_array(a, standing.n, 1);
    if (standing.n)
        memcpy(r->comparison.standing, standing.s, standing.n);
    for (size_t s = 0; s < SEVERITY_COUNT; s++)
        if (!record_take_number(record, &r->severity[s]))
            return false;
    return record_take_number(record, &r->accepted);
}

static bool take_rules(struct overview *o, struct str *record)
{
    size_t n, severity, count;
    struct str id;
    if (!record_take_number(record, &n))
        return false;
    for (; n; n--) {
        if (!record_take_text(record, &id) || !record_take_number(record, &severity) ||
            severity >= SEVERITY_COUNT || !record_take_number(record, &count))
            return false;
        count_rule(o, id, (enum severity)severity, count);
    }
    return true;
}

struct overview_region *overview_take(struct overview *o, const struct scheme *s,
                                      struct str record)
{
    struct overview_region *r = vec_push(o->arena, &o->regions);
    *r = (struct overview_region){0};
    if (!take_region(o->arena, &record, r) || (s && r->comparison.n != s->items.n) ||
        !take_rules(o, &record)) {
        o->regions.n--;
        return NULL;
    }
    if (s)
        find_list(o, s)->regions++;
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
