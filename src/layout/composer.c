#include "layout/composer.h"

#include "base/utf8.h"

#include <assert.h>
#include <math.h>

/* Rounding of leading × lines must not push the last line of a full page to the next. */
static const double SLACK = 0.05;

struct composer composer_new(struct scene *s, const struct typesetter *set)
{
    return (struct composer){.scene = s, .set = set, .arena = arena_new()};
}

double composer_width(const struct composer *c)
{
    return frame_inner_width(&c->style->page);
}

double composer_height(const struct composer *c)
{
    return frame_inner_height(&c->style->page);
}

double composer_room(const struct composer *c)
{
    return c->open ? frame_end(&c->style->page) - c->y : 0;
}

size_t composer_number(const struct composer *c, size_t page)
{
    return page < c->unnumbered ? 0 : page - c->unnumbered + 1;
}

/* --- furniture --- */

/* True when the text's next character is written without blanks between words. */
static bool is_wide(struct str rest)
{
    return rest.n && utf8_columns(utf8_next(&rest)) == 2;
}

struct str text_on_one_line(struct arena *a, struct str text)
{
    struct buf out = {0};
    struct str rest = text, line;
    bool wide = true;
    while (str_cut(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.n == 0)
            continue;
        if (out.n && !(wide && is_wide(line)))
            buf_char(&out, ' ');
        buf_put(&out, line);
        wide = utf8_columns(utf8_last(line, NULL)) == 2;
    }
    struct str flat = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return flat;
}

static double style_width(const struct composer *c, const struct style *style,
                          struct str text)
{
    return font_width(typesetter_fonts(c->set), style->font, style->size, text);
}

/* The letters of the running head are made smaller by so much before anything is left out. */
static const double HEAD_LEAST = 0.9;

/* What both sides of a running head take of the line, and what there is for them. */
struct head_room {
    double wanted, width;
};

static struct head_room head_room(const struct composer *c, const struct style *style,
                                  struct str left, struct str right)
{
    double gap = left.n && right.n ? style->size * 2 : 0;
    return (struct head_room){style_width(c, style, left) + style_width(c, style, right),
                              composer_width(c) - gap};
}

bool composer_head_fits(const struct composer *c, struct furniture furniture)
{
    struct head_room room = head_room(c, &print_type(c->style, "head")->style,
                                      text_on_one_line(c->arena, furniture.left),
                                      text_on_one_line(c->arena, furniture.right));
    return room.wanted * HEAD_LEAST <= room.width;
}

/* Both sides of the running head, or one of them by turns (the book's name on even pages,
 * the part's on odd ones, as books have it). Where the two have no room side by side the right
 * one says where the reader is. What is wider than the line alone is cut. */
static void paint_head(struct composer *c)
{
    struct str left = text_on_one_line(c->arena, c->furniture.left);
    struct str right = text_on_one_line(c->arena, c->furniture.right);
    if (!left.n && !right.n)
        return;
    if (c->alternate && left.n && right.n)
        *(composer_number(c, c->page) % 2 ? &left : &right) = STR("");
    const struct page_frame *frame = &c->style->page;
    struct style style = print_type(c->style, "head")->style;
    struct head_room room = head_room(c, &style, left, right);
    if (room.wanted > room.width && room.wanted * HEAD_LEAST <= room.width)
        style.size *= room.width / room.wanted;
    else if (room.wanted > room.width && right.n)
        left = STR("");
    if (left.n)
        frame_text(c->scene, c->set, c->page, frame, FRAME_HEAD_LEFT, &style, left, 0);
    if (right.n)
        frame_text(c->scene, c->set, c->page, frame, FRAME_HEAD_RIGHT, &style, right, 0);
    frame_rule(c->scene, c->page, frame, print_color(c->style, "rule"));
}

static void paint_folio(struct composer *c)
{
    size_t number = composer_number(c, c->page);
    if (c->furniture.folio == FOLIO_NONE || number == 0)
        return;
    const struct style *style = &print_type(c->style, "folio")->style;
    struct str text =
        frame_number(c->arena, print_label(c->style, "folio"), number, number);
    enum frame_place place = FRAME_FOOT_CENTER;
    struct page_frame frame = c->style->page;
    if (c->furniture.folio == FOLIO_OUTER) {
        place = number % 2 ? FRAME_FOOT_RIGHT : FRAME_FOOT_LEFT;
        frame.left += style->size;
        frame.right += style->size;
    }
    frame_text(c->scene, c->set, c->page, &frame, place, style, text, 0);
}

