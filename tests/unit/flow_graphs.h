/* flow_graphs - random flowcharts for the tests of the layout. The same seed gives the same
 * graph on every machine. */
#ifndef MULU_TESTS_FLOW_GRAPHS_H
#define MULU_TESTS_FLOW_GRAPHS_H

#include "base/buf.h"
#include "catalog/model.h"

#include <stdint.h>

static inline uint32_t dice(uint64_t *seed, uint32_t sides)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % sides;
}

/* A text of up to `most` characters, short ones more often. Marks, Latin and digits too. */
static inline struct str random_text(struct arena *a, uint64_t *seed, uint32_t most)
{
    static const char *const pieces[] = {
        "申请",       "受理",      "审核", "材料", "的",   "办结",
        "一次性告知", "，",        "《",   "》",   "（",   "）",
        "；",         "5个工作日", "医保", "参",   "A4",   " ",
        "登记表",     "不予",      "。",   "…",    "—",    "0737-2817103",
        "单位",       "Ⅱ",         "①",    "保险", "凭证", "是否"};
    uint32_t wanted = 1 + dice(seed, dice(seed, 4) ? most / 8 + 1 : most), n = 0;
    struct buf b = {0};
    while (n++ < wanted)
        buf_puts(&b, pieces[dice(seed, sizeof pieces / sizeof *pieces)]);
    struct str text = str_trim(str_copy(a, buf_str(&b)));
    buf_drop(&b);
    return text;
}

static inline void random_edge(struct arena *a, uint64_t *seed, struct flow *f,
                               size_t from, size_t to)
{
    static const char *const labels[] = {"", "", "是", "否", "不齐全", "符合条件的"};
    struct flow_edge *e = vec_push(a, &f->edges);
    e->from = f->nodes.at[from].id;
    e->to = f->nodes.at[to].id;
    e->label = str_of(labels[dice(seed, 6)]);
}

/* A graph of `n` nodes: a tree with further edges down, some back up, now and then a second
 * start, a node without edges, an edge twice or to its own node. */
static inline struct flow random_flow(struct arena *a, uint64_t *seed, uint32_t n)
{
    struct flow f = {.source = FLOW_PUBLISHED};
    for (uint32_t i = 0; i < n; i++) {
        struct flow_node *node = vec_push(a, &f.nodes);
        node->id = str_print(a, "n%u", (unsigned)i);
        node->kind = i == 0 ? NODE_START : (enum node_kind)dice(seed, NODE_KIND_COUNT);
        node->text = random_text(a, seed, 100);
    }
    for (uint32_t i = 1; i < n; i++)
        if (dice(seed, 20))
            random_edge(a, seed, &f, i - 1 - dice(seed, i < 4 ? i : 4), i);
    for (uint32_t i = dice(seed, n / 2 + 1); i-- > 0;) {
        uint32_t x = dice(seed, n), y = dice(seed, n);
        bool back = dice(seed, 3) == 0;
        random_edge(a, seed, &f, back == (x < y) ? y : x, back == (x < y) ? x : y);
    }
    for (uint32_t i = dice(seed, 5); i-- > 0;) {
        struct entry *e = vec_push(a, &f.materials);
        e->plain = dice(seed, 5) == 0;
        e->no = e->plain ? STR("") : str_print(a, "%u.", (unsigned)i + 1);
        e->text = random_text(a, seed, 60);
    }
    return f;
}

enum graph_kind {
    GRAPH_TREE,    /* branches that never join */
    GRAPH_LAYERED, /* branches that join again, several starts and ends */
    GRAPH_LOOPS,   /* the same with ways back */
    GRAPH_CHAIN,   /* a chain with decisions that skip steps or lead back */
    GRAPH_DENSE,   /* few nodes, each leading to a third of all */
    GRAPH_KINDS
};

static inline void graph_edge(struct arena *a, struct flow *f, uint32_t from, uint32_t to,
                              const char *label)
{
    struct flow_edge *e = vec_push(a, &f->edges);
    e->from = f->nodes.at[from].id;
    e->to = f->nodes.at[to].id;
    e->label = str_of(f->nodes.at[from].kind == NODE_DECISION ? label : "");
}

static inline void graph_nodes(struct arena *a, uint64_t *seed, struct flow *f,
                               uint32_t n)
{
    static const enum node_kind kinds[] = {NODE_STEP,     NODE_STEP,   NODE_STEP,
                                           NODE_DECISION, NODE_RETURN, NODE_NOTE,
                                           NODE_REFUSAL,  NODE_END,    NODE_DECISION};
    for (uint32_t i = 0; i < n; i++) {
        struct flow_node *node = vec_push(a, &f->nodes);
        node->id = str_print(a, "n%u", (unsigned)i);
        node->kind = i == 0 ? NODE_START : kinds[dice(seed, 9)];
        node->text = random_text(a, seed, 24);
    }
}

static inline void graph_layers(struct arena *a, uint64_t *seed, struct flow *f,
                                uint32_t n, bool back)
{
    static const char *const labels[] = {"是", "否", ""};
    for (uint32_t i = 1; i < n; i++) {
        uint32_t ways = 1 + (dice(seed, 4) == 0);
        for (uint32_t k = 0; k < ways && (dice(seed, 12) || i == 1); k++)
            graph_edge(a, f, i - 1 - dice(seed, i < 6 ? i : 6), i, labels[dice(seed, 3)]);
        if (back && dice(seed, 8) == 0)
            graph_edge(a, f, i, dice(seed, i), "否");
    }
}

/* A graph of a kind with `n` nodes. */
static inline struct flow graph_flow(struct arena *a, uint64_t *seed,
                                     enum graph_kind kind, uint32_t n)
{
    struct flow f = {.source = FLOW_PUBLISHED};
    graph_nodes(a, seed, &f, n);
    for (uint32_t i = 1; i < n; i++) {
        if (kind == GRAPH_TREE)
            graph_edge(a, &f, i - 1 - dice(seed, i < 5 ? i : 5), i, "是");
        if (kind != GRAPH_CHAIN)
            continue;
        graph_edge(a, &f, i - 1, i, "是");
        if (f.nodes.at[i - 1].kind == NODE_DECISION)
            graph_edge(a, &f, i - 1,
                       dice(seed, 2) ? dice(seed, i) : i + dice(seed, n - i), "否");
    }
    if (kind == GRAPH_LAYERED || kind == GRAPH_LOOPS)
        graph_layers(a, seed, &f, n, kind == GRAPH_LOOPS);
    for (uint32_t i = 0; kind == GRAPH_DENSE && i < n; i++)
        for (uint32_t k = 0; k < n; k++)
            if (dice(seed, 3) == 0)
                graph_edge(a, &f, i, k, i < k ? "是" : "否");
    return f;
}

#endif
