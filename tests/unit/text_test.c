/* Line breaking and painting of paragraphs, with the fake fonts: Chinese characters one em,
 * others half an em, so widths can be counted. */
#include "runner.h"

#include "kit.h"
#include "base/file.h"
#include "base/utf8.h"
#include "layout/text.h"
#include "scene/scene_dump.h"

#include <math.h>
#include <string.h>
#include <time.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;

static struct span span_of(struct str text)
{
    return (struct span){.text = text, .style = {.font = FONT_SONG, .size = 10}};
}

static struct paragraph lay(struct str text, double ems, enum align align)
{
    struct span span = span_of(text);
    struct paragraph_style style = {.width = ems * 10, .leading = 15, .align = align};
    return text_layout(arena, setter, &span, 1, &style);
}

/* The text of the lines as they are painted, "|" between them. */
static struct str shown(const struct paragraph *p)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->lines.n; i++) {
        if (i)
            buf_char(&b, '|');
        for (size_t k = 0; k < p->lines.at[i].runs.n; k++)
            buf_put(&b, p->lines.at[i].runs.at[k].text);
    }
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

/* The text of all lines, one behind the other. */
static struct str joined(const struct paragraph *p)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->lines.n; i++)
        for (size_t k = 0; k < p->lines.at[i].runs.n; k++)
            buf_put(&b, p->lines.at[i].runs.at[k].text);
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

