/* Every PDF of the five catalogs against the rules of pdf_check.h, and each rule against a
 * file that breaks it: a good file with one thing changed. */
#include "pdf_check.h"
#include "runner.h"

#include "fidelity.h"

#include "base/file.h"
#include "scene/scene_pdf.h"

#define FOLDER "build/tests/pdf_check"

static struct arena *arena;
static struct str site;
static struct str_list files; /* every PDF of the site */

/* --- the published files --- */

static struct str output(const char *before, struct str path, const char *behind)
{
    return kit_output(arena,
                      str_print(arena, "%s %.*s %s", before, STR_ARG(path), behind).s);
}

/* forms/<id>.pdf, beside its forms/<id>-blank.pdf: it names a face that is not in it, for
 * what the reader types, and must claim nothing. */
static bool is_fillable(struct str path)
{
    struct str blank = str_print(arena, "%.*s-blank.pdf",
                                 STR_ARG(str_slice(path, 0, path.n - STR(".pdf").n)));
    for (size_t i = 0; i < files.n; i++)
        if (str_eq(files.at[i], blank))
            return true;
    return false;
}

/* Without the claims, and all else as in the others. */
static bool is_fault(const struct pdf_finding *f, bool fillable)
{
    return !fillable || (!str_is(str_of(f->rule), "metadata-claims") &&
                         !str_is(str_of(f->rule), "metadata-extension"));
}

static void check_clean(const char *path)
{
    bool fillable = is_fillable(str_of(path));
    struct arena *a = arena_new();
    struct pdf_file *f = pdf_file_load(a, path);
    CHECK(f != NULL);
    struct pdf_findings found = {0};
    if (f)
        found = pdf_check(f);
    size_t faults = 0;
    for (size_t i = 0; i < found.list.n; i++) {
        const struct pdf_finding *at = &found.list.at[i];
        bool fault = is_fault(at, fillable);
        if (fault && faults++ < 20)
            printf("%s: %s: %.*s\n", path, at->rule, STR_ARG(at->what));
    }
    CHECK(faults == 0);
    CHECK((found.list.n > 0) == fillable); /* no claim where it cannot be kept */
    arena_drop(a);
}

TEST(every_file_keeps_the_rules)
{
    CHECK(files.n >= 20);
    for (size_t i = 0; i < files.n; i++)
        check_clean(str_copy(arena, files.at[i]).s);
}

/* qpdf and mupdf find nothing to complain of. Debian builds mupdf without colour profiles,
 * and it says so each time. */
TEST(readers_do_not_complain)
{
    for (size_t i = 0; i < files.n; i++) {
        struct str check = output("qpdf --check", files.at[i], "2>&1");
        CHECK(str_has(check, STR("No syntax or stream encoding errors found")));
        CHECK(!str_has(check, STR("WARNING")));
        struct str mupdf = output("mutool draw -q -r 20 -o /dev/null", files.at[i],
                                  "2>&1 | grep -v 'ICC support is not available' || :");
        CHECK_STR(files.at[i].s, mupdf, STR(""));
    }
}

TEST(every_file_is_tagged_and_its_fonts_are_subsets)
{
    for (size_t i = 0; i < files.n; i++) {
        struct str info = output("pdfinfo", files.at[i], "2>&1");
        CHECK(str_has(info, STR("Tagged:          yes\n")));
        CHECK(str_has(info, STR("JavaScript:      no\n")));
        CHECK(str_has(info, STR("Encrypted:       no\n")));
        struct str rest = output("pdffonts", files.at[i], "2>&1 | tail -n +3"), row;
        CHECK(rest.n > 0);
        bool fillable = is_fillable(files.at[i]);
        while (str_cut(&rest, '\n', &row))
            if (!str_has(row, STR("Identity-H       yes yes yes")) &&
                !(fillable && str_starts(row, STR("STSong-Light"))))
                CHECK_STR(files.at[i].s, row, STR("yes yes yes"));
    }
}

TEST(the_booklet_is_small)
{
    struct str bytes;
    const char *why;
    CHECK(file_read(arena, str_print(arena, "%.*s/yuanjiang/guide.pdf", STR_ARG(site)).s,
                    64 * 1024 * 1024, &bytes, &why));
    CHECK(bytes.n <= 600 * 1000);
}

