#include "catalog/grammar.h"

/* clang-format off */
#define END {NULL, 0, false}
static const struct attr_rule none[] = {END};
static const struct attr_rule catalog_attrs[] = {
    {"id",     DATUM_SLUG,         true},
    {"kind",   DATUM_KIND,         true},
    {"scheme", DATUM_SLUG_OR_NONE, true}, END};
static const struct attr_rule also_attrs[] = {{"kind", DATUM_KIND, true}, END};
static const struct attr_rule print_attrs[] = {{"paper", DATUM_PAPER, true}, END};
static const struct attr_rule web_attrs[] = {
    {"published", DATUM_TIME, false}, {"source", DATUM_ANY, false}, END};
static const struct attr_rule region_attrs[] = {
    {"code", DATUM_REGION, true}, {"name", DATUM_FILLED, true}, END};
static const struct attr_rule document_attrs[] = {
    {"number", DATUM_ANY, false}, {"date", DATUM_DATE, false}, END};
static const struct attr_rule printed_attrs[] = {{"date", DATUM_DATE, false}, END};
static const struct attr_rule level_attrs[] = {
    {"id", DATUM_SLUG, true}, {"name", DATUM_FILLED, true}, END};
static const struct attr_rule column_attrs[] = {
    {"id", DATUM_SLUG, true}, {"kind", DATUM_COLUMN, true}, {"name", DATUM_FILLED, true}, END};
static const struct attr_rule accept_attrs[] = {
    {"rule", DATUM_SLUG, true}, {"at", DATUM_ANY, false}, {"reason", DATUM_FILLED, true}, END};
static const struct attr_rule group_attrs[] = {
    {"no", DATUM_ANY, false}, {"code", DATUM_ANY, false}, END};
static const struct attr_rule item_attrs[] = {
    {"seq", DATUM_ANY, false}, {"code", DATUM_ANY, false}, {"path", DATUM_PATH, false}, END};
static const struct attr_rule service_attrs[] = {
    {"seq", DATUM_ANY, false}, {"code", DATUM_ANY, false}, END};
#define FIELD_ATTRS \
    {"no",     DATUM_ANY,    false}, \
    {"id",     DATUM_NAME,   false}, \
    {"ref",    DATUM_NAME,   false}, \
    {"span",   DATUM_SPAN,   false}, \
    {"format", DATUM_FORMAT, false}, END
static const struct attr_rule field_attrs[] = {FIELD_ATTRS};
static const struct attr_rule level_cell_attrs[] = {{"level", DATUM_SLUG, true}, FIELD_ATTRS};
static const struct attr_rule tick_attrs[] = {{"column", DATUM_SLUG, true}, FIELD_ATTRS};
static const struct attr_rule number_attrs[] = {{"no", DATUM_ANY, false}, END};
static const struct attr_rule remark_attrs[] = {
    {"no", DATUM_ANY, false}, {"place", DATUM_PLACE, false}, END};
static const struct attr_rule material_attrs[] = {
    {"no", DATUM_ANY, false}, {"form", DATUM_SLUG, false}, END};
static const struct attr_rule material_line_attrs[] = {{"form", DATUM_SLUG, false}, END};
static const struct attr_rule step_attrs[] = {
    {"no", DATUM_ANY, false}, {"name", DATUM_ANY, false}, {"sep", DATUM_ANY, false}, END};
static const struct attr_rule form_ref_attrs[] = {{"ref", DATUM_SLUG, true}, END};
static const struct attr_rule flow_attrs[] = {{"source", DATUM_FLOW, false}, END};
static const struct attr_rule node_attrs[] = {
    {"id", DATUM_NAME, true}, {"kind", DATUM_NODE, true}, END};
static const struct attr_rule edge_attrs[] = {
    {"from", DATUM_NAME, true}, {"to", DATUM_NAME, true}, {"label", DATUM_ANY, false}, END};
static const struct attr_rule form_attrs[] = {
    {"name", DATUM_FILLED, false}, {"landscape", DATUM_YES, false},
    {"columns", DATUM_SHARES, false}, END};
static const struct attr_rule form_line_attrs[] = {{"align", DATUM_ALIGN, false}, END};
static const struct attr_rule form_row_attrs[] = {
    {"repeat", DATUM_REPEAT, false}, {"height", DATUM_HEIGHT, false}, END};
static const struct attr_rule form_cell_attrs[] = {
    {"colspan", DATUM_CELLS, false}, {"rowspan", DATUM_CELLS, false},
    {"label", DATUM_YES, false}, {"align", DATUM_ALIGN, false},
    {"valign", DATUM_VALIGN, false}, {"vertical", DATUM_YES, false}, END};

