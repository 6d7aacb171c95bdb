/* mentions - where texts name forms and other papers in 《》. Internal to check. */
#ifndef MULU_CHECK_MENTIONS_H
#define MULU_CHECK_MENTIONS_H

#include "check/form_names.h"
#include "check/text.h"

struct mention {
    struct str name; /* a slice of the text's words */
    struct form_key key;
    const struct text *text;
    const struct form *form; /* what it means; NULL: unknown */
    bool told;               /* it is reported as another name of a form */
};
struct mentions {
    struct mention *at;
    size_t n, cap;
};

/* All names in materials, steps, notes, channels and charts, in the order of the texts; what
 * they mean is still open. In the arena. */
struct mentions mentions_of(struct check *check);

/* Names of one form that differ from item to item, among those that mean no form of the
 * catalog. */
void check_form_variants(struct check *check, const struct mentions *mentions);

/* Names of forms without 《》. */
void check_form_quotes(struct check *check, const struct mentions *mentions);

#endif
