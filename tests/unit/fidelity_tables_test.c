/* Text fidelity, first direction: the four documents that are tables, cell by cell.
 *
 * A filled cell of the source is the text of its row's item in the JSON; an empty one has an
 * empty text or belongs to a merged cell, whose text stands exactly once in the rows that
 * share it. What stands around a table is the notice, the title and the remarks. */
#include "runner.h"

#include "fidelity.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

static struct arena *arena;

struct source_row {
    size_t line;
    struct str_list cells; /* ink */
};
struct source_rows {
    struct source_row *at;
    size_t n, cap;
    struct str_list outside; /* ink of the lines that are no rows */
};

/* Rows of lines with tabs between the cells. */
static void read_tabbed(const struct paper *s, size_t width, struct source_rows *rows)
{
    for (size_t i = 0; i < s->lines.n; i++) {
        struct str line = s->lines.at[i], cell;
        if (!str_has(line, STR("\t"))) {
            if (kit_ink(arena, line).n)
                *vec_push(arena, &rows->outside) = kit_ink(arena, line);
            continue;
        }
        if (!kit_ink(arena, line).n) /* a header row that is an exception */
            continue;
        struct source_row row = {.line = i + 1};
        while (str_cut(&line, '\t', &cell))
            *vec_push(arena, &row.cells) = kit_ink(arena, cell);
        while (row.cells.n < width) /* str_cut() gives no piece behind the last tab */
            *vec_push(arena, &row.cells) = STR("");
        CHECK(row.cells.n == width);
        *vec_push(arena, rows) = row;
    }
}

/* Rows of lines that begin with a tab, one a cell, which may go on in lines without; an
 * empty line ends a row. */
static void read_stacked(const struct paper *s, size_t width, struct source_rows *rows)
{
    struct source_row row = {0};
    for (size_t i = 0; i <= s->lines.n; i++) {
        struct str line = i < s->lines.n ? s->lines.at[i] : STR("");
        if (!line.n && row.cells.n) {
            CHECK(row.cells.n == width || row.cells.n == 1);
            *vec_push(arena, rows) = row;
            row = (struct source_row){0};
        } else if (str_starts(line, STR("\t"))) {
            row.line = row.line ? row.line : i + 1;
            *vec_push(arena, &row.cells) = kit_ink(arena, line);
        } else if (row.cells.n) {
            struct str *cell = &row.cells.at[row.cells.n - 1];
            *cell = ink_print(arena, "%.*s%.*s", STR_ARG(*cell), STR_ARG(line));
        } else if (kit_ink(arena, line).n) {
            *vec_push(arena, &rows->outside) = kit_ink(arena, line);
        }
    }
}

static struct str row_ink(const struct source_row *row)
{
    return ink_joined(arena, &row->cells);
}

/* The first rows are the headings; what is filled only at the left is no item either. */
static struct source_rows read_rows(const struct paper *s, struct table_columns columns,
                                    struct str headings)
{
    struct source_rows rows = {0}, kept = {0};
    if (strcmp(s->document, "ningxia") == 0)
        read_stacked(s, columns.n, &rows);
    else
        read_tabbed(s, columns.n, &rows);
    size_t first = 0;
    struct str head = STR("");
    for (; first < rows.n && head.n < headings.n; first++)
        head = ink_print(arena, "%.*s%.*s", STR_ARG(head),
                         STR_ARG(row_ink(&rows.at[first])));
    CHECK_STR("headings", head, headings);
    kept = rows;
    kept.at += first;
    kept.n -= first;
    struct source_row *last = kept.n ? &kept.at[kept.n - 1] : NULL;
    if (last && row_ink(last).n == last->cells.at[0].n) { /* a remark below the table */
        *vec_push(arena, &kept.outside) = last->cells.at[0];
        kept.n--;
    }
    return kept;
}

static bool of_group(const struct table_column *c)
{
    return c->shows == SHOWS_GROUP || c->shows == SHOWS_GROUP_NO ||
           c->shows == SHOWS_GROUP_TITLE || c->shows == SHOWS_GROUP_CODE ||
           c->shows == SHOWS_GROUP_FULL;
}

/* The column of main items, read downwards, gives the groups in their order. Where a merged
 * cell begins is not compared: the extraction puts its text into any of its rows, and one
 * cell may hold two titles. The items below a group are given by their codes. */
static void check_group_column(const struct source_rows *source, size_t c,
                               const struct table_column *column,
                               const struct table_rows *rows, struct tally *tally)
{
    struct buf b = {0};
    for (size_t r = 0; r < source->n; r++)
        buf_put(&b, source->at[r].cells.at[c]);
    struct str rest = buf_str(&b);
    for (size_t r = 0; r < rows->n; r++) {
        if (!rows->at[r].first_of_group)
            continue;
        size_t n = 0;
        for (size_t k = 1; k <= rest.n && !n; k++) /* with brackets or without */
            if (cell_matches(arena, &rows->at[r], column, str_slice(rest, 0, k)))
                n = k;
        CHECK_STR("main item", n ? STR("") : rest,
                  n ? STR("") : cell_text(arena, &rows->at[r], column));
        tally_found(tally, str_slice(rest, 0, n));
        rest = str_from(rest, n);
    }
    if (rest.n)
        tally_lost(tally, "main items", rest);
    buf_drop(&b);
}

