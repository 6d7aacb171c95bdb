#include "scene/scene_svg.h"

#include "base/utf8.h"
#include "scene/svg.h"

struct svg {
    const struct scene *scene;
    struct buf *out;
    const char *family;      /* in force from the root */
    const struct mark *open; /* the mark whose look the open <g> has, or NULL */
};

static void put_family(struct svg *v, const char *family)
{
    svg_open(v->out, "font-family");
    buf_puts(v->out, family);
    buf_char(v->out, '"');
}

/* Common faces of Linux, Apple and Windows, then the generic one. */
static const char *family_of(enum font_role role)
{
    static const char song[] = "'Noto Serif CJK SC','Songti SC',SimSun,serif";
    static const char hei[] =
        "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
    static const char kai[] = "'LXGW WenKai','Kaiti SC',KaiTi,serif";
    static const char fangsong[] = "FangSong,STFangsong,'LXGW WenKai',serif";
    switch (role) {
    case FONT_SONG:
    case FONT_SONG_BOLD:
    case FONT_XIAOBIAOSONG: return song;
    case FONT_HEI:
    case FONT_HEI_BOLD: return hei;
    case FONT_KAI: return kai;
    case FONT_FANGSONG: return fangsong;
    case FONT_ROLE_COUNT: break;
    }
    return hei;
}

static bool bold(enum font_role role)
{
    return role == FONT_SONG_BOLD || role == FONT_HEI_BOLD || role == FONT_XIAOBIAOSONG;
}

/* The first figure a mark of the page belongs to, or NULL. */
static const struct element *find_figure(const struct scene *s, const struct page *page)
{
    for (size_t i = 0; i < page->marks.n; i++) {
        size_t e = page->marks.at[i].element;
        while (s->elements.at[e].role != ROLE_FIGURE && s->elements.at[e].parent != e)
            e = s->elements.at[e].parent;
        if (s->elements.at[e].role == ROLE_FIGURE)
            return &s->elements.at[e];
    }
    return NULL;
}

static bool safe_uri(struct str uri)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (uri.n >= str_of(schemes[i]).n &&
            str_eq_nocase(str_slice(uri, 0, str_of(schemes[i]).n), str_of(schemes[i])))
            return true;
    /* A relative address: no scheme, so no colon, in its first step. */
    size_t colon = str_find(uri, STR(":")), slash = str_find(uri, STR("/"));
    return uri.n && (colon == STR_NONE || slash < colon);
}

static bool has_links(const struct page *page)
{
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind == MARK_LINK && safe_uri(page->marks.at[i].link.uri))
            return true;
    return false;
}

static void put_label(struct svg *v, const char *name, struct str prefix, struct str text)
{
    buf_char(v->out, '<');
    buf_puts(v->out, name);
    buf_puts(v->out, " id=\"");
    svg_text(v->out, prefix);
    buf_char(v->out, '-');
    buf_puts(v->out, name);
    buf_puts(v->out, "\">");
    svg_text(v->out, text);
    buf_puts(v->out, "</");
    buf_puts(v->out, name);
    buf_puts(v->out, ">\n");
}

static void put_reference(struct svg *v, const char *attribute, struct str prefix,
                          const char *name)
{
    svg_open(v->out, attribute);
    svg_text(v->out, prefix);
    buf_char(v->out, '-');
    buf_puts(v->out, name);
    buf_char(v->out, '"');
}

/* Links inside an "img" would be hidden from a screen reader, so a chart with links is a
 * "group". */
