#include "catalog/code.h"
#include "runner.h"

#include <string.h>

static const char *const forms[] = {"empty", "basic", "implementing", "business",
                                    "case",  "local", "malformed"};
static const char *const faults[] = {"",          "case",  "blanks", "length",
                                     "directory", "alike", "sub",    "uscc",
                                     "level",     "leaf",  "date",   "business-serial"};

struct row {
    const char *code, *form, *fault, *mended; /* mended NULL: nothing to mend */
};

static void check_rows(const struct row *rows, size_t n)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < n; i++) {
        struct str text = str_of(rows[i].code);
        struct code c = code_parse(text);
        CHECK_STR(rows[i].code, str_of(forms[c.form]), str_of(rows[i].form));
        CHECK_STR(rows[i].code, str_of(faults[c.fault]), str_of(rows[i].fault));
        CHECK_STR(rows[i].code, code_mended(a, text),
                  str_of(rows[i].mended ? rows[i].mended : rows[i].code));
    }
    arena_drop(a);
}
#define ROWS(table) check_rows(table, sizeof(table) / sizeof *(table))

/* clang-format off */
static const struct row standard[] = {
    {"", "empty", "", NULL},
    {"  ", "empty", "", NULL},
    {"002036001001", "basic", "", NULL},
    {"00203600100Y", "basic", "", NULL},
    {"002036005000", "basic", "", NULL},
    {"002036001002-1", "basic", "", NULL},
    {"002036001002-1-2", "basic", "", NULL},
    {"440118009000", "basic", "", NULL},
    {"512036010003", "basic", "", NULL},
    {"512036010003-5", "basic", "", NULL},
    {"002199806003", "basic", "", NULL}, /* type 21 occurs */
    {"11440300MB2D0722464440127028001", "implementing", "", NULL},
    {"11440100007482575H3440118009000", "implementing", "", NULL},
    {"114403006939513773344201505200802", "business", "", NULL},
    {"12441500196720244T3442199806003202206230068", "case", "", NULL},
};
static const struct row long_faults[] = {
    {"11440100007482575J3440118009000", "implementing", "uscc", NULL},
    {"1144O300MB2D0722464440127028001", "implementing", "uscc", NULL},
    {"11440300MB2D0722467440127028001", "implementing", "level", NULL},
    {"11440300MB2D0722460440127028001", "implementing", "level", NULL},
    {"11440300MB2D07224644401270280OY", "local", "", NULL},
    {"11440300MB2D072246444012702800Y", "implementing", "leaf", NULL},
    {"114403006939513773344201505200800", "business", "business-serial", NULL},
    {"12441500196720244T3442199806003202206310068", "case", "date", NULL},
    {"12441500196720244T3442199806003202202290068", "case", "date", NULL},
    {"12441500196720244T3442199806003202402290068", "case", "", NULL},
    {"12441500196720244T3442199806003202213010068", "case", "date", NULL},
    {"12441500196720244T3442199806003000001010068", "case", "date", NULL},
    {"11440300mb2d0722464440127028001", "malformed", "case", "11440300MB2D0722464440127028001"},
    {"11440300MB2D072246 4 440127028001", "malformed", "blanks", "11440300MB2D0722464440127028001"},
};
static const struct row malformed[] = {
    {"00203600100y", "malformed", "case", "00203600100Y"},
    {"00203 60090 0Y", "malformed", "blanks", "00203600900Y"},
    {" 002036001001", "malformed", "blanks", "002036001001"},
    {"002036001\xE3\x80\x80" "001", "malformed", "blanks", "002036001001"},
    {"0020360040Y", "malformed", "length", NULL},
    {"00203600401", "malformed", "length", NULL},
    {"0020360040001", "malformed", "length", NULL},
    {"00203600401-1", "malformed", "length", NULL},
    {"902036001002", "malformed", "directory", NULL},
    {"902036001002-1", "malformed", "directory", NULL},
    {"OO2036001001", "malformed", "alike", "002036001001"},
    {"00203600l00l", "malformed", "alike", "002036001001"},
    {"00203600I001", "malformed", "alike", "002036001001"},
    {"００２０３６００１００１", "malformed", "alike", "002036001001"},
    {"002036001002－1", "malformed", "alike", "002036001002-1"},
    {"002036001002—1", "malformed", "alike", "002036001002-1"},
    {"00203600101Y", "malformed", "sub", NULL},
    {"0020360010Y0", "malformed", "sub", NULL},
};
static const struct row local[] = {
    {"0731-Y", "local", "", NULL},
    {"0731-1", "local", "", NULL},
    {"511A0138000000", "local", "", NULL},
    {"51203600100019", "local", "", NULL},
    {"51201500600004", "local", "", NULL},
    {"511Z07001006", "local", "", NULL},
    {"G-000007-001", "local", "", NULL},
    {"A-005818-5818", "local", "", NULL},
    {"1J-5100-00027", "local", "", NULL},
    {"511A0138000000-511602000000-000-115113010833722043-1-00", "local", "", NULL},
    {"511602000000-512036010003-00", "local", "", NULL},
    {"512036010003-511602000000-000-11511301MB15537661-1-00", "local", "", NULL},
    {"E-000021-001-1111111111111111", "local", "", NULL},
    {"511A0126800000-511602000000-000-76726532-X-1-00", "local", "", NULL},
    {"1307 36010 001", "local", "", NULL},
    {"1320 36019 000", "local", "", NULL},
    {"XK0010100Y", "local", "", NULL},
    {"999999999999", "local", "", NULL},
    {"医保1", "local", "", NULL},
    {"-", "local", "", NULL},
    {"002036001002-", "local", "", NULL},
    {"0020360010023", "malformed", "length", NULL},
    {"00203600100A", "local", "", NULL},
    {"\xFF\xFF", "local", "", NULL},
};
/* clang-format on */

