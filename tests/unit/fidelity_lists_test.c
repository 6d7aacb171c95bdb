/* Fidelity of the two documents that are one table: every character of the source text
 * stands in the catalog at its row and column, and the other way round, blanks included.
 *
 * A cell that the office merged over several rows stands once in the source, wherever the
 * extraction put it, and once in the catalog, with an id. What is furniture of the page is
 * skipped by line number, each with its reason; how much that is is printed. */
#include "runner.h"

#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/load.h"

enum { MOST_BYTES = 1024 * 1024 };

/* A line, or the first cells of one, that only repeat what stands elsewhere. */
struct furniture {
    size_t line, cells; /* from 1; how many cells from the left */
};

/* How a table prints its cells, and where its columns stand. */
struct table {
    const char *folder, *source;
    const struct furniture *furniture;
    size_t furniture_count;
    size_t width;
    const struct {
        size_t column;
        enum field_id field;
    } fields[8];
    size_t field_count;
    size_t code, seq;    /* columns of an item's code and number, 0: the table has none */
    const char *between; /* what is printed between the entries of a cell */
    bool (*gap)(const struct item *item); /* whether a blank follows a number */
};

struct row {
    size_t line;
    struct str_list cells;
};

/* A shared text and how often the source prints it. */
struct shared {
    const struct field *field;
    size_t printed;
};

struct document {
    const struct table *table;
    struct arena *arena;
    struct diag *diag;
    struct catalog *catalog;
    VEC(struct row) rows;
    VEC(struct shared) shared;
    struct str_list above; /* lines that are no rows */
    size_t skipped;        /* cells that are furniture */
};

/* ---- reading the source ---- */

static size_t furniture_cells(const struct table *t, size_t line)
{
    for (size_t i = 0; i < t->furniture_count; i++)
        if (t->furniture[i].line == line)
            return t->furniture[i].cells;
    return 0;
}

static void add_row(struct document *doc, struct str line, size_t number)
{
    struct row row = {.line = number};
    struct str cell;
    size_t drop = furniture_cells(doc->table, number);
    while (str_cut(&line, '\t', &cell)) {
        bool furniture = row.cells.n < drop;
        doc->skipped += furniture && str_trim(cell).n > 0;
        *vec_push(doc->arena, &row.cells) = furniture ? STR("") : str_trim(cell);
    }
    while (row.cells.n <
           doc->table->width) /* str_cut() gives no piece behind the last tab */
        *vec_push(doc->arena, &row.cells) = STR("");
    CHECK(row.cells.n == doc->table->width);
    if (drop < doc->table->width)
        *vec_push(doc->arena, &doc->rows) = row;
}

static struct document document_open(const struct table *t)
{
    struct document doc = {.table = t, .arena = arena_new(), .diag = diag_new()};
    struct str text = {0}, line;
    const char *why = "";
    CHECK(file_read(doc.arena, t->source, MOST_BYTES, &text, &why));
    for (size_t number = 1; str_cut(&text, '\n', &line); number++) {
        if (str_has(line, STR("\t")))
            add_row(&doc, line, number);
        else if (str_trim(line).n)
            *vec_push(doc.arena, &doc.above) = str_trim(line);
    }
    doc.catalog = catalog_load(str_of(t->folder), str_of(t->folder), doc.diag);
    CHECK(doc.catalog != NULL);
    printf("%s: %zu cells skipped (column headings, repeated main item)\n", t->folder,
           doc.skipped);
    return doc;
}

static void document_drop(struct document *doc)
{
    catalog_drop(doc->catalog);
    diag_drop(doc->diag);
    arena_drop(doc->arena);
}

/* ---- printing the catalog ---- */

static struct str print_field(const struct document *doc, const struct item *item,
                              const struct field *f)
{
    struct buf b = {0};
    for (size_t i = 0; i < f->entries.n; i++) {
        const struct entry *e = &f->entries.at[i];
        buf_puts(&b, i ? doc->table->between : "");
        buf_put(&b, e->no);
        buf_puts(&b, e->no.n && doc->table->gap(item) ? " " : "");
        buf_put(&b, e->text);
    }
    struct str printed = str_copy(doc->arena, buf_str(&b));
    buf_drop(&b);
    return printed;
}

static struct shared *find_shared(struct document *doc, const struct field *f)
{
    for (size_t i = 0; i < doc->shared.n; i++)
        if (doc->shared.at[i].field == f)
            return &doc->shared.at[i];
    struct shared *shared = vec_push(doc->arena, &doc->shared);
    shared->field = f;
    return shared;
}

/* ---- comparing ---- */

static void check_cell(struct document *doc, const struct row *row,
                       const struct item *item, size_t column, enum field_id id)
{
    const struct field *own = item->own[id], *shown = item_field(item, id);
    struct str cell = row->cells.at[column];
    if (own && (own->id.n || own->ref.n)) {
        struct shared *shared = find_shared(doc, shown);
        if (!cell.n)
            return;
        shared->printed++;
    }
    CHECK_STR(field_row(id)->label, print_field(doc, item, shown), cell);
}

