#include "layout/form_fields.h"

#include "layout/form_labels.h"
#include "layout/form_names.h"
#include "layout/form_words.h"

/* Points between the borders of a cell and its fields. */
static const double INSET = 1.5;

/* Text in lists is smaller: columns are narrow, an identity number has 18 digits. */
static const double LIST_SIZE = 0.86;

/* A cell with room for more than two lines takes text of several; so high is a line, in
 * parts of the letters' size. */
static const double LEADING = 1.43;
static const double WIDE =
    140; /* but a narrow one, for a name, a year, keeps its middle */

struct form_field {
    struct input_mark input;
    struct form_name_of name;
    size_t page, element;
    size_t mark; /* of the page: it stands behind this one; STR_NONE: before all */
};

struct fields {
    struct scene *scene;
    const struct form_ink *ink;
    struct arena *arena;
    const struct form_label *labels;
    const struct form_grid *grid;
    double size;
    size_t page, mark; /* read last */
    VEC(struct form_field) all;
};

/* --- names --- */

/* Puts another part behind a name and what is told; a part that is there already is left
 * out. */
static void add_part(struct fields *g, struct form_name_of *to, struct str words)
{
    struct str name = words_name(g->arena, words), told = words_told(g->arena, words);
    if (!name.n || str_ends(to->name, name))
        return;
    bool first = to->name.n == 0;
    to->name =
        first ? name : str_print(g->arena, "%.*s.%.*s", STR_ARG(to->name), STR_ARG(name));
    to->told = first
                   ? told
                   : str_print(g->arena, "%.*s，%.*s", STR_ARG(to->told), STR_ARG(told));
}

static struct form_name_of name_of(struct fields *g, const struct form_area *area,
                                   const struct form_place *place)
{
    struct form_name_of to = {STR(""), STR(""), STR("")};
    if (area->cell) {
        const struct form_label *label = &g->labels[area->slot];
        to.section = label->section;
        for (size_t i = 0; i < 2; i++)
            add_part(g, &to, label->words[i]);
    }
    for (size_t i = 0; place && i < 2; i++)
        add_part(g, &to, place->words[i]);
    if (to.name.n)
        return to;
    to.name = STR("填写处");
    if (area->cell) {
        const struct form_slot *slot = &g->grid->slots.at[area->slot];
        to.name = str_print(g->arena, "第%zu行第%zu列", slot->row + 1, slot->column + 1);
    }
    to.told = to.name;
    return to;
}

/* --- fields --- */

static struct box inside(struct box b, double dx, double dy)
{
    return (struct box){b.x + dx, b.y + dy, b.width - 2 * dx, b.height - 2 * dy};
}

/* Fields are read in the order in which they come here. */
static struct form_field *add_field(struct fields *g, const struct form_area *area,
                                    struct box box)
{
    struct form_field *field = vec_push(g->arena, &g->all);
    *field = (struct form_field){
        .page = area->page, .element = area->element, .mark = g->mark};
    field->input = (struct input_mark){
        .x = box.x, .y = box.y, .width = box.width, .height = box.height};
    return field;
}

static void fill_cell(struct fields *g, const struct form_area *area)
{
    const struct form_label *label = &g->labels[area->slot];
    struct box box = inside(area->box, INSET, INSET);
    double size = label->listed ? LIST_SIZE * g->size : g->size;
    if (label->office || label->hand || box.width < size || box.height < size)
        return;
    struct form_field *field = add_field(g, area, box);
    field->input.size = size;
    field->input.multiline = box.height >= 3 * LEADING * g->size && box.width >= WIDE;
    field->name = name_of(g, area, NULL);
}

static void fill_place(struct fields *g, const struct form_area *area,
                       const struct form_place *place)
{
    struct form_field *field = add_field(g, area, place->box);
    field->input.kind = place->check ? INPUT_CHECK : INPUT_TEXT;
    field->input.size = place->size;
    field->input.multiline = place->multiline;
    field->input.align = place->right ? INPUT_RIGHT : INPUT_LEFT;
    field->mark = place->mark;
    field->name = name_of(g, area, place);
}

static void read_area(struct fields *g, const struct form_area *from, bool label,
                      bool heads)
{
    struct form_area area = *from;
    area.heads = heads;
    area.labelled = area.cell && g->labels[area.slot].words[1].n;
    area.boxes_only = label;
    area.closed = area.cell && !label && g->labels[area.slot].office;
    if (area.cell)
        area.box = inside(from->box, INSET, INSET);
    struct form_places places = form_places(g->ink, &area, &g->mark);
    for (size_t i = 0; i < places.n; i++)
        fill_place(g, &area, &places.at[i]);
}

/* True when a text begins with a digit: one of a list. */
static bool is_numbered(const struct fields *g, const struct form_area *area)
{
    size_t i = g->ink->first[area->element - g->ink->first_element];
    if (i == STR_NONE)
        return false;
    const struct ink_ref *ref = &g->ink->refs.at[i];
    struct str text = g->scene->pages.at[ref->page].marks.at[ref->mark].text.text;
    return text.n && text.s[0] >= '0' && text.s[0] <= '9';
}

static void take_area(struct fields *g, const struct form_area *area, bool heads)
{
    const struct form_cell *cell = area->cell ? g->grid->slots.at[area->slot].cell : NULL;
    if (area->page != g->page) {
        g->page = area->page;
        g->mark = STR_NONE;
    }
    if (cell && !cell->label && !cell->text.n)
        fill_cell(g, area);
    else
        read_area(g, area, cell && cell->label, heads);
}

/* --- into the scene --- */

/* Puts the inputs of a page, all[from] and on, between its marks. Returns the first one of
 * another page. */
static size_t put_fields(struct fields *g, size_t from)
{
    struct page *page = &g->scene->pages.at[g->all.at[from].page];
    struct page old = *page;
    size_t i = from;
    page->marks.at = NULL;
    page->marks.n = page->marks.cap = 0;
    for (size_t k = 0; k <= old.marks.n; k++) {
        for (; i < g->all.n && g->all.at[i].page == g->all.at[from].page; i++) {
            const struct form_field *field = &g->all.at[i];
            if (field->mark != STR_NONE && field->mark >= k && k < old.marks.n)
                break;
            scene_input(g->scene, field->page, field->element, &field->input);
        }
        if (k < old.marks.n)
            *vec_push(g->scene->arena, &page->marks) = old.marks.at[k];
    }
    return i;
}

static void give_names(struct fields *g)
{
    struct form_name_of **names = arena_array(g->arena, g->all.n, sizeof *names);
    for (size_t i = 0; i < g->all.n; i++)
        names[i] = &g->all.at[i].name;
    form_names(g->arena, names, g->all.n);
    for (size_t i = 0; i < g->all.n; i++) {
        g->all.at[i].input.name = names[i]->name;
        g->all.at[i].input.label = names[i]->told;
    }
}

void form_fields(struct scene *s, const struct form_ink *ink, const struct form *f,
                 const struct form_areas *areas, double size)
{
    struct form_grid grid = form_grid(ink->arena, f);
    struct fields g = {.scene = s,
                       .ink = ink,
                       .arena = ink->arena,
                       .labels = form_labels(ink->arena, &grid),
                       .grid = &grid,
                       .size = size,
                       .page = STR_NONE};
    for (size_t i = 0; i < areas->n; i++) {
        const struct form_area *next = i + 1 < areas->n ? &areas->at[i + 1] : NULL;
        take_area(&g, &areas->at[i], next && !next->cell && is_numbered(&g, next));
    }
    give_names(&g);
    for (size_t i = 0; i < g.all.n;)
        i = put_fields(&g, i);
}
