/* The structure tree as such: ISO 32000-1, 14.7; ISO 19005-2, 6.7; ISO 14289-1, 7.1, 7.18. */
#include "pdf_check_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NODES_DEEP = 64 };

/* --- types and where they may stand: ISO 32000-1, 14.8.4 --- */

static const struct {
    const char *type;
    const char *parents; /* "" for any */
    bool content;        /* may hold content itself */
} types[] = {
    {"Document", "StructTreeRoot ", false},
    {"Part", "Document Part ", false},
    {"H1", "", true},
    {"H2", "", true},
    {"H3", "", true},
    {"H4", "", true},
    {"P", "", true},
    {"L", "", false},
    {"LI", "L ", false},
    {"Lbl", "LI TOCI ", true},
    {"LBody", "LI ", true},
    {"Table", "", false},
    {"Caption", "Table Figure TOC L ", true},
    {"THead", "Table ", false},
    {"TBody", "Table ", false},
    {"TR", "Table THead TBody ", false},
    {"TH", "TR ", true},
    {"TD", "TR ", true},
    {"Figure", "", true},
    {"TOC", "Document Part TOC TOCI ", false},
    {"TOCI", "TOC ", false},
    {"Reference", "TOCI P ", true},
    {"Link", "", true},
    {"Form", "", true},
    {"Note", "", true},
    {"Span", "", true},
};
enum { TYPES = sizeof types / sizeof *types };

static size_t find_type(struct str type)
{
    size_t i = 0;
    while (i < TYPES && !str_is(type, types[i].type))
        i++;
    return i;
}

static void check_type(struct pdf_checking *c, const struct pdf_node *n, struct str above)
{
    size_t i = find_type(n->type);
    if (i == TYPES) {
        pdf_fault(c, "struct-type", "object %zu is a %.*s", n->object, STR_ARG(n->type));
        return;
    }
    struct str word = str_print(c->arena, "%.*s ", STR_ARG(above));
    if (*types[i].parents && !str_has(str_of(types[i].parents), word))
        pdf_fault(c, "struct-nesting", "object %zu: %.*s in %.*s", n->object,
                  STR_ARG(n->type), STR_ARG(above));
    if (n->leaves && !types[i].content)
        pdf_fault(c, "struct-nesting", "object %zu: content in %.*s", n->object,
                  STR_ARG(n->type));
    bool may = n->leaves || str_is(n->type, "TD") || str_is(n->type, "TH") ||
               n->end > (size_t)(n - c->nodes.at) + 1;
    if (!may)
        pdf_fault(c, "struct-empty", "object %zu: an empty %.*s", n->object,
                  STR_ARG(n->type));
}

/* --- walking --- */

static size_t page_index(const struct pdf_file *f, size_t object)
{
    for (size_t i = 0; i < f->n_pages; i++)
        if (f->pages[i] == object)
            return i;
    return STR_NONE;
}

static void add_leaf(struct pdf_checking *c, size_t node, size_t page, size_t mcid,
                     size_t object)
{
    *vec_push(c->arena, &c->leaves) = (struct pdf_leaf){
        node, page ? page_index(c->file, page) : STR_NONE, mcid, object};
    c->nodes.at[node].leaves++;
}

static void walk(struct pdf_checking *c, size_t object, size_t parent, size_t depth);

/* A kid: an MCID of the element's page or of another, an annotation, an element. */
static void walk_kid(struct pdf_checking *c, size_t node, const struct json *kid)
{
    const struct json *dict = pdf_value(c->file, kid);
    size_t page = pdf_ref(json_member(c->nodes.at[node].dict, "/Pg"));
    struct str type = pdf_name(json_member(dict, "/Type"));
    if (kid->kind == JSON_NUMBER) {
        add_leaf(c, node, page, (size_t)pdf_number(kid, 0), 0);
    } else if (str_is(type, "MCR")) {
        size_t other = pdf_ref(json_member(dict, "/Pg"));
        add_leaf(c, node, other ? other : page,
                 (size_t)pdf_number(json_member(dict, "/MCID"), 0), 0);
    } else if (str_is(type, "OBJR")) {
        add_leaf(c, node, page, STR_NONE, pdf_ref(json_member(dict, "/Obj")));
    } else {
        walk(c, pdf_ref(kid), node, c->nodes.at[node].depth + 1);
    }
}

