/* The shipped catalogs: how much stands in them. What stands in them is compared with the
 * source texts by fidelity_test. */
#include "runner.h"

#include "base/file.h"
#include "catalog/fields.h"
#include "catalog/fmt.h"
#include "catalog/load.h"
#include "catalog/scheme.h"

/* Loads a shipped catalog; nothing may be reported. NULL ends the calling test. */
static struct catalog *open_catalog(const char *folder)
{
    struct diag *d = diag_new();
    struct catalog *c = catalog_load(str_of(folder), str_of(folder), d);
    struct buf messages = {0};
    diag_print(d, false, &messages);
    CHECK_STR(folder, buf_str(&messages), STR(""));
    CHECK(c != NULL);
    buf_drop(&messages);
    diag_drop(d);
    return c;
}

static void check_groups(const struct catalog *c, const size_t *items, size_t groups)
{
    CHECK(c->groups.n == groups);
    for (size_t g = 0; g < groups && g < c->groups.n; g++)
        CHECK(c->groups.at[g].items.n == items[g]);
}

static const struct item *item_at(const struct catalog *c, size_t group, size_t item)
{
    return &c->groups.at[group].items.at[item];
}

static struct str item_text(const struct item *item, enum field_id id)
{
    return field_text(item_field(item, id));
}

/* The ten fields of an item of the guide. */
static const enum field_id guide_fields[] = {
    FIELD_TITLE,     FIELD_AGENCY, FIELD_AUDIENCE, FIELD_CHANNELS,    FIELD_PROCESS,
    FIELD_MATERIALS, FIELD_LIMIT,  FIELD_INQUIRY,  FIELD_SUPERVISION, FIELD_EVALUATION,
};
enum { GUIDE_FIELDS = sizeof guide_fields / sizeof *guide_fields };

static size_t filled_fields(const struct item *item)
{
    size_t filled = 0;
    for (size_t i = 0; i < GUIDE_FIELDS; i++)
        filled += !field_empty(item_field(item, guide_fields[i]));
    return filled;
}

TEST(yuanjiang_has_33_items_in_10_parts)
{
    static const size_t items[] = {8, 3, 2, 5, 2, 2, 5, 2, 2, 2};
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    check_groups(c, items, sizeof items / sizeof *items);
    catalog_drop(c);
}

TEST(yuanjiang_fills_328_of_330_fields)
{
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    size_t filled = 0, fields = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++, fields += GUIDE_FIELDS)
            filled += filled_fields(item_at(c, g, i));
    CHECK(fields == 330);
    CHECK(filled == 328);
    /* The two whose limit the source leaves out. */
    CHECK(field_empty(item_field(item_at(c, 5, 0), FIELD_LIMIT)));
    CHECK(field_empty(item_field(item_at(c, 5, 1), FIELD_LIMIT)));
    CHECK_STR("门诊", item_text(item_at(c, 5, 0), FIELD_TITLE), STR("门诊费用报销"));
    CHECK_STR("住院", item_text(item_at(c, 5, 1), FIELD_TITLE), STR("住院费用报销"));
    catalog_drop(c);
}

/* Headings that the source lost are not invented. */
TEST(yuanjiang_leaves_lost_headings_empty)
{
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    for (size_t g = 0; g < c->groups.n; g++) {
        bool lost = g == 0 || g == 9;
        CHECK(field_empty(c->groups.at[g].title) == lost);
        CHECK((c->groups.at[g].code.n == 0) == lost);
        CHECK((c->groups.at[g].no.n == 0) == lost);
    }
    const struct item *last = item_at(c, 9, 1);
    CHECK_STR("seq", last->seq, STR(""));
    CHECK_STR("code", last->code, STR(""));
    CHECK_STR("title", item_text(last, FIELD_TITLE),
              STR("基本医疗保险定点零售药店费用结算"));
    CHECK_STR("red head", c->notice.head, STR(""));
    catalog_drop(c);
}

/* One item numbers its first four fields （1） to （4）. */
TEST(yuanjiang_keeps_numbers_of_another_form)
{
    static const char *const numbers[GUIDE_FIELDS] = {"（1）", "（2）", "（3）", "（4）"};
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = item_at(c, g, i);
            bool other = str_eq(item->code, STR("002036004003"));
            for (size_t f = 0; f < GUIDE_FIELDS; f++)
                CHECK_STR("number", item_field(item, guide_fields[f])->no,
                          str_of(other ? numbers[f] : NULL));
        }
    }
    catalog_drop(c);
}

