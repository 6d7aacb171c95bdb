/* survey_catalogs - the way of the catalogs through `mulu check`: loaded, checked, made into
 * records, taken by the format. Internal to survey. */
#ifndef MULU_CLI_SURVEY_CATALOGS_H
#define MULU_CLI_SURVEY_CATALOGS_H

#include "cli/survey.h"

/* Sends on what stands in cli->out; false: nothing more can be sent. */
typedef bool survey_send(void *context);

/* Puts all catalogs of the survey into its report, in their order, made in `jobs` processes.
 * The first that cannot be sent is the last. Returns false after telling cli->diag when a
 * catalog or its scheme could not be read, or a process not be started. */
bool survey_catalogs(struct survey *r, unsigned jobs, survey_send *send, void *context);

#endif
