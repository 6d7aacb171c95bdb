/* PDF writer with the real fonts, read back with poppler, qpdf and mupdf. Files stay in
 * build/tests/pdf for a look. */
#include "scene/scene_pdf.h"

#include "base/file.h"
#include "runner.h"

#include "kit_print.h"
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER "build/tests/pdf"

static struct fonts *fonts; /* opened once: half of the time otherwise */

static struct buf pdf_of(const struct scene *s, struct diag *d)
{
    struct buf out = {0};
    CHECK(scene_pdf(s, fonts, d, &out));
    return out;
}

/* Writes the scene to FOLDER/name without a single message. */
static void write_pdf(const struct scene *s, const char *name)
{
    struct diag *d = diag_new();
    struct buf out = pdf_of(s, d);
    CHECK(diag_total(d) == 0);
    const char *why;
    char path[128];
    snprintf(path, sizeof path, FOLDER "/%s", name);
    CHECK(file_write(path, buf_str(&out), &why));
    buf_drop(&out);
    diag_drop(d);
}

/* What a program prints about FOLDER/name; its exit status must be 0. `before` and `behind`
 * are the words of the command around the file. */
static struct str run(struct arena *a, const char *before, const char *name,
                      const char *behind)
{
    return kit_output(a, str_print(a, "%s " FOLDER "/%s %s", before, name, behind).s);
}

static struct scene *new_scene(void)
{
    struct scene *s = scene_new();
    s->title = STR("办事指南");
    s->author = STR("医疗保障局");
    s->date = STR("2020-12-31");
    scene_page(s, 595.28, 841.89);
    return s;
}

static void put(struct scene *s, enum font_role font, double size, double y,
                struct str text)
{
    size_t e = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
    struct text_mark t = {.text = text, .style = {.font = font, .size = size}};
    t.x = 72;
    t.y = y;
    t.width = font_width(fonts, font, size, text);
    scene_text(s, s->pages.n - 1, e, &t);
}

/* Each line is painted in one font and must come back as it went in, except where a reader
 * cannot: poppler takes a no-break blank for a blank, and mupdf (1.21) gives the character
 * of the glyph where ActualText names another. NULL: as it went in. */
static const struct {
    enum font_role font;
    const char *text, *poppler, *mupdf;
} lines[] = {
    {FONT_SONG, "基本医疗保险参保登记（一）", NULL, NULL},
    {FONT_SONG_BOLD, "湘医保发〔2020〕41号", NULL, NULL},
    {FONT_HEI, "参保人员—身份证……原件", NULL, NULL},
    {FONT_HEI_BOLD, "“不超过5个工作日”；即时办结", NULL, NULL},
    {FONT_KAI, "中间点·片假名点・项目点•完", NULL, NULL},
    {FONT_SONG, "a·b・c•d·e", NULL, NULL},
    {FONT_SONG, "先是U+2011连‑字号再是普通-号", NULL, "先是U+2011连-字号再是普通-号"},
    {FONT_HEI, "002036001002-1 http://www.yuanjiang.gov.cn/", NULL, NULL},
    {FONT_SONG, "𠮷田、司马𫖮、㙍镇", NULL, NULL},
    {FONT_KAI, "𠮷田、司马𫖮", NULL, NULL},
    {FONT_FANGSONG, "仿宋由楷体代替 0731-12345678", NULL, NULL},
    {FONT_XIAOBIAOSONG, "关于印发《办事指南》的通知", NULL, NULL},
    {FONT_SONG, "部首⼀与一、⽂与文分得清", NULL, "部首一与一、文与文分得清"},
    {FONT_SONG, "不断\xC2\xA0空格 普通", "不断 空格 普通", "不断 空格 普通"},
    {FONT_KAI, "打勾√方框■圈①②㈠℃½Ⅳ", NULL, NULL},
    {FONT_SONG, "零宽\xE2\x80\x8B空格不留痕迹", "零宽空格不留痕迹", "零宽空格不留痕迹"},
    {FONT_SONG, "制表\t两栏", "制表 两栏", "制表 两栏"},
};
enum { LINES = sizeof lines / sizeof *lines };

static struct scene *lines_scene(void)
{
    struct scene *s = new_scene();
    for (size_t i = 0; i < LINES; i++)
        put(s, lines[i].font, 12, 80 + 30 * (double)i, str_of(lines[i].text));
    return s;
}

TEST(text_comes_back_exactly)
{
    struct arena *a = arena_new();
    struct scene *s = lines_scene();
    write_pdf(s, "lines.pdf");
    struct str readers[] = {
        run(a, "pdftotext -enc UTF-8", "lines.pdf", "- 2>&1"),
        run(a, "pdftotext -layout -enc UTF-8", "lines.pdf", "- 2>&1"),
        run(a, "mutool draw -q -F txt", "lines.pdf", "2>&1"),
    };
    for (size_t r = 0; r < sizeof readers / sizeof *readers; r++) {
        struct str rest = readers[r], line;
        size_t i = 0;
        while (str_cut(&rest, '\n', &line)) {
            line = str_trim(line);
            if (!line.n || str_eq(line, STR("\f")) ||
                str_starts(line, STR("warning: ICC")))
                continue;
            if (i >= LINES) {
                CHECK_STR("more lines than went in", line, STR(""));
                break;
            }
            const char *back = r == 2 ? lines[i].mupdf : lines[i].poppler;
            CHECK_STR(lines[i].text, line, str_of(back ? back : lines[i].text));
            i++;
        }
        CHECK(i == LINES);
    }
    scene_drop(s);
    arena_drop(a);
}

