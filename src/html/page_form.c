/* The page of a blank form: the form as a table that prints on one sheet, the download, and
 * the items that need it. */
#include "html/pages_private.h"
#include "html/meta.h"

#include "catalog/fields.h"
#include "catalog/form.h"
#include "catalog/form_text.h"

#include <math.h>
#include <string.h>

/* One line of a text. */
struct form_line_view {
    struct str text;
    bool right, center, note;
    struct str_list parts; /* of a line spread over the width; else empty */
    bool spread, open;     /* open: room to write behind the last part */
};
struct form_lines_view {
    struct form_line_view *at;
    size_t n, cap;
};

struct form_cell_view {
    struct form_lines_view lines;
    struct str colspan, rowspan; /* "" for 1 */
    bool label, section, placed, right, center, bottom, top, vertical;
    struct str scope; /* of a label: "col" in the first row, else "row" */
};
struct form_row_view {
    struct str height; /* h10, h15 …: the class of the row's height */
    VEC(struct form_cell_view) cells;
};
struct form_column_view {
    struct str width; /* w12: the class of its width in per cent */
};

struct form_view {
    struct frame_view frame;
    struct str title, name;
    bool landscape, has_table, has_items;
    struct form_lines_view top, above, below;
    VEC(struct form_column_view) columns;
    VEC(struct form_row_view) rows;
    struct links downloads, items;
};

static const struct shape_row line_rows[] = {
    SHAPE_TEXT(struct form_line_view, text, "文字，留空处是全角空格"),
    SHAPE_TRUTH(struct form_line_view, right, "靠右"),
    SHAPE_TRUTH(struct form_line_view, center, "居中"),
    SHAPE_TRUTH(struct form_line_view, note, "表下的说明，字小"),
    SHAPE_TEXTS(struct form_line_view, parts, "分散排满一行的各段"),
    SHAPE_TRUTH(struct form_line_view, spread, "分散排满一行"),
    SHAPE_TRUTH(struct form_line_view, open, "最后一段后面要留空填写"),
};
static const struct shape line_shape = SHAPE("line", line_rows);

static const struct shape_row cell_rows[] = {
    SHAPE_LIST(struct form_cell_view, lines, &line_shape, "各行文字"),
    SHAPE_TEXT(struct form_cell_view, colspan, "占几列，一列时空着"),
    SHAPE_TEXT(struct form_cell_view, rowspan, "占几行，一行时空着"),
    SHAPE_TRUTH(struct form_cell_view, label, "栏目名"),
    SHAPE_TRUTH(struct form_cell_view, section, "横贯全表的栏目名"),
    SHAPE_TRUTH(struct form_cell_view, placed, "以下五种之一"),
    SHAPE_TRUTH(struct form_cell_view, right, "靠右"),
    SHAPE_TRUTH(struct form_cell_view, center, "居中"),
    SHAPE_TRUTH(struct form_cell_view, bottom, "靠下"),
    SHAPE_TRUTH(struct form_cell_view, top, "靠上"),
    SHAPE_TRUTH(struct form_cell_view, vertical, "竖排"),
    SHAPE_TEXT(struct form_cell_view, scope, "栏目名管的是列（col）还是行（row）"),
};
static const struct shape cell_shape = SHAPE("cell", cell_rows);

static const struct shape_row row_rows[] = {
    SHAPE_TEXT(struct form_row_view, height, "行高的类名：h10、h15……，毫米"),
    SHAPE_LIST(struct form_row_view, cells, &cell_shape, "单元格"),
};
static const struct shape row_shape = SHAPE("row", row_rows);

static const struct shape_row column_rows[] = {
    SHAPE_TEXT(struct form_column_view, width, "列宽的类名：w12，百分之几"),
};
static const struct shape column_shape = SHAPE("column", column_rows);

static const struct shape_row form_rows[] = {
    SHAPE_OBJECT(struct form_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct form_view, title, "表格标题，原表没有时空着"),
    SHAPE_TEXT(struct form_view, name, "表格的名称"),
    SHAPE_TRUTH(struct form_view, landscape, "横放"),
    SHAPE_TRUTH(struct form_view, has_items, "有事项用到它"),
    SHAPE_TRUTH(struct form_view, has_table, "有表格，不只是文字"),
    SHAPE_LIST(struct form_view, top, &line_shape, "标题上面的各行"),
    SHAPE_LIST(struct form_view, above, &line_shape, "标题和表格之间的各行"),
    SHAPE_LIST(struct form_view, columns, &column_shape, "各列"),
    SHAPE_LIST(struct form_view, rows, &row_shape, "各行"),
    SHAPE_LIST(struct form_view, below, &line_shape, "表格下面的各行"),
    SHAPE_LIST(struct form_view, downloads, &link_shape, "下载"),
    SHAPE_LIST(struct form_view, items, &link_shape, "用到这张表的事项"),
};
const struct shape form_shape = SHAPE("form", form_rows);

/* --- texts --- */

static bool is_open(struct str text)
{
    return str_ends(text, STR("：")) || str_ends(text, STR(":"));
}

static void add_line(struct arena *a, const struct form_line *published, bool below,
                     struct form_lines_view *to)
{
    struct form_text texts = form_text(a, published->text, published->align != FORM_AUTO);
    if (texts.n == 0)
        *vec_push(a, to) = (struct form_line_view){.text = STR("")};
    for (size_t i = 0; i < texts.n; i++) {
        const struct form_text_line *text = &texts.at[i];
        struct form_line_view *line = vec_push(a, to);
        *line = (struct form_line_view){
            .text = text->text,
            .right = text->right || published->align == FORM_RIGHT,
            .center = published->align == FORM_CENTER,
            .open = is_open(text->text),
        };
        line->note = below && !text->gaps && !line->open;
        if (!text->gaps || line->right || line->center)
            continue;
        struct form_parts parts = form_text_parts(a, text->text);
        line->spread = true;
        for (size_t k = 0; k < parts.n; k++)
            *vec_push(a, &line->parts) = parts.at[k].text;
    }
}

