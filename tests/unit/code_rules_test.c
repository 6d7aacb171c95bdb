/* Rules about codes: one mistake put into a clean catalog gives one finding, of the right
 * rule; and codes of real lists give none. */
#include "catalog/code.h"
#include "catalog/load.h"
#include "catalog/scheme.h"
#include "check/check.h"
#include "base/file.h"
#include "kit.h"
#include "runner.h"
#include "whole_list.h"

struct whole {
    struct arena *arena;
    struct scheme *scheme;
    struct catalog *catalog;
};

static struct whole open_whole(void)
{
    struct whole w = {.arena = arena_new()};
    struct diag *d = diag_new();
    struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    w.scheme = scheme_load(path, path, d);
    w.catalog = w.scheme ? load_whole(w.arena, w.scheme, d) : NULL;
    CHECK(w.catalog && diag_total(d) == 0);
    diag_drop(d);
    return w;
}

static void close_whole(struct whole *w)
{
    catalog_drop(w->catalog);
    scheme_drop(w->scheme);
    arena_drop(w->arena);
}

static void tell(const struct diag *d, struct str what)
{
    struct buf b = {0};
    diag_print(d, false, &b);
    printf("%.*s gives\n%.*s", STR_ARG(what), STR_ARG(buf_str(&b)));
    buf_drop(&b);
}

/* The catalog as it stands has one finding, of this rule. */
static void expect(const struct whole *w, struct str what, const char *id)
{
    struct diag *d = diag_new();
    check_catalog(NULL, w->catalog, w->scheme, d);
    bool good = diag_total(d) == 1 && str_eq(diag_problem(d, 0)->id, str_of(id));
    if (!good)
        tell(d, what);
    CHECK(good);
    diag_drop(d);
}

/* With the code changed for the time of the check. */
static void expect_code(const struct whole *w, struct str *code, struct str wrong,
                        const char *id)
{
    struct str right = *code;
    *code = wrong;
    expect(w, str_print(w->arena, "%.*s for %.*s", STR_ARG(wrong), STR_ARG(right)), id);
    *code = right;
}

static struct str head_of(struct str code, size_t n)
{
    return str_slice(code, 0, n);
}

TEST(a_code_on_two_main_items)
{
    struct whole w = open_whole();
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++)
        for (size_t h = 0; h < w.catalog->groups.n; h++)
            if (g != h)
                expect_code(&w, &w.catalog->groups.at[g].code,
                            w.catalog->groups.at[h].code, "code-main-twice");
    close_whole(&w);
}

/* True when `code` is one of the list: another rule's matter. */
static bool is_listed(const struct whole *w, struct str code)
{
    return scheme_group(w->scheme, code) || scheme_item(w->scheme, code);
}

/* One digit of a main item's code changed: one finding, at that code. */
TEST(a_digit_of_a_main_item)
{
    struct whole w = open_whole();
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++) {
        struct str *code = &w.catalog->groups.at[g].code, right = *code;
        for (size_t i = 0; i < right.n * 10; i++) {
            struct str wrong =
                str_print(w.arena, "%.*s%zu%.*s", STR_ARG(head_of(right, i / 10)), i % 10,
                          STR_ARG(str_from(right, i / 10 + 1)));
            if (is_listed(&w, wrong) || code_same_main(wrong, right))
                continue;
            struct diag *d = diag_new();
            *code = wrong;
            check_catalog(NULL, w.catalog, w.scheme, d);
            bool good = diag_total(d) == 1 && str_eq(diag_problem(d, 0)->item, wrong);
            if (!good)
                tell(d, wrong);
            CHECK(good);
            diag_drop(d);
        }
        *code = right;
    }
    close_whole(&w);
}

TEST(the_last_three_of_a_main_item)
{
    struct whole w = open_whole();
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++) {
        struct str *code = &w.catalog->groups.at[g].code;
        struct str main = head_of(*code, 9);
        if (str_ends(*code, STR("00Y"))) {
            expect_code(&w, code, str_print(w.arena, "%.*s000", STR_ARG(main)),
                        "code-children");
            expect_code(&w, code, str_print(w.arena, "%.*s00y", STR_ARG(main)),
                        "code-letters");
        } else {
            expect_code(&w, code, str_print(w.arena, "%.*s00Y", STR_ARG(main)),
                        "code-childless");
        }
    }
    close_whole(&w);
}

TEST(a_code_of_another_item)
{
    struct whole w = open_whole();
    const struct scheme *s = w.scheme;
    size_t i = 0;
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++)
        for (size_t k = 0; k < w.catalog->groups.at[g].items.n; k++, i++)
            for (size_t j = 0; j < s->items.n; j++)
                if (i != j)
                    expect_code(&w, &w.catalog->groups.at[g].items.at[k].code,
                                s->items.at[j].code, "code-title");
    close_whole(&w);
}

TEST(suffixes_and_directories)
{
    struct whole w = open_whole();
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++)
        for (size_t k = 0; k < w.catalog->groups.at[g].items.n; k++) {
            struct str *code = &w.catalog->groups.at[g].items.at[k].code;
            expect_code(&w, code, str_print(w.arena, "%.*s-2", STR_ARG(*code)),
                        "code-suffix");
            expect_code(&w, code,
                        str_print(w.arena, "44%.*s", STR_ARG(str_from(*code, 2))),
                        "code-region");
        }
    close_whole(&w);
}

