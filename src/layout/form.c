#include "layout/form_parts.h"

#include "catalog/form.h"
#include "catalog/form_text.h"
#include "layout/text_headline.h"

#include <math.h>

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

double form_width(const struct forming *g)
{
    return frame_inner_width(&g->sheet->frame);
}

const struct print_type *form_type(const struct forming *g, const char *name)
{
    return print_type(g->sheet->style, name);
}

static void put_title(struct forming *g)
{
    if (g->form->title.n == 0)
        return;
    const struct print_type *type = form_type(g, "title");
    struct paragraph_style style = print_paragraph(type, form_width(g));
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

/* What a label says with boxes before its lines: they stand below each other. */
static bool is_boxed(struct str line)
{
    return str_starts(line, STR("□")) || str_starts(line, STR("☐"));
}

/* How far a numbered line is indented where it goes on; not one to write on. */
static double hang_of(const struct forming *g, const struct form_text_line *line,
                      const struct print_type *type)
{
    size_t number = form_text_lead(line->text).number;
    if (!number || line->gaps || line->right || str_has(line->text, STR("_")))
        return 0;
    struct span span = {.text = str_slice(line->text, 0, number), .style = type->style};
    return text_full_width(g->sheet->setter, &span, 1);
}

/* The text of a cell as one span, and how its lines stand. */
static void set_text(const struct forming *g, struct table_cell *cell,
                     const struct form_cell *from, const struct print_type *type)
{
    struct form_text text = form_text(g->arena, from->text, from->align != FORM_AUTO);
    struct table_line *lines = arena_array(g->arena, text.n, sizeof *lines);
    struct buf joined = {0};
    double em = type->style.size;
    bool boxed = false;
    for (size_t i = 0; i < text.n; i++) {
        buf_puts(&joined, i ? "\n" : "");
        buf_put(&joined, text.at[i].text);
        lines[i] = (struct table_line){
            .right = !from->label && (text.at[i].right || from->align == FORM_RIGHT),
            .inset = em + (double)text.at[i].behind * em / 2,
            .hang = from->label ? 0 : hang_of(g, &text.at[i], type),
            .block = is_boxed(text.at[i].text)};
        boxed |= lines[i].block;
    }
    struct span *span = arena_alloc(g->arena, sizeof *span);
    *span =
        (struct span){.text = str_copy(g->arena, buf_str(&joined)), .style = type->style};
    buf_drop(&joined);
    cell->spans = span;
    cell->n = 1;
    cell->balanced = from->label && !boxed;
    cell->lines = text.n && !cell->balanced && !from->vertical ? lines : NULL;
}

static void add_cell(const struct forming *g, struct table_row *row,
                     const struct form_slot *slot, const struct form_grid *grid)
{
    const struct print_type *type = form_type(g, cell_type(slot, grid));
    struct table_cell *cell = vec_push(g->arena, &row->cells);
    *cell = (struct table_cell){.rowspan = slot->rowspan,
                                .colspan = slot->colspan,
                                .align = form_align(slot->cell->align, type->align),
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

static double cell_hang(const struct table_cell *cell)
{
    struct str rest = cell->n ? cell->spans[0].text : STR(""), line;
    double hang = 0;
    for (size_t i = 0; cell->lines && str_cut(&rest, '\n', &line); i++)
        hang = fmax(hang, cell->lines[i].hang);
    return hang;
}

static void note_cells(struct forming *g, const struct table *table,
                       const struct table_end *end, double pad)
{
    size_t slot = 0;
    for (size_t r = 0; r < table->body.n; r++)
        for (size_t i = 0; i < table->body.at[r].cells.n; i++, slot++) {
            const struct table_place *place = &end->cells[slot];
            double hang = cell_hang(&table->body.at[r].cells.at[i]);
            *vec_push(g->arena, &g->areas) =
                (struct form_area){.element = place->element,
                                   .page = place->page,
                                   .box = place->box,
                                   .hang = hang > 0 ? place->box.x + pad + hang : 0,
                                   .cell = true,
                                   .slot = slot};
        }
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
        (struct table_sheet){print_measure(sheet->style, "grow"), form_height_below(g)};
    struct table_end end;
    if (!table_paint(sheet->scene, g->arena, sheet->setter, &table, &look, &sheet->frame,
                     sheet->element, g->spot, &end, d))
        return false;
    g->spot = (struct table_spot){end.page, end.y};
    note_cells(g, &table, &end, look.pad_x);
    return true;
}

bool form_paint(const struct form_sheet *sheet, const struct form *f, struct diag *d)
{
    struct forming g = {.sheet = sheet, .form = f, .arena = arena_new()};
    g.spot = (struct table_spot){sheet->scene->pages.n - 1, sheet->frame.top};
    size_t page = g.spot.page, element = sheet->scene->elements.n;
    form_put_lines(&g, &f->top, false);
    put_title(&g);
    form_put_lines(&g, &f->above, false);
    bool good = put_table(&g, d);
    if (good)
        form_put_lines(&g, &f->below, true);
    if (good && sheet->fillable) {
        struct form_ink ink = form_ink(g.arena, sheet->scene,
                                       typesetter_fonts(sheet->setter), element, page);
        form_fields(sheet->scene, &ink, f, &g.areas, form_type(&g, "cell")->style.size);
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
