#include "check/names.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_REGION_OTHER,
     "套用别处的文件时没有改尽，办事的人会以为走错了门。按国家的行政区划名称表核对；本地、上级和下级的地名不报，香港、澳门、台湾不报，"
     "文件的标题和发文机关、医院和企业的名称、路名、几个地名的并列、举例和异地的情形也不报。只认带“省、市、县、区”的全称。",
     "《宁乡市异地就医备案登记表》（在沅江市的办事指南里）", "《沅江市异地就医备案登记表》"},
    {DIAG_OFFICE_OTHER,
     "机构前面的地名是别处的；或者县里的受理单位、公开主体、咨询电话写成了省里的机构。写省里的平台、网站、小程序不报，监督电话不报。",
     "受理单位：宁乡市医疗保障局（在沅江市的办事指南里）", "受理单位：沅江市医疗保障局"},
    {DIAG_LEVEL_IMPOSSIBLE,
     "县的清单里没有“市本级”，市辖区的文件不会说“我县”。县级市的“市本级”可能指本市，不报；并列的“市、县医保局”“本县（市、区）”不报。",
     "我县参保人员（在宁乡市的文件里）", "我市参保人员"},
    {DIAG_OFFICE_ABOLISHED,
     "机构改革后旧的名称找不到门。引用的文件的标题和发文机关用当时的名称，不报；“原工商局”不报；目录在改革以前印发的只提示，没有日期的按它引用的最新文件算。",
     "到工商局办理", "到市场监督管理局办理"},
};
/* clang-format on */

static void run(struct check *check)
{
    check_region_code(check);
    check_places(check);
    check_levels(check);
    check_abolished(check);
}

const struct family family_names = {"names", "地名和机构", run, rows, COUNT(rows)};
