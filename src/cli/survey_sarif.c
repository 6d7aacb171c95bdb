/* mulu check --format sarif: for editors and services that show the results of checks. */
#include "cli/survey.h"

#include "check/sarif.h"

static bool begin(struct survey *r)
{
    r->state = sarif_begin(r->cli->arena, r->out);
    return true;
}

static void put_catalog(struct survey *r, const struct survey_part *part)
{
    sarif_put(r->state, part->catalog, part->found);
}

static bool end(struct survey *r)
{
    sarif_end(r->state, r->counts.unread == 0);
    return true;
}

const struct survey_format survey_sarif = {
    .name = "sarif",
    .begin = begin,
    .catalog = put_catalog,
    .end = end,
};
