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
     "空格、引号、括号里的说明、简称、按人群拆分的写法都不算不同；带本地后缀的编码不比较名称。没有编码的，只差一个字而别处又没有的，视为全国清单的那一项。主项下面另有本地的事项的，只请核对，不说应为什么。字大致相同而次序乱了的，是抄录时排乱了，按写错报。",
     "基本医疗保险个人帐户支取", "参保人员个人账户一次性支取"},
    {DIAG_NATIONAL_CODE,
     "整个目录都没有编码时（如公开标准目录没有编码栏），按名称对照，合报一条，依次给出全国的编码。几项对上全国的同一项的，不给。",
     "单位参保登记（没有编码）", "002036001001 单位参保登记"},
    {DIAG_NATIONAL_MOVED,
     "没有编码的事项，名称与全国清单的相同，所在的主项也是全国清单的主项，却不是它的主项。有编码的看编码，另有规则。",
     "异地转诊人员备案放在“参保和变更登记”下面", "放在“异地就医备案”下面"},
    {DIAG_NATIONAL_STEPS,
     "横线的写法和空格不算不同。环节多了、少了、叫法或顺序不同都只提示：各地可以有自己的环节。没有写完的另有规则；全国清单没有写环节的不报。",
     "申请—受理—审核—复核—办结", "申请—受理—审核—办结"},
    {DIAG_NATIONAL_MISSING,
     "按编码对照，带后缀的算有；没有编码而名称相同的也算有。一个主项合报一条。",
     "没有 002036001006", "有 002036001006"},
    {DIAG_NATIONAL_LIMIT,
     "时限有几种情形的，比最长的一种；5个工作日按7天、1个月按30天换算。比全国短的不报。业务办理项与所属事项的全国时限比。",
     "不超过30个工作日", "不超过20个工作日"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_scheme(check);
    if (!check->scheme)
        return;
    struct national n = national_match(check);
    check_national_titles(check, &n);
    check_national_missing(check, &n);
    check_national_moved(check, &n);
    check_national_codes(check, &n);
    check_national_extra(check, &n);
    check_national_limits(check, &n);
    check_national_steps(check, &n);
}

const struct family family_national = {"national", "与全国清单对照", run, rows,
                                       COUNT(rows)};
