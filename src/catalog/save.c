/* The model as a tree, which xml_print() writes: saver and `mulu fmt` cannot differ. */
#include "catalog/save.h"

#include "catalog/chart.h"
#include "catalog/form.h"
#include "catalog/xml_print.h"

/* No element has more attributes. */
enum { ATTRS = 8 };

static struct xml_node *add_node(struct arena *a, struct xml_node *parent,
                                 enum xml_kind kind)
{
    struct xml_node *n = arena_alloc(a, sizeof *n);
    n->kind = kind;
    n->parent = parent;
    if (parent && parent->last)
        parent->last->next = n;
    else if (parent)
        parent->first = n;
    if (parent)
        parent->last = n;
    return n;
}

static struct xml_node *add(struct arena *a, struct xml_node *parent, const char *name)
{
    struct xml_node *n = add_node(a, parent, XML_ELEMENT);
    n->name = str_of(name);
    return n;
}

static void put(struct arena *a, struct xml_node *n, const char *name, struct str value)
{
    if (!n->attrs)
        n->attrs = arena_array(a, ATTRS, sizeof *n->attrs);
    n->attrs[n->attr_count++] = (struct xml_attr){.name = str_of(name), .value = value};
}

static void put_filled(struct arena *a, struct xml_node *n, const char *name,
                       struct str value)
{
    if (value.n)
        put(a, n, name, value);
}

/* A number that is 1 when nothing is written. */
static void put_number(struct arena *a, struct xml_node *n, const char *name,
                       size_t number)
{
    if (number > 1)
        put(a, n, name, str_number(a, number));
}

static struct xml_node *add_text(struct arena *a, struct xml_node *parent,
                                 const char *name, struct str text)
{
    struct xml_node *n = add(a, parent, name);
    if (text.n)
        add_node(a, n, XML_TEXT)->text = text;
    return n;
}

static void add_filled(struct arena *a, struct xml_node *parent, const char *name,
                       struct str text)
{
    if (text.n)
        add_text(a, parent, name, text);
}

static void save_entry(struct arena *a, struct xml_node *parent, const char *name,
                       const struct entry *e)
{
    struct xml_node *n = add_text(a, parent, e->plain ? "p" : name, e->text);
    if (!e->plain) {
        put_filled(a, n, "no", e->no);
        put_filled(a, n, "name", e->name);
        if (e->name.n ? !str_eq(e->sep, STR("。")) : e->sep.n > 0)
            put(a, n, "sep", e->sep);
    }
    put_filled(a, n, "form", e->form);
    if (e->above)
        put(a, n, "place", STR("above"));
}

static void put_field(struct arena *a, struct xml_node *n, const struct field *f)
{
    put_filled(a, n, "no", f->no);
    put_filled(a, n, "id", f->id);
    put_filled(a, n, "ref", f->ref);
    put_number(a, n, "span", f->span);
    if (f->markdown)
        put(a, n, "format", STR("markdown"));
}

static void save_field(struct arena *a, struct xml_node *parent,
                       const struct field_row *row, const struct field *f)
{
    if (!row->entry) {
        put_field(a, add_text(a, parent, row->name, field_text(f)), f);
        return;
    }
    struct xml_node *n = add(a, parent, row->name);
    put_field(a, n, f);
    for (size_t i = 0; i < f->entries.n; i++)
        save_entry(a, n, row->entry, &f->entries.at[i]);
}

/* The fields of one side: the usual ones, or those inside <disclosure>. */
static void save_fields(struct arena *a, struct xml_node *parent,
                        struct field *const *own, bool disclosure)
{
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct field_row *row = field_row((enum field_id)f);
        if (own[f] && row->disclosure == disclosure)
            save_field(a, parent, row, own[f]);
    }
}

static bool has_disclosure(struct field *const *own)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        if (own[f] && field_row((enum field_id)f)->disclosure)
            return true;
    return false;
}

static void save_defaults(struct arena *a, struct xml_node *parent,
                          struct field *const *own)
{
    bool any = false;
    for (int f = 0; f < FIELD_COUNT; f++)
        any |= own[f] != NULL;
    if (!any)
        return;
    struct xml_node *n = add(a, parent, "defaults");
    save_fields(a, n, own, false);
    if (has_disclosure(own))
        save_fields(a, add(a, n, "disclosure"), own, true);
}

static void save_cell(struct arena *a, struct xml_node *parent, const char *key,
                      struct str column, const struct field *f)
{
    struct xml_node *n = add_text(a, parent, "cell", field_text(f));
    put(a, n, key, column);
    put_field(a, n, f);
}

