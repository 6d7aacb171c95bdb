#include "check/privacy.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_PRIVACY_IDENTITY,
     "公开的文件里不能有个人的身份证号码。按18位的出生日期和校验码认定；15位的旧号码要前面写着身份证才报。编码、统一社会信用代码不报，打了星号的不报。",
     "身份证号码：11010519491231002X", "身份证号码：（填写本人的号码）"},
    {DIAG_PRIVACY_MOBILE,
     "个人的手机号码一般不公开；单位专用的手机可以保留，在目录里写明接受这一条。七位以上相同的数字（13800000000）当作留空，不报。",
     "联系人手机：13912345678", "联系电话：0737-2817103"},
    {DIAG_PRIVACY_BANK,
     "个人的银行卡号不能公开。按62开头的16至19位和末位的校验码认定。",
     "银行卡号：6222020200112233440", "银行卡号：（填写本人的卡号）"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_privacy(check);
}

const struct family family_privacy = {"privacy", "个人信息", run, rows, COUNT(rows)};
