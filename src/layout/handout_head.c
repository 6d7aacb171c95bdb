#include "layout/handout_parts.h"

#include "layout/notice.h"
#include "layout/text_headline.h"
#include "layout/web_address.h"
#include "scene/qr.h"

#include <math.h>

/* What stands above and below the fields of a handout. */

/* Lines of a title; what is longer even in small letters is cut there with …. */
enum { MOST_TITLE_LINES = 4 };

static void put_words(struct handout *h, struct galley *g, const char *name,
                      struct str text, enum role role, double right)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, name);
    struct span span = {.text = text, .style = type->style};
    if (!text.n)
        return;
    struct block block = block_of(type, scene_element(c->scene, role, SCENE_ROOT));
    block.right = right;
    galley_text(c, g, &span, 1, &block);
}

static struct str title_of(struct handout *h, const struct item *item)
{
    struct str title = field_text(item_field(item, FIELD_TITLE));
    return title.n ? text_on_one_line(h->composer.arena, title)
                   : print_label(h->style, "missing-title");
}

/* The title in letters that become smaller while it takes more than two lines. */
static void put_title(struct handout *h, struct galley *g, double right)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, "title");
    struct style style = type->style;
    struct paragraph_style set = print_paragraph(type, composer_width(c) - right);
    struct str title = title_of(h, handout_item(h->of));
    struct paragraph p;
    for (;;) {
        set.leading = type->leading * style.size / type->style.size;
        p = headline_layout(c->arena, c->set, title, &style, &set);
        if (p.lines.n <= 2 || style.size <= print_measure(h->style, "title-least"))
            break;
        style.size *= 0.9;
    }
    struct block block = block_of(type, scene_element(c->scene, ROLE_H1, SCENE_ROOT));
    if (p.lines.n > MOST_TITLE_LINES) {
        struct text_line *last = &p.lines.at[MOST_TITLE_LINES - 1];
        struct str head = str_slice(title, 0, last->to);
        p = headline_layout(c->arena, c->set, str_print(c->arena, "%.*s…", STR_ARG(head)),
                            &style, &set);
    }
    galley_paragraph(c, g, &p, &block);
}

static void put_code(struct handout *h, struct galley *g, double right)
{
    struct arena *a = h->composer.arena;
    const struct handout_subject *of = h->of;
    bool own = of->service && of->service->code.n;
    struct str code = own ? of->service->code : of->item->code;
    struct str pattern = print_label(h->style, own ? "service-code" : "item-code");
    if (of->service)
        put_words(h, g, "code",
                  frame_filled(a, print_label(h->style, "of-item"), "{title}",
                               title_of(h, of->item)),
                  ROLE_PARAGRAPH, right);
    if (code.n)
        put_words(h, g, "code", frame_filled(a, pattern, "{code}", code), ROLE_PARAGRAPH,
                  right);
}

/* Where the QR code stands: its upper right corner is that of the type area. */
struct qr_place {
    struct qr qr;
    bool there;
    double module, side, x, y;
};

static struct qr_place place_qr(struct handout *h)
{
    struct composer *c = &h->composer;
    struct str address = web_page(c->arena, h->of->folder, h->of->item, h->of->service);
    struct qr_place p = {.there = qr_code(c->arena, address, &p.qr)};
    if (!p.there)
        return p;
    p.module = qr_module(&p.qr, QR_SIDE);
    p.side = p.module * (double)p.qr.size;
    p.x = c->style->page.left + composer_width(c) - p.side;
    p.y = c->style->page.top;
    return p;
}

/* Paints code and caption; returns the y below. */
static double paint_qr(struct handout *h, const struct qr_place *p)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, "qr");
    size_t figure = qr_figure(c->scene, SCENE_ROOT, print_label(h->style, "qr"), &p->qr);
    qr_paint(c->scene, c->page, figure, &p->qr, p->x, p->y, p->module);
    struct link_mark link = {p->x, p->y, p->side, p->side, p->qr.text, STR("")};
    scene_link(c->scene, c->page, figure, &link);
    struct span span = {.text = print_label(h->style, "qr"), .style = type->style};
    struct paragraph_style set = print_paragraph(type, p->side);
    struct paragraph text = text_layout(c->arena, c->set, &span, 1, &set);
    return text_paint(c->scene, c->page,
                      scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT), &text, 0,
                      text.lines.n, p->x, p->y + p->side + QR_QUIET * p->module);
}

void handout_head(struct handout *h)
{
    struct composer *c = &h->composer;
    struct qr_place qr = place_qr(h);
    double right = qr.there ? qr.side + 2 * QR_QUIET * qr.module : 0;
    struct galley g = {0};
    struct str kind = print_label(h->style, "kind");
    if (h->of->catalog->issuer.n)
        kind = str_print(c->arena, "%.*s　%.*s",
                         STR_ARG(text_on_one_line(c->arena, h->of->catalog->issuer)),
                         STR_ARG(kind));
    put_words(h, &g, "kind", kind, ROLE_PARAGRAPH, right);
    put_title(h, &g, right);
    put_code(h, &g, right);
    composer_set(c, &g);
    if (qr.there)
        c->y = fmax(c->y, paint_qr(h, &qr));
    c->y += print_measure(h->style, "head-gap");
    double left = c->style->page.left;
    scene_line(c->scene, c->page, SCENE_ARTIFACT, left, c->y, left + composer_width(c),
               c->y, 1.2, print_color(h->style, "main"));
}

