#include "html/overview_view.h"

#include "diag/visible.h"

static struct str number(struct arena *a, size_t n)
{
    return str_number(a, n);
}

/* ---- totals ---- */

static struct overview_cells sum_cells(struct arena *a, const struct standing_tally *t)
{
    struct overview_cells cells = {0};
    for (size_t i = 0; i < SUM_COUNT; i++)
        *vec_push(a, &cells) = (struct overview_cell){number(a, sum_of(t, i)), STR("")};
    return cells;
}

/* ---- matrix ---- */

static struct overview_cell matrix_cell(struct arena *a, unsigned char standing)
{
    return (struct overview_cell){.text = standing_text(a, standing),
                                  .style = standing & STANDING_MISSING ? STR("missing")
                                           : standing                  ? STR("changed")
                                                                       : STR("")};
}

static struct overview_line item_line(struct arena *a, const struct overview_list *list,
                                      size_t i)
{
    const struct overview_item *item = &list->items[i];
    bool first = i == 0 || !str_eq(item->group, list->items[i - 1].group);
    return (struct overview_line){.number = number(a, i + 1),
                                  .name = item->title,
                                  .code = item->code,
                                  .group = first ? item->group : STR(""),
                                  .sums = sum_cells(a, &item->tally)};
}

static struct overview_line region_line(struct arena *a, const struct overview_region *r)
{
    return (struct overview_line){.number = STR(""),
                                  .name = visible_text(a, region_name(r), VISIBLE_NAME),
                                  .code = visible_text(a, r->code, VISIBLE_NAME),
                                  .group = STR(""),
                                  .sums = sum_cells(a, &r->tally)};
}

static void add_regions(struct arena *a, const struct overview *o,
                        struct overview_lines *lines, bool cells)
{
    for (size_t r = 0; r < o->regions.n; r++) {
        const struct overview_region *region = &o->regions.at[r];
        if (region->state != REGION_COMPARED)
            continue;
        struct overview_line *line = vec_push(a, lines);
        *line = region_line(a, region);
        for (size_t i = 0; cells && i < o->list->n; i++)
            *vec_push(a, &line->cells) = matrix_cell(a, region->comparison.standing[i]);
    }
}

static void add_items(struct arena *a, const struct overview *o,
                      struct overview_lines *lines, bool cells)
{
    for (size_t i = 0; i < o->list->n; i++) {
        struct overview_line *line = vec_push(a, lines);
        *line = item_line(a, o->list, i);
        line->span = number(a, o->compared + SUM_COUNT + 1);
        for (size_t r = 0; cells && r < o->regions.n; r++)
            if (o->regions.at[r].state == REGION_COMPARED)
                *vec_push(a, &line->cells) =
                    matrix_cell(a, o->regions.at[r].comparison.standing[i]);
    }
}

/* A row a sign: how often it stands in each column. */
static void add_totals(struct arena *a, const struct overview *o,
                       struct overview_matrix *m)
{
    for (size_t k = 0; k < SUM_COUNT; k++) {
        struct overview_line *line = vec_push(a, &m->totals);
        line->name = sum_head(k);
        for (size_t i = 0; i < m->heads.n; i++)
            *vec_push(a, &line->cells) = m->heads.at[i].sums.at[k];
        for (size_t i = 0; i < SUM_COUNT; i++)
            *vec_push(a, &line->sums) = (struct overview_cell){
                i == k ? number(a, sum_of(&o->tally, k)) : STR(""), STR("")};
    }
}

static struct overview_matrix make_matrix(struct arena *a, const struct overview *o)
{
    struct overview_matrix m = {0};
    bool by_region = overview_by_region(o);
    m.corner = by_region ? STR("地区") : STR("全国清单的事项");
    if (by_region) {
        add_items(a, o, &m.heads, false);
        add_regions(a, o, &m.rows, true);
    } else {
        add_regions(a, o, &m.heads, false);
        add_items(a, o, &m.rows, true);
    }
    for (size_t i = 0; i < SUM_COUNT; i++)
        *vec_push(a, &m.sum_heads) = (struct overview_fact){sum_head(i), sum_meaning(i)};
    add_totals(a, o, &m);
    return m;
}

/* ---- the rest ---- */

