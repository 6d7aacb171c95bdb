#include "layout/form_parts.h"

#include "catalog/form_text.h"

#include <math.h>

/* The lines over and under the table of a form. */

/* One line over or under the table, laid out: parts beside one another, or a paragraph. */
struct placed_part {
    struct paragraph text;
    double x;
};
struct placed_line {
    VEC(struct placed_part) parts;
    double before, height;
    double hang; /* where a numbered text goes on, from the left; else 0 */
};

enum align form_align(enum form_align align, enum align usual)
{
    switch (align) {
    case FORM_AUTO: return usual;
    case FORM_LEFT: return ALIGN_LEFT;
    case FORM_CENTER: return ALIGN_CENTER;
    case FORM_RIGHT: return ALIGN_RIGHT;
    }
    return usual;
}

/* The blanks drawn on a line, and how many more underscores fill it up. */
struct filling {
    size_t blanks, more;
};

static bool ends_blank(struct str text, size_t at, size_t end)
{
    return text.s[at] == '_' && (at + 1 == end || text.s[at + 1] != '_');
}

static struct filling filling_of(struct str text, const struct text_line *line,
                                 double room, double underscore)
{
    struct filling fill = {0};
    for (size_t i = line->from; i < line->to; i++)
        fill.blanks += ends_blank(text, i, line->to);
    if (fill.blanks && room > line->width)
        fill.more = (size_t)((room - line->width) / underscore);
    return fill;
}

/* A blank cannot be broken: where one goes over to the next line, the line before it would
 * be left short or spaced out. Instead the blanks that a line has grow until it is full;
 * what it holds stays, for it had no room for more. */
static struct str fill_lines(struct forming *g, const struct span *span,
                             const struct paragraph_style *style)
{
    struct paragraph_style natural = *style;
    natural.align = ALIGN_LEFT;
    struct paragraph p = text_layout(g->arena, g->sheet->setter, span, 1, &natural);
    struct span one = {.text = STR("_"), .style = span->style};
    double underscore = text_full_width(g->sheet->setter, &one, 1);
    struct buf filled = {0};
    for (size_t n = 0; n < p.lines.n; n++) {
        const struct text_line *line = &p.lines.at[n];
        bool ends = n + 1 == p.lines.n;
        size_t end = ends ? span->text.n : line[1].from;
        bool last = ends || end > line->to; /* or a newline is there */
        double room = style->width - (n ? style->hang : style->first_indent);
        struct filling fill = filling_of(span->text, line, last ? 0 : room, underscore);
        for (size_t i = line->from, blank = 0; i < end; i++) {
            buf_put(&filled, str_slice(span->text, i, i + 1));
            if (i < line->to && ends_blank(span->text, i, line->to)) {
                size_t part = fill.more / (fill.blanks - blank++);
                buf_pad(&filled, '_', part);
                fill.more -= part;
            }
        }
    }
    struct str text = str_copy(g->arena, buf_str(&filled));
    buf_drop(&filled);
    return text;
}

static void add_part(struct forming *g, struct placed_line *line, struct str text,
                     const struct print_type *type, enum align align, double x,
                     double hang)
{
    struct span *span = arena_alloc(g->arena, sizeof *span);
    *span = (struct span){.text = text, .style = type->style};
    struct paragraph_style style = print_paragraph(type, form_width(g) - x);
    style.align = align;
    style.hang = hang;
    if (align == ALIGN_JUSTIFY && str_has(text, STR("_")))
        span->text = fill_lines(g, span, &style);
    struct placed_part *part = vec_push(g->arena, &line->parts);
    part->x = x;
    part->text = text_layout(g->arena, g->sheet->setter, span, 1, &style);
    line->height = fmax(line->height, part->text.height);
}

static double part_width(const struct forming *g, const struct print_type *type,
                         struct str text)
{
    struct span span = {.text = text, .style = type->style};
    return text_full_width(g->sheet->setter, &span, 1);
}

/* Spreads the parts of a line over the width, each gap in proportion to what was typed.
 * Returns false when they have no room for that. */
static bool spread(struct forming *g, struct placed_line *line, struct str text,
                   const struct print_type *type)
{
    struct form_parts parts = form_text_parts(g->arena, text);
    double used = 0, gaps = 0, em = type->style.size;
    for (size_t i = 0; i < parts.n; i++) {
        used += part_width(g, type, parts.at[i].text);
        gaps += parts.at[i].gap;
    }
    double each = (form_width(g) - used) / gaps;
    if (parts.n < 2 || each < em / 2)
        return false;
    double x = 0;
    for (size_t i = 0; i < parts.n; i++) {
        add_part(g, line, parts.at[i].text, type, ALIGN_LEFT, x, 0);
        x += part_width(g, type, parts.at[i].text) + parts.at[i].gap * each;
    }
    return true;
}

