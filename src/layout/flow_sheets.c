#include "layout/flow_cut.h"

#include "base/buf.h"
#include "layout/page_frame.h"

#include <math.h>

/* Charts longer than a page.
 *
 *        |                    ① ②    承上页
 *     [ 审核 ]                 |  |
 *        |   |              [ 办结 ]
 *        ①   ②  接第 6 页
 *
 * flow_cut.c finds the places. */

static const struct color ink = {0x1b, 0x1f, 0x23};

/* ① to ㊿, beyond (51). */
static void put_number(struct buf *b, size_t number)
{
    if (number <= 20)
        buf_rune(b, (uint32_t)(0x2460 + number - 1));
    else if (number <= 35)
        buf_rune(b, (uint32_t)(0x3251 + number - 21));
    else if (number <= 50)
        buf_rune(b, (uint32_t)(0x32B1 + number - 36));
    else
        buf_printf(b, "(%zu)", number);
}

/* How far circles at the sides stick out of the chart. */
static double overhang(const struct flow_cutting *c)
{
    double most = 0;
    for (size_t i = 0; i < c->cuts.n; i++)
        for (size_t k = 0; k < c->cuts.at[i].lines.n; k++) {
            double x = c->cuts.at[i].lines.at[k].x, edge = FLOW_CUT_RADIUS + 0.5;
            most = fmax(most, fmax(edge - x, x + edge - c->w->width));
        }
    return most;
}

static void put_legend(struct flow_cutting *c, struct buf *b, const struct flow_cut *cut,
                       bool down, struct str words, size_t page)
{
    size_t n = 0;
    for (size_t i = 0; i < cut->lines.n; i++) {
        if (cut->lines.at[i].down != down)
            continue;
        buf_puts(b, n++ ? "" : b->n ? "　" : "");
        put_number(b, cut->lines.at[i].number);
    }
    if (!n)
        return;
    buf_puts(b, " ");
    buf_put(b, frame_number(c->w->arena, words, page, 0));
}

static struct flow_text set_line(struct flow_cutting *c, struct str text)
{
    struct style style = {.font = FONT_HEI, .size = c->w->form->aside_size, .color = ink};
    return flow_centered(c->w, text, style, 10000);
}

/* The words at the upper or the lower end of a part that stands on `page`. */
static struct flow_text legend(struct flow_cutting *c, const struct flow_cut *cut,
                               bool upper, size_t page)
{
    struct buf b = {0};
    const struct flow_sheets *s = c->sheets;
    if (upper) {
        put_legend(c, &b, cut, true, s->before, page - 1);
        put_legend(c, &b, cut, false, s->onward, page - 1);
    } else {
        put_legend(c, &b, cut, true, s->onward, page + 1);
        put_legend(c, &b, cut, false, s->from, page + 1);
    }
    struct flow_text text = set_line(c, str_copy(c->w->arena, buf_str(&b)));
    buf_drop(&b);
    c->wide = fmax(c->wide, text.width);
    return text;
}

/* A part of the chart being painted. */
struct part {
    struct flow_cutting *c;
    struct flow_painter p;
    const struct flow_cut *upper, *lower; /* NULL at the ends of the chart */
    double top, low;
};

/* Where the circle of a cut line stands. */
static struct point circle_at(const struct flow_cut *cut, const struct flow_crossing *x,
                              bool upper)
{
    double away = FLOW_CUT_STEM + FLOW_CUT_RADIUS + x->level * (2 * FLOW_CUT_RADIUS + 3);
    return (struct point){x->x, cut->y + (upper ? -away : away)};
}

static const struct flow_crossing *crossing_of(const struct flow_cut *cut, size_t link,
                                               size_t segment)
{
    for (size_t i = 0; cut && i < cut->lines.n; i++)
        if (cut->lines.at[i].link == link && cut->lines.at[i].segment == segment)
            return &cut->lines.at[i];
    return NULL;
}

static bool within(const struct part *part, double y)
{
    return (!part->upper || y >= part->upper->y) && (!part->lower || y < part->lower->y);
}

/* The end of a piece at the edge of its circle. */
static struct point at_circle(const struct flow_cut *cut, const struct flow_crossing *x,
                              bool upper)
{
    struct point at = circle_at(cut, x, upper);
    at.y += upper ? FLOW_CUT_RADIUS : -FLOW_CUT_RADIUS;
    return at;
}

/* The pieces of a line that lie in the part. */
static void paint_pieces(struct part *part, size_t link)
{
    const struct flow_link *l = &part->c->w->links[link];
    struct point *piece = arena_array(part->c->w->arena, l->n + 2, sizeof *piece);
    size_t n = 0;
    for (size_t k = 0; k < l->n; k++) {
        if (within(part, l->points[k].y))
            piece[n++] = l->points[k];
        const struct flow_crossing *up = crossing_of(part->upper, link, k),
                                   *low = crossing_of(part->lower, link, k);
        for (int turn = 0; turn < 2; turn++) {
            bool upper =
                turn == (l->points[k].y > (k + 1 < l->n ? l->points[k + 1].y : 0));
            const struct flow_crossing *x = upper ? up : low;
            if (!x)
                continue;
            piece[n++] = at_circle(upper ? part->upper : part->lower, x, upper);
            if (x->down == upper)
                continue; /* it comes in here */
            flow_paint_line(&part->p, piece, n, true);
            n = 0;
        }
    }
    if (n > 1)
        flow_paint_line(&part->p, piece, n, true);
}

