/* The page of an item: where am I, the card of facts, materials, process and flowchart,
 * notes, basis, inquiry, supervision, evaluation; beside them what to take home. A field
 * that the source lacks is not shown. */
#include "html/item_facts.h"
#include "html/meta.h"

#include "catalog/chart.h"
#include "catalog/derive.h"
#include "catalog/fields.h"
#include "layout/flow.h"
#include "scene/scene_svg.h"

#include <string.h>

/* 业务办理项 */
struct service_view {
    struct str seq, code, title, anchor;
    struct chips chips;
    struct field_view materials;
    struct str materials_anchor;
    struct details fields; /* the others */
};

struct item_view {
    struct frame_view frame;
    struct str seq, code, title, group, date;

    struct facts_view facts;
    struct field_view audience, channels, process, materials, steps, notes, basis,
        inquiry, supervision, evaluation;
    struct str materials_anchor;
    bool has_aside;
    bool says_little; /* neither what to bring nor how to go about it */
    bool has_disclosure;
    struct details disclosure;
    struct str chart, chart_narrow; /* SVG */
    struct str chart_title;
    bool chart_derived;
    bool chart_by_levels;
    bool chart_branched;
    bool chart_completed;
    struct str_list chart_steps;
    VEC(struct service_view) services;
    struct links own_downloads, downloads;
    struct form_links forms; /* but those that stand with a material */
    struct link_view previous, next;
    bool has_handout, has_forms, has_neighbours, has_previous, has_next;
};

static const struct shape_row service_rows[] = {
    SHAPE_TEXT(struct service_view, seq, "序号"),
    SHAPE_TEXT(struct service_view, code, "业务办理项编码"),
    SHAPE_TEXT(struct service_view, title, "业务办理项名称"),
    SHAPE_TEXT(struct service_view, anchor, "页内位置"),
    SHAPE_LIST(struct service_view, chips, &chip_shape, "谁来办：层级"),
    SHAPE_OBJECT(struct service_view, materials, &field_shape, "办理材料"),
    SHAPE_TEXT(struct service_view, materials_anchor, "材料在页内的位置"),
    SHAPE_LIST(struct service_view, fields, &detail_shape, "其余各字段，带官方名称"),
};
static const struct shape service_shape = {"service", service_rows,
                                           sizeof service_rows / sizeof *service_rows};

static const struct shape_row item_rows[] = {
    SHAPE_OBJECT(struct item_view, frame, &frame_shape, "页面框架"),
    SHAPE_TEXT(struct item_view, seq, "序号，照印"),
    SHAPE_TEXT(struct item_view, code, "事项编码"),
    SHAPE_TEXT(struct item_view, title, "事项名称"),
    SHAPE_TEXT(struct item_view, group, "所属主项"),
    SHAPE_TEXT(struct item_view, date, "文件日期"),
    SHAPE_OBJECT(struct item_view, facts, &facts_shape, "要点卡"),
    SHAPE_OBJECT(struct item_view, audience, &field_shape, "服务对象"),
    SHAPE_OBJECT(struct item_view, channels, &field_shape, "办理渠道"),
    SHAPE_OBJECT(struct item_view, process, &field_shape, "办理流程"),
    SHAPE_OBJECT(struct item_view, materials, &field_shape, "办理材料"),
    SHAPE_TEXT(struct item_view, materials_anchor, "材料在页内的位置"),
    SHAPE_OBJECT(struct item_view, steps, &field_shape, "办理环节"),
    SHAPE_OBJECT(struct item_view, notes, &field_shape, "备注"),
    SHAPE_OBJECT(struct item_view, basis, &field_shape, "设定依据"),
    SHAPE_OBJECT(struct item_view, inquiry, &field_shape, "查询方式"),
    SHAPE_OBJECT(struct item_view, supervision, &field_shape, "监督电话"),
    SHAPE_OBJECT(struct item_view, evaluation, &field_shape, "评价渠道"),
    SHAPE_TRUTH(struct item_view, says_little, "没有写要带什么、怎么办"),
    SHAPE_TRUTH(struct item_view, has_disclosure, "有公开信息"),
    SHAPE_LIST(struct item_view, disclosure, &detail_shape, "公开内容、时限、渠道等"),
    SHAPE_TRUTH(struct item_view, has_aside, "有查询、监督或评价"),
    SHAPE_MARKUP(struct item_view, chart, "流程图，宽"),
    SHAPE_MARKUP(struct item_view, chart_narrow, "流程图，窄"),
    SHAPE_TEXT(struct item_view, chart_title, "流程图标题"),
    SHAPE_TEXTS(struct item_view, chart_steps, "流程图的文字说明，一步一句"),
    SHAPE_TRUTH(struct item_view, chart_derived, "流程图由程序据流程绘制"),
    SHAPE_TRUTH(struct item_view, chart_by_levels, "绘制时据各级的分工分了泳道"),
    SHAPE_TRUTH(struct item_view, chart_branched, "绘制时补了受理与否的两支"),
    SHAPE_TRUTH(struct item_view, chart_completed, "原图不全，由程序据流程补全"),
    SHAPE_LIST(struct item_view, services, &service_shape, "业务办理项"),
    SHAPE_TRUTH(struct item_view, has_handout, "这个事项有自己的下载"),
    SHAPE_TRUTH(struct item_view, has_forms, "有材料里没有提到的表格"),
    SHAPE_LIST(struct item_view, own_downloads, &link_shape, "这个事项的下载"),
    SHAPE_LIST(struct item_view, downloads, &link_shape, "整个目录的下载"),
    SHAPE_LIST(struct item_view, forms, &form_link_shape,
               "事项所附、材料里没有提到的表格"),
    SHAPE_TRUTH(struct item_view, has_neighbours, "有上一项或下一项"),
    SHAPE_TRUTH(struct item_view, has_previous, "有上一项"),
    SHAPE_OBJECT(struct item_view, previous, &link_shape, "上一项"),
    SHAPE_TRUTH(struct item_view, has_next, "有下一项"),
    SHAPE_OBJECT(struct item_view, next, &link_shape, "下一项"),
};
const struct shape item_shape = {"item", item_rows, sizeof item_rows / sizeof *item_rows};

