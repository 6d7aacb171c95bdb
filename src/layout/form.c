#include "layout/form.h"

#include "catalog/form.h"
#include "catalog/form_text.h"
#include "layout/form_fields.h"
#include "layout/table.h"
#include "layout/text_headline.h"

#include <math.h>

/* A form on its way to a page. */
struct forming {
    const struct form_sheet *sheet;
    const struct form *form;
    struct arena *arena; /* of the layout, not of the scene */
    struct table_spot spot;
    struct form_areas areas; /* painted so far; for fields */
};

const struct print_needs *form_needs(void)
{
    static const char *const types[] = {"title",   "line",  "note", "letter",
                                        "heading", "label", "cell", NULL};
    static const char *const measures[] = {"pad-x", "pad-y", "line", "row", "grow", NULL};
    static const char *const colors[] = {"line", "tint", NULL};
    static const char *const labels[] = {"continued", NULL};
    static const struct print_needs needs = {
        .types = types, .labels = labels, .measures = measures, .colors = colors};
    return &needs;
}

static double width_of(const struct forming *g)
{
    return frame_inner_width(&g->sheet->frame);
}

static const struct print_type *type_of(const struct forming *g, const char *name)
{
    return print_type(g->sheet->style, name);
}

/* --- lines --- */

/* One line over or under the table, laid out: parts beside one another, or a paragraph. */
struct placed_part {
    struct paragraph text;
    double x;
};
struct placed_line {
    VEC(struct placed_part) parts;
    double before, height;
};

static enum align align_of(enum form_align align, enum align usual)
{
    switch (align) {
    case FORM_AUTO: return usual;
    case FORM_LEFT: return ALIGN_LEFT;
    case FORM_CENTER: return ALIGN_CENTER;
    case FORM_RIGHT: return ALIGN_RIGHT;
    }
    return usual;
}

static void add_part(struct forming *g, struct placed_line *line, struct str text,
                     const struct print_type *type, enum align align, double x)
{
    struct span *span = arena_alloc(g->arena, sizeof *span);
    *span = (struct span){.text = text, .style = type->style};
    struct paragraph_style style = print_paragraph(type, width_of(g) - x);
    style.align = align;
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
    double each = (width_of(g) - used) / gaps;
    if (parts.n < 2 || each < em / 2)
        return false;
    double x = 0;
    for (size_t i = 0; i < parts.n; i++) {
        add_part(g, line, parts.at[i].text, type, ALIGN_LEFT, x);
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
        return type_of(g, "letter");
    bool open = str_ends(line->text, STR("：")) || str_ends(line->text, STR(":"));
    return type_of(g, below && !line->gaps && !open ? "note" : "line");
}

static struct placed_line place_line(struct forming *g, const struct form_line *published,
                                     bool below)
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
        align_of(published->align, text->right ? ALIGN_RIGHT : type->align);
    struct str whole = texts.n < 2 ? text->text : published->text;
    add_part(g, &line, whole, type, align, 0);
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
        .box = {frame->left, g->spot.y, width_of(g), line->height},
    };
    g->spot.y += line->height;
}

/* The space between lines and the table. */
static double apart(const struct forming *g, const struct form_lines *lines)
{
    return lines->n ? type_of(g, "line")->after : 0;
}

static void put_lines(struct forming *g, const struct form_lines *lines, bool below)
{
    g->spot.y += below ? apart(g, lines) : 0;
    for (size_t i = 0; i < lines->n; i++) {
        struct placed_line line = place_line(g, &lines->at[i], below);
        paint_line(g, &line);
    }
    g->spot.y += below ? 0 : apart(g, lines);
}

static double height_below(struct forming *g)
{
    double height = apart(g, &g->form->below);
    for (size_t i = 0; i < g->form->below.n; i++) {
        struct placed_line line = place_line(g, &g->form->below.at[i], true);
        height += line.before + line.height;
    }
    return height;
}

