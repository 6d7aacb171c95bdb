#include "check/mentions.h"

#include "base/lookup.h"
#include "check/report.h"

#include <stdlib.h>
#include <string.h>

/* Laws and other papers have names too: only these texts are about what to bring. */
static bool speaks_of_forms(const struct text *t)
{
    if (!(t->marks & TEXT_TITLE))
        return false;
    if (t->part == TEXT_FLOW)
        return true;
    return t->part == TEXT_FIELD &&
           (t->field == FIELD_MATERIALS || t->field == FIELD_PROCESS ||
            t->field == FIELD_NOTES || t->field == FIELD_CHANNELS);
}

struct mentions mentions_of(struct check *check)
{
    struct mentions mentions = {0};
    struct lookup seen = {0}; /* name → the first mention of it, whose key is made */
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (!speaks_of_forms(t))
            continue;
        struct str rest = t->words, name;
        while (form_name_take(&rest, &name)) {
            struct mention *m = vec_push(check->arena, &mentions);
            m->name = name;
            size_t *first = lookup_value(check->arena, &seen, name);
            m->key = *first != STR_NONE
                         ? mentions.at[*first].key
                         : form_key(check->arena, name, check->catalog->region_name);
            if (*first == STR_NONE)
                *first = mentions.n - 1;
            m->text = t;
        }
    }
    return mentions;
}

/* ---- one form, several names ---- */

static int by_characters(const struct form_key *x, const struct form_key *y)
{
    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    return x->n ? memcmp(x->sorted, y->sorted, x->n * sizeof *x->sorted) : 0;
}

/* Names of the same characters stand together, equal ones side by side. */
static int by_likeness(const void *a, const void *b)
{
    const struct mention *x = *(const struct mention *const *)a,
                         *y = *(const struct mention *const *)b;
    int order = by_characters(&x->key, &y->key);
    if (!order)
        order = str_cmp(x->key.shown, y->key.shown);
    if (order)
        return order;
    return x->name.s < y->name.s ? -1 : x->name.s > y->name.s;
}

static size_t count_equal(const struct mention *const *list, size_t n, size_t from)
{
    size_t k = from;
    while (k < n && str_eq(list[k]->key.shown, list[from]->key.shown))
        k++;
    return k - from;
}

/* Where a name stands, for a message about a text of `source`: 第326行. */
static struct str place_of(struct check *check, const struct mention *m,
                           const struct source *source)
{
    struct pos at = text_place(m->text, m->name);
    return at.src == source
               ? str_print(check->arena, "第%zu行", source_place(at.src, at.offset).line)
               : STR("别处");
}

/* Names of the same characters: those that differ from the most used one are told. */
static void check_alike(struct check *check, const struct mention *const *list, size_t n)
{
    const struct mention *usual = NULL;
    for (size_t i = 0, most = 0; i < n;) {
        size_t count = count_equal(list, n, i);
        if (count > most) {
            usual = list[i];
            most = count;
        }
        i += count;
    }
    for (size_t i = 0; i < n; i++) {
        if (form_alike(&list[i]->key, &usual->key) != FORM_VARIANT)
            continue;
        struct advice advice = {.proposal = usual->key.shown};
        struct str where = place_of(check, usual, list[i]->text->source);
        report_text(check, list[i]->text, list[i]->name, &advice, DIAG_FORM_TITLE_OTHER,
                    STR_ARG(list[i]->key.shown), STR_ARG(where),
                    STR_ARG(usual->key.shown));
    }
}

void check_form_variants(struct check *check, const struct mentions *mentions)
{
    const struct mention **list = arena_array(check->arena, mentions->n, sizeof *list);
    size_t n = 0;
    for (size_t i = 0; i < mentions->n; i++) {
        const struct mention *m = &mentions->at[i];
        if (!m->form && !m->told && form_name_blank(m->key.shown))
            list[n++] = m;
    }
    if (n > 1)
        qsort(list, n, sizeof *list, by_likeness);
    for (size_t from = 0; from < n;) {
        size_t to = from + 1;
        while (to < n && by_characters(&list[from]->key, &list[to]->key) == 0)
            to++;
        if (to - from > 1)
            check_alike(check, list + from, to - from);
        from = to;
    }
}
