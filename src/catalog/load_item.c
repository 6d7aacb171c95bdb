/* Groups, items, services and their fields. */
#include "catalog/loader.h"

struct entry load_entry(struct loader *l, const struct xml_node *n)
{
    struct entry e = {
        .plain = str_eq(n->name, STR("p")),
        .no = attr_text(n, "no"),
        .name = attr_text(n, "name"),
        .sep = attr_text(n, "sep"),
        .text = xml_text(l->arena, n),
        .form = attr_text(n, "form"),
        .at = n->at,
    };
    if (e.name.n && !xml_attr(n, STR("sep")))
        e.sep = STR("。");
    if (e.form.n)
        *vec_push(l->arena, &l->form_uses) =
            (struct form_use){e.form, n, attr_place(n, "form")};
    return e;
}

static void load_field_entries(struct loader *l, const struct xml_node *n,
                               struct spot spot, struct field *f)
{
    if (spot.type != ELEMENT_LIST) {
        struct str text = xml_text(l->arena, n);
        if (text.n)
            *vec_push(l->arena, &f->entries) =
                (struct entry){.plain = true, .text = text, .at = n->at};
        return;
    }
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        struct child child;
        if (f->entries.n < MOST_ENTRIES && grammar_child(spot, c->name, &child)) {
            struct entry e = load_entry(l, c);
            *vec_push(l->arena, &f->entries) = e;
        }
    }
}

/* Notes what the field is called or calls; tells what cannot be both. */
static void note_names(struct loader *l, const struct xml_node *n, struct field *f,
                       enum field_kind kind)
{
    if (f->id.n && f->ref.n) {
        loader_tell(l, n, attr_place(n, "ref"), DIAG_REF_CHAIN, NULL, STR_ARG(f->id));
    }
    if (f->id.n) {
        struct shared *shared = arena_alloc(l->arena, sizeof *shared);
        *shared = (struct shared){f, kind};
        names_add(l->arena, &l->texts, f->id, attr_place(n, "id"), shared);
    } else if (f->ref.n) {
        *vec_push(l->arena, &l->refs) = (struct pending){f, n, kind};
        if (f->entries.n)
            loader_tell(l, n, n->at, DIAG_REF_TEXT, NULL, STR_ARG(f->ref));
    }
}

/* The attributes all fields have; `f` must stay where it is: refs point to it. */
static void fill_field(struct loader *l, const struct xml_node *n, struct spot spot,
                       struct field *f)
{
    f->no = attr_text(n, "no");
    f->id = attr_text(n, "id");
    f->ref = attr_text(n, "ref");
    f->markdown = attr_text(n, "format").n > 0;
    f->at = n->at;
    struct str span = attr_text(n, "span");
    f->span = datum_fits(DATUM_SPAN, span) ? datum_number(span) : 1;
    load_field_entries(l, n, spot, f);
    note_names(l, n, f,
               spot.field < FIELD_COUNT ? field_row(spot.field)->kind : FIELD_KIND_TEXT);
}

void load_fields(struct loader *l, const struct xml_node *n, struct spot spot,
                 struct field **own)
{
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        struct child child;
        if (!grammar_child(spot, c->name, &child))
            continue;
        enum element type = child.spot.type;
        if (type == ELEMENT_DISCLOSURE || type == ELEMENT_DEFAULT_DISCLOSURE)
            load_fields(l, c, child.spot, own);
        if (child.spot.field == FIELD_COUNT || own[child.spot.field])
            continue;
        struct field *f = arena_alloc(l->arena, sizeof *f);
        fill_field(l, c, child.spot, f);
        own[child.spot.field] = f;
    }
}

static size_t count_children(const struct xml_node *n)
{
    size_t count = 0;
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        count++;
    return count;
}

/* The cells inside <levels> or <disclosure>. `key` is the attribute that names the column.
 * The array is made whole first: refs point to the fields in it. */
static void load_cells(struct loader *l, const struct xml_node *n, const char *key,
                       const struct names *columns, struct cells *cells)
{
    bool levels = columns == &l->levels;
    bool seen[MOST_COLUMNS] = {false};
    size_t room = count_children(n);
    cells->at = arena_array(l->arena, room, sizeof *cells->at);
    cells->cap = room;
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        struct str id = attr_text(c, key);
        if (!str_eq(c->name, STR("cell")) || !id.n || loader_full(l))
            continue;
        const struct name *column = names_find(columns, id);
        if (!column) {
            struct finding facts = loader_nearest(l, id, names_list(l->arena, columns));
            loader_tell(l, c, attr_place(c, key),
                        levels ? DIAG_LEVEL_UNKNOWN : DIAG_COLUMN_UNKNOWN, &facts,
                        STR_ARG(loader_brief(l, id)));
            continue;
        }
        if (seen[column->order]) {
            loader_tell(l, c, attr_place(c, key), DIAG_CELL_TWICE, NULL, STR_ARG(id));
            continue;
        }
        seen[column->order] = true;
        struct cell *cell = &cells->at[cells->n++];
        cell->column = column->order;
        fill_field(l, c, (struct spot){ELEMENT_TEXT, FIELD_COUNT}, &cell->field);
    }
}

void load_form_ref(struct loader *l, const struct xml_node *n, struct form_refs *refs)
{
    struct str id = attr_text(n, "ref");
    if (!id.n)
        return;
    *vec_push(l->arena, refs) = (struct form_ref){id, n->at};
    *vec_push(l->arena, &l->form_uses) = (struct form_use){id, n, attr_place(n, "ref")};
}

static void load_item(struct loader *l, const struct xml_node *n, enum element type,
                      struct items *items)
{
    struct item item = {
        .seq = attr_text(n, "seq"),
        .code = attr_text(n, "code"),
        .path = type == ELEMENT_ITEM ? attr_text(n, "path") : STR(""),
        .at = n->at,
    };
    load_fields(l, n, (struct spot){type, FIELD_COUNT}, item.own);
    bool levels = false, disclosure = false;
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c)) {
        if (str_eq(c->name, STR("form"))) {
            load_form_ref(l, c, &item.forms);
        } else if (str_eq(c->name, STR("flow")) && item.flow.source == FLOW_NONE) {
            item.flow = load_flow(l, c);
        } else if (str_eq(c->name, STR("levels")) && !levels) {
            levels = true;
            load_cells(l, c, "level", &l->levels, &item.levels);
        } else if (str_eq(c->name, STR("disclosure")) && !disclosure) {
            disclosure = true;
            load_cells(l, c, "column", &l->columns, &item.ticks);
        } else if (str_eq(c->name, STR("service")) && type == ELEMENT_ITEM) {
            load_item(l, c, ELEMENT_SERVICE, &item.services);
        }
    }
    *vec_push(l->arena, items) = item;
}

void load_group(struct loader *l, const struct xml_node *n)
{
    struct group *group = vec_push(l->arena, &l->catalog->groups);
    group->no = attr_text(n, "no");
    group->code = attr_text(n, "code");
    group->at = n->at;
    load_fields(l, n, (struct spot){ELEMENT_GROUP, FIELD_COUNT}, group->own);
    const struct xml_node *defaults = xml_child(n, STR("defaults"));
    if (defaults)
        load_fields(l, defaults, (struct spot){ELEMENT_DEFAULTS, FIELD_COUNT},
                    group->defaults);
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        if (str_eq(c->name, STR("item")))
            load_item(l, c, ELEMENT_ITEM, &group->items);
}
