#include "site/released.h"

#include "base/record.h"

static const struct str mark = STR_INIT(".mulu/site.released");

static void put_values(const struct site_info *site, struct buf *out)
{
    const struct str values[] = {
        site->name,     site->domain,  site->address,     site->id_code,
        site->sponsor,  site->contact, site->icp,         site->police,
        site->identity, site->report,  site->column_type,
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        record_put_text(out, values[i]);
}

bool released_before(const struct publish *p, const struct site_info *site)
{
    struct arena *a = arena_new();
    struct buf values = {0};
    struct str was, page;
    put_values(site, &values);
    bool same = publish_old(p, a, mark, &was)
                    ? str_eq(was, buf_str(&values))
                    : !publish_old(p, a, STR("index.html"), &page);
    buf_drop(&values);
    arena_drop(a);
    return same;
}

bool released_mark(const struct publish *p, const struct site_info *site, bool pages,
                   bool release, struct diag *d)
{
    struct arena *a = arena_new();
    struct buf values = {0};
    struct str was;
    bool ok = true;
    put_values(site, &values);
    if (release ||
        (!pages && publish_old(p, a, mark, &was) && str_eq(was, buf_str(&values))))
        ok = publish_file(p, mark, buf_str(&values), d);
    buf_drop(&values);
    arena_drop(a);
    return ok;
}
