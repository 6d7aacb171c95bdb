#include "layout/text_line.h"

#include "base/utf8.h"

#include <assert.h>

/* Lines are filled one after another from the left (first fit): a paragraph costs time in
 * proportion to its length, and a change in it moves nothing above. */

/* Room for rounding when widths are added up. */
static const double TINY = 1e-6;

static bool may_end(const struct letters *l, size_t i, size_t stop)
{
    return i == stop || l->at[i].level == BREAK_GOOD;
}

/* The letter behind the line that begins at `from`, in the stretch of text that ends at
 * `stop` (a newline or the end). At least one letter is taken, unless from is stop.
 *
 * Letters are looked at until one does not fit; then the best of the places passed is
 * taken, the last one of its level. A letter is looked at again at most once a level,
 * since what follows the last good place holds only worse ones. */
static size_t line_end(const struct setting *s, size_t from, size_t stop, bool first,
                       double width)
{
    const struct letters *l = s->letters;
    size_t last[BREAK_LEVELS] = {0};
    double used = from < stop ? -line_start_cut(s, from, first) : 0;
    for (size_t i = from; i < stop; i++) {
        const struct letter *letter = &l->at[i];
        if (i > from) {
            last[letter->level] = i;
            used += line_hair(s, i);
        }
        used += letter->width;
        if (mark_is_blank(letter->c) || used <= width + TINY)
            continue;
        if (used - line_end_cut(s, i) <= width + TINY && may_end(l, i + 1, stop))
            return i + 1;
        for (size_t level = BREAK_LEVELS; level-- > BREAK_NEVER + 1;)
            if (last[level])
                return last[level];
        /* Not even one character fits: take it whole, with what belongs to it. */
        do
            i++;
        while (i < stop && l->at[i].level == BREAK_NEVER);
        return i;
    }
    return stop;
}

/* True when what follows the break at `to` is one character with its marks. */
static bool leaves_orphan(const struct letters *l, size_t to, size_t stop)
{
    enum { MOST_MARKS = 6 }; /* behind one character; also bounds the time taken */
    size_t characters = 0;
    if (stop - to > 1 + MOST_MARKS)
        return false;
    for (size_t i = to; i < stop; i++)
        characters += !mark_is_blank(l->at[i].c) && !mark_squeezes(l->at[i].c);
    return characters < 2;
}

/* A last line of one character looks lost (CLREQ: 单字不成行): the line above gives it its
 * own last character or word, when it has enough to give. */
static size_t keep_company(const struct letters *l, size_t from, size_t to, size_t stop)
{
    enum { ENOUGH = 4 };
    if (to == stop || l->at[to].level != BREAK_GOOD || !leaves_orphan(l, to, stop))
        return to;
    size_t back = to - 1;
    while (back > from && l->at[back].level != BREAK_GOOD)
        back--;
    return back >= from + ENOUGH && to - back <= (to - from) / 3 ? back : to;
}

/* The letter of the next newline, or the end. */
static size_t stretch_end(const struct letters *l, size_t from)
{
    while (from < l->n && !mark_is_newline(l->at[from].c))
        from++;
    return from;
}

static size_t newline_end(const struct letters *l, size_t i)
{
    bool pair = l->at[i].c == '\r' && i + 1 < l->n && l->at[i + 1].c == '\n';
    return i + 1 + pair;
}

/* A walk over the lines of a text. */
struct walk {
    const struct setting *s;
    struct stretch line;
    size_t stop; /* the next newline, or the end */
    size_t n;    /* lines passed, `line` among them */
};

/* Goes on to the next line; false behind the last one. A text has one line at least. */
static bool next_line(struct walk *w)
{
    const struct setting *s = w->s;
    const struct letters *l = s->letters;
    struct stretch *line = &w->line;
    if (w->n && line->to == l->n)
        return false;
    line->first = w->n == 0 || line->last;
    if (line->first) {
        line->from = w->n ? newline_end(l, line->to) : 0;
        w->stop = stretch_end(l, line->from);
    } else {
        line->from = line->to;
    }
    line->indent = w->n++ ? s->style->hang : s->style->first_indent;
    line->to = line_end(s, line->from, w->stop, line->first, line_room(s, line->indent));
    line->to = keep_company(l, line->from, line->to, w->stop);
    line->last = line->to == w->stop;
    return true;
}

static void set_metrics(struct paragraph *p, const struct typesetter *t,
                        const struct span *spans, size_t n)
{
    double above = 0, below = 0;
    for (size_t i = 0; i < n; i++) {
        const struct style *style = &spans[i].style;
        double up = style->size * font_ascent(typesetter_fonts(t), style->font);
        double down = style->size * font_descent(typesetter_fonts(t), style->font);
        above = up > above ? up : above;
        below = down > below ? down : below;
    }
    p->ascent = (p->leading - above - below) / 2 + above;
    p->height = (double)p->lines.n * p->leading;
}

struct text_ready {
    const struct typesetter *type;
    const struct span *spans;
    size_t n;
    size_t *span_at; /* byte at which each begins in the joined text */
    struct letters letters;
};

const struct text_ready *text_ready(struct arena *a, const struct typesetter *t,
                                    const struct span *spans, size_t n)
{
    struct text_ready *ready = arena_alloc(a, sizeof *ready);
    *ready = (struct text_ready){.type = t,
                                 .spans = spans,
                                 .n = n,
                                 .span_at = arena_array(a, n, sizeof *ready->span_at),
                                 .letters = letters_of(a, t, spans, n)};
    for (size_t i = 1; i < n; i++)
        ready->span_at[i] = ready->span_at[i - 1] + spans[i - 1].text.n;
    return ready;
}

