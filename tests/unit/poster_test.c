/* The wall poster: what stands on it, on which paper, and that nothing is lost or covered. */
#include "runner.h"

#include "kit_print.h"
#include "base/utf8.h"
#include "booklet_model.h"
#include "layout/flow.h"
#include "layout/poster.h"

#include <math.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static struct print_style *style;
static struct diag *diag;

static const double A3_LONG = 420 * 72 / 25.4, A3_SHORT = 297 * 72 / 25.4;

static struct scene *poster_of(const struct catalog *c, const struct item *item)
{
    return poster_scene(c, item, setter, style, diag);
}

/* An item with everything a poster shows. */
static struct item *full_item(struct catalog *c, size_t steps)
{
    struct group *g = model_group(c, STR("一、"), STR(""), STR("参保"));
    struct item *i =
        model_item(arena, g, STR("1"), STR("002036001001"), STR("单位参保登记"));
    struct field *m = model_open(i, FIELD_MATERIALS);
    model_entry(arena, m, STR("1."), STR(""), STR("单位有效证明文件；"));
    model_entry(arena, m, STR("2."), STR(""), STR("参保登记表（加盖公章）。"));
    model_entry(arena, model_open(i, FIELD_INQUIRY), STR("1."), STR(""),
                STR("电话查询：0737-2817103"));
    model_entry(arena, model_open(i, FIELD_LIMIT), STR(""), STR(""),
                STR("不超过5个工作日"));
    model_process(arena, i, steps);
    return i;
}

/* All text of the scene, without blanks. */
static struct str all_text(const struct scene *s)
{
    struct buf b = {0};
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            struct str text = m->kind == MARK_TEXT ? m->text.text : STR("");
            while (text.n) {
                uint32_t c = utf8_next(&text);
                if (c != ' ' && c != 0x3000)
                    buf_rune(&b, c);
            }
        }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct box ink(const struct text_mark *t)
{
    return (struct box){t->x, t->y - 0.88 * t->style.size, t->width, t->style.size};
}

static bool meet(struct box a, struct box b)
{
    double slack = 0.01;
    return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width &&
           a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

/* Texts on the sheet, apart from each other, none in a figure below 8 pt. */
static void check_page(const struct scene *s, const struct page *page)
{
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind != MARK_TEXT)
            continue;
        struct box a = ink(&m->text);
        CHECK(a.x >= 0 && a.x + a.width <= page->width);
        CHECK(a.y >= 0 && a.y + a.height <= page->height);
        CHECK(m->text.style.size >= 8 || s->elements.at[m->element].role != ROLE_FIGURE);
        for (size_t k = 0; k < i; k++)
            if (page->marks.at[k].kind == MARK_TEXT &&
                meet(a, ink(&page->marks.at[k].text)))
                CHECK_STR("two texts meet", m->text.text, page->marks.at[k].text.text);
    }
}

static void check_sheets(const struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++)
        check_page(s, &s->pages.at[p]);
}

static bool near(double a, double b)
{
    return fabs(a - b) < 0.5;
}

TEST(a_poster_says_what_to_know)
{
    struct catalog *c = model_catalog(arena);
    struct scene *s = poster_of(c, full_item(c, 4));
    static const char *const wanted[] = {
        "单位参保登记",    "事项编码002036001001",   "样本市医疗保障事务中心",
        "办理材料",        "1.单位有效证明文件；",   "2.参保登记表（加盖公章）。",
        "不超过5个工作日", "电话查询：0737-2817103", "2020年12月28日",
        "判断是否受理",    "并非原文附图",           "办结",
    };
    struct str text = all_text(s);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!str_has(text, str_of(wanted[i])))
            CHECK_STR(wanted[i], text, str_of(wanted[i]));
    CHECK(s->pages.n == 1);
    check_sheets(s);
    size_t figures = 0;
    for (size_t i = 0; i < s->elements.n; i++) {
        figures += s->elements.at[i].role == ROLE_FIGURE;
        CHECK(s->elements.at[i].role != ROLE_FIGURE || s->elements.at[i].alt.n > 0);
    }
    CHECK(figures == 1);
    scene_drop(s);
}

