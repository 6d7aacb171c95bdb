/* What a reader finds on a published page. The pages are our own, so finding tags takes no
 * parser: they are well-formed, and "<" stands only where a tag begins. */
#include "fidelity.h"

#include "base/buf.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 8 * 1024 * 1024 };

static struct str read_page(struct arena *a, const char *path)
{
    struct str text = {0};
    const char *why = "";
    if (!file_read(a, path, MOST_BYTES, &text, &why)) {
        printf("%s: %s\n", path, why);
        exit(1);
    }
    return text;
}

/* The text from `open` on, up to `close`; empty when there is none. */
static struct str between(struct str text, const char *open, const char *close)
{
    size_t from = str_find(text, str_of(open));
    if (from == STR_NONE)
        return STR("");
    text = str_from(text, from);
    return str_slice(text, 0, str_find(text, str_of(close)));
}

/* The markup without the parts from `open` to behind `close`. */
static struct str without(struct arena *a, struct str markup, const char *open,
                          const char *close)
{
    struct buf b = {0};
    for (size_t from; (from = str_find(markup, str_of(open))) != STR_NONE;) {
        buf_put(&b, str_slice(markup, 0, from));
        markup = str_from(markup, from);
        size_t to = str_find(markup, str_of(close));
        markup = to == STR_NONE ? STR("") : str_from(markup, to + strlen(close));
    }
    buf_put(&b, markup);
    struct str copy = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return copy;
}

/* Puts the character of an entity; returns its length in bytes. */
static size_t put_entity(struct buf *b, struct str text)
{
    static const struct {
        const char *name;
        char c;
    } named[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_starts(text, str_of(named[i].name))) {
            buf_char(b, named[i].c);
            return strlen(named[i].name);
        }
    size_t end = str_find(text, STR(";"));
    if (str_starts(text, STR("&#")) && end < 12) {
        bool hex = text.s[2] == 'x';
        buf_rune(b, (uint32_t)strtoul(text.s + (hex ? 3 : 2), NULL, hex ? 16 : 10));
        return end + 1;
    }
    buf_char(b, '&');
    return 1;
}

static struct str plain_ink(struct arena *a, struct str markup)
{
    /* What the page adds to a text of the catalog: a link to a form, and on narrow screens a
     * word for a merged cell that is not repeated. */
    markup = without(a, markup, "<span class=\"form-links\"", "</span>");
    markup = without(a, markup, "<span class=\"same\"", "</span>");
    struct buf b = {0};
    for (size_t i = 0; i < markup.n;) {
        if (markup.s[i] == '<') {
            size_t close = str_find(str_from(markup, i), STR(">"));
            i = close == STR_NONE ? markup.n : i + close + 1;
        } else if (markup.s[i] == '&') {
            i += put_entity(&b, str_from(markup, i));
        } else {
            buf_char(&b, markup.s[i++]);
        }
    }
    struct str text = kit_ink(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

struct str page_text(struct arena *a, const char *path, bool charts)
{
    struct str text = between(read_page(a, path), "<main", "</main>");
    text = without(a, text, "<nav", "</nav>");
    if (!charts)
        text = without(a, text, "<svg", "</svg>");
    return plain_ink(a, text);
}

struct str page_chart(struct arena *a, const char *path, const char *which)
{
    struct str open = str_print(a, "<div class=\"%s\"", which);
    struct str text = between(read_page(a, path), open.s, "</svg>");
    text = without(a, text, "<title", "</title>");
    return plain_ink(a, without(a, text, "<desc", "</desc>"));
}

/* ---- tables ---- */

struct str page_header(struct arena *a, const char *path)
{
    return plain_ink(a, between(read_page(a, path), "<thead", "</thead>"));
}

/* The number of an attribute of the tag that `cell` begins with, or 1. */
static size_t attribute(struct str cell, const char *name)
{
    struct str tag = str_slice(cell, 0, str_find(cell, STR(">")));
    size_t at = str_find(tag, str_of(name));
    return at == STR_NONE ? 1 : strtoul(tag.s + at + strlen(name), NULL, 10);
}

/* The tag of the next cell, or STR_NONE. */
static size_t next_cell(struct str markup)
{
    size_t td = str_find(markup, STR("<td")), th = str_find(markup, STR("<th"));
    return td < th ? td : th;
}

/* Puts the cells of a row into its free columns; those that span rows into the rows below
 * as well. Of columns that a cell spans only the first has its text. */
static void put_cells(struct arena *a, struct page_grid *grid, size_t row, struct str tr)
{
    size_t column = 0;
    for (size_t at; (at = next_cell(tr)) != STR_NONE;) {
        tr = str_from(tr, at);
        size_t next = next_cell(str_from(tr, 3));
        struct str cell = next == STR_NONE ? tr : str_slice(tr, 0, 3 + next);
        struct str text = plain_ink(a, cell);
        size_t rows = attribute(cell, " rowspan=\""),
               columns = attribute(cell, " colspan=\"");
        while (column < grid->columns && grid->cells[row * grid->columns + column].s)
            column++;
        for (size_t r = row; r < row + rows && r < grid->rows; r++)
            for (size_t c = column; c < column + columns && c < grid->columns; c++)
                grid->cells[r * grid->columns + c] = c == column ? text : STR("");
        tr = str_from(tr, cell.n);
    }
}

struct page_grid page_grid(struct arena *a, const char *path, size_t columns)
{
    struct str table = between(read_page(a, path), "<tbody", "</table>"), rest = table;
    struct page_grid grid = {.columns = columns};
    for (size_t at; (at = str_find(rest, STR("<tr"))) != STR_NONE; grid.rows++)
        rest = str_from(rest, at + 3);
    grid.cells = arena_array(a, grid.rows * columns + 1, sizeof *grid.cells);
    for (size_t row = 0; row < grid.rows; row++) {
        put_cells(a, &grid, row, between(table, "<tr", "</tr>"));
        table = str_from(table, str_find(table, STR("</tr>")) + strlen("</tr>"));
    }
    return grid;
}
