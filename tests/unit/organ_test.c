/* Offices in titles and orders, and the signs of document numbers. */
#include "check/organ.h"
#include "runner.h"

/* place:level of each office, with 厅 for halls. */
static struct str shown(struct arena *a, struct str words)
{
    struct organs list = organs_of(a, words);
    struct str all = STR("");
    for (size_t i = 0; i < list.n; i++)
        all = str_print(a, "%.*s%s%.*s[%.*s%c%s]", STR_ARG(all), i ? " " : "",
                        STR_ARG(list.at[i].text), STR_ARG(list.at[i].place),
                        "?npl"[list.at[i].level], list.at[i].hall ? "H" : "");
    return all;
}

/* clang-format off */
static const struct row { const char *text, *wanted; } organs[] = {
    {"平顶山市人力资源和社会保障厅平顶山市财政厅", "平顶山市人力资源和社会保障厅[平顶山市lH] 平顶山市财政厅[平顶山市lH]"},
    {"平顶山市人力资源和社会保障厅河南省财政厅", "平顶山市人力资源和社会保障厅[平顶山市lH] 河南省财政厅[河南省pH]"},
    {"平顶山市人民政府办公厅", "平顶山市人民政府办公厅[平顶山市lH]"},
    {"人力资源和社会保障部 财政部", "人力资源和社会保障部[n] 财政部[n]"},
    {"国家医保局办公室 财政部办公厅", "国家医保局办公室[n] 财政部办公厅[nH]"},
    {"国家医疗保障局", "国家医疗保障局[n]"},
    {"自治区医保局 财政厅 卫生健康委", "自治区医保局[自治区p] 财政厅[?H] 卫生健康委[?]"},
    {"自治区医疗保障局\n国家税务总局宁夏回族\n自治区税务局", "自治区医疗保障局[自治区p] 国家税务总局宁夏回族\n自治区税务局[宁夏回族\n自治区p]"},
    {"山西省人力资源和社会保障厅 财政厅", "山西省人力资源和社会保障厅[山西省pH] 财政厅[?H]"},
    {"北京市人民政府办公厅", "北京市人民政府办公厅[北京市pH]"},
    {"北京市海淀区医疗保障局", "北京市海淀区医疗保障局[北京市海淀区l]"},
    {"河南省市场监督管理局", "河南省市场监督管理局[河南省p]"},
    {"国家市场监督管理总局", "国家市场监督管理总局[n]"},
    {"住房和城乡建设部", "住房和城乡建设部[n]"},
    {"湘西土家族苗族自治州财政厅", "湘西土家族苗族自治州财政厅[湘西土家族苗族自治州lH]"},
    {"沅江市民政厅", "沅江市民政厅[沅江市lH]"},
    {"沅江市市场监督管理局", "沅江市市场监督管理局[沅江市l]"},
    {"沅江市政府办公室", "沅江市政府办公室[沅江市l]"},
    {"国务院", "国务院[n]"},
    {"主席", ""},
    {"沅江市医疗保障事务中心", "沅江市医疗保障事务中心[沅江市l]"},
    {"", ""},
};
static const struct row prefixes[] = {
    {"国家医疗保障局关于加快解决群众办事堵点问题的通知", "国家医疗保障局"},
    {"关于建立机制的通知", ""},
    {"平顶山市人民政府办公厅转发省民政厅等部门关于完善的通知", "平顶山市人民政府办公厅"},
    {"城乡医疗救助基金管理办法", ""},
};
/* clang-format on */

TEST(offices)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof organs / sizeof *organs; i++)
        CHECK_STR(organs[i].text, shown(a, str_of(organs[i].text)),
                  str_of(organs[i].wanted));
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        CHECK_STR(prefixes[i].text, organ_prefix(str_of(prefixes[i].text)),
                  str_of(prefixes[i].wanted));
    arena_drop(a);
}

TEST(signs)
{
    CHECK_STR("豫", province_of_sign(STR("豫人社医疗"))->full, STR("河南省"));
    CHECK_STR("宁", province_of_sign(STR("宁医保发"))->name, STR("宁夏"));
    CHECK(province_of_sign(STR("宁医保发"))->shared);
    CHECK(!province_of_sign(STR("医保发")));
    CHECK(!province_of_sign(STR("")));
    CHECK_STR("43", province_of_code(STR("430981"))->sign, STR("湘"));
    CHECK(!province_of_code(STR("")));
    CHECK_STR("河南省", province_of_place(STR("河南省"))->sign, STR("豫"));
    CHECK(!province_of_place(STR("自治区")));
    CHECK(sign_national(STR("人社厅发")) && !sign_national(STR("晋人社厅发")));
}

int main(void)
{
    RUN(offices);
    RUN(signs);
    return runner_end();
}
