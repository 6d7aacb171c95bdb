#include "layout/flow_parts.h"

#include "base/utf8.h"
#include "layout/text_memo.h"

#include <assert.h>
#include <math.h>

/* Texts wrapped, boxes as large as their text needs.
 *
 * A page of the site is read with the reader's own fonts, not with those measured here, so
 * the text gets a tenth more room than it takes (DESIGN section 6). */
static const double SLACK = 1.1;

/* Radius of a pill with more than two lines: a larger one cuts into the text. */
static const double ROUND_MOST = 22;

static const struct color ink = {0x1b, 0x1f, 0x23};
static const struct color white = {0xff, 0xff, 0xff};

static size_t characters(const struct flow_work *w, const struct flow_shape *s)
{
    if (s->node->kind != NODE_MATERIALS || !w->flow->materials.n)
        return utf8_count(s->node->text);
    size_t n = 0;
    for (size_t i = 0; i < w->flow->materials.n; i++) {
        const struct entry *e = &w->flow->materials.at[i];
        n += utf8_count(e->no) + utf8_count(e->name) + utf8_count(e->text);
    }
    return n;
}

/* Characters on a line: a few short lines look better than one long line, but a long text
 * must not become a pole. Found by eye on the charts of 沅江. */
static double line_characters(enum node_kind kind, size_t n)
{
    switch (kind) {
    case NODE_MATERIALS: return n <= 150 ? 16 : n <= 300 ? 19 : 22;
    case NODE_REFUSAL: return n <= 30 ? 11 : n <= 80 ? 13 : 16; /* less its round ends */
    case NODE_RETURN:
    case NODE_NOTE: return n <= 30 ? 8 : n <= 80 ? 11 : 15;
    case NODE_START:
    case NODE_END:
    case NODE_STEP:
    case NODE_DECISION: break;
    }
    return n <= 60 ? 14 : n <= 300 ? 20 : n <= 800 ? 28 : 38;
}

static struct style text_style(const struct flow_work *w, enum node_kind kind)
{
    bool filled = kind == NODE_START || kind == NODE_END;
    bool aside = kind == NODE_MATERIALS || kind == NODE_RETURN || kind == NODE_REFUSAL ||
                 kind == NODE_NOTE;
    double size = aside ? w->form->aside_size : w->form->size;
    return (struct style){.font = FONT_HEI, .size = size, .color = filled ? white : ink};
}

double flow_box_most(const struct flow_work *w, const struct flow_shape *s)
{
    double n = line_characters(s->node->kind, characters(w, s));
    return n * text_style(w, s->node->kind).size * SLACK + 2 * w->form->pad_x;
}

static double line_height(double size)
{
    return size * 1.4;
}

/* Height and width of the text, from the leftmost to the rightmost ink of its lines. */
static void take_extent(struct flow_text *t)
{
    double left = INFINITY, right = -INFINITY;
    t->height = 0;
    for (size_t i = 0; i < t->n; i++) {
        const struct paragraph *p = &t->at[i];
        t->height += p->height;
        for (size_t j = 0; j < p->lines.n; j++) {
            const struct text_line *l = &p->lines.at[j];
            if (!l->runs.n)
                continue;
            const struct line_run *last = &l->runs.at[l->runs.n - 1];
            left = fmin(left, l->runs.at[0].x);
            right = fmax(right, last->x + last->width);
        }
    }
    if (left > right)
        left = right = 0;
    t->width = right - left;
    t->shift = -left;
}

static struct flow_text set_centered(struct flow_work *w, const struct span *span,
                                     double measure)
{
    double size = span->style.size;
    struct paragraph_style ps = {
        .width = measure, .leading = line_height(size), .align = ALIGN_CENTER};
    struct flow_text t = {.n = 1, .at = arena_alloc(w->arena, sizeof *t.at)};
    *t.at = text_layout(w->arena, w->type, span, 1, &ps);
    size_t lines = t.at->lines.n;
    if (lines > 1 && !flow_lines(w, span->text, span->style, &ps, lines, &t) &&
        !flow_lines(w, span->text, span->style, &ps, lines + 1, &t)) {
        double full = text_full_width(w->type, span, 1);
        ps.width = fmin(ceil(full / (double)lines / size + 1) * size, measure);
        struct paragraph p = text_layout(w->arena, w->type, span, 1, &ps);
        if (p.lines.n <= lines)
            *t.at = p;
    }
    return t;
}

