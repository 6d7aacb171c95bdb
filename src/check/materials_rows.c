#include "check/entries.h"
#include "check/forms.h"
#include "check/materials.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_FORM_TITLE,
     "材料里叫《异地就医备案登记表》，表上却印着“异地就医登记备案表”，办事的人会以为是两张表。流程图、流程里的名称也比，没有附表的目录比各事项之间。空格和括号不同、少写了地名、只写后半的不算。",
     "《异地就医登记备案表》", "《异地就医备案登记表》"},
    {DIAG_FORM_MISSING,
     "只看附有表单的目录。材料、流程里写明要填的表，目录里应当有空白表；医院、其他部门出具的不算，没有写本地地名的只提示。",
     "《沅江市定点零售药店申请表》，后面没有表", "《沅江市定点零售药店申请表》，后面附着表"},
    {DIAG_FORM_QUOTES,
     "目录里多数表名加书名号，个别没有加的。只看整条材料就是一个表名的；“变更申请表”这样五个字以内的泛称、多数都不加的目录不报。",
     "定点医疗机构申请表", "《定点医疗机构申请表》"},
    {DIAG_FORM_UNNAMED,
     "附在事项后面的表，标题、材料、流程、备注里总该提到一次，否则看的人不知道为什么要填。没有办理材料的事项不报。",
     "附了《承诺书》，材料里没有", "材料：3. 《承诺书》"},
    {DIAG_FORM_UNUSED,
     "forms/ 里的表要有事项附上、材料提到，或由整个目录附上，否则读者找不到。",
     "forms/jiu-biao.xml 没有用到", "<form ref=\"jiu-biao\"/>"},
    {DIAG_MATERIAL_OPEN,
     "“其他材料”“有关证明”让人白跑，是检查最常指出的毛病。后面用括号或冒号列明的，前面列了三样以上再说“等材料”的，不算；括号里的说明不是另一样。备注里只看要求提供的；“不得要求提供其他材料”“地方需增加其他材料”这样对经办单位说的不报。",
     "法律法规规定的其他材料", "《营业执照》复印件"},
    {DIAG_MATERIAL_TWICE,
     "标点和空格不同也算同一材料；不同小标题下面的、只是相近的不算。",
     "1. 身份证复印件；3. 身份证复印件。", "1. 身份证复印件；"},
    {DIAG_FLOW_MATERIALS,
     "流程图的材料框和办理材料是同一份清单，改了一处忘了另一处，办事的人就会少带。能用的证件不同、只有一处要求盖章的也报。说法不同而意思相同的不算，清单里写在备注中的也算有。",
     "办理材料5项，流程图只有2项", "两处一样"},
    {DIAG_FLOW_TITLE,
     "目录里的流程图几乎都以事项名称作图名，只有个别不同的，多半是漏了字，或者图放错了事项。图名比事项名称多几个字的、各图都不以事项名称作图名的，不报。",
     "住院费用报销办理流程图（事项是住院医疗费用报销）", "住院医疗费用报销办理流程图"},
    {DIAG_ENTRY_DOUBLED,
     "序号由“no”单独记着，正文里再写一遍，网页和PDF上就会印出两个。2.1这样的多级序号、条目里自带的小列表不算。",
     "2. 2. 医院收费票据", "2. 医院收费票据"},
    {DIAG_ENTRY_MIXED,
     "同一列表里少数的写法是笔误。上下级的序号可以不同（1. 下面是（1）），不同栏目也可以不同。整个列表都与别处不同的，只在第一个序号提示一次。",
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
    check_forms(check);
    check_vague(check);
    check_material_twice(check);
    check_flow_materials(check);
    check_flow_titles(check);
}

const struct family family_materials = {"materials", "材料和表单", run, rows,
                                        COUNT(rows)};
