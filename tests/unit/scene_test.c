/* Scene builders, the dump and the SVG writer, with fake fonts. */
#include "scene/scene_dump.h"
#include "scene/scene_svg.h"

#include "base/file.h"
#include "base/utf8.h"
#include "runner.h"

#include <math.h>
#include <stdlib.h>

#define FOLDER "build/tests/scene"

static const struct color black, blue = {0x0B, 0x5C, 0xAD}, white = {255, 255, 255};

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void put(struct scene *s, size_t element, double x, double y, const char *text)
{
    struct text_mark t = {.text = str_of(text), .style = {FONT_HEI, 14, blue}};
    t.x = x;
    t.y = y;
    t.width = 7 * (double)utf8_count(t.text);
    scene_text(s, 0, element, &t);
}

/* A small chart: two boxes, a line, texts, a link. */
static struct scene *chart(void)
{
    struct scene *s = scene_new();
    s->title = STR("办事指南");
    s->date = STR("2020-12-31");
    scene_page(s, 328, 120.456);
    size_t e = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[e].title = STR("参保登记流程图");
    s->elements.at[e].alt = STR("申请，然后<受理>");
    struct pen pen = {&white, &blue, 1.6, DASH_NONE},
               dashed = {NULL, &blue, 1.6, DASH_LONG};
    scene_rect(s, 0, e, (struct box){10, 10, 100, 30}, 0, &pen);
    scene_rect(s, 0, e, (struct box){10, 60, 100, 30}, 0, &pen);
    scene_rect(s, 0, e, (struct box){150, 60, 100, 30}, 99, &dashed);
    scene_line(s, 0, e, 60, 40, 60, 60, 1.4, blue);
    put(s, e, 46, 30, "申请");
    put(s, e, 46, 80, "A&B<1>");
    struct link_mark l = {10, 10, 100, 30, STR("https://a.cn/?a=1&b=2"), STR("")};
    scene_link(s, 0, e, &l);
    return s;
}

TEST(new_scene_has_its_two_elements)
{
    struct scene *s = scene_new();
    CHECK(s->elements.n == 2);
    CHECK(s->elements.at[SCENE_ROOT].role == ROLE_DOCUMENT);
    CHECK(s->elements.at[SCENE_ARTIFACT].role == ROLE_ARTIFACT);
    CHECK_STR("language", s->language, STR("zh-CN"));
    CHECK(scene_page(s, 10, 20) == 0 && scene_page(s, 30, 40) == 1);
    CHECK(scene_element(s, ROLE_PART, SCENE_ROOT) == 2);
    scene_drop(s);
    scene_drop(NULL);
}

TEST(texts_are_copied_and_empty_ones_left_out)
{
    struct scene *s = scene_new();
    scene_page(s, 100, 100);
    char room[] = "申请";
    put(s, SCENE_ROOT, 1, 2, room);
    room[0] = 'x';
    put(s, SCENE_ROOT, 1, 2, "");
    CHECK(s->pages.at[0].marks.n == 1);
    CHECK_STR("copied", s->pages.at[0].marks.at[0].text.text, STR("申请"));
    scene_drop(s);
}

