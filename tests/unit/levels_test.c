/* The level matrix: a real one, a strange one, and styles that are refused. */
#include "runner.h"

#include "kit_print.h"
#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "layout/levels.h"
#include "scene/scene_pdf.h"

#include <math.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;

static struct print_style *own_style(void)
{
    return kit_style(arena, "levels", levels_needs());
}

static size_t count_role(const struct scene *s, enum role role)
{
    size_t n = 0;
    for (size_t i = 0; i < s->elements.n; i++)
        n += s->elements.at[i].role == role;
    return n;
}

static bool has_destination(const struct scene *s, struct str name)
{
    for (size_t i = 0; i < s->destinations.n; i++)
        if (str_eq(s->destinations.at[i].name, name))
            return true;
    return false;
}

/* The text of the cells of the table, their lines joined, each followed by "|". */
static struct str cells_text(const struct scene *s)
{
    struct buf b = {0};
    size_t element = 0;
    for (size_t n = 0; n < s->pages.n; n++)
        for (size_t i = 0; i < s->pages.at[n].marks.n; i++) {
            const struct mark *m = &s->pages.at[n].marks.at[i];
            enum role role = s->elements.at[m->element].role;
            if (m->kind != MARK_TEXT || (role != ROLE_CELL && role != ROLE_HEADER))
                continue;
            if (element && element != m->element)
                buf_char(&b, '|');
            element = m->element;
            buf_put(&b, m->text.text);
        }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* The baseline of the first mark with this text, points from the top of its page. */
static double line_of(const struct scene *s, struct str text)
{
    for (size_t n = 0; n < s->pages.n; n++)
        for (size_t i = 0; i < s->pages.at[n].marks.n; i++) {
            const struct mark *m = &s->pages.at[n].marks.at[i];
            if (m->kind == MARK_TEXT && str_eq(m->text.text, text))
                return m->text.y;
        }
    return -1;
}

static void check_pages(const struct scene *s, const struct catalog *c)
{
    for (size_t n = 0; n < s->pages.n; n++) {
        struct str text = kit_page_text(arena, s, n, " ");
        struct str foot = str_print(arena, "第 %zu 页，共 %zu 页", n + 1, s->pages.n);
        CHECK(str_has(text, foot));
        CHECK(str_has(text, STR("主项")) && str_has(text, STR("子项")));
        for (size_t i = 0; i < c->levels.n; i++)
            CHECK(str_has(text, c->levels.at[i].name));
        CHECK(n == 0 || str_has(text, c->title));
    }
}

TEST(the_matrix_of_ningxiang_is_whole)
{
    struct diag *d = diag_new();
    struct catalog *c =
        catalog_load(STR("catalogs/ningxiang"), STR("catalogs/ningxiang"), d);
    struct print_style *style = own_style();
    CHECK(c && style);
    struct scene *s = levels_scene(c, setter, style, d);
    CHECK(s->pages.n >= 2);
    check_pages(s, c);
    CHECK(s->bookmarks.n == 11);
    CHECK_STR("bookmark", s->bookmarks.at[10].title, STR("十一、其他事项"));
    CHECK(count_role(s, ROLE_ROW) == 1 + 51);
    CHECK(count_role(s, ROLE_HEADER) == 6 + 11 + 51);
    struct str text = cells_text(s);
    for (size_t i = 0; i < c->groups.n; i++)
        for (size_t k = 0; k < c->groups.at[i].items.n; k++) {
            const struct item *item = &c->groups.at[i].items.at[k];
            struct str name = field_printed(arena, item_field(item, FIELD_TITLE));
            CHECK(str_has(text, str_print(arena, "%.*s(%.*s)", STR_ARG(name),
                                          STR_ARG(item->code))));
            CHECK(has_destination(s, str_print(arena, "item-%.*s", STR_ARG(item->stem))));
        }
    CHECK(str_has(kit_page_text(arena, s, 0, " "),
                  STR("宁乡市医疗保障局　宁医保发〔2022〕14号")));
    /* A group that goes on says so behind its name; one that does not begins at the top. */
    CHECK(str_has(kit_page_text(arena, s, 2, " "), STR("付 （续） (00203600700Y)")));
    CHECK(fabs(line_of(s, STR("十一、其他事项")) - line_of(s, STR("46"))) < 1);
    scene_drop(s);
    catalog_drop(c);
    diag_drop(d);
}

static const char strange[] =
    "<catalog id=\"x\" kind=\"levels\" scheme=\"\">\n"
    "<region code=\"430000\" name=\"某省\"/><title>某清单</title>\n"
    "<level id=\"a\" name=\"省\"/><level id=\"b\" name=\"市\"/><level id=\"c\" "
    "name=\"县\"/>\n"
    "<group no=\"一、\"><title>甲组</title>\n"
    "<item seq=\"1\"><title>甲</title><levels><cell level=\"a\" id=\"t\">同一句话</cell>"
    "<cell level=\"b\" span=\"2\">横并</cell></levels></item>\n"
    "<item seq=\"2\" code=\"002036001001\"><title>乙</title><levels>"
    "<cell level=\"a\" ref=\"t\"/><cell level=\"b\">√</cell></levels>"
    "<service seq=\"（1）\"><title>丙</title><levels><cell "
    "level=\"c\">办理</cell></levels>"
    "</service></item></group>\n"
    "<group><item seq=\"3\"><title>丁</title></item></group>\n"
    "</catalog>\n";

TEST(merged_cells_services_and_missing_names_are_printed)
{
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(str_of(strange), STR("x.xml"), d);
    for (size_t i = 0; i < diag_total(d); i++)
        printf("%.*s\n", STR_ARG(diag_problem(d, i)->message));
    CHECK(c != NULL);
    if (!c)
        return;
    struct scene *s = levels_scene(c, setter, own_style(), d);
    CHECK_STR("cells", cells_text(s),
              STR("主项|子项序号|子项|省|市|县|一、甲组|1|甲|同一句话|横并|2|乙("
                  "002036001001)|√|"
                  "（1）|丙|办理|原文缺标题|3|丁"));
    size_t merged_down = 0, merged_across = 0;
    for (size_t i = 0; i < s->elements.n; i++) {
        merged_down +=
            s->elements.at[i].role == ROLE_CELL && s->elements.at[i].rowspan == 2;
        merged_across +=
            s->elements.at[i].role == ROLE_CELL && s->elements.at[i].colspan == 2;
    }
    CHECK(merged_down == 1 && merged_across == 1);
    CHECK(s->bookmarks.n == 2);
    scene_drop(s);
    catalog_drop(c);
    diag_drop(d);
}

TEST(the_same_catalog_gives_the_same_pdf)
{
    struct diag *d = diag_new();
    struct fonts *real = kit_fonts(d);
    struct typesetter *t = typesetter_new(real, d);
    struct catalog *c =
        catalog_load(STR("catalogs/ningxiang"), STR("catalogs/ningxiang"), d);
    struct buf out[2] = {{0}, {0}};
    for (size_t i = 0; i < 2; i++) {
        struct scene *s = levels_scene(c, t, own_style(), d);
        CHECK(scene_pdf(s, real, d, &out[i]));
        scene_drop(s);
    }
    CHECK(out[0].n > 10000 && str_eq(buf_str(&out[0]), buf_str(&out[1])));
    buf_drop(&out[0]);
    buf_drop(&out[1]);
    catalog_drop(c);
    typesetter_drop(t);
    fonts_drop(real);
    diag_drop(d);
}

/* Our style with one text replaced must be refused with this rule and line. */
TEST(a_style_that_is_wrong_is_refused_with_its_place)
{
    static const struct {
        const char *old, *with, *id;
    } rows[] = {
        {"<page name", "<pages name", "print-unknown"},
        {"width=\"210mm\"", "width=\"210 mm\"", "print-value"},
        {"width=\"210mm\"", "", "print-attribute"},
        {"width=\"210mm\"", "width=\"50mm\"", "print-margins"},
        {"height=\"297mm\"", "height=\"-1\"", "print-value"},
        {"font=\"hei\"", "font=\"arial\"", "print-value"},
        {"align=\"center\"", "align=\"middle\"", "print-value"},
        {"color=\"#57606a\"", "color=\"#57606A\"", "print-value"},
        {"size=\"9\"", "size=\"9.5.1\"", "print-value"},
        {"size=\"9\"", "size=\"0\"", "print-value"},
        {"size=\"9\"", "sise=\"9\"", "print-unknown"},
        {"<type name=\"title\"", "<type name=\"titel\"", "print-missing"},
        {"<label name=\"code\"", "<label name=\"codes\"", "print-missing"},
        {"<measure name=\"line\"", "<measure name=\"lines\"", "print-missing"},
        {"<color name=\"tint\"", "<color name=\"tin\"", "print-missing"},
        {"<column name=\"seq\"", "<column name=\"no\"", "print-missing"},
        {"share=\"14\"", "share=\"0\"", "print-value"},
        {"<print>", "<print name=\"x\">", "print-unknown"},
    };
    struct str text;
    const char *why;
    CHECK(file_read(arena, "templates/print/levels.xml", 1 << 20, &text, &why));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = str_find(text, str_of(rows[i].old));
        CHECK(at != STR_NONE);
        struct str head = str_slice(text, 0, at);
        struct str tail = str_from(text, at + str_of(rows[i].old).n);
        struct str wrong =
            str_print(arena, "%.*s%s%.*s", STR_ARG(head), rows[i].with, STR_ARG(tail));
        struct diag *d = diag_new();
        CHECK(!print_style_parse(arena, wrong, STR("levels.xml"), levels_needs(), d));
        CHECK(diag_total(d) > 0);
        if (diag_total(d)) {
            CHECK_STR(rows[i].with, diag_problem(d, 0)->id, str_of(rows[i].id));
            CHECK(diag_problem(d, 0)->line > 0);
        }
        diag_drop(d);
    }
}

