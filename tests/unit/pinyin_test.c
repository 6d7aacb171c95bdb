/* Names in pinyin order. */
#include "runner.h"

#include "layout/pinyin.h"

static const struct pinyin *order;

TEST(letters)
{
    static const struct {
        const char *name;
        char letter;
    } rows[] = {
        {"参保登记", 'C'}, {"单位参保", 'D'},   {"异地就医", 'Y'}, {"职工参保", 'Z'},
        {"安置", 'A'},     {"零售药店", 'L'},   {"门诊", 'M'},     {"转诊", 'Z'},
        {"", '#'},         {"（一）登记", '#'}, {"2020年", '#'},   {"wifi", 'W'},
        {"X光", 'X'},      {"〇", 'L'},         {"བོད", '#'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char letter[] = {pinyin_letter(order, str_of(rows[i].name)), 0};
        char wanted[] = {rows[i].letter, 0};
        CHECK_STR(rows[i].name, str_of(letter), str_of(wanted));
    }
}

/* From a printed dictionary: 参 cān before 产 chǎn before 城 chéng before 出 chū. */
TEST(names_are_in_order)
{
    static const char *const names[] = {
        "安置",     "参保单位", "参保人员", "产前检查", "城乡居民", "出具凭证",
        "单位参保", "法定",     "符合",     "计划生育", "零售",     "门诊",
        "生育津贴", "生育医疗", "退休",     "一次性",   "异地急诊", "异地转诊",
        "职工",     "住院",     "转移",     "2020年",   "（一）"};
    for (size_t i = 1; i < 21; i++)
        if (pinyin_compare(order, str_of(names[i - 1]), str_of(names[i])) >= 0) {
            printf("%s is not before %s\n", names[i - 1], names[i]);
            CHECK(false);
        }
    CHECK(pinyin_compare(order, str_of(names[20]), str_of(names[21])) < 0);
    CHECK(pinyin_compare(order, str_of(names[22]), str_of(names[0])) > 0);
    CHECK(pinyin_compare(order, str_of(names[3]), str_of(names[3])) == 0);
}

/* Where a name stands under a letter, no name of another letter stands between. */
TEST(letters_and_order_agree)
{
    struct str all =
        STR("啊阿长常重地得的发给还和行会几将解看了没南女排强任色上什说所为我下"
            "相像也一于再着这中种子自作做曾单解仇区任盛石宿冼尹查翟祭祝");
    for (size_t i = 0; i + 3 <= all.n; i += 3)
        for (size_t k = 0; k + 3 <= all.n; k += 3) {
            struct str a = str_slice(all, i, i + 3), b = str_slice(all, k, k + 3);
            char x = pinyin_letter(order, a), y = pinyin_letter(order, b);
            if (x != y)
                CHECK((pinyin_compare(order, a, b) < 0) == (x < y));
        }
}

int main(void)
{
    struct pinyin *p = pinyin_new();
    CHECK(p);
    order = p;
    RUN(letters);
    RUN(names_are_in_order);
    RUN(letters_and_order_agree);
    pinyin_drop(p);
    return runner_end();
}
