#include "layout/booklet_parts.h"

#include "layout/notice.h"

#include <math.h>

/* clang-format off */
static const char *const type_names[] = {
    "head",          "folio",         "cover-title",     "cover-edition",
    "cover-number",  "cover-issuer",  "cover-date",      "contents-title",
    "contents-part", "contents-item", "contents-form",   "contents-number",
    "part-number",   "part-title",    "part-code",       "item-title",
    "item-code",     "service-title", "service-code",    "field",
    "body",          "step",          "form-page",       "chart-title",
    "chart-note",    "qr",            "index-letter",    "index-item",
    "index-code",    NULL};
static const char *const label_names[] = {
    "folio",       "contents-title", "contents",        "notice", "missing-title",
    "chart-title", "chart-derived",  "chart-branches",  "chart-completed", "chart-by-levels",
    "chart-onward", "chart-from",    "chart-before",    "cover",  "form-page",
    "qr",          "index",          "index-other",     NULL};
static const char *const measure_names[] = {
    "cover-top", "cover-foot", "contents-indent", "contents-gap", "part-top",    "part-list",
    "column",    "number-gap", "number-most",     "chart-least",  "chart-narrow", "chart-scale", "qr-side",
    NULL};
static const char *const color_names[] = {"rule", NULL};
/* clang-format on */

const struct print_needs *booklet_needs(void)
{
    static const struct print_needs needs = {.types = type_names,
                                             .labels = label_names,
                                             .measures = measure_names,
                                             .colors = color_names};
    return &needs;
}

struct box booklet_body(const struct print_style *guide)
{
    const struct page_frame *f = &guide->page;
    double x = floor(f->left) - 1, y = floor(f->top) - 1;
    return (struct box){.x = x,
                        .y = y,
                        .width = ceil(f->width - f->right) + 1 - x,
                        .height = ceil(frame_end(f)) + 1 - y};
}

/* --- names --- */

struct str item_title(struct booklet *b, const struct item *item)
{
    struct str title = field_text(item_field(item, FIELD_TITLE));
    return title.n ? text_on_one_line(b->composer.arena, title)
                   : print_label(b->guide, "missing-title");
}

bool number_has_mark(struct str no)
{
    static const struct str marks[] = {STR_INIT("、"), STR_INIT("."), STR_INIT("．"),
                                       STR_INIT("）"), STR_INIT(")"), STR_INIT("："),
                                       STR_INIT(":")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(no, marks[i]))
            return true;
    return false;
}

struct str item_name(struct booklet *b, const struct item *item)
{
    const char *gap = item->seq.n && !number_has_mark(item->seq) ? " " : "";
    return str_print(b->composer.arena, "%.*s%s%.*s", STR_ARG(item->seq), gap,
                     STR_ARG(item_title(b, item)));
}

struct str part_number(const struct group *group)
{
    static const struct str marks[] = {STR_INIT("："), STR_INIT(":")};
    struct str no = str_trim(group->no);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(no, marks[i]))
            return str_slice(no, 0, no.n - marks[i].n);
    return no;
}

struct str part_name(struct booklet *b, const struct group *group)
{
    struct str no = part_number(group);
    struct str title = text_on_one_line(b->composer.arena, field_text(group->title));
    const char *gap = no.n && title.n && !number_has_mark(no) ? "　" : "";
    return str_print(b->composer.arena, "%.*s%s%.*s", STR_ARG(no), gap, STR_ARG(title));
}

struct str item_dest(struct booklet *b, const struct item *item)
{
    return str_print(b->composer.arena, "item-%.*s", STR_ARG(item->stem));
}

struct str part_dest(struct booklet *b, size_t group)
{
    return str_print(b->composer.arena, "part-%zu", group + 1);
}

bool part_titled(const struct group *group)
{
    return group->no.n || group->code.n || !field_empty(group->title);
}

/* --- the order of the parts --- */

static void add_targets(struct booklet *b)
{
    struct composer *c = &b->composer;
    size_t n = b->catalog->groups.n;
    b->parts = arena_array(c->arena, n, sizeof *b->parts);
    b->items = arena_array(c->arena, n, sizeof *b->items);
    for (size_t g = 0; g < n; g++) {
        const struct group *group = &b->catalog->groups.at[g];
        b->parts[g] = part_titled(group) ? composer_target(c) : COMPOSER_NONE;
        b->items[g] = arena_array(c->arena, group->items.n, sizeof *b->items[g]);
        for (size_t i = 0; i < group->items.n; i++)
            b->items[g][i] = composer_target(c);
    }
}

static void set_notice(struct booklet *b, const struct print_style *style)
{
    if (!b->catalog->notice.present)
        return;
    struct anchor anchor = {.dest = STR("notice"),
                            .bookmark = print_label(b->guide, "notice"),
                            .target = COMPOSER_NONE};
    notice_pages(&b->composer, b->catalog, style, &anchor);
}

/* Whether every part has room for its name beside the book's in the running head. */
static bool heads_fit(struct booklet *b)
{
    for (size_t g = 0; g < b->catalog->groups.n; g++) {
        struct furniture furniture = {.left = b->catalog->title,
                                      .right = part_name(b, &b->catalog->groups.at[g])};
        if (!composer_head_fits(&b->composer, furniture))
            return false;
    }
    return true;
}

struct scene *booklet_scene(const struct catalog *catalog, const struct typesetter *t,
                            const struct booklet_style *style, struct diag *d)
{
    struct scene *s = scene_new();
    s->title = str_copy(s->arena, catalog->title);
    s->author = str_copy(s->arena, catalog->issuer);
    s->language = STR("zh-CN");
    s->date = str_copy(s->arena, catalog->document_date);
    struct booklet b = {.composer = composer_new(s, t),
                        .catalog = catalog,
                        .guide = style->guide,
                        .form = style->form,
                        .folder = style->folder,
                        .diag = d};
    add_targets(&b);
    b.index = booklet_has_index(&b) ? composer_target(&b.composer) : COMPOSER_NONE;
    booklet_add_forms(&b);
    booklet_cover(&b);
    composer_page(&b.composer); /* its back is empty: odd pages lie at the right */
    b.composer.unnumbered = s->front = s->pages.n;
    s->front_label = str_copy(s->arena, print_label(style->guide, "cover"));
    b.composer.alternate = !heads_fit(&b);
    set_notice(&b, style->notice);
    booklet_contents(&b);
    for (size_t g = 0; g < catalog->groups.n; g++) {
        booklet_part(&b, g);
        for (size_t i = 0; i < catalog->groups.at[g].items.n; i++)
            booklet_item(&b, g, i);
    }
    booklet_own_forms(&b);
    booklet_index(&b);
    composer_finish(&b.composer);
    return s;
}
