#include "layout/poster_parts.h"

#include "base/buf.h"
#include "catalog/chart.h"
#include "catalog/fields.h"
#include "layout/composer.h"
#include "layout/flow.h"
#include "layout/notice.h"

#include <math.h>

/*      portrait              landscape
 *   +-----------+        +------------------+
 *   |   title   |        |      title       |
 *   |           |        |          | what  |
 *   |   chart   |        |  chart   | to    |
 *   |-----------|        |          | bring |
 *   | bring|ask |        |          | ask   |
 *   +-----------+        +------------------+
 *
 * Both papers are tried with the panel below and beside, its letters getting smaller until it
 * keeps to its share of the sheet; what shows the chart largest is printed. */

static const double factors[] = {1.1, 1, 0.9, 0.8, 0.7, 0.62};

static double measure_part(const struct print_style *style, const char *name)
{
    return print_measure(style, name) / 100;
}

struct poster_column poster_head(const struct poster *p)
{
    struct arena *a = p->arena;
    const struct print_style *style = p->style;
    struct poster_column head = {.width = frame_inner_width(&style->page)};
    struct str title =
        text_on_one_line(a, field_printed(a, item_field(p->item, FIELD_TITLE)));
    if (!title.n)
        title = print_label(style, "untitled");
    struct str below = p->catalog->issuer;
    if (p->item->code.n) {
        struct str code =
            poster_fill(a, print_label(style, "code"), "code", p->item->code);
        struct str between = below.n ? print_label(style, "between") : STR("");
        below =
            str_print(a, "%.*s%.*s%.*s", STR_ARG(code), STR_ARG(between), STR_ARG(below));
    }
    /* A long title is made smaller until it has two lines. */
    for (double factor = 1;; factor *= 0.9) {
        head.pieces.n = 0;
        head.height = 0;
        poster_put(p, &head, "title", ROLE_H1, title, factor);
        if (head.pieces.at[0].text.lines.n <= 2 || factor < 0.5)
            break;
    }
    if (below.n)
        poster_put(p, &head, "subtitle", ROLE_PARAGRAPH, below, 1);
    return head;
}

/* Sets the panel and says how high it is. */
static double set_panel(struct poster_plan *plan, double width, double factor)
{
    const struct poster *p = &plan->p;
    if (!plan->beside)
        return poster_columns(p, width, factor, plan->panel);
    plan->panel[0] = poster_column(p, width, factor);
    return plan->panel[0].height;
}

/* Shares what the head leaves of the sheet between chart and panel. */
static void share_sheet(struct poster_plan *plan)
{
    const struct print_style *style = plan->p.style;
    const struct page_frame *f = &style->page;
    double gap = print_measure(style, "gap");
    double top = f->top + plan->head.height + gap;
    plan->area = (struct box){f->left, top, frame_inner_width(f), frame_end(f) - top};
    double width = plan->area.width, most = plan->area.height;
    if (plan->beside)
        width *= measure_part(style, "panel-beside");
    else
        most = f->height * measure_part(style, "panel-below");
    double height = 0;
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        height = set_panel(plan, width, factors[i]);
        if (height <= most)
            break;
    }
    plan->apart = height > most;
    if (plan->apart || height <= 0)
        return;
    plan->panel_box = plan->area;
    if (plan->beside) {
        plan->panel_box.width = width;
        plan->panel_box.x += plan->area.width - width;
        plan->area.width -= width + 2 * gap;
    } else {
        plan->panel_box.height = height;
        plan->panel_box.y += plan->area.height - height;
        plan->area.height -= height + 2 * gap;
    }
}

static const char *note_of(const struct flow *chart)
{
    return chart->completed                ? "completed"
           : chart->lanes.n                ? "by-levels"
           : chart_branched(chart)         ? "branches"
           : chart->source == FLOW_DERIVED ? "derived"
                                           : NULL;
}

static double note_above(const struct poster *p)
{
    return print_type(p->style, "note")->before;
}

