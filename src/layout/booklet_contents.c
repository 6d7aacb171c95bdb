#include "layout/booklet_parts.h"

#include "catalog/form.h"
#include "layout/text_headline.h"

#include <math.h>

/* Tables of contents: of the whole booklet, and of a part on its part page. */

static struct span span_in(const struct print_type *type, struct str text)
{
    return (struct span){.text = text, .style = type->style};
}

/* Dots and number behind the last row of an entry; a link over all its rows. */
static void lead(struct booklet *b, struct galley *g, size_t first, size_t target,
                 struct str dest, double width)
{
    struct composer *c = &b->composer;
    struct leader *leader = arena_alloc(c->arena, sizeof *leader);
    *leader = (struct leader){.target = target,
                              .style = print_type(b->guide, "contents-number")->style,
                              .width = width};
    for (size_t i = first; i < g->rows.n; i++)
        g->rows.at[i].link = dest;
    g->rows.at[g->rows.n - 1].leader = leader;
}

/* What page numbers need at the right: four digits, enough for any booklet that can be
 * bound. */
static double number_width(struct booklet *b)
{
    const struct style *s = &print_type(b->guide, "contents-number")->style;
    return font_width(typesetter_fonts(b->composer.set), s->font, s->size, STR("0000"));
}

size_t contents_entry(struct booklet *b, struct galley *g, const struct span *spans,
                      size_t n, struct block *block, const struct contents_end *end)
{
    double numbers = number_width(b);
    block->right = numbers + print_measure(b->guide, "contents-gap");
    struct composer *c = &b->composer;
    size_t first = g->rows.n;
    if (n == 1) { /* a name alone is broken between words */
        struct paragraph_style style = {.width = composer_width(c) - block->left -
                                                 block->right,
                                        .leading = block->leading};
        struct paragraph p =
            headline_layout(c->arena, c->set, spans->text, &spans->style, &style);
        galley_paragraph(c, g, &p, block);
    } else {
        galley_text(c, g, spans, n, block);
    }
    lead(b, g, first, end->target, end->dest, numbers);
    return first;
}

/* The widest printed number of a group's items, and the gap behind it. */
static double seq_column(struct booklet *b, const struct items *items,
                         const struct print_type *type)
{
    double most = 0;
    for (size_t i = 0; i < items->n; i++) {
        struct str seq = items->at[i].seq;
        struct span span = span_in(type, seq);
        double gap = seq.n && !number_has_mark(seq) ? type->style.size / 2 : 0;
        most = fmax(most, text_full_width(b->composer.set, &span, 1) + gap);
    }
    return fmin(most, composer_width(&b->composer) / 4);
}

/* The forms of an item or of the catalog, which are listed in the order of print. */
static void put_forms(struct booklet *b, struct galley *g, size_t toc,
                      const struct form_refs *refs, const struct print_type *type,
                      double indent)
{
    struct composer *c = &b->composer;
    for (size_t i = 0; i < refs->n && b->listed < b->forms.n; i++) {
        const struct booklet_form *form = &b->forms.at[b->listed];
        if (form->ref != &refs->at[i])
            continue;
        b->listed++;
        struct span name = span_in(type, form_name(c->arena, form->form));
        struct block block = block_of(type, scene_element(c->scene, ROLE_TOC_ITEM, toc));
        block.left = indent;
        contents_entry(b, g, &name, 1, &block,
                       &(struct contents_end){form->target, form_dest(b, form)});
    }
}

static void put_item_forms(struct booklet *b, struct galley *g, size_t toc,
                           const struct item *item, double indent)
{
    const struct print_type *type = print_type(b->guide, "contents-form");
    put_forms(b, g, toc, &item->forms, type, indent);
    for (size_t i = 0; i < item->services.n; i++)
        put_forms(b, g, toc, &item->services.at[i].forms, type, indent);
}

void contents_items(struct booklet *b, struct galley *g, size_t toc, size_t group,
                    double indent, bool forms)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "contents-item");
    const struct items *items = &b->catalog->groups.at[group].items;
    double column = seq_column(b, items, type);
    for (size_t i = 0; i < items->n; i++) {
        const struct item *item = &items->at[i];
        struct span seq = span_in(type, item->seq);
        bool beside = text_full_width(c->set, &seq, 1) <= column + 0.01;
        struct span title =
            span_in(type, beside ? item_title(b, item) : item_name(b, item));
        struct block block = block_of(type, scene_element(c->scene, ROLE_TOC_ITEM, toc));
        block.left = indent + column;
        size_t first = contents_entry(
            b, g, &title, 1, &block,
            &(struct contents_end){b->items[group][i], item_dest(b, item)});
        if (beside && item->seq.n)
            galley_label(c, g, first, &seq, indent, block.element);
        if (forms)
            put_item_forms(b, g, toc, item, block.left);
    }
}

