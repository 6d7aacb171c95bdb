/* Content of a page: marks in their order, each run of marks of one element as one piece of
 * marked content. Colours, widths and fonts are written only where they change. */
#include "scene/pdf.h"

#include "base/utf8.h"

#include <math.h>

struct canvas {
    struct pdf *p;
    size_t page;
    double height; /* of the page: PDF's y goes up */
    struct buf *out;
    /* State of the reader at this point; a new page begins with black, no font. */
    struct color fill, stroke;
    double line_width, tracking, size;
    enum dash dash;
    unsigned face;
    bool in_glyphs;       /* between [< and > */
    bool spoken;          /* an ActualText is open: those of single glyphs are left out */
    size_t element, link; /* whose marked content is open, or STR_NONE */
    struct pdf_marks marks;
    struct pdf_links links;
    HPDF_Array annotations;
    const struct inset *inset; /* that is being painted, or NULL */
};

static void put_xy(struct canvas *c, double x, double y)
{
    pdf_put_number(c->out, x);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, c->height - y);
    buf_char(c->out, ' ');
}

static bool same(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static void put_color(struct canvas *c, struct color color, struct color *now,
                      const char *gray, const char *rgb)
{
    if (color.r == now->r && color.g == now->g && color.b == now->b)
        return;
    *now = color;
    buf_fixed(c->out, color.r / 255.0, 3);
    if (color.r != color.g || color.g != color.b) {
        buf_char(c->out, ' ');
        buf_fixed(c->out, color.g / 255.0, 3);
        buf_char(c->out, ' ');
        buf_fixed(c->out, color.b / 255.0, 3);
        gray = rgb;
    }
    buf_puts(c->out, gray);
}

static void set_fill(struct canvas *c, struct color color)
{
    put_color(c, color, &c->fill, " g\n", " rg\n");
}

static void set_stroke(struct canvas *c, struct color color)
{
    put_color(c, color, &c->stroke, " G\n", " RG\n");
}

static void set_line(struct canvas *c, double width, enum dash dash)
{
    if (!same(width, c->line_width)) {
        pdf_put_number(c->out, width);
        buf_puts(c->out, " w\n");
    } else if (dash == c->dash) {
        return;
    }
    /* Dashes are as long as the line is wide, so a new width needs them again. */
    if (dash != DASH_NONE || c->dash != DASH_NONE) {
        struct dash_pattern d = scene_dash(dash);
        buf_char(c->out, '[');
        if (dash != DASH_NONE) {
            pdf_put_number(c->out, d.on * width);
            buf_char(c->out, ' ');
            pdf_put_number(c->out, d.off * width);
        }
        buf_puts(c->out, "] 0 d\n");
    }
    c->line_width = width;
    c->dash = dash;
}

/* True when the segments that begin here are an upright rectangle, drawn from a corner along
 * x first: PDF has a shorter word for those. */
static bool is_rectangle(const struct path_mark *m, size_t i)
{
    enum { SEGMENTS = 5 };
    static const enum verb verbs[SEGMENTS] = {VERB_MOVE, VERB_LINE, VERB_LINE, VERB_LINE,
                                              VERB_CLOSE};
    const struct segment *s = m->segments + i;
    if (m->n - i < SEGMENTS)
        return false;
    for (unsigned k = 0; k < SEGMENTS; k++)
        if (s[k].verb != verbs[k])
            return false;
    return same(s[0].y, s[1].y) && same(s[1].x, s[2].x) && same(s[2].y, s[3].y) &&
           same(s[3].x, s[0].x);
}

static void put_rectangle(struct canvas *c, const struct segment *s)
{
    put_xy(c, s[0].x, s[0].y);
    pdf_put_number(c->out, s[2].x - s[0].x);
    buf_char(c->out, ' ');
    pdf_put_number(c->out, s[0].y - s[2].y);
    buf_puts(c->out, " re\n");
}

/* Whole numbers instead of points: half the bytes of a QR code. */
static void put_count(struct canvas *c, double points, double unit, const char *after)
{
    pdf_put_number(c->out, round(points / unit));
    buf_puts(c->out, after);
}

static void paint_grid(struct canvas *c, const struct path_mark *m)
{
    enum { SEGMENTS = 5 };
    const struct segment *first = m->segments;
    buf_puts(c->out, "q ");
    pdf_put_number(c->out, m->grid);
    buf_puts(c->out, " 0 0 ");
    pdf_put_number(c->out, -m->grid);
    buf_char(c->out, ' ');
    put_xy(c, first->x, first->y);
    buf_puts(c->out, "cm\n");
    for (size_t i = 0; i + SEGMENTS <= m->n; i += SEGMENTS) {
        const struct segment *s = m->segments + i;
        put_count(c, s[0].x - first->x, m->grid, " ");
        put_count(c, s[0].y - first->y, m->grid, " ");
        put_count(c, s[2].x - s[0].x, m->grid, " ");
        put_count(c, s[2].y - s[0].y, m->grid, " re\n");
    }
    buf_puts(c->out, "f\nQ\n");
}

static void paint_path(struct canvas *c, const struct path_mark *m)
{
    if (!m->n || (!m->fill && !m->stroke))
        return;
    if (m->fill)
        set_fill(c, m->fill_color);
    if (m->stroke) {
        set_stroke(c, m->stroke_color);
        set_line(c, m->line_width, m->dash);
    }
    if (m->grid > 0) {
        paint_grid(c, m);
        return;
    }
    for (size_t i = 0; i < m->n; i++) {
        const struct segment *at = &m->segments[i];
        if (is_rectangle(m, i)) {
            put_rectangle(c, at);
            i += 4;
            continue;
        }
        if (at->verb == VERB_CURVE) {
            put_xy(c, at->x1, at->y1);
            put_xy(c, at->x2, at->y2);
        }
        if (at->verb != VERB_CLOSE)
            put_xy(c, at->x, at->y);
        buf_char(c->out, "mlch"[at->verb]);
        buf_char(c->out, '\n');
    }
    buf_puts(c->out, !m->stroke ? "f\n" : m->fill ? "B\n" : "S\n");
}

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
    if (face == c->face && same(size, c->size))
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
    if (same(tracking, c->tracking))
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
    put_xy(c, x, y);
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
    set_stroke(c, t->style.color);
    set_line(c, em * 0.05, DASH_NONE);
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
            if (!same(space, 0))
                put_space(c, space);
            bool named = pdf_use_glyph(c->p, g.face, g.id, character);
            put_named(c, g, named || c->spoken, text);
        }
        space = -wider / 2;
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
static void paint_text(struct canvas *c, const struct text_mark *t)
{
    set_fill(c, t->style.color);
    c->spoken = t->aside || is_spaced_out(c, t);
    if (c->spoken)
        open_span(c, t->aside ? STR("") : t->text);
    begin_text(c, t->x, t->y);
    paint_glyphs(c, t);
    buf_puts(c->out, "ET\n");
    if (c->spoken)
        buf_puts(c->out, "EMC\n");
}

