#include "layout/text_breaks.h"

#include "base/utf8.h"

#include <assert.h>

/* Lines are filled one after another from the left (first fit): a paragraph costs time in
 * proportion to its length, and a change in it moves nothing above. */

/* Room for rounding when widths are added up. */
static const double TINY = 1e-6;

/* A justified line is left ragged rather than spaced out by more than this much of an em
 * between characters: it looks torn. */
static const double MOST_TRACKING = 0.25;

struct setting {
    struct arena *arena;
    const struct span *spans;
    size_t *span_at; /* byte offset of each span in the joined text */
    const struct paragraph_style *style;
    const struct letters *letters;
};

/* How wide the line from letter `from` may be. */
static double room(const struct setting *s, double indent)
{
    double width = s->style->width - indent;
    return width > 0 ? width : 0;
}

static bool may_end(const struct letters *l, size_t i, size_t stop)
{
    return i == stop || l->at[i].level == BREAK_GOOD;
}

/* What a closing mark at the end of a justified line may give up of its width. */
static double squeeze(const struct setting *s, size_t i)
{
    const struct letter *letter = &s->letters->at[i];
    double em = s->spans[letter->span].style.size;
    if (s->style->align != ALIGN_JUSTIFY || !mark_squeezes(letter->c))
        return 0;
    return letter->width > 0.9 * em ? letter->width / 2 : 0;
}

/* The letter behind the line that begins at `from`, in the stretch of text that ends at
 * `stop` (a newline or the end). At least one letter is taken, unless from is stop.
 *
 * Letters are looked at until one does not fit; then the best of the places passed is
 * taken, the last one of its level. A letter is looked at again at most once a level,
 * since what follows the last good place holds only worse ones. */
