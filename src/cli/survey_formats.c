#include "cli/survey.h"

/* A new format: declare its row here, add it below, write survey_<name>.c. */

extern const struct survey_format survey_text, survey_json, survey_sarif, survey_html,
    survey_xlsx, survey_overview_html, survey_overview_xlsx;

const struct survey_format *const survey_formats[] = {
    &survey_text,
    &survey_json,
    &survey_sarif,
    &survey_html,
    &survey_xlsx,
    &survey_overview_html,
    &survey_overview_xlsx,
};
const size_t survey_format_count = sizeof survey_formats / sizeof *survey_formats;
