/* The quick way to read XML must never see what libxml2 does not: where it does not give up,
 * both make the same tree of a file, and libxml2 has nothing to complain of. */
#include "runner.h"

#include "base/file.h"
#include "catalog/xml_reader.h"

#include <stdint.h>
#include <stdlib.h>

enum { MUTATIONS = 20000, MOST_CHANGES = 4 };

static bool same_attrs(const struct xml_node *x, const struct xml_node *y)
{
    for (size_t i = 0; i < x->attr_count; i++) {
        const struct xml_attr *a = &x->attrs[i], *b = &y->attrs[i];
        if (!str_eq(a->name, b->name) || !str_eq(a->value, b->value) || a->at != b->at ||
            a->value_at != b->value_at)
            return false;
    }
    return true;
}

/* Both lists, with all below them. */
static bool same_nodes(const struct xml_node *x, const struct xml_node *y)
{
    for (; x && y; x = x->next, y = y->next)
        if (x->kind != y->kind || !str_eq(x->name, y->name) ||
            !str_eq(x->text, y->text) || x->at != y->at || x->gap != y->gap ||
            x->attr_count != y->attr_count || !x->parent != !y->parent ||
            !same_attrs(x, y) || !same_nodes(x->first, y->first))
            return false;
    return !x && !y;
}

static bool same_trees(const struct xml *x, const struct xml *y)
{
    return same_nodes(x->root, y->root) && same_nodes(x->before, y->before) &&
           same_nodes(x->after, y->after);
}

enum outcome { GAVE_UP, SAME, DIFFERENT };

/* What comes out of the text the quick way, beside what libxml2 makes of it. */
static enum outcome compare(struct str text)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct xml quick = {.source = {.text = text}};
    bool bom = str_starts(text, STR("\xEF\xBB\xBF"));
    enum outcome outcome = GAVE_UP;
    struct xml *fully = xml_parse_fully(a, text, STR("x.xml"), d);
    /* Bytes that are no UTF-8 are refused before both. */
    if (xml_check_encoding(&quick.source, d) != STR_NONE &&
        xml_quick(a, &quick, bom ? 3 : 0))
        outcome =
            fully && diag_total(d) == 0 && same_trees(&quick, fully) ? SAME : DIFFERENT;
    diag_drop(d);
    arena_drop(a);
    return outcome;
}

/* In memory of exactly its size, so that a sanitizer sees a step too far. */
static enum outcome compare_exactly(struct str text)
{
    char *bytes = heap_alloc(text.n);
    memcpy(bytes, text.s, text.n);
    enum outcome outcome = compare((struct str){bytes, text.n});
    free(bytes);
    return outcome;
}

static struct str read(struct arena *a, struct str path)
{
    struct str text = STR("");
    const char *why;
    CHECK(file_read(a, path.s, XML_MOST_BYTES, &text, &why));
    return text;
}

TEST(published_catalogs_are_read_the_quick_way)
{
    struct arena *a = arena_new();
    struct str_list names = dir_list(a, "catalogs");
    size_t read_quickly = 0;
    for (size_t i = 0; i < names.n; i++) {
        struct str path = str_print(a, "catalogs/%.*s/catalog.xml", STR_ARG(names.at[i]));
        if (!file_exists(path.s))
            continue;
        CHECK_STR(path.s, compare(read(a, path)) == SAME ? STR("same") : STR("other"),
                  STR("same"));
        read_quickly++;
    }
    CHECK(read_quickly >= 5);
    arena_drop(a);
}

/* All that the quick way knows, and little enough to be changed everywhere. */
static const char sample[] =
    "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<?xml-model href=\"a.rng\"?><!-- 前 -->\n"
    "<catalog id=\"a\" kind='guide'  name = \"市&amp;县 &lt;\" >\n"
    "  <title>社会&amp;保障&#12290;</title>文字 <p/>\n"
    "  <!-- 中 --><p x=\"\">a ] ]&gt; b</p >\n"
    "\t<list>\n    <p>，。</p> <p></p><?pi d?>\n  </list>尾\n"
    "</catalog>\n<!-- 后 --> \n";

