/* disclosure - ticks, deadline and list of elements of a disclosure catalog.
 *
 * The columns and their fixed values are those of the template of 国办发〔2019〕54号 as counties
 * publish it (社会保险领域). */
#include "check/disclosure.h"

#include "catalog/fields.h"
#include "catalog/limit.h"
#include "catalog/runes.h"
#include "check/report.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- ticks ---- */

static const struct ticks {
    bool many; /* more than one may be ticked */
    enum diag_code none, more;
} ticks[COLUMN_KIND_COUNT] = {
    [COLUMN_AUDIENCE] = {false, DIAG_AUDIENCE_NONE, DIAG_AUDIENCE_MORE},
    [COLUMN_MODE] = {false, DIAG_MODE_NONE, DIAG_MODE_MORE},
    [COLUMN_LEVEL] = {true, DIAG_LEVEL_NONE, DIAG_LEVEL_NONE},
};

static size_t count_columns(const struct catalog *c, enum column_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < c->columns.n; i++)
        n += c->columns.at[i].kind == kind;
    return n;
}

/* The ticked columns of a kind; their names go to `names`, joined. */
static size_t count_ticked(const struct catalog *c, const struct item *item,
                           enum column_kind kind, struct buf *names)
{
    size_t n = 0;
    for (size_t i = 0; i < item->ticks.n; i++) {
        const struct cell *cell = &item->ticks.at[i];
        const struct column *column = &c->columns.at[cell->column];
        if (column->kind != kind || !field_ticked(field_shown(&cell->field)))
            continue;
        buf_printf(names, "%s%.*s", n++ ? "、" : "", STR_ARG(column->name));
    }
    return n;
}

static void check_row(struct check *check, const struct subject *s,
                      const struct item *item)
{
    const struct catalog *c = check->catalog;
    for (int k = 0; k < COLUMN_KIND_COUNT; k++) {
        enum column_kind kind = (enum column_kind)k;
        size_t columns = count_columns(c, kind);
        if (columns < (ticks[k].many ? 1u : 2u))
            continue; /* a single column leaves no choice to be made */
        struct buf names = {0};
        size_t n = count_ticked(c, item, kind, &names);
        if (n == 0)
            report_subject(check, s, item->at, STR("disclosure"), NULL, ticks[k].none);
        else if (n > 1 && !ticks[k].many)
            report_subject(check, s, item->at, STR("disclosure"), NULL, ticks[k].more,
                           STR_ARG(buf_str(&names)));
        buf_drop(&names);
    }
}

/* The rows of an item are its services, when these have cells of their own. */
static void check_rows(struct check *check, const struct subject *s)
{
    const struct items *services = &s->item->services;
    size_t own = 0;
    for (size_t i = 0; i < services->n; i++)
        own += services->at[i].ticks.n > 0;
    if (!own || s->item->ticks.n) {
        check_row(check, s, s->item);
        return;
    }
    for (size_t i = 0; i < services->n; i++)
        check_row(check, s, &services->at[i]);
}

void check_ticks(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++)
        check_rows(check, &check->items.at[i]);
}

/* ---- 公开时限 ---- */

/* clang-format off */
/* Of making public, so no handling limit. */
static const struct str publishing[] = {
    STR_INIT("公开"), STR_INIT("形成"), STR_INIT("变更"), STR_INIT("信息"), STR_INIT("更新"), STR_INIT("发布"),
    STR_INIT("公布"), STR_INIT("公示"), STR_INIT("之日"), STR_INIT("长期"), STR_INIT("每年"), STR_INIT("每月"),
    STR_INIT("每季"), STR_INIT("制定"), STR_INIT("印发"), STR_INIT("生成"),
};
static const struct str handling[] = {
    STR_INIT("办结"), STR_INIT("办理"), STR_INIT("办毕"), STR_INIT("即办"), STR_INIT("当场"), STR_INIT("受理"),
};
/* clang-format on */

enum deadline {
    DEADLINE_FINE,
    DEADLINE_HANDLING, /* 即时办结 */
    DEADLINE_BARE      /* 20个工作日: of what, it does not say */
};

static bool has_any(struct str text, const struct str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_has(text, words[i]))
            return true;
    return false;
}

static enum deadline deadline_of(struct check *check, struct str text)
{
    if (has_any(text, publishing, COUNT(publishing)))
        return DEADLINE_FINE;
    if (has_any(text, handling, COUNT(handling)))
        return DEADLINE_HANDLING;
    struct limit l = limit_parse(check->arena, text);
    return l.n && limit_known(&l) ? DEADLINE_BARE : DEADLINE_FINE;
}

