#include "site/edition.h"

#include "base/record.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "html/view.h"

#include <xxhash.h>

/* Making one. Texts are put behind one another with their lengths, so that no two different
 * parts are the same bytes. */
struct reading {
    const struct catalog *c;
    uint64_t *forms;     /* of each form of the catalog */
    struct buf *scratch; /* of the part at work */
};

static uint64_t hash_of(struct str bytes)
{
    return bytes.n ? XXH3_64bits(bytes.s, bytes.n) : 0;
}

static void put_entries(struct buf *out, const struct field *f)
{
    f = field_shown(f);
    for (size_t i = 0; !field_empty(f) && i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        record_put_text(out, e->no);
        record_put_text(out, e->name);
        record_put_text(out, e->sep);
        record_put_text(out, e->text);
    }
}

static void put_levels(const struct reading *r, const struct item *item)
{
    for (size_t i = 0; i < item->levels.n; i++) {
        const struct cell *cell = &item->levels.at[i];
        if (field_empty(field_shown(&cell->field)))
            continue;
        record_put_text(r->scratch, r->c->levels.at[cell->column].id);
        put_entries(r->scratch, &cell->field);
    }
}

static void put_ticks(const struct reading *r, const struct item *item)
{
    for (size_t i = 0; i < item->ticks.n; i++) {
        const struct cell *cell = &item->ticks.at[i];
        if (field_empty(field_shown(&cell->field)))
            continue;
        record_put_text(r->scratch, r->c->columns.at[cell->column].id);
        put_entries(r->scratch, &cell->field);
    }
}

/* Only a chart that the office published: a derived one changes with its steps. */
static void put_flow(const struct reading *r, const struct item *item)
{
    const struct flow *f = &item->flow;
    if (f->source != FLOW_PUBLISHED)
        return;
    record_put_text(r->scratch, f->title);
    record_put_number(r->scratch, f->materials.n);
    for (size_t i = 0; i < f->materials.n; i++) {
        record_put_text(r->scratch, f->materials.at[i].no);
        record_put_text(r->scratch, f->materials.at[i].text);
    }
    record_put_number(r->scratch, f->nodes.n);
    for (size_t i = 0; i < f->nodes.n; i++) {
        record_put_text(r->scratch, f->nodes.at[i].id);
        record_put_number(r->scratch, f->nodes.at[i].kind);
        record_put_text(r->scratch, f->nodes.at[i].text);
    }
    for (size_t i = 0; i < f->edges.n; i++) {
        record_put_text(r->scratch, f->edges.at[i].from);
        record_put_text(r->scratch, f->edges.at[i].to);
        record_put_text(r->scratch, f->edges.at[i].label);
    }
}

/* A form counts with what it says. */
static void put_forms(const struct reading *r, const struct item *item)
{
    for (size_t i = 0; i < item->forms.n; i++) {
        struct str id = item->forms.at[i].id;
        const struct form *f = form_find(r->c, id);
        record_put_text(r->scratch, id);
        buf_printf(r->scratch, "%016llx",
                   f ? (unsigned long long)r->forms[f - r->c->forms.at] : 0ULL);
    }
}

static void put_services(const struct reading *r, const struct item *item);

static void put_part(const struct reading *r, const struct item *item, size_t part)
{
    switch (part) {
    case PART_CODE: buf_put(r->scratch, item->code); return;
    case PART_LEVELS: put_levels(r, item); return;
    case PART_TICKS: put_ticks(r, item); return;
    case PART_FLOW: put_flow(r, item); return;
    case PART_FORMS: put_forms(r, item); return;
    case PART_SERVICES: put_services(r, item); return;
    }
    put_entries(r->scratch, item_field(item, (enum field_id)part));
}

static void put_services(const struct reading *r, const struct item *item)
{
    for (size_t i = 0; i < item->services.n; i++)
        for (size_t part = 0; part < PART_SERVICES; part++) {
            put_part(r, &item->services.at[i], part);
            buf_char(r->scratch, ';');
        }
}

static uint64_t hash_form(const struct form *f, struct buf *b)
{
    const struct form_lines *lines[] = {&f->top, &f->above, &f->below};
    buf_clear(b);
    record_put_text(b, f->title);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        record_put_number(b, lines[i]->n);
        for (size_t k = 0; k < lines[i]->n; k++)
            record_put_text(b, lines[i]->at[k].text);
    }
    for (size_t i = 0; i < f->rows.n; i++) {
        record_put_number(b, f->rows.at[i].repeat);
        record_put_number(b, f->rows.at[i].cells.n);
        for (size_t k = 0; k < f->rows.at[i].cells.n; k++)
            record_put_text(b, f->rows.at[i].cells.at[k].text);
    }
    return hash_of(buf_str(b));
}

struct edition edition_of(struct arena *a, const struct catalog *c)
{
    struct buf scratch = {0};
    struct edition e = {.date = str_copy(a, c->web_published)};
    struct reading r = {c, arena_array(a, c->forms.n, sizeof *r.forms), &scratch};
    for (size_t i = 0; i < PART_COUNT; i++)
        e.known[i] = true;
    for (size_t i = 0; i < c->forms.n; i++)
        r.forms[i] = hash_form(&c->forms.at[i], &scratch);
    for (size_t i = 0; i < c->groups.n; i++)
        for (size_t k = 0; k < c->groups.at[i].items.n; k++) {
            const struct item *item = &c->groups.at[i].items.at[k];
            struct edition_item *to = vec_push(a, &e.items);
            to->stem = str_copy(a, item->stem);
            to->title = view_title(a, field_text(item_field(item, FIELD_TITLE)));
            to->title = str_copy(a, to->title);
            for (size_t part = 0; part < PART_COUNT; part++) {
                buf_clear(&scratch);
                put_part(&r, item, part);
                to->parts[part] = hash_of(buf_str(&scratch));
            }
        }
    buf_drop(&scratch);
    return e;
}

struct str edition_part_key(size_t part)
{
    static const struct str keys[] = {
        STR_INIT("code"), STR_INIT("levels"), STR_INIT("disclosure"),
        STR_INIT("flow"), STR_INIT("forms"),  STR_INIT("services"),
    };
    return part < FIELD_COUNT ? field_key((enum field_id)part) : keys[part - FIELD_COUNT];
}

struct str edition_part_title(const struct catalog *c, size_t part)
{
    return field_title(c, edition_part_key(part));
}
