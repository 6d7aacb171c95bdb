/* Safe changes: what is made, what is left, and the diff that shows them. */
#include "catalog/line_ends.h"
#include "check/fix.h"
#include "runner.h"

static const struct str before =
    STR_INIT("<a>\n  <b c=\"1 2\">一, 二</b>\n  <p>甲</p>\n</a>\n");

/* A problem with a change to the first `piece` of the text. */
static void change(struct diag *d, const struct source *src, const char *piece,
                   const char *text, enum fix_kind kind)
{
    size_t from = str_find(src->text, str_of(piece));
    struct finding f = {.code = DIAG_USAGE,
                        .at = {src, from},
                        .fix = {kind, from, from + str_of(piece).n, str_of(text)}};
    diag_find(d, &f, STR_ARG(STR("x")));
}

TEST(safe_changes_are_made_and_nothing_else)
{
    struct arena *a = arena_new();
    struct source src = {.path = STR("x.xml"), .text = before};
    struct source other = {.path = STR("y.xml"), .text = before};
    struct diag *d = diag_new();
    change(d, &src, ", ", "，", FIX_SAFE);
    change(d, &src, "1 2", "12", FIX_SAFE);
    change(d, &src, "甲", "乙", FIX_PROPOSED);
    change(d, &other, "甲", "丙", FIX_SAFE);
    change(d, &src, "一", "壹", FIX_SAFE);
    diag_accept(d, 4, STR("就这样"));
    struct fixed fixed = fix_apply(a, d, STR("x.xml"), before, before);
    CHECK(fixed.made == 2 && fixed.left == 0);
    CHECK_STR("text", fixed.text,
              STR("<a>\n  <b c=\"12\">一，二</b>\n  <p>甲</p>\n</a>\n"));
    fixed = fix_apply(a, d, STR("z.xml"), before, before);
    CHECK(fixed.made == 0 && fixed.text.s == before.s);
    diag_drop(d);
    arena_drop(a);
}

TEST(changes_that_touch_wait_for_the_next_run)
{
    struct arena *a = arena_new();
    struct source src = {.path = STR("x.xml"), .text = before};
    struct diag *d = diag_new();
    change(d, &src, "一, 二", "一二", FIX_SAFE);
    change(d, &src, ", 二", "，二", FIX_SAFE);
    change(d, &src, "一, 二", "一二", FIX_SAFE); /* the same again: one change */
    struct fixed fixed = fix_apply(a, d, STR("x.xml"), before, before);
    CHECK(fixed.made == 1 && fixed.left == 1);
    CHECK(str_has(fixed.text, STR(">一二<")));
    diag_drop(d);
    arena_drop(a);
}

