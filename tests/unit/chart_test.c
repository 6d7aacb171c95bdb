#include "runner.h"

#include "base/buf.h"
#include "catalog/chart.h"
#include "catalog/fields.h"

static const struct field none;

/* An item with steps split at "-" and materials split at "|"; a line that begins with "~"
 * is a paragraph, one with "#" before the text carries a number: "1.#表". */
static struct item item_of(struct arena *a, const char *steps, const char *materials)
{
    struct item item = {0};
    for (int i = 0; i < FIELD_COUNT; i++)
        item.field[i] = &none;
    struct str rest = str_of(steps), piece;
    while (str_cut(&rest, '-', &piece))
        *(struct str *)vec_push(a, &item.steps) = piece;
    struct field *f = arena_alloc(a, sizeof *f);
    rest = str_of(materials);
    while (str_cut(&rest, '|', &piece)) {
        struct entry *e = vec_push(a, &f->entries);
        e->plain = str_starts(piece, STR("~"));
        e->text = str_from(piece, e->plain);
        size_t mark = str_find(piece, STR("#"));
        if (mark != STR_NONE) {
            e->no = str_slice(piece, 0, mark);
            e->text = str_from(piece, mark + 1);
        }
    }
    item.field[FIELD_MATERIALS] = f;
    return item;
}

/* The chart on one line: "kind:text" of the nodes, "from>to" of the edges, the box. */
static struct str chart_line(struct arena *a, const struct flow *f)
{
    static const char *const sources[] = {"none", "derived", "published"};
    struct buf b = {0};
    buf_printf(&b, "%s", sources[f->source]);
    for (size_t i = 0; i < f->nodes.n; i++)
        buf_printf(&b, " %.*s=%s:%.*s", STR_ARG(f->nodes.at[i].id),
                   node_kind_name(f->nodes.at[i].kind), STR_ARG(f->nodes.at[i].text));
    for (size_t i = 0; i < f->edges.n; i++)
        buf_printf(&b, " %.*s>%.*s%.*s", STR_ARG(f->edges.at[i].from),
                   STR_ARG(f->edges.at[i].to), STR_ARG(f->edges.at[i].label));
    for (size_t i = 0; i < f->materials.n; i++)
        buf_printf(&b, " [%.*s%.*s]", STR_ARG(f->materials.at[i].no),
                   STR_ARG(f->materials.at[i].text));
    struct str line = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return line;
}

#define BRANCHES \
    "decision=decision:判断是否受理 " \
    "return=return:材料不全的一次性告知需补齐的材料并重新提交 " \
    "refusal=refusal:不属于受理范围的不予受理并告知原因"
#define BRANCH_EDGES "decision>return否 return>s1 decision>refusal否"

