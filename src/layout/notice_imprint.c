/* 7.4 版记: at the foot of the last page, lines as wide as the type area, the first and the
 * last one thick, those between thin; the last one lies on the lower edge of the type area. */
#include "layout/notice_parts.h"

#include "base/utf8.h"

static void imprint_rule(struct notice_page *p, double y, const char *width)
{
    const struct page_frame *f = &p->style->page;
    scene_line(p->c->scene, p->c->page, SCENE_ARTIFACT, f->left, y, f->width - f->right,
               y, print_measure(p->style, width), (struct color){0});
}

static size_t put_imprint_text(struct notice_page *p, struct galley *g, struct str text,
                               double hang)
{
    const struct print_type *type = print_type(p->style, "imprint");
    struct span span = {.text = text, .style = type->style};
    struct block block =
        block_of(type, scene_element(p->c->scene, ROLE_PARAGRAPH, p->element));
    block.left = block.right = type->style.size;
    block.hang = hang;
    return galley_text(p->c, g, &span, 1, &block);
}

/* 印发机关 at the left, 2020年12月28日印发 at the right, on one line where they fit. */
static void put_printed(struct notice_page *p, struct galley *g)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, "imprint");
    struct str date = date_words(c->arena, p->notice->printed_date);
    if (date.n)
        date = str_print(c->arena, "%.*s%.*s", STR_ARG(date),
                         STR_ARG(print_label(p->style, "printed")));
    struct span left = {.text = p->notice->printed, .style = type->style};
    struct span right = {.text = date, .style = type->style};
    double width = composer_width(c) - 2 * type->style.size;
    double date_width = text_full_width(c->set, &right, 1);
    bool beside =
        left.text.n && right.text.n &&
        text_full_width(c->set, &left, 1) + date_width + type->style.size <= width;
    size_t row = left.text.n ? put_imprint_text(p, g, left.text, 0) : 0;
    if (beside) {
        galley_label(c, g, row, &right, type->style.size + width - date_width,
                     g->rows.at[row].element);
    } else if (right.text.n) {
        row = put_imprint_text(p, g, right.text, 0);
        g->rows.at[row].x += width - g->rows.at[row].text->width;
    }
}

/* Makes room on the last page. Documents are printed on both sides, so a notice of its own
 * ends on an even page, the outside of its last leaf. Where that leaves an empty page before
 * it, neither of the two is numbered (7.5). */
static void begin_imprint(struct notice_page *p, double height)
{
    struct composer *c = p->c;
    bool fits = p->line + height <= composer_room(c);
    if (!p->alone) {
        composer_need(c, p->line, height);
    } else if (composer_number(c, c->page) % 2) {
        composer_page(c);
    } else if (!fits) {
        composer_section(c, p->style, (struct furniture){.folio = FOLIO_NONE});
        composer_page(c);
        composer_page(c);
    }
    if (height <= composer_room(c))
        c->y = frame_end(&p->style->page) - height;
}

void notice_imprint(struct notice_page *p)
{
    struct composer *c = p->c;
    const struct notice *n = p->notice;
    if (!n->cc.n && !n->printed.n && !n->printed_date.n)
        return;
    struct galley cc = {0}, printed = {0};
    struct str label = print_label(p->style, "cc");
    const struct print_type *type = print_type(p->style, "imprint");
    if (n->cc.n) {
        struct str text =
            str_starts(n->cc, label)
                ? n->cc
                : str_print(c->arena, "%.*s%.*s", STR_ARG(label), STR_ARG(n->cc));
        put_imprint_text(p, &cc, text, (double)utf8_count(label) * type->style.size);
    }
    if (n->printed.n || n->printed_date.n)
        put_printed(p, &printed);
    double height = (double)(cc.rows.n + printed.rows.n) * type->leading;
    begin_imprint(p, height);
    imprint_rule(p, c->y, "imprint-line");
    composer_set(c, &cc);
    if (cc.rows.n && printed.rows.n)
        imprint_rule(p, c->y, "imprint-inner");
    composer_set(c, &printed);
    imprint_rule(p, c->y, "imprint-line");
}