static void put_title(struct forming *g)
{
    if (g->form->title.n == 0)
        return;
    const struct print_type *type = type_of(g, "title");
    struct paragraph_style style = print_paragraph(type, width_of(g));
    struct paragraph p =
        headline_layout(g->arena, g->sheet->setter, g->form->title, &type->style, &style);
    size_t element = scene_element(g->sheet->scene, g->sheet->heading, g->sheet->element);
    g->spot.y += g->form->top.n ? type->before : 0;
    g->spot.y = text_paint(g->sheet->scene, g->spot.page, element, &p, 0, p.lines.n,
                           g->sheet->frame.left, g->spot.y);
    g->spot.y += type->after;
}

/* --- the table --- */

static const char *cell_type(const struct form_slot *slot, const struct form_grid *grid)
{
    if (!slot->cell->label)
        return "cell";
    return slot->colspan == grid->columns && grid->columns > 1 ? "heading" : "label";
}

static enum table_valign valign_of(enum form_valign valign)
{
    switch (valign) {
    case FORM_MIDDLE: return TABLE_MIDDLE;
    case FORM_TOP: return TABLE_TOP;
    case FORM_BOTTOM: return TABLE_BOTTOM;
    }
    return TABLE_MIDDLE;
}

/* The text of a cell as one span, and which of its lines stand at the right. */
static void set_text(const struct forming *g, struct table_cell *cell,
                     const struct form_cell *from, const struct print_type *type)
{
    struct form_text text = form_text(g->arena, from->text, from->align != FORM_AUTO);
    struct table_line *lines = arena_array(g->arena, text.n, sizeof *lines);
    struct buf joined = {0};
    double em = type->style.size;
    for (size_t i = 0; i < text.n; i++) {
        buf_puts(&joined, i ? "\n" : "");
        buf_put(&joined, text.at[i].text);
        lines[i] = (struct table_line){text.at[i].right || from->align == FORM_RIGHT,
                                       em + (double)text.at[i].behind * em / 2};
    }
    struct span *span = arena_alloc(g->arena, sizeof *span);
    *span =
        (struct span){.text = str_copy(g->arena, buf_str(&joined)), .style = type->style};
    buf_drop(&joined);
    cell->spans = span;
    cell->n = 1;
    cell->balanced = from->label;
    cell->lines = text.n && !from->label && !from->vertical ? lines : NULL;
}

static void add_cell(const struct forming *g, struct table_row *row,
                     const struct form_slot *slot, const struct form_grid *grid)
{
    const struct print_type *type = type_of(g, cell_type(slot, grid));
    struct table_cell *cell = vec_push(g->arena, &row->cells);
    *cell = (struct table_cell){.rowspan = slot->rowspan,
                                .colspan = slot->colspan,
                                .align = align_of(slot->cell->align, type->align),
                                .valign = valign_of(slot->cell->valign),
                                .header = slot->cell->label,
                                .repeat = slot->cell->label ? TABLE_AGAIN : TABLE_ONCE,
                                .vertical = slot->cell->vertical,
                                .at = {&g->form->source, slot->cell->at}};
    if (slot->cell->text.n)
        set_text(g, cell, slot->cell, type);
}

static const double POINTS_A_MM = 72 / 25.4;

static struct table make_table(const struct forming *g)
{
    struct form_grid grid = form_grid(g->arena, g->form);
    const struct print_style *style = g->sheet->style;
    struct table table = {.columns = grid.columns};
    double *shares = arena_array(g->arena, grid.columns, sizeof *shares);
    for (size_t i = 0; i < grid.columns; i++)
        shares[i] = g->form->columns.n ? (double)g->form->columns.at[i] : 1;
    table.shares = shares;
    for (size_t r = 0; r < grid.rows; r++) {
        struct table_row *row = vec_push(g->arena, &table.body);
        row->height = grid.row[r]->height ? (double)grid.row[r]->height * POINTS_A_MM
                                          : print_measure(style, "row");
        for (size_t i = grid.first[r]; i < grid.first[r + 1]; i++)
            add_cell(g, row, &grid.slots.at[i], &grid);
    }
    return table;
}

static struct table_look look_of(const struct print_style *style)
{
    return (struct table_look){
        .leading = print_type(style, "cell")->leading,
        .pad_x = print_measure(style, "pad-x"),
        .pad_y = print_measure(style, "pad-y"),
        .line_width = print_measure(style, "line"),
        .line = print_color(style, "line"),
        .tint = print_color(style, "tint"),
        .continued = print_label(style, "continued"),
        .continued_style = print_type(style, "cell")->style,
    };
}

