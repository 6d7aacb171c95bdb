/* truncated - texts that break off where their siblings go on.
 *
 * Sorted, a text stands right before those that begin with it, so one pass over the sorted
 * texts of a field finds all beginnings. A beginning alone proves nothing (有效身份证件,
 * 有效身份证件复印件): it must also stop where nothing can stop. Materials and notes, which
 * differ from item to item, are therefore not compared as lists. */
#include "check/completeness.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "check/report.h"

#include <stdlib.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { TEXT_LEAST = 12 }; /* characters that two texts do not share by chance */

/* clang-format off */
static const char ends[] = "。；;！!？?…）)”》】、，,：:.";
static const char goes_on[] = "；;、，,：:";
/* clang-format on */

static bool ends_in(struct str text, const char *set)
{
    struct str signs = str_of(set);
    uint32_t last = text.n ? utf8_last(text, NULL) : 0;
    while (signs.n)
        if (utf8_next(&signs) == last)
            return true;
    return false;
}

/* ---- fields whose last entries are gone ---- */

struct listed {
    enum field_id id;
    const struct field *field;
    const struct subject *subject;
};
struct listed_all {
    struct listed *at;
    size_t n, cap;
};

static bool is_list_alike(enum field_id id)
{
    return id == FIELD_CHANNELS || id == FIELD_PROCESS || id == FIELD_INQUIRY ||
           id == FIELD_SUPERVISION || id == FIELD_EVALUATION;
}

/* The number of entries that two fields begin with alike. */
static size_t alike(const struct field *a, const struct field *b)
{
    size_t i = 0;
    while (i < a->entries.n && i < b->entries.n &&
           str_eq(a->entries.at[i].text, b->entries.at[i].text) &&
           str_eq(a->entries.at[i].name, b->entries.at[i].name))
        i++;
    return i;
}

static int by_entries(const void *a, const void *b)
{
    const struct listed *x = a, *y = b;
    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    const struct field *f = x->field, *g = y->field;
    size_t i = alike(f, g);
    if (i == f->entries.n || i == g->entries.n)
        return (f->entries.n > g->entries.n) - (f->entries.n < g->entries.n);
    int order = str_cmp(f->entries.at[i].name, g->entries.at[i].name);
    return order ? order : str_cmp(f->entries.at[i].text, g->entries.at[i].text);
}

/* All fields that hold words, each once: texts of one field stand together. */
static struct listed_all fields_of(struct check *check)
{
    struct listed_all all = {0};
    const struct field *last = NULL;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part != TEXT_FIELD || t->of == last || !is_list_alike(t->field))
            continue;
        last = t->of;
        *vec_push(check->arena, &all) = (struct listed){t->field, t->of, t->subject};
    }
    return all;
}

static void check_lists(struct check *check)
{
    struct listed_all all = fields_of(check);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_entries);
    for (size_t i = 0, k = 0; i + 1 < all.n; i++) {
        const struct field *f = all.at[i].field, *longer = NULL;
        struct str sign = f->entries.at[f->entries.n - 1].text;
        if (!ends_in(sign, goes_on))
            continue;
        if (k <= i) /* else this one is in the same row of equal ones as the last */
            for (k = i + 1; k < all.n && by_entries(&all.at[i], &all.at[k]) == 0;)
                k++;
        if (k < all.n && all.at[k].id == all.at[i].id)
            longer = all.at[k].field;
        if (!longer || alike(f, longer) != f->entries.n)
            continue;
        const struct field_row *row = field_row(all.at[i].id);
        size_t size;
        utf8_last(sign, &size);
        sign = str_from(sign, sign.n - size);
        report_subject(check, all.at[i].subject, f->at, field_key(all.at[i].id), NULL,
                       DIAG_FIELD_ENTRIES, row->label, f->entries.n, STR_ARG(sign),
                       longer->entries.n);
    }
}

/* ---- texts that stop in the middle ---- */

struct texts {
    const struct text **at;
    size_t n, cap;
};