TEST(file_is_sound)
{
    struct arena *a = arena_new();
    struct scene *s = lines_scene();
    write_pdf(s, "sound.pdf");
    struct str check = run(a, "qpdf --check", "sound.pdf", "2>&1");
    CHECK(str_has(check, STR("No syntax or stream encoding errors found")));
    CHECK(!str_has(check, STR("WARNING")));
    struct str info = run(a, "pdfinfo", "sound.pdf", "2>&1");
    static const char *const facts[] = {
        "Title:           办事指南", "Author:          医疗保障局",
        "Creator:         mulu",     "Tagged:          yes",
        "PDF version:     1.7",      "Pages:           1",
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (!str_has(info, str_of(facts[i])))
            CHECK_STR("pdfinfo", info, str_of(facts[i]));
    CHECK(str_has(run(a, "pdfinfo -rawdates", "sound.pdf", ""),
                  STR("CreationDate:    D:20201231\n")));
    struct str mupdf = run(a, "mutool draw -q -r 30 -o /dev/null", "sound.pdf", "2>&1");
    /* Debian builds it without colour profiles, and it says so each time. */
    CHECK_STR("mutool", mupdf, STR("warning: ICC support is not available\n"));
    scene_drop(s);
    arena_drop(a);
}

TEST(dates_never_come_from_the_clock)
{
    static const struct {
        const char *date, *epoch, *wanted;
    } rows[] = {
        {"2020-12-31", "86400", "D:20201231\n"},
        {"2020-12", "86400", "D:202012\n"},
        {"2020", NULL, "D:2020\n"},
        {"", "86400", "D:19700102000000Z\n"},
        {"十二月", "86400", "D:19700102000000Z\n"},
        {"2020-1-1", NULL, NULL},
        {"", NULL, NULL},
        {"", "morgen", NULL},
        {"", "-5", NULL},
        {"", "999999999999999999999", NULL},
    };
    struct arena *a = arena_new();
    const char *old = getenv("SOURCE_DATE_EPOCH");
    struct str kept = str_copy(a, str_of(old));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = new_scene();
        s->date = str_of(rows[i].date);
        if (rows[i].epoch)
            setenv("SOURCE_DATE_EPOCH", rows[i].epoch, 1);
        else
            unsetenv("SOURCE_DATE_EPOCH");
        write_pdf(s, "date.pdf");
        struct str info = run(a, "pdfinfo -rawdates", "date.pdf", "2>&1");
        size_t at = str_find(info, STR("CreationDate:    "));
        struct str got = at == STR_NONE ? STR("") : str_from(info, at + 17);
        CHECK((at == STR_NONE) == (rows[i].wanted == NULL));
        if (rows[i].wanted && !str_starts(got, str_of(rows[i].wanted)))
            CHECK_STR(rows[i].date, got, str_of(rows[i].wanted));
        scene_drop(s);
    }
    if (old)
        setenv("SOURCE_DATE_EPOCH", kept.s, 1);
    else
        unsetenv("SOURCE_DATE_EPOCH");
    arena_drop(a);
}

TEST(fonts_are_embedded_subsets)
{
    struct arena *a = arena_new();
    struct scene *s = lines_scene();
    write_pdf(s, "fonts.pdf");
    struct str rest = run(a, "pdffonts", "fonts.pdf", "2>&1 | tail -n +3"), row;
    size_t n = 0;
    while (str_cut(&rest, '\n', &row)) {
        n++;
        if (!str_has(row, STR("Identity-H       yes yes yes")))
            CHECK_STR("pdffonts", row, STR("yes yes yes"));
        CHECK(row.n > 7 && row.s[6] == '+');
    }
    CHECK(n == 5); /* seven roles, two of them substituted by faces of others */
    scene_drop(s);
    arena_drop(a);
}

TEST(same_scene_gives_same_bytes)
{
    struct scene *one = lines_scene(), *two = lines_scene();
    struct diag *d = diag_new();
    struct buf first = pdf_of(one, d), second = pdf_of(two, d);
    CHECK(str_eq(buf_str(&first), buf_str(&second)));
    struct fonts *again = kit_fonts(d);
    struct buf third = {0};
    CHECK(again && scene_pdf(one, again, d, &third));
    CHECK(str_eq(buf_str(&first), buf_str(&third)));
    fonts_drop(again);
    buf_drop(&first);
    buf_drop(&second);
    buf_drop(&third);
    diag_drop(d);
    scene_drop(one);
    scene_drop(two);
}

/* A bracket alone in an upright column turns, and is read as the bracket it is; one between
 * Latin letters there, and one in a level line of the same file, does not turn. */
