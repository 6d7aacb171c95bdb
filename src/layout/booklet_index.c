#include "layout/booklet_parts.h"

#include "layout/pinyin.h"

#include <stdlib.h>

/* The last pages: all items by name in pinyin order, under the letter they begin with, with
 * code and page. The contents list them as the office does; who only knows a name looks
 * here. */

/* Fewer items than this stand on one page of contents, and an index would be longer. */
enum { LEAST_ITEMS = 10 };

struct index_entry {
    const struct pinyin *order;
    struct str name;
    const struct item *item;
    size_t target, position;
};

bool booklet_has_index(const struct booklet *b)
{
    size_t items = 0;
    for (size_t g = 0; g < b->catalog->groups.n; g++)
        items += b->catalog->groups.at[g].items.n;
    return items >= LEAST_ITEMS;
}

static int by_name(const void *a, const void *b)
{
    const struct index_entry *x = a, *y = b;
    int order = pinyin_compare(x->order, x->name, y->name);
    if (order)
        return order;
    return x->position < y->position ? -1 : 1;
}

static struct index_entry *entries_of(struct booklet *b, const struct pinyin *order,
                                      size_t *n)
{
    const struct catalog *c = b->catalog;
    VEC(struct index_entry) all = {0};
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            *vec_push(b->composer.arena, &all) = (struct index_entry){
                order, item_title(b, item), item, b->items[g][i], all.n};
        }
    *n = all.n;
    qsort(all.at, all.n, sizeof *all.at, by_name);
    return all.at;
}

static void put_letter(struct booklet *b, struct galley *g, size_t toc, char letter)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "index-letter");
    struct str text = letter == '#' ? print_label(b->guide, "index-other")
                                    : str_print(c->arena, "%c", letter);
    struct span span = {.text = text, .style = type->style};
    struct block block = block_of(type, scene_element(c->scene, ROLE_H2, toc));
    block.keep_next = true;
    galley_text(c, g, &span, 1, &block);
}

static void put_entry(struct booklet *b, struct galley *g, size_t toc,
                      const struct index_entry *e)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "index-item");
    const struct print_type *code = print_type(b->guide, "index-code");
    struct span spans[] = {{.text = e->name, .style = type->style},
                           {.text = STR("　"), .style = code->style},
                           {.text = e->item->code, .style = code->style}};
    struct block block = block_of(type, scene_element(c->scene, ROLE_TOC_ITEM, toc));
    contents_entry(b, g, spans, e->item->code.n ? 3 : 1, &block,
                   &(struct contents_end){e->target, item_dest(b, e->item)});
}

void booklet_index(struct booklet *b)
{
    struct composer *c = &b->composer;
    struct pinyin *order = b->index == COMPOSER_NONE ? NULL : pinyin_new();
    if (!order)
        return;
    struct str title = print_label(b->guide, "index");
    composer_section(c, b->guide,
                     (struct furniture){.left = b->catalog->title,
                                        .right = title,
                                        .folio = FOLIO_MIDDLE});
    composer_page(c);
    struct anchor anchor = {.dest = STR("index"), .bookmark = title, .target = b->index};
    composer_anchor(c, &anchor, 0);
    size_t toc = scene_element(c->scene, ROLE_TOC, SCENE_ROOT), n;
    const struct print_type *type = print_type(b->guide, "contents-title");
    struct span span = {.text = title, .style = type->style};
    struct block block = block_of(type, scene_element(c->scene, ROLE_H1, toc));
    block.keep_next = true;
    struct galley g = {0};
    galley_text(c, &g, &span, 1, &block);
    struct index_entry *entries = entries_of(b, order, &n);
    for (size_t i = 0; i < n; i++) {
        char letter = pinyin_letter(order, entries[i].name);
        if (i == 0 || letter != pinyin_letter(order, entries[i - 1].name))
            put_letter(b, &g, toc, letter);
        put_entry(b, &g, toc, &entries[i]);
    }
    galley_tighten(c, &g, BOOKLET_TIGHTEST, 0);
    composer_set(c, &g);
    pinyin_drop(order);
}