static void paint_circles(struct part *part, const struct flow_cut *cut, bool upper)
{
    for (size_t i = 0; cut && i < cut->lines.n; i++) {
        const struct flow_crossing *x = &cut->lines.at[i];
        struct flow_text number =
            set_line(part->c, str_number(part->c->w->arena, x->number));
        flow_paint_connector(&part->p, &number, circle_at(cut, x, upper),
                             FLOW_CUT_RADIUS);
    }
}

static void paint_legend(struct part *part, const struct flow_cut *cut, bool upper,
                         size_t page)
{
    if (!cut || !cut->lines.n)
        return;
    struct flow_text text = legend(part->c, cut, upper, page);
    double away = flow_cut_margin(cut) - FLOW_CUT_LEGEND;
    flow_paint_text(&part->p, &text, (part->c->w->width - text.width) / 2,
                    upper ? cut->y - away - FLOW_CUT_LEGEND : cut->y + away + 2);
}

static bool has_label(const struct part *part, const struct flow_link *l)
{
    return l->label.n && within(part, l->label_box.y + l->label_box.height / 2);
}

static void paint_part(struct part *part, size_t page)
{
    struct flow_work *w = part->c->w;
    flow_paint_swims(&part->p, w, part->top, part->low);
    for (size_t i = 0; i < w->n_links; i++)
        paint_pieces(part, i);
    paint_circles(part, part->upper, true);
    for (size_t i = 0; i < w->n; i++)
        if (within(part, w->shapes[i].box.y + w->shapes[i].box.height / 2))
            flow_paint_shape(&part->p, &w->shapes[i]);
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        if (has_label(part, l))
            flow_paint_text(&part->p, &l->label, l->label_box.x, l->label_box.y);
    }
    paint_circles(part, part->lower, false);
    paint_legend(part, part->upper, true, page);
    paint_legend(part, part->lower, false, page);
}

/* A label that no cut could pass by stands whole in one part, which grows for it. */
static void hold_labels(struct part *part)
{
    const struct flow_work *w = part->c->w;
    for (size_t i = 0; i < w->n_links; i++) {
        const struct box *label = &w->links[i].label_box;
        if (!has_label(part, &w->links[i]))
            continue;
        part->top = fmin(part->top, label->y);
        part->low = fmax(part->low, label->y + label->height);
    }
}

/* From the leftmost to the rightmost mark. */
static struct box extent(const struct page *page)
{
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind == MARK_TEXT) {
            left = fmin(left, m->text.x);
            right = fmax(right, m->text.x + m->text.width);
        }
        for (size_t k = 0; m->kind == MARK_PATH && k < m->path.n; k++) {
            left = fmin(left, m->path.segments[k].x - 1);
            right = fmax(right, m->path.segments[k].x + 1);
        }
    }
    return (struct box){.x = left, .width = right - left};
}

/* Paints the part in the coordinates of the chart, then moves it to a page of its own. */
static void put_part(struct flow_cutting *c, struct scene *s, size_t figure, size_t i)
{
    struct scene *own = scene_new();
    struct part part = {.c = c, .low = c->w->height};
    part.p = (struct flow_painter){own, scene_page(own, 0, 0), SCENE_ROOT};
    if (i > 0) {
        part.upper = &c->cuts.at[i - 1];
        part.top = part.upper->y - flow_cut_margin(part.upper) - c->w->head;
    }
    if (i < c->cuts.n) {
        part.lower = &c->cuts.at[i];
        part.low = part.lower->y + flow_cut_margin(part.lower);
    }
    hold_labels(&part);
    paint_part(&part, c->sheets->page + i);
    double width = fmax(c->w->width, c->wide), x = (c->w->width - width) / 2;
    if (c->sheets->crop && own->pages.at[0].marks.n) {
        struct box box = extent(&own->pages.at[0]);
        x = box.x;
        width = box.width;
    }
    size_t page = scene_page(s, width, part.low - part.top);
    scene_place(s, page, figure, own, 0, -x, -part.top, 1);
    scene_drop(own);
}

struct scene *flow_sheets(const struct typesetter *t, const struct flow *flow,
                          const struct flow_sheets *sheets)
{
    struct arena *a = arena_new();
    struct flow_work w = flow_work(a, t, flow, FLOW_WIDE);
    struct flow_cutting c = {.w = &w, .sheets = sheets};
    struct scene *s = scene_new();
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].alt = str_copy(s->arena, flow_words(a, flow));
    s->elements.at[figure].title = str_copy(s->arena, flow->title);
    s->title = s->elements.at[figure].title;
    if (w.n) {
        flow_cut(&c);
        c.wide = w.width + 2 * overhang(&c);
    }
    for (size_t i = 0; i <= c.cuts.n; i++)
        put_part(&c, s, figure, i);
    arena_drop(a);
    return s;
}
