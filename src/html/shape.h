/* shape - the members of a C struct described in a table, so that templates can look them
 * up by name, and so that a template can be checked against them before any page is made.
 *
 *     static const struct shape_row item_rows[] = {
 *         SHAPE_TEXT(struct item_page, title, "事项名称"),
 *         SHAPE_LIST(struct item_page, materials, &material_shape, "办理材料"),
 *         …
 *     };
 *     const struct shape item_shape = {"item", item_rows, COUNT};
 *
 * A list member is a VEC of structs of one shape (at, n, cap). The texts at the end are for
 * the reference of the templates (docs/templates.md). */
#ifndef MULU_HTML_SHAPE_H
#define MULU_HTML_SHAPE_H

#include "html/value.h"

struct shape;

struct shape_row {
    const char *name;
    enum value_kind kind; /* TEXT and MARKUP: struct str; TRUTH: bool */
    size_t offset;
    const struct shape *of; /* LIST: shape of an element; OBJECT: of the struct inside */
    size_t size;            /* LIST: bytes of an element */
    const char *about;
};
struct shape {
    const char *name;
    const struct shape_row *rows;
    size_t n;
};

#define SHAPE_TEXT(type, member, about) \
    { \
#member, VALUE_TEXT, offsetof(type, member), NULL, 0, about \
    }
#define SHAPE_MARKUP(type, member, about) \
    { \
#member, VALUE_MARKUP, offsetof(type, member), NULL, 0, about \
    }
#define SHAPE_TRUTH(type, member, about) \
    { \
#member, VALUE_TRUTH, offsetof(type, member), NULL, 0, about \
    }
#define SHAPE_LIST(type, member, shape, about) \
    { \
#member, VALUE_LIST, offsetof(type, member), shape, \
            sizeof *((type *)0)->member.at, about \
    }
#define SHAPE_OBJECT(type, member, shape, about) \
    { \
#member, VALUE_OBJECT, offsetof(type, member), shape, 0, about \
    }

/* The struct at `data` as a value. */
struct value shape_value(const struct shape *shape, const void *data);

#endif
