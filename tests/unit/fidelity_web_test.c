/* Text fidelity, second direction: every text of the JSON is on the published pages.
 *
 * The texts of an item are taken out of what its own page shows, each its own occurrence, a
 * field as a whole with its numbers; the texts of a chart out of each of its two drawings;
 * the table of a catalog is compared cell by cell; forms, notices and remarks on theirs.
 * The lists of the JSON that repeat a field in parts (materials, steps, …) must be parts of
 * the field as it is printed. */
#include "runner.h"

#include "fidelity.h"

#include "catalog/fields.h"
#include "catalog/load.h"

#include <string.h>

static struct arena *arena;
static struct str site;
static const struct json *catalogs[FIDELITY_DOCUMENTS];
static const struct catalog *yuanjiang; /* as it is stored */

static const char *page_path(const char *catalog, struct str name)
{
    return str_print(arena, "%.*s/%s/%.*s.html", STR_ARG(site), catalog, STR_ARG(name)).s;
}

/* Takes each text out of the page, the long ones first. */
static void take_all(struct tally *t, struct str page, struct str_list texts,
                     const char *where)
{
    struct pool *pool = pool_new(arena, page);
    longest_first(&texts);
    for (size_t i = 0; i < texts.n; i++) {
        size_t from = 0;
        if (pool_take(pool, &from, page.n, texts.at[i]))
            tally_found(t, texts.at[i]);
        else
            tally_lost(t, where, texts.at[i]);
    }
}

static void push(struct str_list *list, struct str text)
{
    *vec_push(arena, list) = kit_ink(arena, text);
}

/* ---- items ---- */

/* A bare mark is shown as a word on the item's page; it is compared in the table. */
static bool is_mark(struct str text)
{
    return str_eq(text, STR("√")) || str_eq(text, STR("■")) || str_eq(text, STR("þ"));
}

static void push_levels(struct str_list *list, const struct json *catalog,
                        const struct json *unit)
{
    const struct json *columns = member(catalog, "levels");
    const struct json *levels = member(unit, "levels");
    for (size_t i = 0; i < columns->n; i++) {
        struct str id = str_copy(arena, member(&columns->at[i], "id")->text);
        struct str text = kit_ink(arena, member(levels, id.s)->text);
        if (text.n)
            push(list, member(&columns->at[i], "name")->text);
        if (!is_mark(text))
            push(list, text);
    }
}

static void push_ticks(struct str_list *list, const struct json *unit)
{
    static const char *const kinds[] = {"audience", "mode", "level"};
    const struct json *disclosure = member(unit, "disclosure");
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct json *names = member(disclosure, kinds[k]);
        for (size_t i = 0; i < names->n; i++)
            push(list, names->at[i].text);
    }
}

/* The title, the code and all fields as printed. The number of an item belongs to lists. */
static void push_unit(struct str_list *list, const struct json *catalog,
                      const struct json *unit, bool service)
{
    const struct json *printed = member(unit, "printed");
    push(list, member(unit, "code")->text);
    if (service)
        push(list, member(unit, "seq")->text);
    for (size_t i = 0; i < printed->n; i++)
        push(list, printed->at[i].text);
    push_levels(list, catalog, unit);
    push_ticks(list, unit);
}

/* The texts of the drawing of an item; published materials with their numbers. */
static struct str_list chart_texts(const struct json *item)
{
    const struct json *flow = member(item, "flow");
    const struct flow *stored = stored_flow(yuanjiang, member(item, "code")->text);
    bool published = str_eq(member(flow, "source")->text, STR("published"));
    struct str_list list = {0};
    const struct json *materials = member(flow, "materials");
    const struct json *nodes = member(flow, "nodes"), *edges = member(flow, "edges");
    for (size_t i = 0; i < materials->n; i++)
        push(&list, published && i < stored->materials.n
                        ? entry_printed(arena, &stored->materials.at[i])
                        : materials->at[i].text);
    for (size_t i = 0; i < nodes->n; i++) /* the box of the list has the list instead */
        if (!str_eq(member(&nodes->at[i], "kind")->text, STR("materials")))
            push(&list, member(&nodes->at[i], "text")->text);
    for (size_t i = 0; i < edges->n; i++)
        push(&list, member(&edges->at[i], "label")->text);
    return list;
}

