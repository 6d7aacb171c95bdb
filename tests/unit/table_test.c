/* Tables: widths of columns, merged cells, page breaks; random ones are in
 * table_property_test.c. Fake fonts, 10 pt: a Chinese character is
 * 10 pt wide. */
#include "runner.h"

#include "kit_print.h"
#include "layout/table_plan.h"

#include <math.h>

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;

static const struct table_look look = {
    .leading = 14,
    .pad_x = 2,
    .pad_y = 3,
    .line_width = 0.5,
    .line = {90, 90, 90},
    .tint = {234, 241, 250},
    .continued = STR_INIT("（续）"),
    .continued_style = {.font = FONT_HEI, .size = 10},
};

static const struct page_frame page = {
    .width = 300, .height = 200, .top = 20, .right = 20, .bottom = 20, .left = 20};

static struct table_cell *add(struct table_row *row, struct str text)
{
    struct span *span = arena_alloc(arena, sizeof *span);
    *span = (struct span){.text = text, .style = {.font = FONT_SONG, .size = 10}};
    struct table_cell *cell = vec_push(arena, &row->cells);
    *cell = (struct table_cell){.spans = span, .n = 1, .rowspan = 1, .colspan = 1};
    return cell;
}

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

TEST(columns_share_the_width)
{
    static const struct {
        const char *name;
        double shares[3], low[3], full[3], widths[3];
    } rows[] = {
        {"by share", {1, 2, 1}, {10, 10, 10}, {50, 50, 50}, {75, 150, 75}},
        {"a long word widens", {1, 1, 1}, {160, 10, 10}, {200, 50, 50}, {160, 70, 70}},
        {"one after another", {1, 1, 1}, {160, 80, 10}, {200, 90, 50}, {160, 80, 60}},
        {"words too long for all",
         {1, 2, 3},
         {200, 200, 200},
         {200, 200, 200},
         {100, 100, 100}},
        {"natural", {0, 0, 0}, {10, 10, 10}, {50, 50, 50}, {100, 100, 100}},
        {"natural, then shares", {0, 1, 1}, {10, 10, 10}, {60, 50, 50}, {60, 120, 120}},
        {"natural, but not more than its part",
         {0, 1, 1},
         {10, 10, 10},
         {900, 50, 50},
         {100, 100, 100}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double widths[3];
        table_distribute(widths, 3, rows[i].shares, rows[i].low, rows[i].full, 300);
        for (size_t k = 0; k < 3; k++) {
            if (!near(widths[k], rows[i].widths[k]))
                printf("%s: column %zu is %g, not %g\n", rows[i].name, k, widths[k],
                       rows[i].widths[k]);
            CHECK(near(widths[k], rows[i].widths[k]));
        }
    }
}

/* The pieces of a page fill it from the header to their lowest edge without a gap. */
static bool fills_pages(const struct table_plan *p, double first_y)
{
    for (size_t n = 0; n < p->pages; n++) {
        double area = 0, low = 0, top = (n ? page.top : first_y) + p->head_height;
        size_t pieces = 0;
        for (size_t i = 0; i < p->pieces.n; i++) {
            struct box b = p->pieces.at[i].box;
            if (p->pieces.at[i].page != n)
                continue;
            pieces++;
            area += b.width * b.height;
            low = b.y + b.height > low ? b.y + b.height : low;
            if (b.y < top - 1e-6 || low > frame_end(&page) + 1e-6)
                return false;
        }
        if (pieces && fabs(area - (low - top) * frame_inner_width(&page)) > 1e-3)
            return false;
    }
    return true;
}

static void measure(struct table_plan *plan, const struct table *t)
{
    struct diag *d = diag_new();
    CHECK(table_measure(plan, arena, setter, t, &look, &page, d));
    CHECK(diag_total(d) == 0);
    diag_drop(d);
}

static struct table two_columns(void)
{
    static const double shares[] = {1, 1};
    struct table t = {.columns = 2, .shares = shares};
    struct table_row *head = vec_push(arena, &t.head);
    add(head, STR("列名"));
    add(head, STR("内容"));
    return t;
}

/* A group over many rows, and a cell taller than a page. */
static struct table long_table(void)
{
    struct table t = two_columns();
    for (size_t r = 0; r < 8; r++) {
        struct table_row *row = vec_push(arena, &t.body);
        if (r == 0) {
            struct table_cell *group = add(row, STR("一、参保登记"));
            group->rowspan = 8;
            group->repeat = TABLE_AGAIN;
            group->header = true;
        }
        add(row, STR("单位参保登记"));
    }
    struct table_row *last = vec_push(arena, &t.body);
    add(last, STR("说明"));
    struct buf b = {0};
    for (size_t i = 0; i < 16; i++)
        buf_puts(&b, "申请人提出申请，经办机构受理。");
    add(last, str_copy(arena, buf_str(&b)));
    buf_drop(&b);
    return t;
}

static struct table merged_table(void)
{
    struct table t = two_columns();
    struct table_row *row = vec_push(arena, &t.body);
    add(row, STR("二、信息查询"))->rowspan = 2;
    add(row, STR("参保单位参保信息查询（002036002001）"))->align = ALIGN_CENTER;
    row = vec_push(arena, &t.body);
    add(row, STR("√"))->align = ALIGN_CENTER;
    row = vec_push(arena, &t.body);
    add(row, STR("说明：合并的两列"))->colspan = 2;
    return t;
}

static struct scene *paint(const struct table *table)
{
    struct scene *s = scene_new();
    scene_page(s, page.width, page.height);
    struct diag *d = diag_new();
    struct table_end end;
    struct table_spot start = {0, 30};
    CHECK(table_paint(s, arena, setter, table, &look, &page, SCENE_ROOT, start, &end, d));
    diag_drop(d);
    return s;
}

static struct scene *merged_scene(void)
{
    struct table t = merged_table();
    return paint(&t);
}

static struct scene *long_scene(void)
{
    struct table t = long_table();
    return paint(&t);
}

static struct scene *paragraph_scene(void)
{
    struct scene *s = scene_new();
    scene_page(s, page.width, page.height);
    struct span spans[3] = {
        {.text = STR("（一）事项名称　"), .style = {.font = FONT_HEI_BOLD, .size = 10}},
        {.text = STR("单位参保登记(002036001001)，不超过5个工作日办结，详见"),
         .style = {.font = FONT_SONG, .size = 10}},
        {.text = STR("第7页"),
         .style = {.font = FONT_SONG, .size = 10},
         .dest = STR("form")},
    };
    static const enum align aligns[] = {ALIGN_JUSTIFY, ALIGN_CENTER};
    double y = 20;
    for (size_t i = 0; i < 2; i++) {
        struct paragraph_style style = {.width = 150,
                                        .leading = 17,
                                        .first_indent = 20,
                                        .hang = 10,
                                        .align = aligns[i]};
        struct paragraph p = text_layout(arena, setter, spans, 3, &style);
        size_t element = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
        y = text_paint(s, 0, element, &p, 0, p.lines.n, 20, y);
    }
    return s;
}

/* A case exists because its file exists; MULU_ACCEPT=1 writes what is there now. */
TEST(scenes_are_as_they_were_looked_at)
{
    static const struct {
        const char *path;
        struct scene *(*make)(void);
    } rows[] = {
        {"tests/golden/scene/paragraph.scene", paragraph_scene},
        {"tests/golden/scene/table-merged.scene", merged_scene},
        {"tests/golden/scene/table-pages.scene", long_scene},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scene *s = rows[i].make();
        CHECK(kit_scene_golden(rows[i].path, s));
        scene_drop(s);
    }
}

TEST(a_cell_that_goes_on_is_marked)
{
    struct table t = long_table();
    struct table_plan plan;
    measure(&plan, &t);
    CHECK(table_place(&plan, arena, &page, 30));
    size_t again = 0, rest = 0;
    for (size_t i = 0; i < plan.pieces.n; i++) {
        again += plan.pieces.at[i].kind == PIECE_AGAIN;
        rest += plan.pieces.at[i].kind == PIECE_REST;
    }
    CHECK(again == 1);
    CHECK(rest >= 1);
    CHECK(plan.pages > 2);
}

/* A group's name needs three lines; only its first row, of one line, fits on the page. */
TEST(a_row_grows_so_that_its_group_is_named_whole_before_the_page_ends)
{
    static const char *const filler[] = {"一", "二", "三\n四"};
    struct table t = two_columns();
    for (size_t r = 0; r < 3; r++) {
        struct table_row *row = vec_push(arena, &t.body);
        add(row, STR("组"));
        add(row, str_of(filler[r]));
    }
    struct table_row *row = vec_push(arena, &t.body);
    struct table_cell *group = add(row, STR("一、\n参保\n登记"));
    group->rowspan = 2;
    group->repeat = TABLE_AGAIN;
    add(row, STR("单位参保登记"));
    add(vec_push(arena, &t.body), STR("职工\n参保\n登记"));
    struct table_plan plan;
    measure(&plan, &t);
    CHECK(table_place(&plan, arena, &page, 30));
    CHECK(plan.pages == 2);
    for (size_t i = 0; i < plan.pieces.n; i++) {
        const struct table_piece *piece = &plan.pieces.at[i];
        if (piece->slot == 6 && piece->page == 0) {
            CHECK(piece->to == 3 && near(piece->box.height, 48));
        } else if (piece->slot == 6) {
            CHECK(piece->kind == PIECE_AGAIN);
        } else if (piece->slot == 7) {
            CHECK(near(piece->box.height, 48));
        }
    }
    CHECK(fills_pages(&plan, 30));
}

/* Said again it would take more than half of the page: only the mark stands there. */
TEST(a_long_merged_text_is_not_said_again)
{
    struct table t = two_columns();
    struct table_row *row = vec_push(arena, &t.body);
    struct table_cell *law = add(row, STR("一\n二\n三\n四\n五\n六"));
    law->rowspan = 2;
    law->repeat = TABLE_AGAIN;
    add(row, STR("一\n二\n三\n四\n五\n六"));
    add(vec_push(arena, &t.body), STR("一\n二\n三"));
    struct table_plan plan;
    measure(&plan, &t);
    CHECK(table_place(&plan, arena, &page, 30));
    size_t marks = 0;
    for (size_t i = 0; i < plan.pieces.n; i++)
        marks += plan.pieces.at[i].page == 1 && plan.pieces.at[i].kind == PIECE_MARK;
    CHECK(plan.pages == 2 && marks == 1);
}

/* Notes of these many lines, eleven characters a line: 120 pt of the 130 a column has. */
static const size_t note_lines[] = {2, 4, 1, 3, 2, 5, 1, 2};
enum { NOTES = sizeof note_lines / sizeof *note_lines };

static struct str notes_text(void)
{
    struct buf b = {0};
    for (size_t k = 0; k < NOTES; k++) {
        buf_puts(&b, k ? "\n" : "");
        for (size_t i = 0; i < note_lines[k] * 11; i++)
            buf_puts(&b, "注");
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* Whether a page may end behind so many lines of the notes. */
static bool parts_notes(size_t line)
{
    size_t begin = 0;
    for (size_t k = 0; k < NOTES; begin += note_lines[k++])
        if (line < begin + note_lines[k])
            return line == begin ||
                   (line >= begin + 2 && line + 2 <= begin + note_lines[k]);
    return true;
}

/* Wherever the page ends, of no note the first line stays behind alone or the last one goes
 * over. */
TEST(no_line_of_a_note_is_left_alone_in_a_merged_cell)
{
    size_t parted = 0;
    for (double first_y = 30; first_y < 110; first_y += 2) {
        struct table t = two_columns();
        for (size_t r = 0; r < 8; r++) {
            struct table_row *row = vec_push(arena, &t.body);
            if (r == 0)
                add(row, notes_text())->rowspan = 8;
            add(row, STR("单位\n参保"));
        }
        struct table_plan plan;
        measure(&plan, &t);
        CHECK(plan.body.slots.at[0].text.lines.n == 20);
        CHECK(table_place(&plan, arena, &page, first_y));
        for (size_t i = 0; i < plan.pieces.n; i++)
            if (plan.pieces.at[i].slot == 0) {
                CHECK(parts_notes(plan.pieces.at[i].to));
                parted += plan.pieces.at[i].goes_on;
            }
    }
    CHECK(parted >= 40);
}

/* A web address is broken behind its slashes, nothing else is; what has no room at all is
 * told with its place and claims no more than a 文号 would. */
TEST(a_run_that_has_no_room_is_told)
{
    static const struct {
        const char *name, *text;
        double least; /* width of the second column */
        const char *id;
    } rows[] = {
        {"a code", "湘医保发〔2020〕41号文件", 130, ""},
        {"an address", "网址https://www.example.gov.cn/a/b/c/d/e/f/g/h", 139, ""},
        {"a run as wide as it can be", "abcdefghijabcdefghijabcdefghijabcdefgh", 194, ""},
        {"a run that is too wide",
         "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij", 164,
         "table-narrow"},
    };
    struct source source = {.path = STR("x.xml"), .text = STR("<a>")};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table t = two_columns();
        struct table_row *row = vec_push(arena, &t.body);
        add(row, STR("单位参保登记"));
        add(row, str_of(rows[i].text))->at = (struct pos){&source, 1};
        struct table_plan plan;
        struct diag *d = diag_new();
        CHECK(table_measure(&plan, arena, setter, &t, &look, &page, d));
        CHECK_STR(rows[i].name, diag_total(d) ? diag_problem(d, 0)->id : STR(""),
                  str_of(rows[i].id));
        if (diag_total(d))
            CHECK_STR("place", diag_problem(d, 0)->path, STR("x.xml"));
        if (!near(plan.x[2] - plan.x[1], rows[i].least))
            printf("%s: %g wide\n", rows[i].name, plan.x[2] - plan.x[1]);
        CHECK(near(plan.x[2] - plan.x[1], rows[i].least));
        diag_drop(d);
    }
}

TEST(more_columns_than_letters_fit_are_told)
{
    static const double shares[30] = {0};
    struct table t = {.columns = 30, .shares = shares};
    struct table_row *row = vec_push(arena, &t.body);
    for (size_t i = 0; i < t.columns; i++)
        add(row, STR("参"));
    struct table_plan plan;
    struct diag *d = diag_new();
    CHECK(!table_measure(&plan, arena, setter, &t, &look, &page, d));
    CHECK(diag_total(d) == 1 && str_eq(diag_problem(d, 0)->id, STR("table-columns")));
    t.columns = 26; /* ten points each, without padding */
    CHECK((row->cells.n = 26) &&
          table_measure(&plan, arena, setter, &t, &look, &page, d));
    diag_drop(d);
}

TEST(characters_are_stacked)
{
    static const struct {
        const char *text, *wanted;
    } rows[] = {
        {"单位信息", "单\n位\n信\n息"},
        {"2020年度A1类", "2020\n年\n度\nA1\n类"},
        {"申请 人\n意见", "申\n请\n人\n意\n见"},
        {"", ""},
        {" 甲", "甲"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct span span = {.text = str_of(rows[i].text)};
        const struct span stacked = table_stack(arena, &span);
        CHECK(stacked.style.upright);
        CHECK_STR(rows[i].text, stacked.text, str_of(rows[i].wanted));
    }
}

TEST(a_chain_of_steps_is_broken_behind_its_dashes)
{
    static const struct {
        const char *text, *lines[4];
    } rows[] = {
        {"申请—受理—审核—办结", {"申请—受理—", "审核—办结"}},
        {"申请-受理-审核拨付-办结", {"申请-受理-", "审核拨付-", "办结"}},
        {"申请", {"申请"}},
        {"—申请—受理和审核拨付—办结", {"—申请—", "受理和审核", "拨付—", "办结"}},
    };
    static const double shares[] = {54, 206};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct table t = two_columns();
        t.shares = shares;
        struct table_row *row = vec_push(arena, &t.body);
        add(row, str_of(rows[i].text))->chain = true;
        struct table_plan plan;
        measure(&plan, &t);
        const struct paragraph *p = &plan.body.slots.at[0].text;
        for (size_t k = 0; k < 4; k++) {
            struct buf b = {0};
            for (size_t r = 0; k < p->lines.n && r < p->lines.at[k].runs.n; r++)
                buf_put(&b, p->lines.at[k].runs.at[r].text);
            CHECK_STR(rows[i].text, buf_str(&b),
                      str_of(rows[i].lines[k] ? rows[i].lines[k] : ""));
            buf_drop(&b);
        }
    }
}

/* Low on a page, where the first row would stand alone below the header or not at all. */
TEST(a_header_never_stands_alone)
{
    struct table t = two_columns();
    struct table_row *row = vec_push(arena, &t.body);
    add(row, STR("一\n二\n三\n四"));
    add(row, STR("甲"));
    static const double tops[] = {90, 120, 150, 175};
    for (size_t i = 0; i < sizeof tops / sizeof *tops; i++) {
        struct scene *s = scene_new();
        scene_page(s, page.width, page.height);
        struct diag *d = diag_new();
        struct table_end end;
        struct table_spot start = {0, tops[i]};
        CHECK(
            table_paint(s, arena, setter, &t, &look, &page, SCENE_ROOT, start, &end, d));
        bool here = tops[i] + 20 + 4 * look.leading + 6 <= frame_end(&page);
        CHECK(end.rows[0].page == (here ? 0 : 1));
        CHECK((s->pages.at[0].marks.n > 0) == here);
        CHECK(s->pages.n == (here ? 1 : 2));
        diag_drop(d);
        scene_drop(s);
    }
}

/* The row is broken after its fourth line: its number is said again, its notes, shown whole,
 * have the mark alone, the empty cell stays empty. */
TEST(a_broken_row_looks_empty_nowhere)
{
    static const double shares[] = {1, 1, 1, 1};
    struct table t = {.columns = 4, .shares = shares};
    struct table_row *row = vec_push(arena, &t.body);
    static const char *const texts[] = {"15", "一\n二\n三\n四\n五", "", NULL};
    static const enum piece_kind kinds[] = {PIECE_AGAIN, PIECE_MARK, PIECE_TEXT,
                                            PIECE_REST};
    struct buf b = {0};
    for (size_t i = 0; i < 16; i++)
        buf_puts(&b, i ? "\n行" : "行");
    for (size_t i = 0; i < 4; i++)
        add(row, texts[i] ? str_of(texts[i]) : str_copy(arena, buf_str(&b)))->repeat =
            i == 0 ? TABLE_AGAIN : TABLE_SHORT;
    buf_drop(&b);
    struct table_plan plan;
    measure(&plan, &t);
    CHECK(table_place(&plan, arena, &page, 20));
    CHECK(plan.pages == 2);
    for (size_t i = 0; i < plan.pieces.n; i++)
        if (plan.pieces.at[i].page == 1)
            CHECK(plan.pieces.at[i].kind == kinds[plan.pieces.at[i].slot]);
}

TEST(a_header_without_room_for_rows_is_told)
{
    struct table t = two_columns();
    struct page_frame low = page;
    low.height = 80;
    struct scene *s = scene_new();
    scene_page(s, low.width, low.height);
    struct diag *d = diag_new();
    struct table_end end;
    struct table_spot start = {0, 20};
    CHECK(!table_paint(s, arena, setter, &t, &look, &low, SCENE_ROOT, start, &end, d));
    CHECK(diag_total(d) == 1 && str_eq(diag_problem(d, 0)->id, STR("table-page")));
    CHECK(s->pages.at[0].marks.n == 0);
    diag_drop(d);
    scene_drop(s);
}

TEST(ten_thousand_rows_take_bounded_time)
{
    struct arena *outer = arena;
    arena = arena_new();
    struct table t = two_columns();
    for (size_t r = 0; r < 10000; r++) {
        struct table_row *row = vec_push(arena, &t.body);
        if (r == 0) {
            struct table_cell *cell = add(row, STR("一组"));
            cell->rowspan = 10000;
            cell->repeat = TABLE_AGAIN;
        }
        add(row, STR("单位参保登记"));
    }
    struct scene *s = paint(&t);
    CHECK(s->pages.n > 1000);
    scene_drop(s);
    arena_drop(arena);
    arena = outer;
}

int main(void)
{
    arena = arena_new();
    fonts = fonts_fake();
    struct diag *d = diag_new();
    setter = typesetter_new(fonts, d);
    RUN(columns_share_the_width);
    RUN(scenes_are_as_they_were_looked_at);
    RUN(a_cell_that_goes_on_is_marked);
    RUN(a_row_grows_so_that_its_group_is_named_whole_before_the_page_ends);
    RUN(a_long_merged_text_is_not_said_again);
    RUN(no_line_of_a_note_is_left_alone_in_a_merged_cell);
    RUN(a_run_that_has_no_room_is_told);
    RUN(more_columns_than_letters_fit_are_told);
    RUN(characters_are_stacked);
    RUN(a_chain_of_steps_is_broken_behind_its_dashes);
    RUN(a_header_never_stands_alone);
    RUN(a_broken_row_looks_empty_nowhere);
    RUN(a_header_without_room_for_rows_is_told);
    RUN(ten_thousand_rows_take_bounded_time);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(d);
    arena_drop(arena);
    return runner_end();
}
