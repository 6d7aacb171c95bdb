#include "cli/survey.h"

#include "base/draft.h"
#include "base/file.h"
#include "catalog/load.h"
#include "check/check.h"

#include <stdlib.h>
#include <unistd.h>

/* Where the report goes: to a draft of the file of -o, or out at once. */
struct sink {
    struct draft *draft; /* NULL: standard output */
    const char *path;
    bool failed; /* what was sent did not arrive */
};

static bool sink_open(struct cli *cli, const struct survey_format *format,
                      struct sink *sink)
{
    if (format->folder || !cli_has(cli, "output"))
        return true;
    sink->path = path_join(cli->arena, cli->root, cli_value(cli, "output", STR(""))).s;
    const char *why;
    sink->draft = draft_open(sink->path, &why);
    return sink->draft ||
           diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, sink->path, why);
}

/* Sends on what has been written so far; false when nothing more can be written. */
static bool sink_send(struct cli *cli, struct sink *sink)
{
    if (sink->draft) {
        sink->failed |= !draft_put(sink->draft, buf_str(&cli->out));
        buf_clear(&cli->out);
    } else {
        sink->failed |= !cli_send(cli);
    }
    return !sink->failed;
}

/* The file takes its place only when the whole report is there. */
static bool sink_close(struct cli *cli, struct sink *sink, bool made)
{
    if (!sink->draft)
        return made && !sink->failed;
    if (!made) {
        draft_drop(sink->draft);
        return false;
    }
    const char *why;
    return draft_commit(sink->draft, &why) ||
           diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, sink->path, why);
}

struct survey_counts survey_count(const struct diag *found)
{
    struct survey_counts counts = {.catalogs = 1};
    for (size_t i = 0; i < diag_total(found); i++) {
        const struct problem *p = diag_problem(found, i);
        if (p->accepted.n)
            counts.accepted++;
        else
            counts.severity[p->severity]++;
    }
    return counts;
}

static void add_counts(struct survey_counts *to, const struct survey_counts *more)
{
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        to->severity[i] += more->severity[i];
    to->accepted += more->accepted;
    to->catalogs += more->catalogs;
    to->unread += more->unread;
}

/* One catalog from its file into the report; false when it or its scheme is unreadable. */
static bool put_catalog(struct survey *r, const struct catalog_place *place,
                        struct schemes *schemes)
{
    struct diag *found = diag_new();
    struct catalog *c = catalog_load(place->folder, place->shown, found);
    struct survey_part part = {.place = place, .catalog = c, .found = found};
    bool good = c;
    if (c) {
        part.scheme = cli_scheme(r->cli, schemes, c->scheme);
        good = part.scheme || !c->scheme.n;
        check_catalog(c, part.scheme, cli_places(r->cli, schemes), found);
    }
    diag_sort(found);
    struct survey_counts counts = survey_count(found);
    counts.unread = !c;
    add_counts(&r->counts, &counts);
    if (r->format->catalog)
        r->format->catalog(r, &part);
    catalog_drop(c);
    diag_drop(found);
    return good;
}

static bool shows_color(const struct cli *cli)
{
    const char *off = getenv("NO_COLOR");
    return !(off && *off) && !cli_has(cli, "output") && isatty(STDOUT_FILENO);
}

bool survey_run(struct cli *cli, const struct survey_format *format,
                const struct catalog_places *places, struct survey_counts *counts)
{
    struct survey r = {.cli = cli,
                       .format = format,
                       .catalogs = places->n,
                       .out = &cli->out,
                       .color = shows_color(cli)};
    struct sink sink = {0};
    struct schemes schemes = {0};
    bool good = true;
    bool made = sink_open(cli, format, &sink) && (!format->begin || format->begin(&r));
    for (size_t i = 0; made && !sink.failed && i < places->n; i++) {
        good &= put_catalog(&r, &places->at[i], &schemes);
        sink_send(cli, &sink);
    }
    made = made && (!format->end || format->end(&r));
    sink_send(cli, &sink);
    cli_schemes_drop(&schemes);
    *counts = r.counts;
    return sink_close(cli, &sink, made) && good;
}

static bool fits(const struct survey_format *f, struct str name, bool overview)
{
    return f->overview == overview && (!name.n || str_eq(str_of(f->name), name));
}

const struct survey_format *survey_find(struct cli *cli, struct str name, bool overview)
{
    struct buf known = {0};
    for (size_t i = 0; i < survey_format_count; i++) {
        const struct survey_format *f = survey_formats[i];
        if (fits(f, name, overview)) {
            buf_drop(&known);
            return f;
        }
        if (f->overview == overview)
            buf_printf(&known, "%s%s", known.n ? "、" : "", f->name);
    }
    cli_usage(cli, "%s--format 只能是 %.*s，不是“%.*s”",
              overview ? "有 --overview 时 " : "", STR_ARG(buf_str(&known)),
              STR_ARG(name));
    buf_drop(&known);
    return NULL;
}