static void put_part(struct booklet *b, struct galley *g, size_t toc, size_t index)
{
    struct composer *c = &b->composer;
    const struct group *group = &b->catalog->groups.at[index];
    const struct print_type *type = print_type(b->guide, "contents-part");
    double gap = print_measure(b->guide, "contents-gap");
    struct span number = span_in(type, part_number(group));
    struct str title = text_on_one_line(c->arena, field_text(group->title));
    struct span name = span_in(type, title.n ? title : group->code);
    struct block block = block_of(type, scene_element(c->scene, ROLE_TOC_ITEM, toc));
    block.keep_next = true;
    double width = number.text.n ? text_full_width(c->set, &number, 1) : 0;
    bool beside = number.text.n && width < composer_width(c) / 3;
    if (beside)
        block.left = width + gap;
    else
        name.text = title.n || number.text.n ? part_name(b, group) : group->code;
    size_t first =
        contents_entry(b, g, &name, 1, &block,
                       &(struct contents_end){b->parts[index], part_dest(b, index)});
    if (beside)
        galley_label(c, g, first, &number, 0, block.element);
}

/* The index, behind everything else. */
static void put_index(struct booklet *b, struct galley *g, size_t toc)
{
    if (b->index == COMPOSER_NONE)
        return;
    const struct print_type *type = print_type(b->guide, "contents-part");
    struct span name = span_in(type, print_label(b->guide, "index"));
    struct block block =
        block_of(type, scene_element(b->composer.scene, ROLE_TOC_ITEM, toc));
    contents_entry(b, g, &name, 1, &block,
                   &(struct contents_end){b->index, STR("index")});
}

void booklet_contents(struct booklet *b)
{
    struct composer *c = &b->composer;
    struct furniture furniture = {.left = b->catalog->title,
                                  .right = print_label(b->guide, "contents"),
                                  .folio = FOLIO_MIDDLE};
    composer_section(c, b->guide, furniture);
    struct galley g = {0};
    const struct print_type *type = print_type(b->guide, "contents-title");
    struct span title = span_in(type, print_label(b->guide, "contents-title"));
    struct block block = block_of(type, scene_element(c->scene, ROLE_H1, SCENE_ROOT));
    size_t toc = scene_element(c->scene, ROLE_TOC, SCENE_ROOT);
    block.keep_next = true;
    struct anchor anchor = {.dest = STR("contents"),
                            .bookmark = print_label(b->guide, "contents"),
                            .target = COMPOSER_NONE};
    galley_text(c, &g, &title, 1, &block);
    g.rows.at[0].anchor = &anchor;
    double indent = print_measure(b->guide, "contents-indent");
    for (size_t i = 0; i < b->catalog->groups.n; i++) {
        bool titled = part_titled(&b->catalog->groups.at[i]);
        if (titled)
            put_part(b, &g, toc, i);
        else /* a group of its own, though its heading is lost */
            g.gap += print_type(b->guide, "contents-part")->before;
        contents_items(b, &g, toc, i, titled ? indent : 0, true);
    }
    /* The catalog's own forms belong to no item, so they stand as high as one. */
    g.gap += print_type(b->guide, "contents-part")->before;
    put_forms(b, &g, toc, &b->catalog->form_refs, print_type(b->guide, "contents-item"),
              0);
    put_index(b, &g, toc);
    galley_tighten(c, &g, BOOKLET_TIGHTEST, 0);
    composer_set(c, &g);
}

/* --- part pages --- */

static void put_centred(struct booklet *b, struct galley *g, const char *name,
                        struct str text, size_t element)
{
    if (text.n == 0)
        return;
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, name);
    struct block block = block_of(type, element);
    block.keep_next = true;
    galley_headline(c, g, type, text, &block);
}

void booklet_part(struct booklet *b, size_t index)
{
    const struct group *group = &b->catalog->groups.at[index];
    if (!part_titled(group))
        return;
    struct composer *c = &b->composer;
    struct str name = part_name(b, group);
    struct furniture furniture = {.folio = FOLIO_MIDDLE};
    composer_section(c, b->guide, furniture);
    composer_page(c);
    /* A list that goes on over the page gets the running head there. */
    c->furniture.left = b->catalog->title;
    c->furniture.right = name;
    struct anchor anchor = {.dest = part_dest(b, index),
                            .bookmark = name.n ? name : group->code,
                            .target = b->parts[index]};
    composer_anchor(c, &anchor, 0);
    size_t part = scene_element(c->scene, ROLE_PART, SCENE_ROOT);
    struct galley g = {0}, list = {0};
    /* 第二部分 stands over the name; 一、 in front of it. Both are one heading. */
    size_t heading = scene_element(c->scene, ROLE_H1, part);
    bool over = !number_has_mark(part_number(group)) || field_empty(group->title);
    if (over)
        put_centred(b, &g, "part-number", part_number(group), heading);
    put_centred(b, &g, "part-title", over ? field_text(group->title) : name, heading);
    put_centred(b, &g, "part-code", group->code,
                scene_element(c->scene, ROLE_PARAGRAPH, part));
    c->y += print_measure(b->guide, "part-top");
    c->fresh = false;
    composer_set(c, &g);
    list.gap = print_measure(b->guide, "part-list");
    contents_items(b, &list, scene_element(c->scene, ROLE_TOC, part), index, 0, false);
    composer_set(c, &list);
}
