/* Loading: what is derived, and what a hostile file may cost. Messages are tested by whole
 * files: golden_load_test. */
#include "runner.h"

#include "base/file.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "catalog/fmt.h"
#include "catalog/grammar.h"
#include "catalog/json.h"
#include "catalog/load.h"

TEST(chains_are_split_at_runs_of_dashes)
{
    static const struct {
        const char *chain, *names; /* joined by | */
    } rows[] = {
        {"申请—受理—审核—办结", "申请|受理|审核|办结"},
        {"申请——受理", "申请|受理"},
        {"申请-受理–审核－办结", "申请|受理|审核|办结"},
        {"申请 — 受理-- 办结", "申请|受理|办结"},
        {"申请　—\n受理", "申请|受理"},
        {"—申请—", "申请"},
        {"申请", "申请"},
        {"申请（线上-线下）", "申请（线上|线下）"},
        {"申请、受理→办结", "申请、受理→办结"},
        {"", ""},
        {" —— ", ""},
        {"审核—（计算保费）—办结", "审核|（计算保费）|办结"},
        {"申请-受 理-审核- 拨付-办 结", "申请|受理|审核|拨付|办结"},
        {"APP 申请—face to face—初 \n 审 A", "APP申请|face to face|初审A"},
        {"a  b— 受　理 ", "a b|受理"}, /* a run of blanks is one */
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str_list names = chain_split(a, str_of(rows[i].chain));
        struct buf b = {0};
        for (size_t n = 0; n < names.n; n++) {
            buf_puts(&b, n ? "|" : "");
            buf_put(&b, names.at[n]);
        }
        CHECK_STR(rows[i].chain, buf_str(&b), str_of(rows[i].names));
        buf_drop(&b);
    }
    arena_drop(a);
}

