/* survey - the formats in which `mulu check` says what it found, one struct each.
 *
 * Each catalog is loaded, checked, made into a record by the format and dropped; the format
 * takes the records in the order of the catalogs. Records are made in this process or in
 * others, and are the same bytes in either case. A format keeps counts and, for an
 * overview, what it puts into its table; never findings or texts of a catalog, which are
 * gone after the call. What it writes to survey->out is sent on (to standard output, or to
 * the file of -o) after some catalogs. A format of several files writes them to the folder
 * of -o; without -o it sends one of them to standard output. */
#ifndef MULU_CLI_SURVEY_H
#define MULU_CLI_SURVEY_H

#include "cli/cli.h"

/* One catalog, checked. All of it is lent and lives for the call only. */
struct survey_part {
    const struct catalog_place *place;
    size_t index; /* in the order of the catalogs, from 0 */
    const struct catalog *catalog; /* NULL: it could not be loaded, `found` says why */
    const struct scheme *scheme;   /* it is compared with; NULL: none, or unreadable */
    /* Of loading and checking, sorted by file and place; those with `accepted` do not
     * count. */
    const struct diag *found;
};

struct survey_counts {
    size_t catalogs;                 /* all so far */
    size_t unread;                   /* those that could not be loaded or checked */
    size_t severity[SEVERITY_COUNT]; /* findings that count */
    size_t accepted;
};

struct survey_format;
struct survey {
    struct cli *cli; /* cli->arena lives to the end of the run */
    const struct survey_format *format;
    const struct catalog_places *places;
    struct survey_counts counts; /* over all of these */
    struct buf *out;             /* the result */
    bool color;                  /* it goes to a terminal that shows colours */
    void *state;                 /* the format's own, from begin to end */
};

struct survey_format {
    const char *name; /* of --format */
    bool overview;    /* the one that --overview asks for */
    bool binary;      /* not fit for a terminal */
    bool folder;      /* -o names a folder, and the format writes there itself */
    /* `begin` and `end` may be NULL. `begin` returns false after telling cli->diag that the
     * format cannot be made; then nothing else is called. `end` is called last, also when
     * a catalog could not be loaded, and returns false after telling cli->diag. */
    bool (*begin)(struct survey *r);
    /* Makes the record of a catalog, perhaps in a process of its own: what it changes in
     * `state` may be lost, and cli->diag is not read. */
    void (*make)(struct survey *r, const struct survey_part *part, struct buf *record);
    /* Takes the record made of a catalog; the scheme is NULL as in the part. Returns false
     * when it is none. A catalog whose check crashed has no record. */
    bool (*take)(struct survey *r, const struct scheme *scheme, struct str record);
    /* Instead of both: a format that cannot be made in pieces, in one process. */
    void (*catalog)(struct survey *r, const struct survey_part *part);
    bool (*end)(struct survey *r);
};

/* All formats, one row each in survey_formats.c. */
extern const struct survey_format *const survey_formats[];
extern const size_t survey_format_count;

/* The format of that name, for an overview or not; NULL after telling cli->diag. */
const struct survey_format *survey_find(struct cli *cli, struct str name, bool overview);

/* Checks all catalogs in `jobs` processes (1: in this one) and writes the report to the file
 * of the option "output", else to standard output: the same, whatever their number.
 * Findings are counted in *counts. Returns false when a catalog or its scheme could not be
 * read or the report not be written; cli->diag says why. */
bool survey_run(struct cli *cli, const struct survey_format *format,
                const struct catalog_places *places, unsigned jobs,
                struct survey_counts *counts);

/* What one catalog has: errors, warnings, notes, accepted ones. */
struct survey_counts survey_count(const struct diag *found);

#endif
