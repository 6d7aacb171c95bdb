#include "html/findings.h"

#include "base/record.h"
#include "check/rules.h"
#include "diag/visible.h"
#include "html/findings_view.h"
#include "html/view.h"

/* From this many sections on a catalog has a table of contents. */
enum { CONTENTS_SECTIONS = 8 };

enum { COUNT_ACCEPTED = SEVERITY_COUNT, COUNT_COUNT };

struct counts {
    size_t of[COUNT_COUNT]; /* by severity, and the accepted ones */
};

struct findings_page {
    struct arena *arena;
    const struct template *head, *catalog, *tail;
    bool several;
    struct tally_views tallies; /* one a catalog */
    struct counts total;
};

static bool compile(struct findings_page *page, struct template_set *set, struct diag *d)
{
    const struct template **to[] = {&page->head, &page->catalog, &page->tail};
    bool ok = true;
    for (size_t i = 0; i < findings_template_count; i++) {
        const struct findings_template *t = &findings_templates[i];
        *to[i] = template_compile(set, str_of(t->name), t->shape, d);
        ok &= *to[i] != NULL;
    }
    return ok;
}

struct findings_page *findings_begin(struct arena *a, struct template_set *set,
                                     size_t count, struct str date, struct diag *d,
                                     struct buf *out)
{
    struct findings_page *page = arena_alloc(a, sizeof *page);
    *page = (struct findings_page){.arena = a, .several = count > 1};
    if (!compile(page, set, d))
        return NULL;
    struct findings_head head = {.title = STR("目录检查结果"),
                                 .date = view_date(a, date),
                                 .count = str_number(a, count),
                                 .several = page->several};
    template_render(page->head, shape_value(&findings_head_shape, &head), out);
    return page;
}

/* ---- counts ---- */

static void count(struct counts *c, const struct problem *p)
{
    c->of[p->accepted.n ? COUNT_ACCEPTED : (size_t)p->severity]++;
}

static size_t counted(const struct counts *c)
{
    return c->of[SEVERITY_ERROR] + c->of[SEVERITY_WARNING] + c->of[SEVERITY_NOTE];
}

static struct tally_view tally(struct arena *a, struct str name, const struct counts *c)
{
    return (struct tally_view){
        .name = str_copy(a, name),
        .errors = str_number(a, c->of[SEVERITY_ERROR]),
        .warnings = str_number(a, c->of[SEVERITY_WARNING]),
        .notes = str_number(a, c->of[SEVERITY_NOTE]),
        .accepted = str_number(a, c->of[COUNT_ACCEPTED]),
        .total = str_number(a, counted(c)),
    };
}

/* A row for each family that found something, one for the rest, one for all. */
static struct tally_views tally_families(struct arena *a, const struct diag *found,
                                         struct counts *all)
{
    struct tally_views rows = {0};
    struct counts *of = arena_array(a, family_count + 1, sizeof *of);
    for (size_t i = 0; i < diag_total(found); i++) {
        const struct problem *p = diag_problem(found, i);
        const struct family *family = NULL;
        size_t f = family_count;
        if (rule_find(p->id, &family))
            for (f = 0; families[f] != family;)
                f++;
        count(&of[f], p);
        count(all, p);
    }
    for (size_t f = 0; f <= family_count; f++)
        if (counted(&of[f]))
            *vec_push(a, &rows) =
                tally(a, f < family_count ? str_of(families[f]->name) : STR("文件和格式"),
                      &of[f]);
    *vec_push(a, &rows) = tally(a, STR("合计"), all);
    return rows;
}

/* ---- a catalog ---- */

static void add_fact(struct arena *a, struct findings_catalog *view, const char *label,
                     struct str text)
{
    if (text.n)
        *vec_push(a, &view->facts) =
            (struct fact_view){str_of(label), visible_text(a, text, VISIBLE_VALUE)};
}

static struct str document_text(struct arena *a, const struct catalog *c)
{
    if (!c->document_date.n)
        return c->document_number;
    struct str date = view_date(a, c->document_date);
    if (!c->document_number.n)
        return date;
    return str_print(a, "%.*s（%.*s）", STR_ARG(c->document_number), STR_ARG(date));
}

