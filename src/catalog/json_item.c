#include "catalog/json_item.h"

#include "catalog/chart.h"
#include "catalog/fields.h"

static void put_texts(struct json_out *j, const char *key, struct str_list texts)
{
    json_out_open(j, key, '[');
    for (size_t i = 0; i < texts.n; i++)
        json_out_text(j, NULL, texts.at[i]);
    json_out_close(j, ']');
}

/* The entries without their numbers; paragraphs stand in "printed" only, except where the
 * whole field usually is paragraphs (`all`). */
static void put_entries(struct json_out *j, const char *key, const struct field *f,
                        bool all)
{
    json_out_open(j, key, '[');
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        if (e->text.n && (all || !e->plain))
            json_out_text(j, NULL, e->text);
    }
    json_out_close(j, ']');
}

/* The elements of a disclosure: its entries, or, where the office printed them as one text
 * (事项名称、事项简述、…), the parts of that. */
static void put_elements(struct json_out *j, const struct field *f)
{
    const struct str mark = STR("、");
    for (size_t i = 0; i < f->entries.n; i++)
        if (!f->entries.at[i].plain) {
            put_entries(j, "elements", f, false);
            return;
        }
    json_out_open(j, "elements", '[');
    for (size_t i = 0; i < f->entries.n; i++) {
        struct str rest = f->entries.at[i].text;
        while (rest.n) {
            size_t end = str_find(rest, mark);
            struct str part =
                str_trim(str_slice(rest, 0, end == STR_NONE ? rest.n : end));
            if (part.n)
                json_out_text(j, NULL, part);
            rest = str_from(rest, end == STR_NONE ? rest.n : end + mark.n);
        }
    }
    json_out_close(j, ']');
}