static struct overview_place make_place(struct arena *a, const struct overview *o,
                                        const struct overview_region *r)
{
    struct overview_place p = {
        .rank = number(a, r->rank),
        .name = visible_text(a, region_name(r), VISIBLE_NAME),
        .code = visible_text(a, r->code, VISIBLE_NAME),
        .title = visible_text(a, r->title, VISIBLE_NAME),
        .shown = r->shown,
        .href = r->sheet,
        .items = number(a, r->items),
        .errors = number(a, r->severity[SEVERITY_ERROR]),
        .warnings = number(a, r->severity[SEVERITY_WARNING]),
        .notes = number(a, r->severity[SEVERITY_NOTE]),
        .accepted = number(a, r->accepted),
        .error_rate = region_rate(a, r, SEVERITY_ERROR),
        .warning_rate = region_rate(a, r, SEVERITY_WARNING),
        .absence = region_absence(a, o, r),
    };
    if (r->state == REGION_COMPARED)
        p.sums = sum_cells(a, &r->tally);
    return p;
}

static void add_rules(struct arena *a, const struct overview *o,
                      struct overview_view *view)
{
    for (size_t i = 0; i < o->rules.n; i++) {
        const struct overview_rule *rule = &o->rules.at[i];
        *vec_push(a, &view->rules) = (struct overview_rule_view){
            .number = number(a, i + 1),
            .title = rule->title,
            .id = rule->id,
            .family = rule->family.n ? rule->family : STR("读入"),
            .severity = str_of(severity_word(rule->severity)),
            .level = str_of(severity_id(rule->severity)),
            .count = number(a, rule->count),
            .regions = number(a, rule->regions),
        };
    }
}

static void add_fact(struct arena *a, struct overview_view *view, const char *label,
                     struct str text)
{
    *vec_push(a, &view->facts) = (struct overview_fact){str_of(label), text};
}

static void add_facts(struct arena *a, const struct overview *o,
                      struct overview_view *view)
{
    const size_t *severity = o->severity;
    add_fact(
        a, view, "目录",
        str_print(a, "%zu 个，其中 %zu 个与全国清单对照", o->regions.n, o->compared));
    add_fact(a, view, "问题",
             str_print(a, "错误 %zu，警告 %zu，提示 %zu", severity[SEVERITY_ERROR],
                       severity[SEVERITY_WARNING], severity[SEVERITY_NOTE]));
    if (o->accepted)
        add_fact(a, view, "已说明理由", str_print(a, "%zu 条，不计在内", o->accepted));
    if (!o->compared)
        return;
    struct buf b = {0};
    for (size_t i = 0; i < SUM_COUNT; i++)
        buf_printf(&b, "%s%.*s %zu", i ? "，" : "", STR_ARG(sum_head(i)),
                   sum_of(&o->tally, i));
    buf_printf(&b, "（%zu 个事项 × %zu 个目录）", o->list->n, o->compared);
    add_fact(a, view, "对照结果", str_copy(a, buf_str(&b)));
    buf_drop(&b);
}

static struct str list_name(struct arena *a, const struct overview_list *list)
{
    return list->document.n ? str_print(a, "%.*s（%.*s）", STR_ARG(list->title),
                                        STR_ARG(list->document))
                            : list->title;
}

struct overview_view overview_view(struct arena *a, const struct overview *o)
{
    struct overview_view view = {.title = STR("政务服务事项目录检查总览"),
                                 .compared = o->compared,
                                 .by_region = overview_by_region(o),
                                 .ranking_rule = str_of(ranking_rule()),
                                 .sum_columns = number(a, SUM_COUNT)};
    add_facts(a, o, &view);
    add_rules(a, o, &view);
    for (size_t i = 0; i < SUM_COUNT; i++)
        *vec_push(a, &view.legend) =
            (struct overview_fact){i ? sum_head(i) : STR("√"), sum_meaning(i)};
    if (view.compared) {
        view.list = list_name(a, o->list);
        view.confidence = o->list->confidence;
        view.matrix = make_matrix(a, o);
        if (view.by_region)
            add_items(a, o, &view.items, false);
    }
    for (size_t i = 0; i < o->ranking.n; i++)
        *vec_push(a, &view.ranking) = make_place(a, o, o->ranking.at[i]);
    for (size_t i = 0; i < o->regions.n; i++) {
        view.sheets |= o->regions.at[i].sheet.n > 0;
        if (o->regions.at[i].state != REGION_COMPARED)
            *vec_push(a, &view.absent) = make_place(a, o, &o->regions.at[i]);
    }
    view.any_absent = view.absent.n;
    return view;
}

bool overview_page(struct template_set *set, const struct overview *o, struct diag *d,
                   struct buf *out)
{
    const struct template *t = template_compile(set, STR("overview"), &overview_shape, d);
    if (!t)
        return false;
    struct arena *a = arena_new();
    struct overview_view view = overview_view(a, o);
    bool done = template_render(t, shape_value(&overview_shape, &view), out);
    arena_drop(a);
    return done;
}
