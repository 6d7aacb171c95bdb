#include "check/text.h"

#include "catalog/fields.h"
#include "catalog/place.h"
#include "check/raw.h"
#include "check/text_known.h"

struct list {
    struct text *at;
    size_t n, cap;
};

static void add(struct check *check, struct list *list, const struct text *t)
{
    if (!t->words.n)
        return;
    struct text *added = vec_push(check->arena, list);
    *added = *t;
    added->known = text_known(check, t);
    added->marks = added->known->marks;
    added->tables = added->known->tables;
    if (!added->source)
        added->source = &check->catalog->source;
}

/* The name of a step stands in an attribute of its own. */
static void add_entries(struct check *check, struct list *list, const struct text *like,
                        const struct entry *entries, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct text t = *like;
        t.entry = &entries[i];
        t.at = entries[i].at;
        t.words = entries[i].name;
        t.attribute = "name";
        add(check, list, &t);
        t.words = entries[i].text;
        t.attribute = NULL;
        add(check, list, &t);
    }
}

/* The words of a reference stand elsewhere. */
static void add_field(struct check *check, struct list *list, const struct text *like,
                      const struct field *field)
{
    if (!field || field->ref.n)
        return;
    struct text t = *like;
    t.of = field;
    add_entries(check, list, &t, field->entries.at, field->entries.n);
}

static void add_fields(struct check *check, struct list *list, const struct text *like,
                       struct field *const *fields)
{
    for (int id = 0; id < FIELD_COUNT; id++) {
        if (!fields[id] || fields[id]->ref.n)
            continue;
        struct text t = *like;
        t.part = TEXT_FIELD;
        t.field = (enum field_id)id;
        t.name = field_key(t.field);
        add_field(check, list, &t, fields[id]);
    }
}

static void add_cells(struct check *check, struct list *list, const struct text *like,
                      const struct cells *cells, enum text_part part, struct str name)
{
    for (size_t i = 0; i < cells->n; i++) {
        struct text t = *like;
        t.part = part;
        t.name = name;
        add_field(check, list, &t, &cells->at[i].field);
    }
}

static void add_flow(struct check *check, struct list *list, const struct text *like,
                     const struct flow *flow)
{
    struct text t = *like;
    t.part = TEXT_FLOW;
    t.name = STR("flow");
    if (flow->source != FLOW_PUBLISHED)
        return;
    struct pos title = place_inside(&check->catalog->source, flow->at, "title");
    t.at = title.offset;
    t.words = flow->title;
    add(check, list, &t);
    add_entries(check, list, &t, flow->materials.at, flow->materials.n);
    for (size_t i = 0; i < flow->nodes.n; i++) {
        t.at = flow->nodes.at[i].at;
        t.words = flow->nodes.at[i].text;
        add(check, list, &t);
    }
    for (size_t i = 0; i < flow->edges.n; i++) {
        t.at = flow->edges.at[i].at;
        t.words = flow->edges.at[i].label;
        t.attribute = "label";
        add(check, list, &t);
    }
}

static void add_item(struct check *check, struct list *list, const struct subject *s,
                     const struct item *item)
{
    struct text like = {.subject = s, .item = item, .field = FIELD_COUNT};
    add_fields(check, list, &like, item->own);
    add_cells(check, list, &like, &item->levels, TEXT_LEVEL, STR("levels"));
    add_cells(check, list, &like, &item->ticks, TEXT_TICK, STR("disclosure"));
    add_flow(check, list, &like, &item->flow);
    for (size_t i = 0; i < item->services.n; i++)
        add_item(check, list, s, &item->services.at[i]);
}

static void add_groups(struct check *check, struct list *list)
{
    for (size_t i = 0; i < check->groups.n; i++) {
        const struct group *g = check->groups.at[i].group;
        struct text like = {.subject = &check->groups.at[i], .field = FIELD_COUNT};
        add_fields(check, list, &like, g->own);
        add_fields(check, list, &like, g->defaults);
    }
    for (size_t i = 0; i < check->items.n; i++)
        add_item(check, list, &check->items.at[i], check->items.at[i].item);
}

static void add_form(struct check *check, struct list *list, const struct form *form)
{
    struct text t = {.part = TEXT_FORM,
                     .field = FIELD_COUNT,
                     .name = STR("form"),
                     .form = form,
                     .source = &form->source,
                     .at = form->title_at,
                     .words = form->title};
    add(check, list, &t);
    const struct form_lines *const lines[] = {&form->top, &form->above, &form->below};
    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        for (size_t i = 0; i < lines[k]->n; i++) {
            t.words = lines[k]->at[i].text;
            t.at = lines[k]->at[i].at;
            add(check, list, &t);
        }
    for (size_t r = 0; r < form->rows.n; r++)
        for (size_t i = 0; i < form->rows.at[r].cells.n; i++) {
            t.words = form->rows.at[r].cells.at[i].text;
            t.at = form->rows.at[r].cells.at[i].at;
            add(check, list, &t);
        }
}

