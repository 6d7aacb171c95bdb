#include "layout/grid.h"

#include "catalog/fields.h"
#include "layout/grid_columns.h"
#include "layout/sheet.h"

/* What a field column shows in a row, and who holds it there. */
struct content {
    const struct item *holder; /* item or service; NULL: nobody */
    const struct field *own;   /* as it stands in the file, or NULL */
    const struct field *shown; /* never NULL */
};

static const struct field nothing = {.span = 1};

bool grid_declared(enum grid_part part)
{
    return part == GRID_TICK || part == GRID_LEVEL;
}

static bool any_text(const struct field *f)
{
    return f && !field_empty(field_shown(f));
}

static bool has_levels(const struct grid *g)
{
    for (size_t i = 0; i < g->columns.n; i++)
        if (g->columns.at[i].part == GRID_LEVEL)
            return true;
    return false;
}

/* True when the item must have a row of its own above those of its services: both have
 * something for one column. */
static bool stands_apart(const struct grid *g, const struct item *item)
{
    if (item->services.n && has_levels(g))
        return true; /* who handles an item is not said of its services */
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *service = &item->services.at[i];
        if (service->ticks.n && item->ticks.n)
            return true;
        for (int f = FIELD_TITLE + 1; f < FIELD_COUNT; f++)
            if (any_text(service->own[f]) && !field_empty(item->field[f]))
                return true;
    }
    return false;
}

static void add_rows_of_item(struct arena *a, struct grid *g, struct grid_row row)
{
    row.apart = stands_apart(g, row.item);
    if (row.apart || row.item->services.n == 0)
        *vec_push(a, &g->rows) = row;
    for (size_t i = 0; i < row.item->services.n; i++) {
        row.service = &row.item->services.at[i];
        *vec_push(a, &g->rows) = row;
    }
}

static void add_rows(struct arena *a, struct grid *g)
{
    for (size_t i = 0; i < g->catalog->groups.n; i++) {
        const struct group *group = &g->catalog->groups.at[i];
        struct grid_row row = {.group = group, .position = i + 1};
        size_t begin = g->rows.n;
        for (size_t k = 0; k < group->items.n; k++) {
            row.item = &group->items.at[k];
            add_rows_of_item(a, g, row);
        }
        if (g->rows.n == begin)
            *vec_push(a, &g->rows) = row;
        g->rows.at[begin].begins = true;
    }
}

/* Of the cells of a row, which may be NULL, that of a declared column. */
static struct content cell_of(const struct item *holder, const struct cells *cells,
                              size_t column)
{
    for (size_t i = 0; cells && i < cells->n; i++)
        if (cells->at[i].column == column) {
            const struct field *own = &cells->at[i].field;
            return (struct content){holder, own, field_shown(own)};
        }
    return (struct content){holder, NULL, &nothing};
}

static struct content tick_of(const struct grid_row *row, size_t tick)
{
    const struct item *holder = row->service;
    if (!holder || (holder->ticks.n == 0 && !row->apart))
        holder = row->item;
    return cell_of(holder, holder ? &holder->ticks : NULL, tick);
}

static struct content level_of(const struct grid_row *row, size_t level)
{
    const struct item *holder = row->service ? row->service : row->item;
    return cell_of(holder, holder ? &holder->levels : NULL, level);
}

static struct content field_of(const struct grid_row *row, enum field_id id)
{
    const struct item *holder = row->service;
    if (!holder || (!holder->own[id] && !row->apart))
        holder = row->item;
    if (!holder)
        return (struct content){NULL, NULL, &nothing};
    return (struct content){holder, holder->own[id], item_field(holder, id)};
}

/* Of field, tick and level columns, and of the title of item and service. */
static struct content content_of(const struct grid *g, size_t r, size_t c)
{
    const struct grid_row *row = &g->rows.at[r];
    const struct grid_column *column = &g->columns.at[c];
    const struct item *named = column->part == GRID_SERVICE ? row->service : row->item;
    if (column->part == GRID_TICK)
        return tick_of(row, column->tick);
    if (column->part == GRID_LEVEL)
        return level_of(row, column->tick);
    if (column->part == GRID_FIELD)
        return field_of(row, column->field);
    if (!named)
        return (struct content){NULL, NULL, &nothing};
    return (struct content){named, named->own[FIELD_TITLE],
                            item_field(named, FIELD_TITLE)};
}

/* How many columns the cell takes: as it says, but none that has a text of its own. A span
 * counts the columns of the style, shown or not. */
static size_t columns_of(const struct grid *g, size_t r, size_t c)
{
    const struct grid_column *first = &g->columns.at[c];
    size_t n = 1;
    if (!grid_declared(first->part) && first->part != GRID_FIELD)
        return n;
    struct content content = content_of(g, r, c);
    size_t span = content.own ? content.own->span : 1;
    while (c + n < g->columns.n && g->columns.at[c + n].part == first->part &&
           field_empty(content_of(g, r, c + n).shown)) {
        const struct grid_column *next = &g->columns.at[c + n];
        size_t away = grid_declared(first->part) ? next->tick - first->tick
                                                 : next->index - first->index;
        if (away >= span)
            break;
        n++;
    }
    return n;
}

/* The text as one that stands in several places; NULL for a text of its own. */
static const struct field *shared_text(const struct field *own, const struct field *shown)
{
    bool shared = own ? own->id.n || own->ref.n : shown->id.n > 0;
    return shared ? shown : NULL;
}

static bool same_text(const struct field *own_above, const struct field *shown_above,
                      const struct field *own, const struct field *shown)
{
    const struct field *text = shared_text(own, shown);
    return text && text == shared_text(own_above, shown_above);
}

