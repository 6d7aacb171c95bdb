#include "layout/flow_parts.h"

/* Ranks, and the main way through the graph.
 *
 * Ranks are lengths of longest ways from a start, over the links that do not lead back; a
 * link leads back when a depth-first walk from the starts finds its target still open. */

static size_t shape_find(const struct flow_work *w, struct str id)
{
    for (size_t i = 0; i < w->n; i++)
        if (str_eq(w->shapes[i].node->id, id))
            return i;
    return FLOW_NO;
}

/* A narrow chart has no room for swim lanes: its boxes say whose they are. */
static const struct flow_node *labelled(struct flow_work *w, const struct flow_node *node)
{
    bool acts = node->kind == NODE_START || node->kind == NODE_END ||
                node->kind == NODE_STEP || node->kind == NODE_DECISION;
    if (!w->form || !w->form->narrow || !acts || node->lane >= w->flow->lanes.n)
        return node;
    struct str lane = w->flow->lanes.at[node->lane];
    struct flow_node *copy = arena_alloc(w->arena, sizeof *copy);
    *copy = *node;
    copy->text = str_print(w->arena, "%.*s\n%.*s", STR_ARG(lane), STR_ARG(node->text));
    return copy;
}

static void take_shapes(struct flow_work *w)
{
    w->n = w->flow->nodes.n;
    /* Room for the labels that may become shapes: flow_chip.c. */
    w->shapes = arena_array(w->arena, w->n + w->flow->edges.n, sizeof *w->shapes);
    for (size_t i = 0; i < w->n; i++) {
        w->shapes[i].node = labelled(w, &w->flow->nodes.at[i]);
        w->shapes[i].first_link = FLOW_NO;
        w->shapes[i].host = FLOW_NO;
        w->shapes[i].chip = FLOW_NO;
    }
}

static void take_links(struct flow_work *w)
{
    size_t edges = w->flow->edges.n;
    w->links = arena_array(w->arena, 2 * edges, sizeof *w->links);
    for (size_t i = 0; i < edges; i++) {
        size_t from = shape_find(w, w->flow->edges.at[i].from);
        size_t to = shape_find(w, w->flow->edges.at[i].to);
        if (from == FLOW_NO || to == FLOW_NO)
            continue;
        struct flow_link *l = &w->links[w->n_links++];
        *l = (struct flow_link){
            .edge = i, .from = from, .to = to, .chip = FLOW_NO, .tail = FLOW_NO};
    }
    /* Backwards, so that each shape's links stand in the order of the file. */
    for (size_t i = w->n_links; i-- > 0;) {
        w->links[i].next = w->shapes[w->links[i].from].first_link;
        w->shapes[w->links[i].from].first_link = i;
    }
}

enum { NEW, OPEN, DONE };
struct walk {
    unsigned char *state;
    size_t *cursor; /* next link of an open shape */
    size_t *stack;
    size_t *order; /* shapes in the order in which they were done */
    size_t n;
};

static void walk_from(struct flow_work *w, struct walk *k, size_t start)
{
    if (k->state[start] != NEW)
        return;
    size_t depth = 0;
    k->stack[depth++] = start;
    k->state[start] = OPEN;
    k->cursor[start] = w->shapes[start].first_link;
    while (depth) {
        size_t at = k->stack[depth - 1];
        size_t next = k->cursor[at];
        if (next == FLOW_NO) {
            k->state[at] = DONE;
            k->order[k->n++] = at;
            depth--;
            continue;
        }
        struct flow_link *l = &w->links[next];
        k->cursor[at] = l->next;
        if (k->state[l->to] == OPEN) {
            l->back = true;
        } else if (k->state[l->to] == NEW) {
            k->state[l->to] = OPEN;
            k->cursor[l->to] = w->shapes[l->to].first_link;
            k->stack[depth++] = l->to;
        }
    }
}

/* Starts first, then shapes that nothing leads to, then what is left (pure cycles). */
static struct walk walk_all(struct flow_work *w)
{
    struct walk k = {.state = arena_alloc(w->arena, w->n + 1),
                     .cursor = arena_array(w->arena, w->n + 1, sizeof(size_t)),
                     .stack = arena_array(w->arena, w->n + 1, sizeof(size_t)),
                     .order = arena_array(w->arena, w->n + 1, sizeof(size_t))};
    bool *reached = arena_array(w->arena, w->n + 1, sizeof *reached);
    for (size_t i = 0; i < w->n_links; i++)
        reached[w->links[i].to] |= w->links[i].from != w->links[i].to;
    for (size_t i = 0; i < w->n; i++)
        if (w->shapes[i].node->kind == NODE_START)
            walk_from(w, &k, i);
    for (size_t i = 0; i < w->n; i++)
        if (!reached[i])
            walk_from(w, &k, i);
    for (size_t i = 0; i < w->n; i++)
        walk_from(w, &k, i);
    return k;
}

static int wished_side(enum node_kind kind)
{
    return kind == NODE_RETURN ? -1 : 1;
}

/* A return, a refusal or a note that one shape alone leads to stands beside that shape:
 * one at each side, the others below it like any shape. */
