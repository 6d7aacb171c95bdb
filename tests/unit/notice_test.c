/* The notice on the grid of GB/T 9704-2012, with the fake fonts: Chinese characters one em,
 * all others half an em. */
#include "runner.h"

#include "kit_print.h"
#include "base/utf8.h"
#include "layout/text_headline.h"
#include "layout/notice.h"

#include <math.h>

static struct arena *arena;
static struct typesetter *setter;
static struct print_style *style;
static struct catalog catalog;

static const double MM = 72 / 25.4;

static struct notice *new_notice(void)
{
    catalog = (struct catalog){.arena = arena};
    catalog.notice = (struct notice){.present = true,
                                     .head = STR("样本市医疗保障事务中心文件"),
                                     .number = STR("样医保〔2020〕3号"),
                                     .title = STR("关于印发办事指南的通知"),
                                     .to = STR("中心各股室："),
                                     .signer = STR("样本市事务中心"),
                                     .date = STR("2020-02-08"),
                                     .remark = STR("（此件主动公开）"),
                                     .body = STR("现印发给你们。")};
    return &catalog.notice;
}

static struct scene *notice_of(void)
{
    return notice_scene(&catalog, setter, style);
}

/* The first run that begins with these words, or NULL; its page goes to `*page`. */
static const struct text_mark *find(const struct scene *s, const char *words,
                                    size_t *page)
{
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind == MARK_TEXT && str_starts(m->text.text, str_of(words))) {
                if (page)
                    *page = p;
                return &m->text;
            }
        }
    return NULL;
}

static const struct text_mark *need(const struct scene *s, const char *words)
{
    static const struct text_mark none;
    const struct text_mark *t = find(s, words, NULL);
    if (!t)
        printf("not printed: %s\n", words);
    CHECK(t != NULL);
    return t ? t : &none;
}

static bool near(double a, double b)
{
    return fabs(a - b) < 0.02;
}

/* 28 characters a line, 28.99 pt from line to line, letters of 16 pt: 5.2.3. */
TEST(body_stands_on_the_grid)
{
    new_notice()->body = kit_repeated(arena, "字", 26 + 28 + 3);
    struct scene *s = notice_of();
    size_t page = 0;
    const struct text_mark *first = find(s, "字", &page);
    double x = first->x, y = first->y;
    CHECK(near(x, 28 * MM + 2 * 15.79));
    CHECK(utf8_count(first->text) == 26);
    CHECK(fabs(first->width - 26 * 15.79) < 0.2);
    CHECK(near(first->style.size, 16));
    size_t lines = 0;
    for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
        const struct mark *m = &s->pages.at[page].marks.at[i];
        if (m->kind != MARK_TEXT || !str_starts(m->text.text, STR("字")))
            continue;
        CHECK(near(m->text.y, y + (double)lines * 28.99));
        if (lines)
            CHECK(near(m->text.x, 28 * MM));
        if (lines == 1)
            CHECK(utf8_count(m->text.text) == 28);
        lines++;
    }
    CHECK(lines == 3);
    scene_drop(s);
}

/* A page takes 22 lines. */
TEST(a_page_has_22_lines)
{
    struct notice *n = new_notice();
    *n =
        (struct notice){.present = true, .body = kit_repeated(arena, "字", 26 + 28 * 60)};
    struct scene *s = notice_of();
    CHECK(s->pages.n == 3);
    size_t lines = 0;
    for (size_t i = 0; i < s->pages.at[1].marks.n; i++) {
        const struct mark *m = &s->pages.at[1].marks.at[i];
        lines += m->kind == MARK_TEXT && str_starts(m->text.text, STR("字"));
    }
    CHECK(lines == 22);
    scene_drop(s);
}

