/* The table of a list or disclosure catalog: which columns, which cells, what is merged. */
#include "runner.h"

#include "kit_print.h"
#include "catalog/fields.h"
#include "catalog/load.h"
#include "layout/grid.h"
#include "layout/listing.h"

static struct arena *arena;
static const struct print_style *list_style, *disclosure_style;

static struct catalog *read(const char *kind, const char *inside)
{
    struct diag *d = diag_new();
    struct str text =
        str_print(arena,
                  "<catalog id=\"x\" kind=\"%s\" scheme=\"\"><region code=\"430000\" "
                  "name=\"某省\"/><title>某目录</title>%s</catalog>",
                  kind, inside);
    struct catalog *c = catalog_load_text(text, STR("x.xml"), d);
    for (size_t i = 0; i < diag_total(d); i++)
        printf("%.*s\n", STR_ARG(diag_problem(d, i)->message));
    CHECK(c != NULL);
    diag_drop(d);
    return c;
}

/* "2×1" in front of cells that are merged. */
static void put_cell(struct buf *b, struct str text, size_t rows, size_t columns)
{
    if (rows > 1 || columns > 1)
        buf_printf(b, "%zu×%zu ", rows, columns);
    for (size_t i = 0; i < text.n; i++)
        buf_char(b, text.s[i] == '\n' ? '/' : text.s[i]);
    buf_char(b, '|');
}

