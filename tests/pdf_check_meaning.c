/* What elements mean: headings, lists, tables, figures. ISO 14289-1, 7.3 to 7.6. */
#include "pdf_check_parts.h"

#include <string.h>

const struct json *pdf_attribute(const struct pdf_checking *c, const struct pdf_node *n,
                                 const char *owner, const char *key)
{
    const struct json *a = pdf_key(c->file, n->dict, "/A");
    return str_eq(json_member(a, "/O")->text, str_of(owner)) ? pdf_key(c->file, a, key)
                                                             : json_member(NULL, "");
}

/* --- 7.4.2: H1 first, none skipped on the way down --- */

static void check_headings(struct pdf_checking *c)
{
    int before = 0;
    for (size_t i = 0; i < c->nodes.n; i++) {
        struct str type = c->nodes.at[i].type;
        if (type.n != 2 || type.s[0] != 'H' || type.s[1] < '1' || type.s[1] > '6')
            continue;
        int level = type.s[1] - '0';
        if (level > before + 1)
            pdf_fault(c, "heading-order", "object %zu: H%d behind H%d",
                      c->nodes.at[i].object, level, before);
        before = level;
    }
}

/* --- 7.6 --- */

static void check_list(struct pdf_checking *c, size_t list)
{
    static const char *const ordered[] = {"Decimal", "UpperRoman", "LowerRoman",
                                          "UpperAlpha", "LowerAlpha"};
    static const char *const others[] = {"None", "Disc", "Circle", "Square"};
    const struct pdf_node *n = &c->nodes.at[list];
    struct str numbering = pdf_name(pdf_attribute(c, n, "/List", "/ListNumbering"));
    bool known = false, labels = false, marks = false;
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++)
        known |= str_is(numbering, ordered[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        marks |= str_is(numbering, others[i]);
    for (size_t i = list + 1; i < n->end; i++)
        labels |= str_is(c->nodes.at[i].type, "Lbl") &&
                  c->nodes.at[c->nodes.at[i].parent].parent == list;
    if (!known && (!marks || (labels && str_is(numbering, "None"))))
        pdf_fault(c, "list-numbering", "object %zu: «%.*s»", n->object,
                  STR_ARG(numbering));
}

/* --- 7.5: headers with their scope; every place of the grid taken once --- */

enum { MOST_COLUMNS = 1024 };

struct grid {
    struct pdf_checking *c;
    size_t table;
    size_t busy[MOST_COLUMNS]; /* rows that a cell from above still takes */
    size_t columns;            /* of the first row */
};

static size_t span_of(const struct pdf_checking *c, const struct pdf_node *n,
                      const char *key)
{
    return (size_t)pdf_number(pdf_attribute(c, n, "/Table", key), 1);
}

static bool place_cell(struct grid *g, const struct pdf_node *cell, size_t *at)
{
    size_t columns = span_of(g->c, cell, "/ColSpan"),
           rows = span_of(g->c, cell, "/RowSpan");
    while (*at < MOST_COLUMNS && g->busy[*at])
        ++*at;
    for (size_t i = 0; i < columns; i++, ++*at) {
        if (*at >= MOST_COLUMNS || g->busy[*at] || !rows)
            return false;
        g->busy[*at] = rows;
    }
    return true;
}

static void end_row(struct grid *g, size_t row, bool first, bool good)
{
    size_t taken = 0;
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        taken += g->busy[i] > 0;
        g->busy[i] -= g->busy[i] > 0;
    }
    if (first)
        g->columns = taken;
    if (!good || taken != g->columns)
        pdf_fault(g->c, "table-regular", "object %zu: a row of %zu places, not %zu",
                  g->c->nodes.at[row].object, taken, g->columns);
}

static void check_table(struct pdf_checking *c, size_t table)
{
    struct grid g = {.c = c, .table = table};
    size_t end = c->nodes.at[table].end, rows = 0, headers = 0;
    for (size_t row = table + 1; row < end; row++) {
        if (!str_is(c->nodes.at[row].type, "TR"))
            continue;
        size_t at = 0, behind = c->nodes.at[row].end;
        bool good = true;
        for (size_t i = row + 1; i < behind; i = c->nodes.at[i].end) {
            good &= place_cell(&g, &c->nodes.at[i], &at);
            if (!str_is(c->nodes.at[i].type, "TH"))
                continue;
            headers++;
            if (!pdf_name(pdf_attribute(c, &c->nodes.at[i], "/Table", "/Scope")).n)
                pdf_fault(c, "table-scope", "object %zu", c->nodes.at[i].object);
        }
        end_row(&g, row, rows++ == 0, good);
    }
    for (size_t i = 0; i < MOST_COLUMNS; i++)
        if (g.busy[i]) {
            pdf_fault(c, "table-regular", "object %zu: a cell goes on below the last row",
                      c->nodes.at[table].object);
            break;
        }
    if (!headers)
        pdf_fault(c, "table-scope", "object %zu: no headers", c->nodes.at[table].object);
}

/* --- 7.3 --- */

static void check_figure(struct pdf_checking *c, const struct pdf_node *n)
{
    if (!pdf_text_of(pdf_key(c->file, n->dict, "/Alt")).n)
        pdf_fault(c, "figure-alt", "object %zu", n->object);
    const struct json *box = pdf_attribute(c, n, "/Layout", "/BBox");
    const struct json *page = pdf_key(c->file, n->dict, "/Pg");
    const struct json *media = pdf_key(c->file, page, "/MediaBox");
    bool good = box->n == 4;
    for (size_t i = 0; good && i < 2; i++)
        good = pdf_number(json_at(box, i), -1) >= 0 &&
               pdf_number(json_at(box, i), 0) < pdf_number(json_at(box, i + 2), 0) &&
               pdf_number(json_at(box, i + 2), 0) <= pdf_number(json_at(media, i + 2), 0);
    if (!good)
        pdf_fault(c, "figure-box", "object %zu", n->object);
}

void pdf_check_meaning(struct pdf_checking *c)
{
    check_headings(c);
    for (size_t i = 0; i < c->nodes.n; i++) {
        const struct pdf_node *n = &c->nodes.at[i];
        if (str_is(n->type, "L"))
            check_list(c, i);
        if (str_is(n->type, "Table"))
            check_table(c, i);
        if (str_is(n->type, "Figure"))
            check_figure(c, n);
    }
}
