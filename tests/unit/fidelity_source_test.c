/* Text fidelity, first direction: every character of the five source texts is in the JSON
 * of their catalogs, at its place, and the catalogs hold nothing else of theirs.
 *
 * 沅江 is compared as one long text: the guide is put together again out of the JSON, in the
 * order of the source, with the ten labels of its form. Only the texts of a flowchart stand
 * in no order there: they are taken out of the lines of the chart, the long ones first.
 * The other four are tables, compared cell by cell: a filled cell of the source is the text
 * of its row's item in the JSON; an empty one has an empty text or belongs to a merged cell,
 * whose text stands exactly once in the rows that share it. */
#include "runner.h"

#include "fidelity.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/load.h"

#include <string.h>

enum { MOST_BYTES = 1024 * 1024, MOST_EXCEPTIONS = 60 };

struct paper {
    const char *document;
    struct str_list lines; /* without marks, exceptions replaced */
    size_t characters;     /* ink, marks not counted */
    size_t marks;          /* characters of marks */
};

static struct arena *arena;
static struct paper sources[FIDELITY_DOCUMENTS];
static const struct json *catalogs[FIDELITY_DOCUMENTS];
static const struct catalog *yuanjiang; /* as it is stored */

static const struct json *member(const struct json *j, const char *name)
{
    return json_member(j, name);
}

/* ---- reading the sources ---- */

/* The line without the bookmark marks that the extraction from Word left in it: they were
 * never printed, so they are no text of the document and no exceptions either. */
static struct str without_marks(struct paper *s, struct str line)
{
    size_t at;
    while ((at = str_find(line, STR("[bookmark: _"))) != STR_NONE) {
        struct str rest = str_from(line, at);
        size_t close = str_find(rest, STR("]"));
        if (close == STR_NONE)
            break;
        s->marks += utf8_count(ink(arena, str_slice(rest, 0, close + 1)));
        line = str_print(arena, "%.*s%.*s", (int)at, line.s,
                         STR_ARG(str_from(rest, close + 1)));
    }
    return line;
}

/* The line with the texts of its exceptions replaced; one that is not there has gone stale
 * and fails. */
static struct str without_exceptions(const struct paper *s, struct str line,
                                     size_t number)
{
    for (size_t i = 0; i < fidelity_exception_count; i++) {
        const struct fidelity_exception *e = &fidelity_exceptions[i];
        if (e->line != number || strcmp(e->document, s->document) != 0)
            continue;
        size_t at = str_find(line, str_of(e->text));
        CHECK_STR("an exception that does not apply", at == STR_NONE ? line : STR(""),
                  STR(""));
        if (at != STR_NONE)
            line = str_print(arena, "%.*s%s%.*s", (int)at, line.s, e->instead,
                             STR_ARG(str_from(line, at + strlen(e->text))));
    }
    return line;
}

static void read_source(struct paper *s, const char *path)
{
    struct str text = {0}, line;
    const char *why = "";
    CHECK(file_read(arena, path, MOST_BYTES, &text, &why));
    for (size_t number = 1; str_cut(&text, '\n', &line); number++) {
        line = without_marks(s, line);
        s->characters += utf8_count(ink(arena, line));
        *vec_push(arena, &s->lines) = without_exceptions(s, line, number);
    }
}

/* ---- 沅江: one long text ---- */

/* The source's ink and how far it has been compared. */
struct reading {
    struct str text;
    size_t at;
    struct tally tally;
};

/* The next text of the source must be this one. When it is not, what stands before its next
 * occurrence is lost; when there is none near, the text was never published. */
static void expect(struct reading *r, const char *what, struct str text)
{
    enum { NEAR = 6000 };
    text = ink(arena, text);
    struct str rest = str_from(r->text, r->at);
    size_t found = str_find(str_slice(rest, 0, NEAR), text);
    CHECK_STR(what, found == STR_NONE ? str_slice(rest, 0, 90) : text, text);
    if (found == STR_NONE)
        return;
    if (found > 0)
        tally_lost(&r->tally, what, str_slice(rest, 0, found));
    r->at += found + text.n;
    tally_found(&r->tally, text);
}

/* The ten fields in the order of the guide, with the labels of its form. */
static const struct {
    const char *label, *key;
} guide_fields[] = {
    {"（一）事项名称：", "title"},       {"（二）受理单位：", "agency"},
    {"（三）服务对象：", "audience"},    {"（四）办理渠道：", "channels"},
    {"（五）办理流程：", "process"},     {"（六）办理材料：", "materials"},
    {"（七）办理时限：", "limit"},       {"（八）查询方式：", "inquiry"},
    {"（九）监督电话：", "supervision"}, {"（十）评价渠道：", "evaluation"},
};