static void note_cells(struct forming *g, const struct table_end *end)
{
    for (size_t i = 0; i < end->n; i++)
        *vec_push(g->arena, &g->areas) =
            (struct form_area){.element = end->cells[i].element,
                               .page = end->cells[i].page,
                               .box = end->cells[i].box,
                               .cell = true,
                               .slot = i};
}

static struct page_frame turned(struct page_frame frame)
{
    double width = frame.width;
    frame.width = frame.height;
    frame.height = width;
    return frame;
}

struct page_frame form_frame(const struct form *f, const struct print_style *style,
                             const struct typesetter *t, size_t papers)
{
    struct page_frame frame = f->landscape ? turned(style->page) : style->page;
    if (f->rows.n == 0)
        return frame;
    struct arena *a = arena_new();
    struct form_sheet sheet = {.setter = t, .style = style};
    struct forming g = {.sheet = &sheet, .form = f, .arena = a};
    struct table table = make_table(&g);
    struct table_look look = look_of(style);
    double need = table_widths(a, t, &table, &look).sum;
    for (size_t i = 0; i < style->pages.n && need > frame_inner_width(&frame); i++) {
        if (i >= papers && table_fits(t, &table, &look, &frame))
            break;
        frame = turned(style->pages.at[i].frame);
    }
    arena_drop(a);
    return frame;
}

static bool put_table(struct forming *g, struct diag *d)
{
    if (g->form->rows.n == 0)
        return true;
    const struct form_sheet *sheet = g->sheet;
    struct table table = make_table(g);
    struct table_look look = look_of(sheet->style);
    table.sheet =
        (struct table_sheet){print_measure(sheet->style, "grow"), height_below(g)};
    struct table_end end;
    if (!table_paint(sheet->scene, g->arena, sheet->setter, &table, &look, &sheet->frame,
                     sheet->element, g->spot, &end, d))
        return false;
    g->spot = (struct table_spot){end.page, end.y};
    note_cells(g, &end);
    return true;
}

bool form_paint(const struct form_sheet *sheet, const struct form *f, struct diag *d)
{
    struct forming g = {.sheet = sheet, .form = f, .arena = arena_new()};
    g.spot = (struct table_spot){sheet->scene->pages.n - 1, sheet->frame.top};
    size_t page = g.spot.page, element = sheet->scene->elements.n;
    put_lines(&g, &f->top, false);
    put_title(&g);
    put_lines(&g, &f->above, false);
    bool good = put_table(&g, d);
    if (good)
        put_lines(&g, &f->below, true);
    if (good && sheet->fillable) {
        struct form_ink ink = form_ink(g.arena, sheet->scene,
                                       typesetter_fonts(sheet->setter), element, page);
        form_fields(sheet->scene, &ink, f, &g.areas, type_of(&g, "cell")->style.size);
    }
    arena_drop(g.arena);
    return good;
}

static struct scene *make_scene(const struct catalog *c, const struct form *f,
                                const struct typesetter *t,
                                const struct print_style *style, bool fillable,
                                struct diag *d)
{
    struct scene *s = scene_new();
    s->title = form_name(s->arena, f);
    s->author = str_copy(s->arena, c->issuer);
    s->date = str_copy(s->arena, c->document_date);
    s->language = STR("zh-CN");
    struct form_sheet sheet = {.scene = s,
                               .setter = t,
                               .style = style,
                               .frame = form_frame(f, style, t, style->pages.n),
                               .element = SCENE_ROOT,
                               .heading = ROLE_H1,
                               .fillable = fillable};
    frame_page(s, &sheet.frame);
    if (form_paint(&sheet, f, d))
        return s;
    scene_drop(s);
    return NULL;
}

struct scene *form_scene(const struct catalog *c, const struct form *f,
                         const struct typesetter *t, const struct print_style *style,
                         struct diag *d)
{
    return make_scene(c, f, t, style, false, d);
}

struct scene *form_fillable(const struct catalog *c, const struct form *f,
                            const struct typesetter *t, const struct print_style *style,
                            struct diag *d)
{
    return make_scene(c, f, t, style, true, d);
}
