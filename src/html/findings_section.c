/* Findings by what they are about.
 *
 * A finding names its item by the stem of its page, which is unique in a catalog; findings
 * in other files are about that file. Folds are sorted by (file, key), each run of equal
 * ones is a section, and sections go in the order of their first findings. */
#include "html/findings_view.h"

#include "base/utf8.h"
#include "catalog/about.h"
#include "catalog/fields.h"
#include "diag/fold.h"
#include "diag/visible.h"
#include "html/view.h"

#include <stdlib.h>

/* ---- names of what findings are about ---- */

struct heading {
    struct str key, title, code;
};
struct headings {
    struct heading *at; /* sorted by key */
    size_t n, cap;
    struct about about;
};

static int by_key(const void *a, const void *b)
{
    return str_cmp(((const struct heading *)a)->key, ((const struct heading *)b)->key);
}

/* "15　单位参保登记", "一、单位参保登记": a number with a mark of its own needs no blank. */
static struct str name_text(struct arena *a, struct str no, struct str title)
{
    static const struct str marks = STR_INIT("、．.）)：:，");
    title = visible_text(a, view_title(a, title), VISIBLE_NAME);
    no = visible_text(a, no, VISIBLE_NAME);
    if (!title.n)
        title = STR("（原文缺名称）");
    if (!no.n)
        return title;
    size_t size;
    utf8_last(no, &size);
    bool marked = str_has(marks, str_from(no, no.n - size));
    return str_print(a, "%.*s%s%.*s", STR_ARG(no), marked ? "" : "　", STR_ARG(title));
}

static struct headings headings_of(struct arena *a, const struct catalog *c)
{
    struct headings names = {.about = about_of(a, c)};
    for (size_t g = 0; c && g < c->groups.n; g++) {
        const struct group *group = &c->groups.at[g];
        struct str title = field_text(group->title);
        title = title.n
                    ? str_print(a, "主项：%.*s", STR_ARG(name_text(a, group->no, title)))
                    : str_print(a, "第 %zu 个主项（原文缺名称）", g + 1);
        *vec_push(a, &names) =
            (struct heading){str_print(a, "group-%zu", g + 1), title,
                             visible_text(a, group->code, VISIBLE_NAME)};
        for (size_t i = 0; i < group->items.n; i++) {
            const struct item *item = &group->items.at[i];
            *vec_push(a, &names) = (struct heading){
                item->stem,
                name_text(a, item->seq, field_text(item_field(item, FIELD_TITLE))),
                visible_text(a, item->code, VISIBLE_NAME)};
        }
    }
    if (names.n)
        qsort(names.at, names.n, sizeof *names.at, by_key);
    return names;
}

/* The name of an item or group; NULL: it is about the whole. */
static const struct heading *find_name(const struct headings *names, struct str key)
{
    struct heading wanted = {.key = key};
    if (!key.n || !names->n)
        return NULL;
    return bsearch(&wanted, names->at, names->n, sizeof *names->at, by_key);
}

/* What a finding without an item is about: its file. */
static struct str file_title(const struct headings *names, struct str path)
{
    struct str file = about_file(&names->about, path);
    return file.n ? file : STR("目录整体");
}

/* "业务办理项“3 医疗保险职工暂停参保”，办理时限" */
static struct str field_text_of(struct arena *a, const struct headings *names,
                                const struct problem *p)
{
    struct str field = about_field(&names->about, p);
    struct str service = about_service(&names->about, p);
    if (!service.n || !field.n)
        return service.n ? service : field;
    return str_print(a, "%.*s，%.*s", STR_ARG(service), STR_ARG(field));
}

/* ---- one finding ---- */

/* How many other places of the same finding are named. */
enum { PLACES_NAMED = 8 };

static struct str place_text(struct arena *a, const struct problem *p)
{
    if (!p->line)
        return STR("");
    return str_print(a, "第 %zu 行第 %zu 列", p->line, p->column);
}

/* "同样的问题共 12 处，另见：14　职工参保登记（第 40 行）、…"; an item is named once, its own
 * lines go without its name. */
static struct str more_text(struct arena *a, const struct headings *names,
                            const struct fold *fold)
{
    if (fold->n == 1)
        return STR("");
    struct buf text = {0};
    buf_printf(&text, "同样的问题共 %zu 处", fold->n);
    const struct problem *before = fold->at[0];
    size_t named = 0, i = 1;
    for (; i < fold->n && named < PLACES_NAMED; i++) {
        const struct problem *p = fold->at[i];
        bool same = str_eq(p->key, before->key);
        if (same && p->line == before->line)
            continue;
        const struct heading *name = same ? NULL : find_name(names, p->key);
        buf_puts(&text, named++ ? "、" : "，另见：");
        if (name)
            buf_printf(&text, "%.*s（第 %zu 行）", STR_ARG(name->title), p->line);
        else
            buf_printf(&text, "第 %zu 行", p->line);
        before = p;
    }
    buf_puts(&text, i < fold->n ? "等" : "");
    struct str more = str_copy(a, buf_str(&text));
    buf_drop(&text);
    return more;
}

