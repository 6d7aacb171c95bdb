/* What a reader notices when leafing through the booklet: charts that left their item's
 * page, lines alone on a page, heads and names cut or broken inside a word, page numbers
 * that jump. With the fake fonts. */
#include "runner.h"

#include "kit_print.h"
#include "booklet_model.h"
#include "layout/booklet.h"
#include "layout/composer.h"
#include "layout/form.h"
#include "layout/notice.h"

#include <math.h>

static struct arena *arena; /* of a test's model */
static struct typesetter *setter;
static struct booklet_style style;
static struct diag *diag;

static struct item *only_item(struct catalog **c, struct str part)
{
    *c = model_catalog(arena);
    return model_item(arena, model_group(*c, STR("第一部分"), STR(""), part), STR("一、"),
                      STR("c1"), STR("参保登记"));
}

static void put_lines(struct item *i, size_t n)
{
    for (size_t k = 0; k < n; k++)
        model_entry(arena, model_open(i, FIELD_CHANNELS), STR("1."), STR(""),
                    STR("现场办理；"));
}

/* The text mark that says exactly this, on that page or any; NULL when there is none. */
static const struct mark *find_text(const struct scene *s, size_t page, struct str text)
{
    const struct page *p = &s->pages.at[page];
    for (size_t k = 0; k < p->marks.n; k++)
        if (p->marks.at[k].kind == MARK_TEXT && str_eq(p->marks.at[k].text.text, text))
            return &p->marks.at[k];
    return NULL;
}

static size_t count_texts(const struct scene *s, size_t page, struct str text)
{
    size_t n = 0;
    for (size_t k = 0; k < s->pages.at[page].marks.n; k++)
        n += s->pages.at[page].marks.at[k].kind == MARK_TEXT &&
             str_eq(s->pages.at[page].marks.at[k].text.text, text);
    return n;
}

/* Where the chart stands and how: on which page, how large its letters are, how far it is
 * from its first box to the last. */
struct seen {
    size_t page;
    double letters, height;
};

static struct seen see_chart(const struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++) {
        struct seen seen = {.page = p};
        double top = 0, low = 0;
        for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
            const struct mark *m = &s->pages.at[p].marks.at[k];
            if (m->kind != MARK_TEXT || s->elements.at[m->element].role != ROLE_FIGURE)
                continue;
            top = seen.letters > 0 ? fmin(top, m->text.y) : m->text.y;
            low = fmax(low, m->text.y);
            seen.letters = fmax(seen.letters, m->text.style.size);
            seen.height = low - top;
        }
        if (seen.letters > 0)
            return seen;
    }
    return (struct seen){.page = STR_NONE};
}

/* Before a chart leaves the page of its item its rows move nearer, and only then its letters
 * get smaller; a chart on a page of its own has the usual distances. */
TEST(rows_of_charts_move_nearer)
{
    size_t usual = 0, nearer = 0, smaller = 0, away = 0, order = 0;
    double height = 0;
    for (size_t n = 1; n < 12; n++) {
        struct catalog *c;
        struct item *i = only_item(&c, STR("参保"));
        model_process(arena, i, 5);
        put_lines(i, n);
        struct scene *s = booklet_scene(c, setter, &style, diag);
        struct seen seen = see_chart(s);
        CHECK(seen.page != STR_NONE && seen.letters >= 8 - 0.01);
        size_t text = STR_NONE;
        for (size_t p = 0; p < s->pages.n; p++)
            if (count_texts(s, p, STR("现场办理；")))
                text = p;
        if (n == 1)
            height = seen.height;
        bool whole = seen.letters >= 10 - 0.01, wide = seen.height >= height - 0.1;
        size_t now = seen.page != text ? 4 : whole && wide ? 1 : whole ? 2 : 3;
        usual += now == 1;
        nearer += now == 2;
        smaller += now == 3;
        away += now == 4;
        CHECK(now >= order);
        CHECK(now != 4 || (whole && wide));
        order = now;
        scene_drop(s);
    }
    CHECK(usual > 0 && nearer > 0 && smaller > 0 && away > 0);
}

/* The distance between the first two lines that say the same. */
static double leading(const struct scene *s)
{
    const struct mark *first = NULL;
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
            const struct mark *m = &s->pages.at[p].marks.at[k];
            if (m->kind != MARK_TEXT || !str_eq(m->text.text, STR("现场办理；")))
                continue;
            if (first)
                return m->text.y - first->text.y;
            first = m;
        }
    return 0;
}

