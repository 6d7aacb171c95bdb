/* Codes beside the national list. */
#include "check/codes.h"
#include "check/report.h"

static void tell_near(struct check *check, const struct subject *s)
{
    struct advice advice = {
        .proposal = s->proposal,
        .basis = subject_basis(check, s->national ? s->national->confidence : STR(""))};
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_NEAR, STR_ARG(s->text),
                     STR_ARG(s->title));
}

const struct scheme_item *code_owner(const struct subject *s)
{
    if (!s->national || s->proposal.n || !s->named || s->named == s->national ||
        s->named_match < TITLE_SPLIT)
        return NULL;
    return title_match(s->title, s->national->title) < TITLE_SPLIT ? s->named : NULL;
}

static void check_owner(struct check *check, struct subject *s)
{
    const struct scheme_item *owner = code_owner(s);
    if (!owner)
        return;
    struct advice advice = {.proposal =
                                str_print(check->arena, "%.*s%.*s", STR_ARG(owner->code),
                                          STR_ARG(s->code.suffix)),
                            .basis = subject_basis(check, owner->confidence)};
    s->doubted = true;
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_TITLE, STR_ARG(s->text),
                     STR_ARG(s->national->title));
}

static bool is_extra(const struct subject *s)
{
    return code_national(&s->code) && !s->near && !s->proposal.n && !s->national &&
           !s->national_group;
}

static void check_group(struct check *check, const struct subject *s)
{
    if (s->near) {
        tell_near(check, s);
    } else if (is_extra(s) && !scheme_has_main(check->scheme, s->base)) {
        struct advice advice = {.basis = subject_basis(check, STR(""))};
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA,
                         STR_ARG(s->text), STR_ARG(s->title));
    }
}

/* The one item of a national main item without sub-items, or NULL. */
static const struct scheme_item *only_item(const struct check *check, struct str base)
{
    enum { MAIN = 9 };
    struct str code =
        str_print(check->arena, "%.*s000", STR_ARG(str_slice(base, 0, MAIN)));
    return scheme_item(check->scheme, code);
}

/* What the extra items of such a main item are, one or several, the list does not say. Parts
 * of it get suffixes: several items with its one code would be code-two-titles. */
static void tell_alone(struct check *check, const struct subject *s, size_t count,
                       const struct scheme_item *only)
{
    struct str expected =
        str_print(check->arena, "是全国清单的这一项的，写%.*s；只是它的一部分的，写%.*s-1、-2",
                  STR_ARG(only->code), STR_ARG(only->code));
    struct advice advice = {.expected = expected,
                            .basis = subject_basis(check, only->confidence)};
    if (count > 1)
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA_ALONE_MANY,
                         STR_ARG(s->base), STR_ARG(s->title), count, STR_ARG(only->title),
                         STR_ARG(only->code));
    else
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA_ALONE,
                         STR_ARG(s->text), STR_ARG(s->title), STR_ARG(only->title),
                         STR_ARG(only->code));
}

/* The splits of one extra code are said once, at the first. */
static void tell_extra(struct check *check, size_t first)
{
    const struct subject *s = &check->items.at[first];
    size_t count = 1;
    while (first + count < check->items.n && is_extra(&check->items.at[first + count]) &&
           str_eq(check->items.at[first + count].base, s->base))
        count++;
    const struct scheme_item *only = only_item(check, s->base);
    struct advice advice = {.basis = subject_basis(check, STR(""))};
    if (only)
        tell_alone(check, s, count, only);
    else if (count > 1)
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA_MANY,
                         STR_ARG(s->base), STR_ARG(s->title), count);
    else
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA,
                         STR_ARG(s->text), STR_ARG(s->title));
}

/* A main item without sub-items in the list that is split here: 002036005001 of
 * 002036005000. */
static void check_split(struct check *check, const struct subject *s)
{
    const struct scheme_item *main = s->national;
    if (s->proposal.n || s->doubted || s->base.n == 0 || str_eq(s->base, main->code) ||
        code_sub_kind(main->code) != SUB_ALONE || code_sub_kind(s->base) != SUB_ITEM)
        return;
    struct advice advice = {.basis = subject_basis(check, main->confidence)};
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_EXTRA_SPLIT,
                     STR_ARG(s->text), STR_ARG(s->title), STR_ARG(main->code));
}

void check_unknown_codes(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++)
        check_group(check, &check->groups.at[i]);
    for (size_t i = 0; i < check->items.n; i++) {
        struct subject *s = &check->items.at[i];
        bool told = i > 0 && is_extra(&check->items.at[i - 1]) &&
                    str_eq(check->items.at[i - 1].base, s->base);
        if (s->near) {
            tell_near(check, s);
        } else if (s->national) {
            check_owner(check, s);
            check_split(check, s);
        } else if (is_extra(s) && !told) {
            tell_extra(check, i);
        }
    }
}