TEST(brackets_turn_in_upright_columns)
{
    static const char *const texts[] = {"盖", "（", "章", "）", "“", "(", "(A4)"};
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        put(s, FONT_SONG, 12, 80 + 30 * (double)i, str_of(texts[i]));
        s->pages.at[0].marks.at[i].text.style.upright = true;
    }
    put(s, FONT_SONG, 12, 400, STR("（普通）"));
    write_pdf(s, "upright.pdf");
    struct str back = run(a, "pdftotext -enc UTF-8", "upright.pdf", "- 2>&1");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CHECK(str_has(back, str_of(texts[i])));
    CHECK(str_has(back, STR("（普通）")));
    /* Glyphs of the turned marks stand in the content, those of the others where it is level. */
    static const struct {
        uint32_t c;
        size_t times;
    } shown[] = {{0xFE35, 2}, {0xFE36, 1}, {0xFE43, 1}, {0xFF08, 1}, {'A', 1}};
    struct str content =
        run(a, "qpdf --qdf --object-streams=disable", "upright.pdf", "-");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        struct glyph g = font_glyph(fonts, FONT_SONG, shown[i].c);
        struct str code = str_print(a, "%04x", font_code(fonts, g.face, g.id)), rest;
        struct str line;
        size_t times = 0;
        for (rest = content; str_cut(&rest, '\n', &line);)
            times += str_has(line, STR("TJ")) && str_has(line, code);
        if (times != shown[i].times)
            printf("U+%04X: %zu\n", (unsigned)shown[i].c, times);
        CHECK(times == shown[i].times);
    }
    CHECK(font_upright(fonts, FONT_SONG, 0x7684) == 0x7684);
    scene_drop(s);
    arena_drop(a);
}

TEST(missing_characters_are_told_once_and_copied)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    put(s, FONT_SONG, 12, 100,
        STR("藏文\xE0\xBD\x96和表情\xF0\x9F\x98\x80又\xE0\xBD\x96完"));
    put(s, FONT_KAI, 12, 130, STR("\xE0\xBD\x96"));
    struct diag *d = diag_new();
    struct buf out = pdf_of(s, d);
    CHECK(diag_total(d) == 2 && diag_count(d, SEVERITY_ERROR) == 2);
    if (diag_total(d) == 2) {
        CHECK_STR("id", diag_problem(d, 0)->id, STR("glyph-missing"));
        CHECK(str_has(diag_problem(d, 0)->message, STR("“\xE0\xBD\x96”（U+0F56）")));
        CHECK(str_has(diag_problem(d, 1)->message, STR("（U+1F600）")));
    }
    const char *why;
    CHECK(file_write(FOLDER "/missing.pdf", buf_str(&out), &why));
    struct str text = run(a, "pdftotext -enc UTF-8", "missing.pdf", "- 2>&1");
    CHECK(str_has(text, STR("藏文\xE0\xBD\x96和表情\xF0\x9F\x98\x80又\xE0\xBD\x96完")));
    CHECK(str_has(run(a, "qpdf --check", "missing.pdf", "2>&1"), STR("No syntax")));
    buf_drop(&out);
    diag_drop(d);
    scene_drop(s);
    arena_drop(a);
}

/* One text behind the whole line: what stands in the box has none of its own. */
TEST(missing_characters_in_a_spaced_line_and_in_an_aside)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    for (int aside = 0; aside < 2; aside++) {
        size_t e = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
        struct text_mark t = {.text = STR("藏\xE0\xBD\x96文\xE0\xBD\x96"),
                              .style = {.font = FONT_SONG, .size = 12},
                              .x = 72,
                              .y = 100 + 40 * aside,
                              .width = 72,
                              .tracking = 6,
                              .aside = aside};
        scene_text(s, 0, e, &t);
    }
    struct diag *d = diag_new();
    struct buf out = pdf_of(s, d);
    const char *why;
    CHECK(file_write(FOLDER "/missing-spaced.pdf", buf_str(&out), &why));
    struct str text = run(a, "pdftotext -enc UTF-8", "missing-spaced.pdf", "- 2>&1");
    CHECK(str_has(text, STR("藏\xE0\xBD\x96文\xE0\xBD\x96")));
    run(a, "qpdf --check", "missing-spaced.pdf", "2>&1");
    CHECK(!str_has(run(a, "mutool draw -q -F txt", "missing-spaced.pdf", "2>&1"),
                   STR("invalid")));
    buf_drop(&out);
    diag_drop(d);
    scene_drop(s);
    arena_drop(a);
}

