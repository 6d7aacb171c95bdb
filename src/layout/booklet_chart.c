#include "layout/booklet_parts.h"

#include "layout/flow.h"

#include <math.h>

/* A chart stands below the fields when it fits there; else with its rows nearer to each
 * other; else, or with that, made somewhat smaller; else on the next page. Nearer rows come
 * first, for letters are dearer than the space between boxes. Its letters are never smaller
 * than the style's "chart-least": a chart too tall for the page even so is continued on
 * the next ones; one too wide, or with a box no page holds, gets a larger page, a fold-out,
 * and that is told. */

/* A chart may be made smaller by this to stay on the page of its item. */
static const double STAY = 0.8;

struct chart {
    struct scene *scene;
    const struct page *page;
    struct galley head, note;
    double above, around; /* space above the title; height of title and note */
};

static double least_size(const struct page *page)
{
    double least = INFINITY;
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind == MARK_TEXT)
            least = fmin(least, page->marks.at[i].text.style.size);
    return least;
}

static void put_words(struct booklet *b, struct galley *g, const char *name,
                      struct str text, enum role role, size_t parent)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, name);
    struct block block = block_of(type, scene_element(c->scene, role, parent));
    galley_headline(c, g, type, text, &block);
}

static double height_of(const struct galley *g)
{
    double height = g->gap;
    for (size_t i = 0; i < g->rows.n; i++)
        height += g->rows.at[i].height + (i ? g->rows.at[i].above : 0);
    return height;
}

/* The title the office gave the chart, else {title}办理流程图. */
static struct str chart_title(struct booklet *b, const struct item *item)
{
    if (item->chart.title.n)
        return item->chart.title;
    struct str pattern = print_label(b->guide, "chart-title");
    static const struct str place = STR_INIT("{title}");
    size_t at = str_find(pattern, place);
    if (at == STR_NONE)
        return pattern;
    struct str before = str_slice(pattern, 0, at),
               behind = str_from(pattern, at + place.n);
    return str_print(b->composer.arena, "%.*s%.*s%.*s", STR_ARG(before),
                     STR_ARG(item_title(b, item)), STR_ARG(behind));
}

/* Begins a page that is large enough for `width` by `height`. */
static void fold_out(struct booklet *b, const struct item *item, double width,
                     double height)
{
    struct composer *c = &b->composer;
    struct print_style *large = arena_alloc(c->arena, sizeof *large);
    *large = *b->guide;
    struct page_frame *f = &large->page;
    f->width = fmax(f->width, width + f->left + f->right);
    f->height = fmax(f->height, height + f->top + f->bottom);
    diag_at(b->diag, (struct pos){&b->catalog->source, item->at}, DIAG_CHART_LARGE,
            STR_ARG(item_name(b, item)), f->width * 25.4 / 72, f->height * 25.4 / 72);
    composer_section(c, large, c->furniture);
    composer_page(c);
}

/* Charts grow with the letters of the edition. */
static double most_scale(const struct booklet *b)
{
    return print_measure(b->guide, "chart-scale") / 100;
}

static double least_scale(struct booklet *b, const struct chart *chart)
{
    return fmin(most_scale(b),
                print_measure(b->guide, "chart-least") / least_size(chart->page));
}

/* The scales at which a chart may be painted; 0 where it is too large for that. */
struct scales {
    double full; /* its own, as far as the page is wide enough */
    double here; /* below what stands on the page */
    double next; /* on a page of its own */
};

static struct scales scales_of(struct booklet *b, const struct chart *chart)
{
    struct composer *c = &b->composer;
    double full = fmin(most_scale(b), composer_width(c) / chart->page->width);
    double whole = (composer_height(c) - chart->around) / chart->page->height;
    double here = (composer_room(c) - chart->above - chart->around) / chart->page->height;
    double least = least_scale(b, chart);
    struct scales s = {full, fmin(full, here), fmin(full, whole)};
    if (s.next < least)
        s.next = 0;
    if (s.here < fmax(STAY * s.next, least))
        s.here = 0;
    return s;
}

/* Takes the chart with nearer rows where it stands on the page of its item and the chart as
 * it is does not, or only with smaller letters; or where it alone fits on one page. */
static struct scales take_nearer(struct booklet *b, const struct item *item,
                                 struct chart *chart)
{
    struct scales wide = scales_of(b, chart);
    if (wide.here > 0 && wide.here >= wide.full)
        return wide;
    struct chart near = *chart;
    near.scene = flow_scene(b->composer.set, &item->chart, FLOW_TIGHT, STR(""));
    near.page = &near.scene->pages.at[0];
    struct scales tight = scales_of(b, &near);
    bool better = tight.here > wide.here || (wide.next <= 0 && tight.next > 0);
    scene_drop(better ? chart->scene : near.scene);
    if (!better)
        return wide;
    *chart = near;
    return tight;
}