TEST(two_runs_give_the_same_bytes)
{
    struct str first = str_print(arena, "%.*s-first", STR_ARG(site));
    kit_output(arena, str_print(arena, "rm -rf %.*s && mv %.*s %.*s", STR_ARG(first),
                                STR_ARG(site), STR_ARG(first))
                          .s);
    published_site(arena, "pdf");
    CHECK_STR("diff",
              kit_output(arena, str_print(arena, "diff -rq %.*s %.*s 2>&1 || :",
                                          STR_ARG(first), STR_ARG(site))
                                    .s),
              STR(""));
}

/* --- a small file with everything in it --- */

static void put(struct scene *s, size_t element, double x, double y, struct str text)
{
    struct text_mark t = {.text = text, .style = {FONT_SONG, 12, {0, 0, 0}}};
    t.x = x;
    t.y = y;
    t.width = 12.0 * (double)text.n / 3;
    scene_text(s, s->pages.n - 1, element, &t);
}

static size_t cell(struct scene *s, size_t row, enum role role, double x, double y,
                   struct str text)
{
    size_t e = scene_element(s, role, row);
    if (role == ROLE_HEADER)
        s->elements.at[e].scope = SCOPE_COLUMN;
    put(s, e, x, y, text);
    return e;
}

static void put_table(struct scene *s)
{
    size_t table = scene_element(s, ROLE_TABLE, SCENE_ROOT);
    size_t rows[3];
    for (size_t i = 0; i < 3; i++)
        rows[i] = scene_element(s, ROLE_ROW, table);
    cell(s, rows[0], ROLE_HEADER, 72, 240, STR("事项"));
    cell(s, rows[0], ROLE_HEADER, 172, 240, STR("时限"));
    size_t merged = cell(s, rows[1], ROLE_CELL, 72, 260, STR("登记"));
    s->elements.at[merged].rowspan = 2;
    cell(s, rows[1], ROLE_CELL, 172, 260, STR("即时"));
    cell(s, rows[2], ROLE_CELL, 172, 280, STR("当日"));
}

static void put_list(struct scene *s)
{
    size_t list = scene_element(s, ROLE_LIST, SCENE_ROOT);
    size_t item = scene_element(s, ROLE_LIST_ITEM, list);
    put(s, scene_element(s, ROLE_LABEL, item), 72, 180, STR("一"));
    put(s, item, 90, 180, STR("身份证件・社保卡·原件"));
}

static void put_figure(struct scene *s)
{
    struct color blue = {0x0B, 0x5C, 0xAD};
    size_t figure = scene_element(s, ROLE_FIGURE, SCENE_ROOT);
    s->elements.at[figure].title = STR("流程图");
    s->elements.at[figure].alt = STR("申请，办结");
    scene_rect(s, 0, figure, (struct box){72, 320, 120, 36}, 4,
               &(struct pen){NULL, &blue, 1, DASH_NONE});
    put(s, figure, 100, 340, STR("申请"));
}

static struct scene *small_scene(void)
{
    struct scene *s = scene_new();
    s->title = STR("办事指南 <一> & 二");
    s->author = STR("医疗保障局");
    s->date = STR("2020-12-31");
    scene_page(s, 595.28, 841.89);
    put(s, scene_artifact(s, ARTIFACT_HEAD), 72, 40, STR("页眉"));
    put(s, scene_element(s, ROLE_H1, SCENE_ROOT), 72, 100, STR("办事指南"));
    size_t toc = scene_element(s, ROLE_TOC, SCENE_ROOT);
    size_t entry = scene_element(s, ROLE_TOC_ITEM, toc);
    put(s, entry, 72, 130, STR("参保登记"));
    scene_link(s, 0, entry, &(struct link_mark){72, 120, 200, 14, STR(""), STR("here")});
    put(s, scene_element(s, ROLE_H2, SCENE_ROOT), 72, 160, STR("参保登记"));
    scene_destination(s, STR("here"), 0, 150);
    put_list(s);
    size_t p = scene_element(s, ROLE_PARAGRAPH, SCENE_ROOT);
    put(s, p, 72, 210, STR("网址"));
    scene_link(s, 0, p,
               &(struct link_mark){72, 200, 90, 14, STR("https://a.cn/"), STR("")});
    put_table(s);
    put_figure(s);
    scene_bookmark(s, STR("参保登记"), 0, 0, 150);
    return s;
}

