/* The marks at the ends of sentences: by what nearly all of a field have, and by the same
 * sentence in other items. */
#include "check/usage_ends.h"

#include "catalog/fields.h"

#include <stdlib.h>

/* The texts of these are one line each, shown by many items from one place. */
static bool is_line(enum field_id id)
{
    return id == FIELD_AGENCY || id == FIELD_AUDIENCE;
}

/* A paragraph, or several sentences: what ends with 。 wherever it stands, unless the catalog
 * leaves it out everywhere. */
static bool is_sentence(const struct text *t)
{
    return t->part == TEXT_FIELD && t->entry && !t->attribute &&
           t->words.n >= TWIN_LEAST && t->field != FIELD_TITLE &&
           t->field != FIELD_BASIS && end_of(t->words) != END_OTHER &&
           (end_prose(t->words) || is_line(t->field) ||
            (t->entry->plain && field_row(t->field)->kind != FIELD_KIND_TEXT));
}

struct sentences {
    size_t with[FIELD_COUNT], without[FIELD_COUNT]; /* a mark at their ends */
};

static void count_sentence(struct sentences *s, enum field_id id, struct str text)
{
    if (end_of(text) == END_NONE)
        s->without[id]++;
    else
        s->with[id]++;
}

static void count_sentences(const struct check *check, struct sentences *s)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (is_sentence(t) && !is_line(t->field))
            count_sentence(s, t->field, t->words);
    }
    for (size_t i = 0; i < check->items.n; i++)
        for (int id = 0; id < FIELD_COUNT; id++) {
            if (!is_line((enum field_id)id))
                continue;
            const struct item *item = check->items.at[i].item;
            struct str text = field_text(item_field(item, (enum field_id)id));
            if (text.n)
                count_sentence(s, (enum field_id)id, text);
        }
}

void check_sentences(struct ends *e)
{
    struct sentences s = {0};
    const struct check *check = e->check;
    count_sentences(check, &s);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (is_sentence(t) && end_of(t->words) == END_NONE &&
            usage_is_odd(s.without[t->field], s.with[t->field]) && !ends_told(e, t))
            ends_tell(e, t, END_STOP, s.with[t->field], true);
    }
}

/* ---- the same sentence elsewhere ---- */

struct twin {
    const struct text *text;
    struct str bare;
    enum end end;
};
struct twins {
    struct twin *at;
    size_t n, cap;
};

/* By field, by sentence, by place. */
static int by_sentence(const void *a, const void *b)
{
    const struct twin *x = a, *y = b;
    int order = (int)x->text->field - (int)y->text->field;
    if (!order)
        order = str_cmp(x->bare, y->bare);
    if (!order)
        order = x->text < y->text ? -1 : x->text > y->text;
    return order;
}

static struct twins twins_of(struct check *check)
{
    struct twins twins = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part != TEXT_FIELD || !t->entry || t->attribute ||
            t->words.n < TWIN_LEAST || t->field == FIELD_TITLE || t->field == FIELD_BASIS)
            continue;
        *vec_push(check->arena, &twins) =
            (struct twin){t, end_bare(t->words), end_of(t->words)};
    }
    if (twins.n)
        qsort(twins.at, twins.n, sizeof *twins.at, by_sentence);
    return twins;
}

/* twins[0..n) are one sentence. */
static void check_alike(struct ends *e, const struct twin *twins, size_t n)
{
    size_t count[END_KINDS] = {0};
    for (size_t i = 0; i < n; i++)
        count[twins[i].end]++;
    size_t marked = count[END_PART] + count[END_STOP];
    if (!count[END_NONE] || marked < CLEAR || marked < CLEAR * count[END_NONE])
        return;
    enum end wanted = count[END_PART] > count[END_STOP] ? END_PART : END_STOP;
    for (size_t i = 0; i < n; i++) {
        const struct text *t = twins[i].text;
        if (twins[i].end == END_NONE && !ends_told(e, t))
            ends_tell(e, t, wanted, marked, false);
    }
}

void check_twins(struct ends *e)
{
    struct twins twins = twins_of(e->check);
    for (size_t from = 0, to; from < twins.n; from = to) {
        for (to = from + 1;
             to < twins.n && str_eq(twins.at[to].bare, twins.at[from].bare) &&
             twins.at[to].text->field == twins.at[from].text->field;
             to++)
            ;
        if (to - from > CLEAR)
            check_alike(e, twins.at + from, to - from);
    }
}