/* --- pages --- */

void composer_section(struct composer *c, const struct print_style *style,
                      struct furniture furniture)
{
    c->style = style;
    c->furniture = furniture;
    c->open = false;
}

void composer_page(struct composer *c)
{
    c->page = frame_page(c->scene, &c->style->page);
    c->y = c->style->page.top;
    c->open = c->fresh = true;
    paint_head(c);
    paint_folio(c);
}

void composer_adopt(struct composer *c)
{
    while (c->page + 1 < c->scene->pages.n) {
        c->page++;
        paint_head(c);
        paint_folio(c);
    }
    c->open = false;
}

void composer_need(struct composer *c, double above, double height)
{
    bool fits = c->open && (c->fresh || above + height <= composer_room(c) + SLACK);
    if (!fits)
        composer_page(c);
    if (!c->fresh)
        c->y += above;
}

size_t composer_target(struct composer *c)
{
    *vec_push(c->arena, &c->targets) = COMPOSER_NONE;
    return c->targets.n - 1;
}

void composer_anchor(struct composer *c, const struct anchor *a, double y)
{
    if (a->dest.n)
        scene_destination(c->scene, a->dest, c->page, y);
    if (a->bookmark.n)
        scene_bookmark(c->scene, text_on_one_line(c->arena, a->bookmark), a->depth,
                       c->page, y);
    if (a->target != COMPOSER_NONE)
        c->targets.at[a->target] = c->page;
}

/* --- rows --- */

/* Dots stand on a grid that begins at the right, so that they are aligned from row to row;
 * the number gets a mark that composer_finish() fills. */
static void paint_leader(struct composer *c, const struct row *r, double baseline)
{
    const struct leader *l = r->leader;
    const struct text_line *line = &r->text->lines.at[r->line];
    double end = 0;
    for (size_t i = 0; i < line->runs.n; i++)
        end = fmax(end, line->runs.at[i].x + line->runs.at[i].width);
    double from = c->style->page.left + r->x + end + l->style.size * 0.5;
    double right = c->style->page.width - c->style->page.right - l->right;
    double to = right - l->width - l->style.size * 0.5;
    double dot = style_width(c, &l->style, STR("."));
    double pitch = dot * 2;
    if (!l->plain && to - from >= pitch * 3) {
        size_t n = (size_t)floor((to - from) / pitch);
        struct buf dots = {0};
        buf_pad(&dots, '.', n);
        struct text_mark t = {.text = buf_str(&dots),
                              .style = l->style,
                              .x = to - (double)n * pitch,
                              .y = baseline,
                              .width = (double)n * pitch,
                              .tracking = pitch - dot};
        scene_text(c->scene, c->page, SCENE_ARTIFACT, &t);
        buf_drop(&dots);
    }
    struct text_mark number = {.text = STR("0"),
                               .style = l->style,
                               .x = right - l->width,
                               .y = baseline,
                               .aside = l->plain};
    *vec_push(c->arena, &c->slots) =
        (struct composer_slot){.page = c->page,
                               .mark = c->scene->pages.at[c->page].marks.n,
                               .right = right,
                               .target = l->target,
                               .before = l->before,
                               .behind = l->behind};
    scene_text(c->scene, c->page, r->element, &number);
}

static void paint_row(struct composer *c, const struct row *r)
{
    if (!c->fresh)
        c->y += r->above;
    if (r->anchor)
        composer_anchor(c, r->anchor, c->y);
    double left = c->style->page.left, baseline = c->y + r->text->ascent;
    if (r->label)
        text_paint(c->scene, c->page, r->label_element, r->label, 0, 1, left + r->label_x,
                   baseline - r->label->ascent);
    text_paint(c->scene, c->page, r->element, r->text, r->line, r->line + 1, left + r->x,
               c->y);
    if (r->leader)
        paint_leader(c, r, baseline);
    if (r->link.n) {
        double x = left + (r->label ? r->label_x : r->x);
        struct link_mark l = {.x = x,
                              .y = c->y,
                              .width = c->style->page.width - c->style->page.right - x,
                              .height = r->height,
                              .dest = r->link};
        scene_link(c->scene, c->page, r->element, &l);
    }
    c->y += r->height;
    c->fresh = false;
}

