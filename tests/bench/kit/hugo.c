#include "bench/kit/hugo.h"

#include "base/buf.h"
#include "base/file.h"
#include "catalog/chart.h"
#include "catalog/fields.h"

static void key(struct buf *b, const char *name)
{
    if (b->n && b->s[b->n - 1] != '{')
        buf_puts(b, ",\n");
    buf_json(b, str_of(name));
    buf_char(b, ':');
}

static void text(struct buf *b, const char *name, struct str value)
{
    key(b, name);
    buf_json(b, value);
}

static void number(struct buf *b, const char *name, size_t value)
{
    key(b, name);
    buf_printf(b, "%zu", value);
}

static void entries(struct buf *b, const char *name, const struct entry *at, size_t n)
{
    key(b, name);
    buf_char(b, '[');
    for (size_t i = 0; i < n; i++) {
        buf_puts(b, i ? ",{" : "{");
        text(b, "no", at[i].no);
        text(b, "name", at[i].name);
        text(b, "text", at[i].text);
        buf_char(b, '}');
    }
    buf_char(b, ']');
}

/* All of a catalog's fields of an item, those from the defaults too: what our page prints. */
static void fields(struct buf *b, const struct item *item)
{
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct field *field = item_field(item, (enum field_id)f);
        struct str name = field_key((enum field_id)f);
        if (field_empty(field) || f == FIELD_STEPS)
            continue;
        if (field_row((enum field_id)f)->entry)
            entries(b, name.s, field->entries.at, field->entries.n);
        else
            text(b, name.s, field_text(field));
    }
}

static void cells(struct buf *b, const char *name, const struct cells *all,
                  size_t columns)
{
    key(b, name);
    buf_char(b, '[');
    for (size_t column = 0; column < columns; column++) {
        struct str mark = STR("");
        for (size_t i = 0; i < all->n; i++)
            if (all->at[i].column == column)
                mark = field_text(&all->at[i].field);
        buf_puts(b, column ? "," : "");
        buf_json(b, mark);
    }
    buf_char(b, ']');
}

/* The boxes of the chart; which follows which is told by their order and kind. */
static void chart(struct buf *b, const struct flow *flow)
{
    key(b, "chart");
    buf_char(b, '[');
    for (size_t i = 0; i < flow->nodes.n; i++) {
        buf_puts(b, i ? ",{" : "{");
        text(b, "kind", str_of(node_kind_name(flow->nodes.at[i].kind)));
        text(b, "text", flow->nodes.at[i].text);
        buf_char(b, '}');
    }
    buf_char(b, ']');
    entries(b, "box", flow->materials.at, flow->materials.n);
}

static bool save(struct arena *a, struct str folder, struct str name, struct buf *b,
                 const char **why)
{
    buf_puts(b, "}\n");
    bool ok = file_write(path_join(a, folder, name).s, buf_str(b), why);
    buf_drop(b);
    return ok;
}

static bool write_item(struct arena *a, const struct catalog *c, const struct group *g,
                       const struct item *item, size_t weight, struct str folder,
                       const char **why)
{
    struct buf b = {0};
    buf_char(&b, '{');
    fields(&b, item);
    text(&b, "layout", STR("item"));
    number(&b, "weight", weight);
    text(&b, "date",
         c->web_published.n ? str_slice(c->web_published, 0, 10) : STR("2024-01-01"));
    text(&b, "seq", item->seq);
    text(&b, "code", item->code);
    text(&b, "group", field_text(g->title));
    text(&b, "group_no", g->no);
    text(&b, "group_code", g->code);
    cells(&b, "levels", &item->levels, c->levels.n);
    cells(&b, "ticks", &item->ticks, c->columns.n);
    chart(&b, &item->chart);
    return save(a, folder, str_print(a, "%.*s.md", STR_ARG(item->stem)), &b, why);
}

static void names(struct buf *b, const char *name, const struct str *at, size_t n,
                  size_t stride)
{
    key(b, name);
    buf_char(b, '[');
    for (size_t i = 0; i < n; i++) {
        buf_puts(b, i ? "," : "");
        buf_json(b, *(const struct str *)((const char *)at + i * stride));
    }
    buf_char(b, ']');
}

static bool write_section(struct arena *a, const struct catalog *c, struct str folder,
                          const char **why)
{
    struct buf b = {0};
    buf_char(&b, '{');
    text(&b, "title", c->title);
    text(&b, "id", c->id);
    text(&b, "region", c->region_name);
    text(&b, "region_code", c->region_code);
    text(&b, "issuer", c->issuer);
    text(&b, "document_date", c->document_date);
    text(&b, "web_published", c->web_published);
    text(&b, "url", str_print(a, "/%.*s/index.html", STR_ARG(c->id)));
    names(&b, "level_names", &c->levels.at->name, c->levels.n, sizeof *c->levels.at);
    names(&b, "column_names", &c->columns.at->name, c->columns.n, sizeof *c->columns.at);
    return save(a, folder, STR("_index.md"), &b, why);
}

static bool write_table(struct arena *a, const struct catalog *c, const char *name,
                        struct str folder, const char **why)
{
    struct buf b = {0};
    buf_char(&b, '{');
    text(&b, "title", c->title);
    text(&b, "layout", str_of(name));
    number(&b, "weight", 100000);
    return save(a, folder, str_print(a, "%s.md", name), &b, why);
}

bool hugo_write(const struct catalog *c, struct str folder, const char **why)
{
    struct arena *a = arena_new();
    struct str own = path_join(a, folder, c->id);
    bool ok = dir_make(own.s, why) && write_section(a, c, own, why) &&
              write_table(a, c, "levels", own, why) &&
              write_table(a, c, "disclosure", own, why);
    size_t weight = 0;
    for (size_t g = 0; ok && g < c->groups.n; g++)
        for (size_t i = 0; ok && i < c->groups.at[g].items.n; i++)
            ok = write_item(a, c, &c->groups.at[g], &c->groups.at[g].items.at[i],
                            ++weight, own, why);
    arena_drop(a);
    return ok;
}
