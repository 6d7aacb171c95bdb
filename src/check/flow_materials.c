/* The list in a published chart's box and the item's own list.
 *
 * Both are taken apart into papers (material.h). Papers that are alike are matched one to one,
 * the likest first; then one left over is fine when its words stand elsewhere on the other
 * side: in a longer paper of the chart, in a note under the list, or, for a list within an
 * entry, when the chart names its heading (特殊人群还需提供相应材料). What is still left, and is the name
 * of a paper, is told: once an item. A chart of which nearly nothing was taken over lacks papers,
 * too; that is told of it as a whole (field-truncated). */
#include "check/completeness.h"
#include "check/material.h"
#include "check/materials.h"

#include "catalog/fields.h"
#include "catalog/place.h"

#include <stdlib.h>

enum {
    ALIKE = 60,        /* of a hundred pairs in common: the same paper */
    IN_CHART = 80,     /* of a paper's pairs somewhere in the chart */
    IN_LIST = 60,      /* of a paper's pairs somewhere in the list and its notes */
    PAPERS_MOST = 200, /* of one side: no list of an office, and not worth comparing */
    HEADING_LEAST = 3  /* pairs of a heading that says something */
};

struct match {
    size_t list, chart, alike;
};
struct matches {
    struct match *at;
    size_t n, cap;
};

static int by_likeness(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    if (x->alike != y->alike)
        return x->alike > y->alike ? -1 : 1;
    if (x->list != y->list)
        return x->list < y->list ? -1 : 1;
    return x->chart < y->chart ? -1 : x->chart > y->chart;
}

/* Marks the papers that have a partner; names those that ask for other cards (身份证 here, 身份证或社保卡
 * there). */
static void match_up(struct arena *a, const struct papers *list,
                     const struct papers *chart, bool *in_list, bool *in_chart,
                     struct buf *out)
{
    struct matches matches = {0};
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < chart->n; k++) {
            size_t alike = pairs_alike(list->at[i].pairs, chart->at[k].pairs);
            if (alike >= ALIKE)
                *vec_push(a, &matches) = (struct match){i, k, alike};
        }
    if (matches.n)
        qsort(matches.at, matches.n, sizeof *matches.at, by_likeness);
    for (size_t i = 0; i < matches.n; i++) {
        const struct match *m = &matches.at[i];
        if (in_list[m->list] || in_chart[m->chart])
            continue;
        in_list[m->list] = in_chart[m->chart] = true;
        struct str here = list->at[m->list].shown, there = chart->at[m->chart].shown;
        unsigned own = paper_identities(here), other = paper_identities(there);
        if (own && other && own != other)
            buf_printf(out, "%s办理材料是“%.*s”，流程图是“%.*s”", out->n ? "；" : "",
                       STR_ARG(here), STR_ARG(there));
    }
}

/* True when a paper of the chart stands for the whole list under a heading. */
static bool names_heading(const struct papers *chart, struct pairs head)
{
    for (size_t i = 0; i < chart->n && head.n >= HEADING_LEAST; i++)
        if (pairs_within(head, chart->at[i].pairs) >= IN_CHART)
            return true;
    return false;
}

static bool asks_for_seal(const struct entry *entries, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_has(entries[i].text, STR("盖")) || str_has(entries[i].text, STR("章")))
            return true;
    return false;
}

/* Of those without a partner; returns whether one of them is vague itself. */
static bool name_papers(struct buf *out, const struct papers *papers, const bool *matched,
                        const char *where)
{
    bool first = true, vague = false;
    for (size_t i = 0; i < papers->n; i++) {
        if (matched[i] || !papers->at[i].noun)
            continue;
        if (first)
            buf_printf(out, "%s只在%s里的：", out->n ? "；" : "", where);
        buf_printf(out, "%s“%.*s”", first ? "" : "、", STR_ARG(papers->at[i].shown));
        first = false;
        vague = vague || materials_vague(papers->at[i].shown);
    }
    return vague;
}

/* The papers of both sides, and which of them the other side has too. */
struct sides {
    struct papers list, chart;
    bool *in_list, *in_chart;
};

/* What has no partner may stand elsewhere on the other side. */
static void look_elsewhere(struct check *check, const struct item *item,
                           const struct field *field, struct sides *s)
{
    struct arena *a = check->arena;
    struct str region = check->catalog->region_name;
    const struct field *notes = field_shown(item_field(item, FIELD_NOTES));
    struct pairs chart = pairs_of_entries(a, item->flow.materials.at,
                                          item->flow.materials.n, region),
                 list = pairs_of_entries(a, field->entries.at, field->entries.n, region),
                 more = pairs_of_entries(a, notes->entries.at, notes->entries.n, region);
    for (size_t i = 0; i < s->list.n; i++)
        s->in_list[i] = s->in_list[i] ||
                        pairs_within(s->list.at[i].pairs, chart) >= IN_CHART ||
                        names_heading(&s->chart, s->list.at[i].head);
    for (size_t i = 0; i < s->chart.n; i++)
        s->in_chart[i] = s->in_chart[i] ||
                         pairs_within(s->chart.at[i].pairs, list) >= IN_LIST ||
                         pairs_within(s->chart.at[i].pairs, more) >= IN_LIST;
}

static void compare(struct check *check, const struct subject *s, const struct item *item,
                    const struct field *field)
{
    struct arena *a = check->arena;
    struct str region = check->catalog->region_name;
    struct sides sides = {
        papers_of(a, field->entries.at, field->entries.n, region),
        papers_of(a, item->flow.materials.at, item->flow.materials.n, region), NULL,
        NULL};
    if (sides.list.n > PAPERS_MOST || sides.chart.n > PAPERS_MOST)
        return;
    sides.in_list = arena_array(a, sides.list.n, sizeof *sides.in_list);
    sides.in_chart = arena_array(a, sides.chart.n, sizeof *sides.in_chart);
    struct buf text = {0};
    match_up(a, &sides.list, &sides.chart, sides.in_list, sides.in_chart, &text);
    look_elsewhere(check, item, field, &sides);
    bool cut = item == s->item && chart_truncated(&item->flow);
    bool vague = !cut && name_papers(&text, &sides.list, sides.in_list, "办理材料");
    vague |= name_papers(&text, &sides.chart, sides.in_chart, "流程图");
    if (!asks_for_seal(field->entries.at, field->entries.n) &&
        asks_for_seal(item->flow.materials.at, item->flow.materials.n))
        buf_printf(&text, "%s只有流程图要求盖章", text.n ? "；" : "");
    if (text.n)
        report_subject(
            check, s,
            place_inside(&check->catalog->source, item->flow.at, "materials").offset,
            STR("flow"), NULL, vague ? DIAG_FLOW_MATERIALS_VAGUE : DIAG_FLOW_MATERIALS,
            STR_ARG(buf_str(&text)));
    buf_drop(&text);
}

static void check_item(struct check *check, const struct subject *s,
                       const struct item *item)
{
    const struct field *field = field_shown(item_field(item, FIELD_MATERIALS));
    if (field->entries.n && item->flow.source == FLOW_PUBLISHED && item->flow.materials.n)
        compare(check, s, item, field);
    for (size_t i = 0; i < item->services.n; i++)
        check_item(check, s, &item->services.at[i]);
}

void check_flow_materials(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++)
        check_item(check, &check->items.at[i], check->items.at[i].item);
}
