/* Text fidelity, third direction: every text of the JSON is in the PDF files.
 *
 * pdftotext gives the text in the order in which it is painted (-raw), so a cell or a field
 * stands together, also where columns lie side by side; what breaks over pages goes on
 * behind the heads of the next page. Of tables, forms and notices nothing may be left over
 * either but what the layout adds: heads, page numbers, repeated headings, （续）; and every
 * text comes in the order of reading. That the order of painting is also that of the structure
 * tree, pdf_check_test proves. */
#include "runner.h"

#include "fidelity.h"

#include "catalog/fields.h"
#include "catalog/form.h"
#include "catalog/load.h"

#include <string.h>

static struct arena *arena;
static struct str site;
static const struct json *catalogs[FIDELITY_DOCUMENTS];
static const struct catalog *yuanjiang; /* as it is stored */

static struct pool *open_pdf(const char *catalog, const char *name)
{
    struct str path = str_print(arena, "%.*s/%s/%s.pdf", STR_ARG(site), catalog, name);
    return pool_new(arena, without_lines(arena, pdf_text(arena, path.s)));
}

static void take(struct tally *t, struct pool *p, size_t *from, size_t to,
                 struct str text, const char *where)
{
    if (pool_take(p, from, to, text))
        tally_found(t, text);
    else
        tally_lost(t, where, text);
}

/* The same of a text that stands on one page. */
static void take_on_page(struct tally *t, struct pool *p, size_t from, size_t to,
                         struct str text, const char *where)
{
    for (size_t i = 0; i < p->ends.n && from < to; i++) {
        size_t end = p->ends.at[i] < to ? p->ends.at[i] : to;
        if (end <= from)
            continue;
        if (pool_take(p, &from, end, text)) {
            tally_found(t, text);
            return;
        }
        from = end;
    }
    if (text.n)
        tally_lost(t, where, text);
}

/* ---- what the layout adds ---- */

static size_t page_begin(const struct pool *p, size_t page)
{
    return page ? p->ends.at[page - 1] : 0;
}

/* Takes a text as often as it is on the page. */
static void drop_all(struct pool *p, size_t page, struct str text)
{
    size_t from = page_begin(p, page);
    while (text.n && pool_take(p, &from, p->ends.at[page], text))
        ;
}

static void drop_once(struct pool *p, size_t page, struct str text)
{
    size_t from = page_begin(p, page);
    pool_take(p, &from, p->ends.at[page], kit_ink(arena, text));
}

/* Before anything else: a number of a page is the number of no item. */
static void drop_page_numbers(struct pool *p)
{
    for (size_t i = 0; i < p->ends.n; i++) {
        drop_once(p, i, str_print(arena, "第 %zu 页，共 %zu 页", i + 1, p->ends.n));
        drop_once(p, i, str_print(arena, "—%zu—", i + 1));
    }
}

/* Heads and marks of continuation; then nothing may be left. */
static void check_rest(struct tally *t, struct pool *p, const struct json *catalog,
                       const char *where)
{
    for (size_t i = 0; i < p->ends.n; i++) {
        drop_once(p, i, member(catalog, "title")->text);
        drop_once(p, i, member(catalog, "issuer")->text);
        drop_once(p, i, member(member(catalog, "document"), "number")->text);
        drop_all(p, i, STR("（续）"));
    }
    struct str rest = pool_rest(arena, p, 0, p->text.n);
    if (rest.n)
        tally_lost(t, str_print(arena, "%s: more than the catalog", where).s, rest);
}

/* ---- tables ---- */

/* Adds how a cell is said again: the mark behind its text, or before the code that ends it. */
static void push_again(struct str_list *list, struct str text)
{
    size_t code = str_find(text, STR("(00"));
    *vec_push(arena, list) = str_print(arena, "%.*s（续）", STR_ARG(text));
    if (code != STR_NONE && code > 0)
        *vec_push(arena, list) =
            str_print(arena, "%.*s（续）%.*s", STR_ARG(str_slice(text, 0, code)),
                      STR_ARG(str_from(text, code)));
}

