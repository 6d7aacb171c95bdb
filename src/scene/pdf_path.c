#include "scene/pdf_canvas.h"

#include <math.h>

void canvas_point(struct canvas *c, double x, double y)
{
    pdf_put_number(c->out, x);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, c->height - y);
    buf_char(c->out, ' ');
}

bool canvas_same(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static void put_color(struct canvas *c, struct color color, struct color *now,
                      const char *gray, const char *rgb)
{
    if (color.r == now->r && color.g == now->g && color.b == now->b)
        return;
    *now = color;
    buf_fixed(c->out, color.r / 255.0, 3);
    if (color.r != color.g || color.g != color.b) {
        buf_char(c->out, ' ');
        buf_fixed(c->out, color.g / 255.0, 3);
        buf_char(c->out, ' ');
        buf_fixed(c->out, color.b / 255.0, 3);
        gray = rgb;
    }
    buf_puts(c->out, gray);
}

void canvas_fill(struct canvas *c, struct color color)
{
    put_color(c, color, &c->fill, " g\n", " rg\n");
}

void canvas_stroke(struct canvas *c, struct color color)
{
    put_color(c, color, &c->stroke, " G\n", " RG\n");
}

void canvas_line(struct canvas *c, double width, enum dash dash)
{
    if (!canvas_same(width, c->line_width)) {
        pdf_put_number(c->out, width);
        buf_puts(c->out, " w\n");
    } else if (dash == c->dash) {
        return;
    }
    /* Dashes are as long as the line is wide, so a new width needs them again. */
    if (dash != DASH_NONE || c->dash != DASH_NONE) {
        struct dash_pattern d = scene_dash(dash);
        buf_char(c->out, '[');
        if (dash != DASH_NONE) {
            pdf_put_number(c->out, d.on * width);
            buf_char(c->out, ' ');
            pdf_put_number(c->out, d.off * width);
        }
        buf_puts(c->out, "] 0 d\n");
    }
    c->line_width = width;
    c->dash = dash;
}

/* True when the segments that begin here are an upright rectangle, drawn from a corner along
 * x first: PDF has a shorter word for those. */
static bool is_rectangle(const struct path_mark *m, size_t i)
{
    enum { SEGMENTS = 5 };
    static const enum verb verbs[SEGMENTS] = {VERB_MOVE, VERB_LINE, VERB_LINE, VERB_LINE,
                                              VERB_CLOSE};
    const struct segment *s = m->segments + i;
    if (m->n - i < SEGMENTS)
        return false;
    for (unsigned k = 0; k < SEGMENTS; k++)
        if (s[k].verb != verbs[k])
            return false;
    return canvas_same(s[0].y, s[1].y) && canvas_same(s[1].x, s[2].x) &&
           canvas_same(s[2].y, s[3].y) && canvas_same(s[3].x, s[0].x);
}

static void put_rectangle(struct canvas *c, const struct segment *s)
{
    canvas_point(c, s[0].x, s[0].y);
    pdf_put_number(c->out, s[2].x - s[0].x);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, s[0].y - s[2].y);
    buf_puts(c->out, " re\n");
}

/* Whole numbers instead of points: half the bytes of a QR code. */
static void put_count(struct canvas *c, double points, double unit, const char *after)
{
    pdf_put_number(c->out, round(points / unit));
    buf_puts(c->out, after);
}

static void paint_grid(struct canvas *c, const struct path_mark *m)
{
    enum { SEGMENTS = 5 };
    const struct segment *first = m->segments;
    buf_puts(c->out, "q ");
    pdf_put_number(c->out, m->grid);
    buf_puts(c->out, " 0 0 ");
    pdf_put_number(c->out, -m->grid);
    buf_char(c->out, ' ');
    canvas_point(c, first->x, first->y);
    buf_puts(c->out, "cm\n");
    for (size_t i = 0; i + SEGMENTS <= m->n; i += SEGMENTS) {
        const struct segment *s = m->segments + i;
        put_count(c, s[0].x - first->x, m->grid, " ");
        put_count(c, s[0].y - first->y, m->grid, " ");
        put_count(c, s[2].x - s[0].x, m->grid, " ");
        put_count(c, s[2].y - s[0].y, m->grid, " re\n");
    }
    buf_puts(c->out, "f\nQ\n");
}

void canvas_path(struct canvas *c, const struct path_mark *m)
{
    if (!m->n || (!m->fill && !m->stroke))
        return;
    if (m->fill)
        canvas_fill(c, m->fill_color);
    if (m->stroke) {
        canvas_stroke(c, m->stroke_color);
        canvas_line(c, m->line_width, m->dash);
    }
    if (m->grid > 0) {
        paint_grid(c, m);
        return;
    }
    for (size_t i = 0; i < m->n; i++) {
        const struct segment *at = &m->segments[i];
        if (is_rectangle(m, i)) {
            put_rectangle(c, at);
            i += 4;
            continue;
        }
        if (at->verb == VERB_CURVE) {
            canvas_point(c, at->x1, at->y1);
            canvas_point(c, at->x2, at->y2);
        }
        if (at->verb != VERB_CLOSE)
            canvas_point(c, at->x, at->y);
        buf_char(c->out, "mlch"[at->verb]);
        buf_char(c->out, '\n');
    }
    buf_puts(c->out, !m->stroke ? "f\n" : m->fill ? "B\n" : "S\n");
}
