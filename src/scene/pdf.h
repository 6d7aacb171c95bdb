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

/* More than any character. */
#define PDF_SPARE 0x80000000U

/* A face of the document and the glyphs of it that were painted. */
struct pdf_face {
    HPDF_Dict font; /* the Type0 font; NULL while nothing uses the face */
    uint32_t
        *owner; /* by glyph id: the character its ToUnicode names, with PDF_SPARE when
                      * another may still come to own it; 0: not painted */
    VEC(unsigned) used; /* the glyph ids painted, in no order */
};

/* How the items of a list are labelled: ISO 32000-1, table 347. */
enum pdf_numbering {
    NUMBERING_NONE,
    NUMBERING_DISC,
    NUMBERING_CIRCLE,
    NUMBERING_SQUARE,
    NUMBERING_DECIMAL, /* also numerals that PDF has no name for: 一、 ① */
    NUMBERING_UPPER_ROMAN,
    NUMBERING_LOWER_ROMAN,
    NUMBERING_UPPER_ALPHA,
    NUMBERING_LOWER_ALPHA
};

/* An element of the scene in the structure tree. */
struct pdf_element {
    HPDF_Dict dict;  /* NULL for artifacts, and while nothing of it was painted */
    HPDF_Dict body;  /* where its content hangs: dict, or what stands inside it: the LBody
                     * of a list item, the Reference of an entry of a table of contents */
    struct buf kids; /* inside of the body's /K */
    struct buf labels; /* of a list item: the kids that stand before its LBody */
    size_t page;       /* of its first content, or STR_NONE */
    double *box;       /* of a figure on that page: left, top, right, bottom */
    enum pdf_numbering numbering; /* of a list */
    bool hidden;                  /* an artifact, or below one */
};

/* The marked content of one page. */
struct pdf_marks {
    size_t page;
    size_t n;            /* MCIDs given */
    struct buf *content; /* of the page */
    struct buf owners;   /* references to the owners of the MCIDs */
};

/* A structure element of the writer's own, all on one page. */
struct pdf_node {
    const char *tag;
    HPDF_Dict dict, parent; /* dict NULL: not open yet */
    size_t page;
    struct buf kids;
};

/* A link: the marks one behind the other that lead from one element to one place, such as
 * the rows of an entry of a table of contents. */
struct pdf_link {
    size_t element;
    const struct link_mark *mark; /* the first */
    const struct destination *to; /* NULL: to an address */
    struct buf words;             /* that stand in it */
    struct pdf_node node;
};
struct pdf_links {
    struct pdf_link *at;
    size_t n;
    size_t *of; /* by mark of the page: index in `at`, or STR_NONE; NULL when n is 0 */
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
    struct pdf_element *elements;  /* one for each of the scene's */
    HPDF_Dict root;                /* of the structure tree */
    struct buf parents;            /* inside of the ParentTree's /Nums for pages … */
    struct buf annotation_parents; /* … and for annotations, whose keys follow */
    size_t annotations;
    struct pdf_form *form;         /* the fields; NULL while there are none */
    bool archival;             /* nothing so far that PDF/A-2 forbids … */
    bool accessible;           /* … or that PDF/UA-1 does */
    struct str title, author;  /* as they stand in Info and in the metadata */
    struct str date, xmp_date; /* likewise; "" when there is none */
    const struct destination **destinations; /* sorted by name */
    unsigned char *missing;                  /* a bit a character already told, or NULL */
    uint64_t hash;                           /* of all content, for /ID */
};

/* pdf_object.c: objects. */

/* A new object, to be filled later; freed with the document. */
HPDF_Dict pdf_object(struct pdf *p);
/* Sets the inside of an object: keys and values as they stand in the file. Copied. */
void pdf_fill(struct pdf *p, HPDF_Dict object, struct str inside);
/* A compressed stream with these keys besides Length and Filter; one left as it is. */
HPDF_Dict pdf_stream(struct pdf *p, struct str bytes, struct str inside);
HPDF_Dict pdf_plain_stream(struct pdf *p, struct str bytes, struct str inside);
/* Sets the content of one of libharu's own streams, compressed at once: libharu would keep
 * it in clear until the file is saved, ten times as long. */
void pdf_deflate(struct pdf *p, HPDF_Dict stream, struct str bytes);
/* Write a reference; an integer; a text string (as UTF-16, whatever it holds); a coordinate; 16 bits
 * as 4 hexadecimal digits; a character as UTF-16 in such digits. A text longer than a
 * string may be (ISO 32000-1, annex C) ends with ‘…’. */
void pdf_put_ref(struct buf *out, HPDF_Dict object);
void pdf_put_integer(struct buf *out, size_t n);
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
/* The element, there from now on with all above it; NULL when it is hidden. */
struct pdf_element *pdf_structure_need(struct pdf *p, size_t element);
/* Begins marked content of an element; artifacts have no MCID. */
void pdf_structure_mark(struct pdf *p, size_t element, struct pdf_marks *marks);
/* Tells what is painted: a rectangle (left, top, right, bottom) of a figure; the label of a
 * list item. Nothing for other elements. */
void pdf_structure_box(struct pdf *p, size_t element, size_t page, const double box[4]);
void pdf_structure_label(struct pdf *p, size_t element, struct str label);
/* Ends a page. */
void pdf_structure_page(struct pdf *p, const struct pdf_marks *marks);
void pdf_structure_close(struct pdf *p);

/* pdf_node.c: elements that hold an annotation. */

/* Opens a node ("Link", "Form") behind what its element has so far. */
void pdf_node_open(struct pdf *p, struct pdf_node *node, const char *tag, size_t element,
                   size_t page);
/* Begins marked content of it. */
void pdf_node_mark(struct pdf_node *node, struct pdf_marks *marks);
/* Adds an annotation and returns the StructParent it must have. */
size_t pdf_node_annotation(struct pdf *p, struct pdf_node *node, HPDF_Dict annotation);
/* Writes it; it must have content or an annotation. */
void pdf_node_close(struct pdf *p, struct pdf_node *node);

/* pdf_link.c: links, destinations, bookmarks. */
void pdf_links_open(struct pdf *p);
/* Finds the links of a page and the text that stands in each; to be closed. */
struct pdf_links pdf_links_find(struct pdf *p, size_t page);
/* The node of a link, open. */
struct pdf_node *pdf_link_node(struct pdf *p, struct pdf_link *l, size_t page);
/* Writes the annotation of one mark of a link. */
void pdf_link(struct pdf *p, size_t page, struct pdf_link *l, const struct link_mark *m,
              HPDF_Array annotations);
void pdf_links_close(struct pdf *p, struct pdf_links *links);
void pdf_bookmarks(struct pdf *p);

/* pdf_field.c: places to fill in. */
void pdf_field(struct pdf *p, size_t page, size_t element, const struct input_mark *m,
               HPDF_Array annotations);
/* Writes the form of the document, if it has fields. */
void pdf_fields_close(struct pdf *p);

/* pdf_archive.c: what PDF/A-2 and PDF/UA-1 ask for beside the pages: metadata (XMP), the
 * same facts in Info, the colour space of the pages. */
void pdf_archive(struct pdf *p);

/* pdf_color.c: an ICC profile of sRGB. */
void pdf_put_profile(struct buf *out);

/* pdf_pack.c: the file as libharu saved it, made small. */
void pdf_pack(struct pdf *p, struct str file, struct buf *out);

#endif