TEST(paragraphs_break_where_chinese_breaks)
{
    static const struct {
        double ems;
        const char *text, *lines;
    } rows[] = {
        {4, "", ""},
        {4, "一二三四五六", "一二三四|五六"},
        {4, "一二三四。五六", "一二三|四。五六"},
        {4, "一二三（四）五", "一二三|（四）五"},
        {5, "一二三四《五》", "一二三四|《五》"},
        {4, "一二三四……", "一二三|四……"},
        {6, "一二三四五六。七。", "一二三四五|六。七。"},
        {5, "退休人员死亡", "退休人员|死亡"},
        {4, "退休人员死", "退休人员|死"},
        {4, "abcdefgh，甲", "abcdefg|h，甲"},
        {4, "abcdefg（ijkl", "abcdefg|（ijkl"},
        {3.5, "一二三——四", "一二|三——四"},
        {4, "一二三“四五”六七", "一二三|“四五”|六七"},
        {3, "一二”三四", "一二”|三四"},
        {7, "请拨打0737-2817103。", "请拨打|0737-2817103。"},
        {6, "请拨打0737-2817103。", "请拨打|0737-281710|3。"},
        {6, "不得超过了5个工作日", "不得超过了|5个工作日"},
        {6, "不超过15个工作日", "不超过|15个工作日"},
        {7, "不超过30 个工作日", "不超过|30 个工作日"},
        {6, "不得超过三个工作日", "不得超过|三个工作日"},
        {6, "不得少于的6个月内", "不得少于的|6个月内"},
        {6, "自受理后5个自然日", "自受理后|5个自然日"},
        {6.5, "不多于自第5个工作日", "不多于自|第5个工作日"},
        {6, "在医院里72小时内", "在医院里|72小时内"},
        {6, "不得超过五5万元的", "不得超过五|5万元的"},
        {6.5, "不得超过的30分钟内", "不得超过的|30分钟内"},
        {4.5, "不得超过5%", "不得超过|5%"},
        {9, "于2020年12月28日印", "于2020年12月28日|印"},
        {9, "于是2020年12月28日印", "于是|2020年12月28日印"},
        {6, "于是2020年12月28日印", "于是|2020年12月|28日印"},
        {8, "于是二〇二〇年三月印发", "于是|二〇二〇年三月|印发"},
        {14, "依据通知要求（湘医保发〔2020〕41号）办",
         "依据通知要求|（湘医保发〔2020〕41号）办"},
        {8, "依（湘医保发〔2020〕41号）办", "依|（湘医保发|〔2020〕41号）办"},
        {7, "依照本法第三十二条办", "依照本法|第三十二条办"},
        {6, "依照第（二）项办", "依照|第（二）项办"},
        {7, "自从2022—2024年起", "自从|2022—2024年起"},
        {8, "编码(002036001002-1)在此", "编码|(002036001002-1)|在此"},
        {7, "编码(002036001002-1)在此", "编码|(002036001002-|1)在此"},
        {5, "abcdefghijklmnopqrstuvwxyz", "abcdefghij|klmnopqrst|uvwxyz"},
        {5, "登录 http://a.b/c/d/e 查", "登录|http://|a.b/c/d/e|查"},
        {6, "一二三四五①证件", "一二三四五|①证件"},
        {5, "一二三四①《五》", "一二三四|①《五》"},
        {6, "一二三四；2.证件", "一二三四；|2.证件"},
        {5, "申请　→　受理　→　办结", "申请　→|受理　→|办结"},
        {6, "身份证、户口本APP办理", "身份证、户口|本APP办理"},
        {3, "甲 乙 丙 丁", "甲 乙|丙 丁"},
        {4, "甲乙丙丁    戊", "甲乙丙丁|戊"},
        {4, "　　甲乙丙", "　　甲乙|丙"},
        {4, "甲乙\n\n丙", "甲乙||丙"},
        {4, "甲乙\r\n丙", "甲乙|丙"},
        {4, "甲乙\n", "甲乙|"},
        {4, "甲乙\xE2\x80\x8B丙", "甲乙丙"},
        {2, "甲e\xCC\x81\xCC\x81乙", "甲|e\xCC\x81\xCC\x81|乙"},
        {0, "甲。乙", "甲|。|乙"},
        {-3, "甲乙", "甲|乙"},
        {2.1, "。。。。。。", "。。。。|。。"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct paragraph p = lay(str_of(rows[i].text), rows[i].ems, ALIGN_LEFT);
        CHECK_STR(rows[i].text, shown(&p), str_of(rows[i].lines));
    }
}

/* What may not begin or end a line: written anew here, not taken from the program. */
static const char closing[] = "，。、；：？！）》〕”’」』】—…%,.;:?!)]";
static const char opening[] = "（《〔“‘「『【([";

static bool among(uint32_t c, const char *set)
{
    char bytes[4];
    return str_has(str_of(set), (struct str){bytes, utf8_write(bytes, c)});
}

/* Counts lines that begin or end with a forbidden mark, blanks left out. */
static size_t forbidden(const struct paragraph *p)
{
    size_t bad = 0;
    for (size_t i = 0; i < p->lines.n; i++) {
        const struct text_line *line = &p->lines.at[i];
        if (line->runs.n == 0)
            continue;
        struct str first = line->runs.at[0].text;
        struct str last = line->runs.at[line->runs.n - 1].text;
        uint32_t end = utf8_last(last, NULL);
        bool bad_start = i > 0 && among(utf8_next(&first), closing);
        bool bad_end = i + 1 < p->lines.n && among(end, opening);
        if (bad_start || bad_end) {
            bad++;
            printf("forbidden %zu: %.*s\n", i, STR_ARG(shown(p)));
        }
    }
    return bad;
}

/* True when the lines hold every byte of the text, in order. */
static bool whole(const struct paragraph *p, struct str text)
{
    size_t at = 0;
    for (size_t i = 0; i < p->lines.n; i++) {
        if (p->lines.at[i].from != at || p->lines.at[i].to < at)
            return false;
        at = p->lines.at[i].to;
        if (i + 1 < p->lines.n && at < text.n && text.s[at] == '\n')
            at++;
    }
    return at == text.n;
}

/* text_end() says of the text what text_lines() makes of it. */
static bool ends_alike(struct str text, double ems)
{
    struct span span = span_of(text);
    struct paragraph_style style = {
        .width = ems * 10, .leading = 15, .first_indent = 20, .hang = 7};
    const struct text_ready *ready = text_ready(arena, setter, &span, 1);
    struct paragraph p = text_lines(arena, ready, &style);
    struct text_end end = text_end(arena, ready, &style);
    double width = p.lines.at[p.lines.n - 1].width;
    return end.lines == p.lines.n &&
           (end.lines < 2 || !(end.width < width || end.width > width));
}

static bool narrow_enough(const struct paragraph *p, double width)
{
    for (size_t i = 0; i < p->lines.n; i++)
        if (p->lines.at[i].width > width + 1e-6)
            return false;
    return true;
}

static unsigned long long seed = 1;

static unsigned random_below(unsigned n)
{
    return (unsigned)kit_random(&seed, n);
}

/* Runs that must stay whole, none wider than 11 em. */
static const char *const kept[] = {
    "002036001002-1",
    "0737-2817103",
    "2020年12月28日",
    "湘医保发〔2020〕41号",
    "5个",
    "15个工作日",
    "6个月",
    "第三十二条",
    "第12页",
    "——",
    "……",
    "2022—2024年",
    "100%",
    "8:30-17:30",
    "90203600100Y",
    "第（二）项",
    "1,000元",
    "APP",
    "3小时",
    "30%",
    "12393",
};
static const char *const words[] = {
    "参保登记",       "的",       "医疗保险经办机构", "办理",     "和",
    "单位职工花名册", "不予受理", "死亡销户",         "工作日内",
};
static const char *const openers[] = {"", "", "（", "《", "“", "“《", "（“"};
static const char *const closers[] = {"",     "",     "，",  "。",    "）",
                                      "）。", "》、", "”；", "”）。", "："};

struct kept_range {
    size_t from, to;
};
struct mix {
    struct buf text;
    VEC(struct kept_range) ranges;
};

static const char *pick(const char *const *from, size_t n)
{
    return from[random_below((unsigned)n)];
}
#define PICK(list) pick(list, sizeof list / sizeof *list)

static void mix_make(struct mix *m, size_t pieces)
{
    for (size_t i = 0; i < pieces; i++) {
        buf_puts(&m->text, PICK(words));
        buf_puts(&m->text, PICK(openers));
        struct kept_range *range = vec_push(arena, &m->ranges);
        range->from = m->text.n;
        buf_puts(&m->text, PICK(kept));
        range->to = m->text.n;
        buf_puts(&m->text, PICK(closers));
    }
}

static size_t broken_ranges(const struct mix *m, const struct paragraph *p)
{
    size_t bad = 0;
    for (size_t i = 0, k = 0; i + 1 < p->lines.n; i++) {
        size_t at = p->lines.at[i].to;
        while (k < m->ranges.n && m->ranges.at[k].to <= at)
            k++;
        if (k < m->ranges.n && m->ranges.at[k].from < at) {
            bad++;
            printf("line %zu: %.*s\n", i, STR_ARG(shown(p)));
        }
    }
    return bad;
}

TEST(random_mixes_keep_the_rules_at_every_width)
{
    static const double widths[] = {16, 17.5, 18, 20.5, 24, 28, 33, 45};
    for (size_t round = 0; round < 60; round++) {
        struct mix m = {0};
        mix_make(&m, 40);
        struct str text = buf_str(&m.text);
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
            struct paragraph p =
                lay(text, widths[w], round % 2 ? ALIGN_JUSTIFY : ALIGN_LEFT);
            CHECK(forbidden(&p) == 0);
            CHECK(broken_ranges(&m, &p) == 0);
            CHECK(whole(&p, text));
            CHECK(narrow_enough(&p, widths[w] * 10));
            CHECK(ends_alike(text, widths[w]));
        }
        for (unsigned narrow = 0; narrow < 12; narrow++) {
            struct paragraph p = lay(text, narrow, ALIGN_JUSTIFY);
            CHECK(whole(&p, text));
            CHECK(narrow == 0 || narrow_enough(&p, narrow * 10));
        }
        buf_drop(&m.text);
    }
}

