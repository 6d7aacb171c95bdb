/* The notice measured on paper: a PDF with the real fonts, painted by poppler at 20 dots a
 * millimetre, against GB/T 9704-2012. Clause numbers are those of the standard. */
#include "runner.h"

#include "kit_print.h"
#include "layout/notice.h"

#include <math.h>
#include <stdlib.h>

#define FOLDER "build/tests/notice"
#define NOTICE FOLDER "/notice.pdf"
enum { DOTS = 20, WIDE = 210 * DOTS, HIGH = 297 * DOTS };

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static struct print_style *style;
static struct diag *diag;

/* A page as poppler paints it: gray values, and where it is red. */
struct picture {
    unsigned char *gray, *red;
};

static size_t at(int x, int y)
{
    return (size_t)y * WIDE + (size_t)x;
}

static struct picture painted(size_t page)
{
    struct picture p = {calloc((size_t)WIDE * HIGH, 1), calloc((size_t)WIDE * HIGH, 1)};
    struct str command = str_print(arena,
                                   "pdftoppm -f %zu -l %zu -r 508 -scale-to-x %d "
                                   "-scale-to-y %d " NOTICE,
                                   page, page, WIDE, HIGH);
    FILE *pipe = popen(command.s, "r");
    int w = 0, h = 0;
    CHECK(pipe && fscanf(pipe, "P6 %d %d 255", &w, &h) == 2 && w == WIDE && h == HIGH);
    fgetc(pipe);
    unsigned char dot[3];
    for (size_t i = 0; i < (size_t)WIDE * HIGH && fread(dot, 3, 1, pipe) == 1; i++) {
        p.gray[i] = (unsigned char)((dot[0] + dot[1] + dot[2]) / 3);
        p.red[i] = dot[0] > 150 && dot[1] < 120;
    }
    CHECK(pclose(pipe) == 0);
    return p;
}

static void picture_drop(struct picture p)
{
    free(p.gray);
    free(p.red);
}

static bool inked(const struct picture *p, bool red, int x, int y)
{
    return p->gray[at(x, y)] < 160 && p->red[at(x, y)] == red;
}

/* Millimetres; the ink in a part of a page. */
struct ink {
    double left, right, top, bottom;
    bool any;
};
static struct ink ink_between(const struct picture *p, bool red, double top,
                              double bottom)
{
    struct ink ink = {.left = 210};
    for (int y = (int)(top * DOTS); y < (int)(bottom * DOTS); y++)
        for (int x = 0; x < WIDE; x++) {
            if (!inked(p, red, x, y))
                continue;
            if (!ink.any)
                ink.top = (double)y / DOTS;
            ink.any = true;
            ink.bottom = (double)(y + 1) / DOTS;
            ink.left = fmin(ink.left, (double)x / DOTS);
            ink.right = fmax(ink.right, (double)(x + 1) / DOTS);
        }
    return ink;
}

/* Bands of ink from the top of the page down, with at least a millimetre free between. */
struct bands {
    struct ink at[64];
    size_t n;
};
static struct bands bands_of(const struct picture *p, bool red)
{
    struct bands b = {0};
    int from = -1, last = -1;
    for (int y = 0; y <= HIGH; y++) {
        bool any = false;
        for (int x = 0; y < HIGH && x < WIDE && !any; x++)
            any = inked(p, red, x, y);
        if (any) {
            from = from < 0 ? y : from;
            last = y;
        } else if (from >= 0 && (y - last > DOTS || y == HIGH) && b.n < 64) {
            b.at[b.n++] =
                ink_between(p, red, (double)from / DOTS, (double)(last + 1) / DOTS);
            from = -1;
        }
    }
    return b;
}

static bool about(const char *what, double is, double wanted, double most)
{
    bool ok = fabs(is - wanted) <= most;
    if (!ok)
        printf("%s: %.2f mm, not %.2f mm\n", what, is, wanted);
    return ok;
}

static struct notice sample(void)
{
    return (struct notice){.present = true,
                           .head = STR("样本市医疗保障局文件"),
                           .number = STR("样医保发〔2022〕14号"),
                           .title = STR("关于印发事项清单的通知"),
                           .to = STR("各乡镇人民政府："),
                           .signer = STR("样本市医疗保障局"),
                           .date = STR("2022-09-08"),
                           .cc = STR("市委办公室，市政府办公室。"),
                           .printed = STR("样本市医疗保障局办公室"),
                           .printed_date = STR("2022-09-08")};
}

static size_t print_notice(struct notice n)
{
    struct catalog c = {.arena = arena, .notice = n};
    struct scene *s = notice_scene(&c, setter, style);
    CHECK(kit_pdf(NOTICE, s, fonts, diag));
    size_t pages = s->pages.n;
    scene_drop(s);
    return pages;
}

/* 5.2: margins 37 and 28 mm, type area 156 × 225 mm, 22 lines of 28 characters that fill it;
 * 7.5: the page number's dashes 7 mm below it, one character in from the outer edge. */
