/* The handout as a scene, with the fake fonts: always one page, nothing outside or over
 * another, nothing lost without a word. */
#include "runner.h"

#include "kit_print.h"
#include "booklet_model.h"
#include "catalog/derive.h"
#include "layout/handout.h"
#include "layout/web_address.h"

#include <math.h>
#include <stdlib.h>

static struct arena *arena, *styles;
static struct typesetter *setter;
static const struct print_style *style;
static struct diag *diag;

static struct scene *sheet(const struct catalog *c, size_t service, struct str folder)
{
    const struct item *item = &c->groups.at[0].items.at[0];
    struct handout_subject of = {.catalog = c,
                                 .item = item,
                                 .service =
                                     service ? &item->services.at[service - 1] : NULL,
                                 .folder = folder,
                                 .guide_page = 12};
    return handout_scene(&of, setter, style, diag);
}

static struct str text_of(const struct scene *s)
{
    return kit_page_text(arena, s, 0, "");
}

static struct item *one_item(struct catalog *c)
{
    struct group *g = model_group(c, STR("一、"), STR(""), STR("参保"));
    return model_item(arena, g, STR("1"), STR("002036001001"), STR("单位参保登记"));
}

static void put(struct item *i, enum field_id id, const char *no, struct str text)
{
    model_entry(arena, model_open(i, id), str_of(no), STR(""), text);
}

/* The squares to tick: closed paths of five segments as wide as high, not filled. */
static size_t count_ticks(const struct scene *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++) {
        const struct mark *m = &s->pages.at[0].marks.at[i];
        if (m->kind != MARK_PATH || m->path.n != 5 || m->path.fill)
            continue;
        const struct segment *at = m->path.segments;
        n += fabs(at[1].x - at[0].x - (at[2].y - at[1].y)) < 0.01;
    }
    return n;
}

static size_t count_marks(const struct scene *s, struct str text)
{
    size_t n = 0;
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++)
        n += s->pages.at[0].marks.at[i].kind == MARK_TEXT &&
             str_eq(s->pages.at[0].marks.at[i].text.text, text);
    return n;
}

/* One page; every text inside the margins; none over another. */
static void check_sheet(const struct scene *s)
{
    CHECK(s->pages.n == 1);
    const struct page *page = &s->pages.at[0];
    const struct page_frame *f = &style->page;
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct text_mark *t = &page->marks.at[i].text;
        if (page->marks.at[i].kind != MARK_TEXT)
            continue;
        CHECK(t->x >= f->left - 0.01 && t->x + t->width <= f->width - f->right + 0.01);
        CHECK(t->y - 0.88 * t->style.size >= f->top && t->y <= frame_end(f));
        CHECK(t->style.size >= 7.5);
        for (size_t k = i + 1; k < page->marks.n; k++) {
            const struct text_mark *o = &page->marks.at[k].text;
            bool apart =
                page->marks.at[k].kind != MARK_TEXT || o->x >= t->x + t->width - 0.05 ||
                t->x >= o->x + o->width - 0.05 ||
                o->y - 0.88 * o->style.size >= t->y + 0.12 * t->style.size - 0.05 ||
                t->y - 0.88 * t->style.size >= o->y + 0.12 * o->style.size - 0.05;
            if (!apart)
                printf("«%.*s» meets «%.*s»\n", STR_ARG(t->text), STR_ARG(o->text));
            CHECK(apart);
        }
    }
}

TEST(what_the_source_has_is_told_in_order)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = one_item(c);
    put(i, FIELD_MATERIALS, "1.", STR("身份证件；"));
    put(i, FIELD_MATERIALS, "2.", STR("登记表。"));
    put(i, FIELD_LIMIT, "", STR("5个工作日"));
    put(i, FIELD_EVALUATION, "", STR("好评"));
    model_process(arena, i, 4);
    struct scene *s = sheet(c, 0, STR(""));
    struct str text = text_of(s);
    check_sheet(s);
    CHECK(str_has(text, STR("一次性告知单单位参保登记事项编码　002036001001"
                            "多久办好5个工作日要带的材料1.身份证件；2.登记表。"
                            "怎么办1 申请　→　2 受理")));
    CHECK(str_has(text, STR("（样医保〔2020〕3号，2020年12月28日）")));
    CHECK(str_has(text, STR("领取人：")));
    CHECK(!str_has(text, STR("谁可以办")) && !str_has(text, STR("监督电话")));
    CHECK(!str_has(text, STR("扫码")) && !str_has(text, STR("网页")));
    CHECK(count_ticks(s) == 2);
    CHECK(diag_total(diag) == 0);
    scene_drop(s);
}

