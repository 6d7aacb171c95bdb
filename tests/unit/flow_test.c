#include "runner.h"

#include "kit_print.h"
#include "catalog/chart.h"
#include "catalog/fields.h"
#include "flow_graphs.h"
#include "flow_plan.h"

#include <time.h>

/* What every test here needs; fake fonts: a wide character is one em. */
struct bench {
    struct arena *a;
    struct diag *d;
    struct fonts *fonts;
    struct typesetter *t;
};

static struct bench bench_open(void)
{
    struct bench b = {.a = arena_new(), .d = diag_new(), .fonts = fonts_fake()};
    b.t = typesetter_new(b.fonts, b.d);
    return b;
}

static void bench_close(struct bench *b)
{
    typesetter_drop(b->t);
    fonts_drop(b->fonts);
    diag_drop(b->d);
    arena_drop(b->a);
}

/* A flow from lines "id kind text" and "from>to label". */
static struct flow flow_of(struct arena *a, const char *lines)
{
    struct flow f = {.source = FLOW_PUBLISHED};
    struct str rest = str_of(lines), line, word;
    while (str_cut(&rest, '\n', &line)) {
        if (!str_cut(&line, ' ', &word))
            continue;
        size_t arrow = str_find(word, STR(">"));
        if (arrow != STR_NONE) {
            struct flow_edge *e = vec_push(a, &f.edges);
            e->from = str_slice(word, 0, arrow);
            e->to = str_from(word, arrow + 1);
            e->label = line;
        } else {
            struct flow_node *n = vec_push(a, &f.nodes);
            struct str kind = STR("");
            str_cut(&line, ' ', &kind);
            n->id = word;
            n->kind = (enum node_kind)node_kind_find(kind);
            n->text = line;
        }
    }
    return f;
}

static const char usual[] = "s1 start 申请\n"
                            "m materials 办理材料\n"
                            "d decision 判断是否受理\n"
                            "back return 材料不全的一次性告知需补齐的材料并重新提交\n"
                            "no refusal 不属于受理范围的不予受理并告知原因\n"
                            "s2 step 受理\n"
                            "s3 step 审核\n"
                            "s4 end 办结\n"
                            "s1>m \n"
                            "m>d \n"
                            "d>back 否\n"
                            "back>s1 \n"
                            "d>no 否\n"
                            "d>s2 是\n"
                            "s2>s3 \n"
                            "s3>s4 \n";

static struct flow usual_flow(struct arena *a)
{
    struct flow f = flow_of(a, usual);
    static const char *const materials[] = {"统一社会信用代码证书或单位批准成立的文件；",
                                            "劳动合同备案表;"};
    for (int i = 0; i < 2; i++) {
        struct entry *e = vec_push(a, &f.materials);
        e->no = i ? STR("2.") : STR("1.");
        e->text = str_of(materials[i]);
    }
    return f;
}

static const char branched[] =
    "a start 线上申请\n"
    "b start 现场申请\n"
    "d decision 材料是否齐全并符合法定形式、是否属于本级受理范围\n"
    "r return 一次性告知补正\n"
    "s step 受理\n"
    "e step 专家评审\n"
    "f step 现场核查\n"
    "q decision 是否通过\n"
    "z end 办结\n"
    "y end 退件并告知理由\n"
    "t note 特殊情形可延长十个工作日\n"
    "a>d \n"
    "b>d \n"
    "d>r 不齐全\n"
    "r>d \n"
    "d>s 齐全\n"
    "s>e \n"
    "s>f \n"
    "s>t \n"
    "e>q \n"
    "f>q \n"
    "q>z 通过\n"
    "q>y 不通过\n";

static double center_x(const struct flow_plan *p, size_t i)
{
    return p->boxes.at[i].box.x + p->boxes.at[i].box.width / 2;
}

static double center_y(const struct flow_plan *p, size_t i)
{
    return p->boxes.at[i].box.y + p->boxes.at[i].box.height / 2;
}

static bool same(double a, double b)
{
    return fabs(a - b) < NEAR;
}

