/* The title of a published chart beside that of its item.
 *
 * Where nearly all charts repeat the titles of their items (单位参保登记办理流程图), one that does not
 * was mistyped, or stands with the wrong item. A chart may say more than the item. */
#include "check/materials.h"

#include "catalog/place.h"
#include "catalog/title.h"

enum {
    NAMED_LEAST = 4, /* so many charts make it a custom, */
    ONE_IN = 8       /* when at most one in so many does otherwise */
};

/* What follows the name in the title of a chart. */
static const struct str ends[] = {STR_INIT("办理流程图"), STR_INIT("业务流程图"),
                                  STR_INIT("工作流程图"), STR_INIT("流程图")};

static bool names(struct str name, struct str title)
{
    switch (title_match(name, title)) {
    case TITLE_SAME:
    case TITLE_BRACKET:
    case TITLE_SPLIT:
    case TITLE_LONGER: return true;
    case TITLE_SHORT:
    case TITLE_TYPO:
    case TITLE_DIFFERENT: return false;
    }
    return false;
}

enum naming { NAMING_NONE, NAMING_SAME, NAMING_OTHER };

/* The longest end that leaves a name goes to *end. Each is tried: 转移接续手续办理流程图 is of
 * 转移接续手续办理. A chart with the national title is right; then the item's title is told. */
static enum naming naming_of(const struct subject *s, struct str *end)
{
    const struct flow *flow = &s->item->flow;
    enum naming naming = NAMING_NONE;
    if (flow->source != FLOW_PUBLISHED || !s->title.n)
        return NAMING_NONE;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!str_ends(flow->title, ends[i]) || flow->title.n == ends[i].n)
            continue;
        struct str name = str_slice(flow->title, 0, flow->title.n - ends[i].n);
        if (names(name, s->title) || (s->national && names(name, s->national->title)))
            return NAMING_SAME;
        if (naming == NAMING_NONE)
            *end = ends[i];
        naming = NAMING_OTHER;
    }
    return naming;
}

void check_flow_titles(struct check *check)
{
    size_t same = 0, other = 0;
    struct str end;
    for (size_t i = 0; i < check->items.n; i++) {
        enum naming naming = naming_of(&check->items.at[i], &end);
        same += naming == NAMING_SAME;
        other += naming == NAMING_OTHER;
    }
    if (same < NAMED_LEAST || other * ONE_IN > same + other)
        return;
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        if (naming_of(s, &end) != NAMING_OTHER)
            continue;
        const struct flow *flow = &s->item->flow;
        size_t at = place_inside(&check->catalog->source, flow->at, "title").offset;
        struct advice advice = {.expected = str_print(check->arena, "%.*s%.*s",
                                                      STR_ARG(s->title), STR_ARG(end))};
        report_subject(check, s, at, STR("flow"), &advice, DIAG_FLOW_TITLE,
                       STR_ARG(flow->title), STR_ARG(s->title), same);
    }
}
