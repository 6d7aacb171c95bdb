#include "scene/qr.h"

#include <qrencode.h>

#include <math.h>

bool qr_code(struct arena *a, struct str text, struct qr *out)
{
    /* Version 40 at level M holds 2,331 bytes. */
    enum { MOST = 2331 };
    if (text.n == 0 || text.n > MOST)
        return false;
    QRcode *code =
        QRcode_encodeData((int)text.n, (const unsigned char *)text.s, 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    size_t size = (size_t)code->width;
    bool *dark = arena_array(a, size * size, sizeof *dark);
    for (size_t i = 0; i < size * size; i++)
        dark[i] = code->data[i] & 1;
    QRcode_free(code);
    *out = (struct qr){.size = size, .dark = dark, .text = text};
    return true;
}

double qr_module(const struct qr *q, double side)
{
    return ceil(side / (double)q->size * 4) / 4;
}

size_t qr_figure(struct scene *s, size_t parent, struct str title, const struct qr *q)
{
    size_t figure = scene_element(s, ROLE_FIGURE, parent);
    s->elements.at[figure].title = str_copy(s->arena, title);
    s->elements.at[figure].alt = str_copy(s->arena, q->text);
    return figure;
}

/* A rectangle of dark modules. */
struct patch {
    size_t x, y, width, height;
};

/* Takes the largest run of dark modules from here to the right that nothing has taken, and
 * the rows below that are dark over the whole run. */
static struct patch take(const struct qr *q, bool *taken, size_t x, size_t y)
{
    struct patch p = {x, y, 0, 0};
    while (x + p.width < q->size && q->dark[y * q->size + x + p.width] &&
           !taken[y * q->size + x + p.width])
        p.width++;
    for (bool whole = true; whole;) {
        for (size_t i = 0; i < p.width; i++)
            taken[(y + p.height) * q->size + x + i] = true;
        p.height++;
        whole = y + p.height < q->size;
        for (size_t i = 0; whole && i < p.width; i++) {
            size_t at = (y + p.height) * q->size + x + i;
            whole = q->dark[at] && !taken[at];
        }
    }
    return p;
}

static void put_patch(struct segment *to, const struct patch *p, double x, double y,
                      double module)
{
    double left = x + (double)p->x * module, top = y + (double)p->y * module;
    double right = left + (double)p->width * module;
    double bottom = top + (double)p->height * module;
    to[0] = (struct segment){.verb = VERB_MOVE, .x = left, .y = top};
    to[1] = (struct segment){.verb = VERB_LINE, .x = right, .y = top};
    to[2] = (struct segment){.verb = VERB_LINE, .x = right, .y = bottom};
    to[3] = (struct segment){.verb = VERB_LINE, .x = left, .y = bottom};
    to[4] = (struct segment){.verb = VERB_CLOSE, .x = left, .y = top};
}

void qr_paint(struct scene *s, size_t page, size_t element, const struct qr *q, double x,
              double y, double module)
{
    enum { SEGMENTS = 5 };
    struct arena *a = arena_new();
    bool *taken = arena_array(a, q->size * q->size, sizeof *taken);
    VEC(struct segment) path = {0};
    for (size_t at = 0; at < q->size * q->size; at++) {
        if (!q->dark[at] || taken[at])
            continue;
        struct patch p = take(q, taken, at % q->size, at / q->size);
        struct segment rect[SEGMENTS];
        put_patch(rect, &p, x, y, module);
        for (size_t i = 0; i < SEGMENTS; i++)
            *vec_push(a, &path) = rect[i];
    }
    struct path_mark mark = {
        .segments = path.at, .n = path.n, .grid = module, .fill = true};
    scene_path(s, page, element, &mark);
    arena_drop(a);
}
