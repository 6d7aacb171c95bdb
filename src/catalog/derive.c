#include "catalog/derive.h"

#include "base/buf.h"
#include "base/lookup.h"
#include "base/utf8.h"
#include "catalog/chart.h"
#include "catalog/fields.h"
#include "catalog/limit.h"

static const struct field empty = {.span = 1};

struct limit_list {
    struct limit *at;
    size_t n, cap;
};

static bool is_dash(uint32_t c)
{
    return c == 0x2014 || c == 0x2013 || c == '-' || c == 0xFF0D; /* — – - － */
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000;
}

/* Without blanks at both ends, the wide ones of Chinese text too. */
static struct str trim_wide(struct str s)
{
    while (s.n) {
        struct str rest = s;
        if (!is_space(utf8_next(&rest)))
            break;
        s = rest;
    }
    size_t size;
    while (s.n && is_space(utf8_last(s, &size)))
        s.n -= size;
    return s;
}

/* From here on the blocks of Chinese characters and their punctuation. */
static bool is_wide(uint32_t c)
{
    return c >= 0x2E80;
}

/* Without the blanks beside Chinese characters: 受 理 is a line end of a narrow cell.
 * Borrows from the name where there are none. */
static struct str close_up(struct arena *a, struct str name)
{
    struct buf b = {0};
    uint32_t before = 0;
    for (struct str rest = name; rest.n;) {
        struct str here = rest;
        uint32_t c = utf8_next(&rest);
        while (is_space(c) && rest.n) {
            struct str next = rest;
            uint32_t behind = utf8_next(&next);
            if (!is_space(behind) && !is_wide(before) && !is_wide(behind))
                break;
            here = rest;
            rest = next;
            c = behind;
        }
        buf_put(&b, str_slice(here, 0, here.n - rest.n));
        before = c;
    }
    struct str closed = b.n < name.n ? str_copy(a, buf_str(&b)) : name;
    buf_drop(&b);
    return closed;
}

struct str_list chain_split(struct arena *a, struct str chain)
{
    struct str_list names = {0};
    while (chain.n) {
        struct str rest = chain;
        size_t end = 0;
        while (rest.n) {
            end = chain.n - rest.n;
            if (is_dash(utf8_next(&rest)))
                break;
            end = chain.n - rest.n;
        }
        struct str name = trim_wide(str_slice(chain, 0, end));
        if (name.n)
            *vec_push(a, &names) = close_up(a, name);
        chain = rest;
    }
    return names;
}

static struct str_list step_names(struct arena *a, const struct item *item)
{
    const struct field *chain = item_field(item, FIELD_STEPS);
    if (!field_empty(chain))
        return chain_split(a, field_text(chain));
    struct str_list names = {0};
    const struct field *process = item_field(item, FIELD_PROCESS);
    for (size_t i = 0; i < process->entries.n; i++)
        if (process->entries.at[i].name.n)
            *vec_push(a, &names) = process->entries.at[i].name;
    return names;
}

static const struct field *shown_or(const struct field *own,
                                    const struct field *otherwise)
{
    return own ? field_shown(own) : otherwise;
}

/* What follows from the fields once they are settled. A catalog has few different limits:
 * `limits` knows the first item with each text, and the others share what was read. */
static void derive_item(struct catalog *c, struct item *item, struct lookup *limits,
                        struct limit_list *read)
{
    struct str text = field_text(item_field(item, FIELD_LIMIT));
    size_t *known = lookup_value(c->arena, limits, text);
    if (*known == STR_NONE) {
        *known = read->n;
        *vec_push(c->arena, read) = limit_parse(c->arena, text);
    }
    item->limit = read->at[*known];
    item->steps = step_names(c->arena, item);
    item->chart = chart_derive(c->arena, item);
    chart_lanes(c->arena, c, item, &item->chart);
}

static void settle_item(struct item *item, const struct field *const *defaults)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        item->field[f] = shown_or(item->own[f], defaults ? defaults[f] : &empty);
}

/* A service shows what stands on its own row: what it shares with the others stands on the
 * item, and a table that repeated it there would not be what the office published. */
static void settle_group(struct catalog *c, struct group *group)
{
    const struct field *defaults[FIELD_COUNT];
    for (int f = 0; f < FIELD_COUNT; f++) {
        defaults[f] = shown_or(c->defaults[f], &empty);
        defaults[f] = shown_or(group->defaults[f], defaults[f]);
    }
    group->title = shown_or(group->own[FIELD_TITLE], &empty);
    for (size_t i = 0; i < group->items.n; i++) {
        struct item *item = &group->items.at[i];
        settle_item(item, defaults);
        for (size_t s = 0; s < item->services.n; s++)
            settle_item(&item->services.at[s], NULL);
    }
}

void catalog_settle(struct catalog *c)
{
    for (size_t g = 0; g < c->groups.n; g++)
        settle_group(c, &c->groups.at[g]);
}

static size_t field_size(const struct field *f)
{
    size_t size = 0;
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        size += e->no.n + e->name.n + e->sep.n + e->text.n + 16;
    }
    return size;
}

static size_t item_size(const struct item *item)
{
    size_t size = 0;
    for (int f = 0; f < FIELD_COUNT; f++)
        size += field_size(item->field[f]);
    for (size_t i = 0; i < item->levels.n; i++)
        size += field_size(field_shown(&item->levels.at[i].field));
    for (size_t i = 0; i < item->ticks.n; i++)
        size += field_size(field_shown(&item->ticks.at[i].field));
    return size;
}

size_t catalog_shown(const struct catalog *c, size_t most)
{
    size_t size = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n && size <= most; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            size += item_size(item);
            for (size_t s = 0; s < item->services.n && size <= most; s++)
                size += item_size(&item->services.at[s]);
        }
    return size;
}

void catalog_derive(struct catalog *c)
{
    struct lookup limits = {0};
    struct limit_list read = {0};
    catalog_settle(c);
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            struct item *item = &c->groups.at[g].items.at[i];
            derive_item(c, item, &limits, &read);
            for (size_t s = 0; s < item->services.n; s++)
                derive_item(c, &item->services.at[s], &limits, &read);
        }
    catalog_stems(c);
}