static void save_cells(struct arena *a, struct xml_node *parent, const struct catalog *c,
                       const struct item *item)
{
    if (item->levels.n) {
        struct xml_node *n = add(a, parent, "levels");
        for (size_t i = 0; i < item->levels.n; i++) {
            const struct cell *cell = &item->levels.at[i];
            save_cell(a, n, "level", c->levels.at[cell->column].id, &cell->field);
        }
    }
    if (!item->ticks.n && !has_disclosure(item->own))
        return;
    struct xml_node *n = add(a, parent, "disclosure");
    save_fields(a, n, item->own, true);
    for (size_t i = 0; i < item->ticks.n; i++) {
        const struct cell *cell = &item->ticks.at[i];
        save_cell(a, n, "column", c->columns.at[cell->column].id, &cell->field);
    }
}

static void save_form_refs(struct arena *a, struct xml_node *parent,
                           const struct form_refs *refs)
{
    for (size_t i = 0; i < refs->n; i++)
        put(a, add(a, parent, "form"), "ref", refs->at[i].id);
}

static void save_flow(struct arena *a, struct xml_node *parent, const struct flow *flow)
{
    if (flow->source != FLOW_PUBLISHED)
        return;
    struct xml_node *n = add(a, parent, "flow");
    put(a, n, "source", STR("published"));
    add_filled(a, n, "title", flow->title);
    struct xml_node *list = flow->materials.n ? add(a, n, "materials") : NULL;
    for (size_t i = 0; i < flow->materials.n; i++)
        save_entry(a, list, "material", &flow->materials.at[i]);
    for (size_t i = 0; i < flow->nodes.n; i++) {
        const struct flow_node *node = &flow->nodes.at[i];
        struct xml_node *e = add_text(a, n, "node", node->text);
        put(a, e, "id", node->id);
        put(a, e, "kind", str_of(node_kind_name(node->kind)));
    }
    for (size_t i = 0; i < flow->edges.n; i++) {
        const struct flow_edge *edge = &flow->edges.at[i];
        struct xml_node *e = add(a, n, "edge");
        put(a, e, "from", edge->from);
        put(a, e, "to", edge->to);
        put_filled(a, e, "label", edge->label);
    }
}

static void save_item(struct arena *a, struct xml_node *parent, const char *name,
                      const struct catalog *c, const struct item *item)
{
    struct xml_node *n = add(a, parent, name);
    put_filled(a, n, "seq", item->seq);
    put_filled(a, n, "code", item->code);
    put_filled(a, n, "path", item->path);
    save_fields(a, n, item->own, false);
    save_cells(a, n, c, item);
    save_form_refs(a, n, &item->forms);
    save_flow(a, n, &item->flow);
    for (size_t i = 0; i < item->services.n; i++)
        save_item(a, n, "service", c, &item->services.at[i]);
}

static void save_group(struct arena *a, struct xml_node *parent, const struct catalog *c,
                       const struct group *group)
{
    struct xml_node *n = add(a, parent, "group");
    put_filled(a, n, "no", group->no);
    put_filled(a, n, "code", group->code);
    save_fields(a, n, group->own, false);
    save_defaults(a, n, group->defaults);
    for (size_t i = 0; i < group->items.n; i++)
        save_item(a, n, "item", c, &group->items.at[i]);
}

static void save_notice(struct arena *a, struct xml_node *parent,
                        const struct notice *notice)
{
    if (!notice->present)
        return;
    struct xml_node *n = add(a, parent, "notice");
    add_filled(a, n, "head", notice->head);
    add_filled(a, n, "number", notice->number);
    add_filled(a, n, "title", notice->title);
    add_filled(a, n, "to", notice->to);
    for (size_t i = 0; i < notice->annexes.n; i++)
        save_entry(a, n, "annex", &notice->annexes.at[i]);
    add_filled(a, n, "remark", notice->remark);
    add_filled(a, n, "signer", notice->signer);
    add_filled(a, n, "date", notice->date);
    add_filled(a, n, "cc", notice->cc);
    if (notice->printed.n || notice->printed_date.n)
        put_filled(a, add_text(a, n, "printed", notice->printed), "date",
                   notice->printed_date);
}

