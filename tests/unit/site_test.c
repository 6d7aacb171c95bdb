/* The published site as a whole: built by the program, read back from its files.
 * MULU names the program (tests/run.sh sets it); the project's own catalogs are the input. */
#include "base/buf.h"
#include "base/file.h"
#include "kit.h"
#include "runner.h"
#include "site/build.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

enum { LARGEST_FILE = 64 << 20 };

static struct arena *arena;
static struct str root; /* a folder below build/ */
static struct str program;

/* Runs a shell command; its exit status, its output and messages together in `text`. */
static int shell(struct str *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int shell(struct str *text, const char *format, ...)
{
    struct buf command = {0};
    buf_puts(&command, "( ");
    va_list args;
    va_start(args, format);
    buf_vprintf(&command, format, args);
    va_end(args);
    struct str log = path_join(arena, root, STR("log"));
    buf_printf(&command, " ) >%s 2>&1", log.s);
    buf_char(&command, '\0');
    int status = system(command.s);
    buf_drop(&command);
    const char *why;
    *text = STR("");
    file_read(arena, log.s, LARGEST_FILE, text, &why);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct str at(const char *path)
{
    return path_join(arena, root, str_of(path));
}

static struct str content(struct str path)
{
    struct str text;
    const char *why;
    return file_read(arena, path.s, LARGEST_FILE, &text, &why) ? text : STR("");
}

struct page_list {
    struct str *at;
    size_t n, cap;
};

static void find_pages(struct str dir, struct page_list *pages)
{
    struct str_list names = dir_list(arena, dir.s);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = path_join(arena, dir, names.at[i]);
        if (dir_exists(path.s))
            find_pages(path, pages);
        else if (str_ends(path, STR(".html")))
            *vec_push(arena, pages) = path;
    }
}

/* The next value of an attribute such as ` href="`, taken off the front of `*rest`. */
static bool next_value(struct str *rest, struct str attribute, struct str *value)
{
    size_t from = str_find(*rest, attribute);
    if (from == STR_NONE)
        return false;
    *rest = str_from(*rest, from + attribute.n);
    size_t to = str_find(*rest, STR("\""));
    *value = str_slice(*rest, 0, to);
    return true;
}

static bool has_id(struct str page, struct str id)
{
    return str_has(page, str_print(arena, " id=\"%.*s\"", STR_ARG(id)));
}

/* True when the link of a page leads to a file of the site and to an anchor in it. */
static bool resolves(struct str page, struct str href)
{
    if (str_starts(href, STR("tel:")) || str_starts(href, STR("https://")) ||
        str_starts(href, STR("http://")) || str_starts(href, STR("mailto:")))
        return true;
    size_t hash = str_find(href, STR("#"));
    struct str file = hash == STR_NONE ? href : str_slice(href, 0, hash);
    size_t query = str_find(file, STR("?"));
    if (query != STR_NONE)
        file = str_slice(file, 0, query);
    struct str path = page;
    if (str_starts(file, STR("/")))
        path = path_join(arena, at("one"), str_from(file, 1));
    else if (file.n)
        path = path_join(arena, path_dir(page), file);
    if (!file_exists(path.s))
        return false;
    return hash == STR_NONE || has_id(content(path), str_from(href, hash + 1));
}

static size_t check_links(struct str page)
{
    static const struct str attributes[] = {STR_INIT(" href=\""), STR_INIT(" src=\"")};
    struct str text = content(page);
    size_t links = 0;
    for (size_t i = 0; i < 2; i++) {
        struct str rest = text, href;
        while (next_value(&rest, attributes[i], &href)) {
            links++;
            bool ok = resolves(page, href);
            if (!ok)
                printf("%.*s: dead link %.*s\n", STR_ARG(page), STR_ARG(href));
            CHECK(ok);
        }
    }
    return links;
}

TEST(site_is_built)
{
    struct str text;
    int status = shell(&text, "%s build -o %s", program.s, at("one").s);
    if (status)
        printf("%.*s\n", STR_ARG(text));
    CHECK(status == 0);
    static const char *const files[] = {
        "index.html",
        "404.html",
        "assets/style.css",
        "yuanjiang/index.html",
        "yuanjiang/guide.pdf",
        "yuanjiang/guide-large.pdf",
        "yuanjiang/guide-fold.pdf",
        "yuanjiang/handouts/002036001001.pdf",
        "yuanjiang/handouts/item-33.pdf",
        "ningxia/handouts/002036001002.s2.pdf",
        "pingdingshan/handouts/002036004004.pdf",
        "yuanjiang/002036001001.html",
        "yuanjiang/item-33.html",
        "yuanjiang/notice.html",
        "ningxiang/index.html",
        "ningxiang/levels.html",
        "ningxiang/levels.pdf",
        "ningxiang/002036001002-2.html",
        "ningxiang/notice.html",
        "ningxiang/0731-1.html",
        "yuanjiang/notice.pdf",
        "ningxiang/notice.pdf",
        "pingdingshan/list.html",
        "pingdingshan/list.pdf",
        "pingdingshan/002036004004.html",
        "ningxia/list.html",
        "ningxia/list.pdf",
        "xinjiang/disclosure.html",
        "xinjiang/disclosure.pdf",
        "xinjiang/item-29.html",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        CHECK_STR(files[i],
                  file_exists(path_join(arena, at("one"), str_of(files[i])).s)
                      ? STR("there")
                      : STR("missing"),
                  STR("there"));
}

/* A catalog has the tables of its kinds and no others, and its pages lead to them. */
TEST(tables_are_those_of_the_kind)
{
    static const struct {
        const char *catalog, *table, *title;
    } rows[] = {
        {"pingdingshan", "list", "事项清单"},
        {"ningxia", "list", "事项清单"},
        {"ningxiang", "levels", "三级清单"},
        {"xinjiang", "disclosure", "公开标准目录"},
        {"yuanjiang", "guide", "整本办事指南"},
    };
    static const char *const tables[] = {"list", "levels", "disclosure", "guide"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str folder = path_join(arena, at("one"), str_of(rows[i].catalog));
        struct str index = content(path_join(arena, folder, STR("index.html")));
        CHECK(str_has(index, str_print(arena, "<a href=\"%s.pdf\">%s</a>", rows[i].table,
                                       rows[i].title)));
        for (size_t t = 0; t < 4; t++) {
            bool own = str_eq(str_of(tables[t]), str_of(rows[i].table));
            struct str page = str_print(arena, "%s.html", tables[t]);
            struct str pdf = str_print(arena, "%s.pdf", tables[t]);
            bool web = own && t < 3; /* the guide's pages are those of its items */
            CHECK(file_exists(path_join(arena, folder, page).s) == web);
            CHECK(file_exists(path_join(arena, folder, pdf).s) == own);
            CHECK(str_has(index, str_print(arena, "<a href=\"%.*s\">", STR_ARG(page))) ==
                  web);
        }
    }
}

TEST(every_link_resolves)
{
    struct page_list pages = {0};
    find_pages(at("one"), &pages);
    size_t links = 0;
    for (size_t i = 0; i < pages.n; i++)
        links += check_links(pages.at[i]);
    printf("%zu pages, %zu links\n", pages.n, links);
    CHECK(pages.n >= 2 + 2 + 33 + 51 + 3);
    CHECK(links > 10 * pages.n);
}

/* <script src="../assets/site.js"></script>: of this site, with nothing inside. */
static bool own_script(struct str text, struct str begin)
{
    struct str rest = str_starts(text, begin) ? str_from(text, begin.n) : STR("");
    size_t end = str_find(rest, STR("\"></script>"));
    struct str src = end == STR_NONE ? STR("") : str_slice(rest, 0, end);
    return str_has(src, STR("assets/")) && !str_has(src, STR(":")) &&
           !str_has(src, STR("\"")) && !str_starts(src, STR("//"));
}

/* Programs come from the site's own files; linked data is none. */
static bool scripts_are_data(struct str text)
{
    static const struct str script = STR_INIT("<script"),
                            data = STR_INIT("<script type=\"application/ld+json\">"),
                            file = STR_INIT("<script src=\"");
    for (size_t at; (at = str_find(text, script)) != STR_NONE;
         text = str_from(text, at + script.n))
        if (!str_starts(str_from(text, at), data) &&
            !own_script(str_from(text, at), file))
            return false;
    return true;
}

/* The page without its linked data, in which objects may well end with two braces. */
static struct str without_data(struct str text)
{
    static const struct str from = STR_INIT("<script type=\"application/ld+json\">"),
                            to = STR_INIT("</script>");
    size_t start = str_find(text, from), end = str_find(str_from(text, start), to);
    if (start == STR_NONE || end == STR_NONE)
        return text;
    return STR_JOIN(arena, str_slice(text, 0, start), str_from(text, start + end));
}

/* What a strict Content-Security-Policy forbids, and what has no place in a page. */
TEST(pages_are_clean)
{
    static const struct str forbidden[] = {
        STR_INIT(" style="),     STR_INIT("<style"), STR_INIT(" onclick"),
        STR_INIT("src=\"http"),  STR_INIT("{{"),     STR_INIT("}}"),
        STR_INIT("javascript:"),
    };
    struct page_list pages = {0};
    find_pages(at("one"), &pages);
    for (size_t i = 0; i < pages.n; i++) {
        struct str text = content(pages.at[i]);
        for (size_t f = 0; f < sizeof forbidden / sizeof *forbidden; f++)
            CHECK(!str_has(without_data(text), forbidden[f]));
        CHECK(scripts_are_data(text));
        CHECK(str_starts(text, STR("<!DOCTYPE html>")));
        CHECK(str_has(text, STR("<html lang=\"zh-CN\">")));
        CHECK(str_has(text, STR("<h1")));
        CHECK(str_ends(text, STR("</html>\n")));
    }
}

/* A page of an item is for old phones: at most 30 KB of HTML, both drawings of its chart
 * included. The other pages of a catalog are lists of all of it. */
TEST(items_are_light)
{
    enum { MOST = 30 * 1024, ITEMS = 161 };
    static const char *const lists[] = {"index.html", "list.html", "levels.html",
                                        "disclosure.html", "notice.html"};
    struct page_list pages = {0};
    size_t items = 0;
    find_pages(at("one"), &pages);
    for (size_t i = 0; i < pages.n; i++) {
        struct str name = str_from(pages.at[i], at("one/").n),
                   text = content(pages.at[i]);
        size_t slash = str_find(name, STR("/"));
        bool item = slash != STR_NONE && !str_has(name, STR("/forms/"));
        for (size_t k = 0; item && k < sizeof lists / sizeof *lists; k++)
            item = !str_eq(str_from(name, slash + 1), str_of(lists[k]));
        items += item;
        if (item && text.n > MOST)
            CHECK_STR("too heavy", name, STR(""));
    }
    CHECK(items == ITEMS);
}

TEST(two_builds_are_the_same_bytes)
{
    struct str text;
    CHECK(shell(&text,
                "P=$(realpath %s); mkdir -p %s && cd %s && TZ=Asia/Shanghai LC_ALL=C $P "
                "-C ../../.. "
                "build -j 1 -o %s",
                program.s, at("elsewhere").s, at("elsewhere").s, at("two").s) == 0);
    int status = shell(&text, "diff -r %s %s", at("one").s, at("two").s);
    printf("%.*s", STR_ARG(text));
    CHECK(status == 0);
}

/* Files that have not changed are the same files (hard links), not new ones. */
TEST(unchanged_files_are_not_written_again)
{
    struct stat before, after;
    struct str page = at("one/yuanjiang/002036001001.html"), text;
    CHECK(stat(page.s, &before) == 0);
    CHECK(shell(&text, "%s build -o %s", program.s, at("one").s) == 0);
    CHECK(stat(page.s, &after) == 0);
    CHECK(before.st_ino == after.st_ino);
}

TEST(building_one_keeps_the_others)
{
    struct str text;
    CHECK(shell(&text, "cp -r %s %s && %s build ningxiang -o %s && diff -r %s %s",
                at("one").s, at("three").s, program.s, at("three").s, at("one").s,
                at("three").s) == 0);
}

/* A project of its own below root: one good catalog, one that the test spoils. */
static void make_project(const char *spoil)
{
    struct str text;
    CHECK(shell(&text,
                "rm -rf %s && mkdir -p %s/site && cp -r catalogs templates %s && cp -r "
                "site/assets site/site.xml %s/site && %s -C %s build && cp -r "
                "%s/site/public %s/old",
                at("p").s, at("p").s, at("p").s, at("p").s, program.s, at("p").s,
                at("p").s, at("p").s) == 0);
    CHECK(shell(&text, "cd %s && %s", at("p").s, spoil) == 0);
}

/* Builds the spoiled project: status 2, the message, and the old site as it was. */
static void expect_failure(const char *how, const char *message)
{
    struct str text;
    int status = shell(&text, "%s %s -C %s build", how, program.s, at("p").s);
    CHECK(status == 2);
    if (!str_has(text, str_of(message)))
        printf("%.*s\n", STR_ARG(text));
    CHECK(str_has(text, str_of(message)));
    CHECK(shell(&text, "diff -r %s/old %s/site/public", at("p").s, at("p").s) == 0);
    CHECK(!dir_exists(at("p/site/public.new").s));
}

TEST(broken_catalog_publishes_nothing)
{
    make_project("sed -i 's|</item>||' catalogs/ningxiang/catalog.xml");
    expect_failure("", "catalogs/ningxiang/catalog.xml:");
}

TEST(unknown_name_in_a_template_publishes_nothing)
{
    make_project("sed -i 's|{{title}}|{{titel}}|' templates/html/item.html");
    expect_failure("", "templates/html/item.html:");
}

TEST(missing_font_publishes_nothing)
{
    make_project("sed -i 's|<contact/>|<font role=\"song\" file=\"no-such.ttf\"/>|' "
                 "site/site.xml");
    expect_failure("", "no-such.ttf");
}

/* A limit on file sizes stands for a full disk; the last write to fail is the booklet's. */
TEST(failed_write_publishes_nothing)
{
    make_project("sed -i 's|经办政务服务事项办事指南</title>|办事指南</title>|' "
                 "catalogs/yuanjiang/catalog.xml");
    /* too little for guide.pdf, enough for the messages */
    expect_failure("ulimit -f 300;", "写不了");
}

TEST(findings_do_not_stop_a_build)
{
    make_project("sed -i 's|002036001004|0020360010O4|' catalogs/ningxiang/catalog.xml");
    struct str text;
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    CHECK(str_has(text, STR("0020360010O4")));
}

/* One kind made alone must not take the others off the site. */
TEST(only_some_kinds_keep_the_others)
{
    static const char *const kinds[] = {"html", "pdf"};
    for (size_t i = 0; i < 2; i++) {
        struct str text;
        make_project("true");
        CHECK(shell(&text, "%s -C %s build --only %s", program.s, at("p").s, kinds[i]) ==
              0);
        CHECK(shell(&text, "diff -r %s/old %s/site/public", at("p").s, at("p").s) == 0);
    }
}

/* Without pages, documents and catalogs: only what becomes assets/. */
TEST(own_assets_stand_before_those_of_the_program)
{
    struct str text;
    CHECK(
        shell(&text,
              "cd %s && mkdir -p own/img common && echo own >own/style.css && echo logo "
              ">own/img/logo.png && echo common >common/style.css && echo more "
              ">common/more.css",
              root.s) == 0);
    struct diag *d = diag_new();
    static const struct site_info site;
    struct build b = {.output = at("assets-only"),
                      .render.site = &site,
                      .assets.own = at("own"),
                      .assets.common = at("common"),
                      .jobs = 1};
    CHECK(build_site(&b, d));
    CHECK_STR("own", content(at("assets-only/assets/style.css")), STR("own\n"));
    CHECK_STR("below", content(at("assets-only/assets/img/logo.png")), STR("logo\n"));
    CHECK_STR("program's", content(at("assets-only/assets/more.css")), STR("more\n"));
    diag_drop(d);
}

/* "--" may be in an id but not in the comments of the file. */
TEST(a_new_catalog_loads_and_builds)
{
    static const char *const ids[] = {"a", "a--b", "--", "7"};
    struct str text;
    make_project("cd catalogs && rm -r n* p* x* y*");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        CHECK(shell(&text, "%s -C %s new --region 430981 -- %s", program.s, at("p").s,
                    ids[i]) == 0);
    CHECK(shell(&text, "%s -C %s fmt --check", program.s, at("p").s) == 0);
    CHECK(shell(&text, "%s -C %s check", program.s, at("p").s) == 0);
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
}

/* What stands on a service in the source must reach the citizen, not only the printer. */
TEST(services_are_shown_whole)
{
    static const char *const words[] = {
        "甲单位", "乙对象", "丙渠道", "丁流程", "戊材料", "己时限",
        "庚备注", "辛依据", "壬查询", "癸监督", "子评价", "丑级别",
    };
    make_project("cd catalogs && rm -r n* p* x* y*");
    struct str folder = at("p/catalogs/s"), text;
    const char *why;
    CHECK(dir_make(folder.s, &why));
    struct str xml = STR(
        "<catalog id=\"s\" kind=\"levels\" scheme=\"\"><region code=\"430981\" "
        "name=\"县\"/><title>目录</title><level id=\"city\" name=\"市\"/><group "
        "no=\"\" code=\"\"><title>主项</title><item seq=\"1\" code=\"a\"><title>事项"
        "</title><service seq=\"1\"><title>业务</title><agency>甲单位</agency>"
        "<audience>乙对象</audience><channels><p>丙渠道</p></channels><process><step "
        "name=\"申请\">丁流程</step></process><materials><material>戊材料</material>"
        "</materials><limit>己时限</limit><notes><p>庚备注</p></notes><basis><p>辛依据"
        "</p></basis><inquiry><p>壬查询</p></inquiry><supervision><p>癸监督</p>"
        "</supervision><evaluation><p>子评价</p></evaluation><levels><cell "
        "level=\"city\">丑级别</cell></levels></service><service seq=\"1\"><title>同号"
        "</title></service><service><title>无号</title></service></item></group>"
        "</catalog>\n");
    CHECK(file_write(path_join(arena, folder, STR("catalog.xml")).s, xml, &why));
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    struct str page = content(at("p/site/public/s/a.html"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!str_has(page, str_of(words[i]))) {
            printf("%s is not on the page\n", words[i]);
            CHECK(false);
        }
    static const char *const anchors[] = {"s1", "service-2", "service-3"};
    struct str levels = content(at("p/site/public/s/levels.html"));
    CHECK(str_has(levels, STR("丑级别")));
    for (size_t i = 0; i < 3; i++) {
        CHECK(has_id(page, str_of(anchors[i])));
        CHECK(str_has(levels, str_print(arena, "\"a.html#%s\"", anchors[i])));
    }
}

/* A heading or a link without words is nothing to a reader who listens. */
TEST(a_site_without_a_name_has_headings)
{
    struct str text;
    make_project("rm site/site.xml");
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    CHECK(str_has(text, STR("[site-none]")));
    struct str page = content(at("p/site/public/index.html"));
    CHECK(page.n && !str_has(page, STR("></title>")) && !str_has(page, STR("></h1>")) &&
          !str_has(page, STR("></a>")));
}

TEST(a_scheme_that_is_not_there_is_told)
{
    struct str text;
    make_project("sed -i 's|scheme=\"ylbz-2020\"|scheme=\"ylbz-2021\"|' "
                 "catalogs/yuanjiang/catalog.xml");
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    CHECK(str_has(text, STR("catalogs/yuanjiang/catalog.xml:2:46: 警告: ")));
    CHECK(str_has(text, STR("[scheme-unread]")));
}

TEST(a_catalog_that_is_gone_is_told)
{
    struct str text;
    make_project("mv catalogs/ningxiang/catalog.xml catalogs/ningxiang/Catalog.xml");
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    CHECK(str_has(text, STR("“ningxiang”上次发布过")));
    CHECK(str_has(text, STR("[build-gone]")));
    CHECK(!dir_exists(at("p/site/public/ningxiang").s));
    CHECK(shell(&text, "%s -C %s build", program.s, at("p").s) == 0);
    CHECK(!str_has(text, STR("[build-gone]")));
}

/* Arabic is in none of the faces: told once, with its place; the site is published. */
TEST(a_character_without_a_glyph_has_a_place)
{
    make_project("sed -i 's|单位参保登记</title>|单位\xD9\x85参保登记</title>|' "
                 "catalogs/ningxiang/catalog.xml");
    struct str text;
    CHECK(shell(&text, "%s -C %s build ningxiang", program.s, at("p").s) == 0);
    CHECK(str_has(text, STR("catalogs/ningxiang/catalog.xml:")));
    size_t first = str_find(text, STR("[glyph-missing]"));
    CHECK(first != STR_NONE &&
          !str_has(str_from(text, first + 1), STR("[glyph-missing]")));
}

TEST(no_permission_is_told)
{
    struct str text;
    CHECK(shell(&text, "%s build -o /proc/no/such", program.s) == 2);
    CHECK(str_has(text, STR("[file-write]")));
}

int main(void)
{
    const char *name = getenv("MULU");
    arena = arena_new();
    program = str_of(name ? name : "build/release/mulu");
    root = kit_work(arena, "site");
    const char *why;
    RUN(site_is_built);
    RUN(tables_are_those_of_the_kind);
    RUN(every_link_resolves);
    RUN(pages_are_clean);
    RUN(items_are_light);
    RUN(two_builds_are_the_same_bytes);
    RUN(unchanged_files_are_not_written_again);
    RUN(building_one_keeps_the_others);
    RUN(broken_catalog_publishes_nothing);
    RUN(unknown_name_in_a_template_publishes_nothing);
    RUN(missing_font_publishes_nothing);
    RUN(failed_write_publishes_nothing);
    RUN(findings_do_not_stop_a_build);
    RUN(only_some_kinds_keep_the_others);
    RUN(own_assets_stand_before_those_of_the_program);
    RUN(a_new_catalog_loads_and_builds);
    RUN(services_are_shown_whole);
    RUN(a_site_without_a_name_has_headings);
    RUN(a_scheme_that_is_not_there_is_told);
    RUN(a_catalog_that_is_gone_is_told);
    RUN(a_character_without_a_glyph_has_a_place);
    RUN(no_permission_is_told);
    dir_remove(root.s, &why);
    arena_drop(arena);
    return runner_end();
}