TEST(red_head_and_red_line)
{
    new_notice();
    struct scene *s = notice_of();
    const struct text_mark *head = need(s, "样本市医疗保障事务中心文件");
    CHECK(head->style.color.r > 150 && head->style.color.g < 50);
    CHECK(head->width <= 156 * MM + 0.1);
    CHECK(near(head->x - 28 * MM, 184 * MM - (head->x + head->width)));
    CHECK(head->y > (37 + 35) * MM);
    const struct text_mark *number = need(s, "样医保〔2020〕3号");
    const struct text_mark *title = need(s, "关于印发");
    bool line = false;
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++) {
        const struct mark *m = &s->pages.at[0].marks.at[i];
        if (m->kind != MARK_PATH || m->path.stroke_color.r < 150)
            continue;
        line = true;
        double y = m->path.segments[0].y;
        CHECK(y > number->y + 4 * MM && y < number->y + 4 * MM + 28.99 / 2);
        CHECK(title->y > y + 2 * 28.99);
        CHECK(near(m->path.segments[1].x - m->path.segments[0].x, 156 * MM));
    }
    CHECK(line);
    CHECK(near(title->style.size, 22));
    scene_drop(s);
}

TEST(what_the_source_lacks_is_left_out)
{
    struct notice *n = new_notice();
    n->head = STR("");
    struct scene *s = notice_of();
    CHECK(!find(s, "样本市医疗保障事务中心文件", NULL));
    CHECK(need(s, "样医保")->y < (37 + 35) * MM);
    scene_drop(s);
    n->number = n->date = n->signer = n->remark = n->to = STR("");
    s = notice_of();
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++)
        CHECK(s->pages.at[0].marks.at[i].kind != MARK_PATH);
    CHECK(!find(s, "附件", NULL) && !find(s, "抄送", NULL));
    scene_drop(s);
    n->present = false;
    CHECK(notice_of() == NULL);
}

/* The date ends four characters from the right; the signer is centred on it; the remark
 * stands on the line below, two characters in. */
TEST(signature_and_remark)
{
    new_notice();
    struct scene *s = notice_of();
    const struct text_mark *date = need(s, "2020年2月8日");
    const struct text_mark *signer = need(s, "样本市事务中心");
    const struct text_mark *remark = need(s, "（此件主动公开）");
    CHECK(near(date->x + date->width, 184 * MM - 4 * 15.79));
    CHECK(near(date->x + date->width / 2, signer->x + signer->width / 2));
    CHECK(near(date->y, signer->y + 28.99));
    CHECK(near(remark->y, date->y + 28.99));
    CHECK(near(remark->x, 28 * MM + 2 * 15.79));
    scene_drop(s);
}

TEST(long_signers_stay_in_the_type_area)
{
    new_notice()->signer = kit_repeated(arena, "样本市", 7);
    struct scene *s = notice_of();
    const struct text_mark *signer = need(s, "样本市样本市");
    CHECK(signer->x + signer->width <= 184 * MM + 0.02);
    scene_drop(s);
}

/* Signatures never stand alone on a page, however long the text is. */
TEST(signature_takes_text_along)
{
    for (size_t n = 1; n < 30; n++) {
        new_notice()->body = kit_repeated(arena, "字", 26 + 28 * n);
        struct scene *s = notice_of();
        size_t page = 0, of_signer = 0;
        need(s, "样本市事务中心");
        find(s, "样本市事务中心", &of_signer);
        find(s, "2020年", &page);
        CHECK(page == of_signer);
        find(s, "（此件", &page);
        CHECK(page == of_signer);
        bool text = false;
        for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
            const struct mark *m = &s->pages.at[page].marks.at[i];
            text |= m->kind == MARK_TEXT && str_starts(m->text.text, STR("字"));
        }
        CHECK(text);
        scene_drop(s);
    }
}

/* 7.3.4: further annexes under the first one's number, further lines under its name. */
TEST(annexes_hang)
{
    struct notice *n = new_notice();
    n->head = STR("");
    *vec_push(arena, &n->annexes) =
        (struct entry){.no = STR("1."), .text = kit_repeated(arena, "甲", 30)};
    *vec_push(arena, &n->annexes) = (struct entry){.no = STR("2."), .text = STR("乙")};
    struct scene *s = notice_of();
    double left = 28 * MM + 2 * 15.79, name = left + 3 * 15.79;
    CHECK(near(need(s, "附件：")->x, left));
    bool hangs = false;
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++) {
        const struct mark *m = &s->pages.at[0].marks.at[i];
        if (m->kind == MARK_TEXT && str_starts(m->text.text, STR("甲")))
            hangs |= near(m->text.x, name + 15.79);
    }
    CHECK(hangs);
    CHECK(near(need(s, "2.")->x, name));
    scene_drop(s);
}

