/* limits_item - the limit of an item beside its other texts.
 *
 * A text that names days need not speak of the item as a whole: it may be of one case
 * (线上, 材料齐全的), of one step (审核), of another office (转出地), or of the applicant
 * (急诊后三个工作日内申报). So a limit contradicts only where the words before it are all on a
 * short list of words that mean the whole (自受理之日起, 承诺办结时限), and parts are added up
 * only where the texts themselves say that one follows the other. */
#include "check/limits.h"

#include "catalog/fields.h"
#include "catalog/limit.h"
#include "catalog/runes.h"
#include "check/report.h"
#include "check/text_known.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- 即时办结 and a payment ---- */

/* clang-format off */
static const struct str payments[] = {
    STR_INIT("拨付"), STR_INIT("支付"), STR_INIT("划拨"), STR_INIT("拨款"), STR_INIT("打款"),
    STR_INIT("付款"), STR_INIT("转账"),
};
/* Paid by the applicant, or not money. */
static const struct str not_payments[] = {
    STR_INIT("缴"), STR_INIT("网上支付"), STR_INIT("线上支付"), STR_INIT("扫码"), STR_INIT("移动支付"),
    STR_INIT("申请支付"), STR_INIT("申请拨付"), STR_INIT("无需"), STR_INIT("不予"),
};
/* clang-format on */

static size_t find_any(struct str text, const struct str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_has(text, words[i]))
            return i;
    return STR_NONE;
}

static bool is_payment(struct str step)
{
    return find_any(step, payments, COUNT(payments)) != STR_NONE &&
           find_any(step, not_payments, COUNT(not_payments)) == STR_NONE;
}

/* The name of the step in which the office pays; "" for none. */
static struct str payment_step(const struct item *item)
{
    for (size_t i = 0; i < item->steps.n; i++)
        if (is_payment(item->steps.at[i]))
            return item->steps.at[i];
    return STR("");
}

/* The box of the published chart in which it pays; NULL for none. */
static const struct flow_node *payment_node(const struct item *item)
{
    if (item->flow.source != FLOW_PUBLISHED)
        return NULL;
    for (size_t i = 0; i < item->flow.nodes.n; i++) {
        const struct flow_node *node = &item->flow.nodes.at[i];
        if (node->kind == NODE_STEP && is_payment(node->text))
            return node;
    }
    return NULL;
}

static bool is_immediate(const struct limit *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].kind != LIMIT_IMMEDIATE)
            return false;
    return l->n > 0;
}

static void check_payment(struct check *check, const struct subject *s,
                          const struct item *item)
{
    if (!is_immediate(&item->limit))
        return;
    struct str limit = field_text(item->field[FIELD_LIMIT]), step = payment_step(item);
    const struct flow_node *node = step.n ? NULL : payment_node(item);
    size_t at = item->own[FIELD_LIMIT] ? item->own[FIELD_LIMIT]->at : item->at;
    if (step.n)
        report_subject(check, s, at, STR("limit"), NULL, DIAG_LIMIT_PAYMENT,
                       STR_ARG(limit), STR_ARG(step));
    else if (node)
        report_subject(check, s, at, STR("limit"), NULL, DIAG_LIMIT_PAYMENT_CHART,
                       STR_ARG(limit), STR_ARG(node->text));
}

void check_payments(struct check *check)
{
    for (size_t i = 0; i < check->items.n; i++) {
        const struct subject *s = &check->items.at[i];
        check_payment(check, s, s->item);
        for (size_t k = 0; k < s->item->services.n; k++)
            check_payment(check, s, &s->item->services.at[k]);
    }
}

/* ---- two limits for the same thing ---- */

