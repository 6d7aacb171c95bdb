/* The guide booklet as a scene, with the fake fonts: what stands on which page, and what
 * must hold for any catalog. */
#include "runner.h"

#include "kit_print.h"
#include "base/file.h"
#include "base/utf8.h"
#include "booklet_model.h"
#include "layout/booklet.h"
#include "layout/composer.h"
#include "layout/form.h"
#include "layout/notice.h"

#include <math.h>

#define OUT "build/tests/booklet"

static struct arena *arena; /* of a test's model */
static struct arena *styles;
static struct typesetter *setter;
static struct booklet_style style;
static struct diag *diag;

static struct scene *booklet_of(const struct catalog *c)
{
    return booklet_scene(c, setter, &style, diag);
}

static bool is_artifact(const struct scene *s, const struct mark *m)
{
    return s->elements.at[m->element].role == ROLE_ARTIFACT;
}

static enum role role_of(const struct scene *s, const struct mark *m)
{
    return s->elements.at[m->element].role;
}

/* All text that is read, without blanks, page after page. */
static struct str read_text(const struct scene *s, size_t from)
{
    struct buf b = {0};
    for (size_t p = from; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind == MARK_TEXT && !is_artifact(s, m))
                buf_put(&b, m->text.text);
        }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str without_blanks(struct str text)
{
    struct buf b = {0};
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (c != ' ' && c != '\n' && c != '\t' && c != 0x3000)
            buf_rune(&b, c);
    }
    struct str kept = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return kept;
}

static size_t page_of(const struct scene *s, struct str dest)
{
    for (size_t i = 0; i < s->destinations.n; i++)
        if (str_eq(s->destinations.at[i].name, dest))
            return s->destinations.at[i].page;
    return STR_NONE;
}

/* --- what must hold on every page --- */

static void check_inside(const struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++) {
        const struct page *page = &s->pages.at[p];
        for (size_t i = 0; i < page->marks.n; i++) {
            const struct mark *m = &page->marks.at[i];
            if (m->kind != MARK_TEXT)
                continue;
            const struct text_mark *t = &m->text;
            CHECK(t->x >= 0 && t->x + t->width <= page->width + 0.01);
            CHECK(t->y - t->style.size * 0.88 >= 0 && t->y <= page->height);
        }
    }
}

/* The box of the letters of the fake fonts. */
static struct box ink(const struct text_mark *t)
{
    double size = t->style.size;
    return (struct box){t->x, t->y - 0.88 * size, t->width, size};
}

static bool meet(struct box a, struct box b)
{
    double slack = 0.05;
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack &&
           a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

static void check_apart(const struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++) {
        const struct page *page = &s->pages.at[p];
        size_t bad = 0;
        for (size_t i = 0; i < page->marks.n; i++)
            for (size_t k = i + 1; k < page->marks.n; k++) {
                const struct mark *a = &page->marks.at[i], *b = &page->marks.at[k];
                if (a->kind != MARK_TEXT || b->kind != MARK_TEXT ||
                    !meet(ink(&a->text), ink(&b->text)))
                    continue;
                if (bad++ == 0)
                    printf("page %zu: «%.*s» meets «%.*s»\n", p, STR_ARG(a->text.text),
                           STR_ARG(b->text.text));
            }
        CHECK(bad == 0);
    }
}

/* The last thing in the type area is no heading. */
static void check_headings(const struct scene *s)
{
    for (size_t p = 1; p < s->pages.n; p++) {
        const struct mark *last = NULL;
        const struct page *page = &s->pages.at[p];
        for (size_t i = 0; i < page->marks.n; i++) {
            const struct mark *m = &page->marks.at[i];
            if (m->kind == MARK_TEXT && !is_artifact(s, m) &&
                (!last || m->text.y >= last->text.y))
                last = m;
        }
        if (!last)
            continue;
        enum role role = role_of(s, last);
        CHECK(role != ROLE_H1 && role != ROLE_H2 && role != ROLE_H3);
    }
}

/* Number, name, mark and text of every entry of every item stand together and in order. */
static void check_fields(const struct scene *s, const struct catalog *c)
{
    struct str all = without_blanks(read_text(s, 1));
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++)
            for (int f = 0; f < FIELD_COUNT; f++) {
                const struct field *field = c->groups.at[g].items.at[i].field[f];
                struct str want = without_blanks(field_printed(arena, field));
                CHECK(str_has(all, want));
            }
}

