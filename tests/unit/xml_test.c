/* Trees and places. What is refused is tested by whole files: golden_load_test. */
#include "runner.h"

#include "catalog/xml.h"

static struct xml *parse(struct arena *a, struct str text)
{
    struct diag *d = diag_new();
    struct xml *x = xml_parse(a, text, STR("x.xml"), d);
    if (!x && diag_total(d)) {
        struct str message = diag_problem(d, 0)->message;
        printf("  %.*s\n", STR_ARG(message));
    }
    diag_drop(d);
    return x;
}

static bool starts_at(const struct xml *x, size_t at, const char *wanted)
{
    return str_starts(str_from(x->source.text, at), str_of(wanted));
}

/* Every place of the tree says what stands there in the text. */
static size_t check_places(struct arena *a, const struct xml *x, const struct xml_node *n)
{
    size_t nodes = 1;
    CHECK(starts_at(x, n->at, str_print(a, "<%.*s", STR_ARG(n->name)).s));
    for (size_t i = 0; i < n->attr_count; i++) {
        const struct xml_attr *attr = &n->attrs[i];
        CHECK(starts_at(x, attr->at, str_copy(a, attr->name).s));
        char before = x->source.text.s[attr->value_at - 1];
        CHECK(before == '"' || before == '\'');
    }
    for (const struct xml_node *c = n->first; c; c = c->next) {
        CHECK(c->parent == n);
        if (c->kind == XML_ELEMENT)
            nodes += check_places(a, x, c);
        else if (c->kind == XML_COMMENT)
            CHECK(starts_at(x, c->at, "<!--"));
        else if (c->kind == XML_INSTRUCTION)
            CHECK(starts_at(x, c->at, "<?"));
    }
    return nodes;
}

TEST(places_of_elements_attributes_and_texts)
{
    struct arena *a = arena_new();
    static const char text[] =
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<?xml-model href=\"x > y\"?><!-- <a> 前 -->\n"
        "<根 a = '1>2'\n  名称=\"市&amp;县\">\n"
        "  文字 <b/><b></b ><!-- <c/> --><![CDATA[<不是/>]]><b x=\"/>\"/>尾\n"
        "  <![CDATA[]]>再<?pi <d/> ?><c>&lt;&#65;&#x4E2D;</c>\n"
        "</根><!-- 后 -->";
    struct xml *x = parse(a, STR(text));
    CHECK(x != NULL);
    if (x) {
        CHECK(check_places(a, x, x->root) == 5);
        CHECK(starts_at(x, x->root->first->at, "\n  文字"));
        CHECK_STR("attribute", xml_attr(x->root, STR("名称"))->value, STR("市&县"));
        CHECK(starts_at(x, xml_attr(x->root, STR("名称"))->value_at, "市&amp;县"));
        CHECK(starts_at(x, xml_attr(x->root, STR("a"))->value_at, "1>2"));
        CHECK_STR("references", xml_text(a, xml_child(x->root, STR("c"))), STR("<A中"));
        CHECK(x->before && x->before->kind == XML_INSTRUCTION && x->before->next);
        CHECK_STR("before", x->before->next->text, STR(" <a> 前 "));
        CHECK(x->after && x->after->kind == XML_COMMENT);
    }
    arena_drop(a);
}

TEST(texts_are_joined_around_comments_and_trimmed)
{
    static const struct {
        const char *xml, *text;
    } rows[] = {
        {"<a/>", ""},
        {"<a>  </a>", ""},
        {"<a> 一 </a>", "一"},
        {"<a>\r\n一\r\n二\r\n</a>", "一\n二"},
        {"<a>一<!-- x -->二</a>", "一二"},
        {"<a> <!-- x --> 一<b>不算</b> 二</a>", "一 二"},
        {"<a><![CDATA[ <x> ]]></a>", "<x>"},
        {"<a>　全角空格不去　</a>", "　全角空格不去　"},
        {"<a>&#13;一&#13;二&#32;</a>", "一\r二"},
        {"<a>]] ]&gt; &apos;&quot;</a>", "]] ]> '\""},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct xml *x = parse(a, str_of(rows[i].xml));
        CHECK(x != NULL);
        if (x)
            CHECK_STR(rows[i].xml, xml_text(a, x->root), str_of(rows[i].text));
    }
    arena_drop(a);
}

TEST(a_byte_order_mark_moves_no_place)
{
    struct arena *a = arena_new();
    struct xml *x =
        parse(a, STR("\xEF\xBB\xBF<?xml version='1.0'?>\n<a><b c='中'/></a>"));
    CHECK(x != NULL);
    if (x) {
        CHECK(check_places(a, x, x->root) == 2);
        CHECK(x->root->at == 3 + 22);
        struct place place = source_place(&x->source, xml_first(x->root)->at);
        CHECK(place.line == 2 && place.column == 4);
    }
    arena_drop(a);
}

/* libxml2 reads by pieces; a file of many pieces must not shift anything. */
TEST(places_hold_beyond_64_kilobytes)
{
    struct arena *a = arena_new();
    struct buf b = {0};
    buf_puts(&b, "<list>\n");
    for (int i = 0; i < 6000; i++) {
        buf_printf(&b, "  <!-- 第%d条 < --><item seq='%d' name=\"事项&lt;%d&gt;\" ", i, i,
                   i);
        for (int k = 0; k < i % 40; k++)
            buf_printf(&b, "a%d=\"值%d\" ", k, k);
        buf_printf(&b, ">文字%d &amp; <![CDATA[<b>%d</b>]]></item\n>", i, i);
        buf_puts(&b, i % 3 ? "\n" : "<e/>\r\n");
    }
    buf_puts(&b, "</list>\n");
    CHECK(b.n > 1024 * 1024);
    struct xml *x = parse(a, str_copy(a, buf_str(&b)));
    CHECK(x != NULL);
    if (x)
        CHECK(check_places(a, x, x->root) == 1 + 6000 + 2000);
    buf_drop(&b);
    arena_drop(a);
}

