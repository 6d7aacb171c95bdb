/* Fidelity: every character of the source texts stands in the catalogs, and the other way
 * round.
 *
 * The catalog is printed the way the document prints it and compared with the source text,
 * blanks inside the lines included. Flowcharts (chart_fidelity_test has them) and forms,
 * and what is furniture of the page (column headings) is skipped by line number, each
 * range with its reason; the number of lines skipped is printed. */
#include "runner.h"

#include "base/file.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/load.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 4 * 1024 * 1024 };

struct range {
    size_t first, last; /* lines, from 1 */
};

/* clang-format off */
/* 沅江: what stands behind an item's ten fields. */
static const struct range yuanjiang_skipped[] = {
    {49, 168}, /* 单位参保登记：流程图、登记表 */
    {208, 358}, /* 职工参保登记：流程图、登记表 */
    {387, 622}, /* 城乡居民参保登记：流程图、登记表、汇总表 */
    {652, 752}, /* 单位参保信息变更登记：流程图、变更登记表 */
    {782, 878}, /* 职工参保信息变更登记：流程图、变更登记表 */
    {908, 999}, /* 城乡居民参保信息变更登记：流程图、变更登记表 */
    {1032, 1186}, /* 法定断档补缴：流程图、申请表 */
    {1212, 1375}, /* 退休人员医保管理：流程图、管理登记表 */
    {1419, 1442}, /* 参保单位参保信息查询：流程图 */
    {1460, 1483}, /* 参保人员参保信息查询：流程图 */
    {1530, 1623}, /* 个人账户一次性支取：流程图、申请表 */
    {1668, 1745}, /* 出具《参保凭证》：流程图、参保凭证 */
    {1774, 2012}, /* 转移接续手续办理：流程图、申请表、联系函、信息表 */
    {2056, 2143}, /* 异地安置退休人员备案：流程图、登记备案表 */
    {2206, 2290}, /* 常驻异地工作人员备案：流程图、登记备案表 */
    {2321, 2334}, /* 异地转诊人员备案：流程图 */
    {2365, 2384}, /* 异地急诊人员备案：流程图 */
    {2430, 2533}, /* 门诊慢特病病种待遇认定：流程图、申请表 */
    {2565, 2674}, /* 特殊药品待遇认定：流程图、申请表 */
    {2724, 2746}, /* 门诊费用报销：流程图 */
    {2778, 2808}, /* 住院费用报销：流程图 */
    {2851, 2876}, /* 产前检查费支付：流程图 */
    {2911, 2936}, /* 生育医疗费支付：流程图 */
    {2970, 3003}, /* 计划生育医疗费支付：流程图 */
    {3037, 3169}, /* 生育津贴支付：流程图、申领表 */
    {3203, 3339}, /* 一次性生育补助金支付：流程图、申领表 */
    {3383, 3402}, /* 个人缴费补贴：流程图 */
    {3454, 3484}, /* 住院医疗费用手工（零星）报销：流程图 */
    {3547, 3587}, /* 医疗机构申请定点：流程图 */
    {3631, 3631}, /* 零售药店申请定点：流程图 */
    {3681, 3693}, /* 承诺书（无标题的表单） */
};
/* 宁乡: the column headings that each of the five pages repeats. */
static const struct range ningxiang_skipped[] = {
    {17, 17}, {30, 30}, {45, 45}, {60, 60}, {74, 74},
};
/* 宁夏. */
static const struct range ningxia_skipped[] = {
    {4, 16}, /* the column headings */
    {199, 199}, /* the code of main item 一, printed a second time */
};
/* clang-format on */

/* A document: its source text, and the lines of it that are compared. */
struct document {
    struct arena *arena;
    struct diag *diag;
    struct catalog *catalog;
    struct str_list lines; /* all of them, without marks; skipped ones are "" */
    size_t skipped;        /* lines with text that are not compared */
};

/* The line without the bookmark marks that the extraction from Word left in it. */
static struct str without_marks(struct arena *a, struct str line)
{
    const struct str mark = STR("[bookmark: _");
    size_t at;
    while ((at = str_find(line, mark)) != STR_NONE) {
        struct str rest = str_from(line, at + mark.n);
        size_t close = str_find(rest, STR("]"));
        if (close == STR_NONE)
            break;
        rest = str_from(rest, close + 1);
        line = str_print(a, "%.*s%.*s", (int)at, line.s, STR_ARG(rest));
    }
    return line;
}