/* Where the chart would leave the page by a little even so, the lines above it move nearer,
 * to 93 % at most; it is then as small as it may be. */
TEST(lines_move_nearer_for_a_chart)
{
    size_t saved = 0;
    double usual = 0;
    for (size_t n = 2; n < 14; n++) {
        struct catalog *c;
        struct item *i = only_item(&c, STR("参保"));
        model_process(arena, i, 5);
        put_lines(i, n);
        struct scene *s = booklet_scene(c, setter, &style, diag);
        struct seen seen = see_chart(s);
        double now = leading(s);
        if (n == 2)
            usual = now;
        CHECK(now <= usual + 0.01 && now >= usual * 0.93 - 0.01);
        CHECK(seen.letters >= 8 - 0.01);
        if (now < usual - 0.01) {
            saved++;
            CHECK(count_texts(s, seen.page, STR("现场办理；")) > 0);
            CHECK(seen.letters < 10 - 0.01);
        }
        scene_drop(s);
    }
    CHECK(saved > 0);
}

/* A third page is not begun for two lines either. */
TEST(no_page_is_begun_for_two_lines)
{
    size_t fewest = STR_NONE, three = 0;
    for (size_t n = 52; n < 72; n++) {
        struct catalog *c;
        put_lines(only_item(&c, STR("参保")), n);
        struct scene *s = booklet_scene(c, setter, &style, diag);
        size_t last = count_texts(s, s->pages.n - 1, STR("现场办理；")), pages = 0;
        for (size_t p = 0; p < s->pages.n; p++)
            pages += count_texts(s, p, STR("现场办理；")) > 0;
        if (pages == 3) {
            three++;
            fewest = last < fewest ? last : fewest;
        }
        scene_drop(s);
    }
    CHECK(three > 0);
    CHECK(fewest >= 4);
}

static size_t page_of(const struct scene *s, struct str text)
{
    for (size_t p = 0; p < s->pages.n; p++)
        if (count_texts(s, p, text))
            return p;
    return STR_NONE;
}

/* A list of three lines does not leave the page for want of one. */
TEST(short_lists_may_be_parted)
{
    size_t parted = 0;
    for (size_t n = 20; n < 40; n++) {
        struct catalog *c;
        struct item *i = only_item(&c, STR("参保"));
        static const char *const entries[] = {"甲表；", "乙表；", "丙表。"};
        put_lines(i, n);
        for (size_t k = 0; k < 3; k++)
            model_entry(arena, model_open(i, FIELD_MATERIALS), STR("1."), STR(""),
                        str_of(entries[k]));
        for (size_t k = 0; k < 9; k++) /* or the lines would be drawn together */
            model_entry(arena, model_open(i, FIELD_INQUIRY), STR("1."), STR(""),
                        STR("电话查询；"));
        struct scene *s = booklet_scene(c, setter, &style, diag);
        size_t first = page_of(s, STR("甲表；")), second = page_of(s, STR("乙表；"));
        CHECK(first != STR_NONE && first <= second);
        CHECK(second == page_of(s, STR("丙表。")));
        parted += first < second;
        scene_drop(s);
    }
    CHECK(parted == 2); /* one line fits below the name, or two */
}

/* How many texts on the page have the character in them. */
static size_t count_with(const struct scene *s, size_t page, struct str c)
{
    size_t n = 0;
    for (size_t k = 0; k < s->pages.at[page].marks.n; k++)
        n += s->pages.at[page].marks.at[k].kind == MARK_TEXT &&
             str_has(s->pages.at[page].marks.at[k].text.text, c);
    return n;
}

