#include "layout/change_table.h"

#include "layout/change_compare.h"
#include "layout/notice.h"
#include "layout/sheet.h"
#include "layout/sheet_around.h"

enum { COLUMNS = 7 };
static const char *const column_names[COLUMNS + 1] = {
    "number", "item", "kind", "field", "before", "after", "reason", NULL};

const struct print_needs *change_table_needs(void)
{
    static const char *const types[] = {"head", "foot",  "title", "subtitle",
                                        "note", "label", "cell",  "item",
                                        "code", "old",   "new",   NULL};
    static const char *const labels[] = {"foot",    "between", "versions",  "note",
                                         "nothing", "changed", "added",     "removed",
                                         "whole",   "none",    "continued", NULL};
    static const char *const measures[] = {"pad-x", "pad-y", "line", NULL};
    static const char *const colors[] = {"line", "tint", NULL};
    static const struct print_needs needs = {types, labels, measures, colors,
                                             column_names};
    return &needs;
}

struct sheet {
    struct sheet_around around;
    const struct change_table *changes;
};

/* 宁乡市医疗保障局　2020年版 → 2022年版　2022年3月1日: what is there of it. */
static struct str subtitle(const struct sheet *m)
{
    const struct change_table *c = m->changes;
    struct arena *a = m->around.arena;
    struct str versions = print_label(m->around.style, "versions");
    versions = frame_filled(a, versions, "{old}", c->old_name);
    versions = frame_filled(a, versions, "{new}", c->new_name);
    const struct str parts[] = {c->issuer,
                                c->old_name.n && c->new_name.n ? versions : STR(""),
                                date_words(a, c->date)};
    return sheet_joined(&m->around, parts, sizeof parts / sizeof *parts);
}

/* --- cells --- */

static struct span span_in(struct sheet *m, const char *type, struct str text)
{
    return (struct span){.text = text, .style = print_type(m->around.style, type)->style};
}

/* A new cell of the row, of so many spans that the caller fills. */
static struct span *add_cell(struct sheet *m, struct table_row *row, unsigned column,
                             size_t spans)
{
    const struct print_column *of = print_column(m->around.style, column_names[column]);
    struct table_cell *cell = vec_push(m->around.arena, &row->cells);
    struct span *to = arena_array(m->around.arena, spans, sizeof *to);
    *cell = (struct table_cell){
        .spans = to, .n = spans, .align = of->align, .valign = of->valign};
    return to;
}

static void add_text(struct sheet *m, struct table_row *row, unsigned column,
                     const char *type, struct str text)
{
    *add_cell(m, row, column, 1) = span_in(m, type, text);
}

/* A text with its changed pieces in another type and with a line. */
static void add_pieces(struct sheet *m, struct table_row *row, unsigned column,
                       const struct change_pieces *pieces, const char *type,
                       enum text_rule rule)
{
    struct span *to = add_cell(m, row, column, pieces->n ? pieces->n : 1);
    *to = span_in(m, "cell", print_label(m->around.style, "none"));
    for (size_t i = 0; i < pieces->n; i++) {
        bool changed = pieces->at[i].changed;
        to[i] = span_in(m, changed ? type : "cell", pieces->at[i].text);
        to[i].rule = changed ? rule : RULE_NONE;
    }
}

static void add_versions(struct sheet *m, struct table_row *row,
                         const struct change_row *c)
{
    struct change_pieces before, after;
    change_compare(m->around.arena, c->before, c->after, &before, &after);
    for (size_t i = 0; c->kind == CHANGE_ADDED && i < after.n; i++)
        after.at[i].changed = false; /* it is all new: the kind says so */
    add_pieces(m, row, 4, &before, "old", RULE_THROUGH);
    add_pieces(m, row, 5, &after, "new", RULE_UNDER);
}

static bool same_item(const struct change_row *a, const struct change_row *b)
{
    return str_eq(a->code, b->code) && str_eq(a->title, b->title);
}

/* Number and item, merged over the rows from `first` on that are the same item's. */
static void add_item(struct sheet *m, struct table_row *row, size_t first, size_t number)
{
    const struct change_table *c = m->changes;
    const struct change_row *from = &c->rows[first];
    size_t rows = 1;
    while (first + rows < c->n && same_item(from, &c->rows[first + rows]))
        rows++;
    add_text(m, row, 0, "cell", str_number(m->around.arena, number));
    struct span *to = add_cell(m, row, 1, from->code.n ? 3 : 1);
    to[0] = span_in(m, "item", from->title);
    if (from->code.n) {
        to[1] = span_in(m, "code", from->title.n ? STR("\n") : STR(""));
        to[2] = span_in(m, "code", from->code);
    }
    for (size_t i = 0; i < 2; i++) {
        row->cells.at[i].rowspan = rows;
        row->cells.at[i].repeat = true;
    }
    row->cells.at[1].header = true;
}

static struct table table_of(struct sheet *m)
{
    static const char *const kinds[] = {"changed", "added", "removed"};
    const struct change_table *c = m->changes;
    struct table table = {.columns = COLUMNS};
    double *shares = arena_array(m->around.arena, COLUMNS, sizeof *shares);
    struct table_row *head = vec_push(m->around.arena, &table.head);
    for (unsigned i = 0; i < COLUMNS; i++) {
        const struct print_column *column =
            print_column(m->around.style, column_names[i]);
        shares[i] = column->share;
        add_text(m, head, i, "label", column->label);
        head->cells.at[i].align = ALIGN_CENTER;
        head->cells.at[i].valign = TABLE_MIDDLE;
    }
    table.shares = shares;
    size_t number = 0;
    for (size_t i = 0; i < c->n; i++) {
        const struct change_row *from = &c->rows[i];
        struct table_row *row = vec_push(m->around.arena, &table.body);
        if (i == 0 || !same_item(from, from - 1))
            add_item(m, row, i, ++number);
        add_text(m, row, 2, "cell", print_label(m->around.style, kinds[from->kind]));
        add_text(m, row, 3, "cell",
                 from->field.n ? from->field : print_label(m->around.style, "whole"));
        add_versions(m, row, from);
        add_text(m, row, 6, "cell", from->reason);
    }
    return table;
}

struct scene *change_table_scene(const struct change_table *c, const struct typesetter *t,
                                 const struct print_style *style, struct diag *d)
{
    struct sheet m = {.around = sheet_begin(t, style, c->title, c->issuer, c->date),
                      .changes = c};
    struct sheet_around *s = &m.around;
    sheet_put(s, ROLE_H1, "title", c->title);
    sheet_put(s, ROLE_PARAGRAPH, "subtitle", subtitle(&m));
    sheet_put(s, ROLE_PARAGRAPH, "note", print_label(style, c->n ? "note" : "nothing"));
    struct table table = table_of(&m);
    struct table_look look = sheet_look(style);
    struct table_end end;
    bool good = !c->n || table_paint(s->scene, s->arena, t, &table, &look, &style->page,
                                     SCENE_ROOT, s->spot, &end, d);
    if (good)
        sheet_furniture(s);
    arena_drop(s->arena);
    if (good)
        return s->scene;
    scene_drop(s->scene);
    return NULL;
}
