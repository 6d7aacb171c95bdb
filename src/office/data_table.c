#include "office/data_table.h"

#include "catalog/fields.h"
#include "office/csv.h"
#include "office/data_grid.h"

static const struct {
    const char *name, *title;
} tables[DATA_TABLES] = {
    [DATA_LIST] = {"list", "事项清单"},
    [DATA_LEVELS] = {"levels", "三级清单"},
    [DATA_DISCLOSURE] = {"disclosure", "公开标准目录"},
};

const char *data_table_name(enum data_table table)
{
    return tables[table].name;
}

const char *data_table_title(enum data_table table)
{
    return tables[table].title;
}

enum data_table data_table_find(struct str name)
{
    int i = 0;
    while (i < DATA_TABLES && !str_eq(name, str_of(tables[i].name)))
        i++;
    return (enum data_table)i;
}

const struct print_needs *data_levels_needs(void)
{
    static const char *const labels[] = {"untitled", NULL};
    static const struct print_needs needs = {.labels = labels,
                                             .columns = grid_level_columns};
    return &needs;
}

bool data_table_has(const struct catalog *c, enum data_table table)
{
    switch (table) {
    case DATA_LIST:
        return catalog_prints(c, KIND_LIST) || catalog_prints(c, KIND_GUIDE) ||
               catalog_prints(c, KIND_LEVELS);
    case DATA_LEVELS: return catalog_prints(c, KIND_LEVELS);
    case DATA_DISCLOSURE: return catalog_prints(c, KIND_DISCLOSURE);
    }
    return false;
}

enum data_table data_table_own(const struct catalog *c)
{
    switch (c->kind) {
    case KIND_GUIDE:
    case KIND_LIST: return DATA_LIST;
    case KIND_LEVELS: return DATA_LEVELS;
    case KIND_DISCLOSURE: return DATA_DISCLOSURE;
    }
    return DATA_LIST;
}

struct str data_grid_text(const struct grid *g, const struct grid_cell *cell)
{
    const struct group *group = g->rows.at[cell->row].group;
    bool named = group->no.n || !field_empty(group->title);
    if (g->columns.at[cell->column].part == GRID_GROUP && !named)
        return STR("");
    return cell->text;
}

bool data_grid_coded(enum grid_part part)
{
    switch (part) {
    case GRID_GROUP_NO:
    case GRID_GROUP_CODE:
    case GRID_SEQ:
    case GRID_ITEM_CODE:
    case GRID_SERVICE_SEQ:
    case GRID_SERVICE_CODE: return true;
    case GRID_GROUP:
    case GRID_ITEM:
    case GRID_SERVICE:
    case GRID_FIELD:
    case GRID_TICK:
    case GRID_LEVEL: break;
    }
    return false;
}

/* Declared columns with what they are about, as 县级 alone would not say it: 公开层级：县级. */
static void put_heads(struct csv *csv, struct arena *a, const struct grid *g)
{
    for (size_t i = 0; i < g->columns.n; i++) {
        const struct grid_column *column = &g->columns.at[i];
        csv_cell(csv, column->part == GRID_TICK
                          ? str_print(a, "%.*s：%.*s", STR_ARG(column->over),
                                      STR_ARG(column->label))
                          : column->label);
    }
    csv_end_row(csv);
}

/* `open` holds for each column the cell that stands in it; one that is merged sideways is
 * in the first of its columns only. */
static void put_row(struct csv *csv, const struct grid *g, size_t row,
                    const struct grid_cell **open)
{
    for (size_t i = g->first[row]; i < g->first[row + 1]; i++) {
        const struct grid_cell *cell = &g->cells.at[i];
        for (size_t c = 0; c < cell->columns; c++)
            open[cell->column + c] = cell;
    }
    for (size_t c = 0; c < g->columns.n; c++)
        csv_cell(csv, open[c]->column == c ? data_grid_text(g, open[c]) : STR(""));
    csv_end_row(csv);
}

void data_table_csv(const struct catalog *c, enum data_table table,
                    const struct data_styles *styles, struct buf *out)
{
    struct arena *a = arena_new();
    struct grid g = grid_new(a, c, styles->at[table]);
    const struct grid_cell **open = arena_array(a, g.columns.n, sizeof *open);
    struct csv csv = csv_new(out);
    put_heads(&csv, a, &g);
    for (size_t r = 0; r < g.rows.n; r++)
        put_row(&csv, &g, r, open);
    arena_drop(a);
}