static struct setting setting_of(struct arena *a, const struct text_ready *ready,
                                 const struct paragraph_style *style)
{
    return (struct setting){.arena = a,
                            .fonts = typesetter_fonts(ready->type),
                            .spans = ready->spans,
                            .style = style,
                            .span_at = ready->span_at,
                            .letters = &ready->letters};
}

struct paragraph text_lines(struct arena *a, const struct text_ready *ready,
                            const struct paragraph_style *style)
{
    struct setting s = setting_of(a, ready, style);
    struct paragraph p = {.leading = style->leading};
    struct walk walk = {.s = &s};
    while (next_line(&walk)) {
        struct text_line *line = vec_push(a, &p.lines);
        line_put(&s, line, walk.line);
        if (line->width > p.width)
            p.width = line->width;
    }
    set_metrics(&p, ready->type, ready->spans, ready->n);
    return p;
}

struct text_end text_end(struct arena *a, const struct text_ready *ready,
                         const struct paragraph_style *style)
{
    struct setting s = setting_of(a, ready, style);
    struct walk walk = {.s = &s};
    struct text_line line = {0};
    while (next_line(&walk))
        ;
    if (walk.n > 1)
        line_put(&s, &line, walk.line);
    return (struct text_end){walk.n, line.width};
}

struct paragraph text_layout(struct arena *a, const struct typesetter *t,
                             const struct span *spans, size_t n,
                             const struct paragraph_style *style)
{
    return text_lines(a, text_ready(a, t, spans, n), style);
}

static bool begins(const struct paragraph *p, size_t line)
{
    return line == 0 || p->lines.at[line].from > p->lines.at[line - 1].to;
}

bool text_parts_well(const struct paragraph *p, size_t line)
{
    size_t n = p->lines.n;
    if (line >= n || begins(p, line))
        return true;
    bool last = line + 1 == n || begins(p, line + 1);
    return !begins(p, line - 1) && !last;
}

/* Under the feet of the characters, which end 0.12 em below the baseline, or through the
 * middle of their square. */
static void paint_rule(struct scene *s, size_t page, const struct line_run *run, double x,
                       double baseline)
{
    double em = run->style.size;
    double y = baseline + (run->rule == RULE_UNDER ? 0.19 : -0.36) * em;
    scene_line(s, page, SCENE_ARTIFACT, x, y, x + run->width, y, 0.07 * em,
               run->style.color);
}

static void paint_run(struct scene *s, size_t page, size_t element,
                      const struct line_run *run, double x, double top, double baseline,
                      double leading)
{
    struct text_mark text = {.text = run->text,
                             .style = run->style,
                             .x = x + run->x,
                             .y = baseline,
                             .width = run->width,
                             .tracking = run->tracking,
                             .nudges = run->nudges.at,
                             .nudge_n = run->nudges.n};
    scene_text(s, page, element, &text);
    if (run->rule != RULE_NONE)
        paint_rule(s, page, run, x + run->x, baseline);
    if (run->dest.n == 0 && run->uri.n == 0)
        return;
    struct link_mark link = {.x = x + run->x,
                             .y = top,
                             .width = run->width,
                             .height = leading,
                             .uri = run->uri,
                             .dest = run->dest};
    scene_link(s, page, element, &link);
}

double text_paint(struct scene *s, size_t page, size_t element, const struct paragraph *p,
                  size_t from, size_t to, double x, double y)
{
    assert(from <= to && to <= p->lines.n);
    for (size_t i = from; i < to; i++) {
        const struct text_line *line = &p->lines.at[i];
        for (size_t k = 0; k < line->runs.n; k++)
            paint_run(s, page, element, &line->runs.at[k], x, y, y + p->ascent,
                      p->leading);
        y += p->leading;
    }
    return y;
}

/* Before a letter that ends a run only the widths count: a hair is left away there. */
double text_least_width(struct arena *a, const struct typesetter *t,
                        const struct span *spans, size_t n)
{
    struct letters l = letters_of(a, t, spans, n);
    struct setting s = {.spans = spans, .letters = &l};
    double most = 0, run = 0, blanks = 0;
    for (size_t i = 0; i < l.n; i++) {
        const struct letter *letter = &l.at[i];
        if (letter->level == BREAK_GOOD || mark_is_newline(letter->c))
            run = blanks = 0;
        else
            run += line_hair(&s, i);
        if (mark_is_blank(letter->c)) {
            blanks += letter->width;
            continue;
        }
        run += blanks + letter->width;
        blanks = 0;
        most = run > most ? run : most;
    }
    return most;
}

double text_full_width(const struct typesetter *t, const struct span *spans, size_t n)
{
    const struct fonts *fonts = typesetter_fonts(t);
    double most = 0, line = 0;
    const struct style *before = NULL; /* of the letter `last` */
    uint32_t last = 0;
    for (size_t i = 0; i < n; i++) {
        const struct style *style = &spans[i].style;
        struct str rest = spans[i].text;
        while (rest.n) {
            uint32_t c = utf8_next(&rest);
            if (mark_is_newline(c)) {
                line = 0;
                before = NULL;
                continue;
            }
            if (before && !mark_is_hidden(c)) {
                struct joint joint =
                    mark_joint(fonts, before->font, last, style->font, c);
                line -= joint.cut_before ? CUT * before->size : 0;
                line -= joint.cut_after ? CUT * style->size : 0;
                line += joint.hair ? letter_hair(before, style) : 0;
            }
            line += letter_width(t, style, c);
            most = line > most ? line : most;
            if (!mark_is_hidden(c) || c == '\t') {
                before = style;
                last = c;
            }
        }
    }
    return most;
}
