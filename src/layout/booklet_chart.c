#include "layout/booklet_parts.h"

#include "catalog/chart.h"
#include "layout/flow.h"

#include <math.h>

/* A chart stands below the fields when it fits there; else with its rows nearer to each
 * other; else, or with that, made somewhat smaller; else on the next page. Nearer rows come
 * first, for letters are dearer than the space between boxes. Its letters are never smaller
 * than the style's "chart-least": a chart too tall for the page even so is continued on
 * the next ones; one too wide, or with a box no page holds, gets a larger page, a fold-out,
 * and that is told.
 *
 * Where the width of the page leaves a chart letters below the style's "chart-narrow", it is
 * drawn as for a phone, narrower and higher, if that fits on a page with larger ones. */

/* A chart may be made smaller by this to stay on the page of its item. */
static const double STAY = 0.8;

static const struct page *page_of(const struct scene *chart)
{
    return &chart->pages.at[0];
}

static double least_size(const struct page *page)
{
    double least = INFINITY;
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind == MARK_TEXT)
            least = fmin(least, page->marks.at[i].text.style.size);
    return least;
}

/* Their element is made when they are set. */
static void put_words(struct booklet *b, struct galley *g, const char *name,
                      struct str text)
{
    const struct print_type *type = print_type(b->guide, name);
    struct block block = block_of(type, SCENE_ARTIFACT);
    galley_headline(&b->composer, g, type, text, &block);
}