static void open_root(struct svg *v, const struct page *page, struct str prefix,
                      struct str words, double scale)
{
    const struct element *figure = find_figure(v->scene, page);
    struct str title = figure && figure->title.n ? figure->title : v->scene->title;
    struct str alt = figure && !words.n ? figure->alt : STR("");
    buf_puts(v->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg_number(v->out, page->width);
    buf_char(v->out, ' ');
    svg_number(v->out, page->height);
    buf_char(v->out, '"');
    svg_attribute(v->out, "width", page->width * scale);
    buf_puts(v->out, has_links(page) ? " role=\"group\"" : " role=\"img\"");
    if (title.n)
        put_reference(v, "aria-labelledby", prefix, "title");
    if (alt.n)
        put_reference(v, title.n ? "aria-describedby" : "aria-labelledby", prefix,
                      "desc");
    if (words.n) {
        buf_puts(v->out, " aria-details=\"");
        svg_text(v->out, words);
        buf_char(v->out, '"');
    }
    put_family(v, v->family);
    buf_puts(v->out, ">\n");
    if (title.n)
        put_label(v, "title", prefix, title);
    if (alt.n)
        put_label(v, "desc", prefix, alt);
}

static bool same_color(struct color a, struct color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static bool same_look(const struct mark *a, const struct mark *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == MARK_TEXT)
        return a->text.style.font == b->text.style.font &&
               svg_same(a->text.style.size, b->text.style.size) &&
               same_color(a->text.style.color, b->text.style.color);
    const struct path_mark *p = &a->path, *q = &b->path;
    return a->kind == MARK_PATH && p->fill == q->fill && p->stroke == q->stroke &&
           (!p->fill || same_color(p->fill_color, q->fill_color)) &&
           (!p->stroke || (same_color(p->stroke_color, q->stroke_color) &&
                           svg_same(p->line_width, q->line_width) && p->dash == q->dash));
}

static void put_style(struct svg *v, const struct style *style)
{
    const char *family = family_of(style->font);
    if (family != v->family)
        put_family(v, family);
    svg_attribute(v->out, "font-size", style->size);
    if (bold(style->font))
        buf_puts(v->out, " font-weight=\"700\"");
    svg_color(v->out, "fill", style->color);
}

static void put_paint(struct svg *v, const struct path_mark *p)
{
    if (p->fill)
        svg_color(v->out, "fill", p->fill_color);
    else
        buf_puts(v->out, " fill=\"none\"");
    if (!p->stroke)
        return;
    svg_color(v->out, "stroke", p->stroke_color);
    svg_attribute(v->out, "stroke-width", p->line_width);
    if (p->dash != DASH_NONE) {
        struct dash_pattern d = scene_dash(p->dash);
        buf_puts(v->out, " stroke-dasharray=\"");
        svg_number(v->out, d.on * p->line_width);
        buf_char(v->out, ' ');
        svg_number(v->out, d.off * p->line_width);
        buf_char(v->out, '"');
    }
}

static void close_group(struct svg *v)
{
    if (v->open)
        buf_puts(v->out, "</g>\n");
    v->open = NULL;
}

/* Neighbours that look the same share a <g> with the attributes. */
static void set_group(struct svg *v, const struct mark *m)
{
    if (v->open && same_look(v->open, m))
        return;
    close_group(v);
    buf_puts(v->out, "<g");
    if (m->kind == MARK_TEXT)
        put_style(v, &m->text.style);
    else
        put_paint(v, &m->path);
    buf_puts(v->out, ">\n");
    v->open = m;
}

/* Digits and Latin letters have another width in each font; Chinese is 1 em in all. */
static bool needs_length(const struct text_mark *t)
{
    struct str rest = t->text;
    size_t n = 0;
    while (rest.n) {
        if (utf8_columns(utf8_next(&rest)) == 2)
            return false;
        n++;
    }
    return n > 1 && t->width > 0;
}

static void put_run(struct svg *v, const struct text_mark *t)
{
    enum { NUMBER = 3 }; /* characters: "12." */
    buf_puts(v->out, "<text");
    svg_attribute(v->out, "x", t->x);
    svg_attribute(v->out, "y", t->y);
    if (needs_length(t)) {
        svg_attribute(v->out, "textLength", t->width);
        if (utf8_count(t->text) > NUMBER) /* a short one just stands a little wider */
            buf_puts(v->out, " lengthAdjust=\"spacingAndGlyphs\"");
    } else if (!svg_same(t->tracking, 0)) {
        svg_attribute(v->out, "letter-spacing", t->tracking);
    }
    buf_char(v->out, '>');
    size_t from = 0;
    for (size_t i = 0; i < t->nudge_n; i++) {
        const struct nudge *n = &t->nudges[i];
        svg_text(v->out, str_slice(t->text, from, n->at));
        buf_puts(v->out, i ? "</tspan><tspan" : "<tspan");
        svg_attribute(v->out, "dx", n->by);
        if (!svg_same(n->tracking, t->tracking))
            svg_attribute(v->out, "letter-spacing", n->tracking);
        buf_char(v->out, '>');
        from = n->at;
    }
    svg_text(v->out, str_from(t->text, from));
    buf_puts(v->out, t->nudge_n ? "</tspan></text>\n" : "</text>\n");
}

static void put_link(struct svg *v, const struct link_mark *l)
{
    if (!safe_uri(l->uri))
        return;
    buf_puts(v->out, "<a href=\"");
    svg_text(v->out, l->uri);
    buf_puts(v->out, "\" aria-label=\"");
    svg_text(v->out, l->uri);
    buf_puts(v->out, "\"><rect");
    svg_attribute(v->out, "x", l->x);
    svg_attribute(v->out, "y", l->y);
    svg_attribute(v->out, "width", l->width);
    svg_attribute(v->out, "height", l->height);
    buf_puts(v->out, " fill=\"none\" pointer-events=\"all\"/></a>\n");
}

static void put_mark(struct svg *v, const struct mark *m)
{
    switch (m->kind) {
    case MARK_TEXT:
        set_group(v, m);
        put_run(v, &m->text);
        break;
    case MARK_PATH:
        if (!m->path.n || (!m->path.fill && !m->path.stroke))
            break;
        set_group(v, m);
        svg_path(v->out, &m->path);
        break;
    case MARK_LINK:
        close_group(v);
        put_link(v, &m->link);
        break;
    case MARK_INPUT: break; /* for the PDF alone */
    }
}

static const char *first_family(const struct page *page)
{
    for (size_t i = 0; i < page->marks.n; i++)
        if (page->marks.at[i].kind == MARK_TEXT)
            return family_of(page->marks.at[i].text.style.font);
    return family_of(FONT_HEI);
}

void scene_svg(const struct scene *s, size_t page, struct str prefix, struct str words,
               double scale, struct buf *out)
{
    const struct page *from = &s->pages.at[page];
    struct svg v = {.scene = s, .out = out, .family = first_family(from)};
    open_root(&v, from, prefix, words, scale);
    for (size_t i = 0; i < from->marks.n; i++)
        put_mark(&v, &from->marks.at[i]);
    close_group(&v);
    buf_puts(out, "</svg>");
}