TEST(codes_of_the_standard)
{
    ROWS(standard);
}

TEST(long_codes_say_what_is_odd)
{
    ROWS(long_faults);
}

TEST(national_codes_with_a_mistake)
{
    ROWS(malformed);
}

TEST(local_codes_are_never_wrong)
{
    ROWS(local);
}

TEST(parts_of_a_case_code)
{
    struct code c = code_parse(STR("12441500196720244T3442199806003202206230068"));
    CHECK_STR("uscc", c.uscc, STR("12441500196720244T"));
    CHECK_STR("level", c.level, STR("3"));
    CHECK_STR("base", c.base, STR("442199806003"));
    CHECK_STR("directory", c.directory, STR("44"));
    CHECK_STR("type", c.type, STR("21"));
    CHECK_STR("main", c.main, STR("99806"));
    CHECK_STR("sub", c.sub, STR("003"));
    CHECK(c.sub_kind == SUB_ITEM);
    CHECK_STR("date", c.date, STR("20220623"));
    CHECK_STR("serial", c.serial, STR("0068"));
}

TEST(parts_of_a_local_split)
{
    struct code c = code_parse(STR("002036001002-1"));
    CHECK_STR("base", c.base, STR("002036001002"));
    CHECK_STR("suffix", c.suffix, STR("-1"));
    CHECK(code_national(&c));
    c = code_parse(STR("00203600100Y"));
    CHECK(c.sub_kind == SUB_MAIN && code_national(&c));
    c = code_parse(STR("512036010003"));
    CHECK(!code_national(&c));
    c = code_parse(STR("902036001002-1"));
    CHECK(!code_national(&c));
    CHECK_STR("base of a wrong directory", c.base, STR("902036001002"));
    CHECK(code_same_main(STR("002036001002"), STR("00203600100Y")));
    CHECK(!code_same_main(STR("002036001002"), STR("00203600200Y")));
    CHECK(!code_same_main(STR("0731-1"), STR("0731-Y")));
}

TEST(check_characters)
{
    /* the last one has the remainder 0, for which the check value is 0 */
    static const char *const good[] = {"12441500196720244T", "91350100M000100Y43",
                                       "11440300MB2D072246", "11440100007482575H",
                                       "114403006939513773", "1143018200574501X0"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        char got = uscc_check(str_of(good[i]));
        CHECK_STR(good[i], ((struct str){&got, 1}), str_from(str_of(good[i]), 17));
    }
    CHECK(uscc_check(STR("1244150019672024")) == 0);
    CHECK(uscc_check(STR("1244150019672024I")) == 0);
    CHECK(uscc_check(STR("1244150019672024s")) == 0);
    CHECK(organ_check(STR("19672024")) == '4');
    CHECK(organ_check(STR("MB2D0722")) == '4');
    CHECK(organ_check(STR("00748257")) == '5');
    CHECK(organ_check(STR("69395137")) == '7');
    CHECK(organ_check(STR("1967202")) == 0);
    CHECK(organ_check(STR("1967202-")) == 0);
}

TEST(names_of_parts)
{
    CHECK(!strcmp(code_type_name(STR("20")), "公共服务"));
    CHECK(!strcmp(code_type_name(STR("21")), ""));
    CHECK(!strcmp(code_level_name(STR("4")), "区县"));
    CHECK(!strcmp(code_level_name(STR("7")), ""));
    CHECK(!strcmp(code_directory_name(STR("41")), "河南省"));
    CHECK(!strcmp(code_directory_name(STR("90")), ""));
    CHECK(!strcmp(code_directory_name(STR("")), ""));
}

/* Every text of one byte more or less than a form, and of any bytes, gives an answer. */
TEST(any_text_has_an_answer)
{
    struct arena *a = arena_new();
    char text[200];
    unsigned seed = 7;
    for (int round = 0; round < 20000; round++) {
        size_t n = round % (int)sizeof text;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1103515245u + 12345u;
            text[i] =
                (seed >> 16) % 4 ? (char)('0' + (seed >> 20) % 10) : (char)(seed >> 24);
        }
        struct code c = code_parse((struct str){text, n});
        CHECK(c.form <= CODE_MALFORMED &&
              (c.fault != CODE_FINE || c.form != CODE_MALFORMED));
        code_mended(a, (struct str){text, n});
    }
    arena_drop(a);
}

int main(void)
{
    RUN(codes_of_the_standard);
    RUN(long_codes_say_what_is_odd);
    RUN(national_codes_with_a_mistake);
    RUN(local_codes_are_never_wrong);
    RUN(parts_of_a_case_code);
    RUN(parts_of_a_local_split);
    RUN(check_characters);
    RUN(names_of_parts);
    RUN(any_text_has_an_answer);
    return runner_end();
}