static void save_head(struct arena *a, struct xml_node *n, const struct catalog *c)
{
    put(a, n, "id", c->id);
    put(a, n, "kind", str_of(catalog_kind_name(c->kind)));
    put(a, n, "scheme", c->scheme);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (c->kinds[kind] && kind != (int)c->kind)
            put(a, add(a, n, "also"), "kind",
                str_of(catalog_kind_name((enum catalog_kind)kind)));
    struct xml_node *region = add(a, n, "region");
    put(a, region, "code", c->region_code);
    put(a, region, "name", c->region_name);
    add_text(a, n, "title", c->title);
    add_filled(a, n, "edition", c->edition);
    add_filled(a, n, "issuer", c->issuer);
    if (c->document_number.n || c->document_date.n) {
        struct xml_node *document = add(a, n, "document");
        put_filled(a, document, "number", c->document_number);
        put_filled(a, document, "date", c->document_date);
    }
    if (c->paper.n)
        put(a, add(a, n, "print"), "paper", c->paper);
    if (c->web_published.n || c->web_source.n) {
        struct xml_node *web = add(a, n, "web");
        put_filled(a, web, "published", c->web_published);
        put_filled(a, web, "source", c->web_source);
    }
    save_notice(a, n, &c->notice);
    for (size_t i = 0; i < c->levels.n; i++) {
        struct xml_node *level = add(a, n, "level");
        put(a, level, "id", c->levels.at[i].id);
        put(a, level, "name", c->levels.at[i].name);
    }
    for (size_t i = 0; i < c->columns.n; i++) {
        struct xml_node *column = add(a, n, "column");
        put(a, column, "id", c->columns.at[i].id);
        put(a, column, "kind", str_of(column_kind_name(c->columns.at[i].kind)));
        put(a, column, "name", c->columns.at[i].name);
    }
}

void catalog_save(const struct catalog *c, struct buf *out)
{
    struct arena *a = arena_new();
    struct xml xml = {.root = add(a, NULL, "catalog")};
    save_head(a, xml.root, c);
    save_defaults(a, xml.root, c->defaults);
    for (size_t g = 0; g < c->groups.n; g++)
        save_group(a, xml.root, c, &c->groups.at[g]);
    save_form_refs(a, xml.root, &c->form_refs);
    for (size_t i = 0; i < c->remarks.n; i++)
        save_entry(a, xml.root, "remark", &c->remarks.at[i]);
    for (size_t i = 0; i < c->accepts.n; i++) {
        struct xml_node *accept = add(a, xml.root, "accept");
        put(a, accept, "rule", c->accepts.at[i].rule);
        put_filled(a, accept, "at", c->accepts.at[i].at);
        put(a, accept, "reason", c->accepts.at[i].reason);
    }
    xml_print(&xml, ELEMENT_CATALOG, out);
    arena_drop(a);
}

static void save_lines(struct arena *a, struct xml_node *parent, const char *name,
                       const struct form_lines *lines)
{
    struct xml_node *n = lines->n ? add(a, parent, name) : NULL;
    for (size_t i = 0; i < lines->n; i++) {
        struct xml_node *p = add_text(a, n, "p", lines->at[i].text);
        put_filled(a, p, "align", str_of(form_align_name(lines->at[i].align)));
    }
}

static void save_cell_of_form(struct arena *a, struct xml_node *row,
                              const struct form_cell *cell)
{
    struct xml_node *n = add_text(a, row, "cell", cell->text);
    put_number(a, n, "colspan", cell->colspan);
    put_number(a, n, "rowspan", cell->rowspan);
    if (cell->label)
        put(a, n, "label", STR("yes"));
    put_filled(a, n, "align", str_of(form_align_name(cell->align)));
    if (cell->valign != FORM_MIDDLE)
        put(a, n, "valign", str_of(form_valign_name(cell->valign)));
    if (cell->vertical)
        put(a, n, "vertical", STR("yes"));
}

static void save_row(struct arena *a, struct xml_node *parent, const struct form_row *row)
{
    struct xml_node *n = add(a, parent, "row");
    put_number(a, n, "repeat", row->repeat);
    if (row->height)
        put(a, n, "height", str_number(a, row->height));
    for (size_t i = 0; i < row->cells.n; i++)
        save_cell_of_form(a, n, &row->cells.at[i]);
}

static struct str shares_text(struct arena *a, const struct form *f)
{
    struct str text = STR("");
    for (size_t i = 0; i < f->columns.n; i++)
        text = str_print(a, "%.*s%s%zu", STR_ARG(text), i ? " " : "", f->columns.at[i]);
    return text;
}

void form_save(const struct form *f, struct buf *out)
{
    struct arena *a = arena_new();
    struct xml xml = {.root = add(a, NULL, "form")};
    put_filled(a, xml.root, "name", f->name);
    if (f->landscape)
        put(a, xml.root, "landscape", STR("yes"));
    put_filled(a, xml.root, "columns", shares_text(a, f));
    save_lines(a, xml.root, "top", &f->top);
    add_filled(a, xml.root, "title", f->title);
    save_lines(a, xml.root, "above", &f->above);
    for (size_t r = 0; r < f->rows.n; r++)
        save_row(a, xml.root, &f->rows.at[r]);
    save_lines(a, xml.root, "below", &f->below);
    xml_print(&xml, ELEMENT_FORM, out);
    arena_drop(a);
}