TEST(services_fall_back_to_their_item)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = one_item(c);
    struct group below = {0};
    struct item *a = model_item(arena, &below, STR("7"), STR("c-7"), STR("在职"));
    put(a, FIELD_LIMIT, "", STR("3日"));
    model_item(arena, &below, STR("8"), STR(""), STR("退休"));
    i->services = below.items;
    CHECK(!handout_wanted(i, NULL));
    CHECK(handout_wanted(i, &i->services.at[0]) &&
          !handout_wanted(i, &i->services.at[1]));
    put(i, FIELD_LIMIT, "", STR("5日"));
    CHECK(handout_wanted(i, NULL) && handout_wanted(i, &i->services.at[1]));
    struct scene *s = sheet(c, 1, STR("https://a.cn/x"));
    CHECK(str_has(text_of(s), STR("在职所属事项：单位参保登记业务办理项编码　c-7")));
    CHECK(str_has(text_of(s), STR("3日")) && !str_has(text_of(s), STR("5日")));
    CHECK(str_has(text_of(s), STR("https://a.cn/x/002036001001-1.html#s7")));
    check_sheet(s);
    scene_drop(s);
    s = sheet(c, 2, STR(""));
    CHECK(str_has(text_of(s), STR("退休所属事项：单位参保登记事项编码　002036001001")));
    CHECK(str_has(text_of(s), STR("5日")));
    scene_drop(s);
}

/* Smaller letters first, nothing left out. */
/* Wherever the line ends, a step is whole and no arrow hangs behind the last one of a line. */
TEST(steps_stay_whole)
{
    for (size_t first = 1; first < 12; first++) {
        struct catalog *c = model_catalog(arena);
        struct item *i = one_item(c);
        *vec_push(arena, &i->steps) = kit_repeated(arena, "登", first);
        for (size_t k = 0; k < 9; k++)
            *vec_push(arena, &i->steps) = STR("签署服务协议");
        struct scene *s = sheet(c, 0, STR(""));
        CHECK(count_marks(s, STR("签署服务协议")) == 9);
        for (size_t k = 0; k < s->pages.at[0].marks.n; k++) {
            const struct mark *m = &s->pages.at[0].marks.at[k];
            CHECK(m->kind != MARK_TEXT || !str_ends(str_trim(m->text.text), STR("→")));
        }
        CHECK(str_has(text_of(s), STR("→")));
        check_sheet(s);
        scene_drop(s);
    }
}

/* The gaps beside the arrows shrink before one step goes to a line of its own. */
TEST(arrows_stand_nearer_before_a_line_is_begun)
{
    size_t wide = 0, near = 0, lines = 0;
    for (size_t last = 1; last < 12; last++) {
        struct catalog *c = model_catalog(arena);
        struct item *i = one_item(c);
        for (size_t k = 0; k < 5; k++)
            *vec_push(arena, &i->steps) = STR("审核");
        *vec_push(arena, &i->steps) = kit_repeated(arena, "登", last);
        struct scene *s = sheet(c, 0, STR(""));
        struct str text = text_of(s);
        wide += str_has(text, STR("　→　6 登"));
        near += str_has(text, STR("审核 → 6 登")) || str_has(text, STR("审核  →  6 登"));
        lines += str_has(text, STR("审核→　6 登"));
        CHECK(wide + near + lines == last);
        check_sheet(s);
        scene_drop(s);
    }
    CHECK(wide > 0 && near > 0 && lines > 0);
}

TEST(full_sheets_get_smaller_letters)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = one_item(c);
    for (size_t n = 1; n <= 40; n++)
        put(i, FIELD_MATERIALS, str_print(arena, "%zu.", n).s, STR("有效身份证件；"));
    struct scene *s = sheet(c, 0, STR(""));
    check_sheet(s);
    CHECK(count_ticks(s) == 40);
    CHECK(!str_has(text_of(s), STR("……")));
    CHECK(diag_total(diag) == 0);
    scene_drop(s);
}