/* A file promises only what it keeps (docs/pdf.md). */
TEST(claims_are_left_out_when_not_kept)
{
    enum { NOTHING, NO_TITLE, NO_LANGUAGE, NO_ALT, LARGE, CASES };
    static const bool archival[] = {true, true, false, true, false};
    static const bool accessible[] = {true, false, false, false, true};
    struct arena *a = arena_new();
    for (int i = 0; i < CASES; i++) {
        struct scene *s = new_scene();
        put(s, FONT_SONG, 12, 100, STR("字"));
        if (i == NO_TITLE)
            s->title = STR(" \n");
        if (i == NO_LANGUAGE)
            s->language = STR("");
        if (i == NO_ALT)
            scene_line(s, 0, scene_element(s, ROLE_FIGURE, SCENE_ROOT), 0, 0, 9, 9, 1,
                       (struct color){0});
        if (i == LARGE)
            s->pages.at[0].height = 20000;
        write_pdf(s, "claims.pdf");
        struct str metadata = run(a, "pdfinfo -meta", "claims.pdf", "2>&1");
        CHECK(str_has(metadata, STR("<pdfaid:part>2<")) == archival[i]);
        CHECK(str_has(metadata, STR("<pdfuaid:part>1<")) == accessible[i]);
        CHECK(str_has(metadata, STR("<pdfaSchema:prefix>pdfuaid<")) ==
              (archival[i] && accessible[i]));
        scene_drop(s);
    }
    arena_drop(a);
}

TEST(titles_stand_on_one_line_in_the_metadata)
{
    static const struct {
        const char *title, *xml;
    } rows[] = {
        {"关于印发\n《指南》的通知\n", ">关于印发《指南》的通知<"},
        {"Guide\nof 2020", ">Guide of 2020<"},
        {"a\x01<b>&amp;", ">a &lt;b&gt;&amp;amp;<"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = new_scene();
        s->title = str_of(rows[i].title);
        write_pdf(s, "title.pdf");
        struct str metadata = run(a, "pdfinfo -meta", "title.pdf", "2>&1");
        if (!str_has(metadata, str_of(rows[i].xml)))
            CHECK_STR(rows[i].title, metadata, str_of(rows[i].xml));
        scene_drop(s);
    }
    arena_drop(a);
}

/* A string of a PDF holds 32,767 bytes: the text of a figure that is longer ends with …. */
TEST(long_alternative_texts_are_cut)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    struct buf alt = {0};
    for (size_t i = 0; i < 20000; i++)
        buf_puts(&alt, i < 16380 ? "长" : "短");
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].alt = buf_str(&alt);
    scene_line(s, 0, figure, 0, 0, 9, 9, 1, (struct color){0});
    write_pdf(s, "alt.pdf");
    struct str json = run(a, "qpdf --json", "alt.pdf", "2>&1");
    CHECK(str_has(json, STR("长…\"")) && !str_has(json, STR("短")));
    buf_drop(&alt);
    scene_drop(s);
    arena_drop(a);
}

static void table_row(struct scene *s, size_t table, const char *const *cells,
                      enum role role, double y)
{
    size_t row = scene_element(s, ROLE_ROW, table);
    for (size_t i = 0; i < 2; i++) {
        size_t cell = scene_element(s, role, row);
        if (role == ROLE_HEADER)
            s->elements.at[cell].scope = SCOPE_COLUMN;
        struct box box = {72 + 150 * (double)i, y, 150, 24};
        struct color line = {0xD5, 0xDB, 0xE3}, tint = {0xF3, 0xF7, 0xFC};
        scene_rect(
            s, 0, SCENE_ARTIFACT, box, 0,
            &(struct pen){role == ROLE_HEADER ? &tint : NULL, &line, 0.5, DASH_NONE});
        struct text_mark t = {.text = str_of(cells[i]),
                              .style = {FONT_HEI, 9, {0, 0, 0}}};
        t.x = box.x + 6;
        t.y = y + 16;
        scene_text(s, 0, cell, &t);
    }
}

/* One page with everything a scene can hold. */
static struct scene *rich_scene(void)
{
    struct scene *s = new_scene();
    struct color blue = {0x0B, 0x5C, 0xAD}, amber = {0x9A, 0x67, 0x00},
                 white = {255, 255, 255};
    size_t h = scene_element(s, ROLE_H1, SCENE_ROOT);
    struct text_mark t = {.text = STR("沅江市医疗保障办事指南"), .tracking = 2};
    t.style = (struct style){.font = FONT_XIAOBIAOSONG, .size = 22, .color = blue};
    t.x = 72;
    t.y = 100;
    scene_text(s, 0, h, &t);
    size_t list = scene_element(s, ROLE_LIST, SCENE_ROOT);
    size_t item = scene_element(s, ROLE_LIST_ITEM, list);
    size_t label = scene_element(s, ROLE_LABEL, item);
    t = (struct text_mark){.text = STR("1."), .style = {FONT_SONG, 12, {0, 0, 0}}};
    t.x = 72;
    t.y = 140;
    scene_text(s, 0, label, &t);
    t.text = STR("有效身份证件或社保卡");
    t.x = 90;
    scene_text(s, 0, item, &t);
    size_t table = scene_element(s, ROLE_TABLE, SCENE_ROOT);
    table_row(s, table, (const char *[]){"事项名称", "办理时限"}, ROLE_HEADER, 160);
    table_row(s, table, (const char *[]){"异地就医备案", "即时办结"}, ROLE_CELL, 184);
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].title = STR("流程图");
    s->elements.at[figure].alt = STR("申请，受理，办结");
    struct pen full = {&blue, NULL, 0, DASH_NONE},
               dashed = {&white, &amber, 1.6, DASH_LONG};
    scene_rect(s, 0, figure, (struct box){72, 240, 120, 36}, 18, &full);
    t = (struct text_mark){.text = STR("申请"), .style = {FONT_HEI_BOLD, 12, white}};
    t.x = 120;
    t.y = 262;
    scene_text(s, 0, figure, &t);
    scene_line(s, 0, figure, 132, 276, 132, 300, 1.4, blue);
    scene_rect(s, 0, figure, (struct box){72, 300, 120, 36}, 4, &dashed);
    t.text = STR("受理");
    t.style.color = (struct color){0x1B, 0x1F, 0x23};
    t.y = 322;
    scene_text(s, 0, figure, &t);
    scene_page(s, 841.89, 595.28);
    put(s, FONT_SONG, 12, 100, STR("第二页"));
    size_t p = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
    struct link_mark web = {72, 130, 90, 12, STR("https://例.cn/a(b)"), STR("")};
    struct link_mark to = {72, 150, 90, 12, STR(""), STR("二")};
    struct link_mark nowhere = {72, 170, 90, 12, STR(""), STR("三")};
    scene_link(s, 0, p, &web);
    scene_link(s, 0, p, &to);
    scene_link(s, 0, SCENE_ARTIFACT, &nowhere);
    scene_destination(s, STR("二"), 1, 88);
    scene_bookmark(s, STR("第一部分（总则）\\"), 0, 0, 80);
    scene_bookmark(s, STR("一、参保𠮷"), 1, 1, 80);
    scene_bookmark(s, STR("跳过一层"), 3, 1, 90);
    scene_bookmark(s, STR("第二部分"), 0, 1, 100);
    return s;
}

