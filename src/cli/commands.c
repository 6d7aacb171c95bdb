#include "cli/commands.h"

/* A new command: declare its row here, add it below, write cmd_<name>.c. */

extern const struct command command_new, command_export, command_fmt, command_dump;

const struct command *const commands[] = {
    &command_new, &command_export, &command_fmt, &command_dump, NULL,
};

const size_t command_count = sizeof commands / sizeof *commands - 1;