static void check_charts(struct tally *t, const struct json *item, const char *path)
{
    static const char *const drawings[] = {"chart wide", "chart narrow"};
    const struct json *flow = member(item, "flow");
    if (str_eq(member(flow, "source")->text, STR("none")))
        return;
    struct str_list title = {0};
    push(&title, member(flow, "title")->text);
    take_all(t, page_text(arena, path, false), title, path);
    for (size_t i = 0; i < 2; i++)
        take_all(t, page_chart(arena, path, drawings[i]), chart_texts(item), path);
}

static void check_item(struct tally *t, const char *id, const struct json *catalog,
                       const struct json *item)
{
    const char *path = page_path(id, member(item, "path")->text);
    const struct json *services = member(item, "services");
    struct str_list texts = {0};
    push_unit(&texts, catalog, item, false);
    for (size_t i = 0; i < services->n; i++)
        push_unit(&texts, catalog, &services->at[i], true);
    take_all(t, page_text(arena, path, false), texts, path);
    check_charts(t, item, path);
}

/* ---- lists ---- */

/* The index shows every group and item once, in order. */
static void check_index(struct tally *t, const char *id, const struct json *catalog)
{
    const char *path = page_path(id, STR("index"));
    struct str page = page_text(arena, path, true);
    struct pool *pool = pool_new(arena, page);
    struct str_list texts = {0};
    struct table_rows rows = table_rows(arena, catalog);
    push(&texts, member(catalog, "title")->text);
    for (size_t r = 0; r < rows.n; r++) {
        const struct table_row *row = &rows.at[r];
        if (row->first_of_group) {
            push(&texts, member(row->group, "no")->text);
            push(&texts, member(row->group, "title")->text);
            push(&texts, member(row->group, "code")->text);
        }
        if (row->first_of_item) {
            push(&texts, member(row->item, "seq")->text);
            push(&texts, member(row->item, "title")->text);
            push(&texts, member(row->item, "code")->text);
        }
    }
    const struct json *document = member(catalog, "document");
    struct str_list heads = {0};
    push(&heads, member(catalog, "issuer")->text);
    push(&heads, member(catalog, "edition")->text);
    push(&heads, member(document, "number")->text);
    push(&heads, chinese_date(arena, member(document, "date")->text));
    take_all(t, page, heads, path);
    size_t from = 0;
    for (size_t i = 0; i < texts.n; i++) {
        if (pool_take(pool, &from, page.n, texts.at[i]))
            tally_found(t, texts.at[i]);
        else
            tally_lost(t, path, texts.at[i]);
    }
}

static void check_table(struct tally *t, const struct fidelity_document *d,
                        const struct json *catalog)
{
    const char *path = page_path(d->id, str_of(d->table));
    struct table_columns columns = table_columns(d->id);
    struct table_rows rows = table_rows(arena, catalog);
    struct page_grid grid = page_grid(arena, path, columns.n);
    CHECK(grid.rows == rows.n);
    CHECK_STR(path, page_header(arena, path), table_headings(d->id));
    for (size_t r = 0; r < rows.n && r < grid.rows; r++)
        for (size_t c = 0; c < columns.n; c++) {
            struct str cell = grid.cells[r * columns.n + c];
            struct str text = cell_text(arena, &rows.at[r], &columns.at[c]);
            if (cell_matches(arena, &rows.at[r], &columns.at[c], cell))
                tally_found(t, text);
            else
                tally_lost(
                    t, str_print(arena, "%s, row %zu, column %zu", path, r + 1, c + 1).s,
                    text.n ? text : cell);
        }
    const struct json *remarks = member(catalog, "remarks");
    struct str_list around = {0};
    push(&around, member(catalog, "title")->text);
    for (size_t i = 0; i < remarks->n; i++)
        push(&around, remarks->at[i].text);
    take_all(t, page_text(arena, path, true), around, path);
}

