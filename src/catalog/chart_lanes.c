#include "catalog/chart.h"

#include "catalog/fields.h"

/* Parts of the work as the cells of a level matrix name them, in the order of the work. */
enum { ROLE_MOST = 12 };
/* clang-format off */
static const struct role {
    struct str word;
    unsigned turn; /* words of one turn are the same work */
} roles[ROLE_MOST] = {
    {STR_INIT("受理"), 0}, {STR_INIT("收件"), 0}, {STR_INIT("初审"), 1}, {STR_INIT("审核"), 2},
    {STR_INIT("复核"), 3}, {STR_INIT("复审"), 3}, {STR_INIT("审批"), 4}, {STR_INIT("核准"), 4},
    {STR_INIT("批准"), 4}, {STR_INIT("拨付"), 5}, {STR_INIT("支付"), 5}, {STR_INIT("办结"), 6},
};
static const struct str between[] = {STR_INIT("、"), STR_INIT("，"), STR_INIT("和"), STR_INIT("及"), STR_INIT(" ")};
/* clang-format on */

/* Who does which part: the index of a level plus 1; 0 for nobody. */
struct work {
    size_t level[ROLE_MOST];
    size_t levels; /* how many do a part */
};

static bool skip(struct str *text, struct str word)
{
    if (!str_starts(*text, word))
        return false;
    *text = str_from(*text, word.n);
    return true;
}

static bool skip_between(struct str *text)
{
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (skip(text, between[i]))
            return true;
    return false;
}

static bool take_role(struct work *w, struct str *text, size_t level)
{
    for (size_t i = 0; i < ROLE_MOST; i++) {
        if (!skip(text, roles[i].word))
            continue;
        for (size_t j = 0; j < ROLE_MOST; j++)
            if (roles[j].turn == roles[i].turn && w->level[j])
                return false; /* somebody does it already */
        w->level[i] = level + 1;
        return true;
    }
    return false;
}

/* False when the cell says anything but parts of the work, or one that another level does. */
static bool take_cell(struct work *w, struct str text, size_t level)
{
    text = str_trim(text);
    if (!text.n)
        return true;
    w->levels++;
    while (text.n)
        if (!take_role(w, &text, level) && !skip_between(&text))
            return false;
    return true;
}

static bool take_work(struct work *w, const struct item *item)
{
    for (size_t i = 0; i < item->levels.n; i++) {
        const struct cell *cell = &item->levels.at[i];
        if (!take_cell(w, field_text(field_shown(&cell->field)), cell->column))
            return false;
    }
    return w->levels >= 2 && w->levels <= CHART_MOST_LANES;
}

static void add_lanes(struct arena *a, const struct catalog *c, const struct work *w,
                      struct flow *f, size_t *lane_of)
{
    for (size_t i = 0; i < ROLE_MOST; i++) {
        if (!w->level[i] || lane_of[w->level[i] - 1])
            continue;
        *vec_push(a, &f->lanes) = c->levels.at[w->level[i] - 1].name;
        lane_of[w->level[i] - 1] = f->lanes.n;
    }
}

/* The chain of the words themselves. */
static void add_chain(struct arena *a, const struct item *item, const struct work *w,
                      struct flow *f)
{
    f->source = FLOW_DERIVED;
    f->at = item->at;
    for (size_t i = 0; i < ROLE_MOST; i++) {
        if (!w->level[i])
            continue;
        struct flow_node *n = vec_push(a, &f->nodes);
        *n = (struct flow_node){.kind = NODE_STEP, .text = roles[i].word, .at = f->at};
        n->id = str_print(a, "s%zu", f->nodes.n);
        if (f->nodes.n == 1)
            continue;
        struct flow_edge *e = vec_push(a, &f->edges);
        *e = (struct flow_edge){.to = n->id, .at = f->at};
        e->from = f->nodes.at[f->nodes.n - 2].id;
    }
    f->nodes.at[0].kind = NODE_START;
    f->nodes.at[f->nodes.n - 1].kind = NODE_END;
}

/* The lane of a step by its name, from 1; 0 when it names no part of the work. */
static size_t own_lane(const struct flow_node *n, const struct work *w,
                       const size_t *lane_of)
{
    if (n->kind != NODE_START && n->kind != NODE_STEP && n->kind != NODE_END)
        return 0;
    for (size_t i = 0; i < ROLE_MOST; i++)
        if (w->level[i] && str_has(n->text, roles[i].word))
            return lane_of[w->level[i] - 1];
    return 0;
}

/* What the branches before a step ask for is asked by who does the step: they look ahead.
 * Other nodes stand with the step before. */
static bool looks_ahead(enum node_kind kind)
{
    return kind == NODE_DECISION || kind == NODE_RETURN || kind == NODE_REFUSAL ||
           kind == NODE_MATERIALS;
}

static bool set_lanes(struct arena *a, struct flow *f, const struct work *w,
                      const size_t *lane_of)
{
    size_t *lane = arena_array(a, f->nodes.n, sizeof *lane), ahead = 0, before = 0;
    for (size_t i = f->nodes.n; i-- > 0;) {
        size_t own = own_lane(&f->nodes.at[i], w, lane_of);
        ahead = own ? own : ahead;
        lane[i] = own || looks_ahead(f->nodes.at[i].kind) ? ahead : 0;
    }
    if (!ahead)
        return false;
    for (size_t i = 0; i < f->nodes.n; i++) {
        before = lane[i] ? lane[i] : before;
        f->nodes.at[i].lane = (before ? before : ahead) - 1;
    }
    return true;
}

void chart_lanes(struct arena *a, const struct catalog *c, const struct item *item,
                 struct flow *f)
{
    struct work w = {0};
    bool none = f->source == FLOW_NONE && !f->title.n && !f->materials.n && !f->nodes.n;
    if ((f->source != FLOW_DERIVED && !none) || !take_work(&w, item))
        return;
    size_t *lane_of = arena_array(a, c->levels.n, sizeof *lane_of);
    struct flow lanes = *f;
    lanes.lanes = (struct str_list){0};
    add_lanes(a, c, &w, &lanes, lane_of);
    if (none)
        add_chain(a, item, &w, &lanes);
    if (lanes.lanes.n >= 2 && set_lanes(a, &lanes, &w, lane_of))
        *f = lanes;
}
