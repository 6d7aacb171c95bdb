/* Lists of materials taken apart and compared; names of forms compared. */
#include "check/form_names.h"
#include "check/material.h"
#include "base/buf.h"
#include "runner.h"

enum { ALIKE = 60 };

static const struct {
    const char *a, *b;
    bool alike;
} papers[] = {
    {"有效身份证件复印件；", "身份证（原件）", true},
    {"医保电子凭证或有效身份证件或社保卡", "身份证件", true},
    {"医药机构发票原件（自费）", "医药机构收费票据", true},
    {"住院费用总清单（加盖医院印章）", "费用清单", true},
    {"《沅江市单位参保登记表》（加盖公章）", "《单位参保登记表》", true},
    {"病历或检查等资料", "病历资料或检查资料", true},
    {"户口本", "户口簿原件", true},
    {"银行帐户复印件", "本人银行卡", true},
    {"单位职工花名册", "单位批准成立的文件", false},
    {"出生医学证明", "出院记录和诊断证明", false},
    {"联系电话号码", "《沅江市异地就医备案登记表》", false},
    {"出生证复印件", "准生证复印件", false},
    {"劳动合同备案表", "参保登记表", false},
};

TEST(papers_are_compared_by_what_matters)
{
    struct arena *a = arena_new();
    struct str region = STR("沅江市");
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        size_t alike = pairs_alike(pairs_of(a, str_of(papers[i].a), region),
                                   pairs_of(a, str_of(papers[i].b), region));
        if ((alike >= ALIKE) != papers[i].alike)
            printf("%zu: %s / %s\n", alike, papers[i].a, papers[i].b);
        CHECK((alike >= ALIKE) == papers[i].alike);
    }
    arena_drop(a);
}

static const struct {
    const char *text;
    const char *papers; /* joined by | */
} lists[] = {
    {"身份证复印件；", "身份证复印件"},
    {"身份证、户口簿。", "身份证|户口簿"},
    {"特困人员、低保对象需提供有效凭证", "特困人员、低保对象需提供有效凭证"},
    {"《营业执照》（正、副本）", "《营业执照》（正、副本）"},
    {"在职职工：①申请表；②身份证。", "申请表|身份证"},
    {"银行帐户复印件：\n（1）职工：提供银行卡；", "银行帐户复印件"},
    {"", ""},
};

TEST(lists_are_taken_apart)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct entry e = {.text = str_of(lists[i].text)};
        struct papers found = papers_of(a, &e, 1, STR(""));
        struct buf b = {0};
        for (size_t k = 0; k < found.n; k++)
            buf_printf(&b, "%s%.*s", k ? "|" : "", STR_ARG(found.at[k].shown));
        CHECK_STR(lists[i].text, buf_str(&b), str_of(lists[i].papers));
        buf_drop(&b);
    }
    arena_drop(a);
}

static const struct {
    const char *name, *title;
    enum form_likeness like;
} forms[] = {
    {"备案表", "沅江市异地就医备案表", FORM_SAME},
    {"沅江市 申领表(试行)", "沅江市申领表（试行）", FORM_SAME},
    {"异地就医备案登记表", "沅江市异地就医登记备案表", FORM_VARIANT},
    {"益阳市生育津贴申领表", "沅江市生育津贴申领表", FORM_VARIANT},
    {"沅江市医疗保险用药申请表", "沅江市基本医疗保险用药申请表", FORM_VARIANT},
    {"职工信息变更申请登记表", "沅江市职工参保信息变更登记表", FORM_AKIN},
    {"零售药店申请表", "单位参保登记表", FORM_OTHER},
};

TEST(names_of_forms_are_compared)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct form_key name = form_key(a, str_of(forms[i].name), STR("沅江市")),
                        title = form_key(a, str_of(forms[i].title), STR("沅江市"));
        if (form_alike(&name, &title) != forms[i].like)
            printf("%s\n", forms[i].name);
        CHECK(form_alike(&name, &title) == forms[i].like);
    }
    arena_drop(a);
}

int main(void)
{
    RUN(papers_are_compared_by_what_matters);
    RUN(lists_are_taken_apart);
    RUN(names_of_forms_are_compared);
    return runner_end();
}
