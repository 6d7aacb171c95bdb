/* A catalog against the national list as data, and many of them added up and ranked. */
#include "check/overview.h"
#include "catalog/load.h"
#include "check/check.h"
#include "base/file.h"
#include "kit.h"
#include "runner.h"

/* Three items in two groups; the limits are 5 and 10 working days, and none. */
static const char scheme_text[] =
    "<scheme id=\"x\" document=\"发〔2020〕1号\"><title>清单</title>"
    "<group code=\"00203600100Y\"><title>参保登记</title>"
    "<item code=\"002036001001\"><title>单位参保登记</title>"
    "<limit>5个工作日</limit></item>"
    "<item code=\"002036001002\"><title>职工参保信息变更登记</title>"
    "<limit>10个工作日</limit></item></group>"
    "<group code=\"00203600200Y\"><title>信息查询</title>"
    "<item code=\"002036002001\"><title>参保单位参保信息查询</title></item></group>"
    "</scheme>";

static struct scheme *load_scheme(const char *text, const char *id)
{
    struct arena *a = arena_new();
    struct str folder = kit_work(a, "compare");
    struct diag *d = diag_new();
    const char *why = "";
    struct str path = str_print(a, "%s/%s.xml", folder.s, id);
    CHECK(file_write(path.s, str_of(text), &why));
    struct scheme *s = scheme_load(path, path, d);
    CHECK(s);
    CHECK(dir_remove(folder.s, &why));
    diag_drop(d);
    arena_drop(a);
    return s;
}

static struct catalog *load_catalog(const char *code, const char *name,
                                    const char *scheme, const char *groups)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str text = str_print(
        a,
        "<catalog id=\"c\" kind=\"list\" scheme=\"%s\"><region code=\"%s\" name=\"%s\"/>"
        "<title>%s的清单</title>%s</catalog>",
        scheme, code, name, name, groups);
    struct catalog *c = catalog_load_text(text, STR("catalogs/c"), d);
    CHECK(c);
    diag_drop(d);
    arena_drop(a);
    return c;
}

#define GROUP1 "<group code=\"00203600100Y\"><title>参保登记</title>"
#define GROUP2 "<group code=\"00203600200Y\"><title>信息查询</title>"
#define ITEM(code, title, limit) \
    "<item code=\"" code "\"><title>" title "</title><limit>" limit "</limit></item>"
#define UNIT ITEM("002036001001", "单位参保登记", "5个工作日")
#define CHANGE ITEM("002036001002", "职工参保信息变更登记", "10个工作日")
#define QUERY ITEM("002036002001", "参保单位参保信息查询", "即时办结")
#define ALL GROUP1 UNIT CHANGE "</group>" GROUP2 QUERY "</group>"

/* What each of the three items is. */
static const struct {
    const char *what, *groups, *wanted;
} cases[] = {
    {"all", ALL, "√ √ √"},
    {"none", "", "缺 缺 缺"},
    {"one missing", GROUP1 UNIT "</group>" GROUP2 QUERY "</group>", "√ 缺 √"},
    {"renamed",
     GROUP1 ITEM("002036001001", "企业开户", "5个工作日") CHANGE "</group>" GROUP2 QUERY
                                                                 "</group>",
     "更名 √ √"},
    {"a short form is no other name",
     GROUP1 UNIT ITEM("002036001002", "职工参保变更登记",
                      "10个工作日") "</group>" GROUP2 QUERY "</group>",
     "√ √ √"},
    {"split by suffixes is neither renamed nor missing",
     GROUP1 ITEM("002036001001-1", "单位参保登记—企业", "5个工作日")
         ITEM("002036001001-2", "单位参保登记—机关", "9个工作日") CHANGE
     "</group>" GROUP2 QUERY "</group>",
     "超期 √ √"},
    {"longer",
     GROUP1 UNIT ITEM("002036001002", "职工参保信息变更登记",
                      "11个工作日") "</group>" GROUP2 QUERY "</group>",
     "√ 超期 √"},
    {"shorter is fine",
     GROUP1 UNIT ITEM("002036001002", "职工参保信息变更登记",
                      "即时办结") "</group>" GROUP2 QUERY "</group>",
     "√ √ √"},
    {"an unknown limit is not longer",
     GROUP1 UNIT ITEM("002036001002", "职工参保信息变更登记",
                      "尽快") "</group>" GROUP2 QUERY "</group>",
     "√ √ √"},
    {"moved to another main item", GROUP1 UNIT "</group>" GROUP2 CHANGE QUERY "</group>",
     "√ 移位 √"},
    {"under a main item of its own nothing is moved",
     "<group code=\"00203609900Y\"><title>本地的</title>" UNIT CHANGE QUERY "</group>",
     "√ √ √"},
    {"renamed, longer and moved at once",
     GROUP1 UNIT "</group>" GROUP2 ITEM("002036001002", "其他业务", "30个工作日") QUERY
     "</group>",
     "√ 更名\n超期\n移位 √"},
    {"without codes by title",
     "<group><title>一</title><item><title>单位参保登记</title></item>"
     "<item><title>参保单位参保信息查询</title></item></group>",
     "√ 缺 √"},
    {"items of its own",
     ALL "<group><title>本地</title>" ITEM("430000001001", "发放补贴", "1日")
         ITEM("", "另一件事", "1日") "</group>",
     "√ √ √"},
    {"a letter of the code in the wrong case still means the item",
     "<group code=\"00203600100y\"><title>参保登记</title>" UNIT CHANGE
     "</group>" GROUP2 QUERY "</group>",
     "√ √ √"},
};

