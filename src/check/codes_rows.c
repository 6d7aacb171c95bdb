#include "check/codes.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_CODE_LETTERS,
     "全国的基本编码只用大写字母。",
     "00203600100y", "00203600100Y"},
    {DIAG_CODE_BLANKS,
     "编码中间没有空格。本地把编码分段写的（1307 36010 001）不算错。",
     "00203 60090 0Y", "00203600900Y"},
    {DIAG_CODE_LENGTH,
     "全国的基本编码是12位：2位编制地区（00是全国）、2位事项类型、5位主项、3位子项。只有明显是全国编码而写错了位数的才报。",
     "0020360040Y", "00203600400Y"},
    {DIAG_CODE_DIRECTORY,
     "前两位是编制这份清单的地区：00是全国，其余是省级行政区划的前两位。",
     "902036001002", "002036001002"},
    {DIAG_CODE_LOOKALIKE,
     "字母O、I、l和全角数字看起来像数字，程序认不出来。",
     "OO2036001001", "002036001001"},
    {DIAG_CODE_SUB,
     "末三位里只有00Y可以带Y，表示有子项的主项。",
     "00203600101Y", "002036001011"},
    {DIAG_CODE_USCC,
     "实施编码前18位是统一社会信用代码，末位是校验码（GB 32100-2015第5.5条）。早年有的代码本来就不合校验，所以是警告。",
     "11440300MB2D072240", "11440300MB2D072246"},
    {DIAG_CODE_LEVEL,
     "实施编码第19位是行使层级：1国家、2省、3地市、4区县、5乡镇、6村。",
     "…9…", "…4…"},
    {DIAG_CODE_LEAF,
     "实施编码是具体办理的事项，末尾是子项，不是00Y。",
     "…00203600100Y", "…002036001001"},
    {DIAG_CODE_DATE,
     "办件编码里的8位是日期。",
     "20220631", "20220630"},
    {DIAG_CODE_SERIAL,
     "业务办理项从01数起。",
     "…00", "…01"},
    {DIAG_CODE_NEAR,
     "名称与全国清单相同、编码只差一个字符的，是笔误。",
     "002036001012（单位参保登记）", "002036001001（单位参保登记）"},
    {DIAG_CODE_TITLE,
     "编码和名称各属于全国清单的两项，必有一个错。",
     "002036001001 职工参保登记", "002036001002 职工参保登记"},
    {DIAG_CODE_EXTRA,
     "全国清单里没有的编码可能是本地增加的，只提示。",
     "002036001008", "002036001007"},
    {DIAG_CODE_PARENT,
     "子项编码的前9位就是主项编码的前9位。合并单元格移了位，子项就会落到别的主项下面。",
     "00203600100Y 下的 002036002001", "00203600100Y 下的 002036001001"},
    {DIAG_CODE_TWICE,
     "网页、二维码和统计都按编码认事项。主项没有子项时，主项与子项的编码相同，不算重复。",
     "两项都是 002036001001", "002036001001、002036001002"},
    {DIAG_CODE_MISSING,
     "没有编码的事项无法与全国清单对照。公开标准目录本来没有编码栏，不报。",
     "（空）", "002036001001"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_code_forms(check);
    if (check->scheme)
        check_unknown_codes(check);
    check_parents(check);
    check_twice(check);
    check_missing_codes(check);
}

const struct family family_codes = {"codes", "编码", run, rows, COUNT(rows)};