/* The rows of the grid, a line each: cells followed by "|". */
static struct str rows_of(const struct grid *g)
{
    struct buf b = {0};
    for (size_t r = 0; r < g->rows.n; r++) {
        for (size_t i = g->first[r]; i < g->first[r + 1]; i++)
            put_cell(&b, g->cells.at[i].text, g->cells.at[i].rows,
                     g->cells.at[i].columns);
        buf_char(&b, '\n');
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

static struct str heads_of(const struct grid *g)
{
    struct buf b = {0};
    for (size_t i = 0; i < g->heads.n; i++) {
        if (i && g->heads.at[i].row != g->heads.at[i - 1].row)
            buf_char(&b, '\n');
        put_cell(&b, g->heads.at[i].label, g->heads.at[i].rows, g->heads.at[i].columns);
    }
    struct str text = str_copy(arena, buf_str(&b));
    buf_drop(&b);
    return text;
}

/* Every place of the grid is taken once. */
static void check_whole(const struct grid *g)
{
    size_t n = g->rows.n * g->columns.n;
    unsigned char *taken = arena_array(arena, n, 1);
    for (size_t i = 0; i < g->cells.n; i++) {
        const struct grid_cell *cell = &g->cells.at[i];
        for (size_t r = 0; r < cell->rows; r++)
            for (size_t c = 0; c < cell->columns; c++)
                taken[(cell->row + r) * g->columns.n + cell->column + c]++;
    }
    for (size_t i = 0; i < n; i++)
        CHECK(taken[i] == 1);
}

static const struct {
    const char *what, *inside, *heads, *rows;
} lists[] = {
    {"only columns with something in them",
     "<group "
     "no=\"一、\"><title>甲组</title><item><title>甲</title><limit>即时</limit></item>"
     "</group>",
     "主项|子项|办理时限|", "一、甲组|甲|即时|\n"},
    {"neighbours that share a text are one cell; an empty text is its own",
     "<group><title>甲组</title>"
     "<item seq=\"1\"><title>甲</title><basis id=\"b\"><p>法</p></basis></item>"
     "<item seq=\"2\"><title>乙</title><basis ref=\"b\"/></item>"
     "<item seq=\"3\"><title>丙</title></item>"
     "<item seq=\"4\"><title>丁</title></item></group>",
     "主项|子项序号|子项|设定依据|", "4×1 甲组|1|甲|2×1 法|\n2|乙|\n3|丙||\n4|丁||\n"},
    {"not neighbours: said again",
     "<group><title>甲组</title>"
     "<item><title>甲</title><basis id=\"b\"><p>法</p></basis></item>"
     "<item><title>乙</title><basis><p>法</p></basis></item>"
     "<item><title>丙</title><basis ref=\"b\"/></item>"
     "<item><title>丁</title><basis ref=\"b\"/></item></group>",
     "主项|子项|设定依据|", "4×1 甲组|甲|法|\n乙|法|\n丙|2×1 法|\n丁|\n"},
    {"across groups; the first place may come later",
     "<group><title>甲组</title><item><title>甲</title><notes ref=\"n\"/></item></group>"
     "<group><title>乙组</title><item><title>乙</title>"
     "<notes id=\"n\"><p>注</p></notes></item></group>",
     "主项|子项|备注|", "甲组|甲|2×1 注|\n乙组|乙|\n"},
    {"sideways, unless there is a text",
     "<group><title>甲组</title>"
     "<item><title>甲</title><limit span=\"2\">医院办结</limit></item>"
     "<item><title>乙</title><limit "
     "span=\"2\">即时</limit><steps>申请—办结</steps></item>"
     "</group>",
     "主项|子项|办理时限|办理环节|", "2×1 甲组|甲|1×2 医院办结|\n乙|即时|申请—办结|\n"},
    {"sideways and down",
     "<group><title>甲组</title>"
     "<item><title>甲</title><limit id=\"l\" span=\"2\">医院办结</limit></item>"
     "<item><title>乙</title><limit ref=\"l\" span=\"2\"/></item>"
     "<item><title>丙</title><limit ref=\"l\"/><steps>申请</steps></item></group>",
     "主项|子项|办理时限|办理环节|",
     "3×1 甲组|甲|2×2 医院办结|\n乙|\n丙|医院办结|申请|\n"},
    {"a span does not reach past its columns when one of them is not shown",
     "<group><title>甲组</title>"
     "<item><title>甲</title><limit span=\"2\">医院办结</limit></item>"
     "<item><title>乙</title><notes><p>注</p></notes></item></group>",
     "主项|子项|办理时限|备注|", "2×1 甲组|甲|医院办结||\n乙||注|\n"},
    {"an item over its services",
     "<group code=\"9\"><title>甲组</title><item seq=\"1\" code=\"7\"><title>甲</title>"
     "<basis><p>法</p></basis>"
     "<service seq=\"1\"><title>子</title><limit>即时</limit></service>"
     "<service seq=\"2\"><title>丑</title></service></item>"
     "<item seq=\"2\"><title>乙</title><limit>5日</limit></item></group>",
     "主项|主项编码|子项序号|子项|子项编码|业务办理项序号|业务办理项名称|办理时限|"
     "设定依据|",
     "3×1 甲组|3×1 9|2×1 1|2×1 甲|2×1 7|1|子|即时|2×1 法|\n2|丑||\n2|乙||||5日||\n"},
    {"services share over the end of their item",
     "<group><title>甲组</title><item><title>甲</title>"
     "<service><title>子</title><basis id=\"b\"><p>法</p></basis></service></item>"
     "<item><title>乙</title><service><title>丑</title><basis "
     "ref=\"b\"/></service></item>"
     "</group>",
     "主项|子项|业务办理项名称|设定依据|", "2×1 甲组|甲|子|2×1 法|\n乙|丑|\n"},
    {"item and service both speak: a row of its own for the item",
     "<group><title>甲组</title><item><title>甲</title><limit>5日</limit>"
     "<service><title>子</title><limit>即时</limit></service>"
     "<service><title>丑</title></service></item></group>",
     "主项|子项|业务办理项名称|办理时限|", "3×1 甲组|3×1 甲||5日|\n子|即时|\n丑||\n"},
    {"a default is the text of each; with an id it is one text",
     "<group><title>甲组</title><defaults><limit>即时</limit>"
     "<agency id=\"a\">市中心</agency></defaults>"
     "<item><title>甲</title></item><item><title>乙</title></item></group>",
     "主项|子项|受理单位|办理时限|", "2×1 甲组|甲|2×1 市中心|即时|\n乙|即时|\n"},
    {"groups without items, without names, with one name for two",
     "<group/><group no=\"二、\"><title "
     "id=\"g\">乙组</title><item><title>乙</title></item>"
     "</group><group no=\"二、\"><title ref=\"g\"/><item><title>丙</title></item></group>"
     "<group no=\"三、\"><title ref=\"g\"/></group>",
     "主项|子项|", "原文缺标题||\n2×1 二、乙组|乙|\n丙|\n三、乙组||\n"},
    {"numbers and lines as they are",
     "<group><title>甲\n组</title><item><title>甲</title><materials>"
     "<material no=\"1.\">证</material><p>备注：无</p></materials></item></group>",
     "主项|子项|办理材料|", "甲/组|甲|1.证/备注：无|\n"},
};

TEST(lists_become_rows_and_merged_cells)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct catalog *c = read("list", lists[i].inside);
        if (!c)
            continue;
        struct grid g = grid_new(arena, c, list_style);
        CHECK_STR(lists[i].what, heads_of(&g), str_of(lists[i].heads));
        CHECK_STR(lists[i].what, rows_of(&g), str_of(lists[i].rows));
        check_whole(&g);
        catalog_drop(c);
    }
}

#define COLUMNS \
    "<column id=\"all\" kind=\"audience\" name=\"全社会\"/>" \
    "<column id=\"some\" kind=\"audience\" name=\"特定群众\"/>" \
    "<column id=\"county\" kind=\"level\" name=\"县级\"/>"

