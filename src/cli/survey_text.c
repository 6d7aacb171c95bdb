/* mulu check --format text: for people at a terminal. */
#include "cli/survey.h"

#include "diag/fold.h"

static void put_catalog(struct survey *r, const struct survey_part *part)
{
    fold_print(part->found, r->color, r->out);
}

const struct survey_format survey_text = {
    .name = "text",
    .catalog = put_catalog,
};
