#include "layout/sheet.h"

#include "catalog/fields.h"
#include "layout/notice.h"
#include "layout/sheet_around.h"

struct sheet {
    struct sheet_around around;
    const struct catalog *catalog;
};

/* 宁乡市医疗保障局　宁医保发〔2022〕14号: what is there of issuer, number, edition, date. */
static struct str subtitle(const struct sheet *m)
{
    const struct catalog *c = m->catalog;
    const struct str parts[] = {c->issuer, c->document_number, c->edition,
                                date_words(m->around.arena, c->document_date)};
    return sheet_joined(&m->around, parts, sizeof parts / sizeof *parts);
}

/* What the source prints over the title (附件), or below the table (说明). */
static void put_remarks(struct sheet *m, bool above)
{
    for (size_t i = 0; i < m->catalog->remarks.n; i++) {
        const struct entry *remark = &m->catalog->remarks.at[i];
        if (remark->above == above)
            sheet_put(&m->around, ROLE_PARAGRAPH, above ? "above" : "remark",
                      entry_printed(m->around.arena, remark));
    }
}

static void put_title(struct sheet *m)
{
    put_remarks(m, true);
    sheet_put(&m->around, ROLE_H1, "title", m->catalog->title);
    sheet_put(&m->around, ROLE_PARAGRAPH, "subtitle", subtitle(m));
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
static void put_places(const struct sheet_around *s, const struct sheet_row *rows,
                       size_t n, const struct table_end *end)
{
    for (size_t r = 0; r < n; r++) {
        const struct sheet_row *row = &rows[r];
        struct table_spot spot = end->rows[r];
        if (row->group) {
            struct str name = str_print(s->arena, "group-%zu", row->position);
            scene_destination(s->scene, name, spot.page, spot.y);
            scene_bookmark(s->scene, sheet_group_name(s->arena, row->group, s->style), 0,
                           spot.page, spot.y);
        }
        if (row->item && row->item->stem.n) {
            struct str name = str_print(s->arena, "item-%.*s", STR_ARG(row->item->stem));
            scene_destination(s->scene, name, spot.page, spot.y);
        }
    }
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
    struct sheet m = {.around =
                          sheet_begin(t, style, c->title, c->issuer, c->document_date),
                      .catalog = c};
    struct sheet_around *s = &m.around;
    struct table_look look = sheet_look(style);
    struct table_end end;
    put_title(&m);
    bool good = table_paint(s->scene, s->arena, t, table, &look, &style->page, SCENE_ROOT,
                            s->spot, &end, d);
    if (good) {
        put_places(s, rows, table->body.n, &end);
        s->spot = (struct table_spot){end.page, end.y};
        put_remarks(&m, false);
        sheet_furniture(s);
    }
    arena_drop(s->arena);
    if (good)
        return s->scene;
    scene_drop(s->scene);
    return NULL;
}
