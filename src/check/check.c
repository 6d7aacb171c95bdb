#include "check/check.h"

#include "check/rules.h"
#include "check/text.h"

void check_catalog(const struct catalog *c, const struct scheme *s,
                   const struct regions *places, struct diag *d)
{
    struct diag *found = diag_new();
    struct check check = {
        .arena = arena_new(), .catalog = c, .scheme = s, .places = places, .diag = found};
    subjects_fill(&check);
    texts_fill(&check);
    for (size_t i = 0; i < family_count; i++)
        families[i]->run(&check);
    diag_sort(found);
    diag_move(d, found);
    arena_drop(check.arena);
}
