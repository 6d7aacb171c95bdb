/* rules - every rule of `mulu check`, one row each in rules.c. */
#ifndef MULU_CHECK_RULES_H
#define MULU_CHECK_RULES_H

#include "check/subject.h"

enum { RULE_CODES = 16 };

/* A rule records under one or more rows of diag_table.h (texts of one id family). */
struct rule {
    enum diag_code codes[RULE_CODES]; /* what it may record; ends at DIAG_COUNT */
    bool needs_scheme;                /* off in a catalog that names none */
    void (*run)(struct check *check);
    /* For the reference of rules, in Chinese: why it is a mistake, and when it is not. */
    const char *why;
};

extern const struct rule rules[];
extern const size_t rule_count;

/* The functions of the rows, by file. */
void rule_code_form(struct check *check); /* code_rules.c */
void rule_code_unknown(struct check *check);
void rule_code_parent(struct check *check);
void rule_code_twice(struct check *check);
void rule_code_missing(struct check *check);
void rule_scheme_off(struct check *check); /* scheme_rules.c */
void rule_national_title(struct check *check);
void rule_national_missing(struct check *check);
void rule_national_limit(struct check *check);
void rule_field_missing(struct check *check); /* field_rules.c */
void rule_limit_unknown(struct check *check);
void rule_form_title(struct check *check); /* form_rules.c */

#endif