/* Evaluation is a default of the catalog; three items print another text. */
TEST(yuanjiang_keeps_the_texts_that_differ_from_a_default)
{
    static const struct {
        size_t group, item, entries;
        const char *end;
    } rows[] = {
        {0, 0, 5, "监督管理 等方面进行评价。"},
        {0, 2, 5, "监督管理 等方面进行评价。"},
        {1, 1, 1, "现场评价器 进行评价；"},
        {8, 1, 5, "监督管理 等方面进行评价"},
    };
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct field *f =
            item_field(item_at(c, rows[i].group, rows[i].item), FIELD_EVALUATION);
        CHECK(f->entries.n == rows[i].entries);
        CHECK(f->entries.n &&
              str_ends(f->entries.at[f->entries.n - 1].text, str_of(rows[i].end)));
    }
    const struct field *common = item_field(item_at(c, 0, 0), FIELD_EVALUATION);
    const struct field *other = item_field(item_at(c, 0, 2), FIELD_EVALUATION);
    CHECK(str_has(common->entries.at[4].text, STR("后两个等级 为差评")));
    CHECK(str_has(other->entries.at[4].text, STR("后两个等级为差评")));
    catalog_drop(c);
}

/* Three items have no chart in the source; of two charts hardly anything is left. */
TEST(yuanjiang_has_30_published_flowcharts)
{
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    size_t published = 0, completed = 0, derived = 0;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = item_at(c, g, i);
            const struct flow *chart = &item->chart;
            published += chart->source == FLOW_PUBLISHED;
            completed += chart->completed;
            derived += chart->source == FLOW_DERIVED;
            CHECK((item->flow.source == FLOW_PUBLISHED) == (chart->title.n > 0));
            CHECK(chart->nodes.n >= 6 && chart->edges.n + 1 >= chart->nodes.n);
        }
    }
    CHECK(published == 30 && completed == 2 && derived == 3);
    CHECK(item_at(c, 2, 0)->chart.completed && item_at(c, 8, 1)->chart.completed);
    CHECK(item_at(c, 3, 1)->chart.source == FLOW_DERIVED);
    catalog_drop(c);
}

/* The forms of an item in the order of print; materials that name a form point to it, also
 * where the name is another one. */
TEST(yuanjiang_has_19_forms)
{
    struct catalog *c = open_catalog("catalogs/yuanjiang");
    if (!c)
        return;
    size_t printed = 0, named = 0;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct field *f = item_field(item_at(c, g, i), FIELD_MATERIALS);
            printed += item_at(c, g, i)->forms.n;
            for (size_t k = 0; k < f->entries.n; k++)
                named += f->entries.at[k].form.n > 0;
        }
    CHECK(c->forms.n == 19);
    CHECK(printed == 20); /* 18 forms, two of them twice */
    CHECK(named == 21);
    CHECK(c->form_refs.n == 1);
    CHECK_STR("pledge", c->form_refs.at[0].id, STR("chengnuo"));
    const struct item *transfer = item_at(c, 2, 1);
    CHECK(transfer->forms.n == 3);
    CHECK_STR("letter", transfer->forms.at[1].id, STR("zhuanyi-jiexu-lianxihan"));
    catalog_drop(c);
}

TEST(ningxiang_has_51_items_in_11_groups)
{
    static const size_t items[] = {11, 6, 2, 5, 8, 2, 5, 2, 2, 2, 6};
    struct catalog *c = open_catalog("catalogs/ningxiang");
    if (!c)
        return;
    check_groups(c, items, sizeof items / sizeof *items);
    size_t n = 0;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            struct arena *a = arena_new();
            CHECK_STR("numbered 1 to 51", item_at(c, g, i)->seq,
                      str_print(a, "%zu", ++n));
            arena_drop(a);
        }
    }
    CHECK(n == 51);
    catalog_drop(c);
}

TEST(ningxiang_fills_78_of_153_cells)
{
    struct catalog *c = open_catalog("catalogs/ningxiang");
    if (!c)
        return;
    size_t cells = 0, filled = 0;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = item_at(c, g, i);
            cells += c->levels.n;
            for (size_t k = 0; k < item->levels.n; k++)
                filled += !field_empty(&item->levels.at[k].field);
        }
    }
    CHECK(cells == 153);
    CHECK(filled == 78);
    catalog_drop(c);
}

TEST(ningxiang_keeps_its_mistakes)
{
    struct catalog *c = open_catalog("catalogs/ningxiang");
    if (!c)
        return;
    CHECK_STR("code", item_at(c, 0, 1)->code, STR("902036001002-1"));
    CHECK_STR("code", c->groups.at[10].code, STR("0731-Y"));
    CHECK_STR("cell", field_text(&item_at(c, 4, 0)->levels.at[0].field),
              STR("山符合特门待遇 申请资格的医院 受理"));
    CHECK_STR("date", c->notice.date, STR(""));
    CHECK_STR("signer", c->notice.signer, STR(""));
    catalog_drop(c);
}