static bool skip(const struct range *ranges, size_t count, size_t line)
{
    for (size_t i = 0; i < count; i++)
        if (line >= ranges[i].first && line <= ranges[i].last)
            return true;
    return false;
}

static void read_lines(struct document *doc, const char *path, const struct range *ranges,
                       size_t count)
{
    struct str text = {0}, line;
    const char *why = "";
    CHECK(file_read(doc->arena, path, MOST_BYTES, &text, &why));
    while (str_cut(&text, '\n', &line)) {
        struct str kept = without_marks(doc->arena, line);
        if (skip(ranges, count, doc->lines.n + 1)) {
            doc->skipped += str_trim(kept).n > 0;
            kept = STR("");
        }
        *vec_push(doc->arena, &doc->lines) = kept;
    }
}

static struct document document_open(struct str folder, const char *path,
                                     const struct range *ranges, size_t count)
{
    struct document doc = {.arena = arena_new(), .diag = diag_new()};
    read_lines(&doc, path, ranges, count);
    doc.catalog = catalog_load(folder, folder, doc.diag);
    CHECK(doc.catalog != NULL);
    printf("%.*s: %zu of %zu lines skipped (flowcharts, forms, column headings)\n",
           STR_ARG(folder), doc.skipped, doc.lines.n);
    return doc;
}

static void document_drop(struct document *doc)
{
    catalog_drop(doc->catalog);
    diag_drop(doc->diag);
    arena_drop(doc->arena);
}

/* Line ends are layout: the document breaks behind a heading or not as it likes. */
static void put_unbroken(struct buf *out, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line))
        buf_put(out, str_trim(line));
}

static void put_date(struct buf *out, struct str iso)
{
    if (iso.n == 10)
        buf_printf(out, "%.4s年%d月%d日", iso.s, atoi(iso.s + 5), atoi(iso.s + 8));
}

static void put_notice(struct buf *out, const struct notice *n)
{
    const struct str parts[] = {n->head, n->number, n->title, n->to, n->body};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        put_unbroken(out, parts[i]);
    for (size_t i = 0; i < n->annexes.n; i++) {
        buf_puts(out, i ? "" : "附件：");
        buf_put(out, n->annexes.at[i].no);
        buf_put(out, n->annexes.at[i].text);
    }
    put_unbroken(out, n->remark);
    put_unbroken(out, n->signer);
    put_date(out, n->date);
}

static void put_code(struct buf *out, struct str code)
{
    if (code.n)
        buf_printf(out, "（%.*s）", STR_ARG(code));
}

/* The ten fields in the order of the guide, each with its number and label. */
static const struct {
    const char *no;
    enum field_id id;
} guide_fields[] = {
    {"（一）", FIELD_TITLE},       {"（二）", FIELD_AGENCY},
    {"（三）", FIELD_AUDIENCE},    {"（四）", FIELD_CHANNELS},
    {"（五）", FIELD_PROCESS},     {"（六）", FIELD_MATERIALS},
    {"（七）", FIELD_LIMIT},       {"（八）", FIELD_INQUIRY},
    {"（九）", FIELD_SUPERVISION}, {"（十）", FIELD_EVALUATION},
};

static void put_guide_item(struct buf *out, struct arena *a, const struct item *item)
{
    /* The heading of the last item is lost: it has no number. */
    if (item->seq.n) {
        buf_put(out, item->seq);
        put_unbroken(out, field_text(item_field(item, FIELD_TITLE)));
        put_code(out, item->code);
    }
    for (size_t i = 0; i < sizeof guide_fields / sizeof *guide_fields; i++) {
        const struct field *f = item_field(item, guide_fields[i].id);
        if (field_empty(f))
            continue;
        /* Numbers of another form, （1）, are printed with a blank behind them. */
        buf_printf(out, "%.*s%s", STR_ARG(f->no), f->no.n ? " " : guide_fields[i].no);
        buf_printf(out, "%s：", field_row(guide_fields[i].id)->label);
        put_unbroken(out, field_printed(a, f));
    }
}

static void put_guide(struct buf *out, struct arena *a, const struct catalog *c)
{
    put_notice(out, &c->notice);
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        buf_put(out, group->no);
        put_unbroken(out, field_text(group->title));
        put_code(out, group->code);
        for (size_t i = 0; i < group->items.n; i++)
            put_guide_item(out, a, &group->items.at[i]);
    }
}

