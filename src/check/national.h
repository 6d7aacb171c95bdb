/* national - the rules that compare the catalog with the national list it names. Internal to
 * check.
 *
 * An item stands for the national item whose code it has; without a code (disclosure
 * catalogs have no column for it) for the one whose title it has. */
#ifndef MULU_CHECK_NATIONAL_H
#define MULU_CHECK_NATIONAL_H

#include "check/subject.h"

/* What the groups and items of the catalog are in the list, each under its own number. */
struct national {
    const struct scheme_group **groups; /* NULL: not told */
    const struct scheme_item **items; /* by title, for items without a code; else NULL */
    enum title_match *matches;        /* how near that title is */
    bool *here;                       /* one an item of the list: the catalog has it */
    bool no_codes;                    /* of the whole catalog */
};

/* Fills it; all arrays live in the check's arena. national_match.c */
struct national national_match(struct check *check);

/* The national item an item stands for, by code or by title; NULL: none, or its code is in
 * doubt. */
const struct scheme_item *national_of(const struct check *check, const struct national *n,
                                      size_t item);

/* What the rules below and the overview (compare.h) both ask, so that a table and the messages
 * beside it cannot disagree. They hold behind the rules about codes, which doubt some. */

/* The catalog has this item of the list. */
bool national_here(const struct check *check, const struct national *n,
                   const struct scheme_item *item);
/* The national item whose title an item of the catalog changes; NULL: it changes none. */
const struct scheme_item *national_renamed(const struct check *check,
                                           const struct national *n, size_t item);
/* The limit of an item or service is longer than the national one. */
bool national_longer(const struct item *item, const struct scheme_item *national);

void check_scheme(struct check *check);
void check_national_titles(struct check *check, const struct national *n);
void check_national_missing(struct check *check, const struct national *n);
void check_national_moved(struct check *check, const struct national *n);
void check_national_codes(struct check *check, const struct national *n);
void check_national_extra(struct check *check, const struct national *n);
void check_national_limits(struct check *check, const struct national *n);
void check_national_steps(struct check *check, const struct national *n);

#endif