TEST(lengths_and_page_numbers)
{
    struct diag *d = diag_new();
    struct print_style *style = own_style();
    CHECK(style && style->page.width > 595.27 && style->page.width < 595.28);
    CHECK_STR("both", frame_number(arena, STR("第 {n} 页，共 {m} 页"), 2, 13),
              STR("第 2 页，共 13 页"));
    CHECK_STR("one", frame_number(arena, STR("— {n} —"), 5, 9), STR("— 5 —"));
    CHECK_STR("none", frame_number(arena, STR("页"), 5, 9), STR("页"));
    diag_drop(d);
}

TEST(a_running_head_too_long_is_cut)
{
    struct page_frame f = {
        .width = 120, .height = 200, .left = 10, .right = 10, .head = 20};
    struct scene *s = scene_new();
    scene_page(s, 120, 200);
    struct style style = {.font = FONT_HEI, .size = 10};
    frame_text(s, setter, 0, &f, FRAME_HEAD_RIGHT, &style,
               STR("沅江市医疗保障经办政务服务事项办事指南"), 0);
    const struct text_mark *m = &s->pages.at[0].marks.at[0].text;
    CHECK_STR("cut", m->text, STR("沅江市医疗保障经办…"));
    CHECK(m->x >= 10 && m->x + m->width <= 110 + 1e-6);
    scene_drop(s);
}

int main(void)
{
    arena = arena_new();
    fonts = fonts_fake();
    struct diag *d = diag_new();
    setter = typesetter_new(fonts, d);
    RUN(the_matrix_of_ningxiang_is_whole);
    RUN(merged_cells_services_and_missing_names_are_printed);
    RUN(the_same_catalog_gives_the_same_pdf);
    RUN(a_style_that_is_wrong_is_refused_with_its_place);
    RUN(lengths_and_page_numbers);
    RUN(a_running_head_too_long_is_cut);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