static void walk(struct pdf_checking *c, size_t object, size_t parent, size_t depth)
{
    const struct json *dict =
        object && object < c->file->n ? c->file->at[object].value : NULL;
    if (!dict || depth > MOST_NODES_DEEP) {
        pdf_fault(c, "struct-parent", "a kid that is no element, or too deep");
        return;
    }
    size_t index = c->nodes.n;
    *vec_push(c->arena, &c->nodes) =
        (struct pdf_node){.object = object,
                          .parent = index ? parent : 0,
                          .depth = depth,
                          .dict = dict,
                          .type = pdf_name(json_member(dict, "/S"))};
    size_t above = pdf_ref(json_member(dict, "/P"));
    if (index && above != c->nodes.at[parent].object)
        pdf_fault(c, "struct-parent", "object %zu says %zu is above it", object, above);
    const struct json *kids = pdf_key(c->file, dict, "/K");
    if (kids->kind == JSON_LIST)
        for (size_t i = 0; i < kids->n; i++)
            walk_kid(c, index, &kids->at[i]);
    else if (kids->kind != JSON_NULL)
        walk_kid(c, index, json_member(dict, "/K"));
    c->nodes.at[index].end = c->nodes.n;
}

/* --- the way back from content to its element --- */

/* What the ParentTree has under a key. It is flat: one list of keys and values. */
static const struct json *parent_entry(const struct pdf_checking *c, size_t key)
{
    const struct json *root = pdf_key(c->file, c->file->catalog, "/StructTreeRoot");
    const struct json *nums =
        pdf_key(c->file, pdf_key(c->file, root, "/ParentTree"), "/Nums");
    size_t low = 0, high = nums->n / 2;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((size_t)pdf_number(&nums->at[2 * middle], 0) < key)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        2 * low + 1 < nums->n && (size_t)pdf_number(&nums->at[2 * low], 0) == key;
    return found ? &nums->at[2 * low + 1] : json_member(NULL, "");
}

static void check_leaf(struct pdf_checking *c, const struct pdf_leaf *leaf)
{
    const struct pdf_node *n = &c->nodes.at[leaf->node];
    size_t named = 0;
    if (leaf->mcid != STR_NONE && leaf->page != STR_NONE) {
        const struct json *page = c->file->at[c->file->pages[leaf->page]].value;
        double key = pdf_number(json_member(page, "/StructParents"), -1);
        const struct json *entry =
            key < 0 ? json_member(NULL, "") : parent_entry(c, (size_t)key);
        named = pdf_ref(json_at(pdf_value(c->file, entry), leaf->mcid));
    } else if (leaf->mcid == STR_NONE && leaf->object && leaf->object < c->file->n) {
        double key =
            pdf_number(json_member(c->file->at[leaf->object].value, "/StructParent"), -1);
        named = key < 0 ? 0 : pdf_ref(parent_entry(c, (size_t)key));
        bool fits = str_is(n->type, "Link") || str_is(n->type, "Form");
        if (!fits)
            pdf_fault(c, "struct-nesting", "an annotation in %.*s", STR_ARG(n->type));
    }
    if (named != n->object)
        pdf_fault(c, "parent-tree", "%.*s %zu: its content belongs to %zu",
                  STR_ARG(n->type), n->object, named);
}

/* --- each piece of content once, in the order it is painted --- */

