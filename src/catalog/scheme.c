#include "catalog/scheme.h"

#include "base/file.h"
#include "catalog/code.h"
#include "catalog/title.h"
#include "catalog/xml.h"

#include <string.h>

struct loader {
    struct scheme *scheme;
    struct diag *diag;
    bool good;
};

/* What may stand in each element; NULL ends a row. */
struct shape {
    const char *name;
    const char *attributes[4];
    const char *children[6];
};
enum { SHAPE_SCHEME, SHAPE_GROUP, SHAPE_ITEM, SHAPE_TEXT };
/* clang-format off */
static const struct shape shapes[] = {
    [SHAPE_SCHEME] = {"scheme", {"id", "document", "date"}, {"title", "confidence", "group"}},
    [SHAPE_GROUP]  = {"group",  {"code"}, {"title", "item"}},
    [SHAPE_ITEM]   = {"item",   {"code"}, {"title", "limit", "steps", "confidence"}},
    [SHAPE_TEXT]   = {"",       {NULL}, {NULL}},
};
/* clang-format on */

static struct pos place(const struct loader *l, size_t at)
{
    return (struct pos){&l->scheme->source, at};
}

static size_t count(const char *const *words, size_t most, struct str *list)
{
    size_t n = 0;
    for (; n < most && words[n]; n++)
        list[n] = str_of(words[n]);
    return n;
}

static bool listed(struct str word, const struct str *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(word, list[i]))
            return true;
    return false;
}

static void unknown(struct loader *l, size_t at, enum diag_code code, struct str word,
                    struct str owner, const struct str *list, size_t n)
{
    struct finding f = {
        .code = code, .at = place(l, at), .proposal = str_nearest(word, list, n)};
    l->good = diag_find(l->diag, &f, STR_ARG(owner), STR_ARG(word));
}

/* Tells of every attribute and element that the shape does not have. */
static void check_shape(struct loader *l, const struct xml_node *node, int which)
{
    const struct shape *shape = &shapes[which];
    struct str list[6];
    size_t n = count(shape->attributes, 4, list);
    for (size_t i = 0; i < node->attr_count; i++)
        if (!listed(node->attrs[i].name, list, n))
            unknown(l, node->attrs[i].at, DIAG_SCHEME_ATTRIBUTE, node->attrs[i].name,
                    node->name, list, n);
    n = count(shape->children, 6, list);
    for (const struct xml_node *c = xml_first(node); c; c = xml_next(c))
        if (!listed(c->name, list, n))
            unknown(l, c->at, DIAG_SCHEME_ELEMENT, c->name, node->name, list, n);
    if (which != SHAPE_TEXT && xml_text(l->scheme->arena, node).n)
        l->good =
            diag_at(l->diag, place(l, node->at), DIAG_SCHEME_TEXT, STR_ARG(node->name));
}

static struct str attribute(const struct xml_node *node, const char *name)
{
    const struct xml_attr *a = xml_attr(node, str_of(name));
    return a ? a->value : STR("");
}

static size_t attribute_at(const struct xml_node *node, const char *name)
{
    const struct xml_attr *a = xml_attr(node, str_of(name));
    return a ? a->value_at : node->at;
}

/* The text of a child element; "" when it is missing. */
static struct str child_text(struct loader *l, const struct xml_node *node,
                             const char *name)
{
    const struct xml_node *c = xml_child(node, str_of(name));
    if (!c)
        return STR("");
    check_shape(l, c, SHAPE_TEXT);
    for (const struct xml_node *twin = xml_next(c); twin; twin = xml_next(twin))
        if (str_eq(twin->name, c->name))
            l->good = diag_at(l->diag, place(l, twin->at), DIAG_SCHEME_TWICE, name);
    return xml_text(l->scheme->arena, c);
}

static struct str title(struct loader *l, const struct xml_node *node)
{
    struct str text = child_text(l, node, "title");
    if (!text.n)
        l->good = diag_at(l->diag, place(l, node->at), DIAG_SCHEME_MISSING,
                          STR_ARG(node->name), "title");
    return text;
}

/* The code of a group or item: a basic code that no other of its kind has. */
static struct str code(struct loader *l, const struct xml_node *node, bool taken)
{
    struct str text = attribute(node, "code");
    struct code c = code_parse(text);
    size_t at = attribute_at(node, "code");
    if (!text.n)
        l->good = diag_at(l->diag, place(l, at), DIAG_SCHEME_MISSING, STR_ARG(node->name),
                          "code");
    else if (c.form != CODE_BASIC || c.suffix.n)
        l->good = diag_at(l->diag, place(l, at), DIAG_SCHEME_CODE, STR_ARG(text));
    else if (taken)
        l->good = diag_at(l->diag, place(l, at), DIAG_SCHEME_CODE_TWICE, STR_ARG(text));
    return text;
}

