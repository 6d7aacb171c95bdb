/* Findings on their way out: folding, SARIF, the page. With a folder as its argument the
 * program writes there a log with fixes, the file it is about and that file with the fixes
 * made (log.sarif, shi/catalog.xml, wanted.xml), for a test that applies them. */
#include "base/file.h"
#include "catalog/load.h"
#include "check/sarif.h"
#include "diag/fold.h"
#include "html/findings.h"
#include "runner.h"

#include <string.h>

/* Wide characters and line ends of Windows before the places that matter. */
#define BEFORE \
    "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" \
    "<catalog id=\"shi\" kind=\"list\" scheme=\"\"><region code=\"430182\" " \
    "name=\"甲\"/><title>目&lt;录</title>\r\n" \
    "<group no=\"𠀀一\" code=\""
#define BETWEEN \
    "\"><title>乙</title><item seq=\"1\" code=\"002036001001\"><title>丙</title>" \
    "<limit>5  " \
    "天内</limit><agency>A&amp;B\r\n中心</agency></item>\r\n</group></catalog>\r\n"
static const struct str text = STR_INIT(BEFORE "00203600100y" BETWEEN);
static const struct str fixed = STR_INIT(
    BEFORE
    "00203600100Y"
    "\"><title>乙</title><item seq=\"1\" code=\"002036001001\"><title>丙</title>"
    "<limit>5天内</limit><agency>A&amp;C</agency></item>\r\n</group></catalog>\r\n");

static struct pos place(const struct catalog *c, const char *words)
{
    return (struct pos){&c->source, str_find(c->source.text, str_of(words))};
}

static void change(const struct catalog *c, struct diag *d, const char *words,
                   const char *to, const char *key)
{
    struct pos at = place(c, words);
    struct finding f = {
        .code = DIAG_CODE_LETTERS,
        .at = at,
        .item = STR("002036001001"),
        .key = str_of(key),
        .field = STR("limit"),
        .proposal = str_of(to),
        .fix = {FIX_SAFE, at.offset, at.offset + strlen(words), str_of(to)},
    };
    diag_find(d, &f, STR_ARG(str_of(words)));
}

/* Three fixes (one takes two lines, one takes something away), an accepted finding. */
static void find_things(const struct catalog *c, struct diag *d)
{
    change(c, d, "00203600100y", "00203600100Y", "group-1");
    change(c, d, "  ", "", "002036001001");
    change(c, d, "B\r\n中心", "C", "002036001001");
    diag_at(d, place(c, "<item"), DIAG_USAGE, STR_ARG(STR("{0} <b> [x](y)")));
    diag_accept(d, 3, STR("省里\"定\"的"));
}

static struct str sarif(struct arena *a, const struct catalog *c, const struct diag *d)
{
    struct buf out = {0};
    struct sarif *s = sarif_begin(a, &out);
    struct buf record = {0};
    sarif_make(c, d, &record);
    CHECK(sarif_take(s, buf_str(&record)));
    sarif_end(s, true);
    buf_drop(&record);
    struct str log = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return log;
}

/* The text without blanks between its words, so that JSON can be looked for in it. */
static struct str squeeze(struct arena *a, struct str s)
{
    struct buf b = {0};
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] != '\n' &&
            (s.s[i] != ' ' || (i && s.s[i - 1] != ' ' && s.s[i - 1] != '\n')))
            buf_char(&b, s.s[i]);
    struct str squeezed = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return squeezed;
}

static void check_parts(struct str whole, const char *const *parts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!str_has(whole, str_of(parts[i])))
            CHECK_STR("missing", whole, str_of(parts[i]));
}