static void check_page_leaves(struct pdf_checking *c, size_t page, const size_t *leaves,
                              size_t n)
{
    size_t painted = c->pages[page].mcids.n;
    const size_t *mcids = c->pages[page].mcids.at;
    bool *seen = arena_array(c->arena, painted, sizeof *seen);
    size_t *place = arena_array(c->arena, painted, sizeof *place);
    for (size_t i = 0; i < painted; i++) {
        if (mcids[i] >= painted || seen[mcids[i]])
            pdf_fault(c, "mcid", "page %zu: MCID %zu twice or too high", page + 1,
                      mcids[i]);
        else
            seen[mcids[i]] = true;
        if (mcids[i] < painted)
            place[mcids[i]] = i;
    }
    memset(seen, 0, painted * sizeof *seen);
    size_t before = 0;
    for (size_t i = 0; i < n; i++) {
        size_t mcid = c->leaves.at[leaves[i]].mcid;
        if (mcid >= painted || seen[mcid]) {
            pdf_fault(c, "mcid",
                      "page %zu: MCID %zu is in no content or twice in the tree",
                      page + 1, mcid);
            continue;
        }
        seen[mcid] = true;
        if (place[mcid] < before)
            pdf_fault(c, "reading-order", "page %zu: MCID %zu is read after MCID %zu",
                      page + 1, mcid, mcids[before]);
        before = place[mcid];
    }
    for (size_t i = 0; i < painted; i++)
        if (!seen[i])
            pdf_fault(c, "mcid", "page %zu: MCID %zu is in no element", page + 1, i);
}

/* The leaves of each page, in the order of the tree. */
static void check_pages(struct pdf_checking *c)
{
    size_t pages = c->file->n_pages, n = 0;
    size_t *first = arena_array(c->arena, pages + 2, sizeof *first);
    size_t *sorted = arena_array(c->arena, c->leaves.n + 1, sizeof *sorted);
    for (size_t i = 0; i < c->leaves.n; i++)
        if (c->leaves.at[i].page != STR_NONE && c->leaves.at[i].mcid != STR_NONE)
            first[c->leaves.at[i].page + 2]++;
    for (size_t i = 0; i < pages; i++)
        first[i + 2] += first[i + 1];
    for (size_t i = 0; i < c->leaves.n; i++, n++)
        if (c->leaves.at[i].page != STR_NONE && c->leaves.at[i].mcid != STR_NONE)
            sorted[first[c->leaves.at[i].page + 1]++] = i;
    for (size_t i = 0; i < pages; i++)
        check_page_leaves(c, i, sorted + first[i], first[i + 1] - first[i]);
}

/* --- annotations --- */

static void check_annotations(struct pdf_checking *c)
{
    bool *held = arena_array(c->arena, c->file->n + 1, sizeof *held);
    for (size_t i = 0; i < c->leaves.n; i++)
        if (c->leaves.at[i].object < c->file->n)
            held[c->leaves.at[i].object] = true;
    for (size_t i = 0; i < c->file->n_pages; i++) {
        const struct json *page = c->file->at[c->file->pages[i]].value;
        const struct json *annotations = pdf_key(c->file, page, "/Annots");
        for (size_t k = 0; k < annotations->n; k++)
            if (!held[pdf_ref(&annotations->at[k])])
                pdf_fault(c, "parent-tree", "page %zu: annotation %zu is in no element",
                          i + 1, k + 1);
    }
}

void pdf_check_tree(struct pdf_checking *c)
{
    const struct json *root = pdf_key(c->file, c->file->catalog, "/StructTreeRoot");
    const struct json *top = json_member(root, "/K");
    if (root->kind != JSON_OBJECT || !pdf_ref(top)) {
        pdf_fault(c, "marked", "no structure tree");
        return;
    }
    if (json_member(root, "/RoleMap")->kind != JSON_NULL)
        pdf_fault(c, "struct-type", "a role map, though all types are standard");
    walk(c, pdf_ref(top), 0, 0);
    for (size_t i = 0; i < c->nodes.n; i++) {
        const struct pdf_node *n = &c->nodes.at[i];
        check_type(c, n, i ? c->nodes.at[n->parent].type : STR("StructTreeRoot"));
    }
    for (size_t i = 0; i < c->leaves.n; i++)
        check_leaf(c, &c->leaves.at[i]);
    check_pages(c);
    check_annotations(c);
}
