#include "check/rules.h"

/* clang-format off */
const struct family *const families[] = {
    &family_codes,
    &family_national,
    &family_limits,
    &family_completeness,
    &family_basis,
    &family_materials,
    &family_names,
    &family_contacts,
    &family_disclosure,
    &family_notice,
    &family_usage,
    &family_text,
    &family_privacy,
    &family_accept, /* the last: it judges what the others found */
};
/* clang-format on */

const size_t family_count = sizeof families / sizeof *families;

const struct rule *rule_find(struct str id, const struct family **family)
{
    for (size_t f = 0; f < family_count; f++)
        for (size_t i = 0; i < families[f]->rule_count; i++) {
            const struct rule *rule = &families[f]->rules[i];
            if (!str_eq(str_of(diag_row(rule->code)->id), id))
                continue;
            if (family)
                *family = families[f];
            return rule;
        }
    return NULL;
}
