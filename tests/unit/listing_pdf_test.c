/* The real item lists and disclosure catalogs as PDF and as web pages, read back: every text
 * of the catalog is in both. The PDF stay in build/tests/listing for a look. MULU names the
 * program (tests/run.sh sets it). */
#include "runner.h"

#include "kit_print.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "layout/grid.h"
#include "layout/listing.h"

#include <stdlib.h>

#define OUT "build/tests/listing"

static struct arena *arena;
static struct fonts *fonts;
static struct typesetter *setter;
static struct diag *diag;

static const struct {
    const char *name, *folder, *style;
    enum catalog_kind kind;
} documents[] = {
    {"pingdingshan", "catalogs/pingdingshan", "list", KIND_LIST},
    {"ningxia", "catalogs/ningxia", "list", KIND_LIST},
    {"xinjiang", "catalogs/xinjiang", "disclosure", KIND_DISCLOSURE},
    {"list", "tests/golden/tables/list", "list", KIND_LIST},
    {"disclosure", "tests/golden/tables/disclosure", "disclosure", KIND_DISCLOSURE},
};
enum { DOCUMENTS = sizeof documents / sizeof *documents };

/* What the reader of HTML sees: no tags, entities as characters. */
static struct str seen(struct str html)
{
    static const struct {
        struct str entity;
        char c;
    } entities[] = {{STR_INIT("&amp;"), '&'},
                    {STR_INIT("&lt;"), '<'},
                    {STR_INIT("&gt;"), '>'},
                    {STR_INIT("&quot;"), '"'},
                    {STR_INIT("&#39;"), '\''}};
    struct buf b = {0};
    while (html.n) {
        size_t skip = 0;
        if (html.s[0] == '<')
            skip = str_find(html, STR(">")) + 1;
        for (size_t i = 0; !skip && i < sizeof entities / sizeof *entities; i++)
            if (str_starts(html, entities[i].entity)) {
                buf_char(&b, entities[i].c);
                skip = entities[i].entity.n;
            }
        if (!skip)
            buf_char(&b, html.s[0]);
        html = str_from(html, skip ? skip : 1);
    }
    struct str text = kit_ink(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* A document read back: its pages without blanks; a web page is one. */
struct read_back {
    struct str *at;
    size_t n, cap;
};

static size_t longest_start(struct str page, struct str text)
{
    size_t low = 0, high = text.n;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (str_has(page, str_slice(text, 0, middle)))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* The text is on one page, or begins there and goes on on the next ones, with no part
 * shorter than the shortest line of a table: a few characters are found anywhere. */
enum { LEAST_PART = 15 }; /* bytes */

static bool goes_on(const struct read_back *pages, size_t page, struct str text)
{
    if (page == pages->n)
        return false;
    size_t start = longest_start(pages->at[page], text);
    if (start == text.n)
        return true;
    /* a line ends the page: what is found may reach by chance too far, but not too short */
    while (start && ((unsigned char)text.s[start] & 0xC0) == 0x80)
        start--;
    return start >= LEAST_PART && text.n - start >= LEAST_PART &&
           goes_on(pages, page + 1, str_from(text, start));
}

static void must_have(const struct read_back *pages, const char *where, struct str text)
{
    text = kit_ink(arena, text);
    for (size_t i = 0; i < pages->n; i++)
        if (str_has(pages->at[i], text))
            return;
    for (size_t i = 0; i < pages->n; i++)
        if (goes_on(pages, i, text))
            return;
    printf("not in %s: %.*s\n", where, STR_ARG(text));
    CHECK(!"every text is there");
}

/* The texts a table of the kind prints of an item. */
static void check_item(const struct read_back *pages, const char *where,
                       const struct item *item, enum catalog_kind kind)
{
    must_have(pages, where, item->seq);
    if (kind == KIND_LIST)
        must_have(pages, where, item->code);
    for (int id = 0; id < FIELD_COUNT; id++) {
        const struct field *field = item_field(item, (enum field_id)id);
        if (!field->markdown)
            must_have(pages, where, field_printed(arena, field));
    }
    for (size_t i = 0; i < item->ticks.n; i++)
        must_have(pages, where,
                  field_printed(arena, field_shown(&item->ticks.at[i].field)));
    for (size_t i = 0; i < item->services.n; i++)
        check_item(pages, where, &item->services.at[i], kind);
}

static void check_catalog(const struct read_back *pages, const char *where,
                          const struct catalog *c)
{
    must_have(pages, where, c->title);
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        must_have(pages, where, group->no);
        must_have(pages, where, group->code);
        must_have(pages, where, field_printed(arena, group->title));
        for (size_t i = 0; i < group->items.n; i++)
            check_item(pages, where, &group->items.at[i], c->kind);
    }
    for (size_t i = 0; i < c->columns.n; i++)
        must_have(pages, where, c->columns.at[i].name);
    for (size_t i = 0; i < c->remarks.n; i++)
        must_have(pages, where, entry_printed(arena, &c->remarks.at[i]));
}

static struct read_back read_pdf(const struct catalog *c, size_t document)
{
    struct read_back pages = {0};
    const struct print_style *style = kit_style(arena, documents[document].style,
                                                listing_needs(documents[document].kind));
    struct scene *s = listing_scene(c, setter, style, diag);
    struct str path = str_print(arena, OUT "/%s.pdf", documents[document].name);
    CHECK(kit_pdf(path.s, s, fonts, diag));
    scene_drop(s);
    struct str rest = kit_output(
        arena, str_print(arena, "pdftotext -raw -enc UTF-8 %.*s -", STR_ARG(path)).s);
    struct str page;
    while (str_cut(&rest, '\f', &page))
        *vec_push(arena, &pages) = kit_ink(arena, page);
    return pages;
}

TEST(every_text_is_in_the_pdf)
{
    for (size_t i = 0; i < DOCUMENTS; i++) {
        struct str folder = str_of(documents[i].folder);
        struct catalog *c = catalog_load(folder, folder, diag);
        CHECK(c != NULL);
        if (!c)
            continue;
        struct read_back pages = read_pdf(c, i);
        CHECK(pages.n > 0);
        check_catalog(&pages, documents[i].name, c);
        catalog_drop(c);
    }
}

/* The page "<id>/<style>.html" out of what `mulu dump --stage pages` prints. */
static struct str web_page(size_t document)
{
    const char *program = getenv("MULU");
    struct str all =
        kit_output(arena, str_print(arena, "%s dump --stage pages %s 2>/dev/null",
                                    program ? program : "build/release/mulu",
                                    documents[document].folder)
                              .s);
    struct str mark = str_print(arena, "== %s/%s.html\n", documents[document].name,
                                documents[document].style);
    size_t from = str_find(all, mark);
    CHECK(from != STR_NONE);
    if (from == STR_NONE)
        return STR("");
    struct str page = str_from(all, from + mark.n);
    size_t end = str_find(page, STR("</html>"));
    return str_slice(page, 0, end == STR_NONE ? page.n : end);
}

TEST(every_text_is_in_the_web_page)
{
    for (size_t i = 0; i < DOCUMENTS; i++) {
        struct str folder = str_of(documents[i].folder);
        struct catalog *c = catalog_load(folder, folder, diag);
        CHECK(c != NULL);
        if (!c)
            continue;
        struct read_back pages = {0};
        *vec_push(arena, &pages) = seen(web_page(i));
        check_catalog(&pages, documents[i].name, c);
        catalog_drop(c);
    }
}

/* What the office prints once for several rows is one cell in both. */
TEST(shared_texts_are_stored_and_shown_once)
{
    static const struct {
        size_t document;
        const char *text;
        size_t times; /* in the web page */
    } rows[] = {
        {0,
         "《香港澳门台湾居民在内地（大陆）参加社会保险暂行办法》（人力资源和社会保障部、"
         "国家医疗保障局令第41号）",
         1},
        {0, "第五十四条", 1},
        {0, "医院办结", 1},
        {2, "（国医保电〔2018〕14号）", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str page = web_page(rows[i].document);
        size_t times = 0;
        for (size_t at; (at = str_find(page, str_of(rows[i].text))) != STR_NONE; times++)
            page = str_from(page, at + 1);
        CHECK(times == rows[i].times);
        if (times != rows[i].times)
            printf("%s: %zu times\n", rows[i].text, times);
    }
    CHECK(str_has(web_page(0), STR(" colspan=\"2\" data-column=\"办理时限、办理环节\"")));
}

int main(void)
{
    arena = arena_new();
    diag = diag_new();
    fonts = kit_fonts(diag);
    setter = typesetter_new(fonts, diag);
    RUN(every_text_is_in_the_pdf);
    RUN(every_text_is_in_the_web_page);
    RUN(shared_texts_are_stored_and_shown_once);
    typesetter_drop(setter);
    fonts_drop(fonts);
    diag_drop(diag);
    arena_drop(arena);
    return runner_end();
}
