/* Every line of the five published documents: forbidden marks at its ends, breaks inside
 * what must stay whole. First all texts at eight widths, then the lines of the printed
 * documents as they are. The second opinion is tests/lines.c. */
#include "lines.h"
#include "runner.h"

#include "kit_print.h"
#include "base/utf8.h"
#include "catalog/load.h"
#include "layout/booklet.h"
#include "layout/form.h"
#include "layout/levels.h"
#include "layout/listing.h"
#include "layout/notice.h"

#include <math.h>
#include <string.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static struct diag *diag;

static const struct style twelve = {.font = FONT_SONG, .size = 12};

static double width_of(const void *context, struct str piece)
{
    const struct style *style = context;
    struct span span = {.text = piece, .style = *style};
    return text_full_width(setter, &span, 1);
}

/* ---- all texts at eight widths ---- */

static const double widths[] = {60, 80, 120, 160, 200, 280, 360, 480};
enum { WIDTHS = sizeof widths / sizeof *widths };

struct texts {
    size_t n, lines, lost;
    struct line_faults faults;
};

/* True when line i begins behind a break, not behind a newline. */
static bool is_broken(const struct paragraph *p, size_t i)
{
    return i > 0 && p->lines.at[i].from == p->lines.at[i - 1].to;
}

/* True when the runs of the lines hold all ink of the text, in order. */
static bool keeps_all(struct arena *a, const struct paragraph *p, struct str text)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->lines.n; i++)
        for (size_t k = 0; k < p->lines.at[i].runs.n; k++)
            buf_put(&b, p->lines.at[i].runs.at[k].text);
    bool same = str_eq(kit_ink(a, buf_str(&b)), kit_ink(a, text));
    buf_drop(&b);
    return same;
}

static void check_text(struct texts *sum, struct str text, enum align align)
{
    struct arena *a = arena_new();
    struct guarded_text guarded = lines_guard(a, text);
    struct span span = {.text = text, .style = twelve};
    struct line_measure m = {width_of, &twelve, 0};
    for (size_t w = 0; w < WIDTHS; w++) {
        struct paragraph_style set = {.width = widths[w], .leading = 18, .align = align};
        struct paragraph p = text_layout(a, setter, &span, 1, &set);
        m.measure = widths[w];
        for (size_t i = 0; i < p.lines.n; i++)
            if (is_broken(&p, i))
                lines_check(&guarded, p.lines.at[i].from, &m, &sum->faults);
        sum->lines += p.lines.n;
        sum->lost += !keeps_all(a, &p, text);
    }
    arena_drop(a);
}

static void print_faults(const char *what, const struct line_faults *f)
{
    printf("%s: %zu breaks; %zu forbidden starts, %zu forbidden ends, %zu runs broken "
           "(and %zu wider than their line)\n",
           what, f->breaks, f->starts, f->ends, f->runs, f->wide);
}

/* Pango was measured once, elsewhere, on the same documents: 263 lines that begin or end
 * with a forbidden mark, 422 breaks inside runs. The numbers stand here for comparison. */
TEST(all_texts_at_eight_widths)
{
    struct texts sum = {0};
    for (size_t i = 0; published_id(i); i++) {
        struct str_list texts = published_texts(arena, i);
        sum.n += texts.n;
        for (size_t k = 0; k < texts.n; k++) {
            check_text(&sum, texts.at[k], ALIGN_JUSTIFY);
            check_text(&sum, texts.at[k], ALIGN_LEFT);
        }
    }
    printf("%zu texts at %d widths, justified and left: %zu lines\n", sum.n, WIDTHS,
           sum.lines);
    print_faults("all texts", &sum.faults);
    printf("Pango, measured once on these documents: 263 and 422\n");
    CHECK(sum.n > 5000 && sum.faults.breaks > 50000);
    CHECK(sum.faults.starts == 0 && sum.faults.ends == 0 && sum.faults.runs == 0);
    CHECK(sum.lost == 0);
}

/* ---- the printed documents ---- */

/* The text of an element on one page, line by line. */
struct block_text {
    struct buf text;
    VEC(size_t) breaks;
    struct style style;
    double y, left, line, widest;
};

static void check_block(struct block_text *b, struct line_faults *sum)
{
    if (b->text.n) {
        struct guarded_text guarded = lines_guard(arena, buf_str(&b->text));
        struct line_measure m = {width_of, &b->style, b->widest};
        for (size_t i = 0; i < b->breaks.n; i++)
            lines_check(&guarded, b->breaks.at[i], &m, sum);
    }
    buf_drop(&b->text);
    *b = (struct block_text){0};
}

/* Marks of an element follow each other; a mark farther down begins a line. A mark beside
 * or above what stands is a text of its own (a label, a box of a chart). */