/* A filled cell says what the JSON says; of a merged cell exactly one row is filled. */
static void check_column(const struct source_rows *source, size_t c,
                         const struct table_column *column, const struct table_rows *rows,
                         struct tally *tally)
{
    size_t filled = 0;
    for (size_t r = 0; r < rows->n && r < source->n; r++) {
        struct str cell = source->at[r].cells.at[c];
        const char *where =
            str_print(arena, "line %zu, column %zu", source->at[r].line, c + 1).s;
        struct str text = cell_text(arena, &rows->at[r], column);
        if (!cell_continues(rows, r, column))
            filled = 0;
        filled += cell.n > 0;
        if (cell.n && cell_matches(arena, &rows->at[r], column, cell))
            tally_found(tally, cell);
        else if (cell.n)
            tally_lost(tally, where, cell);
        bool last = r + 1 == rows->n || !cell_continues(rows, r + 1, column);
        if (last)
            CHECK_STR(where, filled == (text.n > 0) ? STR("") : text, STR(""));
    }
}

/* What stands around the table is the notice, the title and the remarks, all of them. */
static void check_outside(const struct source_rows *source, const struct json *catalog,
                          struct tally *tally)
{
    struct str_list texts = notice_texts(arena, catalog);
    const struct json *remarks = member(catalog, "remarks");
    *vec_push(arena, &texts) = kit_ink(arena, member(catalog, "title")->text);
    for (size_t i = 0; i < remarks->n; i++)
        *vec_push(arena, &texts) = kit_ink(arena, remarks->at[i].text);
    for (size_t i = 0; i < source->outside.n; i++) {
        size_t k = 0;
        while (k < texts.n && !str_eq(texts.at[k], source->outside.at[i]))
            k++;
        if (k == texts.n) {
            tally_lost(tally, "around the table", source->outside.at[i]);
            continue;
        }
        tally_found(tally, texts.at[k]);
        texts.at[k] = STR("");
    }
    for (size_t k = 0; k < texts.n; k++)
        CHECK_STR("not in the source", texts.at[k], STR(""));
}

/* An item holds no field that the table has no column for. */
static void check_no_more(const struct table_rows *rows, struct table_columns columns)
{
    for (size_t r = 0; r < rows->n; r++) {
        const struct json *printed = member(rows->at[r].unit, "printed");
        for (size_t i = 0; i < printed->n; i++) {
            bool known = str_eq(printed->keys[i], STR("title"));
            for (size_t c = 0; c < columns.n; c++)
                known |= columns.at[c].shows == SHOWS_FIELD &&
                         str_eq(printed->keys[i], str_of(columns.at[c].key));
            CHECK_STR("never published", known ? STR("") : printed->at[i].text, STR(""));
        }
    }
}

static void check_table(size_t document)
{
    const struct fidelity_document *d = &fidelity_documents[document];
    const struct json *catalog = exported_catalog(arena, d->id);
    const struct paper paper = read_paper(arena, d), *s = &paper;
    CHECK(s->stale == 0);
    struct tally tally = {s->document, "source to catalog", 0, 0, 0};
    struct table_columns columns = table_columns(s->document);
    struct table_rows rows = table_rows(arena, catalog);
    struct str headings = table_headings(s->document);
    struct source_rows all = read_rows(s, columns, headings), source = all;
    tally_found(&tally, headings);
    /* A merged cell of a main item may have a row of its own. */
    struct source_rows items = {0};
    for (size_t r = 0; r < source.n; r++) {
        size_t n = 0;
        for (size_t c = 0; c < columns.n; c++)
            n += of_group(&columns.at[c]) ? 0 : source.at[r].cells.at[c].n;
        if (n)
            *vec_push(arena, &items) = source.at[r];
    }
    CHECK(items.n == rows.n);
    for (size_t c = 0; c < columns.n; c++) {
        if (of_group(&columns.at[c]))
            check_group_column(&all, c, &columns.at[c], &rows, &tally);
        else
            check_column(&items, c, &columns.at[c], &rows, &tally);
    }
    check_outside(&all, catalog, &tally);
    check_no_more(&rows, columns);
    CHECK(tally.lost == 0);
    tally_print(&tally);
    /* Every character was compared: found, or an exception. */
    CHECK(tally.characters == utf8_count(ink_joined(arena, &s->lines)));
}

TEST(ningxiang_is_in_its_catalog)
{
    check_table(1);
}

TEST(pingdingshan_is_in_its_catalog)
{
    check_table(2);
}

TEST(xinjiang_is_in_its_catalog)
{
    check_table(3);
}

TEST(ningxia_is_in_its_catalog)
{
    check_table(4);
}

int main(void)
{
    arena = arena_new();
    RUN(ningxiang_is_in_its_catalog);
    RUN(pingdingshan_is_in_its_catalog);
    RUN(xinjiang_is_in_its_catalog);
    RUN(ningxia_is_in_its_catalog);
    arena_drop(arena);
    return runner_end();
}