/* `link`: of pdf_links_find(), or STR_NONE. */
static void set_element(struct canvas *c, size_t element, size_t link)
{
    if (element == c->element && link == c->link)
        return;
    if (c->element != STR_NONE)
        buf_puts(c->out, "EMC\n");
    c->element = element;
    c->link = link;
    if (link != STR_NONE)
        pdf_node_mark(pdf_link_node(c->p, &c->links.at[link], c->page), &c->marks);
    else if (element != STR_NONE)
        pdf_structure_mark(c->p, element, &c->marks);
}

/* Tells where content of an element is on the page. */
static void tell_box(struct canvas *c, size_t element, const double box[4])
{
    const struct inset *in = c->inset;
    if (!in) {
        pdf_structure_box(c->p, element, c->page, box);
        return;
    }
    double upright[] = {box[0], box[1], box[2], box[3]};
    double turned[] = {box[1], in->width - box[2], box[3], in->width - box[0]};
    double *on = in->turned ? turned : upright;
    for (unsigned i = 0; i < 4; i++)
        on[i] = on[i] * in->scale + (i % 2 ? in->y : in->x);
    pdf_structure_box(c->p, element, c->page, on);
}

static void tell_text(struct canvas *c, size_t element, const struct text_mark *t)
{
    const struct fonts *fonts = c->p->fonts;
    double up = font_ascent(fonts, t->style.font) * t->style.size;
    double down = font_descent(fonts, t->style.font) * t->style.size;
    double box[] = {t->x, t->y - up, t->x + t->width, t->y + down};
    pdf_structure_label(c->p, element, t->text);
    tell_box(c, element, box);
}

static void tell_path(struct canvas *c, size_t element, const struct path_mark *m)
{
    double w = m->stroke ? m->line_width / 2 : 0;
    for (size_t i = 0; i < m->n; i++) {
        double x = m->segments[i].x, y = m->segments[i].y;
        if (m->segments[i].verb != VERB_CLOSE)
            tell_box(c, element, (double[]){x - w, y - w, x + w, y + w});
    }
}

