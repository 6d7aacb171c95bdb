/* Which national item an item without a code is.
 *
 * First those whose title says it. What is left over on both sides is compared once more: a
 * title one character off (核定 for 认定, 费用 for 费) is the national item that nobody else in
 * the catalog is, unless it stands under a wholly different main item: 异地急诊人员备案 is one
 * character off 异地转诊人员备案, but beside that it is an item of its own. */
#include "check/codes.h"
#include "check/national.h"

static size_t number_of(const struct check *check, const struct scheme_item *item)
{
    return (size_t)(item - check->scheme->items.at);
}

static bool lacks_code(const struct subject *s)
{
    return s->code.form == CODE_EMPTY;
}

/* ---- titles that say it ---- */

static void match_titles(struct check *check, struct national *n)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (s->national)
            n->here[number_of(check, s->national)] = true;
        if (!s->named || !(lacks_code(s) || s->named_match >= TITLE_SPLIT))
            continue;
        n->here[number_of(check, s->named)] = true;
        if (lacks_code(s)) {
            n->items[i] = s->named;
            n->matches[i] = s->named_match;
        }
    }
}

/* ---- groups ---- */

/* The national main item of which all recognised items of the group are; NULL: none. */
static const struct scheme_group *
by_items(const struct check *check, const struct national *n, const struct subject *group)
{
    size_t found = STR_NONE;
    for (size_t i = 0; i < group->group->items.n; i++) {
        const struct scheme_item *item = n->items[group->first + i];
        if (!item)
            continue;
        if (found != STR_NONE && found != item->group)
            return NULL;
        found = item->group;
    }
    return found == STR_NONE ? NULL : &check->scheme->groups.at[found];
}

static const struct scheme_group *by_title(const struct scheme *scheme,
                                           const struct subject *s)
{
    enum title_match match;
    size_t g = scheme_nearest(&scheme->group_names, &s->title_key, &match);
    return g == STR_NONE ? NULL : &scheme->groups.at[g];
}

/* What has a title of its own in the list is not claimed by the items of another group, and
 * what two groups claim by their items is neither's. */
static void match_groups(struct check *check, struct national *n)
{
    const struct scheme *scheme = check->scheme;
    const struct scheme_group **claims =
        arena_array(check->arena, check->groups.n, sizeof *claims);
    size_t *count = arena_array(check->arena, scheme->groups.n, sizeof *count);
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct subject *s = &check->groups.at[i];
        bool titled = lacks_code(s) && s->title.n;
        n->groups[i] =
            s->national_group || !titled ? s->national_group : by_title(scheme, s);
        claims[i] = n->groups[i] || !titled ? NULL : by_items(check, n, s);
        const struct scheme_group *g = n->groups[i] ? n->groups[i] : claims[i];
        if (g)
            count[g - scheme->groups.at] += n->groups[i] ? 2 : 1;
    }
    for (size_t i = 0; i < check->groups.n; i++)
        if (claims[i] && count[claims[i] - scheme->groups.at] == 1)
            n->groups[i] = claims[i];
}

/* ---- titles one character off ---- */

/* The one national item not yet here whose title is one character off. All of them go to
 * `similar`: without a code that is the only trace of them. */
static const struct scheme_item *nearly(const struct check *check,
                                        const struct national *n, const struct subject *s,
                                        bool *similar)
{
    const struct scheme_names *names = &check->scheme->item_names;
    size_t found = STR_NONE, count = 0;
    for (size_t i = 0; i < names->n; i++) {
        if (n->here[i] || title_key_match(&s->title_key, &names->at[i].key) != TITLE_TYPO)
            continue;
        similar[i] = true;
        found = i;
        count++;
    }
    return count == 1 ? &check->scheme->items.at[found] : NULL;
}

static void match_nearly(struct check *check, struct national *n)
{
    bool *similar = arena_array(check->arena, check->scheme->items.n, sizeof *similar);
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (!lacks_code(s) || s->named || !s->title.n)
            continue;
        const struct scheme_item *item = nearly(check, n, s, similar);
        const struct scheme_group *group =
            n->groups[subject_group(check, s) - check->groups.at];
        if (!item || (group && group != &check->scheme->groups.at[item->group]))
            continue;
        n->items[i] = item;
        n->matches[i] = TITLE_TYPO;
    }
    for (size_t i = 0; i < check->scheme->items.n; i++)
        n->here[i] = n->here[i] || similar[i];
}

static bool has_no_codes(const struct check *check)
{
    for (size_t i = 0; i < check->groups.n; i++)
        if (!lacks_code(&check->groups.at[i]))
            return false;
    for (size_t i = 0; i < check->items.n; i++)
        if (!lacks_code(&check->items.at[i]))
            return false;
    return true;
}

struct national national_match(struct check *check)
{
    struct arena *a = check->arena;
    struct national n = {
        .groups = arena_array(a, check->groups.n, sizeof *n.groups),
        .items = arena_array(a, check->items.n, sizeof *n.items),
        .matches = arena_array(a, check->items.n, sizeof *n.matches),
        .here = arena_array(a, check->scheme->items.n, sizeof *n.here),
        .no_codes = has_no_codes(check),
    };
    match_titles(check, &n);
    match_groups(check, &n);
    match_nearly(check, &n);
    /* Groups once more: items found just now may tell what theirs is. */
    match_groups(check, &n);
    return n;
}

const struct scheme_item *national_of(const struct check *check, const struct national *n,
                                      size_t item)
{
    const struct subject *s = &check->items.at[item];
    if (s->doubted || code_owner(s))
        return NULL;
    if (s->national)
        return s->national;
    bool alike = n->matches[item] >= TITLE_SPLIT || n->matches[item] == TITLE_TYPO;
    return alike ? n->items[item] : NULL;
}