static void take_mark(struct block_text *b, const struct text_mark *t,
                      struct line_faults *sum)
{
    double step = t->y - b->y;
    bool below =
        b->text.n && step > 1 && step < 3 * t->style.size && t->x < b->left + b->widest;
    bool same = b->text.n && fabs(step) < 1 && t->x > b->left;
    if (!below && !same)
        check_block(b, sum);
    if (below) {
        if (str_starts(buf_str(&b->text), STR("00203 60")))
            buf_char(&b->text, ' '); /* two codes that 平顶山 typed with blanks */
        *vec_push(arena, &b->breaks) = b->text.n;
        b->left = t->x;
    }
    if (!b->text.n) {
        b->style = t->style;
        b->left = t->x;
    }
    buf_put(&b->text, t->text);
    b->y = t->y;
    b->widest = fmax(b->widest, t->x + t->width - b->left);
}

static void check_scene(struct scene *s, struct line_faults *sum)
{
    for (size_t i = 0; i < s->pages.n; i++) {
        const struct page *page = &s->pages.at[i];
        struct block_text b = {0};
        size_t element = SCENE_ARTIFACT;
        for (size_t k = 0; k < page->marks.n; k++) {
            const struct mark *m = &page->marks.at[k];
            if (m->kind == MARK_PATH || m->element != element)
                check_block(&b, sum);
            element = m->element;
            if (m->kind == MARK_TEXT && element != SCENE_ARTIFACT && !m->text.aside)
                take_mark(&b, &m->text, sum);
        }
        check_block(&b, sum);
    }
    scene_drop(s);
}

static void check_catalog_prints(const char *id, struct line_faults *sum)
{
    const struct booklet_style guide = kit_booklet_style(arena);
    struct str folder = str_print(arena, "catalogs/%s", id);
    struct catalog *c = catalog_load(folder, folder, diag);
    switch (c->kind) {
    case KIND_GUIDE: check_scene(booklet_scene(c, setter, &guide, diag), sum); break;
    case KIND_LEVELS:
        check_scene(
            levels_scene(c, setter, kit_style(arena, "levels", levels_needs()), diag),
            sum);
        break;
    case KIND_LIST:
    case KIND_DISCLOSURE: {
        const char *name = c->kind == KIND_LIST ? "list" : "disclosure";
        check_scene(listing_scene(c, setter,
                                  kit_style(arena, name, listing_needs(c->kind)), diag),
                    sum);
        break;
    }
    }
    if (c->notice.present)
        check_scene(notice_scene(c, setter, guide.notice), sum);
    for (size_t i = 0; i < c->forms.n; i++)
        check_scene(form_scene(c, &c->forms.at[i], setter, guide.form, diag), sum);
    catalog_drop(c);
}

TEST(all_lines_of_the_printed_documents)
{
    struct line_faults sum = {0};
    for (size_t i = 0; published_id(i); i++)
        check_catalog_prints(published_id(i), &sum);
    print_faults("printed documents", &sum);
    CHECK(sum.breaks > 1500);
    CHECK(sum.starts == 0 && sum.ends == 0 && sum.runs == 0);
}

/* ---- what is copied out of a PDF ---- */

#define FOLDER "build/tests/lines"

/* The text with each row of blanks as one, and none at its ends. */
static void put_trimmed(struct buf *b, struct str text)
{
    bool gap = false;
    for (size_t n = b->n; text.n;) {
        uint32_t c = utf8_next(&text);
        if (c == ' ' || c == 0xA0 || c == 0x3000 || c == '\t') {
            gap = b->n > n;
            continue;
        }
        if (gap)
            buf_char(b, ' ');
        gap = false;
        buf_rune(b, c);
    }
    buf_char(b, '\n');
}

/* Paints the texts justified in columns of these widths, a text a page, and notes the
 * lines that should come out again. */
static struct scene *columns_scene(const struct str_list *texts, struct buf *wanted)
{
    struct scene *s = scene_new();
    for (size_t i = 0; i < texts->n; i++) {
        struct span span = {.text = texts->at[i], .style = twelve};
        struct paragraph_style set = {
            .width = widths[1 + i % (WIDTHS - 1)], .leading = 18, .align = ALIGN_JUSTIFY};
        struct paragraph p = text_layout(arena, setter, &span, 1, &set);
        size_t page = scene_page(s, set.width + 80, p.height + 80);
        size_t element = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
        text_paint(s, page, element, &p, 0, p.lines.n, 40, 40);
        for (size_t k = 0; k < p.lines.n; k++) {
            struct str line = str_slice(span.text, p.lines.at[k].from, p.lines.at[k].to);
            if (p.lines.at[k].runs.n)
                put_trimmed(wanted, line);
        }
    }
    return s;
}

static struct str read_back(const char *command)
{
    struct buf lines = {0};
    struct str rest = kit_output(arena, command), line;
    while (str_cut(&rest, '\n', &line)) {
        while (line.n && line.s[0] == '\f')
            line = str_from(line, 1);
        if (line.n)
            put_trimmed(&lines, line);
    }
    struct str copy = str_copy(arena, buf_str(&lines));
    buf_drop(&lines);
    return copy;
}

