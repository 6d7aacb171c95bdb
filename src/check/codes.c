#include "check/codes.h"

#include "catalog/place.h"

#include <stdlib.h>

enum { BASIC = 12, USCC = 18 };

static struct finding code_finding(const struct check *check, const struct subject *s,
                                   enum diag_code code)
{
    return (struct finding){.code = code,
                            .at = subject_code_place(check, s),
                            .item = s->text,
                            .key = s->key,
                            .field = STR("code"),
                            .proposal = s->proposal};
}

/* ---- by themselves ---- */

static const enum diag_code fault_codes[] = {
    [CODE_FINE] = DIAG_COUNT,
    [CODE_CASE_OF_LETTERS] = DIAG_CODE_LETTERS,
    [CODE_BLANKS] = DIAG_CODE_BLANKS,
    [CODE_LENGTH] = DIAG_CODE_LENGTH,
    [CODE_DIRECTORY] = DIAG_CODE_DIRECTORY,
    [CODE_LOOKALIKE] = DIAG_CODE_LOOKALIKE,
    [CODE_SUB] = DIAG_CODE_SUB,
    [CODE_USCC] = DIAG_CODE_USCC,
    [CODE_LEVEL] = DIAG_CODE_LEVEL,
    [CODE_LEAF] = DIAG_CODE_LEAF,
    [CODE_DATE] = DIAG_CODE_DATE,
    [CODE_BUSINESS_SERIAL] = DIAG_CODE_SERIAL,
};

static void check_form(struct check *check, const struct subject *s)
{
    if (s->code.fault == CODE_FINE)
        return;
    struct finding f = code_finding(check, s, fault_codes[s->code.fault]);
    if (s->code.fault == CODE_USCC) {
        char expected = uscc_check(s->code.uscc);
        if (expected)
            f.expected = str_print(check->arena, "第%d位是%c", USCC, expected);
    }
    if (s->code.fault == CODE_DIRECTORY)
        diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->code.directory));
    else
        diag_find(check->diag, &f, STR_ARG(s->text));
}

void check_code_forms(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++)
        check_form(check, &check->groups.at[i]);
    for (size_t i = 0; i < check->items.n; i++)
        check_form(check, &check->items.at[i]);
}

/* ---- beside the national list ---- */

static void tell_near(struct check *check, const struct subject *s)
{
    struct finding f = code_finding(check, s, DIAG_CODE_NEAR);
    f.basis = subject_basis(check, s->national ? s->national->confidence : STR(""));
    diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->title));
}

/* The item under another code that has the title of `s`; NULL: none. */
static const struct scheme_item *owner_of_title(const struct subject *s)
{
    if (!s->named || s->named == s->national || s->named_match < TITLE_SPLIT)
        return NULL;
    return title_match(s->title, s->national->title) < TITLE_SPLIT ? s->named : NULL;
}

static void check_owner(struct check *check, const struct subject *s)
{
    const struct scheme_item *owner = owner_of_title(s);
    if (!owner)
        return;
    struct finding f = code_finding(check, s, DIAG_CODE_TITLE);
    f.proposal = str_print(check->arena, "%.*s%.*s", STR_ARG(owner->code),
                           STR_ARG(s->code.suffix));
    f.basis = subject_basis(check, owner->confidence);
    diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->national->title));
}

/* True when the scheme has the main item itself, under any last three characters. */
static bool national_main(const struct check *check, struct str base)
{
    for (size_t i = 0; i < check->scheme->groups.n; i++)
        if (code_same_main(check->scheme->groups.at[i].code, base))
            return true;
    return false;
}

static bool is_extra(const struct subject *s)
{
    return code_national(&s->code) && !s->near && !s->proposal.n && !s->national &&
           !s->national_group;
}

/* The splits of one extra code are said once, at the first. */
static void tell_extra(struct check *check, size_t first)
{
    const struct subject *s = &check->items.at[first];
    size_t count = 1;
    while (first + count < check->items.n && is_extra(&check->items.at[first + count]) &&
           str_eq(check->items.at[first + count].base, s->base))
        count++;
    struct finding f =
        code_finding(check, s, count > 1 ? DIAG_CODE_EXTRA_MANY : DIAG_CODE_EXTRA);
    f.basis = subject_basis(check, STR(""));
    if (count > 1)
        diag_find(check->diag, &f, STR_ARG(s->base), STR_ARG(s->title), count);
    else
        diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->title));
}

void check_unknown_codes(struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        if (s->near)
            tell_near(check, s);
        else if (is_extra(s) && !national_main(check, s->base)) {
            struct finding f = code_finding(check, s, DIAG_CODE_EXTRA);
            f.basis = subject_basis(check, STR(""));
            diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(s->title));
        }
    }
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        bool told = i > 0 && is_extra(&check->items.at[i - 1]) &&
                    str_eq(check->items.at[i - 1].base, s->base);
        if (s->near)
            tell_near(check, s);
        else if (s->national && !s->proposal.n)
            check_owner(check, s);
        else if (is_extra(s) && !told)
            tell_extra(check, i);
    }
}

/* ---- sub-items and their main item ---- */

static bool has_base(const struct subject *s)
{
    return s->base.n == BASIC;
}

static bool is_outside(const struct subject *group, const struct subject *item)
{
    return has_base(group) && has_base(item) && !code_same_main(group->base, item->base);
}

