#include "layout/flow_parts.h"

#include <math.h>
#include <string.h>

/* The colours and shapes of a chart. Dash and shape carry the meaning too, so the chart is
 * clear in black and white. */
static const struct color blue = {0x0b, 0x5c, 0xad};
static const struct color white = {0xff, 0xff, 0xff};
static const struct color tint = {0xf3, 0xf7, 0xfc};
static const struct color pale_blue = {0x8f, 0xb3, 0xda};
static const struct color amber = {0x8a, 0x5a, 0x00};
static const struct color red = {0xb4, 0x23, 0x18};
static const struct color grey = {0x57, 0x60, 0x6a};
static const struct color dark = {0x39, 0x43, 0x4e};

static const double LINE = 1.4;
static const double ARROW = 7.5, ARROW_WIDTH = 6;

/* clang-format off */
static const struct pen pens[NODE_KIND_COUNT] = {
    [NODE_START]     = {&blue,  &blue,      1.6, DASH_NONE},
    [NODE_END]       = {&blue,  &blue,      1.6, DASH_NONE},
    [NODE_STEP]      = {&white, &blue,      1.6, DASH_NONE},
    [NODE_DECISION]  = {&white, &blue,      1.6, DASH_NONE},
    [NODE_MATERIALS] = {&tint,  &pale_blue, 1.0, DASH_NONE},
    [NODE_RETURN]    = {&white, &amber,     1.2, DASH_LONG},
    [NODE_REFUSAL]   = {&white, &red,       1.2, DASH_LONG},
    [NODE_NOTE]      = {&white, &grey,      1.0, DASH_SHORT},
};
/* clang-format on */

static void add(struct segment *to, size_t *n, enum verb verb, double x, double y)
{
    to[(*n)++] = (struct segment){.verb = verb, .x = x, .y = y};
}

static void paint_polygon(const struct flow_painter *p, const struct point *points,
                          size_t n, const struct pen *pen)
{
    struct segment segments[8];
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        add(segments, &k, i ? VERB_LINE : VERB_MOVE, points[i].x, points[i].y);
    add(segments, &k, VERB_CLOSE, points[0].x, points[0].y);
    struct path_mark m = {.segments = segments, .n = k, .line_width = pen->line_width};
    m.dash = pen->dash;
    m.fill = pen->fill != NULL;
    m.stroke = pen->stroke != NULL;
    if (pen->fill)
        m.fill_color = *pen->fill;
    if (pen->stroke)
        m.stroke_color = *pen->stroke;
    scene_path(p->s, p->page, p->figure, &m);
}

static void paint_outline(const struct flow_painter *p, const struct flow_shape *s)
{
    const struct box *b = &s->box;
    const struct pen *pen = &pens[s->node->kind];
    double x = b->x, y = b->y, right = b->x + b->width, low = b->y + b->height;
    double cx = b->x + b->width / 2, cy = b->y + b->height / 2;
    switch (s->outline) {
    case FLOW_RECT:
    case FLOW_PILL: scene_rect(p->s, p->page, p->figure, *b, s->round, pen); return;
    case FLOW_DIAMOND: {
        struct point corners[] = {{cx, y}, {right, cy}, {cx, low}, {x, cy}};
        paint_polygon(p, corners, 4, pen);
        return;
    }
    case FLOW_HEXAGON: break;
    }
    struct point corners[] = {{x + s->round, y},       {right - s->round, y}, {right, cy},
                              {right - s->round, low}, {x + s->round, low},   {x, cy}};
    paint_polygon(p, corners, 6, pen);
}

void flow_paint_text(const struct flow_painter *p, const struct flow_text *t, double x,
                     double y)
{
    for (size_t i = 0; i < t->n; i++)
        y = text_paint(p->s, p->page, p->figure, &t->at[i], 0, t->at[i].lines.n,
                       x + t->shift, y);
}

/* The list stands at the left of its box, any other text in the middle. */
static void paint_words(const struct flow_painter *p, const struct flow_shape *s)
{
    struct box b = flow_text_box(s);
    flow_paint_text(p, &s->text, b.x, b.y);
}

void flow_paint_shape(const struct flow_painter *p, const struct flow_shape *s)
{
    paint_outline(p, s);
    paint_words(p, s);
}

/* All outlines, then all words: what looks alike stands together, so that a writer says
 * once how it looks. No box overlaps another, so the order is not seen. */
static void paint_shapes(const struct flow_painter *p, const struct flow_work *w)
{
    for (int kind = 0; kind < NODE_KIND_COUNT; kind++)
        for (size_t i = 0; i < w->n; i++)
            if ((int)w->shapes[i].node->kind == kind)
                paint_outline(p, &w->shapes[i]);
    for (size_t i = 0; i < w->n; i++)
        paint_words(p, &w->shapes[i]);
}

