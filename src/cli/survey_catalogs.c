/* Each catalog is a piece of work for workers_run(), which gives the records back in order. */
#include "cli/survey_catalogs.h"

#include "base/record.h"
#include "catalog/load.h"
#include "check/check.h"
#include "site/workers.h"

struct way {
    struct survey *survey;
    struct schemes schemes;
    unsigned jobs;
    survey_send *send;
    void *context;
    bool good;  /* all could be read so far */
    bool stuck; /* nothing more can be sent */
};

struct survey_counts survey_count(const struct diag *found)
{
    struct survey_counts counts = {.catalogs = 1, .accepted = diag_accepted(found)};
    for (int s = 0; s < SEVERITY_COUNT; s++)
        counts.severity[s] = diag_count(found, (enum severity)s);
    return counts;
}

/* ---- making, in any process ---- */

static void make_record(struct survey *r, const struct survey_part *part,
                        struct buf *record)
{
    struct survey_counts counts = survey_count(part->found);
    struct buf made = {0};
    if (r->format->make)
        r->format->make(r, part, &made);
    else
        r->format->catalog(r, part);
    record_put_number(record, part->catalog != NULL);
    record_put_text(record, part->catalog ? part->catalog->scheme : STR(""));
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        record_put_number(record, counts.severity[i]);
    record_put_number(record, counts.accepted);
    record_put_text(record, buf_str(&made));
    buf_drop(&made);
}

static void make_catalog(struct way *way, size_t index, struct buf *record)
{
    struct survey *r = way->survey;
    const struct catalog_place *place = &r->places->at[index];
    struct diag *found = diag_new();
    struct catalog *c = catalog_load(place->folder, place->shown, found);
    struct survey_part part = {
        .place = place, .index = index, .catalog = c, .found = found};
    if (c) {
        part.scheme = cli_scheme(r->cli, &way->schemes, c->scheme);
        check_catalog(cli_checker(r->cli, &way->schemes), c, part.scheme, found);
    }
    diag_sort(found);
    make_record(r, &part, record);
    catalog_drop(c);
    diag_drop(found);
}

/* ---- taking, in this process ---- */

static bool take_counts(struct str *record, struct survey_counts *to)
{
    size_t number;
    for (size_t i = 0; i < SEVERITY_COUNT; i++) {
        if (!record_take_number(record, &number))
            return false;
        to->severity[i] = number;
    }
    return record_take_number(record, &to->accepted);
}

static void add_counts(struct survey_counts *to, const struct survey_counts *more)
{
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        to->severity[i] += more->severity[i];
    to->accepted += more->accepted;
    to->catalogs += more->catalogs;
    to->unread += more->unread;
}

/* Schemes are asked for here too, in the order of the catalogs: what is wrong with one is
 * told in this process, and those begun later find it loaded. */
static bool take_catalog(struct way *way, struct str *record)
{
    struct survey *r = way->survey;
    size_t loaded;
    struct str id, made;
    const struct scheme *scheme = NULL;
    struct survey_counts counts = {.catalogs = 1};
    if (!record_take_number(record, &loaded) || !record_take_text(record, &id) ||
        !take_counts(record, &counts) || !record_take_text(record, &made))
        return false;
    if (loaded) {
        scheme = cli_scheme(r->cli, &way->schemes, id);
        cli_checker(r->cli, &way->schemes);
    }
    if (r->format->take && !r->format->take(r, scheme, made))
        return false;
    counts.unread = !loaded;
    add_counts(&r->counts, &counts);
    way->good &= loaded && (scheme || !id.n);
    return true;
}

static void tell_crash(struct way *way, size_t index, const char *how)
{
    struct survey *r = way->survey;
    r->counts.catalogs++;
    r->counts.unread++;
    way->good = diag_at(r->cli->diag, (struct pos){0}, DIAG_CHECK_CRASH,
                        STR_ARG(r->places->at[index].shown), how);
}

static void take_or_tell(struct way *way, size_t index, struct str *record)
{
    if (!take_catalog(way, record))
        tell_crash(way, index, "结果不完整");
}

static bool send_on(struct way *way)
{
    way->stuck |= !way->send(way->context);
    return !way->stuck;
}

/* ---- one process, or several ---- */

static void run_here(struct way *way)
{
    struct buf record = {0};
    for (size_t i = 0; i < way->survey->places->n && !way->stuck; i++) {
        buf_clear(&record);
        make_catalog(way, i, &record);
        struct str rest = buf_str(&record);
        take_or_tell(way, i, &rest);
        send_on(way);
    }
    buf_drop(&record);
}

static bool work(void *context, size_t index, struct buf *record)
{
    make_catalog(context, index, record);
    return true;
}

static bool finish(void *context, size_t index, bool ok, struct str record,
                   const char *how)
{
    (void)ok; /* work() never says no */
    if (how)
        tell_crash(context, index, how);
    else
        take_or_tell(context, index, &record);
    return send_on(context);
}

static void run_workers(struct way *way)
{
    struct arena *a = arena_new();
    size_t n = way->survey->places->n, *all = arena_array(a, n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    const struct workers workers = {.context = way,
                                    .jobs = way->jobs,
                                    .ordered = true,
                                    .work = work,
                                    .finish = finish};
    const char *why;
    if (!workers_run(&workers, all, n, &why))
        way->good =
            diag_at(way->survey->cli->diag, (struct pos){0}, DIAG_BUILD_SYSTEM, why);
    arena_drop(a);
}

bool survey_catalogs(struct survey *r, unsigned jobs, survey_send *send, void *context)
{
    struct way way = {.survey = r, .send = send, .context = context, .good = true};
    way.jobs = r->format->make ? jobs : 1;
    if (way.jobs > 1)
        run_workers(&way);
    else
        run_here(&way);
    cli_schemes_drop(&way.schemes);
    return way.good;
}