/* clang-format off */
/* Words that may stand before a limit of the whole; longer ones first. */
static const char *const whole[] = {
    "承诺办结时限", "承诺办理时限", "承诺办结期限", "承诺时限", "办理时限", "办结时限", "办理期限", "办结期限",
    "从受理之日起", "从受理申请之日起", "从收到申请之日起", "受理申请之日起", "收到申请之日起", "自收到申请之日起",
    "自受理之日起", "自受理申请之日起", "受理之日起", "自受理", "受理后", "受理", "之日起", "当日起",
    "医疗保障经办机构", "医保经办机构", "经办机构", "医保局", "受理单位", "本事项", "该事项", "申请", "提交",
    "不得超过", "不超过", "应当", "应在", "确保在", "确保", "承诺在", "承诺", "应", "于", "在", "自", "即", "为", "是", "的",
    "办结", "注", "备注", "时限", "后", "起", "：", ":", "，", ",", "（", "(", "、", "\n", "“", "《",
};
/* Names of steps: an amount behind one of these is of this step. */
static const char *const steps[] = {
    "申请", "受理", "初审", "审核", "复核", "复审", "审查", "审批", "核定", "核准", "决定", "验收", "考察评估", "结果公示",
    "签署协议", "拨付", "支付", "送达", "发放", "公示",
};
/* clang-format on */

enum scope { SCOPE_WHOLE, SCOPE_STEP, SCOPE_OTHER };

/* What the words before an amount leave it to be about. */
static enum scope scope_of(struct check *check, const struct text *t,
                           const struct amount *amount)
{
    struct runes r = runes_of(check->arena, amount->before);
    enum scope scope = SCOPE_WHOLE;
    size_t i = 0, end;
    if (t->part == TEXT_FLOW && (end = ANY_AT(&r, 0, steps))) {
        scope = SCOPE_STEP;
        i = end;
    }
    for (; i < r.n; i = end)
        if (!(end = ANY_AT(&r, i, whole)))
            return SCOPE_OTHER;
    if (t->entry && t->entry->name.n && !str_eq(t->entry->name, STR("办结")))
        scope = SCOPE_STEP;
    return scope;
}

/* True when the amount is said to end the matter, not a letter or a notice in between. */
static bool ends_matter(const struct text *t, const struct amount *amount)
{
    static const struct str labels[] = {STR_INIT("时限"), STR_INIT("期限")};
    if (amount->part.kind == LIMIT_IMMEDIATE || amount_finishes(amount) ||
        t->part == TEXT_FLOW || (t->entry && str_eq(t->entry->name, STR("办结"))))
        return true;
    return find_any(amount->before, labels, COUNT(labels)) != STR_NONE;
}

/* What stands behind the amount must not narrow it: 20个工作日内办结的, 内办结，特殊情况…. */
static bool stands_alone(const struct amount *amount)
{
    struct str after = str_trim(amount->after);
    static const struct str ends[] = {STR_INIT("。"), STR_INIT("；"), STR_INIT(";"),
                                      STR_INIT("）"), STR_INIT(")"),  STR_INIT("，"),
                                      STR_INIT(","),  STR_INIT("”"),  STR_INIT("！")};
    static const struct str narrows[] = {STR_INIT("除外"), STR_INIT("特殊"),
                                         STR_INIT("延长"), STR_INIT("情形"),
                                         STR_INIT("情况"), STR_INIT("另")};
    if (find_any(after, narrows, COUNT(narrows)) != STR_NONE)
        return false;
    for (size_t i = 0; i < COUNT(ends); i++)
        if (str_starts(after, ends[i]))
            return true;
    return !after.n;
}

static bool exceeds(const struct limit_part *a, const struct limit_part *b)
{
    struct limit x = {.at = (struct limit_part *)a, .n = 1};
    struct limit y = {.at = (struct limit_part *)b, .n = 1};
    return limit_compare(&x, &y) > 0;
}

/* Most texts have none. */
static struct amounts amounts_in(struct check *check, const struct text *t)
{
    if (text_lacks(t, TEXT_LACKS_AMOUNTS))
        return (struct amounts){0};
    struct amounts list = amounts_find(check->arena, t->words);
    text_note(t, TEXT_LACKS_AMOUNTS, !list.n);
    return list;
}