TEST(page_numbers_change_sides)
{
    new_notice()->body = kit_repeated(arena, "字", 28 * 60);
    struct scene *s = notice_of();
    CHECK(s->pages.n >= 3);
    const struct text_mark *one = need(s, "— 1 —"), *two = need(s, "— 2 —");
    CHECK(near(one->x + one->width, 184 * MM - 14));
    CHECK(near(two->x, 28 * MM + 14));
    CHECK(one->y > (297 - 35 + 7) * MM && one->y < (297 - 35 + 7) * MM + 14);
    scene_drop(s);
}

/* 版记: at the lower edge of the type area of the last page, an even one. */
TEST(imprint_stands_at_the_foot)
{
    struct notice *n = new_notice();
    n->head = STR("");
    n->cc = STR("市委办公室，市政府办公室。");
    n->printed = STR("样本市办公室");
    n->printed_date = STR("2020-12-28");
    struct scene *s = notice_of();
    const struct text_mark *cc = need(s, "抄送：市委"), *by = need(s, "样本市办公室");
    const struct text_mark *date = need(s, "2020年12月28日印发");
    CHECK(near(by->y, date->y));
    CHECK(near(cc->x, 28 * MM + 14));
    CHECK(near(date->x + date->width, 184 * MM - 14));
    double low = 0;
    size_t rules = 0;
    CHECK(s->pages.n == 2);
    for (size_t i = 0; i < s->pages.at[1].marks.n; i++) {
        const struct mark *m = &s->pages.at[1].marks.at[i];
        if (m->kind == MARK_PATH && m->path.stroke_color.r == 0) {
            rules++;
            low = fmax(low, m->path.segments[0].y);
        }
    }
    CHECK(rules == 3);
    CHECK(near(low, (297 - 35) * MM));
    scene_drop(s);
}

/* Printed on both sides, the imprint is outside: on the even page where the text ends, on the
 * next one, or behind an empty page, and these two have no numbers then. */
