/* pdf - what the files of the PDF writer share. Nobody else includes this.
 *
 * libharu keeps the document: pages, outlines, streams and their compression, cross
 * references. Objects it has no good words for (fonts, annotations, structure elements) are
 * empty dictionaries of libharu whose inside we write as text: see pdf_fill(). That avoids
 * its number formatting, which overruns a buffer on very small numbers, and takes a tenth of
 * the memory of its own dictionaries. */
#ifndef MULU_SCENE_PDF_H
#define MULU_SCENE_PDF_H

#include "scene/scene_pdf.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

/* The object-level headers are libharu's inside: another version may have another one. */
_Static_assert(HPDF_VERSION_ID == 20300, "written for libharu 2.3.0, as in Debian 12");

/* A face of the document and the glyphs of it that were painted. */
struct pdf_face {
    HPDF_Dict font;  /* the Type0 font; NULL while nothing uses the face */
    uint32_t *owner; /* by glyph id: the character its ToUnicode names; 0: none yet */
    uint32_t *spare; /* by glyph id: a character that used it without owning it */
};

/* An element of the scene in the structure tree. */
struct pdf_element {
    HPDF_Dict dict;    /* NULL for artifacts */
    HPDF_Dict body;    /* where its content hangs: dict, or a list item's LBody */
    struct buf kids;   /* inside of the body's /K */
    struct buf labels; /* of a list item: the kids that stand before its LBody */
    size_t page;       /* of its first content, or STR_NONE */
};

struct pdf {
    HPDF_Doc doc;
    const struct scene *scene;
    const struct fonts *fonts;
    struct diag *diag;
    struct arena *arena; /* everything until the file is written */
    HPDF_STATUS error;   /* libharu's first, or 0 */
    const char *failure; /* our own, in Chinese, or NULL */
    HPDF_Page *pages;
    HPDF_Dict font_names; /* the Font resources all pages share */
    struct pdf_face faces[FONT_MOST_FACES];
    struct pdf_element *elements; /* one for each of the scene's */
    HPDF_Dict root;               /* of the structure tree */
    struct buf parents;           /* inside of the ParentTree's /Nums for pages … */
    struct buf link_parents;      /* … and for links, whose keys follow */
    size_t links;
    const struct destination **destinations; /* sorted by name */
    unsigned char *missing;                  /* a bit a character already told, or NULL */
    uint64_t hash;                           /* of all content, for /ID */
};

/* pdf_object.c: objects. */

/* A new object, to be filled later; freed with the document. */
HPDF_Dict pdf_object(struct pdf *p);
/* Sets the inside of an object: keys and values as they stand in the file. Copied. */
void pdf_fill(struct pdf *p, HPDF_Dict object, struct str inside);
/* A compressed stream with these keys besides Length and Filter. */
HPDF_Dict pdf_stream(struct pdf *p, struct str bytes, struct str inside);
/* Write a reference; a text string (as UTF-16, whatever it holds); a coordinate; 16 bits
 * as 4 hexadecimal digits; a character as UTF-16 in such digits. */
void pdf_put_ref(struct buf *out, HPDF_Dict object);
void pdf_put_text(struct buf *out, struct str text);
void pdf_put_number(struct buf *out, double x);
void pdf_put_hex(struct buf *out, unsigned unit);
void pdf_put_utf16(struct buf *out, uint32_t c);
/* Sets a key of one of libharu's own dictionaries to a text. */
void pdf_set_text(struct pdf *p, HPDF_Dict dict, const char *key, struct str text);
/* Copies what a memory stream of libharu holds. */
void pdf_put_stream(struct buf *out, HPDF_Stream stream);
/* Mixes bytes into the hash the file is known by. */
void pdf_hash(struct pdf *p, struct str bytes);

/* pdf_font.c: faces and glyphs. */

/* Notes that a glyph is painted for a character. True when its ToUnicode will say so; else
 * another character owns the glyph and the text must be given beside it. */
bool pdf_use_glyph(struct pdf *p, unsigned face, unsigned id, uint32_t c);
/* True the first time a character is asked for: it is missing from all faces. */
bool pdf_first_missing(struct pdf *p, uint32_t c);
/* Writes all fonts, when every page is painted. */
void pdf_fonts_close(struct pdf *p);

/* pdf_page.c: content of a page. */
void pdf_paint_page(struct pdf *p, size_t page);

/* pdf_structure.c: the tree of elements. */
void pdf_structure_open(struct pdf *p);
/* Begins marked content of an element and its MCID on the page; artifacts have none. */
void pdf_structure_mark(struct pdf *p, size_t element, size_t page, size_t *mcid,
                        struct buf *content, struct buf *parents);
/* Ends a page: `parents` are references to the owners of its MCIDs. */
void pdf_structure_page(struct pdf *p, size_t page, struct str parents);
/* Adds a link of an element on a page; returns its StructParent. */
size_t pdf_structure_link(struct pdf *p, size_t element, size_t page, HPDF_Dict link);
void pdf_structure_close(struct pdf *p);

/* pdf_link.c: links, destinations, bookmarks. */
void pdf_links_open(struct pdf *p);
void pdf_link(struct pdf *p, size_t page, size_t element, const struct link_mark *l,
              HPDF_Array annotations);
void pdf_bookmarks(struct pdf *p);

/* pdf_pack.c: the file as libharu saved it, made small. */
void pdf_pack(struct pdf *p, struct str file, struct buf *out);

#endif
