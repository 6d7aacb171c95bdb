#include "check/compare.h"

#include "check/national.h"
#include "check/rules.h"

/* Its group is a national main item, and another one than that of the list. A group whose
 * code is in doubt proves nothing, nor does a title that is only nearly the national one. */
static bool is_moved(const struct check *check, const struct national *n, size_t i,
                     const struct scheme_item *item)
{
    const struct subject *s = &check->items.at[i], *group = subject_group(check, s);
    const struct scheme_group *here = n->groups[group - check->groups.at];
    return here && !group->doubted && (s->national || n->matches[i] >= TITLE_BRACKET) &&
           here != &check->scheme->groups.at[item->group];
}

/* An item with services has its limits there. */
static bool is_longer(const struct item *own, const struct scheme_item *item)
{
    bool longer = national_longer(own, item);
    for (size_t i = 0; i < own->services.n; i++)
        longer |= national_longer(&own->services.at[i], item);
    return longer;
}

static void compare_item(const struct check *check, const struct national *n, size_t i,
                         struct comparison *result)
{
    const struct scheme_item *first = check->scheme->items.at;
    const struct scheme_item *renamed = national_renamed(check, n, i);
    const struct scheme_item *item = national_of(check, n, i);
    if (renamed)
        result->standing[renamed - first] |= STANDING_RENAMED;
    if (item && is_longer(check->items.at[i].item, item))
        result->standing[item - first] |= STANDING_LONGER;
    if (item && is_moved(check, n, i, item))
        result->standing[item - first] |= STANDING_MOVED;
}

struct comparison compare_catalog(struct arena *a, const struct catalog *c,
                                  const struct scheme *s)
{
    struct check check = {
        .arena = arena_new(), .catalog = c, .scheme = s, .diag = diag_new()};
    struct comparison result = {.n = s->items.n};
    result.standing = arena_array(a, s->items.n, sizeof *result.standing);
    subjects_fill(&check);
    /* For what these rules doubt; what they tell is told elsewhere. */
    family_codes.run(&check);
    struct national n = national_match(&check);
    for (size_t i = 0; i < check.items.n; i++)
        compare_item(&check, &n, i, &result);
    for (size_t i = 0; i < s->items.n; i++)
        if (!national_here(&check, &n, &s->items.at[i]))
            result.standing[i] |= STANDING_MISSING;
    diag_drop(check.diag);
    arena_drop(check.arena);
    return result;
}
