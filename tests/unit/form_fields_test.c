/* Fields of fillable forms: what words say, how cells get their names, where the places in a
 * text are; and with the real fonts all forms of 沅江: the print is as without fields, each
 * field lies in one cell and on no word. MULU_ACCEPT=1 rewrites the list of their names. */
#include "runner.h"

#include "kit_print.h"
#include "base/lookup.h"
#include "base/utf8.h"
#include "catalog/form.h"
#include "catalog/load.h"
#include "layout/form.h"
#include "layout/form_names.h"
#include "layout/form_words.h"
#include "scene/scene_dump.h"

#include <math.h>

#define GOLDEN "tests/golden/form/yuanjiang.fields"

static struct arena *arena;
static struct diag *diag;
static struct print_style *style;
static struct catalog *catalog;
static struct typesetter *fake, *real;

/* --- words --- */

TEST(words_say_who_writes)
{
    static const struct {
        const char *words;
        bool hand, office;
    } rows[] = {
        {"姓名", false, false},
        {"申请人签名", true, false},
        {"申请人（签字）：", true, false},
        {"承诺人：", true, false},
        {"单位（单位公章）", false, false},
        {"单位名称（单位公章）：", false, false},
        {"单位意见（单位公章）", true, false},
        {"医保科盖章：", true, false},
        {"转入地医疗保障经办机构名称（章）：", false, false},
        {"相 片", true, false},
        {"签约机构", false, false},
        {"经办机构意见", false, true},
        {"经办机构经办人：", false, true},
        {"审 批\n意见", false, true},
        {"备案编号：", false, true},
        {"单位编码", false, false},
        {"金额（由医保部门填写）", false, true},
        {"金额（医\n保部门填写）", false, true},
        {"编码（新参保由医保部门填写）", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str words = str_of(rows[i].words);
        bool good = words_by_hand(words) == rows[i].hand &&
                    words_of_office(words) == rows[i].office;
        if (!good)
            printf("%s\n", rows[i].words);
        CHECK(good);
    }
}

TEST(words_make_names)
{
    static const struct {
        const char *words, *name, *told;
    } rows[] = {
        {"姓  名", "姓名", "姓名"},
        {"现统一社会\n信用代码：", "现统一社会信用代码", "现统一社会信用代码"},
        {"住所（地址）", "住所", "住所（地址）"},
        {"（大写）", "大写", "（大写）"},
        {"（小写）￥", "小写", "（小写）￥"},
        {"（身份证件号码：", "身份证件号码", "（身份证件号码"},
        {"业务。因个人原因无法提供", "因个人原因无法提供", "因个人原因无法提供"},
        {"1、主要诊断：", "主要诊断", "主要诊断"},
        {"基本情况（如无，不填）", "基本情况", "基本情况（如无，不填）"},
        {"其他（", "其他", "其他"},
        {"a.b", "ab", "a.b"},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK_STR(rows[i].words, words_name(arena, str_of(rows[i].words)),
                  str_of(rows[i].name));
        CHECK_STR(rows[i].words, words_told(arena, str_of(rows[i].words)),
                  str_of(rows[i].told));
    }
    CHECK(words_are_number(STR("12")) && words_are_number(STR("...")));
    CHECK(!words_are_number(STR("第1")) && !words_are_number(STR("")));
}

/* Names are written "name" or "name/section", one behind the other. */
static struct str made_different(const char *list)
{
    struct str rest = str_of(list), word;
    struct form_name_of all[16], *names[16];
    size_t n = 0;
    for (; str_cut(&rest, ' ', &word) && n < 16; n++) {
        struct str name = {word.s, 0};
        str_cut(&word, '/', &name);
        all[n] = (struct form_name_of){name, name, word};
        names[n] = &all[n];
    }
    form_names(arena, names, n);
    struct buf b = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%.*s", i ? " " : "", STR_ARG(all[i].name));
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

TEST(names_are_made_different)
{
    static const struct {
        const char *names, *wanted;
    } rows[] = {
        {"甲 乙", "甲 乙"},
        {"甲/子 甲/丑 乙/子", "子.甲 丑.甲 乙"},
        {"甲 甲 甲", "甲 甲2 甲3"},
        {"甲 甲 甲2", "甲 甲2 甲22"},
        {"甲/子 甲/子", "子.甲 子.甲2"},
        {"甲 甲.乙", "甲2 甲.乙"}, /* a field holds others or a text, not both */
        {"甲.乙 甲.乙.丙 甲", "甲.乙2 甲.乙.丙 甲2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].names, made_different(rows[i].names), str_of(rows[i].wanted));
}

/* --- forms --- */

/* A cell is written as its text, # before a label, _ for an empty one, *n behind one merged
 * over n columns and ^n over n rows; cells part at |, rows at /, a line before the table
 * ends in ~. */
static void add_cell(struct form_row *row, struct str word)
{
    struct form_cell *cell = vec_push(arena, &row->cells);
    *cell = (struct form_cell){.colspan = 1, .rowspan = 1};
    while (word.n > 2 && (word.s[word.n - 2] == '*' || word.s[word.n - 2] == '^')) {
        size_t *span = word.s[word.n - 2] == '*' ? &cell->colspan : &cell->rowspan;
        *span = (size_t)(word.s[word.n - 1] - '0');
        word.n -= 2;
    }
    cell->label = str_starts(word, STR("#"));
    cell->text = str_is(word, "_") ? STR("") : str_from(word, cell->label);
}

static struct form form_of(const char *text)
{
    struct form f = {.id = STR("form"), .title = STR("表")};
    struct str rest = str_of(text), row, cell;
    while (str_has(rest, STR("~"))) {
        struct form_line *line = vec_push(arena, &f.above);
        str_cut(&rest, '~', &line->text);
    }
    while (str_cut(&rest, '/', &row)) {
        struct form_row *to = vec_push(arena, &f.rows);
        to->repeat = 1;
        while (str_cut(&row, '|', &cell))
            add_cell(to, cell);
    }
    return f;
}

static void put_inputs(struct buf *b, const struct scene *s, const char *between)
{
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++) {
            const struct mark *m = &s->pages.at[p].marks.at[i];
            if (m->kind == MARK_INPUT)
                buf_printf(b, "%s%s%.*s", b->n ? between : "",
                           m->input.kind == INPUT_CHECK ? "□" : "",
                           STR_ARG(m->input.name));
        }
}

TEST(cells_and_texts_have_their_fields)
{
    static const struct {
        const char *form, *wanted;
    } rows[] = {
        {"#姓名|_|#性别|_", "姓名 性别"},
        {"#法人^2|#姓名|_/#电话|_", "法人.姓名 法人.电话"},
        {"#法人^2|#姓名|_|#职务|_/#电话|_|#传真|_",
         "法人.姓名 法人.职务 法人.电话 法人.传真"},
        {"#序号|#姓名|#签字/#1|_|_/#2|_|_", "序号1.姓名 序号2.姓名"},
        {"#序号|#姓名/#1|_/#...|_", "序号1.姓名 序号2.姓名"},
        {"#家庭成员^3|#姓名|#关系/_|_/_|_",
         "家庭成员1.姓名 家庭成员1.关系 家庭成员2.姓名 家庭成员2.关系"},
        {"#姓名|#关系/_|_", "第1行.姓名 第1行.关系"},
        {"#甲方*2/#姓名|_/#乙方*2/#姓名|_", "甲方.姓名 乙方.姓名"},
        {"#原*2|#新*2/#名称|_|#名称|_", "原.名称 新.名称"},
        {"_|_", "第1行第1列 第1行第2列"},
        {"#照片|_/#经办机构意见|_/#姓名|_", "姓名"},
        {"#性别|□男 □女", "□性别.男 □性别.女"},
        {"#险种|职工□    居民□", "□险种.职工 □险种.居民"},
        {"#险种|□职工 □其他（        ）", "□险种.职工 □险种.其他 险种.其他说明"},
        {"#险种|□职工\n□其他：", "□险种.职工 □险种.其他 险种.其他说明"},
        {"#□本人\n□代办人\n签名|_", "□本人 □代办人"},
        {"#经办机构意见|□同意 意见：", ""},
        {"#时间|起：    年    月", "时间.起.年 时间.起.月"},
        {"#金额|（大写）          （小写）￥", "金额.大写 金额.小写"},
        {"#工资|      元/月", "工资"},
        {"#地址|        省        市", "地址.省 地址.市"},
        {"#意见|甲：\n\n\n\n乙：", "意见.甲 意见.乙"},
        {"#单位|承诺如下，由单位负责。\n      经办人：      \n   年   月",
         "单位.经办人日期.年 单位.经办人日期.月"},
        {"申请人：      签字：        年   月   日~",
         "申请人 签字日期.年 签字日期.月 签字日期.日"},
        {"填报人：        经办机构经办人：        年   月~", "填报人"},
        {"　　本人        （电话：        ）承诺。~", "本人 电话"},
        {"说明：~1.如实填写。~", ""},
        {"备案编号：~", ""},
    };
    struct catalog c = {.issuer = STR("局")};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct form f = form_of(rows[i].form);
        struct scene *s = form_fillable(&c, &f, fake, style, diag);
        struct buf b = {0};
        put_inputs(&b, s, " ");
        CHECK_STR(rows[i].form, buf_str(&b), str_of(rows[i].wanted));
        buf_drop(&b);
        scene_drop(s);
    }
}

static size_t count_inputs(const struct form *f)
{
    struct catalog c = {.issuer = STR("局")};
    struct scene *s = form_fillable(&c, f, fake, style, diag);
    size_t inputs = 0;
    for (size_t p = 0; p < s->pages.n; p++)
        for (size_t i = 0; i < s->pages.at[p].marks.n; i++)
            inputs += s->pages.at[p].marks.at[i].kind == MARK_INPUT;
    scene_drop(s);
    return inputs;
}

/* The space that a numbered line hangs by is no place in front of a unit, wherever the line
 * breaks. */
TEST(a_hanging_line_asks_nothing)
{
    for (size_t n = 30; n < 70; n++) {
        struct buf b = {0};
        for (size_t i = 0; i < n; i++)
            buf_puts(&b, "甲");
        struct str text = buf_str(&b);
        struct form f = form_of(str_print(arena, "注：1.%.*s市或省。~1．%.*s市或省。",
                                          STR_ARG(text), STR_ARG(text))
                                    .s);
        CHECK(count_inputs(&f) == 0);
        buf_drop(&b);
    }
}

/* Thousands of cells without any word get names too, in bearable time. */
TEST(a_large_form_has_all_its_fields)
{
    struct form f = form_of("_|_|_|_|_|_|_|_|_|_");
    f.rows.at[0].repeat = 1900;
    struct catalog c = {.issuer = STR("局")};
    struct scene *s = form_fillable(&c, &f, fake, style, diag);
    CHECK(s->pages.n > 1 && count_inputs(&f) == 19000);
    scene_drop(s);
}

/* --- all forms of 沅江 --- */

/* Takes the inputs out. */
static void without_inputs(struct scene *s)
{
    for (size_t p = 0; p < s->pages.n; p++) {
        struct page *page = &s->pages.at[p];
        size_t kept = 0;
        for (size_t i = 0; i < page->marks.n; i++)
            if (page->marks.at[i].kind != MARK_INPUT)
                page->marks.at[kept++] = page->marks.at[i];
        page->marks.n = kept;
    }
}

TEST(the_print_is_as_without_fields)
{
    for (size_t i = 0; i < catalog->forms.n; i++) {
        const struct form *f = &catalog->forms.at[i];
        struct scene *fill = form_fillable(catalog, f, real, style, diag);
        struct scene *blank = form_scene(catalog, f, real, style, diag);
        struct buf a = {0}, b = {0};
        size_t before = fill->pages.at[0].marks.n;
        without_inputs(fill);
        CHECK(before > fill->pages.at[0].marks.n);
        scene_dump(fill, &a);
        scene_dump(blank, &b);
        CHECK(str_eq(buf_str(&a), buf_str(&b)));
        buf_drop(&a);
        buf_drop(&b);
        scene_drop(fill);
        scene_drop(blank);
    }
}

struct area {
    double left, top, right, bottom;
};

static bool overlap(struct area a, struct area b)
{
    static const double touch = 0.2; /* points that are no overlap */
    return a.left + touch < b.right && b.left + touch < a.right &&
           a.top + touch < b.bottom && b.top + touch < a.bottom;
}

static struct area area_of(const struct input_mark *m)
{
    return (struct area){m->x, m->y, m->x + m->width, m->y + m->height};
}

/* The ink of a character: what most of them take of their em. */
static bool covers_text(const struct input_mark *input, const struct text_mark *t)
{
    double x = t->x, em = t->style.size, tracking = t->tracking;
    size_t nudge = 0;
    for (struct str rest = t->text; rest.n;) {
        if (nudge < t->nudge_n && t->nudges[nudge].at == t->text.n - rest.n) {
            x += t->nudges[nudge].by;
            tracking = t->nudges[nudge++].tracking;
        }
        uint32_t c = utf8_next(&rest);
        double wide = font_advance(typesetter_fonts(real), t->style.font, c) * em;
        bool inked = c > ' ' && c != 0x3000 && c != '_' &&
                     !(input->kind == INPUT_CHECK && c == 0x25A1);
        struct area ink = {x, t->y - 0.8 * em, x + wide, t->y + 0.05 * em};
        if (inked && overlap(area_of(input), ink))
            return true;
        x += wide + tracking;
    }
    return false;
}

/* A line that runs through it, not along it. */
static bool is_cut(const struct input_mark *input, const struct path_mark *p)
{
    const struct segment *a = &p->segments[0], *b = &p->segments[1];
    struct area line = {fmin(a->x, b->x) - 0.3, fmin(a->y, b->y) - 0.3,
                        fmax(a->x, b->x) + 0.3, fmax(a->y, b->y) + 0.3};
    return p->n == 2 && overlap(area_of(input), line);
}

static bool is_clear(const struct page *page, size_t at)
{
    const struct input_mark *input = &page->marks.at[at].input;
    struct area area = area_of(input);
    bool clear = area.left > 0 && area.top > 0 && area.right < page->width &&
                 area.bottom < page->height && area.left < area.right &&
                 area.top < area.bottom;
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind == MARK_TEXT)
            clear &= !covers_text(input, &m->text);
        if (m->kind == MARK_PATH)
            clear &= !is_cut(input, &m->path);
        if (m->kind == MARK_INPUT && i != at)
            clear &= !overlap(area, area_of(&m->input));
    }
    return clear;
}

