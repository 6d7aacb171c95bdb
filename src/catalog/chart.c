#include "catalog/chart.h"

#include "base/utf8.h"
#include "catalog/fields.h"

/* clang-format off */
static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_START]     = "start",
    [NODE_END]       = "end",
    [NODE_STEP]      = "step",
    [NODE_DECISION]  = "decision",
    [NODE_MATERIALS] = "materials",
    [NODE_RETURN]    = "return",
    [NODE_REFUSAL]   = "refusal",
    [NODE_NOTE]      = "note",
};

/* What offices write where there is nothing to bring. */
static const struct str nothing[] = {
    STR_INIT("无"), STR_INIT("无。"), STR_INIT("无；"), STR_INIT("无需材料"), STR_INIT("无需材料。"),
    STR_INIT("无需提供材料"), STR_INIT("无需提供材料。"), STR_INIT("不需要材料"), STR_INIT("不需要材料。"),
    STR_INIT("/"), STR_INIT("-"), STR_INIT("—"), STR_INIT("——"),
};

/* How a remark below the list begins. It belongs to the field, not into the box. */
static const struct str remarks[] = {
    STR_INIT("备注"), STR_INIT("注：" ), STR_INIT("注:"), STR_INIT("注意"), STR_INIT("说明："), STR_INIT("说明:"),
};
/* clang-format on */

const char *node_kind_name(enum node_kind kind)
{
    return kind_names[kind];
}

int node_kind_find(struct str name)
{
    for (int i = 0; i < NODE_KIND_COUNT; i++)
        if (str_eq(name, str_of(kind_names[i])))
            return i;
    return NODE_KIND_COUNT;
}

static void add_node(struct arena *a, struct flow *f, struct str id, enum node_kind kind,
                     struct str text)
{
    struct flow_node *n = vec_push(a, &f->nodes);
    n->id = id;
    n->kind = kind;
    n->text = text;
    n->at = f->at;
}

static void add_edge(struct arena *a, struct flow *f, struct str from, struct str to,
                     struct str label)
{
    struct flow_edge *e = vec_push(a, &f->edges);
    e->from = from;
    e->to = to;
    e->label = label;
    e->at = f->at;
}

static bool is_nothing(struct str text)
{
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (str_eq(text, nothing[i]))
            return true;
    return text.n == 0;
}

static bool is_remark(const struct entry *e)
{
    if (!e->plain)
        return false;
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
        if (str_starts(e->text, remarks[i]))
            return true;
    return false;
}

static size_t entry_characters(const struct entry *e)
{
    return utf8_count(e->no) + utf8_count(e->name) + utf8_count(e->sep) +
           utf8_count(e->text);
}

/* Fills the list of the chart's box from the item's materials, to the letter, or with a
 * pointer to them where they are too long for a box. */
static void take_materials(struct arena *a, struct flow *f, const struct field *field)
{
    size_t entries = 0, characters = 0;
    for (size_t i = 0; i < field->entries.n; i++) {
        const struct entry *e = &field->entries.at[i];
        if (is_remark(e) || (is_nothing(e->text) && !e->name.n))
            continue;
        *(struct entry *)vec_push(a, &f->materials) = *e;
        entries += !e->plain;
        characters += entry_characters(e);
    }
    if (f->materials.n <= CHART_MOST_MATERIALS && characters <= CHART_MOST_CHARACTERS)
        return;
    f->materials.n = 0;
    struct entry *e = vec_push(a, &f->materials);
    *e = (struct entry){.plain = true, .at = field->at};
    e->text =
        entries ? str_print(a, "见办理材料（共 %zu 项）", entries) : STR("见办理材料");
}

/* The steps that have a name. */
static struct str_list named_steps(struct arena *a, const struct item *item)
{
    struct str_list named = {0};
    for (size_t i = 0; i < item->steps.n; i++) {
        struct str name = str_trim(item->steps.at[i]);
        if (name.n)
            *(struct str *)vec_push(a, &named) = name;
    }
    return named;
}

/* Index of the step before which the office decides whether to accept, or STR_NONE where
 * the chain does not say so. 不予受理 is not an acceptance. */