TEST(lists_say_how_they_are_numbered)
{
    static const struct {
        const char *label, *numbering;
    } rows[] = {
        {"1.", "Decimal"},   {"（一）", "Decimal"}, {"①", "Decimal"},
        {"㈠", "Decimal"},   {"B.", "UpperAlpha"},  {"（b）", "LowerAlpha"},
        {"Ⅳ", "UpperRoman"}, {"ⅳ.", "LowerRoman"},  {"●", "Disc"},
        {"·", "Disc"},       {"■", "Square"},       {"○", "Circle"},
        {"", "None"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = new_scene();
        size_t list = scene_element(s, ROLE_LIST, SCENE_ROOT);
        size_t item = scene_element(s, ROLE_LIST_ITEM, list);
        size_t label = scene_element(s, ROLE_LABEL, item);
        struct text_mark t = {.text = str_of(rows[i].label),
                              .style = {FONT_SONG, 9, {0}}};
        scene_text(s, 0, label, &t);
        t.text = STR("材料");
        scene_text(s, 0, item, &t);
        write_pdf(s, "list.pdf");
        struct str tree = run(a, "pdfinfo -struct-text", "list.pdf", "2>&1");
        struct str wanted = str_print(a, "/ListNumbering /%s\n", rows[i].numbering);
        if (!str_has(tree, wanted))
            CHECK_STR(rows[i].label, tree, wanted);
        scene_drop(s);
    }
    arena_drop(a);
}

/* A figure's box holds what is painted, lines with their width; a figure that goes on has the
 * box of its first page. Artifacts say what they are. */
TEST(figures_have_boxes_and_artifacts_have_types)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    struct color blue = {0, 0, 255};
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].alt = STR("框");
    scene_rect(s, 0, figure, (struct box){100, 141.89, 200, 50}, 0,
               &(struct pen){NULL, &blue, 2, DASH_NONE});
    scene_page(s, 595.28, 841.89);
    scene_line(s, 1, figure, 0, 0, 9, 9, 1, blue);
    struct text_mark t = {.text = STR("眉"), .style = {FONT_HEI, 9, {0}}, .x = 9, .y = 9};
    static const enum artifact kinds[] = {ARTIFACT_HEAD, ARTIFACT_FOOT, ARTIFACT_REPEAT,
                                          ARTIFACT_LAYOUT};
    for (size_t i = 0; i < 4; i++)
        scene_text(s, 1, scene_artifact(s, kinds[i]), &t);
    CHECK(scene_artifact(s, ARTIFACT_LAYOUT) == SCENE_ARTIFACT);
    CHECK(scene_artifact(s, ARTIFACT_FOOT) == scene_artifact(s, ARTIFACT_FOOT));
    write_pdf(s, "figure.pdf");
    struct str tree = run(a, "pdfinfo -struct-text", "figure.pdf", "2>&1");
    CHECK(str_has(tree, STR("/BBox [99 649 301 701]\n")));
    CHECK(!str_has(tree, STR("眉")));
    struct str content = run(a, "mutool show", "figure.pdf", "pages/2/Contents 2>&1");
    static const char *const types[] = {"/Subtype /Header", "/Subtype /Footer",
                                        "<</Type /Pagination>>", "<</Type /Layout>>"};
    for (size_t i = 0; i < 4; i++)
        CHECK(str_has(content, str_of(types[i])));
    scene_drop(s);
    arena_drop(a);
}