/* Counts the items as the document numbers them: 1 to the last, through all groups. */
static const struct item *item_of(const struct catalog *c, size_t number)
{
    for (size_t g = 0; g < c->groups.n; g++) {
        if (number <= c->groups.at[g].items.n)
            return item_at(c, g, number - 1);
        number -= c->groups.at[g].items.n;
    }
    return NULL;
}

/* A text that the office prints once for the items first to last. */
struct merged {
    enum field_id field;
    size_t first, last;
};

/* Exactly these are stored once and referred to; all others stand on their own item. */
static void check_merged(const struct catalog *c, const struct merged *merged, size_t n,
                         size_t items)
{
    size_t refs = 0, expected = 0;
    for (size_t i = 0; i < n; i++) {
        const struct field *first = item_of(c, merged[i].first)->own[merged[i].field];
        CHECK(first && first->id.n);
        for (size_t k = merged[i].first + 1; k <= merged[i].last; k++, expected++) {
            const struct field *own = item_of(c, k)->own[merged[i].field];
            CHECK(own && own->target == first);
        }
    }
    for (size_t k = 1; k <= items; k++)
        for (int f = 0; f < FIELD_COUNT; f++)
            refs += item_of(c, k)->own[f] && item_of(c, k)->own[f]->ref.n;
    CHECK(refs == expected);
}

TEST(pingdingshan_has_30_items_in_10_groups)
{
    static const size_t items[] = {6, 3, 2, 4, 2, 2, 5, 2, 2, 2};
    struct catalog *c = open_catalog("catalogs/pingdingshan");
    if (!c)
        return;
    check_groups(c, items, sizeof items / sizeof *items);
    for (size_t n = 1; n <= 30; n++) {
        struct arena *a = arena_new();
        CHECK_STR("numbered 1 to 30", item_of(c, n)->seq, str_print(a, "%zu", n));
        arena_drop(a);
    }
    CHECK(c->remarks.n == 1);
    catalog_drop(c);
}

TEST(pingdingshan_shares_the_texts_of_merged_cells)
{
    static const struct merged merged[] = {
        {FIELD_BASIS, 1, 4},   {FIELD_BASIS, 5, 6},   {FIELD_BASIS, 7, 8},
        {FIELD_BASIS, 10, 11}, {FIELD_BASIS, 12, 14}, {FIELD_BASIS, 18, 19},
        {FIELD_BASIS, 20, 24}, {FIELD_BASIS, 27, 28}, {FIELD_NOTES, 12, 14},
        {FIELD_NOTES, 20, 24}, {FIELD_NOTES, 25, 26}, {FIELD_MATERIALS, 29, 30},
    };
    struct catalog *c = open_catalog("catalogs/pingdingshan");
    if (!c)
        return;
    check_merged(c, merged, sizeof merged / sizeof *merged, 30);
    const struct item *hospital = item_of(c, 15);
    CHECK(item_field(hospital, FIELD_LIMIT)->span == 2);
    CHECK_STR("limit", item_text(hospital, FIELD_LIMIT), STR("医院办结"));
    CHECK(!hospital->own[FIELD_STEPS]);
    catalog_drop(c);
}

TEST(pingdingshan_keeps_its_mistakes)
{
    struct catalog *c = open_catalog("catalogs/pingdingshan");
    if (!c)
        return;
    CHECK_STR("code", c->groups.at[0].code, STR("00203600100y"));
    CHECK_STR("code", c->groups.at[3].code, STR("0020360040Y"));
    CHECK_STR("code", c->groups.at[8].code, STR("00203 60090 0Y"));
    CHECK_STR("garbled", field_text(c->groups.at[8].title),
              STR("九药申点管 机构定义 协议"));
    /* 五 and 六 share a printed cell; each has its own title and code. */
    CHECK_STR("五", field_text(c->groups.at[4].title), STR("享受门诊病种、慢性病待遇"));
    CHECK_STR("六", field_text(c->groups.at[5].title),
              STR("基本医疗保险参保人员医疗费用（零星）报销"));
    CHECK_STR("blanks", item_text(item_of(c, 30), FIELD_STEPS),
              STR("申请-受 理-审核- 拨付-办 结"));
    CHECK(item_of(c, 30)->steps.n == 5);
    CHECK_STR("name of a step", item_of(c, 30)->steps.at[1], STR("受理"));
    const struct field *notes = item_field(item_of(c, 25), FIELD_NOTES);
    CHECK(notes->entries.n == 4);
    CHECK_STR("number", notes->entries.at[2].no, STR("4."));
    catalog_drop(c);
}

