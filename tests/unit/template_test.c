/* The template engine beside the cases of the public spec (mustache_test.c): inheritance,
 * contexts described by shapes, what is refused and how it is said, limits, folders. */
#include "mustache.h"

#include "kit.h"
#include "base/file.h"
#include "base/vec.h"

#include <string.h>
#include <time.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct office {
    struct str name, phone;
};
struct entry {
    struct str name;
    struct str chart; /* markup */
    VEC(struct entry) parts;
};
struct page {
    struct str title;
    struct str body; /* markup */
    bool draft;
    struct str_list channels;
    struct office office;
    VEC(struct entry) entries;
};

static const struct shape_row office_rows[] = {
    SHAPE_TEXT(struct office, name, "名称"),
    SHAPE_TEXT(struct office, phone, "电话"),
};
static const struct shape office_shape = SHAPE("office", office_rows);
static const struct shape entry_shape;
static const struct shape_row entry_rows[] = {
    SHAPE_TEXT(struct entry, name, "名称"),
    SHAPE_MARKUP(struct entry, chart, "流程图"),
    SHAPE_LIST(struct entry, parts, &entry_shape, "下级"),
};
static const struct shape entry_shape = SHAPE("entry", entry_rows);
static const struct shape_row page_rows[] = {
    SHAPE_TEXT(struct page, title, "标题"),
    SHAPE_MARKUP(struct page, body, "正文"),
    SHAPE_TRUTH(struct page, draft, "草稿"),
    SHAPE_TEXTS(struct page, channels, "渠道"),
    SHAPE_OBJECT(struct page, office, &office_shape, "受理单位"),
    SHAPE_LIST(struct page, entries, &entry_shape, "条目"),
};
static const struct shape page_shape = SHAPE("page", page_rows);

static struct str texts[] = {STR_INIT("窗口"), STR_INIT("网上")};
static struct entry below[] = {{.name = STR_INIT("乙一"), .chart = STR_INIT("")}};
static struct entry entries[] = {
    {.name = STR_INIT("甲<"), .chart = STR_INIT("<svg/>")},
    {.name = STR_INIT("乙"), .chart = STR_INIT(""), .parts = {below, 1, 1}},
};
static const struct page page = {
    .title = STR_INIT("参保 & 缴费"),
    .body = STR_INIT("<p>正文</p>"),
    .channels = {texts, 2, 2},
    .office = {STR_INIT("医保局"), STR_INIT("")},
    .entries = {entries, 2, 2},
};

/* Renders one text with the page; a refused one gives its messages. */
static struct str render(struct arena *a, struct str text, const struct shape *shape,
                         struct value context)
{
    struct template_set *set = template_set_new(STR(""), STR(""));
    template_set_add(set, STR("main"), text);
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("main"), shape, d);
    if (t)
        CHECK(template_render(t, context, &out));
    else
        diag_print(d, false, &out);
    struct str copy = str_copy(a, buf_str(&out));
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
    return copy;
}

TEST(inheritance)
{
    struct arena *a = arena_new();
    const struct json *tests =
        json_member(json_file(a, "tests/golden/mustache/inheritance.json"), "tests");
    CHECK(tests->n >= 20);
    for (size_t i = 0; i < tests->n; i++)
        mustache_run(&tests->at[i]);
    arena_drop(a);
}

struct row {
    const char *template, *wanted;
};