#define LAST {NULL, ELEMENT_PLAIN, 0, 0}
static const struct child_rule leaf[] = {LAST};
static const struct child_rule catalog_children[] = {
    {"also",     ELEMENT_ALSO,     0, KIND_COUNT},
    {"region",   ELEMENT_REGION,   1, 1},
    {"title",    ELEMENT_LINE,     1, 1},
    {"edition",  ELEMENT_PLAIN,    0, 1},
    {"issuer",   ELEMENT_PLAIN,    0, 1},
    {"document", ELEMENT_DOCUMENT, 0, 1},
    {"print",    ELEMENT_PRINT,    0, 1},
    {"web",      ELEMENT_WEB,      0, 1},
    {"notice",   ELEMENT_NOTICE,   0, 1},
    {"level",    ELEMENT_LEVEL,    0, MOST_COLUMNS},
    {"column",   ELEMENT_COLUMN,   0, MOST_COLUMNS},
    {"defaults", ELEMENT_DEFAULTS, 0, 1},
    {"group",    ELEMENT_GROUP,    0, MOST_GROUPS},
    {"form",     ELEMENT_FORM_REF, 0, MOST_FORMS},
    {"remark",   ELEMENT_REMARK,   0, MOST_REMARKS},
    {"accept",   ELEMENT_ACCEPT,   0, MOST_REMARKS}, LAST};
static const struct child_rule notice_children[] = {
    {"head",    ELEMENT_PLAIN,    0, 1},
    {"number",  ELEMENT_PLAIN,    0, 1},
    {"title",   ELEMENT_PLAIN,    0, 1},
    {"to",      ELEMENT_PLAIN,    0, 1},
    {"annex",   ELEMENT_NUMBERED, 0, MOST_REMARKS},
    {"remark",  ELEMENT_PLAIN,    0, 1},
    {"signer",  ELEMENT_PLAIN,    0, 1},
    {"date",    ELEMENT_DAY,      0, 1},
    {"cc",      ELEMENT_PLAIN,    0, 1},
    {"printed", ELEMENT_PRINTED,  0, 1}, LAST};
static const struct child_rule defaults_children[] = {
    {"disclosure", ELEMENT_DEFAULT_DISCLOSURE, 0, 1}, LAST};
static const struct child_rule group_children[] = {
    {"defaults", ELEMENT_DEFAULTS, 0, 1},
    {"item",     ELEMENT_ITEM,     0, MOST_ITEMS}, LAST};
#define ITEM_CHILDREN \
    {"levels",     ELEMENT_LEVELS,     0, 1}, \
    {"disclosure", ELEMENT_DISCLOSURE, 0, 1}, \
    {"form",       ELEMENT_FORM_REF,   0, MOST_FORMS}, \
    {"flow",       ELEMENT_FLOW,       0, 1}
static const struct child_rule item_children[] = {
    ITEM_CHILDREN, {"service", ELEMENT_SERVICE, 0, MOST_ITEMS}, LAST};
static const struct child_rule service_children[] = {ITEM_CHILDREN, LAST};
static const struct child_rule levels_children[] = {
    {"cell", ELEMENT_LEVEL_CELL, 0, MOST_COLUMNS}, LAST};
static const struct child_rule disclosure_children[] = {
    {"cell", ELEMENT_TICK, 0, MOST_COLUMNS}, LAST};
static const struct child_rule flow_children[] = {
    {"title",     ELEMENT_PLAIN,          0, 1},
    {"materials", ELEMENT_FLOW_MATERIALS, 0, 1},
    {"node",      ELEMENT_NODE,           0, MOST_NODES},
    {"edge",      ELEMENT_EDGE,           0, MOST_EDGES}, LAST};
static const struct child_rule flow_materials_children[] = {
    {"p",        ELEMENT_PLAIN,    0, MOST_NODES},
    {"material", ELEMENT_MATERIAL, 0, MOST_NODES}, LAST};
static const struct child_rule form_children[] = {
    {"top",   ELEMENT_FORM_LINES, 0, 1},
    {"title", ELEMENT_LINE,       0, 1},
    {"above", ELEMENT_FORM_LINES, 0, 1},
    {"row",   ELEMENT_FORM_ROW,   0, MOST_FORM_ROWS},
    {"below", ELEMENT_FORM_LINES, 0, 1}, LAST};
static const struct child_rule form_lines_children[] = {
    {"p", ELEMENT_FORM_LINE, 0, MOST_REMARKS}, LAST};