/* Takes room for the note below the chart. */
struct poster_column poster_note(struct poster_plan *plan)
{
    const struct poster *p = &plan->p;
    struct poster_column note = {.width = plan->area.width};
    const char *label = note_of(&p->item->chart);
    if (label || plan->apart)
        note.height = note_above(p);
    if (label)
        poster_put(p, &note, "note", ROLE_PARAGRAPH, print_label(p->style, label), 1);
    if (plan->apart)
        poster_put(p, &note, "more", ROLE_PARAGRAPH, print_label(p->style, "more"), 1);
    return note;
}

static struct poster_plan plan_on(struct poster p, const struct print_style *style,
                                  const struct page *chart, const char *paper,
                                  bool beside)
{
    struct poster_plan plan = {.p = p, .beside = beside};
    plan.p.style = print_on(p.arena, style, str_of(paper));
    plan.head = poster_head(&plan.p);
    share_sheet(&plan);
    double height = plan.area.height - poster_note(&plan).height;
    plan.scale = fmin(plan.area.width / chart->width, height / chart->height);
    plan.scale = fmin(plan.scale, measure_part(style, "chart-most"));
    return plan;
}

static void put_rule(const struct poster *p, size_t page, double x1, double y1, double x2,
                     double y2)
{
    scene_line(p->scene, page, SCENE_ARTIFACT, x1, y1, x2, y2,
               print_measure(p->style, "line"), print_color(p->style, "line"));
}

void poster_panel(const struct poster_plan *plan, size_t page)
{
    const struct poster *p = &plan->p;
    double gap = print_measure(p->style, "gap"), x = plan->panel_box.x;
    if (plan->panel_box.height <= 0)
        return;
    if (plan->beside) {
        put_rule(p, page, x - gap, plan->panel_box.y, x - gap,
                 frame_end(&p->style->page));
        poster_paint(p, page, &plan->panel[0], x, plan->panel_box.y);
        return;
    }
    double y = plan->panel_box.y;
    put_rule(p, page, x, y - gap, x + plan->panel_box.width, y - gap);
    poster_paint(p, page, &plan->panel[0], x, y);
    if (plan->panel[0].pieces.n)
        x += plan->panel[0].width + gap;
    poster_paint(p, page, &plan->panel[1], x, y);
}

/* 据《…办事指南》（2020年版），2020年12月28日 */
static struct str source_line(const struct poster *p)
{
    const struct catalog *c = p->catalog;
    struct str date = date_words(p->arena, c->document_date);
    struct str dated =
        date.n ? poster_fill(p->arena, print_label(p->style, "dated"), "date", date)
               : c->edition;
    struct str line = print_label(p->style, "foot");
    line = poster_fill(p->arena, line, "title", text_on_one_line(p->arena, c->title));
    return poster_fill(p->arena, line, "date", dated);
}

static void put_foot(const struct poster *p, const struct page_frame *frame)
{
    const struct style *style = &print_type(p->style, "foot")->style;
    size_t n = p->scene->pages.n;
    for (size_t i = 0; i < n; i++) {
        struct page_frame f = *frame;
        f.width = p->scene->pages.at[i].width;
        frame_text(p->scene, p->set, i, &f, FRAME_FOOT_LEFT, style, source_line(p),
                   frame_inner_width(&f) * 0.8);
        if (n > 1)
            frame_text(p->scene, p->set, i, &f, FRAME_FOOT_RIGHT, style,
                       frame_number(p->arena, print_label(p->style, "parts"), i + 1, n),
                       0);
    }
}

size_t poster_page(struct poster_plan *plan)
{
    const struct page_frame *f = &plan->p.style->page;
    size_t page = frame_page(plan->p.scene, f);
    poster_paint(&plan->p, page, &plan->head, f->left, f->top);
    return page;
}

size_t poster_figure(const struct poster *p)
{
    size_t figure = scene_element(p->scene, ROLE_FIGURE, SCENE_ROOT);
    struct element *e = &p->scene->elements.at[figure];
    e->alt = flow_words(p->scene->arena, &p->item->chart);
    e->title = str_copy(p->scene->arena, p->item->chart.title);
    return figure;
}