/* The headings of the pages behind the first, and the cells that go on there. */
static void drop_repeated(struct pool *p, const char *id, const struct table_rows *rows,
                          struct table_columns columns)
{
    struct str_list repeated = {0};
    for (size_t r = 0; r < rows->n; r++)
        for (size_t c = 0; c < columns.n; c++) {
            struct str forms[CELL_FORMS];
            cell_forms(arena, &rows->at[r], &columns.at[c], forms);
            for (size_t i = 0; i < CELL_FORMS; i++)
                if (forms[i].n && !cell_continues(rows, r, &columns.at[c]))
                    push_again(&repeated, forms[i]);
        }
    longest_first(&repeated);
    for (size_t page = 1; page < p->ends.n; page++) {
        drop_once(p, page, table_headings(id));
        for (size_t i = 0; i < repeated.n; i++)
            drop_once(p, page, repeated.at[i]);
    }
}

/* Takes the text of a cell, the code with brackets of either width or without. */
static void take_cell(struct tally *t, struct pool *p, size_t *from,
                      const struct table_row *row, const struct table_column *column,
                      const char *where)
{
    struct str forms[CELL_FORMS];
    cell_forms(arena, row, column, forms);
    for (size_t i = 0; i < CELL_FORMS; i++)
        if (pool_take(p, from, p->text.n, forms[i])) {
            tally_found(t, forms[i]);
            return;
        }
    tally_lost(t, where, forms[0]);
}

static void check_table(struct tally *t, const struct fidelity_document *d,
                        const struct json *catalog)
{
    struct table_columns columns = table_columns(d->id);
    struct table_rows rows = table_rows(arena, catalog);
    struct pool *p = open_pdf(d->id, d->table);
    size_t from = 0;
    drop_page_numbers(p);
    take(t, p, &from, p->text.n, kit_ink(arena, member(catalog, "title")->text), "title");
    take(t, p, &from, p->text.n, table_headings(d->id), "headings");
    drop_repeated(p, d->id, &rows, columns);
    for (size_t r = 0; r < rows.n; r++)
        for (size_t c = 0; c < columns.n; c++)
            if (!cell_continues(&rows, r, &columns.at[c]))
                take_cell(t, p, &from, &rows.at[r], &columns.at[c],
                          str_print(arena, "row %zu, column %zu", r + 1, c + 1).s);
    const struct json *remarks = member(catalog, "remarks");
    for (size_t i = 0; i < remarks->n; i++) {
        size_t any = 0;
        take(t, p, &any, p->text.n, kit_ink(arena, remarks->at[i].text), "remarks");
    }
    check_rest(t, p, catalog, d->table);
}

/* ---- the guide ---- */

static const struct {
    const char *label, *key;
} guide_fields[] = {
    {"（一）事项名称", "title"},       {"（二）受理单位", "agency"},
    {"（三）服务对象", "audience"},    {"（四）办理渠道", "channels"},
    {"（五）办理流程", "process"},     {"（六）办理材料", "materials"},
    {"（七）办理时限", "limit"},       {"（八）查询方式", "inquiry"},
    {"（九）监督电话", "supervision"}, {"（十）评价渠道", "evaluation"},
};
enum { GUIDE_FIELDS = sizeof guide_fields / sizeof *guide_fields };

static void push(struct str_list *list, struct str text)
{
    *vec_push(arena, list) = without_lines(arena, kit_ink(arena, text));
}