/* clang-format off */
static const struct {
    const char *what, *steps, *materials, *wanted;
} charts[] = {
    {"the usual chain",
     "申请-受理-审核-办结", "1.#登记表；|2.#身份证。",
     "derived s1=start:申请 materials=materials:办理材料 " BRANCHES
     " s2=step:受理 s3=step:审核 s4=end:办结"
     " s1>materials materials>decision " BRANCH_EDGES " decision>s2是 s2>s3 s3>s4"
     " [1.登记表；] [2.身份证。]"},
    {"without materials",
     "申请-受理-办结", "",
     "derived s1=start:申请 " BRANCHES " s2=step:受理 s3=end:办结"
     " s1>decision " BRANCH_EDGES " decision>s2是 s2>s3"},
    {"materials that say there are none",
     "申请-受理-办结", "无。",
     "derived s1=start:申请 " BRANCHES " s2=step:受理 s3=end:办结"
     " s1>decision " BRANCH_EDGES " decision>s2是 s2>s3"},
    {"without 受理: a straight chain",
     "申请-审核-办结", "表",
     "derived s1=start:申请 materials=materials:办理材料 s2=step:审核 s3=end:办结"
     " s1>materials materials>s2 s2>s3 [表]"},
    {"first step is not 申请: as given",
     "受理-审核-办结", "",
     "derived s1=start:受理 s2=step:审核 s3=end:办结 s1>s2 s2>s3"},
    {"受理 behind a first step that is not 申请: as given",
     "登记-受理-办结", "",
     "derived s1=start:登记 s2=step:受理 s3=end:办结 s1>s2 s2>s3"},
    {"不予受理 is no acceptance",
     "申请-不予受理-办结", "",
     "derived s1=start:申请 s2=step:不予受理 s3=end:办结 s1>s2 s2>s3"},
    {"a step between 申请 and 受理: the decision stands before 受理",
     "网上申请-预审-受理-办结", "",
     "derived s1=start:网上申请 s2=step:预审 " BRANCHES " s3=step:受理 s4=end:办结"
     " s1>s2 s2>decision " BRANCH_EDGES " decision>s3是 s3>s4"},
    {"受理 is the last step",
     "申请-受理", "",
     "derived s1=start:申请 " BRANCHES " s2=end:受理"
     " s1>decision " BRANCH_EDGES " decision>s2是"},
    {"brackets and equal names stay",
     "申请-受理-（计算保费）-审核-审核-办结", "",
     "derived s1=start:申请 " BRANCHES " s2=step:受理 s3=step:（计算保费） s4=step:审核"
     " s5=step:审核 s6=end:办结 s1>decision " BRANCH_EDGES
     " decision>s2是 s2>s3 s3>s4 s4>s5 s5>s6"},
    {"blank names are left out",
     " -申请-- 办结 ", "",
     "derived s1=start:申请 s2=end:办结 s1>s2"},
    {"no steps", "", "1.#表", "none"},
    {"one step", "即时办结", "1.#表", "none"},
    {"remarks stay out of the box, other paragraphs do not",
     "申请-办结", "~在职职工：|1.#表|~备注：变更姓名的另附证明。|~注：复印件",
     "derived s1=start:申请 materials=materials:办理材料 s2=end:办结"
     " s1>materials materials>s2 [在职职工：] [1.表]"},
    {"an entry may begin like a remark",
     "申请-办结", "1.#备注栏填写说明",
     "derived s1=start:申请 materials=materials:办理材料 s2=end:办结"
     " s1>materials materials>s2 [1.备注栏填写说明]"},
    {"twelve materials still stand in the box",
     "申请-办结", "1|2|3|4|5|6|7|8|9|10|11|12",
     "derived s1=start:申请 materials=materials:办理材料 s2=end:办结 s1>materials materials>s2"
     " [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12]"},
    {"thirteen do not",
     "申请-办结", "1|2|3|4|5|6|7|8|9|10|11|12|13",
     "derived s1=start:申请 materials=materials:办理材料 s2=end:办结 s1>materials materials>s2"
     " [见办理材料（共 13 项）]"},
};
/* clang-format on */

TEST(derivation_of_every_chain)
{
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
        struct arena *a = arena_new();
        struct item item = item_of(a, charts[i].steps, charts[i].materials);
        struct flow f = chart_derive(a, &item);
        CHECK_STR(charts[i].what, chart_line(a, &f), str_of(charts[i].wanted));
        arena_drop(a);
    }
}

TEST(long_materials_become_a_pointer)
{
    struct arena *a = arena_new();
    struct item item = item_of(a, "申请-受理-办结", "甲|乙");
    struct buf text = {0};
    for (int i = 0; i < CHART_MOST_CHARACTERS - 1; i++)
        buf_puts(&text, "长");
    struct entry *e = &((struct field *)item.field[FIELD_MATERIALS])->entries.at[0];
    e->text = buf_str(&text);
    struct flow f = chart_derive(a, &item);
    CHECK(f.materials.n == 2);

    buf_puts(&text, "长");
    e->text = buf_str(&text);
    f = chart_derive(a, &item);
    CHECK(f.materials.n == 1);
    CHECK_STR("601 characters", f.materials.at[0].text, STR("见办理材料（共 2 项）"));

    e[0].plain = e[1].plain = true;
    f = chart_derive(a, &item);
    CHECK_STR("paragraphs only", f.materials.at[0].text, STR("见办理材料"));
    buf_drop(&text);
    arena_drop(a);
}

