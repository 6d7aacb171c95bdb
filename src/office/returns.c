#include "office/returns.h"

#include "catalog/about.h"
#include "catalog/fields.h"
#include "catalog/names.h"
#include "diag/fold.h"
#include "office/passage.h"

#include <stdlib.h>

/* clang-format off */
static const struct {
    const char *head;
    double least, most; /* width */
} columns[RETURNS_COLUMNS] = {
    [RETURNS_NUMBER]   = {"序号", 5, 5},
    [RETURNS_ITEM]     = {"事项（编码、名称）", 14, 24},
    [RETURNS_FIELD]    = {"字段", 9, 10},
    [RETURNS_PLACE]    = {"文件和行", 12, 14},
    [RETURNS_CURRENT]  = {"现有内容", 16, 26},
    [RETURNS_PROPOSED] = {"建议改为", 16, 26},
    [RETURNS_REASON]   = {"理由", 24, 38},
    [RETURNS_SEVERITY] = {"严重程度", 6, 6},
    [RETURNS_RULE]     = {"规则", 8, 10},
    [RETURNS_ANSWER]   = {"答复", 8, 8},
    [RETURNS_REMARK]   = {"备注", 16, 16},
    [RETURNS_KEY]      = {"", 10, 10},
};
/* clang-format on */

/* The rows of the sheet. */
enum { ROW_TITLE, ROW_ABOUT, ROW_HOW, ROW_HEAD, ROW_HEAD_BELOW, ROW_FIRST };

static const char *const answers[] = {"照改", "另改", "不改"};

/* What stands in one row. */
struct row {
    struct passage passage;
    VEC(const struct problem *) places; /* at least one */
};
struct rows {
    struct row *at;
    size_t n, cap;
};

/* ---- rows ---- */

static bool same_words(const struct row *row, const struct problem *p,
                       const struct passage *passage)
{
    return str_eq(row->places.at[0]->field, p->field) &&
           str_eq(row->passage.current, passage->current) &&
           str_eq(row->passage.proposed, passage->proposed);
}

/* A fold says the same everywhere, but of words that may differ from place to place. Many
 * different ones are rows of their own anyway, so only the last few are compared. */
static void add_fold(struct arena *a, const struct catalog *c, const struct fold *fold,
                     struct rows *rows)
{
    enum { COMPARED = 8 };
    size_t first = rows->n;
    for (size_t i = 0; i < fold->n; i++) {
        struct passage passage = passage_of(a, c, fold->at[i]);
        size_t at = rows->n,
               least = rows->n > first + COMPARED ? rows->n - COMPARED : first;
        while (at > least && !same_words(&rows->at[at - 1], fold->at[i], &passage))
            at--;
        if (at == least) {
            struct row *fresh = vec_push(a, rows);
            fresh->passage = passage;
            at = rows->n;
        }
        *vec_push(a, &rows->at[at - 1].places) = fold->at[i];
    }
}

/* Errors first; else in the order of the folds, which is that of the file. */
static struct rows make_rows(struct arena *a, const struct returns_part *part)
{
    struct rows rows = {0};
    struct folds folds = fold_problems(a, part->found, false);
    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        for (size_t i = 0; i < folds.n; i++)
            if (folds.at[i].at[0]->severity == (enum severity)severity)
                add_fold(a, part->catalog, &folds.at[i], &rows);
    return rows;
}

/* ---- where ---- */

static struct str label(struct arena *a, struct str code, struct str title)
{
    if (!title.n)
        title = STR("（原文缺名称）");
    return code.n ? str_print(a, "%.*s %.*s", STR_ARG(code), STR_ARG(title)) : title;
}

/* Key of an item or group → its code and title, a struct str. */
static struct names labels(struct arena *a, const struct catalog *c)
{
    struct names names = {0};
    for (size_t g = 0; c && g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        struct str *text = arena_alloc(a, sizeof *text);
        *text = label(a, group->code, field_text(group->title));
        names_add(a, &names, str_print(a, "group-%zu", g + 1), 0, text);
        for (size_t i = 0; i < group->items.n; i++) {
            const struct item *item = &group->items.at[i];
            text = arena_alloc(a, sizeof *text);
            *text = label(a, item->code, field_text(item_field(item, FIELD_TITLE)));
            names_add(a, &names, item->stem, 0, text);
        }
    }
    names_sort(&names);
    return names;
}

/* One of the items: code and title, and which of its services; of a problem in a form or in
 * the notice's text that. */
static struct str item_of(const struct about *about, const struct names *names,
                          const struct problem *p)
{
    const struct name *name = p->key.n ? names_find(names, p->key) : NULL;
    struct str text = name ? *(const struct str *)name->what : p->item;
    struct str service = about_service(about, p);
    if (service.n)
        return str_print(about->arena, "%.*s\n%.*s", STR_ARG(text), STR_ARG(service));
    return text.n ? text : about_file(about, p->path);
}

