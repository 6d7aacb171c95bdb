#include "layout/booklet_parts.h"

#include "layout/prose.h"

#include <math.h>

/* One item: heading, fields, flowchart. A field of one short text is run in behind its
 * name; any other stands below it, all of its texts beginning at one column, with their
 * printed numbers hanging to the left of it. What is printed is what the office published,
 * number, name and text of an entry in this order. */

/* A text run in behind the name of its field takes at most this many lines. */
enum { MOST_RUN_IN = 3 };

struct field_page {
    struct booklet *b;
    const struct item *item; /* or service */
    struct galley *galley;
    size_t element; /* what the fields belong to */
    struct str no;  /* of the field being set */
    struct str name;
    double column, gap;
    enum role
        heading;    /* of a field, a chart, a form: one below the item's or service's */
    unsigned depth; /* of the bookmarks of what belongs to the item */
    struct corner corner; /* taken, at the beginning of the galley */
};

/* What a block that is set next leaves free at its right. */
static double kept(const struct field_page *p)
{
    double height = 0;
    for (size_t i = 0; i < p->galley->rows.n && height < p->corner.height; i++)
        height += p->galley->rows.at[i].height + p->galley->rows.at[i].above;
    return height < p->corner.height ? p->corner.width : 0;
}

static struct span span_in(struct field_page *p, const char *type, struct str text)
{
    return (struct span){.text = text, .style = print_type(p->b->guide, type)->style};
}

/* A label of the style by a name made of two parts; "" when there is none. */
static struct str label_of(const struct print_style *style, const char *prefix,
                           struct str name)
{
    for (size_t i = 0; i < style->labels.n; i++) {
        const struct print_label *l = &style->labels.at[i];
        if (str_starts(l->name, str_of(prefix)) &&
            str_eq(str_from(l->name, str_of(prefix).n), name))
            return l->text;
    }
    return STR("");
}

/* --- entries --- */

static double number_width(struct field_page *p, const struct field *f)
{
    double most = 0;
    for (size_t i = 0; i < f->entries.n; i++) {
        struct span no = span_in(p, "body", f->entries.at[i].no);
        double width = text_full_width(p->b->composer.set, &no, 1);
        if (width <= print_measure(p->b->guide, "number-most"))
            most = fmax(most, width);
    }
    return most;
}

/* Name, mark and text of an entry as spans; its number in front when it does not hang. */
static size_t entry_spans(struct field_page *p, const struct entry *e, bool number,
                          struct span spans[4])
{
    size_t n = 0;
    if (number && e->no.n)
        spans[n++] = span_in(p, "body", e->no);
    if (e->name.n)
        spans[n++] = span_in(p, "step", e->name);
    if (e->sep.n)
        spans[n++] = span_in(p, "body", e->sep);
    if (e->text.n || n == 0)
        spans[n++] = span_in(p, "body", e->text);
    return n;
}

static void put_entry(struct field_page *p, const struct entry *e, size_t list,
                      double numbers)
{
    struct composer *c = &p->b->composer;
    struct span no = span_in(p, "body", e->no), spans[4];
    bool hangs = e->no.n && text_full_width(c->set, &no, 1) <= numbers + 0.01;
    size_t element = scene_element(c->scene, ROLE_LIST_ITEM, list);
    struct block block = block_of(print_type(p->b->guide, "body"), element);
    block.left = fmax(p->column, numbers + p->gap);
    block.right = kept(p);
    size_t n = entry_spans(p, e, !hangs, spans);
    size_t first = galley_text(c, p->galley, spans, n, &block);
    if (hangs)
        galley_label(c, p->galley, first, &no, block.left - numbers - p->gap,
                     scene_element(c->scene, ROLE_LABEL, element));
}

/* The name of the field on a line of its own. */
static void put_name(struct field_page *p)
{
    struct composer *c = &p->b->composer;
    struct span label[2] = {span_in(p, "field", p->no), span_in(p, "field", p->name)};
    struct block block = block_of(print_type(p->b->guide, "field"),
                                  scene_element(c->scene, p->heading, p->element));
    block.keep_next = true;
    block.right = kept(p);
    galley_text(c, p->galley, label, 2, &block);
}

/* Two lines at least below the name of the field, two at the head of the next page. Of three
 * entries of a line one may stay below the name: else the whole list would leave the page. */
static void keep_ends(struct galley *g, size_t begin)
{
    size_t rows = g->rows.n - begin;
    if (rows > 1)
        g->rows.at[g->rows.n - 2].keep = true;
    if (rows > 3)
        g->rows.at[begin].keep = true;
}

static void put_list(struct field_page *p, const struct field *f)
{
    put_name(p);
    size_t list = scene_element(p->b->composer.scene, ROLE_LIST, p->element);
    double numbers = number_width(p, f);
    struct galley *g = p->galley;
    size_t begin = g->rows.n;
    for (size_t i = 0; i < f->entries.n; i++) {
        double right = kept(p);
        put_entry(p, &f->entries.at[i], list, numbers);
        booklet_refer(p->b, g, p->item, f->entries.at[i].form, right);
    }
    keep_ends(g, begin);
}

