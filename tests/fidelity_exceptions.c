/* The exceptions of text fidelity: all there are. `tests/unit/fidelity_source_test.c` counts
 * them and finds rows that no longer apply. */
#include "fidelity.h"

#define REPEATED "每页重印"

/* clang-format off */
const struct fidelity_exception fidelity_exceptions[] = {
    /* 宁乡：以后各页重印的表头。 */
    {"ningxiang", 30, "主 项\t子项序号\t子 项\t宁乡市\t乡镇（街道）\t村（社区）", "", REPEATED},
    {"ningxiang", 45, "主 项\t子项序号\t子 项\t宁乡市\t乡 镇 (街 道)\t村 (社 区)", "", REPEATED},
    {"ningxiang", 60, "主 项\t子项序号\t子 项\t宁乡市\t乡镇（街道）\t村（社区）", "", REPEATED},
    {"ningxiang", 74, "主 项\t子项序号\t子 项\t宁乡市\t乡镇（街道）\t村（社区）", "", REPEATED},
    /* 平顶山：以后各页重印的表头，最后一次中间有空格；第二页重印的主项“一”和它的编码。 */
    {"pingdingshan", 11, "主项\t主项编码\t子项序号\t子项\t子项编码\t办理材料\t办理时限\t办理环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 20, "主项\t主项编码\t子项序号\t子项\t子项编码\t办理材料\t办理时限\t办理环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 26, "主项\t主项编码\t子项序号\t子项\t子项编码\t办理材料\t办理时限\t办理环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 32, "主项\t主项编码\t子项序号\t子项\t子项编码\t办理材料\t办理时限\t办理环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 41, "主项\t主项编码\t子项序号\t子项\t子项编码\t办理材料\t办理时限\t办理环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 45, "主项\t主项 编码\t子项 序号\t子项\t子项 编码\t办理材料\t办理时限\t办理 环节\t备注\t设定依据", "", REPEATED},
    {"pingdingshan", 12, "一、基本医疗保险参保和变更登记\t00203600100y", "\t", REPEATED},
    /* 一格横跨办理时限和办理环节，后面各格在提取时向左移了一格：多放一个空格。 */
    {"pingdingshan", 24, "\t医院办结\t", "\t医院办结\t\t", "一格横跨两栏"},
    /* 新绛：表头的括号，各清单共用的栏名里是全角的。 */
    /* 宁夏：同一主项的编码又印了一次。 */
    {"ningxia", 199, "00203611000Y", "", "主项“一”的编码印了两次"},
    /* 沅江：第二次印的《……申领表》多一行“申报单位”，存的是这一种。 */
    {"yuanjiang", 3070, "申领表", "申领表申报单位：（盖章）", "第一次印的没有这一行"},
    /* 两个“申请”框，流程图里只用得上一个。 */
    {"yuanjiang", 3553, "申请", "", "同一个框两次"},
    {"yuanjiang", 2176, "（1）", "（一）", "字段的编号，JSON 里没有；在 catalog.xml 里"},
    {"yuanjiang", 2177, "（2）", "（二）", "字段的编号，JSON 里没有；在 catalog.xml 里"},
    {"yuanjiang", 2178, "（3）", "（三）", "字段的编号，JSON 里没有；在 catalog.xml 里"},
    {"yuanjiang", 2179, "（4）", "（四）", "字段的编号，JSON 里没有；在 catalog.xml 里"},
};
const size_t fidelity_exception_count =
    sizeof fidelity_exceptions / sizeof *fidelity_exceptions;

/* 图已残缺，框由程序补全（SOURCE.md 的“流程图”）：不是原文，原文里也找不到。 */
const struct fidelity_completion fidelity_completions[] = {
    /* 出具《参保凭证》：原文只剩“材料不全……”一个框和一个“否”。 */
    {"002036003001", "医保电子凭证或有效身份证件或社保卡。"},
    {"002036003001", "申请"},
    {"002036003001", "办理材料"},
    {"002036003001", "判断是否受理"},
    {"002036003001", "不属于受理范围的不予受理并告知原因"},
    {"002036003001", "受理"},
    {"002036003001", "办结"},
    {"002036003001", "是"},
    {"002036003001", "否"}, /* 两个分支，原文只剩一个 */
    /* 零售药店申请定点：原文只剩图名和第 1 条材料。 */
    {"002036009002", "申请"},
    {"002036009002", "办理材料"},
    {"002036009002", "判断是否受理"},
    {"002036009002", "材料不全的一次性告知需补齐的材料并重新提交"},
    {"002036009002", "不属于受理范围的不予受理并告知原因"},
    {"002036009002", "受理"},
    {"002036009002", "考察评估"},
    {"002036009002", "结果公示"},
    {"002036009002", "签署协议"},
    {"002036009002", "办结"},
    {"002036009002", "否"},
    {"002036009002", "否"},
    {"002036009002", "是"},
};
const size_t fidelity_completion_count =
    sizeof fidelity_completions / sizeof *fidelity_completions;
/* clang-format on */
