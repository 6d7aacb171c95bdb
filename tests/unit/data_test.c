/* A catalog as CSV and Excel: read back, each text stands where the model has it; codes are
 * texts, nothing is a formula, cells are merged as in the grid. */
#include "runner.h"

#include "kit.h"
#include "kit_print.h"
#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "layout/grid.h"
#include "layout/listing.h"
#include "office/csv.h"
#include "office/data_table.h"
#include "office/xlsx_text.h"

#include <stdlib.h>

static struct arena *arena;
static struct data_styles styles;
static const char *const ids[] = {"ningxia", "ningxiang", "pingdingshan", "xinjiang",
                                  "yuanjiang"};
enum { IDS = sizeof ids / sizeof *ids };

static struct catalog *load(const char *id)
{
    struct diag *d = diag_new();
    struct str folder = str_print(arena, "catalogs/%s", id);
    struct catalog *c = catalog_load(folder, folder, d);
    CHECK(c != NULL);
    diag_drop(d);
    return c;
}

static struct catalog *read(const char *kind, const char *inside)
{
    struct diag *d = diag_new();
    struct str text =
        str_print(arena,
                  "<catalog id=\"x\" kind=\"%s\" scheme=\"\"><region code=\"430000\" "
                  "name=\"某省\"/><title>某目录</title>%s</catalog>",
                  kind, inside);
    struct catalog *c = catalog_load_text(text, STR("x.xml"), d);
    CHECK(c && diag_total(d) == 0);
    diag_drop(d);
    return c;
}

/* ---- CSV, read as RFC 4180 says ---- */

struct csv_row {
    VEC(struct str) cells;
};
struct csv_file {
    VEC(struct csv_row) rows;
};

/* Takes the apostrophe off that csv.h speaks of. */
static struct str unguarded(struct str text)
{
    struct str behind = str_from(text, 1);
    return str_starts(text, STR("'")) && csv_guarded(behind) ? behind : text;
}

