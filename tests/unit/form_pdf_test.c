/* The forms of 沅江 as PDF with the real fonts, read back with poppler: each on one sheet,
 * all of its text there and nothing else, rows high enough to write in. The files stay in
 * build/tests/forms for a look. */
#include "runner.h"

#include "kit_print.h"
#include "catalog/form.h"
#include "catalog/load.h"
#include "form_kit.h"
#include "layout/form.h"

#include <math.h>
#include <stdlib.h>

#define FOLDER "build/tests/forms"

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct typesetter *setter;
static const struct print_style *style;
static struct catalog *catalog;

static struct scene *scene_of(const struct form *f)
{
    return form_scene(catalog, f, setter, style, diag);
}

TEST(each_stands_on_one_sheet)
{
    for (size_t i = 0; i < catalog->forms.n; i++) {
        const struct form *f = &catalog->forms.at[i];
        struct scene *s = scene_of(f);
        CHECK(s && s->pages.n == 1);
        if (s) {
            const struct page *page = &s->pages.at[0];
            CHECK((page->width > page->height) == f->landscape);
            CHECK(s->title.n > 0);
        }
        scene_drop(s);
    }
}

/* No mark may stand outside the type area. */
TEST(nothing_sticks_out)
{
    for (size_t i = 0; i < catalog->forms.n; i++) {
        struct scene *s = scene_of(&catalog->forms.at[i]);
        struct page_frame frame =
            form_frame(&catalog->forms.at[i], style, setter, style->pages.n);
        const struct page *page = &s->pages.at[0];
        for (size_t k = 0; k < page->marks.n; k++) {
            const struct mark *m = &page->marks.at[k];
            if (m->kind != MARK_TEXT)
                continue;
            bool inside = m->text.x > frame.left - 0.1 &&
                          m->text.x + m->text.width < frame.width - frame.right + 0.1 &&
                          m->text.y > frame.top && m->text.y < frame_end(&frame) + 0.1;
            if (!inside)
                printf("%.*s: %.*s\n", STR_ARG(s->title), STR_ARG(m->text.text));
            CHECK(inside);
        }
        scene_drop(s);
    }
}

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* A hand needs 8 mm: the lines across a form are never nearer than that. */
TEST(rows_are_high_enough_to_write_in)
{
    static const double least = 8 * 72 / 25.4;
    for (size_t i = 0; i < catalog->forms.n; i++) {
        struct scene *s = scene_of(&catalog->forms.at[i]);
        VEC(double) y = {0};
        for (size_t k = 0; k < s->pages.at[0].marks.n; k++) {
            const struct mark *m = &s->pages.at[0].marks.at[k];
            if (m->kind == MARK_PATH && m->path.n == 2 &&
                fabs(m->path.segments[0].y - m->path.segments[1].y) < 0.01)
                *(double *)vec_push(arena, &y) = m->path.segments[0].y;
        }
        CHECK(y.n > 0 || catalog->forms.at[i].rows.n == 0);
        if (y.n)
            qsort(y.at, y.n, sizeof *y.at, by_number);
        for (size_t k = 1; k < y.n; k++) {
            double gap = y.at[k] - y.at[k - 1];
            if (gap > 0.01 && gap < least)
                printf("%.*s: a row of %.1f mm\n", STR_ARG(s->title), gap * 25.4 / 72);
            CHECK(gap <= 0.01 || gap >= least);
        }
        scene_drop(s);
    }
}

/* In the order of the page's marks, which is the order of reading. */
static void check_text(const struct form *f)
{
    struct buf got = {0}, wanted = {0};
    struct str path = str_print(arena, FOLDER "/%.*s.pdf", STR_ARG(f->id));
    struct scene *s = scene_of(f);
    CHECK(kit_pdf(path.s, s, fonts, diag));
    kit_put_form(&wanted, f, false);
    struct str command = str_print(arena, "pdftotext -raw -enc UTF-8 %s -", path.s);
    kit_put_inked(&got, kit_output(arena, command.s), false);
    CHECK_STR(path.s, buf_str(&got), buf_str(&wanted));
    CHECK(got.n > 0);
    scene_drop(s);
    buf_drop(&got);
    buf_drop(&wanted);
}

TEST(all_text_comes_back_and_nothing_else)
{
    for (size_t i = 0; i < catalog->forms.n; i++)
        check_text(&catalog->forms.at[i]);
}

static bool open_all(void)
{
    fonts = kit_fonts(diag);
    setter = fonts ? typesetter_new(fonts, diag) : NULL;
    style = kit_style(arena, "form", form_needs());
    catalog = catalog_load(STR("catalogs/yuanjiang"), STR("catalogs/yuanjiang"), diag);
    return setter && catalog;
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    if (open_all()) {
        RUN(each_stands_on_one_sheet);
        RUN(nothing_sticks_out);
        RUN(rows_are_high_enough_to_write_in);
        RUN(all_text_comes_back_and_nothing_else);
    }
    if (kit_problems(diag) || !catalog)
        runner_failed++;
    catalog_drop(catalog);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