/* --- one thing changed --- */

enum where { JSON_TEXT_OF, STREAM, BYTES };

struct change {
    const char *rule;
    enum where place;
    const char *find, *put; /* the first occurrence */
};

#define TRAILER \
    "\"trailer\": {\n        \"value\": {\n          \"/DecodeParms\": {\n" \
    "            \"/Columns\": 7,\n            \"/Predictor\": 12\n          },\n" \
    "          \"/Filter\": \"/FlateDecode\",\n"
#define KID(n) "[\n            " n "\n          ]"

static const struct change changes[] = {
    {"file-header", BYTES, "%PDF-1.7", "%PDF-1.3"},
    {"file-header", BYTES, "\n%\267", "\n%7"},
    {"file-end", BYTES, "%%EOF\n", "%%EOF\n\n<html>"},
    {"file-id", JSON_TEXT_OF, TRAILER "          \"/ID\"", TRAILER "          \"/Id\""},
    {"file-encrypted", JSON_TEXT_OF, TRAILER, TRAILER "\"/Encrypt\": {},"},
    {"file-filter", JSON_TEXT_OF, "\"/FlateDecode\"", "\"/LZWDecode\""},
    {"file-filter", JSON_TEXT_OF, "\"/N\": 3", "\"/F\": \"u:a.icc\", \"/N\": 3"},
    {"file-filter", JSON_TEXT_OF, "\"/N\": 3", "\"/DecodeParms\": {}, \"/N\": 3"},
    {"page-box", JSON_TEXT_OF, "841.89", "2.89"},
    {"page-box", JSON_TEXT_OF, "841.89", "20000"},
    {"page-resources", JSON_TEXT_OF, "\"/Resources\"", "\"/Inherited\""},
    {"page-resources", JSON_TEXT_OF, "\"/ProcSet\"", "\"/XObject\""},
    {"content-syntax", STREAM, "EMC\n", "ET\n"},
    {"content-syntax", STREAM, " Td\n", " Do\n"},
    {"content-syntax", STREAM, "BT\n", "q BT\n"},
    {"content-font", STREAM, "/F0 ", "/F9 "},
    {"content-font", STREAM, ">]TJ", "00>]TJ"},
    {"content-font", STREAM, ">]TJ", "> TJ"},
    {"color-space", STREAM, "0.043 0.361 0.678 RG", "0.5 0.5 0 0 K"},
    {"color-intent", JSON_TEXT_OF, "/GTS_PDFA1", "/GTS_PDFX"},
    {"color-intent", STREAM, "mntrRGB", "mntrGRA"},
    {"color-intent", STREAM, "rTRC", "xTRC"},
    {"color-intent", JSON_TEXT_OF, "\"/OutputIntents\"", "\"/Intents\""},
    {"font-embedded", JSON_TEXT_OF, "\"/FontFile3\"", "\"/FontFile9\""},
    {"font-embedded", JSON_TEXT_OF, "/CIDFontType0C", "/Type1C"},
    {"font-map", JSON_TEXT_OF, "/Identity-H", "/UniGB-UTF16-H"},
    {"font-map", JSON_TEXT_OF, "\"/FontBBox\"", "\"/CIDSet\": \"\", \"/FontBBox\""},
    {"font-widths", JSON_TEXT_OF, "\"/DW\": 1000", "\"/DW\": 900"},
    {"font-glyphs", STREAM, "Td\n[<", "Td\n[<0000"},
    {"font-unicode", STREAM, "beginbfchar\n<", "beginbfchar\n<0000> <0041>\n>"},
    {"font-unicode", STREAM, "> <4E00>", "> <E000>"},
    {"annotation", JSON_TEXT_OF, "\"/Subtype\": \"/Link\"", "\"/Subtype\": \"/Movie\""},
    {"annotation", JSON_TEXT_OF, "\"/Subtype\": \"/Link\"", "\"/Subtype\": \"/Widget\""},
    {"annotation-flags", JSON_TEXT_OF, "\"/F\": 4", "\"/F\": 6"},
    {"annotation-flags", JSON_TEXT_OF, "\"/F\": 4", "\"/F\": 0"},
    {"action", JSON_TEXT_OF, "\"/S\": \"/URI\"", "\"/S\": \"/Launch\""},
    {"action", JSON_TEXT_OF, "\"/S\": \"/URI\"", "\"/S\": \"/JavaScript\""},
    {"action", JSON_TEXT_OF, "\"/Tabs\"", "\"/AA\": {}, \"/Tabs\""},
    {"metadata", JSON_TEXT_OF, "\"/Metadata\": \"", "\"/Metadatum\": \""},
    {"metadata", STREAM, "</rdf:RDF>", "</rdf:rdf>"},
    {"metadata", STREAM, "<?xpacket begin", "<?xpacket bytes"},
    {"metadata", STREAM, "x-default", "fr"},
    {"metadata-info", STREAM, "&lt;一&gt;", "&lt;二&gt;"},
    {"metadata-info", JSON_TEXT_OF, "u:D:20201231", "u:D:20201230"},
    {"metadata-info", STREAM, "<rdf:li>zh-CN", "<rdf:li>en"},
    {"metadata-info", JSON_TEXT_OF, "\"/Producer\": \"u:mulu", "\"/Producer\": \"u:Word"},
    {"metadata-claims", STREAM, "<pdfaid:part>2", "<pdfaid:part>1"},
    {"metadata-claims", STREAM, "pdfuaid:part>1", "pdfuaid:part>2"},
    {"metadata-extension", STREAM, "Integer", "Text"},
    {"catalog-extras", JSON_TEXT_OF, "\"/Lang\"", "\"/OpenAction\": 1, \"/Lang\""},
    {"catalog-extras", JSON_TEXT_OF, "\"/Lang\"",
     "\"/Names\": {\"/JavaScript\": {}}, \"/Lang\""},
    {"catalog-extras", JSON_TEXT_OF, "\"/Lang\"",
     "\"/AcroForm\": {\"/NeedAppearances\": true}, \"/Lang\""},
    {"marked", JSON_TEXT_OF, "\"/Marked\": true", "\"/Marked\": false"},
    {"marked", JSON_TEXT_OF, "\"/Marked\": true",
     "\"/Marked\": true, \"/Suspects\": true"},
    {"marked", JSON_TEXT_OF, "\"/StructTreeRoot\": \"", "\"/Tree\": \""},
    {"title-shown", JSON_TEXT_OF, "\"/DisplayDocTitle\": true",
     "\"/DisplayDocTitle\": false"},
    {"language", JSON_TEXT_OF, "\"/Lang\": \"u:zh-CN\"", "\"/Lang\": \"u:\""},
    {"unmarked", STREAM, "/H1 <</MCID 0>> BDC\n", "/Span <<>> BDC\n"},
    {"artifact", STREAM, "/Type /Pagination", "/Type /Decoration"},
    {"artifact", STREAM, "/H1 <</MCID 0>> BDC\n",
     "/H1 <</MCID 0>> BDC\n/Artifact <</Type /Layout>> BDC EMC\n"},
    {"mcid", STREAM, "<</MCID 1>>", "<</MCID 0>>"},
    {"mcid", STREAM, "/H1 <</MCID 0>>", "/H1 <</ID 0>>"},
    {"mcid", STREAM, "<</MCID 1>>", "<</MCID 99>>"},
    {"parent-tree", JSON_TEXT_OF, "\"/StructParents\": 0", "\"/StructParents\": 1"},
    {"parent-tree", JSON_TEXT_OF, "\"/StructParent\": 1", "\"/StructParent\": 2"},
    {"parent-tree", JSON_TEXT_OF, "\"/StructParents\": 0", "\"/Parents\": 0"},
    {"struct-parent", JSON_TEXT_OF, " R\",\n          \"/S\": \"/LI\"",
     "\",\n          \"/S\": \"/LI\""},
    {"struct-type", JSON_TEXT_OF, "\"/S\": \"/P\"", "\"/S\": \"/Paragraph\""},
    {"struct-nesting", JSON_TEXT_OF, "\"/S\": \"/LBody\"", "\"/S\": \"/TD\""},
    {"struct-nesting", JSON_TEXT_OF, "\"/S\": \"/H1\"", "\"/S\": \"/Part\""},
    {"struct-nesting", JSON_TEXT_OF, "\"/S\": \"/Link\"", "\"/S\": \"/Span\""},
    {"struct-empty", JSON_TEXT_OF, KID("2"), "[]"},
    {"heading-order", JSON_TEXT_OF, "\"/S\": \"/H2\"", "\"/S\": \"/H3\""},
    {"heading-order", JSON_TEXT_OF, "\"/S\": \"/H1\"", "\"/S\": \"/H2\""},
    {"list-numbering", JSON_TEXT_OF, "\"/ListNumbering\": \"/Decimal\"",
     "\"/ListNumbering\": \"/None\""},
    {"list-numbering", JSON_TEXT_OF, "\"/ListNumbering\"", "\"/Numbering\""},
    {"table-regular", JSON_TEXT_OF, "\"/RowSpan\": 2", "\"/RowSpan\": 1"},
    {"table-regular", JSON_TEXT_OF, "\"/RowSpan\": 2", "\"/RowSpan\": 3"},
    {"table-regular", JSON_TEXT_OF, "\"/RowSpan\": 2", "\"/ColSpan\": 2"},
    {"table-scope", JSON_TEXT_OF, "\"/Scope\": \"/Column\"", "\"/RowSpan\": 1"},
    {"table-scope", JSON_TEXT_OF, "\"/S\": \"/TR\"", "\"/S\": \"/Span\""},
    {"figure-alt", JSON_TEXT_OF, "\"/Alt\"", "\"/ActualText\""},
    {"figure-box", JSON_TEXT_OF, "\"/BBox\"", "\"/Box\""},
    {"figure-box", JSON_TEXT_OF, "\"/BBox\": [", "\"/BBox\": [5, "},
    {"link-text", JSON_TEXT_OF, "\"/Contents\": \"u:", "\"/Said\": \"u:"},
    {"tab-order", JSON_TEXT_OF, "\"/Tabs\": \"/S\"", "\"/Tabs\": \"/R\""},
};
enum { CHANGES = sizeof changes / sizeof *changes };