TEST(structure_links_and_bookmarks)
{
    struct arena *a = arena_new();
    struct scene *s = rich_scene();
    write_pdf(s, "rich.pdf");
    CHECK(str_has(run(a, "qpdf --check", "rich.pdf", "2>&1"), STR("No syntax")));
    struct str tree = run(a, "pdfinfo -struct-text", "rich.pdf", "2>&1");
    static const char *const parts[] = {
        "Document\n",
        "  H1 (block)\n    \"沅江市医疗保障办事指南\"\n",
        "    LI (block)\n      Lbl (block)\n        \"1.\"\n"
        "      LBody (block)\n        \"有效身份证件或社保卡\"\n",
        "      TH:\n         /Scope /Column\n        \"事项名称\"\n",
        "\"异地就医备案\"",
        "Figure",
        "\"申请受理\"",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!str_has(tree, str_of(parts[i])))
            CHECK_STR("structure", tree, str_of(parts[i]));
    struct str links = run(a, "pdfinfo -url", "rich.pdf", "2>&1");
    CHECK(str_has(links, STR("https://%E4%BE%8B.cn/a%28b%29")));
    struct str outline = run(a, "mutool show", "rich.pdf", "outline 2>&1");
    static const char *const bookmarks[] = {"第一部分（总则）\\", "\t\t\"一、参保𠮷\"",
                                            "\t\t\t\"跳过一层\"", "第二部分"};
    for (size_t i = 0; i < sizeof bookmarks / sizeof *bookmarks; i++)
        if (!str_has(outline, str_of(bookmarks[i])))
            CHECK_STR("bookmark", outline, str_of(bookmarks[i]));
    struct str json = run(a, "qpdf --json", "rich.pdf", "2>&1 | tr -d ' \\n'");
    struct str all = json;
    size_t annotations = 0;
    for (size_t at; (at = str_find(json, STR("\"/Subtype\":\"/Link\""))) != STR_NONE;) {
        annotations++;
        json = str_from(json, at + 1);
    }
    CHECK(annotations == 2); /* the link to nowhere is left out */
    /* One link reads its own words aloud, the other, without any, the page it leads to. */
    CHECK(str_has(all, STR("\"/Contents\":\"u:1.有效身份证件或社保卡\"")));
    CHECK(str_has(all, STR("\"/Contents\":\"u:第2页\"")));
    scene_drop(s);
    arena_drop(a);
}

static void put_input(struct scene *s, enum input_kind kind, size_t element, double y,
                      struct str name)
{
    struct input_mark m = {.kind = kind, .x = 72, .width = 100, .height = 20, .size = 9};
    m.y = y;
    m.name = name;
    m.label = STR("填(写)𠮷");
    m.multiline = y > 200;
    m.align = y > 100 ? INPUT_CENTER : INPUT_LEFT;
    scene_input(s, 0, element, &m);
}

/* Also odd ones: nothing may break the file. */
TEST(fields_to_fill_in)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    put(s, FONT_SONG, 10, 50, STR("姓名"));
    put_input(s, INPUT_TEXT, 2, 60, STR("人.姓名"));
    put_input(s, INPUT_CHECK, 2, 90, STR("人.性别.男"));
    put_input(s, INPUT_TEXT, SCENE_ARTIFACT, 120, STR("人.电话"));
    put_input(s, INPUT_TEXT, SCENE_ROOT, 220, STR("备注"));
    write_pdf(s, "fill.pdf");
    put_input(s, INPUT_TEXT, SCENE_ROOT, NAN, STR(""));
    put_input(s, INPUT_CHECK, SCENE_ROOT, 1e300, STR("."));
    put_input(s, INPUT_TEXT, SCENE_ROOT, -40, STR("人"));
    write_pdf(s, "fill-odd.pdf");
    struct str odd = run(a, "qpdf --check", "fill-odd.pdf", "2>&1");
    CHECK(str_has(odd, STR("No syntax")) && !str_has(odd, STR("WARNING")));
    struct str json =
        run(a, "qpdf --json --json-key=acroform", "fill.pdf", "| tr -d ' \\n'");
    static const char *const parts[] = {"\"fullname\":\"人.姓名\"",
                                        "\"fullname\":\"人.性别.男\"",
                                        "\"fullname\":\"人.电话\"",
                                        "\"fullname\":\"备注\"",
                                        "\"alternativename\":\"填(写)𠮷\"",
                                        "\"ischeckbox\":true",
                                        "\"needappearances\":false",
                                        "\"quadding\":1",
                                        "\"fieldflags\":4096"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!str_has(json, str_of(parts[i])))
            CHECK_STR("field", json, str_of(parts[i]));
    /* no part of what is kept for good, which is why it does not say so */
    CHECK(str_has(run(a, "pdffonts", "fill.pdf", ""), STR("STSong-Light-UniGB-UCS2-H")));
    CHECK(!str_has(run(a, "pdfinfo -meta", "fill.pdf", ""), STR("<pdfaid:part>")));
    CHECK(!str_has(run(a, "pdffonts", "rich.pdf", ""), STR("STSong")));
    CHECK(str_has(run(a, "pdfinfo -meta", "rich.pdf", ""), STR("<pdfaid:part>")));
    CHECK(str_has(run(a, "pdfinfo", "rich.pdf", ""), STR("Form:            none")));
    scene_drop(s);
    arena_drop(a);
}

