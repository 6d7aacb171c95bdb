/* The booklet of 沅江 as a PDF with the real fonts, read back with poppler and qpdf: its
 * fields, contents, structure, fonts and size. The file stays in build/tests/booklet for a
 * look. */
#include "runner.h"

#include "kit_print.h"
#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/notice.h"
#include "scene/impose.h"
#include "scene/scene_pdf.h"

#include <stdlib.h>
#include <string.h>

#define FOLDER "build/tests/booklet"
#define GUIDE FOLDER "/guide.pdf"

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static struct booklet_style style;
static struct diag *diag;
static struct catalog *catalog;
static size_t pages;

static struct buf guide_pdf(void)
{
    struct buf out = {0};
    struct scene *s = booklet_scene(catalog, setter, &style, diag);
    pages = s->pages.n;
    CHECK(scene_pdf(s, fonts, diag, &out));
    scene_drop(s);
    return out;
}

/* All text of the pages, running heads and page numbers cropped off. */
static struct str body_text(void)
{
    struct box box = booklet_body(style.guide);
    struct str command = str_print(
        arena, "pdftotext -layout -enc UTF-8 -x %.0f -y %.0f -W %.0f -H %.0f %s -", box.x,
        box.y, box.width, box.height, GUIDE);
    return kit_ink(arena, kit_output(arena, command.s));
}

static const struct {
    enum field_id id;
    const char *no, *name;
} fields[] = {
    {FIELD_TITLE, "（一）", "事项名称"},       {FIELD_AGENCY, "（二）", "受理单位"},
    {FIELD_AUDIENCE, "（三）", "服务对象"},    {FIELD_CHANNELS, "（四）", "办理渠道"},
    {FIELD_PROCESS, "（五）", "办理流程"},     {FIELD_MATERIALS, "（六）", "办理材料"},
    {FIELD_LIMIT, "（七）", "办理时限"},       {FIELD_INQUIRY, "（八）", "查询方式"},
    {FIELD_SUPERVISION, "（九）", "监督电话"}, {FIELD_EVALUATION, "（十）", "评价渠道"},
};
enum { FIELDS = sizeof fields / sizeof *fields };

/* Number, name and text of a field as they must stand together. */
static struct str field_words(const struct item *item, size_t i)
{
    const struct field *f = item_field(item, fields[i].id);
    struct buf b = {0};
    kit_put_ink(&b, f->no.n ? f->no : str_of(fields[i].no));
    kit_put_ink(&b, str_of(fields[i].name));
    kit_put_ink(&b, field_printed(arena, f));
    struct str words = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return words;
}

/* Finds the words behind `*at`, directly behind it when `close`; moves it behind them. */
static bool pass(struct str text, size_t *at, struct str words, bool close)
{
    size_t found = str_find(str_from(text, *at), words);
    if (found == STR_NONE || (close && found > 0)) {
        printf("not there%s: %.*s\n  but: %.*s\n", close ? " at once" : "",
               STR_ARG(words), STR_ARG(str_slice(text, *at, *at + 120)));
        return false;
    }
    *at += found + words.n;
    return true;
}

/* With -layout, as a reader copies it: each field of each item stands together, one behind
 * the other (fidelity_pdf_test.c asks in the order of painting, of all documents). */
TEST(every_field_is_printed_whole_and_in_order)
{
    struct str text = body_text();
    size_t at = 0, items = 0, filled = 0;
    for (size_t g = 0; g < catalog->groups.n; g++)
        for (size_t i = 0; i < catalog->groups.at[g].items.n; i++, items++) {
            const struct item *item = &catalog->groups.at[g].items.at[i];
            struct str title = field_text(item_field(item, FIELD_TITLE));
            /* The heading is the one that field （一） follows at once. */
            struct str head =
                kit_ink(arena, str_print(arena, "%.*s%.*s%.*s%.*s", STR_ARG(item->seq),
                                         STR_ARG(title), STR_ARG(item->code),
                                         STR_ARG(field_words(item, 0))));
            bool good = pass(text, &at, head, false);
            filled += good;
            for (size_t f = 1; f < FIELDS; f++) {
                if (field_empty(item_field(item, fields[f].id)))
                    continue;
                good = pass(text, &at, field_words(item, f), true);
                CHECK(good);
                filled += good;
            }
        }
    CHECK(items == 33);
    CHECK(filled == 328);
}

