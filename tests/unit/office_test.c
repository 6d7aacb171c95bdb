/* What Excel asks of texts, names and files; the words that a finding is about. */
#include "office/passage.h"
#include "office/xlsx.h"
#include "office/xlsx_check.h"
#include "office/xlsx_text.h"
#include "catalog/load.h"
#include "base/utf8.h"
#include "runner.h"

#include "kit.h"
#include <stdlib.h>
#include <string.h>

/* ---- texts ---- */

TEST(texts_of_cells)
{
    struct arena *a = arena_new();
    CHECK_STR("plain", xlsx_fit(a, STR("0020甲"), 100), STR("0020甲"));
    CHECK_STR("empty", xlsx_fit(a, STR(""), 100), STR(""));
    CHECK_STR("line ends", xlsx_fit(a, STR("甲\r\n乙\r丙\n"), 100), STR("甲\n乙\n丙\n"));
    CHECK_STR("an escape of Excel stays a text", xlsx_fit(a, STR("a_x0041_b"), 100),
              STR("a_x005F_x0041_b"));
    CHECK_STR("what only looks like one", xlsx_fit(a, STR("_x41_ _xyzab_ _x0041"), 100),
              STR("_x41_ _xyzab_ _x0041"));
    CHECK(strlen(xlsx_fit(a, STR("甲乙"), 100).s) == 6);
    arena_drop(a);
}

TEST(long_texts_are_cut_and_say_so)
{
    struct arena *a = arena_new();
    struct str whole = kit_repeated(a, "甲", XLSX_MOST_TEXT);
    CHECK_STR("just fits", xlsx_fit(a, whole, XLSX_MOST_TEXT), whole);
    struct str cut =
        xlsx_fit(a, kit_repeated(a, "甲", XLSX_MOST_TEXT + 1), XLSX_MOST_TEXT);
    CHECK(utf8_count(cut) <= XLSX_MOST_TEXT);
    CHECK(str_ends(cut, STR("……（太长，此处略去后面 61 字，全文见目录文件）")));
    /* Outside the first plane a character is two units. */
    struct str rare = xlsx_fit(a, kit_repeated(a, "𠮷", 16384), XLSX_MOST_TEXT);
    CHECK(str_ends(rare, STR("全文见目录文件）")) && utf8_check(rare) == STR_NONE);
    struct str fits = kit_repeated(a, "𠮷", 16383);
    CHECK_STR("16,383 pairs fit", xlsx_fit(a, fits, XLSX_MOST_TEXT), fits);
    arena_drop(a);
}

TEST(widths)
{
    CHECK(xlsx_columns(STR("")) == 0);
    CHECK(xlsx_columns(STR("ab")) == 2);
    CHECK(xlsx_columns(STR("目录")) == 4);
    CHECK(xlsx_columns(STR("a\n目录编\nbc")) == 6);
    CHECK(xlsx_lines(STR(""), 10) == 1);
    CHECK(xlsx_lines(STR("一二三四五六"), 10) == 2);
    CHECK(xlsx_lines(STR("一\n二"), 10) == 2);
}

TEST(names_of_sheets)
{
    static const struct {
        const char *name, *wanted;
    } rows[] = {
        {"宁乡市", "宁乡市"},
        {"宁乡市", "宁乡市（2）"},
        {"宁乡市", "宁乡市（3）"},
        {"a/b:c[d]*?\\e", "a b c d    e"},
        {"'引'", "引"},
        {"", "表"},
        {"  ", "表（2）"},
        {"history", "表（3）"},
        {"Ab", "Ab"},
        {"aB", "aB（2）"},
        {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四",
         "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
        {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
         "一二三四五六七八九十一二三四五六七八九十一二三四五六七八（2）"},
    };
    struct arena *a = arena_new();
    struct str_list taken = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str name = xlsx_sheet_name(a, str_of(rows[i].name), &taken);
        CHECK_STR(rows[i].name, name, str_of(rows[i].wanted));
        CHECK(utf8_count(name) <= 31);
        *vec_push(a, &taken) = name;
    }
    arena_drop(a);
}

/* ---- files ---- */

static void make_book(struct buf *out, size_t rows)
{
    const char *why = "";
    struct xlsx *x = xlsx_new(STR("册 & <>"), &why);
    CHECK(x);
    struct xlsx_sheet *s = xlsx_sheet(x, STR("表"));
    for (size_t i = 0; i < rows; i++) {
        xlsx_number(s, i, 0, XLSX_CENTER, i);
        xlsx_text(s, i, 1, XLSX_TEXT, STR("<b>&\"'\n=1+1"));
    }
    xlsx_merge(s, rows, 0, 1, 2, XLSX_TITLE, STR("合并"));
    xlsx_print(s, XLSX_A4, 0, 0, 0, STR("A&B"));
    CHECK(xlsx_close(x, out, &why));
}

TEST(a_workbook_is_whole_and_always_the_same)
{
    struct buf first = {0}, second = {0};
    make_book(&first, 100);
    make_book(&second, 100);
    CHECK(first.n && first.n == second.n && memcmp(first.s, second.s, first.n) == 0);
    CHECK(xlsx_whole(buf_str(&first)));
    CHECK(!xlsx_whole(STR("")));
    CHECK(!xlsx_whole(str_slice(buf_str(&first), 0, first.n - 1)));
    /* No byte of the archive may be trusted: any change is refused or harmless. */
    for (size_t i = 0; i < first.n; i++) {
        first.s[i] ^= 0x5A;
        xlsx_whole(buf_str(&first));
        first.s[i] ^= 0x5A;
    }
    buf_drop(&first);
    buf_drop(&second);
}