static const struct {
    const char *what, *inside, *heads, *rows;
} disclosures[] = {
    {"two rows of heads, declared columns, groups that are numbered",
     COLUMNS "<group no=\"1\"><title>甲组</title><item><title>甲</title><disclosure>"
             "<deadline>即时</deadline><cell column=\"all\">√</cell>"
             "<cell column=\"county\">√</cell></disclosure></item>"
             "<item><title>乙</title></item></group>",
     "2×1 序号|1×2 公开事项|2×1 公开时限|1×2 公开对象|公开层级|\n"
     "一级事项|二级事项|全社会|特定群众|县级|",
     "2×1 1|2×1 甲组|甲|即时|√||√|\n乙|||||\n"},
    {"items that are numbered",
     "<group no=\"一、\"><title>甲组</title><item seq=\"1\"><title>甲</title></item>"
     "<item seq=\"2\"><title>乙</title></item></group>",
     "2×1 序号|1×2 公开事项|\n一级事项|二级事项|", "1|2×1 一、甲组|甲|\n2|乙|\n"},
    {"a third level, ticks merged sideways and down",
     COLUMNS
     "<group><title>甲组</title><item><title>甲</title>"
     "<service><title>子</title><disclosure><cell column=\"all\" id=\"t\" span=\"2\">"
     "√</cell></disclosure></service>"
     "<service><title>丑</title><disclosure><cell column=\"all\" ref=\"t\" "
     "span=\"2\"/></disclosure></service></item></group>",
     "1×3 公开事项|1×2 "
     "公开对象|公开层级|\n一级事项|二级事项|三级事项|全社会|特定群众|县级|",
     "2×1 甲组|2×1 甲|子|2×2 √||\n丑||\n"},
    {"boxes two on a line, long ones alone",
     "<group><title>甲组</title><item><title>甲</title><disclosure><channels>"
     "<channel no=\"■\">政府网站</channel><channel>□发布会/听证会</channel>"
     "<channel>□社区/企事业单位/村公示栏（电子屏）</channel><channel>□精准推送</channel>"
     "<channel>■其他____</channel></channels></disclosure></item></group>",
     "1×2 公开事项|2×1 公开渠道和载体|\n一级事项|二级事项|",
     "甲组|甲|■政府网站　□发布会/听证会/□社区/企事业单位/村公示栏（电子屏）/"
     "□精准推送　■其他____|\n"},
    {"one box is a text like any other",
     "<group><title>甲组</title><item><title>甲</title><disclosure><channels>"
     "<channel>■政府网站</channel></channels></disclosure></item></group>",
     "1×2 公开事项|2×1 公开渠道和载体|\n一级事项|二级事项|", "甲组|甲|■政府网站|\n"},
};

TEST(disclosure_catalogs_have_two_rows_of_heads_and_ticks)
{
    for (size_t i = 0; i < sizeof disclosures / sizeof *disclosures; i++) {
        struct catalog *c = read("disclosure", disclosures[i].inside);
        if (!c)
            continue;
        struct grid g = grid_new(arena, c, disclosure_style);
        CHECK_STR(disclosures[i].what, heads_of(&g), str_of(disclosures[i].heads));
        CHECK_STR(disclosures[i].what, rows_of(&g), str_of(disclosures[i].rows));
        check_whole(&g);
        catalog_drop(c);
    }
}

TEST(blocks_end_where_no_cell_is_cut)
{
    struct catalog *c =
        read("list", "<group/>"
                     "<group><item><basis id=\"b\"><p>法</p></basis></item></group>"
                     "<group><item><basis ref=\"b\"/></item><item/></group>"
                     "<group><item/></group>");
    struct grid g = grid_new(arena, c, list_style);
    CHECK(g.rows.n == 5);
    CHECK(grid_block(&g, 0) == 1);
    CHECK(grid_block(&g, 1) == 4);
    CHECK(grid_block(&g, 4) == 5);
    catalog_drop(c);
}

/* A long table is made in the time of its cells. */
TEST(twenty_thousand_rows_that_share_one_text)
{
    struct buf b = {0};
    buf_puts(&b,
             "<group><title>甲组</title><item><basis id=\"b\"><p>法</p></basis></item>");
    for (size_t i = 1; i < 19999; i++)
        buf_puts(&b, "<item><basis ref=\"b\"/></item>");
    buf_puts(&b, "</group>");
    buf_char(&b, '\0');
    struct catalog *c = read("list", buf_str(&b).s);
    struct grid g = grid_new(arena, c, list_style);
    CHECK(g.rows.n == 19999 && g.cells.at[2].rows == 19999);
    CHECK(grid_block(&g, 0) == 19999);
    buf_drop(&b);
    catalog_drop(c);
}

int main(void)
{
    arena = arena_new();
    list_style = kit_style(arena, "list", listing_needs(KIND_LIST));
    disclosure_style = kit_style(arena, "disclosure", listing_needs(KIND_DISCLOSURE));
    RUN(lists_become_rows_and_merged_cells);
    RUN(disclosure_catalogs_have_two_rows_of_heads_and_ticks);
    RUN(blocks_end_where_no_cell_is_cut);
    RUN(twenty_thousand_rows_that_share_one_text);
    arena_drop(arena);
    return runner_end();
}
