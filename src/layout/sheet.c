#include "layout/sheet.h"

#include "catalog/fields.h"
#include "layout/notice.h"

struct sheet {
    struct arena *arena; /* of the layout, not of the scene */
    const struct catalog *catalog;
    const struct typesetter *setter;
    const struct print_style *style;
    struct scene *scene;
};

/* One paragraph across the type area from `spot` on, over as many pages as it takes. */
static struct table_spot put_text(struct sheet *m, enum role role, const char *name,
                                  struct str text, struct table_spot spot)
{
    const struct page_frame *frame = &m->style->page;
    const struct print_type *type = print_type(m->style, name);
    struct paragraph_style style = print_paragraph(type, frame_inner_width(frame));
    struct span span = {.text = text, .style = type->style};
    struct paragraph p = text_layout(m->arena, m->setter, &span, 1, &style);
    size_t element = scene_element(m->scene, role, SCENE_ROOT);
    spot.y += type->before;
    for (size_t i = 0; i < p.lines.n; i++) {
        if (spot.y + p.leading > frame_end(frame) && spot.y > frame->top)
            spot = (struct table_spot){frame_page(m->scene, frame), frame->top};
        spot.y =
            text_paint(m->scene, spot.page, element, &p, i, i + 1, frame->left, spot.y);
    }
    spot.y += type->after;
    return spot;
}

/* 宁乡市医疗保障局　宁医保发〔2022〕14号: what is there of issuer, number, edition, date. */
static struct str subtitle(const struct sheet *m)
{
    const struct catalog *c = m->catalog;
    const struct str parts[] = {c->issuer, c->document_number, c->edition,
                                date_words(m->arena, c->document_date)};
    struct str between = print_label(m->style, "between");
    struct buf text = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].n && text.n)
            buf_put(&text, between);
        buf_put(&text, parts[i]);
    }
    struct str copy = str_copy(m->arena, buf_str(&text));
    buf_drop(&text);
    return copy;
}

/* What the source prints over the title (附件), or below the table (说明). */
static struct table_spot put_remarks(struct sheet *m, bool above, struct table_spot spot)
{
    for (size_t i = 0; i < m->catalog->remarks.n; i++) {
        const struct entry *remark = &m->catalog->remarks.at[i];
        if (remark->above == above)
            spot = put_text(m, ROLE_PARAGRAPH, above ? "above" : "remark",
                            entry_printed(m->arena, remark), spot);
    }
    return spot;
}

static struct table_spot put_title(struct sheet *m)
{
    const struct page_frame *frame = &m->style->page;
    struct table_spot spot = {frame_page(m->scene, frame), frame->top};
    spot = put_remarks(m, true, spot);
    spot = put_text(m, ROLE_H1, "title", m->catalog->title, spot);
    struct str below = subtitle(m);
    if (below.n)
        spot = put_text(m, ROLE_PARAGRAPH, "subtitle", below, spot);
    return spot;
}

struct table_look sheet_look(const struct print_style *style)
{
    return (struct table_look){
        .leading = print_type(style, "cell")->leading,
        .pad_x = print_measure(style, "pad-x"),
        .pad_y = print_measure(style, "pad-y"),
        .line_width = print_measure(style, "line"),
        .line = print_color(style, "line"),
        .tint = print_color(style, "tint"),
        .continued = print_label(style, "continued"),
        .continued_style = print_type(style, "code")->style,
    };
}

/* Names the places of groups and items. */
static void put_places(struct sheet *m, const struct sheet_row *rows, size_t n,
                       const struct table_end *end)
{
    for (size_t r = 0; r < n; r++) {
        const struct sheet_row *row = &rows[r];
        struct table_spot spot = end->rows[r];
        if (row->group) {
            struct str name = str_print(m->arena, "group-%zu", row->position);
            scene_destination(m->scene, name, spot.page, spot.y);
            scene_bookmark(m->scene, sheet_group_name(m->arena, row->group, m->style), 0,
                           spot.page, spot.y);
        }
        if (row->item && row->item->stem.n) {
            struct str name = str_print(m->arena, "item-%.*s", STR_ARG(row->item->stem));
            scene_destination(m->scene, name, spot.page, spot.y);
        }
    }
}

