/* The item list and the disclosure catalog: the same grid as in print, as a table.
 *
 * On a narrow screen each row becomes a card (style.css). There a cell merged over several
 * rows stands in the first card only; the others say where its text is. */
#include "html/pages_private.h"

#include "base/utf8.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "html/markdown_html.h"
#include "layout/grid.h"

struct head_cell {
    struct str label, rows, columns; /* spans: "" for one */
    struct str kind;                 /* for the style sheet */
    bool wide;                       /* heads several columns */
};
struct head_row {
    VEC(struct head_cell) cells;
};

/* A column, for the style sheet. */
struct column_view {
    struct str kind;
};

/* A text of the row that stands in a cell further up. */
struct same_view {
    struct str column, name;
};
struct table_cell_view {
    bool header;
    struct str text, href;
    bool markdown;
    struct str markup;
    struct str column;        /* what a card calls the cell */
    struct str kind;          /* for the style sheet */
    struct str rows, columns; /* spans: "" for one */
    struct str index;         /* of its first column, from 1 */
    bool mark, empty;
    VEC(struct same_view) same; /* in the last cell of the row */
};
struct row_view {
    bool begins; /* the first of its group */
    VEC(struct table_cell_view) cells;
};
struct block_view {
    VEC(struct row_view) rows;
};
struct table_view {
    struct frame_view frame;
    struct str title, issuer, date, number, count;
    VEC(struct column_view) columns;
    VEC(struct head_row) heads;
    VEC(struct block_view) blocks;
    struct links downloads;
    struct entry_views above, remarks;
};

static const struct shape_row head_cell_rows[] = {
    SHAPE_TEXT(struct head_cell, label, "列名"),
    SHAPE_TEXT(struct head_cell, rows, "占几行；一行时空"),
    SHAPE_TEXT(struct head_cell, columns, "占几列；一列时空"),
    SHAPE_TEXT(struct head_cell, kind, "列的种类，用于样式"),
    SHAPE_TRUTH(struct head_cell, wide, "下面还有几列各自的列名"),
};
static const struct shape head_cell_shape = {
    "table-head", head_cell_rows, sizeof head_cell_rows / sizeof *head_cell_rows};

static const struct shape_row head_row_rows[] = {
    SHAPE_LIST(struct head_row, cells, &head_cell_shape, "表头一行的各格"),
};
static const struct shape head_row_shape = {"table-heads", head_row_rows, 1};

static const struct shape_row same_rows[] = {
    SHAPE_TEXT(struct same_view, column, "列名"),
    SHAPE_TEXT(struct same_view, name, "与哪一项相同"),
};
static const struct shape same_shape = {"table-same", same_rows, 2};

static const struct shape_row table_cell_rows[] = {
    SHAPE_TRUTH(struct table_cell_view, header, "是行的标题：主项、子项、业务办理项"),
    SHAPE_TEXT(struct table_cell_view, text, "单元格内容，照印"),
    SHAPE_TEXT(struct table_cell_view, href, "事项页地址，或空"),
    SHAPE_TRUTH(struct table_cell_view, markdown, "用 Markdown 写成"),
    SHAPE_MARKUP(struct table_cell_view, markup, "Markdown 写成的内容"),
    SHAPE_TEXT(struct table_cell_view, column, "列名，卡片上用"),
    SHAPE_TEXT(struct table_cell_view, kind, "列的种类，用于样式"),
    SHAPE_TEXT(struct table_cell_view, rows, "占几行；一行时空"),
    SHAPE_TEXT(struct table_cell_view, columns, "占几列；一列时空"),
    SHAPE_TEXT(struct table_cell_view, index, "第几列"),
    SHAPE_TRUTH(struct table_cell_view, mark, "只是一个勾"),
    SHAPE_TRUTH(struct table_cell_view, empty, "没有内容"),
    SHAPE_LIST(struct table_cell_view, same, &same_shape, "与上面相同的各列，卡片上用"),
};
static const struct shape table_cell_shape = {
    "table-cell", table_cell_rows, sizeof table_cell_rows / sizeof *table_cell_rows};

static const struct shape_row row_view_rows[] = {
    SHAPE_TRUTH(struct row_view, begins, "主项的第一行"),
    SHAPE_LIST(struct row_view, cells, &table_cell_shape, "各格"),
};
static const struct shape row_view_shape = {"table-row", row_view_rows, 2};

