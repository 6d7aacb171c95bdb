#include "catalog/scheme.h"
#include "catalog/title.h"
#include "base/file.h"
#include "kit.h"
#include "runner.h"

/* Loads a text as the scheme file <name>.xml of a folder of its own. */
static struct scheme *load_text(const char *name, const char *text, struct diag *d)
{
    struct arena *a = arena_new();
    struct str folder = kit_work(a, "scheme");
    const char *why = "";
    struct str path = str_print(a, "%s/%s.xml", folder.s, name);
    CHECK(file_write(path.s, str_of(text), &why));
    struct scheme *s = scheme_load(path, STR("catalogs/schemes/x.xml"), d);
    CHECK(dir_remove(folder.s, &why));
    arena_drop(a);
    return s;
}

#define HEAD "<scheme id=\"x\" document=\"发〔2020〕1号\"><title>清单</title>"
#define ITEM \
    "<item code=\"002036001001\"><title>单位参保登记</title><limit>5日</limit></item>"
#define GROUP "<group code=\"00203600100Y\"><title>登记</title>" ITEM "</group>"

TEST(a_scheme_of_two_groups)
{
    struct diag *d = diag_new();
    struct scheme *s = load_text(
        "x",
        HEAD
        "<confidence>推得</confidence>" GROUP
        "<group code=\"002036005000\"><title>门诊</title><item code=\"002036005000\">"
        "<title>门诊慢特病</title><steps>申请—办结</steps>"
        "<confidence>推得；甲</confidence></item></group></scheme>",
        d);
    CHECK(s && diag_total(d) == 0);
    if (s) {
        CHECK(s->groups.n == 2 && s->items.n == 2 && s->groups.at[1].first == 1);
        CHECK(s->items.at[1].group == 1 && s->items.at[0].limit.at[0].value == 5);
        CHECK_STR("document", s->document, STR("发〔2020〕1号"));
        CHECK_STR("confidence", s->confidence, STR("推得"));
        CHECK_STR("item's", s->items.at[1].confidence, STR("推得；甲"));
        CHECK_STR("steps", s->items.at[1].steps, STR("申请—办结"));
        CHECK(s->items.at[1].limit.n == 0);
        CHECK(scheme_item(s, STR("002036001001")) == &s->items.at[0]);
        CHECK(!scheme_item(s, STR("00203600100")));
        CHECK(scheme_group(s, STR("00203600100Y")) == &s->groups.at[0]);
        CHECK(!scheme_group(s, STR("002036001001")));
    }
    scheme_drop(s);
    diag_drop(d);
}

/* clang-format off */
static const struct {
    const char *text, *id, *line; /* the first problem: its id and its place */
} broken[] = {
    {"", "xml-empty", "0:0"},
    {"<catalog/>", "scheme-root", "1:1"},
    {"<scheme id=\"y\"><title>单</title>" GROUP "</scheme>", "scheme-id", "1:13"},
    {HEAD "</scheme>", "scheme-empty", "1:1"},
    {"<scheme id=\"x\">" GROUP "</scheme>", "scheme-missing", "1:1"},
    {HEAD "\n<groop/>" GROUP "</scheme>", "scheme-element", "2:1"},
    {HEAD "\n<group cod=\"1\"/></scheme>", "scheme-attribute", "2:8"},
    {HEAD "\n字" GROUP "</scheme>", "scheme-text", "1:1"},
    {HEAD "\n<group code=\"0020360010Y\"><title>登记</title>" ITEM "</group></scheme>", "scheme-code", "2:14"},
    {HEAD "\n<group><title>登记</title>" ITEM "</group></scheme>", "scheme-missing", "2:1"},
    {HEAD "\n<group code=\"00203600100Y\">" ITEM "</group></scheme>", "scheme-missing", "2:1"},
    {HEAD "\n<group code=\"00203600100Y\"><title>登记</title>\n" ITEM ITEM "</group></scheme>", "scheme-code-twice", "3:84"},
    {HEAD GROUP "\n" GROUP "</scheme>", "scheme-code-twice", "2:14"},
    {HEAD "<group code=\"00203600100Y\"><title>登记</title>\n"
     "<item code=\"002036001001\"><title>甲</title>\n<limit>很快</limit></item></group></scheme>", "scheme-limit", "3:1"},
    {HEAD "<title>又</title>" GROUP "</scheme>", "scheme-twice", "1:54"},
    {HEAD "\n<group code=\"00203600100Y\"><title>登<b/>记</title>" ITEM "</group></scheme>", "scheme-element", "2:36"},
};
/* clang-format on */

TEST(broken_schemes_are_refused_with_a_place)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct diag *d = diag_new();
        struct scheme *s = load_text("x", broken[i].text, d);
        CHECK(!s);
        CHECK(diag_total(d) > 0);
        if (diag_total(d)) {
            const struct problem *p = diag_problem(d, 0);
            CHECK_STR(broken[i].text, p->id, str_of(broken[i].id));
            CHECK_STR(broken[i].text, str_print(a, "%zu:%zu", p->line, p->column),
                      str_of(broken[i].line));
        }
        scheme_drop(s);
        diag_drop(d);
    }
    arena_drop(a);
}

