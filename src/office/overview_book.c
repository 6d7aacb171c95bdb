#include "office/overview_book.h"

#include "office/xlsx.h"

static void put_sums(struct xlsx_sheet *s, size_t row, size_t column,
                     enum xlsx_style style, const struct standing_tally *t)
{
    for (size_t i = 0; i < SUM_COUNT; i++)
        xlsx_number(s, row, column + i, style, sum_of(t, i));
}

/* The title and a line under it over so many columns; the table begins at row 2. */
static void put_title(struct xlsx_sheet *s, size_t columns, struct str title,
                      struct str line)
{
    enum { COLUMN = 9, POINTS = 15 };
    xlsx_merge(s, 0, 0, 1, columns, XLSX_TITLE, title);
    xlsx_height(s, 0, 26);
    xlsx_merge(s, 1, 0, 1, columns, XLSX_LINE, line);
    xlsx_height(s, 1,
                (double)(POINTS * xlsx_lines(line, (double)(COLUMN * columns)) + 3));
}

static void put_heads(struct xlsx_sheet *s, const char *const *heads, size_t n)
{
    for (size_t i = 0; i < n; i++)
        xlsx_text(s, 2, i, XLSX_HEAD, str_of(heads[i]));
}

/* ---- matrix ---- */

/* Both ways round: a row is an item or a region, a column the other. */
struct matrix {
    const struct overview *o;
    VEC(const struct overview_region *) regions;
    bool by_region;
    size_t rows, columns;
};

enum { CODE, NAME, FIRST }; /* columns at the left */
enum { TABLE = 2, TOTALS = TABLE + 1, ROWS = TOTALS + SUM_COUNT };

static struct matrix matrix_of(struct arena *a, const struct overview *o)
{
    struct matrix m = {.o = o, .by_region = overview_by_region(o)};
    for (size_t i = 0; i < o->regions.n; i++)
        if (o->regions.at[i].state == REGION_COMPARED)
            *vec_push(a, &m.regions) = &o->regions.at[i];
    m.rows = m.by_region ? m.regions.n : o->list->n;
    m.columns = m.by_region ? o->list->n : m.regions.n;
    return m;
}

static unsigned char standing_at(const struct matrix *m, size_t row, size_t column)
{
    size_t region = m->by_region ? row : column, item = m->by_region ? column : row;
    return m->regions.at[region]->comparison.standing[item];
}

static const struct standing_tally *tally_of(const struct matrix *m, bool region,
                                             size_t i)
{
    return region ? &m->regions.at[i]->tally : &m->o->list->items[i].tally;
}

static struct str code_of(const struct matrix *m, bool region, size_t i)
{
    return region ? m->regions.at[i]->code : m->o->list->items[i].code;
}

static struct str name_of(const struct matrix *m, bool region, size_t i)
{
    return region ? region_name(m->regions.at[i]) : m->o->list->items[i].title;
}

static enum xlsx_style standing_style(unsigned char standing)
{
    return standing & STANDING_MISSING ? XLSX_ERROR
           : standing                  ? XLSX_WARNING
                                       : XLSX_CENTER;
}

static void put_matrix_heads(struct arena *a, struct xlsx_sheet *s,
                             const struct matrix *m)
{
    enum { HEAD_POINTS = 190, SIGN = 6 };
    xlsx_text(s, TABLE, CODE, XLSX_HEAD, STR("编码"));
    xlsx_text(s, TABLE, NAME, XLSX_HEAD, m->by_region ? STR("地区") : STR("事项"));
    xlsx_width(s, NAME, 16, 30);
    for (size_t i = 0; i < m->columns; i++) {
        struct str name = name_of(m, !m->by_region, i);
        if (m->by_region)
            name = str_print(a, "%zu %.*s", i + 1, STR_ARG(name));
        xlsx_text(s, TABLE, FIRST + i, XLSX_UPRIGHT, name);
        xlsx_width(s, FIRST + i, SIGN, SIGN);
    }
    for (size_t i = 0; i < SUM_COUNT; i++) {
        xlsx_text(s, TABLE, FIRST + m->columns + i, XLSX_HEAD, sum_head(i));
        xlsx_width(s, FIRST + m->columns + i, SIGN, 10);
    }
    xlsx_height(s, TABLE, HEAD_POINTS);
}

