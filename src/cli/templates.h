/* templates - where a command finds the looks of pages and of print.
 *
 * The project's templates/ or, where it has none, the installed one; over it
 * templates/local/, file by file: an office changes what it wants to change and keeps getting
 * the rest from new versions. */
#ifndef MULU_CLI_TEMPLATES_H
#define MULU_CLI_TEMPLATES_H

#include "cli/cli.h"
#include "html/template.h"

/* The set of page templates; freed with template_set_drop(). */
struct template_set *cli_templates(const struct cli *cli);

/* The file of a print style ("guide"), and its name as messages show it, in the arena. */
struct str cli_print_file(const struct cli *cli, const char *name, struct str *shown);

/* Tells what in templates/local/ stands for nothing: misspelt names, files in a wrong folder. A
 * part that another local file names is used. */
void cli_check_local(struct cli *cli);

#endif
