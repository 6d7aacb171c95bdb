/* The table of places: what it holds, how names are found by their end. */
#include "base/file.h"
#include "catalog/regions.h"
#include "kit.h"
#include "runner.h"

static struct regions *table(struct diag *d)
{
    struct str path = STR("catalogs/schemes/regions.tsv");
    return regions_load(path, path, d);
}

TEST(the_table_names_places_with_those_above_them)
{
    struct diag *d = diag_new();
    struct arena *a = arena_new();
    struct regions *r = table(d);
    CHECK(r && diag_total(d) == 0);
    static const struct {
        const char *code, *full;
    } rows[] = {
        {"430182", "湖南省长沙市宁乡市"}, {"140825", "山西省运城市新绛县"},
        {"410400", "河南省平顶山市"},     {"640000", "宁夏回族自治区"},
        {"110101", "北京市东城区"},       {"429004", "湖北省仙桃市"},
        {"419001", "河南省济源市"},       {"810000", "香港特别行政区"},
    };
    for (size_t i = 0; r && i < sizeof rows / sizeof *rows; i++) {
        const struct region *place = region_find(r, str_of(rows[i].code));
        CHECK(place);
        if (place)
            CHECK_STR(rows[i].code, region_full_name(r, a, place), str_of(rows[i].full));
    }
    CHECK(!region_find(r, STR("430982")) && !region_find(r, STR("")));
    const struct region *twin = region_named(r, STR("鼓楼区"));
    size_t twins = 0;
    for (; twin; twin = twin->twin)
        twins++;
    CHECK(twins == 4);
    regions_drop(r);
    arena_drop(a);
    diag_drop(d);
}

TEST(the_longest_name_that_ends_there)
{
    struct diag *d = diag_new();
    struct regions *r = table(d);
    static const struct {
        const char *text, *name;
    } rows[] = {
        {"在宁乡市", "宁乡市"},
        {"山西省新绛县", "新绛县"},
        {"绛县", "绛县"},
        {"积石山保安族东乡族撒拉族自治县", "积石山保安族东乡族撒拉族自治县"},
        {"内蒙古自治区", "内蒙古自治区"},
        {"本市", ""},
        {"市", ""},
        {"宁 乡市", ""},
        {"乡镇", ""},
    };
    for (size_t i = 0; r && i < sizeof rows / sizeof *rows; i++) {
        struct str text = str_of(rows[i].text);
        const struct region *place = region_ending(r, text, text.n);
        CHECK_STR(rows[i].text, place ? place->name : STR(""), str_of(rows[i].name));
    }
    regions_drop(r);
    diag_drop(d);
}

TEST(what_holds_what)
{
    CHECK(region_holds(STR("430000"), STR("430182")));
    CHECK(region_holds(STR("430100"), STR("430182")));
    CHECK(region_holds(STR("430182"), STR("430182")));
    CHECK(!region_holds(STR("430182"), STR("430100")));
    CHECK(!region_holds(STR("430900"), STR("430182")));
    CHECK(!region_holds(STR("430000"), STR("43")));
}

/* A table of these bytes is refused with this message. */
static void check_refused(const char *text, const char *id)
{
    struct arena *a = arena_new();
    struct str work = kit_work(a, "regions"), path = path_join(a, work, STR("x"));
    struct diag *d = diag_new();
    const char *why;
    CHECK(file_write(path.s, str_of(text), &why));
    struct regions *r = regions_load(path, STR("regions.tsv"), d);
    CHECK(!r && diag_total(d) == 1);
    if (diag_total(d))
        CHECK_STR(text, diag_problem(d, 0)->id, str_of(id));
    CHECK(dir_remove(work.s, &why));
    regions_drop(r);
    diag_drop(d);
    arena_drop(a);
}

TEST(other_files_are_refused)
{
    check_refused("430182 宁乡市\n", "regions-line");
    check_refused("43018\t宁乡市\n", "regions-line");
    check_refused("430182\t\n", "regions-line");
    check_refused("430182\t宁乡市\n430182\t宁乡市\n", "regions-line");
    check_refused("430182\t\xFF\n", "regions-read");
    struct diag *d = diag_new();
    CHECK(!regions_load(STR("/nonexistent"), STR("catalogs/schemes/regions.tsv"), d));
    CHECK(diag_total(d) == 1);
    diag_drop(d);
}

/* A table that cannot be used is told with its file and line, and no names are checked. */
TEST(a_bad_table_is_told)
{
    static const struct {
        const char *text, *id; /* NULL: it is good */
        size_t line;
    } rows[] = {
        {"430000\t湖南省\n", NULL, 0},
        {"\xEF\xBB\xBF# 说明\r\n430000\t湖南省\r\n", NULL, 0},
        {"", "regions-empty", 1},
        {"\xEF\xBB\xBF", "regions-empty", 1},
        {"# 说明\n", "regions-empty", 1},
        {"# 说明\n430000\t湖南省\n430000\t湖南省\n", "regions-line", 3},
        {"430000 湖南省\n", "regions-line", 1},
        {"430000\t\n", "regions-line", 1},
        {"43000\t湖南省\n", "regions-line", 1},
        {"430000\t湖南省\n\n\xC4\xFE\n", "regions-read", 3},
    };
    struct arena *a = arena_new();
    struct str work = kit_work(a, "regions"), path = path_join(a, work, STR("x"));
    const char *why;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct diag *d = diag_new();
        CHECK(file_write(path.s, str_of(rows[i].text), &why));
        struct regions *r = regions_load(path, STR("regions.tsv"), d);
        CHECK((rows[i].id == NULL) == (r != NULL));
        CHECK(diag_total(d) == (rows[i].id != NULL));
        if (diag_total(d)) {
            const struct problem *p = diag_problem(d, 0);
            CHECK_STR("id", p->id, str_of(rows[i].id));
            CHECK_STR("path", p->path, STR("regions.tsv"));
            CHECK(p->line == rows[i].line && p->severity == SEVERITY_WARNING);
        }
        regions_drop(r);
        diag_drop(d);
    }
    CHECK(dir_remove(work.s, &why));
    struct diag *d = diag_new();
    CHECK(!regions_load(path, STR("regions.tsv"), d) && diag_total(d) == 1);
    CHECK_STR("missing", diag_problem(d, 0)->path, STR("regions.tsv"));
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    RUN(the_table_names_places_with_those_above_them);
    RUN(the_longest_name_that_ends_there);
    RUN(what_holds_what);
    RUN(other_files_are_refused);
    RUN(a_bad_table_is_told);
    return runner_end();
}
