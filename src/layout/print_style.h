/* print_style - how a printed document looks, as data: templates/print/<name>.xml.
 *
 *     <print>
 *       <page width="210mm" height="297mm" top="20mm" right="15mm" bottom="18mm"
 *             left="15mm" head="12mm" foot="10mm"/>
 *       <page name="A3" …/>
 *       <type name="title" font="xiaobiaosong" size="18" leading="27" color="#000000"
 *             align="center"/>
 *       <label name="continued">（续）</label>
 *       <measure name="row-pad" value="3"/>
 *       <color name="tint" value="#eef4fb"/>
 *       <column name="item" over="公开事项" label="子 项" share="30" boxed="40"
 *               align="left" valign="middle" vertical="yes"/>
 *     </print>
 *
 * A style may be made of another one in the same folder and hold only what differs:
 * <print base="guide" scale="1.5"> has all of guide.xml, types and measures half as large
 * again, the same papers. What it says itself is not scaled.
 *
 * The first page is the usual paper; a document may be set on another one by its name, or
 * on the first that is wide enough.
 *
 * Lengths are points, or end in mm. Which names a document needs it says in a struct
 * print_needs; a file without them is refused when it is read, so that looking a name up
 * cannot fail later. Other names are allowed and ignored. */
#ifndef MULU_LAYOUT_PRINT_STYLE_H
#define MULU_LAYOUT_PRINT_STYLE_H

#include "layout/table.h"

/* A kind of text: its letters and how they are set. */
struct print_type {
    struct str name;
    struct style style;
    double leading, first_indent, hang; /* points */
    double before, after;               /* space above and below, points */
    enum align align;
};
struct print_label {
    struct str name, text;
};
struct print_measure {
    struct str name;
    double points;
};
struct print_color {
    struct str name;
    struct color color;
};
/* A column of a table. */
struct print_column {
    struct str name, label;
    struct str over; /* heads this column and its neighbours that say the same; or "" */
    double share;    /* of the width, in proportion to the other columns' shares */
    double boxed;    /* the share where it holds boxes to tick, two on a line */
    enum align align;
    enum table_valign valign;
    bool vertical; /* characters one below another */
};
/* A paper the document may be printed on. */
struct print_page {
    struct str name; /* "" where none is given */
    struct page_frame frame;
};

struct print_style {
    struct page_frame page; /* the one in use */
    VEC(struct print_page) pages;
    VEC(struct print_type) types;
    VEC(struct print_label) labels;
    VEC(struct print_measure) measures;
    VEC(struct print_color) colors;
    VEC(struct print_column) columns; /* in the order of the file */
};

/* The names a document looks up; each list ends in NULL and may be NULL. */
struct print_needs {
    const char *const *types, *const *labels, *const *measures, *const *colors,
                                                                    *const *columns;
};

/* Reads the file; everything lives in the arena. Returns NULL after telling `d` what is
 * wrong: unreadable, not XML, an unknown element, a length that is none, a name missing. */
struct print_style *print_style_load(struct arena *a, struct str path, struct str shown,
                                     const struct print_needs *needs, struct diag *d);

/* The same from text in memory that lives as long as the arena. */
struct print_style *print_style_parse(struct arena *a, struct str text, struct str shown,
                                      const struct print_needs *needs, struct diag *d);

/* Look-ups of names that stand in the needs; anything else is our mistake. */
const struct print_type *print_type(const struct print_style *p, const char *name);
struct str print_label(const struct print_style *p, const char *name);
double print_measure(const struct print_style *p, const char *name);
struct color print_color(const struct print_style *p, const char *name);
const struct print_column *print_column(const struct print_style *p, const char *name);

/* The style on the paper of that name; on the usual one where it has none of that name. In
 * the arena, with the lists of `p`. */
const struct print_style *print_on(struct arena *a, const struct print_style *p,
                                   struct str paper);

/* The style with the letters, leadings and spaces of its types, and its measures, `factor`
 * times as large, on the same paper. In the arena, with the other lists of `p`. */
struct print_style *print_scaled(struct arena *a, const struct print_style *p,
                                 double factor);

/* Gives a style what it does not have itself of the other one. In the arena. */
void print_inherit(struct arena *a, struct print_style *own,
                   const struct print_style *base);

/* The style on the i-th of its papers, in the arena. */
const struct print_style *print_paper(struct arena *a, const struct print_style *p,
                                      size_t i);

/* The paragraph style of a type on a measure of `width` points. */
struct paragraph_style print_paragraph(const struct print_type *t, double width);

#endif
