#include "layout/form_ink.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <math.h>

enum { WHITE_SQUARE = 0x25A1, BALLOT_BOX = 0x2610, IDEOGRAPHIC_BLANK = 0x3000 };

/* What is less than this part of the letters' size is no gap. */
static const double LEAST_GAP = 0.8;

struct form_ink form_ink(struct arena *a, const struct scene *s, const struct fonts *f,
                         size_t element, size_t page)
{
    struct form_ink ink = {.scene = s, .fonts = f, .arena = a};
    ink.first_element = element;
    ink.first_page = page;
    size_t count = s->elements.n - element;
    size_t *last = arena_array(a, count, sizeof *last);
    ink.first = arena_array(a, count, sizeof *ink.first);
    for (size_t i = 0; i < count; i++)
        ink.first[i] = last[i] = STR_NONE;
    for (; page < s->pages.n; page++)
        for (size_t i = 0; i < s->pages.at[page].marks.n; i++) {
            const struct mark *m = &s->pages.at[page].marks.at[i];
            if (m->kind != MARK_TEXT || m->element < element || m->text.aside)
                continue;
            size_t of = m->element - element, at = ink.refs.n;
            *vec_push(a, &ink.refs) = (struct ink_ref){page, i, STR_NONE};
            if (last[of] == STR_NONE)
                ink.first[of] = at;
            else
                ink.refs.at[last[of]].next = at;
            last[of] = at;
        }
    return ink;
}

/* A line being read. */
struct reading {
    const struct form_ink *ink;
    struct ink_line *line;
    double left, right;
    size_t mark;     /* being read */
    struct buf word; /* of the piece at the end of the line, while it is a word */
};

static struct ink_piece *last_piece(const struct reading *r)
{
    return r->line->pieces.n ? &r->line->pieces.at[r->line->pieces.n - 1] : NULL;
}

static struct ink_piece *add_piece(struct reading *r, enum ink_kind kind, double x,
                                   double end, size_t mark)
{
    struct ink_piece *piece = vec_push(r->ink->arena, &r->line->pieces);
    *piece = (struct ink_piece){kind, STR(""), x, end, mark, false};
    return piece;
}

static void end_word(struct reading *r)
{
    struct ink_piece *last = last_piece(r);
    if (last && last->kind == INK_WORD && !last->text.n)
        last->text = str_copy(r->ink->arena, buf_str(&r->word));
    buf_clear(&r->word);
}

/* Free places are joined; what is too narrow for one belongs to the words beside it. */
static void add_free(struct reading *r, double x, double end, size_t mark, bool drawn)
{
    struct ink_piece *last = last_piece(r);
    if (!last || last->kind != INK_GAP) {
        end_word(r);
        last = add_piece(r, INK_GAP, x, end, mark);
    }
    last->end = fmax(last->end, end);
    last->drawn |= drawn;
}

static bool is_free(uint32_t c)
{
    return c == ' ' || c == 0xA0 || c == '\t' || c == IDEOGRAPHIC_BLANK || c == '_';
}

/* Takes back a gap that turned out too narrow: a blank between two words. */
static void close_gap(struct reading *r)
{
    struct ink_piece *last = last_piece(r);
    if (!last || last->kind != INK_GAP || r->line->pieces.n < 2)
        return;
    if (last->end - last->x >= LEAST_GAP * r->line->size)
        return;
    r->line->pieces.n--;
    struct ink_piece *before = last_piece(r);
    if (before->kind == INK_WORD) {
        buf_clear(&r->word);
        buf_put(&r->word, before->text);
        buf_char(&r->word, ' ');
        before->text = STR("");
    }
}

static void add_character(struct reading *r, uint32_t c, double x, double end,
                          size_t mark)
{
    struct ink_piece *last = last_piece(r);
    double before = last ? last->end : r->left;
    if (x - before >= LEAST_GAP * r->line->size)
        add_free(r, before, x, last ? last->mark : mark, false);
    if (is_free(c)) {
        last = last_piece(r);
        add_free(r, x, end, last ? last->mark : mark, c == '_');
        return;
    }
    close_gap(r);
    if (c == WHITE_SQUARE || c == BALLOT_BOX) {
        end_word(r);
        add_piece(r, INK_BOX, x, end, mark);
        return;
    }
    last = last_piece(r);
    if (!last || last->kind != INK_WORD) {
        end_word(r);
        last = add_piece(r, INK_WORD, x, end, mark);
    }
    last->end = end;
    last->mark = mark;
    buf_rune(&r->word, c);
}

/* Characters stand where their nudges move them: a bracket that begins a line has lost the
 * empty half of its square, a justified line is wider than its letters. */
static void add_text(struct reading *r, const struct text_mark *t, size_t mark)
{
    double x = t->x, tracking = t->tracking;
    size_t nudge = 0;
    r->mark = mark;
    for (struct str rest = t->text; rest.n;) {
        if (nudge < t->nudge_n && t->nudges[nudge].at == t->text.n - rest.n) {
            x += t->nudges[nudge].by;
            tracking = t->nudges[nudge++].tracking;
        }
        uint32_t c = utf8_next(&rest);
        double wide = font_advance(r->ink->fonts, t->style.font, c) * t->style.size;
        add_character(r, c, x, x + wide, mark);
        x += wide + tracking;
    }
}

static void end_line(struct reading *r)
{
    if (!r->line)
        return;
    end_word(r);
    struct ink_piece *last = last_piece(r);
    if (!last)
        add_piece(r, INK_GAP, r->left, r->right, r->mark);
    else if (last->kind == INK_GAP && !last->drawn)
        last->end = fmax(last->end, r->right);
    else if (last->kind != INK_GAP && r->right - last->end >= LEAST_GAP * r->line->size)
        add_free(r, last->end, r->right, last->mark, false);
}

struct ink_lines form_ink_lines(const struct form_ink *ink, size_t element, size_t page,
                                double left, double right)
{
    struct ink_lines lines = {0};
    struct reading r = {.ink = ink, .left = left, .right = right};
    size_t i = ink->first[element - ink->first_element];
    for (; i != STR_NONE; i = ink->refs.at[i].next) {
        const struct ink_ref *ref = &ink->refs.at[i];
        const struct text_mark *t =
            &ink->scene->pages.at[ref->page].marks.at[ref->mark].text;
        if (ref->page != page)
            continue;
        if (!r.line || fabs(r.line->y - t->y) > t->style.size / 4) {
            end_line(&r);
            r.line = vec_push(ink->arena, &lines);
            r.line->y = t->y;
            r.line->size = t->style.size;
        }
        add_text(&r, t, ref->mark);
    }
    end_line(&r);
    buf_drop(&r.word);
    return lines;
}
