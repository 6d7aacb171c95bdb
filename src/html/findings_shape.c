/* What the templates of the findings page may name. */
#include "html/findings_view.h"

static const struct shape_row finding_rows[] = {
    SHAPE_TEXT(struct finding_view, number, "序号"),
    SHAPE_TEXT(struct finding_view, level, "error、warning 或 note，用于样式"),
    SHAPE_TEXT(struct finding_view, severity, "错误、警告或提示"),
    SHAPE_TEXT(struct finding_view, field, "哪一栏，或空"),
    SHAPE_TEXT(struct finding_view, message, "错在哪里"),
    SHAPE_TEXT(struct finding_view, expected, "应为，或空"),
    SHAPE_TEXT(struct finding_view, proposal, "建议改为，或空"),
    SHAPE_TEXT(struct finding_view, remedy, "怎么办，或空"),
    SHAPE_TEXT(struct finding_view, basis, "依据，或空"),
    SHAPE_TEXT(struct finding_view, place, "文件里的位置"),
    SHAPE_TEXT(struct finding_view, more, "同样的问题还在哪里，或空"),
    SHAPE_TEXT(struct finding_view, accepted, "目录里写明的理由"),
    SHAPE_TEXT(struct finding_view, about, "已说明理由的：属于哪一项"),
    SHAPE_TEXT(struct finding_view, rule, "规则的名称"),
};
static const struct shape finding_shape = SHAPE("finding", finding_rows);

static const struct shape_row section_rows[] = {
    SHAPE_TEXT(struct section_view, anchor, "页内的锚"),
    SHAPE_TEXT(struct section_view, title, "序号和名称"),
    SHAPE_TEXT(struct section_view, code, "编码，或空"),
    SHAPE_TEXT(struct section_view, file, "不在 catalog.xml 里的：文件"),
    SHAPE_TEXT(struct section_view, count, "几条"),
    SHAPE_LIST(struct section_view, findings, &finding_shape, "各条问题"),
};
static const struct shape section_shape = SHAPE("section", section_rows);

static const struct shape_row fact_rows[] = {
    SHAPE_TEXT(struct fact_view, label, "名称"),
    SHAPE_TEXT(struct fact_view, text, "内容"),
};
static const struct shape fact_shape = SHAPE("fact", fact_rows);

static const struct shape_row tally_rows[] = {
    SHAPE_TEXT(struct tally_view, href, "目录在页内的地址，或空"),
    SHAPE_TEXT(struct tally_view, name, "规则的类别，或目录"),
    SHAPE_TEXT(struct tally_view, errors, "几个错误"),
    SHAPE_TEXT(struct tally_view, warnings, "几个警告"),
    SHAPE_TEXT(struct tally_view, notes, "几个提示"),
    SHAPE_TEXT(struct tally_view, accepted, "几个已说明理由"),
    SHAPE_TEXT(struct tally_view, total, "合计"),
};
static const struct shape tally_shape = SHAPE("tally", tally_rows);

static const struct shape_row head_rows[] = {
    SHAPE_TEXT(struct findings_head, title, "页面标题"),
    SHAPE_TEXT(struct findings_head, date, "日期，或空"),
    SHAPE_TEXT(struct findings_head, count, "几个目录"),
    SHAPE_TRUTH(struct findings_head, several, "不止一个目录"),
};
const struct shape findings_head_shape = SHAPE("check-begin", head_rows);

static const struct shape_row catalog_rows[] = {
    SHAPE_TEXT(struct findings_catalog, anchor, "页内的锚"),
    SHAPE_TEXT(struct findings_catalog, title, "目录名称"),
    SHAPE_TRUTH(struct findings_catalog, several, "页里不止一个目录"),
    SHAPE_TRUTH(struct findings_catalog, unread, "目录读不了"),
    SHAPE_LIST(struct findings_catalog, facts, &fact_shape, "地区、文号等"),
    SHAPE_TEXT(struct findings_catalog, summary, "几个错误、警告、提示"),
    SHAPE_TRUTH(struct findings_catalog, clean, "没有发现问题"),
    SHAPE_LIST(struct findings_catalog, tallies, &tally_shape, "各类问题的数量"),
    SHAPE_TRUTH(struct findings_catalog, contents, "长，要有目次"),
    SHAPE_LIST(struct findings_catalog, sections, &section_shape, "各事项的问题"),
    SHAPE_TRUTH(struct findings_catalog, any_accepted, "有已说明理由的"),
    SHAPE_TEXT(struct findings_catalog, accepted_count, "几个已说明理由"),
    SHAPE_LIST(struct findings_catalog, accepted, &finding_shape, "已说明理由的"),
};
const struct shape findings_catalog_shape = SHAPE("check-catalog", catalog_rows);

static const struct shape_row tail_rows[] = {
    SHAPE_TRUTH(struct findings_tail, several, "不止一个目录"),
    SHAPE_LIST(struct findings_tail, tallies, &tally_shape, "各目录的数量，末行是合计"),
};
const struct shape findings_tail_shape = SHAPE("check-end", tail_rows);

const struct findings_template findings_templates[] = {
    {"check-begin", &findings_head_shape},
    {"check-catalog", &findings_catalog_shape},
    {"check-end", &findings_tail_shape},
};
const size_t findings_template_count =
    sizeof findings_templates / sizeof *findings_templates;
