#include "layout/poster_parts.h"

#include "layout/composer.h"
#include "layout/flow.h"

#include <math.h>

/* What does not fit on one sheet: charts in parts, panels of their own. */

/* A chart in parts, as many side by side as a sheet holds. */
struct parts {
    const struct scene *scene;
    double scale, width; /* of the widest part */
    double gap, caption; /* between parts; height of the words above each */
    double least;        /* width of these words */
};

static struct scene *cut_up(struct poster_plan *plan, struct parts *parts)
{
    const struct print_style *style = plan->p.style;
    parts->scale = print_measure(style, "chart-least") / POSTER_LETTERS;
    parts->gap = print_measure(style, "gap");
    parts->caption = print_type(style, "more")->leading;
    parts->least = 11 * print_type(style, "more")->style.size; /* 第 100 幅，共 100 幅 */
    double height = plan->area.height - poster_note(plan).height - parts->caption;
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
static void grow_sheets(struct poster_plan *plan, const struct parts *parts,
                        struct diag *d)
{
    struct poster *p = &plan->p;
    struct print_style *style = arena_alloc(p->arena, sizeof *style);
    *style = *p->style;
    double height = 0;
    for (size_t i = 0; i < parts->scene->pages.n; i++)
        height = fmax(height, parts->scene->pages.at[i].height * parts->scale);
    height += poster_note(plan).height + parts->caption;
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
    plan->head = poster_head(p);
    diag_at(d, (struct pos){&p->catalog->source, p->item->at}, DIAG_CHART_LARGE,
            STR_ARG(p->scene->title), style->page.width * 25.4 / 72,
            style->page.height * 25.4 / 72);
}

static double part_width(const struct parts *parts, size_t i)
{
    return parts->scene->pages.at[i].width * parts->scale;
}

/* A part with its number above it; returns the x behind it. */
static double put_part(struct poster_plan *plan, const struct parts *parts, size_t i,
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
static size_t row_of(const struct poster_plan *plan, const struct parts *parts,
                     size_t first, double *free)
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
void poster_sheets(struct poster_plan *plan, struct diag *d)
{
    struct poster *p = &plan->p;
    struct parts parts = {0};
    struct scene *scene = cut_up(plan, &parts);
    grow_sheets(plan, &parts, d);
    struct poster_column note = poster_note(plan);
    size_t figure = 0, n;
    double free;
    for (size_t i = 0; i < scene->pages.n; i += n) {
        size_t page = poster_page(plan);
        figure = i ? figure : poster_figure(p);
        n = row_of(plan, &parts, i, &free);
        /* The free space stands around the parts in equal shares. */
        double share = fmax(free, 0) / (double)(n + 1), x = plan->area.x + share;
        for (size_t k = i; k < i + n; k++)
            x = put_part(plan, &parts, k, page, x, figure) + parts.gap + share;
        poster_paint(p, page, &note, plan->area.x,
                     plan->area.y + plan->area.height - note.height);
        if (i == 0)
            poster_panel(plan, page);
    }
    scene_drop(scene);
}

/* The panel on sheets of its own, however long it is. */
void poster_panel_sheets(struct poster_plan *plan)
{
    struct poster *p = &plan->p;
    struct poster_column column = poster_column(p, frame_inner_width(&p->style->page), 1);
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