static int by_words(const void *a, const void *b)
{
    const struct text *x = *(const struct text *const *)a;
    const struct text *y = *(const struct text *const *)b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    int order = str_cmp(x->words, y->words);
    return order ? order : x->at < y->at ? -1 : x->at > y->at;
}

static bool is_cut(struct str text, struct str longer)
{
    if (!str_starts(longer, text) || !ends_in(longer, ends) || ends_in(text, ends))
        return false;
    struct str rest = str_from(longer, text.n);
    uint32_t next = utf8_next(&rest);
    return next >= 0x4E00 && next <= 0x9FFF && utf8_count(text) >= TEXT_LEAST;
}

static void check_texts(struct check *check)
{
    struct texts all = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FIELD && (is_list_alike(t->field) || t->field == FIELD_NOTES))
            *vec_push(check->arena, &all) = t;
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_words);
    for (size_t i = 0, k = 0; i + 1 < all.n; i++) {
        const struct text *t = all.at[i];
        if (ends_in(t->words, ends))
            continue;
        if (k <= i)
            for (k = i + 1; k < all.n && str_eq(all.at[k]->words, t->words);)
                k++;
        if (k == all.n || all.at[k]->field != t->field ||
            !is_cut(t->words, all.at[k]->words))
            continue;
        struct advice advice = {.proposal = all.at[k]->words};
        report_text(check, t, STR(""), &advice, DIAG_FIELD_CUT);
    }
}

/* ---- chains of steps without their end ---- */

static size_t steps_alike(const struct str_list *a, const struct str_list *b)
{
    size_t i = 0;
    while (i < a->n && i < b->n && str_eq(a->at[i], b->at[i]))
        i++;
    return i;
}

struct chain {
    const struct item *item;
    const struct subject *subject;
};
struct chain_list {
    struct chain *at;
    size_t n, cap;
};

static int by_steps(const void *a, const void *b)
{
    const struct str_list *x = &((const struct chain *)a)->item->steps;
    const struct str_list *y = &((const struct chain *)b)->item->steps;
    size_t i = steps_alike(x, y);
    if (i == x->n || i == y->n)
        return (x->n > y->n) - (x->n < y->n);
    return str_cmp(x->at[i], y->at[i]);
}

static bool is_finished(const struct str_list *steps)
{
    return steps->n && str_ends(steps->at[steps->n - 1], STR("办结"));
}

static void add_chain(struct check *check, struct chain_list *all,
                      const struct subject *s, const struct item *item)
{
    if (item->steps.n > 1)
        *vec_push(check->arena, all) = (struct chain){item, s};
}

static void check_chains(struct check *check)
{
    struct chain_list all = {0};
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        add_chain(check, &all, s, s->item);
        for (size_t k = 0; k < s->item->services.n; k++)
            add_chain(check, &all, s, &s->item->services.at[k]);
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_steps);
    for (size_t i = 0, k = 0; i + 1 < all.n; i++) {
        const struct str_list *own = &all.at[i].item->steps;
        if (is_finished(own))
            continue;
        if (k <= i)
            for (k = i + 1; k < all.n && by_steps(&all.at[i], &all.at[k]) == 0;)
                k++;
        if (k == all.n || steps_alike(own, &all.at[k].item->steps) < own->n ||
            !is_finished(&all.at[k].item->steps))
            continue;
        report_subject(check, all.at[i].subject, all.at[i].item->at, STR("steps"), NULL,
                       DIAG_FIELD_STEPS, STR_ARG(own->at[own->n - 1]));
    }
}

/* ---- charts without their boxes ---- */

/* One box, or none, is no chart: the drawing was not taken over. */
bool chart_truncated(const struct flow *flow)
{
    return flow->source == FLOW_PUBLISHED && flow->nodes.n < 2;
}

static void check_charts(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        const struct flow *flow = &s->item->flow;
        if (chart_truncated(flow))
            report_subject(check, s, flow->at, STR("flow"), NULL, DIAG_FIELD_CHART,
                           flow->nodes.n ? "只有一个框" : "没有环节的框");
    }
}

void check_truncated(struct check *check)
{
    check_charts(check);
    check_lists(check);
    check_texts(check);
    check_chains(check);
}