static void put_matrix_totals(struct arena *a, struct xlsx_sheet *s,
                              const struct matrix *m)
{
    for (size_t k = 0; k < SUM_COUNT; k++) {
        size_t row = TOTALS + k;
        xlsx_merge(s, row, CODE, 1, FIRST, XLSX_SUM,
                   str_print(a, "%.*s合计", STR_ARG(sum_head(k))));
        for (size_t i = 0; i < m->columns; i++)
            xlsx_number(s, row, FIRST + i, XLSX_SUM,
                        sum_of(tally_of(m, !m->by_region, i), k));
        for (size_t i = 0; i < SUM_COUNT; i++) {
            if (i == k)
                xlsx_number(s, row, FIRST + m->columns + i, XLSX_SUM,
                            sum_of(&m->o->tally, k));
            else
                xlsx_text(s, row, FIRST + m->columns + i, XLSX_SUM, STR(""));
        }
    }
}

static void put_matrix_row(struct arena *a, struct xlsx_sheet *s, const struct matrix *m,
                           size_t i)
{
    size_t row = ROWS + i;
    xlsx_text(s, row, CODE, XLSX_TEXT, code_of(m, m->by_region, i));
    xlsx_text(s, row, NAME, XLSX_BOLD, name_of(m, m->by_region, i));
    for (size_t c = 0; c < m->columns; c++) {
        unsigned char standing = standing_at(m, i, c);
        xlsx_text(s, row, FIRST + c, standing_style(standing),
                  standing_text(a, standing));
    }
    put_sums(s, row, FIRST + m->columns, XLSX_SUM, tally_of(m, m->by_region, i));
}

static struct str matrix_line(struct arena *a, const struct overview *o)
{
    struct buf b = {0};
    buf_printf(&b, "对照：%.*s（%.*s）　", STR_ARG(o->list->title),
               STR_ARG(o->list->document));
    for (size_t i = 0; i < SUM_COUNT; i++)
        buf_printf(&b, "%s%.*s %.*s", i ? "；" : "", STR_ARG(i ? sum_head(i) : STR("√")),
                   STR_ARG(sum_meaning(i)));
    if (o->list->confidence.n)
        buf_printf(&b, "。清单的依据：%.*s", STR_ARG(o->list->confidence));
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void put_matrix(struct xlsx *x, struct arena *a, const struct overview *o)
{
    struct matrix m = matrix_of(a, o);
    struct xlsx_sheet *s = xlsx_sheet(x, STR("全国事项对照"));
    put_title(s, FIRST + m.columns + SUM_COUNT, STR("全国事项对照"), matrix_line(a, o));
    put_matrix_heads(a, s, &m);
    put_matrix_totals(a, s, &m);
    for (size_t i = 0; i < m.rows; i++)
        put_matrix_row(a, s, &m, i);
    xlsx_freeze(s, TABLE + 1, FIRST);
    xlsx_print(s, XLSX_A3, TABLE, TABLE, FIRST, STR("全国事项对照"));
}

/* ---- ranking ---- */

static void put_ranked(struct xlsx_sheet *s, size_t row, const struct overview *o,
                       const struct overview_region *r, struct arena *a)
{
    size_t c = 0, items = r->items ? r->items : 1;
    xlsx_number(s, row, c++, XLSX_CENTER, r->rank);
    xlsx_text(s, row, c++, XLSX_TEXT, r->code);
    xlsx_text(s, row, c++, XLSX_BOLD, region_name(r));
    xlsx_text(s, row, c++, XLSX_TEXT, r->title);
    xlsx_number(s, row, c++, XLSX_CENTER, r->items);
    xlsx_number(s, row, c++, XLSX_CENTER, r->severity[SEVERITY_ERROR]);
    xlsx_rate(s, row, c++, (double)r->severity[SEVERITY_ERROR] / (double)items);
    xlsx_number(s, row, c++, XLSX_CENTER, r->severity[SEVERITY_WARNING]);
    xlsx_rate(s, row, c++, (double)r->severity[SEVERITY_WARNING] / (double)items);
    xlsx_number(s, row, c++, XLSX_CENTER, r->severity[SEVERITY_NOTE]);
    xlsx_number(s, row, c++, XLSX_CENTER, r->accepted);
    if (r->state == REGION_COMPARED)
        put_sums(s, row, c, XLSX_CENTER, &r->tally);
    for (size_t i = 0; r->state != REGION_COMPARED && i < SUM_COUNT; i++)
        xlsx_text(s, row, c + i, XLSX_CENTER, STR("–"));
    c += SUM_COUNT;
    xlsx_text(s, row, c++, XLSX_TEXT, region_absence(a, o, r));
    if (r->sheet.n)
        xlsx_link(s, row, c, r->sheet, STR("退改单"));
    else
        xlsx_text(s, row, c, XLSX_TEXT, STR(""));
}

static void put_ranking(struct xlsx *x, struct arena *a, const struct overview *o)
{
    static const char *const heads[] = {"名次",         "代码", "地区",         "目录",
                                        "事项",         "错误", "平均每项错误", "警告",
                                        "平均每项警告", "提示", "已说明理由"};
    enum { HEADS = sizeof heads / sizeof *heads };
    struct xlsx_sheet *s = xlsx_sheet(x, STR("各地排名"));
    put_title(s, HEADS + SUM_COUNT + 2, STR("各地排名"), str_of(ranking_rule()));
    put_heads(s, heads, HEADS);
    for (size_t i = 0; i < SUM_COUNT; i++)
        xlsx_text(s, 2, HEADS + i, XLSX_HEAD, sum_head(i));
    xlsx_text(s, 2, HEADS + SUM_COUNT, XLSX_HEAD, STR("没有对照的原因"));
    xlsx_text(s, 2, HEADS + SUM_COUNT + 1, XLSX_HEAD, STR("退改单"));
    static const size_t narrow[] = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++)
        xlsx_width(s, narrow[i], 6, 8);
    xlsx_width(s, 0, 6, 8);
    xlsx_width(s, 3, 20, 44);
    xlsx_width(s, HEADS + SUM_COUNT, 12, 30);
    for (size_t i = 0; i < o->ranking.n; i++)
        put_ranked(s, 3 + i, o, o->ranking.at[i], a);
    xlsx_freeze(s, 3, 3);
    xlsx_print(s, XLSX_A4, 2, 2, 0, STR("各地排名"));
}

