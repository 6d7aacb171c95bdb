#include "layout/poster_parts.h"

#include "base/buf.h"
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

static const double LETTERS = 9.5; /* the least in a chart: layout/flow.c */
static const double factors[] = {1.1, 1, 0.9, 0.8, 0.7, 0.62};

/* One of the two ways to lay the sheet out. */
struct plan {
    struct poster p; /* with the paper */
    struct poster_column head;
    struct poster_column panel[2]; /* the second one is empty beside the chart */
    bool beside;
    bool apart;           /* the panel has a sheet of its own */
    struct box area;      /* for chart and note */
    struct box panel_box; /* zero size when apart */
    double scale;         /* of the chart, were it painted whole */
};

static double measure_part(const struct print_style *style, const char *name)
{
    return print_measure(style, name) / 100;
}

static struct poster_column head_of(const struct poster *p)
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
static double set_panel(struct plan *plan, double width, double factor)
{
    const struct poster *p = &plan->p;
    double gap = print_measure(p->style, "gap");
    if (plan->beside) {
        plan->panel[0] = poster_column(p, POSTER_MATERIALS | POSTER_FACTS, width, factor);
        return plan->panel[0].height;
    }
    plan->panel[0] = poster_column(p, POSTER_MATERIALS, (width - gap) * 0.58, factor);
    plan->panel[1] = poster_column(p, POSTER_FACTS, (width - gap) * 0.42, factor);
    return fmax(plan->panel[0].height, plan->panel[1].height);
}

/* Shares what the head leaves of the sheet between chart and panel. */
static void share_sheet(struct plan *plan)
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
           : chart->source == FLOW_DERIVED ? "derived"
                                           : NULL;
}

static double before_note(const struct poster *p)
{
    return print_type(p->style, "note")->before;
}

/* Takes room for the note below the chart. */
static struct poster_column note_of_plan(struct plan *plan)
{
    const struct poster *p = &plan->p;
    struct poster_column note = {.width = plan->area.width};
    const char *label = note_of(&p->item->chart);
    if (label || plan->apart)
        note.height = before_note(p);
    if (label)
        poster_put(p, &note, "note", ROLE_PARAGRAPH, print_label(p->style, label), 1);
    if (plan->apart)
        poster_put(p, &note, "more", ROLE_PARAGRAPH, print_label(p->style, "more"), 1);
    return note;
}

