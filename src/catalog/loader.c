/* Small things that all passes of loading need. */
#include "catalog/loader.h"

#include "base/utf8.h"

#include <stdarg.h>

/* The code of the nearest item, service or group around an element. */
static struct str code_around(const struct xml_node *n)
{
    for (; n; n = n->parent) {
        bool coded = str_eq(n->name, STR("item")) || str_eq(n->name, STR("service")) ||
                     str_eq(n->name, STR("group"));
        if (coded)
            return attr_text(n, "code");
    }
    return STR("");
}

/* The name of the field an element is or stands in. */
static struct str field_around(const struct xml_node *n)
{
    for (; n && n->parent; n = n->parent) {
        bool disclosure = str_eq(n->parent->name, STR("disclosure"));
        enum field_id id = field_find(n->name, disclosure);
        if (id == FIELD_PUBLICATION)
            return STR("disclosure_channels");
        if (id != FIELD_COUNT)
            return str_of(field_row(id)->name);
    }
    return STR("");
}

bool loader_full(const struct loader *l)
{
    return l->told > MOST_PROBLEMS;
}

void loader_tell(struct loader *l, const struct xml_node *node, size_t at,
                 enum diag_code code, const struct finding *facts, ...)
{
    if (loader_full(l))
        return;
    struct finding f = facts ? *facts : (struct finding){.expected = STR("")};
    f.at = (struct pos){l->source, at};
    if (l->told++ == MOST_PROBLEMS) {
        diag_at(l->diag, f.at, DIAG_FORMAT_PROBLEMS, MOST_PROBLEMS);
        return;
    }
    f.code = code;
    f.item = code_around(node);
    f.field = field_around(node);
    va_list args;
    va_start(args, facts);
    diag_find_args(l->diag, &f, args);
    va_end(args);
}

struct str loader_brief(struct loader *l, struct str s)
{
    struct str rest = s;
    for (int i = 0; i < 40 && rest.n; i++)
        utf8_next(&rest);
    if (!rest.n)
        return s;
    return str_print(l->arena, "%.*s…", (int)(s.n - rest.n), s.s);
}

struct finding loader_nearest(struct loader *l, struct str name, struct str_list list)
{
    (void)l;
    struct finding facts = {.expected = STR("")};
    /* Nobody mistypes more than 200 bytes, and one letter is near to every other. */
    if (name.n > 1 && name.n <= 200)
        facts.proposal = str_nearest(name, list.at, list.n);
    return facts;
}

static const struct xml_attr *find_attr(const struct xml_node *n, const char *name)
{
    for (size_t i = 0; i < n->attr_count; i++)
        if (str_is(n->attrs[i].name, name))
            return &n->attrs[i];
    return NULL;
}

struct str attr_text(const struct xml_node *n, const char *name)
{
    const struct xml_attr *attr = find_attr(n, name);
    return attr ? attr->value : STR("");
}

size_t attr_place(const struct xml_node *n, const char *name)
{
    const struct xml_attr *attr = find_attr(n, name);
    return attr ? attr->value_at : n->at;
}

struct str child_text(struct loader *l, const struct xml_node *n, const char *name)
{
    const struct xml_node *c = xml_child(n, str_of(name));
    return c ? xml_text(l->arena, c) : STR("");
}