static bool refused(struct arena *a, struct str text, const char *id)
{
    struct diag *d = diag_new();
    struct xml *x = xml_parse(a, text, STR("x.xml"), d);
    bool told = diag_total(d) == 1 && str_eq(diag_problem(d, 0)->id, str_of(id));
    diag_drop(d);
    return !x && told;
}

static struct str repeated(struct arena *a, const char *before, const char *middle,
                           size_t times, const char *after)
{
    struct buf b = {0};
    buf_puts(&b, before);
    for (size_t i = 0; i < times; i++)
        buf_puts(&b, middle);
    buf_puts(&b, after);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str many_attributes(struct arena *a, size_t count)
{
    struct buf b = {0};
    buf_puts(&b, "<a");
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, " a%zu=''", i);
    buf_puts(&b, "/>");
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

TEST(limits_are_kept)
{
    struct arena *a = arena_new();
    CHECK(refused(a, repeated(a, "", "<a>", XML_MOST_DEPTH, ""), "xml-unclosed"));
    CHECK(refused(a, repeated(a, "", "<a>", XML_MOST_DEPTH + 1, ""), "xml-depth"));
    CHECK(parse(a, many_attributes(a, XML_MOST_ATTRIBUTES)) != NULL);
    CHECK(refused(a, many_attributes(a, XML_MOST_ATTRIBUTES + 1), "xml-attributes"));
    CHECK(refused(a, repeated(a, "<a>", "<b/>", XML_MOST_NODES, "</a>"), "xml-nodes"));
    struct str big = {"<a/>", (size_t)XML_MOST_BYTES + 1};
    CHECK(refused(a, big, "xml-size"));
    arena_drop(a);
}

TEST(a_megabyte_in_one_text_or_attribute_is_read)
{
    struct arena *a = arena_new();
    struct xml *x = parse(a, repeated(a, "<a>", "中文", 500000, "</a>"));
    CHECK(x && xml_text(a, x->root).n == 3000000);
    x = parse(a, repeated(a, "<a b='", "中文", 500000, "'/>"));
    CHECK(x && x->root->attrs[0].value.n == 3000000);
    arena_drop(a);
}

TEST(look_ups_pass_over_texts_and_comments)
{
    struct arena *a = arena_new();
    struct xml *x = parse(a, STR("<a> <!-- 1 --><b i='1'/>x<c/><b i='2'/></a>"));
    CHECK(x != NULL);
    if (x) {
        const struct xml_node *b = xml_first(x->root);
        CHECK_STR("first", b->name, STR("b"));
        CHECK_STR("next", xml_next(b)->name, STR("c"));
        CHECK(xml_child(x->root, STR("b")) == b);
        CHECK(xml_child(x->root, STR("d")) == NULL);
        CHECK(xml_next(xml_next(xml_next(b))) == NULL);
        CHECK(xml_attr(b, STR("j")) == NULL);
        CHECK_STR("value", xml_attr(b, STR("i"))->value, STR("1"));
    }
    arena_drop(a);
}

/* What the writers escape, the reader gives back. */
TEST(written_text_reads_the_same)
{
    static const char *const texts[] = {
        "a & b < c > d",          "]]>",   "]]]]>>", "\"quotes\" 'and'",
        "tab\tline\nreturn\rend", "&amp;", "𠀀😀é",   "<!-- x -->",
        "\xE2\x80\xA8",
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buf b = {0};
        buf_puts(&b, "<a v=\"");
        xml_put_attr(&b, str_of(texts[i]));
        buf_puts(&b, "\">");
        xml_put_text(&b, str_of(texts[i]));
        buf_puts(&b, "</a>");
        struct xml *x = parse(a, str_copy(a, buf_str(&b)));
        CHECK(x != NULL);
        if (x) {
            CHECK_STR("attribute", x->root->attrs[0].value, str_of(texts[i]));
            CHECK_STR("text", xml_text(a, x->root), str_of(texts[i]));
        }
        buf_drop(&b);
    }
    arena_drop(a);
}

TEST(what_xml_cannot_hold_is_replaced)
{
    struct buf b = {0};
    xml_put_text(&b, STR("a\x01"
                         "b\xEF\xBF\xBF"
                         "c"));
    CHECK_STR("control characters", buf_str(&b),
              STR("a\xEF\xBF\xBD"
                  "b\xEF\xBF\xBD"
                  "c"));
    buf_drop(&b);
}

/* <?xml-model?> is no declaration: it once moved all places. */
TEST(a_model_may_stand_first)
{
    struct arena *a = arena_new();
    struct xml *x = parse(a, STR("<?xml-model href=\"c.rng\"?><a><b/><![CDATA[c]]></a>"));
    CHECK(x && x->root->at == 26 && xml_first(x->root)->at == 29);
    x = parse(a, STR("<?xml-model?>"));
    CHECK(!x);
    arena_drop(a);
}

int main(void)
{
    RUN(a_model_may_stand_first);
    RUN(places_of_elements_attributes_and_texts);
    RUN(texts_are_joined_around_comments_and_trimmed);
    RUN(a_byte_order_mark_moves_no_place);
    RUN(places_hold_beyond_64_kilobytes);
    RUN(limits_are_kept);
    RUN(a_megabyte_in_one_text_or_attribute_is_read);
    RUN(look_ups_pass_over_texts_and_comments);
    RUN(written_text_reads_the_same);
    RUN(what_xml_cannot_hold_is_replaced);
    return runner_end();
}
