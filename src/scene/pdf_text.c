#include "scene/pdf_canvas.h"

#include "base/utf8.h"

/* Text of a page: glyphs, the space between them, and the text behind them where a reader
 * would not find it in the glyphs alone. */

static void close_glyphs(struct canvas *c)
{
    if (c->in_glyphs)
        buf_puts(c->out, ">]TJ\n");
    c->in_glyphs = false;
}

static void put_glyph(struct canvas *c, struct glyph g)
{
    if (!c->in_glyphs)
        buf_puts(c->out, "[<");
    c->in_glyphs = true;
    pdf_put_hex(c->out, font_code(c->p->fonts, g.face, g.id));
}

static void set_font(struct canvas *c, unsigned face, double size)
{
    if (face == c->face && canvas_same(size, c->size))
        return;
    close_glyphs(c);
    buf_printf(c->out, "/F%u ", face);
    pdf_put_number(c->out, size);
    buf_puts(c->out, " Tf\n");
    c->face = face;
    c->size = size;
}

/* Space added before the next glyph of the line. */
static void put_space(struct canvas *c, double points)
{
    buf_puts(c->out, c->in_glyphs ? ">" : "[");
    c->in_glyphs = true;
    pdf_put_number(c->out, -points * 1000 / c->size);
    buf_char(c->out, '<');
}

static void set_tracking(struct canvas *c, double tracking)
{
    if (canvas_same(tracking, c->tracking))
        return;
    close_glyphs(c);
    buf_fixed(c->out, tracking, 4);
    buf_puts(c->out, " Tc\n");
    c->tracking = tracking;
}

/* The text behind what is painted: for a glyph that stands for another character, and for
 * a spaced-out line. */
static void open_span(struct canvas *c, struct str text)
{
    close_glyphs(c);
    buf_puts(c->out, "/Span <</ActualText <FEFF");
    while (text.n)
        pdf_put_utf16(c->out, utf8_next(&text));
    buf_puts(c->out, ">>> BDC\n");
}

static void close_span(struct canvas *c)
{
    close_glyphs(c);
    buf_puts(c->out, "EMC\n");
}

/* A glyph with its text behind it unless that is known already. */
static void put_named(struct canvas *c, struct glyph g, bool named, struct str text)
{
    if (!named)
        open_span(c, text);
    put_glyph(c, g);
    if (!named)
        close_span(c);
}

static void begin_text(struct canvas *c, double x, double y)
{
    buf_puts(c->out, "BT\n");
    canvas_point(c, x, y);
    buf_puts(c->out, "Td\n");
}

/* A character that no face has: an empty box of 1 em, and in it an ideographic space that
 * carries the character, so that it can still be copied and searched. */
static void paint_missing(struct canvas *c, const struct text_mark *t, double x,
                          uint32_t character, struct str text)
{
    struct pdf *p = c->p;
    double em = t->style.size, inset = em * 0.08;
    if (pdf_first_missing(p, character)) {
        diag_at(p->diag, (struct pos){0}, DIAG_FONT_GLYPH, STR_ARG(p->scene->title),
                STR_ARG(text), (unsigned)character);
    }
    close_glyphs(c);
    buf_puts(c->out, "ET\n");
    canvas_stroke(c, t->style.color);
    canvas_line(c, em * 0.05, DASH_NONE);
    pdf_put_number(c->out, x + inset);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, c->height - t->y - 0.12 * em + inset);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, em - 2 * inset);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, em - 2 * inset);
    buf_puts(c->out, " re S\n");
    begin_text(c, x, t->y);
    struct glyph space = font_glyph(p->fonts, t->style.font, 0x3000);
    if (space.missing)
        space = font_glyph(p->fonts, t->style.font, ' ');
    if (!space.missing) {
        set_font(c, space.face, em);
        pdf_use_glyph(p, space.face, space.id, 0x3000);
        put_named(c, space, c->spoken, text);
        close_glyphs(c);
    }
    buf_puts(c->out, "ET\n");
    begin_text(c, x + em + c->tracking, t->y);
}

/* The character whose glyph is painted: a mark that stands alone in an upright column turns,
 * one in the middle of Latin text there does not. */
static uint32_t shown_for(const struct canvas *c, const struct text_mark *t,
                          uint32_t character, struct str text)
{
    bool alone = t->style.upright && text.n == t->text.n;
    return alone ? font_upright(c->p->fonts, t->style.font, character) : character;
}

/* The glyphs of a mark. */
static void paint_glyphs(struct canvas *c, const struct text_mark *t)
{
    const struct fonts *fonts = c->p->fonts;
    struct str rest = t->text;
    double x = t->x, space = 0;
    size_t nudge = 0;
    set_tracking(c, t->tracking);
    while (rest.n) {
        struct str text = rest;
        if (nudge < t->nudge_n && t->nudges[nudge].at == t->text.n - rest.n) {
            set_tracking(c, t->nudges[nudge].tracking);
            space += t->nudges[nudge++].by;
        }
        uint32_t character = utf8_next(&rest);
        text.n -= rest.n;
        if (character == '\t') { /* as font.h measures it; readers drop a tab */
            character = ' ';
            text = STR(" ");
        }
        uint32_t shown = shown_for(c, t, character, text);
        double wider = (font_advance(fonts, t->style.font, shown) -
                        font_advance(fonts, t->style.font, character)) *
                       t->style.size;
        struct glyph g = font_glyph(fonts, t->style.font, shown);
        space -= wider / 2;
        if (g.invisible)
            continue;
        x += space;
        if (g.missing) {
            paint_missing(c, t, x, character, text);
        } else {
            set_font(c, g.face, t->style.size);
            if (!canvas_same(space, 0))
                put_space(c, space);
            bool named = pdf_use_glyph(c->p, g.face, g.id, character);
            put_named(c, g, named || c->spoken, text);
        }
        space = 0;
        x += font_advance(fonts, t->style.font, shown) * t->style.size + c->tracking;
    }
    close_glyphs(c);
}

/* True when readers would take the space between two letters for a blank: poppler does
 * from 0.1 em on, mupdf from 0.15. Nothing of the kind happens to an artifact. */
static bool is_spaced_out(const struct canvas *c, const struct text_mark *t)
{
    double most = 0.098 * t->style.size, tracking = t->tracking;
    bool wide = tracking > most;
    for (size_t i = 0; i < t->nudge_n && !wide; i++) {
        wide = tracking + t->nudges[i].by > most || t->nudges[i].tracking > most;
        tracking = t->nudges[i].tracking;
    }
    return wide && c->element != SCENE_ARTIFACT;
}

/* An aside has an empty text behind it as a whole. */
void canvas_text(struct canvas *c, const struct text_mark *t)
{
    canvas_fill(c, t->style.color);
    c->spoken = t->aside || is_spaced_out(c, t);
    if (c->spoken)
        open_span(c, t->aside ? STR("") : t->text);
    begin_text(c, t->x, t->y);
    paint_glyphs(c, t);
    buf_puts(c->out, "ET\n");
    if (c->spoken)
        buf_puts(c->out, "EMC\n");
}
