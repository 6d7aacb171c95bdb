#include "html/value.h"

struct value value_none(void)
{
    return (struct value){.kind = VALUE_NONE};
}

struct value value_text(struct str s)
{
    return (struct value){.kind = VALUE_TEXT, .text = s};
}

struct value value_markup(struct str s)
{
    return (struct value){.kind = VALUE_MARKUP, .text = s};
}

struct value value_truth(bool truth)
{
    return (struct value){.kind = VALUE_TRUTH, .truth = truth};
}

bool value_true(const struct value *v)
{
    switch (v->kind) {
    case VALUE_NONE: return false;
    case VALUE_TEXT:
    case VALUE_MARKUP: return v->text.n > 0;
    case VALUE_TRUTH: return v->truth;
    case VALUE_LIST: return v->class->count(v) > 0;
    case VALUE_OBJECT: return true;
    }
    return false;
}
