/* Charts cut into parts: nothing is lost, nothing stands outside, each cut line goes on. */
#include "runner.h"

#include "flow_graphs.h"
#include "layout/flow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GRAPHS = 150, MOST = 700 };

struct bench {
    struct diag *d;
    struct fonts *fonts;
    struct typesetter *t;
};

static struct scene *cut(const struct bench *b, const struct flow *f)
{
    struct flow_sheets sheets = {.most = MOST,
                                 .page = 5,
                                 .onward = STR("接第 {n} 页"),
                                 .from = STR("承第 {n} 页"),
                                 .before = STR("承上页")};
    return flow_sheets(b->t, f, &sheets);
}

/* All text of the page, without blanks. */
static struct str text_of(struct arena *a, const struct scene *s, size_t page)
{
    struct buf b = {0};
    for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
        const struct mark *m = &s->pages.at[page].marks.at[i];
        for (size_t k = 0; m->kind == MARK_TEXT && k < m->text.text.n; k++)
            if (m->text.text.s[k] != ' ')
                buf_char(&b, m->text.text.s[k]);
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static size_t count(struct str text, struct str what)
{
    size_t n = 0, at;
    while ((at = str_find(text, what)) != STR_NONE) {
        n++;
        text = str_from(text, at + what.n);
    }
    return n;
}

static bool inside(const struct page *page, double x, double y)
{
    return x >= -0.01 && y >= -0.01 && x <= page->width + 0.01 &&
           y <= page->height + 0.01;
}

static bool all_inside(const struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            const struct page *page = &s->pages.at[p];
            if (m->kind == MARK_TEXT && (!inside(page, m->text.x, m->text.y) ||
                                         !inside(page, m->text.x + m->text.width, 0)))
                return false;
            for (size_t k = 0; m->kind == MARK_PATH && k < m->path.n; k++)
                if (!inside(page, m->path.segments[k].x, m->path.segments[k].y))
                    return false;
        }
    return true;
}

/* Nodes carry names that are told apart: 甲7甲. */
static void name_nodes(struct arena *a, struct flow *f)
{
    for (size_t i = 0; i < f->nodes.n; i++)
        f->nodes.at[i].text = str_print(a, "甲%zu甲", i);
}

TEST(every_box_stands_on_one_part)
{
    struct bench b = {.d = diag_new(), .fonts = fonts_fake()};
    b.t = typesetter_new(b.fonts, b.d);
    for (uint64_t seed = 0; seed < GRAPHS; seed++) {
        struct arena *a = arena_new();
        uint64_t s = seed;
        enum graph_kind kind = (enum graph_kind)(seed % GRAPH_KINDS);
        /* The gutters of large dense graphs alone are higher than a page. */
        uint32_t most = kind == GRAPH_DENSE ? 9 : seed % 10 ? 40 : 199;
        struct flow f = graph_flow(a, &s, kind, 2 + dice(&s, most));
        name_nodes(a, &f);
        struct scene *parts = cut(&b, &f);
        size_t bad = 0;
        for (size_t i = 0; i < f.nodes.n; i++) {
            size_t n = 0;
            for (size_t p = 0; p < parts->pages.n; p++)
                n += count(text_of(a, parts, p), f.nodes.at[i].text);
            bad += n != 1;
        }
        for (size_t p = 0; p < parts->pages.n; p++)
            bad += parts->pages.at[p].height > MOST + 0.01;
        if (bad || !all_inside(parts))
            printf("seed %lu: %zu bad, %d\n", (unsigned long)seed, bad,
                   all_inside(parts));
        CHECK(bad == 0 && all_inside(parts));
        scene_drop(parts);
        arena_drop(a);
    }
    typesetter_drop(b.t);
    fonts_drop(b.fonts);
    diag_drop(b.d);
}

