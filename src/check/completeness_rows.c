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
    {DIAG_FIELD_MISSING,
     "办事指南的十项、清单的材料时限环节、公开目录的五栏，缺了读者就办不成或查不到。写在<defaults>里的、引用别处的都算有。",
     "没有办理时限", "不超过5个工作日"},
    {DIAG_LEVELS_EMPTY,
     "三级清单里每一项至少有一级办理。",
     "三级都空着", "市级：√"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_fields(check);
}

const struct family family_completeness = {"completeness", "完整", run, rows,
                                           COUNT(rows)};