TEST(two_hundred_pages)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    for (size_t page = 0; page < 200; page++) {
        if (page)
            scene_page(s, 595.28, 841.89);
        struct str text =
            str_print(a, "第%zu页的正文：办理材料、办理流程和办理时限。", page);
        for (unsigned line = 0; line < 30; line++)
            put(s, FONT_SONG, 12, 90 + 22 * line, text);
    }
    write_pdf(s, "long.pdf");
    CHECK(str_has(run(a, "pdfinfo", "long.pdf", ""), STR("Pages:           200")));
    CHECK(str_has(run(a, "qpdf --check", "long.pdf", "2>&1"), STR("No syntax")));
    /* 6,000 paragraphs: their structure elements must stay cheap (packed: 182 kB). */
    struct str bytes;
    const char *why;
    CHECK(file_read(a, FOLDER "/long.pdf", 1 << 24, &bytes, &why) && bytes.n < 250000);
    CHECK(str_has(run(a, "pdftotext -f 200", "long.pdf", "-"), STR("第199页的正文")));
    scene_drop(s);
    arena_drop(a);
}

/* More pages than one node of the page tree may hold need a tree of several levels. */
TEST(five_thousand_pages)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    for (size_t page = 1; page < 5000; page++)
        scene_page(s, 100, 100);
    put(s, FONT_HEI, 9, 50, STR("最后"));
    write_pdf(s, "pages.pdf");
    CHECK(str_has(run(a, "pdfinfo", "pages.pdf", ""), STR("Pages:           5000")));
    CHECK(str_has(run(a, "qpdf --check", "pages.pdf", "2>&1"), STR("No syntax")));
    CHECK(str_has(run(a, "pdftotext -f 5000", "pages.pdf", "-"), STR("最后")));
    scene_drop(s);
    arena_drop(a);
}

TEST(ten_thousand_marks_on_a_page)
{
    struct arena *a = arena_new();
    struct scene *s = new_scene();
    size_t e = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
    struct color line = {0xD5, 0xDB, 0xE3};
    for (unsigned i = 0; i < 10000; i++) {
        struct text_mark t = {.text = STR("字"), .style = {FONT_SONG, 4, {0, 0, 0}}};
        t.x = 10 + 5.7 * (i % 100);
        t.y = 10 + 8.2 * (i / 100);
        t.width = 4;
        scene_text(s, 0, i % 2 ? e : SCENE_ARTIFACT, &t);
        scene_line(s, 0, SCENE_ARTIFACT, t.x, t.y + 1, t.x + 5, t.y + 1, 0.2, line);
    }
    write_pdf(s, "many.pdf");
    CHECK(str_has(run(a, "qpdf --check", "many.pdf", "2>&1"), STR("No syntax")));
    scene_drop(s);
    arena_drop(a);
}

TEST(empty_scene_and_odd_pages)
{
    struct arena *a = arena_new();
    struct scene *s = scene_new();
    scene_page(s, 20000, 2);
    scene_page(s, 100, 100);
    scene_page(s, NAN, 100);
    scene_bookmark(s, STR("远"), 0, 0, NAN);
    scene_bookmark(s, STR(""), 9, 1, 1e300);
    scene_line(s, 1, SCENE_ROOT, NAN, 1e-30, 1e300, -1e300, INFINITY, (struct color){0});
    write_pdf(s, "odd.pdf");
    CHECK(str_has(run(a, "qpdf --check", "odd.pdf", "2>&1"), STR("No syntax")));
    CHECK(str_has(run(a, "pdfinfo -l 1", "odd.pdf", ""), STR("20000 x 2 pts")));
    /* A page without a mark has a stream that can be inflated. */
    CHECK(!str_has(run(a, "mutool draw -q -F txt", "odd.pdf", "2>&1"), STR("premature")));
    scene_drop(s);
    arena_drop(a);
}

