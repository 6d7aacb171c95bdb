/* The names by which the template of the overview knows its view. */
#include "html/overview_view.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct shape_row fact_rows[] = {
    SHAPE_TEXT(struct overview_fact, label, "名称，或对照表里的符号"),
    SHAPE_TEXT(struct overview_fact, text, "内容，或符号的意思"),
};
static const struct shape fact_shape = {"overview-fact", fact_rows, COUNT(fact_rows)};

static const struct shape_row cell_rows[] = {
    SHAPE_TEXT(struct overview_cell, text, "符号（一行一个）或数目"),
    SHAPE_TEXT(struct overview_cell, style, "样式：missing、changed，一般的为空"),
};
static const struct shape cell_shape = {"overview-cell", cell_rows, COUNT(cell_rows)};

static const struct shape_row line_rows[] = {
    SHAPE_TEXT(struct overview_line, number, "事项在清单里的序号；地区为空"),
    SHAPE_TEXT(struct overview_line, name, "事项或地区的名称"),
    SHAPE_TEXT(struct overview_line, code, "事项编码或行政区划代码"),
    SHAPE_TEXT(struct overview_line, group, "主项名称，只在它的第一行"),
    SHAPE_TEXT(struct overview_line, span, "整个表的列数"),
    SHAPE_LIST(struct overview_line, cells, &cell_shape, "各格"),
    SHAPE_LIST(struct overview_line, sums, &cell_shape, "这一行的合计，一种符号一格"),
};
static const struct shape line_shape = {"overview-line", line_rows, COUNT(line_rows)};

static const struct shape_row matrix_rows[] = {
    SHAPE_TEXT(struct overview_matrix, corner, "左上角：行是什么"),
    SHAPE_LIST(struct overview_matrix, heads, &line_shape, "列头"),
    SHAPE_LIST(struct overview_matrix, sum_heads, &fact_shape, "合计各列的列头"),
    SHAPE_LIST(struct overview_matrix, totals, &line_shape, "各列的合计，一种符号一行"),
    SHAPE_LIST(struct overview_matrix, rows, &line_shape, "各行"),
};
static const struct shape matrix_shape = {"overview-matrix", matrix_rows,
                                          COUNT(matrix_rows)};

static const struct shape_row rule_rows[] = {
    SHAPE_TEXT(struct overview_rule_view, number, "次序"),
    SHAPE_TEXT(struct overview_rule_view, title, "规则的名称"),
    SHAPE_TEXT(struct overview_rule_view, id, "规则的 id"),
    SHAPE_TEXT(struct overview_rule_view, family, "规则属于哪一类"),
    SHAPE_TEXT(struct overview_rule_view, severity, "错误、警告、提示"),
    SHAPE_TEXT(struct overview_rule_view, level, "error、warning、note，作样式"),
    SHAPE_TEXT(struct overview_rule_view, count, "条数"),
    SHAPE_TEXT(struct overview_rule_view, regions, "有这种问题的目录数"),
};
static const struct shape rule_shape = {"overview-rule", rule_rows, COUNT(rule_rows)};

static const struct shape_row place_rows[] = {
    SHAPE_TEXT(struct overview_place, rank, "名次"),
    SHAPE_TEXT(struct overview_place, name, "地区名称"),
    SHAPE_TEXT(struct overview_place, code, "行政区划代码"),
    SHAPE_TEXT(struct overview_place, title, "目录名称"),
    SHAPE_TEXT(struct overview_place, shown, "目录的文件夹"),
    SHAPE_TEXT(struct overview_place, href, "退改单，没有则为空"),
    SHAPE_TEXT(struct overview_place, items, "事项数"),
    SHAPE_TEXT(struct overview_place, errors, "错误数"),
    SHAPE_TEXT(struct overview_place, warnings, "警告数"),
    SHAPE_TEXT(struct overview_place, notes, "提示数"),
    SHAPE_TEXT(struct overview_place, accepted, "已说明理由的条数"),
    SHAPE_TEXT(struct overview_place, error_rate, "平均每个事项的错误数"),
    SHAPE_TEXT(struct overview_place, warning_rate, "平均每个事项的警告数"),
    SHAPE_LIST(struct overview_place, sums, &cell_shape,
               "与清单对照的合计，没有对照的为空"),
    SHAPE_TEXT(struct overview_place, absence, "为什么没有对照"),
};
static const struct shape place_shape = {"overview-place", place_rows, COUNT(place_rows)};

static const struct shape_row rows[] = {
    SHAPE_TEXT(struct overview_view, title, "标题"),
    SHAPE_TEXT(struct overview_view, list, "对照的清单和文号"),
    SHAPE_TEXT(struct overview_view, confidence, "清单有多大把握"),
    SHAPE_LIST(struct overview_view, facts, &fact_shape, "概况"),
    SHAPE_LIST(struct overview_view, legend, &fact_shape, "对照表的符号"),
    SHAPE_TRUTH(struct overview_view, compared, "有对照表"),
    SHAPE_TRUTH(struct overview_view, by_region, "对照表一行一个地区"),
    SHAPE_TRUTH(struct overview_view, sheets, "有退改单"),
    SHAPE_TRUTH(struct overview_view, any_absent, "有没有列入对照的目录"),
    SHAPE_OBJECT(struct overview_view, matrix, &matrix_shape, "对照表"),
    SHAPE_LIST(struct overview_view, items, &line_shape, "各事项的合计；事项是行时为空"),
    SHAPE_LIST(struct overview_view, rules, &rule_shape, "各种问题，多的在前"),
    SHAPE_TEXT(struct overview_view, ranking_rule, "怎样排名"),
    SHAPE_LIST(struct overview_view, ranking, &place_shape, "排名"),
    SHAPE_TEXT(struct overview_view, sum_columns, "对照的合计有几列"),
    SHAPE_LIST(struct overview_view, absent, &place_shape, "没有列入对照的目录"),
};
const struct shape overview_shape = {"overview", rows, COUNT(rows)};
