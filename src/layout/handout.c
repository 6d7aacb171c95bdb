#include "layout/handout_parts.h"

#include <stdint.h>

/* A sheet is laid out in full, again in smaller letters while it is too tall, and in the
 * smallest with fewer and fewer rows a field: cutting all fields to one number of rows
 * shortens the longest ones and leaves the others whole. */

/* clang-format off */
static const char *const type_names[] = {
    "kind", "title", "code", "qr",   "label",  "body", "step",
    "mark", "more",  "fill", "sign", "source", NULL};
static const char *const label_names[] = {
    "kind",      "missing-title", "item-code",  "service-code", "of-item",       "qr",
    "form",      "forms",         "more",       "more-text",    "where-page",    "where-web",
    "where-or",  "where-catalog", "fill",       "sign-1",       "sign-2",        "sign-3",
    "source",    "address",       NULL};
static const char *const measure_names[] = {
    "head-gap",   "title-least", "column", "number-gap", "number-most", "section-pad",
    "least",      "step",        "fill-least", "fill-line", "fill-most", "foot-gap", NULL};
static const char *const color_names[] = {"main", "rule", NULL};
/* clang-format on */

const struct print_needs *handout_needs(void)
{
    static const struct print_needs needs = {.types = type_names,
                                             .labels = label_names,
                                             .measures = measure_names,
                                             .colors = color_names};
    return &needs;
}

/* --- what is said --- */

const struct item *handout_item(const struct handout_subject *of)
{
    return of->service ? of->service : of->item;
}

const struct field *handout_field(const struct handout_subject *of, enum field_id id)
{
    const struct field *own = item_field(handout_item(of), id);
    return field_empty(own) ? item_field(of->item, id) : own;
}

const struct str_list *handout_steps(const struct handout_subject *of)
{
    const struct item *item = handout_item(of);
    return item->steps.n ? &item->steps : &of->item->steps;
}

bool handout_wanted(const struct item *item, const struct item *service)
{
    static const enum field_id asked[] = {FIELD_MATERIALS, FIELD_STEPS, FIELD_PROCESS,
                                          FIELD_LIMIT};
    const struct handout_subject of = {.item = item, .service = service};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (!field_empty(handout_field(&of, asked[i])))
            return true;
    return false;
}

/* --- one page --- */

static struct scene *new_scene(const struct handout_subject *of,
                               const struct print_style *style)
{
    struct scene *s = scene_new();
    struct str name = field_text(item_field(handout_item(of), FIELD_TITLE));
    s->title = str_print(s->arena, "%.*s %.*s", STR_ARG(name),
                         STR_ARG(print_label(style, "kind")));
    s->author = str_copy(s->arena, of->catalog->issuer);
    s->language = STR("zh-CN");
    s->date = str_copy(s->arena, of->catalog->document_date);
    return s;
}

/* Room for the fields between head and signatures. */
static double room(const struct handout *h)
{
    const struct composer *c = &h->composer;
    return frame_end(&c->style->page) - c->y - handout_height(&h->foot) -
           print_type(h->style, "sign")->leading -
           2 * print_measure(h->style, "foot-gap");
}

/* Lays a sheet out with this style of the fields; h->composer is finished later. True when
 * it fits. */
static bool attempt(struct handout *h, struct scene *s, const struct typesetter *t,
                    const struct print_style *text, size_t most_rows)
{
    *h = (struct handout){.composer = composer_new(s, t),
                          .of = h->of,
                          .style = h->style,
                          .text = text,
                          .most_rows = most_rows};
    composer_section(&h->composer, h->style, (struct furniture){.folio = FOLIO_NONE});
    composer_page(&h->composer);
    handout_head(h);
    double height = handout_lay_fields(h);
    /* The foot is read behind the fields, so its elements are made last. */
    handout_lay_foot(h);
    return height <= room(h);
}

static void give_up(struct handout *h, struct scene *s)
{
    composer_finish(&h->composer);
    scene_drop(s);
}

static void tell_shortened(const struct handout *h, struct diag *d)
{
    for (size_t i = 0; i < h->sections.n; i++) {
        const struct handout_section *s = &h->sections.at[i];
        if (s->shown == s->entries)
            continue;
        const struct field *f = handout_field(h->of, s->field);
        struct str title = field_text(item_field(handout_item(h->of), FIELD_TITLE));
        diag_at(d, (struct pos){&h->of->catalog->source, f->at}, DIAG_HANDOUT_CUT,
                STR_ARG(title), field_row(s->field)->label, s->entries, s->shown);
    }
}

/* The most rows a field may take, found by halving; a field of one row and the words below
 * it always have room. */
static struct scene *shorten(struct handout *h, const struct typesetter *t,
                             const struct print_style *text)
{
    size_t fits = 1, too_many = 128; /* more than a page has */
    while (fits + 1 < too_many) {
        size_t middle = (fits + too_many) / 2;
        struct scene *s = new_scene(h->of, h->style);
        if (attempt(h, s, t, text, middle))
            fits = middle;
        else
            too_many = middle;
        give_up(h, s);
    }
    struct scene *s = new_scene(h->of, h->style);
    attempt(h, s, t, text, fits);
    return s;
}

/* The first attempt that fits; its composer is open. */
static struct scene *fit(struct handout *h, struct arena *a, const struct typesetter *t)
{
    double full = print_type(h->style, "body")->style.size;
    double least = print_measure(h->style, "least");
    const struct print_style *text = h->style;
    for (double size = full;; size -= print_measure(h->style, "step")) {
        struct scene *s = new_scene(h->of, h->style);
        if (attempt(h, s, t, text, SIZE_MAX))
            return s;
        give_up(h, s);
        double next = size - print_measure(h->style, "step");
        if (next < least - 0.01 || next >= size)
            return shorten(h, t, text);
        text = print_scaled(a, h->style, next / full);
    }
}

struct scene *handout_scene(const struct handout_subject *of, const struct typesetter *t,
                            const struct print_style *style, struct diag *d)
{
    struct arena *a = arena_new();
    struct handout h = {.of = of, .style = style};
    struct scene *s = fit(&h, a, t);
    tell_shortened(&h, d);
    handout_fields(&h);
    handout_foot(&h);
    composer_finish(&h.composer);
    arena_drop(a);
    return s;
}
