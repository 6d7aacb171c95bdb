/* Hostile text in every field of a catalog changes no element of a page: a catalog of such
 * texts and one of plain words, equal in all else, give pages of the same elements and
 * attributes. MULU names the program. */
#include "runner.h"

#include "kit.h"
#include "base/buf.h"
#include "base/file.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 20, ITEMS = 30, MOST_PIECES = 6 };

static unsigned long long seed = 20201228;
static size_t texts; /* hostile ones so far */

static unsigned next(unsigned n)
{
    return (unsigned)kit_random(&seed, n);
}

/* What could end a tag, an attribute, a comment, a script or a template's tag. No digits and
 * no line ends: numbers become telephone links and lines become paragraphs, in both alike
 * only when both have them. */
static const char *const pieces[] = {
    "<script>alert(/x/)</script>",
    "</script>",
    "\"",
    "'",
    ">",
    "<",
    "&",
    "&lt;",
    "&amp;",
    "&#x;",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "{{title}}",
    "{{{chart}}}",
    "{{/main}}",
    "{{>field}}",
    "javascript:alert(/x/)",
    " onload=alert(/x/) ",
    "</title>",
    "</style>",
    "<svg/onload=x>",
    "<img src=x onerror=x>",
    "`",
    "\\",
    "=",
    "</p></div></main>",
    "<b>",
    "\xE2\x80\xAE",
    "\xE2\x81\xA6",
    "\xEF\xBC\x9C",
    "参保",
    "登记《》",
    "style=x",
    "/*",
    "*/",
    "%3Cscript%3E",
    "<a href=javascript:x>",
    "</textarea>",
    "<?php ?>",
    "$(x)",
    "${x}",
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static void put_xml(struct buf *b, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '<': buf_puts(b, "&lt;"); break;
        case '>': buf_puts(b, "&gt;"); break;
        case '&': buf_puts(b, "&amp;"); break;
        case '"': buf_puts(b, "&quot;"); break;
        default: buf_char(b, *text);
        }
}

static void put_text(struct buf *b, bool hostile)
{
    unsigned n = 1 + next(MOST_PIECES); /* drawn for both, so that they stay in step */
    buf_puts(b, "文字");
    for (unsigned i = 0; i < n; i++) {
        const char *piece = pieces[next(PIECES)];
        if (hostile)
            put_xml(b, piece);
    }
    buf_puts(b, "文字");
    texts += hostile;
}

static void put_field(struct buf *b, const char *name, const char *entry,
                      unsigned entries, bool hostile)
{
    buf_printf(b, "<%s>", name);
    for (unsigned i = 0; i < entries; i++) {
        buf_printf(b, "<%s no=\"%u.\">", entry, i + 1);
        put_text(b, hostile);
        buf_printf(b, "</%s>", entry);
    }
    if (!entries)
        put_text(b, hostile);
    buf_printf(b, "</%s>\n", name);
}

static void put_item(struct buf *b, unsigned index, bool hostile)
{
    buf_printf(b, "<item seq=\"%u\" code=\"0020360010%02u\">\n", index + 1, index + 1);
    put_field(b, "title", "", 0, hostile);
    put_field(b, "agency", "", 0, hostile);
    put_field(b, "audience", "", 0, hostile);
    put_field(b, "channels", "channel", 2, hostile);
    put_field(b, "materials", "material", 3, hostile);
    put_field(b, "limit", "", 0, hostile);
    put_field(b, "notes", "note", 2, hostile);
    put_field(b, "basis", "citation", 2, hostile);
    put_field(b, "inquiry", "way", 2, hostile);
    put_field(b, "supervision", "way", 1, hostile);
    put_field(b, "evaluation", "way", 2, hostile);
    buf_puts(b, "</item>\n");
}