/* What a change keeps of its piece is open to others. */
TEST(changes_inside_each_other_are_made_together)
{
    static const struct {
        const char *what, *text, *changes[3][2], *wanted;
        size_t made, left;
    } rows[] = {
        {"brackets around a blank",
         "甲(乙 )丙",
         {{"(乙 )", "（乙 ）"}, {" ", ""}},
         "甲（乙）丙",
         2,
         0},
        {"brackets in brackets",
         "(甲(乙))",
         {{"(甲(乙))", "（甲(乙)）"}, {"(乙)", "（乙）"}},
         "（甲（乙））",
         2,
         0},
        {"blanks shared",
         "定 点医 药",
         {{"定 点医 药", "定点医药"}, {"点医 药", "点医药"}},
         "定点医药",
         1,
         0},
        {"half of it shared",
         "甲 乙 丙",
         {{"甲 乙", "甲乙"}, {"甲 乙 丙", "甲乙丙"}},
         "甲乙丙",
         2,
         0},
        {"put in twice", "甲乙", {{"乙", "一乙"}, {"甲乙", "甲二乙"}}, "甲二乙", 1, 1},
        {"put in beside", "甲乙", {{"乙", "一乙"}, {"甲", ""}}, "一乙", 2, 0},
        {"at the end", "甲", {{"甲", "甲。"}}, "甲。", 1, 0},
        {"nothing", "甲", {{"甲", "甲"}}, "甲", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *a = arena_new();
        struct source src = {.path = STR("x.xml"), .text = str_of(rows[i].text)};
        struct diag *d = diag_new();
        for (size_t k = 0; k < 3 && rows[i].changes[k][0]; k++)
            change(d, &src, rows[i].changes[k][0], rows[i].changes[k][1], FIX_SAFE);
        struct fixed fixed = fix_apply(a, d, src.path, src.text, src.text);
        CHECK_STR(rows[i].what, fixed.text, str_of(rows[i].wanted));
        CHECK(fixed.made == rows[i].made && fixed.left == rows[i].left);
        diag_drop(d);
        arena_drop(a);
    }
}

/* Longer than what is compared: one change. */
TEST(a_long_change_is_made_whole)
{
    struct arena *a = arena_new();
    struct buf text = {0};
    for (int i = 0; i < 300; i++)
        buf_puts(&text, "甲");
    struct source src = {.path = STR("x.xml"), .text = buf_str(&text)};
    struct diag *d = diag_new();
    struct finding f = {
        .code = DIAG_USAGE, .at = {&src, 0}, .fix = {FIX_SAFE, 0, src.text.n, STR("乙")}};
    diag_find(d, &f, STR_ARG(STR("x")));
    struct fixed fixed = fix_apply(a, d, src.path, src.text, src.text);
    CHECK_STR("long", fixed.text, STR("乙"));
    diag_drop(d);
    buf_drop(&text);
    arena_drop(a);
}

/* A notice is read as LF without a mark; what is stored keeps its own. */
TEST(line_ends_and_the_mark_stay)
{
    static const struct {
        const char *stored, *piece, *text, *wanted;
    } rows[] = {
        {"甲\r\n乙, 丙\r\n", ", ", "，", "甲\r\n乙，丙\r\n"},
        {"\xEF\xBB\xBF甲, 乙\n", ", ", "，", "\xEF\xBB\xBF甲，乙\n"},
        {"\xEF\xBB\xBF\r\n甲", "甲", "", "\xEF\xBB\xBF\r\n"},
        {"甲\r乙\n丙\r\n丁", "丙", "己", "甲\r乙\n己\r\n丁"},
        {"甲\r\n乙\r\n丙", "\n乙\n", "\n", "甲\r\n丙"},
        {"甲\r\n乙", "乙", "乙\n丙", "甲\r\n乙\r\n丙"},
        {"甲\r\n", "甲\n", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *a = arena_new();
        struct str stored = str_of(rows[i].stored);
        struct source src = {.path = STR("notice.md"), .text = line_ends_unix(a, stored)};
        struct diag *d = diag_new();
        change(d, &src, rows[i].piece, rows[i].text, FIX_SAFE);
        CHECK(fix_any(d, src.path) && !fix_any(d, STR("x.xml")));
        struct fixed fixed = fix_apply(a, d, src.path, src.text, stored);
        CHECK(fixed.made == 1);
        CHECK_STR(rows[i].stored, fixed.text, str_of(rows[i].wanted));
        diag_drop(d);
        arena_drop(a);
    }
}

TEST(the_diff_shows_lines_changed_added_and_gone)
{
    static const struct {
        const char *what, *before, *after, *diff;
    } rows[] = {
        {"same", "a\nb\n", "a\nb\n", ""},
        {"changed", "a\nb\nc\n", "a\nB\nc\n", "--- x\n+++ x\n@@ -2 +2 @@\n-b\n+B\n"},
        {"gone", "a\nb\nc\n", "a\nc\n", "--- x\n+++ x\n@@ -2 +1,0 @@\n-b\n"},
        {"added", "a\nc\n", "a\nb\nc\n", "--- x\n+++ x\n@@ -1,0 +2 @@\n+b\n"},
        {"twice", "a\nb\nc\nd\n", "A\nb\nc\nD\n",
         "--- x\n+++ x\n@@ -1 +1 @@\n-a\n+A\n@@ -4 +4 @@\n-d\n+D\n"},
        {"two lines to one", "a\nb\nc\nd\n", "a\nbc\nd\n",
         "--- x\n+++ x\n@@ -2,2 +2 @@\n-b\n-c\n+bc\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf out = {0};
        fix_diff(STR("x"), str_of(rows[i].before), str_of(rows[i].after), &out);
        CHECK_STR(rows[i].what, buf_str(&out), str_of(rows[i].diff));
        buf_drop(&out);
    }
}

int main(void)
{
    RUN(safe_changes_are_made_and_nothing_else);
    RUN(changes_that_touch_wait_for_the_next_run);
    RUN(changes_inside_each_other_are_made_together);
    RUN(a_long_change_is_made_whole);
    RUN(line_ends_and_the_mark_stay);
    RUN(the_diff_shows_lines_changed_added_and_gone);
    return runner_end();
}
