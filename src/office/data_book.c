/* A table of a catalog as a workbook of one sheet: above what the source prints there, title,
 * issuer and date; the table with its merged cells; below it the remarks.
 *
 * Columns are as wide as their longest line, within their share of the print style. Excel does
 * not find the height of rows with merged cells by itself, and none may be higher than 409
 * points: when a row would be, all columns become wider, as long as they can be printed on
 * A3 in letters one can read. */
#include "office/data_table.h"

#include "base/utf8.h"
#include "catalog/fields.h"
#include "layout/notice.h"
#include "office/data_grid.h"
#include "office/xlsx.h"
#include "office/xlsx_text.h"

enum {
    LINE_POINTS = 14, /* of 宋体 10 */
    ROW_POINTS = 409, /* the most Excel takes */
    MOST_LINES = (ROW_POINTS - 3) / LINE_POINTS,
    NARROWEST = 6,     /* of a column, in digits */
    A4_DIGITS = 180,   /* on A4 across at about 80 % */
    MOST_DIGITS = 340, /* on A3 across at about 60 % */
    MARK_CHARACTERS = 4
};

struct book {
    struct arena *arena;
    const struct catalog *catalog;
    struct grid grid;
    struct xlsx_sheet *sheet;
    double *widths; /* of the columns */
    size_t *lines;  /* of the rows */
    size_t row;     /* the next one of the sheet */
};

/* ---- widths and heights ---- */

static double wanted_width(const struct book *b, size_t column, double digits_a_share)
{
    const struct grid *g = &b->grid;
    size_t longest = xlsx_columns(g->columns.at[column].label) / 2;
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *cell = &g->cells.at[i];
        size_t n = cell->column == column && cell->columns == 1
                       ? xlsx_columns(data_grid_text(g, cell))
                       : 0;
        longest = n > longest ? n : longest;
    }
    double width = (double)longest + 2,
           most = g->columns.at[column].share * digits_a_share;
    if (!data_grid_coded(g->columns.at[column].part) && width > most)
        width = most;
    return width < NARROWEST ? NARROWEST : width;
}

static double set_widths(struct book *b, double digits_a_share)
{
    double sum = 0;
    for (size_t c = 0; c < b->grid.columns.n; c++) {
        b->widths[c] = wanted_width(b, c, digits_a_share);
        sum += b->widths[c];
    }
    return sum;
}

static size_t lines_of(const struct book *b, const struct grid_cell *cell)
{
    double width = 0;
    for (size_t i = 0; i < cell->columns; i++)
        width += b->widths[cell->column + i];
    return xlsx_lines(data_grid_text(&b->grid, cell), width - 0.5);
}

/* What a merged cell needs more than its rows have, these get in equal parts. */
static void stretch(struct book *b, const struct grid_cell *cell)
{
    size_t need = lines_of(b, cell), have = 0;
    for (size_t i = 0; i < cell->rows; i++)
        have += b->lines[cell->row + i];
    for (size_t i = 0; need > have && i < cell->rows; i++)
        b->lines[cell->row + i] += (need - have + cell->rows - 1) / cell->rows;
}

/* Returns the lines of the highest row. */
static size_t set_lines(struct book *b)
{
    const struct grid *g = &b->grid;
    for (size_t r = 0; r < g->rows.n; r++)
        b->lines[r] = 1;
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *cell = &g->cells.at[i];
        size_t lines = cell->rows == 1 ? lines_of(b, cell) : 1;
        if (lines > b->lines[cell->row])
            b->lines[cell->row] = lines;
    }
    for (size_t i = 0; i < g->cells.n; i++)
        if (g->cells.at[i].rows > 1)
            stretch(b, &g->cells.at[i]);
    size_t most = 1;
    for (size_t r = 0; r < g->rows.n; r++)
        most = b->lines[r] > most ? b->lines[r] : most;
    return most;
}

/* Returns the width of all columns. */
static double set_measures(struct book *b)
{
    static const double first = 0.55, step = 1.2;
    double digits_a_share = first, sum = set_widths(b, digits_a_share);
    while (set_lines(b) > MOST_LINES && sum * step <= MOST_DIGITS) {
        digits_a_share *= step;
        sum = set_widths(b, digits_a_share);
    }
    for (size_t c = 0; c < b->grid.columns.n; c++)
        xlsx_width(b->sheet, c, b->widths[c], b->widths[c]);
    return sum;
}

static void set_height(struct book *b, size_t row, size_t lines)
{
    size_t points = lines * LINE_POINTS + 3;
    xlsx_height(b->sheet, row, points < ROW_POINTS ? (double)points : ROW_POINTS);
}