/* Where the text begins that ends or begins so; NULL when there is none. */
static const struct text_mark *text_with(const struct scene *s, struct str end)
{
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++) {
        const struct mark *m = &s->pages.at[0].marks.at[i];
        if (m->kind == MARK_TEXT &&
            (str_ends(m->text.text, end) || str_starts(m->text.text, end)))
            return &m->text;
    }
    return NULL;
}

/* Short materials: what comes next stands below them, so that the columns are of about one
 * height and a long address has the room it needs. */
TEST(columns_below_the_chart_are_divided_by_content)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = full_item(c, 4);
    struct field *inquiry = model_open(i, FIELD_INQUIRY);
    model_entry(arena, inquiry, STR("2."), STR(""),
                STR("线上查询（http://hntrapp.hunan.chinatax.gov.cn/hntaxweb/applogin/"
                    "a.action）"));
    for (size_t k = 3; k < 7; k++)
        model_entry(arena, inquiry, str_print(arena, "%zu.", k), STR(""),
                    STR("现场查询：桔城大道与青年路交汇区三楼医保服务专区；"));
    struct scene *s = poster_of(c, i);
    const struct text_mark *materials = text_with(s, STR("办理材料")),
                           *limit = text_with(s, STR("办理时限")),
                           *ask = text_with(s, STR("查询方式"));
    CHECK(materials && limit && ask);
    CHECK(near(s->pages.at[0].width, A3_SHORT));
    CHECK(near(limit->x, materials->x) && limit->y > materials->y);
    CHECK(ask->x > materials->x + 100 && near(ask->y, materials->y));
    CHECK(!text_with(s, STR("://")));
    check_sheets(s);
    scene_drop(s);
}

/* Upright for a high chart, across for a broad one. */
TEST(the_paper_follows_the_chart)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = full_item(c, 4);
    struct flow chart = i->chart, high = {.source = FLOW_DERIVED}, broad = high;
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
    for (size_t k = 0; k < 6; k++) {
        *(struct flow_node *)vec_push(arena, &high.nodes) = (struct flow_node){
            .id = str_of(ids[k]), .kind = NODE_STEP, .text = STR("审核有关材料并登记")};
        if (k)
            *(struct flow_edge *)vec_push(arena, &high.edges) =
                (struct flow_edge){.from = str_of(ids[k - 1]), .to = str_of(ids[k])};
        if (k)
            *(struct flow_edge *)vec_push(arena, &broad.edges) =
                (struct flow_edge){.from = str_of(ids[0]), .to = str_of(ids[k])};
    }
    broad.nodes.at = high.nodes.at;
    broad.nodes.n = high.nodes.n;
    i->chart = high;
    struct scene *s = poster_of(c, i);
    CHECK(near(s->pages.at[0].width, A3_SHORT) && near(s->pages.at[0].height, A3_LONG));
    scene_drop(s);
    i->chart = broad;
    s = poster_of(c, i);
    CHECK(near(s->pages.at[0].width, A3_LONG) && near(s->pages.at[0].height, A3_SHORT));
    check_sheets(s);
    scene_drop(s);
    i->chart = chart;
}

/* From the first line of the figure's text to the last, at letters of 10 pt. */
static double figure_height(const struct scene *s)
{
    double top = INFINITY, low = 0, letters = 0;
    for (size_t k = 0; k < s->pages.at[0].marks.n; k++) {
        const struct mark *m = &s->pages.at[0].marks.at[k];
        if (m->kind != MARK_TEXT || s->elements.at[m->element].role != ROLE_FIGURE)
            continue;
        top = fmin(top, m->text.y);
        low = fmax(low, m->text.y);
        letters = fmax(letters, m->text.style.size);
    }
    return (low - top) * 10 / letters;
}

