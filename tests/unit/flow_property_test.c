#include "runner.h"

#include "flow_graphs.h"
#include "flow_plan.h"

#include <stdlib.h>
#include <string.h>

enum { GRAPHS = 3000, MOST_NODES = 40 };

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

/* Lays one graph out in both modes; prints the seed of the first graph with a fault. */
static bool graph_holds(const struct typesetter *t, uint64_t seed, bool twice)
{
    struct arena *a = arena_new();
    uint64_t s = seed;
    uint32_t n = 1 + dice(&s, MOST_NODES);
    struct flow flow = random_flow(a, &s, n);
    bool good = true;
    for (int mode = FLOW_WIDE; mode <= FLOW_NARROW; mode++) {
        struct flow_plan plan = flow_layout(a, t, &flow, (enum flow_mode)mode);
        struct plan_check c = {
            .flow = &flow, .plan = &plan, .mode = (enum flow_mode)mode};
        plan_check(&c);
        if (c.why[0]) {
            printf("seed %lu, %u nodes, mode %d: %s\n", (unsigned long)seed, n, mode,
                   c.why);
            good = false;
        }
        if (twice) {
            struct flow_plan again = flow_layout(a, t, &flow, (enum flow_mode)mode);
            good = good && same_plan(&plan, &again);
        }
    }
    arena_drop(a);
    return good;
}

TEST(every_random_graph_is_drawn_well)
{
    struct diag *d = diag_new();
    struct fonts *fonts = fonts_fake();
    struct typesetter *t = typesetter_new(fonts, d);
    size_t bad = 0, graphs = GRAPHS;
    if (getenv("FLOW_GRAPHS"))
        graphs = (size_t)atol(getenv("FLOW_GRAPHS"));
    for (uint64_t seed = 0; seed < graphs && bad < 1200; seed++)
        bad += !graph_holds(t, seed, seed % 16 == 0);
    CHECK(bad == 0);
    typesetter_drop(t);
    fonts_drop(fonts);
    diag_drop(d);
}

int main(void)
{
    RUN(every_random_graph_is_drawn_well);
    return runner_end();
}
