#include "check/compare.h"

#include "check/national.h"

/* An item that stands for several of the list (by code for one, by title for another) says
 * what it differs in of the one with its code. */
static void compare_item(const struct check *check, const struct subject *s,
                         struct comparison *result)
{
    if (!s->national)
        return;
    unsigned char *standing = &result->standing[s->national - check->scheme->items.at];
    if (national_renamed(s))
        *standing |= STANDING_RENAMED;
    if (national_longer(s))
        *standing |= STANDING_LONGER;
    if (national_moved(check, s))
        *standing |= STANDING_MOVED;
}

struct comparison compare_catalog(struct arena *a, const struct catalog *c,
                                  const struct scheme *s)
{
    struct check check = {.arena = arena_new(), .catalog = c, .scheme = s};
    subjects_fill(&check);
    bool *present = arena_array(check.arena, s->items.n, sizeof *present);
    struct comparison result = {.n = s->items.n};
    result.standing = arena_array(a, s->items.n, sizeof *result.standing);
    for (size_t i = 0; i < check.items.n; i++) {
        result.extra += !national_mark(&check, &check.items.at[i], present);
        compare_item(&check, &check.items.at[i], &result);
    }
    for (size_t i = 0; i < s->items.n; i++)
        if (!present[i])
            result.standing[i] = STANDING_MISSING;
    arena_drop(check.arena);
    return result;
}