static void put_process(struct json_out *j, const struct field *f)
{
    json_out_open(j, "process", '[');
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        if (e->plain || !e->text.n)
            continue;
        json_out_open(j, NULL, '{');
        json_out_text(j, "name", e->name);
        json_out_text(j, "text", e->text);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

static void put_limit(struct json_out *j, const struct item *item)
{
    static const char *const kinds[] = {[LIMIT_IMMEDIATE] = "immediate",
                                        [LIMIT_WITHIN] = "within",
                                        [LIMIT_OTHER] = "other"};
    static const char *const units[] = {[LIMIT_NONE] = "",
                                        [LIMIT_WORKDAY] = "workday",
                                        [LIMIT_DAY] = "day",
                                        [LIMIT_MONTH] = "month",
                                        [LIMIT_YEAR] = "year"};
    json_out_open(j, "limit", '{');
    json_out_text(j, "text", field_text(item_field(item, FIELD_LIMIT)));
    json_out_open(j, "parsed", '[');
    for (size_t i = 0; i < item->limit.n; i++) {
        const struct limit_part *part = &item->limit.at[i];
        json_out_open(j, NULL, '{');
        json_out_text(j, "when", part->when);
        json_out_text(j, "kind", str_of(kinds[part->kind]));
        json_out_number(j, "value", part->value);
        json_out_text(j, "unit", str_of(units[part->unit]));
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_close(j, '}');
}

static const struct field *cell_at(const struct cells *cells, size_t column)
{
    for (size_t i = 0; i < cells->n; i++)
        if (cells->at[i].column == column)
            return field_shown(&cells->at[i].field);
    return NULL;
}

static void put_levels(struct json_out *j, const struct catalog *c,
                       const struct item *item)
{
    json_out_open(j, "levels", '{');
    for (size_t i = 0; i < c->levels.n; i++) {
        const struct field *cell = cell_at(&item->levels, i);
        json_out_pair(j, c->levels.at[i].id, cell ? field_text(cell) : STR(""));
    }
    json_out_close(j, '}');
}

static void put_flow(struct json_out *j, const struct flow *flow)
{
    static const char *const sources[] = {
        [FLOW_NONE] = "none", [FLOW_DERIVED] = "derived", [FLOW_PUBLISHED] = "published"};
    json_out_open(j, "flow", '{');
    json_out_text(j, "source", str_of(sources[flow->source]));
    json_out_text(j, "title", flow->title);
    json_out_open(j, "materials", '[');
    for (size_t i = 0; i < flow->materials.n; i++)
        json_out_text(j, NULL, flow->materials.at[i].text);
    json_out_close(j, ']');
    json_out_open(j, "nodes", '[');
    for (size_t i = 0; i < flow->nodes.n; i++) {
        json_out_open(j, NULL, '{');
        json_out_text(j, "id", flow->nodes.at[i].id);
        json_out_text(j, "kind", str_of(node_kind_name(flow->nodes.at[i].kind)));
        json_out_text(j, "text", flow->nodes.at[i].text);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_open(j, "edges", '[');
    for (size_t i = 0; i < flow->edges.n; i++) {
        json_out_open(j, NULL, '{');
        json_out_text(j, "from", flow->edges.at[i].from);
        json_out_text(j, "to", flow->edges.at[i].to);
        json_out_text(j, "label", flow->edges.at[i].label);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_close(j, '}');
}

static void put_ticked(struct json_out *j, const struct catalog *c,
                       const struct item *item, enum column_kind kind)
{
    json_out_open(j, column_kind_name(kind), '[');
    for (size_t i = 0; i < c->columns.n; i++) {
        const struct field *cell = cell_at(&item->ticks, i);
        if (c->columns.at[i].kind == kind && cell && field_ticked(cell))
            json_out_text(j, NULL, c->columns.at[i].name);
    }
    json_out_close(j, ']');
}

static void put_disclosure(struct json_out *j, const struct catalog *c,
                           const struct item *item)
{
    json_out_open(j, "disclosure", '{');
    put_elements(j, item_field(item, FIELD_ELEMENTS));
    json_out_text(j, "deadline", field_text(item_field(item, FIELD_DEADLINE)));
    json_out_text(j, "body", field_text(item_field(item, FIELD_BODY)));
    put_entries(j, "channels", item_field(item, FIELD_PUBLICATION), false);
    for (int kind = 0; kind < COLUMN_KIND_COUNT; kind++)
        put_ticked(j, c, item, (enum column_kind)kind);
    json_out_close(j, '}');
}

/* The key of a field where all fields stand side by side. */
static const char *flat_key(enum field_id id)
{
    return id == FIELD_PUBLICATION ? "disclosure_channels" : field_row(id)->name;
}

static void put_printed(struct json_out *j, struct arena *scratch,
                        const struct item *item)
{
    json_out_open(j, "printed", '{');
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct field *field = item_field(item, (enum field_id)f);
        struct str printed = field_printed(scratch, field);
        if (printed.n)
            json_out_text(j, flat_key((enum field_id)f), printed);
    }
    json_out_close(j, '}');
    json_out_open(j, "shared", '{');
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct field *own = item->own[f];
        if (own && (own->id.n || own->ref.n))
            json_out_text(j, flat_key((enum field_id)f), own->id.n ? own->id : own->ref);
    }
    json_out_close(j, '}');
}

static void put_fields(struct json_out *j, const struct item *item)
{
    json_out_text(j, "agency", field_text(item_field(item, FIELD_AGENCY)));
    json_out_text(j, "audience", field_text(item_field(item, FIELD_AUDIENCE)));
    put_entries(j, "channels", item_field(item, FIELD_CHANNELS), false);
    put_process(j, item_field(item, FIELD_PROCESS));
    put_entries(j, "materials", item_field(item, FIELD_MATERIALS), false);
    put_limit(j, item);
    put_texts(j, "steps", item->steps);
    put_entries(j, "notes", item_field(item, FIELD_NOTES), false);
    put_entries(j, "basis", item_field(item, FIELD_BASIS), false);
    put_entries(j, "inquiry", item_field(item, FIELD_INQUIRY), false);
    put_entries(j, "supervision", item_field(item, FIELD_SUPERVISION), true);
    put_entries(j, "evaluation", item_field(item, FIELD_EVALUATION), false);
}

static void put_item(struct json_out *j, struct arena *scratch, const struct catalog *c,
                     const struct item *item)
{
    json_out_open(j, NULL, '{');
    json_out_text(j, "seq", item->seq);
    json_out_text(j, "code", item->code);
    json_out_text(j, "title", field_text(item_field(item, FIELD_TITLE)));
    json_out_text(j, "path", item->stem);
    put_fields(j, item);
    put_levels(j, c, item);
    json_out_open(j, "forms", '[');
    for (size_t i = 0; i < item->forms.n; i++)
        json_out_text(j, NULL, item->forms.at[i].id);
    json_out_close(j, ']');
    put_flow(j, &item->chart);
    put_disclosure(j, c, item);
    put_printed(j, scratch, item);
}

void json_item(struct json_out *j, struct arena *scratch, const struct catalog *c,
               const struct item *item)
{
    put_item(j, scratch, c, item);
    json_out_open(j, "services", '[');
    for (size_t i = 0; i < item->services.n; i++) {
        put_item(j, scratch, c, &item->services.at[i]);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_close(j, '}');
}
