#include "scene/svg.h"

#include <math.h>

bool svg_same(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

/* Tenths of a point: a pixel of a screen is more. */
static double tenths(double x)
{
    return isfinite(x) ? round(x * 10) / 10 : 0;
}

/* The end of what is drawn, as written, so that steps from it do not add up their errors. */
struct pen_place {
    double x, y;
    double start_x, start_y; /* of the figure, where a close leads */
    bool begun;
};

static void put_step(struct buf *out, double x, double y)
{
    svg_number(out, x);
    if (!(tenths(y) < 0))
        buf_char(out, ' ');
    svg_number(out, y);
}

/* Steps have fewer digits than places, and H and V fewer than L: most lines of charts are
 * level or upright. */
static void put_segment(struct buf *out, const struct segment *at, struct pen_place *pen)
{
    double x = tenths(at->x), y = tenths(at->y);
    if (at->verb == VERB_CLOSE) {
        buf_char(out, 'z');
        pen->x = pen->start_x;
        pen->y = pen->start_y;
        return;
    }
    if (at->verb == VERB_MOVE || !pen->begun) {
        buf_char(out, 'M');
        put_step(out, x, y);
        pen->start_x = x;
        pen->start_y = y;
    } else if (at->verb == VERB_CURVE) {
        buf_char(out, 'c');
        put_step(out, tenths(at->x1) - pen->x, tenths(at->y1) - pen->y);
        buf_char(out, ' ');
        put_step(out, tenths(at->x2) - pen->x, tenths(at->y2) - pen->y);
        buf_char(out, ' ');
        put_step(out, x - pen->x, y - pen->y);
    } else if (svg_same(y, pen->y)) {
        buf_char(out, 'h');
        svg_number(out, x - pen->x);
    } else if (svg_same(x, pen->x)) {
        buf_char(out, 'v');
        svg_number(out, y - pen->y);
    } else {
        buf_char(out, 'l');
        put_step(out, x - pen->x, y - pen->y);
    }
    pen->begun = true;
    pen->x = x;
    pen->y = y;
}

/* The box and the corner of a path as scene_rect() makes it with round corners. */
static bool round_rect(const struct path_mark *p, struct box *box, double *corner)
{
    static const enum verb verbs[] = {VERB_MOVE,  VERB_LINE, VERB_CURVE, VERB_LINE,
                                      VERB_CURVE, VERB_LINE, VERB_CURVE, VERB_LINE,
                                      VERB_CURVE, VERB_CLOSE};
    enum { SEGMENTS = sizeof verbs / sizeof *verbs };
    const struct segment *at = p->segments;
    if (p->n != SEGMENTS)
        return false;
    for (size_t i = 0; i < SEGMENTS; i++)
        if (at[i].verb != verbs[i])
            return false;
    double left = at[6].x, top = at[0].y, right = at[2].x, bottom = at[4].y;
    double r = at[0].x - left;
    const struct {
        double x, y;
    } ends[] = {{left + r, top},     {right - r, top},    {right, top + r},
                {right, bottom - r}, {right - r, bottom}, {left + r, bottom},
                {left, bottom - r},  {left, top + r},     {left + r, top}};
    for (size_t i = 0; i < SEGMENTS - 1; i++)
        if (!svg_same(at[i].x, ends[i].x) || !svg_same(at[i].y, ends[i].y))
            return false;
    *box = (struct box){left, top, right - left, bottom - top};
    *corner = r;
    return r > 0;
}

void svg_path(struct buf *out, const struct path_mark *p)
{
    struct pen_place pen = {0};
    struct box box;
    double corner;
    if (round_rect(p, &box, &corner)) {
        buf_puts(out, "<rect");
        svg_attribute(out, "x", box.x);
        svg_attribute(out, "y", box.y);
        svg_attribute(out, "width", box.width);
        svg_attribute(out, "height", box.height);
        svg_attribute(out, "rx", corner);
        buf_puts(out, "/>\n");
        return;
    }
    buf_puts(out, "<path d=\"");
    for (size_t i = 0; i < p->n; i++)
        put_segment(out, &p->segments[i], &pen);
    buf_puts(out, "\"/>\n");
}