/* Two things changed: MCIDs change places in the tree, or on the page. */
static const struct change swaps[][2] = {
    {{"reading-order", JSON_TEXT_OF, KID("8"), "[9]"},
     {"reading-order", JSON_TEXT_OF, KID("9"), "[8]"}},
    {{"reading-order", STREAM, "/H1 <</MCID 0>>", "/H1 <</MCID 2>>"},
     {"reading-order", STREAM, "/H2 <</MCID 2>>", "/H2 <</MCID 0>>"}},
};
enum { SWAPS = sizeof swaps / sizeof *swaps };

/* The text with the first `find` replaced; fails the test when it is not there. */
static struct str changed(struct str text, const struct change *c)
{
    struct str find = str_of(c->find);
    size_t at = str_find(text, find);
    if (at == STR_NONE) {
        CHECK_STR(c->rule, STR("is not in the file"), find);
        return text;
    }
    struct buf b = {0};
    buf_put(&b, str_slice(text, 0, at));
    buf_puts(&b, c->put);
    buf_put(&b, str_from(text, at + find.n));
    struct str copy = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return copy;
}

static void change_stream(struct pdf_file *f, const struct change *c)
{
    for (size_t i = 1; i < f->n; i++)
        if (f->at[i].stream && str_has(f->at[i].data, str_of(c->find))) {
            f->at[i].data = changed(f->at[i].data, c);
            return;
        }
    CHECK_STR(c->rule, STR("is in no stream"), str_of(c->find));
}

