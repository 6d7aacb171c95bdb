#include "html/shape.h"

#include <string.h>

static const struct value_class class;

/* A struct: data is its address, extra its shape. A list: data is the address of the VEC,
 * extra the row that describes it. */
struct value shape_value(const struct shape *shape, const void *data)
{
    return (struct value){
        .kind = VALUE_OBJECT, .class = &class, .data = data, .extra = shape};
}

/* Tables have at most a few dozen rows, and lengths or first letters nearly always
 * differ: going through them beats hashing the name. */
const struct shape_row *shape_find(const struct shape *shape, struct str name)
{
    for (const struct shape_row *row = shape->rows, *end = row + shape->n; row < end;
         row++)
        if (row->name.n == name.n && row->name.s[0] == name.s[0] &&
            memcmp(row->name.s, name.s, name.n) == 0)
            return row;
    return NULL;
}

/* Every VEC has the layout of a str_list: pointer, count, room. The pointer's type
 * differs, so the members are copied rather than read through another struct's type. */
static struct str_list vec_at(const void *data)
{
    struct str_list list;
    memcpy(&list, data, sizeof list);
    return list;
}

static size_t count(struct value list)
{
    return vec_at(list.data).n;
}

static struct value at(struct value list, size_t i)
{
    const struct shape_row *row = list.extra;
    const char *element = (const char *)vec_at(list.data).at + i * row->size;
    if (row->of)
        return shape_value(row->of, element);
    return value_text(*(const struct str *)(const void *)element);
}

static struct value member(struct value object, struct str name,
                           struct member_memo *memo)
{
    if (memo->kind != object.extra)
        *memo = (struct member_memo){object.extra, shape_find(object.extra, name)};
    const struct shape_row *row = memo->place;
    if (!row)
        return value_none();
    const void *data = (const char *)object.data + row->offset;
    switch (row->kind) {
    case VALUE_NONE: break;
    case VALUE_TEXT: return value_text(*(const struct str *)data);
    case VALUE_MARKUP: return value_markup(*(const struct str *)data);
    case VALUE_TRUTH: return value_truth(*(const bool *)data);
    case VALUE_LIST:
        return (struct value){
            .kind = VALUE_LIST, .class = &class, .data = data, .extra = row};
    case VALUE_OBJECT: return shape_value(row->of, data);
    }
    return value_none();
}

static const struct value_class class = {count, at, member};