TEST(each_item_of_the_list)
{
    struct scheme *s = load_scheme(scheme_text, "x");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *a = arena_new();
        struct buf got = {0};
        struct catalog *c = load_catalog("430182", "甲县", "x", cases[i].groups);
        struct comparison result = compare_catalog(a, c, s);
        catalog_drop(c);
        CHECK(result.n == 3);
        for (size_t k = 0; k < result.n; k++)
            buf_printf(&got, "%.*s ", STR_ARG(standing_text(a, result.standing[k])));
        CHECK_STR(cases[i].what, str_trim(buf_str(&got)), str_of(cases[i].wanted));
        buf_drop(&got);
        arena_drop(a);
    }
    scheme_drop(s);
}

static void put_region(struct overview *o, struct str id, struct str shown,
                       const struct catalog *c, const struct scheme *s,
                       const struct diag *d)
{
    struct buf record = {0};
    overview_make(id, shown, c, s, d, &record);
    CHECK(overview_take(o, s, buf_str(&record)));
    buf_drop(&record);
}

/* Adds a catalog with so many errors and warnings instead of those of the rules. */
static void add(struct overview *o, const char *code, const char *id, const char *scheme,
                const struct scheme *s, const char *groups, size_t errors,
                size_t warnings)
{
    struct catalog *c = load_catalog(code, id, scheme, groups);
    struct diag *d = diag_new();
    for (size_t i = 0; i < errors; i++)
        diag_at(d, (struct pos){0}, DIAG_CODE_LETTERS, 0, "");
    for (size_t i = 0; i < warnings; i++)
        diag_at(d, (struct pos){0}, DIAG_NATIONAL_LIMIT, 0, "", 0, "", 0, "");
    put_region(o, str_of(id), str_of(id), c, s, d);
    catalog_drop(c);
    diag_drop(d);
}

TEST(totals_and_rules)
{
    struct scheme *s = load_scheme(scheme_text, "x");
    struct overview *o = overview_new();
    add(o, "430200", "乙", "x", s, GROUP1 UNIT "</group>", 1, 2);
    add(o, "430100", "甲", "x", s, ALL, 0, 1);
    overview_finish(o);
    CHECK(o->list && o->compared == 2);
    CHECK_STR("by code", o->regions.at[0].id, STR("甲"));
    CHECK(o->regions.at[0].tally.present == 3 && o->regions.at[1].tally.present == 1);
    CHECK(o->regions.at[1].tally.kinds[0] == 2);
    CHECK(o->list->items[0].tally.present == 2 && o->list->items[1].tally.present == 1);
    CHECK(o->list->items[2].tally.kinds[0] == 1);
    CHECK(o->tally.present == 4 && o->tally.kinds[0] == 2);
    CHECK(o->severity[SEVERITY_ERROR] == 1 && o->severity[SEVERITY_WARNING] == 3);
    CHECK(o->rules.n == 2);
    CHECK_STR("most frequent", o->rules.at[0].id, STR("national-limit"));
    CHECK(o->rules.at[0].count == 3 && o->rules.at[0].regions == 2);
    CHECK(o->rules.at[1].count == 1 && o->rules.at[1].regions == 1);
    CHECK_STR("family", o->rules.at[1].family, STR("编码"));
    CHECK(!overview_by_region(o));
    overview_drop(o);
    scheme_drop(s);
}

TEST(ranking)
{
    struct scheme *s = load_scheme(scheme_text, "x");
    struct overview *o = overview_new();
    /* 3 items, 1 item, 3 items, 3 items, no item */
    add(o, "430500", "戊", "x", s, ALL, 3, 0);
    add(o, "430400", "丁", "x", s, GROUP1 UNIT "</group>", 1, 0);
    add(o, "430300", "丙", "x", s, ALL, 3, 1);
    add(o, "430200", "乙", "x", s, ALL, 1, 9);
    add(o, "430100", "甲", "x", s, "", 2, 0);
    overview_finish(o);
    static const struct {
        const char *id;
        size_t rank;
    } wanted[] = {{"甲", 1}, {"丙", 2}, {"丁", 3}, {"戊", 3}, {"乙", 5}};
    CHECK(o->ranking.n == 5);
    for (size_t i = 0; i < o->ranking.n; i++) {
        CHECK_STR("region", o->ranking.at[i]->id, str_of(wanted[i].id));
        CHECK(o->ranking.at[i]->rank == wanted[i].rank);
    }
    struct arena *a = arena_new();
    CHECK_STR("rate", region_rate(a, o->ranking.at[4], SEVERITY_ERROR), STR("0.33"));
    CHECK_STR("rate", region_rate(a, o->ranking.at[1], SEVERITY_ERROR), STR("1.00"));
    CHECK(overview_by_region(o));
    arena_drop(a);
    overview_drop(o);
    scheme_drop(s);
}

