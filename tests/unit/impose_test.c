/* Pages on sheets for folding: their order as a bookbinder lays it, every page whole and
 * once, none over another. */
#include "runner.h"

#include "scene/impose.h"

#include <math.h>

static const double WIDTH = 842, HEIGHT = 595;

/* Page numbers from 1, as they stand in the textbook. */
TEST(order_of_the_halves)
{
    static const struct {
        size_t pages, side, left, right;
    } rows[] = {
        {4, 0, 4, 1},   {4, 1, 2, 3}, /* one sheet */
        {8, 0, 8, 1},   {8, 1, 2, 7},   {8, 2, 6, 3},   {8, 3, 4, 5},
        {16, 0, 16, 1}, {16, 1, 2, 15}, {16, 6, 10, 7}, {16, 7, 8, 9},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct halves h = impose_halves(rows[i].pages, rows[i].side);
        CHECK(h.left + 1 == rows[i].left && h.right + 1 == rows[i].right);
    }
}

static struct scene *numbered(size_t pages)
{
    struct scene *s = scene_new();
    for (size_t i = 0; i < pages; i++) {
        bool wide = i % 5 == 3;
        size_t page = scene_page(s, wide ? 842 : 595, wide ? 595 : 842);
        size_t element = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
        struct text_mark t = {.text = str_print(s->arena, "%zu", i + 1),
                              .style = {.font = FONT_SONG, .size = 12},
                              .x = 72,
                              .y = 72,
                              .width = 12};
        scene_text(s, page, element, &t);
        struct link_mark l = {.width = 9, .height = 9, .uri = STR("https://a.cn")};
        scene_link(s, page, element, &l);
        scene_destination(s, t.text, page, 0);
        scene_bookmark(s, t.text, 0, page, 0);
    }
    return s;
}

/* The page that is set into a place of a sheet; its text is its number. */
static size_t number_in(const struct page *sheet, size_t inset)
{
    size_t number = 0;
    struct str text = sheet->marks.at[sheet->insets.at[inset].first].text.text;
    for (size_t i = 0; i < text.n; i++)
        number = number * 10 + (size_t)(text.s[i] - '0');
    return number;
}

TEST(every_page_is_there_once_and_whole)
{
    for (size_t pages = 1; pages <= 41; pages++) {
        struct scene *s = numbered(pages);
        size_t seen[64] = {0};
        impose_fold(s, WIDTH, HEIGHT);
        CHECK(s->pages.n == (pages + 3) / 4 * 2);
        CHECK(s->destinations.n == 0 && s->bookmarks.n == pages);
        for (size_t i = 0; i < pages; i++) {
            struct halves h = impose_halves(s->pages.n * 2, s->bookmarks.at[i].page);
            CHECK(h.left == i || h.right == i);
        }
        for (size_t p = 0; p < s->pages.n; p++) {
            const struct page *sheet = &s->pages.at[p];
            CHECK(sheet->marks.n == sheet->insets.n); /* the links are gone */
            for (size_t i = 0; i < sheet->insets.n; i++) {
                const struct inset *in = &sheet->insets.at[i];
                size_t number = number_in(sheet, i);
                struct halves h = impose_halves(s->pages.n * 2, p);
                bool left = h.left + 1 == number;
                double wide = (in->turned ? in->height : in->width) * in->scale;
                double high = (in->turned ? in->width : in->height) * in->scale;
                CHECK(left || h.right + 1 == number);
                CHECK(in->turned == (number % 5 == 4));
                CHECK(in->x >= (left ? 0 : WIDTH / 2) - 0.01);
                CHECK(in->x + wide <= (left ? WIDTH / 2 : WIDTH) + 0.01);
                CHECK(in->y >= -0.01 && in->y + high <= HEIGHT + 0.01);
                CHECK(in->scale > 0.7);
                seen[number]++;
            }
        }
        for (size_t i = 1; i <= pages; i++)
            CHECK(seen[i] == 1);
        scene_drop(s);
    }
}

int main(void)
{
    RUN(order_of_the_halves);
    RUN(every_page_is_there_once_and_whole);
    return runner_end();
}
