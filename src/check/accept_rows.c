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
    {DIAG_ACCEPT_TWICE,
     "同一规则、同一位置接受了两次，两条的理由还可能不一样，日后只改一条就对不上。同一规则接受在不同的位置不算。",
     "两条 <accept rule=\"limit-unknown\" at=\"002036001001/limit\" …/>", "（删去其中一条）"},
};
/* clang-format on */

const struct family family_accept = {"accept", "接受已知的问题", check_accepts, rows,
                                     COUNT(rows)};