/* Behind its name on the same line; false when it is too long for that. The name is no part
 * of the paragraph, or justifying the line would space it out. */
static bool put_run_in(struct field_page *p, const struct span *text, size_t n)
{
    struct composer *c = &p->b->composer;
    struct span label = span_in(
        p, "field", str_print(c->arena, "%.*s%.*s", STR_ARG(p->no), STR_ARG(p->name)));
    double width = text_full_width(c->set, &label, 1) + label.style.size;
    if (width > composer_width(c) / 2)
        return false;
    const struct print_type *body = print_type(p->b->guide, "body");
    struct paragraph_style style = print_paragraph(body, composer_width(c) - kept(p));
    style.first_indent = width;
    style.hang = p->column;
    struct paragraph lines = text_layout(c->arena, c->set, text, n, &style);
    if (lines.lines.n > MOST_RUN_IN)
        return false;
    struct block block =
        block_of(body, scene_element(c->scene, ROLE_PARAGRAPH, p->element));
    block.above = print_type(p->b->guide, "field")->before;
    size_t first = galley_paragraph(c, p->galley, &lines, &block);
    galley_label(c, p->galley, first, &label, 0, block.element);
    return true;
}

/* --- prose of the editor's own, in Markdown --- */

static void put_block(struct field_page *p, const struct markdown_block *text,
                      size_t list)
{
    struct composer *c = &p->b->composer;
    struct prose_style style = {.plain = print_type(p->b->guide, "body")->style,
                                .strong = print_type(p->b->guide, "step")->style.font};
    size_t n;
    struct span *spans = prose_spans(c->arena, text, &style, &n);
    for (size_t i = 0; text->kind == MARKDOWN_HEADING && i < n; i++)
        spans[i].style.font = style.strong;
    size_t element = scene_element(c->scene, ROLE_LIST_ITEM, list);
    struct block block = block_of(print_type(p->b->guide, "body"), element);
    /* Lists in lists go in by a column each, but leave room for their text. */
    size_t deep = text->lists + text->quotes;
    block.left = fmin(p->column * (double)(deep ? deep : 1), composer_width(c) / 2);
    block.right = kept(p);
    block.keep_next = text->kind == MARKDOWN_HEADING;
    size_t first = galley_text(c, p->galley, spans, n, &block);
    struct span mark = span_in(p, "body", text->mark);
    if (text->mark.n)
        galley_label(c, p->galley, first, &mark,
                     block.left - text_full_width(c->set, &mark, 1) - p->gap,
                     scene_element(c->scene, ROLE_LABEL, element));
}

static void put_prose(struct field_page *p, const struct field *f)
{
    struct composer *c = &p->b->composer;
    struct markdown text = markdown_read(c->arena, field_printed(c->arena, f));
    struct prose_style style = {.plain = print_type(p->b->guide, "body")->style,
                                .strong = print_type(p->b->guide, "step")->style.font};
    if (text.blocks.n == 1 && text.blocks.at[0].kind == MARKDOWN_PARAGRAPH &&
        !text.blocks.at[0].in) {
        size_t n;
        struct span *spans = prose_spans(c->arena, &text.blocks.at[0], &style, &n);
        if (put_run_in(p, spans, n))
            return;
    }
    put_name(p);
    size_t list = scene_element(c->scene, ROLE_LIST, p->element);
    for (size_t i = 0; i < text.blocks.n; i++)
        if (text.blocks.at[i].kind != MARKDOWN_RULE)
            put_block(p, &text.blocks.at[i], list);
}

static bool is_single(const struct field *f)
{
    return f->entries.n == 1 && f->entries.at[0].no.n == 0 &&
           !str_has(f->entries.at[0].text, STR("\n"));
}

static void put_field(struct field_page *p, const struct field *f, struct str name)
{
    p->no = f->no.n ? f->no : label_of(p->b->guide, "no-", name);
    if (f->markdown) {
        put_prose(p, f);
        return;
    }
    struct span spans[4];
    double right = kept(p);
    if (!is_single(f) ||
        !put_run_in(p, spans, entry_spans(p, &f->entries.at[0], false, spans)))
        put_list(p, f);
    else
        booklet_refer(p->b, p->galley, p->item, f->entries.at[0].form, right);
}

/* All fields with text, in the order of the labels "field-<name>". */
static void put_fields(struct field_page *p, const struct item *item)
{
    static const struct str prefix = STR_INIT("field-");
    const struct print_style *style = p->b->guide;
    for (size_t i = 0; i < style->labels.n; i++) {
        const struct print_label *l = &style->labels.at[i];
        if (!str_starts(l->name, prefix))
            continue;
        struct str name = str_from(l->name, prefix.n);
        for (int id = 0; id < FIELD_COUNT; id++) {
            const struct field *f = item_field(item, (enum field_id)id);
            if (!str_eq(name, str_of(field_row((enum field_id)id)->name)) ||
                field_empty(f))
                continue;
            p->name = l->text;
            put_field(p, f, name);
        }
    }
}

