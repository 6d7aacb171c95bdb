#include "check/check.h"

#include "check/checker.h"
#include "check/rules.h"
#include "check/text.h"
#include "check/text_look.h"

#include <stdlib.h>

enum { MEMO_BYTES = 2 << 20 };

void checker_set_today(struct checker *k, struct str today)
{
    k->today = today;
}

struct checker *checker_new(const struct regions *places)
{
    struct checker *k = heap_alloc(sizeof *k);
    *k = (struct checker){.places = places, .texts = memo_new(MEMO_BYTES)};
    text_look_pairs(&k->pairs);
    return k;
}

void checker_drop(struct checker *k)
{
    if (!k)
        return;
    memo_drop(k->texts);
    free(k);
}

static void check_one(struct checker *k, const struct catalog *c, const struct scheme *s,
                      struct diag *d)
{
    struct diag *found = diag_new();
    struct check check = {.arena = arena_new(),
                          .catalog = c,
                          .scheme = s,
                          .places = k->places,
                          .checker = k,
                          .diag = found};
    k->room = memo_room(k->texts);
    subjects_fill(&check);
    texts_fill(&check);
    for (size_t i = 0; i < family_count; i++)
        families[i]->run(&check);
    diag_sort(found);
    diag_move(d, found);
    arena_drop(check.arena);
}

void check_catalog(struct checker *k, const struct catalog *c, const struct scheme *s,
                   struct diag *d)
{
    struct checker *own = k ? NULL : checker_new(NULL);
    check_one(k ? k : own, c, s, d);
    checker_drop(own);
}
