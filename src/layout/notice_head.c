/* 7.2 版头: what stands above the red line, and the line. Distances are those between what
 * is seen of the characters, so they are measured from baselines: a Chinese character reaches
 * from INK_ABOVE to INK_BELOW of an em, whatever the face says of its own height. */
#include "layout/notice_parts.h"

static const double INK_ABOVE = 0.84, INK_BELOW = 0.08, BRACKET_BELOW = 0.12;

/* One line, red, as wide as the type area at most; smaller letters for a long name. */
static void paint_red_head(struct notice_page *p)
{
    struct composer *c = p->c;
    struct style style = print_type(p->style, "red-head")->style;
    double width =
        font_width(typesetter_fonts(c->set), style.font, style.size, p->notice->head);
    if (width > composer_width(c))
        style.size *= composer_width(c) / width;
    struct span span = {.text = p->notice->head, .style = style};
    struct paragraph_style set = {.width = composer_width(c) + 1,
                                  .leading = style.size * 1.2,
                                  .align = ALIGN_CENTER};
    struct paragraph text = text_layout(c->arena, c->set, &span, 1, &set);
    double baseline = c->y + print_measure(p->style, "head-top") + INK_ABOVE * style.size;
    text_paint(c->scene, c->page, scene_element(c->scene, ROLE_H1, p->element), &text, 0,
               text.lines.n, p->style->page.left - 0.5, baseline - text.ascent);
    c->y = baseline + INK_BELOW * style.size + 2 * p->line;
}

/* The number; y ends at the lower edge of its characters. */
static void paint_number(struct notice_page *p)
{
    struct galley g = {0};
    notice_put_text(p, &g, "number", p->notice->number, (struct indents){0},
                    ALIGN_CENTER);
    composer_set(p->c, &g);
    const struct paragraph *last = g.rows.at[g.rows.n - 1].text;
    double size = print_type(p->style, "number")->style.size;
    p->c->y += last->ascent + BRACKET_BELOW * size - last->leading;
}

static void paint_red_line(struct notice_page *p)
{
    struct composer *c = p->c;
    const struct page_frame *f = &p->style->page;
    c->y += print_measure(p->style, "line-gap");
    scene_line(c->scene, c->page, SCENE_ARTIFACT, f->left, c->y, f->width - f->right,
               c->y, print_measure(p->style, "red-line"),
               print_color(p->style, "red-line"));
}

/* Without a head (paper with a printed one, or a source that lost it) number and line stand
 * at the top of the type area. */
void notice_head(struct notice_page *p)
{
    const struct notice *n = p->notice;
    if (!n->head.n && !n->number.n)
        return;
    p->c->fresh = false;
    if (n->head.n)
        paint_red_head(p);
    if (n->number.n)
        paint_number(p);
    paint_red_line(p);
    p->c->y += 2 * p->line;
}