/* Text in the middle. A short one ends its lines between words, if need be on one line
 * more; a long one is a plain paragraph as narrow as its number of lines allows. */
struct flow_text flow_centered(struct flow_work *w, struct str text, struct style style,
                               double measure)
{
    struct span *span = arena_alloc(w->arena, sizeof *span);
    *span = (struct span){.text = text, .style = style};
    struct memo_key key = {.spans = span, .n = 1, .width = measure};
    struct memo *memo = typesetter_memo(w->type);
    struct flow_text t = {0};
    if (!text_recall(memo, w->arena, &key, &t.at, &t.n)) {
        t = set_centered(w, span, measure);
        text_keep(memo, &key, t.at, t.n);
    }
    take_extent(&t);
    return t;
}

/* An entry of a list before it is set in lines. */
struct ready_entry {
    const struct text_ready *text;
    double hang; /* width of its number */
};

static struct ready_entry ready_entry(struct flow_work *w, const struct entry *e,
                                      struct style style)
{
    struct span *spans = arena_array(w->arena, 4, sizeof *spans);
    struct str parts[4] = {e->no, e->name, e->sep, e->text};
    size_t n = 0;
    for (int i = 0; i < 4; i++)
        if (parts[i].n)
            spans[n++] = (struct span){.text = parts[i], .style = style};
    return (struct ready_entry){
        text_ready(w->arena, w->type, spans, n),
        font_width(typesetter_fonts(w->type), style.font, style.size, e->no)};
}

static struct paragraph_style entry_style(const struct ready_entry *e, double size,
                                          double measure)
{
    return (struct paragraph_style){.width = measure,
                                    .leading = line_height(size),
                                    .hang = e->hang < measure / 3 ? e->hang : 0};
}

/* Entries whose last line would hold three characters or fewer. */
static size_t widows(struct flow_work *w, const struct ready_entry *entries, size_t n,
                     double size, double measure)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        struct paragraph_style ps = entry_style(&entries[i], size, measure);
        struct text_end end = text_end(w->arena, entries[i].text, &ps);
        count += end.lines > 1 && end.width < 3.5 * size;
    }
    return count;
}

/* The measure, or one up to three characters narrower that leaves fewer widows. */
static double best_measure(struct flow_work *w, const struct ready_entry *entries,
                           size_t n, double size, double measure)
{
    double best = measure;
    size_t least = widows(w, entries, n, size, measure);
    for (int i = 1; i <= 3 && least; i++) {
        size_t count = widows(w, entries, n, size, measure - i * size);
        if (count < least) {
            least = count;
            best = measure - i * size;
        }
    }
    return best;
}

static struct flow_text set_entries(struct flow_work *w,
                                    const struct ready_entry *entries, size_t n,
                                    double size, double measure)
{
    struct flow_text t = {.n = n, .at = arena_array(w->arena, n, sizeof *t.at)};
    for (size_t i = 0; i < n; i++) {
        struct paragraph_style ps = entry_style(&entries[i], size, measure);
        t.at[i] = text_lines(w->arena, entries[i].text, &ps);
    }
    take_extent(&t);
    return t;
}

/* A text of its own in lines that end between words; false where it is one line, or no way
 * is found. */
static bool set_alone(struct flow_work *w, const struct ready_entry *ready,
                      struct str text, struct style style, double measure,
                      struct flow_text *out)
{
    struct paragraph_style ps = {.width = measure, .leading = line_height(style.size)};
    size_t lines = text_end(w->arena, ready->text, &ps).lines;
    if (lines < 2 || !flow_lines(w, text, style, &ps, lines, out))
        return false;
    take_extent(out);
    return true;
}

