#include "check/national.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/place.h"
#include "check/report.h"

void check_scheme(struct check *check)
{
    const struct catalog *c = check->catalog;
    if (!c->scheme.n)
        report_attribute(check, NULL, c->at, "scheme", NULL, DIAG_SCHEME_OFF);
    else if (!check->scheme)
        report_attribute(check, NULL, c->at, "scheme", NULL, DIAG_SCHEME_UNREAD,
                         STR_ARG(c->scheme));
}

/* ---- titles ---- */

static size_t title_at(const struct check *check, const struct subject *s)
{
    return s->item ? place_field(&check->catalog->source, s->item, FIELD_TITLE).offset
                   : s->group->title->at;
}

/* A missing title is said by another rule. */
static bool differs(const struct subject *s, struct str wanted)
{
    return s->title.n && title_match(s->title, wanted) < TITLE_SHORT;
}

/* 异地门诊费用报销, 女职工生育津贴核准支付: the national title with something that narrows it. */
static bool only_adds(struct str title, struct str national)
{
    while (title.n && national.n) {
        struct str rest = national;
        if (utf8_next(&title) == utf8_next(&rest))
            national = rest;
    }
    return !national.n;
}

static void report_jumbled(struct check *check, const struct subject *s, struct str code,
                           struct str wanted, struct str confidence)
{
    struct advice advice = {.expected = wanted,
                            .basis = subject_basis(check, confidence)};
    report_subject(check, s, title_at(check, s), STR("title"), &advice,
                   DIAG_NATIONAL_TITLE_JUMBLED, STR_ARG(s->title), STR_ARG(code));
}

/* `code` and `wanted` are of the list; `only`: the title can be put in the place of the
 * other. */
static void compare_title(struct check *check, const struct subject *s, struct str code,
                          struct str wanted, struct str confidence, bool only)
{
    if (!differs(s, wanted))
        return;
    struct title_key key = title_key_make(check->arena, wanted);
    if (title_key_jumbled(&s->title_key, &key)) {
        report_jumbled(check, s, code, wanted, confidence);
        return;
    }
    bool narrower = only && only_adds(s->title, wanted);
    struct advice advice = {.expected = only && !narrower ? wanted : STR(""),
                            .basis = subject_basis(check, confidence)};
    if (narrower) /* with the national title it would say more than it does */
        report_subject(check, s, title_at(check, s), STR("title"), &advice,
                       DIAG_NATIONAL_TITLE_NARROWER, STR_ARG(code), STR_ARG(wanted),
                       STR_ARG(s->title));
    else if (only)
        report_subject(check, s, title_at(check, s), STR("title"), &advice,
                       DIAG_NATIONAL_TITLE, STR_ARG(code), STR_ARG(s->title));
    else
        report_subject(check, s, title_at(check, s), STR("title"), &advice,
                       DIAG_NATIONAL_TITLE_WIDER, STR_ARG(code), STR_ARG(wanted),
                       STR_ARG(s->title));
}

static void tell_near(struct check *check, const struct subject *s, struct str code,
                      struct str wanted, struct str confidence, bool only)
{
    struct advice advice = {.expected = only ? wanted : STR(""),
                            .basis = subject_basis(check, confidence)};
    report_subject(check, s, title_at(check, s), STR("title"), &advice,
                   only ? DIAG_NATIONAL_NEAR : DIAG_NATIONAL_NEAR_WIDER, STR_ARG(wanted),
                   STR_ARG(code), STR_ARG(s->title));
}

/* True when the title is that of another national item: then the code is in question. */
static bool has_owner(const struct subject *s)
{
    return s->named && s->named != s->national && s->named_match >= TITLE_SPLIT;
}

/* All items of the group are of the list: with one more its title may have to say more. */
static bool is_whole(const struct check *check, const struct national *n,
                     const struct subject *group)
{
    for (size_t i = group->first; i < group->first + group->group->items.n; i++)
        if (!check->items.at[i].national && !n->items[i])
            return false;
    return true;
}

