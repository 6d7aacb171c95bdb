#include "runner.h"

#include "flow_graphs.h"
#include "flow_plan.h"

#include <stdlib.h>
#include <string.h>

enum { ODD_GRAPHS = 600, GRAPHS_OF_A_KIND = 200 };

static bool same_plan(const struct flow_plan *a, const struct flow_plan *b)
{
    if (a->boxes.n != b->boxes.n || a->lines.n != b->lines.n)
        return false;
    for (size_t i = 0; i < a->boxes.n; i++)
        if (memcmp(&a->boxes.at[i].box, &b->boxes.at[i].box, sizeof(struct box)) != 0)
            return false;
    for (size_t i = 0; i < a->lines.n; i++) {
        const struct flow_line *l = &a->lines.at[i], *m = &b->lines.at[i];
        if (l->n != m->n || memcmp(l->points, m->points, l->n * sizeof *l->points) != 0)
            return false;
    }
    return true;
}

/* Lays a graph out in all modes; prints what it is when it has a fault. */
static bool flow_holds(struct arena *a, const struct typesetter *t,
                       const struct flow *flow, const char *what, uint64_t seed,
                       bool twice)
{
    bool good = true;
    for (int mode = FLOW_WIDE; mode <= FLOW_TIGHT; mode++) {
        struct flow_plan plan = flow_layout(a, t, flow, (enum flow_mode)mode);
        struct plan_check c = {.flow = flow, .plan = &plan, .mode = (enum flow_mode)mode};
        plan_check(&c);
        if (c.why[0]) {
            printf("%s, seed %lu, %zu nodes, mode %d: %s\n", what, (unsigned long)seed,
                   flow->nodes.n, mode, c.why);
            good = false;
        }
        if (twice) {
            struct flow_plan again = flow_layout(a, t, flow, (enum flow_mode)mode);
            good = good && same_plan(&plan, &again);
        }
    }
    return good;
}

/* Times `most` by FLOW_GRAPHS in the environment, for a longer look. */
static size_t graphs(size_t most)
{
    const char *times = getenv("FLOW_GRAPHS");
    return times ? most * (size_t)atol(times) : most;
}

struct bench {
    struct diag *d;
    struct fonts *fonts;
    struct typesetter *t;
};

static struct bench bench_open(void)
{
    struct bench b = {.d = diag_new(), .fonts = fonts_fake()};
    b.t = typesetter_new(b.fonts, b.d);
    return b;
}

static void bench_close(struct bench *b)
{
    typesetter_drop(b->t);
    fonts_drop(b->fonts);
    diag_drop(b->d);
}

/* Anything goes: long texts, several starts, edges twice, edges to their own node. */
TEST(every_random_graph_is_drawn_well)
{
    struct bench b = bench_open();
    size_t bad = 0;
    for (uint64_t seed = 0; seed < graphs(ODD_GRAPHS) && bad < 12; seed++) {
        struct arena *a = arena_new();
        uint64_t s = seed;
        struct flow flow = random_flow(a, &s, 1 + dice(&s, 40));
        bad += !flow_holds(a, b.t, &flow, "odd", seed, seed % 16 == 0);
        arena_drop(a);
    }
    CHECK(bad == 0);
    bench_close(&b);
}

static uint32_t nodes_of(enum graph_kind kind, uint64_t seed)
{
    uint64_t s = seed * 7 + 1;
    uint32_t most = seed % 40 == 0 ? 200 : seed % 4 == 0 ? 80 : 24;
    return kind == GRAPH_DENSE ? 2 + dice(&s, 8) : 2 + dice(&s, most - 1);
}

TEST(every_kind_of_graph_is_drawn_well)
{
    static const char *const names[GRAPH_KINDS] = {"tree", "layers", "loops", "chain",
                                                   "dense"};
    struct bench b = bench_open();
    size_t bad = 0;
    for (int kind = 0; kind < GRAPH_KINDS; kind++) {
        size_t n = graphs(GRAPHS_OF_A_KIND), crossings = 0, naive = 0;
        for (uint64_t seed = 0; seed < n && bad < 12; seed++) {
            struct arena *a = arena_new();
            uint64_t s = seed;
            enum graph_kind k = (enum graph_kind)kind;
            struct flow flow = graph_flow(a, &s, k, nodes_of(k, seed));
            bad += !flow_holds(a, b.t, &flow, names[kind], seed, false);
            struct flow_plan wide = flow_layout(a, b.t, &flow, FLOW_WIDE);
            struct flow_plan plain = flow_layout_plain(a, b.t, &flow);
            crossings += plan_crossings(&wide);
            naive += plan_crossings(&plain);
            arena_drop(a);
        }
        printf("%zu graphs (%s): %zu crossings, %zu in naive order\n", n, names[kind],
               crossings, naive);
        CHECK(crossings <= naive);
    }
    CHECK(bad == 0);
    bench_close(&b);
}

int main(void)
{
    RUN(every_random_graph_is_drawn_well);
    RUN(every_kind_of_graph_is_drawn_well);
    return runner_end();
}
