/* Limits and steps beside those of the national list. An item with 业务办理项 has none of its
 * own: each of them is compared. */
#include "check/national.h"

#include "catalog/fields.h"
#include "catalog/place.h"
#include "check/report.h"

typedef void compare_fn(struct check *check, const struct subject *s,
                        const struct item *item, const struct scheme_item *national);

static void compare_all(struct check *check, const struct national *n,
                        compare_fn *compare)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        const struct scheme_item *national = national_of(check, n, i);
        if (!national)
            continue;
        compare(check, s, s->item, national);
        for (size_t k = 0; k < s->item->services.n; k++)
            compare(check, s, &s->item->services.at[k], national);
    }
}

/* ---- limits ---- */

bool national_longer(const struct item *item, const struct scheme_item *national)
{
    const struct limit *own = &item->limit, *wanted = &national->limit;
    return own->n && wanted->n && limit_known(own) && limit_compare(own, wanted) > 0;
}

static void compare_limit(struct check *check, const struct subject *s,
                          const struct item *item, const struct scheme_item *national)
{
    if (!national_longer(item, national))
        return;
    struct str title = field_text(item_field(item, FIELD_TITLE));
    struct str text = field_text(item_field(item, FIELD_LIMIT));
    size_t at = place_field(&check->catalog->source, item, FIELD_LIMIT).offset;
    struct advice advice = {.expected = national->limit_text,
                            .basis = subject_basis(check, national->confidence)};
    report_subject(check, s, at, STR("limit"), &advice, DIAG_NATIONAL_LIMIT,
                   STR_ARG(title), STR_ARG(text), STR_ARG(national->limit_text));
}

void check_national_limits(struct check *check, const struct national *n)
{
    compare_all(check, n, compare_limit);
}

/* ---- steps ---- */

static bool same_chain(const struct str_list *a, const struct str_list *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!str_eq(a->at[i], b->at[i]))
            return false;
    return true;
}

/* 申请—受理—审核: it breaks off, as field-truncated tells. */
static bool is_cut(const struct str_list *own, const struct str_list *wanted)
{
    if (own->n >= wanted->n)
        return false;
    struct str_list begin = {wanted->at, own->n, own->n};
    return same_chain(own, &begin);
}

static size_t times(const struct str_list *chain, size_t n, struct str name)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        found += str_eq(chain->at[i], name);
    return found;
}

/* Puts the steps that `a` has more often than `b`, behind `word`. */
static void put_more(struct buf *out, const char *word, const struct str_list *a,
                     const struct str_list *b)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++) {
        if (times(a, i + 1, a->at[i]) <= times(b, b->n, a->at[i]))
            continue;
        buf_printf(out, "%s“%.*s”", n++ ? "" : word, STR_ARG(a->at[i]));
    }
}

static struct str difference(const struct check *check, const struct str_list *own,
                             const struct str_list *wanted)
{
    struct buf out = {0};
    put_more(&out, "多了", own, wanted);
    size_t more = out.n;
    put_more(&out, more ? "，少了" : "少了", wanted, own);
    if (!out.n)
        buf_puts(&out, "先后变了");
    struct str text = str_copy(check->arena, buf_str(&out));
    buf_drop(&out);
    return text;
}

static struct str joined(const struct check *check, const struct str_list *chain)
{
    struct buf out = {0};
    for (size_t i = 0; i < chain->n; i++)
        buf_printf(&out, "%s%.*s", i ? "—" : "", STR_ARG(chain->at[i]));
    struct str text = str_copy(check->arena, buf_str(&out));
    buf_drop(&out);
    return text;
}

/* Kinds of dashes and blanks are not compared: the chain holds names only. */
static void compare_steps(struct check *check, const struct subject *s,
                          const struct item *item, const struct scheme_item *national)
{
    const struct str_list *own = &item->steps, *wanted = &national->chain;
    if (!own->n || !wanted->n || same_chain(own, wanted) || is_cut(own, wanted))
        return;
    enum field_id field =
        field_empty(item_field(item, FIELD_STEPS)) ? FIELD_PROCESS : FIELD_STEPS;
    struct advice advice = {.basis = subject_basis(check, national->confidence)};
    report_subject(check, s, place_field(&check->catalog->source, item, field).offset,
                   str_of(field_row(field)->name), &advice, DIAG_NATIONAL_STEPS,
                   STR_ARG(joined(check, own)), STR_ARG(joined(check, wanted)),
                   STR_ARG(difference(check, own, wanted)));
}

void check_national_steps(struct check *check, const struct national *n)
{
    compare_all(check, n, compare_steps);
}