/* Right of a cell merged over two columns, the source has one cell less. */
static void spread(struct document *doc, struct row *row, const struct item *item)
{
    const struct field *limit = item->own[FIELD_LIMIT];
    if (!limit || limit->span != 2)
        return;
    size_t last = doc->table->width - 1;
    CHECK(row->cells.at[last].n == 0);
    for (size_t i = last; i > 7; i--)
        row->cells.at[i] = row->cells.at[i - 1];
    row->cells.at[7] = STR("");
}

/* An item holds nothing that the table has no column for. */
static void check_nothing_else(const struct table *t, const struct item *item)
{
    size_t filled = 0, printed = 0;
    for (int f = 0; f < FIELD_COUNT; f++)
        filled += !field_empty(item_field(item, (enum field_id)f));
    for (size_t i = 0; i < t->field_count; i++)
        printed += !field_empty(item_field(item, t->fields[i].field));
    CHECK(filled == printed);
    CHECK(item->levels.n == 0 && item->services.n == 0 && item->forms.n == 0);
    CHECK(item->flow.source == FLOW_NONE);
}

static void check_ticks(const struct document *doc, const struct row *row,
                        const struct item *item)
{
    size_t marked = 0, first = doc->table->width - doc->catalog->columns.n;
    for (size_t i = first; i < row->cells.n; i++)
        marked += row->cells.at[i].n > 0;
    CHECK(item->ticks.n == marked);
    for (size_t i = 0; i < item->ticks.n; i++)
        CHECK_STR("mark", field_text(&item->ticks.at[i].field),
                  row->cells.at[first + item->ticks.at[i].column]);
}

static void check_row(struct document *doc, struct row *row, const struct item *item)
{
    const struct table *t = doc->table;
    spread(doc, row, item);
    CHECK_STR("code", item->code, t->code ? row->cells.at[t->code] : STR(""));
    CHECK_STR("number", item->seq, t->seq ? row->cells.at[t->seq] : STR(""));
    for (size_t i = 0; i < t->field_count; i++)
        check_cell(doc, row, item, t->fields[i].column, t->fields[i].field);
    check_nothing_else(t, item);
    check_ticks(doc, row, item);
}

/* All rows in order, and the texts of merged cells printed once each. `begins` tells by the
 * cells whether a row is the first of the next group. */
static void check_rows(struct document *doc,
                       bool (*begins)(const struct row *row, const struct group *next))
{
    const struct catalog *c = doc->catalog;
    size_t group = 0, item = 0;
    for (size_t i = 0; i < doc->rows.n; i++) {
        struct row *row = &doc->rows.at[i];
        bool first = group + 1 < c->groups.n && begins(row, &c->groups.at[group + 1]);
        CHECK(first == (item == c->groups.at[group].items.n));
        if (first) {
            group++;
            item = 0;
        }
        if (item < c->groups.at[group].items.n)
            check_row(doc, row, &c->groups.at[group].items.at[item++]);
    }
    CHECK(group + 1 == c->groups.n && item == c->groups.at[group].items.n);
    for (size_t i = 0; i < doc->shared.n; i++)
        CHECK(doc->shared.at[i].printed == 1);
}

static void check_no_notice(const struct catalog *c)
{
    CHECK(!c->notice.present && c->edition.n == 0);
    CHECK(c->document_number.n == 0 && c->document_date.n == 0);
    CHECK(c->forms.n == 0 && c->levels.n == 0);
}

/* ---- 平顶山 ---- */

/* clang-format off */
static const struct furniture pingdingshan_furniture[] = {
    {5, 10}, {11, 10}, {20, 10}, {26, 10}, {32, 10}, {41, 10}, {45, 10}, /* 各页的表头 */
    {12, 2}, /* 第二页重印的主项“一”和它的编码 */
};
/* clang-format on */

/* One page has no blank behind its numbers: 1.《…》 for 1. 《…》. */
static bool pingdingshan_gap(const struct item *item)
{
    return !str_eq(item->seq, STR("27")) && !str_eq(item->seq, STR("28"));
}

static const struct table pingdingshan = {
    .folder = "catalogs/pingdingshan",
    .source = "tests/sources/pingdingshan-list.txt",
    .furniture = pingdingshan_furniture,
    .furniture_count = sizeof pingdingshan_furniture / sizeof *pingdingshan_furniture,
    .width = 10,
    .fields = {{3, FIELD_TITLE},
               {5, FIELD_MATERIALS},
               {6, FIELD_LIMIT},
               {7, FIELD_STEPS},
               {8, FIELD_NOTES},
               {9, FIELD_BASIS}},
    .field_count = 6,
    .code = 4,
    .seq = 2,
    .between = " ",
    .gap = pingdingshan_gap,
};

/* Each group has a cell for its code, two of them share the cell of the title. */
static bool code_begins(const struct row *row, const struct group *next)
{
    return row->cells.at[1].n && str_eq(row->cells.at[1], next->code);
}