/* The point a distance before the end of the line, towards the point before. */
static struct point before_end(const struct point *points, size_t n, double distance)
{
    struct point a = points[n - 2], b = points[n - 1];
    double length = hypot(b.x - a.x, b.y - a.y);
    if (length <= 0)
        return b;
    double part = fmin(distance / length, 1);
    return (struct point){b.x + (a.x - b.x) * part, b.y + (a.y - b.y) * part};
}

static void paint_arrow(const struct flow_painter *p, const struct point *points,
                        size_t n)
{
    /* Its tip stops at the outer edge of the box's outline. */
    struct point tip = before_end(points, n, 0.8),
                 base = before_end(points, n, 0.8 + ARROW);
    bool upright = fabs(tip.y - base.y) > fabs(tip.x - base.x);
    double dx = upright ? ARROW_WIDTH / 2 : 0, dy = upright ? 0 : ARROW_WIDTH / 2;
    struct point corners[] = {
        {tip.x, tip.y}, {base.x + dx, base.y + dy}, {base.x - dx, base.y - dy}};
    struct pen pen = {.fill = &dark};
    paint_polygon(p, corners, 3, &pen);
}

static void paint_line(const struct flow_painter *p, const struct point *points, size_t n,
                       bool arrow)
{
    struct segment *segments = arena_array(p->s->arena, n, sizeof *segments);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        struct point at = i + 1 < n || !arrow ? points[i] : before_end(points, n, ARROW);
        add(segments, &k, i ? VERB_LINE : VERB_MOVE, at.x, at.y);
    }
    struct path_mark m = {.segments = segments,
                          .n = k,
                          .stroke = true,
                          .stroke_color = dark,
                          .line_width = LINE};
    scene_path(p->s, p->page, p->figure, &m);
}

void flow_paint_line(const struct flow_painter *p, const struct point *points, size_t n,
                     bool arrow)
{
    paint_line(p, points, n, arrow);
    if (arrow)
        paint_arrow(p, points, n);
}

void flow_paint_connector(const struct flow_painter *p, const struct flow_text *number,
                          struct point middle, double radius)
{
    struct pen pen = {.fill = &white, .stroke = &dark, .line_width = 1};
    struct box box = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
    scene_rect(p->s, p->page, p->figure, box, radius, &pen);
    flow_paint_text(p, number, middle.x - number->width / 2,
                    middle.y - number->height / 2);
}

void flow_paint_swims(const struct flow_painter *p, const struct flow_work *w, double top,
                      double low)
{
    static const struct color head = {0xe3, 0xed, 0xf8};
    struct pen frame = {.stroke = &pale_blue, .line_width = 1}, filled = {.fill = &head};
    if (!w->n_swims)
        return;
    double left = w->swims[0].left, right = w->swims[w->n_swims - 1].right;
    double below = top + w->head;
    top += LINE / 2;
    low -= LINE / 2;
    scene_rect(p->s, p->page, p->figure,
               (struct box){left, top, right - left, below - top}, 0, &filled);
    for (size_t i = 0; i < w->n_swims; i++) {
        const struct flow_swim *swim = &w->swims[i];
        if (i)
            scene_line(p->s, p->page, p->figure, swim->left, top, swim->left, low, 1,
                       pale_blue);
        flow_paint_text(p, &swim->head,
                        swim->left + (swim->right - swim->left - swim->head.width) / 2,
                        top + (below - top - swim->head.height) / 2);
    }
    scene_line(p->s, p->page, p->figure, left, below, right, below, 1, pale_blue);
    scene_rect(p->s, p->page, p->figure, (struct box){left, top, right - left, low - top},
               0, &frame);
}

struct scene *flow_scene(const struct typesetter *t, const struct flow *flow,
                         enum flow_mode mode, struct str alt)
{
    struct arena *a = arena_new();
    struct flow_work w = flow_work(a, t, flow, mode);
    struct scene *s = scene_new();
    struct flow_painter p = {.s = s, .page = scene_page(s, w.width, w.height)};
    p.figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[p.figure].alt = str_copy(s->arena, alt);
    s->elements.at[p.figure].title = str_copy(s->arena, flow->title);
    s->title = s->elements.at[p.figure].title;
    flow_paint_swims(&p, &w, 0, w.height);
    /* Lines first: the start of a line is then covered by its box's outline. */
    for (size_t i = 0; i < w.n_links; i++)
        paint_line(&p, w.links[i].points, w.links[i].n, true);
    for (size_t i = 0; i < w.n_links; i++)
        paint_arrow(&p, w.links[i].points, w.links[i].n);
    paint_shapes(&p, &w);
    for (size_t i = 0; i < w.n_links; i++)
        flow_paint_text(&p, &w.links[i].label, w.links[i].label_box.x,
                        w.links[i].label_box.y);
    arena_drop(a);
    return s;
}