static size_t acceptance(const struct str_list *steps)
{
    struct str first = steps->at[0];
    if (!str_has(first, STR("申请")) && !str_has(first, STR("申报")))
        return STR_NONE;
    for (size_t i = 1; i < steps->n; i++)
        if (str_has(steps->at[i], STR("受理")) && !str_has(steps->at[i], STR("不")))
            return i;
    return STR_NONE;
}

static const struct flow_node *node_of_kind(const struct flow *f, enum node_kind kind)
{
    for (size_t i = 0; i < f->nodes.n; i++)
        if (f->nodes.at[i].kind == kind)
            return &f->nodes.at[i];
    return NULL;
}

/* What the office's box said where it is left, else the usual words. */
static struct str branch_text(const struct flow *published, enum node_kind kind)
{
    const struct flow_node *n = node_of_kind(published, kind);
    if (n)
        return n->text;
    return kind == NODE_RETURN ? STR("材料不全的一次性告知需补齐的材料并重新提交")
                               : STR("不属于受理范围的不予受理并告知原因");
}

static void add_decision(struct arena *a, struct flow *f, const struct flow *published,
                         struct str start)
{
    struct str decision = STR("decision"), back = STR("return"), refusal = STR("refusal");
    add_node(a, f, decision, NODE_DECISION, STR("判断是否受理"));
    add_node(a, f, back, NODE_RETURN, branch_text(published, NODE_RETURN));
    add_node(a, f, refusal, NODE_REFUSAL, branch_text(published, NODE_REFUSAL));
    add_edge(a, f, decision, back, STR("否"));
    add_edge(a, f, back, start, STR(""));
    add_edge(a, f, decision, refusal, STR("否"));
}

static void add_steps(struct arena *a, struct flow *f, const struct flow *published,
                      const struct str_list *steps)
{
    size_t accept = acceptance(steps);
    struct str last = STR(""), start = STR("s1");
    for (size_t i = 0; i < steps->n; i++) {
        struct str label = STR("");
        if (i == accept) {
            add_edge(a, f, last, STR("decision"), STR(""));
            add_decision(a, f, published, start);
            last = STR("decision");
            label = STR("是");
        }
        struct str id = i ? str_print(a, "s%zu", i + 1) : start;
        enum node_kind kind = i == 0              ? NODE_START
                              : i + 1 == steps->n ? NODE_END
                                                  : NODE_STEP;
        add_node(a, f, id, kind, steps->at[i]);
        if (i)
            add_edge(a, f, last, id, label);
        last = id;
        if (i == 0 && f->materials.n) {
            last = STR("materials");
            add_node(a, f, last, NODE_MATERIALS, STR("办理材料"));
            add_edge(a, f, id, last, STR(""));
        }
    }
}

/* True when a published chart has all a chart can have, or when not all it has finds a place
 * in a derived one: only a box for each of the two branches does. */
static bool stands_alone(const struct flow *f, const struct str_list *steps)
{
    if (!f->nodes.n)
        return false;
    size_t branches =
        (node_of_kind(f, NODE_RETURN) != NULL) + (node_of_kind(f, NODE_REFUSAL) != NULL);
    return f->edges.n || branches != f->nodes.n || steps->n < 2 ||
           acceptance(steps) == STR_NONE;
}

bool chart_branched(const struct flow *f)
{
    return f->source == FLOW_DERIVED && node_of_kind(f, NODE_DECISION);
}

struct flow chart_derive(struct arena *a, const struct item *item)
{
    struct str_list steps = named_steps(a, item);
    if (stands_alone(&item->flow, &steps))
        return item->flow;
    struct flow f = {.title = item->flow.title, .at = item->flow.at};
    if (!f.at)
        f.at = item->at;
    /* The list of the office's own chart is not cut, however long: it was published so. */
    for (size_t i = 0; i < item->flow.materials.n; i++)
        *(struct entry *)vec_push(a, &f.materials) = item->flow.materials.at[i];
    if (steps.n < 2)
        return f;
    f.completed = item->flow.source == FLOW_PUBLISHED;
    f.source = f.completed ? FLOW_PUBLISHED : FLOW_DERIVED;
    if (!f.materials.n)
        take_materials(a, &f, item_field(item, FIELD_MATERIALS));
    add_steps(a, &f, &item->flow, &steps);
    return f;
}
