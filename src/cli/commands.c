#include "cli/commands.h"

/* A new command: declare its row here, add it below, write cmd_<name>.c. */

const struct command *const commands[] = {
    NULL,
};

const size_t command_count = sizeof commands / sizeof *commands - 1;
