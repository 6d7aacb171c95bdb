/* Main items and their sub-items: the first nine characters are the same, and the last three
 * of the main item say whether it has any.
 *
 *     00203600100Y        a main item that has sub-items
 *       002036001001      the sub-items
 *     002036005000        a main item without
 *       002036005000      its one item has the same code */
#include "check/codes.h"
#include "check/report.h"

enum { BASIC = 12, MAIN = 9 };

static bool has_base(const struct subject *s)
{
    return s->base.n == BASIC && !s->doubted;
}

/* ---- parents ---- */

static bool is_outside(const struct subject *group, const struct subject *item)
{
    return has_base(group) && has_base(item) && !code_same_main(group->base, item->base);
}

/* The number of items of the group when all of them lie outside it and under one other main
 * item; else 0. */
static size_t all_outside(const struct check *check, const struct subject *group)
{
    const struct subject *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < group->group->items.n; i++) {
        const struct subject *s = &check->items.at[group->first + i];
        if (!has_base(s))
            continue;
        if (!first)
            first = s;
        if (!is_outside(group, s) || !code_same_main(s->base, first->base))
            return 0;
        n++;
    }
    return n > 1 ? n : 0;
}

/* Where an item with this code belongs, in words. */
static struct str right_group(const struct check *check, struct str base)
{
    const struct subject *g = subject_group_of_main(check, base);
    return g ? str_print(check->arena, "在主项“%.*s%.*s”（%.*s）下面",
                         STR_ARG(g->group->no), STR_ARG(g->title), STR_ARG(g->text))
             : STR("");
}

static void tell_group(struct check *check, const struct subject *group, size_t count)
{
    const struct subject *first = &check->items.at[group->first];
    while (!has_base(first))
        first++;
    struct advice advice = {0};
    if (check->scheme && scheme_has_main(check->scheme, first->base))
        advice.expected = str_print(check->arena, "前9位是%.*s",
                                    STR_ARG(str_slice(first->base, 0, MAIN)));
    report_attribute(check, group, group->at, "code", &advice, DIAG_CODE_GROUP,
                     STR_ARG(group->text), count, STR_ARG(first->text));
}

static void tell_parent(struct check *check, const struct subject *group,
                        const struct subject *s)
{
    struct advice advice = {.expected = right_group(check, s->base)};
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_PARENT, STR_ARG(s->text),
                     STR_ARG(group->text));
}

void check_parents(struct check *check)
{
    for (size_t g = 0; g < check->groups.n; g++) {
        const struct subject *group = &check->groups.at[g];
        size_t all = all_outside(check, group);
        if (all) {
            tell_group(check, group, all);
            continue;
        }
        for (size_t i = 0; i < group->group->items.n; i++) {
            const struct subject *s = &check->items.at[group->first + i];
            if (is_outside(group, s))
                tell_parent(check, group, s);
        }
    }
}

/* ---- 00Y and 000 ---- */

static struct str with_last(const struct check *check, const struct subject *s,
                            const char *last)
{
    return str_print(check->arena, "%.*s%s", STR_ARG(str_slice(s->base, 0, MAIN)), last);
}

/* A basic code as published, with nothing behind it and nothing to mend. */
static bool is_plain(const struct subject *s, enum sub_kind kind)
{
    return has_base(s) && s->code.form == CODE_BASIC && !s->proposal.n &&
           !s->code.suffix.n && s->code.sub_kind == kind;
}

struct kin {
    const struct subject *sub; /* the first sub-item */
    size_t subs;
    size_t selves; /* items with the code of the main item, as 00Y or 000 */
};

static struct kin kin_of(const struct check *check, const struct subject *group)
{
    struct kin kin = {0};
    for (size_t i = 0; i < group->group->items.n; i++) {
        const struct subject *s = &check->items.at[group->first + i];
        if (!has_base(s) || !code_same_main(s->base, group->base))
            continue;
        if (code_sub_kind(s->base) != SUB_ITEM)
            kin.selves++;
        else if (!kin.subs++)
            kin.sub = s;
    }
    return kin;
}

/* A main item that the national list has without sub-items was split by the place itself:
 * then its items have the wrong codes. */
static struct str children_expected(const struct check *check, const struct subject *s)
{
    struct str main = with_last(check, s, "00Y");
    if (s->item)
        return STR("");
    if (s->national_group && str_eq(s->national_group->code, s->base))
        return str_print(
            check->arena,
            "子项写作%.*s-1、-2（全国清单里这个主项没有子项），或者主项写作%.*s",
            STR_ARG(s->base), STR_ARG(main));
    return str_print(check->arena, "主项写作%.*s，或者子项写作%.*s-1、-2", STR_ARG(main),
                     STR_ARG(s->base));
}

static void tell_children(struct check *check, const struct subject *s,
                          const struct subject *sub)
{
    struct advice advice = {.expected = children_expected(check, s)};
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_CHILDREN,
                     STR_ARG(s->text), STR_ARG(sub->text));
}

static void tell_childless(struct check *check, const struct subject *s)
{
    struct advice advice = {.proposal = with_last(check, s, "000")};
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_CHILDLESS,
                     STR_ARG(s->text));
}

/* A main item without any item is told by the rule about empty ones, and of items without
 * codes nobody knows. */
static void check_group_kin(struct check *check, const struct subject *group)
{
    struct kin kin = kin_of(check, group);
    if (is_plain(group, SUB_ALONE) && kin.subs)
        tell_children(check, group, kin.sub);
    else if (is_plain(group, SUB_MAIN) && kin.selves &&
             !subject_sub_of_main(check, group->base))
        tell_childless(check, group);
}

/* An item under its own main item is told there. A list of main items only has no sub-items
 * at all: its 00Y promise nothing that is missing. */
static void check_item_kin(struct check *check, const struct subject *s)
{
    const struct subject *group = subject_group(check, s);
    const struct subject *sub = subject_sub_of_main(check, s->base);
    if (is_plain(s, SUB_ALONE) && sub && !str_eq(group->base, s->base))
        tell_children(check, s, sub);
    else if (is_plain(s, SUB_MAIN) && !sub && check->sub_mains.n &&
             !(has_base(group) && code_same_main(group->base, s->base)))
        tell_childless(check, s);
}

void check_children(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++)
        check_group_kin(check, &check->groups.at[i]);
    for (size_t i = 0; i < check->items.n; i++)
        check_item_kin(check, &check->items.at[i]);
}