/* The list of the materials box, its numbers hanging; the node's own text where the flow
 * has no list. */
static struct flow_text set_list(struct flow_work *w, const struct flow_shape *s,
                                 double measure)
{
    struct style style = text_style(w, s->node->kind);
    const struct entry own = {.plain = true, .text = s->node->text};
    bool list = s->node->kind == NODE_MATERIALS && w->flow->materials.n;
    const struct entry *entries = list ? w->flow->materials.at : &own;
    size_t n = list ? w->flow->materials.n : 1;
    struct ready_entry *ready = arena_array(w->arena, n, sizeof *ready);
    for (size_t i = 0; i < n; i++)
        ready[i] = ready_entry(w, &entries[i], style);
    struct flow_text alone;
    if (n == 1 && !entries->no.n && !entries->name.n &&
        set_alone(w, ready, entries->text, style, measure, &alone))
        return alone;
    measure = best_measure(w, ready, n, style.size, measure);
    return set_entries(w, ready, n, style.size, measure);
}

static void measure_rect(struct flow_work *w, struct flow_shape *s, double most)
{
    enum node_kind kind = s->node->kind;
    double measure = fmax((most - 2 * w->form->pad_x) / SLACK, 1);
    bool list = kind == NODE_MATERIALS || kind == NODE_NOTE;
    s->outline = FLOW_RECT;
    s->text = list ? set_list(w, s, measure)
                   : flow_centered(w, s->node->text, text_style(w, kind), measure);
    s->width = fmax(w->form->least_width, s->text.width * SLACK + 2 * w->form->pad_x);
    s->height = s->text.height + 2 * w->form->pad_y;
    s->round = 3;
}

/* How far the round corner reaches in at the height of the text's first line. */
static double pill_inset(const struct flow_work *w, double text_height, double *round)
{
    double height = text_height + 2 * w->form->pad_y;
    *round = fmin(height / 2, ROUND_MOST);
    double up = *round - w->form->pad_y;
    return up <= 0 ? 0 : *round - sqrt(*round * *round - up * up);
}

static void measure_pill(struct flow_work *w, struct flow_shape *s, double most)
{
    struct style style = text_style(w, s->node->kind);
    double inset = w->form->pad_x + ROUND_MOST / 3;
    double measure = fmax((most - 2 * inset) / SLACK, 1);
    s->outline = FLOW_PILL;
    s->text = flow_centered(w, s->node->text, style, measure);
    inset = w->form->pad_x * 0.6 + pill_inset(w, s->text.height, &s->round);
    s->width = fmax(w->form->least_width, s->text.width * SLACK + 2 * inset);
    s->height = s->text.height + 2 * w->form->pad_y;
}

/* A text of width t and height h fits a diamond of W and H when t/W + h/H <= 1. `part` is
 * W/t: the larger, the flatter. Returns false when the diamond would be wider than most. */
static bool measure_diamond(struct flow_work *w, struct flow_shape *s, double most)
{
    double part = w->form->narrow ? 1.5 : 1.7;
    double measure = fmin(8 * w->form->size + 0.01, most / part / SLACK);
    if (characters(w, s) > 18 || measure < 3 * w->form->size)
        return false;
    s->outline = FLOW_DIAMOND;
    s->text = flow_centered(w, s->node->text, text_style(w, s->node->kind), measure);
    s->width = fmax(w->form->least_width * 1.2, s->text.width * SLACK * part);
    double rest = 1 - s->text.width * SLACK / s->width;
    s->height = fmax(s->text.height / rest, 0.46 * s->width);
    return s->width <= most && s->height <= s->width;
}

static void measure_hexagon(struct flow_work *w, struct flow_shape *s, double most)
{
    s->round = w->form->pad_x * 1.2;
    double measure = fmax((most - 2 * s->round - w->form->pad_x) / SLACK, 1);
    s->outline = FLOW_HEXAGON;
    s->text = flow_centered(w, s->node->text, text_style(w, s->node->kind), measure);
    s->width = s->text.width * SLACK + 2 * s->round + w->form->pad_x;
    s->width = fmax(s->width, w->form->least_width);
    s->height = s->text.height + 2 * w->form->pad_y;
}