enum { S1, M, D, BACK, NO, S2, S3, S4 }; /* nodes of the usual flow */

TEST(usual_chart_wide)
{
    struct bench b = bench_open();
    struct flow f = usual_flow(b.a);
    struct flow_plan p = flow_layout(b.a, b.t, &f, FLOW_WIDE);
    static const int main_way[] = {S1, M, D, S2, S3, S4};
    for (int i = 0; i < 6; i++) {
        CHECK(same(center_x(&p, (size_t)main_way[i]), p.width / 2));
        CHECK(i == 0 ||
              center_y(&p, (size_t)main_way[i]) > center_y(&p, (size_t)main_way[i - 1]));
    }
    CHECK(same(center_y(&p, BACK), center_y(&p, D)) &&
          center_x(&p, BACK) < center_x(&p, D));
    CHECK(same(center_y(&p, NO), center_y(&p, D)) && center_x(&p, NO) > center_x(&p, D));
    /* straight: all but the return, which goes up and into 申请 from the left */
    for (size_t i = 0; i < p.lines.n; i++)
        CHECK(p.lines.at[i].n == (i == 3 ? 3 : 2));
    const struct flow_line *loop = &p.lines.at[3];
    CHECK(same(loop->points[0].x, center_x(&p, BACK)));
    CHECK(same(loop->points[0].y, p.boxes.at[BACK].box.y));
    CHECK(same(loop->points[2].x, p.boxes.at[S1].box.x));
    CHECK(same(loop->points[2].y, center_y(&p, S1)));
    CHECK(p.width <= 448); /* type area of the booklet: 158 mm */
    bench_close(&b);
}

TEST(usual_chart_narrow)
{
    struct bench b = bench_open();
    struct flow f = usual_flow(b.a);
    struct flow_plan p = flow_layout(b.a, b.t, &f, FLOW_NARROW);
    static const int main_way[] = {S1, M, D, S2, S3, S4};
    for (int i = 1; i < 6; i++)
        CHECK(same(center_x(&p, (size_t)main_way[i]), center_x(&p, S1)));
    CHECK(center_y(&p, BACK) > center_y(&p, D) && center_y(&p, BACK) < center_y(&p, S2));
    CHECK(same(center_y(&p, BACK), center_y(&p, NO)));
    CHECK(center_x(&p, BACK) < center_x(&p, D) && center_x(&p, NO) > center_x(&p, D));
    CHECK(p.lines.at[5].n == 2); /* 是 goes straight down between the two */
    CHECK(p.width <= FLOW_NARROW_WIDTH);
    bench_close(&b);
}

/* clang-format off */
static const struct {
    const char *what, *lines;
    size_t edges; /* that can be drawn */
} odd[] = {
    {"one node", "a start 申请\n", 0},
    {"a cycle without an end", "a step 甲\nb step 乙\nc step 丙\na>b \nb>c \nc>a \n", 3},
    {"a node without edges", "a start 甲\nb end 乙\nc note 丙\na>b \n", 1},
    {"nodes without edges", "a step 甲\nb step 乙\nc step 丙\n", 0},
    {"two starts", "a start 甲\nb start 乙\nc end 丙\na>c \nb>c \n", 2},
    {"an edge to its own node", "a start 甲\nb step 乙\na>b \nb>b 重复\na>a \n", 3},
    {"the same edge four times", "a start 甲\nb end 乙\na>b \na>b 是\na>b 否\na>b \n", 4},
    {"both ways", "a step 甲\nb step 乙\na>b \nb>a \n", 2},
    {"unknown nodes", "a start 甲\nb end 乙\na>x \nx>b \n> \na>b \n", 1},
    {"equal ids", "a start 甲\na step 乙\na end 丙\nb end 丁\na>b \n", 1},
    {"empty texts", "a start \nb decision \nc materials \nd note \na>b \nb>c \nb>d \n", 3},
    {"a return without a way back", "a decision 甲\nr return 乙\na>r 否\n", 1},
    {"a return that leads to a refusal", "a decision 甲\nr return 乙\nx refusal 丙\na>r \nr>x \n", 2},
    {"hosts in a ring", "r return 甲\nx refusal 乙\nt note 丙\nr>x \nx>t \nt>r \n", 3},
    {"six branches", "d decision 甲\na end 1\nb end 2\nc end 3\ne end 4\nf end 5\ng end 6\n"
     "d>a 一\nd>b 二\nd>c 三\nd>e 四\nd>f 五\nd>g 六\n", 6},
    {"a long label", "a decision 甲\nb end 乙\nc refusal 丙\n"
     "a>b 申请材料齐全并且符合法定形式而且属于本级受理范围\na>c 申请材料不齐全或者不符合法定形式的\n", 2},
    {"a word that does not break", "a start 0123456789012345678901234567890123456789012345678901234567890123456789\n"
     "b decision https://example.invalid/a/very/long/path/that/has/no/place/to/break\na>b \n", 1},
};
/* clang-format on */

