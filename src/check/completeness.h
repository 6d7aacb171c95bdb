/* completeness - the rules about what a catalog must have. Internal to check. */
#ifndef MULU_CHECK_COMPLETENESS_H
#define MULU_CHECK_COMPLETENESS_H

#include "check/text.h"

/* title-missing, group-heading, group-empty, catalog-empty, levels-empty. */
void check_headings(struct check *check);
/* field-missing: what the kind of catalog asks for. field-usual: what the catalog itself
 * has nearly everywhere. */
void check_fields(struct check *check);
void check_usual_fields(struct check *check);
/* element-missing: the classes that inspections count. */
void check_elements(struct check *check);
/* field-number: numbers of the fields of an item. */
void check_field_numbers(struct check *check);
/* field-truncated: texts that break off where others go on. */
void check_truncated(struct check *check);
/* True when so little of a published chart was taken over that field-truncated tells it: what
 * else it lacks is not told. */
bool chart_truncated(const struct flow *flow);
/* item-number and group-number. */
void check_numbers(struct check *check);

/* How messages name an item: its title, else its code, else its number, else what it is. */
struct str completeness_name(const struct subject *s);

/* True when a catalog of this kind must have the field, so that field-missing sees to it. */
bool completeness_required(const struct catalog *c, enum field_id id);

/* True when the field has a text, is covered by a cell merged sideways, or (steps) stands
 * in the process. */
bool completeness_has(const struct item *item, enum field_id id);

#endif
