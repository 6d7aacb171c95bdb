#include "layout/composer.h"

#include "layout/text_headline.h"

/* Rows of a galley from texts. How pages are filled with them: composer.c. */

struct block block_of(const struct print_type *t, size_t element)
{
    return (struct block){.element = element,
                          .first_indent = t->first_indent,
                          .hang = t->hang,
                          .leading = t->leading,
                          .above = t->before,
                          .below = t->after,
                          .align = t->align};
}

size_t galley_paragraph(struct composer *c, struct galley *g, const struct paragraph *p,
                        const struct block *b)
{
    struct paragraph *copy = arena_alloc(c->arena, sizeof *copy);
    *copy = *p;
    size_t first = g->rows.n, n = p->lines.n;
    for (size_t i = 0; i < n; i++) {
        /* Two lines at least at the foot of a page, and two at the head of the next, of the
         * whole and of what stands between two newlines. */
        bool inside = i + 1 < n && (i == 0 || i + 2 == n || !text_parts_well(p, i + 1));
        *vec_push(c->arena, &g->rows) =
            (struct row){.text = copy,
                         .line = i,
                         .x = b->left,
                         .height = p->leading,
                         .above = i == 0 ? b->above + g->gap : 0,
                         .keep = inside || b->keep_next,
                         .element = b->element};
    }
    g->gap = b->below;
    return first;
}

size_t galley_text(struct composer *c, struct galley *g, const struct span *spans,
                   size_t n, const struct block *b)
{
    struct paragraph_style style = {.width = composer_width(c) - b->left - b->right,
                                    .leading = b->leading,
                                    .first_indent = b->first_indent,
                                    .hang = b->hang,
                                    .align = b->align};
    struct paragraph p = text_layout(c->arena, c->set, spans, n, &style);
    return galley_paragraph(c, g, &p, b);
}

size_t galley_headline(struct composer *c, struct galley *g,
                       const struct print_type *type, struct str text,
                       const struct block *b)
{
    struct paragraph_style style =
        print_paragraph(type, composer_width(c) - b->left - b->right);
    struct paragraph p = headline_layout(c->arena, c->set, text, &type->style, &style);
    return galley_paragraph(c, g, &p, b);
}

void galley_label(struct composer *c, struct galley *g, size_t row,
                  const struct span *label, double x, size_t element)
{
    struct row *r = &g->rows.at[row];
    struct paragraph_style style = {.width = 1e6, .leading = r->height};
    struct paragraph *p = arena_alloc(c->arena, sizeof *p);
    *p = text_layout(c->arena, c->set, label, 1, &style);
    r->label = p;
    r->label_x = x;
    r->label_element = element;
}