static const struct shape_row block_rows[] = {
    SHAPE_LIST(struct block_view, rows, &row_view_shape, "各行"),
};
static const struct shape block_shape = {"table-block", block_rows, 1};

static const struct shape_row column_rows[] = {
    SHAPE_TEXT(struct column_view, kind, "列的种类，用于样式"),
};
static const struct shape column_shape = {"table-column", column_rows, 1};

static const struct shape_row table_rows[] = {
    SHAPE_OBJECT(struct table_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct table_view, title, "目录名称"),
    SHAPE_TEXT(struct table_view, issuer, "发布单位"),
    SHAPE_TEXT(struct table_view, date, "文件日期"),
    SHAPE_TEXT(struct table_view, number, "文号"),
    SHAPE_TEXT(struct table_view, count, "列数"),
    SHAPE_LIST(struct table_view, columns, &column_shape, "各列"),
    SHAPE_LIST(struct table_view, heads, &head_row_shape, "表头各行"),
    SHAPE_LIST(struct table_view, blocks, &block_shape,
               "各段：合并单元格不跨段，段从主项开始"),
    SHAPE_LIST(struct table_view, downloads, &link_shape, "下载"),
    SHAPE_LIST(struct table_view, above, &entry_shape, "标题上面的文字（附件）"),
    SHAPE_LIST(struct table_view, remarks, &entry_shape, "说明"),
};
const struct shape table_shape = {"table", table_rows,
                                  sizeof table_rows / sizeof *table_rows};

static struct str kind_of(const struct grid_column *column)
{
    switch (column->part) {
    case GRID_GROUP: return STR("group");
    case GRID_GROUP_NO:
    case GRID_SEQ:
    case GRID_SERVICE_SEQ: return STR("seq");
    case GRID_GROUP_CODE:
    case GRID_ITEM_CODE:
    case GRID_SERVICE_CODE: return STR("code");
    case GRID_ITEM:
    case GRID_SERVICE: return STR("item");
    case GRID_TICK:
    case GRID_LEVEL: return STR("tick");
    case GRID_FIELD: break;
    }
    /* texts of one line are narrow columns, lists are wide ones */
    switch (field_row(column->field)->kind) {
    case FIELD_KIND_TEXT:
    case FIELD_KIND_CHAIN: return STR("brief");
    case FIELD_KIND_LIST:
    case FIELD_KIND_PROCESS: break;
    }
    if (column->field != FIELD_PUBLICATION)
        return STR("long");
    return column->share > column->look->share ? STR("boxes") : STR("brief");
}

/* The number of rows or columns of a merged cell, "" for one. */
static struct str span_text(struct arena *a, size_t n)
{
    return n > 1 ? str_number(a, n) : STR("");
}

static void add_heads(struct arena *a, const struct grid *g, struct table_view *v)
{
    for (size_t c = 0; c < g->columns.n; c++)
        *vec_push(a, &v->columns) = (struct column_view){kind_of(&g->columns.at[c])};
    for (size_t r = 0; r < g->head_rows; r++)
        vec_push(a, &v->heads);
    for (size_t i = 0; i < g->heads.n; i++) {
        const struct grid_head *head = &g->heads.at[i];
        const struct grid_column *column = &g->columns.at[head->column];
        bool wide = head->row == 0 && column->over.n;
        *vec_push(a, &v->heads.at[head->row].cells) = (struct head_cell){
            .label = head->label,
            .rows = span_text(a, head->rows),
            .columns = span_text(a, head->columns),
            .kind = wide ? STR("over") : kind_of(column),
            .wide = wide,
        };
    }
}

static struct str address_of(struct arena *a, const struct grid *g,
                             const struct grid_cell *cell)
{
    const struct grid_row *row = &g->rows.at[cell->row];
    enum grid_part part = g->columns.at[cell->column].part;
    if (part == GRID_ITEM && row->item)
        return STR_JOIN(a, row->item->stem, STR(".html"));
    if (part == GRID_SERVICE && row->service)
        return STR_JOIN(a, row->item->stem, STR(".html#"),
                        service_anchor(a, row->item, row->service));
    return STR("");
}

/* What a card calls the cell: 办理时限、办理环节 where it is merged sideways; for a tick with
 * what stands above, because 全社会 alone would not say what it is about. */