/* The page number at the end of each entry of the contents is that of the page its link
 * leads to, and ends at the right edge of the type area. */
static size_t check_contents(const struct scene *s)
{
    size_t checked = 0, first = page_of(s, STR("notice"));
    if (first == STR_NONE)
        first = page_of(s, STR("contents"));
    double right = style.guide->page.width - style.guide->page.right;
    for (size_t p = 0; p < s->pages.n; p++) {
        const struct page *page = &s->pages.at[p];
        for (size_t i = 0; i < page->marks.n; i++) {
            const struct mark *m = &page->marks.at[i];
            if (m->kind != MARK_TEXT || role_of(s, m) != ROLE_TOC_ITEM ||
                fabs(m->text.x + m->text.width - right) > 0.01)
                continue;
            const struct mark *link = &page->marks.at[i + 1];
            CHECK(link->kind == MARK_LINK);
            CHECK(m->text.y > link->link.y &&
                  m->text.y < link->link.y + link->link.height);
            char number[24];
            snprintf(number, sizeof number, "%zu",
                     page_of(s, link->link.dest) - first + 1);
            CHECK_STR("page number", m->text.text, str_of(number));
            checked++;
        }
    }
    return checked;
}

static void check_all(const struct scene *s, const struct catalog *c)
{
    check_inside(s);
    check_apart(s);
    check_headings(s);
    check_fields(s, c);
    check_contents(s);
}

/* --- single booklets --- */

static struct catalog *small_catalog(void)
{
    struct catalog *c = model_catalog(arena);
    c->notice =
        (struct notice){.present = true,
                        .number = STR("样医保〔2020〕3号"),
                        .title = STR("样本市医疗保障事务中心\n关于印发办事指南的通知"),
                        .to = STR("中心各股室："),
                        .signer = STR("样本市医疗保障事务中心"),
                        .date = STR("2020-12-28"),
                        .body = STR("现印发给你们，请认真抓好贯彻落实。")};
    struct group *g = model_group(c, STR("第一部分："), STR("00203600100Y"),
                                  STR("基本医疗保险参保和变更登记"));
    struct item *i =
        model_item(arena, g, STR("一、"), STR("002036001001"), STR("单位参保登记"));
    model_entry(arena, model_open(i, FIELD_AGENCY), STR(""), STR(""), STR("市中心。"));
    model_open(i, FIELD_AGENCY)->no = STR("（2）");
    model_entry(arena, model_open(i, FIELD_MATERIALS), STR("1."), STR(""),
                STR("有效身份证件；"));
    model_entry(arena, model_open(i, FIELD_MATERIALS), STR("2."), STR(""),
                STR("登记表。"));
    model_process(arena, i, 4);
    g = model_group(c, STR(""), STR(""), STR(""));
    model_item(arena, g, STR(""), STR(""), STR("定点零售药店费用结算"));
    return c;
}

TEST(order_of_the_pages)
{
    struct catalog *c = small_catalog();
    struct scene *s = booklet_of(c);
    /* cover and its empty back, notice, contents, part page, item, item */
    CHECK(s->pages.n == 7);
    CHECK(page_of(s, STR("notice")) == 2);
    CHECK(page_of(s, STR("contents")) == 3);
    CHECK(page_of(s, STR("part-1")) == 4);
    CHECK(page_of(s, STR("part-2")) == STR_NONE);
    CHECK(page_of(s, STR("item-002036001001-1")) == 5);
    CHECK(page_of(s, STR("item--1")) == 6);
    CHECK(check_contents(s) == 4); /* part and item, its own contents, the lone item */
    check_all(s, c);
    scene_drop(s);
}

TEST(bookmarks_follow_parts_and_items)
{
    struct scene *s = booklet_of(small_catalog());
    static const struct {
        const char *title;
        unsigned depth;
    } wanted[] = {
        {"样本市医疗保障经办政务服务事项办事指南", 0},
        {"印发通知", 0},
        {"目录", 0},
        {"第一部分　基本医疗保险参保和变更登记", 0},
        {"一、单位参保登记", 1},
        {"原文缺标题", 0},
        {"定点零售药店费用结算", 1},
    };
    enum { N = sizeof wanted / sizeof *wanted };
    CHECK(s->bookmarks.n == N);
    for (size_t i = 0; i < N && i < s->bookmarks.n; i++) {
        CHECK_STR("bookmark", s->bookmarks.at[i].title, str_of(wanted[i].title));
        CHECK(s->bookmarks.at[i].depth == wanted[i].depth);
    }
    scene_drop(s);
}

