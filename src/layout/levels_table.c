#include "layout/levels_table.h"

#include "catalog/fields.h"

struct making {
    struct arena *arena;
    const struct catalog *catalog;
    const struct print_style *style;
    struct levels_table *out;
};

enum { FIRST_LEVEL = 3 }; /* columns before the levels: group, number, item */

static void add_rows_of(const struct making *m, const struct group *group,
                        size_t position)
{
    struct arena *a = m->arena;
    size_t begin = m->out->rows.n;
    for (size_t i = 0; i < group->items.n; i++) {
        const struct item *item = &group->items.at[i];
        *vec_push(a, &m->out->rows) =
            (struct sheet_row){.position = position, .item = item};
        for (size_t k = 0; k < item->services.n; k++)
            *vec_push(a, &m->out->rows) =
                (struct sheet_row){.position = position, .item = &item->services.at[k]};
    }
    if (m->out->rows.n == begin)
        *vec_push(a, &m->out->rows) = (struct sheet_row){.position = position};
    m->out->rows.at[begin].group = group;
}

static struct table_cell *add_cell(const struct making *m, struct table_row *row,
                                   const char *column)
{
    struct table_cell *cell = vec_push(m->arena, &row->cells);
    cell->align = print_column(m->style, column)->align;
    cell->valign = print_column(m->style, column)->valign;
    return cell;
}

/* A name with its code on the next line; （续） belongs behind the name. */
static void set_name(const struct making *m, struct table_cell *cell, const char *type,
                     struct str name, struct str code)
{
    struct arena *a = m->arena;
    struct str pattern = print_label(m->style, "code");
    size_t at = str_find(pattern, STR("{code}"));
    sheet_text(m->arena, m->style, cell, type, name);
    if (code.n == 0 || at == STR_NONE)
        return;
    struct str before = str_slice(pattern, 0, at);
    struct str behind = str_from(pattern, at + STR("{code}").n);
    struct span *spans = arena_array(a, 2, sizeof *spans);
    spans[0] = cell->spans[0];
    spans[1].text =
        str_print(a, "\n%.*s%.*s%.*s", STR_ARG(before), STR_ARG(code), STR_ARG(behind));
    spans[1].style = print_type(m->style, "code")->style;
    cell->spans = spans;
    cell->n = 2;
    cell->named = 1;
}

static const struct cell *own_cell(const struct sheet_row *row, size_t level)
{
    const struct item *item = row->item;
    for (size_t i = 0; item && i < item->levels.n; i++)
        if (item->levels.at[i].column == level)
            return &item->levels.at[i];
    return NULL;
}

/* How many columns the cell takes: as it says, but not one that has a cell of its own. */
static size_t columns_of(const struct making *m, const struct sheet_row *row,
                         size_t level)
{
    const struct cell *cell = own_cell(row, level);
    size_t span = 1;
    while (cell && span < cell->field.span && level + span < m->catalog->levels.n &&
           !own_cell(row, level + span))
        span++;
    return span;
}

/* True when the cell is the same shared text as the one above it: one merged cell. */
static bool goes_on(const struct making *m, size_t r, size_t level)
{
    if (r == 0)
        return false;
    const struct sheet_row *row = &m->out->rows.at[r];
    const struct cell *cell = own_cell(row, level), *above = own_cell(row - 1, level);
    return cell && above && field_shown(&cell->field) == field_shown(&above->field) &&
           columns_of(m, row, level) == columns_of(m, row - 1, level);
}

/* A short text stands in the middle like a √, a sentence at the left. */
static void add_level(const struct making *m, struct table_row *row, size_t r,
                      size_t level)
{
    const struct sheet_row *of = &m->out->rows.at[r];
    const struct cell *own = own_cell(of, level);
    struct table_cell *cell = add_cell(m, row, "level");
    cell->settle = cell->align == ALIGN_CENTER;
    cell->align = ALIGN_LEFT;
    cell->colspan = columns_of(m, of, level);
    cell->rowspan = 1;
    while (r + cell->rowspan < m->out->rows.n && goes_on(m, r + cell->rowspan, level))
        cell->rowspan++;
    if (!own)
        return;
    sheet_text(m->arena, m->style, cell, "cell",
               field_printed(m->arena, field_shown(&own->field)));
    cell->repeat = cell->rowspan > 1 ? TABLE_AGAIN : TABLE_SHORT;
    cell->at = (struct pos){&m->catalog->source, own->field.at};
}

static void add_item(const struct making *m, struct table_row *row, size_t r)
{
    const struct item *item = m->out->rows.at[r].item;
    struct table_cell *seq = add_cell(m, row, "seq");
    struct table_cell *name;
    seq->repeat = TABLE_AGAIN;
    if (item)
        sheet_text(m->arena, m->style, seq, "cell", item->seq);
    name = add_cell(m, row, "item");
    name->header = item != NULL;
    name->repeat = TABLE_AGAIN;
    name->at = (struct pos){&m->catalog->source, item ? item->at : 0};
    if (item)
        set_name(m, name, "cell", field_printed(m->arena, item_field(item, FIELD_TITLE)),
                 item->code);
    for (size_t level = 0; level < m->catalog->levels.n;) {
        size_t span = columns_of(m, &m->out->rows.at[r], level);
        if (!goes_on(m, r, level))
            add_level(m, row, r, level);
        level += span;
    }
}

static void add_group(const struct making *m, struct table_row *row, size_t r)
{
    const struct sheet_row *first = &m->out->rows.at[r];
    struct table_cell *cell = add_cell(m, row, "group");
    cell->header = true;
    cell->repeat = TABLE_AGAIN;
    cell->at = (struct pos){&m->catalog->source, first->group->at};
    cell->rowspan = 1;
    while (r + cell->rowspan < m->out->rows.n && !first[cell->rowspan].group)
        cell->rowspan++;
    set_name(m, cell, "group", sheet_group_name(m->arena, first->group, m->style),
             first->group->code);
}

static void add_head(const struct making *m)
{
    static const char *const names[FIRST_LEVEL] = {"group", "seq", "item"};
    struct table_row *row = vec_push(m->arena, &m->out->table.head);
    for (size_t i = 0; i < FIRST_LEVEL; i++)
        sheet_head(m->arena, m->style, row, print_column(m->style, names[i])->label);
    for (size_t i = 0; i < m->catalog->levels.n; i++)
        sheet_head(m->arena, m->style, row, m->catalog->levels.at[i].name);
}

static void set_shares(const struct making *m)
{
    struct table *table = &m->out->table;
    table->columns = FIRST_LEVEL + m->catalog->levels.n;
    double *shares = arena_array(m->arena, table->columns, sizeof *shares);
    shares[0] = print_column(m->style, "group")->share;
    shares[1] = print_column(m->style, "seq")->share;
    shares[2] = print_column(m->style, "item")->share;
    for (size_t i = FIRST_LEVEL; i < table->columns; i++)
        shares[i] = print_column(m->style, "level")->share;
    table->shares = shares;
}

struct levels_table levels_table(struct arena *a, const struct catalog *c,
                                 const struct print_style *style)
{
    struct levels_table out = {0};
    struct making m = {a, c, style, &out};
    for (size_t i = 0; i < c->groups.n; i++)
        add_rows_of(&m, &c->groups.at[i], i + 1);
    set_shares(&m);
    add_head(&m);
    for (size_t r = 0; r < out.rows.n; r++) {
        struct table_row *row = vec_push(a, &out.table.body);
        if (out.rows.at[r].group)
            add_group(&m, row, r);
        add_item(&m, row, r);
    }
    return out;
}
