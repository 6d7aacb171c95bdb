/* Messages: places, carets, order, JSON, the way through a pipe. */
#include "base/utf8.h"
#include "diag/diag.h"
#include "diag/visible.h"
#include "runner.h"

#include "kit.h"
static struct str printed(const struct diag *d, struct buf *b)
{
    buf_clear(b);
    diag_print(d, false, b);
    return buf_str(b);
}

TEST(places_count_characters_and_columns)
{
    struct source src = {.path = STR("x.xml"),
                         .text = STR("\xEF\xBB\xBF一二\r\nab\t三四<c\n")};
    static const struct {
        size_t offset, line, column, indent;
    } rows[] = {
        {0, 1, 1, 0},  {3, 1, 1, 0},  {6, 1, 2, 2},  {9, 1, 3, 4},  {11, 2, 1, 0},
        {13, 2, 3, 2}, {14, 2, 4, 3}, {20, 2, 6, 7}, {23, 3, 1, 0}, {99, 3, 1, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place p = source_place(&src, rows[i].offset);
        CHECK(p.line == rows[i].line);
        CHECK(p.column == rows[i].column);
        CHECK(source_excerpt(&src, rows[i].offset).indent == rows[i].indent);
    }
    CHECK_STR("line", source_excerpt(&src, 12).text, STR("ab\t三四<c"));
    CHECK_STR("without BOM", source_excerpt(&src, 6).text, STR("一二"));
    CHECK_STR("at the BOM", source_excerpt(&src, 0).text, STR("一二"));
}

/* Short and very long lines, one without an end. */
static struct str many_lines(struct buf *b)
{
    static const size_t lengths[] = {0, 3, 5000, 1, 20000, 4095, 4096, 4097, 0, 700};
    buf_puts(b, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        for (size_t k = 0; k < lengths[i]; k++)
            buf_puts(b, k % 3 == 0 ? "目" : k % 7 == 0 ? "é" : "x");
        buf_puts(b, i % 2 ? "\r\n" : i == 8 ? "" : "\n");
    }
    return buf_str(b);
}

TEST(an_index_finds_the_same_places)
{
    struct arena *a = arena_new();
    struct buf b = {0};
    struct source plain = {.path = STR("x.xml"), .text = many_lines(&b)}, indexed = plain;
    source_index(a, &indexed);
    for (size_t i = 0; i < plain.text.n + 2; i += i < 40 ? 1 : 97) {
        struct place x = source_place(&plain, i), y = source_place(&indexed, i);
        CHECK(x.line == y.line && x.column == y.column);
    }
    struct excerpt e = source_excerpt(&indexed, 9000);
    CHECK(e.cut_left && e.cut_right && e.text.n < 400 && e.indent <= EXCERPT_COLUMNS / 2);
    buf_drop(&b);
    arena_drop(a);
}

TEST(message_shows_line_and_caret)
{
    struct source src = {.path = STR("a/catalog.xml"),
                         .text = STR("<a>\n  <标题 码=\"x\"/>\n")};
    struct diag *d = diag_new();
    struct buf b = {0};
    diag_find(
        d, &(struct finding){.code = DIAG_USAGE, .at = {&src, 14}, .proposal = STR("y")},
        STR_ARG(STR("试一下")));
    CHECK_STR("text", printed(d, &b),
              STR("a/catalog.xml:2:7: 错误: 试一下 [usage]\n"
                  "    <标题 码=\"x\"/>\n"
                  "          ^\n"
                  "  建议改为：y\n"
                  "  用 mulu --help 或 mulu 命令 --help 看用法\n"));
    buf_drop(&b);
    diag_drop(d);
}

TEST(long_lines_are_cut_around_the_place)
{
    struct buf line = {0}, b = {0};
    for (int i = 0; i < 500; i++)
        buf_puts(&line, "长");
    struct source src = {.path = STR("x"), .text = buf_str(&line)};
    struct diag *d = diag_new();
    diag_at(d, (struct pos){&src, 300 * 3}, DIAG_USAGE, STR_ARG(STR("m")));
    struct str text = printed(d, &b);
    CHECK(str_has(text, STR("x:1:301: ")));
    CHECK(str_has(text, STR("…")));
    CHECK(text.n < 1000);
    buf_drop(&line);
    buf_drop(&b);
    diag_drop(d);
}

TEST(control_characters_do_not_reach_the_terminal)
{
    struct source src = {.path = STR("x"), .text = STR("a\x1b[31mb\x07")};
    struct diag *d = diag_new();
    struct buf b = {0};
    diag_at(d, (struct pos){&src, 0}, DIAG_USAGE, STR_ARG(STR("\x1b]0;evil\x07")));
    struct str text = printed(d, &b);
    CHECK(!str_has(text, STR("\x1b")));
    CHECK(!str_has(text, STR("\x07")));
    buf_drop(&b);
    diag_drop(d);
}

TEST(order_is_by_file_line_and_time)
{
    struct source one = {.path = STR("a"), .text = STR("1\n2\n3\n")};
    struct source two = {.path = STR("b"), .text = STR("1\n2\n")};
    struct diag *d = diag_new();
    const struct pos places[] = {{&two, 2}, {&one, 4}, {&one, 0}, {&two, 0}, {&one, 0}};
    for (size_t i = 0; i < 5; i++) {
        char name[] = {(char)('A' + i), 0};
        diag_at(d, places[i], DIAG_USAGE, STR_ARG(str_of(name)));
    }
    diag_sort(d);
    struct buf b = {0};
    for (size_t i = 0; i < diag_total(d); i++)
        buf_put(&b, diag_problem(d, i)->message);
    CHECK_STR("order", buf_str(&b), STR("CEBDA"));
    buf_drop(&b);
    diag_drop(d);
}

TEST(problems_survive_a_pipe)
{
    struct source src = {.path = STR("a b\nc:1"), .text = STR("行\n二\n")};
    struct diag *from = diag_new(), *to = diag_new();
    diag_find(from,
              &(struct finding){.code = DIAG_FILE_READ,
                                .at = {&src, 4},
                                .item = STR("002"),
                                .field = STR("limit"),
                                .expected = STR("3:"),
                                .basis = STR("依据")},
              "名\n称", "原因");
    diag_at(from, (struct pos){0}, DIAG_PUBLISH_KEPT, STR_ARG(STR("x")));
    struct buf wire = {0}, a = {0}, b = {0};
    diag_send(from, &wire);
    CHECK(diag_receive(to, buf_str(&wire)));
    CHECK_STR("same", printed(to, &a), printed(from, &b));
    CHECK(diag_count(to, SEVERITY_ERROR) == 1 && diag_count(to, SEVERITY_NOTE) == 1);
    struct diag *copy = diag_new();
    diag_append(copy, to);
    CHECK_STR("appended", printed(copy, &a), printed(from, &b));
    for (size_t cut = 1; cut < wire.n; cut += 3) {
        struct diag *broken = diag_new();
        bool whole = diag_receive(broken, str_slice(buf_str(&wire), 0, cut));
        CHECK(!whole || diag_total(broken) == 1);
        diag_drop(broken);
    }
    buf_drop(&wire);
    buf_drop(&a);
    buf_drop(&b);
    diag_drop(copy);
    diag_drop(from);
    diag_drop(to);
}

TEST(json_has_every_key)
{
    struct source src = {.path = STR("x.xml"), .text = STR("<a/>")};
    struct diag *d = diag_new();
    struct buf b = {0};
    diag_print_json(d, &b);
    CHECK_STR("none", buf_str(&b), STR("[]\n"));
    buf_clear(&b);
    diag_find(
        d, &(struct finding){.code = DIAG_USAGE, .at = {&src, 1}, .item = STR("00\"2")},
        STR_ARG(STR("话")));
    diag_print_json(d, &b);
    CHECK_STR("one", buf_str(&b),
              STR("[\n  {\"rule\": \"usage\",\n   \"severity\": \"error\",\n   \"file\": "
                  "\"x.xml\","
                  "\n   \"line\": 1,\n   \"column\": 2,\n   \"code\": \"00\\\"2\",\n"
                  "   \"field\": \"\",\n   \"message\": \"话\",\n   \"expected\": \"\",\n"
                  "   \"proposal\": \"\",\n   \"basis\": \"\"}\n]\n"));
    buf_drop(&b);
    diag_drop(d);
}

/* Every row has an id in kebab-case, a severity that fits, and what to do for an error. */
TEST(table_is_complete)
{
    for (int code = 0; code < DIAG_COUNT; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        CHECK(row->id && row->text && row->text[0] && row->title[0]);
        for (const char *p = row->id; *p; p++)
            CHECK((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-');
        if (row->severity == SEVERITY_ERROR && !row->remedy[0])
            printf("no remedy: %s\n", row->id);
        CHECK(row->severity != SEVERITY_ERROR || row->remedy[0]);
    }
}

/* ---- what people may see ---- */

#define RLO "\xE2\x80\xAE"
#define PDI "\xE2\x81\xA9"

static struct str on_terminal(struct arena *a, struct str text)
{
    struct buf b = {0};
    visible_put(&b, text);
    struct str shown = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return shown;
}

TEST(turning_characters_are_written_out)
{
    static const struct {
        const char *text, *terminal, *page;
    } rows[] = {
        {"甲" RLO "乙", "甲<U+202E>乙", "甲<U+202E>乙"},
        {"\xD8\x9C\xE2\x80\x8E" PDI, "<U+061C><U+200E><U+2069>",
         "<U+061C><U+200E><U+2069>"},
        {"甲\t\n\x1B[1m", "甲 \xEF\xBF\xBD\xEF\xBF\xBD[1m", "甲\t\n\x1B[1m"},
        {"\xE2\x80\x8B\xE2\x80\xA9", "\xE2\x80\x8B\xE2\x80\xA9",
         "\xE2\x80\x8B\xE2\x80\xA9"}, /* U+200B and U+2029 turn nothing */
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = str_of(rows[i].text);
        CHECK_STR("terminal", on_terminal(a, text), str_of(rows[i].terminal));
        CHECK_STR("page", visible_text(a, text, 100), str_of(rows[i].page));
        CHECK_STR("message", visible_message(a, text), str_of(rows[i].page));
    }
    struct str plain = STR("甲乙");
    CHECK(visible_text(a, plain, 2).s == plain.s);
    arena_drop(a);
}

/* The caret stands under the place as it is shown. */
TEST(the_caret_counts_what_is_shown)
{
    struct source src = {.path = STR("x"), .text = STR("甲" RLO "乙丙\n")};
    size_t at = str_find(src.text, STR("丙"));
    CHECK(source_excerpt(&src, at).indent == 2 + 8 + 2);
    struct diag *d = diag_new();
    struct finding f = {.code = DIAG_USAGE,
                        .at = {&src, at},
                        .expected = STR("子" RLO),
                        .proposal = STR(RLO "丑")};
    diag_find(d, &f, STR_ARG(STR("“" RLO "”")));
    struct buf b = {0};
    diag_print(d, false, &b);
    CHECK(str_has(buf_str(&b), STR("  甲<U+202E>乙丙\n              ^\n")));
    CHECK(str_has(buf_str(&b), STR("应为：子<U+202E>\n  建议改为：<U+202E>丑\n")));
    CHECK(!str_has(buf_str(&b), STR(RLO)));
    buf_clear(&b);
    diag_print_json(d, &b);
    CHECK(str_has(buf_str(&b), STR("子" RLO))); /* programs get it as it is */
    buf_drop(&b);
    diag_drop(d);
}

TEST(long_texts_are_shortened_for_people)
{
    struct arena *a = arena_new();
    struct str title = kit_repeated(a, "甲", 5000);
    CHECK(utf8_count(visible_text(a, title, VISIBLE_NAME)) == VISIBLE_NAME);
    struct str full = kit_repeated(a, "甲", VISIBLE_NAME);
    CHECK_STR("as long as may be", visible_text(a, full, VISIBLE_NAME), full);
    struct str text = str_print(a, "名称“%.*s乙”与“丙”不同", STR_ARG(title));
    struct str shown = visible_message(a, text);
    CHECK(utf8_count(shown) < 150 && str_starts(shown, STR("名称“甲甲")));
    CHECK(str_ends(shown, STR("甲乙”与“丙”不同")) && str_has(shown, STR("甲…甲")));
    text = str_print(a, "《%.*s》“%.*s", STR_ARG(title), STR_ARG(title)); /* left open */
    CHECK(utf8_count(visible_message(a, text)) <= VISIBLE_VALUE);
    arena_drop(a);
}

int main(void)
{
    RUN(places_count_characters_and_columns);
    RUN(an_index_finds_the_same_places);
    RUN(message_shows_line_and_caret);
    RUN(long_lines_are_cut_around_the_place);
    RUN(control_characters_do_not_reach_the_terminal);
    RUN(order_is_by_file_line_and_time);
    RUN(problems_survive_a_pipe);
    RUN(json_has_every_key);
    RUN(table_is_complete);
    RUN(turning_characters_are_written_out);
    RUN(the_caret_counts_what_is_shown);
    RUN(long_texts_are_shortened_for_people);
    return runner_end();
}