TEST(published_members_are_kept)
{
    struct arena *a = arena_new();
    struct item item = item_of(a, "申请-受理-办结", "1.#表");
    item.flow.source = FLOW_PUBLISHED;
    item.flow.title = STR("单位参保登记办理流程图");
    for (int i = 0; i < 20; i++)
        ((struct entry *)vec_push(a, &item.flow.materials))->text = STR("章程");
    struct flow f = chart_derive(a, &item);
    CHECK(f.source == FLOW_PUBLISHED && f.completed);
    CHECK(f.materials.n == 20); /* published so, however long */
    CHECK_STR("title", f.title, item.flow.title);
    CHECK(f.nodes.n == 7);

    item.steps.n = 0;
    f = chart_derive(a, &item);
    CHECK(f.source == FLOW_NONE && f.nodes.n == 0 && f.materials.n == 20);

    ((struct flow_node *)vec_push(a, &item.flow.nodes))->id = STR("a");
    f = chart_derive(a, &item);
    CHECK(f.source == FLOW_PUBLISHED && !f.completed && f.nodes.n == 1 &&
          f.nodes.at == item.flow.nodes.at);
    arena_drop(a);
}

/* Of a chart of which only the boxes of the branches are left, those are kept. */
TEST(what_is_left_of_a_chart_is_kept)
{
    struct arena *a = arena_new();
    struct item item = item_of(a, "申请-受理-办结", "");
    item.flow.source = FLOW_PUBLISHED;
    *(struct flow_node *)vec_push(a, &item.flow.nodes) =
        (struct flow_node){.id = STR("x"), .kind = NODE_RETURN, .text = STR("退回补正")};
    struct flow f = chart_derive(a, &item);
    CHECK(f.source == FLOW_PUBLISHED && f.completed && f.nodes.n == 6);
    CHECK_STR("the box that is left", f.nodes.at[2].text, STR("退回补正"));
    CHECK_STR("the box that is lost", f.nodes.at[3].text,
              STR("不属于受理范围的不予受理并告知原因"));

    *(struct flow_node *)vec_push(a, &item.flow.nodes) =
        (struct flow_node){.id = STR("y"), .kind = NODE_RETURN, .text = STR("重新提交")};
    f = chart_derive(a, &item);
    CHECK(!f.completed && f.nodes.n == 2); /* two for one place: nothing is left out */

    item.flow.nodes.n = 1;
    struct item plain = item_of(a, "登记-办结", "");
    plain.flow = item.flow;
    f = chart_derive(a, &plain);
    CHECK(!f.completed && f.nodes.n == 1); /* no branches in such a chain */
    arena_drop(a);
}

/* clang-format off */
static const struct {
    const char *what;
    const char *steps;
    const char *cells[3]; /* of 市, 镇, 村 */
    const char *wanted;   /* "lanes: node@lane …", "" for no lanes */
} lane_rows[] = {
    {"words without steps become the chain",
     "", {"审批", "审核", "受理"}, "村,镇,市: 受理@村 审核@镇 审批@市"},
    {"steps stand with the level that does them, others with the step before",
     "受理-登记-审核-公示-办结", {"审批、办结", "审核", "受理"},
     "村,镇,市: 受理@村 登记@村 审核@镇 公示@镇 办结@市"},
    {"the branches stand with who accepts",
     "申请-受理-审核-办结", {"审核", "受理", ""},
     "镇,市: 申请@镇 判断是否受理@镇 材料不全的一次性告知需补齐的材料并重新提交@镇"
     " 不属于受理范围的不予受理并告知原因@镇 受理@镇 审核@市 办结@市"},
    {"one level may do two parts", "", {"审核和审批", "", "受理"}, "村,市: 受理@村 审核@市 审批@市"},
    {"√ is the whole", "", {"审批", "√", "√"}, ""},
    {"a sentence is no part", "", {"审批", "由医院受理", "受理"}, ""},
    {"two levels that do the same", "", {"审批", "受理", "受理"}, ""},
    {"one level alone", "", {"受理、审批", "", ""}, ""},
    {"steps of other names", "登记-告知", {"审批", "审核", "受理"}, ""},
    {"no words", "申请-受理-办结", {"", "", ""}, ""},
};
/* clang-format on */

