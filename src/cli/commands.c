#include "cli/commands.h"

/* A new command: declare its row here, add it below, write cmd_<name>.c. */

<<<<<<< HEAD
extern const struct command command_build;
extern const struct command command_check;
extern const struct command command_code;

const struct command *const commands[] = {
    &command_build,
    &command_check,
    &command_code,
    NULL,
=======
extern const struct command command_new, command_export, command_fmt, command_dump;

const struct command *const commands[] = {
    &command_new, &command_export, &command_fmt, &command_dump, NULL,
>>>>>>> w-catalog
};

const size_t command_count = sizeof commands / sizeof *commands - 1;