/* ---- what stands on the sheet ---- */

/* A line over all columns. */
static void put_line(struct book *b, enum xlsx_style style, struct str text, double width)
{
    if (text.n == 0)
        return;
    xlsx_merge(b->sheet, b->row, 0, 1, b->grid.columns.n, style, text);
    set_height(b, b->row,
               xlsx_lines(text, style == XLSX_TITLE ? width / 2 : width) +
                   (style == XLSX_TITLE));
    b->row++;
}

static void put_remarks(struct book *b, bool above, double width)
{
    for (size_t i = 0; i < b->catalog->remarks.n; i++) {
        const struct entry *remark = &b->catalog->remarks.at[i];
        if (remark->above == above)
            put_line(b, XLSX_LINE, entry_printed(b->arena, remark), width);
    }
}

/* 宁乡市医疗保障局　宁医保发〔2022〕14号: what is there. */
static struct str subtitle(const struct book *b)
{
    const struct catalog *c = b->catalog;
    const struct str parts[] = {c->issuer, c->document_number, c->edition,
                                date_words(b->arena, c->document_date)};
    struct str text = STR("");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n)
            text = str_print(b->arena, "%.*s%s%.*s", STR_ARG(text), text.n ? "　" : "",
                             STR_ARG(parts[i]));
    return text;
}

static void put_heads(struct book *b)
{
    const struct grid *g = &b->grid;
    size_t lines[2] = {1, 1};
    for (size_t i = 0; i < g->heads.n; i++) {
        const struct grid_head *head = &g->heads.at[i];
        size_t need = xlsx_lines(head->label, b->widths[head->column] - 0.5);
        xlsx_merge(b->sheet, b->row + head->row, head->column, head->rows, head->columns,
                   XLSX_HEAD, head->label);
        if (head->rows == 1 && head->columns == 1 && need > lines[head->row])
            lines[head->row] = need;
        else if (head->columns == 1 && need > lines[0])
            lines[0] = need;
    }
    for (size_t r = 0; r < g->head_rows; r++)
        set_height(b, b->row + r, lines[r]);
    b->row += g->head_rows;
}

static enum xlsx_style style_of(const struct book *b, const struct grid_cell *cell)
{
    enum grid_part part = b->grid.columns.at[cell->column].part;
    if (data_grid_coded(part))
        return XLSX_CODE;
    if (grid_declared(part) && utf8_count(cell->text) <= MARK_CHARACTERS)
        return XLSX_CENTER;
    return cell->header ? XLSX_BOLD : XLSX_TEXT;
}

static void put_cells(struct book *b)
{
    const struct grid *g = &b->grid;
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *cell = &g->cells.at[i];
        xlsx_merge(b->sheet, b->row + cell->row, cell->column, cell->rows, cell->columns,
                   style_of(b, cell), data_grid_text(g, cell));
    }
    for (size_t r = 0; r < g->rows.n; r++)
        set_height(b, b->row + r, b->lines[r]);
    b->row += g->rows.n;
}

static enum xlsx_paper paper_of(const struct catalog *c, double width)
{
    if (c->paper.n)
        return str_eq(c->paper, STR("A3")) ? XLSX_A3 : XLSX_A4;
    return width > A4_DIGITS ? XLSX_A3 : XLSX_A4;
}

static void put_table(struct book *b)
{
    double width = set_measures(b);
    put_remarks(b, true, width);
    put_line(b, XLSX_TITLE, b->catalog->title, width);
    put_line(b, XLSX_LINE, subtitle(b), width);
    size_t head = b->row;
    put_heads(b);
    xlsx_freeze(b->sheet, b->row, 0);
    xlsx_print(b->sheet, paper_of(b->catalog, width), head, b->row - 1, 0,
               b->catalog->title);
    put_cells(b);
    put_remarks(b, false, width);
}

bool data_table_xlsx(const struct catalog *c, enum data_table table,
                     const struct data_styles *styles, struct buf *out, const char **why)
{
    struct xlsx *x = xlsx_new(c->title, why);
    if (!x)
        return false;
    struct arena *a = arena_new();
    struct book b = {.arena = a, .catalog = c};
    b.grid = grid_new(a, c, styles->at[table]);
    b.widths = arena_array(a, b.grid.columns.n, sizeof *b.widths);
    b.lines = arena_array(a, b.grid.rows.n, sizeof *b.lines);
    xlsx_date(x, c->document_date);
    b.sheet = xlsx_sheet(x, str_of(data_table_title(table)));
    put_table(&b);
    arena_drop(a);
    return xlsx_close(x, out, why);
}
