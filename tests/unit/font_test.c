/* CFF charsets from tables made by hand, fonts whose CIDs are not their glyph ids, a project's
 * own fonts and fallbacks, and characters that no face has. */
#include "scene/font_cff.h"
#include "scene/scene_pdf.h"

#include "kit_print.h"
#include "base/file.h"
#include "base/utf8.h"
#include "catalog/load.h"
#include "runner.h"
#include "site/glyphs.h"

#include <hb-subset.h>
#include <hb.h>

#include <stdlib.h>
#include <string.h>

#define FOLDER "build/tests/font"

/* Header, a name INDEX with "F", a Top DICT INDEX with one DICT, then the charset at 28. */
#define HEAD \
    "\x01\x00\x04\x01" \
    "\x00\x01\x01\x01\x02" \
    "F"
#define ROS "\x8C\x8D\x8B\x0C\x1E"   /* 1 2 0 ROS */
#define CHARSET "\x1C\x00\x1C\x0F"   /* 28 charset */
#define DICT9 "\x00\x01\x01\x01\x0A" /* an INDEX of one entry of 9 bytes */

static const struct {
    const char *what, *table;
    size_t n;
    unsigned glyphs;
    bool ok, cid_keyed;
    const char *cids; /* "" when they are the ids */
} charsets[] = {
    {"format 0",
     HEAD DICT9 ROS CHARSET "    "
                            "\x00\x00\x05\x01\x02",
     33, 3, true, true, "0 5 258 "},
    {"format 1",
     HEAD DICT9 ROS CHARSET "    "
                            "\x01\x00\x07\x01\x00\x20\x00",
     35, 4, true, true, "0 7 8 32 "},
    {"format 2",
     HEAD DICT9 ROS CHARSET "    "
                            "\x02\x00\x07\x00\x02",
     33, 4, true, true, "0 7 8 9 "},
    {"ids",
     HEAD DICT9 ROS CHARSET "    "
                            "\x02\x00\x01\x00\x02",
     33, 4, true, true, ""},
    {"names",
     HEAD DICT9 "\x8B\x8B\x8B\x8B\x8B" CHARSET "    "
                "\x00\x00\x05",
     31, 2, true, false, ""},
    {"short",
     HEAD DICT9 ROS CHARSET "    "
                            "\x00\x00\x05",
     31, 3, false, true, ""},
    {"bad format",
     HEAD DICT9 ROS CHARSET "    "
                            "\x07\x00\x05",
     31, 3, false, true, ""},
    {"bad index", "\x01\x00\x04\x01\x00\x01\x09\x01\x02", 9, 3, false, false, ""},
    {"nothing", "", 0, 3, false, false, ""},
};

TEST(charsets_of_cff)
{
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        bool cid_keyed;
        uint16_t *cids;
        struct str table = {charsets[i].table, charsets[i].n};
        bool ok = cff_charset(table, charsets[i].glyphs, &cid_keyed, &cids);
        struct buf got = {0};
        for (unsigned id = 0; cids && id < charsets[i].glyphs; id++)
            buf_printf(&got, "%u ", cids[id]);
        CHECK_STR(charsets[i].what, buf_str(&got), str_of(charsets[i].cids));
        if (ok != charsets[i].ok || (ok && cid_keyed != charsets[i].cid_keyed))
            CHECK_STR(charsets[i].what, STR("other result"), STR(""));
        buf_drop(&got);
        free(cids);
    }
}

/* Damage anywhere must not lead outside the table; the sanitizers watch. */
TEST(damaged_cff_tables)
{
    unsigned random = 7;
    for (unsigned round = 0; round < 20000; round++) {
        char room[64];
        size_t n = charsets[round % 4].n - round % 3;
        memcpy(room, charsets[round % 4].table, n);
        for (unsigned k = 0; k < 1 + round % 4; k++) {
            random = random * 1103515245 + 12345;
            room[random / 65536 % n] = (char)(random >> 8);
        }
        bool cid_keyed;
        uint16_t *cids;
        cff_charset((struct str){room, n}, 100, &cid_keyed, &cids);
        free(cids);
    }
    CHECK(random != 7);
}

/* A small font file out of a large one: its glyphs are numbered anew, its CIDs are not. */
static bool make_font(const char *from, unsigned index, const char *letters,
                      unsigned flags, const char *to)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(from);
    hb_face_t *face = hb_face_create(blob, index);
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(input, flags);
    hb_buffer_t *text = hb_buffer_create();
    hb_buffer_add_utf8(text, letters, -1, 0, -1);
    unsigned n;
    hb_glyph_info_t *at = hb_buffer_get_glyph_infos(text, &n);
    for (unsigned i = 0; i < n; i++)
        hb_set_add(hb_subset_input_unicode_set(input), at[i].codepoint);
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_blob_t *out = subset ? hb_face_reference_blob(subset) : hb_blob_get_empty();
    unsigned size;
    const char *bytes = hb_blob_get_data(out, &size), *why;
    bool ok = size && file_write(to, (struct str){bytes, size}, &why);
    hb_blob_destroy(out);
    hb_face_destroy(subset);
    hb_buffer_destroy(text);
    hb_subset_input_destroy(input);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return ok;
}