/* Tabs and wide blanks stand between columns, and poppler joins a line that ends in a
 * hyphen with the next one: texts with them prove nothing here. */
static bool is_plain(struct str text)
{
    static const char *const others[] = {"\n", "\t", "  ", "　　", "-"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_has(text, str_of(others[i])))
            return false;
    return true;
}

static struct str_list long_texts(void)
{
    enum { LONG = 120, MOST = 400 };
    struct str_list list = {0};
    for (size_t i = 0; published_id(i); i++) {
        struct str_list all = published_texts(arena, i);
        size_t had = 0;
        for (size_t k = 0; k < all.n && had < MOST / 5; k++) {
            bool twice = list.n && str_eq(list.at[list.n - 1], all.at[k]);
            if (all.at[k].n < LONG || twice || !is_plain(all.at[k]))
                continue;
            *vec_push(arena, &list) = all.at[k];
            had++;
        }
    }
    return list;
}

/* Hair, squeezed marks and stretched lines are for the eye: no blank comes of them, and
 * no line falls apart. */
TEST(copied_text_gains_no_blanks)
{
    struct buf wanted = {0};
    struct str_list texts = long_texts();
    struct scene *s = columns_scene(&texts, &wanted);
    CHECK(texts.n > 100);
    CHECK(kit_pdf(FOLDER "/copy.pdf", s, fonts, diag));
    CHECK_STR("poppler", read_back("pdftotext " FOLDER "/copy.pdf -"), buf_str(&wanted));
    buf_drop(&wanted);
    scene_drop(s);
}

/* ---- the second opinion itself ---- */

/* clang-format off */
static const struct {
    const char *text, *runs; /* the runs in brackets */
} guards[] = {
    {"编码002036001002-1在此", "[002036001002-1]"},
    {"请拨打0737-2817103。", "[0737-2817103]"},
    {"于2020年12月28日印发", "[2020年12月28日]"},
    {"于二〇二〇年三月印发", "[二〇二〇年三月]"},
    {"根据湘医保发〔2020〕41号", "[湘医保发〔2020〕41号]"},
    {"不超过5个工作日，5万元，30%", "[5个工作日][5万元][30%]"},
    {"30 个工作日，6个月，两个月，60个自然日", "[30 个工作日][6个月][两个月][60个自然日]"},
    {"第5个工作日，72小时", "[第5个工作日][72小时]"},
    {"依照第三十二条、第（二）项", "[第三十二条][第（二）项]"},
    {"如下——略……", "[——][……]"},
    {"2022—2024年8:30-17:30", "[2022—2024年][8:30-17:30]"},
    {"http://a.b/c1", ""},
    {"申请—受理", ""},
};
/* clang-format on */

TEST(runs_that_are_guarded)
{
    for (size_t i = 0; i < sizeof guards / sizeof *guards; i++) {
        struct guarded_text t = lines_guard(arena, str_of(guards[i].text));
        struct buf got = {0};
        for (size_t k = 0; k < t.n; k++)
            buf_printf(&got, "[%.*s]",
                       STR_ARG(str_slice(t.text, t.at[k].from, t.at[k].to)));
        CHECK_STR(guards[i].text, buf_str(&got), str_of(guards[i].runs));
        buf_drop(&got);
    }
}

/* Each kind of fault is seen when it is there. */
TEST(faults_are_seen)
{
    static const struct {
        const char *before, *behind;
        struct line_faults wanted;
    } rows[] = {
        {"参保", "登记", {.breaks = 1}},
        {"参保", "，登记", {.breaks = 1, .starts = 1}},
        {"参保 ", " ）登记", {.breaks = 1, .starts = 1}},
        {"参保（", "登记）", {.breaks = 1, .ends = 1}},
        {"编码0020360", "01002", {.breaks = 1, .runs = 1}},
        {"编码00203600100200203600", "1002002036001002", {.breaks = 1, .wide = 1}},
        {"湘医保发〔2020〕", "41号", {.breaks = 1, .runs = 1}},
        {"不超过15个工", "作日", {.breaks = 1, .runs = 1}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = str_print(arena, "%s%s", rows[i].before, rows[i].behind);
        struct guarded_text t = lines_guard(arena, text);
        struct line_measure m = {width_of, &twelve, 160};
        struct line_faults got = {0};
        lines_check(&t, strlen(rows[i].before), &m, &got);
        CHECK(memcmp(&got, &rows[i].wanted, sizeof got) == 0);
    }
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    fonts = kit_fonts(diag);
    setter = fonts ? typesetter_new(fonts, diag) : NULL;
    if (!setter)
        return 1;
    RUN(all_texts_at_eight_widths);
    RUN(all_lines_of_the_printed_documents);
    RUN(copied_text_gains_no_blanks);
    RUN(runs_that_are_guarded);
    RUN(faults_are_seen);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
