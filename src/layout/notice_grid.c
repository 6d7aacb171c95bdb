/* The grid of GB/T 9704-2012, 5.2.3: 22 lines of 28 characters. The characters of 3号 are 16 pt
 * wide and stand 15.79 pt apart, so a paragraph is broken as if its letters were 15.79 pt and
 * then painted with letters of 16 pt drawn together by 0.21 pt. */
#include "layout/notice_parts.h"

#include "base/utf8.h"

struct style notice_cell(const struct notice_page *p, struct style style)
{
    if (style.size > p->character && style.size < p->character * 1.1)
        style.size = p->character;
    return style;
}

/* Gives the runs of a paragraph the size of the type, without moving them. */
static void tighten(const struct notice_page *p, struct paragraph *text, double size)
{
    const struct fonts *fonts = typesetter_fonts(p->c->set);
    for (size_t i = 0; i < text->lines.n; i++)
        for (size_t k = 0; k < text->lines.at[i].runs.n; k++) {
            struct line_run *run = &text->lines.at[i].runs.at[k];
            size_t letters = utf8_count(run->text);
            if (run->style.size != p->character)
                continue;
            run->style.size = size;
            if (letters < 2)
                continue;
            double more =
                font_width(fonts, run->style.font, size - p->character, run->text) /
                (double)(letters - 1);
            run->tracking -= more;
            for (size_t j = 0; j < run->nudges.n; j++)
                run->nudges.at[j].tracking -= more;
        }
}

size_t notice_put_spans(struct notice_page *p, struct galley *g, const char *name,
                        struct span *spans, size_t n, struct indents in, enum align align)
{
    struct composer *c = p->c;
    const struct print_type *type = print_type(p->style, name);
    struct paragraph_style style = {.width = composer_width(c) -
                                             (in.left + in.right) * p->character,
                                    .leading = p->line,
                                    .first_indent = in.first * p->character,
                                    .hang = in.hang * p->character,
                                    .align = align};
    for (size_t i = 0; i < n; i++)
        spans[i].style = notice_cell(p, spans[i].style);
    struct paragraph text = text_layout(c->arena, c->set, spans, n, &style);
    tighten(p, &text, type->style.size);
    struct block block = {.element = scene_element(c->scene, ROLE_PARAGRAPH, p->element),
                          .left = in.left * p->character};
    return galley_paragraph(c, g, &text, &block);
}

size_t notice_put_text(struct notice_page *p, struct galley *g, const char *name,
                       struct str text, struct indents in, enum align align)
{
    struct span span = {.text = text, .style = print_type(p->style, name)->style};
    return notice_put_spans(p, g, name, &span, 1, in, align);
}
