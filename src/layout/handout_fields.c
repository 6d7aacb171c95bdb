#include "layout/handout_parts.h"

#include "catalog/form.h"
#include "layout/prose.h"

#include <math.h>

/* The fields of a handout. Each is laid out as a galley of its own, entry after entry, as
 * far as the number of rows it may take allows. */

/* Side of a box to tick, its line and the room it takes, in em. */
static const double TICK = 0.82, TICK_LINE = 0.06, TICK_ROOM = 1.35;

struct laying {
    struct handout *h;
    struct handout_section *section;
    size_t list;          /* element of the entries */
    double left, numbers; /* of the text column; width of the printed numbers */
    bool full;            /* nothing more goes in */
};

static struct span span_in(const struct handout *h, const char *type, struct str text)
{
    return (struct span){.text = text, .style = print_type(h->text, type)->style};
}

static double measure(const struct handout *h, const char *name)
{
    return print_measure(h->text, name);
}

double handout_height(const struct galley *g)
{
    double height = 0;
    for (size_t i = 0; i < g->rows.n; i++)
        height += g->rows.at[i].height + (i ? g->rows.at[i].above : 0);
    return height;
}

/* --- shortening --- */

/* Where the rest stands: booklet and page, and the web page; else the catalog. */
static struct str where(const struct handout *h)
{
    struct arena *a = h->composer.arena;
    const struct handout_subject *of = h->of;
    struct str web = of->folder.n ? print_label(h->style, "where-web") : STR("");
    if (!of->guide_page) {
        struct str name = print_label(h->style, "where-catalog");
        return web.n ? web : frame_filled(a, name, "{title}", of->catalog->title);
    }
    struct str page =
        frame_number(a, print_label(h->style, "where-page"), of->guide_page, 0);
    return web.n ? str_print(a, "%.*s%.*s%.*s", STR_ARG(page),
                             STR_ARG(print_label(h->style, "where-or")), STR_ARG(web))
                 : page;
}

