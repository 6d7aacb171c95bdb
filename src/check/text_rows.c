#include "check/rules.h"
#include "check/text_rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_TEXT_REMNANT_START,
     "删改以后留下的半句话：开头是逗号、顿号或“的”，末尾是逗号、顿号、“以及”，中间是空括号、“不超过个工作日”，一种材料后面接着另一种的后半截。以冒号、分号结尾的不报，接着前面编号的不报。",
     "，符合条件的当场受理", "符合条件的当场受理"},
    {DIAG_TEXT_REPEATED,
     "粘贴时重了的词。两个词正好接在一起的（城乡居民居民身份证、派出所所长）和叠词（人人、研究研究）不报。",
     "到窗口办理办理", "到窗口办理"},
    {DIAG_TEXT_WIDTH,
     "汉字后面的逗号、分号、冒号、括号用全角的；一对括号合报一条。网址、编码、数字和括号里只有数字字母的（1）不报。全角的数字和字母改用半角。",
     "身份证复印件;", "身份证复印件；"},
    {DIAG_TEXT_BLANK,
     "汉字中间的空格，多半是从表格里抄来时换行留下的。去掉空格的词在目录别处有的，可以放心删去；句子里只有一个字被隔开的，只提示；联合发文的机关之间、拉开的标题（备　注）、表单不报；通知的标题只报拆开了词的；名称已报与全国清单不同的，不再报。空格两边都像并列的一项（身份证 户口簿）的，才建议改用顿号。",
     "政务服 务事项", "政务服务事项"},
    {DIAG_TEXT_LOOKALIKE,
     "形状或读音相近而写错的字。只报确实不成词的：“平顶山符合条件”“自己办理”“期末参保人数”不报。",
     "山符合条件的人员申请", "由符合条件的人员申请"},
    {DIAG_TEXT_PRIVATE,
     "私用区、未分配的字符和替换符在别人的电脑上是空框，原来是什么字已经看不出来；零宽字符看不见，但会让查找落空；部首字符（⽤）看起来像字而不是字。",
     "⽤人单位", "用人单位"},
    {DIAG_TEXT_DASH,
     "同一栏里连接各环节的横线前后不一，全目录只报一次，附各种的处数；环节之间统一用“—”。编码、电话、年份里的横线不算。",
     "申请—受理-办结", "申请—受理—办结"},
    {DIAG_TEXT_MARKS,
     "两个标点接在一起。叠用的问号、叹号和省略号不报。",
     "参保登记。。", "参保登记。"},
    {DIAG_TEXT_END,
     "同一个清单里有的材料后面有分号，有的没有；最后一项用句号或不用都行，用分号不行；一项里有几句话的，末尾可以是句号。办理步骤、受理单位这些句子，整份目录几乎都以句号结尾时，才报没有句号的几处。",
     "1.身份证；2.户口簿 3.申请表。", "1.身份证；2.户口簿；3.申请表。"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_remnants(check);
    check_repeats(check);
    check_widths(check);
    check_blanks(check);
    check_lookalikes(check);
    check_odd_characters(check);
    check_dashes(check);
    check_marks(check);
    check_ends(check);
}

const struct family family_text = {"text", "文字", run, rows, COUNT(rows)};
