/* xml - an XML file as a tree with exact places.
 *
 * libxml2 reads (SAX), this keeps what it says in our own nodes: element, attributes,
 * texts, comments, each with its byte offset. No DTD, no external entity, no network; limits
 * on size, depth, nodes and attributes are the constants below. */
#ifndef MULU_CATALOG_XML_H
#define MULU_CATALOG_XML_H

#include "base/buf.h"
#include "diag/diag.h"

enum {
    XML_MOST_BYTES = 64 * 1024 * 1024,
    XML_MOST_DEPTH = 64,
    XML_MOST_NODES = 4 * 1000 * 1000,
    XML_MOST_ATTRIBUTES = 64
};

/* An instruction is <?…?>, such as the <?xml-model?> by which editors find the schema. */
enum xml_kind { XML_ELEMENT, XML_TEXT, XML_COMMENT, XML_INSTRUCTION };

struct xml_attr {
    struct str name, value; /* entities resolved */
    size_t at;              /* offset of the name */
    size_t value_at;        /* offset of the first character of the value */
};
struct xml_node {
    enum xml_kind kind;
    struct str name; /* of an element */
    struct str
        text; /* of a text (entities resolved); what stands inside <!-- --> or <? ?> */
    struct xml_attr *attrs;
    size_t attr_count;
    struct xml_node *parent, *first, *last, *next;
    size_t at;  /* offset of "<", or of the first character of a text */
    size_t gap; /* bytes of blanks before an element, which are no node of their own */
};
struct xml {
    struct source source;            /* text in the arena */
    struct xml_node *root;           /* the root element */
    struct xml_node *before, *after; /* comments and instructions outside the root,
                                         in lists by next */
};

/* Reads a file into a tree in the arena. Returns NULL after telling `d` why: unreadable,
 * not UTF-8 (another declared encoding too), malformed, a DTD, a limit passed. */
struct xml *xml_read(struct arena *a, struct str path, struct str shown, struct diag *d);
/* The same from text in memory that lives as long as the arena. */
struct xml *xml_parse(struct arena *a, struct str text, struct str shown, struct diag *d);

/* The attribute or NULL; the first child element of that name or NULL; the next sibling
 * element of any name or NULL; the first child element or NULL. */
const struct xml_attr *xml_attr(const struct xml_node *n, struct str name);
const struct xml_node *xml_child(const struct xml_node *n, struct str name);
const struct xml_node *xml_first(const struct xml_node *n);
const struct xml_node *xml_next(const struct xml_node *n);

/* The text directly inside the element, comments left out, ends trimmed. */
struct str xml_text(struct arena *a, const struct xml_node *n);

/* Escaping writers for text between tags and inside double quotes. */
void xml_put_text(struct buf *out, struct str s);
void xml_put_attr(struct buf *out, struct str s);

#endif
