/* The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): the scene's elements,
 * each with references to the pieces of page content that belong to it. Artifacts, and what
 * hangs below them, are no part of it. */
#include "scene/pdf.h"

static const char *tag_of(enum role role)
{
    static const char *const tags[] = {
        [ROLE_DOCUMENT] = "Document",
        [ROLE_PART] = "Part",
        [ROLE_H1] = "H1",
        [ROLE_H2] = "H2",
        [ROLE_H3] = "H3",
        [ROLE_PARAGRAPH] = "P",
        [ROLE_LIST] = "L",
        [ROLE_LIST_ITEM] = "LI",
        [ROLE_LABEL] = "Lbl",
        [ROLE_TABLE] = "Table",
        [ROLE_ROW] = "TR",
        [ROLE_HEADER] = "TH",
        [ROLE_CELL] = "TD",
        [ROLE_FIGURE] = "Figure",
        [ROLE_TOC] = "TOC",
        [ROLE_TOC_ITEM] = "TOCI",
        [ROLE_ARTIFACT] = "",
    };
    return tags[role];
}

void pdf_structure_open(struct pdf *p)
{
    const struct scene *s = p->scene;
    p->root = pdf_object(p);
    p->elements = arena_array(p->arena, s->elements.n, sizeof *p->elements);
    for (size_t i = 0; i < s->elements.n; i++) {
        const struct element *e = &s->elements.at[i];
        struct pdf_element *to = &p->elements[i];
        to->page = STR_NONE;
        /* Parents stand before their children, so theirs is decided already. */
        if (e->role == ROLE_ARTIFACT || (i && !p->elements[e->parent].dict))
            continue;
        to->dict = to->body = pdf_object(p);
        if (e->role == ROLE_LIST_ITEM)
            to->body = pdf_object(p);
    }
}

void pdf_structure_mark(struct pdf *p, size_t element, size_t page, size_t *mcid,
                        struct buf *content, struct buf *parents)
{
    struct pdf_element *e = &p->elements[element];
    if (!e->dict) {
        buf_puts(content, "/Artifact BMC\n");
        return;
    }
    enum role role = p->scene->elements.at[element].role;
    buf_printf(content, "/%s <</MCID %zu>> BDC\n",
               role == ROLE_LIST_ITEM ? "LBody" : tag_of(role), *mcid);
    if (e->page == STR_NONE)
        e->page = page;
    if (e->page == page) {
        buf_printf(&e->kids, "%zu ", *mcid);
    } else {
        buf_puts(&e->kids, "<</Type /MCR /Pg ");
        pdf_put_ref(&e->kids, p->pages[page]);
        buf_printf(&e->kids, " /MCID %zu>> ", *mcid);
    }
    pdf_put_ref(parents, e->body);
    buf_char(parents, ' ');
    ++*mcid;
}

void pdf_structure_page(struct pdf *p, size_t page, struct str parents)
{
    HPDF_Dict_AddNumber(p->pages[page], "StructParents", (HPDF_INT32)page);
    /* PDF/UA asks for the order of the structure when links are tabbed through. */
    HPDF_Dict_AddName(p->pages[page], "Tabs", "S");
    buf_printf(&p->parents, "%zu [", page);
    buf_put(&p->parents, parents);
    buf_puts(&p->parents, "]\n");
}

size_t pdf_structure_link(struct pdf *p, size_t element, size_t page, HPDF_Dict link)
{
    struct pdf_element *e = &p->elements[element];
    size_t key = p->scene->pages.n + p->links++;
    HPDF_Dict object = pdf_object(p);
    HPDF_Dict parent = e->dict ? e->body : p->elements[SCENE_ROOT].body;
    struct buf *kids = e->dict ? &e->kids : &p->elements[SCENE_ROOT].kids;
    struct buf b = {0};
    buf_puts(&b, "/S /Link\n/P ");
    pdf_put_ref(&b, parent);
    buf_puts(&b, "\n/Pg ");
    pdf_put_ref(&b, p->pages[page]);
    buf_puts(&b, "\n/K [<</Type /OBJR /Obj ");
    pdf_put_ref(&b, link);
    buf_puts(&b, ">>]\n");
    pdf_fill(p, object, buf_str(&b));
    buf_drop(&b);
    pdf_put_ref(kids, object);
    buf_char(kids, ' ');
    buf_printf(&p->link_parents, "%zu ", key);
    pdf_put_ref(&p->link_parents, object);
    buf_char(&p->link_parents, '\n');
    return key;
}

