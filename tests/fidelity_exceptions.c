/* The exceptions of text fidelity: all there are. `tests/unit/fidelity_source_test.c` counts
 * them and finds rows that no longer apply. */
#include "fidelity.h"

const struct fidelity_exception fidelity_exceptions[] = {
    {"", 0, "", "", ""}
};
const size_t fidelity_exception_count =
    sizeof fidelity_exceptions / sizeof *fidelity_exceptions;

const struct fidelity_completion fidelity_completions[] = {
    {"", ""}
};
const size_t fidelity_completion_count =
    sizeof fidelity_completions / sizeof *fidelity_completions;