static void check_mention(struct check *check, const struct text *t)
{
    const struct limit_part *own = limits_single(t->item);
    if (!own)
        return;
    struct amounts list = amounts_in(check, t);
    if (list.n != 1 || amount_same(&list.at[0].part, own))
        return;
    const struct amount *amount = &list.at[0];
    enum scope scope = scope_of(check, t, amount);
    if (scope == SCOPE_OTHER || !stands_alone(amount))
        return;
    if (scope == SCOPE_STEP ? !exceeds(&amount->part, own) : !ends_matter(t, amount))
        return;
    struct str limit = field_text(item_field(t->item, FIELD_LIMIT));
    report_text(check, t, amount->words, NULL, DIAG_LIMIT_CONFLICT,
                STR_ARG(amount->words), STR_ARG(limit));
}

/* Two limits of one field, neither with a word of when it holds. */
static void check_twofold(struct check *check, const struct text *t)
{
    struct limit l = limits_of_text(check, t);
    for (size_t i = 0; i < l.n; i++)
        if (l.at[i].when.n || l.at[i].kind == LIMIT_OTHER)
            return;
    for (size_t i = 1; i < l.n; i++)
        if (!amount_same(&l.at[i - 1], &l.at[i])) {
            report_text(check, t, STR(""), NULL, DIAG_LIMIT_TWOFOLD, STR_ARG(t->words));
            return;
        }
}

void check_limit_conflicts(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        bool field = t->part == TEXT_FIELD;
        if (field && t->field == FIELD_LIMIT)
            check_twofold(check, t);
        else if (t->item &&
                 (t->part == TEXT_FLOW ||
                  (field && (t->field == FIELD_PROCESS || t->field == FIELD_NOTES ||
                             t->field == FIELD_CHANNELS))))
            check_mention(check, t);
    }
}

/* ---- parts and their sum ---- */

struct sum {
    unsigned total;
    size_t parts;
    bool begins, ends, certain;
    const struct text *last;
    struct str words;
};

/* True when the words before an amount put it behind another event: 收到《联系函》后. */
static bool follows(struct str before)
{
    static const struct str signs[] = {STR_INIT("后"), STR_INIT("之日起"),
                                       STR_INIT("之后")};
    return find_any(before, signs, COUNT(signs)) != STR_NONE;
}

/* One part: a step with its days, or a note that follows the one before. */
static void add_part(struct check *check, const struct text *t, struct sum *sum)
{
    struct amounts list = amounts_in(check, t);
    bool step = t->field == FIELD_PROCESS;
    if (!list.n || (step && !t->entry->name.n))
        return;
    const struct amount *amount = &list.at[0];
    if (amount->part.unit != LIMIT_WORKDAY || (!step && !follows(amount->before)))
        return;
    if (list.n > 1)
        sum->certain = false;
    if (!sum->parts)
        sum->begins = str_has(amount->before, STR("受理"));
    sum->parts++;
    sum->total += amount->part.value;
    sum->ends = amount_finishes(amount);
    sum->last = t;
    sum->words = amount->words;
}

static void check_sum(struct check *check, const struct sum *sum)
{
    if (sum->parts < 2 || !sum->certain)
        return;
    const struct item *item = sum->last->item;
    const struct limit_part *own = limits_single(item);
    if (!own || own->unit != LIMIT_WORKDAY || own->value == sum->total)
        return;
    bool step = sum->last->field == FIELD_PROCESS;
    /* Steps without a number may take the rest; notes from 受理 to 办结 are all there is. */
    if (step ? sum->total < own->value : !sum->begins || !sum->ends)
        return;
    struct str limit = field_text(item_field(item, FIELD_LIMIT));
    report_text(check, sum->last, sum->words, NULL, DIAG_LIMIT_SUM, sum->parts,
                sum->total, STR_ARG(limit));
}

void check_limit_sums(struct check *check)
{
    struct sum sum = {.certain = true};
    const struct field *of = NULL;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        bool wanted = t->part == TEXT_FIELD && t->item && t->entry &&
                      (t->field == FIELD_PROCESS || t->field == FIELD_NOTES);
        if (!wanted || t->of != of) {
            check_sum(check, &sum);
            sum = (struct sum){.certain = true};
            of = t->of;
        }
        if (wanted && t->attribute == NULL)
            add_part(check, t, &sum);
    }
    check_sum(check, &sum);
}
