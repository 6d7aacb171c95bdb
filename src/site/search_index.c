#include "site/search_index.h"

#include "base/utf8.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/form.h"
#include "html/view.h"
#include "site/search_parts.h"

struct indexing {
    const struct catalog *c;
    struct arena *arena; /* scratch */
    struct search_entries entries;
    struct search_postings lines, grams;
};

static struct search_posting *post(struct arena *a, struct search_postings *p,
                                   struct str text, size_t number)
{
    size_t at = lookup_find(&p->known, text);
    if (at == STR_NONE) {
        at = p->n;
        struct search_posting *new = vec_push(a, p);
        new->text = str_copy(a, text);
        *lookup_value(a, &p->known, new->text) = at;
    }
    struct search_numbers *of = &p->at[at].of;
    if (!of->n || of->at[of->n - 1] != number)
        *vec_push(a, of) = number;
    return &p->at[at];
}

/* ---- texts ---- */

static void add_lines(struct indexing *x, struct str text, bool basis)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        line = str_trim(line);
        if (line.n)
            post(x->arena, &x->lines, line, x->entries.n)->elsewhere |= !basis;
    }
}

static void add_text(struct indexing *x, struct str text)
{
    add_lines(x, text, false);
}

/* The materials of a chart are mostly those of its item, which stand in the index already. */
static void add_flow(struct indexing *x, const struct item *item, const struct flow *flow)
{
    const struct field *materials = item_field(item, FIELD_MATERIALS);
    struct lookup known = {0};
    for (size_t i = 0; i < materials->entries.n; i++)
        *lookup_value(x->arena, &known, materials->entries.at[i].text) = i;
    for (size_t i = 0; i < flow->materials.n; i++)
        if (lookup_find(&known, flow->materials.at[i].text) == STR_NONE)
            add_text(x, flow->materials.at[i].text);
    for (size_t i = 0; i < flow->nodes.n; i++)
        add_text(x, flow->nodes.at[i].text);
}

/* The title stands in "items" already. */
static void add_texts(struct indexing *x, const struct item *item)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        if (f != FIELD_TITLE)
            add_lines(x, field_printed(x->arena, item_field(item, (enum field_id)f)),
                      f == FIELD_BASIS);
    for (size_t i = 0; i < item->levels.n; i++)
        add_text(x, field_printed(x->arena, field_shown(&item->levels.at[i].field)));
    struct chips chips = view_chips(x->arena, x->c, item);
    for (size_t i = 0; i < chips.n; i++)
        if (!chips.at[i].sentence)
            add_text(x, chips.at[i].word);
    for (size_t i = 0; i < item->forms.n; i++) {
        const struct form *form = form_find(x->c, item->forms.at[i].id);
        if (form)
            add_text(x, form_name(x->arena, form));
    }
    add_flow(x, item, &item->chart);
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
    add_text(x, field_text(x->c->groups.at[group].title));
    add_text(x, x->c->groups.at[group].code);
    if (service)
        add_text(x, field_text(item_field(item, FIELD_TITLE)));
    add_texts(x, it);
    *vec_push(x->arena, &x->entries) = (struct search_entry){
        .title = view_title(x->arena, field_text(item_field(it, FIELD_TITLE))),
        .code = it->code,
        .address = address(x->arena, item, service),
        .group = group,
    };
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

struct search_files search_index(const struct catalog *c, struct pinyin_speller *speller,
                                 struct arena *a)
{
    struct indexing x = {.c = c, .arena = arena_new()};
    struct search_files files = {0};
    struct buf head = {0};
    for (size_t i = 0; i < c->groups.n; i++)
        add_group(&x, i);
    add_grams(&x);
    search_put_head(c, &x.entries, speller, x.arena, &head);
    search_put_texts(&head, &x.lines, &x.grams, a, &files);
    buf_drop(&head);
    arena_drop(x.arena);
    return files;
}

struct str search_index_head(struct str index)
{
    struct str head;
    return str_cut(&index, '\n', &head) ? head : STR("");
}

bool search_index_has(const void *context, struct str path)
{
    (void)context;
    return str_ends(path, STR("/search.json")) ||
           (str_has(path, STR("/search/")) && str_ends(path, STR(".json")));
}