TEST(structs_as_contexts)
{
    static const struct row rows[] = {
        {"{{title}}", "参保 &amp; 缴费"},
        {"{{{body}}}{{&body}}", "<p>正文</p><p>正文</p>"},
        {"{{#channels}}{{.}}、{{/channels}}", "窗口、网上、"},
        {"{{#title}}[{{.}}]{{/title}}", "[参保 &amp; 缴费]"},
        {"{{#body}}[{{{.}}}]{{/body}}", "[<p>正文</p>]"},
        {"{{office.name}}{{office.phone}}", "医保局"},
        {"{{#office}}{{name}}{{title}}{{/office}}", "医保局参保 &amp; 缴费"},
        {"{{#office.phone}}电话{{/office.phone}}{{^office.phone}}无电话{{/office.phone}}",
         "无电话"},
        {"{{#draft}}草稿{{/draft}}{{^draft}}正式{{/draft}}", "正式"},
        {"{{#entries}}{{name}}:{{{chart}}}{{#parts}}({{name}}){{/parts}};{{/entries}}",
         "甲&lt;:<svg/>;乙:(乙一);"},
        {"{{#entries}}{{#chart}}{{name}}{{/chart}}{{/entries}}", "甲&lt;"},
        {"{{#entries}}{{^parts}}{{name}} 无下级{{/parts}}{{/entries}}", "甲&lt; 无下级"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++)
        CHECK_STR(rows[i].template,
                  render(a, str_of(rows[i].template), &page_shape,
                         shape_value(&page_shape, &page)),
                  str_of(rows[i].wanted));
    arena_drop(a);
}

TEST(truth_of_values)
{
    static const struct page empty;
    struct value v = shape_value(&page_shape, &empty);
    CHECK(value_true(&v));
    for (size_t i = 0; i < COUNT(page_rows); i++) {
        struct member_memo memo = {0};
        struct value member, again, none = value_none();
        v.class->member(&v, page_rows[i].name, &memo, &member);
        v.class->member(&v, page_rows[i].name, &memo, &again);
        CHECK(again.kind == member.kind);
        CHECK(member.kind == page_rows[i].kind);
        CHECK(value_true(&member) == (member.kind == VALUE_OBJECT));
        CHECK(!value_true(&none));
    }
    static const struct str absent[] = {STR_INIT("none"), STR_INIT(""), STR_INIT("titl")};
    for (size_t i = 0; i < COUNT(absent); i++) {
        struct member_memo memo = {0};
        struct value member;
        v.class->member(&v, absent[i], &memo, &member);
        CHECK(member.kind == VALUE_NONE);
    }
}

/* A partial that includes itself for the parts of each entry. */
TEST(recursion_by_data)
{
    struct template_set *set = template_set_new(STR(""), STR(""));
    template_set_add(set, STR("main"), STR("{{#entries}}{{>entry}}{{/entries}}"));
    template_set_add(set, STR("entry"), STR("<{{name}}{{#parts}}{{>entry}}{{/parts}}>"));
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("main"), &page_shape, d);
    CHECK(t && template_render(t, shape_value(&page_shape, &page), &out));
    CHECK(diag_total(d) == 0);
    CHECK_STR("tree", buf_str(&out), STR("<甲&lt;><乙<乙一>>"));
    CHECK(template_compile(set, STR("main"), &page_shape, d) == t);
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
}

TEST(escaping)
{
    static const struct {
        struct str text, wanted;
    } rows[] = {
        {STR_INIT(""), STR_INIT("")},
        {STR_INIT("汉字，标点。"), STR_INIT("汉字，标点。")},
        {STR_INIT("<script>alert('x')</script>"),
         STR_INIT("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")},
        {STR_INIT("\" onclick=\"x"), STR_INIT("&quot; onclick=&quot;x")},
        {STR_INIT("&amp;"), STR_INIT("&amp;amp;")},
        {STR_INIT("a\tb\nc\r\n"), STR_INIT("a\tb\nc\r\n")},
        {STR_INIT("a\0b"), STR_INIT("a\xEF\xBF\xBD"
                                    "b")},
        {STR_INIT("\x01\x1F\x7F\f"), STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                                              "\xEF\xBF\xBD")},
        {STR_INIT("\xC2\x80|\xC2\x9F|\xC2\xA0"),
         STR_INIT("\xEF\xBF\xBD|\xEF\xBF\xBD|\xC2\xA0")},
        {STR_INIT("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD"),
         STR_INIT("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")},
        {STR_INIT("\xC2"), STR_INIT("\xC2")}, /* cut short: nothing read past it */
        {STR_INIT("\xEF\xBF"), STR_INIT("\xEF\xBF")},
        {STR_INIT("😀𠮷"), STR_INIT("😀𠮷")},
    };
    struct buf out = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        buf_clear(&out);
        html_put(&out, rows[i].text);
        CHECK_STR(rows[i].text.s, buf_str(&out), rows[i].wanted);
    }
    for (char c = ' '; c < 0x7F; c++) { /* all of ASCII: no row of the table is shifted */
        struct str text = {&c, 1};
        bool special = memchr("<>&\"'", c, 5);
        buf_clear(&out);
        html_put(&out, text);
        CHECK(special ? out.n > 1 && out.s[0] == '&' : str_eq(buf_str(&out), text));
    }
    buf_drop(&out);
}