TEST(what_is_rare_is_left_to_libxml2)
{
    static const struct {
        const char *text;
        enum outcome outcome;
    } rows[] = {
        {"<a/>", SAME},
        {" \n<a></a>\n", SAME},
        {"<a b=\"1\" c='2'/>", SAME},
        {"<a>&lt;&gt;&amp;&quot;&apos;</a>", SAME},
        {"<?xml version=\"1.0\"?><a/>", SAME},
        {"<!----><?p?><a> <!-- - --> </a><?p q?>", SAME},
        {"<a> <b/> <c> </c> 文 </a>", SAME},
        {"<a x=\"&amp;\"/>", SAME},
        {"<?xml-model a?><!-- b --><a> <b/></a>", SAME},
        {"<?xml\xE6\x96\x87 a?><!-- b --><a> <b/></a>", GAVE_UP},
        {"", GAVE_UP},
        {" ", GAVE_UP},
        {"<a>", GAVE_UP},
        {"<a", GAVE_UP},
        {"<a b", GAVE_UP},
        {"<a b=", GAVE_UP},
        {"<a b=\"", GAVE_UP},
        {"<a b=\"\"", GAVE_UP},
        {"<a/", GAVE_UP},
        {"<", GAVE_UP},
        {"</", GAVE_UP},
        {"<a></a", GAVE_UP},
        {"<a></ab>", GAVE_UP},
        {"<a/><b/>", GAVE_UP},
        {"<a/>x", GAVE_UP},
        {"x<a/>", GAVE_UP},
        {"<a b='1' b='2'/>", GAVE_UP},
        {"<a b='1'c='2'/>", GAVE_UP},
        {"<a b='<'/>", GAVE_UP},
        {"<a b='\n'/>", GAVE_UP},
        {"<a xmlns='u'/>", GAVE_UP},
        {"<a:b/>", GAVE_UP},
        {"<根/>", GAVE_UP},
        {"<a根/>", GAVE_UP},
        {"<a>&#12290;</a>", GAVE_UP},
        {"<a>&b;</a>", GAVE_UP},
        {"<a>& </a>", GAVE_UP},
        {"<a>]]></a>", GAVE_UP},
        {"<a><![CDATA[]]></a>", GAVE_UP},
        {"<a>\r\n</a>", GAVE_UP},
        {"<a>\x01</a>", GAVE_UP},
        {"<a>12345678\x1F</a>", GAVE_UP},
        {"<a>文\x02文文文文文文文文</a>", GAVE_UP},
        {"<a>\xEF\xBF\xBE</a>", GAVE_UP},
        {"<a>\xEF\xBF\xBF</a>", GAVE_UP},
        {"<a>\xEF\xBF\xBD</a>", SAME},
        {"<!-- -- --><a/>", GAVE_UP},
        {"<!--", GAVE_UP},
        {"<!-- -", GAVE_UP},
        {"<!-- --", GAVE_UP},
        {"<!-- --->\n<a/>", GAVE_UP},
        {"<!DOCTYPE a><a/>", GAVE_UP},
        {"<a/><?xml version=\"1.0\"?>", GAVE_UP},
        {"<a><?xmL x?></a>", GAVE_UP},
        {"<a><?x", GAVE_UP},
        {"<a><?x ", GAVE_UP},
        {"<a><?x", GAVE_UP},
        {"<?xml version=\"1.1\"?><a/>", GAVE_UP},
        {"<?xml version=\"1.0\" standalone=\"yes\"?><a/>", GAVE_UP},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static const struct str words[] = {STR_INIT("gave up"), STR_INIT("same"),
                                           STR_INIT("different")};
        CHECK_STR(rows[i].text, words[compare_exactly(str_of(rows[i].text))],
                  words[rows[i].outcome]);
    }
}

TEST(every_start_of_a_file_gives_up_or_agrees)
{
    for (size_t n = 0; n < sizeof sample; n++)
        CHECK(compare_exactly(str_slice(STR(sample), 0, n)) != DIFFERENT);
}

static uint64_t draw(uint64_t *state) /* xorshift64* */
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (*state * 2685821657736338717u) >> 32;
}

/* Takes a piece out, or puts one in that means something in XML. */
static struct str change(struct arena *a, struct str text, uint64_t *state)
{
    static const char *const pieces[] = {
        "<",
        ">",
        "/",
        "=",
        "\"",
        "'",
        "&",
        ";",
        "&amp;",
        "&#38;",
        " ",
        "\n",
        "\t",
        "\r",
        "-",
        "--",
        "-->",
        "<!--",
        "?",
        "?>",
        "<?",
        "<?x ",
        "]",
        "]]>",
        "<![CDATA[",
        "!",
        "a",
        ":",
        "x=\"1\" ",
        "xml",
        "文",
        "，",
        "\x01",
        "\x7F",
        "\xEF\xBF\xBF",
        "\xC2\x85",
        "</p>",
        "<p>",
        "<p/>",
        "<!DOCTYPE a>",
        "xmlns=\"u\" ",
    };
    size_t from = draw(state) % (text.n + 1), to = from;
    if (draw(state) % 2)
        to = from + draw(state) % 4;
    struct str piece = STR("");
    if (draw(state) % 4)
        piece = str_of(pieces[draw(state) % (sizeof pieces / sizeof *pieces)]);
    return str_print(a, "%.*s%.*s%.*s", STR_ARG(str_slice(text, 0, from)), STR_ARG(piece),
                     STR_ARG(str_from(text, to)));
}

TEST(a_changed_file_gives_up_or_agrees)
{
    /* Without what makes the quick way give up, so that the changes decide. */
    static const struct str rare = STR_INIT("&#12290;");
    struct arena *a = arena_new();
    size_t at = str_find(STR(sample), rare), outcomes[3] = {0};
    struct str start = str_print(a, "%.*s%s", (int)at, sample, sample + at + rare.n);
    uint64_t state = 88172645463325252u;
    for (size_t i = 0; i < MUTATIONS; i++) {
        struct arena *scratch = arena_new();
        struct str text = start;
        for (size_t k = 1 + draw(&state) % MOST_CHANGES; k; k--)
            text = change(scratch, text, &state);
        enum outcome outcome = compare_exactly(text);
        outcomes[outcome]++;
        CHECK_STR("changed", outcome == DIFFERENT ? text : STR(""), STR(""));
        arena_drop(scratch);
    }
    CHECK(outcomes[SAME] > MUTATIONS / 20);
    CHECK(outcomes[GAVE_UP] > MUTATIONS / 20);
    arena_drop(a);
}

int main(void)
{
    RUN(published_catalogs_are_read_the_quick_way);
    RUN(what_is_rare_is_left_to_libxml2);
    RUN(every_start_of_a_file_gives_up_or_agrees);
    RUN(a_changed_file_gives_up_or_agrees);
    return runner_end();
}
