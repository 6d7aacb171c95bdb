/* Markdown: what it becomes on the web and in print, and what hostile texts do. */
#include "catalog/link.h"
#include "html/markdown_html.h"
#include "runner.h"

#include "kit.h"

#include <string.h>
#include <time.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct row {
    const char *text, *wanted;
};

static void check_html(const struct row *rows, size_t n, unsigned shift)
{
    struct buf out = {0};
    for (size_t i = 0; i < n; i++) {
        buf_clear(&out);
        markdown_html(str_of(rows[i].text), shift, &out);
        CHECK_STR(rows[i].text, buf_str(&out), str_of(rows[i].wanted));
    }
    buf_drop(&out);
}

TEST(html_of_blocks)
{
    static const struct row rows[] = {
        {"", ""},
        {"\n\n", ""},
        {"一段", "<p>一段</p>\n"},
        {"一段\n\n二段", "<p>一段</p>\n<p>二段</p>\n"},
        {"# 题\n文", "<h1>题</h1>\n<p>文</p>\n"},
        {"题\n--\n", "<h2>题</h2>\n"},
        {"> 引\n\n文", "<blockquote>\n<p>引</p>\n</blockquote>\n<p>文</p>\n"},
        {"- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"},
        {"- 甲\n\n- 乙", "<ul>\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>\n"},
        {"1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n"},
        {"7) 甲\n9) 乙", "<ol start=\"7\">\n<li>甲</li>\n<li>乙</li>\n</ol>\n"},
        {"- 甲\n  - 乙\n- 丙",
         "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>\n"},
        {"- - 甲", "<ul>\n<li>\n<ul>\n<li>甲</li>\n</ul>\n</li>\n</ul>\n"},
        {"-\n- 乙", "<ul>\n<li></li>\n<li>乙</li>\n</ul>\n"},
        {"- 甲\n\n1. 乙", "<ul>\n<li>甲</li>\n</ul>\n<ol>\n<li>乙</li>\n</ol>\n"},
        {"```sh\na < b\n\nc\n```", "<pre><code>a &lt; b\n\nc\n</code></pre>\n"},
        {"甲\n\n---\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>\n"},
    };
    check_html(rows, COUNT(rows), 0);
}

TEST(headings_move_down)
{
    static const struct row one[] = {{"# 一\n## 二", "<h2>一</h2>\n<h3>二</h3>\n"}};
    static const struct row many[] = {{"# 一\n###### 六", "<h5>一</h5>\n<h6>六</h6>\n"}};
    check_html(one, COUNT(one), 1);
    check_html(many, COUNT(many), 4);
}

TEST(html_of_text)
{
    static const struct row rows[] = {
        {"**重**和*斜*", "<p><strong>重</strong>和<em>斜</em></p>\n"},
        {"***x*** `a<b`", "<p><strong><em>x</em></strong> <code>a&lt;b</code></p>\n"},
        {"甲  \n乙", "<p>甲<br>\n乙</p>\n"},
        {"甲\\\n乙", "<p>甲<br>\n乙</p>\n"},
        {"A & B < C \"D\"", "<p>A &amp; B &lt; C &quot;D&quot;</p>\n"},
        {"[网](https://a.cn/?a=1&b=2)",
         "<p><a href=\"https://a.cn/?a=1&amp;b=2\">网</a></p>\n"},
        {"[a **b** c](x.html \"题\")",
         "<p><a href=\"x.html\" title=\"题\">a <strong>b</strong> c</a></p>\n"},
        {"[表](<forms/参保 表.pdf>)", "<p><a href=\"forms/参保%20表.pdf\">表</a></p>\n"},
        {"<tel:12345>", "<p><a href=\"tel:12345\">tel:12345</a></p>\n"},
        {"[a](x)[b](x)", "<p><a href=\"x\">a</a><a href=\"x\">b</a></p>\n"},
        {"![图 **重**](a.png)", "<p><img src=\"a.png\" alt=\"图 重\"></p>\n"},
        {"![](a.png)![](b.png)",
         "<p><img src=\"a.png\" alt=\"\"><img src=\"b.png\" alt=\"\"></p>\n"},
        {"[![图](a.png)](b.html)",
         "<p><a href=\"b.html\"><img src=\"a.png\" alt=\"图\"></a></p>\n"},
    };
    check_html(rows, COUNT(rows), 0);
}

