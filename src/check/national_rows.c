#include "check/national.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_SCHEME_OFF,
     "目录不写对照的清单，就不与任何清单比较。",
     "scheme=\"\"", "scheme=\"ylbz-2020\""},
    {DIAG_SCHEME_UNREAD,
     "目录写的清单读不到；同一个编码在不同的清单里可以是不同的事项，不能用别的清单代替。",
     "scheme=\"ylbz-2021\"", "scheme=\"ylbz-2020\""},
    {DIAG_NATIONAL_TITLE,
     "空格、引号、括号里的说明、简称、按人群拆分的写法都不算不同；带本地后缀的编码不比较名称。",
     "基本医疗保险个人帐户支取", "参保人员个人账户一次性支取"},
    {DIAG_NATIONAL_MISSING,
     "按编码对照，带后缀的算有；没有编码而名称相同的也算有。一个主项合报一条。",
     "没有 002036001006", "有 002036001006"},
    {DIAG_NATIONAL_LIMIT,
     "时限有几种情形的，比最长的一种；5个工作日按7天、1个月按30天换算。比全国短的不报。",
     "不超过30个工作日", "不超过20个工作日"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_scheme(check);
    if (!check->scheme)
        return;
    check_national_titles(check);
    check_national_missing(check);
    check_national_limits(check);
}

const struct family family_national = {"national", "与全国清单对照", run, rows,
                                       COUNT(rows)};