static size_t count_ticks(const struct catalog *c, enum column_kind kind)
{
    size_t ticks = 0;
    for (size_t n = 1; n <= 29; n++) {
        const struct cells *cells = &item_of(c, n)->ticks;
        for (size_t i = 0; i < cells->n; i++)
            ticks += c->columns.at[cells->at[i].column].kind == kind &&
                     str_eq(field_text(&cells->at[i].field), STR("√"));
    }
    return ticks;
}

TEST(xinjiang_has_29_items_in_10_groups_and_116_ticks)
{
    static const size_t items[] = {6, 3, 2, 4, 2, 2, 4, 2, 2, 2};
    struct catalog *c = open_catalog("catalogs/xinjiang");
    if (!c)
        return;
    check_groups(c, items, sizeof items / sizeof *items);
    CHECK(count_ticks(c, COLUMN_AUDIENCE) == 29);
    CHECK(count_ticks(c, COLUMN_MODE) == 29);
    CHECK(count_ticks(c, COLUMN_LEVEL) == 58);
    for (size_t n = 1; n <= 29; n++) {
        CHECK_STR("no code", item_of(c, n)->code, STR(""));
        CHECK(field_empty(item_field(item_of(c, n), FIELD_LIMIT)));
        CHECK(field_empty(item_field(item_of(c, n), FIELD_DEADLINE)) ==
              (n == 26 || n == 27));
    }
    catalog_drop(c);
}

TEST(xinjiang_shares_the_texts_of_merged_cells)
{
    static const struct merged merged[] = {
        {FIELD_BASIS, 7, 9},   {FIELD_BASIS, 10, 11}, {FIELD_BASIS, 12, 15},
        {FIELD_BASIS, 16, 17}, {FIELD_BASIS, 18, 19}, {FIELD_BASIS, 20, 23},
        {FIELD_BASIS, 26, 27},
    };
    struct catalog *c = open_catalog("catalogs/xinjiang");
    if (!c)
        return;
    check_merged(c, merged, sizeof merged / sizeof *merged, 29);
    catalog_drop(c);
}

/* Three items have the list of elements where their basis should be. */
TEST(xinjiang_keeps_its_mistakes)
{
    struct catalog *c = open_catalog("catalogs/xinjiang");
    if (!c)
        return;
    struct str elements = item_text(item_of(c, 1), FIELD_ELEMENTS);
    CHECK(str_starts(elements, STR("事项名称、事项简述、")));
    for (size_t n = 1; n <= 29; n++) {
        bool pasted = n >= 4 && n <= 6;
        CHECK_STR("elements", item_text(item_of(c, n), FIELD_ELEMENTS), elements);
        CHECK(str_eq(item_text(item_of(c, n), FIELD_BASIS), elements) == pasted);
    }
    CHECK_STR("deadline", item_text(item_of(c, 16), FIELD_DEADLINE),
              STR("部分病种为即时办结，其他病种为20个工作日"));
    catalog_drop(c);
}

TEST(ningxia_has_55_services_of_18_items_in_11_groups)
{
    static const size_t items[] = {7, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1};
    struct catalog *c = open_catalog("catalogs/ningxia");
    if (!c)
        return;
    check_groups(c, items, sizeof items / sizeof *items);
    struct arena *a = arena_new();
    size_t n = 0, services = 0;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = item_at(c, g, i);
            CHECK_STR("items numbered 1 to 18", item->seq, str_print(a, "%zu", ++n));
            for (size_t k = 0; k < item->services.n; k++)
                CHECK_STR("services numbered 1 to 55", item->services.at[k].seq,
                          str_print(a, "%zu", ++services));
        }
    }
    CHECK(n == 18 && services == 55);
    arena_drop(a);
    catalog_drop(c);
}

/* What the source prints on a service's row stands on the service. */
TEST(ningxia_leaves_the_fields_of_items_empty)
{
    struct catalog *c = open_catalog("catalogs/ningxia");
    if (!c)
        return;
    size_t shared = 0;
    for (size_t g = 0; g < c->groups.n; g++) {
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = item_at(c, g, i);
            for (int f = FIELD_TITLE + 1; f < FIELD_COUNT; f++) {
                CHECK(field_empty(item_field(item, (enum field_id)f)));
                for (size_t k = 0; k < item->services.n; k++) {
                    const struct field *own = item->services.at[k].own[f];
                    shared += own && own->id.n;
                }
            }
        }
    }
    CHECK(shared == 18); /* 8 of basis, 7 of notes, 3 of materials */
    catalog_drop(c);
}

