/* The change table: words compared, rows, header on every page. The file with the real fonts
 * stays in build/tests/changes for a look. */
#include "runner.h"

#include "kit_print.h"
#include "base/file.h"
#include "layout/change_table.h"
#include "layout/change_compare.h"
#include "scene/scene_pdf.h"

#include <math.h>
#include <stdlib.h>

#define OUT "build/tests/changes"

static struct arena *arena;
static struct typesetter *setter;
static const struct print_style *style;
static struct diag *diag;

/* 参保[职工]登记: changed pieces in brackets. */
static struct str bracketed(const struct change_pieces *p)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->n; i++)
        buf_printf(&b, p->at[i].changed ? "[%.*s]" : "%.*s", STR_ARG(p->at[i].text));
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

TEST(changed_words_are_found)
{
    static const struct {
        const char *before, *after, *old, *new;
    } rows[] = {
        {"不超过10个工作日", "不超过5个工作日", "不超过[10]个工作日",
         "不超过[5]个工作日"},
        {"身份证原件", "身份证原件及复印件", "身份证原件", "身份证原件[及复印件]"},
        {"有效身份证件", "身份证件", "[有效]身份证件", "身份证件"},
        {"即时办结", "当场办结", "[即时]办结", "[当场]办结"},
        {"", "新的", "", "[新的]"},
        {"旧的", "", "[旧的]", ""},
        {"一样", "一样", "一样", "一样"},
        {"", "", "", ""},
        /* 的 is in both, but the words around it are not */
        {"市里的窗口", "县上的大厅", "[市里的窗口]", "[县上的大厅]"},
        {"电话0737-2817103", "电话0737-2817104", "电话0737-[2817103]",
         "电话0737-[2817104]"},
        {"甲乙丙丁戊己庚", "甲乙子丁戊丑庚", "甲乙[丙]丁戊[己]庚", "甲乙[子]丁戊[丑]庚"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct change_pieces old, new;
        change_compare(arena, str_of(rows[i].before), str_of(rows[i].after), &old, &new);
        CHECK_STR(rows[i].before, bracketed(&old), str_of(rows[i].old));
        CHECK_STR(rows[i].after, bracketed(&new), str_of(rows[i].new));
    }
}

static struct str joined(const struct change_pieces *p, bool kept)
{
    struct buf b = {0};
    for (size_t i = 0; i < p->n; i++)
        if (!kept || !p->at[i].changed)
            buf_put(&b, p->at[i].text);
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* Whatever the texts are: the pieces are the texts, and both keep the same words. */
TEST(pieces_are_the_texts)
{
    static const char *const words[] = {"参保", "的", "登记", "12", "，", "A", " "};
    srand(3);
    for (size_t n = 0; n < 300; n++) {
        struct str texts[2];
        for (size_t k = 0; k < 2; k++) {
            struct buf b = {0};
            for (int i = rand() % (n % 50 ? 30 : 2000); i > 0; i--)
                buf_puts(&b, words[rand() % 7]);
            texts[k] = str_copy(arena, buf_str(&b));
            buf_drop(&b);
        }
        struct change_pieces old, new;
        change_compare(arena, texts[0], texts[1], &old, &new);
        CHECK_STR("before", joined(&old, false), texts[0]);
        CHECK_STR("after", joined(&new, false), texts[1]);
        CHECK_STR("kept", joined(&old, true), joined(&new, true));
    }
}

static struct change_table sample(size_t rows)
{
    static const struct change_row first[] = {
        {CHANGE_CHANGED, STR_INIT("002036001002"), STR_INIT("职工参保登记"),
         STR_INIT("办理时限"), STR_INIT("不超过10个工作日。"),
         STR_INIT("在职职工不超过5个工作日；灵活就业人员即时办结。"),
         STR_INIT("按省局2022年版清单压缩时限")},
        {CHANGE_CHANGED, STR_INIT("002036001002"), STR_INIT("职工参保登记"),
         STR_INIT("办理材料"),
         STR_INIT("1.有效身份证件原件及复印件；\n2.《参保登记表》（一式两份加盖公章）。"),
         STR_INIT("1.有效身份证件；\n2.《参保登记表》（加盖公章）；\n3.劳动合同。"),
         STR_INIT("")},
        {CHANGE_ADDED, STR_INIT("002036011001"), STR_INIT("生育保险待遇网上申领"),
         STR_INIT(""), STR_INIT(""), STR_INIT("线上办理：湘医保。"),
         STR_INIT("自2022年3月1日起")},
        {CHANGE_REMOVED, STR_INIT(""), STR_INIT("参保凭证补打"), STR_INIT(""),
         STR_INIT("现场办理：三楼医保服务专区。"), STR_INIT(""),
         STR_INIT("并入信息查询")},
    };
    struct change_row *all = arena_array(arena, rows, sizeof *all);
    for (size_t i = 0; i < rows; i++) {
        all[i] = first[i % 4];
        if (i >= 4)
            all[i].title = str_print(arena, "%.*s（%zu）", STR_ARG(all[i].title), i / 4);
    }
    return (struct change_table){.title = STR("样本市医疗保障经办政务服务事项变更对照表"),
                                 .issuer = STR("样本市医疗保障局"),
                                 .date = STR("2022-03-01"),
                                 .old_name = STR("2020年版"),
                                 .new_name = STR("2022年版"),
                                 .rows = all,
                                 .n = rows};
}

/* Lines painted with text, as against those of the table: they have its colour, black. */
static size_t count_rules(const struct scene *s, size_t page)
{
    size_t n = 0;
    for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
        const struct mark *m = &s->pages.at[page].marks.at[i];
        n += m->kind == MARK_PATH && m->path.stroke && m->path.stroke_color.r == 0 &&
             m->path.line_width > 0.6 && m->path.line_width < 0.65;
    }
    return n;
}

TEST(rows_say_what_was_changed)
{
    struct change_table c = sample(4);
    struct scene *s = change_table_scene(&c, setter, style, diag);
    CHECK(s && s->pages.n == 1);
    struct str text = kit_page_text(arena, s, 0, "");
    CHECK(str_has(text, STR("样本市医疗保障局　2020年版 → 2022年版　2022年3月1日")));
    CHECK(str_has(text, STR("修改办理时限")));
    CHECK(str_has(text, STR("新增整个事项—")));
    CHECK(str_has(text, STR("取消整个事项")));
    CHECK(count_rules(s, 0) >= 6);
    scene_drop(s);
}

TEST(nothing_was_changed)
{
    struct change_table c = sample(0);
    struct scene *s = change_table_scene(&c, setter, style, diag);
    CHECK(s && str_has(kit_page_text(arena, s, 0, ""), STR("两个版本没有不同。")));
    scene_drop(s);
}

TEST(long_tables_repeat_their_head)
{
    struct change_table c = sample(60);
    struct change_row *rows = arena_array(arena, 60, sizeof *rows);
    memcpy(rows, c.rows, 60 * sizeof *rows);
    rows[9].before = kit_repeated(arena, "申请材料、", 500);
    rows[9].after = kit_repeated(arena, "申请资料、", 500);
    rows[13].after = kit_repeated(arena, "Donaudampfschifffahrt", 40);
    c.rows = rows;
    size_t before = diag_count(diag, SEVERITY_ERROR);
    struct scene *s = change_table_scene(&c, setter, style, diag);
    CHECK(s && s->pages.n > 5 && diag_count(diag, SEVERITY_ERROR) == before);
    for (size_t p = 0; p < s->pages.n; p++) {
        CHECK(str_has(kit_page_text(arena, s, p, ""), STR("变更前变更后说明")));
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind == MARK_TEXT)
                CHECK(m->text.x + m->text.width <= style->page.width);
        }
    }
    scene_drop(s);
}

/* For a look: build/tests/changes/changes.pdf. */
static void write_sample(void)
{
    struct fonts *fonts = kit_fonts(diag);
    struct typesetter *real = fonts ? typesetter_new(fonts, diag) : NULL;
    struct change_table c = sample(24);
    struct scene *s = real ? change_table_scene(&c, real, style, diag) : NULL;
    struct buf bytes = {0};
    const char *why;
    CHECK(s && scene_pdf(s, fonts, diag, &bytes) && dir_make(OUT, &why) &&
          file_write(OUT "/changes.pdf", buf_str(&bytes), &why));
    buf_drop(&bytes);
    scene_drop(s);
    typesetter_drop(real);
    fonts_drop(fonts);
}

TEST(a_file_is_made)
{
    write_sample();
    CHECK(system("qpdf --check " OUT "/changes.pdf >/dev/null") == 0);
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_style(arena, "changes", change_table_needs());
    if (setter) {
        RUN(changed_words_are_found);
        RUN(pieces_are_the_texts);
        RUN(rows_say_what_was_changed);
        RUN(nothing_was_changed);
        RUN(long_tables_repeat_their_head);
        RUN(a_file_is_made);
    } else {
        runner_failed++;
    }
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
