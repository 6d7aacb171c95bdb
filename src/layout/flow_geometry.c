#include "layout/flow_parts.h"

#include <math.h>

/* From lanes to points: lanes become as wide as their boxes and tracks need, then boxes and
 * lines take their coordinates from the lanes. */

static const double EDGE = 1.5; /* free margin of the chart: half a line, and a little */
static const double ARROW_ROOM = 11; /* from a bend to the box an arrow points at */
static const double LINE_ROOM = 10;  /* from a track to the boxes beside its gutter */
static const double EVEN_MOST =
    1.8;                           /* least widths: a wider step keeps its width alone */
static const double PORT_ROOM = 7; /* from a line's end to the corner of its box */

static double reach(const struct flow_lane *l)
{
    return fmax(-l->low, l->high) * l->spacing;
}

static double zone(const struct flow_lane *l)
{
    return (l->high - l->low) * l->spacing;
}

static double position(const struct flow_lane *l, int track)
{
    double shift = l->anchored ? 0 : (l->low + l->high) / 2.0;
    return l->middle + (track - shift) * l->spacing;
}

/* Boxes grow where many lines end at one side. */
static void widen_box(struct flow_shape *s, const struct flow_run *r, double spacing)
{
    double need = 2 * (fabs(r->track * spacing) + PORT_ROOM);
    if (!r->track)
        return;
    if (r->vertical)
        s->width = fmax(s->width, need);
    else
        s->height = fmax(s->height, need);
}

static void grow_boxes(struct flow_work *w)
{
    for (size_t i = 0; i < w->runs.n; i++) {
        const struct flow_run *r = &w->runs.at[i];
        const struct flow_link *l = &w->links[r->link];
        double spacing =
            r->vertical ? w->across[r->lane].spacing : w->down[r->lane].spacing;
        if (r->leaves)
            widen_box(&w->shapes[l->from], r, spacing);
        if (r->enters)
            widen_box(&w->shapes[l->to], r, spacing);
    }
}

static bool is_step(const struct flow_work *w, const struct flow_shape *s)
{
    return (s->node->kind == NODE_START || s->node->kind == NODE_STEP ||
            s->node->kind == NODE_END) &&
           s->chip == FLOW_NO && s->width <= EVEN_MOST * w->form->least_width;
}

/* Steps below each other are equally wide, unless one is much wider than the least. */
static void even_steps(struct flow_work *w)
{
    size_t lanes = 2 * (size_t)w->columns + 1;
    double *widest = arena_array(w->arena, lanes * lanes, sizeof *widest);
    for (int turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < w->n; i++) {
            struct flow_shape *s = &w->shapes[i];
            double *width = &widest[(size_t)s->from * lanes + (size_t)s->to];
            if (is_step(w, s))
                *(turn ? &s->width : width) = fmax(*width, s->width);
        }
}

static void size_gutters(struct flow_lane *lanes, int n, double gap, double room)
{
    for (int i = 0; i < n; i += 2) {
        struct flow_lane *l = &lanes[i];
        bool outer = i == 0 || i == n - 1;
        double beside = fmax(room, l->room);
        if (outer)
            l->size = l->used ? zone(l) + beside + 1 : l->room;
        else
            l->size = fmax(gap, l->used ? zone(l) + 2 * beside : l->room);
    }
}

/* Middles of the lanes; returns where the last one ends. An outer lane has its room on the
 * side of the boxes only. */
static double set_middles(struct flow_lane *lanes, int n, double start)
{
    double at = start;
    for (int i = 0; i < n; i++) {
        struct flow_lane *l = &lanes[i];
        double free = i == 0 || i == n - 1 ? l->size - zone(l) - 1 : 0;
        l->middle = at + l->size / 2;
        if (i == 0)
            l->middle -= free / 2;
        else if (i == n - 1)
            l->middle += free / 2;
        at += l->size;
    }
    return at + EDGE;
}

static int middle_column(const struct flow_work *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->shapes[i].main)
            return w->shapes[i].center;
    return 1;
}