/* What is found when these things are changed. */
static struct pdf_findings findings_of(struct str json, struct str bytes,
                                       const struct change *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (c[i].place == JSON_TEXT_OF)
            json = changed(json, &c[i]);
        if (c[i].place == BYTES)
            bytes = changed(bytes, &c[i]);
    }
    struct pdf_file *f = pdf_file_read(arena, json, bytes);
    CHECK(f != NULL);
    if (!f)
        return (struct pdf_findings){0};
    for (size_t i = 0; i < n; i++)
        if (c[i].place == STREAM)
            change_stream(f, &c[i]);
    return pdf_check(f);
}

static bool has_rule(const struct pdf_findings *found, const char *rule)
{
    for (size_t i = 0; i < found->list.n; i++)
        if (str_is(str_of(found->list.at[i].rule), rule))
            return true;
    return false;
}

static void check_breaks(const struct pdf_findings *found, const struct change *c)
{
    if (!has_rule(found, c->rule))
        CHECK_STR(str_print(arena, "«%s» for «%s»", c->put, c->find).s,
                  found->list.n ? str_of(found->list.at[0].rule) : STR("no finding"),
                  str_of(c->rule));
}

static struct buf small_file(void)
{
    struct diag *d = diag_new();
    struct fonts *fonts =
        fonts_open((struct font_file[FONT_ROLE_COUNT]){{STR(""), 0}}, d);
    struct scene *s = small_scene();
    struct buf out = {0};
    CHECK(fonts && scene_pdf(s, fonts, d, &out));
    scene_drop(s);
    fonts_drop(fonts);
    diag_drop(d);
    return out;
}