static const struct child_rule form_row_children[] = {
    {"cell", ELEMENT_FORM_CELL, 1, MOST_FORM_CELLS}, LAST};

#define EMPTY    CONTENT_NONE, DATUM_ANY, FIELDS_NONE
#define TEXT     CONTENT_TEXT, DATUM_ANY, FIELDS_NONE
#define ELEMENTS CONTENT_ELEMENTS, DATUM_ANY, FIELDS_NONE
static const struct element_rule rules[ELEMENT_TYPES] = {
    [ELEMENT_CATALOG]    = {ELEMENTS, catalog_attrs, catalog_children},
    [ELEMENT_ALSO]       = {EMPTY, also_attrs, leaf},
    [ELEMENT_PRINT]      = {EMPTY, print_attrs, leaf},
    [ELEMENT_WEB]        = {EMPTY, web_attrs, leaf},
    [ELEMENT_REGION]     = {EMPTY, region_attrs, leaf},
    [ELEMENT_LINE]       = {CONTENT_TEXT, DATUM_FILLED, FIELDS_NONE, none, leaf},
    [ELEMENT_PLAIN]      = {TEXT, none, leaf},
    [ELEMENT_DOCUMENT]   = {EMPTY, document_attrs, leaf},
    [ELEMENT_NOTICE]     = {ELEMENTS, none, notice_children},
    [ELEMENT_NUMBERED]   = {TEXT, number_attrs, leaf},
    [ELEMENT_REMARK]     = {TEXT, remark_attrs, leaf},
    [ELEMENT_DAY]        = {CONTENT_TEXT, DATUM_DATE, FIELDS_NONE, none, leaf},
    [ELEMENT_PRINTED]    = {TEXT, printed_attrs, leaf},
    [ELEMENT_LEVEL]      = {EMPTY, level_attrs, leaf},
    [ELEMENT_COLUMN]     = {EMPTY, column_attrs, leaf},
    [ELEMENT_ACCEPT]     = {EMPTY, accept_attrs, leaf},
    [ELEMENT_DEFAULTS]   = {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_DEFAULTS, none, defaults_children},
    [ELEMENT_DEFAULT_DISCLOSURE] =
        {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_DISCLOSURE, none, leaf},
    [ELEMENT_GROUP]      = {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_TITLE, group_attrs, group_children},
    [ELEMENT_ITEM]       = {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_ITEM, item_attrs, item_children},
    [ELEMENT_SERVICE]    =
        {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_ITEM, service_attrs, service_children},
    [ELEMENT_TEXT]       = {TEXT, field_attrs, leaf},
    [ELEMENT_LIST]       = {ELEMENTS, field_attrs, leaf},
    [ELEMENT_MATERIAL]   = {TEXT, material_attrs, leaf},
    [ELEMENT_MATERIAL_LINE] = {TEXT, material_line_attrs, leaf},
    [ELEMENT_STEP]       = {TEXT, step_attrs, leaf},
    [ELEMENT_LEVELS]     = {ELEMENTS, none, levels_children},
    [ELEMENT_LEVEL_CELL] = {TEXT, level_cell_attrs, leaf},
    [ELEMENT_DISCLOSURE] =
        {CONTENT_ELEMENTS, DATUM_ANY, FIELDS_DISCLOSURE, none, disclosure_children},
    [ELEMENT_TICK]       = {TEXT, tick_attrs, leaf},
    [ELEMENT_FORM_REF]   = {EMPTY, form_ref_attrs, leaf},
    [ELEMENT_FLOW]       = {ELEMENTS, flow_attrs, flow_children},
    [ELEMENT_FLOW_MATERIALS] = {ELEMENTS, none, flow_materials_children},
    [ELEMENT_NODE]       = {TEXT, node_attrs, leaf},
    [ELEMENT_EDGE]       = {EMPTY, edge_attrs, leaf},
    [ELEMENT_FORM]       = {ELEMENTS, form_attrs, form_children},
    [ELEMENT_FORM_LINES] = {ELEMENTS, none, form_lines_children},
    [ELEMENT_FORM_LINE]  = {TEXT, form_line_attrs, leaf},
    [ELEMENT_FORM_ROW]   = {ELEMENTS, form_row_attrs, form_row_children},
    [ELEMENT_FORM_CELL]  = {TEXT, form_cell_attrs, leaf},
};
/* clang-format on */

const struct element_rule *grammar_rule(enum element type)
{
    return &rules[type];
}

