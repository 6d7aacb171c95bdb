/* Printed numbers: reading, writing, and what is told of a list of them. */
#include "check/sequence.h"
#include "runner.h"

#include <string.h>

TEST(numbers_are_read)
{
    static const struct {
        const char *no;
        unsigned value;
    } cases[] = {
        {"1", 1},     {"12.", 12}, {"一、", 1}, {"（十一）", 11}, {"第二十部分：", 20},
        {"(3)", 3},   {" 4 ", 4},  {"", 0},     {"1.2", 0},       {"1-3", 0},
        {"附1-2", 0}, {"甲", 0},   {"0", 0},    {"一.1", 0},      {"九十九、", 99},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned value = sequence_read(str_of(cases[i].no));
        if (value != cases[i].value)
            printf("%s: %u\n", cases[i].no, value);
        CHECK(value == cases[i].value);
    }
}

TEST(numbers_are_written_like_their_neighbours)
{
    static const struct {
        const char *like, *written;
        unsigned value;
    } cases[] = {
        {"1", "2", 2},
        {"9.", "10.", 10},
        {"一、", "三、", 3},
        {"十、", "十一、", 11},
        {"第九部分：", "第二十部分：", 20},
        {"（一）", "（二十三）", 23},
        {"甲", "", 2},
        {"1", "", 100},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(cases[i].like, sequence_write(a, str_of(cases[i].like), cases[i].value),
                  str_of(cases[i].written));
    arena_drop(a);
}

/* ---- lists: "1 2 | 3" is two groups, "-" a missing number ---- */

static struct buf told;

static void note(struct check *check, const struct numbered *odd,
                 enum sequence_fault fault, struct str before, struct str expected)
{
    static const char *const faults[] = {"", "missing", "repeated", "gap", "disorder"};
    (void)check, (void)before;
    buf_printf(&told, "%s%zu %s %.*s", told.n ? "; " : "", odd->at, faults[fault],
               STR_ARG(expected));
}

static void check_list(struct arena *a, const char *text, const char *wanted)
{
    struct check check = {.arena = a};
    struct numbered_list list = {0};
    struct str rest = str_of(text), word;
    bool first = true;
    while (str_cut(&rest, ' ', &word)) {
        if (str_eq(word, STR("|"))) {
            first = true;
            continue;
        }
        struct numbered n = {.at = list.n + 1, .first = first};
        if (!str_eq(word, STR("-")))
            n.no = word;
        *vec_push(a, &list) = n;
        first = false;
    }
    buf_clear(&told);
    sequence_check(&check, &list, note);
    CHECK_STR(text, buf_str(&told), str_of(wanted));
}

TEST(lists_are_walked)
{
    static const char *const cases[][2] = {
        {"1 2 3 | 4 5 | 6", ""},
        {"1 2 3 | 1 2 | 1 2", ""},
        {"3 4 5 | 6 7", ""},
        {"- - 1 -", ""},
        {"1 2 4 5", "3 gap "},
        {"1 2 9 4 5", "3 gap 3"},
        {"1 2 2 3", "3 repeated "},
        {"1 2 2 4", "3 repeated 3"},
        {"1 3 2 4", "2 disorder 2"},
        {"1 2 - 4", "3 missing 3"},
        {"一、 二、 | 一、 -", "4 missing 二、"},
        {"1 2 1.1 1.2 3 4", ""},
        {"1 2 | 1 2 | 2 3 | 1", "5 gap "},
        {"1 2 3 4 2 5", "5 disorder "},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_list(a, cases[i][0], cases[i][1]);
    buf_drop(&told);
    arena_drop(a);
}

int main(void)
{
    RUN(numbers_are_read);
    RUN(numbers_are_written_like_their_neighbours);
    RUN(lists_are_walked);
    return runner_end();
}
