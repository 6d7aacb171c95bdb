#include "check/limits.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_LIMIT_UNKNOWN,
     "看不懂的时限照原文显示，但不能比较，也不能按天数筛选。",
     "按规定办理", "不超过20个工作日"},
    {DIAG_LIMIT_VAGUE,
     "没有天数的时限等于没有承诺。同一句里另有明确天数的（尽快办结，最长不超过20个工作日）不报。",
     "尽快办结；20个工作日左右", "不超过20个工作日"},
    {DIAG_LIMIT_MEASURE,
     "数字和“工作日”之间要有“个”。第10工作日、下一工作日这样的不是天数，不报。",
     "不超过10工作日", "不超过10个工作日"},
    {DIAG_LIMIT_CALENDAR,
     "同一目录多数时限按工作日计，少数只写“日”或“天”的，读者不知道怎么算。写明自然日、以周、月计的不报。",
     "不超过60日", "不超过60个工作日；或不超过60日（自然日）"},
    {DIAG_LIMIT_PAYMENT,
     "要拨付、支付的事项，钱到账才算办结，做不到即时办结。办理环节里没有写的，看流程图。由申请人缴费的不报；一部分人即时、一部分人有天数的不报。",
     "时限：即时办结；环节：申请—受理—审核—拨付—办结", "时限：不超过20个工作日"},
    {DIAG_LIMIT_CONFLICT,
     "同一件事只能有一个时限。分人员、分渠道、分情形的，讲某一个环节的，讲别的单位或申请人的，都不算。",
     "时限：不超过20个工作日；流程：自受理之日起15个工作日内办结", "两处都写15个工作日"},
    {DIAG_LIMIT_SUM,
     "备注或流程里分段写了天数，加起来应当等于总的时限。分段写得不全的，只在已经超过总时限时才报。",
     "时限15个工作日；备注：5个、10个、5个工作日", "时限20个工作日"},
    {DIAG_LIMIT_OUTLIER,
     "同一主项下环节相同的事项，别的时限都一样，只有一项更长或者像是少了一个零，多半是漏改。与全国清单一致的不报。",
     "20个、20个、30个、20个工作日", "都是20个工作日"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_limit_texts(check);
    check_limit_units(check);
    check_payments(check);
    check_limit_conflicts(check);
    check_limit_sums(check);
    check_limit_outliers(check);
}

const struct family family_limits = {"limits", "办理时限", run, rows, COUNT(rows)};