TEST(odd_graphs_are_drawn_well)
{
    struct bench b = bench_open();
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct flow f = flow_of(b.a, odd[i].lines);
        for (int mode = FLOW_WIDE; mode <= FLOW_TIGHT; mode++) {
            struct flow_plan p = flow_layout(b.a, b.t, &f, (enum flow_mode)mode);
            struct plan_check c = {.flow = &f, .plan = &p, .mode = (enum flow_mode)mode};
            plan_check(&c);
            CHECK_STR(odd[i].what, str_of(c.why), STR(""));
            CHECK(p.lines.n == odd[i].edges);
        }
    }
    bench_close(&b);
}

TEST(empty_flow_gives_an_empty_plan)
{
    struct bench b = bench_open();
    struct flow f = {.source = FLOW_NONE};
    struct flow_plan p = flow_layout(b.a, b.t, &f, FLOW_WIDE);
    CHECK(p.boxes.n == 0 && p.lines.n == 0 && p.width == 0 && p.height == 0);
    struct scene *s = flow_scene(b.t, &f, FLOW_NARROW, flow_words(b.a, &f));
    CHECK(s->pages.n == 1 && s->pages.at[0].marks.n == 0);
    scene_drop(s);
    CHECK_STR("no words", flow_words(b.a, &f), STR(""));
    bench_close(&b);
}

/* Seconds for both modes of a random graph with so many nodes. */
static double seconds_for(uint32_t nodes)
{
    struct bench b = bench_open();
    uint64_t seed = nodes;
    struct flow f = random_flow(b.a, &seed, nodes);
    clock_t start = clock();
    for (int mode = FLOW_WIDE; mode <= FLOW_TIGHT; mode++) {
        struct flow_plan p = flow_layout(b.a, b.t, &f, (enum flow_mode)mode);
        struct plan_check c = {.flow = &f, .plan = &p, .mode = (enum flow_mode)mode};
        plan_check(&c);
        CHECK_STR("large graph", str_of(c.why), STR(""));
    }
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    bench_close(&b);
    return seconds;
}

TEST(large_graphs_take_bounded_time)
{
    CHECK(seconds_for(200) < 10); /* 0.1 s without sanitizers */
    CHECK(seconds_for(400) < 40);
}

TEST(the_chart_in_words)
{
    struct bench b = bench_open();
    struct flow f = usual_flow(b.a);
    CHECK_STR(
        "usual chart", flow_words(b.a, &f),
        STR("第 1 步，申请。第 2 "
            "步，办理材料：1.统一社会信用代码证书或单位批准成立的文件；"
            "2.劳动合同备案表;第 3 步，判断是否受理：否，转第 4 "
            "步“材料不全的一次性告知需补齐的材料"
            "并重新提交”；否，转第 5 步“不属于受理范围的不予受理并告知原因”；是，转第 6 "
            "步“受理”。"
            "第 4 步，材料不全的一次性告知需补齐的材料并重新提交：回到第 1 步“申请”。"
            "第 5 步，不属于受理范围的不予受理并告知原因，流程结束。"
            "第 6 步，受理。第 7 步，审核。第 8 步，办结，流程结束。"));
    f = flow_of(b.a, "a start 甲。\nb step 乙\nc end 丙\na>b \na>c 直接\nb>a \n");
    f.title = STR("办理流程图");
    CHECK_STR("title, marks, a way back", flow_words(b.a, &f),
              STR("办理流程图：第 1 步，甲。转第 2 步“乙”；直接，转第 3 步“丙”。"
                  "第 2 步，乙：回到第 1 步“甲。”。第 3 步，丙，流程结束。"));
    bench_close(&b);
}