static struct str take_cell(struct str *rest)
{
    struct buf b = {0};
    bool quoted = str_starts(*rest, STR("\""));
    *rest = str_from(*rest, quoted);
    while (rest->n) {
        char c = rest->s[0];
        if (!quoted && (c == ',' || c == '\r'))
            break;
        *rest = str_from(*rest, 1);
        if (quoted && c == '"') {
            if (!str_starts(*rest, STR("\"")))
                break;
            *rest = str_from(*rest, 1);
        }
        buf_char(&b, c);
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct csv_file parse(struct str text)
{
    struct csv_file file = {0};
    CHECK(str_starts(text, STR("\xEF\xBB\xBF")));
    text = str_from(text, 3);
    while (text.n) {
        struct csv_row *row = vec_push(arena, &file.rows);
        *row = (struct csv_row){0};
        for (;;) {
            *vec_push(arena, &row->cells) = unguarded(take_cell(&text));
            if (!str_starts(text, STR(",")))
                break;
            text = str_from(text, 1);
        }
        CHECK(str_starts(text, STR("\r\n")));
        if (!str_starts(text, STR("\r\n")))
            break;
        text = str_from(text, 2);
    }
    return file;
}

static struct csv_file table_of(const struct catalog *c, enum data_table table)
{
    struct buf b = {0};
    data_table_csv(c, table, &styles, &b);
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return parse(text);
}

TEST(hostile_cells)
{
    static const struct {
        const char *text, *cell;
    } rows[] = {
        {"", ""},
        {"002036001002", "002036001002"},
        {"甲，乙", "甲，乙"},
        {"甲,乙", "\"甲,乙\""},
        {"他说“\"是\"”", "\"他说“\"\"是\"\"”\""},
        {"一\n二", "\"一\n二\""},
        {" 甲", "\" 甲\""},
        {"=1+1", "'=1+1"},
        {"+86", "'+86"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
        {"\t=1", "\"'\t=1\""},
        {"＝1+1", "'＝1+1"},
        {"－1", "'－1"},
        {"'=1", "''=1"},
        {"'甲", "'甲"},
        {"-", "-"},
        {"－", "－"},
        {"—", "—"},
        {"1-2", "1-2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf b = {0};
        struct csv csv = csv_new(&b);
        csv_cell(&csv, str_of(rows[i].text));
        csv_end_row(&csv);
        struct str wanted = str_print(arena, "\xEF\xBB\xBF%s\r\n", rows[i].cell);
        CHECK_STR(rows[i].text, buf_str(&b), wanted);
        struct csv_file file = parse(str_copy(arena, buf_str(&b)));
        CHECK_STR(rows[i].text, file.rows.at[0].cells.at[0], str_of(rows[i].text));
        buf_drop(&b);
    }
}

/* Texts of few characters, those that mean something, in all orders: all come back, and no
 * cell begins with a sign. */
TEST(all_short_texts_come_back)
{
    static const char *const letters[] = {"'",  "=",  "-",  "\"", ",",
                                          "\n", "甲", "＋", " "};
    enum {
        LETTERS = sizeof letters / sizeof *letters,
        ALL = LETTERS * LETTERS * LETTERS
    };
    struct buf b = {0};
    struct csv csv = csv_new(&b);
    struct str *texts = arena_array(arena, ALL, sizeof *texts);
    for (size_t i = 0; i < ALL; i++) {
        texts[i] =
            str_print(arena, "%s%s%s", letters[i % LETTERS],
                      letters[i / LETTERS % LETTERS], letters[i / LETTERS / LETTERS]);
        csv_cell(&csv, texts[i]);
        csv_end_row(&csv);
    }
    struct str bytes = str_copy(arena, buf_str(&b));
    struct csv_file file = parse(bytes);
    CHECK(file.rows.n == ALL);
    for (size_t i = 0; i < ALL && i < file.rows.n; i++)
        CHECK_STR("comes back", file.rows.at[i].cells.at[0], texts[i]);
    CHECK(!str_has(bytes, STR("\r\n=")) && !str_has(bytes, STR("\r\n\"=")));
    CHECK(!str_has(bytes, STR("\r\n-")) && !str_has(bytes, STR("\r\n\"-")));
    buf_drop(&b);
}

/* ---- every text of the model ---- */

static size_t column_of(const struct csv_file *file, struct str label)
{
    const struct csv_row *head = &file->rows.at[0];
    size_t found = STR_NONE;
    for (size_t i = 0; i < head->cells.n; i++)
        if (str_eq(head->cells.at[i], label)) {
            CHECK(found == STR_NONE); /* two columns of one name */
            found = i;
        }
    return found;
}

static struct str cell_at(const struct csv_file *file, size_t row, const char *label)
{
    size_t column = column_of(file, str_of(label));
    return column == STR_NONE ? STR("") : file->rows.at[row].cells.at[column];
}

/* The fields of list.xml by their labels there. */
static const struct {
    enum field_id field;
    const char *label;
} fields[] = {
    {FIELD_AGENCY, "受理单位"},     {FIELD_AUDIENCE, "服务对象"},
    {FIELD_CHANNELS, "办理渠道"},   {FIELD_MATERIALS, "办理材料"},
    {FIELD_PROCESS, "办理流程"},    {FIELD_LIMIT, "办理时限"},
    {FIELD_FEE, "收费标准"},        {FIELD_STEPS, "办理环节"},
    {FIELD_NOTES, "备注"},          {FIELD_BASIS, "设定依据"},
    {FIELD_INQUIRY, "查询方式"},    {FIELD_SUPERVISION, "监督电话"},
    {FIELD_EVALUATION, "评价渠道"},
};
static size_t texts_seen;

static void check_fields(const struct csv_file *file, size_t row, const struct item *item,
                         const struct item *service)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        enum field_id id = fields[i].field;
        const struct field *f = item_field(service ? service : item, id);
        if (service && field_empty(f))
            f = item_field(item, id);
        struct str wanted = field_printed(arena, f);
        CHECK_STR(fields[i].label, cell_at(file, row, fields[i].label), wanted);
        texts_seen += wanted.n > 0;
    }
}

static void check_names(const struct csv_file *file, size_t row,
                        const struct group *group, const struct item *item)
{
    struct str name = str_print(arena, "%.*s%.*s", STR_ARG(group->no),
                                STR_ARG(field_printed(arena, group->title)));
    CHECK_STR("group", cell_at(file, row, "主项"), name);
    CHECK_STR("its code", cell_at(file, row, "主项编码"), group->code);
    CHECK_STR("item", cell_at(file, row, "子项"),
              field_printed(arena, item_field(item, FIELD_TITLE)));
    CHECK_STR("its code", cell_at(file, row, "子项编码"), item->code);
    CHECK_STR("its number", cell_at(file, row, "子项序号"), item->seq);
}

static void check_list(const struct catalog *c)
{
    struct csv_file file = table_of(c, DATA_LIST);
    size_t row = 1;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            size_t n = item->services.n ? item->services.n : 1;
            for (size_t k = 0; k < n && row < file.rows.n; k++, row++) {
                const struct item *service =
                    item->services.n ? &item->services.at[k] : NULL;
                check_names(&file, row, &c->groups.at[g], item);
                check_fields(&file, row, item, service);
                if (service)
                    CHECK_STR("service", cell_at(&file, row, "业务办理项名称"),
                              field_printed(arena, item_field(service, FIELD_TITLE)));
            }
        }
    CHECK(row == file.rows.n);
    for (size_t r = 0; r < file.rows.n; r++)
        CHECK(file.rows.at[r].cells.n == file.rows.at[0].cells.n);
}

TEST(lists_hold_every_text)
{
    for (size_t i = 0; i < IDS; i++) {
        struct catalog *c = load(ids[i]);
        CHECK(data_table_has(c, DATA_LIST) == (c->kind != KIND_DISCLOSURE));
        if (data_table_has(c, DATA_LIST))
            check_list(c);
        catalog_drop(c);
    }
    CHECK(texts_seen > 600); /* it looked at something */
}

TEST(levels_hold_every_mark)
{
    struct catalog *c = load("ningxiang");
    struct csv_file file = table_of(c, DATA_LEVELS);
    size_t row = 1, marks = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++, row++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            check_names(&file, row, &c->groups.at[g], item);
            for (size_t k = 0; k < item->levels.n; k++) {
                const struct cell *cell = &item->levels.at[k];
                struct str text = field_printed(arena, field_shown(&cell->field));
                const char *level = str_copy(arena, c->levels.at[cell->column].name).s;
                CHECK_STR("mark", cell_at(&file, row, level), text);
                marks += text.n > 0;
            }
        }
    CHECK(row == file.rows.n && marks > 51);
    catalog_drop(c);
}