/* "main:1:4: id: message => proposal" for each problem, one a line. */
static struct str problems(struct arena *a, const struct diag *d)
{
    struct buf out = {0};
    for (size_t i = 0; i < diag_total(d); i++) {
        const struct problem *p = diag_problem(d, i);
        if (i)
            buf_char(&out, '\n');
        if (p->path.n)
            buf_printf(&out, "%.*s:%zu:%zu: ", STR_ARG(p->path), p->line, p->column);
        buf_printf(&out, "%.*s: %.*s", STR_ARG(p->id), STR_ARG(p->message));
        if (p->proposal.n)
            buf_printf(&out, " => %.*s", STR_ARG(p->proposal));
        CHECK(p->remedy.n > 0);
    }
    struct str copy = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return copy;
}

/* Compiles the case's "template" against the page's shape, unless "shape" is false. */
static void refuse(struct arena *a, const struct json *c)
{
    struct template_set *set = mustache_set(c);
    struct diag *d = diag_new();
    bool shaped = json_member(c, "shape")->kind == JSON_NULL;
    const struct template *t =
        template_compile(set, STR("main"), shaped ? &page_shape : NULL, d);
    CHECK(t == NULL);
    CHECK_STR(json_member(c, "name")->text.s, problems(a, d),
              json_member(c, "expected")->text);
    size_t told = diag_total(d);
    CHECK(template_compile(set, STR("main"), shaped ? &page_shape : NULL, d) == NULL);
    CHECK(diag_total(d) == 2 * told);
    diag_drop(d);
    template_set_drop(set);
}

TEST(refusals)
{
    struct arena *a = arena_new();
    const struct json *tests =
        json_member(json_file(a, "tests/golden/mustache/errors.json"), "tests");
    CHECK(tests->n >= 15);
    for (size_t i = 0; i < tests->n; i++)
        refuse(a, &tests->at[i]);
    arena_drop(a);
}

/* What a shape allows that looks like something refused. */
TEST(allowed_with_shape)
{
    static const struct row rows[] = {
        {"{{! {{#no }}x", "x"},
        {"{{<p}} {{! a comment }}\n{{/p}}", ""},
        {"{{#draft}}{{>self}}{{/draft}}", ""},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct template_set *set = template_set_new(STR(""), STR(""));
        template_set_add(set, STR("p"), STR(""));
        template_set_add(set, STR("self"), STR("{{#draft}}{{>self}}{{/draft}}"));
        template_set_add(set, STR("main"), str_of(rows[i].template));
        struct diag *d = diag_new();
        struct buf out = {0};
        const struct template *t = template_compile(set, STR("main"), &page_shape, d);
        CHECK(t && template_render(t, shape_value(&page_shape, &page), &out));
        CHECK_STR(rows[i].template, buf_str(&out), str_of(rows[i].wanted));
        CHECK_STR(rows[i].template, problems(a, d), STR(""));
        buf_drop(&out);
        diag_drop(d);
        template_set_drop(set);
    }
    arena_drop(a);
}