static void put_furniture(struct sheet *m)
{
    const struct page_frame *frame = &m->style->page;
    const struct style *head = &print_type(m->style, "head")->style;
    const struct style *foot = &print_type(m->style, "foot")->style;
    struct str pattern = print_label(m->style, "foot");
    size_t n = m->scene->pages.n;
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            frame_text(m->scene, m->setter, i, frame, FRAME_HEAD_LEFT, head,
                       m->catalog->title, 0);
        frame_text(m->scene, m->setter, i, frame, FRAME_FOOT_CENTER, foot,
                   frame_number(m->arena, pattern, i + 1, n), 0);
    }
}

static void set_facts(struct scene *s, const struct catalog *c)
{
    s->title = str_copy(s->arena, c->title);
    s->author = str_copy(s->arena, c->issuer);
    s->date = str_copy(s->arena, c->document_date);
    s->language = STR("zh-CN");
}

struct str sheet_group_name(struct arena *a, const struct group *group,
                            const struct print_style *style)
{
    struct str title = field_printed(a, group->title);
    if (title.n == 0 && group->no.n == 0)
        return print_label(style, "untitled");
    return str_print(a, "%.*s%.*s", STR_ARG(group->no), STR_ARG(title));
}

void sheet_text(struct arena *a, const struct print_style *style, struct table_cell *cell,
                const char *type, struct str text)
{
    struct span *span = arena_alloc(a, sizeof *span);
    *span = (struct span){.text = text, .style = print_type(style, type)->style};
    cell->spans = span;
    cell->n = 1;
}

struct table_cell *sheet_head(struct arena *a, const struct print_style *style,
                              struct table_row *row, struct str label)
{
    struct table_cell *cell = vec_push(a, &row->cells);
    *cell =
        (struct table_cell){.align = print_type(style, "label")->align, .balanced = true};
    sheet_text(a, style, cell, "label", label);
    return cell;
}

const struct print_style *sheet_paper(struct arena *a, const struct typesetter *t,
                                      const struct print_style *style, struct str paper,
                                      struct table *table)
{
    struct table_look look = sheet_look(style);
    struct table_widths *widths = arena_alloc(a, sizeof *widths);
    *widths = table_widths(a, t, table, &look);
    table->widths = widths;
    if (paper.n)
        return print_on(a, style, paper);
    double wanted = 0;
    for (size_t i = 0; i < table->columns; i++)
        wanted += table->shares[i] * print_measure(style, "share");
    size_t best = 0;
    while (best + 1 < style->pages.n) {
        double width = frame_inner_width(&style->pages.at[best].frame);
        if (widths->sum <= width && wanted <= width)
            break;
        best++;
    }
    return print_paper(a, style, best);
}

struct scene *sheet_scene(const struct catalog *c, const struct typesetter *t,
                          const struct print_style *style, const struct table *table,
                          const struct sheet_row *rows, struct diag *d)
{
    struct sheet m = {arena_new(), c, t, style, scene_new()};
    set_facts(m.scene, c);
    struct table_spot start = put_title(&m);
    struct table_look look = sheet_look(style);
    struct table_end end;
    bool good = table_paint(m.scene, m.arena, t, table, &look, &style->page, SCENE_ROOT,
                            start, &end, d);
    if (good) {
        put_places(&m, rows, table->body.n, &end);
        put_remarks(&m, false, (struct table_spot){end.page, end.y});
        put_furniture(&m);
    }
    arena_drop(m.arena);
    if (good)
        return m.scene;
    scene_drop(m.scene);
    return NULL;
}
