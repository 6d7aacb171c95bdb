/* One passage in two fields of an item, and entries that are nearly those of many places. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "check/chars.h"
#include "check/report.h"

#include <stdlib.h>

enum {
    PASSAGE = 60,     /* bytes: twenty characters are no stock phrase */
    ENTRY_LEAST = 36, /* bytes of an entry that can be recognized: twelve characters */
    OFTEN = 4,        /* places that make a wording the usual one */
    SLIP = 3          /* characters that a slip leaves out */
};

struct passage {
    struct str words; /* without the mark at its end */
    const struct text *text;
};
struct passages {
    struct passage *at;
    size_t n, cap;
};

static struct str bare(struct str text)
{
    text = str_trim(text);
    size_t size;
    uint32_t last = text.n ? utf8_last(text, &size) : 0;
    if (last == ';' || (last && char_stop(last)))
        text.n -= size;
    return text;
}

/* By words, then by place. */
static int by_words(const void *a, const void *b)
{
    const struct passage *x = a, *y = b;
    int order = str_cmp(x->words, y->words);
    if (!order)
        order = x->text < y->text ? -1 : x->text > y->text;
    return order;
}

/* Where and whom to ask may be the same in several fields. */
static bool may_repeat(enum field_id id)
{
    switch (id) {
    case FIELD_CHANNELS:
    case FIELD_INQUIRY:
    case FIELD_SUPERVISION:
    case FIELD_EVALUATION:
    case FIELD_AGENCY:
    case FIELD_BODY:
    case FIELD_TITLE: return true;
    case FIELD_AUDIENCE:
    case FIELD_PROCESS:
    case FIELD_MATERIALS:
    case FIELD_LIMIT:
    case FIELD_STEPS:
    case FIELD_NOTES:
    case FIELD_BASIS:
    case FIELD_ELEMENTS:
    case FIELD_DEADLINE:
    case FIELD_PUBLICATION:
    case FIELD_COUNT: break;
    }
    return false;
}

static void check_item(struct check *check, struct passages *list)
{
    if (list->n < 2)
        return;
    qsort(list->at, list->n, sizeof *list->at, by_words);
    for (size_t i = 1; i < list->n; i++) {
        const struct text *first = list->at[i - 1].text, *t = list->at[i].text;
        if (!str_eq(list->at[i].words, list->at[i - 1].words) || first->field == t->field)
            continue;
        report_text(check, t, STR(""), NULL, DIAG_TEXT_COPIED,
                    field_row(first->field)->label);
    }
}

void check_copied(struct check *check)
{
    struct passages list = {0};
    const struct item *item = NULL;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->item != item) {
            check_item(check, &list);
            list.n = 0;
            item = t->item;
        }
        if (t->item && t->part == TEXT_FIELD && !t->attribute && t->words.n >= PASSAGE &&
            !may_repeat(t->field))
            *vec_push(check->arena, &list) = (struct passage){bare(t->words), t};
    }
    check_item(check, &list);
}

/* ---- slips in an entry that stands in many places ---- */

/* The run of equal words that begins at `from` ends before the result. */
static size_t run_end(const struct passages *list, size_t from)
{
    size_t to = from + 1;
    while (to < list->n && str_eq(list->at[to].words, list->at[from].words))
        to++;
    return to;
}

/* True when the words differ by nothing but characters left out in one place. Others that
 * are put there instead may well be meant: a number, a person, a place. */
static bool is_slip(struct str odd, struct str usual)
{
    size_t from = 0;
    while (from < odd.n && from < usual.n && odd.s[from] == usual.s[from])
        from++;
    size_t end = 0;
    while (end < odd.n - from && end < usual.n - from &&
           odd.s[odd.n - 1 - end] == usual.s[usual.n - 1 - end])
        end++;
    return from + end >= odd.n && usual.n > odd.n; /* characters left out */
}

static void compare(struct check *check, const struct passages *list, size_t odd,
                    size_t usual, size_t count)
{
    const struct passage *o = &list->at[odd], *u = &list->at[usual];
    if (!is_slip(o->words, u->words) || o->text->field != u->text->field ||
        str_distance(o->words, u->words, SLIP) > SLIP)
        return;
    struct advice advice = {.proposal = u->words};
    report_text(check, o->text, o->words, &advice, DIAG_ENTRY_NEAR, STR_ARG(o->words),
                count, STR_ARG(u->words));
}

/* Words that stand once are compared with the nearest before and behind, in the order of
 * words, that stand often: a slip behind the first characters leaves them neighbours. */
void check_near_entries(struct check *check)
{
    struct passages list = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FIELD && t->field == FIELD_MATERIALS && !t->attribute &&
            t->words.n >= ENTRY_LEAST)
            *vec_push(check->arena, &list) = (struct passage){bare(t->words), t};
    }
    if (list.n < OFTEN)
        return;
    qsort(list.at, list.n, sizeof *list.at, by_words);
    size_t often = STR_NONE, often_count = 0, once = STR_NONE;
    for (size_t from = 0, to; from < list.n; from = to) {
        to = run_end(&list, from);
        if (to - from == 1) {
            if (often != STR_NONE)
                compare(check, &list, from, often, often_count);
            once = from;
        } else if (to - from >= OFTEN) {
            often = from;
            often_count = to - from;
            if (once != STR_NONE)
                compare(check, &list, once, often, often_count);
        }
    }
}
