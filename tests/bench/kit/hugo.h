/* hugo - a catalog as content for the Hugo site in tests/bench/hugo. */
#ifndef MULU_BENCH_HUGO_H
#define MULU_BENCH_HUGO_H

#include "catalog/model.h"

/* Writes folder/<id>/: a page an item with what our pages print of it as JSON front matter,
 * the section's own page, and one each for level matrix and disclosure catalog. Returns
 * false with the reason in *why. */
bool hugo_write(const struct catalog *c, struct str folder, const char **why);

#endif