TEST(fields_keep_their_numbers_and_empty_ones_are_absent)
{
    struct scene *s = booklet_of(small_catalog());
    struct str text = without_blanks(read_text(s, 4));
    CHECK(str_has(text,
                  STR("（一）事项名称单位参保登记（2）受理单位市中心。（五）办理流程")));
    CHECK(str_has(text, STR("（六）办理材料1.有效身份证件；2.登记表。")));
    CHECK(!str_has(text, STR("（七）")));
    CHECK(!str_has(text, STR("服务对象")));
    scene_drop(s);
}

TEST(derived_charts_say_so)
{
    struct catalog *c = small_catalog();
    struct scene *s = booklet_of(c);
    CHECK(str_has(read_text(s, 4), STR("单位参保登记办理流程图")));
    CHECK(str_has(read_text(s, 4), STR("并非原文附图")));
    scene_drop(s);
    struct item *i = &c->groups.at[0].items.at[0];
    i->chart.source = FLOW_PUBLISHED;
    i->chart.title = STR("参保图");
    s = booklet_of(c);
    CHECK(str_has(read_text(s, 4), STR("参保图")));
    CHECK(!str_has(read_text(s, 4), STR("并非原文附图")));
    CHECK(!str_has(read_text(s, 4), STR("原图残缺")));
    scene_drop(s);
    i->chart.completed = true;
    s = booklet_of(c);
    CHECK(str_has(read_text(s, 4), STR("原图残缺")));
    scene_drop(s);
}

/* The least letters and the highest page. */
static void measure_figures(const struct scene *s, double *least, double *highest)
{
    *least = INFINITY;
    *highest = 0;
    for (size_t p = 0; p < s->pages.n; p++) {
        *highest = fmax(*highest, s->pages.at[p].height);
        for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
            const struct mark *m = &s->pages.at[p].marks.at[k];
            if (m->kind == MARK_TEXT && role_of(s, m) == ROLE_FIGURE)
                *least = fmin(*least, m->text.style.size);
        }
    }
}

/* The text of one page, without blanks. */
static struct str text_on(const struct scene *s, size_t page)
{
    struct buf b = {0};
    for (size_t k = 0; k < s->pages.at[page].marks.n; k++)
        if (s->pages.at[page].marks.at[k].kind == MARK_TEXT)
            buf_put(&b, s->pages.at[page].marks.at[k].text.text);
    struct str text = without_blanks(str_copy(arena, buf_str(&b)));
    buf_drop(&b);
    return text;
}

static bool has_mark(const struct scene *s, size_t page, struct str text)
{
    for (size_t k = 0; k < s->pages.at[page].marks.n; k++) {
        const struct mark *m = &s->pages.at[page].marks.at[k];
        if (m->kind == MARK_TEXT && str_eq(m->text.text, text))
            return true;
    }
    return false;
}

/* A chart of many steps is not made illegible: it goes on over the next pages, and says so
 * with the numbers printed there. */
TEST(long_charts_are_continued)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = model_item(arena, model_group(c, STR("一、"), STR(""), STR("部分")),
                                STR("1"), STR("x"), STR("很多环节"));
    model_process(arena, i, 60);
    size_t before = diag_total(diag), parts = 0;
    struct scene *s = booklet_of(c);
    double least, highest;
    measure_figures(s, &least, &highest);
    CHECK(least >= 8 - 0.01);
    CHECK(highest <= style.guide->page.height + 0.01);
    CHECK(diag_total(diag) == before);
    for (size_t p = 0; p < s->pages.n; p++) {
        struct str text = text_on(s, p);
        size_t next = p + 1 - s->front + 1; /* the number printed on the next page */
        if (!str_has(text, STR("接第")))
            continue;
        parts++;
        CHECK(str_has(text, str_print(arena, "接第%zu页", next)));
        CHECK(str_has(text_on(s, p + 1), STR("承上页")));
        CHECK(has_mark(s, p + 1, str_print(arena, "— %zu —", next)));
    }
    CHECK(parts >= 2);
    check_inside(s);
    check_apart(s);
    scene_drop(s);
}