/* Takes out of the texts what the program added to a torn chart. */
static void drop_completions(struct str_list *texts, struct str code)
{
    for (size_t i = 0; i < fidelity_completion_count; i++) {
        const struct fidelity_completion *c = &fidelity_completions[i];
        size_t k = 0;
        if (!str_eq(code, str_of(c->code)))
            continue;
        while (k < texts->n && !str_eq(texts->at[k], str_of(c->text)))
            k++;
        CHECK_STR("added by the program", k < texts->n ? texts->at[k] : STR(""),
                  str_of(c->text));
        if (k < texts->n)
            texts->at[k] = STR("");
    }
}

/* The materials of a published chart as they are stored, with their numbers: the JSON has
 * the numbers of an item's fields only. Both must have the same texts. */
static void push_materials(struct str_list *list, const struct json *item)
{
    const struct json *texts = member(member(item, "flow"), "materials");
    struct str code = member(item, "code")->text;
    const struct flow *flow = stored_flow(yuanjiang, code);
    CHECK(flow && flow->source == FLOW_PUBLISHED);
    for (size_t i = 0; i < texts->n; i++) {
        bool stored = flow && i < flow->materials.n;
        struct str text = texts->at[i].text;
        if (stored) /* a torn chart has more of them when it is completed */
            CHECK_STR("material of a chart", text, flow->materials.at[i].text);
        *vec_push(arena, list) =
            ink(arena, stored ? entry_printed(arena, &flow->materials.at[i]) : text);
    }
}

static struct str_list chart_texts(const struct json *item)
{
    const struct json *flow = member(item, "flow"), *nodes = member(flow, "nodes");
    const struct json *edges = member(flow, "edges");
    struct str_list all = {0};
    push_materials(&all, item);
    for (size_t i = 0; i < nodes->n; i++)
        *vec_push(arena, &all) = ink(arena, member(&nodes->at[i], "text")->text);
    for (size_t i = 0; i < edges->n; i++)
        *vec_push(arena, &all) = ink(arena, member(&edges->at[i], "label")->text);
    drop_completions(&all, member(item, "code")->text);
    longest_first(&all);
    return all;
}

/* The texts stand in the source next, in any order and nothing between them. */
static void expect_chart(struct reading *r, const struct json *item)
{
    struct str code = member(item, "code")->text;
    struct str_list texts = chart_texts(item);
    size_t total = 0;
    for (size_t i = 0; i < texts.n; i++)
        total += texts.at[i].n;
    struct pool *window = pool_new(arena, str_slice(r->text, r->at, r->at + total));
    for (size_t i = 0; i < texts.n; i++) {
        size_t from = 0;
        bool found = pool_take(window, &from, total, texts.at[i]);
        CHECK_STR("text of a chart in the source", found ? texts.at[i] : STR(""),
                  texts.at[i]);
        if (found)
            tally_found(&r->tally, texts.at[i]);
    }
    struct str rest = pool_rest(arena, window, 0, total);
    if (rest.n)
        tally_lost(&r->tally, str_copy(arena, code).s, rest);
    r->at += total;
}

static void expect_form(struct reading *r, const struct json *catalog, struct str id)
{
    const struct json *form = find_form(catalog, id);
    CHECK(form);
    struct str_list texts = form_texts(arena, form);
    /* The first line above the table may stand above the title: the JSON tells it not. */
    if (texts.n > 1 && texts.at[1].n &&
        str_starts(str_from(r->text, r->at), texts.at[1])) {
        struct str title = texts.at[0];
        texts.at[0] = texts.at[1];
        texts.at[1] = title;
    }
    for (size_t i = 0; i < texts.n; i++)
        expect(r, str_copy(arena, id).s, texts.at[i]);
}

static void expect_item(struct reading *r, const struct json *catalog,
                        const struct json *item)
{
    struct str code = member(item, "code")->text, title = member(item, "title")->text;
    const char *name = str_copy(arena, title).s;
    if (member(item, "seq")->text.n) /* the heading of the last item is lost */
        expect(r, name,
               str_print(arena, "%.*s%.*s%s%.*s%s", STR_ARG(member(item, "seq")->text),
                         STR_ARG(title), code.n ? "（" : "", STR_ARG(code),
                         code.n ? "）" : ""));
    for (size_t i = 0; i < sizeof guide_fields / sizeof *guide_fields; i++) {
        struct str text = member(member(item, "printed"), guide_fields[i].key)->text;
        if (text.n)
            expect(r, name,
                   ink_print(arena, "%s%.*s", guide_fields[i].label, STR_ARG(text)));
    }
    const struct json *flow = member(item, "flow"), *forms = member(item, "forms");
    if (str_eq(member(flow, "source")->text, STR("published"))) {
        expect(r, name, member(flow, "title")->text);
        expect_chart(r, item);
    }
    for (size_t i = 0; i < forms->n; i++)
        expect_form(r, catalog, forms->at[i].text);
}