/* A truth that includes the same template again has no end that a compiler can see. */
TEST(endless_at_run_time)
{
    static const char *const loops[] = {
        "{{#draft}}x{{>main}}{{/draft}}",
        "{{#draft}}{{>main}}{{>main}}{{/draft}}", /* 2 to the power of the depth */
        "{{#draft}}{{<main}}{{$a}}{{>main}}{{/a}}{{/main}}{{$a}}{{/a}}{{/draft}}",
    };
    struct page always = page;
    always.draft = true;
    for (size_t i = 0; i < COUNT(loops); i++) {
        struct template_set *set = template_set_new(STR(""), STR(""));
        template_set_add(set, STR("main"), str_of(loops[i]));
        struct diag *d = diag_new();
        struct buf out = {0};
        const struct template *t = template_compile(set, STR("main"), &page_shape, d);
        CHECK(t && !template_render(t, shape_value(&page_shape, &always), &out));
        buf_drop(&out);
        diag_drop(d);
        template_set_drop(set);
    }
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Long and strange files are compiled, or refused, in bounded time. Ten seconds are far
 * more than any takes, also under sanitizers. */
TEST(pathological_sizes)
{
    static const char *const pieces[] = {
        "{{",       "{{{",         "}}",      "{{#a}}",       "{{/a}}", "{{$a}}{{/a}}",
        "{{#a}}\n", "{{=[ ]=}}",   " {{>a}}", "{{! x }}\n",   "\n",     " {{a.b.c.d}}",
        "{{<a}}\n", "{{$a}}\n \n", "{{=a",    "{{#a}}{{/a}}", "    ",   "{{<a}}{{/a}}",
    };
    struct arena *a = arena_new();
    double start = seconds();
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct str text = kit_repeated(a, pieces[i], TEMPLATE_BYTES / strlen(pieces[i]));
        render(a, text, NULL, value_none());
        render(a, text, &page_shape, shape_value(&page_shape, &page));
    }
    CHECK(seconds() - start < 10);
    arena_drop(a);
}

/* Past a hundred mistakes the rest is not listed, and that is said. */
TEST(many_mistakes)
{
    struct arena *a = arena_new();
    struct template_set *set = template_set_new(STR(""), STR(""));
    template_set_add(set, STR("main"), kit_repeated(a, "{{no}}\n", 500));
    struct diag *d = diag_new();
    CHECK(template_compile(set, STR("main"), &page_shape, d) == NULL);
    CHECK(diag_total(d) == 101);
    CHECK_STR("last", diag_problem(d, 100)->id, STR("template-more"));
    CHECK(diag_problem(d, 100)->line == 101);
    diag_drop(d);
    template_set_drop(set);
    arena_drop(a);
}

/* 40 templates, each including the next twice: a trillion, if it were done. */
TEST(doubling_is_refused_or_stopped)
{
    struct arena *a = arena_new();
    struct template_set *set = template_set_new(STR(""), STR(""));
    for (int i = 0; i < 40; i++)
        template_set_add(set, str_print(a, "t%d", i),
                         str_print(a, "{{>t%d}}{{>t%d}}", i + 1, i + 1));
    template_set_add(set, STR("t40"), STR(""));
    struct diag *d = diag_new();
    struct buf out = {0};
    double start = seconds();
    const struct template *t = template_compile(set, STR("t0"), NULL, d);
    CHECK(t && !template_render(t, value_none(), &out));
    CHECK(seconds() - start < 20);
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
    arena_drop(a);
}

static void write_file(const char *path, struct str text)
{
    const char *why = "";
    if (!file_write(path, text, &why))
        printf("%s: %s\n", path, why);
}