/* A chart that the height of the sheet would make small moves its rows nearer; one with
 * room enough does not. */
TEST(letters_are_larger_where_rows_are_nearer)
{
    static const struct {
        size_t steps;
        bool nearer;
    } rows[] = {{3, false}, {18, true}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct catalog *c = model_catalog(arena);
        struct item *i = full_item(c, rows[r].steps);
        struct scene *s = poster_of(c, i);
        struct scene *wide = flow_scene(setter, &i->chart, FLOW_WIDE, STR(""));
        CHECK(s->pages.n == 1);
        CHECK((figure_height(s) < figure_height(wide) - 1) == rows[r].nearer);
        check_sheets(s);
        scene_drop(wide);
        scene_drop(s);
    }
}

TEST(long_charts_take_several_sheets)
{
    struct catalog *c = model_catalog(arena);
    struct scene *s = poster_of(c, full_item(c, 200));
    struct str text = all_text(s);
    CHECK(s->pages.n > 1 && s->pages.n < 10);
    for (size_t k = 2; k < 199; k++)
        CHECK(str_has(text, str_print(arena, "审核%zu", k)));
    CHECK(str_has(text, STR("接第2幅")) && str_has(text, STR("承上一幅")));
    CHECK(str_has(text, STR("第1幅，共")));
    check_sheets(s);
    scene_drop(s);
}

/* What has no room beside the chart has a sheet of its own; nothing is cut off. */
TEST(long_materials_take_a_sheet)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = full_item(c, 4);
    struct buf b = {0};
    for (int k = 0; k < 500; k++)
        buf_puts(&b, "参保人员的有效身份证件");
    buf_puts(&b, "最后一句");
    model_entry(arena, model_open(i, FIELD_MATERIALS), STR("3."), STR(""),
                str_copy(arena, buf_str(&b)));
    buf_drop(&b);
    struct scene *s = poster_of(c, i);
    struct str text = all_text(s);
    CHECK(s->pages.n > 1);
    CHECK(str_has(text, STR("最后一句")) && str_has(text, STR("另页张贴")));
    CHECK(str_has(text, STR("电话查询：0737-2817103")));
    check_sheets(s);
    scene_drop(s);
}

/* A box that no sheet holds makes the sheet larger, and that is told. */
TEST(large_boxes_make_the_sheet_larger)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = full_item(c, 4);
    struct buf b = {0};
    for (int k = 0; k < 900; k++)
        buf_puts(&b, "一次性告知需要补正材料");
    i->chart.nodes.at[3].text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    size_t before = diag_total(diag);
    struct scene *s = poster_of(c, i);
    CHECK(s->pages.at[0].height > A3_LONG + 1);
    CHECK(diag_total(diag) == before + 1);
    check_sheets(s);
    scene_drop(s);
}

TEST(bare_items_make_a_poster_too)
{
    struct catalog *c = model_catalog(arena);
    c->issuer = c->document_date = STR("");
    struct group *g = model_group(c, STR(""), STR(""), STR(""));
    struct item *i = model_item(arena, g, STR(""), STR(""), STR(""));
    CHECK(!poster_wanted(i));
    model_process(arena, i, 3);
    CHECK(poster_wanted(i));
    struct scene *s = poster_of(c, i);
    CHECK(str_has(all_text(s), STR("原文缺标题")));
    CHECK(!str_has(all_text(s), STR("办理时限")));
    CHECK(s->pages.n == 1);
    check_sheets(s);
    scene_drop(s);
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_style(arena, "poster", poster_needs());
    RUN(a_poster_says_what_to_know);
    RUN(columns_below_the_chart_are_divided_by_content);
    RUN(the_paper_follows_the_chart);
    RUN(letters_are_larger_where_rows_are_nearer);
    RUN(long_charts_take_several_sheets);
    RUN(long_materials_take_a_sheet);
    RUN(large_boxes_make_the_sheet_larger);
    RUN(bare_items_make_a_poster_too);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
