/* Places to fill in on the screen (ISO 32000-1, 12.7): one field a mark, which is its own
 * widget; the parts of a name between points are fields above it that hold others.
 *
 * What the reader will type is not known, so no subset can hold it: text is set in a face
 * that is named and not embedded, STSong-Light, which readers for Chinese have or replace.
 * Its encoding is Unicode (UniGB-UCS2-H). A ToUnicode of the same to itself is written all
 * the same: without it poppler (22.12) takes the numbers of glyphs for codes, and what is
 * typed comes out as other characters.
 *
 * Every field brings its appearance, so nobody is asked to make one (no NeedAppearances,
 * which makes readers ask on leaving whether to save a file that nobody changed). */
#include "scene/pdf.h"

#include "base/lookup.h"

/* A field that only holds others. */
struct field_group {
    struct str name; /* the whole of it; borrowed from a mark */
    HPDF_Dict dict;
    size_t above; /* index, or STR_NONE */
    struct buf kids;
};

struct pdf_form {
    VEC(struct field_group) groups;
    struct lookup by_name;
    struct buf fields; /* those without one above */
    HPDF_Dict font;
};

#define FONT_NAME "STSong"

/* --- the font --- */

static HPDF_Dict unicode_map(struct pdf *p)
{
    enum { RANGES_A_BLOCK = 64 }; /* at most 100: ISO 32000-1, 9.7.5.4 */
    struct buf b = {0};
    buf_puts(&b,
             "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
             "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
             "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
             "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (unsigned row = 0; row < 256; row++) {
        if (row % RANGES_A_BLOCK == 0)
            buf_printf(&b, "%d beginbfrange\n", RANGES_A_BLOCK);
        buf_printf(&b, "<%02X00> <%02XFF> <%02X00>\n", row, row, row);
        if (row % RANGES_A_BLOCK == RANGES_A_BLOCK - 1)
            buf_puts(&b, "endbfrange\n");
    }
    buf_puts(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    HPDF_Dict map = pdf_stream(p, buf_str(&b), STR(""));
    buf_drop(&b);
    return map;
}

/* Widths of the Latin letters of STSong-Light (CIDs 1 to 95 of Adobe-GB1), as Adobe
 * publishes them for the face; 814 to 939 are half as wide as a Chinese character. */
static const char widths[] =
    "1 [207 270 342 467 462 797 710 239 374 374 423 605 238 375 238 334] 17 26 462 "
    "27 [238 238 605 605 605 344 748 684 560 695 739 563 511 729 793 318 312 666 526 896 "
    "758 772 544 772 628 465 607 753 711 972 647 620 607 374 333 374 606 500 239 417 503 "
    "427 529 415 264 444 518 241 230 495 228 793 527 524 524 504 338 336 277 517 450 652 "
    "466 452 407 370 258 370 605] 814 939 500";

static HPDF_Dict make_font(struct pdf *p)
{
    struct buf b = {0};
    HPDF_Dict font = pdf_object(p), cid_font = pdf_object(p), face = pdf_object(p);
    pdf_fill(p, face,
             STR("/Type /FontDescriptor\n/FontName /STSong-Light\n/Flags 6\n"
                 "/FontBBox [-25 -254 1000 880]\n/ItalicAngle 0\n/Ascent 880\n"
                 "/Descent -120\n/CapHeight 737\n/StemV 58\n"));
    buf_printf(&b,
               "/Type /Font\n/Subtype /CIDFontType0\n/BaseFont /STSong-Light\n"
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>>\n"
               "/DW 1000\n/W [%s]\n/FontDescriptor ",
               widths);
    pdf_put_ref(&b, face);
    pdf_fill(p, cid_font, buf_str(&b));
    buf_clear(&b);
    buf_puts(&b, "/Type /Font\n/Subtype /Type0\n/BaseFont /STSong-Light-UniGB-UCS2-H\n"
                 "/Encoding /UniGB-UCS2-H\n/DescendantFonts [");
    pdf_put_ref(&b, cid_font);
    buf_puts(&b, "]\n/ToUnicode ");
    pdf_put_ref(&b, unicode_map(p));
    pdf_fill(p, font, buf_str(&b));
    buf_drop(&b);
    return font;
}

/* --- names --- */

static struct pdf_form *form_of(struct pdf *p)
{
    if (!p->form) {
        p->form = arena_alloc(p->arena, sizeof *p->form);
        p->form->font = make_font(p);
        p->archival = false;   /* ISO 19005-2, 6.2.11.4.1: fonts are embedded */
        p->accessible = false; /* ISO 14289-1, 7.21.4.1: likewise */
    }
    return p->form;
}

/* The field that a name hangs below: the one of its parts before the last point. */
static size_t group_above(struct pdf *p, struct str name)
{
    struct pdf_form *f = p->form;
    size_t above = STR_NONE;
    for (size_t at = 0; at < name.n; at++) {
        if (name.s[at] != '.')
            continue;
        struct str whole = str_slice(name, 0, at);
        size_t *index = lookup_value(p->arena, &f->by_name, whole);
        if (*index == STR_NONE) {
            *index = f->groups.n;
            struct field_group *group = vec_push(p->arena, &f->groups);
            *group = (struct field_group){whole, pdf_object(p), above, {0}};
            struct buf *kids = above == STR_NONE ? &f->fields : &f->groups.at[above].kids;
            pdf_put_ref(kids, group->dict);
            buf_char(kids, ' ');
        }
        above = *index;
    }
    return above;
}

/* Writes the last part of a name, and the field above; hangs the field there. */
static void put_name(struct pdf *p, struct buf *b, struct str name, size_t above,
                     HPDF_Dict field)
{
    struct pdf_form *f = p->form;
    size_t start = above == STR_NONE ? 0 : f->groups.at[above].name.n + 1;
    buf_puts(b, "/T ");
    pdf_put_text(b, str_from(name, start));
    buf_char(b, '\n');
    if (above != STR_NONE) {
        buf_puts(b, "/Parent ");
        pdf_put_ref(b, f->groups.at[above].dict);
        buf_char(b, '\n');
    }
    if (field) {
        struct buf *kids = above == STR_NONE ? &f->fields : &f->groups.at[above].kids;
        pdf_put_ref(kids, field);
        buf_char(kids, ' ');
    }
}

/* --- what is seen --- */

/* A form XObject as large as the field. */
static HPDF_Dict appearance(struct pdf *p, const struct input_mark *m, struct str content)
{
    struct buf b = {0};
    buf_puts(&b, "/Type /XObject\n/Subtype /Form\n/BBox [0 0 ");
    pdf_put_number(&b, m->width);
    buf_char(&b, ' ');
    pdf_put_number(&b, m->height);
    buf_puts(&b, "]\n/Resources <<");
    if (m->kind == INPUT_TEXT) {
        buf_puts(&b, "/Font <</" FONT_NAME " ");
        pdf_put_ref(&b, p->form->font);
        buf_puts(&b, ">>");
    }
    buf_puts(&b, ">>\n");
    HPDF_Dict stream = pdf_plain_stream(p, content, buf_str(&b));
    buf_drop(&b);
    return stream;
}

/* A hook from edge to edge of the box, as a pen makes it. */
static void put_hook(struct buf *b, double width, double height)
{
    static const double points[][2] = {{0.18, 0.52}, {0.42, 0.22}, {0.86, 0.84}};
    pdf_put_number(b, 0.12 * width);
    buf_puts(b, " w 1 J 1 j\n");
    for (unsigned i = 0; i < 3; i++) {
        pdf_put_number(b, points[i][0] * width);
        buf_char(b, ' ');
        pdf_put_number(b, points[i][1] * height);
        buf_puts(b, i ? " l\n" : " m\n");
    }
    buf_puts(b, "S\n");
}

static void put_check(struct pdf *p, struct buf *b, const struct input_mark *m)
{
    struct buf hook = {0};
    put_hook(&hook, m->width, m->height);
    buf_puts(b, "/FT /Btn\n/V /Off\n/AS /Off\n/AP <</N <</Yes ");
    pdf_put_ref(b, appearance(p, m, buf_str(&hook)));
    buf_puts(b, " /Off ");
    pdf_put_ref(b, appearance(p, m, STR("")));
    buf_puts(b, ">>>>\n");
    buf_drop(&hook);
}

static void put_font(struct buf *b, double size)
{
    buf_puts(b, "/DA (/" FONT_NAME " ");
    pdf_put_number(b, size);
    buf_puts(b, " Tf 0 g)\n");
}

static void put_text(struct pdf *p, struct buf *b, const struct input_mark *m)
{
    enum { MULTILINE = 1 << 12 }; /* ISO 32000-1, table 228 */
    static const int quadding[] = {
        [INPUT_LEFT] = 0, [INPUT_CENTER] = 1, [INPUT_RIGHT] = 2};
    buf_puts(b, "/FT /Tx\n");
    if (m->multiline)
        buf_printf(b, "/Ff %d\n", MULTILINE);
    if (m->align != INPUT_LEFT)
        buf_printf(b, "/Q %d\n", quadding[m->align]);
    put_font(b, m->size);
    buf_puts(b, "/AP <</N ");
    pdf_put_ref(b, appearance(p, m, STR("/Tx BMC\nEMC\n")));
    buf_puts(b, ">>\n");
}

static void put_widget(struct pdf *p, struct buf *b, const struct input_mark *m,
                       size_t page)
{
    double height = p->scene->pages.at[page].height;
    double corners[] = {m->x, height - m->y - m->height, m->x + m->width, height - m->y};
    buf_puts(b, "/Type /Annot\n/Subtype /Widget\n/F 4\n/Rect [");
    for (unsigned i = 0; i < 4; i++) {
        buf_puts(b, i ? " " : "");
        pdf_put_number(b, corners[i]);
    }
    buf_puts(b, "]\n/P ");
    pdf_put_ref(b, p->pages[page]);
    buf_puts(b, "\n/TU ");
    pdf_put_text(b, m->label);
    buf_char(b, '\n');
}

void pdf_field(struct pdf *p, size_t page, size_t element, const struct input_mark *m,
               HPDF_Array annotations)
{
    struct buf b = {0};
    struct pdf_node node;
    form_of(p);
    HPDF_Dict field = pdf_object(p);
    pdf_node_open(p, &node, "Form", element, page);
    put_widget(p, &b, m, page);
    if (m->kind == INPUT_CHECK)
        put_check(p, &b, m);
    else
        put_text(p, &b, m);
    put_name(p, &b, m->name, group_above(p, m->name), field);
    buf_printf(&b, "/StructParent %zu\n", pdf_node_annotation(p, &node, field));
    pdf_fill(p, field, buf_str(&b));
    pdf_hash(p, buf_str(&b));
    HPDF_Array_Add(annotations, field);
    pdf_node_close(p, &node);
    buf_drop(&b);
}

/* --- the form --- */

static void close_group(struct pdf *p, struct field_group *group)
{
    struct buf b = {0};
    put_name(p, &b, group->name, group->above, NULL);
    buf_puts(&b, "/Kids [");
    buf_put(&b, buf_str(&group->kids));
    buf_puts(&b, "]\n");
    pdf_fill(p, group->dict, buf_str(&b));
    buf_drop(&b);
    buf_drop(&group->kids);
}

void pdf_fields_close(struct pdf *p)
{
    struct pdf_form *f = p->form;
    if (!f)
        return;
    for (size_t i = 0; i < f->groups.n; i++)
        close_group(p, &f->groups.at[i]);
    struct buf b = {0};
    buf_puts(&b, "/Fields [");
    buf_put(&b, buf_str(&f->fields));
    buf_puts(&b, "]\n/DR <</Font <</" FONT_NAME " ");
    pdf_put_ref(&b, f->font);
    buf_puts(&b, ">>>>\n");
    put_font(&b, 0);
    HPDF_Dict form = pdf_object(p);
    pdf_fill(p, form, buf_str(&b));
    HPDF_Dict_Add(p->doc->catalog, "AcroForm", form);
    buf_drop(&b);
    buf_drop(&f->fields);
}
