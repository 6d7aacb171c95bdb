#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define END DIAG_COUNT

/* clang-format off */
const struct rule rules[] = {
    {{DIAG_CODE_LETTERS, DIAG_CODE_BLANKS, DIAG_CODE_LENGTH, DIAG_CODE_DIRECTORY,
      DIAG_CODE_LOOKALIKE, DIAG_CODE_SUB, DIAG_CODE_USCC, DIAG_CODE_LEVEL, DIAG_CODE_LEAF,
      DIAG_CODE_DATE, DIAG_CODE_SERIAL, END},
     false, rule_code_form,
     "全国的基本编码是12位：2位编制地区（00是全国）、2位事项类型、5位主项、3位子项。只有明显是全国编码"
     "而写错了的才报；别的形状（511A0138000000、0731-Y、1307 36010 001）都是本地编码，不算错。"},
    {{DIAG_CODE_NEAR, DIAG_CODE_TITLE, DIAG_CODE_EXTRA, DIAG_CODE_EXTRA_MANY, END},
     true, rule_code_unknown,
     "名称与全国清单相同、编码只差一个字符的，是笔误；编码和名称各属于全国清单的两项，必有一个错；"
     "此外全国清单里没有的编码可能是本地增加的，只提示。"},
    {{DIAG_CODE_PARENT, DIAG_CODE_GROUP, END},
     false, rule_code_parent,
     "子项编码的前9位就是主项编码的前9位。合并单元格移了位，子项就会落到别的主项下面。"},
    {{DIAG_CODE_TWICE, END},
     false, rule_code_twice,
     "网页、二维码和统计都按编码认事项。主项没有子项时，主项与子项的编码相同，不算重复。"},
    {{DIAG_CODE_MISSING, DIAG_CODE_MISSING_ALL, END},
     false, rule_code_missing,
     "没有编码的事项无法与全国清单对照。公开标准目录本来没有编码栏，不报。"},
    {{DIAG_SCHEME_OFF, DIAG_SCHEME_UNREAD, END},
     false, rule_scheme_off,
     "目录不写对照的清单，或者写的清单读不到，就不与任何清单比较；同一个编码在不同的清单里可以是不同的事项。"},
    {{DIAG_NATIONAL_TITLE, END},
     true, rule_national_title,
     "空格、引号、括号里的说明、简称、按人群拆分的写法都不算不同；带本地后缀的编码不比较名称。"},
    {{DIAG_NATIONAL_MISSING, END},
     true, rule_national_missing,
     "按编码对照，带后缀的算有；没有编码而名称相同的也算有。一个主项合报一条。"},
    {{DIAG_NATIONAL_LIMIT, END},
     true, rule_national_limit,
     "时限有几种情形的，比最长的一种；5个工作日按7天、1个月按30天换算。比全国短的不报。"},
    {{DIAG_TITLE_MISSING, DIAG_GROUP_HEADING, DIAG_FIELD_MISSING, DIAG_FIELD_MISSING_MANY,
      DIAG_FIELD_MISSING_ALL, DIAG_LEVELS_EMPTY, END},
     false, rule_field_missing,
     "办事指南的十项、清单的材料时限环节、三级清单的层级、公开目录的五栏，缺了读者就办不成或查不到。"
     "写在<defaults>里的、引用别处的都算有。"},
    {{DIAG_LIMIT_UNKNOWN, END},
     false, rule_limit_unknown,
     "看不懂的时限照原文显示，但不能比较，也不能按天数筛选。"},
    {{DIAG_FORM_TITLE, END},
     false, rule_form_title,
     "材料里叫《异地就医备案登记表》，表上却印着“异地就医登记备案表”，办事的人会以为是两张表。"
     "空格和括号不同、少写了地名的不算。"},
};
/* clang-format on */

const size_t rule_count = COUNT(rules);
