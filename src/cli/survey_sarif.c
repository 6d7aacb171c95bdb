/* mulu check --format sarif: for editors and services that show the results of checks. */
#include "cli/survey.h"

#include "check/sarif.h"

static bool begin(struct survey *r)
{
    r->state = sarif_begin(r->cli->arena, r->out);
    return true;
}

static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    (void)r;
    sarif_make(part->catalog, part->found, record);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    return sarif_take(r->state, record);
}

static bool end(struct survey *r)
{
    sarif_end(r->state, r->counts.unread == 0);
    return true;
}

const struct survey_format survey_sarif = {
    .name = "sarif",
    .begin = begin,
    .make = make,
    .take = take,
    .end = end,
};