TEST(values_fit_or_do_not)
{
    static const struct {
        enum datum datum;
        const char *text;
        bool fits;
    } rows[] = {
        {DATUM_SLUG, "a-1", true},
        {DATUM_SLUG, "", false},
        {DATUM_SLUG, "A", false},
        {DATUM_SLUG, "a.b", false},
        {DATUM_SLUG, "..", false},
        {DATUM_SLUG, "a/b", false},
        {DATUM_SLUG, "表", false},
        {DATUM_SLUG_OR_NONE, "", true},
        {DATUM_PATH, "canbao", true},
        {DATUM_PATH, "index", false},
        {DATUM_PATH, "guide", false},
        {DATUM_NAME, "文1", true},
        {DATUM_NAME, "a b", false},
        {DATUM_REGION, "430981", true},
        {DATUM_REGION, "43098", false},
        {DATUM_REGION, "４３０９８１", false},
        {DATUM_DATE, "", true},
        {DATUM_DATE, "2020-12-28", true},
        {DATUM_DATE, "2020-02-29", true},
        {DATUM_DATE, "2100-02-29", false},
        {DATUM_DATE, "2000-02-29", true},
        {DATUM_DATE, "2020-13-01", false},
        {DATUM_DATE, "2020-00-01", false},
        {DATUM_DATE, "2020-04-31", false},
        {DATUM_DATE, "2020-4-3", false},
        {DATUM_DATE, "2020-04-00", false},
        {DATUM_DATE, "1899-01-01", false},
        {DATUM_DATE, "2020-12-28 ", false},
        {DATUM_SPAN, "1", true},
        {DATUM_SPAN, "0", false},
        {DATUM_SPAN, "-1", false},
        {DATUM_SPAN, "01", false},
        {DATUM_SPAN, "101", false},
        {DATUM_SPAN, "99999999999999999999", false},
        {DATUM_KIND, "guide", true},
        {DATUM_KIND, "Guide", false},
        {DATUM_KIND, "", false},
        {DATUM_NODE, "refusal", true},
        {DATUM_YES, "yes", true},
        {DATUM_YES, "no", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (datum_fits(rows[i].datum, str_of(rows[i].text)) == rows[i].fits)
            continue;
        printf("  row %zu: «%s»\n", i, rows[i].text);
        CHECK(false);
    }
}

TEST(ids_of_catalogs)
{
    static const char *const good[] = {"yuanjiang", "a", "2020-list"};
    static const char *const bad[] = {"",        "..",     "a/b",    "Assets", "assets",
                                      "schemes", "public", "search", "目录",   "a b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CHECK(catalog_id_fits(str_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!catalog_id_fits(str_of(bad[i])));
}

static const char start[] =
    "<?xml version=\"1.0\"?>\n<catalog id=\"a\" kind=\"guide\" scheme=\"\">"
    "<region code=\"430981\" name=\"市\"/><title>目录</title>";

static struct catalog *load(struct str text, struct diag *d)
{
    return catalog_load_text(text, STR("a"), d);
}

static bool refused(struct str text, const char *id)
{
    struct diag *d = diag_new();
    struct catalog *c = load(text, d);
    bool told = !c && diag_total(d) >= 1 && str_eq(diag_problem(d, 0)->id, str_of(id));
    if (!told && diag_total(d))
        printf("  told %.*s\n", STR_ARG(diag_problem(d, 0)->id));
    catalog_drop(c);
    diag_drop(d);
    return told;
}

static struct str repeated(struct arena *a, const char *before, const char *middle,
                           size_t times, const char *after)
{
    struct buf b = {0};
    buf_puts(&b, start);
    buf_puts(&b, before);
    for (size_t i = 0; i < times; i++)
        buf_puts(&b, middle);
    buf_puts(&b, after);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static bool loads(struct str text)
{
    struct diag *d = diag_new();
    struct catalog *c = load(text, d);
    bool fine = c && diag_total(d) == 0;
    catalog_drop(c);
    diag_drop(d);
    return fine;
}

TEST(numbers_of_elements_are_limited)
{
    static const struct {
        const char *before, *one, *after;
        size_t most;
    } rows[] = {
        {"", "<group/>", "</catalog>", MOST_GROUPS},
        {"<group>", "<item/>", "</group></catalog>", MOST_ITEMS},
        {"<group><item><notes>", "<p/>", "</notes></item></group></catalog>",
         MOST_ENTRIES},
        {"", "<remark/>", "</catalog>", MOST_REMARKS},
        {"<group><item>", "<form ref='f'/>", "</item></group></catalog>", MOST_FORMS},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK(
            loads(repeated(a, rows[i].before, rows[i].one, rows[i].most, rows[i].after)));
        CHECK(refused(
            repeated(a, rows[i].before, rows[i].one, rows[i].most + 1, rows[i].after),
            "format-most"));
    }
    arena_drop(a);
}

TEST(lengths_are_limited)
{
    struct arena *a = arena_new();
    size_t most = MOST_TEXT / 3;
    CHECK(loads(repeated(a, "<group><item><limit>", "字", most,
                         "</limit></item></group></catalog>")));
    CHECK(refused(repeated(a, "<group><item><limit>", "字", most + 1,
                           "</limit></item></group></catalog>"),
                  "format-long"));
    CHECK(refused(
        repeated(a, "<group><item seq='", "1", MOST_VALUE + 1, "'/></group></catalog>"),
        "format-long"));
    arena_drop(a);
}

/* A megabyte as default of 5,000 items would be 5 GB of output. */
TEST(shared_texts_do_not_explode)
{
    struct arena *a = arena_new();
    struct buf b = {0};
    buf_puts(&b, "<defaults><limit>");
    for (size_t i = 0; i < 1024 * 1024; i++)
        buf_char(&b, 'x');
    buf_puts(&b, "</limit></defaults><group>");
    const char *before = str_copy(a, buf_str(&b)).s;
    CHECK(refused(repeated(a, before, "<item/>", 5000, "</group></catalog>"),
                  "catalog-large"));
    buf_drop(&b);
    arena_drop(a);
}

/* Every element wrong: as many messages as an editor can use, in bounded time. */
TEST(problems_are_limited)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    CHECK(load(repeated(a, "<group><item>", "<basis ref='x' a='1'/><b/>", 50000,
                        "</item></group></catalog>"),
               d) == NULL);
    CHECK(diag_total(d) == MOST_PROBLEMS + 1);
    diag_drop(d);
    arena_drop(a);
}

TEST(a_text_in_memory_needs_no_folder_and_no_forms)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct catalog *c =
        load(repeated(a, "<notice/><group><item><form ref='none'/></item></group>", "", 0,
                      "</catalog>"),
             d);
    CHECK(c && diag_total(d) == 0);
    CHECK(c && c->groups.at[0].items.at[0].forms.n == 1);
    catalog_drop(c);
    catalog_drop(NULL);
    diag_drop(d);
    arena_drop(a);
}

/* What is told names the item and the field, for the JSON output and for readers. */
TEST(problems_name_their_item_and_field)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    load(repeated(a,
                  "<group code='G'><item code='002036001001'><basis ref='x'/>"
                  "<disclosure><channels ref='y'/></disclosure></item></group>",
                  "", 0, "</catalog>"),
         d);
    CHECK(diag_total(d) == 2);
    if (diag_total(d) == 2) {
        CHECK_STR("item", diag_problem(d, 0)->item, STR("002036001001"));
        CHECK_STR("field", diag_problem(d, 0)->field, STR("basis"));
        CHECK_STR("field", diag_problem(d, 1)->field, STR("disclosure_channels"));
        CHECK(diag_problem(d, 0)->line == 2);
    }
    diag_drop(d);
    arena_drop(a);
}

