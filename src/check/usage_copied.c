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
    RECENT = 8,       /* neighbours looked at on either side */
    TURNED = 60,      /* bytes of pieces that changed places */
    SLIP = 3          /* characters that a slip leaves out */
};

struct passage {
    struct str words; /* without the mark at its end */
    const struct text *text;
    bool told;
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
    case FIELD_FEE:
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
            *vec_push(check->arena, &list) = (struct passage){bare(t->words), t, false};
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

/* True when the words are the same but for two neighbouring pieces that changed places:
 * 财务进行拨付 for 进行财务拨付. */
static bool is_turned(struct str odd, struct str usual)
{
    if (odd.n != usual.n)
        return false;
    size_t from = 0, to = odd.n;
    while (from < to && odd.s[from] == usual.s[from])
        from++;
    while (to > from && odd.s[to - 1] == usual.s[to - 1])
        to--;
    while (from > 0 && ((unsigned char)odd.s[from] & 0xC0) == 0x80)
        from--;
    while (to < odd.n && ((unsigned char)odd.s[to] & 0xC0) == 0x80)
        to++;
    struct str own = str_slice(odd, from, to), other = str_slice(usual, from, to);
    for (size_t i = char_size(own, 0); i < own.n && own.n <= TURNED;
         i += char_size(own, i))
        if (str_eq(str_from(own, i), str_slice(other, 0, own.n - i)) &&
            str_eq(str_slice(own, 0, i), str_from(other, own.n - i)))
            return true;
    return false;
}

static void compare(struct check *check, struct passages *list, size_t odd, size_t usual,
                    size_t count)
{
    struct passage *o = &list->at[odd];
    const struct passage *u = &list->at[usual];
    if (o->text->field != u->text->field || str_has(o->words, STR("《")))
        return; /* names of forms: form-title */
    struct advice advice = {.proposal = u->words};
    if (is_turned(o->words, u->words)) {
        o->told = true;
        report_text(check, o->text, o->words, &advice, DIAG_ENTRY_TURNED,
                    STR_ARG(o->words), count, STR_ARG(u->words));
        return;
    }
    /* Sentences may do without a word; names of materials may not. */
    if (o->text->field != FIELD_MATERIALS || count < OFTEN ||
        !is_slip(o->words, u->words) || str_distance(o->words, u->words, SLIP) > SLIP)
        return;
    o->told = true;
    report_text(check, o->text, o->words, &advice, DIAG_ENTRY_NEAR, STR_ARG(o->words),
                count, STR_ARG(u->words));
}

static bool is_entry(enum field_id id)
{
    return id == FIELD_MATERIALS || id == FIELD_PROCESS || id == FIELD_AUDIENCE ||
           id == FIELD_NOTES;
}

/* Equal words, next to each other in the order of words. */
struct run {
    size_t from, count;
};

static void compare_runs(struct check *check, struct passages *list, const struct run *x,
                         const struct run *y)
{
    if (x->count == 1 && y->count > 1 && !list->at[x->from].told)
        compare(check, list, x->from, y->from, y->count);
    if (y->count == 1 && x->count > 1 && !list->at[y->from].told)
        compare(check, list, y->from, x->from, x->count);
}

/* Words that stand once are compared with the few before and behind, in the order of words,
 * that stand more often: a slip behind the first characters leaves them neighbours. */
void check_near_entries(struct check *check)
{
    struct passages list = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FIELD && is_entry(t->field) && !t->attribute &&
            t->words.n >= ENTRY_LEAST)
            *vec_push(check->arena, &list) = (struct passage){bare(t->words), t, false};
    }
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_words);
    struct run recent[RECENT] = {{0}};
    for (size_t from = 0, to, n = 0; from < list.n; from = to, n++) {
        to = run_end(&list, from);
        struct run run = {from, to - from};
        for (size_t k = 1; k <= RECENT; k++) /* the nearest first */
            compare_runs(check, &list, &recent[(n + RECENT - k) % RECENT], &run);
        recent[n % RECENT] = run;
    }
}
