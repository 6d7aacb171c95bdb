/* Forms with the fake fonts: the grid, the places to write, a sheet that is filled and held
 * to, a golden of a small form. */
#include "runner.h"

#include "kit_print.h"
#include "catalog/form.h"
#include "catalog/form_text.h"
#include "catalog/load.h"
#include "layout/form.h"

#include <math.h>

static struct arena *arena;
static struct diag *diag;
static struct typesetter *setter;
static struct print_style *style;

/* --- texts --- */

static struct str shown(struct form_text text)
{
    struct buf b = {0};
    for (size_t i = 0; i < text.n; i++) {
        const struct form_text_line *line = &text.at[i];
        buf_printf(&b, "%s%s", i ? "|" : "", line->right ? ">" : "");
        buf_put(&b, line->text);
        if (line->behind)
            buf_printf(&b, "<%zu", line->behind);
        buf_puts(&b, line->gaps ? "*" : "");
    }
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

TEST(blanks_become_places_to_write)
{
    static const struct {
        const char *text, *wanted;
        bool placed;
    } rows[] = {
        {"", "", false},
        {"姓名", "姓名", false},
        {"身份证号 号码", "身份证号 号码", false},
        {"性  别", "性　别*", false},
        {"年    月", "年　　月*", false},
        {"年   月", "年　　月*", false}, /* three halves are two */
        {"年　月", "年　月*", false},
        {"年 　月", "年　　月*", false},
        {"□男 □女", "□男　□女*", false},
        {"□ 经审核", "□ 经审核", false},
        {"签字：     ", "签字：", false},
        {"意见：\n\n      年  月  日", "意见：||>年　月　日*", false},
        {"\t年 月", ">年 月", false},
        {" 年 月", "年 月", false}, /* one blank is a slip */
        {"      年  月    ", ">年　月<4*", false},
        {"    年  月", "　　年　月*", true},
        {"诊断：____      __", "诊断：____________", false},
        {"专家____    年  月", "专家____　　年　月*", false},
        {"　　本人      保证。", "　　本人______保证。", false},
        {"金额      （小写）￥", "金额　　　（小写）￥*", false},
        {"甲\r\n乙", "甲|乙", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(rows[i].text,
                  shown(form_text(arena, str_of(rows[i].text), rows[i].placed)),
                  str_of(rows[i].wanted));
}

TEST(a_line_is_taken_apart_at_its_gaps)
{
    struct form_parts parts =
        form_text_parts(arena, STR("单位：　　　　编码：　　险种："));
    CHECK(parts.n == 3);
    CHECK_STR("first", parts.at[0].text, STR("单位："));
    CHECK_STR("last", parts.at[2].text, STR("险种："));
    CHECK(parts.at[0].gap == 4 && parts.at[1].gap == 2);
    CHECK(parts.at[2].gap == 3); /* room behind the colon: the mean */
    parts = form_text_parts(arena, STR("年　月　日"));
    CHECK(parts.n == 3 && parts.at[2].gap == 0);
    CHECK(form_text_parts(arena, STR("")).n == 0);
    parts = form_text_parts(arena, STR("签字："));
    CHECK(parts.n == 1 && parts.at[0].gap > 0);
}

TEST(numbers_lead_lines)
{
    static const struct {
        const char *line, *word, *number;
    } rows[] = {
        {"1.本表", "", "1."},
        {"2、本表", "", "2、"},
        {"12．本表", "", "12．"},
        {"注：1.本表", "注：", "1."},
        {"备注：1、本", "备注：", "1、"},
        {"注：本表", "", ""},
        {"1.5倍", "", ""},
        {"2020.本", "", ""},
        {"1本表", "", ""},
        {".本表", "", ""},
        {"（1）本表", "", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str line = str_of(rows[i].line);
        struct form_lead lead = form_text_lead(line);
        CHECK_STR(rows[i].line, str_slice(line, 0, lead.word), str_of(rows[i].word));
        CHECK_STR(rows[i].line, str_slice(line, lead.word, lead.word + lead.number),
                  str_of(rows[i].number));
    }
}

/* --- the grid --- */

/* A form of cells written as digits: "12" is a cell of one column and two rows; rows part at
 * blanks, cells at commas. */
static struct form form_of(const char *rows)
{
    struct form f = {.id = STR("form"), .title = STR("表")};
    struct str rest = str_of(rows), row, cell;
    while (str_cut(&rest, ' ', &row)) {
        struct form_row *to = vec_push(arena, &f.rows);
        *to = (struct form_row){.repeat = 1};
        while (str_cut(&row, ',', &cell))
            *vec_push(arena, &to->cells) =
                (struct form_cell){.colspan = (size_t)(cell.s[0] - '0'),
                                   .rowspan = (size_t)(cell.s[1] - '0'),
                                   .at = f.rows.n};
    }
    return f;
}

static struct str places(const struct form_grid *grid)
{
    struct buf b = {0};
    for (size_t i = 0; i < grid->slots.n; i++) {
        const struct form_slot *s = &grid->slots.at[i];
        buf_printf(&b, "%s%zu.%zu+%zux%zu", i ? " " : "", s->row, s->column, s->colspan,
                   s->rowspan);
    }
    for (size_t i = 0; i < grid->faults.n; i++)
        buf_printf(&b, " !%s%zu",
                   grid->faults.at[i].kind == FORM_TOO_WIDE ? "wide" : "deep",
                   grid->faults.at[i].row);
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

TEST(cells_find_their_places)
{
    static const struct {
        const char *rows, *wanted;
    } rows[] = {
        {"", ""},
        {"11,11", "0.0+1x1 0.1+1x1"},
        {"21 11,11", "0.0+2x1 1.0+1x1 1.1+1x1"},
        {"12,11 11", "0.0+1x2 0.1+1x1 1.1+1x1"},
        {"11,12,11 11,11", "0.0+1x1 0.1+1x2 0.2+1x1 1.0+1x1 1.2+1x1"},
        {"11,11,11 11", "0.0+1x1 0.1+1x1 0.2+1x1 1.0+3x1"}, /* a short row is filled */
        {"11,12,11 11", "0.0+1x1 0.1+1x2 0.2+1x1 1.0+1x1"}, /* but not past others */
        {"11 11,11", "0.0+1x1 1.0+1x1 !wide1"},
        {"11,11 31", "0.0+1x1 0.1+1x1 1.0+2x1 !wide1"},
        {"13 11", "0.0+1x2 !deep0 !wide1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct form f = form_of(rows[i].rows);
        struct form_grid grid = form_grid(arena, &f);
        CHECK_STR(rows[i].rows, places(&grid), str_of(rows[i].wanted));
    }
}

TEST(repeated_rows_are_rows)
{
    struct form f = form_of("11,11 11,11");
    f.rows.at[1].repeat = 3;
    struct form_grid grid = form_grid(arena, &f);
    CHECK(grid.rows == 4 && grid.slots.n == 8 && grid.faults.n == 0);
    CHECK(grid.row[0] == &f.rows.at[0] && grid.row[3] == &f.rows.at[1]);
    CHECK(grid.first[3] == 6 && grid.first[4] == 8);
}

TEST(a_form_has_a_name)
{
    struct form f = {.id = STR("x")};
    CHECK_STR("nothing", form_name(arena, &f), STR("x"));
    *vec_push(arena, &f.above) = (struct form_line){.text = STR("")};
    *vec_push(arena, &f.above) =
        (struct form_line){.text = STR("本人      保证所述信息真实、准确、完整、有效。")};
    CHECK_STR("words", form_name(arena, &f), STR("本人保证所述信息真实、准确、完整…"));
    f.name = STR("承诺书");
    CHECK_STR("name", form_name(arena, &f), STR("承诺书"));
    f.title = STR("登记表\n（甲）");
    CHECK_STR("title", form_name(arena, &f), STR("登记表（甲）"));
}

/* --- sheets --- */

static struct scene *scene_of(const struct form *f)
{
    struct catalog c = {.issuer = STR("医保局"), .document_date = STR("2020-12-28")};
    return form_scene(&c, f, setter, style, diag);
}

/* The y of the lowest line. */
static double lowest(const struct scene *s, size_t page)
{
    double y = 0;
    for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
        const struct mark *m = &s->pages.at[page].marks.at[i];
        if (m->kind == MARK_PATH)
            for (size_t k = 0; k < m->path.n; k++)
                y = fmax(y, m->path.segments[k].y);
    }
    return y;
}

TEST(rows_grow_and_shrink_to_the_sheet)
{
    struct form f = form_of("11,11 11,11");
    double room = frame_end(&style->page);
    struct scene *s = scene_of(&f);
    double few = lowest(s, 0);
    CHECK(few < room / 2); /* rows grow, but not without end */
    scene_drop(s);
    f.rows.at[1].repeat = 24;
    s = scene_of(&f);
    CHECK(s->pages.n == 1 && fabs(lowest(s, 0) - room) < 0.01); /* they fill it */
    scene_drop(s);
    f.rows.at[1].repeat = 30;
    s = scene_of(&f);
    CHECK(s->pages.n == 1 && fabs(lowest(s, 0) - room) < 0.01); /* or give up height */
    scene_drop(s);
    f.rows.at[1].repeat = 100;
    s = scene_of(&f);
    CHECK(s->pages.n > 1); /* what is too much goes on */
    scene_drop(s);
}

static const struct text_mark *find_text(const struct scene *s, const char *text)
{
    for (size_t i = 0; i < s->pages.at[0].marks.n; i++) {
        const struct mark *m = &s->pages.at[0].marks.at[i];
        if (m->kind == MARK_TEXT && str_has(m->text.text, str_of(text)))
            return &m->text;
    }
    return NULL;
}

TEST(lines_stand_where_they_are_put)
{
    struct form f = form_of("11");
    f.rows.at[0].height = 60;
    f.rows.at[0].cells.at[0].text = STR("甲方意见：\n       某年某月");
    *vec_push(arena, &f.above) = (struct form_line){.text = STR("单位：      日期：")};
    *vec_push(arena, &f.top) =
        (struct form_line){.text = STR("编号"), .align = FORM_RIGHT};
    struct scene *s = scene_of(&f);
    double right = style->page.width - style->page.right;
    const struct text_mark *left = find_text(s, "甲方意见"), *date = find_text(s, "某年");
    const struct text_mark *no = find_text(s, "编号"), *title = find_text(s, "表");
    const struct text_mark *unit = find_text(s, "单位"), *day = find_text(s, "日期");
    CHECK(left && date && no && title && unit && day);
    if (left && date && no && title && unit && day) {
        CHECK(left->x < style->page.left + 10);
        CHECK(date->x + date->width > right - 20 && date->x + date->width < right - 5);
        CHECK(fabs(no->x + no->width - right) < 0.01 && no->y < title->y);
        CHECK(unit->y == day->y && day->x > style->page.left + 150);
    }
    scene_drop(s);
    f.rows.at[0].cells.at[0].valign = FORM_BOTTOM;
    s = scene_of(&f);
    date = find_text(s, "某年");
    CHECK(date && lowest(s, 0) - date->y < 12);
    scene_drop(s);
}

/* A blank that goes over to the next line leaves no hole behind, and no line is torn. */
TEST(blanks_grow_until_their_line_is_full)
{
    struct form f = {.id = STR("form")};
    *vec_push(arena, &f.above) = (struct form_line){
        .text =
            STR("　　本人        （号码：        ），办理            "
                "            业务，因个人原因无法提供                                    "
                "      "
                "证明，本人保证符合此业务办理条件，所述信息真实、准确、完整、有效。")};
    struct scene *s = scene_of(&f);
    const struct page *page = &s->pages.at[0];
    double right = style->page.width - style->page.right;
    CHECK(page->marks.n > 2);
    for (size_t i = 0; i + 1 < page->marks.n; i++) {
        const struct text_mark *t = &page->marks.at[i].text;
        struct span set = {.text = t->text, .style = t->style};
        CHECK(fabs(t->x + t->width - right) < 0.01);
        CHECK(t->width - text_full_width(setter, &set, 1) < t->style.size / 2);
    }
    scene_drop(s);
}

TEST(boxes_stand_below_each_other)
{
    struct form f = form_of("11,11");
    struct form_cell *cells = f.rows.at[0].cells.at;
    cells[0].label = true;
    cells[0].text = STR("□本人\n□被委托人或其他代办的人\n签名");
    cells[1].align = FORM_CENTER;
    cells[1].text = STR("□职工\n□城乡居民");
    struct scene *s = scene_of(&f);
    const struct text_mark *a = find_text(s, "本人"), *b = find_text(s, "被委托");
    const struct text_mark *c = find_text(s, "签名"), *d = find_text(s, "职工");
    const struct text_mark *e = find_text(s, "城乡");
    CHECK(a && b && c && d && e);
    if (a && b && c && d && e) {
        double left = style->page.left, middle = style->page.width / 2;
        CHECK(fabs(a->x - b->x) < 0.01 && fabs(d->x - e->x) < 0.01);
        CHECK(fabs(b->x + b->width / 2 - (left + middle) / 2) < 1); /* the widest one */
        CHECK(fabs(c->x + c->width / 2 - (left + middle) / 2) < 1);
    }
    scene_drop(s);
}

/* 2. below the 1. of 注：1., and each line that goes on below the words of its number. */
TEST(numbered_lines_hang)
{
    struct form f = form_of("11");
    const char *more =
        "，本表一式二份，申报单位、医保经办机构各持一份，由申报单位加盖公章"
        "后连同其他材料一并报送，逾期不予受理。";
    struct str first = str_print(arena, "注：1.甲句%s%s", more, more);
    struct str second = str_print(arena, "2.乙句%s%s", more, more);
    struct str cell = str_print(arena, "提示\n1．丙句%s%s\n2．丁句。", more, more);
    *vec_push(arena, &f.below) = (struct form_line){.text = first};
    *vec_push(arena, &f.below) = (struct form_line){.text = second};
    f.rows.at[0].cells.at[0].text = cell;
    struct scene *s = scene_of(&f);
    double left = style->page.left, em = print_type(style, "note")->style.size;
    size_t found = 0;
    for (size_t i = 0; i + 1 < s->pages.at[0].marks.n; i++) {
        const struct text_mark *t = &s->pages.at[0].marks.at[i].text, *next = NULL;
        if (s->pages.at[0].marks.at[i].kind == MARK_TEXT)
            next = &s->pages.at[0].marks.at[i + 1].text;
        if (next && str_has(t->text, STR("甲句")))
            CHECK(t->x == left && fabs(next->x - left - 3 * em) < 0.01 && ++found);
        if (next && str_has(t->text, STR("乙句")))
            CHECK(fabs(t->x - left - 2 * em) < 0.01 &&
                  fabs(next->x - left - 3 * em) < 0.01 && ++found);
        if (next && str_has(t->text, STR("丙句")))
            CHECK(next->x > t->x + 1.4 * t->style.size && next->y > t->y && ++found);
    }
    const struct text_mark *tip = find_text(s, "提示"), *last = find_text(s, "丁句");
    CHECK(found == 3 && tip && last && tip->x == last->x && last->y > tip->y);
    scene_drop(s);
}

/* A row of 12 codes: across on A4, then on A3; then they are broken, and that is told. */
TEST(a_wide_form_turns_the_page_and_grows)
{
    static const struct {
        size_t letters;
        double width; /* mm */
        size_t told;
    } rows[] = {{6, 210, 0}, {10, 297, 0}, {16, 420, 0}, {40, 420, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct form f = form_of("11,11,11,11,11,11,11,11,11,11,11,11");
        size_t before = diag_total(diag);
        for (size_t k = 0; k < 12; k++)
            f.rows.at[0].cells.at[k].text =
                str_slice(STR("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"), 0,
                          rows[i].letters);
        struct scene *s = scene_of(&f);
        CHECK(fabs(s->pages.at[0].width - rows[i].width * 72 / 25.4) < 0.1);
        CHECK(diag_total(diag) - before == rows[i].told);
        scene_drop(s);
    }
}

/* Higher than a page, its label stacked: named on both pages, no text lost. */
TEST(a_tall_form_says_its_labels_again)
{
    struct form f = form_of("11,11 11");
    struct form_cell *label = &f.rows.at[0].cells.at[0];
    label->text = STR("单位信息");
    label->label = label->vertical = true;
    label->rowspan = 81;
    f.rows.at[1].repeat = 80;
    f.rows.at[1].cells.at[0].text = STR("甲");
    struct scene *s = scene_of(&f);
    CHECK(s->pages.n == 3);
    for (size_t n = 0; n < s->pages.n; n++) {
        struct buf b = {0};
        for (size_t i = 0; i < s->pages.at[n].marks.n; i++)
            if (s->pages.at[n].marks.at[i].kind == MARK_TEXT)
                buf_put(&b, s->pages.at[n].marks.at[i].text.text);
        CHECK(str_has(buf_str(&b), STR("单位信息")));
        CHECK(str_has(buf_str(&b), STR("（续）")) == (n > 0));
        buf_drop(&b);
    }
    scene_drop(s);
}

/* --- golden --- */

TEST(golden_of_a_small_form)
{
    struct catalog *c = catalog_load(STR("tests/golden/form/small"), STR("small"), diag);
    CHECK(c && c->forms.n == 1);
    if (!c || c->forms.n != 1)
        return;
    struct scene *s = scene_of(&c->forms.at[0]);
    CHECK(kit_scene_golden("tests/golden/form/small.scene", s));
    scene_drop(s);
    catalog_drop(c);
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    struct fonts *fonts = fonts_fake();
    setter = typesetter_new(fonts, diag);
    style = kit_style(arena, "form", form_needs());
    if (setter) {
        RUN(blanks_become_places_to_write);
        RUN(a_line_is_taken_apart_at_its_gaps);
        RUN(numbers_lead_lines);
        RUN(cells_find_their_places);
        RUN(repeated_rows_are_rows);
        RUN(a_form_has_a_name);
        RUN(rows_grow_and_shrink_to_the_sheet);
        RUN(lines_stand_where_they_are_put);
        RUN(blanks_grow_until_their_line_is_full);
        RUN(boxes_stand_below_each_other);
        RUN(numbered_lines_hang);
        RUN(a_wide_form_turns_the_page_and_grows);
        RUN(a_tall_form_says_its_labels_again);
        RUN(golden_of_a_small_form);
    }
    if (kit_problems(diag) || !setter)
        runner_failed++;
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