TEST(a_missing_file_is_told)
{
    struct diag *d = diag_new();
    CHECK(!scheme_load(STR("/nowhere/x.xml"), STR("x.xml"), d));
    CHECK(diag_count(d, SEVERITY_ERROR) == 1);
    diag_drop(d);
    scheme_drop(NULL);
}

TEST(titles_near_and_far)
{
    static const struct {
        const char *local, *national;
        enum title_match wanted;
    } rows[] = {
        {"单位参保登记", "单位参保登记", TITLE_SAME},
        {"单位 参保\n登记", "单位参保登记", TITLE_SAME},
        {"出具参保凭证", "出具《参保凭证》", TITLE_SAME},
        {"医疗费用手工(零星)报销", "医疗费用手工（零星）报销", TITLE_SAME},
        {"医疗费用手工报销", "医疗费用手工（零星）报销", TITLE_BRACKET},
        {"单位参保登记（新参保）", "单位参保登记", TITLE_BRACKET},
        {"职工参保登记—在职职工", "职工参保登记", TITLE_SPLIT},
        {"职工参保登记-灵活就业", "职工参保登记", TITLE_SPLIT},
        {"异地安置备案", "异地安置退休人员备案", TITLE_SHORT},
        {"异地门诊费用报销", "门诊费用报销", TITLE_LONGER},
        {"单位参保登纪", "单位参保登记", TITLE_TYPO},
        {"单位参保登记记", "单位参保登记", TITLE_LONGER},
        {"产前检查费支付", "生育医疗费支付", TITLE_DIFFERENT},
        {"新增定点医疗机构准入管理", "医疗机构申请定点协议管理", TITLE_DIFFERENT},
        {"登记", "单位参保登记", TITLE_DIFFERENT},
        {"", "单位参保登记", TITLE_DIFFERENT},
        {"（）", "——", TITLE_DIFFERENT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum title_match got =
            title_match(str_of(rows[i].local), str_of(rows[i].national));
        if (got != rows[i].wanted)
            printf("%s / %s: %d\n", rows[i].local, rows[i].national, got);
        CHECK(got == rows[i].wanted);
    }
}

TEST(splits_of_one_title)
{
    static const struct {
        const char *a, *b;
        bool wanted;
    } rows[] = {
        {"职工参保登记—在职职工", "职工参保登记—灵活就业人员", true},
        {"职工 参保登记（在职）", "职工参保登记-退休", true},
        {"职工参保登记—在职职工", "职工参保登记", false},
        {"职工参保登记", "职工参保登记", false},
        {"登记—在职", "登记—退休", false}, /* too short to be a title */
        {"单位参保登记—新设", "职工参保登记—新设", false},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct title_key x = title_key_make(a, str_of(rows[i].a));
        struct title_key y = title_key_make(a, str_of(rows[i].b));
        CHECK(title_key_siblings(&x, &y) == rows[i].wanted);
        CHECK(title_key_match(&x, &y) == title_match(x.text, y.text));
    }
    arena_drop(a);
}

TEST(titles_with_characters_in_disorder)
{
    static const struct {
        const char *local, *national;
        bool wanted;
    } rows[] = {
        {"九药申点管 机构定义 协议", "医药机构申请定点协议管理", true},
        {"参单保位记登", "单位参保登记", true},
        {"参保登记单位", "单位参保登记", false}, /* whole words in another order */
        {"单位参保登记", "单位参保登记", false},
        {"单位信息查巡", "单位信息查询", false}, /* one wrong */
        {"异地门诊费用报销", "门诊费用报销", false},
        {"产前检查费支付", "生育医疗费支付", false},
        {"查询", "询查", false}, /* too short to tell */
        {"", "单位参保登记", false},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct title_key x = title_key_make(a, str_of(rows[i].local));
        struct title_key y = title_key_make(a, str_of(rows[i].national));
        CHECK(title_key_jumbled(&x, &y) == rows[i].wanted);
    }
    arena_drop(a);
}

TEST(the_national_list_is_read_and_searched)
{
    struct diag *d = diag_new();
    struct scheme *s = scheme_load(STR("catalogs/schemes/ylbz-2020.xml"),
                                   STR("catalogs/schemes/ylbz-2020.xml"), d);
    CHECK(s && diag_total(d) == 0);
    static const struct {
        const char *title, *code; /* "" none */
    } rows[] = {
        {"单位参保登记", "002036001001"},
        {"职工参保登记—在职职工", "002036001002"},
        {"出具参保凭证", "002036003001"},
        {"女职工生育津贴支付", "002036007004"},
        {"参保登记", ""},
        {"异地急诊人员备案", ""}, /* 异地转诊 is another item */
        {"法定断档补缴", ""},
        {"", ""},
    };
    if (s) {
        CHECK(s->groups.n == 10 && s->items.n == 28);
        CHECK(s->confidence.n > 0);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            const struct scheme_item *item = scheme_by_title(s, str_of(rows[i].title));
            CHECK_STR(rows[i].title, item ? item->code : STR(""), str_of(rows[i].code));
        }
    }
    scheme_drop(s);
    diag_drop(d);
}

int main(void)
{
    RUN(a_scheme_of_two_groups);
    RUN(broken_schemes_are_refused_with_a_place);
    RUN(a_missing_file_is_told);
    RUN(titles_near_and_far);
    RUN(splits_of_one_title);
    RUN(titles_with_characters_in_disorder);
    RUN(the_national_list_is_read_and_searched);
    return runner_end();
}
