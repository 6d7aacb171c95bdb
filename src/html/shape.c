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

static size_t count(const struct value *list)
{
    return vec_at(list->data).n;
}

static void at(const struct value *list, size_t i, struct value *out)
{
    const struct shape_row *row = list->extra;
    const char *element = (const char *)vec_at(list->data).at + i * row->size;
    if (row->of)
        *out = shape_value(row->of, element);
    else
        *out = value_text(*(const struct str *)(const void *)element);
}

static void member(const struct value *object, struct str name, struct member_memo *memo,
                   struct value *out)
{
    if (memo->kind != object->extra)
        *memo = (struct member_memo){object->extra, shape_find(object->extra, name)};
    const struct shape_row *row = memo->place;
    out->kind = row ? row->kind : VALUE_NONE;
    const void *data = row ? (const char *)object->data + row->offset : NULL;
    switch (out->kind) {
    case VALUE_NONE: break;
    case VALUE_TEXT:
    case VALUE_MARKUP: out->text = *(const struct str *)data; break;
    case VALUE_TRUTH: out->truth = *(const bool *)data; break;
    case VALUE_LIST:
    case VALUE_OBJECT:
        out->class = &class;
        out->data = data;
        out->extra = row->kind == VALUE_LIST ? (const void *)row : row->of;
        break;
    }
}

static const struct value_class class = {count, at, member};