/* What is left of a page. */
struct rest {
    double room;
    bool fresh;    /* nothing stands on it yet */
    double factor; /* of the heights of the rows */
};

static struct rest rest_of(const struct composer *c, double factor)
{
    return c->open ? (struct rest){composer_room(c), c->fresh, factor}
                   : (struct rest){composer_height(c), true, factor};
}

/* The number of rows from `from` on that the page still takes. */
static size_t rows_that_fit(struct rest page, const struct galley *g, size_t from)
{
    double room = page.room + SLACK, used = 0;
    size_t i = from;
    for (; i < g->rows.n; i++) {
        const struct row *r = &g->rows.at[i];
        used += (r->height + (page.fresh && i == from ? 0 : r->above)) * page.factor;
        if (used > room)
            break;
    }
    return i - from;
}

/* How many of the `fit` rows to set before the page ends: up to the last place where a page
 * may end. 0 when there is none. */
static size_t best_cut(const struct galley *g, size_t from, size_t fit)
{
    if (from + fit == g->rows.n)
        return fit;
    while (fit && g->rows.at[from + fit - 1].keep)
        fit--;
    return fit;
}

/* The rows from `from` on that are set on the page. */
static size_t rows_to_set(struct rest page, const struct galley *g, size_t from)
{
    size_t fit = rows_that_fit(page, g, from);
    size_t cut = best_cut(g, from, fit);
    /* Rows that are kept together over more than a page are parted all the same. */
    return cut == 0 && page.fresh ? (fit ? fit : 1) : cut;
}

void composer_set(struct composer *c, const struct galley *g)
{
    size_t i = 0;
    while (i < g->rows.n) {
        if (!c->open)
            composer_page(c);
        for (size_t end = i + rows_to_set(rest_of(c, 1), g, i); i < end; i++)
            paint_row(c, &g->rows.at[i]);
        if (i < g->rows.n)
            composer_page(c);
    }
}

/* The pages a galley takes, and the room below it on the last one. */
struct extent {
    size_t pages;
    double room;
};

static struct extent extent_of(const struct composer *c, const struct galley *g,
                               double factor)
{
    struct rest page = rest_of(c, factor);
    struct extent e = {0, page.room};
    for (size_t i = 0; i < g->rows.n; e.pages++) {
        size_t first = i, end = i + rows_to_set(page, g, i);
        e.room = page.room;
        for (; i < end; i++) {
            const struct row *r = &g->rows.at[i];
            e.room -= (r->height + (page.fresh && i == first ? 0 : r->above)) * factor;
        }
        page = (struct rest){composer_height(c), true, factor};
    }
    return e;
}

double galley_room(const struct composer *c, const struct galley *g)
{
    return extent_of(c, g, 1).room;
}

/* With something as high as `tail` below the galley, on its last page or on one of its own. */
static size_t pages_of(const struct composer *c, const struct galley *g, double factor,
                       double tail)
{
    struct extent e = extent_of(c, g, factor);
    return e.pages + (tail > e.room + SLACK);
}

void galley_tighten(const struct composer *c, struct galley *g, double least, double tail)
{
    size_t pages = pages_of(c, g, 1, tail), fewest = pages_of(c, g, least, tail);
    if (fewest >= pages)
        return;
    double factor = 1;
    while (factor > least && pages_of(c, g, factor, tail) > fewest)
        factor -= 0.005;
    factor = fmax(factor, least);
    for (size_t i = 0; i < g->rows.n; i++) {
        g->rows.at[i].height *= factor;
        g->rows.at[i].above *= factor;
    }
}

void composer_finish(struct composer *c)
{
    for (size_t i = 0; i < c->slots.n; i++) {
        const struct composer_slot *slot = &c->slots.at[i];
        size_t page = c->targets.at[slot->target];
        assert(page != COMPOSER_NONE);
        struct mark *m = &c->scene->pages.at[slot->page].marks.at[slot->mark];
        assert(m->kind == MARK_TEXT);
        struct text_mark *t = &m->text;
        t->text = str_print(c->scene->arena, "%.*s%zu%.*s", STR_ARG(slot->before),
                            composer_number(c, page), STR_ARG(slot->behind));
        t->width = style_width(c, &t->style, t->text);
        t->x = slot->right - t->width;
    }
    arena_drop(c->arena);
    c->arena = NULL;
}