static bool same_group(const struct group *above, const struct group *group)
{
    return above == group ||
           (str_eq(above->no, group->no) && str_eq(above->code, group->code) &&
            same_text(above->own[FIELD_TITLE], above->title, group->own[FIELD_TITLE],
                      group->title));
}

/* True when the cell is one with that in the row above. */
static bool goes_on(const struct grid *g, size_t r, size_t c)
{
    if (r == 0)
        return false;
    const struct grid_row *row = &g->rows.at[r], *above = row - 1;
    switch (g->columns.at[c].part) {
    case GRID_GROUP:
    case GRID_GROUP_NO:
    case GRID_GROUP_CODE: return same_group(above->group, row->group);
    case GRID_SEQ:
    case GRID_ITEM_CODE: return row->item && row->item == above->item;
    case GRID_SERVICE_SEQ:
    case GRID_SERVICE_CODE: return false;
    case GRID_ITEM:
    case GRID_SERVICE:
    case GRID_FIELD:
    case GRID_TICK:
    case GRID_LEVEL: break;
    }
    struct content here = content_of(g, r, c), there = content_of(g, r - 1, c);
    if (field_empty(here.shown) || columns_of(g, r, c) != columns_of(g, r - 1, c))
        return false;
    return here.holder == there.holder ||
           same_text(there.own, there.shown, here.own, here.shown);
}

static bool numbers_apart(const struct grid *g)
{
    for (size_t i = 0; i < g->columns.n; i++)
        if (g->columns.at[i].part == GRID_GROUP_NO)
            return true;
    return false;
}

static struct str group_text(struct arena *a, const struct grid *g,
                             const struct group *group, const struct print_style *style)
{
    struct str title = field_printed(a, group->title);
    if (title.n && numbers_apart(g))
        return title;
    return sheet_group_name(a, group, style);
}

/* The text of a cell that is no field; `field` takes the title of item or service. */
static struct str part_text(struct arena *a, const struct grid *g, struct grid_cell *cell,
                            const struct print_style *style)
{
    const struct grid_row *row = &g->rows.at[cell->row];
    const struct item *item = row->item, *service = row->service;
    switch (g->columns.at[cell->column].part) {
    case GRID_GROUP: return group_text(a, g, row->group, style);
    case GRID_GROUP_NO: return row->group->no;
    case GRID_GROUP_CODE: return row->group->code;
    case GRID_SEQ: return item ? item->seq : STR("");
    case GRID_ITEM_CODE: return item ? item->code : STR("");
    case GRID_SERVICE_SEQ: return service ? service->seq : STR("");
    case GRID_SERVICE_CODE: return service ? service->code : STR("");
    case GRID_ITEM:
    case GRID_SERVICE:
    case GRID_FIELD:
    case GRID_TICK:
    case GRID_LEVEL: break;
    }
    cell->field = content_of(g, cell->row, cell->column).shown;
    return grid_text(a, cell->field);
}

static bool heads_row(const struct grid_row *row, enum grid_part part)
{
    return part == GRID_GROUP || (part == GRID_ITEM && row->item) ||
           (part == GRID_SERVICE && row->service);
}

static void add_cells(struct arena *a, struct grid *g, const struct print_style *style)
{
    g->first = arena_array(a, g->rows.n + 1, sizeof *g->first);
    for (size_t r = 0; r < g->rows.n; r++) {
        g->first[r] = g->cells.n;
        for (size_t c = 0, n; c < g->columns.n; c += n) {
            n = columns_of(g, r, c);
            if (goes_on(g, r, c))
                continue;
            struct grid_cell cell = {.row = r, .column = c, .rows = 1, .columns = n};
            while (r + cell.rows < g->rows.n && goes_on(g, r + cell.rows, c))
                cell.rows++;
            cell.text = part_text(a, g, &cell, style);
            cell.header = heads_row(&g->rows.at[r], g->columns.at[c].part);
            *vec_push(a, &g->cells) = cell;
        }
    }
    g->first[g->rows.n] = g->cells.n;
}

static void add_heads(struct arena *a, struct grid *g)
{
    g->head_rows = 1;
    for (size_t c = 0; c < g->columns.n; c++)
        if (g->columns.at[c].over.n)
            g->head_rows = 2;
    for (size_t c = 0, n; c < g->columns.n; c += n) {
        struct str over = g->columns.at[c].over;
        n = 1;
        while (over.n && c + n < g->columns.n && str_eq(g->columns.at[c + n].over, over))
            n++;
        *vec_push(a, &g->heads) = (struct grid_head){
            0, c, over.n ? 1 : g->head_rows, n, over.n ? over : g->columns.at[c].label};
    }
    for (size_t c = 0; c < g->columns.n; c++)
        if (g->columns.at[c].over.n)
            *vec_push(a, &g->heads) =
                (struct grid_head){1, c, 1, 1, g->columns.at[c].label};
}

struct grid grid_new(struct arena *a, const struct catalog *c,
                     const struct print_style *style)
{
    struct grid g = {.catalog = c};
    grid_choose(a, &g, style);
    add_rows(a, &g);
    add_cells(a, &g, style);
    add_heads(a, &g);
    return g;
}

size_t grid_block(const struct grid *g, size_t row)
{
    size_t reach = row;
    do {
        for (size_t i = g->first[row]; i < g->first[row + 1]; i++) {
            size_t end = row + g->cells.at[i].rows;
            reach = end > reach ? end : reach;
        }
        row++;
    } while (row < g->rows.n && (row < reach || !g->rows.at[row].begins));
    return row;
}