/* The element of a field: a text, or a list of paragraphs and entries. */
static enum element field_element(const struct field_row *row)
{
    return row->entry ? ELEMENT_LIST : ELEMENT_TEXT;
}

static enum element entry_element(const struct field_row *row)
{
    if (row->kind == FIELD_KIND_PROCESS)
        return ELEMENT_STEP;
    return str_is(STR("material"), row->entry) ? ELEMENT_MATERIAL : ELEMENT_NUMBERED;
}

/* Which fields an element has: [first, last) of the table, which is ordered that way. */
static void field_range(const struct element_rule *rule, int *first, int *last)
{
    bool disclosure = rule->fields == FIELDS_DISCLOSURE;
    *first = rule->fields == FIELDS_DEFAULTS ? FIELD_TITLE + 1 : FIELD_TITLE;
    *last = rule->fields == FIELDS_TITLE ? FIELD_TITLE + 1 : FIELD_COUNT;
    if (rule->fields == FIELDS_NONE)
        *last = *first;
    while (*first < *last && field_row((enum field_id) * first)->disclosure != disclosure)
        (*first)++;
    while (*last > *first &&
           field_row((enum field_id)(*last - 1))->disclosure != disclosure)
        (*last)--;
}

/* The same as field_range() says, for one field. */
static bool has_field(const struct element_rule *rule, enum field_id id)
{
    switch (rule->fields) {
    case FIELDS_NONE: return false;
    case FIELDS_TITLE: return id == FIELD_TITLE;
    case FIELDS_DEFAULTS: return id != FIELD_TITLE;
    case FIELDS_ITEM:
    case FIELDS_DISCLOSURE: break;
    }
    return true;
}

static bool field_child(const struct element_rule *rule, struct str name,
                        struct child *child)
{
    if (rule->fields == FIELDS_NONE)
        return false;
    enum field_id id = field_find(name, rule->fields == FIELDS_DISCLOSURE);
    if (id == FIELD_COUNT || !has_field(rule, id))
        return false;
    *child = (struct child){{field_element(field_row(id)), id}, 0, 1, (size_t)id};
    return true;
}

static bool list_child(enum field_id field, struct str name, struct child *child)
{
    const struct field_row *row = field_row(field);
    enum element entry = entry_element(row);
    enum element line = entry == ELEMENT_MATERIAL ? ELEMENT_MATERIAL_LINE : ELEMENT_PLAIN;
    *child = (struct child){{line, FIELD_COUNT}, 0, MOST_ENTRIES, 0};
    if (str_eq(name, STR("p")))
        return true;
    child->spot.type = entry;
    return str_is(name, row->entry);
}

/* Children that stand in any order, because their order is what the office published. */
static bool keeps_order(enum element type)
{
    return type == ELEMENT_FLOW_MATERIALS;
}

bool grammar_child(struct spot parent, struct str name, struct child *child)
{
    const struct element_rule *rule = &rules[parent.type];
    if (parent.type == ELEMENT_LIST)
        return list_child(parent.field, name, child);
    if (field_child(rule, name, child))
        return true;
    for (size_t i = 0; rule->children[i].name; i++) {
        const struct child_rule *row = &rule->children[i];
        if (!str_is(name, row->name))
            continue;
        *child = (struct child){{row->type, FIELD_COUNT}, row->least, row->most, 0};
        child->rank = keeps_order(parent.type) ? 0 : FIELD_COUNT + i;
        return true;
    }
    return false;
}

const struct attr_rule *grammar_attr(enum element type, struct str name, size_t *rank)
{
    const struct attr_rule *row = rules[type].attrs;
    for (*rank = 0; row->name; row++, (*rank)++)
        if (str_is(name, row->name))
            return row;
    return NULL;
}

struct str_list grammar_children(struct arena *a, struct spot parent)
{
    struct str_list names = {0};
    const struct element_rule *rule = &rules[parent.type];
    if (parent.type == ELEMENT_LIST) {
        *vec_push(a, &names) = STR("p");
        *vec_push(a, &names) = str_of(field_row(parent.field)->entry);
    }
    int first, last;
    field_range(rule, &first, &last);
    for (int i = first; i < last; i++)
        *vec_push(a, &names) = str_of(field_row((enum field_id)i)->name);
    for (size_t i = 0; rule->children[i].name; i++)
        *vec_push(a, &names) = str_of(rule->children[i].name);
    return names;
}

struct str_list grammar_attrs(struct arena *a, enum element type)
{
    struct str_list names = {0};
    for (const struct attr_rule *row = rules[type].attrs; row->name; row++)
        *vec_push(a, &names) = str_of(row->name);
    return names;
}