static size_t line_end(const struct setting *s, size_t from, size_t stop, double width)
{
    const struct letters *l = s->letters;
    size_t last[BREAK_LEVELS] = {0};
    double used = 0;
    for (size_t i = from; i < stop; i++) {
        const struct letter *letter = &l->at[i];
        if (i > from)
            last[letter->level] = i;
        used += letter->width;
        if (mark_is_blank(letter->c) || used <= width + TINY)
            continue;
        if (used - squeeze(s, i) <= width + TINY && may_end(l, i + 1, stop))
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

/* The letter behind the last one that is not a blank. */
static size_t visible_end(const struct letters *l, size_t from, size_t to)
{
    while (to > from &&
           (mark_is_blank(l->at[to - 1].c) || mark_is_hidden(l->at[to - 1].c)))
        to--;
    return to;
}

static bool is_gap(const struct letters *l, size_t i)
{
    return !(mark_is_western(l->at[i].c) && mark_is_western(l->at[i + 1].c));
}

/* What is added at each gap so that the line fills its width. */
static double tracking(const struct setting *s, size_t from, size_t to, double slack)
{
    size_t gaps = 0;
    for (size_t i = from; i + 1 < to; i++)
        gaps += is_gap(s->letters, i);
    if (gaps == 0 || slack <= TINY)
        return 0;
    double each = slack / (double)gaps;
    double em = s->spans[s->letters->at[from].span].style.size;
    return each <= MOST_TRACKING * em ? each : 0;
}

static struct str letters_text(const struct setting *s, size_t from, size_t to)
{
    const struct letters *l = s->letters;
    unsigned span = l->at[from].span;
    size_t end = to < l->n ? l->at[to].at : l->text.n;
    struct str text = s->spans[span].text;
    return str_slice(text, l->at[from].at - s->span_at[span], end - s->span_at[span]);
}

/* A run goes on while the style is the same, nothing hidden comes between, and the space
 * behind each letter is the same. */
static bool run_goes_on(const struct letters *l, size_t i, double spacing)
{
    const struct letter *a = &l->at[i - 1], *b = &l->at[i];
    if (a->span != b->span || mark_is_hidden(b->c))
        return false;
    return spacing == 0 || mark_is_western(a->c) == mark_is_western(b->c);
}

/* Puts the runs of the letters from..to on the line, the first one at x. Returns the x
 * behind the last one. */
static double put_runs(const struct setting *s, struct text_line *line, size_t from,
                       size_t to, double x, double spacing)
{
    const struct letters *l = s->letters;
    for (size_t i = from, end; i < to; i = end) {
        end = i + 1;
        if (mark_is_hidden(l->at[i].c)) {
            x += l->at[i].width + (end < to && is_gap(l, i) ? spacing : 0);
            continue;
        }
        while (end < to && run_goes_on(l, end, spacing))
            end++;
        bool western = mark_is_western(l->at[i].c);
        const struct span *span = &s->spans[l->at[i].span];
        struct line_run *run = vec_push(s->arena, &line->runs);
        *run = (struct line_run){.text = letters_text(s, i, end),
                                 .style = span->style,
                                 .x = x,
                                 .tracking = western ? 0 : spacing,
                                 .dest = span->dest,
                                 .uri = span->uri,
                                 .rule = span->rule};
        for (size_t k = i; k < end; k++)
            run->width += l->at[k].width + (k + 1 < end ? run->tracking : 0);
        x += run->width;
        if (end < to && is_gap(l, end - 1))
            x += spacing;
    }
    return x;
}

static void put_line(const struct setting *s, struct text_line *line, size_t from,
                     size_t to, bool last, double indent)
{
    const struct letters *l = s->letters;
    size_t end = visible_end(l, from, to);
    line->from = from < l->n ? l->at[from].at : l->text.n;
    line->to = to < l->n ? l->at[to].at : l->text.n;
    double natural = 0;
    for (size_t i = from; i < end; i++)
        natural += l->at[i].width;
    double slack = room(s, indent) - natural;
    double x = indent, spacing = 0;
    if (slack < 0 && end > from)
        natural -= squeeze(s, end - 1);
    if (slack > 0 && s->style->align == ALIGN_CENTER)
        x += slack / 2;
    if (slack > 0 && s->style->align == ALIGN_RIGHT)
        x += slack;
    if (s->style->align == ALIGN_JUSTIFY && !last)
        spacing = tracking(s, from, end, slack);
    double behind = put_runs(s, line, from, end, x, spacing);
    line->width = spacing > 0 ? behind - x : natural;
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

/* Breaks the letters from..stop, which hold no newline, into lines. */
static void fill(const struct setting *s, struct paragraph *p, size_t from, size_t stop)
{
    do {
        double indent = p->lines.n ? s->style->hang : s->style->first_indent;
        size_t to = line_end(s, from, stop, room(s, indent));
        to = keep_company(s->letters, from, to, stop);
        struct text_line *line = vec_push(s->arena, &p->lines);
        put_line(s, line, from, to, to == stop, indent);
        if (line->width > p->width)
            p->width = line->width;
        from = to;
    } while (from < stop);
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

struct paragraph text_layout(struct arena *a, const struct typesetter *t,
                             const struct span *spans, size_t n,
                             const struct paragraph_style *style)
{
    struct letters l = letters_of(a, t, spans, n);
    struct setting s = {.arena = a, .spans = spans, .style = style, .letters = &l};
    s.span_at = arena_array(a, n, sizeof *s.span_at);
    for (size_t i = 1; i < n; i++)
        s.span_at[i] = s.span_at[i - 1] + spans[i - 1].text.n;
    struct paragraph p = {.leading = style->leading};
    for (size_t from = 0;;) {
        size_t stop = stretch_end(&l, from);
        fill(&s, &p, from, stop);
        if (stop == l.n)
            break;
        from = newline_end(&l, stop);
    }
    set_metrics(&p, t, spans, n);
    return p;
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
                             .tracking = run->tracking};
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

double text_least_width(struct arena *a, const struct typesetter *t,
                        const struct span *spans, size_t n)
{
    struct letters l = letters_of(a, t, spans, n);
    double most = 0, run = 0, blanks = 0;
    for (size_t i = 0; i < l.n; i++) {
        const struct letter *letter = &l.at[i];
        if (letter->level == BREAK_GOOD || mark_is_newline(letter->c))
            run = blanks = 0;
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
    double most = 0, line = 0;
    for (size_t i = 0; i < n; i++) {
        struct str rest = spans[i].text;
        while (rest.n) {
            uint32_t c = utf8_next(&rest);
            line = mark_is_newline(c) ? 0 : line + letter_width(t, &spans[i].style, c);
            most = line > most ? line : most;
        }
    }
    return most;
}