TEST(what_is_not_compared_says_why)
{
    struct scheme *s = load_scheme(scheme_text, "x");
    struct scheme *other = load_scheme(
        "<scheme id=\"y\"><title>另一份</title><group "
        "code=\"00203600100Y\"><title>组</title>"
        "<item code=\"002036001001\"><title>事项</title></item></group></scheme>",
        "y");
    struct overview *o = overview_new();
    struct diag *d = diag_new();
    add(o, "430100", "一", "x", s, ALL, 0, 0);
    add(o, "430200", "二", "x", s, ALL, 0, 0);
    add(o, "430300", "三", "y", other, ALL, 0, 0);
    add(o, "430400", "四", "", NULL, ALL, 0, 0);
    add(o, "430500", "五", "z", NULL, ALL, 0, 0);
    diag_at(d, (struct pos){0}, DIAG_XML_EMPTY);
    put_region(o, STR("六"), STR("catalogs/六"), NULL, NULL, d);
    overview_finish(o);
    static const struct {
        const char *id, *why;
    } wanted[] = {{"六", "目录读不了，只有读入时的错误"}, /* it has no code */
                  {"一", ""},
                  {"二", ""},
                  {"三", "对照的是另一份清单：另一份（y）"},
                  {"四", "目录没有写对照的清单（scheme 为空）"},
                  {"五", "目录写的清单“z”读不到"}};
    struct arena *a = arena_new();
    CHECK(o->compared == 2 && o->regions.n == 6 && o->ranking.n == 5);
    for (size_t i = 0; i < o->regions.n; i++) {
        CHECK_STR("region", o->regions.at[i].id, str_of(wanted[i].id));
        CHECK_STR(wanted[i].id, region_absence(a, o, &o->regions.at[i]),
                  str_of(wanted[i].why));
    }
    CHECK(o->regions.at[0].rank == 0);
    CHECK_STR("title of a problem without rule", o->rules.at[0].title, STR("文件是空的"));
    arena_drop(a);
    diag_drop(d);
    overview_drop(o);
    scheme_drop(other);
    scheme_drop(s);
}

TEST(nothing_at_all)
{
    struct overview *o = overview_new();
    overview_finish(o);
    CHECK(!o->list && !o->compared && !o->ranking.n && !overview_by_region(o));
    overview_drop(o);
}

/* The table and the messages are two views of the same: on the catalogs of the project the
 * counts must agree. */
TEST(agrees_with_the_messages)
{
    static const char *const ids[] = {"ningxiang", "pingdingshan", "xinjiang",
                                      "yuanjiang"};
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    struct scheme *s = scheme_load(path, path, d);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct str folder = str_print(a, "catalogs/%s", ids[i]);
        struct diag *found = diag_new();
        struct catalog *c = catalog_load(folder, folder, found);
        struct comparison result = compare_catalog(a, c, s);
        size_t renamed = 0, longer = 0, missing = 0, told_renamed = 0, told_missing = 0;
        size_t told_longer = 0;
        for (size_t k = 0; k < result.n; k++) {
            renamed += (result.standing[k] & STANDING_RENAMED) != 0;
            longer += (result.standing[k] & STANDING_LONGER) != 0;
            missing += (result.standing[k] & STANDING_MISSING) != 0;
        }
        check_catalog(NULL, c, s, found);
        for (size_t k = 0; k < diag_total(found); k++) {
            const struct problem *p = diag_problem(found, k);
            bool group = str_starts(p->key, STR("group-"));
            told_renamed += !group && str_eq(p->id, STR("national-title"));
            told_longer += str_eq(p->id, STR("national-limit"));
            told_missing += str_eq(p->id, STR("national-missing"));
        }
        CHECK(renamed == told_renamed && longer == told_longer);
        CHECK(!missing == !told_missing);
        catalog_drop(c);
        diag_drop(found);
    }
    scheme_drop(s);
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    RUN(each_item_of_the_list);
    RUN(totals_and_rules);
    RUN(ranking);
    RUN(what_is_not_compared_says_why);
    RUN(nothing_at_all);
    RUN(agrees_with_the_messages);
    return runner_end();
}