static void check_inputs(const struct scene *s)
{
    const struct page *page = &s->pages.at[0];
    struct lookup seen = {0};
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct input_mark *m = &page->marks.at[i].input;
        if (page->marks.at[i].kind != MARK_INPUT)
            continue;
        bool clear = is_clear(page, i);
        if (!clear)
            printf("%.*s: %.*s lies on something\n", STR_ARG(s->title), STR_ARG(m->name));
        CHECK(clear);
        CHECK(lookup_find(&seen, m->name) == STR_NONE && m->label.n);
        CHECK(m->kind == INPUT_CHECK || m->size >= 5);
        *lookup_value(arena, &seen, m->name) = i;
    }
}

TEST(fields_lie_on_nothing)
{
    for (size_t i = 0; i < catalog->forms.n; i++) {
        struct scene *s =
            form_fillable(catalog, &catalog->forms.at[i], real, style, diag);
        CHECK(s->pages.n == 1);
        check_inputs(s);
        scene_drop(s);
    }
}

/* Inputs stand in the order of their elements, which is that of reading and of tabs. */
TEST(fields_are_read_in_order)
{
    for (size_t i = 0; i < catalog->forms.n; i++) {
        struct scene *s =
            form_fillable(catalog, &catalog->forms.at[i], real, style, diag);
        size_t element = 0;
        for (size_t k = 0; k < s->pages.at[0].marks.n; k++) {
            const struct mark *m = &s->pages.at[0].marks.at[k];
            if (m->kind != MARK_INPUT)
                continue;
            CHECK(m->element >= element);
            element = m->element;
        }
        scene_drop(s);
    }
}