static struct str catalog(struct arena *a, bool hostile)
{
    struct buf b = {0};
    buf_puts(&b, "<catalog id=\"x\" kind=\"list\" scheme=\"\">\n"
                 "<region code=\"430981\" name=\"沅江市\"/>\n");
    put_field(&b, "title", "", 0, hostile);
    put_field(&b, "issuer", "", 0, hostile);
    buf_puts(&b, "<group no=\"一、\" code=\"00203600100Y\">\n");
    put_field(&b, "title", "", 0, hostile);
    for (unsigned i = 0; i < ITEMS; i++)
        put_item(&b, i, hostile);
    buf_puts(&b, "</group>\n</catalog>\n");
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* Builds a project of that one catalog; the folder of its pages. */
static struct str built(struct arena *a, struct str work, const char *name,
                        struct str xml)
{
    struct str root = path_join(a, work, str_of(name)), here = STR("");
    struct str folder = path_join(a, root, STR("catalogs/x"));
    const char *why, *mulu = getenv("MULU");
    char cwd[4096];
    here = str_of(getcwd(cwd, sizeof cwd) ? cwd : ".");
    CHECK(dir_make(folder.s, &why));
    CHECK(file_write(path_join(a, folder, STR("catalog.xml")).s, xml, &why));
    CHECK(dir_make(path_join(a, root, STR("site")).s, &why));
    static const char *const common[] = {"templates", "site/assets"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
        struct str link = path_join(a, root, str_of(common[i]));
        if (!dir_exists(link.s))
            CHECK(symlink(path_join(a, here, str_of(common[i])).s, link.s) == 0);
    }
    struct str command = str_print(a, "%s -C %s build --only html >%s/log 2>&1",
                                   mulu ? mulu : "build/release/mulu", root.s, root.s);
    bool ok = system(command.s) == 0;
    if (!ok)
        ok = system(str_print(a, "head -5 %s/log", root.s).s) != 0;
    CHECK(ok);
    return path_join(a, root, STR("site/public/x"));
}

static bool is_chart(const xmlNode *n)
{
    return n->name && strcmp((const char *)n->name, "svg") == 0;
}

/* Names of elements and attributes in order; a chart's words are laid out by their width, so
 * of a chart only that it is one. */
static void put_skeleton(struct buf *b, const xmlNode *n, unsigned depth)
{
    for (; n; n = n->next) {
        if (n->type == XML_COMMENT_NODE)
            buf_puts(b, "<!-- -->\n");
        if (n->type != XML_ELEMENT_NODE)
            continue;
        buf_printf(b, "%*s%s", (int)depth, "", (const char *)n->name);
        for (const xmlAttr *attr = n->properties; attr; attr = attr->next)
            buf_printf(b, " %s", (const char *)attr->name);
        buf_char(b, '\n');
        if (!is_chart(n))
            put_skeleton(b, n->children, depth + 1);
    }
}

static struct str skeleton(struct arena *a, struct str path)
{
    htmlDocPtr doc = htmlReadFile(
        path.s, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    struct buf b = {0};
    CHECK(doc != NULL);
    if (doc)
        put_skeleton(&b, xmlDocGetRootElement(doc), 0);
    xmlFreeDoc(doc);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static size_t compare_pages(struct arena *a, struct str plain, struct str hostile)
{
    struct str_list names = dir_list(a, plain.s);
    size_t pages = 0;
    for (size_t i = 0; i < names.n; i++) {
        if (!str_ends(names.at[i], STR(".html")))
            continue;
        struct str wanted = skeleton(a, path_join(a, plain, names.at[i]));
        CHECK_STR(str_copy(a, names.at[i]).s,
                  skeleton(a, path_join(a, hostile, names.at[i])), wanted);
        pages++;
    }
    return pages;
}

TEST(pages_keep_their_elements)
{
    struct str work = STR("build/tests/hostile");
    const char *why;
    size_t pages = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct arena *a = arena_new();
        unsigned from = seed;
        struct str hostile = built(a, work, "hostile", catalog(a, true));
        seed = from;
        struct str plain = built(a, work, "plain", catalog(a, false));
        pages += compare_pages(a, plain, hostile);
        arena_drop(a);
    }
    printf("%zu hostile texts on %zu pages\n", texts, pages);
    CHECK(texts >= 10000 && pages > ROUNDS * ITEMS);
    dir_remove(work.s, &why);
}

int main(void)
{
    RUN(pages_keep_their_elements);
    return runner_end();
}
