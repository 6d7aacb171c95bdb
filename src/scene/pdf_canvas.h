/* pdf_canvas - the content stream of a page while it is written, with the state its reader is
 * in: what is set already is not set again. Inner part of pdf_page.c. */
#ifndef MULU_SCENE_PDF_CANVAS_H
#define MULU_SCENE_PDF_CANVAS_H

#include "scene/pdf.h"

struct canvas {
    struct pdf *p;
    size_t page;
    double height; /* of the page: PDF's y goes up */
    struct buf *out;
    /* State of the reader at this point; a new page begins with black, no font. */
    struct color fill, stroke;
    double line_width, tracking, size;
    enum dash dash;
    unsigned face;
    bool in_glyphs;       /* between [< and > */
    bool spoken;          /* an ActualText is open: those of single glyphs are left out */
    size_t element, link; /* whose marked content is open, or STR_NONE */
    struct pdf_marks marks;
    struct pdf_links links;
    HPDF_Array annotations;
    const struct inset *inset; /* that is being painted, or NULL */
};

/* pdf_path.c: lines and areas. */

/* Writes a point as PDF has it, y going up. */
void canvas_point(struct canvas *c, double x, double y);
/* Equal but for rounding. */
bool canvas_same(double a, double b);
void canvas_fill(struct canvas *c, struct color color);
void canvas_stroke(struct canvas *c, struct color color);
void canvas_line(struct canvas *c, double width, enum dash dash);
void canvas_path(struct canvas *c, const struct path_mark *m);

/* pdf_text.c: text. */

/* Characters that no face has are told once a document. */
void canvas_text(struct canvas *c, const struct text_mark *t);

#endif
