/* derive - what follows from a catalog's own words: the members marked "derived".
 *
 * The loader calls this last; so does who makes a catalog without a file. */
#ifndef MULU_CATALOG_DERIVE_H
#define MULU_CATALOG_DERIVE_H

#include "catalog/model.h"

/* Fills field, limit, steps, chart and stem of all items and services and the titles of
 * groups. A ref without a target counts as an empty field. Running it twice changes
 * nothing. */
void catalog_derive(struct catalog *c);

/* The first part of that: field of all items and services, titles of groups. */
void catalog_settle(struct catalog *c);

/* Bytes that the fields of all items fill once defaults and refs stand in their places, an
 * entry counted as 16 more; counting ends above `most`. The fields must be settled. */
size_t catalog_shown(const struct catalog *c, size_t most);

/* The names of a chain of steps, split at runs of — – - － and freed of blanks at both ends
 * and beside Chinese characters (受 理: a narrow cell broke the line); empty ones are left
 * out. They borrow from the text or stand in the arena. */
struct str_list chain_split(struct arena *a, struct str chain);

/* Gives every item the name of its page (DESIGN section 5): its path, else its code where
 * that is fit for a file name, else item-<position>. Of equal names (case-blind) the first
 * keeps it, later ones get .2, .3; the names of a catalog's own pages count as taken. */
void catalog_stems(struct catalog *c);

/* Where a service stands on its item's page: "s1" for the number 1. A number that is printed
 * nowhere, twice or with blanks makes no anchor; its place in the item stands for it. */
struct str service_anchor(struct arena *a, const struct item *item,
                          const struct item *service);

/* The same as a part of a file name, different for all services of an item: "s1", else
 * "service-1". */
struct str service_stem(struct arena *a, const struct item *item,
                        const struct item *service);

#endif