/* The whole chart in the middle of its area, with the note below. */
static void put_whole(struct poster_plan *plan, const struct scene *whole)
{
    const struct poster *p = &plan->p;
    const struct page *chart = &whole->pages.at[0];
    struct poster_column note = poster_note(plan);
    size_t page = poster_page(plan), figure = poster_figure(p);
    double height = chart->height * plan->scale;
    double y = plan->area.y + (plan->area.height - height - note.height) / 2;
    double x = plan->area.x + (plan->area.width - chart->width * plan->scale) / 2;
    scene_place(p->scene, page, figure, whole, 0, x, y, plan->scale);
    poster_paint(p, page, &note, plan->area.x, y + height + note_above(p));
    poster_panel(plan, page);
}

const struct print_needs *poster_needs(void)
{
    static const char *const types[] = {"title", "subtitle", "note", "heading",
                                        "text",  "more",     "foot", NULL};
    static const char *const labels[] = {
        "between", "untitled",    "code",    "materials", "agency",    "limit",
        "inquiry", "supervision", "foot",    "dated",     "more",      "parts",
        "part",    "part",        "derived", "branches",  "by-levels", "completed",
        "onward",  "from",        "before",  NULL};
    static const char *const measures[] = {
        "chart-least", "chart-most", "panel-below", "panel-beside", "gap", "line", NULL};
    static const char *const colors[] = {"line", NULL};
    static const struct print_needs needs = {types, labels, measures, colors, NULL};
    return &needs;
}

bool poster_wanted(const struct item *item)
{
    return item->chart.source != FLOW_NONE && item->chart.nodes.n > 0;
}

static void set_facts(struct scene *s, const struct poster *p)
{
    s->title = str_copy(
        s->arena,
        text_on_one_line(p->arena,
                         field_printed(p->arena, item_field(p->item, FIELD_TITLE))));
    s->author = str_copy(s->arena, p->catalog->issuer);
    s->date = str_copy(s->arena, p->catalog->document_date);
    s->language = STR("zh-CN");
}

static double least_scale(const struct print_style *style)
{
    return print_measure(style, "chart-least") / POSTER_LETTERS;
}

/* The paper, and the place of the facts, with which the chart is largest. */
static struct poster_plan best_plan(const struct poster *p, const struct page *chart)
{
    const struct poster_plan plans[] = {
        plan_on(*p, p->style, chart, "portrait", false),
        plan_on(*p, p->style, chart, "landscape", true),
        plan_on(*p, p->style, chart, "portrait", true),
        plan_on(*p, p->style, chart, "landscape", false),
    };
    struct poster_plan best = plans[0];
    for (size_t i = 1; i < sizeof plans / sizeof *plans; i++)
        if (plans[i].scale > best.scale * 1.02 && plans[i].scale >= least_scale(p->style))
            best = plans[i];
    return best;
}

struct scene *poster_scene(const struct catalog *c, const struct item *item,
                           const struct typesetter *t, const struct print_style *style,
                           struct diag *d)
{
    struct poster p = {.arena = arena_new(), .scene = scene_new(), .set = t};
    p.catalog = c;
    p.item = item;
    p.style = style;
    set_facts(p.scene, &p);
    struct scene *wide = flow_scene(t, &item->chart, FLOW_WIDE, STR(""));
    struct scene *tight = flow_scene(t, &item->chart, FLOW_TIGHT, STR(""));
    struct poster_plan loose = best_plan(&p, &wide->pages.at[0]);
    struct poster_plan near = best_plan(&p, &tight->pages.at[0]);
    /* A poster is read from afar: nearer rows when that makes the letters larger. */
    bool nearer = near.scale > loose.scale * 1.05 && near.scale >= least_scale(style);
    struct poster_plan *plan = nearer ? &near : &loose;
    if (plan->scale < least_scale(style))
        poster_sheets(plan, d);
    else
        put_whole(plan, nearer ? tight : wide);
    if (plan->apart)
        poster_panel_sheets(plan);
    put_foot(&plan->p, &plan->p.style->page);
    scene_drop(wide);
    scene_drop(tight);
    arena_drop(p.arena);
    return p.scene;
}
