/* commands - every command, one row each in commands.c. */
#ifndef MULU_CLI_COMMANDS_H
#define MULU_CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct command *const commands[];
extern const size_t command_count;

#endif