/* The number the contents print for an item is the one at the foot of its page. */
TEST(contents_tell_the_right_pages)
{
    struct str item =
        kit_ink(arena, kit_output(arena, "pdftotext -f 4 -l 4 -layout " GUIDE " -"));
    size_t at = str_find(item, STR("二、职工参保登记"));
    CHECK(at != STR_NONE);
    struct str rest = str_from(item, at + strlen("二、职工参保登记"));
    while (str_starts(rest, STR(".")))
        rest = str_from(rest, 1);
    int number = atoi(str_copy(arena, str_slice(rest, 0, 1)).s);
    CHECK(number > 3);
    struct str command = str_print(arena, "pdftotext -f %d -l %d -layout %s -",
                                   number + 2, number + 2, GUIDE);
    struct str page = kit_ink(arena, kit_output(arena, command.s));
    CHECK(str_has(page, STR("二、职工参保登记002036001002")));
    CHECK(str_ends(page, kit_ink(arena, str_print(arena, "— %d —", number))));
}

/* Where a link to a form on the same line leads: the page, or STR_NONE. */
static size_t linked_page(const struct scene *s, const struct page *page, double y)
{
    static const struct str prefix = STR_INIT("form-");
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind != MARK_LINK || !str_starts(m->link.dest, prefix) || y < m->link.y ||
            y > m->link.y + m->link.height)
            continue;
        for (size_t k = 0; k < s->destinations.n; k++)
            if (str_eq(s->destinations.at[k].name, m->link.dest))
                return s->destinations.at[k].page;
    }
    return STR_NONE;
}

/* （见第 12 页） stands behind each material that names a form, for the eye only, and leads to
 * the page with that number: the item's own printing or one near it. Page 1 lies behind the
 * cover, whose back is empty. */
TEST(materials_tell_the_pages_of_their_forms)
{
    static const struct str begin = STR_INIT("（见第 ");
    struct scene *s = booklet_scene(catalog, setter, &style, diag);
    size_t notes = 0;
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind != MARK_TEXT || !str_starts(m->text.text, begin))
                continue;
            struct str number = str_copy(arena, str_from(m->text.text, begin.n));
            size_t page = linked_page(s, &s->pages.at[p], m->text.y);
            CHECK(m->text.aside);
            CHECK(page != STR_NONE && page == (size_t)atoi(number.s) + 1);
            CHECK(page + 4 > p && page < p + 4);
            notes++;
        }
    CHECK(notes == 21);
    scene_drop(s);
}

/* Forms stand behind their item in the order of print; wide ones on pages that are wide. */
TEST(forms_follow_their_items)
{
    struct str text = kit_ink(arena, kit_output(arena, "pdftotext -layout " GUIDE " -"));
    size_t at = str_find(text, STR("二、职工参保登记002036001002"));
    size_t form = str_find(text, STR("沅江市职工基本医疗保险参保登记表单位名称"));
    size_t next = str_find(text, STR("三、城乡居民参保登记002036001003"));
    CHECK(at < form && form < next && next != STR_NONE);
    struct str sizes =
        kit_output(arena, "pdfinfo -f 1 -l 999 " GUIDE " | grep -c '841.89 x 595'");
    CHECK(atoi(str_copy(arena, sizes).s) == 9);
}

TEST(structure_is_sound)
{
    CHECK(str_has(kit_output(arena, "qpdf --check " GUIDE " 2>&1"), STR("No syntax")));
    struct str info = kit_output(arena, "pdfinfo " GUIDE);
    CHECK(str_has(info, STR("沅江市医疗保障经办政务服务事项办事指南")));
    CHECK(str_has(info, str_print(arena, "%zu\n", pages)));
}

/* Viewers count as the paper does: the cover and its back have no number, the notice is
 * page 1, at the right. */
TEST(page_labels_are_the_printed_numbers)
{
    struct str labels = kit_output(arena, "qpdf --json --json-key=pagelabels " GUIDE);
    CHECK(str_has(labels, STR("封面")));
    CHECK(str_has(labels, STR("\"index\": 2,")));
    CHECK(str_has(labels, STR("\"/S\": \"/D\"")));
}

TEST(fonts_are_embedded_subsets)
{
    struct str list = kit_output(arena, "pdffonts " GUIDE), line;
    str_cut(&list, '\n', &line);
    str_cut(&list, '\n', &line);
    size_t n = 0;
    while (str_cut(&list, '\n', &line)) {
        CHECK(line.n > 7 && line.s[6] == '+');
        CHECK(str_has(line, STR("yes yes yes")));
        n++;
    }
    CHECK(n >= 4 && n <= 8);
}