/* The number of items in items[first..end) when all of them lie outside the group and
 * under one other main item; else 0. */
static size_t all_outside(const struct check *check, const struct subject *group,
                          size_t first, size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++) {
        const struct subject *s = &check->items.at[i];
        if (!has_base(s))
            continue;
        if (!is_outside(group, s) ||
            !code_same_main(s->base, check->items.at[first].base))
            return 0;
        n++;
    }
    return n > 1 ? n : 0;
}

/* Where an item with this code belongs, in words. */
static struct str right_group(const struct check *check, struct str base)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *g = &check->groups.at[i];
        if (has_base(g) && code_same_main(g->base, base))
            return str_print(check->arena, "在主项“%.*s%.*s”（%.*s）下面",
                             STR_ARG(g->group->no), STR_ARG(g->title), STR_ARG(g->text));
    }
    return STR("");
}

static void tell_group(struct check *check, const struct subject *group,
                       const struct subject *first, size_t count)
{
    struct finding f = code_finding(check, group, DIAG_CODE_GROUP);
    f.expected =
        str_print(check->arena, "前9位是%.*s", STR_ARG(str_slice(first->base, 0, 9)));
    diag_find(check->diag, &f, STR_ARG(group->text), count, STR_ARG(first->text));
}

static void tell_parent(struct check *check, const struct subject *group,
                        const struct subject *s)
{
    struct finding f = code_finding(check, s, DIAG_CODE_PARENT);
    f.proposal = STR("");
    f.expected = right_group(check, s->base);
    diag_find(check->diag, &f, STR_ARG(s->text), STR_ARG(group->text));
}

void check_parents(struct check *check)
{
    size_t first = 0;
    for (size_t g = 0; g < check->groups.n; g++) {
        const struct subject *group = &check->groups.at[g];
        size_t end = first + group->group->items.n;
        size_t all = all_outside(check, group, first, end);
        if (all)
            tell_group(check, group, &check->items.at[first], all);
        for (size_t i = first; i < end && !all; i++)
            if (is_outside(group, &check->items.at[i]))
                tell_parent(check, group, &check->items.at[i]);
        first = end;
    }
}

/* ---- duplicates ---- */

struct used {
    struct str code;
    const struct subject *subject;
};

/* By code, then by place: the first use comes first. */
static int by_code(const void *a, const void *b)
{
    const struct used *x = a, *y = b;
    int order = str_cmp(x->code, y->code);
    if (order)
        return order;
    return x->subject->at < y->subject->at ? -1 : x->subject->at > y->subject->at;
}

/* A mistyped code counts as the one it was meant to be. */
static struct str meant(const struct subject *s)
{
    return s->proposal.n ? s->proposal : s->text;
}

static void find_twice(struct check *check, const struct subjects *list)
{
    struct used *used = arena_array(check->arena, list->n, sizeof *used);
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].code.form != CODE_EMPTY)
            used[n++] = (struct used){meant(&list->at[i]), &list->at[i]};
    if (n == 0)
        return;
    qsort(used, n, sizeof *used, by_code);
    const struct used *first = used;
    for (size_t i = 1; i < n; i++) {
        if (!str_eq(used[i].code, first->code)) {
            first = &used[i];
            continue;
        }
        const struct subject *s = used[i].subject, *before = first->subject;
        struct finding f = code_finding(check, s, DIAG_CODE_TWICE);
        f.proposal = STR("");
        size_t line = source_place(&check->catalog->source, before->at).line;
        diag_find(check->diag, &f, STR_ARG(s->text), line, STR_ARG(before->title));
    }
}

/* Groups and items apart: a main item without sub-items has the code of its one item. */
void check_twice(struct check *check)
{
    find_twice(check, &check->groups);
    find_twice(check, &check->items);
}

/* ---- missing ---- */

static bool wants_codes(const struct catalog *c)
{
    return c->kinds[KIND_GUIDE] || c->kinds[KIND_LIST] || c->kinds[KIND_LEVELS];
}

/* The national code of an item without one, when no other item has it. */
static struct str code_by_title(const struct check *check, const struct subject *s)
{
    const struct scheme_item *item = s->named;
    if (!item)
        return STR("");
    for (size_t i = 0; i < check->items.n; i++)
        if (str_eq(check->items.at[i].base, item->code))
            return STR("");
    return item->code;
}

void check_missing_codes(struct check *check)
{
    size_t missing = 0;
    for (size_t i = 0; i < check->items.n; i++)
        missing += check->items.at[i].code.form == CODE_EMPTY;
    if (!missing || !wants_codes(check->catalog))
        return;
    if (missing == check->items.n && missing > 1) {
        struct finding f = {
            .code = DIAG_CODE_MISSING_ALL,
            .at = place_element(&check->catalog->source, check->catalog->title_at),
            .field = STR("code")};
        diag_find(check->diag, &f, missing);
        return;
    }
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->code.form != CODE_EMPTY)
            continue;
        struct finding f = code_finding(check, s, DIAG_CODE_MISSING);
        f.proposal = code_by_title(check, s);
        if (f.proposal.n)
            f.basis = subject_basis(check, STR(""));
        diag_find(check->diag, &f, STR_ARG(s->title));
    }
}
