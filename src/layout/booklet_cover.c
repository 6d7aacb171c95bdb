#include "layout/booklet_parts.h"

#include "layout/notice.h"
#include "layout/text_headline.h"

/* The title high on the page, who issued it and when at the foot; nothing else. */

/* Letters of a title are made smaller until it takes no more than this part of the type
 * area's height, but not smaller than this. */
static const double MOST_TITLE = 0.45, LEAST_SIZE = 14;

static void put_title(struct booklet *b, struct galley *g)
{
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "cover-title");
    struct style style = type->style;
    struct paragraph_style set = print_paragraph(type, composer_width(c));
    struct paragraph p;
    for (;;) {
        set.leading = type->leading * style.size / type->style.size;
        p = headline_layout(c->arena, c->set, b->catalog->title, &style, &set);
        if (p.height <= composer_height(c) * MOST_TITLE || style.size <= LEAST_SIZE)
            break;
        style.size *= 0.85;
    }
    struct block block = block_of(type, scene_element(c->scene, ROLE_H1, SCENE_ROOT));
    galley_paragraph(c, g, &p, &block);
}

static void put_line(struct booklet *b, struct galley *g, const char *name,
                     struct str text)
{
    if (text.n == 0)
        return;
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, name);
    struct block block =
        block_of(type, scene_element(c->scene, ROLE_PARAGRAPH, SCENE_ROOT));
    galley_headline(c, g, type, text, &block);
}

static double galley_height(const struct galley *g)
{
    double height = 0;
    for (size_t i = 0; i < g->rows.n; i++)
        height += g->rows.at[i].height + g->rows.at[i].above;
    return height;
}

void booklet_cover(struct booklet *b)
{
    struct composer *c = &b->composer;
    composer_section(c, b->guide, (struct furniture){.folio = FOLIO_NONE});
    composer_page(c);
    struct anchor anchor = {
        .dest = STR("cover"), .bookmark = b->catalog->title, .target = COMPOSER_NONE};
    composer_anchor(c, &anchor, 0);
    c->y += print_measure(b->guide, "cover-top");
    c->fresh = false;
    struct galley title = {0}, foot = {0};
    put_title(b, &title);
    put_line(b, &title, "cover-edition", b->catalog->edition);
    composer_set(c, &title);

    put_line(b, &foot, "cover-number", b->catalog->document_number);
    put_line(b, &foot, "cover-issuer", b->catalog->issuer);
    put_line(b, &foot, "cover-date", date_words(c->arena, b->catalog->document_date));
    double y = frame_end(&b->guide->page) - print_measure(b->guide, "cover-foot") -
               galley_height(&foot);
    if (y > c->y)
        c->y = y;
    composer_set(c, &foot);
}