static void paint_mark(struct canvas *c, size_t index)
{
    const struct mark *m = &c->p->scene->pages.at[c->page].marks.at[index];
    size_t link = c->links.of ? c->links.of[index] : STR_NONE;
    if (m->kind == MARK_INPUT)
        set_element(c, STR_NONE, STR_NONE); /* what follows is read behind it */
    else if (m->kind != MARK_LINK)
        set_element(c, m->element, link);
    switch (m->kind) {
    case MARK_TEXT:
        tell_text(c, m->element, &m->text);
        paint_text(c, &m->text);
        break;
    case MARK_PATH:
        tell_path(c, m->element, &m->path);
        paint_path(c, &m->path);
        break;
    case MARK_LINK:
        if (link != STR_NONE)
            pdf_link(c->p, c->page, &c->links.at[link], &m->link, c->annotations);
        break;
    case MARK_INPUT:
        pdf_field(c->p, c->page, m->element, &m->input, c->annotations);
        break;
    }
}

/* Paints the marks of an inset, from its first to the next one's. What it changes of the
 * reader's state ends with it. */
static void paint_inset(struct canvas *c, const struct page *page, size_t index)
{
    const struct inset *in = &page->insets.at[index];
    bool last = index + 1 == page->insets.n;
    size_t end = last ? page->marks.n : page->insets.at[index + 1].first;
    double s = in->scale, across = in->turned ? 0 : s, along = in->turned ? s : 0;
    double x = in->turned ? in->x + s * in->height : in->x;
    double y = page->height - in->y - (in->turned ? s * in->width : s * in->height);
    const double matrix[] = {across, along, -along, across, x, y};
    struct canvas inside = {.p = c->p,
                            .page = c->page,
                            .height = in->height,
                            .out = c->out,
                            .line_width = 1,
                            .face = FONT_MOST_FACES,
                            .element = STR_NONE,
                            .link = STR_NONE,
                            .inset = in,
                            .marks = c->marks,
                            .links = c->links,
                            .annotations = c->annotations};
    buf_puts(c->out, "q ");
    for (unsigned i = 0; i < 6; i++) {
        buf_fixed(c->out, matrix[i], 5);
        buf_char(c->out, ' ');
    }
    buf_puts(c->out, "cm\n");
    for (size_t i = in->first; i < end; i++)
        paint_mark(&inside, i);
    set_element(&inside, STR_NONE, STR_NONE);
    buf_puts(c->out, "Q\n");
    c->marks = inside.marks;
    c->links = inside.links;
}

static void finish_page(struct canvas *c)
{
    struct pdf *p = c->p;
    HPDF_Page page = p->pages[c->page];
    HPDF_PageAttr attr = page->attr;
    /* Nothing is deflated to nothing by libharu, and that is no stream of zlib. */
    if (!c->out->n)
        buf_char(c->out, '\n');
    pdf_deflate(p, attr->contents, buf_str(c->out));
    attr->stream = attr->contents->stream;
    pdf_hash(p, buf_str(c->out));
    HPDF_Dict resources =
        HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
    HPDF_Dict_Add(resources, "Font", p->font_names);
    if (HPDF_Array_Items(c->annotations))
        HPDF_Dict_Add(page, "Annots", c->annotations);
    else
        HPDF_Array_Free(c->annotations);
    pdf_structure_page(p, &c->marks);
    pdf_links_close(p, &c->links);
}

void pdf_paint_page(struct pdf *p, size_t index)
{
    const struct page *page = &p->scene->pages.at[index];
    struct buf out = {0};
    struct canvas c = {
        .p = p,
        .page = index,
        .height = page->height,
        .out = &out,
        .line_width = 1,
        .face = FONT_MOST_FACES,
        .element = STR_NONE,
        .link = STR_NONE,
        .marks = {.page = index, .content = &out},
        .links = pdf_links_find(p, index),
        .annotations = HPDF_Array_New(p->doc->mmgr),
    };
    size_t own = page->insets.n ? page->insets.at[0].first : page->marks.n;
    for (size_t i = 0; i < own; i++)
        paint_mark(&c, i);
    set_element(&c, STR_NONE, STR_NONE);
    for (size_t i = 0; i < page->insets.n; i++)
        paint_inset(&c, page, i);
    finish_page(&c);
    buf_drop(&c.marks.owners);
    buf_drop(&out);
}