/* The charts and forms of an item stand behind its fields, before the next item. */
static struct str_list attached_texts(const struct json *catalog, const struct json *item)
{
    struct str_list list = {0};
    const struct json *flow = member(item, "flow"), *forms = member(item, "forms");
    const struct json *lists[] = {member(flow, "materials"), member(flow, "nodes"),
                                  member(flow, "edges")};
    const struct flow *stored = stored_flow(yuanjiang, member(item, "code")->text);
    if (stored && stored->source != FLOW_PUBLISHED)
        stored = NULL;
    push(&list, member(flow, "title")->text);
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < lists[k]->n; i++) {
            const struct json *j = &lists[k]->at[i];
            if (j->kind == JSON_TEXT)
                push(&list, stored && i < stored->materials.n
                                ? entry_printed(arena, &stored->materials.at[i])
                                : j->text);
            else if (!str_eq(member(j, "kind")->text, STR("materials")))
                push(&list, member(j, k == 1 ? "text" : "label")->text);
        }
    for (size_t i = 0; i < forms->n; i++) {
        struct str_list texts = form_texts(arena, find_form(catalog, forms->at[i].text));
        for (size_t k = 0; k < texts.n; k++)
            push(&list, texts.at[k]);
    }
    longest_first(&list);
    return list;
}

/* Where the next item begins: with its field （一）. */
static size_t item_begin(const struct pool *p, const struct table_rows *rows, size_t row)
{
    if (row == rows->n)
        return p->text.n;
    struct str first = ink_print(arena, "%s%.*s", guide_fields[0].label,
                                 STR_ARG(member(rows->at[row].item, "title")->text));
    size_t at = str_find(p->text, first);
    if (at == STR_NONE) /* the fourth item of part 4 has （1） for （一） */
        at = str_find(p->text, str_from(first, strlen("（一）")));
    return at;
}

/* The heading stands before the first field; the fields follow each other. */
static void check_guide_item(struct tally *t, struct pool *p, const struct json *catalog,
                             const struct table_rows *rows, size_t row)
{
    const struct json *item = rows->at[row].item;
    size_t begin = item_begin(p, rows, row), end = item_begin(p, rows, row + 1);
    const char *name = str_copy(arena, member(item, "title")->text).s;
    struct str head = ink_print(arena, "%.*s%.*s%.*s", STR_ARG(member(item, "seq")->text),
                                STR_ARG(member(item, "title")->text),
                                STR_ARG(member(item, "code")->text));
    CHECK(begin != STR_NONE && end != STR_NONE && begin < end);
    if (begin == STR_NONE || end == STR_NONE)
        return;
    size_t from = begin > head.n + 16 ? begin - head.n - 16 : 0;
    take(t, p, &from, begin + 16, head, name);
    for (size_t i = 0; i < GUIDE_FIELDS; i++) {
        struct str text = member(member(item, "printed"), guide_fields[i].key)->text;
        struct str label = str_of(guide_fields[i].label);
        struct str whole = ink_print(arena, "%.*s%.*s", STR_ARG(label), STR_ARG(text));
        if (text.n && !pool_take(p, &from, end, whole)) /* （1） for （一） */
            take(t, p, &from, end, str_from(whole, strlen("（一）")), name);
        else if (text.n)
            tally_found(t, whole);
    }
    struct str_list attached = attached_texts(catalog, item);
    for (size_t i = 0; i < attached.n; i++)
        take_on_page(t, p, from, end, attached.at[i], name);
}

/* 第二部分： is set as 第二部分, as the labels of the fields are without their colons. */
static struct str group_label(const struct json *group)
{
    struct str no = kit_ink(arena, member(group, "no")->text);
    return str_ends(no, STR("：")) ? str_slice(no, 0, no.n - strlen("：")) : no;
}

static void check_guide(struct tally *t, const char *id, const struct json *catalog)
{
    struct pool *p = open_pdf(id, "guide");
    struct table_rows rows = table_rows(arena, catalog);
    struct str_list notice = notice_texts(arena, catalog);
    size_t from = 0;
    take(t, p, &from, p->text.n, kit_ink(arena, member(catalog, "title")->text), "cover");
    from = p->ends.at[0];
    longest_first(&notice);
    for (size_t i = 0; i < notice.n; i++) {
        size_t at = from;
        take(t, p, &at, p->ends.at[2], notice.at[i], "notice");
    }
    for (size_t r = 0; r < rows.n; r++) {
        check_guide_item(t, p, catalog, &rows, r);
        const struct json *group = rows.at[r].group;
        size_t at = p->ends.at[1];
        if (!rows.at[r].first_of_group)
            continue;
        take(t, p, &at, p->text.n, kit_ink(arena, member(group, "title")->text),
             "contents");
        take(t, p, &at, p->text.n, group_label(group), "a part");
        take(t, p, &at, p->text.n, kit_ink(arena, member(group, "title")->text),
             "a part");
        take(t, p, &at, p->text.n, kit_ink(arena, member(group, "code")->text), "a part");
    }
}

