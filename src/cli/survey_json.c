/* mulu check --format json: one array over all catalogs. Accepted findings are none. */
#include "cli/survey.h"

static bool begin(struct survey *r)
{
    r->state = arena_alloc(r->cli->arena, sizeof(bool));
    buf_char(r->out, '[');
    return true;
}

/* As behind others. */
static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    (void)r;
    for (size_t i = 0; i < diag_total(part->found); i++) {
        const struct problem *p = diag_problem(part->found, i);
        if (p->accepted.n)
            continue;
        buf_puts(record, ",\n");
        diag_put_json(p, record);
    }
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    bool *any = r->state;
    bool first = record.n && !*any;
    buf_put(r->out, first ? str_from(record, 1) : record); /* no comma */
    *any |= record.n > 0;
    return true;
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
    .make = make,
    .take = take,
    .end = end,
};
