#include "layout/flow_parts.h"

#include "base/buf.h"
#include "layout/page_frame.h"

#include <math.h>
#include <stdlib.h>

/* Charts longer than a page.
 *
 *        |                    ① ②    承上页
 *     [ 审核 ]                 |  |
 *        |   |              [ 办结 ]
 *        ①   ②  接第 6 页
 *
 * A chart is cut in the gutters between its rows, above or below the tracks there, where
 * only upright lines pass. Of all ways to cut it into parts that are not too high, the one
 * with the least cost: a part costs as much as some cut lines (dynamic programming over the
 * rows). Circles too near each other for a row stand in several. */

static const double RADIUS = 7.5;
static const double STEM = 12;   /* of line between a cut and its circle */
static const double LEGEND = 16; /* height of the line of text */
enum { COST_PART = 120, COST_LINE = 30, COST_LABEL = 60 };

static const struct color ink = {0x1b, 0x1f, 0x23};

/* A line at a cut. */
struct crossing {
    size_t link, segment;
    double x;
    bool down;
    size_t number; /* in its circle */
    int level;     /* of the rows of circles */
};

struct cut {
    double y;
    long cost;
    int levels;
    VEC(struct crossing) lines; /* from left to right */
};

struct cutting {
    struct flow_work *w;
    const struct flow_sheets *sheets;
    VEC(struct cut) cuts; /* possible ones, from top to bottom; then those chosen */
    size_t numbers;
    double wide; /* width of the widest part */
};

static int compare_crossings(const void *a, const void *b)
{
    const struct crossing *x = a, *y = b;
    return x->x < y->x ? -1 : x->x > y->x;
}

/* Circles in as few rows as keep them apart. */
static void set_levels(struct flow_work *w, struct cut *cut)
{
    double *last = arena_array(w->arena, cut->lines.n + 1, sizeof *last);
    for (size_t i = 0; i < cut->lines.n; i++) {
        int level = 0;
        while (level < cut->levels && cut->lines.at[i].x - last[level] < 2 * RADIUS + 3)
            level++;
        cut->lines.at[i].level = level;
        last[level] = cut->lines.at[i].x;
        cut->levels = level < cut->levels ? cut->levels : level + 1;
    }
}

static struct cut cut_at(struct flow_work *w, double y)
{
    struct cut cut = {.y = y};
    for (size_t i = 0; i < w->n_links; i++) {
        const struct flow_link *l = &w->links[i];
        for (size_t k = 0; k + 1 < l->n; k++) {
            double a = l->points[k].y, b = l->points[k + 1].y;
            if ((a < y) != (b < y))
                *vec_push(w->arena, &cut.lines) =
                    (struct crossing){i, k, l->points[k].x, a < b, 0, 0};
        }
        if (l->label.n && l->label_box.y < y && y < l->label_box.y + l->label_box.height)
            cut.cost += COST_LABEL;
    }
    if (cut.lines.n)
        qsort(cut.lines.at, cut.lines.n, sizeof *cut.lines.at, compare_crossings);
    set_levels(w, &cut);
    cut.cost += COST_LINE * (long)cut.lines.n;
    return cut;
}

/* The better of the places above and below the tracks of each gutter. */
static void find_cuts(struct cutting *c)
{
    struct flow_work *w = c->w;
    for (int i = 2; i < 2 * w->rows; i += 2) {
        const struct flow_lane *l = &w->down[i];
        double tracks = l->used ? (l->high - l->low) * l->spacing : 0;
        double away = l->used ? tracks / 2 + (l->size - tracks) / 4 : 0;
        struct cut above = cut_at(w, l->middle - away),
                   below = cut_at(w, l->middle + away);
        *vec_push(w->arena, &c->cuts) = above.cost <= below.cost ? above : below;
    }
}

/* Height of what stands at a cut beside the chart itself. */
static double margin(const struct cut *cut)
{
    return cut->lines.n ? STEM + cut->levels * (2 * RADIUS + 3) + LEGEND : 0;
}

/* The height of the part between two cuts; SIZE_MAX and n are the ends of the chart. */
static double part_height(const struct cutting *c, size_t from, size_t to)
{
    double top = from == FLOW_NO ? 0 : c->cuts.at[from].y;
    double low = to == c->cuts.n ? c->w->height : c->cuts.at[to].y;
    double height = low - top;
    if (from != FLOW_NO)
        height += margin(&c->cuts.at[from]) + c->w->head;
    if (to != c->cuts.n)
        height += margin(&c->cuts.at[to]);
    return height;
}

/* The cuts of the cheapest way replace the possible ones. */
static void choose_cuts(struct cutting *c)
{
    size_t n = c->cuts.n;
    long *cost = arena_array(c->w->arena, n + 1, sizeof *cost);
    size_t *before = arena_array(c->w->arena, n + 1, sizeof *before);
    for (size_t to = 0; to <= n; to++) {
        cost[to] = -1;
        for (size_t from = to; from-- != FLOW_NO;) {
            /* One row is a part however high it is. */
            if (from + 1 != to && part_height(c, from, to) > c->sheets->most)
                break;
            long here = COST_PART + (from == FLOW_NO ? 0 : cost[from]) +
                        (to < n ? c->cuts.at[to].cost : 0);
            if (cost[to] < 0 || here < cost[to]) {
                cost[to] = here;
                before[to] = from;
            }
            if (from == FLOW_NO)
                break;
        }
    }
    size_t kept = 0;
    bool *keep = arena_array(c->w->arena, n + 1, sizeof *keep);
    for (size_t i = before[n]; i != FLOW_NO; i = before[i])
        keep[i] = true;
    for (size_t i = 0; i < n; i++)
        if (keep[i])
            c->cuts.at[kept++] = c->cuts.at[i];
    c->cuts.n = kept;
}

