#include "layout/flow_parts.h"

#include "catalog/chart.h"

#include <math.h>

/* Swim lanes: the columns of the grid belong to lanes, three at most to each, its boxes in
 * the middle one, what stands beside a box at its sides. The border of two lanes runs in
 * the gutter between their columns, beside the tracks there, so that no line lies on it. */

static const struct color dark_blue = {0x0a, 0x3f, 0x78};
static const double HEAD_CHARACTERS = 9; /* of a lane's name on one line */
static const double HEAD_PAD = 6;        /* above and below the name, and beside it */
static const double SIDE = 20; /* from the columns of a lane to those of the next */

void flow_swim_take(struct flow_work *w)
{
    size_t n = w->flow->lanes.n;
    if (n < 2 || n > CHART_MOST_LANES)
        return;
    for (size_t i = 0; i < w->n; i++)
        if (w->shapes[i].node->lane >= n)
            return;
    w->n_swims = n;
    w->swims = arena_array(w->arena, n, sizeof *w->swims);
    struct style style = {
        .font = FONT_HEI_BOLD, .size = w->form->size, .color = dark_blue};
    for (size_t i = 0; i < n; i++) {
        struct flow_text *head = &w->swims[i].head;
        *head = flow_centered(w, w->flow->lanes.at[i], style,
                              HEAD_CHARACTERS * style.size + 0.01);
        w->head = fmax(w->head, head->height + 2 * HEAD_PAD);
    }
}

void flow_swim_room(struct flow_work *w)
{
    if (!w->n_swims)
        return;
    for (size_t i = 0; i <= w->n_swims; i++) {
        int at = i < w->n_swims ? w->swims[i].from - 1 : 2 * w->columns;
        double room = at == 0 || at == 2 * w->columns ? SIDE / 2 : SIDE;
        w->across[at].room = fmax(w->across[at].room, room);
    }
    for (int at = 0; at <= 2 * w->rows; at += 2 * w->rows)
        w->down[at].room = fmax(w->down[at].room, SIDE / 2);
}

/* A lane is as wide as its head wants. */
void flow_swim_widen(struct flow_work *w)
{
    for (size_t i = 0; i < w->n_swims; i++) {
        const struct flow_swim *swim = &w->swims[i];
        double width = 0;
        for (int at = swim->from; at <= swim->to; at++)
            width += w->across[at].size;
        struct flow_lane *middle = &w->across[(swim->from + swim->to) / 2 | 1];
        double more = swim->head.width + 2 * HEAD_PAD - SIDE - width;
        middle->size += fmax(more, 0);
    }
}

void flow_swim_sides(struct flow_work *w)
{
    if (!w->n_swims)
        return;
    for (size_t i = 1; i < w->n_swims; i++) {
        const struct flow_lane *gutter = &w->across[w->swims[i].from - 1];
        double at = gutter->middle;
        if (gutter->used)
            at += gutter->room - FLOW_SWIM_BORDER - gutter->size / 2;
        w->swims[i - 1].right = w->swims[i].left = at;
    }
    w->swims[0].left = 0.7; /* half the frame's line */
    w->swims[w->n_swims - 1].right = w->width - 0.7;
}
