#include "layout/flow_parts.h"

#include <math.h>

/* Labels of narrow charts that find no place beside their line get one in the grid, as if
 * they were boxes without an outline: the line enters above, passes the label and leaves
 * below (or the other way round). Nothing else can stand or pass there.
 *
 *        |
 *     +--|-----+
 *     |  | 否  |
 *     +--|-----+
 *        v
 */

static const double ASIDE = 3.5; /* between the label and its line */
static const double TURN = 5; /* above and below the label: room for the line to turn */

static void add_chip(struct flow_work *w, size_t link)
{
    static const struct flow_node nothing = {.kind = NODE_STEP};
    struct flow_link *l = &w->links[link], *tail = &w->links[w->n_links];
    struct flow_shape *s = &w->shapes[w->n];
    *s = (struct flow_shape){.node = &nothing,
                             .first_link = FLOW_NO,
                             .rank = w->shapes[l->from].rank,
                             .host = FLOW_NO,
                             .chip = link};
    *tail = (struct flow_link){.edge = l->edge,
                               .from = w->n,
                               .to = l->to,
                               .next = FLOW_NO,
                               .back = l->back,
                               .main = l->main,
                               .chip = FLOW_NO,
                               .tail = FLOW_NO};
    l->to = l->chip = w->n++;
    l->tail = w->n_links++;
}

bool flow_chips(struct flow_work *w, bool all)
{
    size_t links = w->n_links;
    for (size_t i = 0; i < links; i++) {
        struct flow_link *l = &w->links[i];
        if (l->label.n && l->chip == FLOW_NO && (all || l->stuck))
            add_chip(w, i);
    }
    return w->n_links > links;
}

void flow_chip_measure(struct flow_work *w, struct flow_shape *s, double most)
{
    struct flow_link *l = &w->links[s->chip];
    flow_label_measure(w, l, fmax(most - 2 * ASIDE, 1));
    s->text = (struct flow_text){0};
    s->outline = FLOW_RECT;
    s->round = 0;
    s->height = l->label.height + 2 * TURN;
    s->width = 2 * (l->label.width + ASIDE + 1);
    if (s->width > most)
        s->width = fmin(l->label.width + 2 * ASIDE, most);
}

/* The x of the line beside the label: straight on where the label fits beside it. */
static double line_at(const struct flow_link *l, const struct box *box, double in,
                      double out)
{
    double need = ASIDE + l->label.width, right = box->x + box->width;
    if (fabs(in - out) < 1.5 && (in + need <= right || in - need >= box->x))
        return in;
    double at = box->x + (box->width - need) / 2;
    return fabs(at - in) < 1.5 ? in : fabs(at - out) < 1.5 ? out : at;
}

static void join(struct flow_work *w, struct flow_link *l)
{
    const struct flow_link *tail = &w->links[l->tail];
    const struct box *box = &w->shapes[l->chip].box;
    struct point in = l->points[l->n - 1], out = tail->points[0];
    double x = line_at(l, box, in.x, out.x), turn = out.y > in.y ? TURN / 2 : -TURN / 2;
    struct point *points = arena_array(w->arena, l->n + tail->n + 2, sizeof *points);
    size_t n = 0;
    for (size_t i = 0; i + 1 < l->n; i++)
        points[n++] = l->points[i];
    if (fabs(x - in.x) > 0) {
        points[n++] = (struct point){in.x, in.y + turn};
        points[n++] = (struct point){x, in.y + turn};
    }
    if (fabs(x - out.x) > 0) {
        points[n++] = (struct point){x, out.y - turn};
        points[n++] = (struct point){out.x, out.y - turn};
    }
    for (size_t i = 1; i < tail->n; i++)
        points[n++] = tail->points[i];
    bool left = x + ASIDE + l->label.width > box->x + box->width + 0.01;
    l->label_box = (struct box){left ? x - ASIDE - l->label.width : x + ASIDE,
                                box->y + (box->height - l->label.height) / 2,
                                l->label.width, l->label.height};
    l->points = points;
    l->n = n;
    l->to = tail->to;
}

/* Chips and tails stand behind all others, so they can be cut off. */
void flow_join_chips(struct flow_work *w)
{
    size_t links = w->n_links;
    for (size_t i = w->n_links; i-- > 0;) {
        if (w->links[i].chip == FLOW_NO)
            continue;
        join(w, &w->links[i]);
        links = w->links[i].tail < links ? w->links[i].tail : links;
    }
    w->n_links = links;
    w->n = w->flow->nodes.n;
}
