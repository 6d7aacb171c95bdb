/* pdf_check_parts - what the files of the PDF checker share. */
#ifndef MULU_TESTS_PDF_CHECK_PARTS_H
#define MULU_TESTS_PDF_CHECK_PARTS_H

#include "pdf_check.h"

enum { PDF_CODES = 0x10000 };

/* A font of the file and the codes that were shown with it. */
struct pdf_used_font {
    size_t object;
    bool *codes;
};

/* An element of the structure tree; elements stand in reading order. */
struct pdf_node {
    size_t object, parent; /* parent: index of a node; the first is its own */
    size_t end;            /* index behind its last descendant */
    size_t depth;
    const struct json *dict;
    struct str type;
    size_t leaves; /* its own content and annotations */
};
/* Content or an annotation that an element holds. */
struct pdf_leaf {
    size_t node;
    size_t page;   /* index */
    size_t mcid;   /* or STR_NONE … */
    size_t object; /* … of an annotation */
};

struct pdf_checking {
    const struct pdf_file *file;
    struct arena *arena;
    struct pdf_findings findings;
    VEC(struct pdf_used_font) fonts;
    struct {
        VEC(size_t) mcids; /* in the order of painting */
    } * pages;
    VEC(struct pdf_node) nodes;
    VEC(struct pdf_leaf) leaves;
};

/* Records a finding. */
void pdf_fault(struct pdf_checking *c, const char *rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* pdf_content.c: content of pages; fills in fonts and pages. */
void pdf_check_content(struct pdf_checking *c);
/* pdf_check_file.c: header, trailer, catalog, pages, colour, annotations. */
void pdf_check_file(struct pdf_checking *c);
/* pdf_check_metadata.c: XMP and Info. */
void pdf_check_metadata(struct pdf_checking *c);
/* pdf_check_fonts.c: fonts, against the programs inside the file. */
void pdf_check_fonts(struct pdf_checking *c);
/* pdf_check_tree.c: the structure tree as such; fills in nodes and leaves. */
void pdf_check_tree(struct pdf_checking *c);
/* pdf_check_meaning.c: headings, lists, tables, figures. */
void pdf_check_meaning(struct pdf_checking *c);

/* A key of a node's attributes of one owner ("/Table", "/RowSpan"). Never NULL. */
const struct json *pdf_attribute(const struct pdf_checking *c, const struct pdf_node *n,
                                 const char *owner, const char *key);

#endif