/* The titles with their numbers, as the cells of one column read one below the other. */
static void check_headings(const struct document *doc)
{
    struct buf source = {0}, printed = {0};
    for (size_t i = 0; i < doc->rows.n; i++) {
        const struct row *row = &doc->rows.at[i];
        if (row->cells.at[0].n)
            buf_printf(&source, "%.*s ", STR_ARG(row->cells.at[0]));
        if (row->cells.at[1].n)
            buf_printf(&source, "[%.*s] ", STR_ARG(row->cells.at[1]));
    }
    for (size_t g = 0; g < doc->catalog->groups.n; g++) {
        const struct group *group = &doc->catalog->groups.at[g];
        bool fifth = str_eq(group->no, STR("五、")),
             sixth = str_eq(group->no, STR("六、"));
        const struct group *next = fifth ? group + 1 : NULL;
        if (!sixth)
            buf_printf(&printed, "%.*s%.*s ", STR_ARG(group->no),
                       STR_ARG(field_text(group->title)));
        if (next) /* 五 and 六 share a cell */
            buf_printf(&printed, "%.*s%.*s ", STR_ARG(next->no),
                       STR_ARG(field_text(next->title)));
        buf_printf(&printed, "[%.*s] ", STR_ARG(group->code));
    }
    CHECK_STR("main items", buf_str(&printed), buf_str(&source));
    buf_drop(&source);
    buf_drop(&printed);
}

static void check_pingdingshan(struct document *doc)
{
    CHECK(doc->above.n == 1);
    CHECK_STR("title", doc->catalog->title, doc->above.at[0]);
    struct row below = doc->rows.at[--doc->rows.n];
    CHECK(doc->catalog->remarks.n == 1);
    CHECK_STR("remark", entry_printed(doc->arena, &doc->catalog->remarks.at[0]),
              below.cells.at[0]);
    check_headings(doc);
    check_rows(doc, code_begins);
    CHECK(doc->shared.n == 12);
    check_no_notice(doc->catalog);
}

TEST(pingdingshan_is_the_source_to_the_letter)
{
    struct document doc = document_open(&pingdingshan);
    if (doc.catalog)
        check_pingdingshan(&doc);
    CHECK(doc.skipped == 72);
    document_drop(&doc);
}

/* ---- 新绛 ---- */

static const struct furniture xinjiang_furniture[] = {
    {5, 14}, {6, 8}, /* 两行表头；第二行的六个“√”栏名在目录里，要比较 */
};

static bool no_gap(const struct item *item)
{
    (void)item;
    return false;
}

static const struct table xinjiang = {
    .folder = "catalogs/xinjiang",
    .source = "tests/sources/xinjiang-disclosure.txt",
    .furniture = xinjiang_furniture,
    .furniture_count = sizeof xinjiang_furniture / sizeof *xinjiang_furniture,
    .width = 14,
    .fields = {{2, FIELD_TITLE},
               {3, FIELD_ELEMENTS},
               {4, FIELD_BASIS},
               {5, FIELD_DEADLINE},
               {6, FIELD_BODY},
               {7, FIELD_PUBLICATION}},
    .field_count = 6,
    .between = "",
    .gap = no_gap,
};

static bool number_begins(const struct row *row, const struct group *next)
{
    return row->cells.at[0].n && str_eq(row->cells.at[0], next->no);
}

static void check_columns(const struct document *doc, const struct row *row)
{
    const struct catalog *c = doc->catalog;
    CHECK(c->columns.n == 6);
    for (size_t i = 0; i < c->columns.n; i++)
        CHECK_STR("column", c->columns.at[i].name, row->cells.at[8 + i]);
}

static void check_xinjiang(struct document *doc)
{
    CHECK(doc->above.n == 1);
    CHECK_STR("title", doc->catalog->title, doc->above.at[0]);
    check_columns(doc, &doc->rows.at[0]);
    doc->rows.at++;
    doc->rows.n--;
    size_t group = 0;
    for (size_t i = 0; i < doc->rows.n; i++) {
        const struct row *row = &doc->rows.at[i];
        CHECK((row->cells.at[0].n > 0) == (row->cells.at[1].n > 0));
        if (row->cells.at[0].n && group < doc->catalog->groups.n) {
            const struct group *g = &doc->catalog->groups.at[group++];
            CHECK_STR("number of the main item", g->no, row->cells.at[0]);
            CHECK_STR("main item", field_text(g->title), row->cells.at[1]);
            CHECK_STR("no code", g->code, STR(""));
        }
    }
    CHECK(group == doc->catalog->groups.n);
    check_rows(doc, number_begins);
    CHECK(doc->shared.n == 7);
    CHECK(doc->catalog->remarks.n == 0);
    check_no_notice(doc->catalog);
}

TEST(xinjiang_is_the_source_to_the_letter)
{
    struct document doc = document_open(&xinjiang);
    if (doc.catalog)
        check_xinjiang(&doc);
    CHECK(doc.skipped == 12);
    document_drop(&doc);
}

int main(void)
{
    RUN(pingdingshan_is_the_source_to_the_letter);
    RUN(xinjiang_is_the_source_to_the_letter);
    return runner_end();
}
