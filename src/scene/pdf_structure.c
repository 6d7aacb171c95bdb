/* The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): the scene's elements,
 * each with references to the pieces of page content that belong to it. Artifacts, and what
 * hangs below them, are no part of it. */
#include "scene/pdf.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

static const char *tag_of(enum role role)
{
    static const char *const tags[] = {
        [ROLE_DOCUMENT] = "Document",
        [ROLE_PART] = "Part",
        [ROLE_H1] = "H1",
        [ROLE_H2] = "H2",
        [ROLE_H3] = "H3",
        [ROLE_H4] = "H4",
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

/* What stands inside an element and holds all its content; NULL: nothing does. */
static const char *inner_tag(enum role role)
{
    return role == ROLE_LIST_ITEM ? "LBody" : role == ROLE_TOC_ITEM ? "Reference" : NULL;
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
        to->hidden = e->role == ROLE_ARTIFACT || (i && p->elements[e->parent].hidden);
        /* An empty cell is a cell; any other element without content would be a heading, a
         * list, a paragraph read aloud as silence. */
        if (i == SCENE_ROOT || e->role == ROLE_ROW || e->role == ROLE_HEADER ||
            e->role == ROLE_CELL)
            pdf_structure_need(p, i);
    }
}

struct pdf_element *pdf_structure_need(struct pdf *p, size_t element)
{
    struct pdf_element *e = &p->elements[element];
    if (e->hidden)
        return NULL;
    /* Up to the first that is there. */
    for (size_t i = element; !p->elements[i].dict; i = p->scene->elements.at[i].parent) {
        struct pdf_element *to = &p->elements[i];
        to->dict = to->body = pdf_object(p);
        if (inner_tag(p->scene->elements.at[i].role))
            to->body = pdf_object(p);
    }
    return e;
}

/* Types and subtypes: ISO 32000-1, table 330. */
static const char *artifact_tag(enum artifact kind)
{
    static const char *const tags[] = {
        [ARTIFACT_LAYOUT] = "/Type /Layout",
        [ARTIFACT_HEAD] = "/Type /Pagination /Subtype /Header /Attached [/Top]",
        [ARTIFACT_FOOT] = "/Type /Pagination /Subtype /Footer /Attached [/Bottom]",
        [ARTIFACT_REPEAT] = "/Type /Pagination",
    };
    return tags[kind];
}

void pdf_structure_mark(struct pdf *p, size_t element, struct pdf_marks *marks)
{
    const struct element *from = &p->scene->elements.at[element];
    struct pdf_element *e = pdf_structure_need(p, element);
    if (!e) {
        buf_printf(marks->content, "/Artifact <<%s>> BDC\n",
                   artifact_tag(from->artifact));
        return;
    }
    const char *inner = inner_tag(from->role);
    buf_printf(marks->content, "/%s <</MCID %zu>> BDC\n",
               inner ? inner : tag_of(from->role), marks->n);
    if (e->page == STR_NONE)
        e->page = marks->page;
    if (e->page == marks->page) {
        pdf_put_integer(&e->kids, marks->n);
        buf_char(&e->kids, ' ');
    } else {
        buf_puts(&e->kids, "<</Type /MCR /Pg ");
        pdf_put_ref(&e->kids, p->pages[marks->page]);
        buf_printf(&e->kids, " /MCID %zu>> ", marks->n);
    }
    pdf_put_ref(&marks->owners, e->body);
    buf_char(&marks->owners, ' ');
    marks->n++;
}

void pdf_structure_box(struct pdf *p, size_t element, size_t page, const double box[4])
{
    struct pdf_element *e = &p->elements[element];
    if (p->scene->elements.at[element].role != ROLE_FIGURE || e->hidden ||
        e->page != page)
        return;
    if (!e->box) {
        e->box = arena_array(p->arena, 4, sizeof *e->box);
        memcpy(e->box, box, 4 * sizeof *e->box);
    }
    for (unsigned i = 0; i < 2; i++) {
        e->box[i] = fmin(e->box[i], box[i]);
        e->box[i + 2] = fmax(e->box[i + 2], box[i + 2]);
    }
}

/* By the first letter or digit of a label: 1. （一） ① A Ⅳ; else by its first mark. */
static enum pdf_numbering numbering_of(struct str label)
{
    static const struct {
        uint32_t first, last;
        enum pdf_numbering numbering;
    } rows[] = {
        {'0', '9', NUMBERING_DECIMAL},           {'A', 'Z', NUMBERING_UPPER_ALPHA},
        {'a', 'z', NUMBERING_LOWER_ALPHA},       {0x2160, 0x216F, NUMBERING_UPPER_ROMAN},
        {0x2170, 0x217F, NUMBERING_LOWER_ROMAN}, {0x2460, 0x249B, NUMBERING_DECIMAL},
        {0x25A0, 0x25AB, NUMBERING_SQUARE},      {0x25CB, 0x25CB, NUMBERING_CIRCLE},
        {0x2776, 0x2793, NUMBERING_DECIMAL},     {0x3220, 0x3229, NUMBERING_DECIMAL},
        {0x3280, 0x3289, NUMBERING_DECIMAL},     {0x4E00, 0x9FFF, NUMBERING_DECIMAL},
        {0xFF10, 0xFF19, NUMBERING_DECIMAL},
    };
    while (label.n) {
        uint32_t c = utf8_next(&label);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            if (c >= rows[i].first && c <= rows[i].last)
                return rows[i].numbering;
    }
    return NUMBERING_DISC;
}

void pdf_structure_label(struct pdf *p, size_t element, struct str label)
{
    const struct element *at = p->scene->elements.at, *e = &at[element];
    size_t list = at[e->parent].parent;
    if (e->role == ROLE_LABEL && at[list].role == ROLE_LIST &&
        p->elements[list].numbering == NUMBERING_NONE)
        p->elements[list].numbering = numbering_of(label);
}

void pdf_structure_page(struct pdf *p, const struct pdf_marks *marks)
{
    HPDF_Page page = p->pages[marks->page];
    HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)marks->page);
    /* PDF/UA asks for the order of the structure when links are tabbed through. */
    HPDF_Dict_AddName(page, "Tabs", "S");
    buf_printf(&p->parents, "%zu [", marks->page);
    buf_put(&p->parents, buf_str(&marks->owners));
    buf_puts(&p->parents, "]\n");
}

