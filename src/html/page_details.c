/* Fields with their official names: of a service, and of what a disclosure catalog says
 * about an item. */
#include "html/pages_private.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "layout/grid.h"

static const struct shape_row detail_rows[] = {
    SHAPE_TEXT(struct detail_view, label, "官方名称：公开时限"),
    SHAPE_TEXT(struct detail_view, text, "一段文字，或空"),
    SHAPE_OBJECT(struct detail_view, field, &field_shape, "一个字段，没有 text 时"),
    SHAPE_TRUTH(struct detail_view, screen, "打印时不要：设定依据、公开信息"),
};
const struct shape detail_shape = {"detail", detail_rows,
                                   sizeof detail_rows / sizeof *detail_rows};

/* The basis of a disclosure catalog is that of disclosing, not of the service. */
static struct str label_of(const struct catalog *c, enum field_id id)
{
    if (id == FIELD_BASIS && c->kind == KIND_DISCLOSURE)
        return STR("公开依据");
    return str_of(field_row(id)->label);
}

static void add_field(struct arena *a, const struct catalog *c, const struct item *item,
                      enum field_id id, struct details *to)
{
    const struct field *field = item_field(item, id);
    if (field_empty(field))
        return;
    struct detail_view detail = {.label = label_of(c, id)};
    detail.screen = id == FIELD_BASIS || field_row(id)->disclosure;
    if (grid_boxed(field))
        detail.text = grid_text(a, field);
    else
        detail.field = view_field(a, field);
    *vec_push(a, to) = detail;
}

/* 县级，乡、村级: the columns of a kind that are ticked; what is more than a mark is said too. */
static struct str ticked_names(struct arena *a, const struct catalog *c,
                               const struct item *item, enum column_kind kind)
{
    struct buf names = {0};
    for (size_t i = 0; i < item->ticks.n; i++) {
        const struct cell *cell = &item->ticks.at[i];
        const struct column *column = &c->columns.at[cell->column];
        const struct field *field = field_shown(&cell->field);
        struct str mark = field_text(field);
        if (column->kind != kind || !field_ticked(field))
            continue;
        buf_puts(&names, names.n ? "，" : "");
        buf_put(&names, column->name);
        if (utf8_count(mark) > 1)
            buf_printf(&names, "（%.*s）", STR_ARG(mark));
    }
    struct str text = str_copy(a, buf_str(&names));
    buf_drop(&names);
    return text;
}

static void add_ticks(struct arena *a, const struct catalog *c, const struct item *item,
                      struct details *to)
{
    static const struct str labels[COLUMN_KIND_COUNT] = {
        [COLUMN_AUDIENCE] = STR_INIT("公开对象"),
        [COLUMN_MODE] = STR_INIT("公开方式"),
        [COLUMN_LEVEL] = STR_INIT("公开层级"),
    };
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++) {
        struct str names = ticked_names(a, c, item, (enum column_kind)kind);
        if (names.n)
            *vec_push(a, to) = (struct detail_view){
                .label = labels[kind], .text = names, .screen = true};
    }
}

struct details pages_disclosure(struct arena *a, const struct catalog *c,
                                const struct item *item)
{
    struct details details = {0};
    add_field(a, c, item, FIELD_ELEMENTS, &details);
    if (c->kind == KIND_DISCLOSURE)
        add_field(a, c, item, FIELD_BASIS, &details);
    add_field(a, c, item, FIELD_DEADLINE, &details);
    add_field(a, c, item, FIELD_BODY, &details);
    add_field(a, c, item, FIELD_PUBLICATION, &details);
    add_ticks(a, c, item, &details);
    return details;
}

struct details pages_details(struct arena *a, const struct catalog *c,
                             const struct item *item)
{
    struct details details = {0};
    for (int id = FIELD_TITLE + 1; id < FIELD_ELEMENTS; id++)
        if (id != FIELD_MATERIALS && (id != FIELD_BASIS || c->kind != KIND_DISCLOSURE))
            add_field(a, c, item, (enum field_id)id, &details);
    struct details disclosure = pages_disclosure(a, c, item);
    for (size_t i = 0; i < disclosure.n; i++)
        *vec_push(a, &details) = disclosure.at[i];
    return details;
}