/* A chain with one way back over two cuts. */
TEST(cut_lines_say_where_they_go_on)
{
    struct bench b = {.d = diag_new(), .fonts = fonts_fake()};
    b.t = typesetter_new(b.fonts, b.d);
    struct arena *a = arena_new();
    struct flow f = {.source = FLOW_PUBLISHED};
    for (size_t i = 0; i < 30; i++) {
        struct flow_node *n = vec_push(a, &f.nodes);
        n->id = str_print(a, "n%zu", i);
        n->kind = i ? NODE_STEP : NODE_START;
        if (i)
            *(struct flow_edge *)vec_push(a, &f.edges) =
                (struct flow_edge){.from = f.nodes.at[i - 1].id, .to = n->id};
    }
    name_nodes(a, &f);
    struct scene *s = cut(&b, &f);
    CHECK(s->pages.n == 3);
    CHECK(str_has(text_of(a, s, 0), STR("①接第6页")));
    CHECK(str_has(text_of(a, s, 1), STR("①承上页")));
    CHECK(str_has(text_of(a, s, 1), STR("②接第7页")));
    CHECK(str_has(text_of(a, s, 2), STR("②承上页")));
    scene_drop(s);
    *(struct flow_edge *)vec_push(a, &f.edges) =
        (struct flow_edge){.from = f.nodes.at[28].id, .to = f.nodes.at[1].id};
    s = cut(&b, &f);
    CHECK(str_has(text_of(a, s, 0), STR("承第6页")));
    CHECK(str_has(text_of(a, s, 1), STR("接第5页")));
    CHECK(str_has(text_of(a, s, 1), STR("承第7页")));
    CHECK(str_has(text_of(a, s, 2), STR("接第6页")));
    scene_drop(s);
    arena_drop(a);
    typesetter_drop(b.t);
    fonts_drop(b.fonts);
    diag_drop(b.d);
}

static struct box around(const struct text_mark *t)
{
    return (struct box){t->x, t->y - 0.8 * t->style.size, t->width, t->style.size};
}

static bool texts_overlap(const struct page *page)
{
    for (size_t i = 0; i < page->marks.n; i++)
        for (size_t k = 0; k < i; k++) {
            const struct mark *m = &page->marks.at[i], *o = &page->marks.at[k];
            if (m->kind != MARK_TEXT || o->kind != MARK_TEXT)
                continue;
            struct box a = around(&m->text), b = around(&o->text);
            if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
                b.y < a.y + a.height)
                return true;
        }
    return false;
}

/* A label as long as a paragraph ran out of its part at the top, over what stood there. */
TEST(long_labels_stay_in_their_part)
{
    struct bench b = {.d = diag_new(), .fonts = fonts_fake()};
    b.t = typesetter_new(b.fonts, b.d);
    static const char *const edges[] = {"01", "12", "23", "30", "24", "45", "56"};
    static const enum node_kind kinds[] = {NODE_START,  NODE_STEP, NODE_DECISION,
                                           NODE_RETURN, NODE_STEP, NODE_STEP,
                                           NODE_END};
    for (size_t length = 100; length <= 900; length += 200) {
        struct arena *a = arena_new();
        struct flow f = {.source = FLOW_PUBLISHED};
        for (size_t i = 0; i < 7; i++)
            *(struct flow_node *)vec_push(a, &f.nodes) =
                (struct flow_node){.id = str_print(a, "%zu", i), .kind = kinds[i]};
        name_nodes(a, &f);
        struct buf label = {0};
        for (size_t i = 0; i < length; i++)
            buf_puts(&label, "告");
        for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
            *(struct flow_edge *)vec_push(a, &f.edges) =
                (struct flow_edge){.from = str_slice(str_of(edges[i]), 0, 1),
                                   .to = str_from(str_of(edges[i]), 1),
                                   .label = i == 2 ? buf_str(&label) : STR("")};
        struct flow_sheets sheets = {.most = 420,
                                     .page = 5,
                                     .onward = STR("接第 {n} 页"),
                                     .from = STR("承第 {n} 页"),
                                     .before = STR("承上页")};
        struct scene *s = flow_sheets(b.t, &f, &sheets);
        size_t shown = 0;
        for (size_t p = 0; p < s->pages.n; p++) {
            const struct page *page = &s->pages.at[p];
            shown += count(text_of(a, s, p), STR("告"));
            CHECK(!texts_overlap(page));
            for (size_t i = 0; i < page->marks.n; i++)
                CHECK(page->marks.at[i].kind != MARK_TEXT ||
                      around(&page->marks.at[i].text).y >= 0);
        }
        CHECK(shown == length && all_inside(s));
        scene_drop(s);
        buf_drop(&label);
        arena_drop(a);
    }
    typesetter_drop(b.t);
    fonts_drop(b.fonts);
    diag_drop(b.d);
}

int main(void)
{
    RUN(every_box_stands_on_one_part);
    RUN(cut_lines_say_where_they_go_on);
    RUN(long_labels_stay_in_their_part);
    return runner_end();
}
