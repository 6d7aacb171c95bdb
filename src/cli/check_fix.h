/* check_fix - `mulu check --fix` and `--diff`: the safe changes of each catalog. */
#ifndef MULU_CLI_CHECK_FIX_H
#define MULU_CLI_CHECK_FIX_H

#include "cli/cli.h"

/* Writes the safe changes to cli->out as a unified diff, catalog by catalog, and with
 * `write` then puts them into the files, each by rename. Files that cannot be written are
 * told in cli->diag. Returns false when one could not be; *changes tells whether there was
 * anything to change. Catalogs that cannot be loaded are left to the report. */
bool check_fix(struct cli *cli, const struct catalog_places *places, bool write,
               bool *changes);

#endif