static void fill_fields(struct arena *a, const struct item *item, struct item_view *v)
{
    const struct {
        enum field_id id;
        struct field_view *view;
    } fields[] = {
        {FIELD_AUDIENCE, &v->audience},
        {FIELD_CHANNELS, &v->channels},
        {FIELD_PROCESS, &v->process},
        {FIELD_MATERIALS, &v->materials},
        {FIELD_STEPS, &v->steps},
        {FIELD_NOTES, &v->notes},
        {FIELD_BASIS, &v->basis},
        {FIELD_INQUIRY, &v->inquiry},
        {FIELD_SUPERVISION, &v->supervision},
        {FIELD_EVALUATION, &v->evaluation},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i].view = view_field(a, item_field(item, fields[i].id));
    v->has_aside = v->inquiry.any || v->supervision.any || v->evaluation.any;
}

static bool stands_with_material(const struct facts_view *facts,
                                 const struct form_link *f)
{
    for (size_t i = 0; i < facts->forms.n; i++)
        if (str_eq(facts->forms.at[i].page.href, f->page.href))
            return true;
    return false;
}

static void fill_forms(struct arena *a, const struct catalog *c, const struct item *item,
                       const struct downloads *forms, struct item_view *v)
{
    struct form_links all = pages_forms(a, c, &item->forms, forms);
    for (size_t i = 0; i < all.n; i++)
        if (!stands_with_material(&v->facts, &all.at[i]))
            *vec_push(a, &v->forms) = all.at[i];
    v->has_handout = v->own_downloads.n > 0;
    v->has_forms = v->forms.n > 0;
}

/* A wide chart is laid out for print, in letters of 10 points; a screen shows them at 14.5
 * pixels, and the usual chart then fills the text column. */
#define WIDE_SCALE 1.45

static struct str draw(struct arena *a, const struct pages *p, const struct flow *chart,
                       enum flow_mode mode, struct str prefix, double scale)
{
    struct scene *scene = flow_scene(p->type, chart, mode, STR(""));
    struct buf svg = {0};
    scene_svg(scene, 0, prefix, STR("chart-words"), scale, &svg);
    struct str markup = str_copy(a, buf_str(&svg));
    buf_drop(&svg);
    scene_drop(scene);
    return markup;
}