/* Of each written line of a material at least two set lines are on a page. */
TEST(written_lines_are_not_parted_behind_their_first)
{
    size_t parted = 0;
    struct buf long_line = {0};
    buf_puts(&long_line, "复印件：\n（1）甲；\n（2）");
    for (size_t k = 0; k < 150; k++)
        buf_puts(&long_line, "乙");
    struct str text = str_copy(arena, buf_str(&long_line));
    buf_drop(&long_line);
    for (size_t n = 15; n < 40; n++) {
        struct catalog *c;
        struct item *i = only_item(&c, STR("参保"));
        put_lines(i, n);
        model_entry(arena, model_open(i, FIELD_MATERIALS), STR("1."), STR(""), text);
        for (size_t k = 0; k < 9; k++)
            model_entry(arena, model_open(i, FIELD_INQUIRY), STR("1."), STR(""),
                        STR("电话查询；"));
        struct scene *s = booklet_scene(c, setter, &style, diag);
        size_t pages = 0;
        for (size_t p = 0; p < s->pages.n; p++) {
            size_t lines = count_with(s, p, STR("乙"));
            CHECK(lines != 1);
            pages += lines > 0;
        }
        parted += pages > 1;
        scene_drop(s);
    }
    CHECK(parted > 0);
}

/* A head with little room for both sides is made a little smaller. */
TEST(running_heads_are_whole)
{
    static const struct {
        size_t words; /* 参保 so many times */
        bool smaller;
    } rows[] = {{10, false}, {13, true}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct buf part = {0};
        for (size_t k = 0; k < rows[r].words; k++)
            buf_puts(&part, "参保");
        struct catalog *c;
        only_item(&c, str_copy(arena, buf_str(&part)));
        buf_drop(&part);
        struct scene *s = booklet_scene(c, setter, &style, diag);
        size_t page = s->pages.n - 1;
        struct str name = str_print(arena, "第一部分　%.*s",
                                    STR_ARG(field_text(c->groups.at[0].title)));
        const struct mark *right = find_text(s, page, name);
        const struct mark *left = find_text(s, page, c->title);
        double size = print_type(style.guide, "head")->style.size;
        CHECK(right && left);
        if (right) {
            CHECK((right->text.style.size < size - 0.01) == rows[r].smaller);
            CHECK(right->text.style.size >= size * 0.9 - 0.01);
        }
        if (right && left)
            CHECK(left->text.x + left->text.width + size <= right->text.x);
        scene_drop(s);
    }
}

/* Where one part has no room beside the book's name, all pages of the book have their heads
 * by turns: its name on even pages, the part's on odd ones. */
TEST(long_heads_stand_by_turns)
{
    struct catalog *c;
    put_lines(only_item(&c, STR("参保")), 70);
    struct buf part = {0};
    for (size_t k = 0; k < 19; k++)
        buf_puts(&part, "参保");
    struct group *group =
        model_group(c, STR("第二部分"), STR(""), str_copy(arena, buf_str(&part)));
    put_lines(model_item(arena, group, STR("一、"), STR("c2"), STR("缴费")), 70);
    buf_drop(&part);
    struct scene *s = booklet_scene(c, setter, &style, diag);
    size_t odd[2] = {0}, even = 0;
    for (size_t p = s->front; p < s->pages.n; p++) {
        const struct mark *book = find_text(s, p, c->title);
        bool first = find_text(s, p, STR("第一部分　参保")), second = false;
        for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
            const struct mark *m = &s->pages.at[p].marks.at[k];
            second |= m->kind == MARK_TEXT &&
                      str_starts(m->text.text, STR("第二部分　参保参保")) &&
                      m->text.y < style.guide->page.top;
        }
        bool is_odd = (p - s->front) % 2 == 0;
        CHECK(!is_odd || !book);
        CHECK(is_odd || (!first && !second));
        odd[0] += first;
        odd[1] += second;
        even += book != NULL;
    }
    CHECK(odd[0] > 0 && odd[1] > 0 && even > 1);
    scene_drop(s);
}

/* Names in the table of contents break between words, wherever the line ends. */
TEST(contents_break_between_words)
{
    size_t broken = 0;
    for (size_t k = 0; k < 12; k++) {
        struct buf title = {0};
        for (size_t i = 0; i < 24 + k; i++)
            buf_puts(&title, "的");
        buf_puts(&title, "医疗保险关系转移接续登记");
        struct catalog *c;
        only_item(&c, str_copy(arena, buf_str(&title)));
        buf_drop(&title);
        struct scene *s = booklet_scene(c, setter, &style, diag);
        for (size_t m = 0; m < s->pages.at[s->front].marks.n; m++) {
            const struct mark *mark = &s->pages.at[s->front].marks.at[m];
            if (mark->kind != MARK_TEXT ||
                s->elements.at[mark->element].role != ROLE_TOC_ITEM)
                continue;
            static const char *const halves[] = {"医", "疗保", "关", "转", "接", "登"};
            for (size_t h = 0; h < sizeof halves / sizeof *halves; h++)
                broken += str_ends(mark->text.text, str_of(halves[h]));
        }
        scene_drop(s);
    }
    CHECK(broken == 0);
}

