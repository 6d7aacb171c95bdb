/* mulu check --format json: one array over all catalogs. Accepted findings are none. */
#include "cli/survey.h"

static bool begin(struct survey *r)
{
    r->state = arena_alloc(r->cli->arena, sizeof(bool));
    buf_char(r->out, '[');
    return true;
}

static void put_catalog(struct survey *r, const struct survey_part *part)
{
    bool *any = r->state;
    for (size_t i = 0; i < diag_total(part->found); i++) {
        const struct problem *p = diag_problem(part->found, i);
        if (p->accepted.n)
            continue;
        buf_puts(r->out, *any ? ",\n" : "\n");
        diag_put_json(p, r->out);
        *any = true;
    }
}

static bool end(struct survey *r)
{
    const bool *any = r->state;
    buf_puts(r->out, *any ? "\n]\n" : "]\n");
    return true;
}

const struct survey_format survey_json = {
    .name = "json",
    .begin = begin,
    .catalog = put_catalog,
    .end = end,
};
