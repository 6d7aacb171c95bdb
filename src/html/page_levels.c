/* The level matrix: one row an item, one column a level, the groups merged at the left. */
#include "html/pages_private.h"

#include "base/utf8.h"
#include "catalog/derive.h"
#include "catalog/fields.h"

struct level_cell {
    struct str column; /* name of the level: what a card on a phone calls the cell */
    struct str text;
    bool mark;  /* a √ */
    bool brief; /* a √ or a role: to be centred */
};
struct matrix_row {
    struct str seq, code;
    struct link_view link;
    bool first; /* of its group: carries the group's cell */
    struct str group, group_code, rows;
    VEC(struct level_cell) cells;
};
struct matrix_group {
    VEC(struct matrix_row) rows;
};
struct column_head {
    struct str name;
};
struct levels_view {
    struct frame_view frame;
    struct str title, issuer, date, number;
    VEC(struct column_head) columns;
    VEC(struct matrix_group) groups;
    struct links downloads;
    struct entry_views above, remarks;
};

static const struct shape_row cell_rows[] = {
    SHAPE_TEXT(struct level_cell, column, "层级名称"),
    SHAPE_TEXT(struct level_cell, text, "单元格内容，照印"),
    SHAPE_TRUTH(struct level_cell, mark, "只是一个 √"),
    SHAPE_TRUTH(struct level_cell, brief, "很短，居中"),
};
static const struct shape cell_shape = {"cell", cell_rows,
                                        sizeof cell_rows / sizeof *cell_rows};

static const struct shape_row matrix_row_rows[] = {
    SHAPE_TEXT(struct matrix_row, seq, "序号，照印"),
    SHAPE_TEXT(struct matrix_row, code, "子项编码"),
    SHAPE_OBJECT(struct matrix_row, link, &link_shape, "事项页"),
    SHAPE_TRUTH(struct matrix_row, first, "主项的第一行"),
    SHAPE_TEXT(struct matrix_row, group, "主项，带编号"),
    SHAPE_TEXT(struct matrix_row, group_code, "主项编码"),
    SHAPE_TEXT(struct matrix_row, rows, "主项占的行数"),
    SHAPE_LIST(struct matrix_row, cells, &cell_shape, "各层级"),
};
static const struct shape matrix_row_shape = {
    "row", matrix_row_rows, sizeof matrix_row_rows / sizeof *matrix_row_rows};

static const struct shape_row matrix_group_rows[] = {
    SHAPE_LIST(struct matrix_group, rows, &matrix_row_shape, "事项"),
};
static const struct shape matrix_group_shape = {"group", matrix_group_rows, 1};

static const struct shape_row head_rows[] = {
    SHAPE_TEXT(struct column_head, name, "层级名称"),
};
static const struct shape head_shape = {"column", head_rows, 1};

static const struct shape_row levels_rows[] = {
    SHAPE_OBJECT(struct levels_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct levels_view, title, "目录名称"),
    SHAPE_TEXT(struct levels_view, issuer, "发布单位"),
    SHAPE_TEXT(struct levels_view, date, "文件日期"),
    SHAPE_TEXT(struct levels_view, number, "文号"),
    SHAPE_LIST(struct levels_view, columns, &head_shape, "层级列"),
    SHAPE_LIST(struct levels_view, groups, &matrix_group_shape, "主项"),
    SHAPE_LIST(struct levels_view, downloads, &link_shape, "下载"),
    SHAPE_LIST(struct levels_view, above, &entry_shape, "标题上面的文字（附件）"),
    SHAPE_LIST(struct levels_view, remarks, &entry_shape, "说明"),
};
const struct shape levels_shape = {"levels", levels_rows,
                                   sizeof levels_rows / sizeof *levels_rows};

enum { BRIEF_CHARACTERS = 4 };

static void add_cells(struct arena *a, const struct catalog *c, const struct item *item,
                      struct matrix_row *row)
{
    for (size_t i = 0; i < c->levels.n; i++)
        *vec_push(a, &row->cells) =
            (struct level_cell){.column = c->levels.at[i].name, .text = STR("")};
    for (size_t i = 0; i < item->levels.n; i++) {
        const struct cell *cell = &item->levels.at[i];
        struct level_cell *to = &row->cells.at[cell->column];
        to->text = field_text(field_shown(&cell->field));
        to->mark = str_eq(to->text, STR("√"));
        to->brief = utf8_count(to->text) <= BRIEF_CHARACTERS;
    }
}

static struct matrix_row make_row(struct arena *a, const struct catalog *c,
                                  const struct item *item)
{
    struct matrix_row row = {
        .seq = item->seq,
        .code = item->code,
        .link =
            view_link(STR_JOIN(a, item->stem, STR(".html")), pages_item_title(a, item)),
    };
    add_cells(a, c, item, &row);
    return row;
}

/* A service has a row of its own, as in print, and its section on the item's page. */
static void add_rows(struct arena *a, const struct catalog *c, const struct item *item,
                     struct matrix_group *group)
{
    struct matrix_row own = make_row(a, c, item);
    *vec_push(a, &group->rows) = own;
    for (size_t i = 0; i < item->services.n; i++) {
        struct matrix_row row = make_row(a, c, &item->services.at[i]);
        struct str anchor = service_anchor(a, item, &item->services.at[i]);
        row.link.href =
            str_print(a, "%.*s#%.*s", STR_ARG(own.link.href), STR_ARG(anchor));
        *vec_push(a, &group->rows) = row;
    }
}

static struct matrix_group make_group(struct arena *a, const struct catalog *c,
                                      const struct group *g)
{
    struct matrix_group group = {0};
    for (size_t i = 0; i < g->items.n; i++)
        add_rows(a, c, &g->items.at[i], &group);
    if (group.rows.n) {
        struct matrix_row *first = &group.rows.at[0];
        first->first = true;
        first->group = pages_group_title(a, g);
        first->group_code = g->code;
        first->rows = str_number(a, group.rows.n);
    }
    return group;
}

bool page_levels(const struct pages *p, const struct catalog *c,
                 const struct downloads *downloads, struct buf *out)
{
    struct arena *a = arena_new();
    struct levels_view view = {
        .frame = pages_frame(a, p, c),
        .title = c->title,
        .issuer = c->issuer,
        .date = view_date(a, c->document_date),
        .number = c->document_number,
        .downloads = pages_downloads(a, downloads, STR("")),
    };
    view.frame.title = str_print(a, "三级清单 - %.*s", STR_ARG(c->title));
    *vec_push(a, &view.frame.trail) = view_link(STR("index.html"), c->title);
    for (size_t i = 0; i < c->levels.n; i++)
        *vec_push(a, &view.columns) = (struct column_head){c->levels.at[i].name};
    for (size_t i = 0; i < c->groups.n; i++)
        *vec_push(a, &view.groups) = make_group(a, c, &c->groups.at[i]);
    view.above = pages_remarks(a, c, true);
    view.remarks = pages_remarks(a, c, false);
    bool ok = pages_render(p, PAGE_LEVELS, &view, out);
    arena_drop(a);
    return ok;
}
