#include "layout/booklet_parts.h"

#include "catalog/form.h"
#include "layout/form.h"

#include <math.h>

/* The forms of an item follow its flowchart, each on pages of its own that are as large as
 * the form's sheet; those of the catalog come last. Where a material names a form that the
 * booklet prints, the page is said behind it. */

/* A short file can list a form very often. Cells printed in one booklet; what is more is not
 * printed there, and told. */
enum { MOST_CELLS = 1000 * 1000 };

static size_t count_cells(const struct form *f)
{
    size_t cells = 1;
    for (size_t r = 0; r < f->rows.n; r++)
        cells += f->rows.at[r].cells.n * f->rows.at[r].repeat;
    return cells;
}

static void add_refs(struct booklet *b, const struct form_refs *refs)
{
    struct composer *c = &b->composer;
    for (size_t i = 0; i < refs->n; i++) {
        const struct form *form = form_find(b->catalog, refs->at[i].id);
        if (!form || b->form_cells > MOST_CELLS)
            continue;
        b->form_cells += count_cells(form);
        if (b->form_cells > MOST_CELLS) {
            struct pos at = {&b->catalog->source, refs->at[i].at};
            diag_at(b->diag, at, DIAG_BOOKLET_FORMS, MOST_CELLS);
            continue;
        }
        size_t *first = &b->first_forms[form - b->catalog->forms.at];
        *vec_push(c->arena, &b->forms) = (struct booklet_form){
            &refs->at[i], form, composer_target(c), *first == COMPOSER_NONE};
        if (*first == COMPOSER_NONE)
            *first = b->forms.n - 1;
    }
}

void booklet_add_forms(struct booklet *b)
{
    const struct catalog *c = b->catalog;
    b->first_forms = arena_array(b->composer.arena, c->forms.n, sizeof *b->first_forms);
    b->last_forms = arena_array(b->composer.arena, c->forms.n, sizeof *b->last_forms);
    for (size_t i = 0; i < c->forms.n; i++)
        b->first_forms[i] = b->last_forms[i] = COMPOSER_NONE;
    for (size_t g = 0; g < c->groups.n; g++)
        for (size_t i = 0; i < c->groups.at[g].items.n; i++) {
            const struct item *item = &c->groups.at[g].items.at[i];
            add_refs(b, &item->forms);
            for (size_t k = 0; k < item->services.n; k++)
                add_refs(b, &item->services.at[k].forms);
        }
    add_refs(b, &c->form_refs);
}

struct str form_dest(struct booklet *b, const struct booklet_form *printed)
{
    struct str id = printed->form->id;
    if (printed->first)
        return str_print(b->composer.arena, "form-%.*s", STR_ARG(id));
    return str_print(b->composer.arena, "form-%.*s.%zu", STR_ARG(id),
                     (size_t)(printed - b->forms.at) + 1);
}

/* The printing that an item refers to: its own, which comes next; else the last one before
 * it; else the first. */
static const struct booklet_form *find_printing(const struct booklet *b,
                                                const struct item *item, struct str id)
{
    const struct form *form = form_find(b->catalog, id);
    if (!form)
        return NULL;
    for (size_t i = b->printed; i < b->forms.n; i++) {
        const struct booklet_form *own = &b->forms.at[i];
        if (own->ref < item->forms.at || own->ref >= item->forms.at + item->forms.n)
            break;
        if (own->form == form)
            return own;
    }
    size_t which = form - b->catalog->forms.at;
    size_t last = b->last_forms[which];
    size_t nearest = last == COMPOSER_NONE ? b->first_forms[which] : last;
    return nearest == COMPOSER_NONE ? NULL : &b->forms.at[nearest];
}

/* --- pages --- */

/* White between a form and the page number below it, points. */
static const double BELOW_FORM = 17;
/* The height of figures, in parts of their size. */
static const double FIGURES = 0.8;

/* Pages of the form's size with the booklet's own letters around them; the page number
 * stands where it does on every page. */