static const struct {
    const char *from;
    unsigned index;
    const char *file;
} smalls[] = {
    {"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2, FOLDER "/small.otf"},
    {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0,
     FOLDER "/small.ttf"},
};

/* Text in a project's own small font, with one character it lacks. */
TEST(own_fonts_whose_codes_differ)
{
    const char *why;
    CHECK(dir_make(FOLDER, &why));
    for (size_t i = 0; i < sizeof smalls / sizeof *smalls; i++) {
        CHECK(make_font(smalls[i].from, smalls[i].index, "医疗保障 办事指南的", 0,
                        smalls[i].file));
        struct font_file files[FONT_ROLE_COUNT] = {
            [FONT_SONG] = {str_of(smalls[i].file), 0}};
        struct diag *d = diag_new();
        struct fonts *fonts = fonts_open(files, d);
        CHECK(fonts != NULL);
        if (!fonts) {
            diag_drop(d);
            continue;
        }
        struct glyph own = font_glyph(fonts, FONT_SONG, 0x533B);
        CHECK(own.id > 0 && own.id < 20);
        CHECK((font_code(fonts, own.face, own.id) == own.id) == (i == 1));
        CHECK(font_glyph(fonts, FONT_SONG, 0x7845).face != own.face);
        struct scene *s = scene_new();
        scene_page(s, 300, 100);
        struct text_mark t = {.text = STR("医疗保障硅办事指南"), .style.size = 12};
        t.x = t.y = 50;
        scene_text(s, 0, SCENE_ROOT, &t);
        struct buf out = {0};
        CHECK(scene_pdf(s, fonts, d, &out) && diag_total(d) == 0);
        CHECK(file_write(FOLDER "/own.pdf", buf_str(&out), &why));
        CHECK(system("pdftotext " FOLDER "/own.pdf - | grep -qx 医疗保障硅办事指南") ==
              0);
        /* The picture must have ink in the middle of each character, else codes are wrong. */
        CHECK(system("pdftoppm -r 72 -gray " FOLDER "/own.pdf " FOLDER "/own") == 0);
        struct arena *a = arena_new();
        struct str pgm = {0};
        CHECK(file_read(a, FOLDER "/own-1.pgm", 1 << 20, &pgm, &why));
        for (size_t k = 0; pgm.n >= 300 * 100 && k < 9; k++) {
            const unsigned char *pixels =
                (const unsigned char *)pgm.s + pgm.n - 300 * 100;
            unsigned ink = 0;
            for (size_t y = 40; y < 52; y++)
                for (size_t x = 50 + 12 * k; x < 62 + 12 * k; x++)
                    ink += pixels[y * 300 + x] < 200;
            CHECK(ink > 15);
        }
        arena_drop(a);
        buf_drop(&out);
        scene_drop(s);
        fonts_drop(fonts);
        diag_drop(d);
    }
}

/* The glyphs of a text in a face, ascending. */
static size_t glyphs_of(const struct fonts *fonts, enum font_role role, struct str text,
                        unsigned *ids)
{
    size_t n = 0;
    while (text.n) {
        unsigned id = font_glyph(fonts, role, utf8_next(&text)).id, at = 0;
        while (at < n && ids[at] < id)
            at++;
        if (at < n && ids[at] == id)
            continue;
        for (size_t i = n++; i > at; i--)
            ids[i] = ids[i - 1];
        ids[at] = id;
    }
    return n;
}

static void put_subset(const struct fonts *fonts, enum font_role role, struct str text,
                       struct buf *out)
{
    unsigned ids[64];
    size_t n = glyphs_of(fonts, role, text, ids);
    CHECK(n > 5 && font_subset(fonts, font_glyph(fonts, role, 0x533B).face, ids, n, out));
}

/* A document's font is the same whatever was printed before it in the same process. */
TEST(subsets_do_not_depend_on_what_was_printed_before)
{
    static const enum font_role roles[] = {FONT_SONG, FONT_HEI, FONT_KAI};
    static const struct str first = STR_INIT("医疗保障 办事指南 2020"),
                            second = STR_INIT("门诊慢特病认定（一）"),
                            text = STR_INIT("医疗保障服务指南0737");
    static const struct font_file files[FONT_ROLE_COUNT];
    struct diag *d = diag_new();
    struct fonts *fresh = fonts_open(files, d), *used = fonts_open(files, d);
    CHECK(fresh && used);
    for (size_t i = 0; fresh && used && i < sizeof roles / sizeof *roles; i++) {
        struct buf a = {0}, b = {0}, again = {0}, before = {0};
        put_subset(fresh, roles[i], text, &a);
        put_subset(used, roles[i], first, &before);
        put_subset(used, roles[i], second, &before);
        put_subset(used, roles[i], text, &b);
        put_subset(used, roles[i], text, &again);
        CHECK(a.n > 1000 && a.n == b.n && memcmp(a.s, b.s, a.n) == 0);
        CHECK(a.n == again.n && memcmp(a.s, again.s, a.n) == 0);
        buf_drop(&a);
        buf_drop(&b);
        buf_drop(&again);
        buf_drop(&before);
    }
    fonts_drop(fresh);
    fonts_drop(used);
    diag_drop(d);
}

/* A font file cut short anywhere is refused, or at least never crashes the writer. */
TEST(damaged_font_files)
{
    struct arena *a = arena_new();
    const char *why;
    for (size_t i = 0; i < sizeof smalls / sizeof *smalls; i++) {
        struct str whole;
        CHECK(file_read(a, smalls[i].file, 1 << 20, &whole, &why));
        for (size_t n = 1; n < whole.n; n += 1 + whole.n / 60) {
            CHECK(file_write(FOLDER "/cut.bin", str_slice(whole, 0, n), &why));
            struct font_file files[FONT_ROLE_COUNT] = {
                [FONT_SONG] = {STR(FOLDER "/cut.bin"), 0}};
            struct diag *d = diag_new();
            struct fonts *fonts = fonts_open(files, d);
            CHECK((fonts == NULL) == (diag_count(d, SEVERITY_ERROR) == 1));
            if (fonts) {
                struct scene *s = scene_new();
                scene_page(s, 300, 100);
                struct text_mark t = {.text = STR("医疗保障"), .style.size = 12};
                scene_text(s, 0, SCENE_ROOT, &t);
                struct buf out = {0};
                bool ok = scene_pdf(s, fonts, d, &out);
                CHECK(ok || diag_total(d) > 0);
                buf_drop(&out);
                scene_drop(s);
            }
            fonts_drop(fonts);
            diag_drop(d);
        }
    }
    arena_drop(a);
}

#define KAI "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

/* The small font lacks 硅: the fallback is asked before Debian's faces. Beyond the BMP the
 * face of 宋体 has 𠮷 and 𫖮. */
TEST(fallbacks_are_asked_first)
{
    struct font_choice choice = {.roles[FONT_SONG].path = STR(FOLDER "/small.otf"),
                                 .fallbacks = {{STR(KAI), 0}},
                                 .fallback_n = 1};
    struct diag *d = diag_new();
    struct fonts *with = fonts_open_choice(&choice, d);
    choice.fallback_n = 0;
    struct fonts *without = fonts_open_choice(&choice, d);
    CHECK(with && without && diag_total(d) == 0);
    struct glyph kai = font_glyph(with, FONT_SONG, 0x7845);
    struct glyph hei = font_glyph(without, FONT_SONG, 0x7845);
    CHECK_STR("with", font_face(with, kai.face).title, STR("LXGW WenKai"));
    CHECK_STR("without", font_face(without, hei.face).title, STR("Noto Sans CJK SC"));
    static const uint32_t far[] = {0x20BB7, 0x2B5AE};
    for (size_t i = 0; i < 2; i++) {
        CHECK(font_has(with, FONT_SONG, far[i]) && font_has(with, FONT_KAI, far[i]));
        CHECK(font_advance(without, FONT_SONG, far[i]) > 0.99);
    }
    CHECK(!font_has(with, FONT_SONG, 0x1F600) && !font_has(with, FONT_SONG, 0x1820));
    fonts_drop(with);
    fonts_drop(without);
    diag_drop(d);
}

/* What is wrong with a font is told at its place in site.xml. */
TEST(fonts_are_told_with_their_place)
{
    struct source src = {.path = STR("site.xml"), .text = STR("<a/><b/><c/>")};
    struct font_choice choice = {
        .roles[FONT_KAI].path = STR("/usr/share/fonts/opentype/none.otf"),
        .role_at[FONT_KAI] = {&src, 4},
        .fallbacks = {{STR(KAI), 0}, {STR(FOLDER "/none.ttf"), 0}},
        .fallback_at = {{&src, 0}, {&src, 8}},
        .fallback_n = 2};
    struct diag *d = diag_new();
    CHECK(!fonts_open_choice(&choice, d));
    CHECK(diag_total(d) == 2);
    if (diag_total(d) == 2) {
        const struct problem *role = diag_problem(d, 0), *back = diag_problem(d, 1);
        CHECK(str_eq(role->path, src.path) && role->column == 5);
        CHECK(str_eq(back->path, src.path) && back->column == 9);
        CHECK(str_has(role->message, STR("楷体")));
        CHECK(str_has(back->message, STR("none.ttf")));
        CHECK(str_has(back->message, STR("后备字体")));
    }
    diag_drop(d);
}

/* The half of a mark that is empty, as the face has it. */
TEST(sides_of_marks)
{
    static const struct {
        enum font_role role;
        const char *text, *sides; /* l, r, or - for neither */
    } rows[] = {
        {FONT_SONG, "，。、；：？！）》〕」』”’】", "lllllllllllllll"},
        {FONT_SONG, "（《〔「『“‘【", "rrrrrrrr"},
        {FONT_HEI_BOLD, "，》？（《“”", "lllrrrl"},
        {FONT_KAI, "，》？（《“”", "lllrr--"}, /* “ ” are narrow in this face */
        {FONT_SONG, "—…·第a.", "------"},
    };
    struct diag *d = diag_new();
    struct fonts *fonts = kit_fonts(d);
    for (size_t i = 0; fonts && i < sizeof rows / sizeof *rows; i++) {
        struct buf got = {0};
        for (struct str rest = str_of(rows[i].text); rest.n;)
            buf_char(&got, "-lr"[font_side(fonts, rows[i].role, utf8_next(&rest))]);
        CHECK_STR(rows[i].text, buf_str(&got), str_of(rows[i].sides));
        buf_drop(&got);
    }
    fonts_drop(fonts);
    diag_drop(d);
}

static struct str told(struct arena *a, const struct fonts *fonts, const char *title)
{
    struct diag *d = diag_new(), *ignored = diag_new();
    struct str text =
        str_print(a,
                  "<catalog id=\"a\" kind=\"list\" scheme=\"s\"><!-- \xF0\x9F\x98\x82 -->"
                  "<region code=\"430182\" name=\"c\"/>"
                  "<title>%s</title></catalog>",
                  title);
    struct catalog *c = catalog_load_text(text, STR("catalogs/a"), ignored);
    if (!c)
        return STR("not loaded");
    struct buf b = {0};
    glyphs_tell(a, c, fonts, d);
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        buf_printf(&b, "%zu %.*s;", p->column, STR_ARG(p->message));
    }
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    catalog_drop(c);
    diag_drop(ignored);
    diag_drop(d);
    return copy;
}