/* ---- rules, and catalogs that could not be read ---- */

static void put_rules(struct xlsx *x, const struct overview *o)
{
    static const char *const heads[] = {"次序", "问题",   "类别", "严重程度",
                                        "条数", "目录数", "规则"};
    enum { HEADS = sizeof heads / sizeof *heads };
    struct xlsx_sheet *s = xlsx_sheet(x, STR("哪些问题最多"));
    put_title(s, HEADS, STR("哪些问题最多"),
              STR("按条数从多到少排列；相同的问题在几处就算几条。"));
    put_heads(s, heads, HEADS);
    for (size_t i = 0; i < o->rules.n; i++) {
        const struct overview_rule *rule = &o->rules.at[i];
        size_t row = 3 + i;
        xlsx_number(s, row, 0, XLSX_CENTER, i + 1);
        xlsx_text(s, row, 1, XLSX_BOLD, rule->title);
        xlsx_text(s, row, 2, XLSX_TEXT, rule->family.n ? rule->family : STR("读入"));
        xlsx_text(s, row, 3, xlsx_severity(rule->severity),
                  str_of(severity_word(rule->severity)));
        xlsx_number(s, row, 4, XLSX_CENTER, rule->count);
        xlsx_number(s, row, 5, XLSX_CENTER, rule->regions);
        xlsx_text(s, row, 6, XLSX_SMALL, rule->id);
    }
    xlsx_width(s, 1, 20, 50);
    xlsx_freeze(s, 3, 0);
    xlsx_print(s, XLSX_A4, 2, 2, 0, STR("哪些问题最多"));
}

static void put_unread(struct xlsx *x, const struct overview *o)
{
    static const char *const heads[] = {"目录", "文件夹", "错误", "退改单"};
    enum { HEADS = sizeof heads / sizeof *heads };
    struct xlsx_sheet *s = NULL;
    size_t row = 3;
    for (size_t i = 0; i < o->regions.n; i++) {
        const struct overview_region *r = &o->regions.at[i];
        if (r->state != REGION_UNREAD)
            continue;
        if (!s) {
            s = xlsx_sheet(x, STR("读不了的目录"));
            put_title(s, HEADS, STR("读不了的目录"),
                      STR("这些目录没有检查，不参加排名；请先改正读入时的错误。"));
            put_heads(s, heads, HEADS);
            xlsx_print(s, XLSX_A4, 2, 2, 0, STR("读不了的目录"));
        }
        xlsx_text(s, row, 0, XLSX_BOLD, r->id);
        xlsx_text(s, row, 1, XLSX_TEXT, r->shown);
        xlsx_number(s, row, 2, XLSX_CENTER, r->severity[SEVERITY_ERROR]);
        if (r->sheet.n)
            xlsx_link(s, row, 3, r->sheet, STR("退改单"));
        else
            xlsx_text(s, row, 3, XLSX_TEXT, STR(""));
        row++;
    }
}

bool overview_book(const struct overview *o, struct buf *out, const char **why)
{
    struct xlsx *x = xlsx_new(STR("政务服务事项目录检查总览"), why);
    if (!x)
        return false;
    struct arena *a = arena_new();
    if (o->compared)
        put_matrix(x, a, o);
    put_ranking(x, a, o);
    put_rules(x, o);
    put_unread(x, o);
    arena_drop(a);
    return xlsx_close(x, out, why);
}