/* The longest field is shortened, says so, and is told; the others are whole. */
TEST(too_much_is_shortened_with_a_word)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = one_item(c);
    for (size_t n = 1; n <= 90; n++)
        put(i, FIELD_MATERIALS, "", STR("有效身份证件；"));
    for (size_t n = 1; n <= 3; n++)
        put(i, FIELD_NOTES, "", str_print(arena, "备注%zu。", n));
    struct scene *s = sheet(c, 0, STR("https://a.cn/x"));
    check_sheet(s);
    size_t ticks = count_ticks(s);
    CHECK(ticks > 30 && ticks < 90);
    CHECK(str_has(text_of(s),
                  str_print(arena,
                            "…… 共 90 项，这里印了 %zu 项，其余见《办事指南》第 12 页，"
                            "或网页（扫右上角的二维码）备注备注1。备注2。备注3。",
                            ticks)));
    CHECK(diag_total(diag) == 1);
    CHECK_STR("id", diag_problem(diag, 0)->id, STR("handout-cut"));
    CHECK(str_has(diag_problem(diag, 0)->message, STR("共 90 项")));
    scene_drop(s);
}

TEST(one_text_longer_than_the_sheet)
{
    struct catalog *c = model_catalog(arena);
    struct item *i = one_item(c);
    put(i, FIELD_MATERIALS, "", kit_repeated(arena, "申请材料、", 1000));
    put(i, FIELD_NOTES, "", kit_repeated(arena, "Donaudampfschifffahrt", 100));
    i->field[FIELD_TITLE] = model_text(arena, kit_repeated(arena, "长标题", 200));
    struct scene *s = sheet(c, 0, STR("https://a.cn/x"));
    check_sheet(s);
    CHECK(str_has(text_of(s), STR("全文见《办事指南》第 12 页")));
    CHECK(diag_total(diag) > 0);
    scene_drop(s);
}

/* Any mixture of long and short fields. */
TEST(any_item_fits_on_one_page)
{
    srand(5);
    for (size_t n = 0; n < 60; n++) {
        struct catalog *c = model_catalog(arena);
        struct item *i = one_item(c);
        for (int f = 1; f < FIELD_COUNT; f++)
            for (int k = rand() % 9; k > 0; k--)
                put(i, (enum field_id)f, rand() % 2 ? str_print(arena, "%d.", k).s : "",
                    kit_repeated(arena, "身份证（复印件）、", (size_t)(rand() % 40)));
        struct scene *s = sheet(c, 0, rand() % 2 ? STR("https://a.cn/x") : STR(""));
        check_sheet(s);
        CHECK(str_has(text_of(s), STR("领取人：")));
        scene_drop(s);
    }
}

TEST(addresses_are_those_of_the_pages)
{
    CHECK_STR("site", web_folder(arena, STR("https://a.cn/ybj"), STR("x")),
              STR("https://a.cn/ybj/x"));
    CHECK_STR("no site", web_folder(arena, STR(""), STR("x")), STR(""));
    struct item services[] = {
        {.seq = STR("（1）")}, {.seq = STR("2")}, {.seq = STR("2")}};
    struct item item = {.stem = STR("c-1.2")};
    item.services.at = services;
    item.services.n = 3;
    static const char *const pages[] = {"f/c-1.2.html#s%EF%BC%881%EF%BC%89",
                                        "f/c-1.2.html#s2", "f/c-1.2.html#service-3"};
    static const char *const stems[] = {"service-1", "s2", "service-3"};
    for (size_t i = 0; i < 3; i++) {
        CHECK_STR(pages[i], web_page(arena, STR("f"), &item, &services[i]),
                  str_of(pages[i]));
        CHECK_STR(stems[i], service_stem(arena, &item, &services[i]), str_of(stems[i]));
    }
    CHECK_STR("item", web_page(arena, STR("f"), &item, NULL), STR("f/c-1.2.html"));
    CHECK_STR("none", web_page(arena, STR(""), &item, NULL), STR(""));
}

static void run(const char *name, void (*test)(void))
{
    arena = arena_new();
    diag = diag_new();
    runner_run(name, test);
    diag_drop(diag);
    arena_drop(arena);
}
#undef RUN
#define RUN(name) run(#name, name)

int main(void)
{
    styles = arena_new();
    diag = diag_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_style(styles, "handout", handout_needs());
    diag_drop(diag); /* each test has its own */
    if (setter) {
        RUN(what_the_source_has_is_told_in_order);
        RUN(services_fall_back_to_their_item);
        RUN(steps_stay_whole);
        RUN(arrows_stand_nearer_before_a_line_is_begun);
        RUN(full_sheets_get_smaller_letters);
        RUN(too_much_is_shortened_with_a_word);
        RUN(one_text_longer_than_the_sheet);
        RUN(any_item_fits_on_one_page);
        RUN(addresses_are_those_of_the_pages);
    } else {
        runner_failed++;
    }
    typesetter_drop(setter);
    fonts_drop(fonts);
    arena_drop(styles);
    return runner_end();
}