/* --- headings --- */

/* Number, name and code on one line where they fit; else the name on lines of about equal
 * length and the code below. */
static void put_heading(struct booklet *b, struct galley *g, const struct item *item,
                        size_t parent, double right, bool service)
{
    struct composer *c = &b->composer;
    const struct print_type *type =
        print_type(b->guide, service ? "service-title" : "item-title");
    const struct print_type *code =
        print_type(b->guide, service ? "service-code" : "item-code");
    struct span spans[3] = {{.text = item_name(b, item), .style = type->style},
                            {.text = STR("　"), .style = code->style},
                            {.text = item->code, .style = code->style}};
    size_t n = item->code.n ? 3 : 1;
    struct block block =
        block_of(type, scene_element(c->scene, service ? ROLE_H3 : ROLE_H2, parent));
    block.keep_next = true;
    block.right = right;
    if (text_full_width(c->set, spans, n) <= composer_width(c) - right) {
        galley_text(c, g, spans, n, &block);
        return;
    }
    if (item->code.n)
        block.below = 0;
    galley_headline(c, g, type, spans[0].text, &block);
    block.below = type->after;
    block.above = 0;
    block.leading = code->leading;
    if (item->code.n)
        galley_text(c, g, spans + 2, 1, &block);
}

static void put_services(struct field_page *p, const struct item *item)
{
    struct booklet *b = p->b;
    for (size_t i = 0; i < item->services.n; i++) {
        const struct item *service = &item->services.at[i];
        struct field_page below = *p;
        below.item = service;
        below.corner = (struct corner){.width = 0};
        below.heading = ROLE_H4;
        below.element = scene_element(b->composer.scene, ROLE_PART, p->element);
        put_heading(b, p->galley, service, below.element, 0, true);
        put_fields(&below, service);
        composer_set(&b->composer, p->galley);
        *p->galley = (struct galley){0};
        struct chart chart = booklet_chart_open(b, service);
        booklet_chart(b, &chart, below.element, below.heading);
        booklet_forms(b, &service->forms, below.element, below.heading, p->depth);
    }
}

/* The heading of the first item carries the bookmark of a part whose heading is lost, so
 * that the items below it do not seem to belong to the part before. */
static bool lost_part(const struct booklet *b, size_t group)
{
    return b->catalog->groups.n > 1 && !part_titled(&b->catalog->groups.at[group]);
}

static void begin_item(struct booklet *b, size_t group, size_t index)
{
    struct composer *c = &b->composer;
    const struct group *of = &b->catalog->groups.at[group];
    struct furniture furniture = {
        .left = b->catalog->title, .right = part_name(b, of), .folio = FOLIO_MIDDLE};
    composer_section(c, b->guide, furniture);
    composer_page(c);
    if (index == 0 && lost_part(b, group)) {
        struct anchor part = {.bookmark = print_label(b->guide, "missing-title"),
                              .target = COMPOSER_NONE};
        composer_anchor(c, &part, 0);
    }
}

void booklet_item(struct booklet *b, size_t group, size_t index)
{
    struct composer *c = &b->composer;
    const struct item *item = &b->catalog->groups.at[group].items.at[index];
    begin_item(b, group, index);
    struct anchor anchor = {.dest = item_dest(b, item),
                            .bookmark = item_name(b, item),
                            .depth = part_titled(&b->catalog->groups.at[group]) ||
                                     lost_part(b, group),
                            .target = b->items[group][index]};
    composer_anchor(c, &anchor, 0);
    struct galley g = {0};
    size_t part = scene_element(c->scene, ROLE_PART, SCENE_ROOT);
    struct field_page page = {.b = b,
                              .item = item,
                              .galley = &g,
                              .element = part,
                              .heading = ROLE_H3,
                              .column = print_measure(b->guide, "column"),
                              .gap = print_measure(b->guide, "number-gap"),
                              .depth = anchor.depth + 1};
    page.corner = booklet_corner(b, item);
    put_heading(b, &g, item, part, page.corner.width, false);
    booklet_qr(b, &page.corner, part);
    put_fields(&page, item);
    struct chart chart = booklet_chart_open(b, item);
    galley_tighten(c, &g, BOOKLET_TIGHTEST,
                   booklet_chart_least(b, &chart, galley_room(c, &g)));
    double below = c->y + page.corner.height;
    size_t first = c->page;
    composer_set(c, &g);
    if (c->page == first) /* what follows is as wide as the page */
        c->y = fmax(c->y, below);
    booklet_chart(b, &chart, part, page.heading);
    booklet_forms(b, &item->forms, part, page.heading, page.depth);
    g = (struct galley){0};
    put_services(&page, item);
}