static void add_element(struct check *check, struct list *list, enum text_part part,
                        size_t parent, const char *element, struct str words)
{
    struct text t = {.part = part,
                     .field = FIELD_COUNT,
                     .name = part == TEXT_NOTICE ? STR("notice") : str_of(element),
                     .words = words};
    if (words.n)
        t.at = place_inside(&check->catalog->source, parent, element).offset;
    add(check, list, &t);
}

static void add_notice(struct check *check, struct list *list)
{
    const struct notice *n = &check->catalog->notice;
    if (!n->present)
        return;
    add_element(check, list, TEXT_NOTICE, n->at, "head", n->head);
    add_element(check, list, TEXT_NOTICE, n->at, "number", n->number);
    add_element(check, list, TEXT_NOTICE, n->at, "title", n->title);
    add_element(check, list, TEXT_NOTICE, n->at, "to", n->to);
    struct text t = {.part = TEXT_NOTICE, .field = FIELD_COUNT, .name = STR("notice")};
    add_entries(check, list, &t, n->annexes.at, n->annexes.n);
    add_element(check, list, TEXT_NOTICE, n->at, "remark", n->remark);
    add_element(check, list, TEXT_NOTICE, n->at, "signer", n->signer);
    add_element(check, list, TEXT_NOTICE, n->at, "cc", n->cc);
    add_element(check, list, TEXT_NOTICE, n->at, "printed", n->printed);
    struct text body = {.part = TEXT_NOTICE,
                        .field = FIELD_COUNT,
                        .name = STR("notice"),
                        .words = n->body,
                        .source = &n->body_source,
                        .raw = true};
    add(check, list, &body);
}

static void add_head(struct check *check, struct list *list)
{
    const struct catalog *c = check->catalog;
    add_element(check, list, TEXT_HEAD, c->at, "title", c->title);
    add_element(check, list, TEXT_HEAD, c->at, "edition", c->edition);
    add_element(check, list, TEXT_HEAD, c->at, "issuer", c->issuer);
    struct text number = {.part = TEXT_HEAD,
                          .field = FIELD_COUNT,
                          .name = STR("document"),
                          .words = c->document_number,
                          .at = c->document_at,
                          .attribute = "number"};
    add(check, list, &number);
}

void texts_fill(struct check *check)
{
    const struct catalog *c = check->catalog;
    struct list list = {0};
    add_head(check, &list);
    add_notice(check, &list);
    struct text like = {.field = FIELD_COUNT};
    add_fields(check, &list, &like, c->defaults);
    add_groups(check, &list);
    struct text remark = {
        .part = TEXT_REMARK, .field = FIELD_COUNT, .name = STR("remark")};
    add_entries(check, &list, &remark, c->remarks.at, c->remarks.n);
    for (size_t i = 0; i < c->forms.n; i++)
        add_form(check, &list, &c->forms.at[i]);
    check->texts = list.at;
    check->text_count = list.n;
}

/* ---- places ---- */

/* The offset in the file of a text that was borrowed from it, because it stands there as it
 * is read: nearly all do. STR_NONE for others. */
static size_t borrowed_at(const struct text *t)
{
    uintptr_t words = (uintptr_t)t->words.s, file = (uintptr_t)t->source->text.s;
    return words >= file && words - file < t->source->text.n ? words - file : STR_NONE;
}

bool text_source(const struct text *t, struct str piece, size_t *from, size_t *to)
{
    size_t first = (size_t)(piece.s - t->words.s), last = first + piece.n;
    if (t->at == STR_NONE && !t->raw)
        return false;
    size_t start = borrowed_at(t);
    if (start != STR_NONE && (t->raw || last > first)) {
        *from = start + first;
        *to = start + last;
        return true;
    }
    struct raw raw;
    bool found = t->attribute ? raw_value(&raw, t->source, t->at, str_of(t->attribute))
                              : raw_content(&raw, t->source, t->at);
    return found && raw_range(&raw, t->words, first, last, from, to);
}

struct pos text_place(const struct text *t, struct str piece)
{
    size_t from, to;
    if (text_source(t, piece, &from, &to))
        return (struct pos){t->source, from};
    return (struct pos){t->source, t->at};
}
