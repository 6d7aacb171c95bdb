#include "check/accept.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_ACCEPT_RULE,
     "<accept>写的规则名称不存在，多半是打错了字；它本来要接受的问题照样报。",
     "<accept rule=\"limit-calender\" …/>", "<accept rule=\"limit-calendar\" …/>"},
    {DIAG_ACCEPT_UNUSED,
     "接受过的问题改好以后，<accept>也该删去，否则以后同样的错误会被它遮住。",
     "<accept rule=\"limit-calendar\" …/>，而时限已改成工作日", "（删去）"},
};
/* clang-format on */

const struct family family_accept = {"accept", "接受已知的问题", check_accepts, rows,
                                     COUNT(rows)};
