#include "cli/survey_catalogs.h"

#include "base/draft.h"
#include "base/file.h"

#include <stdlib.h>
#include <unistd.h>

/* Where the report goes: to a draft of the file of -o, or out at once. */
struct sink {
    struct cli *cli;
    struct draft *draft; /* NULL: standard output */
    const char *path;
    bool failed; /* what was sent did not arrive */
};

static bool sink_open(struct cli *cli, const struct survey_format *format,
                      struct sink *sink)
{
    sink->cli = cli;
    if (format->folder || !cli_has(cli, "output"))
        return true;
    sink->path = path_join(cli->arena, cli->root, cli_value(cli, "output", STR(""))).s;
    const char *why;
    sink->draft = draft_open(sink->path, &why);
    return sink->draft ||
           diag_at(cli->diag, (struct pos){0}, DIAG_FILE_WRITE, sink->path, why);
}

/* Sends on what has been written so far; false when nothing more can be written. */
static bool sink_send(void *context)
{
    struct sink *sink = context;
    struct cli *cli = sink->cli;
    if (sink->draft) {
        sink->failed |= !draft_put(sink->draft, buf_str(&cli->out));
        buf_clear(&cli->out);
    } else {
        sink->failed |= !cli_send(cli);
    }
    return !sink->failed;
}

/* The file takes its place only when the whole report is there. */
static bool sink_close(struct sink *sink, bool made)
{
    if (!sink->draft)
        return made && !sink->failed;
    if (!made) {
        draft_drop(sink->draft);
        return false;
    }
    const char *why;
    return draft_commit(sink->draft, &why) ||
           diag_at(sink->cli->diag, (struct pos){0}, DIAG_FILE_WRITE, sink->path, why);
}

static bool shows_color(const struct cli *cli)
{
    const char *off = getenv("NO_COLOR");
    return !(off && *off) && !cli_has(cli, "output") && isatty(STDOUT_FILENO);
}

bool survey_run(struct cli *cli, const struct survey_format *format,
                const struct catalog_places *places, unsigned jobs,
                struct survey_counts *counts)
{
    struct survey r = {.cli = cli,
                       .format = format,
                       .places = places,
                       .out = &cli->out,
                       .color = shows_color(cli)};
    struct sink sink = {0};
    bool made = sink_open(cli, format, &sink) && (!format->begin || format->begin(&r));
    bool good = made && survey_catalogs(&r, jobs, sink_send, &sink);
    made = made && (!format->end || format->end(&r));
    sink_send(&sink);
    *counts = r.counts;
    return sink_close(&sink, made) && good;
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
