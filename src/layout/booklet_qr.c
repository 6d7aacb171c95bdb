#include "layout/booklet_parts.h"

#include "layout/web_address.h"

/* The code stands in the upper right corner of the type area, its edge on the margin: the
 * white that it wants above and at the right is the margin's. Title and first fields are set
 * beside it. The words below it are for the eye only: who has the text read aloud hears the
 * address. */

/* Rows may be drawn together by a few points (galley_tighten), so a little more is kept. */
static const double SPARE = 6;

struct corner booklet_corner(struct booklet *b, const struct item *item)
{
    struct arena *a = b->composer.arena;
    struct corner corner = {.module = 0};
    if (!qr_code(a, web_page(a, b->folder, item, NULL), &corner.qr))
        return corner;
    corner.module = qr_module(&corner.qr, print_measure(b->guide, "qr-side"));
    double side = corner.module * (double)corner.qr.size;
    double quiet = QR_QUIET * corner.module;
    corner.width = side + 2 * quiet;
    corner.height = side + quiet + print_type(b->guide, "qr")->leading + SPARE;
    return corner;
}

static void paint_caption(struct booklet *b, size_t element, double x, double y,
                          double width)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "qr");
    struct str text = print_label(b->guide, "qr");
    double wide =
        font_width(typesetter_fonts(c->set), type->style.font, type->style.size, text);
    struct text_mark mark = {.text = text,
                             .style = type->style,
                             .x = x + (width - wide) / 2,
                             .y = y + type->style.size,
                             .width = wide,
                             .aside = true};
    scene_text(c->scene, c->page, element, &mark);
}

void booklet_qr(struct booklet *b, const struct corner *corner, size_t element)
{
    struct composer *c = &b->composer;
    if (!(corner->width > 0))
        return;
    const struct qr *qr = &corner->qr;
    double side = corner->module * (double)qr->size;
    double x = c->style->page.left + composer_width(c) - side, y = c->y;
    size_t figure = qr_figure(c->scene, element, print_label(b->guide, "qr"), qr);
    qr_paint(c->scene, c->page, figure, qr, x, y, corner->module);
    paint_caption(b, figure, x, y + side + QR_QUIET * corner->module, side);
    struct link_mark link = {
        .x = x, .y = y, .width = side, .height = side, .uri = qr->text};
    scene_link(c->scene, c->page, figure, &link);
}