static bool is_deadline(const struct text *t)
{
    return t->part == TEXT_FIELD && t->field == FIELD_DEADLINE;
}

/* Numbers of days alone are most likely handling limits where the column has any. */
void check_deadlines(struct check *check)
{
    const struct text *other = NULL; /* the first handling limit */
    for (size_t i = 0; i < check->text_count && !other; i++)
        if (is_deadline(&check->texts[i]) &&
            deadline_of(check, check->texts[i].words) == DEADLINE_HANDLING)
            other = &check->texts[i];
    struct advice advice = {.proposal = STR(DISCLOSURE_DEADLINE)};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        enum deadline d = is_deadline(t) ? deadline_of(check, t->words) : DEADLINE_FINE;
        if (d == DEADLINE_HANDLING)
            report_text(check, t, STR(""), &advice, DIAG_DEADLINE_HANDLING,
                        STR_ARG(t->words));
        else if (d == DEADLINE_BARE && other)
            report_text(check, t, STR(""), &advice, DIAG_DEADLINE_BARE_AMONG,
                        STR_ARG(t->words), STR_ARG(other->words));
        else if (d == DEADLINE_BARE)
            report_text(check, t, STR(""), &advice, DIAG_DEADLINE_BARE,
                        STR_ARG(t->words));
    }
}

/* ---- 公开内容（要素） ---- */

enum {
    ELEMENTS = 11,
    ELEMENT_WORDS = 7,
    ELEMENTS_LEAST = 6 /* with fewer it is a list of another kind: 文件名称、文号 */
};

/* clang-format off */
/* The elements of a service item and the words that stand for them elsewhere. */
static const char *const elements[ELEMENTS][ELEMENT_WORDS] = {
    {"事项名称", "项目名称"},
    {"事项简述", "事项简介", "事项描述", "事项概述", "事项说明"},
    {"办理材料", "申请材料", "申报材料", "所需材料", "申办材料", "提交材料", "办事材料"},
    {"办理方式", "申请方式", "办理形式", "申办方式", "办理渠道", "办事方式"},
    {"办理时限", "办结时限", "承诺时限", "办理期限", "办结期限", "办事时限"},
    {"结果送达", "送达方式", "结果领取", "领取方式", "结果反馈"},
    {"收费依据", "收费标准", "收费情况", "是否收费", "收费项目"},
    {"办事时间", "办公时间", "办理时间", "受理时间", "工作时间"},
    {"办理机构", "办理地点", "受理机构", "办事地点", "受理地点", "办理部门", "办事机构"},
    {"咨询查询", "咨询途径", "查询途径", "咨询方式", "咨询电话", "查询方式", "咨询渠道"},
    {"监督投诉", "投诉渠道", "投诉电话", "监督电话", "监督渠道", "投诉举报", "投诉方式"},
};
static const char *const element_names[ELEMENTS] = {
    "事项名称", "事项简述", "办理材料", "办理方式", "办理时限", "结果送达", "收费依据及标准", "办事时间", "办理机构及地点",
    "咨询查询途径", "监督投诉渠道",
};
/* clang-format on */

/* Marks which elements a text names; blanks inside a word do not matter. */
static void mark_elements(struct check *check, struct str text, bool *named)
{
    struct runes r = runes_of(check->arena, text);
    for (size_t i = 0; i < r.n; i++)
        for (size_t e = 0; e < ELEMENTS; e++)
            for (size_t w = 0; !named[e] && w < ELEMENT_WORDS && elements[e][w]; w++)
                named[e] = runes_word(&r, i, elements[e][w]) > 0;
}

static void tell_elements(struct check *check, const struct text *t, const bool *named)
{
    struct buf lacking = {0};
    size_t n = 0;
    for (size_t e = 0; e < ELEMENTS; e++)
        if (!named[e])
            buf_printf(&lacking, "%s%s", n++ ? "、" : "", element_names[e]);
    if (n && ELEMENTS - n >= ELEMENTS_LEAST)
        report_text(check, t, STR(""), NULL, DIAG_DISCLOSURE_ELEMENTS,
                    STR_ARG(buf_str(&lacking)));
    buf_drop(&lacking);
}

/* The texts of one field stand together. */
void check_element_lists(struct check *check)
{
    for (size_t i = 0; i < check->text_count;) {
        const struct text *first = &check->texts[i];
        if (first->part != TEXT_FIELD || first->field != FIELD_ELEMENTS) {
            i++;
            continue;
        }
        bool named[ELEMENTS] = {false};
        for (; i < check->text_count && check->texts[i].of == first->of; i++)
            mark_elements(check, check->texts[i].words, named);
        tell_elements(check, first, named);
    }
}