/* Deriving twice must not change what the first time has derived. */
TEST(deriving_twice_changes_nothing)
{
    struct diag *d = diag_new();
    struct catalog *c = catalog_load(STR("tests/golden/valid/stems"), STR("stems"), d);
    CHECK(c != NULL);
    if (c) {
        struct buf once = {0}, twice = {0};
        catalog_json(c, &once);
        catalog_derive(c);
        catalog_json(c, &twice);
        CHECK_STR("json", buf_str(&twice), buf_str(&once));
        buf_drop(&once);
        buf_drop(&twice);
    }
    catalog_drop(c);
    diag_drop(d);
}

/* The piece of the documentation between the n-th "```xml" and "```". */
static struct str example(struct str doc, size_t n)
{
    static const struct str fence = STR_INIT("```");
    for (size_t i = 0; i < n; i++)
        doc = str_from(doc, str_find(doc, STR("```xml\n")) + 7);
    return str_slice(doc, 0, str_find(doc, fence));
}

TEST(the_examples_of_the_documentation_are_right)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str doc = STR("");
    const char *why = "";
    CHECK(file_read(a, "docs/format.md", 1 << 20, &doc, &why));
    struct catalog *c = load(example(doc, 1), d);
    CHECK(c && c->groups.n == 1 && c->notice.present && c->columns.n == 1);
    struct buf out = {0}, messages = {0};
    CHECK(fmt_text(example(doc, 2), STR("form"), d, &out));
    CHECK_STR("form", buf_str(&out), example(doc, 2));
    diag_print(d, false, &messages);
    CHECK_STR("messages", buf_str(&messages), STR(""));
    buf_drop(&out);
    buf_drop(&messages);
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

TEST(the_limits_of_the_documentation_are_right)
{
    static const struct {
        const char *what;
        int most;
    } rows[] = {
        {"bytes of an XML file", XML_MOST_BYTES},
        {"depth of elements", XML_MOST_DEPTH},
        {"elements, texts and comments of a file", XML_MOST_NODES},
        {"attributes of an element", XML_MOST_ATTRIBUTES},
        {"bytes of one text", MOST_TEXT},
        {"bytes of one attribute value", MOST_VALUE},
        {"bytes of `notice.md`", MOST_NOTICE},
        {"groups", MOST_GROUPS},
        {"items of a group, services of an item", MOST_ITEMS},
        {"entries of a field", MOST_ENTRIES},
        {"levels, disclosure columns", MOST_COLUMNS},
        {"nodes of a flow, its materials", MOST_NODES},
        {"edges of a flow", MOST_EDGES},
        {"forms, references to forms in one place", MOST_FORMS},
        {"rows of a form", MOST_FORM_ROWS},
        {"cells of a row, colspan, rowspan", MOST_FORM_CELLS},
        {"repeat of a row", MOST_REPEAT},
        {"printed cells of a form", MOST_PRINTED_CELLS},
        {"span of a field", MOST_SPAN},
        {"remarks, annexes, acceptances, lines of a form", MOST_REMARKS},
        {"bytes of all fields with defaults and refs filled in", MOST_SHOWN},
        {"problems told of one catalog", MOST_PROBLEMS},
    };
    struct arena *a = arena_new();
    struct str doc = STR("");
    const char *why = "";
    CHECK(file_read(a, "docs/format.md", 1 << 20, &doc, &why));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str row = str_print(a, "\n| %s | %d |\n", rows[i].what, rows[i].most);
        if (!str_has(doc, row))
            printf("  missing:%s", row.s);
        CHECK(str_has(doc, row));
    }
    arena_drop(a);
}

int main(void)
{
    RUN(chains_are_split_at_runs_of_dashes);
    RUN(values_fit_or_do_not);
    RUN(ids_of_catalogs);
    RUN(numbers_of_elements_are_limited);
    RUN(lengths_are_limited);
    RUN(shared_texts_do_not_explode);
    RUN(problems_are_limited);
    RUN(a_text_in_memory_needs_no_folder_and_no_forms);
    RUN(problems_name_their_item_and_field);
    RUN(deriving_twice_changes_nothing);
    RUN(the_examples_of_the_documentation_are_right);
    RUN(the_limits_of_the_documentation_are_right);
    return runner_end();
}