TEST(sarif_tells_places_fixes_and_reasons)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(text, STR("shi/catalog.xml"), d);
    CHECK(c && diag_total(d) == 0);
    if (c) {
        find_things(c, d);
        struct str log = squeeze(a, sarif(a, c, d));
        static const char *const parts[] = {
            "\"deletedRegion\": {\"startLine\": 3,\"startColumn\": 22,\"endLine\": "
            "3,\"endColumn\": 34},\"insertedContent\": {\"text\": \"00203600100Y\"}",
            "\"text\": \"删去这一段\"",
            "\"endLine\": 4,\"endColumn\": 3},\"insertedContent\": {\"text\": \"C\"}",
            "\"message\": {\"text\": \"{{0}} <b> [x](y)\"}",
            "\"suppressions\": [{\"kind\": \"inSource\",\"justification\": "
            "\"省里\\\"定\\\"的\"}]",
            "\"fullyQualifiedName\": \"shi/group-1/limit\"",
            "\"family\": \"format\"", /* usage is no rule of a family */
        };
        check_parts(log, parts, sizeof parts / sizeof *parts);
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

TEST(the_same_is_told_once)
{
    struct source one = {.path = STR("a"), .text = STR("1\n2\n3\n4\n5\n6\n7\n8\n9\n")};
    struct source two = {.path = STR("b"), .text = STR("1\n2\n")};
    struct diag *d = diag_new();
    struct arena *a = arena_new();
    diag_at(d, (struct pos){&one, 0}, DIAG_USAGE, STR_ARG(STR("x")));
    diag_at(d, (struct pos){&one, 2}, DIAG_USAGE, STR_ARG(STR("y")));
    for (size_t i = 2; i < 9; i++)
        diag_at(d, (struct pos){&one, 2 * i}, DIAG_USAGE, STR_ARG(STR("x")));
    diag_at(d, (struct pos){&one, 4}, DIAG_USAGE, STR_ARG(STR("y")));
    diag_at(d, (struct pos){&two, 0}, DIAG_USAGE, STR_ARG(STR("x")));
    diag_at(d, (struct pos){&two, 2}, DIAG_USAGE, STR_ARG(STR("x")));
    diag_accept(d, 11, STR("理由"));
    struct folds folds = fold_problems(a, d, false);
    CHECK(folds.n == 3);
    CHECK(folds.at[0].n == 8 && folds.at[1].n == 2 && folds.at[2].n == 1);
    CHECK(folds.at[0].at[0]->line == 1 && folds.at[2].at[0]->line == 1);
    CHECK(fold_problems(a, d, true).n == 1);
    struct buf out = {0};
    fold_print(d, false, NULL, NULL, &out);
    CHECK(str_has(buf_str(&out),
                  STR("\n  同样的问题共 8 处，另见第 3、4、5、6、7、8 行等\n")));
    CHECK(str_has(buf_str(&out), STR("\n  同样的问题共 2 处，另见第 3 行\n")));
    CHECK(!str_has(buf_str(&out), STR("b:2:")));
    buf_clear(&out);
    struct diag *none = diag_new();
    fold_print(none, false, NULL, NULL, &out);
    CHECK(out.n == 0);
    buf_drop(&out);
    diag_drop(none);
    diag_drop(d);
    arena_drop(a);
}

static struct str page(struct arena *a, const struct catalog *c, const struct diag *found)
{
    struct diag *d = diag_new();
    struct buf out = {0};
    struct template_set *set =
        template_set_new(STR("templates/html"), STR("templates/html"));
    struct findings_page *p = findings_begin(a, set, 1, STR("2026-11-23"), d, &out);
    CHECK(p && diag_total(d) == 0);
    const struct findings_part part = {STR("shi"), c, NULL, found};
    struct buf record = {0};
    findings_make(p, 0, &part, &record);
    CHECK(p && findings_take(p, buf_str(&record), &out) && findings_end(p, &out));
    buf_drop(&record);
    struct str html = str_copy(a, buf_str(&out));
    template_set_drop(set);
    buf_drop(&out);
    diag_drop(d);
    return html;
}

TEST(page_has_items_advice_and_reasons)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(text, STR("shi/catalog.xml"), d);
    if (c) {
        find_things(c, d);
        struct str html = page(a, c, d);
        static const char *const parts[] = {
            "<h1>目&lt;录</h1>",
            "<h3>主项：𠀀一　乙<small>00203600100y</small></h3>",
            "<h3>1　丙<small>002036001001</small></h3>",
            "<dd>（删去）</dd>",
            "<p class=\"sum\">3 个错误</p>",
            "<dt>理由</dt><dd>省里&quot;定&quot;的</dd>",
            "{0} &lt;b&gt; [x](y)",
            "2026年11月23日",
        };
        check_parts(html, parts, sizeof parts / sizeof *parts);
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

/* Characters that turn the direction are written out, long names cut, in all of the page. */
TEST(a_page_shows_what_is_there)
{
#define RLO "\xE2\x80\xAE"
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct buf xml = {0};
    buf_puts(&xml,
             "<catalog id=\"shi\" kind=\"list\" scheme=\"\"><region code=\"430182\" "
             "name=\"甲" RLO "\"/><title>目" RLO "录</title><group><title>乙</title>"
             "<item code=\"002036001001\"><title>");
    for (int i = 0; i < 5000; i++)
        buf_puts(&xml, "长");
    buf_puts(&xml, "</title></item></group></catalog>\n");
    struct catalog *c = catalog_load_text(buf_str(&xml), STR("shi/catalog.xml"), d);
    CHECK(c);
    if (c) {
        struct finding f = {.code = DIAG_USAGE,
                            .at = place(c, "<item"),
                            .key = STR("002036001001"),
                            .expected = STR("子" RLO),
                            .proposal = STR("丑" RLO)};
        diag_find(d, &f, STR_ARG(STR("寅" RLO "卯")));
        diag_at(d, place(c, "<title"), DIAG_USAGE, STR_ARG(STR("辰")));
        diag_accept(d, 1, STR("巳" RLO));
        struct str html = page(a, c, d);
        static const char *const parts[] = {
            "<h1>目&lt;U+202E&gt;录</h1>", "甲&lt;U+202E&gt;（430182）",
            "寅&lt;U+202E&gt;卯",          "<dd>子&lt;U+202E&gt;</dd>",
            "<dd>丑&lt;U+202E&gt;</dd>",   "<dd>巳&lt;U+202E&gt;</dd>",
        };
        check_parts(html, parts, sizeof parts / sizeof *parts);
        CHECK(!str_has(html, STR(RLO)));
        CHECK(str_has(html, STR("长…长")) && html.n < 20000);
    }
    catalog_drop(c);
    diag_drop(d);
    buf_drop(&xml);
    arena_drop(a);
}

TEST(a_clean_page_says_so)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(text, STR("shi/catalog.xml"), d);
    struct str html = page(a, c, d);
    CHECK(str_has(html, STR("没有发现问题")));
    CHECK(!str_has(html, STR("已改")) && !str_has(html, STR("<table")));
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

static int write_case(const char *dir)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(text, STR("shi/catalog.xml"), d);
    const char *why;
    bool ok = c && dir_make(str_print(a, "%s/shi", dir).s, &why);
    if (ok) {
        find_things(c, d);
        ok = file_write(str_print(a, "%s/log.sarif", dir).s, sarif(a, c, d), &why) &&
             file_write(str_print(a, "%s/%.*s", dir, STR_ARG(c->source.path)).s, text,
                        &why) &&
             file_write(str_print(a, "%s/wanted.xml", dir).s, fixed, &why);
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
    return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return write_case(argv[1]);
    RUN(sarif_tells_places_fixes_and_reasons);
    RUN(the_same_is_told_once);
    RUN(page_has_items_advice_and_reasons);
    RUN(a_page_shows_what_is_there);
    RUN(a_clean_page_says_so);
    return runner_end();
}
