#include "layout/listing.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "layout/grid.h"
#include "layout/prose.h"
#include "layout/sheet.h"

struct making {
    struct arena *arena;
    const struct grid *grid;
    const struct print_style *style;
    const struct typesetter *setter;
};

const struct print_needs *listing_needs(enum catalog_kind kind)
{
    static const char *const types[] = {SHEET_TYPES, NULL};
    static const char *const labels[] = {SHEET_LABELS, NULL};
    static const char *const measures[] = {SHEET_MEASURES, NULL};
    static const char *const colors[] = {SHEET_COLORS, NULL};
    static const struct print_needs list = {types, labels, measures, colors,
                                            grid_list_columns};
    static const struct print_needs disclosure = {types, labels, measures, colors,
                                                  grid_disclosure_columns};
    return kind == KIND_DISCLOSURE ? &disclosure : &list;
}

/* Markdown in a cell: its blocks one under another, bold and links kept. */
static void set_prose(const struct making *m, struct table_cell *cell, struct str text)
{
    struct arena *a = m->arena;
    const struct prose_style style = {print_type(m->style, "cell")->style, FONT_HEI};
    struct markdown prose = markdown_read(a, text);
    VEC(struct span) spans = {0};
    for (size_t i = 0; i < prose.blocks.n; i++) {
        const struct markdown_block *block = &prose.blocks.at[i];
        struct str before = str_print(a, "%s%.*s%s", i ? "\n" : "", STR_ARG(block->mark),
                                      block->mark.n ? " " : "");
        size_t n;
        const struct span *of = prose_spans(a, block, &style, &n);
        *vec_push(a, &spans) = (struct span){.text = before, .style = style.plain};
        for (size_t k = 0; k < n; k++)
            *vec_push(a, &spans) = of[k];
    }
    cell->spans = spans.at;
    cell->n = spans.n;
}

static const char *type_of(enum grid_part part)
{
    switch (part) {
    case GRID_GROUP: return "group";
    case GRID_GROUP_CODE:
    case GRID_ITEM_CODE:
    case GRID_SERVICE_CODE: return "code";
    case GRID_GROUP_NO:
    case GRID_SEQ:
    case GRID_ITEM:
    case GRID_SERVICE_SEQ:
    case GRID_SERVICE:
    case GRID_FIELD:
    case GRID_TICK: break;
    }
    return "cell";
}

/* A merged cell says its text on the next page too, and so do the names of a row that is
 * broken. */
static bool repeats(const struct grid_cell *cell)
{
    return cell->header || cell->rows > 1;
}

/* A √ stands in the middle of its narrow column; a sentence there reads better from the
 * left. */
enum { MARK_CHARACTERS = 4 };

static void add_cell(const struct making *m, struct table_row *row,
                     const struct grid_cell *from)
{
    const struct grid_column *column = &m->grid->columns.at[from->column];
    struct table_cell *cell = vec_push(m->arena, &row->cells);
    *cell = (struct table_cell){.rowspan = from->rows,
                                .colspan = from->columns,
                                .align = column->look->align,
                                .valign = column->look->valign,
                                .header = from->header,
                                .repeat = repeats(from)};
    if (from->columns > 1)
        cell->align = ALIGN_CENTER;
    if (column->part == GRID_TICK && utf8_count(from->text) > MARK_CHARACTERS)
        cell->align = ALIGN_LEFT;
    if (from->field && from->field->markdown)
        set_prose(m, cell, from->text);
    else if (from->text.n)
        sheet_text(m->arena, m->style, cell, type_of(column->part), from->text);
}

/* 依申请公开 over a narrow column of ticks, broken between words near its middle rather than
 * before its last character. */
enum { TICK_CHARACTERS = 3 }; /* on one line over such a column */

static struct str balanced(const struct making *m, struct str label)
{
    struct text_places places = text_word_places(m->arena, m->setter, label);
    size_t best = 0;
    for (size_t i = 0; i < places.n; i++) {
        size_t at = places.at[i];
        size_t uneven = at * 2 > label.n ? at * 2 - label.n : label.n - at * 2;
        size_t most = best * 2 > label.n ? best * 2 - label.n : label.n - best * 2;
        if (uneven < most)
            best = at;
    }
    if (best == 0 || utf8_count(label) <= TICK_CHARACTERS)
        return label;
    return str_print(m->arena, "%.*s\n%.*s", STR_ARG(str_slice(label, 0, best)),
                     STR_ARG(str_from(label, best)));
}

static void add_head(const struct making *m, struct table *table)
{
    const struct grid *g = m->grid;
    enum align align = print_type(m->style, "label")->align;
    for (size_t r = 0; r < g->head_rows; r++)
        vec_push(m->arena, &table->head);
    for (size_t i = 0; i < g->heads.n; i++) {
        const struct grid_head *head = &g->heads.at[i];
        struct table_cell *cell = vec_push(m->arena, &table->head.at[head->row].cells);
        *cell = (struct table_cell){
            .rowspan = head->rows, .colspan = head->columns, .align = align};
        bool tick = g->columns.at[head->column].part == GRID_TICK && head->columns == 1;
        sheet_text(m->arena, m->style, cell, "label",
                   tick ? balanced(m, head->label) : head->label);
    }
}

static void set_shares(const struct making *m, struct table *table)
{
    table->columns = m->grid->columns.n;
    double *shares = arena_array(m->arena, table->columns, sizeof *shares);
    for (size_t i = 0; i < table->columns; i++)
        shares[i] = m->grid->columns.at[i].share;
    table->shares = shares;
}

/* The item whose page begins in the row: its first one. */
static const struct item *item_begun(const struct grid *g, size_t r)
{
    const struct item *item = g->rows.at[r].item;
    return r > 0 && g->rows.at[r - 1].item == item ? NULL : item;
}

static struct sheet_row *sheet_rows(const struct making *m)
{
    const struct grid *g = m->grid;
    struct sheet_row *rows = arena_array(m->arena, g->rows.n, sizeof *rows);
    for (size_t r = 0; r < g->rows.n; r++)
        rows[r] = (struct sheet_row){g->rows.at[r].begins ? g->rows.at[r].group : NULL,
                                     g->rows.at[r].position, item_begun(g, r)};
    return rows;
}

struct scene *listing_scene(const struct catalog *c, const struct typesetter *t,
                            const struct print_style *style, struct diag *d)
{
    struct arena *a = arena_new();
    const struct print_style *on = print_on(a, style, c->paper);
    struct grid grid = grid_new(a, c, on);
    struct making m = {a, &grid, on, t};
    struct table table = {0};
    set_shares(&m, &table);
    add_head(&m, &table);
    for (size_t r = 0; r < grid.rows.n; r++) {
        struct table_row *row = vec_push(a, &table.body);
        for (size_t i = grid.first[r]; i < grid.first[r + 1]; i++)
            add_cell(&m, row, &grid.cells.at[i]);
    }
    struct scene *s = sheet_scene(c, t, on, &table, sheet_rows(&m), d);
    arena_drop(a);
    return s;
}