/* True for what stands in a list item beside its LBody, not in it. */
static bool is_label(const struct pdf *p, size_t element)
{
    const struct element *at = p->scene->elements.at;
    return at[element].role == ROLE_LABEL &&
           at[at[element].parent].role == ROLE_LIST_ITEM;
}

/* Hangs the elements into their parents, in their order, behind the parents' own content. */
static void hang_children(struct pdf *p)
{
    for (size_t i = 1; i < p->scene->elements.n; i++) {
        const struct element *e = &p->scene->elements.at[i];
        struct pdf_element *parent = &p->elements[e->parent];
        if (!p->elements[i].dict)
            continue;
        struct buf *kids = is_label(p, i) ? &parent->labels : &parent->kids;
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

static void put_list(struct buf *b, enum pdf_numbering numbering)
{
    static const char *const names[] = {
        [NUMBERING_NONE] = "None",
        [NUMBERING_DISC] = "Disc",
        [NUMBERING_CIRCLE] = "Circle",
        [NUMBERING_SQUARE] = "Square",
        [NUMBERING_DECIMAL] = "Decimal",
        [NUMBERING_UPPER_ROMAN] = "UpperRoman",
        [NUMBERING_LOWER_ROMAN] = "LowerRoman",
        [NUMBERING_UPPER_ALPHA] = "UpperAlpha",
        [NUMBERING_LOWER_ALPHA] = "LowerAlpha",
    };
    buf_printf(b, "/A <</O /List /ListNumbering /%s>>\n", names[numbering]);
}

static void put_figure(struct pdf *p, struct buf *b, const struct pdf_element *e)
{
    if (!e->box)
        return;
    double height = p->scene->pages.at[e->page].height;
    double box[] = {e->box[0], height - e->box[3], e->box[2], height - e->box[1]};
    buf_puts(b, "/A <</O /Layout /Placement /Block /BBox [");
    for (unsigned i = 0; i < 4; i++) {
        buf_puts(b, i ? " " : "");
        pdf_put_number(b, box[i]);
    }
    buf_puts(b, "]>>\n");
}

static void put_attributes(struct pdf *p, struct buf *b, size_t element)
{
    const struct element *e = &p->scene->elements.at[element];
    if (e->role == ROLE_LIST)
        put_list(b, p->elements[element].numbering);
    else if (e->role == ROLE_FIGURE)
        put_figure(p, b, &p->elements[element]);
    else if (e->role == ROLE_HEADER || e->role == ROLE_CELL)
        put_cell(b, e);
}

static void put_page(struct pdf *p, struct buf *b, size_t page)
{
    if (page == STR_NONE)
        return;
    buf_puts(b, "/Pg ");
    pdf_put_ref(b, p->pages[page]);
    buf_char(b, '\n');
}

static void close_body(struct pdf *p, struct pdf_element *e, const char *tag,
                       struct buf *b)
{
    buf_clear(b);
    buf_printf(b, "/S /%s\n/P ", tag);
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
    struct pdf_element *parent = &p->elements[from->parent];
    if (item)
        close_body(p, e, inner_tag(from->role), b);
    buf_clear(b);
    buf_printf(b, "/S /%s\n/P ", tag_of(from->role));
    if (i == SCENE_ROOT)
        pdf_put_ref(b, p->root);
    else
        pdf_put_ref(b, is_label(p, i) ? parent->dict : parent->body);
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
    put_attributes(p, b, i);
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
    buf_put(b, buf_str(&p->annotation_parents));
    buf_puts(b, "]\n");
    pdf_fill(p, tree, buf_str(b));
    buf_clear(b);
    buf_puts(b, "/Type /StructTreeRoot\n/K ");
    pdf_put_ref(b, p->elements[SCENE_ROOT].dict);
    buf_puts(b, "\n/ParentTree ");
    pdf_put_ref(b, tree);
    buf_printf(b, "\n/ParentTreeNextKey %zu\n", p->scene->pages.n + p->annotations);
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
    buf_drop(&p->annotation_parents);
}