TEST(a_folder_that_is_not_there)
{
    const char *why = NULL;
    setenv("TMPDIR", "/nowhere/at/all", 1);
    CHECK(!xlsx_new(STR("册"), &why));
    CHECK_STR("why", str_of(why), STR("没有这个文件或文件夹"));
    unsetenv("TMPDIR");
}

TEST(a_table_beyond_the_limits_of_excel)
{
    const char *why = NULL;
    struct buf out = {0};
    struct xlsx *x = xlsx_new(STR("册"), &why);
    struct xlsx_sheet *s = xlsx_sheet(x, STR("表"));
    xlsx_text(s, 1048576, 0, XLSX_TEXT, STR("甲"));
    CHECK(!xlsx_close(x, &out, &why) && out.n == 0);
    CHECK(str_has(str_of(why), STR("上限")));
    buf_drop(&out);
}

/* ---- passages ---- */

static const char catalog_text[] =
    "<catalog id=\"c\" kind=\"list\" scheme=\"\">\n"
    "<region code=\"430182\" name=\"甲\"/><title>目录</title>\n"
    "<group code=\"00203600100Y\"><title>组</title>\n"
    "<item code=\"902036001001\"><title>A &amp; B 登记</title>\n"
    "<basis><p>前文在此。依据《办法》（豫医保[2020]7号），第三条；后文</p></basis>\n"
    "<materials><material>一</material></materials>\n"
    "</item></group></catalog>\n";

/* A problem at the first `at` of the text; with `words` to be replaced by `by`. */
static struct passage passage_at(struct arena *a, const struct catalog *c, const char *at,
                                 const char *words, const char *by)
{
    size_t offset = str_find(c->source.text, str_of(at));
    CHECK(offset != STR_NONE);
    struct place place = source_place(&c->source, offset);
    struct problem p = {.path = c->source.path,
                        .line = place.line,
                        .column = place.column,
                        .field = STR("x")};
    CHECK(source_offset(&c->source, place.line, place.column) == offset);
    if (words) {
        size_t from = offset + str_find(str_from(c->source.text, offset), str_of(words));
        p.fix = (struct fix){FIX_SAFE, from, from + strlen(words), str_of(by)};
    }
    return passage_of(a, c, &p);
}

TEST(words_of_findings)
{
    static const struct {
        const char *at, *words, *by, *current, *proposed;
    } rows[] = {
        /* an attribute is shown whole */
        {"902036", "9", "0", "902036001001", "002036001001"},
        /* a piece of a text grows to its clause */
        {"[2020]", "[2020]", "〔2020〕", "依据《办法》（豫医保[2020]7号）",
         "依据《办法》（豫医保〔2020〕7号）"},
        /* but an entity is not torn */
        {"登记</title>", "登记", "登录", "B 登记", "B 登录"},
        {"一</material>", "一", "", "一", ""},
        /* an attribute that is put in is no text */
        {" name=\"甲\"", " name", " new=\"1\" name", "", ""},
        /* without a proposal: the text, the value, the text of the element */
        {"902036", NULL, NULL, "902036001001", ""},
        {"B 登记", NULL, NULL, "A & B 登记", ""},
        {"<title>A", NULL, NULL, "A & B 登记", ""},
        {"<materials>", NULL, NULL, "", ""},
        {"<region", NULL, NULL, "", ""},
    };
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(str_of(catalog_text), STR("catalogs/c"), d);
    CHECK(c);
    for (size_t i = 0; c && i < sizeof rows / sizeof *rows; i++) {
        struct passage p = passage_at(a, c, rows[i].at, rows[i].words, rows[i].by);
        CHECK_STR(rows[i].at, p.current, str_of(rows[i].current));
        CHECK_STR(rows[i].at, p.proposed, str_of(rows[i].proposed));
        CHECK(p.erase == (rows[i].by && !*rows[i].by));
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

/* The place of a problem is a line and a column; they lead back to the byte. */
TEST(places_lead_back)
{
    struct arena *a = arena_new();
    struct str long_line = kit_repeated(a, "目录a", 5000);
    struct source src = {
        .text = str_print(a, "\xEF\xBB\xBF一\r\n\n%.*s\n末", STR_ARG(long_line))};
    for (int indexed = 0; indexed < 2; indexed++) {
        for (size_t i = 3; i < src.text.n; i += indexed ? 1 : 97) {
            struct place p = source_place(&src, i);
            struct place back = source_place(&src, source_offset(&src, p.line, p.column));
            CHECK(back.line == p.line && back.column == p.column);
        }
        CHECK(source_offset(&src, 99, 1) == src.text.n);
        source_index(a, &src);
    }
    arena_drop(a);
}

int main(void)
{
    RUN(texts_of_cells);
    RUN(long_texts_are_cut_and_say_so);
    RUN(widths);
    RUN(names_of_sheets);
    RUN(a_workbook_is_whole_and_always_the_same);
    RUN(a_folder_that_is_not_there);
    RUN(a_table_beyond_the_limits_of_excel);
    RUN(words_of_findings);
    RUN(places_lead_back);
    return runner_end();
}
