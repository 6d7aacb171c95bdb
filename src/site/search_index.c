#include "site/search_index.h"

#include "base/lookup.h"
#include "base/utf8.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "html/view.h"

struct numbers {
    size_t *at;
    size_t n, cap;
};

/* A text or a sequence of two characters, and where it stands. */
struct posting {
    struct str text;
    struct numbers of; /* rising */
};
struct postings {
    struct posting *at;
    size_t n, cap;
    struct lookup known;
};

struct indexing {
    const struct catalog *c;
    struct arena *arena;
    struct pinyin_speller *speller;
    struct postings lines, grams;
    struct buf *out;
    size_t entries;
};

static void post(struct arena *a, struct postings *p, struct str text, size_t number)
{
    size_t at = lookup_find(&p->known, text);
    if (at == STR_NONE) {
        at = p->n;
        struct posting *new = vec_push(a, p);
        new->text = str_copy(a, text);
        *lookup_value(a, &p->known, new->text) = at;
    }
    struct numbers *of = &p->at[at].of;
    if (!of->n || of->at[of->n - 1] != number)
        *vec_push(a, of) = number;
}

/* ---- texts ---- */

static void add_text(struct indexing *x, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        line = str_trim(line);
        if (line.n)
            post(x->arena, &x->lines, line, x->entries);
    }
}

static void add_flow(struct indexing *x, const struct flow *flow)
{
    for (size_t i = 0; i < flow->materials.n; i++)
        add_text(x, flow->materials.at[i].text);
    for (size_t i = 0; i < flow->nodes.n; i++)
        add_text(x, flow->nodes.at[i].text);
}

/* The title stands in "items" already. */
static void add_texts(struct indexing *x, const struct item *item)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        if (f != FIELD_TITLE)
            add_text(x, field_printed(x->arena, item_field(item, (enum field_id)f)));
    for (size_t i = 0; i < item->levels.n; i++)
        add_text(x, field_printed(x->arena, field_shown(&item->levels.at[i].field)));
    for (size_t i = 0; i < item->forms.n; i++) {
        const struct form *form = form_find(x->c, item->forms.at[i].id);
        if (form)
            add_text(x, form_name(x->arena, form));
    }
    add_flow(x, &item->chart);
}

/* ---- entries ---- */

static struct str address(struct arena *a, const struct item *item,
                          const struct item *service)
{
    if (service)
        return str_print(a, "%.*s.html#%.*s", STR_ARG(item->stem),
                         STR_ARG(service_anchor(a, item, service)));
    if (str_eq(item->stem, item->code))
        return STR("");
    return str_print(a, "%.*s.html", STR_ARG(item->stem));
}

/* `service` is NULL for the item itself. */
static void add_entry(struct indexing *x, size_t group, const struct item *item,
                      const struct item *service)
{
    const struct item *it = service ? service : item;
    struct arena *a = x->arena;
    struct str title = view_title(a, field_text(item_field(it, FIELD_TITLE)));
    buf_puts(x->out, x->entries ? ",[" : "[");
    buf_json(x->out, title);
    buf_char(x->out, ',');
    buf_json(x->out, it->code);
    buf_char(x->out, ',');
    buf_json(x->out, address(a, item, service));
    buf_printf(x->out, ",%zu,", group);
    buf_json(x->out, pinyin_spell(x->speller, a, title));
    buf_char(x->out, ']');
    add_text(x, field_text(x->c->groups.at[group].title));
    if (service)
        add_text(x, field_text(item_field(item, FIELD_TITLE)));
    add_texts(x, it);
    x->entries++;
}

static void add_group(struct indexing *x, size_t index)
{
    const struct group *g = &x->c->groups.at[index];
    for (size_t i = 0; i < g->items.n; i++) {
        const struct item *item = &g->items.at[i];
        add_entry(x, index, item, NULL);
        for (size_t s = 0; s < item->services.n; s++)
            add_entry(x, index, item, &item->services.at[s]);
    }
}

/* ---- sequences of two characters ---- */

static void add_grams(struct indexing *x)
{
    for (size_t i = 0; i < x->lines.n; i++) {
        struct str rest = text_fold(x->arena, x->lines.at[i].text), first = rest;
        if (!rest.n)
            continue;
        utf8_next(&rest);
        while (rest.n) {
            struct str second = rest;
            utf8_next(&rest);
            struct str gram = {first.s, (size_t)(rest.s - first.s)};
            post(x->arena, &x->grams, gram, i);
            first = second;
        }
    }
}

/* ---- JSON ---- */

static void put_numbers(struct buf *out, const struct numbers *list)
{
    buf_char(out, '[');
    for (size_t i = 0; i < list->n; i++)
        buf_printf(out, i ? ",%zu" : "%zu", list->at[i] - (i ? list->at[i - 1] : 0));
    buf_char(out, ']');
}

static void put_head(struct indexing *x)
{
    const struct catalog *c = x->c;
    buf_puts(x->out, "{\"v\":1,\"id\":");
    buf_json(x->out, c->id);
    buf_puts(x->out, ",\"title\":");
    buf_json(x->out, view_title(x->arena, c->title));
    buf_puts(x->out, ",\"region\":");
    buf_json(x->out, c->region_name);
    buf_puts(x->out, ",\"groups\":[");
    for (size_t i = 0; i < c->groups.n; i++) {
        buf_puts(x->out, i ? "," : "");
        buf_json(x->out, view_title(x->arena, field_text(c->groups.at[i].title)));
    }
    buf_puts(x->out, "],\"items\":[");
    for (size_t i = 0; i < c->groups.n; i++)
        add_group(x, i);
    buf_puts(x->out, "]\n");
}

static void put_postings(struct indexing *x)
{
    buf_puts(x->out, ",\"lines\":[");
    for (size_t i = 0; i < x->lines.n; i++) {
        buf_puts(x->out, i ? "," : "");
        buf_json(x->out, x->lines.at[i].text);
    }
    buf_puts(x->out, "],\"of\":[");
    for (size_t i = 0; i < x->lines.n; i++) {
        buf_puts(x->out, i ? "," : "");
        put_numbers(x->out, &x->lines.at[i].of);
    }
    buf_puts(x->out, "]\n,\"grams\":{");
    for (size_t i = 0; i < x->grams.n; i++) {
        buf_puts(x->out, i ? "," : "");
        buf_json(x->out, x->grams.at[i].text);
        buf_char(x->out, ':');
        put_numbers(x->out, &x->grams.at[i].of);
    }
    buf_puts(x->out, "}}\n");
}

void search_index(const struct catalog *c, struct pinyin_speller *speller,
                  struct buf *out)
{
    struct indexing x = {.c = c, .arena = arena_new(), .speller = speller, .out = out};
    put_head(&x);
    add_grams(&x);
    put_postings(&x);
    arena_drop(x.arena);
}

struct str search_index_head(struct str index)
{
    struct str head;
    return str_cut(&index, '\n', &head) ? head : STR("");
}