/* A line to fill in is set like the table, an explanation smaller; a form without a table
 * is a letter. */
static const struct print_type *line_type(const struct forming *g,
                                          const struct form_text_line *line, bool below)
{
    if (g->form->rows.n == 0)
        return form_type(g, "letter");
    bool open = str_ends(line->text, STR("：")) || str_ends(line->text, STR(":"));
    return form_type(g, below && !line->gaps && !open ? "note" : "line");
}

/* Numbered lines: what goes on hangs behind the number, and 2. stands below the 1. of
 * 注：1.…, whose place the lines share in `number`. */
static double put_numbered(struct forming *g, struct placed_line *line, struct str text,
                           const struct print_type *type, enum align align,
                           double *number)
{
    struct form_lead lead = form_text_lead(text);
    double word = part_width(g, type, str_slice(text, 0, lead.word));
    double both = part_width(g, type, str_slice(text, 0, lead.word + lead.number));
    if (lead.word || !lead.number)
        *number = word;
    double x = lead.word ? 0 : *number;
    add_part(g, line, text, type, align, x, both);
    return lead.number ? x + both : 0;
}

static struct placed_line place_line(struct forming *g, const struct form_line *published,
                                     bool below, double *number)
{
    struct placed_line line = {0};
    struct form_text texts =
        form_text(g->arena, published->text, published->align != FORM_AUTO);
    struct form_text_line none = {.text = STR("")},
                          *text = texts.n ? &texts.at[0] : &none;
    const struct print_type *type = line_type(g, text, below);
    line.before = type->before;
    if (texts.n == 1 && text->gaps && !text->right && published->align == FORM_AUTO &&
        spread(g, &line, text->text, type))
        return line;
    enum align align =
        form_align(published->align, text->right ? ALIGN_RIGHT : type->align);
    struct str whole = texts.n < 2 ? text->text : published->text;
    if (text->right || text->gaps || align == ALIGN_CENTER || texts.n > 1)
        add_part(g, &line, whole, type, align, *number = 0, 0);
    else
        line.hang = put_numbered(g, &line, whole, type, align, number);
    double inset = text->right ? (double)text->behind * type->style.size / 2 : 0;
    for (size_t i = 0; inset > 0 && i < line.parts.at[0].text.lines.n; i++)
        line.parts.at[0].x = -inset;
    return line;
}

static void paint_line(struct forming *g, const struct placed_line *line)
{
    struct scene *s = g->sheet->scene;
    const struct page_frame *frame = &g->sheet->frame;
    size_t element = scene_element(s, ROLE_PARAGRAPH, g->sheet->element);
    g->spot.y += line->before;
    if (g->spot.y + line->height > frame_end(frame) + 0.05 && g->spot.y > frame->top)
        g->spot = (struct table_spot){frame_page(s, frame), frame->top};
    for (size_t i = 0; i < line->parts.n; i++) {
        const struct placed_part *part = &line->parts.at[i];
        text_paint(s, g->spot.page, element, &part->text, 0, part->text.lines.n,
                   frame->left + part->x, g->spot.y);
    }
    *vec_push(g->arena, &g->areas) = (struct form_area){
        .element = element,
        .page = g->spot.page,
        .box = {frame->left, g->spot.y, form_width(g), line->height},
        .hang = line->hang > 0 ? frame->left + line->hang : 0,
    };
    g->spot.y += line->height;
}

/* The space between lines and the table. */
static double apart(const struct forming *g, const struct form_lines *lines)
{
    return lines->n ? form_type(g, "line")->after : 0;
}

void form_put_lines(struct forming *g, const struct form_lines *lines, bool below)
{
    double number = 0;
    g->spot.y += below ? apart(g, lines) : 0;
    for (size_t i = 0; i < lines->n; i++) {
        struct placed_line line = place_line(g, &lines->at[i], below, &number);
        paint_line(g, &line);
    }
    g->spot.y += below ? 0 : apart(g, lines);
}

double form_height_below(struct forming *g)
{
    double height = apart(g, &g->form->below), number = 0;
    for (size_t i = 0; i < g->form->below.n; i++) {
        struct placed_line line = place_line(g, &g->form->below.at[i], true, &number);
        height += line.before + line.height;
    }
    return height;
}