static struct plan plan_on(struct poster p, const struct print_style *style,
                           const struct page *chart, const char *paper, bool beside)
{
    struct plan plan = {.p = p, .beside = beside};
    plan.p.style = print_on(p.arena, style, str_of(paper));
    plan.head = head_of(&plan.p);
    share_sheet(&plan);
    double height = plan.area.height - note_of_plan(&plan).height;
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

static void put_panel(const struct plan *plan, size_t page)
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

static size_t add_page(struct plan *plan)
{
    const struct page_frame *f = &plan->p.style->page;
    size_t page = frame_page(plan->p.scene, f);
    poster_paint(&plan->p, page, &plan->head, f->left, f->top);
    return page;
}

static size_t add_figure(const struct poster *p)
{
    size_t figure = scene_element(p->scene, ROLE_FIGURE, SCENE_ROOT);
    struct element *e = &p->scene->elements.at[figure];
    e->alt = flow_words(p->scene->arena, &p->item->chart);
    e->title = str_copy(p->scene->arena, p->item->chart.title);
    return figure;
}

/* The whole chart in the middle of its area, with the note below. */
static void put_whole(struct plan *plan, const struct scene *whole)
{
    const struct poster *p = &plan->p;
    const struct page *chart = &whole->pages.at[0];
    struct poster_column note = note_of_plan(plan);
    size_t page = add_page(plan), figure = add_figure(p);
    double height = chart->height * plan->scale;
    double y = plan->area.y + (plan->area.height - height - note.height) / 2;
    double x = plan->area.x + (plan->area.width - chart->width * plan->scale) / 2;
    scene_place(p->scene, page, figure, whole, 0, x, y, plan->scale);
    poster_paint(p, page, &note, plan->area.x, y + height + before_note(p));
    put_panel(plan, page);
}

/* A chart in parts, as many side by side as a sheet holds. */
struct parts {
    const struct scene *scene;
    double scale, width; /* of the widest part */
    double gap, caption; /* between parts; height of the words above each */
    double least;        /* width of these words */
};

static struct scene *cut_up(struct plan *plan, struct parts *parts)
{
    const struct print_style *style = plan->p.style;
    parts->scale = print_measure(style, "chart-least") / LETTERS;
    parts->gap = print_measure(style, "gap");
    parts->caption = print_type(style, "more")->leading;
    parts->least = 11 * print_type(style, "more")->style.size; /* 第 100 幅，共 100 幅 */
    double height = plan->area.height - note_of_plan(plan).height - parts->caption;
    struct flow_sheets sheets = {
        .most = height / parts->scale,
        .page = 1,
        .onward = print_label(style, "onward"),
        .from = print_label(style, "from"),
        .before = print_label(style, "before"),
        .crop = true,
    };
    struct scene *s = flow_sheets(plan->p.set, &plan->p.item->chart, &sheets);
    for (size_t i = 0; i < s->pages.n; i++)
        parts->width = fmax(parts->width, s->pages.at[i].width * parts->scale);
    parts->scene = s;
    return s;
}

/* Sheets grow where a part is larger than its area: a box that is higher than paper, a
 * row of boxes that is wider. */
static void grow_sheets(struct plan *plan, const struct parts *parts, struct diag *d)
{
    struct poster *p = &plan->p;
    struct print_style *style = arena_alloc(p->arena, sizeof *style);
    *style = *p->style;
    double height = 0;
    for (size_t i = 0; i < parts->scene->pages.n; i++)
        height = fmax(height, parts->scene->pages.at[i].height * parts->scale);
    height += note_of_plan(plan).height + parts->caption;
    double higher = fmax(height - plan->area.height, 0);
    double wider = fmax(parts->width - plan->area.width, 0);
    if (higher < 0.01 && wider < 0.01)
        return;
    style->page.height += higher;
    style->page.width += wider;
    plan->area.height += higher;
    plan->area.width += wider;
    plan->panel_box.x += plan->beside ? wider : 0;
    plan->panel_box.y += plan->beside ? 0 : higher;
    p->style = style;
    plan->head = head_of(p);
    diag_at(d, (struct pos){&p->catalog->source, p->item->at}, DIAG_CHART_LARGE,
            STR_ARG(p->item->code), style->page.width * 25.4 / 72,
            style->page.height * 25.4 / 72);
}

static double part_width(const struct parts *parts, size_t i)
{
    return parts->scene->pages.at[i].width * parts->scale;
}

/* A part with its number above it; returns the x behind it. */
static double put_part(struct plan *plan, const struct parts *parts, size_t i,
                       size_t page, double x, size_t figure)
{
    const struct poster *p = &plan->p;
    size_t element = scene_element(p->scene, ROLE_PARAGRAPH, SCENE_ROOT);
    struct print_type type = *print_type(p->style, "more");
    type.align = ALIGN_CENTER;
    struct span span = {.style = type.style};
    span.text = frame_number(p->arena, print_label(p->style, "part"), i + 1,
                             parts->scene->pages.n);
    double width = part_width(parts, i), wide = fmax(width, parts->least);
    struct paragraph_style set = print_paragraph(&type, wide);
    struct paragraph caption = text_layout(p->arena, p->set, &span, 1, &set);
    text_paint(p->scene, page, element, &caption, 0, 1, x, plan->area.y);
    scene_place(p->scene, page, figure, parts->scene, i, x + (wide - width) / 2,
                plan->area.y + parts->caption, parts->scale);
    return x + wide;
}

/* How many parts from `first` on stand side by side; *free is the space left. */
static size_t row_of(const struct plan *plan, const struct parts *parts, size_t first,
                     double *free)
{
    size_t n = 0;
    *free = plan->area.width;
    for (size_t i = first; i < parts->scene->pages.n; i++, n++) {
        double width = fmax(part_width(parts, i), parts->least) + (n ? parts->gap : 0);
        if (n && width > *free)
            break;
        *free -= width;
    }
    return n;
}

/* Sheets with the parts of the chart; the panel on the first one. */
static void put_parts(struct plan *plan, struct diag *d)
{
    struct poster *p = &plan->p;
    struct parts parts = {0};
    struct scene *scene = cut_up(plan, &parts);
    grow_sheets(plan, &parts, d);
    struct poster_column note = note_of_plan(plan);
    size_t figure = 0, n;
    double free;
    for (size_t i = 0; i < scene->pages.n; i += n) {
        size_t page = add_page(plan);
        figure = i ? figure : add_figure(p);
        n = row_of(plan, &parts, i, &free);
        /* The free space stands around the parts in equal shares. */
        double share = fmax(free, 0) / (double)(n + 1), x = plan->area.x + share;
        for (size_t k = i; k < i + n; k++)
            x = put_part(plan, &parts, k, page, x, figure) + parts.gap + share;
        poster_paint(p, page, &note, plan->area.x,
                     plan->area.y + plan->area.height - note.height);
        if (i == 0)
            put_panel(plan, page);
    }
    scene_drop(scene);
}

/* The panel on sheets of its own, however long it is. */
static void put_panel_sheets(struct plan *plan)
{
    struct poster *p = &plan->p;
    struct poster_column column = poster_column(p, POSTER_MATERIALS | POSTER_FACTS,
                                                frame_inner_width(&p->style->page), 1);
    struct composer c = composer_new(p->scene, p->set);
    composer_section(&c, p->style, (struct furniture){.folio = FOLIO_NONE});
    struct galley g = {0};
    for (size_t i = 0; i < column.pieces.n; i++) {
        const struct poster_piece *piece = &column.pieces.at[i];
        struct block block = {.element = scene_element(p->scene, piece->role, SCENE_ROOT),
                              .leading = piece->text.leading,
                              .above = piece->above,
                              .below = piece->below,
                              .keep_next = piece->role == ROLE_H2};
        galley_paragraph(&c, &g, &piece->text, &block);
    }
    composer_set(&c, &g);
    composer_finish(&c);
}

const struct print_needs *poster_needs(void)
{
    static const char *const types[] = {"title", "subtitle", "note", "heading",
                                        "text",  "more",     "foot", NULL};
    static const char *const labels[] = {
        "between", "untitled",    "code",    "materials", "agency",    "limit",
        "inquiry", "supervision", "foot",    "dated",     "more",      "parts",
        "part",    "part",        "derived", "by-levels", "completed", "onward",
        "from",    "before",      NULL};
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

struct scene *poster_scene(const struct catalog *c, const struct item *item,
                           const struct typesetter *t, const struct print_style *style,
                           struct diag *d)
{
    struct poster p = {.arena = arena_new(), .scene = scene_new(), .set = t};
    p.catalog = c;
    p.item = item;
    p.style = style;
    set_facts(p.scene, &p);
    struct scene *whole = flow_scene(t, &item->chart, FLOW_WIDE);
    struct plan plans[] = {
        plan_on(p, style, &whole->pages.at[0], "portrait", false),
        plan_on(p, style, &whole->pages.at[0], "landscape", true),
        plan_on(p, style, &whole->pages.at[0], "portrait", true),
        plan_on(p, style, &whole->pages.at[0], "landscape", false),
    };
    double least = print_measure(style, "chart-least") / LETTERS;
    struct plan *plan = &plans[0];
    for (size_t i = 1; i < sizeof plans / sizeof *plans; i++)
        if (plans[i].scale > plan->scale * 1.02 && plans[i].scale >= least)
            plan = &plans[i];
    if (plan->scale < least)
        put_parts(plan, d);
    else
        put_whole(plan, whole);
    if (plan->apart)
        put_panel_sheets(plan);
    put_foot(&plan->p, &plan->p.style->page);
    scene_drop(whole);
    arena_drop(p.arena);
    return p.scene;
}
