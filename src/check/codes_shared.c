/* One code used more than once. What it is depends on the titles:
 *
 *     main items, different titles          code-main-twice
 *     items, different titles               code-two-titles
 *     the same title, or splits of one      code-twice
 *     an item and its own main item         nothing, or code-two-titles
 *
 * Of the places with one code one has it by right: the main item whose items fit, the item
 * that has the national title, else the first. All others are told. */
#include "check/codes.h"
#include "check/report.h"

#include <stdlib.h>

struct use {
    struct str code;
    struct subject *subject;
};
struct uses {
    struct use *at;
    size_t n;
};

/* By code, then by place: the first use comes first. */
static int by_code(const void *a, const void *b)
{
    const struct use *x = a, *y = b;
    int order = str_cmp(x->code, y->code);
    if (order)
        return order;
    return x->subject->at < y->subject->at ? -1 : x->subject->at > y->subject->at;
}

/* 无, — and the like stand for a missing code. */
static bool has_digit(struct str code)
{
    for (size_t i = 0; i < code.n; i++)
        if (code.s[i] >= '0' && code.s[i] <= '9')
            return true;
    return false;
}

/* An item that has its code from a doubted main item shares that mistake. */
static bool is_told(const struct check *check, const struct subject *s)
{
    if (s->doubted)
        return true;
    const struct subject *group = s->item ? subject_group(check, s) : NULL;
    return group && group->doubted && str_eq(code_meant(group), code_meant(s));
}

static struct uses collect(const struct check *check, const struct subjects *list)
{
    struct uses uses = {.at = arena_array(check->arena, list->n, sizeof *uses.at)};
    for (size_t i = 0; i < list->n; i++) {
        struct subject *s = &list->at[i];
        if (has_digit(s->text) && !is_told(check, s))
            uses.at[uses.n++] = (struct use){code_meant(s), s};
    }
    if (uses.n)
        qsort(uses.at, uses.n, sizeof *uses.at, by_code);
    return uses;
}

static size_t line_of(const struct check *check, const struct subject *s)
{
    return source_place(&check->catalog->source, s->at).line;
}

/* ---- whose the code is ---- */

/* True when an item of the group, under a code of its own, belongs to its main item. */
static bool items_fit(const struct check *check, const struct subject *group)
{
    for (size_t i = 0; i < group->group->items.n; i++) {
        const struct subject *s = &check->items.at[group->first + i];
        if (code_same_main(s->base, group->base) && !str_eq(s->base, group->base))
            return true;
    }
    return false;
}

static bool has_right(const struct check *check, const struct subject *s)
{
    if (!s->item)
        return items_fit(check, s) ||
               (s->national_group &&
                title_match(s->title, s->national_group->title) >= TITLE_SHORT);
    return s->national && title_match(s->title, s->national->title) >= TITLE_SHORT;
}

static size_t owner_of(const struct check *check, const struct use *run, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (has_right(check, run[i].subject))
            return i;
    return 0;
}

/* ---- telling ---- */

static bool same_title(const struct check *check, const struct subject *a,
                       const struct subject *b)
{
    if (!a->title.n || !b->title.n)
        return true; /* not another title, at any rate */
    struct title_key x = title_key_make(check->arena, a->title);
    struct title_key y = title_key_make(check->arena, b->title);
    return title_key_match(&x, &y) >= TITLE_SPLIT ||
           title_key_match(&y, &x) >= TITLE_SPLIT || title_key_siblings(&x, &y);
}

static void tell_twice(struct check *check, const struct subject *owner,
                       const struct subject *s)
{
    report_attribute(check, s, s->at, "code", NULL, DIAG_CODE_TWICE, STR_ARG(s->text),
                     line_of(check, owner), STR_ARG(owner->title));
}

/* What the title says the code of a main item should be. */
static struct advice main_advice(const struct check *check, const struct subject *s)
{
    struct advice advice = {0};
    enum title_match match = TITLE_DIFFERENT;
    size_t i = STR_NONE;
    if (check->scheme)
        i = scheme_nearest(&check->scheme->group_names, &s->title_key, &match);
    if (i != STR_NONE && match >= TITLE_SPLIT) {
        advice.proposal = check->scheme->groups.at[i].code;
        advice.basis = subject_basis(check, STR(""));
    }
    return advice;
}

/* The codes of the items that belong to another main item, for a message: 002036008001、…;
 * "" for none. */