/* The page number stands at one height, below forms too, and clear of them. */
TEST(page_numbers_stand_at_one_height)
{
    struct catalog *c;
    struct item *i = only_item(&c, STR("参保"));
    struct form *form = vec_push(arena, &c->forms);
    *form = (struct form){.id = STR("b"), .title = STR("申请表")};
    *vec_push(arena, &form->columns) = 1;
    for (size_t r = 0; r < 40; r++) {
        struct form_row *row = vec_push(arena, &form->rows);
        *row = (struct form_row){.repeat = 1};
        struct form_cell *cell = vec_push(arena, &row->cells);
        *cell = (struct form_cell){
            .text = STR("栏"), .label = true, .colspan = 1, .rowspan = 1};
    }
    *vec_push(arena, &i->forms) = (struct form_ref){.id = STR("b")};
    struct scene *s = booklet_scene(c, setter, &style, diag);
    size_t numbers = 0;
    double foot = style.guide->page.foot, lowest = 0;
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
            const struct mark *m = &s->pages.at[p].marks.at[k];
            if (m->kind == MARK_TEXT && str_starts(m->text.text, STR("— "))) {
                numbers++;
                CHECK(fabs(m->text.y - (s->pages.at[p].height - foot)) < 0.01);
            } else if (m->kind == MARK_PATH) {
                for (size_t at = 0; at < m->path.n; at++)
                    lowest = fmax(lowest, m->path.segments[at].y);
            }
        }
    CHECK(numbers >= 3);
    CHECK(lowest > 500 && lowest <= style.guide->page.height - foot - 14);
    scene_drop(s);
}

/* A form whose columns hold no letter on the booklet's paper folds out as its own file
 * does, instead of being left out; one that can be set on it stays on it. */
TEST(the_widest_forms_fold_out)
{
    static const size_t columns[] = {45, 100};
    for (size_t t = 0; t < 2; t++) {
        struct catalog *c;
        struct item *i = only_item(&c, STR("参保"));
        struct form *form = vec_push(arena, &c->forms);
        *form = (struct form){.id = STR("b"), .title = STR("宽表")};
        struct form_row *row = vec_push(arena, &form->rows);
        row->repeat = 1;
        for (size_t k = 0; k < columns[t]; k++) {
            *vec_push(arena, &form->columns) = 1;
            *vec_push(arena, &row->cells) = (struct form_cell){
                .text = STR("格子"), .label = true, .colspan = 1, .rowspan = 1};
        }
        *vec_push(arena, &i->forms) = (struct form_ref){.id = STR("b")};
        struct scene *s = booklet_scene(c, setter, &style, diag);
        size_t page = 0, cells = 0;
        for (size_t p = 0; p < s->pages.n; p++)
            for (size_t k = 0; k < s->pages.at[p].marks.n; k++) {
                const struct mark *m = &s->pages.at[p].marks.at[k];
                if (m->kind != MARK_TEXT || !str_starts(m->text.text, STR("格")))
                    continue;
                page = p;
                cells++;
            }
        CHECK(cells == columns[t]);
        CHECK((s->pages.at[page].width > 842) == (columns[t] == 100));
        scene_drop(s);
    }
}

int main(void)
{
    diag = diag_new();
    arena = arena_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_booklet_style(arena);
    if (!setter)
        return 1;
    RUN(rows_of_charts_move_nearer);
    RUN(lines_move_nearer_for_a_chart);
    RUN(no_page_is_begun_for_two_lines);
    RUN(short_lists_may_be_parted);
    RUN(written_lines_are_not_parted_behind_their_first);
    RUN(running_heads_are_whole);
    RUN(long_heads_stand_by_turns);
    RUN(contents_break_between_words);
    RUN(page_numbers_stand_at_one_height);
    RUN(the_widest_forms_fold_out);
    typesetter_drop(setter);
    fonts_drop(fonts);
    arena_drop(arena);
    diag_drop(diag);
    return runner_end();
}
