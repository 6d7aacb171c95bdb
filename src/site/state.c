#include "site/state.h"

#include "base/record.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "office/data_table.h"
#include "site/summary.h"

#include <xxhash.h>

static const struct str ending = STR_INIT(".state");

struct kinds kinds_join(struct kinds a, struct kinds b)
{
    return (struct kinds){a.pages || b.pages, a.pdf || b.pdf, a.data || b.data,
                          a.search || b.search};
}

static void put_item(struct arena *a, const struct item *item, struct buf *out)
{
    record_put_text(out, item->stem);
    for (size_t i = 0; i < item->services.n; i++)
        record_put_text(out, service_anchor(a, item, &item->services.at[i]));
}

struct str state_shape(struct arena *a, const struct catalog *c)
{
    struct arena *scratch = arena_new();
    struct buf names = {0};
    for (size_t i = 0; i < PAGES_TABLES; i++)
        record_put_number(&names, catalog_prints(c, pages_tables[i].kind));
    for (int table = 0; table < DATA_TABLES; table++)
        record_put_number(&names, data_table_has(c, (enum data_table)table));
    record_put_number(&names, c->notice.present);
    for (size_t i = 0; i < c->groups.n; i++)
        for (size_t j = 0; j < c->groups.at[i].items.n; j++)
            put_item(scratch, &c->groups.at[i].items.at[j], &names);
    for (size_t i = 0; i < c->forms.n; i++)
        record_put_text(&names, c->forms.at[i].id);
    unsigned long long hash = XXH3_64bits(names.s, names.n);
    buf_drop(&names);
    arena_drop(scratch);
    return str_print(a, "%016llx", hash);
}

struct str state_path(struct arena *a, struct str id)
{
    return str_print(a, ".mulu/%.*s%.*s", STR_ARG(id), STR_ARG(ending));
}

struct str state_id(struct str name)
{
    return str_ends(name, ending) ? str_slice(name, 0, name.n - ending.n) : STR("");
}

void state_write(const struct state *s, struct buf *out)
{
    record_put_number(out, s->kinds.pages);
    record_put_number(out, s->kinds.pdf);
    record_put_number(out, s->kinds.data);
    record_put_number(out, s->kinds.search);
    record_put_text(out, s->address);
    record_put_text(out, s->shape);
    summary_write(&s->summary, out);
}

bool state_read(struct arena *a, struct str *rest, struct state *s)
{
    size_t kinds[4];
    *s = (struct state){0};
    for (size_t i = 0; i < 4; i++)
        if (!record_take_number(rest, &kinds[i]))
            return false;
    s->kinds = (struct kinds){kinds[0], kinds[1], kinds[2], kinds[3]};
    return record_take_text(rest, &s->address) && record_take_text(rest, &s->shape) &&
           summary_read(a, rest, &s->summary);
}