/* Makes room for the chart and returns the scale to paint it with; 0 when it is too large
 * for a page. */
static double make_room(struct booklet *b, const struct item *item, struct chart *chart)
{
    struct scales s = take_nearer(b, item, chart);
    double scale = s.here > 0 ? s.here : s.next;
    if (scale > 0)
        composer_need(&b->composer, 0,
                      chart->above + chart->around + chart->page->height * scale);
    return scale;
}

/* The figure's element, made between those of title and note: the order of reading. */
static size_t add_figure(struct booklet *b, const struct item *item, size_t element)
{
    struct composer *c = &b->composer;
    size_t figure = scene_element(c->scene, ROLE_FIGURE, element);
    struct element *e = &c->scene->elements.at[figure];
    e->title = str_copy(c->scene->arena, chart_title(b, item));
    e->alt = flow_words(c->scene->arena, &item->chart);
    return figure;
}

static void paint(struct booklet *b, const struct scene *scene, size_t page, double scale,
                  size_t figure)
{
    struct composer *c = &b->composer;
    const struct page *part = &scene->pages.at[page];
    double x = c->style->page.left + (composer_width(c) - part->width * scale) / 2;
    scene_place(c->scene, c->page, figure, scene, page, x, c->y, scale);
    c->y += part->height * scale;
    c->fresh = false;
}

static void put_whole(struct booklet *b, const struct chart *chart, double scale,
                      size_t figure)
{
    composer_set(&b->composer, &chart->head);
    b->composer.y += chart->head.gap;
    paint(b, chart->scene, 0, scale, figure);
}

static struct scene *cut_up(struct booklet *b, const struct item *item,
                            const struct chart *chart, double scale)
{
    struct composer *c = &b->composer;
    struct flow_sheets sheets = {
        .most = (composer_height(c) - chart->around) / scale,
        .page = composer_number(c, c->page),
        .onward = print_label(b->guide, "chart-onward"),
        .from = print_label(b->guide, "chart-from"),
        .before = print_label(b->guide, "chart-before"),
    };
    return flow_sheets(c->set, &item->chart, &sheets);
}

/* The chart in parts from a fresh page on, a page each. A row of boxes that no page holds
 * gets a larger one. */
static void put_parts(struct booklet *b, const struct item *item,
                      const struct chart *chart, size_t figure)
{
    struct composer *c = &b->composer;
    double scale =
        fmin(most_scale(b), composer_width(c) / (chart->page->width + 2 * FLOW_OVERHANG));
    scale = fmax(scale, least_scale(b, chart));
    composer_need(c, 0, composer_height(c));
    struct scene *parts = cut_up(b, item, chart, scale);
    for (size_t i = 0; i < parts->pages.n; i++) {
        double width = parts->pages.at[i].width * scale;
        double height = parts->pages.at[i].height * scale + chart->around;
        if (width > frame_inner_width(&b->guide->page) + 0.01 ||
            height > frame_inner_height(&b->guide->page) + 0.01)
            fold_out(b, item, width, height);
        else if (i > 0)
            composer_page(c);
        if (i == 0) {
            composer_set(c, &chart->head);
            c->y += chart->head.gap;
        }
        paint(b, parts, i, scale, figure);
        if (c->style != b->guide)
            composer_section(c, b->guide, c->furniture);
    }
    scene_drop(parts);
}

static const char *note_of(const struct flow *chart)
{
    return chart->completed                ? "chart-completed"
           : chart->lanes.n                ? "chart-by-levels"
           : chart->source == FLOW_DERIVED ? "chart-derived"
                                           : NULL;
}

void booklet_chart(struct booklet *b, const struct item *item, size_t element,
                   enum role heading)
{
    if (item->chart.source == FLOW_NONE || item->chart.nodes.n == 0)
        return;
    struct composer *c = &b->composer;
    struct chart chart = {.scene = flow_scene(c->set, &item->chart, FLOW_WIDE, STR(""))};
    chart.page = &chart.scene->pages.at[0];
    put_words(b, &chart.head, "chart-title", chart_title(b, item), heading, element);
    size_t figure = add_figure(b, item, element);
    const char *note = note_of(&item->chart);
    if (note)
        put_words(b, &chart.note, "chart-note", print_label(b->guide, note),
                  ROLE_PARAGRAPH, element);
    chart.above = chart.head.rows.at[0].above;
    double note_above = chart.note.rows.n ? chart.note.rows.at[0].above : 0;
    chart.around = height_of(&chart.head) + note_above + height_of(&chart.note);
    double scale = make_room(b, item, &chart);
    if (scale > 0)
        put_whole(b, &chart, scale, figure);
    else
        put_parts(b, item, &chart, figure);
    composer_set(c, &chart.note);
    scene_drop(chart.scene);
}
