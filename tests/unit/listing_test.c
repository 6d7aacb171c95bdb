/* The printed item list and disclosure catalog: small ones whole, long ones over pages. */
#include "runner.h"

#include "kit_print.h"
#include "base/file.h"
#include "catalog/load.h"
#include "layout/grid.h"
#include "layout/listing.h"

#include <math.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static const struct print_style *styles[KIND_COUNT];

static struct scene *scene_of(const struct catalog *c)
{
    struct diag *d = diag_new();
    struct scene *s = listing_scene(c, setter, styles[c->kind], d);
    CHECK(s && diag_total(d) == 0);
    diag_drop(d);
    return s;
}

TEST(goldens_of_small_tables)
{
    static const char *const names[] = {"list", "disclosure"};
    for (size_t i = 0; i < 2; i++) {
        struct diag *d = diag_new();
        struct str folder = str_print(arena, "tests/golden/tables/%s", names[i]);
        struct catalog *c = catalog_load(folder, folder, d);
        CHECK(c != NULL);
        if (c) {
            struct scene *s = scene_of(c);
            struct str path = str_print(arena, "%.*s/expected.scene", STR_ARG(folder));
            CHECK(kit_scene_golden(path.s, s));
            scene_drop(s);
            catalog_drop(c);
        }
        diag_drop(d);
    }
}

/* One group of forty items that share notes and basis, and one item with a long text. */
static struct catalog *long_catalog(const char *paper)
{
    struct buf b = {0};
    buf_printf(&b,
               "<catalog id=\"x\" kind=\"list\" scheme=\"\"><region code=\"430000\" "
               "name=\"某省\"/><title>某清单</title><print paper=\"%s\"/>"
               "<group no=\"一、\" code=\"00203600100Y\"><title>参保登记</title>",
               paper);
    for (size_t i = 1; i <= 40; i++) {
        buf_printf(&b, "<item seq=\"%zu\"><title>事项%zu号</title>", i, i);
        buf_puts(&b, i == 1 ? "<basis id=\"b\"><p>同一部法律</p></basis>"
                            : "<basis ref=\"b\"/>");
        buf_puts(&b, "</item>");
    }
    buf_puts(&b, "<item seq=\"41\"><title>长事项</title><notes>");
    for (size_t i = 1; i <= 120; i++)
        buf_printf(&b, "<note no=\"%zu.\">第%zu条说明</note>", i, i);
    buf_puts(&b, "</notes></item></group><remark>说明文字</remark></catalog>");
    struct diag *d = diag_new();
    struct catalog *c = catalog_load_text(buf_str(&b), STR("x.xml"), d);
    CHECK(c != NULL);
    buf_drop(&b);
    diag_drop(d);
    return c;
}

TEST(every_page_has_the_header_and_says_again_what_goes_on)
{
    struct catalog *c = long_catalog("A4");
    struct scene *s = scene_of(c);
    size_t shared = 0;
    CHECK(s->pages.n >= 4);
    for (size_t n = 0; n < s->pages.n; n++) {
        struct str text = kit_page_text(arena, s, n, " ");
        CHECK(str_has(text, STR("子项序号")) || str_has(text, STR("子项 序号")));
        CHECK(str_has(text, STR("设定依据")));
        CHECK(str_has(text, str_print(arena, "第 %zu 页，共 %zu 页", n + 1, s->pages.n)));
        CHECK(str_has(text, STR("某清单")));
        CHECK(str_has(text, STR("一、参保登记")));
        if (n > 0)
            CHECK(str_has(text, STR("（续）")));
        shared += str_has(text, STR("同一部法律"));
        CHECK(str_has(text, STR("同一部法律")) || str_has(text, STR("长事项")));
    }
    CHECK(shared >= 2);
    struct str last = kit_page_text(arena, s, s->pages.n - 1, " ");
    CHECK(str_has(last, STR("第120条说明")) && str_has(last, STR("说明文字")));
    CHECK(s->bookmarks.n == 1);
    scene_drop(s);
    catalog_drop(c);
}

/* Nothing stands outside the type area or on what stands there already. */
TEST(no_text_leaves_the_page)
{
    static const char *const papers[] = {"A3", "A4"};
    for (size_t p = 0; p < 2; p++) {
        struct catalog *c = long_catalog(papers[p]);
        struct scene *s = scene_of(c);
        for (size_t n = 0; n < s->pages.n; n++)
            for (size_t i = 0; i < s->pages.at[n].marks.n; i++) {
                const struct mark *m = &s->pages.at[n].marks.at[i];
                if (m->kind != MARK_TEXT)
                    continue;
                CHECK(m->text.x >= 30 && m->text.y >= 30);
                CHECK(m->text.x + m->text.width <= s->pages.at[n].width - 30);
                CHECK(m->text.y <= s->pages.at[n].height - 25);
            }
        scene_drop(s);
        catalog_drop(c);
    }
}

