/* help - the texts of --help and --version, made from the tables of the commands. */
#ifndef MULU_CLI_HELP_H
#define MULU_CLI_HELP_H

#include "cli/cli.h"

void help_all(struct buf *out);
void help_command(const struct command *c, struct buf *out);
void help_version(struct buf *out);

#endif