/* Hangs the elements into their parents, in their order, behind the parents' own content. */
static void hang_children(struct pdf *p)
{
    for (size_t i = 1; i < p->scene->elements.n; i++) {
        const struct element *e = &p->scene->elements.at[i];
        struct pdf_element *parent = &p->elements[e->parent];
        if (!p->elements[i].dict)
            continue;
        bool label = e->role == ROLE_LABEL && parent->body != parent->dict;
        struct buf *kids = label ? &parent->labels : &parent->kids;
        pdf_put_ref(kids, p->elements[i].dict);
        buf_char(kids, ' ');
    }
}

static void put_kids(struct buf *b, const struct buf *kids)
{
    if (!kids->n)
        return;
    buf_puts(b, "/K [");
    buf_put(b, str_slice(buf_str(kids), 0, kids->n - 1));
    buf_puts(b, "]\n");
}

/* Attributes of table cells: ISO 32000-1, table 349. */
static void put_cell(struct buf *b, const struct element *e)
{
    if (e->scope == SCOPE_NONE && e->rowspan < 2 && e->colspan < 2)
        return;
    buf_puts(b, "/A <</O /Table");
    if (e->scope != SCOPE_NONE)
        buf_puts(b, e->scope == SCOPE_COLUMN ? " /Scope /Column" : " /Scope /Row");
    if (e->rowspan > 1)
        buf_printf(b, " /RowSpan %zu", e->rowspan);
    if (e->colspan > 1)
        buf_printf(b, " /ColSpan %zu", e->colspan);
    buf_puts(b, ">>\n");
}

static void put_page(struct pdf *p, struct buf *b, size_t page)
{
    if (page == STR_NONE)
        return;
    buf_puts(b, "/Pg ");
    pdf_put_ref(b, p->pages[page]);
    buf_char(b, '\n');
}

static void close_body(struct pdf *p, struct pdf_element *e, struct buf *b)
{
    buf_clear(b);
    buf_puts(b, "/S /LBody\n/P ");
    pdf_put_ref(b, e->dict);
    buf_char(b, '\n');
    put_page(p, b, e->page);
    put_kids(b, &e->kids);
    pdf_fill(p, e->body, buf_str(b));
    pdf_put_ref(&e->labels, e->body);
    buf_char(&e->labels, ' ');
}

static void close_element(struct pdf *p, size_t i, struct buf *b)
{
    const struct element *from = &p->scene->elements.at[i];
    struct pdf_element *e = &p->elements[i];
    if (!e->dict)
        return;
    bool item = e->body != e->dict;
    if (item)
        close_body(p, e, b);
    buf_clear(b);
    buf_printf(b, "/S /%s\n/P ", tag_of(from->role));
    pdf_put_ref(b, i == SCENE_ROOT ? p->root : p->elements[from->parent].body);
    buf_char(b, '\n');
    if (from->title.n) {
        buf_puts(b, "/T ");
        pdf_put_text(b, from->title);
        buf_char(b, '\n');
    }
    if (from->alt.n) {
        buf_puts(b, "/Alt ");
        pdf_put_text(b, from->alt);
        buf_char(b, '\n');
    }
    put_cell(b, from);
    if (!item)
        put_page(p, b, e->page);
    put_kids(b, item ? &e->labels : &e->kids);
    pdf_fill(p, e->dict, buf_str(b));
}

static void close_root(struct pdf *p, struct buf *b)
{
    HPDF_Dict tree = pdf_object(p), info = pdf_object(p);
    buf_clear(b);
    buf_puts(b, "/Nums [");
    buf_put(b, buf_str(&p->parents));
    buf_put(b, buf_str(&p->link_parents));
    buf_puts(b, "]\n");
    pdf_fill(p, tree, buf_str(b));
    buf_clear(b);
    buf_puts(b, "/Type /StructTreeRoot\n/K ");
    pdf_put_ref(b, p->elements[SCENE_ROOT].dict);
    buf_puts(b, "\n/ParentTree ");
    pdf_put_ref(b, tree);
    buf_printf(b, "\n/ParentTreeNextKey %zu\n", p->scene->pages.n + p->links);
    pdf_fill(p, p->root, buf_str(b));
    pdf_fill(p, info, STR("/Marked true\n"));
    HPDF_Dict_Add(p->doc->catalog, "StructTreeRoot", p->root);
    HPDF_Dict_Add(p->doc->catalog, "MarkInfo", info);
}

void pdf_structure_close(struct pdf *p)
{
    struct buf b = {0};
    hang_children(p);
    for (size_t i = 0; i < p->scene->elements.n; i++) {
        close_element(p, i, &b);
        buf_drop(&p->elements[i].kids);
        buf_drop(&p->elements[i].labels);
    }
    close_root(p, &b);
    buf_drop(&b);
    buf_drop(&p->parents);
    buf_drop(&p->link_parents);
}