/* What stands around a byte, in whole characters. */
static struct str around(struct str text, size_t at)
{
    enum { BEFORE = 60, BEHIND = 120 };
    size_t from = at > BEFORE ? at - BEFORE : 0, to = at + BEHIND;
    while (from < text.n && ((unsigned char)text.s[from] & 0xC0) == 0x80)
        from++;
    while (to < text.n && ((unsigned char)text.s[to] & 0xC0) == 0x80)
        to++;
    return str_slice(text, from, to);
}

/* Compares two long texts and shows where they part. */
static void check_same(struct str source, struct str catalog)
{
    size_t i = 0;
    while (i < source.n && i < catalog.n && source.s[i] == catalog.s[i])
        i++;
    if (i < source.n || i < catalog.n)
        CHECK_STR("the first difference, catalog against source", around(catalog, i),
                  around(source, i));
}

/* The whole guide as one text, from both sides. */
TEST(yuanjiang_is_the_source_to_the_letter)
{
    struct document doc = document_open(
        STR("catalogs/yuanjiang"), "tests/sources/yuanjiang-guide-2020.txt",
        yuanjiang_skipped, sizeof yuanjiang_skipped / sizeof *yuanjiang_skipped);
    struct buf source = {0}, printed = {0};
    for (size_t i = 0; i < doc.lines.n; i++)
        buf_put(&source, str_trim(doc.lines.at[i]));
    if (doc.catalog)
        put_guide(&printed, doc.arena, doc.catalog);
    check_same(buf_str(&source), buf_str(&printed));
    CHECK(source.n > 70000);
    buf_drop(&source);
    buf_drop(&printed);
    document_drop(&doc);
}

/* Walks the items of a catalog in document order. */
struct walk {
    const struct catalog *catalog;
    size_t group, item;
};

static const struct item *walk_next(struct walk *w)
{
    while (w->group < w->catalog->groups.n) {
        const struct items *items = &w->catalog->groups.at[w->group].items;
        if (w->item < items->n)
            return &items->at[w->item++];
        w->group++;
        w->item = 0;
    }
    return NULL;
}

/* Takes "title (code)" apart at its last bracket, half or full width. */
static void split_code(struct str cell, struct str *title, struct str *code)
{
    size_t open = STR_NONE, behind = 0;
    for (size_t i = 0; i < cell.n; i++) {
        bool wide = str_starts(str_from(cell, i), STR("（"));
        if (wide || cell.s[i] == '(') {
            open = i;
            behind = i + (wide ? 3 : 1);
        }
    }
    *title = str_trim(str_slice(cell, 0, open == STR_NONE ? cell.n : open));
    *code = str_from(cell, open == STR_NONE ? cell.n : behind);
    if (str_ends(*code, STR("）")))
        *code = str_slice(*code, 0, code->n - 3);
    else if (str_ends(*code, STR(")")))
        *code = str_slice(*code, 0, code->n - 1);
}

static struct str level_text(const struct item *item, size_t level)
{
    for (size_t i = 0; i < item->levels.n; i++)
        if (item->levels.at[i].column == level)
            return field_text(&item->levels.at[i].field);
    return STR("");
}

static void check_group_cell(struct str cell, const struct catalog *c, size_t group)
{
    struct str title, code;
    split_code(cell, &title, &code);
    CHECK(group < c->groups.n);
    if (group >= c->groups.n)
        return;
    const struct group *g = &c->groups.at[group];
    CHECK(str_starts(title, g->no));
    CHECK_STR("main item", field_text(g->title), str_from(title, g->no.n));
    CHECK_STR("code of the main item", g->code, code);
}

static void check_row(struct str_list cells, const struct item *item)
{
    struct str title, code;
    split_code(cells.at[2], &title, &code);
    CHECK(item != NULL);
    if (!item)
        return;
    CHECK_STR("number", item->seq, cells.at[1]);
    CHECK_STR("sub-item", field_text(item_field(item, FIELD_TITLE)), title);
    CHECK_STR("code", item->code, code);
    for (size_t level = 0; level < 3; level++)
        CHECK_STR("cell of a level", level_text(item, level), cells.at[3 + level]);
}

static struct str_list split_cells(struct arena *a, struct str line)
{
    struct str_list cells = {0};
    struct str cell;
    while (str_cut(&line, '\t', &cell))
        *vec_push(a, &cells) = str_trim(cell);
    return cells;
}