/* Each character once, where it first stands; in comments not at all. */
TEST(characters_without_a_glyph_are_told_with_their_place)
{
    static const struct {
        const char *title, *told;
    } rows[] = {
        {"甲𠮷𫖮", ""},
        {"甲😀乙😀", "90 “😀”（U+1F600）所有字体都没有，PDF 里印成空框;"},
        {"甲&#x1F600;&#128512;", "90 “😀”（U+1F600）所有字体都没有，PDF 里印成空框;"},
        {"བོད", "89 “བ”（U+0F56）所有字体都没有，PDF 里印成空框;"
               "90 “ོ”（U+0F7C）所有字体都没有，PDF 里印成空框;"
               "91 “ད”（U+0F51）所有字体都没有，PDF 里印成空框;"},
        {"a\xE2\x80\x8D\xEF\xB8\x8F", ""},
    };
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct fonts *fonts = kit_fonts(d);
    for (size_t i = 0; fonts && i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].title, told(a, fonts, rows[i].title), str_of(rows[i].told));
    struct fonts *fake = fonts_fake(); /* has everything */
    CHECK_STR(
        "scripts", told(a, fake, "བོདུئۇ"),
        STR("89 “བ”（U+0F56）等藏文字母在 PDF 里逐个排印，没有连写和叠加，也不改变方向;"
            "93 “ئ”（U+0626）等阿拉伯文（维吾尔文等）字母在 PDF "
            "里逐个排印，没有连写和叠加，"
            "也不改变方向;"));
    fonts_drop(fake);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    RUN(charsets_of_cff);
    RUN(damaged_cff_tables);
    RUN(own_fonts_whose_codes_differ);
    RUN(subsets_do_not_depend_on_what_was_printed_before);
    RUN(damaged_font_files);
    RUN(fallbacks_are_asked_first);
    RUN(fonts_are_told_with_their_place);
    RUN(sides_of_marks);
    RUN(characters_without_a_glyph_are_told_with_their_place);
    return runner_end();
}