TEST(each_rule_can_fail)
{
    const char *why;
    struct buf file = small_file();
    CHECK(dir_make(FOLDER, &why));
    CHECK(file_write(FOLDER "/small.pdf", buf_str(&file), &why));
    check_clean(FOLDER "/small.pdf");
    struct str json = pdf_file_json(arena, FOLDER "/small.pdf");
    for (size_t i = 0; i < CHANGES; i++) {
        struct pdf_findings found = findings_of(json, buf_str(&file), &changes[i], 1);
        check_breaks(&found, &changes[i]);
    }
    for (size_t i = 0; i < SWAPS; i++) {
        struct pdf_findings found = findings_of(json, buf_str(&file), swaps[i], 2);
        check_breaks(&found, &swaps[i][0]);
    }
    buf_drop(&file);
}

/* What a changed character cannot bring about. */
TEST(long_strings_and_many_pages)
{
    struct buf file = small_file(), text = {0};
    struct str json = pdf_file_json(arena, FOLDER "/small.pdf");
    buf_puts(&text, "\"/Alt\": \"u:");
    for (size_t i = 0; i < 16400; i++)
        buf_puts(&text, "长");
    buf_char(&text, '\0');
    struct change longer = {.rule = "file-limits",
                            .place = JSON_TEXT_OF,
                            .find = "\"/Alt\": \"u:",
                            .put = text.s};
    struct pdf_findings found = findings_of(json, buf_str(&file), &longer, 1);
    CHECK(found.list.n == 1 && has_rule(&found, "file-limits"));
    buf_drop(&text);
    buf_drop(&file);
    struct pdf_file *f = pdf_file_read(arena, json, STR(""));
    size_t *pages = arena_array(arena, 21, sizeof *pages);
    for (size_t i = 0; i < 21; i++)
        pages[i] = f->pages[0];
    f->pages = pages;
    f->n_pages = 21;
    found = pdf_check(f);
    CHECK(!has_rule(&found, "bookmarks"));
    f->catalog = json_member(NULL, "");
    found = pdf_check(f);
    CHECK(has_rule(&found, "bookmarks"));
}

/* Every rule has a change that breaks it and stands in the table of docs/pdf.md. */
TEST(rules_are_tried_and_documented)
{
    struct str docs = STR("");
    const char *why;
    CHECK(file_read(arena, "docs/pdf.md", 1024 * 1024, &docs, &why));
    for (size_t r = 0; pdf_rules[r]; r++) {
        struct str rule = str_of(pdf_rules[r]);
        bool tried = str_is(rule, "file-limits") || str_is(rule, "bookmarks") ||
                     str_is(rule, "reading-order");
        for (size_t i = 0; i < CHANGES; i++)
            tried |= str_is(rule, changes[i].rule);
        if (!tried)
            CHECK_STR("rule without a change", rule, STR(""));
        if (!str_has(docs, str_print(arena, "`%.*s`", STR_ARG(rule))))
            CHECK_STR("rule that is not in docs/pdf.md", rule, STR(""));
    }
}

int main(void)
{
    arena = arena_new();
    site = published_site(arena, "pdf");
    struct str all = output("find -L", site, "-name '*.pdf' | sort"), path;
    while (str_cut(&all, '\n', &path))
        if (path.n)
            *vec_push(arena, &files) = str_copy(arena, path);
    RUN(every_file_keeps_the_rules);
    RUN(readers_do_not_complain);
    RUN(every_file_is_tagged_and_its_fonts_are_subsets);
    RUN(the_booklet_is_small);
    RUN(two_runs_give_the_same_bytes);
    RUN(each_rule_can_fail);
    RUN(long_strings_and_many_pages);
    RUN(rules_are_tried_and_documented);
    arena_drop(arena);
    return runner_end();
}
