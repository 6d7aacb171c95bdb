/* place - where a part of a catalog stands in its file, for messages. */
#ifndef MULU_CATALOG_PLACE_H
#define MULU_CATALOG_PLACE_H

#include "catalog/model.h"

/* The place of the value of an attribute in the start tag that begins at `at`; the tag's
 * own place when it has no such attribute. */
struct pos place_attribute(const struct source *source, size_t at, struct str name);

/* The place of the element as a whole. */
struct pos place_element(const struct source *source, size_t at);

/* The place of a field of an item: its element, or the item's when it stands elsewhere
 * (in the defaults) or is missing. */
struct pos place_field(const struct source *source, const struct item *item,
                       enum field_id id);

/* The place of the first element of that name behind the start of the element at `at`; that
 * of the element when there is none. For parts whose places the model does not keep. */
struct pos place_inside(const struct source *source, size_t at, const char *name);

#endif