static void expect_group(struct reading *r, const struct json *catalog,
                         const struct json *group)
{
    struct str code = member(group, "code")->text;
    expect(r, "a part",
           str_print(arena, "%.*s%.*s%s%.*s%s", STR_ARG(member(group, "no")->text),
                     STR_ARG(member(group, "title")->text), code.n ? "（" : "",
                     STR_ARG(code), code.n ? "）" : ""));
    const struct json *items = member(group, "items");
    for (size_t i = 0; i < items->n; i++)
        expect_item(r, catalog, &items->at[i]);
}

/* The forms that no item has stand at the end. */
static bool has_item(const struct json *catalog, struct str id)
{
    struct table_rows rows = table_rows(arena, catalog);
    for (size_t i = 0; i < rows.n; i++) {
        const struct json *forms = member(rows.at[i].item, "forms");
        for (size_t k = 0; k < forms->n; k++)
            if (str_eq(forms->at[k].text, id))
                return true;
    }
    return false;
}

static void expect_notice(struct reading *r, const struct json *catalog)
{
    struct str_list notice = notice_texts(arena, catalog);
    for (size_t i = 0; i < notice.n; i++)
        expect(r, "the notice", notice.at[i]);
}

static struct str joined(const struct str_list *lines, size_t from, size_t to)
{
    struct buf b = {0};
    for (size_t i = from; i < to && i < lines->n; i++)
        buf_put(&b, lines->at[i]);
    struct str text = ink(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void finish(struct reading *r)
{
    struct str rest = str_from(r->text, r->at);
    if (rest.n)
        tally_lost(&r->tally, "the end", rest);
    CHECK(r->tally.lost == 0);
    tally_print(&r->tally);
}

TEST(yuanjiang_is_in_its_catalog)
{
    const struct json *catalog = catalogs[0], *groups = member(catalog, "groups");
    const struct paper *s = &sources[0];
    struct reading r = {.text = joined(&s->lines, 0, s->lines.n),
                        .tally = {s->document, "source to catalog", 0, 0, 0}};
    expect_notice(&r, catalog);
    for (size_t g = 0; g < groups->n; g++)
        expect_group(&r, catalog, &groups->at[g]);
    const struct json *forms = member(catalog, "forms");
    for (size_t i = 0; i < forms->n; i++)
        if (!has_item(catalog, member(&forms->at[i], "id")->text))
            expect_form(&r, catalog, member(&forms->at[i], "id")->text);
    finish(&r);
    CHECK(r.tally.characters > 36000);
}

/* ---- the tables ---- */

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
            if (ink(arena, line).n)
                *vec_push(arena, &rows->outside) = ink(arena, line);
            continue;
        }
        if (!ink(arena, line).n) /* a header row that is an exception */
            continue;
        struct source_row row = {.line = i + 1};
        while (str_cut(&line, '\t', &cell))
            *vec_push(arena, &row.cells) = ink(arena, cell);
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
            *vec_push(arena, &row.cells) = ink(arena, line);
        } else if (row.cells.n) {
            struct str *cell = &row.cells.at[row.cells.n - 1];
            *cell = ink_print(arena, "%.*s%.*s", STR_ARG(*cell), STR_ARG(line));
        } else if (ink(arena, line).n) {
            *vec_push(arena, &rows->outside) = ink(arena, line);
        }
    }
}

