/* Text fidelity, first direction: every character of the source of 沅江 is in the JSON of its
 * catalog, at its place, and the catalog holds nothing else. The tables are in
 * fidelity_tables_test.c; blanks and exceptions of all five are looked at here.
 *
 * The guide is put together again out of the JSON, in the order of the source, with the ten
 * labels of its form, and compared as one long text. Only the texts of a flowchart stand in
 * no order there: they are taken out of the lines of the chart, the long ones first. */
#include "runner.h"

#include "fidelity.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/load.h"

#include <string.h>

enum { MOST_EXCEPTIONS = 60 };

static struct arena *arena;
static struct paper sources[FIDELITY_DOCUMENTS];
static const struct json *catalogs[FIDELITY_DOCUMENTS];
static const struct catalog *yuanjiang; /* as it is stored */

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
    text = kit_ink(arena, text);
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
            kit_ink(arena, stored ? entry_printed(arena, &flow->materials.at[i]) : text);
    }
}

static struct str_list chart_texts(const struct json *item)
{
    const struct json *flow = member(item, "flow"), *nodes = member(flow, "nodes");
    const struct json *edges = member(flow, "edges");
    struct str_list all = {0};
    push_materials(&all, item);
    for (size_t i = 0; i < nodes->n; i++)
        *vec_push(arena, &all) = kit_ink(arena, member(&nodes->at[i], "text")->text);
    for (size_t i = 0; i < edges->n; i++)
        *vec_push(arena, &all) = kit_ink(arena, member(&edges->at[i], "label")->text);
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
    struct reading r = {.text = ink_joined(arena, &s->lines),
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

/* Prints the exceptions of a document and adds them up. */
static void count_exceptions(const struct paper *p, size_t *lines, size_t *characters)
{
    size_t n = 0, ink_lost = 0;
    for (size_t i = 0; i < fidelity_exception_count; i++) {
        const struct fidelity_exception *e = &fidelity_exceptions[i];
        if (strcmp(e->document, p->document) != 0)
            continue;
        ink_lost += utf8_count(kit_ink(arena, str_of(e->text)));
        n++;
        CHECK(*e->why && e->line > 0 && e->line <= p->lines.n);
    }
    printf("%-12s %zu characters (and %zu of bookmark marks); exceptions: %zu lines, "
           "%zu characters\n",
           p->document, p->characters, p->marks, n, ink_lost);
    *lines += n;
    *characters += ink_lost;
}

/* What the program added to two torn charts counts as well. */
TEST(the_exceptions_are_few)
{
    size_t all = 0, excepted = 0, lines = 0;
    for (size_t d = 0; d < FIDELITY_DOCUMENTS; d++) {
        count_exceptions(&sources[d], &lines, &excepted);
        all += sources[d].characters;
    }
    CHECK(lines == fidelity_exception_count); /* none of an unknown document */
    for (size_t i = 0; i < fidelity_completion_count; i++, lines++) {
        CHECK(stored_flow(yuanjiang, str_of(fidelity_completions[i].code)));
        excepted += utf8_count(str_of(fidelity_completions[i].text));
    }
    printf("%-12s %zu characters; exceptions: %zu lines, %zu characters (%zu lines are "
           "texts added to torn charts)\n",
           "all five", all, lines, excepted, fidelity_completion_count);
    CHECK(lines <= MOST_EXCEPTIONS);
    CHECK(excepted * 100 <= all);
}

int main(void)
{
    arena = arena_new();
    struct catalog *stored = stored_yuanjiang();
    yuanjiang = stored;
    for (size_t i = 0; i < FIDELITY_DOCUMENTS; i++) {
        sources[i] = read_paper(arena, &fidelity_documents[i]);
        CHECK(sources[i].stale == 0);
        catalogs[i] = exported_catalog(arena, fidelity_documents[i].id);
    }
    runner_failed += runner_failures > 0; /* exceptions that do not apply */
    RUN(yuanjiang_is_in_its_catalog);
    RUN(blanks_are_kept);
    RUN(the_exceptions_are_few);
    catalog_drop(stored);
    arena_drop(arena);
    return runner_end();
}
