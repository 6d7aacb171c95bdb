#include "layout/levels.h"

#include "layout/levels_table.h"

const struct print_needs *levels_needs(void)
{
    static const char *const types[] = {SHEET_TYPES, NULL};
    static const char *const labels[] = {SHEET_LABELS, "code", NULL};
    static const char *const measures[] = {SHEET_MEASURES, NULL};
    static const char *const colors[] = {SHEET_COLORS, NULL};
    static const char *const columns[] = {"group", "seq", "item", "level", NULL};
    static const struct print_needs needs = {types, labels, measures, colors, columns};
    return &needs;
}

struct scene *levels_scene(const struct catalog *c, const struct typesetter *t,
                           const struct print_style *style, struct diag *d)
{
    struct arena *a = arena_new();
    struct levels_table table = levels_table(a, c, style);
    const struct print_style *on = sheet_paper(a, t, style, STR(""), &table.table);
    struct scene *s = sheet_scene(c, t, on, &table.table, table.rows.at, d);
    arena_drop(a);
    return s;
}
