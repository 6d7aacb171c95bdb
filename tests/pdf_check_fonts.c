/* Fonts: ISO 19005-2, 6.2.11; ISO 14289-1, 7.21. The programs inside the file are opened
 * with FreeType, which the writer does not use: widths that agree do so by no accident. */
#include "pdf_check_parts.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct font {
    struct pdf_checking *c;
    const struct pdf_used_font *used;
    const struct json *type0, *cid, *descriptor;
    struct str name;
    FT_Face face;
    double *widths; /* by code */
};

static void fault(const struct font *f, const char *rule, const char *what)
{
    pdf_fault(f->c, rule, "%.*s: %s", STR_ARG(f->name), what);
}

static bool is_name(const struct pdf_file *f, const struct json *dict, const char *key,
                    const char *name)
{
    return str_is(pdf_name(pdf_key(f, dict, key)), name);
}

static void check_map(const struct font *f)
{
    const struct pdf_file *file = f->c->file;
    const struct json *system = pdf_key(file, f->cid, "/CIDSystemInfo");
    bool truetype = is_name(file, f->cid, "/Subtype", "CIDFontType2");
    if (!is_name(file, f->type0, "/Subtype", "Type0") ||
        !is_name(file, f->type0, "/Encoding", "Identity-H"))
        fault(f, "font-map", "codes are no glyphs");
    if (!str_is(pdf_text_of(pdf_key(file, system, "/Ordering")), "Identity"))
        fault(f, "font-map", "CIDs of another collection");
    if (truetype != is_name(file, f->cid, "/CIDToGIDMap", "Identity"))
        fault(f, "font-map", "CIDToGIDMap");
    if (json_member(f->descriptor, "/CIDSet")->kind != JSON_NULL)
        fault(f, "font-map", "CIDSet, which nobody checks");
}

/* A subset (ABCDEF+) inside the file, of the kind its descriptor says. */
static bool open_program(struct font *f, FT_Library library)
{
    const struct pdf_file *file = f->c->file;
    bool truetype = is_name(file, f->cid, "/Subtype", "CIDFontType2");
    const struct pdf_object *program = pdf_stream_of(
        file, json_member(f->descriptor, truetype ? "/FontFile2" : "/FontFile3"));
    if (!program || f->name.n < 8 || f->name.s[6] != '+' ||
        !str_eq(f->name, pdf_name(pdf_key(file, f->descriptor, "/FontName"))) ||
        (!truetype && !is_name(file, program->value, "/Subtype", "CIDFontType0C"))) {
        fault(f, "font-embedded", "no subset of it inside");
        return false;
    }
    if (FT_New_Memory_Face(library, (const FT_Byte *)program->data.s,
                           (FT_Long)program->data.n, 0, &f->face)) {
        fault(f, "font-embedded", "the program inside cannot be read");
        return false;
    }
    return true;
}

/* W: code and a list, or two codes and a width; ISO 32000-1, 9.7.4.3. */
static void read_widths(struct font *f)
{
    const struct json *w = pdf_key(f->c->file, f->cid, "/W");
    double usual = pdf_number(pdf_key(f->c->file, f->cid, "/DW"), 1000);
    f->widths = arena_array(f->c->arena, PDF_CODES, sizeof *f->widths);
    for (size_t i = 0; i < PDF_CODES; i++)
        f->widths[i] = usual;
    for (size_t i = 0; i + 1 < w->n; i += 2) {
        size_t code = (size_t)pdf_number(&w->at[i], 0);
        const struct json *list = &w->at[i + 1];
        if (list->kind != JSON_LIST) {
            fault(f, "font-widths", "W has no list behind a code");
            return;
        }
        for (size_t k = 0; k < list->n && code + k < PDF_CODES; k++)
            f->widths[code + k] = pdf_number(&list->at[k], -1);
    }
}

/* Every code that is shown has a glyph inside, which is not .notdef, and is as wide as the
 * file says: within a thousandth of an em, as 6.2.11.5 asks. */
static void check_glyphs(struct font *f)
{
    bool cff = !is_name(f->c->file, f->cid, "/Subtype", "CIDFontType2");
    for (unsigned code = 0; code < PDF_CODES; code++) {
        if (!f->used->codes[code])
            continue;
        if (code == 0 || (!cff && code >= (unsigned)f->face->num_glyphs) ||
            FT_Load_Glyph(f->face, code, FT_LOAD_NO_SCALE)) {
            pdf_fault(f->c, "font-glyphs", "%.*s: no glyph %u", STR_ARG(f->name), code);
            continue;
        }
        double advance =
            (double)f->face->glyph->metrics.horiAdvance * 1000 / f->face->units_per_EM;
        if (fabs(advance - f->widths[code]) > 1)
            pdf_fault(f->c, "font-widths", "%.*s: glyph %u is %g wide, not %g",
                      STR_ARG(f->name), code, advance, f->widths[code]);
    }
}

/* A character of a value in a map: what it must never be, and private ones, which only
 * ActualText can explain (6.2.11.7.2 and 6.2.11.7.3). */
static bool good_value(struct str hex)
{
    if (hex.n < 4 || hex.n % 4)
        return false;
    char first[5] = {hex.s[0], hex.s[1], hex.s[2], hex.s[3], '\0'};
    unsigned long unit = strtoul(first, NULL, 16);
    return unit != 0 && unit != 0xFEFF && unit < 0xFFFE &&
           !(unit >= 0xE000 && unit <= 0xF8FF);
}

static void check_unicode(struct font *f)
{
    const struct pdf_object *o =
        pdf_stream_of(f->c->file, json_member(f->type0, "/ToUnicode"));
    bool *named = arena_array(f->c->arena, PDF_CODES, sizeof *named);
    struct str rest = o ? o->data : STR(""), line;
    while (str_cut(&rest, '\n', &line)) {
        size_t close = str_find(line, STR("> <"));
        if (close == STR_NONE || !str_starts(line, STR("<")) || !str_ends(line, STR(">")))
            continue;
        struct str value = str_slice(line, close + 3, line.n - 1);
        unsigned long code =
            strtoul(str_copy(f->c->arena, str_slice(line, 1, close)).s, NULL, 16);
        if (str_is(value, "FFFF")) /* <0000> <FFFF>: the range of codes */
            continue;
        named[code & 0xFFFF] = good_value(value);
    }
    for (unsigned code = 0; code < PDF_CODES; code++)
        if (f->used->codes[code] && !named[code])
            pdf_fault(f->c, "font-unicode", "%.*s: glyph %u is no character",
                      STR_ARG(f->name), code);
}

void pdf_check_fonts(struct pdf_checking *c)
{
    FT_Library library;
    if (FT_Init_FreeType(&library)) {
        pdf_fault(c, "font-embedded", "FreeType does not start");
        return;
    }
    for (size_t i = 0; i < c->fonts.n; i++) {
        struct font f = {.c = c, .used = &c->fonts.at[i]};
        f.type0 = c->file->at[f.used->object].value;
        f.cid = pdf_at(c->file, pdf_key(c->file, f.type0, "/DescendantFonts"), 0);
        f.descriptor = pdf_key(c->file, f.cid, "/FontDescriptor");
        f.name = pdf_name(pdf_key(c->file, f.cid, "/BaseFont"));
        check_map(&f);
        check_unicode(&f);
        read_widths(&f);
        if (open_program(&f, library)) {
            check_glyphs(&f);
            FT_Done_Face(f.face);
        }
    }
    FT_Done_FreeType(library);
}
