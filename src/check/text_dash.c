/* Several kinds of dash in one field across the catalog: 申请—受理-办结.
 *
 * Counted are dashes between Chinese characters, and in a chain of steps all of them (审核- 拨付);
 * those of numbers, codes, years and phones are other dashes. A field is told once, at the first dash that is not “—”. */
#include "check/text_rules.h"

#include "catalog/fields.h"
#include "check/chars.h"
#include "check/report.h"

enum { KINDS = 12 };

struct dashes {
    struct str kind[KINDS]; /* as written: —, ——, - */
    size_t count[KINDS];
    const struct text *first[KINDS]; /* where it stands first, and the piece of it */
    struct str piece[KINDS];
    size_t n;
};

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2501 ||
           c == 0xFF0D;
}

static void count(struct dashes *d, const struct text *t, struct str piece)
{
    size_t i = 0;
    while (i < d->n && !str_eq(d->kind[i], piece))
        i++;
    if (i == KINDS)
        return;
    if (i == d->n) {
        d->kind[i] = d->piece[i] = piece;
        d->first[i] = t;
        d->n++;
    }
    d->count[i]++;
}

static void scan(struct dashes *d, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        while (i < text.n && is_dash(char_at(text, i)))
            i += char_size(text, i);
        if (i == from)
            i += char_size(text, i);
        else if (t->field == FIELD_STEPS ||
                 (char_han(char_before(text, from)) && char_han(char_at(text, i))))
            count(d, t, str_slice(text, from, i));
    }
}

/* "—"23处、"-"12处, in the order of the first of each. */
static struct str listed(struct check *check, const struct dashes *d)
{
    struct str list = STR("");
    for (size_t i = 0; i < d->n; i++)
        list = str_print(check->arena, "%.*s%s“%.*s”%zu处", STR_ARG(list), i ? "、" : "",
                         STR_ARG(d->kind[i]), d->count[i]);
    return list;
}

/* The chain of steps is printed with one dash (申请—受理—审核—办结), whatever most have. */
static void report_field(struct check *check, const struct dashes *d,
                         const struct field_row *row)
{
    static const struct str right = STR_INIT("—");
    size_t first = str_eq(d->kind[0], right) ? 1 : 0;
    for (size_t i = first + 1; i < d->n; i++)
        if (!str_eq(d->kind[i], right) && d->first[i] < d->first[first])
            first = i;
    struct advice advice = {.proposal = right};
    report_text(check, d->first[first], d->piece[first], &advice, DIAG_TEXT_DASH,
                row->label, STR_ARG(listed(check, d)));
}

void check_dashes(struct check *check)
{
    struct dashes *all = arena_array(check->arena, FIELD_COUNT, sizeof *all);
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FIELD && (t->marks & TEXT_DASH) && t->field != FIELD_BASIS &&
            !text_markdown(t))
            scan(&all[t->field], t);
    }
    for (int id = 0; id < FIELD_COUNT; id++)
        if (all[id].n > 1)
            report_field(check, &all[id], field_row((enum field_id)id));
}