/* A box that no page holds gets a page as large as it, and that is told. */
TEST(boxes_larger_than_a_page_fold_out)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = model_item(arena, model_group(c, STR("一、"), STR(""), STR("部分")),
                                STR("1"), STR("x"), STR("很长的环节"));
    model_process(arena, i, 4);
    struct buf text = {0};
    for (int k = 0; k < 500; k++)
        buf_puts(&text, "一次性告知需要补正材料");
    i->chart.nodes.at[3].text = str_copy(arena, buf_str(&text));
    buf_drop(&text);
    size_t before = diag_total(diag);
    struct scene *s = booklet_of(c);
    double least, highest;
    measure_figures(s, &least, &highest);
    CHECK(least >= 8 - 0.01);
    CHECK(highest > style.guide->page.height + 1);
    CHECK(diag_total(diag) == before + 1);
    if (diag_total(diag) > before)
        CHECK_STR("id", diag_problem(diag, before)->id, STR("chart-large"));
    check_inside(s);
    check_apart(s);
    scene_drop(s);
}

/* A gap only where the printed number has no mark of its own. */
TEST(numbers_and_names_do_not_run_together)
{
    static const struct {
        const char *part, *item, *part_name, *item_name;
    } rows[] = {
        {"第二部分：", "一、", "第二部分　参保", "一、登记"},
        {"一、", "1", "一、参保", "1 登记"},
        {"2.", "（一）", "2.参保", "（一）登记"},
        {"", "", "参保", "登记"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct catalog *c = model_catalog(arena);
        struct group *g = model_group(c, str_of(rows[i].part), STR(""), STR("参保"));
        model_item(arena, g, str_of(rows[i].item), STR("c1"), STR("登记"));
        struct scene *s = booklet_of(c);
        CHECK(s->bookmarks.n == 4);
        CHECK_STR("part", s->bookmarks.at[2].title, str_of(rows[i].part_name));
        CHECK_STR("item", s->bookmarks.at[3].title, str_of(rows[i].item_name));
        scene_drop(s);
    }
}

TEST(lost_lines_of_titles_are_joined)
{
    static const struct {
        const char *text, *wanted;
    } rows[] = {
        {"参保人员\n异地就医备案", "参保人员异地就医备案"},
        {"Form\nA", "Form A"},
        {"表\nA", "表 A"},
        {" 一 \n\n 二 ", "一二"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].text, text_on_one_line(arena, str_of(rows[i].text)),
                  str_of(rows[i].wanted));
}

/* What a source prints at a third level stands below its item, with headings of its own. */
TEST(services_stand_below_their_item)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = model_item(arena, model_group(c, STR("一、"), STR(""), STR("部分")),
                                STR("1"), STR("c1"), STR("参保登记"));
    struct group services = {0};
    for (size_t n = 1; n < 3; n++) {
        struct item *s = model_item(arena, &services, str_print(arena, "（%zu）", n),
                                    str_print(arena, "c1-%zu", n), STR("单位参保"));
        model_entry(arena, model_open(s, FIELD_LIMIT), STR(""), STR(""),
                    str_print(arena, "不超过%zu日", n));
    }
    i->services = services.items;
    struct scene *s = booklet_of(c);
    struct str text = without_blanks(read_text(s, 3));
    CHECK(str_has(text,
                  STR("（1）单位参保c1-1（一）事项名称单位参保（七）办理时限不超过1日"
                      "（2）单位参保c1-2（一）事项名称单位参保（七）办理时限不超过2日")));
    check_all(s, c);
    scene_drop(s);
}

/* The editor's own prose: short text behind the name, lists with their marks, links. */
TEST(markdown_fields_are_set)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = model_item(arena, model_group(c, STR("一、"), STR(""), STR("部分")),
                                STR("1"), STR("c1"), STR("参保登记"));
    i->field[FIELD_LIMIT] = model_text(arena, STR("不超过**5**日"));
    i->field[FIELD_MATERIALS] = model_text(
        arena, STR("带上：\n\n1. 身份证\n2. [申请表](https://a.cn/b)\n\n其他。"));
    model_open(i, FIELD_LIMIT)->markdown = true;
    model_open(i, FIELD_MATERIALS)->markdown = true;
    struct scene *s = booklet_of(c);
    struct str text = without_blanks(read_text(s, 3));
    CHECK(str_has(text, STR("（七）办理时限不超过5日")));
    CHECK(str_has(text, STR("（六）办理材料带上：1.身份证2.申请表其他。")));
    size_t links = 0;
    const struct page *page = &s->pages.at[s->pages.n - 1];
    for (size_t k = 0; k < page->marks.n; k++)
        links += page->marks.at[k].kind == MARK_LINK &&
                 str_eq(page->marks.at[k].link.uri, STR("https://a.cn/b"));
    CHECK(links == 1);
    check_inside(s);
    check_apart(s);
    scene_drop(s);
}

