/* shape - the members of a C struct described in a table, so that templates can look them
 * up by name, and so that a template can be checked against them before any page is made.
 *
 *     static const struct shape_row item_rows[] = {
 *         SHAPE_TEXT(struct item_page, title, "事项名称"),
 *         SHAPE_TEXTS(struct item_page, channels, "办理渠道，每项一段文字"),
 *         SHAPE_LIST(struct item_page, materials, &material_shape, "办理材料"),
 *         …
 *     };
 *     const struct shape item_shape = SHAPE("item", item_rows);
 *
 * A list member is a VEC of structs of one shape (at, n, cap), or of texts (str_list). A
 * shape may name itself through a declaration before its rows. The texts at the end are
 * for the reference of the templates (docs/templates.md). */
#ifndef MULU_HTML_SHAPE_H
#define MULU_HTML_SHAPE_H

#include "html/value.h"

struct shape;

struct shape_row {
    struct str name;
    enum value_kind kind; /* TEXT and MARKUP: struct str; TRUTH: bool */
    size_t offset;
    const struct shape
        *of;     /* LIST: shape of an element, NULL: texts; OBJECT: its shape */
    size_t size; /* LIST: bytes of an element */
    const char *about;
};
struct shape {
    const char *name; /* as messages print it: "item" */
    const struct shape_row *rows;
    size_t n;
};

/* clang-format off */
#define SHAPE(name, rows) {(name), (rows), sizeof(rows) / sizeof *(rows)}

#define SHAPE_TEXT(type, member, about) \
    {STR_INIT(#member), VALUE_TEXT, offsetof(type, member), NULL, 0, about}
#define SHAPE_MARKUP(type, member, about) \
    {STR_INIT(#member), VALUE_MARKUP, offsetof(type, member), NULL, 0, about}
#define SHAPE_TRUTH(type, member, about) \
    {STR_INIT(#member), VALUE_TRUTH, offsetof(type, member), NULL, 0, about}
#define SHAPE_TEXTS(type, member, about) \
    {STR_INIT(#member), VALUE_LIST, offsetof(type, member), NULL, sizeof(struct str), about}
#define SHAPE_LIST(type, member, shape, about) \
    {STR_INIT(#member), VALUE_LIST, offsetof(type, member), shape, \
     sizeof *((type *)0)->member.at, about}
#define SHAPE_OBJECT(type, member, shape, about) \
    {STR_INIT(#member), VALUE_OBJECT, offsetof(type, member), shape, 0, about}
/* clang-format on */

/* The struct at `data` as a value. Both are borrowed. */
struct value shape_value(const struct shape *shape, const void *data);

/* The row of that name, or NULL. */
const struct shape_row *shape_find(const struct shape *shape, struct str name);

#endif
