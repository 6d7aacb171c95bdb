/* Fidelity of the flowcharts of 沅江: every text of a published chart stands in the source's
 * lines of that chart, and of those lines nothing is left over.
 *
 * The source has the texts of the boxes in no order, so they are taken out of it one by one,
 * the long ones first. Blanks are left out: some boxes hold several materials on a line. */
#include "runner.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/load.h"

#include <stdlib.h>

enum { MOST_BYTES = 4 * 1024 * 1024 };

struct range {
    size_t first, last; /* lines, from 1 */
};

/* clang-format off */
static const struct {
    const char *code;   /* of the item */
    struct range lines; /* from the title to the last box */
    const char *left;   /* what of them the catalog does not hold */
} charts[] = {
    {"002036001001", {49, 63}, ""},
    {"002036001002", {208, 223}, ""},
    {"002036001003", {387, 400}, ""},
    {"002036001004", {652, 667}, ""},
    {"002036001005", {782, 797}, ""},
    {"002036001006", {908, 921}, ""},
    {"002036001007", {1032, 1046}, ""},
    {"002036001008", {1212, 1225}, ""},
    {"002036002001", {1419, 1432}, ""},
    {"002036002002", {1460, 1473}, ""},
    {"002036002003", {1530, 1549}, ""},
    {"002036003001", {1668, 1671}, "否"}, /* the label of the way to the box that is left */
    {"002036003002", {1774, 1791}, ""},
    {"002036004001", {2056, 2069}, ""},
    {"002036004003", {2206, 2219}, ""},
    {"002036004004", {2321, 2334}, ""},
    {"002036004005", {2365, 2377}, ""},
    {"002036005001", {2430, 2455}, ""},
    {"002036005002", {2565, 2591}, ""},
    {"002036006001", {2724, 2741}, ""},
    {"002036006002", {2778, 2799}, ""},
    {"002036007001", {2851, 2873}, ""},
    {"002036007002", {2911, 2932}, ""},
    {"002036007003", {2970, 2989}, ""},
    {"002036007004", {3037, 3056}, ""},
    {"002036007005", {3203, 3225}, ""},
    {"002036008001", {3383, 3401}, ""},
    {"002036008002", {3454, 3477}, ""},
    {"002036009001", {3547, 3563}, "申请"}, /* the box is there twice */
    {"002036009002", {3631, 3631}, ""},
};
/* clang-format on */
enum { CHARTS = sizeof charts / sizeof *charts };

static struct str dense(struct arena *a, struct str text)
{
    struct buf b = {0};
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (c > ' ' && c != 0xA0 && c != 0x3000)
            buf_rune(&b, c);
    }
    struct str result = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return result;
}

/* The text without the bookmark marks that the extraction from Word left in it. */
static struct str without_marks(struct arena *a, struct str text)
{
    size_t at;
    while ((at = str_find(text, STR("[bookmark:"))) != STR_NONE) {
        struct str rest = str_from(text, at);
        size_t close = str_find(rest, STR("]"));
        if (close == STR_NONE)
            break;
        rest = str_from(rest, close + 1);
        text = str_print(a, "%.*s%.*s", (int)at, text.s, STR_ARG(rest));
    }
    return text;
}

static struct str lines_of(struct arena *a, struct str text, struct range range)
{
    struct buf b = {0};
    struct str line;
    for (size_t i = 1; i <= range.last && str_cut(&text, '\n', &line); i++)
        if (i >= range.first)
            buf_put(&b, line);
    struct str result = dense(a, without_marks(a, str_copy(a, buf_str(&b))));
    buf_drop(&b);
    return result;
}

static int longer_first(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : 0;
}

/* All texts of a chart, the long ones first. */
static struct str_list texts_of(struct arena *a, const struct flow *flow)
{
    struct str_list list = {0};
    *vec_push(a, &list) = dense(a, flow->title);
    for (size_t i = 0; i < flow->materials.n; i++)
        *vec_push(a, &list) = dense(a, entry_printed(a, &flow->materials.at[i]));
    for (size_t i = 0; i < flow->nodes.n; i++)
        *vec_push(a, &list) = dense(a, flow->nodes.at[i].text);
    for (size_t i = 0; i < flow->edges.n; i++)
        *vec_push(a, &list) = dense(a, flow->edges.at[i].label);
    qsort(list.at, list.n, sizeof *list.at, longer_first);
    return list;
}

/* Takes the texts out of the source; a mark stays where one was, so that what is left on
 * both sides of it does not become a text that never was. */
static struct str take_out(struct arena *a, struct str source, struct str_list texts)
{
    for (size_t i = 0; i < texts.n && texts.at[i].n; i++) {
        size_t at = str_find(source, texts.at[i]);
        CHECK_STR("text of the chart in the source",
                  at == STR_NONE ? STR("") : texts.at[i], texts.at[i]);
        if (at != STR_NONE)
            source = str_print(a, "%.*s\t%.*s", (int)at, source.s,
                               STR_ARG(str_from(source, at + texts.at[i].n)));
    }
    return dense(a, source);
}

static const struct item *find_item(const struct catalog *c, const char *code)
{
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++)
            if (str_eq(c->groups.at[g].items.at[i].code, str_of(code)))
                return &c->groups.at[g].items.at[i];
    return NULL;
}

TEST(the_published_charts_are_the_source_to_the_letter)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new();
    struct str text = {0};
    const char *why = "";
    CHECK(
        file_read(a, "tests/sources/yuanjiang-guide-2020.txt", MOST_BYTES, &text, &why));
    struct str folder = STR("catalogs/yuanjiang");
    struct catalog *c = catalog_load(folder, folder, d);
    CHECK(c && CHARTS == 30);
    for (size_t i = 0; c && i < CHARTS; i++) {
        const struct item *item = find_item(c, charts[i].code);
        CHECK(item && item->flow.source == FLOW_PUBLISHED);
        if (!item)
            continue;
        struct str source = lines_of(a, text, charts[i].lines);
        CHECK(source.n > 0);
        CHECK_STR(charts[i].code, take_out(a, source, texts_of(a, &item->flow)),
                  str_of(charts[i].left));
    }
    catalog_drop(c);
    diag_drop(d);
    arena_drop(a);
}

int main(void)
{
    RUN(the_published_charts_are_the_source_to_the_letter);
    return runner_end();
}