/* A few lines too many do not get a sheet of their own, but letters keep their size. */
TEST(two_lines_too_many_are_drawn_in)
{
    size_t fewest = STR_NONE, most = 0;
    for (size_t n = 20; n < 34; n++) {
        struct catalog *c = model_catalog(arena);
        struct item *i =
            model_item(arena, model_group(c, STR("一、"), STR(""), STR("部分")), STR("1"),
                       STR("c1"), STR("参保登记"));
        for (size_t k = 0; k < n; k++)
            model_entry(arena, model_open(i, FIELD_CHANNELS), STR("1."), STR(""),
                        STR("现场办理；"));
        struct scene *s = booklet_of(c);
        const struct page *last = &s->pages.at[s->pages.n - 1];
        size_t rows = 0;
        for (size_t k = 0; k < last->marks.n; k++)
            rows += last->marks.at[k].kind == MARK_TEXT &&
                    str_eq(last->marks.at[k].text.text, STR("现场办理；"));
        if (rows < n)
            fewest = rows < fewest ? rows : fewest;
        else
            most = n;
        check_all(s, c);
        scene_drop(s);
    }
    CHECK(most >= 30); /* 32 lines of 21 pt fit, less heading and names */
    CHECK(fewest >= 3 && fewest != STR_NONE);
}

/* Lists of every length up to two pages: a heading is never the last line of a page, and
 * nothing is lost at the break. */
TEST(headings_stay_with_their_text)
{
    for (size_t n = 1; n < 70; n++) {
        struct catalog *c = model_catalog(arena);
        struct item *i =
            model_item(arena, model_group(c, STR("一"), STR(""), STR("部分")), STR("1"),
                       STR("x"), STR("事项"));
        for (size_t k = 0; k < n; k++)
            model_entry(arena, model_open(i, FIELD_CHANNELS), STR("1."), STR(""),
                        STR("现场办理；"));
        model_entry(arena, model_open(i, FIELD_MATERIALS), STR("1."), STR(""),
                    STR("申请表；"));
        model_entry(arena, model_open(i, FIELD_MATERIALS), STR("2."), STR(""),
                    STR("身份证。"));
        struct scene *s = booklet_of(c);
        check_all(s, c);
        scene_drop(s);
    }
}

TEST(contents_run_over_several_pages)
{
    struct catalog *c = model_catalog(arena);
    for (size_t g = 0; g < 8; g++) {
        struct group *group = model_group(c, str_print(arena, "第%zu部分：", g + 1),
                                          STR("002"), STR("部分的名称"));
        for (size_t i = 0; i < 15; i++)
            model_item(arena, group, str_print(arena, "%zu、", i + 1),
                       str_print(arena, "c%zu", g), STR("事项的名称"));
    }
    struct scene *s = booklet_of(c);
    size_t first = page_of(s, STR("part-1"));
    CHECK(first > 3 && first < 8);
    /* a row a part, three an item (contents, part page, index), one of the index */
    CHECK(check_contents(s) == 8 + 3 * 8 * 15 + 1);
    check_all(s, c);
    scene_drop(s);
}

TEST(a_booklet_of_nothing)
{
    struct catalog *c = arena_alloc(arena, sizeof *c);
    c->arena = arena;
    struct scene *s = booklet_of(c);
    CHECK(s->pages.n == 3); /* cover and its back, contents */
    scene_drop(s);
}

/* --- random catalogs --- */

static unsigned long long seed = 7;

static size_t pick(size_t n)
{
    return kit_random(&seed, n);
}