static void fill_chart(struct arena *a, const struct pages *p, const struct item *item,
                       struct item_view *v)
{
    const struct flow *chart = &item->chart;
    struct flow named = *chart; /* a screen reader calls a picture by its title */
    if (chart->source == FLOW_NONE)
        return;
    if (!named.title.n)
        named.title = STR("办理流程图");
    v->chart = draw(a, p, &named, FLOW_WIDE, STR("c"), WIDE_SCALE);
    v->chart_narrow = draw(a, p, &named, FLOW_NARROW, STR("n"), 1);
    v->chart_title = chart->title;
    v->chart_derived = chart->source == FLOW_DERIVED;
    v->chart_by_levels = chart->lanes.n > 0;
    v->chart_branched = chart_branched(chart);
    v->chart_completed = chart->completed;
    v->chart_steps = flow_steps(a, chart);
}

static void fill_services(struct arena *a, const struct catalog *c,
                          const struct item *item, const struct downloads *forms,
                          struct item_view *v)
{
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *s = &item->services.at[i];
        struct service_view *view = vec_push(a, &v->services);
        *view = (struct service_view){
            .seq = s->seq,
            .code = s->code,
            .title = pages_item_title(a, s),
            .anchor = service_anchor(a, item, s),
            .chips = view_chips(a, c, s),
            .materials = view_field(a, item_field(s, FIELD_MATERIALS)),
            .materials_anchor = materials_anchor(a, item, s),
            .fields = pages_details(a, c, s),
        };
        pages_link_forms(a, c, forms, &view->materials);
    }
}

static struct link_view neighbour(struct arena *a, const struct item *item)
{
    return view_link(STR_JOIN(a, item->stem, STR(".html")), pages_item_title(a, item));
}

/* The items before and after within the group: a reader who took the wrong one is near. */
static void fill_neighbours(struct arena *a, const struct group *g,
                            const struct item *item, struct item_view *v)
{
    size_t index = (size_t)(item - g->items.at);
    v->has_previous = index > 0;
    v->has_next = index + 1 < g->items.n;
    v->has_neighbours = v->has_previous || v->has_next;
    if (v->has_previous)
        v->previous = neighbour(a, item - 1);
    if (v->has_next)
        v->next = neighbour(a, item + 1);
}

static void fill_frame(struct arena *a, const struct catalog *c, const struct group *g,
                       struct item_view *v)
{
    size_t index = (size_t)(g - c->groups.at);
    struct str anchor = str_print(a, "index.html#g%zu", index + 1);
    v->frame.title = STR_JOIN(a, v->title, STR(" - "), c->title);
    *vec_push(a, &v->frame.trail) = view_link(STR("index.html"), c->title);
    *vec_push(a, &v->frame.trail) = view_link(anchor, v->group);
    meta_article(a, &v->frame, c, v->title);
}

bool page_item(const struct pages *p, const struct catalog *c, const struct group *g,
               const struct item *item, const struct downloads *own,
               const struct downloads *downloads, const struct downloads *forms,
               struct buf *out)
{
    struct arena *a = arena_new();
    struct item_view view = {
        .frame = pages_frame(a, p, c),
        .seq = item->seq,
        .code = item->code,
        .title = pages_item_title(a, item),
        .group = pages_group_title(a, g),
        .date = view_date(a, c->document_date),
        .own_downloads = pages_downloads(a, own, STR("")),
        .downloads = pages_downloads(a, downloads, STR("")),
    };
    fill_frame(a, c, g, &view);
    view.frame.linked = meta_service(a, p->site, c, g, item);
    fill_fields(a, item, &view);
    view.disclosure = pages_disclosure(a, c, item);
    view.has_disclosure = view.disclosure.n > 0;
    if (c->kind == KIND_DISCLOSURE)
        view.basis.any = false; /* stands among them as 公开依据 */
    view.facts = item_facts(a, c, item, forms);
    view.materials_anchor = materials_anchor(a, item, NULL);
    pages_link_forms(a, c, forms, &view.materials);
    fill_forms(a, c, item, forms, &view);
    fill_chart(a, p, item, &view);
    fill_services(a, c, item, forms, &view);
    view.says_little =
        !view.materials.any && !view.process.any && !view.steps.any && !view.services.n;
    fill_neighbours(a, g, item, &view);
    bool ok = pages_render(p, PAGE_ITEM, &view, out);
    arena_drop(a);
    return ok;
}