TEST(fonts_that_cannot_be_opened)
{
    const char *why;
    CHECK(file_write(FOLDER "/no.ttf", STR("not a font at all"), &why));
    CHECK(file_write(FOLDER "/empty.ttf", STR(""), &why));
    CHECK(!system("head -c 9000000 /usr/share/fonts/truetype/lxgw-wenkai/"
                  "LXGWWenKai-Regular.ttf >" FOLDER "/half.ttf"));
    static const struct {
        const char *path;
        unsigned index;
        const char *why;
    } rows[] = {
        {"fonts/没有.ttf", 0, "没有这个文件"},
        {FOLDER "/no.ttf", 0, "不是字体文件"},
        {FOLDER "/empty.ttf", 0, "文件是空的"},
        {FOLDER, 0, "不是文件"},
        {FOLDER "/half.ttf", 0, "文件不完整"},
        {"/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", 99, "没有这个序号"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct font_file files[FONT_ROLE_COUNT] = {
            [FONT_KAI] = {str_of(rows[i].path), rows[i].index}};
        struct diag *d = diag_new();
        CHECK(!fonts_open(files, d));
        CHECK(diag_total(d) == 1);
        if (diag_total(d) == 1) {
            const struct problem *p = diag_problem(d, 0);
            CHECK_STR("id", p->id, STR("font-file"));
            CHECK(str_has(p->message, str_of(rows[i].path)));
            CHECK(str_has(p->message, STR("楷体")));
            if (!str_has(p->message, str_of(rows[i].why)))
                CHECK_STR(rows[i].path, p->message, str_of(rows[i].why));
        }
        diag_drop(d);
    }
}

TEST(faces_and_roles)
{
    struct font_substitute sub[FONT_ROLE_COUNT];
    CHECK(font_substitutes(fonts, sub) == 2);
    CHECK(sub[0].role == FONT_FANGSONG && sub[1].role == FONT_XIAOBIAOSONG);
    CHECK_STR("仿宋", sub[0].face, STR("LXGW WenKai"));
    struct diag *notes = diag_new();
    fonts_note_substitutes(fonts, notes);
    CHECK(diag_count(notes, SEVERITY_NOTE) == 2 && diag_total(notes) == 2);
    CHECK_STR("note", diag_problem(notes, 0)->message,
              STR("没有免费可用的仿宋字体，改用“LXGW WenKai”"));
    diag_drop(notes);
    CHECK_STR("小标宋", sub[1].face, STR("Noto Serif CJK SC Bold"));
    CHECK(font_face_count(fonts) == 5);
    static const char *const names[] = {"NotoSerifCJKsc-Regular", "NotoSerifCJKsc-Bold",
                                        "NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold",
                                        "LXGWWenKai-Regular"};
    for (unsigned i = 0; i < 5 && i < font_face_count(fonts); i++)
        CHECK_STR("face", font_face(fonts, i).name, str_of(names[i]));
    struct glyph xbs = font_glyph(fonts, FONT_XIAOBIAOSONG, 0x4E00);
    CHECK(xbs.face == font_glyph(fonts, FONT_SONG_BOLD, 0x4E00).face && xbs.id > 0);
    double em = font_width(fonts, FONT_SONG, 12, STR("医疗保障"));
    CHECK(em > 47.99 && em < 48.01);
    CHECK(font_advance(fonts, FONT_SONG, 'i') < 0.5);
    CHECK(font_advance(fonts, FONT_SONG, 0x0F56) > 0.99); /* Tibetan: a box of 1 em */
    CHECK(!font_has(fonts, FONT_SONG, 0x0F56) && font_has(fonts, FONT_SONG, 0x4E00));
    CHECK(font_has(fonts, FONT_SONG, 0x200B));
    CHECK(font_width(fonts, FONT_SONG, 10, STR("\xE2\x80\x8B\xEF\xBB\xBF\n")) < 0.01);
    CHECK(font_ascent(fonts, FONT_HEI) > 0.87 && font_descent(fonts, FONT_HEI) < 0.13);
    /* A project's own file takes the role, and is not called a substitute. */
    struct diag *d = diag_new();
    struct font_file files[FONT_ROLE_COUNT] = {
        [FONT_FANGSONG] = {
            STR("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKaiMono-Regular.ttf"), 0}};
    struct fonts *own = fonts_open(files, d);
    CHECK(own && font_substitutes(own, sub) == 1 && sub[0].role == FONT_XIAOBIAOSONG);
    fonts_drop(own);
    diag_drop(d);
}

TEST(fake_fonts_cannot_be_embedded)
{
    struct fonts *fake = fonts_fake();
    struct scene *s = lines_scene();
    struct diag *d = diag_new();
    struct buf out = {0};
    CHECK(!scene_pdf(s, fake, d, &out));
    CHECK(diag_total(d) == 1 && str_eq(diag_problem(d, 0)->id, STR("pdf-write")));
    buf_drop(&out);
    diag_drop(d);
    scene_drop(s);
    fonts_drop(fake);
}

int main(void)
{
    const char *why;
    struct diag *d = diag_new();
    fonts = kit_fonts(d);
    if (!fonts || !dir_make(FOLDER, &why)) {
        printf("fonts or folder missing\n0 passed, 1 failed\n");
        return 1;
    }
    RUN(faces_and_roles);
    RUN(fonts_that_cannot_be_opened);
    RUN(text_comes_back_exactly);
    RUN(file_is_sound);
    RUN(dates_never_come_from_the_clock);
    RUN(fonts_are_embedded_subsets);
    RUN(same_scene_gives_same_bytes);
    RUN(brackets_turn_in_upright_columns);
    RUN(missing_characters_are_told_once_and_copied);
    RUN(missing_characters_in_a_spaced_line_and_in_an_aside);
    RUN(claims_are_left_out_when_not_kept);
    RUN(titles_stand_on_one_line_in_the_metadata);
    RUN(long_alternative_texts_are_cut);
    RUN(lists_say_how_they_are_numbered);
    RUN(figures_have_boxes_and_artifacts_have_types);
    RUN(structure_links_and_bookmarks);
    RUN(fields_to_fill_in);
    RUN(two_hundred_pages);
    RUN(five_thousand_pages);
    RUN(ten_thousand_marks_on_a_page);
    RUN(empty_scene_and_odd_pages);
    RUN(fake_fonts_cannot_be_embedded);
    fonts_drop(fonts);
    diag_drop(d);
    return runner_end();
}