TEST(two_runs_give_the_same_bytes)
{
    struct buf first = guide_pdf(), second = guide_pdf();
    CHECK(first.n > 100000);
    CHECK(str_eq(buf_str(&first), buf_str(&second)));
    buf_drop(&first);
    buf_drop(&second);
}

/* A chart whose letters the page would make small is drawn narrower in large print. */
TEST(charts_are_large_in_large_print)
{
    struct booklet_style large = style;
    large.guide = kit_style(arena, "guide-large", booklet_needs());
    struct scene *s = booklet_scene(catalog, setter, &large, diag);
    size_t ends = 0, small = 0;
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind != MARK_TEXT || !str_eq(m->text.text, STR("办结")))
                continue;
            ends++;
            small += m->text.style.size < 13;
        }
    CHECK(ends == 65); /* the steps of the text among them */
    CHECK(small == 3); /* these would be higher than a page */
    scene_drop(s);
}

static size_t inked_size(struct str text)
{
    return kit_ink(arena, text).n;
}

/* The folded booklet has the text of the same pages one by one, on half as many sheets. */
TEST(folding_loses_nothing)
{
    struct booklet_style fold = style;
    fold.guide = kit_style(arena, "guide-fold", booklet_needs());
    static const char *const files[] = {FOLDER "/plain.pdf", FOLDER "/fold.pdf"};
    size_t sizes[2], sheets[2];
    for (unsigned i = 0; i < 2; i++) {
        struct scene *s = booklet_scene(catalog, setter, &fold, diag);
        if (i)
            impose_fold(s, 297 * 72 / 25.4, 210 * 72 / 25.4);
        CHECK(kit_pdf(files[i], s, fonts, diag));
        sheets[i] = s->pages.n;
        scene_drop(s);
        struct str command = str_print(arena, "pdftotext -raw %s -", files[i]);
        sizes[i] = inked_size(kit_output(arena, command.s));
    }
    CHECK(sheets[1] == (sheets[0] + 3) / 4 * 2);
    CHECK(sizes[0] > 100000 && sizes[0] == sizes[1]);
    CHECK(str_has(kit_output(arena, "qpdf --check " FOLDER "/fold.pdf 2>&1"),
                  STR("No syntax")));
    /* The outer sheets: cover at the right; the notice, page 1, at the right of the next. */
    CHECK(str_has(
        kit_ink(arena, kit_output(arena, "pdftotext -f 3 -l 3 " FOLDER "/fold.pdf -")),
        STR("沅医保事务中心〔2020〕3号")));
    CHECK(str_has(
        kit_ink(arena, kit_output(arena, "pdftotext -f 3 -l 3 " FOLDER "/fold.pdf -")),
        STR("中心各股室")));
}

/* A printed booklet that can be sent by mail and loads at once on a phone: with a QR code on
 * each item, which the web site's address brings with it. */
TEST(size_is_moderate)
{
    struct buf plain = guide_pdf();
    CHECK(plain.n < 530 * 1000);
    CHECK(pages > 90 && pages < 130);
    style.folder = STR("https://www.yuanjiang.gov.cn/yuanjiang/");
    struct buf b = guide_pdf();
    style.folder = STR("");
    CHECK(b.n > plain.n + 20 * 1000);
    CHECK(b.n < 570 * 1000);
    CHECK(pages > 90 && pages < 130);
    buf_drop(&plain);
    buf_drop(&b);
}

static bool open_all(void)
{
    fonts = kit_fonts(diag);
    setter = fonts ? typesetter_new(fonts, diag) : NULL;
    style = kit_booklet_style(arena);
    catalog = catalog_load(STR("catalogs/yuanjiang"), STR("catalogs/yuanjiang"), diag);
    return setter && catalog;
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    const char *why = "";
    bool open = open_all() && dir_make(FOLDER, &why);
    if (open) {
        struct buf b = guide_pdf();
        open = file_write(GUIDE, buf_str(&b), &why);
        buf_drop(&b);
    }
    if (open) {
        RUN(every_field_is_printed_whole_and_in_order);
        RUN(contents_tell_the_right_pages);
        RUN(materials_tell_the_pages_of_their_forms);
        RUN(forms_follow_their_items);
        RUN(structure_is_sound);
        RUN(page_labels_are_the_printed_numbers);
        RUN(fonts_are_embedded_subsets);
        RUN(two_runs_give_the_same_bytes);
        RUN(charts_are_large_in_large_print);
        RUN(folding_loses_nothing);
        RUN(size_is_moderate);
    }
    if (kit_problems(diag) || !open)
        runner_failed++;
    catalog_drop(catalog);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