static struct str card_label(struct arena *a, const struct grid *g,
                             const struct grid_cell *cell)
{
    const struct grid_column *first = &g->columns.at[cell->column];
    struct str label = first->label;
    for (size_t i = 1; i < cell->columns; i++)
        label = STR_JOIN(a, label, STR("、"), first[i].label);
    if (first->part != GRID_TICK)
        return label;
    return STR_JOIN(a, first->over, STR("（"), label, STR("）"));
}

enum { MARK_CHARACTERS = 4 }; /* a √ or a word stands in the middle */

static struct table_cell_view make_cell(struct arena *a, const struct grid *g,
                                        const struct grid_cell *cell)
{
    const struct grid_column *column = &g->columns.at[cell->column];
    struct table_cell_view view = {
        .header = cell->header,
        .text = cell->text,
        .href = address_of(a, g, cell),
        .column = card_label(a, g, cell),
        .kind = kind_of(column),
        .rows = span_text(a, cell->rows),
        .columns = span_text(a, cell->columns),
        .index = str_number(a, cell->column + 1),
        .mark = column->part == GRID_TICK && utf8_count(cell->text) <= MARK_CHARACTERS,
        .empty = cell->text.n == 0,
    };
    if (view.empty && view.href.n)
        view.text = STR("（原文缺名称）");
    if (cell->field && cell->field->markdown) {
        struct buf html = {0};
        markdown_html(cell->text, 3, &html);
        view.markdown = true;
        view.markup = str_copy(a, buf_str(&html));
        buf_drop(&html);
    }
    return view;
}

/* The item or service a row is about. */
static struct str row_name(struct arena *a, const struct grid_row *row)
{
    const struct item *item = row->service ? row->service : row->item;
    return item ? pages_item_title(a, item) : STR("");
}

/* Notes in `open`, one a column, the cell that stands in it; true when it began above. */
static bool covers(const struct grid_cell *const *open, size_t column, size_t row)
{
    const struct grid_cell *cell = open[column];
    return cell && cell->column == column && cell->row < row &&
           row < cell->row + cell->rows;
}

static void add_same(struct arena *a, const struct grid *g, size_t row,
                     const struct grid_cell *const *open, struct row_view *view)
{
    if (view->cells.n == 0)
        return;
    struct table_cell_view *last = &view->cells.at[view->cells.n - 1];
    for (size_t c = 0; c < g->columns.n; c++)
        if (g->columns.at[c].part == GRID_FIELD && covers(open, c, row))
            *vec_push(a, &last->same) = (struct same_view){
                g->columns.at[c].label, row_name(a, &g->rows.at[open[c]->row])};
}

static void add_blocks(struct arena *a, const struct grid *g, struct table_view *v)
{
    const struct grid_cell **open = arena_array(a, g->columns.n, sizeof *open);
    for (size_t from = 0, to; from < g->rows.n; from = to) {
        to = grid_block(g, from);
        struct block_view block = {0};
        for (size_t r = from; r < to; r++) {
            struct row_view row = {.begins = g->rows.at[r].begins};
            for (size_t i = g->first[r]; i < g->first[r + 1]; i++) {
                open[g->cells.at[i].column] = &g->cells.at[i];
                *vec_push(a, &row.cells) = make_cell(a, g, &g->cells.at[i]);
            }
            add_same(a, g, r, open, &row);
            *vec_push(a, &block.rows) = row;
        }
        *vec_push(a, &v->blocks) = block;
    }
}

bool page_table(const struct pages *p, const struct catalog *c, enum catalog_kind kind,
                const struct print_style *style, const struct downloads *downloads,
                struct buf *out)
{
    struct arena *a = arena_new();
    struct grid grid = grid_new(a, c, style);
    struct table_view view = {
        .frame = pages_frame(a, p, c),
        .title = c->title,
        .issuer = c->issuer,
        .date = view_date(a, c->document_date),
        .number = c->document_number,
        .count = str_number(a, grid.columns.n),
        .downloads = pages_downloads(a, downloads, STR("")),
    };
    view.frame.wide = true;
    view.frame.title =
        str_print(a, "%s - %.*s", pages_kind_title(kind), STR_ARG(c->title));
    *vec_push(a, &view.frame.trail) = view_link(STR("index.html"), c->title);
    add_heads(a, &grid, &view);
    add_blocks(a, &grid, &view);
    view.above = pages_remarks(a, c, true);
    view.remarks = pages_remarks(a, c, false);
    bool ok = pages_render(p, PAGE_TABLE, &view, out);
    arena_drop(a);
    return ok;
}