/* An upright stretch of a line has one number at all cuts it passes. */
static void number_lines(struct cutting *c)
{
    for (size_t i = 0; i < c->cuts.n; i++)
        for (size_t k = 0; k < c->cuts.at[i].lines.n; k++) {
            struct crossing *x = &c->cuts.at[i].lines.at[k];
            for (size_t j = 0; i && j < c->cuts.at[i - 1].lines.n; j++) {
                const struct crossing *o = &c->cuts.at[i - 1].lines.at[j];
                if (o->link == x->link && o->segment == x->segment)
                    x->number = o->number;
            }
            if (!x->number)
                x->number = ++c->numbers;
        }
}

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
static double overhang(const struct cutting *c)
{
    double most = 0;
    for (size_t i = 0; i < c->cuts.n; i++)
        for (size_t k = 0; k < c->cuts.at[i].lines.n; k++) {
            double x = c->cuts.at[i].lines.at[k].x, edge = RADIUS + 0.5;
            most = fmax(most, fmax(edge - x, x + edge - c->w->width));
        }
    return most;
}

static void put_legend(struct cutting *c, struct buf *b, const struct cut *cut, bool down,
                       struct str words, size_t page)
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

static struct flow_text set_line(struct cutting *c, struct str text)
{
    struct style style = {FONT_HEI, c->w->form->aside_size, ink};
    return flow_centered(c->w, text, style, 10000);
}

/* The words at the upper or the lower end of a part that stands on `page`. */
static struct flow_text legend(struct cutting *c, const struct cut *cut, bool upper,
                               size_t page)
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
    struct cutting *c;
    struct flow_painter p;
    const struct cut *upper, *lower; /* NULL at the ends of the chart */
    double top, low;
};

/* Where the circle of a cut line stands. */
static struct point circle_at(const struct cut *cut, const struct crossing *x, bool upper)
{
    double away = STEM + RADIUS + x->level * (2 * RADIUS + 3);
    return (struct point){x->x, cut->y + (upper ? -away : away)};
}

static const struct crossing *crossing_of(const struct cut *cut, size_t link,
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
static struct point at_circle(const struct cut *cut, const struct crossing *x, bool upper)
{
    struct point at = circle_at(cut, x, upper);
    at.y += upper ? RADIUS : -RADIUS;
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
        const struct crossing *up = crossing_of(part->upper, link, k),
                              *low = crossing_of(part->lower, link, k);
        for (int turn = 0; turn < 2; turn++) {
            bool upper =
                turn == (l->points[k].y > (k + 1 < l->n ? l->points[k + 1].y : 0));
            const struct crossing *x = upper ? up : low;
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

static void paint_circles(struct part *part, const struct cut *cut, bool upper)
{
    for (size_t i = 0; cut && i < cut->lines.n; i++) {
        const struct crossing *x = &cut->lines.at[i];
        struct flow_text number =
            set_line(part->c, str_print(part->c->w->arena, "%zu", x->number));
        flow_paint_connector(&part->p, &number, circle_at(cut, x, upper), RADIUS);
    }
}

static void paint_legend(struct part *part, const struct cut *cut, bool upper,
                         size_t page)
{
    if (!cut || !cut->lines.n)
        return;
    struct flow_text text = legend(part->c, cut, upper, page);
    double away = margin(cut) - LEGEND;
    flow_paint_text(&part->p, &text, (part->c->w->width - text.width) / 2,
                    upper ? cut->y - away - LEGEND : cut->y + away + 2);
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
        if (l->label.n && within(part, l->label_box.y + l->label_box.height / 2))
            flow_paint_text(&part->p, &l->label, l->label_box.x, l->label_box.y);
    }
    paint_circles(part, part->lower, false);
    paint_legend(part, part->upper, true, page);
    paint_legend(part, part->lower, false, page);
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
static void put_part(struct cutting *c, struct scene *s, size_t figure, size_t i)
{
    struct scene *own = scene_new();
    struct part part = {.c = c, .low = c->w->height};
    part.p = (struct flow_painter){own, scene_page(own, 0, 0), SCENE_ROOT};
    if (i > 0) {
        part.upper = &c->cuts.at[i - 1];
        part.top = part.upper->y - margin(part.upper) - c->w->head;
    }
    if (i < c->cuts.n) {
        part.lower = &c->cuts.at[i];
        part.low = part.lower->y + margin(part.lower);
    }
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
    struct cutting c = {.w = &w, .sheets = sheets};
    struct scene *s = scene_new();
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].alt = str_copy(s->arena, flow_words(a, flow));
    s->elements.at[figure].title = str_copy(s->arena, flow->title);
    s->title = s->elements.at[figure].title;
    if (w.n) {
        find_cuts(&c);
        choose_cuts(&c);
        number_lines(&c);
        c.wide = w.width + 2 * overhang(&c);
    }
    for (size_t i = 0; i <= c.cuts.n; i++)
        put_part(&c, s, figure, i);
    arena_drop(a);
    return s;
}
