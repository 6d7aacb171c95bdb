#include "check/rules.h"
#include "check/usage.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_LIMIT_DOUBLED,
     "“不超过”已经是上限，后面不再写“内”。只看中间只有数字和单位的；“内部”“内地”不报。",
     "不超过2个工作日内", "不超过2个工作日"},
    {DIAG_LIMIT_FORM,
     "同一目录的时限几乎都写“不超过……”，少数几处只写天数的，读者会以为意思不同。两种写法都常见的不报。",
     "15个工作日（其他各项都写“不超过20个工作日”）", "不超过15个工作日"},
    {DIAG_ENTRY_END_EXTRA,
     "列表的最后一条，和只有两条的列表：前面各条用分号的，最后一条用句号；别的列表都不用标点的，只有一条有的指出来。"
     "中间的各条另见text-end；由几句话组成的一条以句号结尾的不报，目录里两种写法都常见的不报。",
     "1.身份证；2.户口簿；3.申请表", "1.身份证；2.户口簿；3.申请表。"},
    {DIAG_ENTRY_SINGLE,
     "只有一条的列表不编号。目录里只有一条的列表几乎都不编号时才报；一条里面还有2.、②的不报。",
     "1.本地参保人员方可办理", "本地参保人员方可办理"},
    {DIAG_TERM_VARIANTS,
     "只报意思完全相同、有一种是规范写法的词，目录里两种写法都有时才报；处数是全目录的，一个文件里的几处合起来报。依据和书名号里面照原文，不报。",
     "其它；户口本；法人代表", "其他；户口簿；法定代表人"},
    {DIAG_TEXT_OUTDATED,
     "证件和对象改了名称，办事的人会去找一个已经没有的证件。“旧暂住证”和书名号里面的不报；目录在改名以前印发的只提示。",
     "暂住证；外国人就业证", "居住证；外国人工作许可证"},
    {DIAG_OFFICE_ABBREVIATION,
     "几乎各项的受理单位都一样，少数几项写成了简称相同的另一个名称、泛称，或者只差一两个字。"
     "多写了一个单位的、确实是别的单位的不报。",
     "医疗保障经办机构窗口（其他各项都是“市医疗保障事务中心”）", "市医疗保障事务中心"},
    {DIAG_PLACE_VAGUE,
     "别的事项都写了地址，这里只有“办事大厅”一类的泛称。写了单位名称的不报。",
     "现场办理：医保经办机构办事大厅", "现场办理：桔城大道88号政务中心三楼医保窗口"},
    {DIAG_TITLE_VARIANTS,
     "同一主项下其他各项的名称都有的一个词，只有这一项没有，而前后的字都一样。只报五项以上的主项。",
     "城乡居民参保信息变更登记", "城乡居民基本医疗保险参保信息变更登记"},
    {DIAG_TEXT_COPIED,
     "一个事项的两栏里有一字不差的一长段。地点、电话、单位可以重复，不报；引用别处文字（ref）的不报。",
     "服务对象栏里的话又原样写在备注里", "各栏写各栏的内容"},
    {DIAG_ENTRY_NEAR,
     "一条材料在许多事项里一字不差，只有一处少了三个字以内，多半是漏字。换成别的字的不报。",
     "有效身份证原件或社会保障卡或医保电子凭证", "有效身份证件原件或社会保障卡或医保电子凭证"},
    {DIAG_FORM_BOX,
     "表单里并列的两行开头相同，一行有方框，一行没有。",
     "□经审核，不符合条件 / 经审核，同意办理", "□经审核，不符合条件 / □经审核，同意办理"},
    {DIAG_TEXT_BREAK,
     "从表格里抄来时换行留在了文件的标题里，查找和链接都会落空。几个发文机关各占一行的不报。",
     "《国家税务总局宁夏回族 / 自治区税务局关于……的通知》", "《国家税务总局宁夏回族自治区税务局关于……的通知》"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_limits_doubled(check);
    check_limit_forms(check);
    check_entry_ends(check);
    check_single_entries(check);
    check_words(check);
    check_office_names(check);
    check_places_vague(check);
    check_sibling_titles(check);
    check_copied(check);
    check_near_entries(check);
    check_form_boxes(check);
    check_broken_titles(check);
}

const struct family family_usage = {"usage", "前后一致", run, rows, COUNT(rows)};