/* The items, a line each; of many the first. */
static struct str item_text(const struct about *about, const struct names *names,
                            const struct row *row)
{
    enum { NAMED = 10 };
    struct buf b = {0};
    struct str before = {NULL, 0};
    size_t n = 0;
    for (size_t i = 0; i < row->places.n; i++) {
        struct str text = item_of(about, names, row->places.at[i]);
        if (before.s && str_eq(text, before))
            continue;
        before = text.s ? text : STR("");
        if (text.n && n++ < NAMED)
            buf_printf(&b, "%s%.*s", b.n ? "\n" : "", STR_ARG(text));
    }
    if (n > NAMED)
        buf_printf(&b, "\n等 %zu 个", n);
    struct str result = str_copy(about->arena, b.n ? buf_str(&b) : STR("（目录整体）"));
    buf_drop(&b);
    return result;
}

/* A path relative to the catalog's folder. */
static struct str below(struct str path, struct str folder)
{
    if (path.n > folder.n && str_starts(path, folder) && path.s[folder.n] == '/')
        return str_from(path, folder.n + 1);
    return path;
}

/* The lines, in the one file that all places of a fold are in. */
static struct str place_text(struct arena *a, const struct row *row, struct str folder)
{
    struct buf b = {0};
    buf_put(&b, below(row->places.at[0]->path, folder));
    size_t before = 0;
    for (size_t i = 0; i < row->places.n; i++) {
        size_t line = row->places.at[i]->line;
        if (line && line != before)
            buf_printf(&b, "%s%zu", before ? "、" : ":", line);
        before = line;
    }
    if (row->places.n > 1)
        buf_printf(&b, "\n共 %zu 处", row->places.n);
    struct str result = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return result;
}

static struct str key_text(struct arena *a, const struct row *row, struct str folder)
{
    struct buf b = {0};
    for (size_t i = 0; i < row->places.n; i++) {
        const struct problem *p = row->places.at[i];
        struct str path = below(p->path, folder);
        buf_printf(&b, "%s%.*s:%zu:%zu %.*s %.*s", i ? "\n" : "", STR_ARG(path), p->line,
                   p->column, STR_ARG(p->key.n ? p->key : STR("-")),
                   STR_ARG(p->field.n ? p->field : STR("-")));
    }
    struct str result = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return result;
}

/* ---- why ---- */

/* The message; what is expected unless the proposal says it; what to do when there is no
 * proposal; the basis. */
static struct str reason_text(struct arena *a, const struct row *row)
{
    const struct problem *p = row->places.at[0];
    bool proposes = row->passage.proposed.n || row->passage.erase;
    struct buf b = {0};
    buf_put(&b, p->message);
    if (p->expected.n && !str_eq(p->expected, row->passage.proposed))
        buf_printf(&b, "\n应为：%.*s", STR_ARG(p->expected));
    if (p->remedy.n && !proposes)
        buf_printf(&b, "\n%.*s", STR_ARG(p->remedy));
    if (p->basis.n)
        buf_printf(&b, "\n依据：%.*s", STR_ARG(p->basis));
    struct str result = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return result;
}

/* ---- the sheet ---- */

static void put_row(const struct about *about, struct xlsx_sheet *s, size_t at,
                    const struct row *row, const struct names *names,
                    const struct returns_part *part)
{
    struct arena *a = about->arena;
    const struct problem *p = row->places.at[0];
    const struct passage *passage = &row->passage;
    xlsx_number(s, at, RETURNS_NUMBER, XLSX_CENTER, at - ROW_FIRST + 1);
    xlsx_text(s, at, RETURNS_ITEM, XLSX_TEXT, item_text(about, names, row));
    xlsx_text(s, at, RETURNS_FIELD, XLSX_TEXT, about_field(about, p));
    xlsx_text(s, at, RETURNS_PLACE, XLSX_SMALL, place_text(a, row, part->shown));
    xlsx_text(s, at, RETURNS_CURRENT, XLSX_TEXT, passage->current);
    xlsx_text(s, at, RETURNS_PROPOSED, XLSX_TEXT,
              passage->erase ? STR("（删去）") : passage->proposed);
    xlsx_text(s, at, RETURNS_REASON, XLSX_TEXT, reason_text(a, row));
    xlsx_text(s, at, RETURNS_SEVERITY, xlsx_severity(p->severity),
              str_of(severity_word(p->severity)));
    xlsx_text(s, at, RETURNS_RULE, XLSX_SMALL, p->id);
    xlsx_text(s, at, RETURNS_ANSWER, XLSX_ANSWER, STR(""));
    xlsx_text(s, at, RETURNS_REMARK, XLSX_ANSWER, STR(""));
    xlsx_text(s, at, RETURNS_KEY, XLSX_SMALL, key_text(a, row, part->shown));
}

