/* chart - the flowchart of an item that the office did not draw.
 *
 * Derived from the item's steps and materials: 申请, the materials, 判断是否受理 with its two
 * refusal branches (材料不全的一次性告知 back to 申请; 不属于受理范围的不予受理 as an end),
 * then the item's own steps to 办结. The words of the branches are those of the published
 * charts of 沅江市医疗保障经办政务服务事项办事指南（2020）. */
#ifndef MULU_CATALOG_CHART_H
#define MULU_CATALOG_CHART_H

#include "catalog/model.h"

/* The longest list of materials a derived chart's box holds. Above either it says
 * 见办理材料（共 N 项）: a box longer than a printed page is no picture any more. */
enum { CHART_MOST_MATERIALS = 12, CHART_MOST_CHARACTERS = 600 };

/* The chart of an item whose derived members (field, steps) are filled.
 *
 * A published flow with a way through it is returned as it is. Of some charts the source
 * kept the title only, or a few materials, or a box of the branches: those are kept and the
 * rest is derived (source stays FLOW_PUBLISHED, `completed` is set). An item with fewer than
 * two steps has no chart (FLOW_NONE): one box would say nothing.
 * The branches stand only where the office's own chain says who asks and who accepts: its
 * first step is 申请 (or 申报) and a later one is 受理. Any other chain is drawn as given.
 *
 * Everything new lives in the arena; texts of the item are borrowed. */
struct flow chart_derive(struct arena *a, const struct item *item);

/* True for a derived chart with the two branches: they are the usual ones, which the office did
 * not write. */
bool chart_branched(const struct flow *f);

/* More lanes than these are not drawn: they would be too narrow to read. */
enum { CHART_MOST_LANES = 6 };

/* Gives a derived chart a lane for each level that does a part of the work, where the cells
 * of the item say so in words like 受理, 审核, 审批 (宁乡市医疗保障三级经办政务服务事项清单):
 * the lanes in the order of the work, each step in that of the level that does it, what is
 * before the first such step with it, any other step with the one before. An item without
 * steps gets the chain of these words. Nothing changes where fewer than two levels say what
 * they do, where a cell says anything else (√ is the whole), where two levels say the same,
 * or where no step is named so; a published chart stands as it is. */
void chart_lanes(struct arena *a, const struct catalog *c, const struct item *item,
                 struct flow *f);

/* Names in JSON and XML: "start", "decision", … The second gives an enum node_kind, or
 * NODE_KIND_COUNT when the name is unknown. */
const char *node_kind_name(enum node_kind kind);
int node_kind_find(struct str name);

#endif
