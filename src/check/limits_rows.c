#include "check/limits.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_LIMIT_UNKNOWN,
     "看不懂的时限照原文显示，但不能比较，也不能按天数筛选。",
     "按规定办理", "不超过20个工作日"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_limits(check);
}

const struct family family_limits = {"limits", "办理时限", run, rows, COUNT(rows)};