/* --- foot --- */

/* 内容据《沅江市…办事指南》（沅医保发〔2020〕3号，2020年12月28日）; title marks only where
 * the title has none. */
static struct str source_words(struct handout *h)
{
    struct arena *a = h->composer.arena;
    const struct catalog *c = h->of->catalog;
    struct str date = date_words(a, c->document_date), facts = STR("");
    struct str title = text_on_one_line(a, c->title);
    if (!str_has(title, STR("《")))
        title = str_print(a, "《%.*s》", STR_ARG(title));
    const char *comma = c->document_number.n && date.n ? "，" : "";
    if (c->document_number.n || date.n)
        facts = str_print(a, "（%.*s%s%.*s）", STR_ARG(c->document_number), comma,
                          STR_ARG(date));
    struct str words = frame_filled(a, print_label(h->style, "source"), "{title}", title);
    return frame_filled(a, words, "{facts}", facts);
}

void handout_lay_foot(struct handout *h)
{
    struct composer *c = &h->composer;
    h->window = scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT);
    put_words(h, &h->foot, "source", source_words(h), ROLE_PARAGRAPH, 0);
    struct str address = web_page(c->arena, h->of->folder, h->of->item, h->of->service);
    if (!address.n)
        return;
    const struct print_type *type = print_type(h->style, "source");
    struct span spans[2] = {
        {.text = print_label(h->style, "address"), .style = type->style},
        {.text = address, .style = type->style, .uri = address}};
    struct block block =
        block_of(type, scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
    galley_text(c, &h->foot, spans, 2, &block);
}

/* One line of text of the style. */
static struct paragraph line_of(struct handout *h, const char *type_name,
                                const char *label)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, type_name);
    struct span span = {.text = print_label(h->style, label), .style = type->style};
    struct paragraph_style set = print_paragraph(type, composer_width(c));
    return text_layout(c->arena, c->set, &span, 1, &set);
}

static void paint_line(struct handout *h, const struct paragraph *p, double x, double y)
{
    struct scene *s = h->composer.scene;
    text_paint(s, h->composer.page, h->window, p, 0, 1, x, y);
}

static void rule(struct handout *h, double x1, double x2, double y)
{
    const struct composer *c = &h->composer;
    scene_line(c->scene, c->page, SCENE_ARTIFACT, x1, y, x2, y, 0.5,
               print_color(h->style, "rule"));
}

/* Lines to write on between y and `end`, under a heading. */
static void put_fill(struct handout *h, double end)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, "fill");
    double left = c->style->page.left, right = left + composer_width(c);
    double pitch = print_measure(h->style, "fill-line");
    rule(h, left, right, c->y);
    double y = c->y + print_measure(h->style, "section-pad");
    struct paragraph heading = line_of(h, "fill", "fill");
    paint_line(h, &heading, left, y);
    y += type->leading;
    double most = print_measure(h->style, "fill-most");
    for (double n = 0; n < most && y + pitch <= end; n++) {
        y += pitch;
        rule(h, left, right, y);
    }
}

/* Who told whom, and when: the date at the right, and before it two halves with rules to
 * sign on. */
static void put_signatures(struct handout *h, double y)
{
    struct composer *c = &h->composer;
    const struct print_type *type = print_type(h->style, "sign");
    static const char *const labels[] = {"sign-1", "sign-2"};
    struct paragraph date = line_of(h, "sign", "sign-3");
    double left = c->style->page.left, right = left + composer_width(c) - date.width;
    double half = (right - left) / 2;
    for (unsigned i = 0; i < 2; i++) {
        struct paragraph p = line_of(h, "sign", labels[i]);
        double x = left + half * i;
        paint_line(h, &p, x, y);
        rule(h, x + p.width, x + half - type->style.size, y + type->leading);
    }
    paint_line(h, &date, right, y);
}

void handout_foot(struct handout *h)
{
    struct composer *c = &h->composer;
    double gap = print_measure(h->style, "foot-gap");
    double sign = print_type(h->style, "sign")->leading;
    double foot = frame_end(&c->style->page) - handout_height(&h->foot);
    double signatures = foot - gap - sign;
    if (signatures - gap - c->y >= print_measure(h->style, "fill-least"))
        put_fill(h, signatures - gap);
    else
        rule(h, c->style->page.left, c->style->page.left + composer_width(c), c->y);
    put_signatures(h, signatures);
    c->y = foot;
    composer_set(c, &h->foot);
}