/* A service has a row of its own under its item's, and takes no mark from it. */
TEST(levels_of_services)
{
    struct catalog *c = read(
        "levels",
        "<level id=\"a\" name=\"县\"/><level id=\"b\" name=\"乡\"/>"
        "<group no=\"一、\"><title>甲</title><item seq=\"1\" "
        "code=\"002036001002\"><title>子</title>"
        "<levels><cell level=\"a\">√</cell></levels><service seq=\"1\"><title>业</title>"
        "<levels><cell level=\"b\">√</cell></levels></service></item></group>");
    if (!c)
        return;
    struct csv_file file = table_of(c, DATA_LEVELS);
    CHECK(file.rows.n == 3);
    CHECK_STR("item", cell_at(&file, 1, "县"), STR("√"));
    CHECK_STR("item", cell_at(&file, 1, "乡"), STR(""));
    CHECK_STR("service", cell_at(&file, 2, "县"), STR(""));
    CHECK_STR("service", cell_at(&file, 2, "乡"), STR("√"));
    CHECK_STR("service", cell_at(&file, 2, "子项编码"), STR("002036001002"));
    catalog_drop(c);
}

TEST(disclosure_holds_every_text)
{
    struct catalog *c = load("xinjiang");
    struct csv_file file = table_of(c, DATA_DISCLOSURE);
    static const struct {
        enum field_id field;
        const char *label;
    } shown[] = {{FIELD_ELEMENTS, "公开内容(要素)"},
                 {FIELD_BASIS, "公开依据"},
                 {FIELD_DEADLINE, "公开时限"},
                 {FIELD_BODY, "公开主体"},
                 {FIELD_PUBLICATION, "公开渠道和载体"}};
    size_t row = 1, ticks = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++, row++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            for (size_t k = 0; k < sizeof shown / sizeof *shown; k++)
                CHECK_STR(shown[k].label, cell_at(&file, row, shown[k].label),
                          grid_text(arena, item_field(item, shown[k].field)));
            ticks += cell_at(&file, row, "公开对象：全社会").n > 0;
        }
    CHECK(row == file.rows.n && ticks > 10);
    CHECK(column_of(&file, STR("公开层级：乡、村级")) != STR_NONE);
    catalog_drop(c);
}

/* A text over two columns is in the first; one over two rows is in both. A group without a
 * name has none. */