static void add_lines(struct arena *a, const struct form_lines *lines, bool below,
                      struct form_lines_view *to)
{
    for (size_t i = 0; i < lines->n; i++)
        add_line(a, &lines->at[i], below, to);
}

/* --- the table --- */

static struct str span_text(struct arena *a, size_t span)
{
    return span > 1 ? str_number(a, span) : STR("");
}

static void add_cell(struct arena *a, const struct form_slot *slot, size_t columns,
                     struct form_row_view *row)
{
    const struct form_cell *from = slot->cell;
    struct form_cell_view *cell = vec_push(a, &row->cells);
    *cell = (struct form_cell_view){
        .colspan = span_text(a, slot->colspan),
        .rowspan = span_text(a, slot->rowspan),
        .label = from->label,
        .section = from->label && slot->colspan == columns && columns > 1,
        .right = from->align == FORM_RIGHT,
        .center = from->align == FORM_CENTER,
        .bottom = from->valign == FORM_BOTTOM,
        .top = from->valign == FORM_TOP,
        .placed =
            from->align > FORM_LEFT || from->valign != FORM_MIDDLE || from->vertical,
        .vertical = from->vertical && slot->colspan < columns,
        .scope = slot->row == 0 ? STR("col") : STR("row"),
    };
    struct form_text texts = form_text(a, from->text, from->align != FORM_AUTO);
    for (size_t i = 0; i < texts.n; i++)
        *vec_push(a, &cell->lines) = (struct form_line_view){
            .text = texts.at[i].text, .right = texts.at[i].right && !from->label};
}

/* Heights come in steps, for which the style sheet has classes. */
static struct str height_class(struct arena *a, size_t height)
{
    enum { USUAL = 10, STEP = 5, MOST = 100 };
    size_t mm = height ? (height + STEP / 2) / STEP * STEP : USUAL;
    return str_print(a, "h%zu", mm < USUAL ? USUAL : mm > MOST ? MOST : mm);
}

static void add_table(struct arena *a, const struct form *f, struct form_view *v)
{
    struct form_grid grid = form_grid(a, f);
    size_t all = 0;
    for (size_t i = 0; i < f->columns.n; i++)
        all += f->columns.at[i];
    for (size_t i = 0; i < grid.columns && all; i++) {
        double width = round(100.0 * (double)f->columns.at[i] / (double)all);
        *vec_push(a, &v->columns) =
            (struct form_column_view){str_print(a, "w%.0f", fmax(width, 1))};
    }
    for (size_t r = 0; r < grid.rows; r++) {
        struct form_row_view *row = vec_push(a, &v->rows);
        *row = (struct form_row_view){.height = height_class(a, grid.row[r]->height)};
        for (size_t i = grid.first[r]; i < grid.first[r + 1]; i++)
            add_cell(a, &grid.slots.at[i], grid.columns, row);
    }
    v->has_table = grid.rows > 0;
}

/* --- who needs it --- */

static bool refers(const struct form_refs *refs, struct str id)
{
    for (size_t i = 0; i < refs->n; i++)
        if (str_eq(refs->at[i].id, id))
            return true;
    return false;
}

static bool needs(const struct item *item, struct str id)
{
    if (refers(&item->forms, id))
        return true;
    const struct field *f = item_field(item, FIELD_MATERIALS);
    for (size_t i = 0; i < f->entries.n; i++)
        if (str_eq(f->entries.at[i].form, id))
            return true;
    for (size_t i = 0; i < item->services.n; i++)
        if (needs(&item->services.at[i], id))
            return true;
    return false;
}

static void add_items(struct arena *a, const struct catalog *c, struct str id,
                      struct form_view *v)
{
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            if (needs(item, id))
                *vec_push(a, &v->items) =
                    view_link(str_print(a, "../%.*s.html", STR_ARG(item->stem)),
                              pages_item_title(a, item));
        }
}

bool page_form(const struct pages *p, const struct catalog *c, const struct form *f,
               const struct downloads *forms, struct buf *out)
{
    struct arena *a = arena_new();
    struct form_view view = {
        .frame = pages_frame_below(a, p, c),
        .title = view_title(a, f->title),
        .name = form_name(a, f),
        .landscape = f->landscape,
    };
    view.frame.title = str_print(a, "%.*s - %.*s", STR_ARG(view.name), STR_ARG(c->title));
    *vec_push(a, &view.frame.trail) = view_link(STR("../index.html"), c->title);
    *vec_push(a, &view.frame.trail) =
        view_link(STR("../index.html#forms"), STR("表格下载"));
    meta_article(a, &view.frame, c, view.name);
    add_lines(a, &f->top, false, &view.top);
    add_lines(a, &f->above, false, &view.above);
    add_lines(a, &f->below, true, &view.below);
    add_table(a, f, &view);
    add_items(a, c, f->id, &view);
    view.has_items = view.items.n > 0;
    struct form_link link = pages_form_link(a, f, forms, STR("../"));
    if (link.pdf.href.n)
        *vec_push(a, &view.downloads) = link.pdf;
    if (link.blank.href.n)
        *vec_push(a, &view.downloads) = link.blank;
    bool ok = pages_render(p, PAGE_FORM, &view, out);
    arena_drop(a);
    return ok;
}
