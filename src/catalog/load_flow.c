/* A published flowchart. */
#include "catalog/chart.h"
#include "catalog/loader.h"

static void load_node(struct loader *l, const struct xml_node *n, struct flow *flow,
                      struct names *ids)
{
    int kind = node_kind_find(attr_text(n, "kind"));
    struct flow_node node = {
        .id = attr_text(n, "id"),
        .kind = kind < NODE_KIND_COUNT ? (enum node_kind)kind : NODE_STEP,
        .text = xml_text(l->arena, n),
        .at = n->at,
    };
    *vec_push(l->arena, &flow->nodes) = node;
    if (node.id.n)
        names_add(l->arena, ids, node.id, attr_place(n, "id"), (void *)n);
}

static void tell_twice(struct loader *l, const struct names *ids)
{
    for (size_t i = 1; i < ids->n; i++) {
        const struct name *name = &ids->at[i];
        if (str_eq(name->name, ids->at[i - 1].name))
            loader_tell(l, name->what, name->at, DIAG_ID_TWICE, NULL, STR_ARG(name->name),
                        source_place(l->source, names_find(ids, name->name)->at).line,
                        "流程图节点");
    }
}

static void check_end(struct loader *l, const struct xml_node *n, const char *key,
                      const struct names *ids)
{
    struct str id = attr_text(n, key);
    if (!id.n || names_find(ids, id) || loader_full(l))
        return;
    struct finding facts = loader_nearest(l, id, names_list(l->arena, ids));
    loader_tell(l, n, attr_place(n, key), DIAG_FLOW_NODE, &facts,
                STR_ARG(loader_brief(l, id)));
}

static void load_edge(struct loader *l, const struct xml_node *n, struct flow *flow,
                      const struct names *ids)
{
    struct flow_edge *edge = vec_push(l->arena, &flow->edges);
    edge->from = attr_text(n, "from");
    edge->to = attr_text(n, "to");
    edge->label = attr_text(n, "label");
    edge->at = n->at;
    check_end(l, n, "from", ids);
    check_end(l, n, "to", ids);
}

struct flow load_flow(struct loader *l, const struct xml_node *n)
{
    struct flow flow = {.source = FLOW_PUBLISHED, .at = n->at};
    flow.title = child_text(l, n, "title");
    const struct xml_node *list = xml_child(n, STR("materials"));
    for (const struct xml_node *c = list ? xml_first(list) : NULL; c; c = xml_next(c)) {
        struct entry e = load_entry(l, c);
        *vec_push(l->arena, &flow.materials) = e;
    }
    struct names ids = {0};
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        if (str_eq(c->name, STR("node")))
            load_node(l, c, &flow, &ids);
    names_sort(&ids);
    tell_twice(l, &ids);
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        if (str_eq(c->name, STR("edge")))
            load_edge(l, c, &flow, &ids);
    return flow;
}