static const struct print_style *sheet_style(struct booklet *b, const struct form *form)
{
    struct print_style *style = arena_alloc(b->composer.arena, sizeof *style);
    *style = *b->guide;
    style->page = form_frame(form, b->form, b->composer.set, 1);
    const struct page_frame *text = &b->guide->page;
    style->page.bottom = fmax(
        style->page.bottom,
        text->foot + FIGURES * print_type(b->guide, "folio")->style.size + BELOW_FORM);
    style->page.foot = text->foot;
    return style;
}

static void print_form(struct booklet *b, const struct booklet_form *printed,
                       size_t element, enum role heading, unsigned depth)
{
    struct composer *c = &b->composer;
    const struct print_style *style = sheet_style(b, printed->form);
    b->last_forms[printed->form - b->catalog->forms.at] = (size_t)(printed - b->forms.at);
    composer_section(c, style, c->furniture);
    composer_page(c);
    struct anchor anchor = {.dest = form_dest(b, printed),
                            .bookmark = form_name(c->arena, printed->form),
                            .depth = depth,
                            .target = printed->target};
    composer_anchor(c, &anchor, 0);
    struct form_sheet sheet = {.scene = c->scene,
                               .setter = c->set,
                               .style = b->form,
                               .frame = style->page,
                               .element = scene_element(c->scene, ROLE_PART, element),
                               .heading = heading};
    form_paint(&sheet, printed->form, b->diag);
    composer_adopt(c);
    composer_section(c, b->guide, c->furniture);
}

void booklet_forms(struct booklet *b, const struct form_refs *refs, size_t element,
                   enum role heading, unsigned depth)
{
    for (size_t i = 0; i < refs->n && b->printed < b->forms.n; i++)
        if (b->forms.at[b->printed].ref == &refs->at[i])
            print_form(b, &b->forms.at[b->printed++], element, heading, depth);
}

void booklet_own_forms(struct booklet *b)
{
    struct composer *c = &b->composer;
    c->furniture = (struct furniture){.left = b->catalog->title, .folio = FOLIO_MIDDLE};
    booklet_forms(b, &b->catalog->form_refs, SCENE_ROOT, ROLE_H1, 0);
}

/* --- 见第 N 页 --- */

static double line_end(const struct row *row)
{
    const struct text_line *line = &row->text->lines.at[row->line];
    double end = 0;
    for (size_t i = 0; i < line->runs.n; i++)
        end = fmax(end, line->runs.at[i].x + line->runs.at[i].width);
    return row->x + end;
}

/* A row of its own for the note, on the page of the row above. */
static void add_note_row(struct booklet *b, struct galley *g)
{
    struct composer *c = &b->composer;
    struct row *above = &g->rows.at[g->rows.n - 1];
    above->keep = true;
    struct span nothing = {.style = print_type(b->guide, "form-page")->style};
    struct block block = block_of(print_type(b->guide, "form-page"), above->element);
    block.left = above->x;
    block.above = -g->gap;
    double gap = g->gap;
    galley_text(c, g, &nothing, 1, &block);
    g->gap = gap;
}

void booklet_refer(struct booklet *b, struct galley *g, const struct item *item,
                   struct str id, double right)
{
    const struct booklet_form *form = id.n ? find_printing(b, item, id) : NULL;
    if (!form || g->rows.n == 0)
        return;
    struct composer *c = &b->composer;
    const struct print_type *type = print_type(b->guide, "form-page");
    struct str label = print_label(b->guide, "form-page");
    size_t at = str_find(label, STR("{n}"));
    if (at == STR_NONE)
        return;
    struct leader *leader = arena_alloc(c->arena, sizeof *leader);
    *leader = (struct leader){.target = form->target,
                              .style = type->style,
                              .before = str_slice(label, 0, at),
                              .behind = str_from(label, at + STR("{n}").n),
                              .plain = true,
                              .right = right};
    struct str widest = str_print(c->arena, "%.*s0000%.*s", STR_ARG(leader->before),
                                  STR_ARG(leader->behind));
    leader->width =
        font_width(typesetter_fonts(c->set), type->style.font, type->style.size, widest);
    if (line_end(&g->rows.at[g->rows.n - 1]) + leader->width > composer_width(c) - right)
        add_note_row(b, g);
    struct row *row = &g->rows.at[g->rows.n - 1];
    row->leader = leader;
    row->link = form_dest(b, form);
}