TEST(folders)
{
    struct arena *a = arena_new();
    const char *why;
    struct str base = kit_work(a, "template");
    struct str ours = path_join(a, base, STR("ours")),
               theirs = path_join(a, base, STR("theirs"));
    CHECK(dir_make(path_join(a, ours, STR("parts")).s, &why) && dir_make(theirs.s, &why));
    write_file(path_join(a, ours, STR("page.html")).s,
               STR("\xEF\xBB\xBF{{>parts/a}}{{>b}}\n"));
    write_file(path_join(a, ours, STR("parts/a.html")).s, STR("A"));
    write_file(path_join(a, ours, STR("b.html")).s, STR("B"));
    write_file(path_join(a, theirs, STR("b.html")).s, STR("{{title}}"));
    write_file(path_join(a, ours, STR("bad.html")).s, STR("好\n\xFF"));
    write_file(path_join(a, ours, STR("use.html")).s, STR("\n {{>bad}}{{>../page}}"));
    struct template_set *set = template_set_new(ours, STR("templates"));
    template_set_override(set, theirs, STR("site/templates"));
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("page"), &page_shape, d);
    CHECK(t && template_render(t, shape_value(&page_shape, &page), &out));
    CHECK_STR("overridden", buf_str(&out), STR("A参保 &amp; 缴费\n"));
    CHECK(template_compile(set, STR("use"), &page_shape, d) == NULL);
    CHECK(template_compile(set, STR("none"), &page_shape, d) == NULL);
    CHECK_STR(
        "messages", problems(a, d),
        STR("templates/bad.html:2:1: template-encoding: 模板的这个字节不是 UTF-8 编码\n"
            "templates/use.html:2:10: template-missing: 没有名为“../page”的模板\n"
            "template-missing: 没有名为“none”的模板"));
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
    dir_remove(base.s, &why);
    arena_drop(a);
}

/* The text of the n-th block of that language in a Markdown file. */
static struct str manual_block(struct str manual, const char *language, size_t n)
{
    char fence[32];
    snprintf(fence, sizeof fence, "\n```%s\n", language);
    size_t at = str_find(manual, str_of(fence));
    for (; n > 0 && at != STR_NONE; n--) {
        manual = str_from(manual, at + strlen(fence));
        at = str_find(manual, str_of(fence));
    }
    struct str text = str_from(manual, at == STR_NONE ? manual.n : at + strlen(fence));
    size_t end = str_find(text, STR("\n```\n"));
    return end == STR_NONE ? STR("") : str_slice(text, 0, end + 1);
}

/* docs/templates.md shows two templates, the page they make, and a message. */
TEST(the_manual_is_right)
{
    struct arena *a = arena_new();
    struct str manual = STR("");
    const char *why;
    CHECK(file_read(a, "docs/templates.md", 1000000, &manual, &why));
    struct str text = manual_block(manual, "html", 1);
    struct entry one = {.name = STR("职工参保"), .chart = STR("<svg>…</svg>")};
    struct page p = {.title = STR("参保 & 缴费"), .entries = {&one, 1, 1}};
    size_t h1 = str_find(text, STR("<h1>{{title}}"));
    CHECK(h1 != STR_NONE);
    struct str wrong =
        str_print(a, "%.*s<h1>{{titel}}%.*s", STR_ARG(str_slice(text, 0, h1)),
                  STR_ARG(str_from(text, h1 + strlen("<h1>{{title}}"))));
    struct template_set *set = template_set_new(STR(""), STR(""));
    template_set_add(set, STR("layout"), manual_block(manual, "html", 0));
    template_set_add(set, STR("page"), text);
    template_set_add(set, STR("templates/page.html"), wrong);
    struct diag *d = diag_new();
    struct buf out = {0};
    const struct template *t = template_compile(set, STR("page"), &page_shape, d);
    CHECK(t && template_render(t, shape_value(&page_shape, &p), &out));
    CHECK_STR("page", buf_str(&out), manual_block(manual, "html", 2));
    CHECK(diag_total(d) == 0);
    CHECK(!template_compile(set, STR("templates/page.html"), &page_shape, d));
    buf_clear(&out);
    diag_print(d, false, &out);
    struct str message =
        manual_block(str_from(manual, str_find(manual, STR("## How"))), "", 0);
    CHECK_STR("message", buf_str(&out), message);
    buf_drop(&out);
    diag_drop(d);
    template_set_drop(set);
    arena_drop(a);
}

int main(void)
{
    RUN(inheritance);
    RUN(structs_as_contexts);
    RUN(truth_of_values);
    RUN(recursion_by_data);
    RUN(escaping);
    RUN(refusals);
    RUN(allowed_with_shape);
    RUN(endless_at_run_time);
    RUN(pathological_sizes);
    RUN(many_mistakes);
    RUN(doubling_is_refused_or_stopped);
    RUN(folders);
    RUN(the_manual_is_right);
    return runner_end();
}
