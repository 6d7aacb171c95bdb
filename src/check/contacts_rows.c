#include "check/contacts.h"
#include "check/rules.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct rule rows[] = {
    {DIAG_PHONE_COUNT,
     "固定电话是区号（3位或4位）、半角“-”和7位或8位号码；手机11位，400、800电话10位，12345、12393之类的短号照写。号码多一位少一位就打不通。",
     "0737-281710、0737—2817103", "0737-2817103"},
    {DIAG_PHONE_TWO,
     "同一受理单位、同一栏、同一名称的电话，各事项应当一样。同一事项里“城乡”的办理电话与查询电话不同，只提示。一处同时列出几个号码的、名称不同的（城乡、城职）不算。各主项内部一致、主项之间不同的，多半是两个窗口，只提示一次。",
     "电话查询：0737-2817103，别的事项是0737-2817102", "各事项都是0737-2817102"},
    {DIAG_PHONE_AREA,
     "目录里的电话都是一个区号，只有一处是另一个，多半是笔误；监督投诉电话、注明省里或外地的不算。同一号码配了两个区号的必有一个错。",
     "0373-2817103，别处都是0737", "0737-2817103"},
    {DIAG_PHONE_CHANNEL,
     "打电话不是网上办理。“线上”后面除了号码还有网址、公众号、APP的不算；办理渠道里的“线上查询”另有一条规则。",
     "线上查询：查询电话：0737-2817103", "电话查询：0737-2817103"},
    {DIAG_CHANNEL_INQUIRY,
     "“办理渠道”说在哪里办，“查询方式”说怎样查进度，两栏填串了。后面只有电话的，不是办理的渠道。事项本身就是查询的不算。",
     "办理渠道：1.现场查询：…三楼", "办理渠道：1.现场办理：…三楼"},
    {DIAG_CHANNEL_STEPS,
     "流程里说可以线上也可以现场申请，办理渠道里却只有现场：读者找不到网上的入口，或者本来就不能网上办理。渠道里有网址、APP、公众号、小程序、平台的不算。",
     "通过线上或现场提出申请；办理渠道：现场办理：三楼窗口", "办理渠道：1.现场办理：三楼窗口；2.线上办理：湘医保"},
    {DIAG_URL_HOST,
     "只看写法，不上网核对。网址照着输入打不开，等于没有公开。",
     "http：//www.ylbz。gov.cn", "http://www.ylbz.gov.cn"},
    {DIAG_LINK_RELATIVE,
     "通知正文和 format=\"markdown\" 的栏里的链接，应当写完整网址；相对的网址只能指向本目录的网页（forms/表单名.html、事项网页名.html、notice.html、index.html）。图片只能用放在发布文件夹里的，别的网站的图片浏览器不会显示，读者的访问也会被那个网站知道。",
     "链接到/uploads/a.html，图片用https://a.com/t.png", "链接到forms/shenqing.html（本目录的表单）或https://www.nhsa.gov.cn/"},
};
/* clang-format on */

static void run(struct check *check)
{
    struct calls calls = calls_of(check);
    check_phone_shapes(check, &calls);
    check_phone_two(check, &calls);
    check_phone_areas(check, &calls);
    check_channels(check, &calls);
    check_channel_steps(check);
    check_urls(check);
    check_targets(check);
}

const struct family family_contacts = {"contacts", "电话和渠道", run, rows, COUNT(rows)};
