/* mulu check --format html: one page for an office to read, print and tick off. */
#include "cli/survey.h"
#include "cli/templates.h"

#include "html/findings.h"

#include <stdlib.h>
#include <time.h>

struct state {
    struct template_set *templates;
    struct findings_page *page;
    bool broken; /* a part passed a limit of the templates */
};

/* The day of SOURCE_DATE_EPOCH, "" without it: never the clock, so that a page can be made
 * again to the byte. */
static struct str epoch_date(struct arena *a)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long seconds = text ? strtoll(text, &end, 10) : 0;
    time_t t = (time_t)seconds;
    struct tm tm;
    if (!text || end == text || *end || seconds < 0 || !gmtime_r(&t, &tm))
        return STR("");
    return str_print(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

static bool begin(struct survey *r)
{
    struct arena *a = r->cli->arena;
    struct state *state = arena_alloc(a, sizeof *state);
    state->templates = cli_templates(r->cli);
    state->page = findings_begin(a, state->templates, r->places->n, epoch_date(a),
                                 r->cli->diag, r->out);
    r->state = state;
    if (!state->page)
        template_set_drop(state->templates);
    return state->page;
}

static void make(struct survey *r, const struct survey_part *part, struct buf *record)
{
    const struct state *state = r->state;
    const struct findings_part findings = {part->place->shown, part->catalog,
                                           part->scheme, part->found};
    findings_make(state->page, part->index, &findings, record);
}

static bool take(struct survey *r, const struct scheme *scheme, struct str record)
{
    (void)scheme;
    struct state *state = r->state;
    state->broken |= !findings_take(state->page, record, r->out);
    return true; /* end() tells it */
}

static bool end(struct survey *r)
{
    struct state *state = r->state;
    state->broken |= !findings_end(state->page, r->out);
    template_set_drop(state->templates);
    return !state->broken || diag_at(r->cli->diag, (struct pos){0}, DIAG_CHECK_PAGE);
}

const struct survey_format survey_html = {
    .name = "html",
    .begin = begin,
    .make = make,
    .take = take,
    .end = end,
};