TEST(merged_cells_in_csv)
{
    struct catalog *c =
        read("list", "<group><title/><item seq=\"1\" code=\"1\"><title>子</title>"
                     "<limit span=\"2\">即办</limit></item>"
                     "<item seq=\"2\" code=\"2\"><title>丑</title>"
                     "<limit id=\"l\">5日</limit><steps>甲—乙</steps></item>"
                     "<item seq=\"3\" code=\"3\"><title>寅</title><limit ref=\"l\"/>"
                     "</item></group>");
    if (!c)
        return;
    struct csv_file file = table_of(c, DATA_LIST);
    CHECK_STR("first", cell_at(&file, 1, "办理时限"), STR("即办"));
    CHECK_STR("second", cell_at(&file, 1, "办理环节"), STR(""));
    CHECK_STR("above", cell_at(&file, 2, "办理时限"), STR("5日"));
    CHECK_STR("below", cell_at(&file, 3, "办理时限"), STR("5日"));
    CHECK_STR("no name", cell_at(&file, 1, "主项"), STR(""));
    catalog_drop(c);
}

/* ---- Excel ---- */

/* A part of a workbook, unpacked by another program. */
static struct str part(struct str bytes, const char *name)
{
    struct str work = kit_work(arena, "data"),
               path = path_join(arena, work, STR("x.xlsx"));
    const char *why;
    CHECK(file_write(path.s, bytes, &why));
    struct str text =
        kit_output(arena, str_print(arena, "unzip -p %s '%s'", path.s, name).s);
    CHECK(dir_remove(work.s, &why));
    return text;
}

static size_t count(struct str text, const char *word)
{
    size_t n = 0, at;
    while ((at = str_find(text, str_of(word))) != STR_NONE) {
        text = str_from(text, at + strlen(word));
        n++;
    }
    return n;
}

static void put_place(struct buf *b, size_t row, size_t column)
{
    CHECK(column < 26);
    buf_printf(b, "%c%zu", (char)('A' + column), row + 1);
}

/* True when the sheet has this merged cell. */
static bool is_merged(struct str sheet, size_t row, size_t column, size_t rows,
                      size_t columns)
{
    struct buf b = {0};
    buf_puts(&b, "<mergeCell ref=\"");
    put_place(&b, row, column);
    buf_char(&b, ':');
    put_place(&b, row + rows - 1, column + columns - 1);
    buf_puts(&b, "\"/>");
    bool found = str_has(sheet, buf_str(&b));
    buf_drop(&b);
    return found;
}

/* The number behind `word` in the text. */
static size_t number_behind(struct str text, const char *word)
{
    size_t at = str_find(text, str_of(word));
    CHECK(at != STR_NONE);
    return at == STR_NONE ? 0 : strtoul(text.s + at + strlen(word), NULL, 10);
}

static bool is_string(struct str sheet, size_t row, size_t column)
{
    struct buf b = {0};
    buf_puts(&b, "<c r=\"");
    put_place(&b, row, column);
    buf_puts(&b, "\" ");
    size_t at = str_find(sheet, buf_str(&b));
    struct str cell = at == STR_NONE ? STR("") : str_from(sheet, at);
    size_t end = str_find(cell, STR(">"));
    buf_drop(&b);
    return end != STR_NONE && str_has(str_slice(cell, 0, end), STR(" t=\"s\""));
}

/* Merged cells are the grid's, besides the lines above and below; codes are texts; what
 * scrolls and what is printed again begins behind the head. */
static void check_sheet(const struct catalog *c, enum data_table table)
{
    struct buf b = {0};
    const char *why;
    CHECK(data_table_xlsx(c, table, &styles, &b, &why));
    struct str sheet = part(buf_str(&b), "xl/worksheets/sheet1.xml");
    struct str book = part(buf_str(&b), "xl/workbook.xml");
    buf_drop(&b);
    struct grid g = grid_new(arena, c, styles.at[table]);
    size_t body = number_behind(sheet, "<pane ySplit=\""), merged = 0, codes = 0;
    for (size_t i = 0; i < g.heads.n; i++) {
        const struct grid_head *h = &g.heads.at[i];
        if (h->rows * h->columns == 1)
            continue;
        CHECK(is_merged(sheet, body - g.head_rows + h->row, h->column, h->rows,
                        h->columns));
        merged++;
    }
    for (size_t i = 0; i < g.cells.n; i++) {
        const struct grid_cell *cell = &g.cells.at[i];
        enum grid_part of = g.columns.at[cell->column].part;
        if (cell->rows * cell->columns > 1) {
            CHECK(is_merged(sheet, body + cell->row, cell->column, cell->rows,
                            cell->columns));
            merged++;
        }
        if ((of == GRID_ITEM_CODE || of == GRID_GROUP_CODE) && cell->text.n) {
            CHECK(is_string(sheet, body + cell->row, cell->column));
            codes++;
        }
    }
    size_t lines = body - g.head_rows, below = 0;
    for (size_t i = 0; i < c->remarks.n; i++)
        below += !c->remarks.at[i].above;
    CHECK(count(sheet, "<mergeCell ") == merged + lines + below);
    CHECK(codes > 0 || table == DATA_DISCLOSURE);
    CHECK(!str_has(sheet, STR("<f>")) && !str_has(sheet, STR("<hyperlink")));
    CHECK(str_has(sheet, STR("state=\"frozen\"")));
    CHECK(str_has(sheet, STR("orientation=\"landscape\"")));
    CHECK(str_has(sheet, STR("fitToHeight=\"0\"")));
    CHECK(str_has(sheet, STR("第 &amp;P 页，共 &amp;N 页")));
    CHECK(str_has(book, str_print(arena, "!$%zu:$%zu<", lines + 1, body)));
}

