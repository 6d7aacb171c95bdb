#include "check/disclosure.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_DEADLINE_HANDLING,
     "公开时限说的是信息多久内公开，不是事情多久办完。写明公开、形成、变更、更新的不报；只写天数的，同栏另有“即时办结”一类时限的才算，否则提示补上从哪一天起算。",
     "即时办结", "公开事项信息形成或变更之日起20个工作日内公开"},
    {DIAG_DISCLOSURE_ELEMENTS,
     "服务事项的公开内容通常是11项要素。叫法、次序不同的都认；不到6项的是另一种内容（文件名称、文号等），不看。",
     "事项名称、办理材料、办理方式、办理时限、结果送达、办事时间、办理机构及地点",
     "事项名称、事项简述、办理材料、办理方式、办理时限、结果送达、收费依据及标准、办事时间、办理机构及地点、咨询查询途径、监督投诉渠道"},
    {DIAG_AUDIENCE_NONE,
     "全社会和特定群体只选一个。只设一栏的不看。",
     "全社会√ 特定群体√", "全社会√"},
    {DIAG_MODE_NONE,
     "主动公开和依申请公开只选一个。只设一栏的不看。",
     "主动、依申请都空着", "主动√"},
    {DIAG_LEVEL_NONE,
     "县级、乡级至少选一个，可以都选。",
     "县级、乡级都空着", "县级√ 乡级√"},
    {DIAG_DISCLOSURE_CHANNEL,
     "标准目录列出13种渠道和载体，■表示选中，□表示没有选。公开查询点、村居公示栏等各地的叫法都认；“其他”后面写什么都可以。",
     "政府门户网站", "■政府网站 □政府公报 □两微一端……"},
};
/* clang-format on */

static void run(struct check *check)
{
    if (!check->catalog->kinds[KIND_DISCLOSURE])
        return;
    check_ticks(check);
    check_deadlines(check);
    check_element_lists(check);
    check_publication(check);
}

const struct family family_disclosure = {"disclosure", "公开目录", run, rows,
                                         COUNT(rows)};
