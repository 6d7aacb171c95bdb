/* Fonts of a PDF: glyph ids of the original font (or its CIDs: font_code()) are the codes in
 * the text (Identity-H), the font file inside holds only the glyphs that were painted, and ToUnicode says which
 * character each stands for.
 *
 * Several characters may share a glyph (· ・ •, blank and no-break blank, hyphen and
 * no-break hyphen; 500 of them in the Noto faces), but ToUnicode names one. The first that
 * comes owns the glyph; text with another is given beside it as ActualText (pdf_page.c). */
#include "scene/pdf.h"

#include <stdlib.h>
#include <xxhash.h>

enum { GLYPHS = 0x10000 };

/* Characters that usually look like a commoner one, and so must not come to own its glyph
 * by being first: no-break blank and hyphens, radicals, compatibility ideographs. */
static bool rare_twin(uint32_t c)
{
    return c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200A) || c == 0x2010 ||
           c == 0x2011 || c == 0x202F || (c >= 0x2E80 && c <= 0x2FDF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

static void open_face(struct pdf *p, struct pdf_face *face)
{
    face->font = pdf_object(p);
    face->owner = arena_array(p->arena, GLYPHS, sizeof *face->owner);
}

bool pdf_use_glyph(struct pdf *p, unsigned face, unsigned id, uint32_t c)
{
    struct pdf_face *f = &p->faces[face];
    if (!f->font)
        open_face(p, f);
    if (f->owner[id] == c)
        return true;
    bool owned = f->owner[id] && !(f->owner[id] & PDF_SPARE);
    if (owned)
        return false;
    if (!f->owner[id])
        *vec_push(p->arena, &f->used) = id;
    f->owner[id] = rare_twin(c) ? c | PDF_SPARE : c;
    return !rare_twin(c);
}

bool pdf_first_missing(struct pdf *p, uint32_t c)
{
    if (!p->missing)
        p->missing = arena_alloc(p->arena, 0x110000 / 8);
    unsigned bit = 1U << (c & 7);
    if (p->missing[c >> 3] & bit)
        return false;
    p->missing[c >> 3] |= (unsigned char)bit;
    return true;
}

/* The painted glyphs of a face, ascending, and the character each stands for. */
struct glyph_list {
    unsigned *ids;
    uint32_t *characters;
    size_t n;
};

static int by_id(const void *a, const void *b)
{
    const unsigned *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static struct glyph_list painted(struct pdf *p, const struct pdf_face *face)
{
    struct glyph_list list = {.ids = face->used.at, .n = face->used.n};
    list.characters = arena_array(p->arena, list.n, sizeof *list.characters);
    qsort(list.ids, list.n, sizeof *list.ids, by_id);
    for (size_t i = 0; i < list.n; i++)
        list.characters[i] = face->owner[list.ids[i]] & ~PDF_SPARE;
    return list;
}

/* "ABCDEF+Name": the tag of a subset (ISO 32000-1, 9.6.4) from its glyphs, so that equal
 * subsets have equal names and different ones almost surely not. */
static void put_name(struct buf *out, const struct glyph_list *glyphs, struct str name)
{
    uint64_t hash = XXH3_64bits(glyphs->ids, glyphs->n * sizeof *glyphs->ids);
    for (unsigned i = 0; i < 6; i++, hash /= 26)
        buf_char(out, (char)('A' + hash % 26));
    buf_char(out, '+');
    buf_put(out, name);
}

static HPDF_Dict font_file(struct pdf *p, unsigned face, const struct face_info *info,
                           const struct glyph_list *glyphs)
{
    struct buf bytes = {0}, inside = {0};
    HPDF_Dict file = NULL;
    if (!font_subset(p->fonts, face, glyphs->ids, glyphs->n, &bytes)) {
        p->failure = "字体不能裁成子集，字体文件可能是坏的";
        goto out;
    }
    if (info->cff)
        buf_puts(&inside, "/Subtype /CIDFontType0C\n");
    else
        buf_printf(&inside, "/Length1 %zu\n", bytes.n);
    file = pdf_stream(p, buf_str(&bytes), buf_str(&inside));
out:
    buf_drop(&bytes);
    buf_drop(&inside);
    return file;
}

/* StemV is asked for and hardly used; 80 is a regular weight. Flags: symbolic (4), as no
 * standard Latin set is meant, and serif (2): ISO 32000-1, table 123. */
static HPDF_Dict descriptor(struct pdf *p, struct str name, const struct face_info *info,
                            HPDF_Dict file)
{
    struct buf b = {0};
    buf_printf(&b, "/Type /FontDescriptor\n/FontName /%.*s\n/Flags %d\n/FontBBox [",
               STR_ARG(name), info->serif ? 6 : 4);
    for (unsigned i = 0; i < 4; i++) {
        buf_puts(&b, i ? " " : "");
        pdf_put_number(&b, info->box[i]);
    }
    buf_puts(&b, "]\n/ItalicAngle ");
    pdf_put_number(&b, info->italic_angle);
    buf_puts(&b, "\n/Ascent ");
    pdf_put_number(&b, info->ascent);
    buf_puts(&b, "\n/Descent ");
    pdf_put_number(&b, -info->descent);
    buf_puts(&b, "\n/CapHeight ");
    pdf_put_number(&b, info->cap_height);
    buf_printf(&b, "\n/StemV 80\n/FontFile%d ", info->cff ? 3 : 2);
    pdf_put_ref(&b, file);
    buf_char(&b, '\n');
    HPDF_Dict object = pdf_object(p);
    pdf_fill(p, object, buf_str(&b));
    buf_drop(&b);
    return object;
}

/* Advances that are not the default 1000, runs of consecutive codes in one bracket. */
static void put_widths(struct pdf *p, unsigned face, const struct glyph_list *glyphs,
                       struct buf *b)
{
    bool open = false;
    unsigned before = 0;
    for (size_t i = 0; i < glyphs->n; i++) {
        double width = font_glyph_advance(p->fonts, face, glyphs->ids[i]);
        unsigned code = font_code(p->fonts, face, glyphs->ids[i]);
        if (width > 999.99 && width < 1000.01)
            continue;
        if (!open || code != before + 1) {
            buf_puts(b, open ? "] " : "");
            buf_printf(b, "%u [", code);
        } else {
            buf_char(b, ' ');
        }
        pdf_put_number(b, width);
        open = true;
        before = code;
    }
    buf_puts(b, open ? "]" : "");
}

static HPDF_Dict descendant(struct pdf *p, unsigned face, struct str name,
                            const struct face_info *info, const struct glyph_list *glyphs,
                            HPDF_Dict file)
{
    struct buf b = {0};
    buf_printf(&b,
               "/Type /Font\n/Subtype /CIDFontType%d\n/BaseFont /%.*s\n"
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
               "/DW 1000\n/W [",
               info->cff ? 0 : 2, STR_ARG(name));
    put_widths(p, face, glyphs, &b);
    buf_puts(&b, info->cff ? "]\n" : "]\n/CIDToGIDMap /Identity\n");
    buf_puts(&b, "/FontDescriptor ");
    pdf_put_ref(&b, descriptor(p, name, info, file));
    buf_char(&b, '\n');
    HPDF_Dict object = pdf_object(p);
    pdf_fill(p, object, buf_str(&b));
    buf_drop(&b);
    return object;
}

/* At most 100 entries a block, as Adobe's technical note 5411 asks. */
static HPDF_Dict to_unicode(struct pdf *p, unsigned face, const struct glyph_list *glyphs)
{
    struct buf b = {0};
    buf_puts(&b,
             "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
             "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
             "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
             "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t i = 0; i < glyphs->n; i++) {
        size_t left = glyphs->n - i;
        if (i % 100 == 0)
            buf_printf(&b, "%zu beginbfchar\n", left < 100 ? left : 100);
        buf_char(&b, '<');
        pdf_put_hex(&b, font_code(p->fonts, face, glyphs->ids[i]));
        buf_puts(&b, "> <");
        pdf_put_utf16(&b, glyphs->characters[i]);
        buf_puts(&b, ">\n");
        if (i % 100 == 99 || left == 1)
            buf_puts(&b, "endbfchar\n");
    }
    buf_puts(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    HPDF_Dict object = pdf_stream(p, buf_str(&b), STR(""));
    buf_drop(&b);
    return object;
}

static void close_face(struct pdf *p, unsigned face)
{
    struct face_info info = font_face(p->fonts, face);
    struct glyph_list glyphs = painted(p, &p->faces[face]);
    HPDF_Dict file = font_file(p, face, &info, &glyphs);
    if (!file)
        return;
    struct buf name = {0}, b = {0};
    put_name(&name, &glyphs, info.name);
    /* A Type0 font of CFF outlines is named with its encoding: ISO 32000-1, table 121. */
    buf_printf(&b,
               "/Type /Font\n/Subtype /Type0\n/BaseFont /%.*s%s\n/Encoding /Identity-H\n"
               "/DescendantFonts [",
               STR_ARG(buf_str(&name)), info.cff ? "-Identity-H" : "");
    pdf_put_ref(&b, descendant(p, face, buf_str(&name), &info, &glyphs, file));
    buf_puts(&b, "]\n/ToUnicode ");
    pdf_put_ref(&b, to_unicode(p, face, &glyphs));
    buf_char(&b, '\n');
    pdf_fill(p, p->faces[face].font, buf_str(&b));
    buf_drop(&name);
    buf_drop(&b);
}

void pdf_fonts_close(struct pdf *p)
{
    struct buf names = {0};
    for (unsigned face = 0; face < FONT_MOST_FACES; face++) {
        if (!p->faces[face].font)
            continue;
        close_face(p, face);
        buf_printf(&names, "/F%u ", face);
        pdf_put_ref(&names, p->faces[face].font);
        buf_char(&names, '\n');
    }
    pdf_fill(p, p->font_names, buf_str(&names));
    buf_drop(&names);
}
