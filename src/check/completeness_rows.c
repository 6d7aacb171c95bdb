#include "check/completeness.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_TITLE_MISSING,
     "没有名称的事项，读者找不到。",
     "（空）", "单位参保登记"},
    {DIAG_GROUP_HEADING,
     "主项的名称和编码是目录的骨架。",
     "（空）", "基本医疗保险参保和变更登记"},
    {DIAG_GROUP_EMPTY,
     "主项下面没有事项，网站上就是一个空栏目。",
     "五、基本医疗保险待遇认定（下面没有事项）", "删去这个主项，或补上它的事项"},
    {DIAG_CATALOG_EMPTY,
     "没有事项的目录发布出去是一个空页面。个别主项没有事项的，另有一条规则。",
     "<catalog …><title>某县政务服务事项清单</title></catalog>", "<group><title>…</title><item>…</item></group>"},
    {DIAG_FIELD_MISSING,
     "办事指南的十项、清单的材料时限环节、公开目录的五栏，缺了读者就办不成或查不到。写在<defaults>里的、引用别处的都算有。",
     "没有办理时限", "不超过5个工作日"},
    {DIAG_FIELD_USUAL,
     "同一目录里八项中至少有七项写了的内容，个别事项没有写，多半是漏了；缺设定依据的是警告，依据写在备注里的由basis-column报。备注不算；必填的内容另有一条规则。",
     "54项有设定依据，1项没有", "55项都有设定依据"},
    {DIAG_ELEMENT_MISSING,
     "网站检查按八类要素看办事指南：事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程；整本都没有的，每类说一次。"
     "服务对象算作申请条件。事项清单不是办事指南，只提示一次；层级清单和公开目录不看。",
     "整本指南没有写窗口几点办公", "办理时间：工作日上午9:00—12:00，下午13:30—17:00"},
    {DIAG_FIELD_NUMBER,
     "多数事项用统一的编号（一）（二）（三），个别事项另用一种，或者编号中间断了。",
     "（1）事项名称（2）受理单位……（五）办理流程", "（一）事项名称（二）受理单位……（五）办理流程"},
    {DIAG_FIELD_CUT,
     "与别处同一段文字的开头一模一样，却在句子中间、分号后面或者“办结”之前断了；或者流程图只剩一个框，一个框也没有。",
     "1.现场评价：……；（别处还有2、3两条）", "把后面的补全"},
    {DIAG_ITEM_NUMBER,
     "序号应当连续，每个主项从头编的也可以。1.2、附1这样的序号不看。",
     "1、2、4、4", "1、2、3、4"},
    {DIAG_GROUP_NUMBER,
     "主项的编号应当连续。",
     "七、八、（空）、十、", "七、八、九、十、"},
    {DIAG_LEVELS_EMPTY,
     "三级清单里每一项至少有一级办理。",
     "三级都空着", "市级：√"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_headings(check);
    check_fields(check);
    check_usual_fields(check);
    check_elements(check);
    check_field_numbers(check);
    check_truncated(check);
    check_numbers(check);
}

const struct family family_completeness = {"completeness", "完整", run, rows,
                                           COUNT(rows)};