static void check_group_title(struct check *check, const struct national *n, size_t i)
{
    const struct subject *s = &check->groups.at[i];
    const struct scheme_group *group = n->groups[i];
    bool whole = is_whole(check, n, s);
    if (s->national_group && !s->near && !s->doubted)
        compare_title(check, s, s->national_group->code, s->national_group->title,
                      STR(""), whole);
    else if (!s->national_group && group &&
             title_match(s->title, group->title) < TITLE_SHORT)
        tell_near(check, s, group->code, group->title, STR(""), whole);
}

const struct scheme_item *national_renamed(const struct check *check,
                                           const struct national *n, size_t i)
{
    const struct subject *s = &check->items.at[i];
    const struct scheme_item *item = s->national;
    if (!item)
        return n->matches[i] == TITLE_TYPO ? n->items[i] : NULL;
    bool sure = !s->proposal.n && !s->code.suffix.n && !has_owner(s) && !s->doubted;
    return sure && differs(s, item->title) ? item : NULL;
}

static void check_item_title(struct check *check, const struct national *n, size_t i)
{
    const struct subject *s = &check->items.at[i];
    const struct scheme_item *item = national_renamed(check, n, i);
    if (item && s->national)
        compare_title(check, s, item->code, item->title, item->confidence, true);
    else if (item)
        tell_near(check, s, item->code, item->title, item->confidence, true);
}

void check_national_titles(struct check *check, const struct national *n)
{
    for (size_t i = 0; i < check->groups.n; i++)
        check_group_title(check, n, i);
    for (size_t i = 0; i < check->items.n; i++)
        check_item_title(check, n, i);
}

/* ---- items that are not there ---- */

/* A main item without sub-items is there when the catalog has it split into some. */
static bool split_here(const struct check *check, const struct scheme_item *item)
{
    return code_sub_kind(item->code) == SUB_ALONE && subject_of_main(check, item->code);
}

bool national_here(const struct check *check, const struct national *n,
                   const struct scheme_item *item)
{
    return n->here[item - check->scheme->items.at] || split_here(check, item);
}

/* The first group of the catalog for each of the list, or NULL. */
static const struct subject **local_groups(struct check *check, const struct national *n)
{
    const struct subject **local =
        arena_array(check->arena, check->scheme->groups.n, sizeof *local);
    for (size_t i = check->groups.n; i-- > 0;)
        if (n->groups[i])
            local[n->groups[i] - check->scheme->groups.at] = &check->groups.at[i];
    return local;
}

static void tell_missing(struct check *check, const struct scheme_group *group,
                         const struct subject *here, struct str list, size_t count)
{
    struct finding f = {.code = DIAG_NATIONAL_MISSING,
                        .item = group->code,
                        .field = STR("code"),
                        .basis = subject_basis(check, STR(""))};
    if (here)
        f.key = here->key;
    f.at = here ? subject_code_place(check, here)
                : place_element(&check->catalog->source, check->catalog->title_at);
    diag_find(check->diag, &f, STR_ARG(group->title), STR_ARG(group->code), count,
              STR_ARG(list));
}

void check_national_missing(struct check *check, const struct national *n)
{
    const struct scheme *scheme = check->scheme;
    const struct subject **local = local_groups(check, n);
    for (size_t g = 0; g < scheme->groups.n; g++) {
        const struct scheme_group *group = &scheme->groups.at[g];
        struct buf list = {0};
        size_t count = 0;
        for (size_t i = group->first; i < group->first + group->n; i++) {
            const struct scheme_item *item = &scheme->items.at[i];
            if (national_here(check, n, item))
                continue;
            buf_printf(&list, "%s%.*s（%.*s）", count++ ? "、" : "", STR_ARG(item->title),
                       STR_ARG(item->code));
        }
        if (count)
            tell_missing(check, group, local[g], buf_str(&list), count);
        buf_drop(&list);
    }
}
