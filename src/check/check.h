/* check - the mistakes in a catalog, as far as rules can see them.
 *
 * One row a rule in rules.c, one file a family of rules. A rule says what it can prove from
 * the catalog, a standard or the national list it names; what is only unusual is a note,
 * and codes of local shape are never called wrong. */
#ifndef MULU_CHECK_CHECK_H
#define MULU_CHECK_CHECK_H

#include "catalog/model.h"
#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "diag/diag.h"

/* What is kept from one catalog to the next, in bounded memory: tables of words, and what was
 * found out about texts that stand in many catalogs. No finding depends on what was checked
 * before. */
struct checker;

/* `places`, borrowed, has the names of places; NULL: the rules that compare with it are off. To
 * be freed with checker_drop(). */
struct checker *checker_new(const struct regions *places);
void checker_drop(struct checker *k); /* NULL is fine */
/* Tells it the day, "2026-01-05", which it borrows; without it nothing is in the future. */
void checker_set_today(struct checker *k, struct str today);

/* Runs all rules and records what they find in `d`, in the order of the file. `s` is the
 * scheme the catalog names; where it is NULL the rules that compare with it are off. `k` NULL:
 * a new checker without places, for this catalog alone. */
void check_catalog(struct checker *k, const struct catalog *c, const struct scheme *s,
                   struct diag *d);

#endif