/* Chinese, Latin, marks, long runs without a break, line ends. */
static struct str hostile(size_t most)
{
    static const char *const pieces[] = {"办理",
                                         "（加盖公章）",
                                         "《登记表》",
                                         "。",
                                         "；",
                                         "2020年",
                                         "002036001001",
                                         "http://a.cn/b?c=d",
                                         " ",
                                         "——",
                                         "\n",
                                         "“满意”",
                                         "①",
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                         "五个工作日",
                                         "、"};
    struct buf b = {0};
    buf_puts(&b, "始");
    for (size_t n = pick(4) == 0 ? pick(most) : pick(most / 20 + 2); n; n--)
        buf_puts(&b, pieces[pick(sizeof pieces / sizeof *pieces)]);
    buf_puts(&b, "终");
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str hostile_number(void)
{
    static const char *const numbers[] = {"",
                                          "1.",
                                          "10.",
                                          "（三）",
                                          "2. 2.",
                                          "①",
                                          "第一百二十三条之一：",
                                          "1.1.1.1.1.1.1.1.1.1."};
    return str_of(numbers[pick(sizeof numbers / sizeof *numbers)]);
}

static void fill_item(struct item *i)
{
    for (int f = FIELD_AGENCY; f < FIELD_COUNT; f++) {
        if (pick(3) == 0)
            continue;
        size_t n = pick(12) == 0 ? pick(200) : pick(6);
        for (size_t k = 0; k < n; k++)
            model_entry(arena, model_open(i, (enum field_id)f), hostile_number(),
                        f == FIELD_PROCESS ? STR("受理") : STR(""), hostile(60));
    }
    if (pick(2))
        model_process(arena, i, 2 + pick(6));
}

static struct catalog *random_catalog(void)
{
    struct catalog *c = model_catalog(arena);
    c->title = hostile(120);
    c->edition = pick(2) ? STR("2020年版") : STR("");
    c->issuer = hostile(20);
    c->notice = (struct notice){.present = pick(2),
                                .head = pick(2) ? hostile(20) : STR(""),
                                .number = pick(2) ? STR("样〔2020〕3号") : STR(""),
                                .title = hostile(40),
                                .to = hostile(20),
                                .remark = pick(2) ? STR("（此件公开）") : STR(""),
                                .signer = pick(2) ? hostile(20) : STR(""),
                                .date = pick(2) ? STR("2020-02-08") : STR(""),
                                .cc = pick(2) ? hostile(60) : STR(""),
                                .printed = pick(2) ? hostile(20) : STR(""),
                                .printed_date = pick(2) ? STR("2020-12-28") : STR(""),
                                .body = hostile(300)};
    for (size_t n = pick(3); c->notice.present && n; n--)
        *vec_push(arena, &c->notice.annexes) =
            (struct entry){.no = hostile_number(), .text = hostile(30)};
    size_t groups = 1 + pick(3);
    for (size_t g = 0; g < groups; g++) {
        bool titled = pick(4);
        struct group *group = model_group(c, titled ? hostile_number() : STR(""), STR(""),
                                          titled ? hostile(60) : STR(""));
        for (size_t n = pick(5); n; n--)
            fill_item(model_item(arena, group, hostile_number(),
                                 str_print(arena, "c%zu", g),
                                 pick(9) ? hostile(60) : STR("")));
    }
    return c;
}

TEST(any_catalog_is_printed_whole)
{
    for (size_t n = 0; n < 40; n++) {
        int before = runner_failures;
        struct catalog *c = random_catalog();
        struct scene *s = booklet_of(c);
        check_inside(s);
        check_apart(s);
        check_fields(s, c);
        check_contents(s);
        scene_drop(s);
        if (runner_failures > before)
            printf("catalog %zu of the random ones\n", n);
        arena_drop(arena);
        arena = arena_new();
    }
}

TEST(long_texts_and_long_lists)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = model_item(arena, model_group(c, STR("一"), STR(""), STR("部分")),
                                STR("1"), STR("x"), STR("事项"));
    struct buf b = {0}, title = {0};
    for (size_t k = 0; k < 1000; k++)
        buf_puts(&b, "申请材料、");
    for (size_t k = 0; k < 100; k++)
        buf_puts(&title, "长标题");
    model_entry(arena, model_open(i, FIELD_MATERIALS), STR("1."), STR(""), buf_str(&b));
    for (size_t k = 0; k < 200; k++)
        model_entry(arena, model_open(i, FIELD_MATERIALS), STR("2."), STR(""),
                    STR("身份证；"));
    i->field[FIELD_TITLE] = model_text(arena, buf_str(&title));
    c->title = buf_str(&title);
    struct scene *s = booklet_of(c);
    CHECK(s->pages.n > 12 && s->pages.n < 20);
    check_all(s, c);
    scene_drop(s);
    buf_drop(&b);
    buf_drop(&title);
}