TEST(workbooks)
{
    size_t sheets = 0;
    for (size_t i = 0; i < IDS; i++) {
        struct catalog *c = load(ids[i]);
        for (int table = 0; table < DATA_TABLES; table++)
            if (data_table_has(c, (enum data_table)table)) {
                check_sheet(c, (enum data_table)table);
                sheets++;
            }
        catalog_drop(c);
    }
    CHECK(sheets == 6);
}

/* What a formula would be in a cell that is typed stays a text, and zeros stay. */
TEST(hostile_workbook)
{
    struct catalog *c = read(
        "list", "<group no=\"=1\"><title>+1</title><item seq=\"01\" "
                "code=\"002036001002\"><title>=HYPERLINK(\"http://x\")</title>"
                "<limit>-1</limit><agency>http://example.com</agency></item></group>");
    if (!c)
        return;
    struct buf b = {0};
    const char *why;
    CHECK(data_table_xlsx(c, DATA_LIST, &styles, &b, &why));
    struct str sheet = part(buf_str(&b), "xl/worksheets/sheet1.xml");
    struct str texts = part(buf_str(&b), "xl/sharedStrings.xml");
    CHECK(!str_has(sheet, STR("<f>")) && !str_has(sheet, STR("<hyperlink")));
    CHECK(count(sheet, "<v>") == count(sheet, "t=\"s\"><v>"));
    CHECK(str_has(texts, STR(">002036001002<")) && str_has(texts, STR(">=1+1<")));
    CHECK(str_has(texts, STR(">-1<")) && str_has(texts, STR(">01<")));
    buf_drop(&b);
    catalog_drop(c);
}

/* 20,000 characters in a narrow column: no row is higher than Excel takes. */
TEST(high_rows)
{
    struct buf inside = {0};
    buf_puts(&inside, "<group><title>甲</title><item><title>子</title><notes><p>");
    for (int i = 0; i < 20000; i++)
        buf_puts(&inside, "字");
    buf_puts(&inside, "</p></notes></item></group>");
    buf_char(&inside, '\0');
    struct catalog *c = read("list", inside.s);
    struct buf b = {0};
    const char *why;
    CHECK(data_table_xlsx(c, DATA_LIST, &styles, &b, &why));
    struct str sheet = part(buf_str(&b), "xl/worksheets/sheet1.xml");
    CHECK(str_has(sheet, STR(" ht=\"409\"")));
    buf_drop(&b);
    buf_drop(&inside);
    catalog_drop(c);
}

int main(void)
{
    arena = arena_new();
    styles.at[DATA_LIST] = kit_style(arena, "list", listing_needs(KIND_LIST));
    styles.at[DATA_LEVELS] = kit_style(arena, "levels-data", data_levels_needs());
    styles.at[DATA_DISCLOSURE] =
        kit_style(arena, "disclosure", listing_needs(KIND_DISCLOSURE));
    RUN(hostile_cells);
    RUN(all_short_texts_come_back);
    RUN(lists_hold_every_text);
    RUN(levels_hold_every_mark);
    RUN(levels_of_services);
    RUN(disclosure_holds_every_text);
    RUN(merged_cells_in_csv);
    RUN(workbooks);
    RUN(hostile_workbook);
    RUN(high_rows);
    arena_drop(arena);
    return runner_end();
}
