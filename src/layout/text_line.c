#include "layout/text_line.h"

#include <math.h>

/* A justified line is stretched in three steps, each only as far as the one before did not
 * do: blanks between Latin words first; then the space beside marks and between Chinese
 * and Latin; then all gaps between Chinese characters. Up to here no gap is as wide as a
 * tenth of an em, from which on programs that copy text out of a PDF take it for a blank.
 * A line that needs more gets the same in every gap; the PDF writer then gives its text
 * beside it. */

/* Room for rounding when widths are added up. */
static const double TINY = 1e-6;

static const double MOST_GAP = 0.095;  /* em: see above */
static const double MOST_BLANK = 0.25; /* em added to a blank */

/* A line is left ragged rather than spaced out by more than this: it looks torn. */
static const double MOST_TRACKING = 0.25;

enum gap { GAP_NONE, GAP_EACH, GAP_BESIDE, GAP_HAIR, GAP_BLANK, GAP_KINDS };

/* What is added at a gap of each kind, in points. */
struct spread {
    double by[GAP_KINDS];
};

double line_room(const struct setting *s, double indent)
{
    double width = s->style->width - indent;
    return width > 0 ? width : 0;
}

static const struct style *style_of(const struct setting *s, size_t i)
{
    return &s->spans[s->letters->at[i].span].style;
}

static double half(const struct setting *s, size_t i, enum cut side)
{
    const struct letter *letter = &s->letters->at[i];
    const struct style *style = style_of(s, i);
    if (letter->cut != CUT_NONE || mark_is_ideograph(letter->c) || style->upright ||
        mark_cut(s->fonts, style->font, letter->c) != side)
        return 0;
    return CUT * style->size;
}

double line_start_cut(const struct setting *s, size_t i, bool first)
{
    return first && s->style->align == ALIGN_JUSTIFY ? 0 : half(s, i, CUT_LEFT);
}

double line_end_cut(const struct setting *s, size_t i)
{
    return half(s, i, CUT_RIGHT);
}

double line_hair_width(const struct setting *s, size_t i)
{
    size_t before = i - 1;
    while (before > 0 && mark_is_hidden(s->letters->at[before].c))
        before--;
    return letter_hair(style_of(s, before), style_of(s, i));
}

static bool is_twin(uint32_t a, uint32_t b)
{
    return a == b && (a == 0x2014 || a == 0x2026); /* —— …… */
}

/* The gap before a letter that does not begin its line. */
static enum gap gap_before(const struct letters *l, size_t i)
{
    const struct letter *a = &l->at[i - 1], *b = &l->at[i];
    if (mark_is_ideograph(a->c) && mark_is_ideograph(b->c))
        return GAP_EACH;
    if (mark_is_blank(b->c) || b->level == BREAK_NEVER || is_twin(a->c, b->c))
        return GAP_NONE;
    if (mark_is_blank(a->c))
        return GAP_BLANK;
    if (b->hair)
        return GAP_HAIR;
    if (mark_is_western(a->c) && mark_is_western(b->c))
        return GAP_NONE;
    bool behind = mark_squeezes(a->c) && !mark_squeezes(b->c);
    bool ahead = mark_bars_end(b->c) && !mark_bars_end(a->c);
    return behind || ahead ? GAP_BESIDE : GAP_EACH;
}

struct gaps {
    size_t n[GAP_KINDS];
    double em; /* the smallest on the line */
};

static struct gaps count_gaps(const struct setting *s, size_t from, size_t end)
{
    struct gaps gaps = {.em = style_of(s, from)->size};
    for (size_t i = from + 1; i < end; i++) {
        gaps.n[gap_before(s->letters, i)]++;
        gaps.em = fmin(gaps.em, style_of(s, i)->size);
    }
    return gaps;
}

/* How a line's slack is shared out; nothing at all when it is too much. */
static struct spread spread_of(const struct gaps *g, double slack)
{
    struct spread spread = {0};
    size_t all = g->n[GAP_EACH] + g->n[GAP_BESIDE] + g->n[GAP_HAIR] + g->n[GAP_BLANK];
    if (slack <= TINY || slack > MOST_TRACKING * g->em * (double)all)
        return spread;
    const double most[GAP_KINDS] = {
        [GAP_EACH] = MOST_GAP * g->em,
        [GAP_BESIDE] = MOST_GAP * g->em,
        [GAP_HAIR] = (MOST_GAP - HAIR) * g->em,
        [GAP_BLANK] = MOST_BLANK * g->em,
    };
    static const enum gap steps[][2] = {
        {GAP_BLANK, GAP_NONE}, {GAP_BESIDE, GAP_HAIR}, {GAP_EACH, GAP_NONE}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps && slack > TINY; i++) {
        enum gap a = steps[i][0], b = steps[i][1];
        double room = (double)g->n[a] * most[a] + (double)g->n[b] * most[b];
        double part = room > slack ? slack / room : 1;
        spread.by[a] = part * most[a];
        spread.by[b] = part * most[b];
        slack -= part * room;
    }
    double rest = slack > TINY ? slack / (double)all : 0;
    for (size_t kind = GAP_EACH; kind < GAP_KINDS; kind++)
        spread.by[kind] += rest;
    return spread;
}

static struct str letters_text(const struct setting *s, size_t from, size_t to)
{
    const struct letters *l = s->letters;
    unsigned span = l->at[from].span;
    size_t end = to < l->n ? l->at[to].at : l->text.n;
    struct str text = s->spans[span].text;
    return str_slice(text, l->at[from].at - s->span_at[span], end - s->span_at[span]);
}