/* The code of 单位参保登记 written so, and whether its change may be made without asking. */
TEST(which_changes_are_safe)
{
    static const struct {
        const char *wrong;
        enum fix_kind kind;
    } rows[] = {
        {"00203 6001 001", FIX_SAFE},   {"OO2036OO1OO1", FIX_SAFE},
        {"００2036001001", FIX_SAFE},   {"00203600100l", FIX_SAFE}, /* the list has it */
        {"0020360O1001", FIX_SAFE},     {"00203600101", FIX_PROPOSED},
        {"902036001001", FIX_PROPOSED}, {"002036001011", FIX_PROPOSED},
        {"442036001001", FIX_PROPOSED}, {"002036001002", FIX_PROPOSED},
    };
    struct whole w = open_whole();
    for (size_t i = 0; w.catalog && i < sizeof rows / sizeof *rows; i++) {
        struct diag *d = diag_new();
        w.catalog->groups.at[0].items.at[0].code = str_of(rows[i].wrong);
        check_catalog(NULL, w.catalog, w.scheme, d);
        const struct problem *p = diag_total(d) ? diag_problem(d, 0) : NULL;
        bool good = diag_total(d) == 1 && p->fix.kind == rows[i].kind;
        if (!good)
            tell(d, str_of(rows[i].wrong));
        CHECK(good);
        if (p)
            CHECK_STR(rows[i].wrong, p->fix.text, STR("002036001001"));
        diag_drop(d);
    }
    close_whole(&w);
}

TEST(another_step)
{
    struct whole w = open_whole();
    for (size_t g = 0; w.catalog && g < w.catalog->groups.n; g++)
        for (size_t k = 0; k < w.catalog->groups.at[g].items.n; k++) {
            struct item *item = &w.catalog->groups.at[g].items.at[k];
            if (!scheme_item(w.scheme, item->code)->chain.n)
                continue;
            struct str second = item->steps.at[1];
            item->steps.at[1] = STR("复核");
            expect(&w, item->code, "national-steps");
            item->steps.at[1] = second;
        }
    close_whole(&w);
}

/* ---- real codes ---- */

/* clang-format off */
static const struct {
    const char *code, *title;
} real[] = {
    /* 广安市广安区 */
    {"511A0138000000", "延缓入学或者休学审批"}, {"511Z07001006", "企业投资项目备案"},
    {"G-000007-001", "中职资助项目"}, {"H-000185-001-4444444444", "甲"},
    {"E-000004-001-11511301008778386B", "乙"}, {"A-005818-5818", "丙"},
    {"1J-5100-00027", "丁"}, {"512036010003-5", "戊"}, {"512020085001", "己"},
    {"51203600500012", "庚"}, {"511A62001006", "辛"},
    {"511Z07001006-511602000000-000-11511301008778183N-1-00", "壬"},
    {"511A0077700002-510000000000-000-8282348-1-00", "癸"},
    /* elsewhere */
    {"1307 36010 001", "零星报销"}, {"1320 36019 002", "参保查询"},
    {"0731-Y", "其他"}, {"0731-1", "账户查询"}, {"XK0010100Y", "许可"},
    {"445323109000", "十二位的区划"}, {"无", "没有编码"}, {"—", "也没有"},
};
/* Taken from portals of 广东; the check characters are those of the standards. */
static const struct {
    const char *code, *title;
} issued[] = {
    {"11440300MB2D0722464440127028001", "实施编码"},
    {"11440100007482575H3440118009000", "没有子项的"},
    {"114403006939513773344201505200801", "业务办理项（企业）"},
    {"114403006939513773344201505200802", "业务办理项（个人）"},
    {"12441500196720244T3442199806003202206230068", "办件"},
};
/* clang-format on */

static void put_item(struct buf *b, const char *code, const char *title)
{
    buf_printf(b, "<item code=\"%s\"><title>%s</title></item>", code, title);
}

/* Every finding about codes in a list of these items. */
static void expect_none(const char *region, const struct buf *items)
{
    struct arena *a = arena_new();
    struct str base = kit_work(a, "codes"), folder = path_join(a, base, STR("all"));
    const char *why = "";
    struct str text =
        str_print(a,
                  "<catalog id=\"all\" kind=\"list\" scheme=\"\"><region code=\"%s\" "
                  "name=\"某地\"/>"
                  "<title>全</title><group><title>组</title>%.*s</group></catalog>",
                  region, STR_ARG(buf_str(items)));
    CHECK(dir_make(folder.s, &why));
    CHECK(file_write(str_print(a, "%.*s/catalog.xml", STR_ARG(folder)).s, text, &why));
    struct diag *d = diag_new();
    struct catalog *c = catalog_load(folder, STR("all"), d);
    CHECK(c && dir_remove(base.s, &why));
    if (c)
        check_catalog(NULL, c, NULL, d);
    for (size_t i = 0; i < diag_total(d); i++) {
        struct str id = diag_problem(d, i)->id;
        if (str_starts(id, STR("code-")) || str_starts(id, STR("national-")))
            tell(d, id);
        CHECK(!str_starts(id, STR("code-")) && !str_starts(id, STR("national-")));
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

TEST(real_codes_give_no_finding)
{
    struct buf items = {0};
    for (size_t i = 0; i < sizeof real / sizeof *real; i++)
        put_item(&items, real[i].code, real[i].title);
    expect_none("511602", &items);
    buf_clear(&items);
    for (size_t i = 0; i < sizeof issued / sizeof *issued; i++)
        put_item(&items, issued[i].code, issued[i].title);
    expect_none("440000", &items);
    buf_drop(&items);
}

int main(void)
{
    RUN(a_code_on_two_main_items);
    RUN(a_digit_of_a_main_item);
    RUN(the_last_three_of_a_main_item);
    RUN(a_code_of_another_item);
    RUN(suffixes_and_directories);
    RUN(which_changes_are_safe);
    RUN(another_step);
    RUN(real_codes_give_no_finding);
    return runner_end();
}