static struct str row_ink(const struct source_row *row)
{
    return joined(&row->cells, 0, row->cells.n);
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
    *vec_push(arena, &texts) = ink(arena, member(catalog, "title")->text);
    for (size_t i = 0; i < remarks->n; i++)
        *vec_push(arena, &texts) = ink(arena, remarks->at[i].text);
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
    const struct paper *s = &sources[document];
    struct tally tally = {s->document, "source to catalog", 0, 0, 0};
    struct table_columns columns = table_columns(s->document);
    struct table_rows rows = table_rows(arena, catalogs[document]);
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
    check_outside(&all, catalogs[document], &tally);
    check_no_more(&rows, columns);
    CHECK(tally.lost == 0);
    tally_print(&tally);
    /* Every character was compared: found, or an exception. */
    CHECK(tally.characters == utf8_count(joined(&s->lines, 0, s->lines.n)));
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

/* ---- blanks ---- */

/* The lines of the source without the blanks at their ends, joined. */
static struct str joined_lines(const struct paper *s)
{
    struct buf b = {0};
    for (size_t i = 0; i < s->lines.n; i++)
        buf_put(&b, str_trim(s->lines.at[i]));
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* A text of the JSON stands in the source with the same blanks, line by line. */
static size_t check_blanks(struct str source, struct str text)
{
    struct str line;
    size_t lines = 0;
    for (; str_cut(&text, '\n', &line); lines++)
        CHECK_STR("blanks", str_has(source, line) ? line : STR(""), line);
    return lines;
}

static size_t check_unit_blanks(struct str source, const struct json *unit)
{
    static const char *const texts[] = {"title", "agency", "audience"};
    static const char *const lists[] = {"channels", "materials",   "notes",     "basis",
                                        "inquiry",  "supervision", "evaluation"};
    static const char *const printed[] = {"limit", "steps", "deadline", "body",
                                          "disclosure_channels"};
    size_t lines = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        lines += check_blanks(source, member(unit, texts[i])->text);
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
        lines += check_blanks(source, member(member(unit, "printed"), printed[i])->text);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t k = 0; k < member(unit, lists[i])->n; k++)
            lines += check_blanks(source, member(unit, lists[i])->at[k].text);
    const struct json *levels = member(unit, "levels");
    for (size_t i = 0; i < levels->n; i++)
        lines += check_blanks(source, levels->at[i].text);
    return lines;
}

/* Blanks inside a text are kept, none is added; those between the entries of a cell and in
 * forms are layout. */
TEST(blanks_are_kept)
{
    for (size_t d = 0; d < FIDELITY_DOCUMENTS; d++) {
        struct str source = joined_lines(&sources[d]);
        struct table_rows rows = table_rows(arena, catalogs[d]);
        size_t lines = 0;
        for (size_t r = 0; r < rows.n; r++) {
            lines += check_unit_blanks(source, rows.at[r].unit);
            if (rows.at[r].first_of_group)
                lines += check_blanks(source, member(rows.at[r].group, "title")->text) +
                         check_blanks(source, member(rows.at[r].group, "code")->text);
        }
        CHECK(lines > 100);
    }
}

/* ---- the exceptions ---- */

TEST(the_exceptions_are_few)
{
    size_t all = 0, excepted = 0, lines = 0;
    for (size_t d = 0; d < FIDELITY_DOCUMENTS; d++) {
        size_t characters = 0, rows = 0;
        for (size_t i = 0; i < fidelity_exception_count; i++) {
            const struct fidelity_exception *e = &fidelity_exceptions[i];
            if (strcmp(e->document, sources[d].document) != 0)
                continue;
            characters += utf8_count(ink(arena, str_of(e->text)));
            rows++;
            CHECK(*e->why && e->line > 0 && e->line <= sources[d].lines.n);
        }
        printf("%-12s %zu characters (and %zu of bookmark marks); exceptions: %zu lines, "
               "%zu characters\n",
               sources[d].document, sources[d].characters, sources[d].marks, rows,
               characters);
        all += sources[d].characters;
        excepted += characters;
        lines += rows;
    }
    printf("%-12s %zu characters; exceptions: %zu lines, %zu characters\n", "all five",
           all, lines, excepted);
    CHECK(lines == fidelity_exception_count); /* none of an unknown document */
    CHECK(lines <= MOST_EXCEPTIONS);
    CHECK(excepted * 100 <= all);
}

int main(void)
{
    arena = arena_new();
    struct catalog *stored = stored_yuanjiang();
    yuanjiang = stored;
    for (size_t i = 0; i < FIDELITY_DOCUMENTS; i++) {
        sources[i].document = fidelity_documents[i].id;
        read_source(&sources[i], fidelity_documents[i].source);
        catalogs[i] = exported_catalog(arena, fidelity_documents[i].id);
    }
    runner_failed += runner_failures > 0; /* exceptions that do not apply */
    RUN(yuanjiang_is_in_its_catalog);
    RUN(ningxiang_is_in_its_catalog);
    RUN(pingdingshan_is_in_its_catalog);
    RUN(xinjiang_is_in_its_catalog);
    RUN(ningxia_is_in_its_catalog);
    RUN(blanks_are_kept);
    RUN(the_exceptions_are_few);
    catalog_drop(stored);
    arena_drop(arena);
    return runner_end();
}
