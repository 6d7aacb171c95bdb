#include "scene/scene_dump.h"

#include <string.h>

static void number(struct buf *out, double x)
{
    buf_fixed(out, x, 2);
}

static void point(struct buf *out, double x, double y)
{
    number(out, x);
    buf_char(out, ',');
    number(out, y);
}

static void color(struct buf *out, struct color c)
{
    buf_printf(out, " #%02x%02x%02x", c.r, c.g, c.b);
}

static void dump_text(const struct text_mark *t, struct buf *out)
{
    buf_puts(out, "text ");
    point(out, t->x, t->y);
    buf_puts(out, " wide ");
    number(out, t->width);
    buf_printf(out, " %s ", font_role_name(t->style.font));
    number(out, t->style.size);
    if (t->style.color.r || t->style.color.g || t->style.color.b)
        color(out, t->style.color);
    if (t->tracking < 0 || t->tracking > 0) {
        buf_puts(out, " tracking ");
        number(out, t->tracking);
    }
    for (size_t i = 0; i < t->nudge_n; i++) {
        buf_printf(out, i ? " %zu:" : " nudge %zu:", t->nudges[i].at);
        number(out, t->nudges[i].by);
        buf_char(out, '/');
        number(out, t->nudges[i].tracking);
    }
    if (t->style.upright)
        buf_puts(out, " upright");
    if (t->aside)
        buf_puts(out, " aside");
    buf_char(out, ' ');
    buf_json(out, t->text);
}

static void dump_segment(const struct segment *at, struct buf *out)
{
    buf_char(out, ' ');
    buf_char(out, "MLCZ"[at->verb]);
    if (at->verb == VERB_CLOSE)
        return;
    if (at->verb == VERB_CURVE) {
        point(out, at->x1, at->y1);
        buf_char(out, ' ');
        point(out, at->x2, at->y2);
        buf_char(out, ' ');
    }
    point(out, at->x, at->y);
}

static void dump_path(const struct path_mark *p, struct buf *out)
{
    static const char *const dashes[] = {"", " dash long", " dash short"};
    buf_puts(out, "path");
    if (p->fill) {
        buf_puts(out, " fill");
        color(out, p->fill_color);
    }
    if (p->stroke) {
        buf_puts(out, " stroke");
        color(out, p->stroke_color);
        buf_char(out, ' ');
        number(out, p->line_width);
        buf_puts(out, dashes[p->dash]);
    }
    for (size_t i = 0; i < p->n; i++)
        dump_segment(&p->segments[i], out);
}

static void dump_link(const struct link_mark *l, struct buf *out)
{
    buf_puts(out, "link ");
    point(out, l->x, l->y);
    buf_puts(out, " size ");
    point(out, l->width, l->height);
    buf_puts(out, l->uri.n ? " uri " : " dest ");
    buf_json(out, l->uri.n ? l->uri : l->dest);
}

static void dump_input(const struct input_mark *i, struct buf *out)
{
    static const char *const aligns[] = {"", " center", " right"};
    buf_puts(out, i->kind == INPUT_CHECK ? "check " : "input ");
    point(out, i->x, i->y);
    buf_puts(out, " size ");
    point(out, i->width, i->height);
    buf_puts(out, " text ");
    number(out, i->size);
    buf_puts(out, i->multiline ? " multiline" : "");
    buf_puts(out, aligns[i->align]);
    buf_puts(out, " name ");
    buf_json(out, i->name);
    buf_puts(out, " label ");
    buf_json(out, i->label);
}

static size_t depth(const struct scene *s, size_t element)
{
    size_t n = 0;
    for (; s->elements.at[element].parent != element; n++)
        element = s->elements.at[element].parent;
    return n;
}

static void dump_element(const struct scene *s, size_t element, struct buf *out)
{
    const struct element *e = &s->elements.at[element];
    buf_printf(out, "%s %zu", scene_role_name(e->role), element);
    static const char *const artifacts[] = {"", " head", " foot", " repeat"};
    buf_puts(out, artifacts[e->artifact]);
    if (e->scope != SCOPE_NONE)
        buf_printf(out, " scope %s", e->scope == SCOPE_COLUMN ? "column" : "row");
    if (e->rowspan > 1)
        buf_printf(out, " rows %zu", e->rowspan);
    if (e->colspan > 1)
        buf_printf(out, " columns %zu", e->colspan);
    if (e->title.n) {
        buf_puts(out, " title ");
        buf_json(out, e->title);
    }
    if (e->alt.n) {
        buf_puts(out, " alt ");
        buf_json(out, e->alt);
    }
    buf_char(out, '\n');
}

/* The insets that begin with this mark. */
static void dump_insets(const struct page *page, size_t mark, struct buf *out)
{
    for (size_t i = 0; i < page->insets.n; i++) {
        const struct inset *in = &page->insets.at[i];
        if (in->first != mark)
            continue;
        buf_puts(out, "  inset ");
        point(out, in->x, in->y);
        buf_puts(out, " size ");
        point(out, in->width, in->height);
        buf_puts(out, " scale ");
        number(out, in->scale);
        buf_puts(out, in->turned ? " turned\n" : "\n");
    }
}

static void dump_page(const struct scene *s, size_t n, struct buf *out)
{
    const struct page *page = &s->pages.at[n];
    buf_printf(out, "page %zu size ", n + 1);
    point(out, page->width, page->height);
    buf_char(out, '\n');
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        size_t indent = 2 + 2 * depth(s, m->element);
        dump_insets(page, i, out);
        if (i == 0 || m->element != page->marks.at[i - 1].element) {
            buf_pad(out, ' ', indent);
            dump_element(s, m->element, out);
        }
        buf_pad(out, ' ', indent + 2);
        switch (m->kind) {
        case MARK_TEXT: dump_text(&m->text, out); break;
        case MARK_PATH: dump_path(&m->path, out); break;
        case MARK_LINK: dump_link(&m->link, out); break;
        case MARK_INPUT: dump_input(&m->input, out); break;
        }
        buf_char(out, '\n');
    }
}

static void dump_places(const struct scene *s, struct buf *out)
{
    for (size_t i = 0; i < s->destinations.n; i++) {
        const struct destination *d = &s->destinations.at[i];
        buf_puts(out, "destination ");
        buf_json(out, d->name);
        buf_printf(out, " page %zu at ", d->page + 1);
        number(out, d->y);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < s->bookmarks.n; i++) {
        const struct bookmark *b = &s->bookmarks.at[i];
        buf_puts(out, "bookmark ");
        buf_pad(out, ' ', 2 * (size_t)b->depth);
        buf_json(out, b->title);
        buf_printf(out, " page %zu at ", b->page + 1);
        number(out, b->y);
        buf_char(out, '\n');
    }
}

void scene_dump(const struct scene *s, struct buf *out)
{
    const struct {
        const char *name;
        struct str value;
    } facts[] = {{"title", s->title},
                 {"author", s->author},
                 {"language", s->language},
                 {"date", s->date}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        buf_printf(out, "%s ", facts[i].name);
        buf_json(out, facts[i].value);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < s->pages.n; i++)
        dump_page(s, i, out);
    dump_places(s, out);
}
