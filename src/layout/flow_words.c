#include "layout/flow_parts.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"

#include <stdlib.h>

/* A chart read aloud: 第 1 步，申请。第 2 步，办理材料：1.…；2.…。第 3 步，判断是否受理：否，转第 4 步“…”；
 * 是，转第 6 步“受理”。第 4 步，….
 * The steps stand in the order in which the picture is read: by rank, at each rank the main
 * way first, then what stands at its left, then at its right. */

struct reading {
    const struct flow_work *w;
    size_t *order;  /* shapes in reading order */
    size_t *number; /* of each shape, from 1 */
};

struct read_key {
    size_t shape, rank;
    int place;
};

static int compare_keys(const void *a, const void *b)
{
    const struct read_key *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return x->shape < y->shape ? -1 : x->shape > y->shape;
}

static struct reading reading_order(struct arena *a, const struct flow_work *w)
{
    struct reading r = {.w = w,
                        .order = arena_array(a, w->n, sizeof(size_t)),
                        .number = arena_array(a, w->n, sizeof(size_t))};
    struct read_key *keys = arena_array(a, w->n, sizeof *keys);
    for (size_t i = 0; i < w->n; i++) {
        const struct flow_shape *s = &w->shapes[i];
        keys[i] = (struct read_key){i, s->rank, s->main ? 0 : s->host == FLOW_NO ? 3 : 0};
        if (s->host != FLOW_NO)
            keys[i].place = s->beside < 0 ? 1 : 2;
    }
    qsort(keys, w->n, sizeof *keys, compare_keys);
    for (size_t i = 0; i < w->n; i++) {
        r.order[i] = keys[i].shape;
        r.number[keys[i].shape] = i + 1;
    }
    return r;
}

/* The text on one line: a line break inside a box is no pause. */
static void put_flat(struct buf *b, struct str s)
{
    while (s.n) {
        uint32_t c = utf8_next(&s);
        if (c != '\n' && c != '\r')
            buf_rune(b, c);
    }
}

static bool ends_sentence(struct str s)
{
    static const struct str marks[] = {STR_INIT("。"), STR_INIT("；"), STR_INIT(";"),
                                       STR_INIT("！"), STR_INIT("？"), STR_INIT("：")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(s, marks[i]))
            return true;
    return false;
}

static void put_end(struct buf *b, const char *mark)
{
    if (!ends_sentence(buf_str(b)))
        buf_puts(b, mark);
}

static void put_list(struct arena *a, struct buf *b, const struct flow *flow)
{
    for (size_t i = 0; i < flow->materials.n; i++) {
        put_flat(b, entry_printed(a, &flow->materials.at[i]));
        if (i + 1 < flow->materials.n)
            put_end(b, "；");
    }
}

static void put_target(const struct reading *r, struct buf *b, const struct flow_link *l)
{
    const char *verb = r->number[l->to] <= r->number[l->from] ? "回到" : "转";
    buf_printf(b, "%s第 %zu 步“", verb, r->number[l->to]);
    put_flat(b, r->w->shapes[l->to].node->text);
    buf_puts(b, "”");
}

/* A single way on to the next step is told by the order alone. */
static bool goes_without_saying(const struct reading *r, const struct flow_link *l)
{
    const struct flow_shape *s = &r->w->shapes[l->from];
    return s->first_link != FLOW_NO && l->next == FLOW_NO &&
           &r->w->links[s->first_link] == l && !r->w->flow->edges.at[l->edge].label.n &&
           r->number[l->to] == r->number[l->from] + 1;
}

static void put_ways(const struct reading *r, struct buf *b, size_t shape)
{
    const struct flow_shape *s = &r->w->shapes[shape];
    bool said = false;
    for (size_t i = s->first_link; i != FLOW_NO; i = r->w->links[i].next) {
        const struct flow_link *l = &r->w->links[i];
        struct str label = r->w->flow->edges.at[l->edge].label;
        if (goes_without_saying(r, l))
            continue;
        buf_puts(b, said ? "；" : ends_sentence(buf_str(b)) ? "" : "：");
        said = true;
        put_flat(b, label);
        buf_puts(b, label.n ? "，" : "");
        put_target(r, b, l);
    }
    if (s->first_link == FLOW_NO &&
        (s->node->kind == NODE_END || s->node->kind == NODE_REFUSAL))
        buf_puts(b, ends_sentence(buf_str(b)) ? "流程结束" : "，流程结束");
}

/* One step as a sentence without its number. */
static struct str step_words(struct arena *a, const struct reading *r, size_t shape)
{
    const struct flow *flow = r->w->flow;
    const struct flow_node *node = r->w->shapes[shape].node;
    struct buf b = {0};
    if (node->lane < flow->lanes.n) {
        put_flat(&b, flow->lanes.at[node->lane]);
        buf_puts(&b, "：");
    }
    put_flat(&b, node->text);
    if (node->kind == NODE_MATERIALS && flow->materials.n) {
        buf_puts(&b, node->text.n ? "：" : "");
        put_list(a, &b, flow);
    }
    put_ways(r, &b, shape);
    put_end(&b, "。");
    struct str words = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return words;
}

struct str_list flow_steps(struct arena *a, const struct flow *flow)
{
    struct str_list steps = {0};
    struct flow_work w = {.arena = a, .flow = flow};
    if (!flow->nodes.n)
        return steps;
    flow_graph(&w);
    struct reading r = reading_order(a, &w);
    for (size_t i = 0; i < w.n; i++)
        *vec_push(a, &steps) = step_words(a, &r, r.order[i]);
    return steps;
}

struct str flow_words(struct arena *a, const struct flow *flow)
{
    struct str_list steps = flow_steps(a, flow);
    struct buf b = {0};
    if (!steps.n)
        return STR("");
    put_flat(&b, flow->title);
    if (flow->title.n)
        buf_puts(&b, "：");
    for (size_t i = 0; i < steps.n; i++)
        buf_printf(&b, "第 %zu 步，%.*s", i + 1, STR_ARG(steps.at[i]));
    struct str words = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return words;
}