/* --- the index --- */

static struct catalog *ten_items(void)
{
    static const char *const names[] = {"转移接续", "异地备案", "单位参保", "参保查询",
                                        "门诊报销", "住院报销", "生育津贴", "产前检查",
                                        "退休管理", "职工参保"};
    struct catalog *c = model_catalog(arena);
    struct group *g = model_group(c, STR("一、"), STR(""), STR("部分"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        model_item(arena, g, str_print(arena, "%zu", i + 1),
                   str_print(arena, "c%zu", i + 1), str_of(names[i]));
    return c;
}

TEST(the_index_is_in_pinyin_order)
{
    struct scene *s = booklet_of(ten_items());
    size_t page = page_of(s, STR("index"));
    CHECK(page == s->pages.n - 1);
    CHECK(str_has(without_blanks(read_text(s, page)),
                  STR("事项名称索引C参保查询c46产前检查c810D单位参保c35M门诊报销c57")));
    CHECK(str_has(without_blanks(read_text(s, 2)), STR("事项名称索引")));
    CHECK_STR("bookmark", s->bookmarks.at[s->bookmarks.n - 1].title, STR("事项名称索引"));
    check_inside(s);
    check_apart(s);
    check_headings(s);
    CHECK(check_contents(s) == 1 + 3 * 10 + 1); /* part; items thrice; index */
    scene_drop(s);
}

/* --- other editions --- */

static const struct print_style *edition(const char *name)
{
    struct str path = str_print(styles, "templates/print/%s.xml", name);
    return print_style_load(styles, path, path, booklet_needs(), diag);
}

TEST(large_print_is_large)
{
    const struct print_style *large = edition("guide-large"), *usual = style.guide;
    CHECK(large);
    style.guide = large;
    CHECK(print_type(large, "body")->style.size >= 18);
    for (size_t i = 0; i < large->types.n; i++) /* nothing becomes smaller */
        for (size_t k = 0; k < usual->types.n; k++)
            if (str_eq(large->types.at[i].name, usual->types.at[k].name))
                CHECK(large->types.at[i].style.size >= usual->types.at[k].style.size);
    CHECK(large->labels.n == usual->labels.n && large->types.n == usual->types.n);
    CHECK(fabs(print_measure(large, "column") - 36) < 0.01);
    for (size_t n = 0; n < 10; n++) {
        struct catalog *c = n ? random_catalog() : ten_items();
        struct scene *s = booklet_of(c);
        check_inside(s);
        check_apart(s);
        check_fields(s, c);
        check_contents(s);
        scene_drop(s);
    }
    style.guide = usual;
}

TEST(the_qr_code_has_its_corner)
{
    style.folder = STR("https://www.example.gov.cn/yangben");
    for (size_t n = 0; n < 20; n++) {
        struct catalog *c = n ? random_catalog() : small_catalog();
        struct scene *s = booklet_of(c);
        check_apart(s);
        check_fields(s, c);
        for (size_t p = 0; p < s->pages.n; p++) {
            struct box code = {0};
            const struct page *page = &s->pages.at[p];
            for (size_t i = 0; i < page->marks.n; i++)
                if (page->marks.at[i].kind == MARK_LINK && page->marks.at[i].link.uri.n)
                    code = (struct box){page->marks.at[i].link.x - 7,
                                        page->marks.at[i].link.y - 7,
                                        page->marks.at[i].link.width + 7,
                                        page->marks.at[i].link.height + 14};
            for (size_t i = 0; i < page->marks.n; i++)
                if (page->marks.at[i].kind == MARK_TEXT &&
                    !page->marks.at[i].text.aside &&
                    page->marks.at[i].element != SCENE_ARTIFACT)
                    CHECK(!meet(ink(&page->marks.at[i].text), code));
        }
        scene_drop(s);
    }
    style.folder = STR("");
}

static bool refused(const char *head)
{
    struct diag *d = diag_new();
    struct str text = str_print(arena, "<print %s/>", head);
    bool ok = !print_style_parse(arena, text, STR("x.xml"), booklet_needs(), d) &&
              diag_count(d, SEVERITY_ERROR) > 0;
    diag_drop(d);
    return ok;
}

TEST(a_base_that_is_none_is_refused)
{
    CHECK(refused("base=\"guide\"")); /* text in memory has no folder */
    CHECK(refused("scale=\"2\""));    /* of what? */
    CHECK(refused("base=\"../guide\""));
    const char *why;
    CHECK(dir_make(OUT, &why));
    static const char *const heads[] = {"base=\"nothing\"", "base=\"a\"",
                                        "base=\"../../templates/print/guide\"",
                                        "base=\"guide\" scale=\"big\""};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct diag *d = diag_new();
        struct str text = str_print(arena, "<print %s/>", heads[i]);
        CHECK(file_write(OUT "/a.xml", text, &why));
        CHECK(!print_style_load(arena, STR(OUT "/a.xml"), STR("a.xml"), booklet_needs(),
                                d));
        CHECK(diag_count(d, SEVERITY_ERROR) > 0);
        diag_drop(d);
    }
}

/* --- golden --- */

/* Without a chart: those have goldens of their own. */
TEST(golden_of_a_tiny_booklet)
{
    struct catalog *c = small_catalog();
    c->groups.at[0].items.at[0].chart = (struct flow){.source = FLOW_NONE};
    struct scene *s = booklet_of(c);
    CHECK(kit_scene_golden("tests/golden/booklet/tiny.scene", s));
    scene_drop(s);
}

/* A style without a label that the booklet writes must be refused when it is read; only the
 * fields' names and numbers may be left out. */
TEST(every_label_that_is_written_is_asked_for)
{
    static const struct str mark = STR_INIT("<label name=\"");
    struct str text, line;
    const char *why;
    size_t tried = 0;
    CHECK(file_read(arena, "templates/print/guide.xml", 1 << 20, &text, &why));
    for (struct str rest = text; str_cut(&rest, '\n', &line);) {
        size_t at = str_find(line, mark);
        struct str name = str_from(line, at == STR_NONE ? line.n : at + mark.n);
        if (!name.n || str_starts(name, STR("field-")) || str_starts(name, STR("no-")))
            continue;
        struct str before = str_slice(text, 0, (size_t)(line.s - text.s));
        struct str without = str_print(arena, "%.*s%.*s", STR_ARG(before), STR_ARG(rest));
        struct diag *d = diag_new();
        if (print_style_parse(arena, without, STR("guide.xml"), booklet_needs(), d)) {
            printf("not asked for: %.*s\n", STR_ARG(line));
            CHECK(false);
        }
        diag_drop(d);
        tried++;
    }
    CHECK(tried > 5);
}

static void run(const char *name, void (*test)(void))
{
    arena = arena_new();
    runner_run(name, test);
    arena_drop(arena);
}
#undef RUN
#define RUN(name) run(#name, name)

int main(void)
{
    diag = diag_new();
    styles = arena_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_booklet_style(styles);
    if (!setter)
        return 1;
    RUN(order_of_the_pages);
    RUN(bookmarks_follow_parts_and_items);
    RUN(fields_keep_their_numbers_and_empty_ones_are_absent);
    RUN(derived_charts_say_so);
    RUN(long_charts_are_continued);
    RUN(boxes_larger_than_a_page_fold_out);
    RUN(numbers_and_names_do_not_run_together);
    RUN(lost_lines_of_titles_are_joined);
    RUN(services_stand_below_their_item);
    RUN(markdown_fields_are_set);
    RUN(two_lines_too_many_are_drawn_in);
    RUN(headings_stay_with_their_text);
    RUN(contents_run_over_several_pages);
    RUN(a_booklet_of_nothing);
    RUN(long_texts_and_long_lists);
    RUN(every_label_that_is_written_is_asked_for);
    RUN(any_catalog_is_printed_whole);
    RUN(the_index_is_in_pinyin_order);
    RUN(large_print_is_large);
    RUN(the_qr_code_has_its_corner);
    RUN(a_base_that_is_none_is_refused);
    RUN(golden_of_a_tiny_booklet);
    typesetter_drop(setter);
    fonts_drop(fonts);
    arena_drop(styles);
    diag_drop(diag);
    return runner_end();
}