/* Six cells: main item (where a merged cell begins), number, sub-item, three levels. */
static void check_table(const struct document *doc, const struct str_list *rows)
{
    struct walk walk = {.catalog = doc->catalog};
    size_t groups = 0;
    for (size_t i = 0; i < rows->n; i++) {
        struct str_list cells = split_cells(doc->arena, rows->at[i]);
        while (cells.n < 6) /* str_cut() gives no piece behind the last tab */
            *vec_push(doc->arena, &cells) = STR("");
        CHECK(cells.n == 6);
        if (cells.at[0].n)
            check_group_cell(cells.at[0], doc->catalog, groups++);
        if (cells.at[1].n)
            check_row(cells, walk_next(&walk));
    }
    CHECK(groups == doc->catalog->groups.n);
    CHECK(walk_next(&walk) == NULL);
}

static void check_ningxiang(const struct document *doc)
{
    struct buf above = {0}, printed = {0};
    struct str_list rows = {0};
    put_notice(&printed, &doc->catalog->notice);
    put_unbroken(&printed, doc->catalog->title);
    for (size_t i = 0; i < doc->lines.n; i++) {
        struct str line = doc->lines.at[i];
        if (str_has(line, STR("\t")))
            *vec_push(doc->arena, &rows) = line;
        else
            buf_put(&above, str_trim(line));
    }
    check_same(buf_str(&above), buf_str(&printed));
    check_table(doc, &rows);
    buf_drop(&above);
    buf_drop(&printed);
}

/* Main items may begin at another row than in the source (its SOURCE.md tells which), but
 * both they and the rows come in the same order. */
TEST(ningxiang_is_the_source_to_the_letter)
{
    struct document doc = document_open(
        STR("catalogs/ningxiang"), "tests/sources/ningxiang-levels-2022.txt",
        ningxiang_skipped, sizeof ningxiang_skipped / sizeof *ningxiang_skipped);
    if (doc.catalog)
        check_ningxiang(&doc);
    document_drop(&doc);
}

/* ---- 宁夏: a table with services ---- */

/* Without blanks: where several entries share a line, blanks hold them apart. */
static void put_dense(struct buf *out, struct str text)
{
    while (text.n) {
        uint32_t c = utf8_next(&text);
        if (c > ' ' && c != 0xA0 && c != 0x3000)
            buf_rune(out, c);
    }
}

/* The cells of a service's row. A merged cell has its text where it begins. */
static void put_service(struct buf *out, struct arena *a, const struct item *service)
{
    static const enum field_id columns[] = {FIELD_TITLE, FIELD_MATERIALS, FIELD_LIMIT,
                                            FIELD_STEPS, FIELD_NOTES,     FIELD_BASIS};
    put_dense(out, service->seq);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (service->own[columns[i]] && !service->own[columns[i]]->ref.n)
            put_dense(out, field_printed(a, item_field(service, columns[i])));
}

static void put_service_list(struct buf *out, struct arena *a, const struct catalog *c)
{
    put_dense(out, c->title);
    for (size_t g = 0; g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        put_dense(out, group->no);
        put_dense(out, field_text(group->title));
        put_dense(out, group->code);
        for (size_t i = 0; i < group->items.n; i++) {
            const struct item *item = &group->items.at[i];
            put_dense(out, item->seq);
            put_dense(out, field_text(item_field(item, FIELD_TITLE)));
            put_dense(out, item->code);
            for (size_t k = 0; k < item->services.n; k++)
                put_service(out, a, &item->services.at[k]);
        }
    }
}

/* The whole table as one text, from both sides. 附件 stands above it, 说明 below. */
TEST(ningxia_is_the_source_to_the_letter)
{
    struct document doc =
        document_open(STR("catalogs/ningxia"), "tests/sources/ningxia-list-2023.txt",
                      ningxia_skipped, sizeof ningxia_skipped / sizeof *ningxia_skipped);
    struct buf source = {0}, printed = {0};
    for (size_t i = 0; i < doc.lines.n; i++)
        put_dense(&source, doc.lines.at[i]);
    CHECK(doc.catalog && doc.catalog->remarks.n == 2);
    if (doc.catalog && doc.catalog->remarks.n == 2) {
        put_dense(&printed, doc.catalog->remarks.at[0].text);
        put_service_list(&printed, doc.arena, doc.catalog);
        put_dense(&printed, doc.catalog->remarks.at[1].text);
    }
    check_same(buf_str(&source), buf_str(&printed));
    CHECK(source.n > 25000);
    buf_drop(&source);
    buf_drop(&printed);
    document_drop(&doc);
}

int main(void)
{
    RUN(yuanjiang_is_the_source_to_the_letter);
    RUN(ningxiang_is_the_source_to_the_letter);
    RUN(ningxia_is_the_source_to_the_letter);
    return runner_end();
}
