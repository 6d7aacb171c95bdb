/* chart - the flowchart of an item that the office did not draw.
 *
 * Derived from the item's steps and materials: 申请, the materials, 判断是否受理 with its two
 * refusal branches (材料不全的一次性告知 back to 申请; 不属于受理范围的不予受理 as an end),
 * then the item's own steps to 办结. */
#ifndef MULU_CATALOG_CHART_H
#define MULU_CATALOG_CHART_H

#include "catalog/model.h"

/* The chart of an item whose derived members (field, steps) are filled. A published flow
 * with nodes is returned as it is; one with a title or materials only keeps those and
 * derives the rest (source is then FLOW_DERIVED); an item without any step has none
 * (FLOW_NONE). Everything lives in the arena. */
struct flow chart_derive(struct arena *a, const struct item *item);

/* Names in JSON and XML: "start", "decision", …; NODE_KIND_COUNT when unknown. */
const char *node_kind_name(enum node_kind kind);
enum node_kind node_kind_find(struct str name);

#endif
