/* Printed numbers of entries: reading, writing, counting. */
#include "check/lists.h"
#include "runner.h"

static const struct {
    const char *text;
    enum ordinal_level level;
    unsigned value; /* 0: no number */
    size_t size;
} numbers[] = {
    {"1.", ORDINAL_ARABIC, 1, 2},
    {"12、身份证", ORDINAL_ARABIC, 12, 5},
    {"３．", ORDINAL_ARABIC, 3, 6},
    {"7", ORDINAL_ARABIC, 7, 1},
    {"4）", ORDINAL_ARABIC_HALF, 4, 4},
    {"（5）", ORDINAL_ARABIC_BRACKET, 5, 7},
    {"(5)", ORDINAL_ARABIC_BRACKET, 5, 3},
    {"一、", ORDINAL_CHINESE, 1, 6},
    {"十二、", ORDINAL_CHINESE, 12, 9},
    {"（二十一）", ORDINAL_CHINESE_BRACKET, 21, 15},
    {"①", ORDINAL_CIRCLE, 1, 3},
    {"㉑", ORDINAL_CIRCLE, 21, 3},
    {"⑶", ORDINAL_PRINTED, 3, 3},
    {"⒊", ORDINAL_PRINTED, 3, 3},
    {"2020年", ORDINAL_ARABIC, 0, 0},
    {"0.", ORDINAL_ARABIC, 0, 0},
    {"（5", ORDINAL_ARABIC, 0, 0},
    {"第一步", ORDINAL_ARABIC, 0, 0},
    {"A.", ORDINAL_ARABIC, 0, 0},
    {"", ORDINAL_ARABIC, 0, 0},
};

TEST(numbers_are_read)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct ordinal o;
        bool read = ordinal_read(str_of(numbers[i].text), &o);
        if (read != (numbers[i].value > 0))
            printf("%s\n", numbers[i].text);
        CHECK(read == (numbers[i].value > 0));
        if (read)
            CHECK(o.level == numbers[i].level && o.value == numbers[i].value &&
                  o.size == numbers[i].size);
    }
}

TEST(numbers_are_written_as_they_were_read)
{
    static const char *const same[] = {"1.",    "12、", "３．", "7",      "4）",
                                       "（5）", "(5)",  "一、", "十二、", "（二十一）",
                                       "①",     "㉑",   "⑶",    "⒊"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct ordinal o;
        CHECK(ordinal_read(str_of(same[i]), &o));
        CHECK_STR(same[i], ordinal_print(a, &o, o.value), str_of(same[i]));
    }
    struct ordinal circle, chinese;
    CHECK(ordinal_read(STR("①"), &circle) && ordinal_read(STR("一、"), &chinese));
    CHECK_STR("there is no circle", ordinal_print(a, &circle, 51), STR(""));
    CHECK_STR("ten", ordinal_print(a, &chinese, 10), STR("十、"));
    CHECK_STR("thirty", ordinal_print(a, &chinese, 30), STR("三十、"));
    arena_drop(a);
}

static const struct {
    const char *no;
    enum number_kind kind;
    const char *left; /* the first number */
} attributes[] = {
    {"", NUMBER_NONE, ""},
    {"2.", NUMBER_ONE, "2."},
    {" 2. ", NUMBER_ONE, "2."},
    {"2. 2.", NUMBER_TWICE, "2."},
    {"（2）（2）", NUMBER_TWICE, "（2）"},
    {"4..", NUMBER_MARKS, "4."},
    {"4.、", NUMBER_MARKS, "4."},
    {"2. 3.", NUMBER_TWO, "2."},
    {"2.1", NUMBER_LEVELS, "2."},
    {"1.1", NUMBER_LEVELS, "1."},
    {"2.1.3", NUMBER_LEVELS, "2."},
    {"第一步", NUMBER_OTHER, ""},
    {"A.", NUMBER_OTHER, ""},
};

TEST(attributes_are_told_apart)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        struct number number = number_read(str_of(attributes[i].no));
        if (number.kind != attributes[i].kind)
            printf("«%s»\n", attributes[i].no);
        CHECK(number.kind == attributes[i].kind);
        CHECK_STR(attributes[i].no, number.text, str_of(attributes[i].left));
    }
}

/* The numbers of a list one after another, and what is wrong with the last. */
static const struct {
    const char *numbers[6];
    enum counting_step last;
} lists[] = {
    {{"1.", "2.", "3."}, COUNTING_NEXT},
    {{"1.", "3."}, COUNTING_GAP},
    {{"1.", "2.", "2."}, COUNTING_REPEAT},
    {{"1.", "2.", "3.", "2."}, COUNTING_BACK},
    {{"1.", "2.", "1."}, COUNTING_AGAIN},
    {{"3."}, COUNTING_LATE},
    {{"1.", "（1）", "（2）", "2."}, COUNTING_NEXT},
    {{"1.", "（1）", "2.", "（1）"}, COUNTING_NEXT},
    {{"（1）", "2）"}, COUNTING_STRANGER},
    {{"（1）", "2）", "（3）"}, COUNTING_NEXT},
    {{"一、", "1.", "2.", "二、", "1."}, COUNTING_NEXT},
};

TEST(counting_tells_what_is_wrong)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct counting counting = {0};
        enum counting_step step = COUNTING_NEXT;
        for (size_t k = 0; k < 6 && lists[i].numbers[k]; k++) {
            struct ordinal o, before;
            CHECK(ordinal_read(str_of(lists[i].numbers[k]), &o));
            step = counting_next(&counting, &o, &before);
        }
        if (step != lists[i].last)
            printf("list %zu\n", i);
        CHECK(step == lists[i].last);
    }
}

int main(void)
{
    RUN(numbers_are_read);
    RUN(numbers_are_written_as_they_were_read);
    RUN(attributes_are_told_apart);
    RUN(counting_tells_what_is_wrong);
    return runner_end();
}
