#include "catalog/scheme.h"

#include "base/file.h"
#include "catalog/code.h"
#include "catalog/derive.h"
#include "catalog/xml.h"

#include <string.h>

enum { MAIN = 9 }; /* directory, type and 主项 of a code */

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

static void add_name(struct scheme *s, struct scheme_names *names, struct str text,
                     struct str words)
{
    struct scheme_name name = {text, words, title_key_make(s->arena, words), STR_NONE};
    size_t number = names->n, *first = lookup_value(s->arena, &names->codes, text);
    if (*first == STR_NONE)
        *first = number;
    struct str key = title_key_bytes(&name.key);
    if (key.n) {
        first = lookup_value(s->arena, &names->titles, key);
        name.next = *first;
        *first = number;
    }
    *vec_push(s->arena, names) = name;
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
    item.chain = chain_split(s->arena, item.steps);
    *vec_push(s->arena, &s->items) = item;
    add_name(s, &s->item_names, item.code, item.title);
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
    add_name(s, &s->group_names, group.code, group.title);
    *lookup_value(s->arena, &s->mains, str_slice(group.code, 0, MAIN)) = s->groups.n - 1;
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
    size_t i = lookup_find(&s->item_names.codes, code);
    return i == STR_NONE ? NULL : &s->items.at[i];
}

const struct scheme_group *scheme_group(const struct scheme *s, struct str code)
{
    size_t i = lookup_find(&s->group_names.codes, code);
    return i == STR_NONE ? NULL : &s->groups.at[i];
}

bool scheme_has_main(const struct scheme *s, struct str code)
{
    return lookup_find(&s->mains, str_slice(code, 0, MAIN)) != STR_NONE;
}

size_t scheme_titled(const struct scheme_names *names, const struct title_key *title)
{
    struct str key = title_key_bytes(title);
    return key.n ? lookup_find(&names->titles, key) : STR_NONE;
}

static size_t nearest_of_all(const struct scheme_names *names,
                             const struct title_key *title, enum title_match *nearest)
{
    size_t best = STR_NONE;
    bool alone = false;
    *nearest = TITLE_DIFFERENT;
    for (size_t i = 0; i < names->n; i++) {
        const struct scheme_name *name = &names->at[i];
        enum title_match match = title_key_match(title, &name->key);
        if (match <= TITLE_TYPO || match < *nearest)
            continue;
        /* Of two national titles inside the local one the longer says more. */
        size_t size = best == STR_NONE ? 0 : names->at[best].title.n;
        bool longer = match == TITLE_LONGER && match == *nearest && name->title.n != size;
        if (longer && name->title.n < size)
            continue;
        alone = match > *nearest || longer;
        best = i;
        *nearest = match;
    }
    return alone ? best : STR_NONE;
}

size_t scheme_nearest(const struct scheme_names *names, const struct title_key *title,
                      enum title_match *match)
{
    size_t found = scheme_titled(names, title);
    if (found == STR_NONE)
        found = nearest_of_all(names, title, match);
    else if (names->at[found].next == STR_NONE)
        *match = TITLE_SAME;
    else
        found = STR_NONE; /* two are equally near */
    if (found == STR_NONE)
        *match = TITLE_DIFFERENT;
    return found;
}

const struct scheme_item *scheme_by_title(const struct scheme *s, struct str title)
{
    struct arena *scratch = arena_new();
    struct title_key key = title_key_make(scratch, title);
    enum title_match match;
    size_t i = scheme_nearest(&s->item_names, &key, &match);
    arena_drop(scratch);
    return i == STR_NONE ? NULL : &s->items.at[i];
}