TEST(imprint_stands_on_an_even_page)
{
    static const struct {
        size_t lines; /* of the body, on pages of 22 */
        size_t pages;
        bool numbered;
    } rows[] = {{5, 2, true},  {22, 2, true},  {23, 2, true},
                {40, 2, true}, {43, 4, false}, {45, 4, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct notice *n = new_notice();
        *n = (struct notice){.present = true,
                             .body =
                                 kit_repeated(arena, "字", 26 + 28 * (rows[i].lines - 1)),
                             .cc = STR("市委办公室。"),
                             .printed = STR("样本市办公室")};
        struct scene *s = notice_of();
        size_t page = 0, folio = 0;
        find(s, "抄送：市委", &page);
        CHECK(s->pages.n == rows[i].pages);
        CHECK(page == rows[i].pages - 1);
        CHECK((find(s, rows[i].pages == 2 ? "— 2 —" : "— 4 —", &folio) != NULL) ==
              rows[i].numbered);
        scene_drop(s);
    }
}

/* The faces of 7.3.3, by what a paragraph begins with. */
TEST(headings_by_their_numbers)
{
    static const struct {
        const char *body, *words;
        enum font_role font;
    } rows[] = {
        {"一、总体要求", "一、总体要求", FONT_HEI},
        {"十二、总体要求。要做好。", "十二、总体要求。", FONT_HEI},
        {"一、总体要求。要做好。", "要做好。", FONT_FANGSONG},
        {"（三）分工", "（三）分工", FONT_KAI},
        {"一要做好工作。", "一要", FONT_FANGSONG},
        {"（一般情况）如下。", "（一般", FONT_FANGSONG},
        {"1. 做好工作", "1.", FONT_FANGSONG},
        {"# 总体要求", "总体", FONT_HEI},
        {"请**务必**做好", "务必", FONT_HEI},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        new_notice()->body = str_of(rows[i].body);
        struct scene *s = notice_of();
        CHECK(need(s, rows[i].words)->style.font == rows[i].font);
        scene_drop(s);
    }
}

TEST(dates_in_words)
{
    static const struct {
        const char *iso, *wanted;
    } rows[] = {{"2020-12-28", "2020年12月28日"},
                {"2020-02-08", "2020年2月8日"},
                {"2020", "2020"},
                {"2020年底", "2020年底"},
                {"2020-1x-08", "2020-1x-08"},
                {"", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].iso, date_words(arena, str_of(rows[i].iso)),
                  str_of(rows[i].wanted));
}

/* Headlines: words whole, lines of about equal length, never one character alone. */
TEST(headlines_are_balanced)
{
    static const struct {
        double ems;
        const char *text, *wanted;
    } rows[] = {
        {20, "办事指南", "办事指南"},
        {14, "沅江市医疗保障经办政务服务事项办事指南",
         "沅江市医疗保障经办|政务服务事项办事指南"},
        {20, "关于印发《沅江市医疗保障经办政务服务事项办事指南》的通知",
         "关于印发《沅江市医疗保障经办|政务服务事项办事指南》的通知"},
        {13, "宁乡市医疗保障三级经办政务服务事项清单",
         "宁乡市医疗保障三级经办|政务服务事项清单"},
        {8, "医疗保障事务中心", "医疗保障事务中心"},
        {8, "医疗保障事务中心局", "医疗保障|事务中心局"},
        {20, "样本市中心\n关于印发指南的通知", "样本市中心|关于印发指南的通知"},
        {20, "宁乡市医疗保障局 关于印发《宁乡市医疗保障三级经办政务服务 事项清单》的通知",
         "宁乡市医疗保障局|关于印发《宁乡市医疗保障三级经办政务服务|事项清单》的通知"},
        {20, "医疗 保障", "医疗 保障"},
        {14, "医疗保险门诊急诊抢救留观72小时以内死亡医疗费用报销",
         "医疗保险门诊急诊抢救留观|72小时以内死亡医疗费用报销"},
        {4, "一 二 三 四 五 六", "一 二|三 四|五 六"},
        {4, "啊啊啊啊啊啊啊", "啊啊啊啊|啊啊啊"},
        {10, "", ""},
    };
    struct style s = {.font = FONT_SONG, .size = 10};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct paragraph_style set = {
            .width = rows[i].ems * 10, .leading = 15, .align = ALIGN_CENTER};
        struct paragraph p =
            headline_layout(arena, setter, str_of(rows[i].text), &s, &set);
        struct buf b = {0};
        for (size_t k = 0; k < p.lines.n; k++) {
            if (k)
                buf_char(&b, '|');
            for (size_t r = 0; r < p.lines.at[k].runs.n; r++)
                buf_put(&b, p.lines.at[k].runs.at[r].text);
        }
        CHECK_STR(rows[i].text, buf_str(&b), str_of(rows[i].wanted));
        buf_drop(&b);
    }
}

int main(void)
{
    struct diag *d = diag_new();
    arena = arena_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, d);
    style = kit_style(arena, "notice", notice_needs());
    if (!setter)
        return 1;
    RUN(body_stands_on_the_grid);
    RUN(a_page_has_22_lines);
    RUN(red_head_and_red_line);
    RUN(what_the_source_lacks_is_left_out);
    RUN(signature_and_remark);
    RUN(long_signers_stay_in_the_type_area);
    RUN(signature_takes_text_along);
    RUN(annexes_hang);
    RUN(page_numbers_change_sides);
    RUN(imprint_stands_at_the_foot);
    RUN(imprint_stands_on_an_even_page);
    RUN(headings_by_their_numbers);
    RUN(dates_in_words);
    RUN(headlines_are_balanced);
    typesetter_drop(setter);
    fonts_drop(fonts);
    arena_drop(arena);
    diag_drop(d);
    return runner_end();
}