TEST(the_catalog_chooses_the_paper)
{
    static const struct {
        const char *paper;
        double width, height; /* mm */
    } rows[] = {{"A3", 420, 297}, {"A4", 297, 210}};
    for (size_t i = 0; i < 2; i++) {
        struct catalog *c = long_catalog(rows[i].paper);
        struct scene *s = scene_of(c);
        double mm = 72 / 25.4;
        CHECK(s->pages.at[0].width > (rows[i].width - 0.1) * mm &&
              s->pages.at[0].width < (rows[i].width + 0.1) * mm);
        CHECK(s->pages.at[0].height > (rows[i].height - 0.1) * mm &&
              s->pages.at[0].height < (rows[i].height + 0.1) * mm);
        scene_drop(s);
        catalog_drop(c);
    }
}

/* Without a wish of the catalog: the smallest on which the columns have room. */
TEST(the_columns_choose_the_paper)
{
    static const struct {
        const char *fields;
        double width; /* mm */
    } rows[] = {
        {"<limit>即时办结</limit>", 210},
        {"<materials><p>身份证</p></materials><limit>即时办结</limit><notes><p>无</p></"
         "notes>"
         "<basis><p>法</p></basis>",
         297},
        {"<materials><p>身份证</p></materials><limit>即时办结</limit><notes><p>无</p></"
         "notes>"
         "<basis><p>法</p></basis><steps>申请</steps><inquiry><p>无</p></inquiry>"
         "<channels><p>窗口</p></channels><agency>某局</agency>",
         420},
        {"<limit>"
         "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx"
         "yzabcdefghijklmnopqrstuvwxyz</limit>",
         297},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str text = str_print(
            arena,
            "<catalog id=\"x\" kind=\"list\" scheme=\"\"><region code=\"430000\" "
            "name=\"某省\"/><title>某清单</title><group "
            "no=\"一、\"><title>参保登记</title>"
            "<item seq=\"1\"><title>事项</title>%s</item></group>"
            "<remark>完</remark><remark place=\"above\">附件2</remark></catalog>",
            rows[i].fields);
        struct diag *d = diag_new();
        struct catalog *c = catalog_load_text(text, STR("x.xml"), d);
        CHECK(c != NULL);
        struct scene *s = scene_of(c);
        if (fabs(s->pages.at[0].width - rows[i].width * 72 / 25.4) > 0.1)
            printf("%s: %g wide\n", rows[i].fields, s->pages.at[0].width);
        CHECK(fabs(s->pages.at[0].width - rows[i].width * 72 / 25.4) <= 0.1);
        struct str page = kit_page_text(arena, s, 0, " ");
        CHECK(str_find(page, STR("附件2")) < str_find(page, STR("某清单")));
        CHECK(str_find(page, STR("完")) > str_find(page, STR("事项")));
        scene_drop(s);
        catalog_drop(c);
        diag_drop(d);
    }
}

/* A style in which a column's name is misspelled would lose what the office published. */
TEST(a_style_without_one_of_the_columns_is_refused)
{
    static const struct {
        const char *file;
        enum catalog_kind kind;
        const char *const *columns;
    } rows[] = {
        {"templates/print/list.xml", KIND_LIST, grid_list_columns},
        {"templates/print/disclosure.xml", KIND_DISCLOSURE, grid_disclosure_columns},
    };
    for (size_t i = 0; i < 2; i++) {
        struct str text = {0};
        const char *why;
        CHECK(file_read(arena, rows[i].file, 1 << 20, &text, &why));
        for (const char *const *name = rows[i].columns; *name; name++) {
            struct str old = str_print(arena, "<column name=\"%s\"", *name);
            size_t at = str_find(text, old);
            CHECK(at != STR_NONE);
            if (at == STR_NONE)
                continue;
            struct str wrong = str_print(arena, "%.*s<column name=\"x-%s\"%.*s",
                                         STR_ARG(str_slice(text, 0, at)), *name,
                                         STR_ARG(str_from(text, at + old.n)));
            struct diag *d = diag_new();
            CHECK(!print_style_parse(arena, wrong, STR("x.xml"),
                                     listing_needs(rows[i].kind), d));
            CHECK_STR(*name, diag_total(d) ? diag_problem(d, 0)->id : STR(""),
                      STR("print-missing"));
            diag_drop(d);
        }
    }
}

int main(void)
{
    arena = arena_new();
    fonts = fonts_fake();
    struct diag *d = diag_new();
    setter = typesetter_new(fonts, d);
    styles[KIND_LIST] = kit_style(arena, "list", listing_needs(KIND_LIST));
    styles[KIND_DISCLOSURE] =
        kit_style(arena, "disclosure", listing_needs(KIND_DISCLOSURE));
    RUN(goldens_of_small_tables);
    RUN(every_page_has_the_header_and_says_again_what_goes_on);
    RUN(no_text_leaves_the_page);
    RUN(the_catalog_chooses_the_paper);
    RUN(the_columns_choose_the_paper);
    RUN(a_style_without_one_of_the_columns_is_refused);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