static struct str strangers(const struct check *check, const struct subject *s, bool *all)
{
    enum { NAMED = 3 };
    struct buf list = {0};
    size_t n = 0;
    *all = true;
    for (size_t i = 0; i < s->group->items.n; i++) {
        const struct subject *item = &check->items.at[s->first + i];
        bool stranger = item->base.n && !code_same_main(item->base, s->base);
        *all = *all && stranger;
        if (stranger && n++ < NAMED)
            buf_printf(&list, "%s%.*s", n > 1 ? "、" : "", STR_ARG(item->text));
    }
    if (n > NAMED)
        buf_puts(&list, "等");
    struct str codes = str_copy(check->arena, buf_str(&list));
    buf_drop(&list);
    return codes;
}

static void tell_main(struct check *check, const struct subject *owner, struct subject *s)
{
    struct advice advice = main_advice(check, s);
    bool all;
    struct str codes = strangers(check, s, &all);
    s->doubted = true;
    if (codes.n && !advice.proposal.n)
        report_attribute(check, s, s->at, "code", NULL, DIAG_CODE_MAIN_TWICE_ITEMS,
                         STR_ARG(s->text), line_of(check, owner), STR_ARG(owner->title),
                         all && s->group->items.n > 1 ? "全部子项" : "子项",
                         STR_ARG(codes));
    else
        report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_MAIN_TWICE,
                         STR_ARG(s->text), line_of(check, owner), STR_ARG(owner->title));
}

static void tell_titles(struct check *check, const struct subject *owner,
                        struct subject *s)
{
    struct advice advice = {0};
    if (s->named && s->named_match >= TITLE_SPLIT && s->named != s->national) {
        advice.proposal = s->named->code;
        advice.basis = subject_basis(check, s->named->confidence);
    }
    s->doubted = true;
    report_attribute(check, s, s->at, "code", &advice, DIAG_CODE_TWO_TITLES,
                     STR_ARG(s->text), line_of(check, owner), STR_ARG(owner->title),
                     STR_ARG(s->title));
}

static void check_run(struct check *check, const struct use *run, size_t n)
{
    size_t owner = owner_of(check, run, n);
    for (size_t i = 0; i < n; i++) {
        struct subject *s = run[i].subject;
        if (i == owner)
            continue;
        if (same_title(check, run[owner].subject, s))
            tell_twice(check, run[owner].subject, s);
        else if (s->item)
            tell_titles(check, run[owner].subject, s);
        else
            tell_main(check, run[owner].subject, s);
    }
}

static void check_uses(struct check *check, const struct subjects *list)
{
    struct uses uses = collect(check, list);
    for (size_t first = 0, end; first < uses.n; first = end) {
        for (end = first + 1; end < uses.n; end++)
            if (!str_eq(uses.at[end].code, uses.at[first].code))
                break;
        if (end - first > 1)
            check_run(check, &uses.at[first], end - first);
    }
}

/* ---- an item and its own main item ---- */

/* A main item without sub-items has the code of its one item. Words more or less are worth
 * a look; two wholly different titles cannot be one item. */
static void check_with_group(struct check *check, struct subject *s)
{
    const struct subject *group = subject_group(check, s);
    if (group->base.n == 0 || group->doubted || s->doubted || !s->title.n ||
        !group->title.n || s->proposal.n || !str_eq(code_meant(s), code_meant(group)) ||
        same_title(check, group, s))
        return;
    bool near = title_match(s->title, group->title) != TITLE_DIFFERENT ||
                title_match(group->title, s->title) != TITLE_DIFFERENT;
    struct advice advice = {0};
    if (!near && s->named && s->named_match >= TITLE_SPLIT && s->named != s->national)
        advice.proposal = s->named->code;
    s->doubted = !near;
    report_attribute(check, s, s->at, "code", &advice,
                     near ? DIAG_CODE_TITLE_OF_MAIN : DIAG_CODE_TWO_TITLES_MAIN,
                     STR_ARG(s->text), STR_ARG(group->title), STR_ARG(s->title));
}

/* Main items first: what is wrong with them explains their items. */
void check_shared_codes(struct check *check)
{
    check_uses(check, &check->groups);
    check_uses(check, &check->items);
    check_uses(check, &check->services);
    for (size_t i = 0; i < check->items.n; i++)
        check_with_group(check, &check->items.at[i]);
}