static void give_element(struct galley *g, size_t element)
{
    for (size_t i = 0; i < g->rows.n; i++)
        g->rows.at[i].element = element;
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

static double least_scale(struct booklet *b, const struct scene *scene)
{
    return fmin(most_scale(b),
                print_measure(b->guide, "chart-least") / least_size(page_of(scene)));
}

/* At which the letters of a chart are those for which it is drawn narrower. */
static double narrow_scale(const struct booklet *b, const struct scene *scene)
{
    return print_measure(b->guide, "chart-narrow") / least_size(page_of(scene));
}

/* The scales at which a chart may be painted; 0 where it is too large for that. */
struct scales {
    double full;  /* its own, as far as the page is wide enough */
    double next;  /* on a page of its own */
    double least; /* below other things, where it may be smaller than on one */
    double here;  /* below what stands on the page */
};

static struct scales scales_of(struct booklet *b, const struct chart *chart,
                               const struct scene *scene)
{
    struct composer *c = &b->composer;
    const struct page *page = page_of(scene);
    double most = fmin(most_scale(b), composer_width(c) / page->width);
    double text = print_type(b->guide, "body")->style.size / least_size(page);
    double full = chart->narrow ? fmin(most, text) : most;
    double whole = (composer_height(c) - chart->around) / page->height;
    double here = (composer_room(c) - chart->above - chart->around) / page->height;
    double least = least_scale(b, scene);
    struct scales s = {.full = full, .next = fmin(full, whole), .here = fmin(full, here)};
    if (s.next < least)
        s.next = 0;
    s.least = fmax(STAY * s.next, least);
    if (chart->narrow) /* it was drawn so for its letters */
        s.least = fmax(s.least, fmin(s.next, narrow_scale(b, scene)));
    if (s.here < s.least)
        s.here = 0;
    return s;
}

static const struct scene *tight_of(struct booklet *b, struct chart *chart)
{
    if (chart->narrow)
        return chart->wide;
    if (!chart->tight)
        chart->tight =
            flow_scene(b->composer.set, &chart->item->chart, FLOW_TIGHT, STR(""));
    return chart->tight;
}

static double height_at(const struct chart *chart, const struct scene *scene,
                        double scale)
{
    return chart->above + chart->around + page_of(scene)->height * scale;
}

double booklet_chart_least(struct booklet *b, struct chart *chart, double room)
{
    if (!chart->item)
        return 0;
    struct scales wide = scales_of(b, chart, chart->wide);
    if (height_at(chart, chart->wide, wide.full) <= room)
        return 0;
    const struct scene *tight = tight_of(b, chart);
    struct scales s = scales_of(b, chart, tight);
    return s.next > 0 ? height_at(chart, tight, s.least) : 0;
}

/* What is painted where. */
struct setting {
    const struct scene *scene;
    double scale; /* 0: too large for a page */
};

/* The chart with nearer rows where it stands on the page of its item and the chart as it is
 * does not, or only with smaller letters; or where it alone fits on one page. */
static struct setting choose(struct booklet *b, struct chart *chart)
{
    struct scales wide = scales_of(b, chart, chart->wide);
    if (wide.here > 0 && wide.here >= wide.full)
        return (struct setting){chart->wide, wide.here};
    struct scales tight = scales_of(b, chart, tight_of(b, chart));
    bool better = tight.here > wide.here || (wide.next <= 0 && tight.next > 0);
    struct scales s = better ? tight : wide;
    return (struct setting){better ? chart->tight : chart->wide,
                            s.here > 0 ? s.here : s.next};
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

static void put_whole(struct booklet *b, const struct chart *chart, struct setting s,
                      size_t figure)
{
    composer_need(&b->composer, 0, height_at(chart, s.scene, s.scale));
    composer_set(&b->composer, &chart->head);
    b->composer.y += chart->head.gap;
    paint(b, s.scene, 0, s.scale, figure);
}

/* To stand on the pages from `first` on. */
static struct scene *cut_up(struct booklet *b, const struct chart *chart, double scale,
                            size_t first)
{
    struct composer *c = &b->composer;
    struct flow_sheets sheets = {
        .most = (composer_height(c) - chart->around) / scale,
        .page = composer_number(c, first),
        .onward = print_label(b->guide, "chart-onward"),
        .from = print_label(b->guide, "chart-from"),
        .before = print_label(b->guide, "chart-before"),
    };
    return flow_sheets(c->set, &chart->item->chart, &sheets);
}

/* The chart in parts from a fresh page on, a page each. A row of boxes that no page holds
 * gets a larger one. */
static void put_parts(struct booklet *b, const struct chart *chart, size_t figure)
{
    struct composer *c = &b->composer;
    double width_at_1 = page_of(chart->wide)->width + 2 * FLOW_OVERHANG;
    double scale = fmin(most_scale(b), composer_width(c) / width_at_1);
    scale = fmax(scale, least_scale(b, chart->wide));
    bool blank = c->open && c->fresh;
    struct scene *parts = cut_up(b, chart, scale, blank ? c->page : c->page + 1);
    for (size_t i = 0; i < parts->pages.n; i++) {
        double width = parts->pages.at[i].width * scale;
        double height = parts->pages.at[i].height * scale + chart->around;
        if (width > frame_inner_width(&b->guide->page) + 0.01 ||
            height > frame_inner_height(&b->guide->page) + 0.01)
            fold_out(b, chart->item, width, height);
        else if (i > 0 || !blank)
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
           : chart_branched(chart)         ? "chart-branches"
           : chart->source == FLOW_DERIVED ? "chart-derived"
                                           : NULL;
}

/* Takes the drawing for a phone in place of the wide one where it has the larger letters. */
static void try_narrow(struct booklet *b, struct chart *chart)
{
    double letters =
        scales_of(b, chart, chart->wide).full * least_size(page_of(chart->wide));
    if (letters >= print_measure(b->guide, "chart-narrow"))
        return;
    struct scene *narrow =
        flow_scene(b->composer.set, &chart->item->chart, FLOW_NARROW, STR(""));
    double larger = scales_of(b, chart, narrow).next * least_size(page_of(narrow));
    chart->narrow = larger > letters;
    scene_drop(chart->narrow ? chart->wide : narrow);
    if (chart->narrow)
        chart->wide = narrow;
}

struct chart booklet_chart_open(struct booklet *b, const struct item *item)
{
    struct chart chart = {0};
    if (item->chart.source == FLOW_NONE || item->chart.nodes.n == 0)
        return chart;
    chart.item = item;
    chart.wide = flow_scene(b->composer.set, &item->chart, FLOW_WIDE, STR(""));
    put_words(b, &chart.head, "chart-title", chart_title(b, item));
    const char *note = note_of(&item->chart);
    if (note)
        put_words(b, &chart.note, "chart-note", print_label(b->guide, note));
    chart.above = chart.head.rows.at[0].above;
    double note_above = chart.note.rows.n ? chart.note.rows.at[0].above : 0;
    chart.around = height_of(&chart.head) + note_above + height_of(&chart.note);
    try_narrow(b, &chart);
    return chart;
}

void booklet_chart(struct booklet *b, struct chart *chart, size_t element,
                   enum role heading)
{
    if (!chart->item)
        return;
    struct composer *c = &b->composer;
    give_element(&chart->head, scene_element(c->scene, heading, element));
    size_t figure = add_figure(b, chart->item, element);
    if (chart->note.rows.n)
        give_element(&chart->note, scene_element(c->scene, ROLE_PARAGRAPH, element));
    struct setting s = choose(b, chart);
    if (s.scale > 0)
        put_whole(b, chart, s, figure);
    else
        put_parts(b, chart, figure);
    composer_set(c, &chart->note);
    scene_drop(chart->wide);
    scene_drop(chart->tight);
}