/* A line being put together. */
struct setter {
    const struct setting *s;
    struct text_line *line;
    const struct spread *spread; /* NULL: nothing is shared out */
    size_t from, end;          /* its visible letters */
    double start_cut, end_cut; /* of the first and of the last */
    double x;                  /* behind what stands already */
};

/* Half a square that the glyph of the letter has on its left, or on its right, and that
 * is cut off. */
static double cut_left(const struct setter *p, size_t i)
{
    if (i == p->from && p->start_cut > 0)
        return p->start_cut;
    return p->s->letters->at[i].cut == CUT_LEFT ? CUT * style_of(p->s, i)->size : 0;
}

static double cut_right(const struct setter *p, size_t i)
{
    return p->s->letters->at[i].cut == CUT_RIGHT ? CUT * style_of(p->s, i)->size : 0;
}

static double advance(const struct setter *p, size_t i)
{
    return p->s->letters->at[i].width - (i == p->from ? p->start_cut : 0) -
           (i + 1 == p->end ? p->end_cut : 0);
}

static double space_before(const struct setter *p, size_t i)
{
    if (i == p->from)
        return 0;
    double shared = p->spread ? p->spread->by[gap_before(p->s->letters, i)] : 0;
    return line_hair(p->s, i) + shared;
}

/* The tracking that suits the gap behind a letter best: other kinds of gaps are rare and
 * get a nudge of their own. */
static double tracking_behind(const struct setter *p, size_t i)
{
    if (!p->spread)
        return 0;
    if (i + 1 >= p->end)
        return p->spread->by[GAP_EACH];
    bool none = gap_before(p->s->letters, i + 1) == GAP_NONE;
    return p->spread->by[none ? GAP_NONE : GAP_EACH];
}

static void add_nudge(const struct setter *p, struct line_run *run, size_t first,
                      size_t i, double by)
{
    const struct letters *l = p->s->letters;
    struct nudge *nudge = vec_push(p->s->arena, &run->nudges);
    *nudge = (struct nudge){l->at[i].at - l->at[first].at, by, tracking_behind(p, i)};
}

/* A run of the letters i..end, which are of one span and not hidden. */
static void put_run(struct setter *p, size_t i, size_t end)
{
    const struct setting *s = p->s;
    const struct span *span = &s->spans[s->letters->at[i].span];
    struct line_run *run = vec_push(s->arena, &p->line->runs);
    p->x += space_before(p, i);
    *run = (struct line_run){.text = letters_text(s, i, end),
                             .style = span->style,
                             .x = p->x,
                             .tracking = tracking_behind(p, i),
                             .dest = span->dest,
                             .uri = span->uri,
                             .rule = span->rule};
    if (cut_left(p, i) > 0)
        add_nudge(p, run, i, i, -cut_left(p, i));
    p->x += advance(p, i);
    double tracking = run->tracking;
    for (size_t k = i + 1; k < end; k++) {
        double space = space_before(p, k);
        double by = space - cut_right(p, k - 1) - cut_left(p, k) - tracking;
        if (fabs(by) > TINY) {
            add_nudge(p, run, i, k, by);
            tracking = tracking_behind(p, k);
        }
        p->x += space + advance(p, k);
    }
    run->width = p->x - run->x;
}

/* A run goes on while the span is the same and nothing hidden comes between. */
static void put_runs(struct setter *p)
{
    const struct letters *l = p->s->letters;
    for (size_t i = p->from, end; i < p->end; i = end) {
        end = i + 1;
        if (mark_is_hidden(l->at[i].c)) {
            p->x += space_before(p, i) + l->at[i].width;
            continue;
        }
        while (end < p->end && l->at[end].span == l->at[i].span &&
               !mark_is_hidden(l->at[end].c))
            end++;
        put_run(p, i, end);
    }
}

/* The letter behind the last one that is not a blank. */
static size_t visible_end(const struct letters *l, size_t from, size_t to)
{
    while (to > from &&
           (mark_is_blank(l->at[to - 1].c) || mark_is_hidden(l->at[to - 1].c)))
        to--;
    return to;
}

static double natural_width(const struct setter *p)
{
    double width = 0;
    for (size_t i = p->from; i < p->end; i++)
        width += advance(p, i) + (i > p->from ? line_hair(p->s, i) : 0);
    return width;
}

void line_put(const struct setting *s, struct text_line *line, struct stretch of)
{
    const struct letters *l = s->letters;
    struct spread spread;
    struct setter p = {.s = s, .line = line, .from = of.from};
    p.end = visible_end(l, of.from, of.to);
    line->from = of.from < l->n ? l->at[of.from].at : l->text.n;
    line->to = of.to < l->n ? l->at[of.to].at : l->text.n;
    if (p.end == of.from)
        return;
    p.start_cut = line_start_cut(s, of.from, of.first);
    p.end_cut = line_end_cut(s, p.end - 1);
    double natural = natural_width(&p);
    double slack = line_room(s, of.indent) - natural;
    double x = of.indent;
    if (slack > 0 && s->style->align == ALIGN_CENTER)
        x += slack / 2;
    if (slack > 0 && s->style->align == ALIGN_RIGHT)
        x += slack;
    if (slack > 0 && s->style->align == ALIGN_JUSTIFY && !of.last) {
        struct gaps gaps = count_gaps(s, of.from, p.end);
        spread = spread_of(&gaps, slack);
        p.spread = &spread;
    }
    p.x = x;
    put_runs(&p);
    line->width = p.x - x;
}