TEST(ningxia_keeps_its_mistakes)
{
    struct catalog *c = open_catalog("catalogs/ningxia");
    if (!c)
        return;
    for (size_t g = 6; g < 9; g++)
        CHECK_STR("three main items, one code", c->groups.at[g].code,
                  STR("002036214000"));
    const struct item *services = item_at(c, 8, 0)->services.at;
    const struct field *materials = item_field(&services[0], FIELD_MATERIALS);
    const struct field *basis = item_field(&services[2], FIELD_BASIS);
    CHECK_STR("a number twice", materials->entries.at[1].no, STR("2. 2."));
    CHECK_STR("a number left out", basis->entries.at[1].no, STR("3."));
    CHECK_STR("date", c->document_date, STR(""));
    catalog_drop(c);
}

/* What is shipped is an example: `mulu fmt` finds nothing to do. */
TEST(the_catalogs_are_in_canonical_layout)
{
    static const char *const files[] = {
        "catalogs/yuanjiang/catalog.xml", "catalogs/ningxiang/catalog.xml",
        "catalogs/pingdingshan/catalog.xml", "catalogs/xinjiang/catalog.xml",
        "catalogs/ningxia/catalog.xml"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena *a = arena_new();
        struct diag *d = diag_new();
        struct buf canonical = {0};
        struct str text = {0};
        const char *why = "";
        CHECK(file_read(a, files[i], 1024 * 1024, &text, &why));
        CHECK(fmt_text(text, str_of(files[i]), d, &canonical));
        CHECK(str_eq(buf_str(&canonical), text));
        buf_drop(&canonical);
        diag_drop(d);
        arena_drop(a);
    }
}

/* The totals that the press reported in May 2020 (12 items at once, 9 in 5 to 20 working
 * days, 5 within 30) are what the limits were derived from. */
TEST(the_national_list_has_the_reported_totals)
{
    struct diag *d = diag_new();
    const struct str path = STR("catalogs/schemes/ylbz-2020.xml");
    struct scheme *s = scheme_load(path, path, d);
    size_t none = 0, immediate = 0, middle = 0, month = 0;
    for (size_t i = 0; s && i < s->items.n; i++) {
        const struct scheme_item *item = &s->items.at[i];
        const struct limit_part *part = item->limit.n ? &item->limit.at[0] : NULL;
        none += !part;
        immediate += part && part->kind == LIMIT_IMMEDIATE;
        middle += part && part->value >= 5 && part->value <= 20;
        month += part && part->value == 30;
        CHECK(!part || part->kind == LIMIT_IMMEDIATE || part->unit == LIMIT_WORKDAY);
        CHECK(item->confidence.n > 0);
        /* Without a limit the steps are not known either (定点协议管理). */
        CHECK((item->steps.n > 0) == (part != NULL));
    }
    CHECK(immediate == 12 && middle == 9 && month == 5 && none == 2);
    CHECK(diag_total(d) == 0);
    scheme_drop(s);
    diag_drop(d);
}

int main(void)
{
    RUN(yuanjiang_has_33_items_in_10_parts);
    RUN(yuanjiang_fills_328_of_330_fields);
    RUN(yuanjiang_leaves_lost_headings_empty);
    RUN(yuanjiang_keeps_numbers_of_another_form);
    RUN(yuanjiang_keeps_the_texts_that_differ_from_a_default);
    RUN(yuanjiang_has_30_published_flowcharts);
    RUN(yuanjiang_has_19_forms);
    RUN(ningxiang_has_51_items_in_11_groups);
    RUN(ningxiang_fills_78_of_153_cells);
    RUN(ningxiang_keeps_its_mistakes);
    RUN(pingdingshan_has_30_items_in_10_groups);
    RUN(pingdingshan_shares_the_texts_of_merged_cells);
    RUN(pingdingshan_keeps_its_mistakes);
    RUN(xinjiang_has_29_items_in_10_groups_and_116_ticks);
    RUN(xinjiang_shares_the_texts_of_merged_cells);
    RUN(xinjiang_keeps_its_mistakes);
    RUN(ningxia_has_55_services_of_18_items_in_11_groups);
    RUN(ningxia_leaves_the_fields_of_items_empty);
    RUN(ningxia_keeps_its_mistakes);
    RUN(the_catalogs_are_in_canonical_layout);
    RUN(the_national_list_has_the_reported_totals);
    return runner_end();
}
