#include "catalog/form.h"

#include "base/buf.h"
#include "base/utf8.h"

static const char *const align_names[FORM_ALIGN_COUNT] = {[FORM_AUTO] = "",
                                                          [FORM_LEFT] = "left",
                                                          [FORM_CENTER] = "center",
                                                          [FORM_RIGHT] = "right"};
static const char *const valign_names[FORM_VALIGN_COUNT] = {
    [FORM_MIDDLE] = "middle", [FORM_TOP] = "top", [FORM_BOTTOM] = "bottom"};

const char *form_align_name(enum form_align align)
{
    return align_names[align];
}

enum form_align form_align_find(struct str word)
{
    for (int i = 0; i < FORM_ALIGN_COUNT; i++)
        if (str_eq(word, str_of(align_names[i])))
            return (enum form_align)i;
    return FORM_AUTO;
}

const char *form_valign_name(enum form_valign valign)
{
    return valign_names[valign];
}

enum form_valign form_valign_find(struct str word)
{
    for (int i = 0; i < FORM_VALIGN_COUNT; i++)
        if (str_eq(word, str_of(valign_names[i])))
            return (enum form_valign)i;
    return FORM_MIDDLE;
}

/* --- the grid --- */

/* While rows are put in: for each column, the first row that is free in it. */
struct gridding {
    struct arena *arena;
    struct form_grid *grid;
    size_t *free;
};

static size_t count_rows(const struct form *f)
{
    size_t rows = 0;
    for (size_t r = 0; r < f->rows.n; r++)
        rows += f->rows.at[r].repeat;
    return rows;
}

/* The columns that the first row takes: nothing stands above it. */
static size_t count_columns(const struct form *f)
{
    size_t columns = 0;
    if (f->columns.n)
        return f->columns.n;
    for (size_t i = 0; f->rows.n && i < f->rows.at[0].cells.n; i++)
        columns += f->rows.at[0].cells.at[i].colspan;
    return columns;
}

static void tell(struct gridding *g, enum form_fault_kind kind,
                 const struct form_cell *cell, size_t row)
{
    *vec_push(g->arena, &g->grid->faults) =
        (struct form_fault){kind, cell->at, row, g->grid->rows - row};
}

static void put_cell(struct gridding *g, const struct form_cell *cell, size_t r)
{
    struct form_grid *grid = g->grid;
    size_t column = 0;
    while (column < grid->columns && g->free[column] > r)
        column++;
    if (column == grid->columns) {
        tell(g, FORM_TOO_WIDE, cell, r);
        return;
    }
    struct form_slot slot = {cell, r, column, cell->rowspan, 0};
    if (slot.rowspan > grid->rows - r) {
        tell(g, FORM_TOO_DEEP, cell, r);
        slot.rowspan = grid->rows - r;
    }
    for (; slot.colspan < cell->colspan && column < grid->columns && g->free[column] <= r;
         column++, slot.colspan++)
        g->free[column] = r + slot.rowspan;
    if (slot.colspan < cell->colspan)
        tell(g, FORM_TOO_WIDE, cell, r);
    *vec_push(g->arena, &grid->slots) = slot;
}

/* The last cell of a short row goes on to the right, as far as there is room. */
static void widen_last(struct gridding *g, size_t r)
{
    struct form_grid *grid = g->grid;
    if (grid->slots.n == grid->first[r])
        return;
    struct form_slot *last = &grid->slots.at[grid->slots.n - 1];
    for (size_t column = last->column + last->colspan;
         column < grid->columns && g->free[column] <= r; column++, last->colspan++)
        g->free[column] = r + last->rowspan;
}

struct form_grid form_grid(struct arena *a, const struct form *f)
{
    struct form_grid grid = {.columns = count_columns(f), .rows = count_rows(f)};
    struct gridding g = {a, &grid, arena_array(a, grid.columns, sizeof *g.free)};
    grid.row = arena_array(a, grid.rows, sizeof *grid.row);
    grid.first = arena_array(a, grid.rows + 1, sizeof *grid.first);
    size_t r = 0;
    for (size_t i = 0; i < f->rows.n; i++)
        for (size_t time = 0; time < f->rows.at[i].repeat; time++, r++) {
            const struct form_row *row = &f->rows.at[i];
            grid.row[r] = row;
            grid.first[r] = grid.slots.n;
            for (size_t k = 0; k < row->cells.n; k++)
                put_cell(&g, &row->cells.at[k], r);
            widen_last(&g, r);
        }
    grid.first[grid.rows] = grid.slots.n;
    return grid;
}

/* --- order --- */

/* Which forms are in the list already, by index in catalog->forms. */
struct ordering {
    struct arena *arena;
    const struct catalog *catalog;
    bool *taken;
    struct form_refs out;
};

static void take_refs(struct ordering *o, const struct form_refs *refs)
{
    for (size_t i = 0; i < refs->n; i++) {
        const struct form *f = form_find(o->catalog, refs->at[i].id);
        if (!f || o->taken[f - o->catalog->forms.at])
            continue;
        o->taken[f - o->catalog->forms.at] = true;
        *vec_push(o->arena, &o->out) = refs->at[i];
    }
}

static void take_item(struct ordering *o, const struct item *item)
{
    take_refs(o, &item->forms);
    for (size_t i = 0; i < item->services.n; i++)
        take_refs(o, &item->services.at[i].forms);
}

struct form_refs form_order(struct arena *a, const struct catalog *c)
{
    struct ordering o = {a, c, arena_array(a, c->forms.n, sizeof *o.taken), {0}};
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++)
            take_item(&o, &c->groups.at[g].items.at[i]);
    take_refs(&o, &c->form_refs);
    for (size_t i = 0; i < c->forms.n; i++)
        if (!o.taken[i])
            *vec_push(a, &o.out) = (struct form_ref){.id = c->forms.at[i].id};
    return o.out;
}

/* --- names --- */

const struct form *form_find(const struct catalog *c, struct str id)
{
    size_t low = 0, high = c->forms.n; /* they are sorted by id */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(id, c->forms.at[middle].id);
        if (order == 0)
            return &c->forms.at[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The first text that is no blank line, for a form without a title. */
static struct str first_text(const struct form *f)
{
    const struct form_lines *lines[] = {&f->top, &f->above, &f->below};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        for (size_t k = 0; k < lines[i]->n; k++)
            if (lines[i]->at[k].text.n)
                return lines[i]->at[k].text;
    for (size_t r = 0; r < f->rows.n; r++)
        for (size_t k = 0; k < f->rows.at[r].cells.n; k++)
            if (f->rows.at[r].cells.at[k].text.n)
                return f->rows.at[r].cells.at[k].text;
    return f->id;
}

/* Without line breaks and places to write. */
static struct str without_blanks(struct arena *a, struct str text)
{
    struct buf out = {0};
    for (struct str rest = text; rest.n;) {
        struct str before = rest;
        uint32_t c = utf8_next(&rest);
        if (c != ' ' && c != '\n' && c != '\r' && c != 0x3000)
            buf_put(&out, str_slice(before, 0, before.n - rest.n));
    }
    struct str copy = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return copy;
}

struct str form_name(struct arena *a, const struct form *f)
{
    enum { MOST_CHARACTERS = 16 };
    if (f->title.n || f->name.n)
        return without_blanks(a, f->title.n ? f->title : f->name);
    struct str text = without_blanks(a, first_text(f)), rest = text;
    for (int i = 0; i < MOST_CHARACTERS && rest.n; i++)
        utf8_next(&rest);
    if (!rest.n)
        return text;
    return str_print(a, "%.*s…", (int)(text.n - rest.n), text.s);
}