static void find_hosts(struct flow_work *w)
{
    size_t *into = arena_array(w->arena, w->n + 1, sizeof *into);
    size_t *last = arena_array(w->arena, w->n + 1, sizeof *last);
    for (size_t i = 0; i < w->n_links; i++)
        if (!w->links[i].back) {
            into[w->links[i].to]++;
            last[w->links[i].to] = w->links[i].from;
        }
    bool *taken = arena_array(w->arena, 2 * (w->n + 1), sizeof *taken);
    for (size_t i = 0; i < w->n; i++) {
        struct flow_shape *s = &w->shapes[i];
        enum node_kind kind = s->node->kind;
        if ((kind != NODE_RETURN && kind != NODE_REFUSAL && kind != NODE_NOTE) ||
            into[i] != 1 || w->shapes[last[i]].host != FLOW_NO)
            continue;
        int side = wished_side(kind);
        if (taken[2 * last[i] + (side > 0)])
            side = -side;
        if (taken[2 * last[i] + (side > 0)])
            continue;
        taken[2 * last[i] + (side > 0)] = true;
        s->host = last[i];
        s->beside = side;
    }
}

/* A host must not be hosted itself; find_hosts() saw only the shapes before it. */
static void drop_chains_of_hosts(struct flow_work *w)
{
    for (size_t i = 0; i < w->n; i++) {
        struct flow_shape *s = &w->shapes[i];
        if (s->host != FLOW_NO && w->shapes[s->host].host != FLOW_NO) {
            s->host = FLOW_NO;
            s->beside = 0;
        }
    }
}

static void set_ranks(struct flow_work *w, const struct walk *k)
{
    for (size_t i = k->n; i-- > 0;) {
        const struct flow_shape *s = &w->shapes[k->order[i]];
        for (size_t j = s->first_link; j != FLOW_NO; j = w->links[j].next) {
            struct flow_shape *to = &w->shapes[w->links[j].to];
            size_t rank = s->rank + (to->host == k->order[i] ? 0 : 1);
            if (!w->links[j].back && to->rank < rank)
                to->rank = rank;
        }
    }
    for (size_t i = 0; i < k->n; i++) {
        struct flow_shape *s = &w->shapes[k->order[i]];
        for (size_t j = s->first_link; j != FLOW_NO; j = w->links[j].next) {
            const struct flow_shape *to = &w->shapes[w->links[j].to];
            if (!w->links[j].back && to->host == FLOW_NO && s->behind < to->behind + 1)
                s->behind = to->behind + 1;
        }
    }
}

/* Shapes without any link come last, below all others. */
static void sink_loners(struct flow_work *w)
{
    bool *linked = arena_array(w->arena, w->n + 1, sizeof *linked);
    size_t last = 0;
    for (size_t i = 0; i < w->n_links; i++)
        linked[w->links[i].from] = linked[w->links[i].to] = true;
    for (size_t i = 0; i < w->n; i++)
        if (w->shapes[i].rank >= last)
            last = w->shapes[i].rank + 1;
    if (w->n_links)
        for (size_t i = 0; i < w->n; i++)
            if (!linked[i])
                w->shapes[i].rank = last++;
}

static bool says_no(struct str label)
{
    return str_starts(label, STR("否")) || str_starts(label, STR("不")) ||
           str_starts(label, STR("未"));
}

/* The link by which the main way goes on: the longest way, but a 是 is worth one step. */
static size_t main_link(const struct flow_work *w, const struct flow_shape *s)
{
    size_t best = FLOW_NO;
    long best_score = 0;
    for (size_t j = s->first_link; j != FLOW_NO; j = w->links[j].next) {
        const struct flow_link *l = &w->links[j];
        const struct flow_shape *to = &w->shapes[l->to];
        if (l->back || to->host != FLOW_NO)
            continue;
        long score = 2 * (long)to->behind - 3 * says_no(w->flow->edges.at[l->edge].label);
        if (best == FLOW_NO || score > best_score) {
            best = j;
            best_score = score;
        }
    }
    return best;
}

static void mark_main_way(struct flow_work *w)
{
    size_t at = FLOW_NO;
    for (size_t i = 0; i < w->n; i++) {
        const struct flow_shape *s = &w->shapes[i];
        if (s->rank || s->host != FLOW_NO)
            continue;
        bool start = s->node->kind == NODE_START;
        bool best_start = at != FLOW_NO && w->shapes[at].node->kind == NODE_START;
        if (at == FLOW_NO || start > best_start ||
            (start == best_start && s->behind > w->shapes[at].behind))
            at = i;
    }
    while (at != FLOW_NO) {
        w->shapes[at].main = true;
        size_t next = main_link(w, &w->shapes[at]);
        if (next != FLOW_NO)
            w->links[next].main = true;
        at = next == FLOW_NO ? FLOW_NO : w->links[next].to;
    }
}

void flow_graph(struct flow_work *w)
{
    take_shapes(w);
    take_links(w);
    struct walk k = walk_all(w);
    find_hosts(w);
    drop_chains_of_hosts(w);
    set_ranks(w, &k);
    sink_loners(w);
    mark_main_way(w);
}