static void measure(struct flow_work *w, struct flow_shape *s, double most)
{
    switch (s->node->kind) {
    case NODE_START:
    case NODE_END:
    case NODE_REFUSAL: measure_pill(w, s, most); return;
    case NODE_DECISION:
        if (!measure_diamond(w, s, most))
            measure_hexagon(w, s, most);
        return;
    case NODE_STEP:
    case NODE_MATERIALS:
    case NODE_RETURN:
    case NODE_NOTE: measure_rect(w, s, most); return;
    }
}

/* Whether two widths are the same number. */
static bool equal(double a, double b)
{
    return !(a < b) && !(a > b);
}

void flow_box_measure(struct flow_work *w, struct flow_shape *s, double most)
{
    if (s->chip != FLOW_NO) {
        flow_chip_measure(w, s, most);
        return;
    }
    if (!s->known)
        s->known = arena_array(w->arena, FLOW_MEASURED, sizeof *s->known);
    for (size_t i = 0; i < FLOW_MEASURED; i++) {
        const struct flow_measured *m = &s->known[i];
        if (!m->text.n || !equal(m->most, most))
            continue;
        s->outline = m->outline;
        s->text = m->text;
        s->width = m->width;
        s->height = m->height;
        s->round = m->round;
        return;
    }
    measure(w, s, most);
    s->known[s->next_known++ % FLOW_MEASURED] =
        (struct flow_measured){most, s->outline, s->text, s->width, s->height, s->round};
}

/* A label says 是 or 否, or a few words below each other; one that tells a story is as wide as
 * it is long, or it would be a pole that tears its chart apart. A narrow chart has no room. */
static double label_characters(const struct flow_work *w, struct str label)
{
    enum { USUAL = 5 };
    return w->form->narrow ? USUAL : fmax(USUAL, ceil(sqrt((double)utf8_count(label))));
}

void flow_label_measure(struct flow_work *w, struct flow_link *l, double most)
{
    struct str label = w->flow->edges.at[l->edge].label;
    if (!label.n)
        return;
    struct style style = {.font = FONT_HEI, .size = w->form->label_size, .color = ink};
    double width = label_characters(w, label) * style.size + 0.01;
    l->label = flow_centered(w, label, style, fmin(width, most));
}

static double corner(double round, double into)
{
    double d = fmin(fmax(round - into, 0), round);
    return round - sqrt(round * round - d * d);
}

/* How far the outline lies inside the box's rectangle at a distance `near` from the nearest
 * corner along the side; `half` is half the side, `depth` half of the other one. */
static double outline_inset(const struct flow_shape *s, bool vertical, double near,
                            double half, double depth)
{
    near = fmin(fmax(near, 0), half);
    switch (s->outline) {
    case FLOW_RECT: return 0;
    case FLOW_PILL: return corner(fmin(s->round, fmin(half, depth)), near);
    case FLOW_DIAMOND: return depth * (1 - near / half);
    case FLOW_HEXAGON: break;
    }
    if (vertical)
        return s->round * (1 - near / half);
    return near >= s->round ? 0 : depth * (1 - near / s->round);
}

struct point flow_box_border(const struct flow_shape *s, enum flow_side side, double at)
{
    const struct box *b = &s->box;
    bool vertical = side == FLOW_LEFT || side == FLOW_RIGHT;
    double half = (vertical ? b->height : b->width) / 2;
    double depth = (vertical ? b->width : b->height) / 2;
    double start = vertical ? b->y : b->x;
    double near = fmin(at - start, start + 2 * half - at);
    double inset = outline_inset(s, vertical, near, half, depth);
    switch (side) {
    case FLOW_UP: return (struct point){at, b->y + inset};
    case FLOW_DOWN: return (struct point){at, b->y + b->height - inset};
    case FLOW_LEFT: return (struct point){b->x + inset, at};
    case FLOW_RIGHT: break;
    }
    return (struct point){b->x + b->width - inset, at};
}
