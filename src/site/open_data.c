#include "site/open_data.h"

#include "base/file.h"
#include "catalog/json.h"

bool open_data_has(const void *context, struct str path)
{
    (void)context;
    struct str name = path;
    for (size_t at; (at = str_find(name, STR("/"))) != STR_NONE;)
        name = str_from(name, at + 1);
    bool found = str_eq(name, STR("catalog.json"));
    for (int table = 0; table < DATA_TABLES; table++) {
        struct str stem = str_of(data_table_name((enum data_table)table));
        struct str ending = str_from(name, stem.n);
        found |= str_starts(name, stem) &&
                 (str_eq(ending, STR(".csv")) || str_eq(ending, STR(".xlsx")));
    }
    return found;
}

struct making {
    const struct data_styles *styles;
    const struct catalog *c;
    const struct sink *sink;
    struct arena *arena;
    struct catalog_summary *summary;
    struct diag *d;
};

/* Writes the bytes as a file, drops them and offers it. */
static bool put(const struct making *m, struct str name, struct str title,
                struct buf *bytes)
{
    struct str path = path_join(m->arena, m->c->id, name);
    bool ok = m->sink->put(m->sink->context, path, buf_str(bytes), m->d);
    if (ok)
        *vec_push(m->arena, &m->summary->data) =
            (struct download){.name = name, .title = title, .bytes = bytes->n};
    buf_drop(bytes);
    return ok;
}

static bool put_table(const struct making *m, enum data_table table)
{
    const char *name = data_table_name(table), *title = data_table_title(table), *why;
    struct buf bytes = {0};
    bool ok = data_table_xlsx(m->c, table, m->styles, &bytes, &why);
    if (ok)
        ok = put(m, str_print(m->arena, "%s.xlsx", name),
                 str_print(m->arena, "%s表格", title), &bytes);
    else
        diag_at(m->d, (struct pos){&m->c->source, STR_NONE}, DIAG_XLSX_WRITE, why);
    data_table_csv(m->c, table, m->styles, &bytes);
    return put(m, str_print(m->arena, "%s.csv", name),
               str_print(m->arena, "%s数据", title), &bytes) &&
           ok;
}

bool open_data_make(const struct data_styles *styles, const struct catalog *c,
                    const struct sink *sink, struct arena *a,
                    struct catalog_summary *summary, struct diag *d)
{
    struct making m = {styles, c, sink, a, summary, d};
    struct buf json = {0};
    bool ok = true;
    for (int table = 0; table < DATA_TABLES; table++)
        if (data_table_has(c, (enum data_table)table))
            ok &= put_table(&m, (enum data_table)table);
    catalog_json(c, &json);
    return put(&m, STR("catalog.json"), STR("完整数据"), &json) && ok;
}
