/* json_item - one item of the JSON export; used by json.c alone. */
#ifndef MULU_CATALOG_JSON_ITEM_H
#define MULU_CATALOG_JSON_ITEM_H

#include "catalog/json_out.h"
#include "catalog/model.h"

/* Writes the item as an element of an array. `scratch` is used and may be dropped after. */
void json_item(struct json_out *j, struct arena *scratch, const struct catalog *c,
               const struct item *item);

#endif