static struct flow lane_flow(struct arena *a)
{
    static const char *const names[] = {"村（社区）", "乡镇（街道）", "宁乡市"};
    static const size_t lanes[] = {0, 0, 0, 0, 1, 1, 2, 0};
    struct flow f = flow_of(a, "s start 申请\nd decision 判断是否受理\nr return 补正\n"
                               "a step 受理\nb step 审核\ne decision 是否入户调查\n"
                               "c step 审批\nz end 办结\ns>d \nd>r 否\nr>s \nd>a 是\n"
                               "a>b \nb>e \ne>c 否\ne>c 是\nc>z \n");
    for (int i = 0; i < 3; i++)
        *(struct str *)vec_push(a, &f.lanes) = str_of(names[i]);
    for (size_t i = 0; i < f.nodes.n; i++)
        f.nodes.at[i].lane = lanes[i];
    return f;
}

/* Boxes of different lanes never share an upright strip, and the words say whose they are. */
TEST(swim_lanes)
{
    struct bench b = bench_open();
    struct flow f = lane_flow(b.a);
    for (int mode = FLOW_WIDE; mode <= FLOW_TIGHT; mode++) {
        struct flow_plan p = flow_layout(b.a, b.t, &f, (enum flow_mode)mode);
        struct plan_check c = {.flow = &f, .plan = &p, .mode = (enum flow_mode)mode};
        plan_check(&c);
        CHECK_STR("lanes", str_of(c.why), STR(""));
    }
    struct flow_plan p = flow_layout(b.a, b.t, &f, FLOW_WIDE);
    for (size_t i = 0; i < f.nodes.n; i++)
        for (size_t j = 0; j < f.nodes.n; j++)
            if (f.nodes.at[i].lane < f.nodes.at[j].lane)
                CHECK(p.boxes.at[i].box.x + p.boxes.at[i].box.width <
                      p.boxes.at[j].box.x);
    CHECK(str_has(flow_words(b.a, &f), STR("乡镇（街道）：审核")));
    f.nodes.at[0].lane = 3; /* a lane that is not there: none are drawn */
    p = flow_layout(b.a, b.t, &f, FLOW_WIDE);
    CHECK(p.boxes.n == f.nodes.n);
    bench_close(&b);
}

/* The dump of a chart as it was when somebody looked at its picture and found it good. */
static void check_golden(const struct bench *b, const char *name, const struct flow *f,
                         enum flow_mode mode)
{
    struct scene *s = flow_scene(b->t, f, mode, flow_words(b->a, f));
    CHECK(kit_scene_golden(str_print(b->a, "tests/golden/flow/%s.scene", name).s, s));
    scene_drop(s);
}

TEST(charts_as_they_were_seen)
{
    struct bench b = bench_open();
    struct flow f = usual_flow(b.a), g = flow_of(b.a, branched);
    check_golden(&b, "usual-wide", &f, FLOW_WIDE);
    check_golden(&b, "usual-narrow", &f, FLOW_NARROW);
    check_golden(&b, "branched-wide", &g, FLOW_WIDE);
    struct flow lanes = lane_flow(b.a);
    check_golden(&b, "lanes-wide", &lanes, FLOW_WIDE);
    bench_close(&b);
}

int main(void)
{
    RUN(usual_chart_wide);
    RUN(usual_chart_narrow);
    RUN(odd_graphs_are_drawn_well);
    RUN(empty_flow_gives_an_empty_plan);
    RUN(large_graphs_take_bounded_time);
    RUN(the_chart_in_words);
    RUN(swim_lanes);
    RUN(charts_as_they_were_seen);
    return runner_end();
}