static struct str scheme_text(struct arena *a, const struct findings_part *part)
{
    const struct scheme *s = part->scheme;
    if (s && s->document.n)
        return str_print(a, "%.*s（%.*s）", STR_ARG(s->title), STR_ARG(s->document));
    if (s)
        return s->title;
    return part->catalog->scheme.n ? STR("读不了，没有对照") : STR("没有指明，没有对照");
}

static void put_facts(struct arena *a, struct findings_catalog *view,
                      const struct findings_part *part)
{
    const struct catalog *c = part->catalog;
    if (c) {
        add_fact(a, view, "地区",
                 str_print(a, "%.*s（%.*s）", STR_ARG(c->region_name),
                           STR_ARG(c->region_code)));
        add_fact(a, view, "印发单位", c->issuer);
        add_fact(a, view, "文号", document_text(a, c));
        add_fact(a, view, "对照的清单", scheme_text(a, part));
    }
    add_fact(a, view, "文件", str_print(a, "%.*s/catalog.xml", STR_ARG(part->shown)));
}

static struct str summary_text(struct arena *a, const struct counts *c)
{
    static const char *const words[] = {"个错误", "个警告", "个提示"};
    struct str text = STR("");
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        if (c->of[i])
            text = str_print(a, "%.*s%s%zu %s", STR_ARG(text), text.n ? "，" : "",
                             c->of[i], words[i]);
    return text;
}

/* ---- records ---- */

static void put_record(const struct findings_catalog *view, const struct counts *counts,
                       bool ok, struct str text, struct buf *record)
{
    record_put_number(record, ok);
    for (size_t i = 0; i < COUNT_COUNT; i++)
        record_put_number(record, counts->of[i]);
    record_put_text(record, view->anchor);
    record_put_text(record, view->title);
    record_put_text(record, text);
}

void findings_make(const struct findings_page *page, size_t n,
                   const struct findings_part *part, struct buf *record)
{
    struct arena *a = arena_new();
    struct counts counts = {0};
    const struct catalog *c = part->catalog;
    struct str anchor = str_print(a, "c%zu", n + 1);
    struct tally_views tallies = tally_families(a, part->found, &counts);
    struct findings_catalog view = {
        .anchor = anchor,
        .title = visible_text(a, c && c->title.n ? view_title(a, c->title) : part->shown,
                              VISIBLE_NAME),
        .several = page->several,
        .unread = !c,
        .tallies = tallies,
        .summary = summary_text(a, &counts),
        .clean = c && counted(&counts) == 0,
        .sections = findings_sections(a, part, anchor),
        .accepted = findings_accepted(a, part),
        .any_accepted = counts.of[COUNT_ACCEPTED] > 0,
        .accepted_count = str_number(a, counts.of[COUNT_ACCEPTED]),
    };
    view.contents = view.sections.n >= CONTENTS_SECTIONS;
    put_facts(a, &view, part);
    struct buf out = {0};
    bool ok =
        template_render(page->catalog, shape_value(&findings_catalog_shape, &view), &out);
    put_record(&view, &counts, ok, buf_str(&out), record);
    buf_drop(&out);
    arena_drop(a);
}

bool findings_take(struct findings_page *page, struct str record, struct buf *out)
{
    size_t ok;
    struct counts counts;
    struct str anchor, title, text;
    if (!record_take_number(&record, &ok))
        return false;
    for (size_t i = 0; i < COUNT_COUNT; i++)
        if (!record_take_number(&record, &counts.of[i]))
            return false;
    if (!record_take_text(&record, &anchor) || !record_take_text(&record, &title) ||
        !record_take_text(&record, &text))
        return false;
    struct tally_view *row = vec_push(page->arena, &page->tallies);
    *row = tally(page->arena, title, &counts);
    row->href = str_print(page->arena, "#%.*s", STR_ARG(anchor));
    for (size_t i = 0; i < COUNT_COUNT; i++)
        page->total.of[i] += counts.of[i];
    buf_put(out, text);
    return ok;
}

bool findings_end(struct findings_page *page, struct buf *out)
{
    struct findings_tail tail = {.several = page->several, .tallies = page->tallies};
    *vec_push(page->arena, &tail.tallies) = tally(page->arena, STR("合计"), &page->total);
    return template_render(page->tail, shape_value(&findings_tail_shape, &tail), out);
}
