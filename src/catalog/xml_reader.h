/* xml_reader - what the files that read XML share; nobody else includes it.
 *
 * libxml2 decides what is well-formed and decodes; where things stand we find ourselves, by
 * walking through our own buffer in step with its events (`cursor`). That is exact also for
 * attributes and for texts, of which libxml2 knows no place. */
#ifndef MULU_CATALOG_XML_READER_H
#define MULU_CATALOG_XML_READER_H

#include "catalog/xml.h"

struct xml_reader {
    struct arena *arena;
    struct diag *diag;
    struct xml *xml;
    struct xml_node *open; /* innermost open element */
    size_t depth, nodes;
    size_t cursor;    /* all before it belongs to events that have come */
    bool self_closed; /* the last start tag ended in "/>" */
    size_t text_at;   /* of the text node being collected; STR_NONE: none is */
    struct str plain; /* the whole text where it needs no decoding: then it is borrowed */
    struct buf text;  /* what has come of it where it does */
    size_t gap;       /* bytes of blanks that were left out before the next element */
    bool stopped;     /* the diag knows why; later events do not count */
};

/* The offset of the first byte from `at` on that is no blank of XML; of the next `c`; of the
 * next `mark`. The end when there is none. */
size_t xml_skip_blanks(struct str text, size_t at);
size_t xml_skip_to_char(struct str text, size_t at, char c);
size_t xml_skip_to(struct str text, size_t at, struct str mark);

/* One attribute of a start tag as it stands in the file. */
struct xml_raw_attr {
    struct str name, value; /* not decoded */
};

/* Takes the next attribute of a start tag, from `*at` on. Returns false at its end or at
 * anything that is no attribute; `*at` is then behind the last one. */
bool xml_scan_attr(struct str text, size_t *at, struct xml_raw_attr *attr);

/* The offset behind the name of a tag that begins with "<" at `at`. */
size_t xml_scan_name(struct str text, size_t at);

/* Checks what must hold before libxml2 sees the bytes: UTF-8 and nothing else. Returns the
 * offset of the first character (behind a BOM), or STR_NONE after telling the diag. */
size_t xml_check_encoding(const struct source *src, struct diag *d);

/* An error of libxml2, told in our own words. */
struct xml_complaint {
    int code;          /* xmlParserErrors */
    size_t at;         /* where libxml2 stood */
    struct str detail; /* a name it gave with the error, or "" */
    struct str words;  /* its own message, for errors we have no words for */
};
void xml_explain(struct xml_reader *r, const struct xml_complaint *c);

#endif