/* What the sheet says below a field that was shortened. */
static void put_more(struct laying *l)
{
    struct handout *h = l->h;
    struct composer *c = &h->composer;
    struct handout_section *s = l->section;
    const struct print_type *type = print_type(h->text, "more");
    bool counted = s->shown > 0 && s->entries > 1;
    struct str text = print_label(h->style, counted ? "more" : "more-text");
    text = frame_filled(c->arena, text, "{where}", where(h));
    text = frame_filled(c->arena, text, "{m}", str_number(c->arena, s->entries));
    text = frame_filled(c->arena, text, "{n}", str_number(c->arena, s->shown));
    struct span span = {.text = text, .style = type->style};
    struct block block =
        block_of(type, scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
    block.left = measure(h, "column");
    galley_text(c, &s->rows, &span, 1, &block);
}

/* Takes the rows from `first` on, which are one entry, back where they are too many; of the
 * field's first entry as many stay as there may be. */
static void count_entry(struct laying *l, size_t first)
{
    struct handout_section *s = l->section;
    if (s->rows.rows.n <= l->h->most_rows) {
        s->shown++;
        return;
    }
    l->full = true;
    s->rows.rows.n = first ? first : l->h->most_rows;
}

/* --- entries --- */

static bool fits_beside(const struct laying *l, struct str no)
{
    struct span span = span_in(l->h, "body", no);
    return no.n && text_full_width(l->h->composer.set, &span, 1) <= l->numbers + 0.01;
}

static double numbers_width(const struct laying *l, const struct field *f)
{
    double most = 0;
    for (size_t i = 0; i < f->entries.n; i++) {
        struct span no = span_in(l->h, "body", f->entries.at[i].no);
        double width = text_full_width(l->h->composer.set, &no, 1);
        if (width <= measure(l->h, "number-most"))
            most = fmax(most, width);
    }
    return most;
}

static size_t entry_spans(const struct laying *l, const struct entry *e, bool number,
                          struct span spans[5])
{
    const struct catalog *catalog = l->h->of->catalog;
    size_t n = 0;
    if (number)
        spans[n++] = span_in(l->h, "body", e->no);
    if (e->name.n)
        spans[n++] = span_in(l->h, "label", e->name);
    if (e->sep.n)
        spans[n++] = span_in(l->h, "body", e->sep);
    spans[n++] = span_in(l->h, "body", e->text);
    if (e->form.n && form_find(catalog, e->form))
        spans[n++] = span_in(l->h, "mark", print_label(l->h->style, "form"));
    return n;
}

static void put_entry(struct laying *l, const struct entry *e, bool tick)
{
    struct handout *h = l->h;
    struct composer *c = &h->composer;
    struct handout_section *s = l->section;
    const struct print_type *body = print_type(h->text, "body");
    bool beside = fits_beside(l, e->no);
    struct span spans[5];
    size_t n = entry_spans(l, e, !beside && e->no.n, spans),
           before = c->scene->elements.n;
    size_t element = scene_element(c->scene, ROLE_LIST_ITEM, l->list);
    struct block block = block_of(body, element);
    double numbers = l->numbers ? l->numbers + measure(h, "number-gap") : 0;
    block.left = l->left + numbers;
    size_t first = galley_text(c, &s->rows, spans, n, &block);
    if (beside) {
        struct span no = span_in(h, "body", e->no);
        galley_label(c, &s->rows, first, &no, l->left,
                     scene_element(c->scene, ROLE_LABEL, element));
    }
    count_entry(l, first);
    if (s->rows.rows.n > first && tick)
        *vec_push(c->arena, &s->ticked) = first;
    if (s->rows.rows.n <= first)
        c->scene->elements.n = before; /* nothing of it is printed */
}

/* Forms that the item lists and no material names. */
static void put_forms(struct laying *l, const struct field *materials)
{
    struct handout *h = l->h;
    struct composer *c = &h->composer;
    const struct form_refs *refs = &handout_item(h->of)->forms;
    struct buf names = {0};
    for (size_t i = 0; i < refs->n; i++) {
        const struct form *form = form_find(h->of->catalog, refs->at[i].id);
        bool named = !form;
        for (size_t k = 0; k < materials->entries.n; k++)
            named |= str_eq(materials->entries.at[k].form, refs->at[i].id);
        if (named)
            continue;
        buf_puts(&names, names.n ? "、" : "");
        buf_put(&names, text_on_one_line(c->arena, form_name(c->arena, form)));
    }
    if (names.n && !l->full) {
        struct span spans[2] = {span_in(h, "mark", print_label(h->style, "forms")),
                                span_in(h, "mark", str_copy(c->arena, buf_str(&names)))};
        struct block block =
            block_of(print_type(h->text, "mark"),
                     scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
        block.left = l->left;
        galley_text(c, &l->section->rows, spans, 2, &block);
    }
    buf_drop(&names);
}

/* --- kinds of fields --- */

/* Boxes are for entries; what a paragraph says may be no thing to bring. */
static bool has_entries(const struct field *f)
{
    for (size_t i = 0; i < f->entries.n; i++)
        if (!f->entries.at[i].plain)
            return true;
    return false;
}

static void put_entries(struct laying *l, const struct field *f, bool ticks)
{
    l->numbers = numbers_width(l, f);
    l->list = scene_element(l->h->composer.scene, ROLE_LIST, SCENE_ROOT);
    l->section->entries = f->entries.n;
    ticks = ticks && has_entries(f);
    if (ticks)
        l->left += print_type(l->h->text, "body")->style.size * TICK_ROOM;
    for (size_t i = 0; i < f->entries.n && !l->full; i++)
        put_entry(l, &f->entries.at[i], ticks && !f->entries.at[i].plain);
}

/* What stands between two steps, and at the head of a line that goes on; the gaps shrink
 * before a second line is begun. */
static const struct arrow {
    const char *between, *onward;
} arrows[] = {{"　→　", "→　"}, {"  →  ", "→  "}, {" → ", "→ "}};
enum { ARROWS = sizeof arrows / sizeof *arrows };

/* Sets steps[2 * i] and the next span of each step for lines of `room`. Returns how many
 * lines they take. */
static size_t fill_steps(const struct handout *h, const struct str_list *steps,
                         const struct arrow *arrow, double room, struct span *spans)
{
    const struct composer *c = &h->composer;
    size_t lines = 1;
    double used = 0;
    for (size_t i = 0; i < steps->n; i++) {
        struct span *step = &spans[2 * i];
        const char *before = i ? arrow->between : "";
        step[0] = span_in(h, "step", str_print(c->arena, "%s%zu ", before, i + 1));
        step[1] = span_in(h, "body", steps->at[i]);
        double width = text_full_width(c->set, step, 2);
        if (i && used + width > room) {
            step[0].text = str_print(c->arena, "\n%s%zu ", arrow->onward, i + 1);
            width = text_full_width(c->set, step, 2);
            used = 0;
            lines++;
        }
        used += width;
    }
    return lines;
}

/* 1 申请 → 2 受理 → 3 审核 on a line. A step stays whole where a line ends, and the arrow goes
 * to the next line with the step it leads to. */
static void put_steps(struct laying *l, const struct str_list *steps)
{
    struct handout *h = l->h;
    struct composer *c = &h->composer;
    struct span *spans = arena_array(c->arena, steps->n * 2, sizeof *spans);
    double room = composer_width(c) - l->left;
    size_t k = 0;
    while (k < ARROWS && fill_steps(h, steps, &arrows[k], room, spans) > 1)
        k++;
    if (k == ARROWS)
        fill_steps(h, steps, &arrows[0], room, spans);
    struct block block = block_of(print_type(h->text, "body"),
                                  scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
    block.left = l->left;
    l->section->entries = 1;
    galley_text(c, &l->section->rows, spans, steps->n * 2, &block);
    count_entry(l, 0);
}

/* The editor's own Markdown: its blocks as paragraphs, with their marks. */
static void put_prose(struct laying *l, const struct field *f)
{
    struct handout *h = l->h;
    struct composer *c = &h->composer;
    const struct print_type *body = print_type(h->text, "body");
    struct prose_style style = {.plain = body->style,
                                .strong = print_type(h->text, "label")->style.font};
    struct markdown text = markdown_read(c->arena, field_printed(c->arena, f));
    l->section->entries = text.blocks.n;
    for (size_t i = 0; i < text.blocks.n && !l->full; i++) {
        const struct markdown_block *from = &text.blocks.at[i];
        size_t n, first = l->section->rows.rows.n;
        struct span *spans = prose_spans(c->arena, from, &style, &n);
        struct block block =
            block_of(body, scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
        struct span mark = span_in(h, "body", from->mark);
        double room = mark.text.n ? text_full_width(c->set, &mark, 1) : 0;
        block.left = l->left + (room > 0 ? room + measure(h, "number-gap") : 0);
        galley_text(c, &l->section->rows, spans, n, &block);
        if (mark.text.n)
            galley_label(c, &l->section->rows, first, &mark, l->left, block.element);
        count_entry(l, first);
    }
}

/* The name in front of the first entry: a row of no height of its own, since a row has one
 * label only and the first entry's number may be one. */
static void put_name(struct handout *h, struct handout_section *s, struct str name,
                     size_t element)
{
    struct composer *c = &h->composer;
    struct span label = span_in(h, "label", name);
    struct block block = block_of(print_type(h->text, "label"), element);
    struct galley all = {0};
    galley_text(c, &all, &label, 1, &block);
    all.rows.n = 1;
    all.rows.at[0].height = 0;
    for (size_t i = 0; i < s->rows.rows.n; i++)
        *vec_push(c->arena, &all.rows) = s->rows.rows.at[i];
    s->rows = all;
}

static void lay_field(struct handout *h, enum field_id id, struct str name)
{
    struct composer *c = &h->composer;
    const struct field *f = handout_field(h->of, id);
    const struct str_list *steps = handout_steps(h->of);
    bool is_steps = id == FIELD_STEPS && steps->n;
    if (id == FIELD_STEPS && !steps->n)
        f = handout_field(h->of, FIELD_PROCESS);
    if (!is_steps && field_empty(f))
        return;
    struct handout_section *s = vec_push(c->arena, &h->sections);
    s->field = id;
    size_t heading = scene_element(c->scene, ROLE_H2, SCENE_ROOT);
    struct laying l = {.h = h, .section = s, .left = measure(h, "column")};
    if (is_steps)
        put_steps(&l, steps);
    else if (f->markdown)
        put_prose(&l, f);
    else
        put_entries(&l, f, id == FIELD_MATERIALS);
    if (id == FIELD_MATERIALS)
        put_forms(&l, f);
    if (l.full)
        put_more(&l);
    put_name(h, s, name, heading);
}

double handout_lay_fields(struct handout *h)
{
    static const struct str prefix = STR_INIT("field-");
    double height = 0;
    for (size_t i = 0; i < h->style->labels.n; i++) {
        const struct print_label *l = &h->style->labels.at[i];
        if (!str_starts(l->name, prefix))
            continue;
        struct str name = str_from(l->name, prefix.n);
        for (int id = 0; id < FIELD_COUNT; id++)
            if (str_eq(name, str_of(field_row((enum field_id)id)->name)))
                lay_field(h, (enum field_id)id, l->text);
    }
    for (size_t i = 0; i < h->sections.n; i++)
        height += handout_height(&h->sections.at[i].rows) + 2 * measure(h, "section-pad");
    return height;
}

/* --- painting --- */

/* Boxes stand on the baselines of their rows, which begin at `top`. */
static void paint_ticks(const struct handout *h, const struct handout_section *s,
                        double top)
{
    const struct composer *c = &h->composer;
    double em = print_type(h->text, "body")->style.size;
    double x = c->style->page.left + measure(h, "column"), y = top;
    const struct color ink = {0, 0, 0};
    const struct pen pen = {.stroke = &ink, .line_width = em * TICK_LINE};
    for (size_t i = 1, k = 0; i < s->rows.rows.n && k < s->ticked.n; i++) {
        const struct row *row = &s->rows.rows.at[i];
        if (s->ticked.at[k] == i - 1) {
            /* A Chinese character stands from 0.88 em over its baseline to 0.12 below. */
            double middle = y + row->text->ascent - 0.38 * em;
            struct box box = {x, middle - TICK * em / 2, TICK * em, TICK * em};
            scene_rect(c->scene, c->page, SCENE_ARTIFACT, box, 0, &pen);
            k++;
        }
        y += row->height;
    }
}

void handout_fields(struct handout *h)
{
    struct composer *c = &h->composer;
    double left = c->style->page.left, right = left + composer_width(c);
    for (size_t i = 0; i < h->sections.n; i++) {
        const struct handout_section *s = &h->sections.at[i];
        if (i)
            scene_line(c->scene, c->page, SCENE_ARTIFACT, left, c->y, right, c->y, 0.5,
                       print_color(h->style, "rule"));
        c->y += measure(h, "section-pad");
        double top = c->y;
        composer_set(c, &s->rows);
        paint_ticks(h, s, top);
        c->y += measure(h, "section-pad");
    }
}