TEST(round_corners_stay_inside_their_box)
{
    static const struct {
        struct box box;
        double radius;
        size_t segments;
    } rows[] = {
        {{10, 20, 100, 30}, 0, 5},    {{10, 20, 100, 30}, -3, 5},
        {{10, 20, 100, 30}, 4, 10},   {{10, 20, 100, 30}, 15, 10},
        {{10, 20, 100, 30}, 500, 10}, {{5, 5, 0, 0}, 3, 5},
        {{10, 20, 100, 30}, NAN, 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = scene_new();
        scene_page(s, 200, 200);
        struct pen pen = {.stroke = &blue, .line_width = 1};
        scene_rect(s, 0, SCENE_ROOT, rows[i].box, rows[i].radius, &pen);
        const struct path_mark *p = &s->pages.at[0].marks.at[0].path;
        struct box b = rows[i].box;
        CHECK(p->n == rows[i].segments && p->stroke && !p->fill);
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (size_t k = 0; k < p->n; k++) {
            left = fmin(left, p->segments[k].x);
            right = fmax(right, p->segments[k].x);
            top = fmin(top, p->segments[k].y);
            bottom = fmax(bottom, p->segments[k].y);
        }
        CHECK(near(left, b.x) && near(right, b.x + b.width));
        CHECK(near(top, b.y) && near(bottom, b.y + b.height));
        scene_drop(s);
    }
}

TEST(placing_moves_and_scales_everything)
{
    struct scene *from = chart(), *s = scene_new();
    scene_page(s, 595, 842);
    size_t e = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    put(s, SCENE_ROOT, 1, 1, "在前");
    size_t n = from->pages.at[0].marks.n;
    scene_place(s, 0, e, from, 0, 100, 200, 0.5);
    scene_drop(from); /* what was placed must not lean on it */
    CHECK(s->pages.at[0].marks.n == n + 1);
    const struct mark *m = &s->pages.at[0].marks.at[1];
    CHECK(m->kind == MARK_PATH && m->element == e && near(m->path.line_width, 0.8));
    CHECK(near(m->path.segments[2].x, 155) && near(m->path.segments[2].y, 220));
    const struct text_mark *t = &s->pages.at[0].marks.at[5].text;
    CHECK_STR("text", t->text, STR("申请"));
    CHECK(near(t->x, 123) && near(t->y, 215) && near(t->style.size, 7) &&
          near(t->width, 7));
    const struct link_mark *l = &s->pages.at[0].marks.at[n].link;
    CHECK_STR("uri", l->uri, STR("https://a.cn/?a=1&b=2"));
    CHECK(near(l->x, 105) && near(l->width, 50) && near(l->height, 15));
    scene_drop(s);
}

TEST(dump_shows_everything)
{
    struct scene *s = chart();
    size_t row = scene_element(s, ROLE_ROW, SCENE_ROOT);
    size_t head = scene_element(s, ROLE_HEADER, row);
    s->elements.at[head].scope = SCOPE_COLUMN;
    s->elements.at[head].rowspan = 2;
    struct text_mark t = {.text = STR("说\"明\n"), .style = {FONT_SONG, 9, black}};
    t.x = -0.001;
    t.tracking = -0.25;
    scene_text(s, 0, head, &t);
    struct link_mark l = {1, 2, 3, 4, STR(""), STR("三")};
    scene_link(s, 0, SCENE_ARTIFACT, &l);
    scene_destination(s, STR("三"), 0, 12.345);
    scene_bookmark(s, STR("一"), 0, 0, 1);
    scene_bookmark(s, STR("二"), 1, 0, 2);
    static const char wanted[] =
        "title \"办事指南\"\nauthor \"\"\nlanguage \"zh-CN\"\ndate \"2020-12-31\"\n"
        "page 1 size 328,120.46\n"
        "    figure 2 title \"参保登记流程图\" alt \"申请，然后<受理>\"\n"
        "      path fill #ffffff stroke #0b5cad 1.6 M10,10 L110,10 L110,40 L10,40 Z\n"
        "      path fill #ffffff stroke #0b5cad 1.6 M10,60 L110,60 L110,90 L10,90 Z\n"
        "      path stroke #0b5cad 1.6 dash long M165,60 L235,60"
        " C243.28,60 250,66.72 250,75 L250,75 C250,83.28 243.28,90 235,90 L165,90"
        " C156.72,90 150,83.28 150,75 L150,75 C150,66.72 156.72,60 165,60 Z\n"
        "      path stroke #0b5cad 1.4 M60,40 L60,60\n"
        "      text 46,30 wide 14 黑体 14 #0b5cad \"申请\"\n"
        "      text 46,80 wide 42 黑体 14 #0b5cad \"A&B<1>\"\n"
        "      link 10,10 size 100,30 uri \"https://a.cn/?a=1&b=2\"\n"
        "      header 4 scope column rows 2\n"
        "        text 0,0 wide 0 宋体 9 tracking -0.25 \"说\\\"明\\n\"\n"
        "    artifact 1\n"
        "      link 1,2 size 3,4 dest \"三\"\n"
        "destination \"三\" page 1 at 12.35\n"
        "bookmark \"一\" page 1 at 1\n"
        "bookmark   \"二\" page 1 at 2\n";
    struct buf out = {0}, again = {0};
    scene_dump(s, &out);
    scene_dump(s, &again);
    CHECK_STR("dump", buf_str(&out), str_of(wanted));
    CHECK_STR("again", buf_str(&again), buf_str(&out));
    buf_drop(&out);
    buf_drop(&again);
    scene_drop(s);
}

TEST(places_to_fill_in_are_kept)
{
    struct scene *s = scene_new(), *to = scene_new();
    scene_page(s, 100, 100);
    scene_page(to, 100, 100);
    char name[] = "法人.姓名";
    struct input_mark text = {.x = 1, .y = 2, .width = 30, .height = 4, .size = 10};
    text.name = text.label = str_of(name);
    struct input_mark check = {
        .kind = INPUT_CHECK, .name = STR("是"), .label = STR("是")};
    text.multiline = true;
    text.align = INPUT_RIGHT;
    scene_input(s, 0, SCENE_ROOT, &text);
    scene_input(s, 0, SCENE_ROOT, &check);
    name[0] = '?'; /* texts are copied */
    scene_place(to, 0, SCENE_ROOT, s, 0, 10, 20, 0.5);
    scene_drop(s);
    struct buf out = {0}, svg = {0};
    scene_dump(to, &out);
    CHECK_STR("dump", buf_str(&out),
              STR("title \"\"\nauthor \"\"\nlanguage \"zh-CN\"\ndate \"\"\n"
                  "page 1 size 100,100\n  document 0\n"
                  "    input 10.5,21 size 15,2 text 5 multiline right"
                  " name \"法人.姓名\" label \"法人.姓名\"\n"
                  "    check 10,20 size 0,0 text 0 name \"是\" label \"是\"\n"));
    scene_svg(to, 0, STR("a"), STR(""), 1, &svg);
    CHECK(!str_has(buf_str(&svg), STR("姓名"))); /* a picture cannot be filled in */
    buf_drop(&out);
    buf_drop(&svg);
    scene_drop(to);
}

TEST(svg_of_a_chart)
{
    struct scene *s = chart();
    struct buf out = {0};
    scene_svg(s, 0, STR("flow-1"), STR(""), 1, &out);
    static const char wanted[] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 328 120.5\" "
        "width=\"328\""
        " role=\"group\" aria-labelledby=\"flow-1-title\" "
        "aria-describedby=\"flow-1-desc\""
        " font-family=\"'Noto Sans CJK SC','PingFang SC','Microsoft "
        "YaHei',sans-serif\">\n"
        "<title id=\"flow-1-title\">参保登记流程图</title>\n"
        "<desc id=\"flow-1-desc\">申请，然后&lt;受理&gt;</desc>\n"
        "<g fill=\"#fff\" stroke=\"#0b5cad\" stroke-width=\"1.6\">\n"
        "<path d=\"M10 10h100v30h-100z\"/>\n"
        "<path d=\"M10 60h100v30h-100z\"/>\n"
        "</g>\n"
        "<g fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"1.6\""
        " stroke-dasharray=\"6.4 4\">\n"
        "<rect x=\"150\" y=\"60\" width=\"100\" height=\"30\" rx=\"15\"/>\n"
        "</g>\n"
        "<g fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"1.4\">\n"
        "<path d=\"M60 40v20\"/>\n"
        "</g>\n"
        "<g font-size=\"14\" fill=\"#0b5cad\">\n"
        "<text x=\"46\" y=\"30\">申请</text>\n"
        "<text x=\"46\" y=\"80\" textLength=\"42\" lengthAdjust=\"spacingAndGlyphs\">"
        "A&amp;B&lt;1&gt;</text>\n"
        "</g>\n"
        "<a href=\"https://a.cn/?a=1&amp;b=2\" aria-label=\"https://a.cn/?a=1&amp;b=2\">"
        "<rect x=\"10\" y=\"10\" width=\"100\" height=\"30\" fill=\"none\""
        " pointer-events=\"all\"/></a>\n"
        "</svg>";
    CHECK_STR("svg", buf_str(&out), str_of(wanted));
    buf_drop(&out);
    scene_drop(s);
}

/* The words of a chart that the page has as a list are not said again. */
TEST(svg_whose_words_stand_elsewhere)
{
    struct scene *s = chart();
    struct buf out = {0};
    scene_svg(s, 0, STR("a"), STR("a\"b"), 1, &out);
    CHECK(str_has(buf_str(&out), STR("aria-labelledby=\"a-title\" "
                                     "aria-details=\"a&quot;b\" font-family=")));
    CHECK(!str_has(buf_str(&out), STR("desc")));
    buf_drop(&out);
    scene_drop(s);
}

/* Steps lead from place to place as written, so errors of rounding do not add up. */
TEST(svg_of_paths)
{
    struct segment crooked[] = {
        {.verb = VERB_MOVE, .x = 0.04, .y = -0.04},
        {.verb = VERB_LINE, .x = 1.07, .y = 2.1},
        {.verb = VERB_LINE, .x = 2.13, .y = 2.1},
        {.verb = VERB_LINE, .x = 3.19, .y = 2.1},
        {.verb = VERB_CLOSE},
        {.verb = VERB_LINE, .x = 5, .y = 0.02},
        {.verb = VERB_CURVE, .x1 = 6, .y1 = 0, .x2 = 7, .y2 = 1, .x = 7, .y = 2},
    };
    struct box box = {10.06, 20, 30, 16};
    struct pen pen = {.fill = &black};
    struct path_mark m = {.segments = crooked, .n = 7, .stroke = true, .line_width = 1};
    struct scene *s = scene_new();
    struct buf out = {0};
    scene_page(s, 100, 100);
    scene_path(s, 0, SCENE_ROOT, &m);
    scene_rect(s, 0, SCENE_ROOT, box, 3, &pen);
    scene_svg(s, 0, STR("a"), STR(""), 1, &out);
    CHECK(str_has(buf_str(&out), STR("<path d=\"M0 0l1.1 2.1h1h1.1zh5c1 0 2 1 2 2\"/>")));
    CHECK(str_has(buf_str(&out), STR("<rect x=\"10.1\" y=\"20\" width=\"30\""
                                     " height=\"16\" rx=\"3\"/>")));
    buf_drop(&out);
    /* one corner moved: no rectangle any more */
    s->pages.at[0].marks.at[1].path.segments[3].x += 1;
    scene_svg(s, 0, STR("a"), STR(""), 1, &out);
    CHECK(!str_has(buf_str(&out), STR("<rect")));
    buf_drop(&out);
    scene_drop(s);
}

TEST(svg_of_all_styles)
{
    struct scene *s = scene_new();
    s->title = STR("标题");
    scene_page(s, 100, 100);
    for (enum font_role role = FONT_SONG; role < FONT_ROLE_COUNT; role++) {
        struct text_mark t = {
            .text = STR("字"), .style = {role, 12, black}, .tracking = 1.5};
        scene_text(s, 0, SCENE_ROOT, &t);
    }
    struct buf out = {0};
    scene_svg(s, 0, STR("a"), STR(""), 1, &out);
    struct str svg = buf_str(&out);
    CHECK(str_has(
        svg, STR("role=\"img\" aria-labelledby=\"a-title\" font-family=\"'Noto Ser")));
    CHECK(!str_has(svg, STR("desc")));
    CHECK(!str_has(svg, STR("style=")));
    CHECK(str_has(svg, STR("letter-spacing=\"1.5\"")));
    CHECK(str_has(svg, STR("<g font-size=\"12\" font-weight=\"700\" fill=\"#000\">")));
    CHECK(str_has(svg, STR("<g font-family=\"'LXGW WenKai','Kaiti SC',KaiTi,serif\"")));
    CHECK(str_has(svg, STR("<g font-family=\"FangSong,")));
    buf_drop(&out);
    scene_drop(s);
}

TEST(svg_leaves_dangerous_links_out)
{
    static const struct {
        const char *uri;
        bool kept;
    } rows[] = {
        {"https://a.cn/", true},
        {"HTTP://a.cn/", true},
        {"mailto:a@b.cn", true},
        {"tel:0731-1", true},
        {"forms/a.html", true},
        {"a/b:c", true},
        {"javascript:alert(1)", false},
        {"data:text/html,x", false},
        {"JaVaScRiPt:0", false},
        {"file:///etc/passwd", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = scene_new();
        scene_page(s, 100, 100);
        struct link_mark l = {1, 2, 3, 4, str_of(rows[i].uri), STR("")};
        scene_link(s, 0, SCENE_ROOT, &l);
        struct buf out = {0};
        scene_svg(s, 0, STR("a"), STR(""), 1, &out);
        if (str_has(buf_str(&out), STR("<a ")) != rows[i].kept)
            CHECK_STR("link", buf_str(&out), str_of(rows[i].uri));
        CHECK(str_has(buf_str(&out),
                      rows[i].kept ? STR("role=\"group\"") : STR("role=\"img\"")));
        buf_drop(&out);
        scene_drop(s);
    }
}

/* Whatever stands in the texts, an XML parser must read the SVG, alone or twice in a page. */
TEST(svg_is_well_formed)
{
    static const char *const texts[] = {
        "<script>alert(1)</script>",
        "a\"b'c&d]]>",
        "\x01\x08\x1F\x7F",
        "\xEF\xBF\xBE\xEF\xBF\xBF",
        "𠮷𫖮\t—……\n",
        "<!-- -- -->",
        "&amp;&#0;",
        "\xED\xA0\x80\xFF",
        "</text></svg>",
    };
    struct buf page = {0};
    const char *why;
    buf_puts(&page, "<html xmlns=\"http://www.w3.org/1999/xhtml\">");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct scene *s = chart();
        s->elements.at[2].title = s->elements.at[2].alt = str_of(texts[i]);
        put(s, 2, NAN, INFINITY, texts[i]);
        struct arena *a = arena_new();
        scene_svg(s, 0, str_print(a, "f%zu", i), STR(""), 1, &page);
        arena_drop(a);
        scene_drop(s);
    }
    buf_puts(&page, "</html>");
    CHECK(!str_has(buf_str(&page), STR("nan")) && !str_has(buf_str(&page), STR("inf")));
    CHECK(dir_make(FOLDER, &why));
    CHECK(file_write(FOLDER "/all.xml", buf_str(&page), &why));
    CHECK(system("xmllint --nonet --noout " FOLDER "/all.xml") == 0);
    CHECK(!str_has(buf_str(&page), STR("<script")));
    buf_drop(&page);
}

/* A booklet of thousands of pages must not carry the room its pages needed to grow. */
TEST(finished_pages_hold_no_spare_room)
{
    struct scene *s = scene_new();
    for (size_t page = 0; page < 5; page++) {
        scene_page(s, 100, 100);
        for (size_t i = 0; i < 9 * page; i++)
            scene_line(s, page, SCENE_ROOT, (double)page, (double)i, 9, 9, 1,
                       (struct color){0, 0, 0});
    }
    for (size_t page = 0; page < 4; page++) {
        const struct page *p = &s->pages.at[page];
        CHECK(p->marks.n == 9 * page && p->marks.cap == p->marks.n);
        for (size_t i = 0; i < p->marks.n; i++)
            CHECK(near(p->marks.at[i].path.segments[0].x, (double)page) &&
                  near(p->marks.at[i].path.segments[0].y, (double)i));
    }
    /* One more on a page that is finished does not touch the others. */
    scene_line(s, 3, SCENE_ROOT, 7, 7, 9, 9, 1, (struct color){0, 0, 0});
    CHECK(s->pages.at[3].marks.n == 28 &&
          near(s->pages.at[3].marks.at[0].path.segments[0].x, 3));
    CHECK(near(s->pages.at[4].marks.at[0].path.segments[0].x, 4));
    scene_drop(s);
}

TEST(fake_fonts_measure_by_columns)
{
    struct fonts *f = fonts_fake();
    CHECK(near(font_width(f, FONT_SONG, 10, STR("申请a1")), 30));
    CHECK(near(font_advance(f, FONT_KAI, 0x20BB7), 1));
    CHECK(near(font_advance(f, FONT_KAI, 0x200B), 0));
    CHECK(near(font_advance(f, FONT_KAI, '\t'), 0.5));
    CHECK(near(font_advance(f, FONT_KAI, 0xFFFFFFFF), 0.5));
    CHECK(near(font_ascent(f, FONT_HEI), 0.88) && near(font_descent(f, FONT_HEI), 0.12));
    CHECK(font_has(f, FONT_SONG, 0x0F56));
    struct font_substitute sub[FONT_ROLE_COUNT];
    CHECK(font_substitutes(f, sub) == 0);
    fonts_drop(f);
    fonts_drop(NULL);
}

int main(void)
{
    RUN(new_scene_has_its_two_elements);
    RUN(texts_are_copied_and_empty_ones_left_out);
    RUN(round_corners_stay_inside_their_box);
    RUN(placing_moves_and_scales_everything);
    RUN(dump_shows_everything);
    RUN(places_to_fill_in_are_kept);
    RUN(svg_of_a_chart);
    RUN(svg_whose_words_stand_elsewhere);
    RUN(svg_of_paths);
    RUN(svg_of_all_styles);
    RUN(svg_leaves_dangerous_links_out);
    RUN(svg_is_well_formed);
    RUN(finished_pages_hold_no_spare_room);
    RUN(fake_fonts_measure_by_columns);
    return runner_end();
}