TEST(line_ends_between_characters)
{
    static const struct row rows[] = {
        {"第一行\n第二行", "<p>第一行第二行</p>\n"},
        {"第一行，\n第二行", "<p>第一行，第二行</p>\n"},
        {"他说“\n好”", "<p>他说“好”</p>\n"},
        {"word\nword", "<p>word word</p>\n"},
        {"汉字\nword", "<p>汉字 word</p>\n"},
        {"word\n汉字", "<p>word 汉字</p>\n"},
        {"汉字\n**汉字**\n汉字", "<p>汉字<strong>汉字</strong>汉字</p>\n"},
        {"**word**\nword", "<p><strong>word </strong>word</p>\n"},
        {"5\n个工作日", "<p>5 个工作日</p>\n"},
        {"甲  \n乙\n丙", "<p>甲<br>\n乙丙</p>\n"},
        {"图\n![a](b.png)\n文", "<p>图 <img src=\"b.png\" alt=\"a\"> 文</p>\n"},
        {"①\n②", "<p>①②</p>\n"},
    };
    check_html(rows, COUNT(rows), 0);
}

TEST(nothing_gets_in)
{
    static const struct row rows[] = {
        {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
        {"a <b onclick=\"x\">b</b>",
         "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n"},
        {"<div>\n<p>x\n\n文", "<p>&lt;div&gt;<br>\n&lt;p&gt;x</p>\n<p>文</p>\n"},
        {"<!-- 注 --> a", "<p>&lt;!-- 注 --&gt; a</p>\n"},
        {"[x](javascript:alert(1))", "<p>x</p>\n"},
        {"[x](JaVaScRiPt:alert(1))", "<p>x</p>\n"},
        {"[x](java&#115;cript&colon;alert(1))", "<p>x</p>\n"},
        {"[x](<java\tscript:alert(1)>)", "<p>x</p>\n"},
        {"[x](&#1;javascript:alert(1))", "<p>x</p>\n"},
        {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
        {"[x](data:text/html;base64,PHNjcmlwdD4=)", "<p>x</p>\n"},
        {"[x](//evil.example)", "<p>x</p>\n"},
        {"[x](\\\\\\\\evil.example)", "<p>x</p>\n"},
        {"![x](http://a.example/a.png)", "<p>x</p>\n"},
        {"![x](javascript:1)", "<p>x</p>\n"},
        {"![x\" onerror=\"y](a.png)",
         "<p><img src=\"a.png\" alt=\"x&quot; onerror=&quot;y\"></p>\n"},
        {"[x](a\"onclick=\"y)", "<p><a href=\"a&quot;onclick=&quot;y\">x</a></p>\n"},
        {"[x](a '\"><script>')",
         "<p><a href=\"a\" title=\"&quot;&gt;&lt;script&gt;\">x</a></p>\n"},
        {"```\"><script>\nx\n```", "<pre><code>x\n</code></pre>\n"},
        {"a\x01\xFF"
         "b",
         "<p>a\xEF\xBF\xBD\xEF\xBF\xBD"
         "b</p>\n"},
    };
    check_html(rows, COUNT(rows), 0);
}

TEST(targets_of_links)
{
    static const struct {
        const char *target;
        bool link, image;
    } rows[] = {
        {"https://www.gov.cn/", true, false},
        {"HTTP://a.cn", true, false},
        {"mailto:a@b.cn", true, false},
        {"tel:+86-12345", true, false},
        {"a.html", true, true},
        {"../a/b.html#c", true, true},
        {"/a", true, true},
        {"#top", true, true},
        {"?a=b:c", true, true},
        {"a/b:c", true, true},
        {"汉字.html", true, true},
        {"a b.pdf", true, true},
        {"", false, false},
        {" a", false, false},
        {"a ", false, false},
        {"//host/a", false, false},
        {"\\\\host", false, false},
        {"/\\host", false, false},
        {"javascript:x", false, false},
        {"vbscript:x", false, false},
        {"data:image/png;base64,x", false, false},
        {"file:///etc/passwd", false, false},
        {"ftp://a", false, false},
        {"a:b", false, false},
        {":", false, false},
        {"http:", false, false},
        {"http:a", false, false},
        {"https:///a", false, false},
        {"https://", false, false},
        {"mailto:", false, false},
        {"tel:", false, false},
        {"java\nscript:x", false, false},
        {"\x7F", false, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (link_allowed(str_of(rows[i].target)) != rows[i].link ||
            link_image_allowed(str_of(rows[i].target)) != rows[i].image)
            CHECK_STR("target", str_of(rows[i].target), STR("the other way round"));
    }
}

/* One line a block: kind, mark, lists and quotations, then each span with its style. */
static struct str describe(struct arena *a, const struct markdown *doc)
{
    static const char kinds[] = "PHCR";
    struct buf out = {0};
    for (size_t i = 0; i < doc->blocks.n; i++) {
        const struct markdown_block *b = &doc->blocks.at[i];
        buf_printf(&out, "%zu%c%u", b->line, kinds[b->kind], b->level);
        if (b->lists || b->quotes)
            buf_printf(&out, " l%zuq%zu", b->lists, b->quotes);
        if (b->mark.n)
            buf_printf(&out, " (%.*s)", STR_ARG(b->mark));
        for (size_t k = 0; k < b->spans.n; k++) {
            const struct markdown_span *s = &b->spans.at[k];
            buf_printf(&out, " %s%s%s[%.*s]", s->strong ? "s" : "",
                       s->emphasis ? "e" : "", s->code ? "c" : "", STR_ARG(s->text));
            if (s->link)
                buf_printf(&out, "->%.*s", STR_ARG(s->link->target));
            if (s->image.n)
                buf_printf(&out, "!%.*s", STR_ARG(s->image));
        }
        buf_char(&out, ';');
    }
    struct str copy = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return copy;
}

TEST(blocks_for_print)
{
    static const struct row rows[] = {
        {"各股室：\n\n现将*指南*印发给你们。\n",
         "1P0 [各股室：];3P0 [现将] e[指南] [印发给你们。];"},
        {"## 一、目标\n文", "1H2 [一、目标];2P0 [文];"},
        {"1. 甲\n2. 乙\n\n   续\n",
         "1P0 l1q0 (1.) [甲];2P0 l1q0 (2.) [乙];4P0 l1q0 [续];"},
        {"3. 甲\n   - 乙\n", "1P0 l1q0 (3.) [甲];2P0 l2q0 (•) [乙];"},
        {"- 1. 甲\n", "1P0 l2q0 (• 1.) [甲];"},
        {"1. \n2. 乙", "0P0 l1q0 (1.);2P0 l1q0 (2.) [乙];"},
        {"> - 引\n", "1P0 l1q1 (•) [引];"},
        {"- > 引\n", "1P0 l1q1 (•) [引];"},
        {"甲  \n乙", "1P0 [甲\n乙];"},
        {"见[表**一**](a.pdf)。", "1P0 [见] [表]->a.pdf s[一]->a.pdf [。];"},
        {"![图](a.png)", "1P0 [图]!a.png;"},
        {"`a`\n\n    b\n", "1P0 c[a];3C0 c[b\n];"},
        {"***\n", "1R0;"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct markdown doc = markdown_read(a, str_of(rows[i].text));
        CHECK(!doc.plain);
        CHECK_STR(rows[i].text, describe(a, &doc), str_of(rows[i].wanted));
    }
    arena_drop(a);
}

static struct str joined(struct arena *a, struct str x, struct str y)
{
    return str_print(a, "%.*s%.*s", STR_ARG(x), STR_ARG(y));
}

/* Beyond the limits nothing is lost: the text stands in plain paragraphs. */
TEST(beyond_the_limits)
{
    struct arena *a = arena_new();
    struct str deep = joined(a, kit_repeated(a, "- ", 300), STR("深\n行二\n\n**二**\n"));
    struct markdown doc = markdown_read(a, deep);
    CHECK(doc.plain);
    CHECK(doc.blocks.n == 2);
    CHECK(str_ends(doc.blocks.at[0].spans.at[0].text, STR("- 深\n行二")));
    CHECK_STR("second", doc.blocks.at[1].spans.at[0].text, STR("**二**"));
    CHECK(doc.blocks.at[1].line == 4);
    struct str large =
        kit_repeated(a, "字字字字字字字字字字\n\n", MARKDOWN_BYTES / 32 + 1);
    doc = markdown_read(a, large);
    CHECK(doc.plain);
    CHECK(doc.blocks.n == MARKDOWN_BYTES / 32 + 1);
    arena_drop(a);
}

/* Lists in each other deeper than MARKDOWN_DEPTH: the text is all there. */
TEST(deep_lists_are_flattened)
{
    struct arena *a = arena_new();
    struct markdown doc =
        markdown_read(a, joined(a, kit_repeated(a, "- ", 150), STR("深")));
    CHECK(!doc.plain);
    CHECK(doc.blocks.n == 1);
    CHECK(doc.blocks.at[0].lists == MARKDOWN_DEPTH / 2);
    CHECK_STR("text", doc.blocks.at[0].spans.at[0].text, STR("深"));
    struct buf out = {0};
    markdown_html_blocks(&doc, 0, &out);
    CHECK(str_ends(buf_str(&out), STR("</li>\n</ul>\n")));
    buf_drop(&out);
    doc = markdown_read(a, joined(a, kit_repeated(a, "> ", 150), STR("深")));
    CHECK(doc.blocks.at[0].quotes == MARKDOWN_DEPTH);
    arena_drop(a);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

TEST(pathological_sizes)
{
    enum { SIZE = 1000000 };
    static const char *const pieces[] = {
        "字",     "[",       "![",       "[a](",    "[a](<b",    "*a_",   "**a",
        "`",      "<",       "<!--",     "a <?",    "<![CDATA[", "&",     "\\",
        "> ",     ">",       "- ",       "1. ",     "字\n",      "- a\n", "#",
        "```\n",  "a\n==\n", "[a]: b\n", "\t",      "*_",        "| a ",  "![a](b)",
        "[a](b)", "  \n",    "-\n\n",    "> a\n\n", "*a* ",      "1) \n",
    };
    struct arena *a = arena_new();
    struct buf out = {0};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        double start = seconds();
        markdown_html(kit_repeated(a, pieces[i], SIZE / strlen(pieces[i])), 0, &out);
        if (seconds() - start > 10)
            CHECK_STR("too slow", str_of(pieces[i]), STR(""));
        buf_clear(&out);
    }
    struct str lists = kit_repeated(a, "- ", SIZE / 4),
               blank = kit_repeated(a, "\n", SIZE / 2);
    double start = seconds();
    markdown_html(joined(a, lists, joined(a, STR("x"), blank)), 0, &out);
    markdown_html(joined(a, kit_repeated(a, "- ", 199), joined(a, STR("x"), blank)), 0,
                  &out);
    CHECK(seconds() - start < 10);
    buf_drop(&out);
    arena_drop(a);
}

int main(void)
{
    RUN(html_of_blocks);
    RUN(headings_move_down);
    RUN(html_of_text);
    RUN(line_ends_between_characters);
    RUN(nothing_gets_in);
    RUN(targets_of_links);
    RUN(blocks_for_print);
    RUN(beyond_the_limits);
    RUN(deep_lists_are_flattened);
    RUN(pathological_sizes);
    return runner_end();
}
