/* cli - the command line: one file a command, one row a command.
 *
 * cli_main() reads the options of the command's table, runs the command, prints what it
 * collected in cli->diag to standard error and turns the result into the exit status.
 * A command writes its result to cli->out; that goes to standard output (or to the file of
 * -o where the command has that option) when it is done, every write checked. */
#ifndef MULU_CLI_CLI_H
#define MULU_CLI_CLI_H

#include "base/buf.h"
#include "diag/diag.h"
#include "site/place.h"

/* Exit status of DESIGN section 4 [contract]. */
enum status {
    STATUS_DONE = 0,
    STATUS_FOUND = 1, /* check found errors, fmt --check would change a file */
    STATUS_FAILED = 2 /* usage, unreadable input, failed write */
};

struct cli_option {
    const char *name;  /* long name without dashes */
    char letter;       /* short name, or 0 */
    const char *value; /* what --help calls its value; NULL: a switch without one */
    const char *about; /* in Chinese */
};

struct cli;
struct command {
    const char *name;
    const char *arguments; /* for the usage line: "[CATALOG…]" */
    const char *about;     /* in Chinese, one line */
    const char *more;      /* paragraphs for --help, or NULL */
    const struct cli_option *options;
    size_t option_count;
    size_t least, most; /* number of arguments; most SIZE_MAX: any */
    enum status (*run)(struct cli *cli);
};

struct cli {
    struct arena *arena; /* lives as long as the run */
    const struct command *command;
    struct diag *diag;  /* printed to standard error at the end */
    struct buf out;     /* the result */
    struct buf closing; /* said on standard error behind all messages */
    struct str root;    /* the project's folder: -C, else "." */
    struct str_list arguments;
    struct str_list values; /* one an option of the command; s NULL: not given */
    bool color;             /* standard error is a terminal that shows colours */
    bool unsent;            /* standard output takes no more; that has been told */
};

int cli_main(int argc, char **argv);

/* Sends what stands in cli->out to standard output now, for results that are long. What is
 * left there at the end is sent by cli_main(). Returns false after telling cli->diag. */
bool cli_send(struct cli *cli);

/* Writes cli->out to the file of the option "output" in one step (what stood there stays
 * until the new one is whole); leaves it for standard output when that was not given. */
enum status cli_write(struct cli *cli);

/* The value of an option of this command by its long name; for a switch "". Returns false
 * when it was not given. Asking for an option the command does not have is our mistake. */
bool cli_has(const struct cli *cli, const char *name);
struct str cli_value(const struct cli *cli, const char *name, struct str otherwise);

/* How many processors there are, at least 1. */
unsigned cli_processors(void);
/* The value of the option "jobs", else `otherwise`: a number from 1 to CLI_JOBS_MOST. Returns
 * false after telling cli->diag when it is none. */
enum { CLI_JOBS_MOST = 256 };
bool cli_jobs(struct cli *cli, unsigned otherwise, unsigned *jobs);

/* Tells of a wrong use of the command (one line, Chinese) and how to get help. Returns
 * STATUS_FAILED. */
enum status cli_usage(struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The catalogs the arguments name (a folder, its catalog.xml, or an id under catalogs/);
 * all under catalogs/ when there are no arguments. Sorted by id in the latter case. An
 * argument that names none is told to cli->diag (with the nearest id) and sets *ok false. */
struct catalog_places cli_catalogs(struct cli *cli, bool *ok);
/* All under catalogs/, whatever the arguments; there may be none. Returns false after telling
 * cli->diag that the folder cannot be read. */
bool cli_all_catalogs(struct cli *cli, struct catalog_places *places);

/* Loads the one catalog that the first argument names; `*place` is where it is. NULL after
 * telling cli->diag why not; else the caller's to drop. */
struct catalog;
struct catalog *cli_load_one(struct cli *cli, struct catalog_place *place);

/* "catalogs/schemes/<id>.xml" below the root, or in the installed data. */
struct str cli_scheme_path(const struct cli *cli, struct str id, struct str *shown);

/* Loads the scheme a catalog names, once for all catalogs of a run: `kept` holds those
 * loaded so far (schemes and their ids), dropped with cli_schemes_drop(). NULL for "" or
 * after telling cli->diag why not. */
struct scheme;
struct regions;
struct checker;
struct schemes {
    VEC(struct scheme *) loaded;
    VEC(struct str) tried; /* ids asked for, the unreadable ones too */
    struct regions *places;
    struct checker *checker;
};
const struct scheme *cli_scheme(struct cli *cli, struct schemes *kept, struct str id);
/* The checker with the names of places (catalogs/schemes/regions.tsv, the installed one where
 * the project has none), made when first asked for; without them after telling cli->diag why. */
struct checker *cli_checker(struct cli *cli, struct schemes *kept);
void cli_schemes_drop(struct schemes *kept);

/* A folder of the project ("templates"), or the installed one where the project has none. */
struct str cli_data_folder(const struct cli *cli, const char *name);

/* Prints messages, folded, to standard error before the end of the run. */
void cli_tell(const struct cli *cli, const struct diag *d);

#endif