static struct str lanes_line(struct arena *a, const struct flow *f)
{
    struct buf b = {0};
    for (size_t i = 0; i < f->lanes.n; i++)
        buf_printf(&b, "%s%.*s", i ? "," : "", STR_ARG(f->lanes.at[i]));
    for (size_t i = 0; f->lanes.n && i < f->nodes.n; i++)
        buf_printf(&b, "%s%.*s@%.*s", i ? " " : ": ", STR_ARG(f->nodes.at[i].text),
                   STR_ARG(f->lanes.at[f->nodes.at[i].lane]));
    struct str line = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return line;
}

static struct flow lanes_of(struct arena *a, struct item *item, const char *const *cells)
{
    static const char *const names[] = {"市", "镇", "村"};
    struct catalog c = {.arena = a};
    for (size_t i = 0; i < 3; i++) {
        ((struct level *)vec_push(a, &c.levels))->name = str_of(names[i]);
        struct cell *cell = vec_push(a, &item->levels);
        *cell = (struct cell){.column = i};
        *(struct entry *)vec_push(a, &cell->field.entries) =
            (struct entry){.plain = true, .text = str_of(cells[i])};
    }
    struct flow f = chart_derive(a, item);
    chart_lanes(a, &c, item, &f);
    return f;
}

TEST(lanes_by_level)
{
    for (size_t i = 0; i < sizeof lane_rows / sizeof *lane_rows; i++) {
        struct arena *a = arena_new();
        struct item item = item_of(a, lane_rows[i].steps, "");
        struct flow f = lanes_of(a, &item, lane_rows[i].cells);
        CHECK_STR(lane_rows[i].what, lanes_line(a, &f), str_of(lane_rows[i].wanted));
        arena_drop(a);
    }
}

/* The office's own chart stands as it is. */
TEST(published_charts_get_no_lanes)
{
    static const char *const cells[] = {"审批", "审核", "受理"};
    struct arena *a = arena_new();
    struct item item = item_of(a, "受理-审核-审批", "");
    item.flow.source = FLOW_PUBLISHED;
    ((struct flow_node *)vec_push(a, &item.flow.nodes))->id = STR("a");
    ((struct flow_node *)vec_push(a, &item.flow.nodes))->id = STR("b");
    struct flow f = lanes_of(a, &item, cells);
    CHECK(f.lanes.n == 0 && f.nodes.n == 2 && f.source == FLOW_PUBLISHED);
    arena_drop(a);
}

TEST(node_kinds_have_names)
{
    for (int i = 0; i < NODE_KIND_COUNT; i++)
        CHECK(node_kind_find(str_of(node_kind_name((enum node_kind)i))) == i);
    CHECK(node_kind_find(STR("branch")) == NODE_KIND_COUNT);
    CHECK(node_kind_find(STR("")) == NODE_KIND_COUNT);
}

int main(void)
{
    RUN(derivation_of_every_chain);
    RUN(long_materials_become_a_pointer);
    RUN(published_members_are_kept);
    RUN(what_is_left_of_a_chart_is_kept);
    RUN(lanes_by_level);
    RUN(published_charts_get_no_lanes);
    RUN(node_kinds_have_names);
    return runner_end();
}
