/* A process for each catalog would cost more than it gains: starting one takes as long as
 * checking a small catalog. So neighbours go together in batches, one process each, and
 * workers_run() gives their records back in order. When a process ends in the middle of a
 * batch, its catalogs are done again one by one, so that only the one that is to blame is
 * missing from the report. */
#include "cli/survey_catalogs.h"

#include "base/record.h"
#include "catalog/load.h"
#include "check/check.h"
#include "site/workers.h"

enum {
    BATCH_MOST = 32,    /* catalogs: a megabyte of report, a tenth of a second */
    BATCHES_PER_JOB = 4 /* at least, so that a slow one is made up for by the others */
};

struct way {
    struct survey *survey;
    struct schemes schemes;
    unsigned jobs;
    size_t batch; /* catalogs in one */
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
        check_catalog(c, part.scheme, cli_places(r->cli, &way->schemes), found);
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
        cli_places(r->cli, &way->schemes);
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

static size_t batch_end(const struct way *way, size_t first)
{
    size_t n = way->survey->places->n;
    return n - first > way->batch ? first + way->batch : n;
}

static bool work(void *context, size_t first, struct buf *record)
{
    struct way *way = context;
    for (size_t i = first; i < batch_end(way, first); i++)
        make_catalog(way, i, record);
    return true;
}

static void run_workers(struct way *way, size_t from, size_t to);

/* A batch that a crash took with it, again in batches of one. */
static void run_singly(struct way *way, size_t from, size_t to)
{
    struct way single = *way;
    single.jobs = 1;
    single.batch = 1;
    run_workers(&single, from, to);
    way->schemes = single.schemes;
    way->good = single.good;
    way->stuck = single.stuck;
}

static bool finish(void *context, size_t first, bool ok, struct str record,
                   const char *how)
{
    struct way *way = context;
    size_t end = batch_end(way, first);
    if (!how && !ok)
        how = "结果不完整";
    if (how && way->batch > 1)
        run_singly(way, first, end);
    else if (how)
        tell_crash(way, first, how);
    else
        for (size_t i = first; i < end; i++)
            take_or_tell(way, i, &record);
    return send_on(way);
}

/* The catalogs from..to, in batches. */
static void run_workers(struct way *way, size_t from, size_t to)
{
    VEC(size_t) firsts = {0};
    struct arena *a = arena_new();
    for (size_t i = from; i < to; i += way->batch)
        *vec_push(a, &firsts) = i;
    const struct workers workers = {.context = way,
                                    .jobs = way->jobs,
                                    .ordered = true,
                                    .work = work,
                                    .finish = finish};
    const char *why;
    if (!workers_run(&workers, firsts.at, firsts.n, &why))
        way->good =
            diag_at(way->survey->cli->diag, (struct pos){0}, DIAG_BUILD_SYSTEM, why);
    arena_drop(a);
}

bool survey_catalogs(struct survey *r, unsigned jobs, survey_send *send, void *context)
{
    size_t n = r->places->n;
    struct way way = {.survey = r, .send = send, .context = context, .good = true};
    way.jobs = r->format->make ? jobs : 1;
    way.batch = n / ((size_t)way.jobs * BATCHES_PER_JOB);
    way.batch = way.batch < 1 ? 1 : way.batch > BATCH_MOST ? BATCH_MOST : way.batch;
    if (way.jobs > 1)
        run_workers(&way, 0, n);
    else
        run_here(&way);
    cli_schemes_drop(&way.schemes);
    return way.good;
}