/* Catalog, list and counts in one line. */
static struct str about_text(struct arena *a, const struct returns_part *part,
                             size_t rows)
{
    const struct catalog *c = part->catalog;
    size_t counts[SEVERITY_COUNT] = {0}, accepted = 0;
    for (size_t i = 0; i < diag_total(part->found); i++) {
        const struct problem *p = diag_problem(part->found, i);
        if (p->accepted.n)
            accepted++;
        else
            counts[p->severity]++;
    }
    struct buf b = {0};
    if (c)
        buf_printf(&b, "目录：%.*s　", STR_ARG(c->title));
    else
        buf_puts(&b, "目录读不了，以下是读入时的错误，改正后再检查其他内容　");
    if (part->scheme)
        buf_printf(&b, "对照：%.*s（%.*s）　", STR_ARG(part->scheme->title),
                   STR_ARG(part->scheme->document));
    else if (c)
        buf_puts(&b, "对照：没有与全国清单对照　");
    size_t all =
        counts[SEVERITY_ERROR] + counts[SEVERITY_WARNING] + counts[SEVERITY_NOTE];
    buf_printf(&b, "问题：%zu 条（错误 %zu、警告 %zu、提示 %zu）", all,
               counts[SEVERITY_ERROR], counts[SEVERITY_WARNING], counts[SEVERITY_NOTE]);
    if (rows < all)
        buf_printf(&b, "，相同的合并成 %zu 行", rows);
    if (accepted)
        buf_printf(&b, "；另有 %zu 条已在目录里说明理由，不列", accepted);
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

static void put_line(struct xlsx_sheet *s, size_t row, struct str text)
{
    enum { POINTS = 15 };
    double width = 0;
    for (size_t i = 0; i < RETURNS_KEY; i++)
        width += columns[i].least;
    xlsx_merge(s, row, 0, 1, RETURNS_KEY, XLSX_LINE, text);
    xlsx_height(s, row, (double)(POINTS * xlsx_lines(text, width) + 3));
}

/* Two rows: 位置 stands over three columns, the others over both rows. */
static void put_heads(struct arena *a, struct xlsx_sheet *s, struct str id)
{
    for (size_t i = 0; i < RETURNS_COLUMNS; i++) {
        struct str head = str_of(columns[i].head);
        if (i == RETURNS_KEY)
            head = str_print(a, "mulu-return 1 %.*s", STR_ARG(id));
        if (i == RETURNS_ITEM)
            xlsx_merge(s, ROW_HEAD, i, 1, RETURNS_PLACE - RETURNS_ITEM + 1, XLSX_HEAD,
                       STR("位置"));
        if (i >= RETURNS_ITEM && i <= RETURNS_PLACE)
            xlsx_text(s, ROW_HEAD_BELOW, i, XLSX_HEAD, head);
        else
            xlsx_merge(s, ROW_HEAD, i, 2, 1, XLSX_HEAD, head);
        xlsx_width(s, i, columns[i].least, columns[i].most);
    }
    xlsx_hide(s, RETURNS_KEY);
}

static struct str region_text(struct arena *a, const struct returns_part *part)
{
    const struct catalog *c = part->catalog;
    if (!c)
        return part->id;
    if (!c->region_code.n)
        return c->region_name.n ? c->region_name : part->id;
    return str_print(a, "%.*s（%.*s）", STR_ARG(c->region_name), STR_ARG(c->region_code));
}

void returns_put(struct xlsx *x, const struct returns_part *part)
{
    static const struct str how =
        STR_INIT("请逐条填“答复”：照改（按“建议改为”改正）、另改（改成别的，写在备注里）"
                 "、不改（理由写在"
                 "备注里）。错误必须改正或说明理由，警告请核对，提示可以不答。填好后原样"
                 "交回，请不要增删行列。");
    struct arena *a = arena_new();
    const struct catalog *c = part->catalog;
    struct rows rows = make_rows(a, part);
    struct names names = labels(a, c);
    struct about about = about_of(a, c);
    struct str region = region_text(a, part);
    struct xlsx_sheet *s =
        xlsx_sheet(x, c && c->region_name.n ? c->region_name : part->id);
    xlsx_merge(s, ROW_TITLE, 0, 1, RETURNS_KEY, XLSX_TITLE,
               str_print(a, "%.*s　目录检查退改单", STR_ARG(region)));
    xlsx_height(s, ROW_TITLE, 26);
    put_line(s, ROW_ABOUT, about_text(a, part, rows.n));
    put_line(s, ROW_HOW, rows.n ? how : STR("没有发现问题，不必答复。"));
    put_heads(a, s, part->id);
    for (size_t i = 0; i < rows.n; i++)
        put_row(&about, s, ROW_FIRST + i, &rows.at[i], &names, part);
    if (rows.n)
        xlsx_choices(
            s, RETURNS_ANSWER, ROW_FIRST, ROW_FIRST + rows.n - 1, answers,
            sizeof answers / sizeof *answers,
            "照改：按“建议改为”改正\n另改：改成别的，写在备注里\n不改：理由写在备注里");
    xlsx_freeze(s, ROW_FIRST, RETURNS_FIELD);
    xlsx_print(s, XLSX_A4, ROW_HEAD, ROW_HEAD_BELOW, 0,
               str_print(a, "目录检查退改单　%.*s", STR_ARG(region)));
    arena_drop(a);
}