static void check_forms(struct tally *t, const char *id, const struct json *catalog)
{
    const struct json *forms = member(catalog, "forms");
    for (size_t i = 0; i < forms->n; i++) {
        const char *path =
            page_path(id, str_print(arena, "forms/%.*s",
                                    STR_ARG(member(&forms->at[i], "id")->text)));
        struct str_list texts = form_texts(arena, &forms->at[i]);
        for (size_t k = 0; k < texts.n; k++)
            texts.at[k] = without_lines(arena, texts.at[k]);
        take_all(t, without_lines(arena, page_text(arena, path, true)), texts, path);
    }
}

static void check_notice(struct tally *t, const char *id, const struct json *catalog)
{
    struct str_list texts = notice_texts(arena, catalog);
    size_t n = 0;
    for (size_t i = 0; i < texts.n; i++)
        n += texts.at[i].n;
    if (n)
        take_all(t, page_text(arena, page_path(id, STR("notice")), true), texts,
                 "notice.html");
}

/* ---- the parts of fields ---- */

static void check_parts_of(const struct json *j, const char *list, struct str printed)
{
    struct str whole = kit_ink(arena, printed);
    const struct json *parts = member(j, list);
    for (size_t i = 0; i < parts->n; i++) {
        struct str part = kit_ink(arena, parts->at[i].kind == JSON_OBJECT
                                             ? member(&parts->at[i], "text")->text
                                             : parts->at[i].text);
        CHECK_STR(list, str_has(whole, part) ? part : whole, part);
    }
}

static void check_parts(const struct json *unit, const char *list, const char *field)
{
    check_parts_of(unit, list, member(member(unit, "printed"), field)->text);
}

static void check_unit_parts(const struct json *unit)
{
    static const char *const lists[] = {"channels",   "materials", "notes",
                                        "basis",      "inquiry",   "supervision",
                                        "evaluation", "process"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        check_parts(unit, lists[i], lists[i]);
    const struct json *printed = member(unit, "printed"), *d = member(unit, "disclosure");
    check_parts(unit, "steps", member(printed, "steps")->text.n ? "steps" : "process");
    check_parts_of(d, "elements", member(printed, "elements")->text);
    check_parts_of(d, "channels", member(printed, "disclosure_channels")->text);
    CHECK_STR("title", member(unit, "title")->text, member(printed, "title")->text);
    CHECK_STR("agency", member(unit, "agency")->text, member(printed, "agency")->text);
    CHECK_STR("audience", member(unit, "audience")->text,
              member(printed, "audience")->text);
    CHECK_STR("limit", member(member(unit, "limit"), "text")->text,
              member(printed, "limit")->text);
    CHECK_STR("deadline", member(d, "deadline")->text, member(printed, "deadline")->text);
    CHECK_STR("body", member(d, "body")->text, member(printed, "body")->text);
}

/* ---- nothing forgotten ---- */

/* All members of the JSON, by their names from the top: those that are compared above, and
 * those that are no texts of the document (ids, kinds, what the limit is parsed to). */
static const char *const known[] = {
    "title",
    "edition",
    "issuer",
    "document.number",
    "document.date",
    "notice.head",
    "notice.number",
    "notice.title",
    "notice.to",
    "notice.body",
    "notice.annexes",
    "notice.remark",
    "notice.signer",
    "notice.date",
    "levels.name",
    "disclosure_columns.audience",
    "disclosure_columns.mode",
    "disclosure_columns.level",
    "groups.no",
    "groups.code",
    "groups.title",
    "remarks",
    "forms.title",
    "forms.above",
    "forms.rows.text",
    "forms.below",
    "*.seq",
    "*.code",
    "*.title",
    "*.agency",
    "*.audience",
    "*.channels",
    "*.process.name",
    "*.process.text",
    "*.materials",
    "*.limit.text",
    "*.steps",
    "*.notes",
    "*.basis",
    "*.inquiry",
    "*.supervision",
    "*.evaluation",
    "*.levels.",
    "*.printed.",
    "*.flow.title",
    "*.flow.materials",
    "*.flow.nodes.text",
    "*.flow.edges.label",
    "*.disclosure.elements",
    "*.disclosure.deadline",
    "*.disclosure.body",
    "*.disclosure.channels",
    "*.disclosure.audience",
    "*.disclosure.mode",
    "*.disclosure.level",
    /* no texts */
    "id",
    "kind",
    "scheme",
    "region.code",
    "region.name",
    "levels.id",
    "forms.id",
    "*.path",
    "*.limit.parsed.",
    "*.forms",
    "*.flow.source",
    "*.flow.nodes.id",
    "*.flow.nodes.kind",
    "*.flow.edges.from",
    "*.flow.edges.to",
    "*.shared.",
};

/* "*" is an item or a service; a name that ends in "." is that of all its members. */
static bool is_known(struct str path)
{
    static const char *const units[] = {"groups.items.services.", "groups.items."};
    for (size_t i = 0; i < 2; i++)
        if (str_starts(path, str_of(units[i]))) {
            path = str_print(arena, "*.%.*s", STR_ARG(str_from(path, strlen(units[i]))));
            break;
        }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str name = str_of(known[i]);
        if (str_eq(path, name) || (str_ends(name, STR(".")) && str_starts(path, name)))
            return true;
    }
    return false;
}