TEST(the_end_of_a_text_is_known_without_its_lines)
{
    static const struct str texts[] = {
        STR_INIT(""),       STR_INIT("短"),
        STR_INIT("\n"),     STR_INIT("两\n行"),
        STR_INIT("行\r\n"), STR_INIT("一二三四五六七八九十，一二三。")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (unsigned ems = 0; ems < 20; ems++)
            CHECK(ends_alike(texts[i], ems));
}

TEST(paragraphs_of_real_lists_keep_the_rules)
{
    struct str text;
    const char *why;
    CHECK(file_read(arena, "tests/samples/paragraphs.txt", 1 << 20, &text, &why));
    struct str line;
    while (str_cut(&text, '\n', &line))
        for (size_t w = 0; w < 8; w++) {
            double ems = 16 + 4.5 * (double)w;
            struct paragraph p = lay(line, ems, ALIGN_JUSTIFY);
            CHECK(forbidden(&p) == 0);
            CHECK(whole(&p, line));
            CHECK(narrow_enough(&p, ems * 10));
        }
}

/* The right end of the last character of a line. */
static double right_end(const struct text_line *line)
{
    const struct line_run *run = &line->runs.at[line->runs.n - 1];
    return run->x + run->width;
}

TEST(justified_lines_end_at_the_edge)
{
    struct paragraph p =
        lay(STR("参保登记在医疗保险code经办机构办理，其他机构不予办理。"), 7.3,
            ALIGN_JUSTIFY);
    CHECK(p.lines.n > 3);
    for (size_t i = 0; i + 1 < p.lines.n; i++)
        CHECK(fabs(right_end(&p.lines.at[i]) - 73) < 1e-6);
    CHECK(right_end(&p.lines.at[p.lines.n - 1]) < 73);
}

/* Where the origin of each letter of a line stands: what a writer makes of the runs. */
static size_t origins(const struct text_line *line, double *x)
{
    size_t n = 0;
    for (size_t i = 0; i < line->runs.n; i++) {
        const struct line_run *run = &line->runs.at[i];
        double at = run->x, tracking = run->tracking;
        size_t nudge = 0;
        for (struct str rest = run->text; rest.n;) {
            if (nudge < run->nudges.n &&
                run->nudges.at[nudge].at == run->text.n - rest.n) {
                at += run->nudges.at[nudge].by;
                tracking = run->nudges.at[nudge++].tracking;
            }
            x[n++] = at;
            at += run->style.size * font_advance(fonts, FONT_SONG, utf8_next(&rest)) +
                  tracking;
        }
        CHECK(nudge == run->nudges.n);
    }
    return n;
}

/* The origins of the letters of all lines, in tenths of an em, "|" between the lines. */
static struct str places(const struct paragraph *p)
{
    struct buf b = {0};
    double x[64];
    for (size_t i = 0; i < p->lines.n; i++) {
        size_t n = origins(&p->lines.at[i], x);
        for (size_t k = 0; k < n; k++) {
            if (k || i)
                buf_char(&b, k ? ' ' : '|');
            buf_fixed(&b, x[k], 1);
        }
    }
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

/* clang-format off */
static const struct {
    double ems;
    enum align align;
    const char *text, *places;
} spaced[] = {
    /* Marks share half a square: the half of the closing one, or of the inner opening one. */
    {20, ALIGN_LEFT, "甲》（乙", "0 10 15.2 25.2"},
    {20, ALIGN_LEFT, "甲》，乙", "0 10 15.2 25.2"},
    {20, ALIGN_LEFT, "甲。）》、乙", "0 10 15.2 20.4 25.6 35.6"},
    {20, ALIGN_LEFT, "甲（《乙", "0 10 15.2 25.2"},
    {20, ALIGN_LEFT, "甲：【《乙", "0 10 15.2 20.4 30.4"},
    {20, ALIGN_LEFT, "甲、)乙", "0 10 15.2 20.2"},
    {20, ALIGN_LEFT, "甲（）乙", "0 10 20 30"},
    {20, ALIGN_LEFT, "甲》——乙", "0 10 20 25 30"},
    {20, ALIGN_LEFT, "甲》 （乙", "0 10 20 25 35"},
    /* A line begins and ends with ink; a justified paragraph keeps its indent. */
    {20, ALIGN_LEFT, "（甲）", "-4.8 5.2 15.2"},
    {20, ALIGN_JUSTIFY, "（甲）", "0 10 20"},
    {20, ALIGN_CENTER, "（甲）", "85 95 105"},
    {20, ALIGN_RIGHT, "甲）", "184.8 194.8"},
    {3, ALIGN_LEFT, "甲乙丙（丁）", "0 10 20|-4.8 5.2 15.2"},
    /* A hair between Chinese and Latin, none at a line's ends, beside marks, in a 文号. */
    {20, ALIGN_LEFT, "甲5乙A", "0 10.8 16.7 27.5"},
    {20, ALIGN_LEFT, "甲 5乙", "0 10 15 20.8"},
    {20, ALIGN_LEFT, "甲，5%乙", "0 10 20 25 30"},
    {20, ALIGN_LEFT, "发〔2020〕41号5", "0 10 20 25 30 35 40 50 55 60 70.8"},
    {2, ALIGN_LEFT, "甲乙55", "0 10|0 5"},
    {2, ALIGN_LEFT, "5555甲乙", "0 5 10 15|0 10"},
    /* Stretched: blanks first, then beside marks, then everywhere. */
    {4.7, ALIGN_JUSTIFY, "ab cd甲乙丙丁戊己", "0 5 10 16.2 21.2 27 37|0 10 20 30"},
    {5.1, ALIGN_JUSTIFY, "甲，乙，丙丁戊己庚辛", "0 10 20.5 30.5 41|0 10 20 30 40"},
    {5.8, ALIGN_JUSTIFY, "甲乙丙丁戊己庚辛壬", "0 12 24 36 48|0 10 20 30"},
    {5.3, ALIGN_JUSTIFY, "甲乙丙——丁戊己庚辛", "0 10.8 21.5 32.3 37.3 43|0 10 20 30"},
};
/* clang-format on */

TEST(letters_stand_where_they_should)
{
    for (size_t i = 0; i < sizeof spaced / sizeof *spaced; i++) {
        struct paragraph p = lay(str_of(spaced[i].text), spaced[i].ems, spaced[i].align);
        CHECK_STR(spaced[i].text, places(&p), str_of(spaced[i].places));
    }
}

TEST(latin_words_are_not_spaced_out)
{
    struct paragraph p = lay(STR("参保登记code经办机构"), 7.3, ALIGN_JUSTIFY);
    double x[16];
    size_t n = origins(&p.lines.at[0], x);
    CHECK_STR("a line", shown(&p), STR("参保登记code经|办机构"));
    CHECK(n == 9);
    CHECK(x[1] - x[0] > 10.1);
    for (size_t i = 5; i < 8; i++)
        CHECK(fabs(x[i] - x[i - 1] - 5) < 1e-6);
}

TEST(a_mark_at_a_lines_end_gives_up_its_empty_half)
{
    struct paragraph p = lay(STR("一二三四。五六七八"), 4.6, ALIGN_JUSTIFY);
    CHECK_STR("squeezed", shown(&p), STR("一二三四。|五六七八"));
    CHECK(p.lines.at[0].width <= 46 + 1e-6);
    p = lay(STR("一二三四。五六七八"), 4.4, ALIGN_LEFT);
    CHECK_STR("no room", shown(&p), STR("一二三|四。五六|七八"));
}

TEST(a_line_is_left_ragged_rather_than_torn)
{
    struct paragraph p = lay(STR("编码abcdefghijklmnop"), 8, ALIGN_JUSTIFY);
    CHECK_STR("two lines", shown(&p), STR("编码|abcdefghijklmnop"));
    CHECK(p.lines.at[0].runs.at[0].tracking == 0);
}

TEST(lines_stand_where_their_alignment_says)
{
    struct paragraph p = lay(STR("一二三四五"), 4, ALIGN_CENTER);
    CHECK(fabs(p.lines.at[1].runs.at[0].x - 15) < 1e-6);
    p = lay(STR("一二三四五 "), 4, ALIGN_RIGHT);
    CHECK(fabs(p.lines.at[1].runs.at[0].x - 30) < 1e-6);
}

TEST(indent_and_hang_narrow_their_lines)
{
    struct span span = span_of(STR("一二三四五六七八"));
    struct paragraph_style style = {.width = 40, .leading = 15, .first_indent = 20};
    struct paragraph p = text_layout(arena, setter, &span, 1, &style);
    CHECK_STR("indent", shown(&p), STR("一二|三四五六|七八"));
    CHECK(fabs(p.lines.at[0].runs.at[0].x - 20) < 1e-6);
    style = (struct paragraph_style){.width = 40, .leading = 15, .hang = 10};
    p = text_layout(arena, setter, &span, 1, &style);
    CHECK_STR("hang", shown(&p), STR("一二三四|五六七|八"));
    CHECK(fabs(p.lines.at[1].runs.at[0].x - 10) < 1e-6);
}

TEST(styles_change_inside_a_line)
{
    struct span spans[] = {span_of(STR("一、")), span_of(STR("单位参保登")),
                           span_of(STR("")), span_of(STR("记"))};
    spans[1].style = (struct style){.font = FONT_HEI_BOLD, .size = 20};
    spans[1].dest = STR("item");
    struct paragraph_style style = {.width = 80, .leading = 30};
    struct paragraph p = text_layout(arena, setter, spans, 4, &style);
    CHECK_STR("lines", shown(&p), STR("一、单位参|保登记"));
    CHECK(p.lines.at[0].runs.n == 2);
    CHECK(p.lines.at[0].runs.at[1].style.font == FONT_HEI_BOLD);
    CHECK_STR("link", p.lines.at[0].runs.at[1].dest, STR("item"));
    /* The largest letters set the baseline: (30 - 20) / 2 + 0.88 * 20. */
    CHECK(fabs(p.ascent - 22.6) < 1e-6);
    CHECK(p.height == 60);
}

TEST(widths_for_columns)
{
    struct span span = span_of(STR("不超过5个工作日。\n编码002036001002-1 "));
    CHECK(fabs(text_least_width(arena, setter, &span, 1) - 70) < 1e-6);
    CHECK(fabs(text_full_width(setter, &span, 1) - (95 + 10.0 / 12)) < 1e-6);
    CHECK(text_least_width(arena, setter, NULL, 0) == 0);
}

TEST(painted_lines_become_marks_and_links)
{
    struct scene *s = scene_new();
    size_t page = scene_page(s, 200, 200);
    size_t element = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
    struct span spans[] = {span_of(STR("见")), span_of(STR("第7页"))};
    spans[1].dest = STR("form");
    struct paragraph_style style = {.width = 100, .leading = 15};
    struct paragraph p = text_layout(arena, setter, spans, 2, &style);
    double end = text_paint(s, page, element, &p, 0, p.lines.n, 20, 30);
    CHECK(end == 45);
    struct buf b = {0};
    scene_dump(s, &b);
    CHECK(s->pages.at[0].marks.n == 3);
    const struct text_mark *mark = &s->pages.at[0].marks.at[1].text;
    CHECK(mark->x == 30 && fabs(mark->y - (30 + 2.5 + 8.8)) < 1e-6);
    CHECK_STR("dest", s->pages.at[0].marks.at[2].link.dest, STR("form"));
    buf_drop(&b);
    scene_drop(s);
}

/* One paragraph of `size` bytes made of a piece said over and over. */
static struct str repeated(const char *piece, size_t size)
{
    struct str one = str_of(piece);
    char *s = arena_alloc(arena, size);
    size_t n = 0;
    for (; n + one.n <= size; n += one.n)
        memcpy(s + n, one.s, one.n);
    return (struct str){s, n};
}

/* A word of 300 letters, a text of 5,000 characters, down to a width of nothing: a line a
 * character where no more fits, and nothing is lost. */
TEST(no_text_is_too_long_and_no_width_too_small)
{
    static const double ems[] = {0, 0.3, 1, 1.5, 3, 40};
    struct str word = repeated("abcdefghij", 300);
    struct str text = repeated("办理材料（原件5份）和《参保登记表》，", 15000);
    for (size_t i = 0; i < sizeof ems / sizeof *ems; i++)
        for (int justify = 0; justify < 2; justify++) {
            enum align align = justify ? ALIGN_JUSTIFY : ALIGN_LEFT;
            struct paragraph p = lay(word, ems[i], align), q = lay(text, ems[i], align);
            CHECK(whole(&p, word) && whole(&q, text));
            CHECK_STR("all of the word", joined(&p), word);
            CHECK_STR("all of the text", joined(&q), text);
            CHECK(ems[i] < 0.5 || narrow_enough(&p, ems[i] * 10));
            CHECK(ems[i] < 1 || narrow_enough(&q, ems[i] * 10));
        }
    struct paragraph p = lay(word, 0, ALIGN_LEFT);
    CHECK(p.lines.n == 300);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

TEST(a_megabyte_takes_bounded_time_whatever_it_holds)
{
    static const char *const pieces[] = {
        "参保登记，",
        "a",
        "。",
        "（",
        "1-",
        " ",
        "\n",
        "\xE2\x80\x8B",
        "e\xCC\x81",
        "\xCC\x81",
        "—",
        "一",
        "第",
        "〔2020〕41号",
        "2020年",
        "“",
        "\xF0\x9F\x91\xA8\xE2\x80\x8D",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct str text = repeated(pieces[i], 1 << 20);
        double start = seconds();
        struct paragraph p = lay(text, 30, ALIGN_JUSTIFY);
        /* Far above what it takes (0.1 s) and far below what a square law would (hours). */
        if (seconds() - start > 10)
            printf("%s: %.1f s\n", pieces[i], seconds() - start);
        CHECK(seconds() - start <= 10);
        CHECK(whole(&p, text));
    }
}

/* clang-format off */
static const struct {
    const char *text, *wanted; /* wanted: the places marked | */
} worded[] = {
    {"判断是否受理", "判断|是否|受理"},
    {"不属于受理范围的不予受理并告知原因", "不属于|受理|范围的|不予|受理|并告知|原因"},
    {"审核不通过的将原因告知申请人", "审核|不通过的|将原因|告知|申请人"},
    {"《参保凭证》（含电子《参保凭证》）", "《参保|凭证》|（含电子|《参保|凭证》）"},
    {"不超过5个工作日", "不超过|5个工作日"},
    {"submit the form", "submit |the |form"},
    {"的", "的"},
    {"", ""},
};
/* clang-format on */

TEST(places_between_words)
{
    for (size_t i = 0; i < sizeof worded / sizeof *worded; i++) {
        struct str text = str_of(worded[i].text);
        struct text_places p = text_word_places(arena, setter, text);
        struct buf marked = {0};
        for (size_t k = 0, from = 0; k <= p.n; k++) {
            size_t to = k < p.n ? p.at[k] : text.n;
            buf_put(&marked, str_slice(text, from, to));
            if (k < p.n)
                buf_char(&marked, '|');
            from = to;
        }
        CHECK_STR(worded[i].text, buf_str(&marked), str_of(worded[i].wanted));
        buf_drop(&marked);
    }
}

int main(void)
{
    arena = arena_new();
    fonts = fonts_fake();
    struct diag *d = diag_new();
    setter = typesetter_new(fonts, d);
    RUN(paragraphs_break_where_chinese_breaks);
    RUN(random_mixes_keep_the_rules_at_every_width);
    RUN(the_end_of_a_text_is_known_without_its_lines);
    RUN(paragraphs_of_real_lists_keep_the_rules);
    RUN(justified_lines_end_at_the_edge);
    RUN(latin_words_are_not_spaced_out);
    RUN(letters_stand_where_they_should);
    RUN(a_mark_at_a_lines_end_gives_up_its_empty_half);
    RUN(a_line_is_left_ragged_rather_than_torn);
    RUN(lines_stand_where_their_alignment_says);
    RUN(indent_and_hang_narrow_their_lines);
    RUN(styles_change_inside_a_line);
    RUN(widths_for_columns);
    RUN(places_between_words);
    RUN(painted_lines_become_marks_and_links);
    RUN(no_text_is_too_long_and_no_width_too_small);
    RUN(a_megabyte_takes_bounded_time_whatever_it_holds);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
