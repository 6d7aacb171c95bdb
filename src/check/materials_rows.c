#include "check/materials.h"
#include "check/entries.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_FORM_TITLE,
     "材料里叫《异地就医备案登记表》，表上却印着“异地就医登记备案表”，办事的人会以为是两张表。空格和括号不同、少写了地名的不算。",
     "《异地就医登记备案表》", "《异地就医备案登记表》"},
    {DIAG_ENTRY_DOUBLED,
     "序号由“no”单独记着，正文里再写一遍，网页和PDF上就会印出两个。2.1这样的多级序号、条目里自带的小列表不算。",
     "2. 2. 医院收费票据", "2. 医院收费票据"},
    {DIAG_ENTRY_MIXED,
     "同一列表里少数的写法是笔误。上下级的序号可以不同（1. 下面是（1）），不同栏目也可以不同。整个列表都与别处不同的，只提示。",
     "1. … 2、 … 3. …", "1. … 2. … 3. …"},
    {DIAG_ENTRY_ORDER_GAP,
     "序号缺了、重了、乱了，多半是漏掉一条，或者一条落到了别的事项里。小标题后面重新数起、条目里的小列表不算。",
     "①身份证；②户口簿；④照片", "①身份证；②户口簿；③照片"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_entries(check);
    check_entry_styles(check);
    check_subnumbers(check);
    check_form_titles(check);
}

const struct family family_materials = {"materials", "材料和表单", run, rows,
                                        COUNT(rows)};
