#include "layout/flow_parts.h"

/* PAGE */

/* clang-format off */
static const struct flow_form forms[] = {
    [FLOW_WIDE] = {
        .size = 10, .aside_size = 9.5, .label_size = 9.5, .least_width = 86,
        .pad_x = 10, .pad_y = 8.5, .gap = 22, .gutter = 12, .track = 10, .page = 0},
    [FLOW_NARROW] = {
        .narrow = true,
        .size = 14, .aside_size = 14, .label_size = 14, .least_width = 96,
        .pad_x = 9, .pad_y = 9, .gap = 26, .gutter = 22, .track = 8,
        .page = FLOW_NARROW_WIDTH},
};
/* clang-format on */

static void place_and_route(struct flow_work *w)
{
    flow_place(w);
    flow_route(w);
}

struct flow_work flow_work(struct arena *a, const struct typesetter *t,
                           const struct flow *flow, enum flow_mode mode)
{
    struct flow_work w = {.arena = a, .type = t, .flow = flow, .form = &forms[mode]};
    if (!flow->nodes.n)
        return w;
    flow_graph(&w);
    for (size_t i = 0; i < w.n; i++)
        if (!w.form->narrow)
            flow_box_measure(&w, &w.shapes[i], flow_box_most(&w, &w.shapes[i]));
    for (size_t i = 0; i < w.n_links; i++)
        flow_label_measure(&w, &w.links[i]);
    w.roomy = w.form->narrow;
    place_and_route(&w);
    if (!flow_track(&w)) {
        w.roomy = false;
        place_and_route(&w);
        flow_track(&w);
    }
    flow_geometry(&w);
    flow_labels(&w);
    return w;
}

struct box flow_text_box(const struct flow_shape *s)
{
    const struct flow_text *t = &s->text;
    return (struct box){s->box.x + (s->box.width - t->width) / 2,
                        s->box.y + (s->box.height - t->height) / 2, t->width, t->height};
}

struct flow_plan flow_layout(struct arena *a, const struct typesetter *t,
                             const struct flow *flow, enum flow_mode mode)
{
    struct flow_work w = flow_work(a, t, flow, mode);
    struct flow_plan plan = {.width = w.width, .height = w.height};
    for (size_t i = 0; i < w.n; i++) {
        const struct flow_shape *s = &w.shapes[i];
        struct flow_box *b = vec_push(a, &plan.boxes);
        *b = (struct flow_box){s->node->id, s->outline, s->box, flow_text_box(s), s->round};
    }
    for (size_t i = 0; i < w.n_links; i++) {
        const struct flow_link *l = &w.links[i];
        struct flow_line *line = vec_push(a, &plan.lines);
        *line = (struct flow_line){l->edge, l->points, l->n, l->label_box};
    }
    return plan;
}
