#include "cli/commands.h"

/* A new command: declare its row here, add it below, write cmd_<name>.c. */

extern const struct command command_build, command_check, command_export, command_new,
    command_fmt, command_code, command_dump;

const struct command *const commands[] = {
    &command_build, &command_check, &command_export, &command_new,
    &command_fmt,   &command_code,  &command_dump,
};

const size_t command_count = sizeof commands / sizeof *commands;
