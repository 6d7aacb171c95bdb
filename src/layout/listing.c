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
    case GRID_TICK:
    case GRID_LEVEL: break;
    }
    return "cell";
}

/* A merged cell says its text on the next page too, and so do the names and numbers of a row
 * that is broken; of its other cells the short ones do, so that none looks empty. */
static enum table_repeat repeats(const struct making *m, const struct grid_cell *cell)
{
    enum grid_part part = m->grid->columns.at[cell->column].part;
    bool named = cell->header || (part != GRID_FIELD && part != GRID_TICK);
    return named || cell->rows > 1 ? TABLE_AGAIN : TABLE_SHORT;
}

/* Where the words of a cell stand. */
static struct pos place_of(const struct making *m, const struct grid_cell *cell)
{
    const struct grid_row *row = &m->grid->rows.at[cell->row];
    const struct item *item = row->service ? row->service : row->item;
    size_t at = item ? item->at : row->group->at;
    if (cell->field && cell->field->at)
        at = cell->field->at;
    return (struct pos){&m->grid->catalog->source, at};
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
                                .vertical = column->look->vertical,
                                .repeat = repeats(m, from),
                                .at = place_of(m, from)};
    if (from->columns > 1)
        cell->align = ALIGN_CENTER;
    if (column->part == GRID_TICK && utf8_count(from->text) > MARK_CHARACTERS)
        cell->align = ALIGN_LEFT;
    cell->chain = column->part == GRID_FIELD && column->field == FIELD_STEPS;
    if (from->field && from->field->markdown)
        set_prose(m, cell, from->text);
    else if (from->text.n)
        sheet_text(m->arena, m->style, cell, type_of(column->part), from->text);
}

static void add_head(const struct making *m, struct table *table)
{
    const struct grid *g = m->grid;
    for (size_t r = 0; r < g->head_rows; r++)
        vec_push(m->arena, &table->head);
    for (size_t i = 0; i < g->heads.n; i++) {
        const struct grid_head *head = &g->heads.at[i];
        struct table_row *row = &table->head.at[head->row];
        struct table_cell *cell = sheet_head(m->arena, m->style, row, head->label);
        cell->rowspan = head->rows;
        cell->colspan = head->columns;
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
    struct grid grid = grid_new(a, c, style);
    struct making m = {a, &grid, style, t};
    struct table table = {0};
    set_shares(&m, &table);
    add_head(&m, &table);
    for (size_t r = 0; r < grid.rows.n; r++) {
        struct table_row *row = vec_push(a, &table.body);
        for (size_t i = grid.first[r]; i < grid.first[r + 1]; i++)
            add_cell(&m, row, &grid.cells.at[i]);
    }
    const struct print_style *on = sheet_paper(a, t, style, c->paper, &table);
    struct scene *s = sheet_scene(c, t, on, &table, sheet_rows(&m), d);
    arena_drop(a);
    return s;
}