/* Columns left and right of the middle are equally wide, so that the chart is even. */
static void even_out(struct flow_work *w)
{
    int middle = middle_column(w), n = 2 * w->columns + 1;
    for (int i = 2; middle - i > 0 && middle + i < n; i += 2) {
        struct flow_lane *left = &w->across[middle - i], *right = &w->across[middle + i];
        left->size = right->size = fmax(left->size, right->size);
    }
}

static void size_wide(struct flow_work *w)
{
    int n = 2 * w->columns + 1;
    for (int i = 1; i < n; i += 2)
        w->across[i].size = 2 * reach(&w->across[i]) + 2 * PORT_ROOM;
    for (size_t i = 0; i < w->n; i++) {
        struct flow_lane *l = &w->across[w->shapes[i].center];
        l->size = fmax(l->size, w->shapes[i].width);
    }
    flow_swim_room(w);
    size_gutters(w->across, n, w->form->gutter, LINE_ROOM);
    if (w->n_swims)
        flow_swim_widen(w);
    else
        even_out(w);
}

/* Gutters wide enough that a label stands above a line that leaves its box sideways. */
static void make_label_room(struct flow_work *w)
{
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        const struct flow_shape *from = &w->shapes[l->from];
        if (!l->label.n || l->out == FLOW_UP || l->out == FLOW_DOWN || l->chip != FLOW_NO)
            continue;
        struct flow_lane *gutter =
            &w->across[l->out == FLOW_LEFT ? from->from - 1 : from->to + 1];
        double free = (w->across[from->center].size - from->width) / 2;
        double need = l->label.width + 14 + (l->runs == 1 ? 6 : 0) - free;
        gutter->size = fmax(gutter->size, need);
    }
}

/* Narrow: what the halves may take once the gutters have what they need. */
static double share_page(struct flow_work *w)
{
    struct flow_lane *x = w->across;
    double page = w->form->page - 2 * EDGE, most = 0.4 * page;
    for (;;) {
        size_gutters(x, 5, w->form->gutter, LINE_ROOM * 0.8);
        if (x[2].anchored)
            x[2].size = fmax(w->form->gutter, 2 * reach(&x[2]) + 16);
        double taken = x[0].size + x[2].size + x[4].size;
        if (taken <= most || x[0].spacing < 0.05)
            return (page - taken) / 2;
        for (int i = 0; i < 5; i += 2) {
            x[i].spacing *= 0.9;
            x[i].room *= 0.9;
        }
    }
}

static double narrow_most(const struct flow_work *w, const struct flow_shape *s,
                          double half)
{
    const struct flow_lane *x = w->across;
    if (s->from != s->to)
        return 2 * half + x[2].size;
    if (s->center != 2)
        return half;
    double beside = fmax(reach(&x[1]), reach(&x[3])) + 8;
    return fmin(half + x[2].size - 2 * beside, w->form->page * 0.43);
}

static void limit_spacing(struct flow_lane *l, double half_width)
{
    double most = fmax(-l->low, l->high);
    if (most > 0)
        l->spacing = fmin(l->spacing, fmax(half_width - PORT_ROOM, 0) / most);
}

static void size_narrow(struct flow_work *w)
{
    struct flow_lane *x = w->across;
    if (w->roomy) /* three tracks pass beside a small box: see narrow_most() */
        x[1].spacing = x[3].spacing = 5;
    double half = share_page(w), small = w->form->page * 0.43;
    limit_spacing(&x[1], half / 2);
    limit_spacing(&x[3], half / 2);
    limit_spacing(&x[2], w->roomy ? small / 2 - 10 : half);
    for (size_t i = 0; i < w->n; i++)
        flow_box_measure(w, &w->shapes[i], narrow_most(w, &w->shapes[i], half));
    grow_boxes(w);
    even_steps(w);
    double side = fmax(reach(&x[1]), reach(&x[3]));
    bool passed = x[1].used || x[3].used;
    double need = side > 0 ? 2 * side + 2 * PORT_ROOM : 0;
    for (size_t i = 0; i < w->n; i++) {
        const struct flow_shape *s = &w->shapes[i];
        if (s->from == s->to && s->center != 2)
            need = fmax(need, s->width);
        else if (s->from != s->to || !passed)
            need = fmax(need, (s->width - x[2].size) / 2);
        else
            need = fmax(need, s->width + 2 * (side + 8) - x[2].size);
    }
    x[1].size = x[3].size = need;
}