/* ---- forms and notices: in the order of reading ---- */

/* Moves a text of a list from one place to another. */
static void move(struct str_list *texts, size_t from, size_t to)
{
    struct str text = texts->at[from];
    for (; from < to; from++)
        texts->at[from] = texts->at[from + 1];
    texts->at[to] = text;
}

/* Lines that stand over the title; the JSON has them behind it. */
static size_t lines_over_title(struct str id)
{
    const struct form *form = form_find(yuanjiang, id);
    return form ? form->top.n : 0;
}

static void check_forms(struct tally *t, const char *id, const struct json *catalog)
{
    const struct json *forms = member(catalog, "forms");
    for (size_t i = 0; i < forms->n; i++) {
        struct str name = member(&forms->at[i], "id")->text;
        const char *path = str_print(arena, "forms/%.*s", STR_ARG(name)).s;
        struct pool *p = open_pdf(id, path);
        struct str_list texts = form_texts(arena, &forms->at[i]);
        for (size_t k = 0; k < texts.n; k++)
            texts.at[k] = without_lines(arena, texts.at[k]);
        move(&texts, 0, lines_over_title(name));
        size_t from = 0;
        for (size_t k = 0; k < texts.n; k++)
            take(t, p, &from, p->text.n, texts.at[k], path);
        check_rest(t, p, catalog, path);
    }
}

static void check_notice(struct tally *t, const char *id, const struct json *catalog)
{
    struct str_list texts = notice_texts(arena, catalog);
    size_t n = 0;
    for (size_t i = 0; i < texts.n; i++)
        n += texts.at[i].n;
    if (!n)
        return;
    struct pool *p = open_pdf(id, "notice");
    drop_page_numbers(p);
    /* The remark stands below the date: GB/T 9704-2012, 7.3.6. */
    move(&texts, texts.n - 3, texts.n - 1);
    size_t from = 0;
    for (size_t i = 0; i < texts.n; i++)
        take(t, p, &from, p->text.n, texts.at[i], "notice.pdf");
    check_rest(t, p, catalog, "notice.pdf");
}

static void check_document(size_t i)
{
    const struct fidelity_document *d = &fidelity_documents[i];
    struct tally t = {d->id, "catalog to PDF", 0, 0, 0};
    if (d->table)
        check_table(&t, d, catalogs[i]);
    else
        check_guide(&t, d->id, catalogs[i]);
    check_forms(&t, d->id, catalogs[i]);
    check_notice(&t, d->id, catalogs[i]);
    CHECK(t.lost == 0);
    CHECK(t.characters > 2000);
    tally_print(&t);
}

TEST(yuanjiang_is_in_print)
{
    check_document(0);
}

TEST(ningxiang_is_in_print)
{
    check_document(1);
}

TEST(pingdingshan_is_in_print)
{
    check_document(2);
}

TEST(xinjiang_is_in_print)
{
    check_document(3);
}

TEST(ningxia_is_in_print)
{
    check_document(4);
}

int main(void)
{
    arena = arena_new();
    struct catalog *stored = stored_yuanjiang();
    yuanjiang = stored;
    site = published_site(arena, "pdf");
    for (size_t i = 0; i < FIDELITY_DOCUMENTS; i++)
        catalogs[i] = exported_catalog(arena, fidelity_documents[i].id);
    RUN(yuanjiang_is_in_print);
    RUN(ningxiang_is_in_print);
    RUN(pingdingshan_is_in_print);
    RUN(xinjiang_is_in_print);
    RUN(ningxia_is_in_print);
    catalog_drop(stored);
    arena_drop(arena);
    return runner_end();
}
