/* Content of a page: marks in their order, each run of marks of one element as one piece of
 * marked content. Colours, widths and fonts are written only where they change. */
#include "scene/pdf_canvas.h"

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
        canvas_text(c, &m->text);
        break;
    case MARK_PATH:
        tell_path(c, m->element, &m->path);
        canvas_path(c, &m->path);
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