/* The gutters beside the source hold the label, should there be no better place. */
static void make_label_height(struct flow_work *w, const struct flow_link *l)
{
    int row = w->shapes[l->from].row;
    for (int lane = row - 1; lane <= row + 1; lane += 2) {
        struct flow_lane *gutter = &w->down[lane];
        bool leaves = l->out == (lane < row ? FLOW_UP : FLOW_DOWN);
        bool outer = lane == 0 || lane == 2 * w->rows;
        if (leaves)
            gutter->size = fmax(gutter->size,
                                l->label.height + 12 + (l->runs > 1 ? zone(gutter) : 0));
        else if (!outer || w->rows == 1)
            gutter->size = fmax(gutter->size, l->label.height + 4);
    }
}

static void size_rows(struct flow_work *w)
{
    int n = 2 * w->rows + 1;
    for (int i = 1; i < n; i += 2)
        w->down[i].size = w->down[i].used ? 2 * reach(&w->down[i]) + 2 * PORT_ROOM : 0;
    for (size_t i = 0; i < w->n; i++) {
        struct flow_lane *l = &w->down[w->shapes[i].row];
        l->size = fmax(l->size, w->shapes[i].height);
    }
    size_gutters(w->down, n, w->form->gap, ARROW_ROOM);
    for (size_t i = 0; i < w->n_links; i++)
        if (w->links[i].label.n && w->links[i].chip == FLOW_NO)
            make_label_height(w, &w->links[i]);
}

static void put_boxes(struct flow_work *w)
{
    for (size_t i = 0; i < w->n; i++) {
        struct flow_shape *s = &w->shapes[i];
        s->box =
            (struct box){w->across[s->center].middle - s->width / 2,
                         w->down[s->row].middle - s->height / 2, s->width, s->height};
    }
}

static double run_position(const struct flow_work *w, const struct flow_run *r)
{
    return position(r->vertical ? &w->across[r->lane] : &w->down[r->lane], r->track);
}

static void put_points(struct flow_work *w, struct flow_link *l)
{
    const struct flow_run *runs = &w->runs.at[l->first_run];
    l->n = l->runs + 1;
    l->points = arena_array(w->arena, l->n, sizeof *l->points);
    l->points[0] =
        flow_box_border(&w->shapes[l->from], l->out, run_position(w, &runs[0]));
    for (size_t i = 1; i < l->runs; i++) {
        double before = run_position(w, &runs[i - 1]), at = run_position(w, &runs[i]);
        l->points[i] =
            runs[i].vertical ? (struct point){at, before} : (struct point){before, at};
    }
    l->points[l->runs] =
        flow_box_border(&w->shapes[l->to], l->in, run_position(w, &runs[l->runs - 1]));
}

void flow_geometry(struct flow_work *w)
{
    for (int i = 0; i < 2 * w->columns + 1; i++)
        w->across[i].spacing = fmax(w->form->track, w->across[i].spread);
    for (int i = 0; i < 2 * w->rows + 1; i++)
        w->down[i].spacing = fmax(w->form->track, w->down[i].spread);
    if (w->form->narrow) {
        size_narrow(w);
    } else {
        grow_boxes(w);
        even_steps(w);
        size_wide(w);
        make_label_room(w);
    }
    size_rows(w);
    w->width = set_middles(w->across, 2 * w->columns + 1, EDGE);
    w->height = set_middles(w->down, 2 * w->rows + 1, EDGE + w->head);
    flow_swim_sides(w);
    put_boxes(w);
    for (size_t i = 0; i < w->n_links; i++)
        put_points(w, &w->links[i]);
}
