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

/* Runs all rules and records what they find in `d`, in the order of the file. `s` is the
 * scheme the catalog names, `places` the names of places; where one is NULL the rules that
 * compare with it are off. */
void check_catalog(const struct catalog *c, const struct scheme *s,
                   const struct regions *places, struct diag *d);

#endif