TEST(golden_of_all_names)
{
    struct buf got = {0};
    for (size_t i = 0; i < catalog->forms.n; i++) {
        const struct form *f = &catalog->forms.at[i];
        struct scene *s = form_fillable(catalog, f, real, style, diag);
        struct buf names = {0};
        put_inputs(&names, s, "\n  ");
        buf_printf(&got, "%.*s\n  %.*s\n", STR_ARG(f->id), STR_ARG(buf_str(&names)));
        buf_drop(&names);
        scene_drop(s);
    }
    CHECK(kit_golden(GOLDEN, buf_str(&got)));
    buf_drop(&got);
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    struct fonts *fonts = kit_fonts(diag), *fakes = fonts_fake();
    fake = typesetter_new(fakes, diag);
    real = fonts ? typesetter_new(fonts, diag) : NULL;
    style = kit_style(arena, "form", form_needs());
    catalog = catalog_load(STR("catalogs/yuanjiang"), STR("catalogs/yuanjiang"), diag);
    RUN(words_say_who_writes);
    RUN(words_make_names);
    RUN(names_are_made_different);
    if (fake && real && catalog) {
        RUN(cells_and_texts_have_their_fields);
        RUN(a_hanging_line_asks_nothing);
        RUN(a_large_form_has_all_its_fields);
        RUN(the_print_is_as_without_fields);
        RUN(fields_lie_on_nothing);
        RUN(fields_are_read_in_order);
        RUN(golden_of_all_names);
    }
    if (kit_problems(diag) || !catalog)
        runner_failed++;
    catalog_drop(catalog);
    typesetter_drop(fake);
    typesetter_drop(real);
    fonts_drop(fakes);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
