/* value - what templates see: one interface over all data.
 *
 * A value is a text, a truth, a list or an object with named members. Three providers
 * make them: described structs (shape.h: page structs and the model's fields), and
 * JSON in tests. A value borrows the data behind it. */
#ifndef MULU_HTML_VALUE_H
#define MULU_HTML_VALUE_H

#include "base/str.h"

enum value_kind {
    VALUE_NONE,   /* no such name, or null */
    VALUE_TEXT,   /* escaped when written; "" is false in a section */
    VALUE_MARKUP, /* HTML of our own making (SVG, Markdown): written as it is */
    VALUE_TRUTH,
    VALUE_LIST,
    VALUE_OBJECT
};

struct value;

/* What a provider remembers of a name: where in which kind of object it stands. All zero at
 * first. */
struct member_memo {
    const void *kind, *place;
};

/* How a provider answers for its lists and objects. No function may allocate: they are
 * called for every tag of every page, and so values go in and out by their address. */
struct value_class {
    size_t (*count)(const struct value *list);
    /* Asked only with i below the count. */
    void (*at)(const struct value *list, size_t i, struct value *out);
    /* VALUE_NONE when the object has no such member. `memo` is the same for every time the
     * same tag asks for the same name: what a provider leaves there it finds again. */
    void (*member)(const struct value *object, struct str name, struct member_memo *memo,
                   struct value *out);
};

struct value {
    enum value_kind kind;
    bool truth;
    struct str text;
    const struct value_class *class;
    const void *data;  /* the provider's own */
    const void *extra; /* the provider's own */
};

struct value value_none(void);
struct value value_text(struct str s);
struct value value_markup(struct str s);
struct value value_truth(bool truth);

/* Mustache's truth: false for VALUE_NONE, false, "" and the empty list; an object is
 * always true. */
bool value_true(const struct value *v);

#endif
