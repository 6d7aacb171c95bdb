#include "scene/pdf.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    const struct destination *const *x = a, *const *y = b;
    int order = str_cmp((*x)->name, (*y)->name);
    return order ? order : (*x > *y) - (*x < *y);
}

void pdf_links_open(struct pdf *p)
{
    const struct scene *s = p->scene;
    p->destinations = arena_array(p->arena, s->destinations.n, sizeof *p->destinations);
    for (size_t i = 0; i < s->destinations.n; i++)
        p->destinations[i] = &s->destinations.at[i];
    if (s->destinations.n)
        qsort(p->destinations, s->destinations.n, sizeof *p->destinations, by_name);
}

static const struct destination *find_destination(const struct pdf *p, struct str name)
{
    size_t low = 0, high = p->scene->destinations.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(p->destinations[middle]->name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < p->scene->destinations.n && str_eq(p->destinations[low]->name, name))
        return p->destinations[low];
    return NULL;
}

/* A web address in a PDF is 7-bit (ISO 32000-1, 12.6.4.7): other bytes are written as %XX,
 * and so are the three that mean something in a string. */
static void put_uri(struct buf *b, struct str uri)
{
    buf_char(b, '(');
    for (size_t i = 0; i < uri.n; i++) {
        unsigned char c = (unsigned char)uri.s[i];
        if (c <= ' ' || c >= 0x7F || strchr("()\\", c))
            buf_printf(b, "%%%02X", c);
        else
            buf_char(b, (char)c);
    }
    buf_char(b, ')');
}

static void put_place(struct pdf *p, struct buf *b, size_t page, double y)
{
    buf_char(b, '[');
    pdf_put_ref(b, p->pages[page]);
    buf_puts(b, " /XYZ null ");
    pdf_put_number(b, p->scene->pages.at[page].height - y);
    buf_puts(b, " null]");
}

static void put_rectangle(struct buf *b, const struct link_mark *l, double height)
{
    double corners[] = {l->x, height - l->y - l->height, l->x + l->width, height - l->y};
    buf_puts(b, "/Rect [");
    for (unsigned i = 0; i < 4; i++) {
        buf_puts(b, i ? " " : "");
        pdf_put_number(b, corners[i]);
    }
    buf_puts(b, "]\n");
}

/* The text that stands in the rectangle of a link. */
static void link_words(const struct page *page, const struct link_mark *l,
                       struct buf *out)
{
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        const struct text_mark *t = &m->text;
        if (m->kind == MARK_TEXT && t->x > l->x - 1 && t->x < l->x + l->width &&
            t->y > l->y && t->y < l->y + l->height + 1)
            buf_put(out, t->text);
    }
}

/* What the link says when read aloud: its own words, else the address or the page. */
static void put_contents(struct pdf *p, struct buf *b, size_t page,
                         const struct link_mark *l, const struct destination *to)
{
    struct buf text = {0};
    link_words(&p->scene->pages.at[page], l, &text);
    if (!text.n && to)
        buf_printf(&text, "第 %zu 页", to->page + 1);
    else if (!text.n)
        buf_put(&text, l->uri);
    buf_puts(b, "/Contents ");
    pdf_put_text(b, buf_str(&text));
    buf_char(b, '\n');
    buf_drop(&text);
}

void pdf_link(struct pdf *p, size_t page, size_t element, const struct link_mark *l,
              HPDF_Array annotations)
{
    const struct destination *to = l->uri.n ? NULL : find_destination(p, l->dest);
    if (!l->uri.n && !to)
        return;
    HPDF_Dict object = pdf_object(p);
    struct buf b = {0};
    buf_puts(&b, "/Type /Annot\n/Subtype /Link\n/Border [0 0 0]\n/F 4\n");
    put_rectangle(&b, l, p->scene->pages.at[page].height);
    put_contents(p, &b, page, l, to);
    if (to) {
        buf_puts(&b, "/Dest ");
        put_place(p, &b, to->page, to->y);
    } else {
        buf_puts(&b, "/A <</S /URI /URI ");
        put_uri(&b, l->uri);
        buf_puts(&b, ">>");
    }
    buf_printf(&b, "\n/StructParent %zu\n", pdf_structure_link(p, element, page, object));
    pdf_fill(p, object, buf_str(&b));
    pdf_hash(p, buf_str(&b));
    HPDF_Array_Add(annotations, object);
    buf_drop(&b);
}

/* The place a bookmark leads to, as libharu's array. */
static HPDF_Array place(struct pdf *p, size_t page, double y)
{
    HPDF_MMgr memory = p->doc->mmgr;
    HPDF_Array a = HPDF_Array_New(memory);
    HPDF_Array_Add(a, p->pages[page]);
    HPDF_Array_AddName(a, "XYZ");
    HPDF_Array_Add(a, HPDF_Null_New(memory));
    double up = p->scene->pages.at[page].height - y;
    HPDF_Array_AddNumber(a, up > 0 && up < 1e6 ? (HPDF_INT32)up : 0);
    HPDF_Array_Add(a, HPDF_Null_New(memory));
    return a;
}

enum { BOOKMARK_DEPTHS = 8 };

/* A bookmark hangs below the last one that is less deep. Only the top level stands open. */
void pdf_bookmarks(struct pdf *p)
{
    HPDF_Outline last[BOOKMARK_DEPTHS] = {0};
    for (size_t i = 0; i < p->scene->bookmarks.n; i++) {
        const struct bookmark *b = &p->scene->bookmarks.at[i];
        unsigned depth = b->depth < BOOKMARK_DEPTHS ? b->depth : BOOKMARK_DEPTHS - 1;
        HPDF_Outline parent = NULL;
        for (unsigned above = depth; above > 0 && !parent; above--)
            parent = last[above - 1];
        HPDF_Outline outline = HPDF_CreateOutline(p->doc, parent, "", NULL);
        if (!outline)
            return;
        pdf_set_text(p, outline, "Title", b->title);
        HPDF_Dict_Add(outline, "Dest", place(p, b->page, b->y));
        HPDF_Outline_SetOpened(outline, depth == 0);
        pdf_hash(p, b->title);
        last[depth] = outline;
        for (unsigned below = depth + 1; below < BOOKMARK_DEPTHS; below++)
            last[below] = NULL;
    }
    if (p->scene->bookmarks.n)
        HPDF_SetPageMode(p->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}
