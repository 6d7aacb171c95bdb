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

/* --- the links of a page --- */

static bool same_place(const struct link_mark *a, const struct link_mark *b)
{
    return str_eq(a->uri, b->uri) && str_eq(a->dest, b->dest);
}

static void add_link(struct pdf *p, struct pdf_links *links, const struct mark *m)
{
    const struct destination *to =
        m->link.uri.n ? NULL : find_destination(p, m->link.dest);
    if (!m->link.uri.n && !to)
        return;
    struct pdf_link *last = links->n ? &links->at[links->n - 1] : NULL;
    if (last && last->element == m->element && same_place(last->mark, &m->link))
        return;
    links->at[links->n++] =
        (struct pdf_link){.element = m->element, .mark = &m->link, .to = to};
}

/* A mark of a link by the element it belongs to. */
struct spot {
    size_t element, mark, link;
};

static int by_element(const void *a, const void *b)
{
    const struct spot *x = a, *y = b;
    if (x->element != y->element)
        return x->element < y->element ? -1 : 1;
    return x->mark < y->mark ? -1 : x->mark > y->mark;
}

static bool stands_in(const struct text_mark *t, const struct link_mark *l)
{
    return t->x > l->x - 1 && t->x < l->x + l->width && t->y > l->y &&
           t->y < l->y + l->height + 1;
}

/* The link of its element that a text stands in, or STR_NONE. */
static size_t link_of(const struct page *page, const struct mark *m,
                      const struct spot *places, size_t n)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places[middle].element < m->element)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n && places[low].element == m->element; low++)
        if (stands_in(&m->text, &page->marks.at[places[low].mark].link))
            return places[low].link;
    return STR_NONE;
}

static size_t count_links(const struct page *page)
{
    size_t n = 0;
    for (size_t i = 0; i < page->marks.n; i++)
        n += page->marks.at[i].kind == MARK_LINK;
    return n;
}

/* Text of other elements that a link without any of its own lies over. */
static void borrow_words(const struct page *page, struct pdf_link *l)
{
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind == MARK_TEXT && stands_in(&m->text, l->mark))
            buf_put(&l->words, m->text.text);
    }
}

struct pdf_links pdf_links_find(struct pdf *p, size_t index)
{
    const struct page *page = &p->scene->pages.at[index];
    struct pdf_links links = {0};
    size_t n = count_links(page), found = 0;
    if (!n)
        return links;
    struct spot *places = arena_array(p->arena, n, sizeof *places);
    links.at = arena_array(p->arena, n, sizeof *links.at);
    links.of = arena_array(p->arena, page->marks.n, sizeof *links.of);
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        links.of[i] = STR_NONE;
        if (m->kind != MARK_LINK)
            continue;
        add_link(p, &links, m);
        const struct pdf_link *last = links.n ? &links.at[links.n - 1] : NULL;
        if (!last || last->element != m->element || !same_place(last->mark, &m->link))
            continue; /* leads nowhere */
        links.of[i] = links.n - 1;
        places[found++] = (struct spot){m->element, i, links.n - 1};
    }
    qsort(places, found, sizeof *places, by_element);
    for (size_t i = 0; i < page->marks.n; i++) {
        const struct mark *m = &page->marks.at[i];
        if (m->kind != MARK_TEXT || p->elements[m->element].hidden)
            continue;
        links.of[i] = link_of(page, m, places, found);
        if (links.of[i] != STR_NONE)
            buf_put(&links.at[links.of[i]].words, m->text.text);
    }
    for (size_t i = 0; i < links.n; i++)
        if (!links.at[i].words.n)
            borrow_words(page, &links.at[i]);
    return links;
}

struct pdf_node *pdf_link_node(struct pdf *p, struct pdf_link *l, size_t page)
{
    if (!l->node.dict)
        pdf_node_open(p, &l->node, "Link", l->element, page);
    return &l->node;
}

/* What the link says when read aloud: its own words, else the address or the page. */
static void put_contents(struct pdf_link *l, struct buf *b)
{
    if (!l->words.n && l->to)
        buf_printf(&l->words, "第 %zu 页", l->to->page + 1);
    else if (!l->words.n)
        buf_put(&l->words, l->mark->uri);
    buf_puts(b, "/Contents ");
    pdf_put_text(b, buf_str(&l->words));
    buf_char(b, '\n');
}

void pdf_link(struct pdf *p, size_t page, struct pdf_link *l, const struct link_mark *m,
              HPDF_Array annotations)
{
    HPDF_Dict object = pdf_object(p);
    struct buf b = {0};
    buf_puts(&b, "/Type /Annot\n/Subtype /Link\n/Border [0 0 0]\n/F 4\n");
    put_rectangle(&b, m, p->scene->pages.at[page].height);
    put_contents(l, &b);
    if (l->to) {
        buf_puts(&b, "/Dest ");
        put_place(p, &b, l->to->page, l->to->y);
    } else {
        buf_puts(&b, "/A <</S /URI /URI ");
        put_uri(&b, m->uri);
        buf_puts(&b, ">>");
    }
    buf_printf(&b, "\n/StructParent %zu\n",
               pdf_node_annotation(p, pdf_link_node(p, l, page), object));
    pdf_fill(p, object, buf_str(&b));
    pdf_hash(p, buf_str(&b));
    HPDF_Array_Add(annotations, object);
    buf_drop(&b);
}

void pdf_links_close(struct pdf *p, struct pdf_links *links)
{
    for (size_t i = 0; i < links->n; i++) {
        pdf_node_close(p, &links->at[i].node);
        buf_drop(&links->at[i].words);
    }
}

/* --- bookmarks --- */

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
