#include "site/weight.h"

#include "base/buf.h"
#include "catalog/fields.h"

/* One kind of content: its entries, of a drawing 0, and their bytes, markup not counted. */
struct part {
    struct str name;
    size_t entries, bytes;
};
enum { PARTS = 3 }; /* that a message names */

static void count_text(const struct item *item, enum field_id id, struct part *p)
{
    const struct field *f = item_field(item, id);
    p->entries += f->entries.n;
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        p->bytes += e->no.n + e->name.n + e->sep.n + e->text.n;
    }
    for (size_t i = 0; i < item->services.n; i++)
        count_text(&item->services.at[i], id, p);
}

static size_t drawing_bytes(struct str page)
{
    static const struct str end = STR_INIT("</svg>");
    size_t bytes = 0, from;
    while ((from = str_find(page, STR("<svg"))) != STR_NONE) {
        page = str_from(page, from);
        size_t to = str_find(page, end);
        to = to == STR_NONE ? page.n : to + end.n;
        bytes += to;
        page = str_from(page, to);
    }
    return bytes;
}

/* Keeps the heaviest parts, the heaviest first. */
static void weigh(struct part parts[PARTS], struct part p)
{
    for (size_t i = 0; i < PARTS; i++) {
        struct part lighter = parts[i];
        if (p.bytes <= lighter.bytes)
            continue;
        parts[i] = p;
        p = lighter;
    }
}

static size_t kilobytes(size_t bytes)
{
    return (bytes + 1023) / 1024;
}

static void put_parts(const struct catalog *c, const struct item *item, struct str page,
                      struct buf *out)
{
    struct part parts[PARTS] = {{STR("流程图"), 0, drawing_bytes(page)}};
    for (enum field_id id = 0; id < FIELD_COUNT; id++) {
        struct part p = {.name = field_title(c, field_key(id))};
        count_text(item, id, &p);
        weigh(parts, p);
    }
    for (size_t i = 0; i < PARTS && (i == 0 || parts[i].bytes >= 1024); i++) {
        buf_printf(out, "%s%.*s（", i ? "、" : "", STR_ARG(parts[i].name));
        if (parts[i].entries)
            buf_printf(out, "%zu 条，文字 ", parts[i].entries);
        buf_printf(out, "%zu KB）", kilobytes(parts[i].bytes));
    }
    if (item->services.n)
        buf_printf(out, "；共 %zu 个业务办理项", item->services.n);
}

void weight_tell(const struct catalog *c, const struct item *item, struct str page,
                 size_t n, struct diag *d)
{
    struct buf parts = {0};
    if (n > WEIGHT_TOLD)
        return;
    put_parts(c, item, page, &parts);
    diag_at(d, (struct pos){&c->source, item->at}, DIAG_BUILD_HEAVY,
            STR_ARG(field_text(item_field(item, FIELD_TITLE))), STR_ARG(item->stem),
            kilobytes(page.n), STR_ARG(buf_str(&parts)));
    buf_drop(&parts);
}

void weight_rest(const struct catalog *c, size_t heavy, struct diag *d)
{
    if (heavy > WEIGHT_TOLD)
        diag_at(d, (struct pos){0}, DIAG_BUILD_HEAVY_REST, STR_ARG(c->id),
                heavy - WEIGHT_TOLD);
}