static struct finding_view view_finding(struct arena *a, const struct headings *names,
                                        const struct fold *fold, size_t number)
{
    const struct problem *p = fold->at[0];
    bool erase = p->fix.kind != FIX_NONE && !p->proposal.n;
    return (struct finding_view){
        .number = str_number(a, number),
        .level = str_of(severity_id(p->severity)),
        .severity = str_of(severity_word(p->severity)),
        .field = field_text_of(a, names, p),
        .message = visible_message(a, p->message),
        .expected = str_eq(p->expected, p->proposal)
                        ? STR("")
                        : visible_text(a, p->expected, VISIBLE_VALUE),
        .proposal =
            erase ? STR("（删去）") : visible_text(a, fold_proposal(fold), VISIBLE_VALUE),
        .remedy = p->remedy,
        .basis = p->basis,
        .place = place_text(a, p),
        .more = more_text(a, names, fold),
        .accepted = visible_text(a, p->accepted, VISIBLE_VALUE),
        .rule = p->id,
    };
}

struct finding_views findings_accepted(struct arena *a, const struct findings_part *part)
{
    struct finding_views views = {0};
    struct headings names = headings_of(a, part->catalog);
    struct folds folds = fold_problems(a, part->found, true);
    for (size_t i = 0; i < folds.n; i++) {
        const struct problem *p = folds.at[i].at[0];
        const struct heading *name = find_name(&names, p->key);
        struct finding_view *view = vec_push(a, &views);
        *view = view_finding(a, &names, &folds.at[i], i + 1);
        view->about = name ? name->title : file_title(&names, p->path);
    }
    return views;
}

/* ---- sections ---- */

/* A fold and its place among all; a run of equal subjects is a section. */
struct member {
    const struct fold *fold;
    size_t index, first; /* first: index of the first fold of its section */
};

static int by_subject(const struct member *a, const struct member *b)
{
    const struct problem *p = a->fold->at[0], *q = b->fold->at[0];
    int order = str_cmp(p->path, q->path);
    return order ? order : str_cmp(p->key, q->key);
}

static int by_subject_and_index(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    int order = by_subject(a, b);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_section(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static struct member *sort_members(struct arena *a, const struct folds *folds)
{
    struct member *members = arena_array(a, folds->n, sizeof *members);
    for (size_t i = 0; i < folds->n; i++)
        members[i] = (struct member){&folds->at[i], i, i};
    if (folds->n)
        qsort(members, folds->n, sizeof *members, by_subject_and_index);
    for (size_t i = 1; i < folds->n; i++)
        if (by_subject(&members[i - 1], &members[i]) == 0)
            members[i].first = members[i - 1].first;
    if (folds->n)
        qsort(members, folds->n, sizeof *members, by_section);
    return members;
}

static struct section_view new_section(const struct findings_part *part,
                                       const struct headings *names,
                                       const struct problem *p, struct str anchor)
{
    const struct catalog *c = part->catalog;
    const struct heading *name = find_name(names, p->key);
    bool elsewhere = c && !str_eq(p->path, c->source.path);
    return (struct section_view){
        .anchor = anchor,
        .title = name ? name->title : file_title(names, p->path),
        .code = name ? name->code : STR(""),
        .file = elsewhere ? p->path : STR(""),
    };
}

struct section_views findings_sections(struct arena *a, const struct findings_part *part,
                                       struct str anchor)
{
    struct section_views sections = {0};
    struct headings names = headings_of(a, part->catalog);
    struct folds folds = fold_problems(a, part->found, false);
    const struct member *members = sort_members(a, &folds);
    for (size_t i = 0; i < folds.n; i++) {
        const struct problem *p = members[i].fold->at[0];
        if (i == 0 || members[i].first != members[i - 1].first) {
            struct section_view *fresh = vec_push(a, &sections);
            *fresh = new_section(part, &names, p,
                                 str_print(a, "%.*s-%zu", STR_ARG(anchor), sections.n));
        }
        struct section_view *section = &sections.at[sections.n - 1];
        *vec_push(a, &section->findings) =
            view_finding(a, &names, members[i].fold, i + 1);
        section->count = str_number(a, section->findings.n);
    }
    return sections;
}