static void check_known(const struct json *j, struct str path)
{
    if (j->kind == JSON_TEXT)
        CHECK_STR("compared nowhere", is_known(path) ? STR("") : path, STR(""));
    for (size_t i = 0; i < j->n; i++)
        check_known(&j->at[i], j->kind == JSON_LIST ? path
                               : path.n ? str_print(arena, "%.*s.%.*s", STR_ARG(path),
                                                    STR_ARG(j->keys[i]))
                                        : j->keys[i]);
}

static void check_document(size_t i)
{
    const struct fidelity_document *d = &fidelity_documents[i];
    struct tally t = {d->id, "catalog to web", 0, 0, 0};
    struct table_rows rows = table_rows(arena, catalogs[i]);
    for (size_t r = 0; r < rows.n; r++) {
        check_unit_parts(rows.at[r].unit);
        if (rows.at[r].first_of_item)
            check_item(&t, d->id, catalogs[i], rows.at[r].item);
    }
    check_known(catalogs[i], STR(""));
    check_index(&t, d->id, catalogs[i]);
    if (d->table)
        check_table(&t, d, catalogs[i]);
    check_forms(&t, d->id, catalogs[i]);
    check_notice(&t, d->id, catalogs[i]);
    CHECK(t.lost == 0);
    CHECK(t.characters > 2000);
    tally_print(&t);
}

TEST(yuanjiang_is_on_the_web)
{
    check_document(0);
}

TEST(ningxiang_is_on_the_web)
{
    check_document(1);
}

TEST(pingdingshan_is_on_the_web)
{
    check_document(2);
}

TEST(xinjiang_is_on_the_web)
{
    check_document(3);
}

TEST(ningxia_is_on_the_web)
{
    check_document(4);
}

int main(void)
{
    arena = arena_new();
    struct catalog *stored = stored_yuanjiang();
    yuanjiang = stored;
    site = published_site(arena, "html");
    for (size_t i = 0; i < FIDELITY_DOCUMENTS; i++)
        catalogs[i] = exported_catalog(arena, fidelity_documents[i].id);
    RUN(yuanjiang_is_on_the_web);
    RUN(ningxiang_is_on_the_web);
    RUN(pingdingshan_is_on_the_web);
    RUN(xinjiang_is_on_the_web);
    RUN(ningxia_is_on_the_web);
    catalog_drop(stored);
    arena_drop(arena);
    return runner_end();
}