TEST(grid_and_margins)
{
    CHECK(print_notice((struct notice){
              .present = true, .body = kit_repeated(arena, "国", 26 + 28 * 64)}) == 3);
    struct picture p = painted(2);
    struct bands b = bands_of(&p, false);
    CHECK(b.n == 23);
    for (size_t i = 0; i < 22 && i < b.n; i++) {
        CHECK(about("left edge", b.at[i].left, 28, 0.7));
        CHECK(about("right edge", b.at[i].right, 184, 0.7));
        if (i)
            CHECK(about("line to line", b.at[i].top - b.at[i - 1].top, 225.0 / 22, 0.1));
    }
    /* The first line stands in the middle of its strip, and so does the last. */
    double strip = 225.0 / 22, glyph = b.at[0].bottom - b.at[0].top;
    CHECK(about("first line", b.at[0].top, 37 + (strip - glyph) / 2, 1));
    CHECK(about("last line", b.at[21].bottom, 262 - (strip - glyph) / 2, 1));
    const struct ink *folio = &b.at[22];
    CHECK(about("number, even page", folio->left, 28 + 14 * 25.4 / 72, 1));
    picture_drop(p);
    p = painted(1);
    struct ink dash = ink_between(&p, false, 263, 290);
    CHECK(about("number, odd page", dash.right, 184 - 14 * 25.4 / 72, 1));
    dash = ink_between(&p, false, 268, 270);
    CHECK(about("its dash", (dash.top + dash.bottom) / 2, 269, 1));
    picture_drop(p);
}

/* 7.2.4, 7.2.5, 7.2.7: head 35 mm below the upper edge of the type area, two lines, number,
 * 4 mm, red line as wide as the type area; 7.3.1: two lines, title; one line, addressee. */
TEST(head_number_and_line)
{
    struct notice n = sample();
    n.body = STR("现印发给你们。");
    CHECK(print_notice(n) == 2);
    struct picture p = painted(1);
    struct bands red = bands_of(&p, true), black = bands_of(&p, false);
    CHECK(red.n == 2 && black.n >= 4);
    const struct ink *head = &red.at[0], *line = &red.at[1];
    const struct ink *number = &black.at[0], *title = &black.at[1], *to = &black.at[2];
    double strip = 225.0 / 22;
    CHECK(about("head", head->top, 37 + 35, 1));
    CHECK(about("head, middle", (head->left + head->right) / 2, 106, 1));
    CHECK(head->left >= 28 && head->right <= 184);
    CHECK(
        about("number", number->top - head->bottom, 2 * strip + (strip - 5.6) / 2, 1.5));
    CHECK(about("number, middle", (number->left + number->right) / 2, 106, 1));
    CHECK(about("line below number", line->top - number->bottom, 4, 0.5));
    CHECK(about("line, left", line->left, 28, 0.1));
    CHECK(about("line, right", line->right, 184, 0.1));
    CHECK(about("title", title->top - line->bottom, 2 * strip + (strip - 7.76) / 2, 1));
    CHECK(about("title, middle", (title->left + title->right) / 2, 106, 1));
    CHECK(about("addressee", to->top - title->bottom,
                strip + (strip - 7.76) / 2 + (strip - 5.6) / 2, 1.5));
    CHECK(about("addressee, left", to->left, 28, 0.7));
    picture_drop(p);
}

/* Thickness of a rule, in dots of a much finer picture of a narrow strip. */
static void rules_of(double thick[8], double mid[8], size_t *n)
{
    enum { FINE = 5080, STRIP = 20 };
    struct str command =
        str_print(arena,
                  "pdftoppm -f 2 -l 2 -r %d -gray -x %d -y %d -W %d -H %d "
                  "-aa no -aaVector no " NOTICE,
                  FINE, 30 * 200, 200 * 200, STRIP, 70 * 200);
    FILE *pipe = popen(command.s, "r");
    int w = 0, h = 0, from = -1;
    CHECK(pipe && fscanf(pipe, "P5 %d %d 255", &w, &h) == 2 && w == STRIP);
    fgetc(pipe);
    unsigned char row[STRIP];
    *n = 0;
    for (int y = 0; y <= h; y++) {
        bool black = y < h && fread(row, 1, STRIP, pipe) == STRIP;
        for (int x = 0; black && x < STRIP; x++)
            black = row[x] < 128;
        if (black && from < 0)
            from = y;
        if (!black && from >= 0 && *n < 8) {
            thick[*n] = (y - from) / 200.0;
            mid[(*n)++] = 200 + (y + from) / 400.0;
            from = -1;
        }
    }
    CHECK(pclose(pipe) == 0);
}

/* 7.4.1: rules of 0.35 mm outside and 0.25 mm inside, the last on the lower edge of the type
 * area, as wide as it; 4号 text one character in; on an even page. */
TEST(imprint)
{
    struct notice n = sample();
    n.body = STR("现印发给你们。");
    CHECK(print_notice(n) == 2);
    double thick[8], mid[8];
    size_t rules = 0;
    rules_of(thick, mid, &rules);
    CHECK(rules == 3);
    CHECK(about("first rule", thick[0], 0.35, 0.02));
    CHECK(about("inner rule", thick[1], 0.25, 0.02));
    CHECK(about("last rule", thick[2], 0.35, 0.02));
    CHECK(about("last rule", mid[2], 262, 0.2));
    struct picture p = painted(2);
    struct ink rule = ink_between(&p, false, 261.5, 262.5);
    CHECK(about("rule, left", rule.left, 28, 0.1));
    CHECK(about("rule, right", rule.right, 184, 0.1));
    struct ink text = ink_between(&p, false, mid[1] + 0.5, mid[2] - 0.5);
    CHECK(about("printed by", text.left, 28 + 14 * 25.4 / 72, 0.7));
    CHECK(about("printed on", text.right, 184 - 14 * 25.4 / 72, 0.7));
    picture_drop(p);
}

int main(void)
{
    diag = diag_new();
    arena = arena_new();
    fonts = kit_fonts(diag);
    setter = fonts ? typesetter_new(fonts, diag) : NULL;
    style = kit_style(arena, "notice", notice_needs());
    if (!setter)
        return 1;
    RUN(grid_and_margins);
    RUN(head_number_and_line);
    RUN(imprint);
    typesetter_drop(setter);
    fonts_drop(fonts);
    arena_drop(arena);
    diag_drop(diag);
    return runner_end();
}