static void load_item(struct loader *l, const struct xml_node *node)
{
    struct scheme *s = l->scheme;
    if (s->items.n == SCHEME_MOST_ITEMS) {
        if (l->good)
            l->good =
                diag_at(l->diag, place(l, node->at), DIAG_SCHEME_SIZE, SCHEME_MOST_ITEMS);
        return;
    }
    check_shape(l, node, SHAPE_ITEM);
    bool taken = scheme_item(s, attribute(node, "code"));
    struct scheme_item item = {
        .code = code(l, node, taken),
        .title = title(l, node),
        .limit_text = child_text(l, node, "limit"),
        .steps = child_text(l, node, "steps"),
        .confidence = child_text(l, node, "confidence"),
        .group = s->groups.n - 1,
        .at = node->at,
    };
    item.limit = limit_parse(s->arena, item.limit_text);
    if (!limit_known(&item.limit))
        l->good = diag_at(l->diag, place(l, xml_child(node, STR("limit"))->at),
                          DIAG_SCHEME_LIMIT, STR_ARG(item.limit_text));
    *vec_push(s->arena, &s->items) = item;
}

static void load_group(struct loader *l, const struct xml_node *node)
{
    struct scheme *s = l->scheme;
    check_shape(l, node, SHAPE_GROUP);
    bool taken = scheme_group(s, attribute(node, "code"));
    struct scheme_group group = {
        .code = code(l, node, taken),
        .title = title(l, node),
        .first = s->items.n,
        .at = node->at,
    };
    *vec_push(s->arena, &s->groups) = group;
    for (const struct xml_node *c = xml_first(node); c; c = xml_next(c))
        if (str_eq(c->name, STR("item")))
            load_item(l, c);
    struct scheme_group *kept = &s->groups.at[s->groups.n - 1];
    kept->n = s->items.n - kept->first;
}

static void load_root(struct loader *l, const struct xml_node *root, struct str id)
{
    struct scheme *s = l->scheme;
    if (!str_eq(root->name, STR("scheme"))) {
        l->good =
            diag_at(l->diag, place(l, root->at), DIAG_SCHEME_ROOT, STR_ARG(root->name));
        return;
    }
    check_shape(l, root, SHAPE_SCHEME);
    s->id = attribute(root, "id");
    if (!str_eq(s->id, id))
        l->good = diag_at(l->diag, place(l, attribute_at(root, "id")), DIAG_SCHEME_ID,
                          STR_ARG(s->id), STR_ARG(id));
    s->title = title(l, root);
    s->document = attribute(root, "document");
    s->confidence = child_text(l, root, "confidence");
    for (const struct xml_node *c = xml_first(root); c; c = xml_next(c))
        if (str_eq(c->name, STR("group")))
            load_group(l, c);
    if (s->items.n == 0)
        l->good = diag_at(l->diag, place(l, root->at), DIAG_SCHEME_EMPTY);
}

struct scheme *scheme_load(struct str path, struct str shown, struct diag *d)
{
    struct arena *a = arena_new();
    struct scheme *s = arena_alloc(a, sizeof *s);
    s->arena = a;
    struct xml *xml = xml_read(a, path, shown, d);
    if (!xml) {
        arena_drop(a);
        return NULL;
    }
    s->source = xml->source;
    struct str id = path_name(path);
    if (str_ends(id, STR(".xml")))
        id.n -= strlen(".xml");
    struct loader l = {s, d, true};
    load_root(&l, xml->root, id);
    if (l.good)
        return s;
    arena_drop(a);
    return NULL;
}

void scheme_drop(struct scheme *s)
{
    if (s)
        arena_drop(s->arena);
}

const struct scheme_item *scheme_item(const struct scheme *s, struct str code)
{
    for (size_t i = 0; i < s->items.n; i++)
        if (str_eq(s->items.at[i].code, code))
            return &s->items.at[i];
    return NULL;
}

const struct scheme_group *scheme_group(const struct scheme *s, struct str code)
{
    for (size_t i = 0; i < s->groups.n; i++)
        if (str_eq(s->groups.at[i].code, code))
            return &s->groups.at[i];
    return NULL;
}

const struct scheme_item *scheme_by_title(const struct scheme *s, struct str title)
{
    const struct scheme_item *best = NULL;
    enum title_match nearest = TITLE_DIFFERENT;
    bool alone = false;
    for (size_t i = 0; i < s->items.n; i++) {
        const struct scheme_item *item = &s->items.at[i];
        enum title_match match = title_match(title, item->title);
        if (match <= TITLE_TYPO || match < nearest)
            continue;
        /* Of two national titles inside the local one the longer says more. */
        bool longer = best && match == TITLE_LONGER && match == nearest &&
                      item->title.n != best->title.n;
        if (longer && item->title.n < best->title.n)
            continue;
        alone = match > nearest || longer;
        best = item;
        nearest = match;
    }
    return alone ? best : NULL;
}
