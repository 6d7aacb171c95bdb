#include "catalog/xml_reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <stdlib.h>
#include <string.h>

struct session {
    struct xml_reader reader; /* first: events get it */
    xmlParserCtxtPtr parser;
    size_t base; /* length of the BOM, which libxml2 does not get */
};

/* Ends the reading; from events only, as libxml2 may not be stopped inside an error. */
static void stop(struct xml_reader *r)
{
    r->stopped = true;
    xmlStopParser(((struct session *)r)->parser);
}

static struct xml_node *add_node(struct xml_reader *r, enum xml_kind kind, size_t at)
{
    if (++r->nodes > XML_MOST_NODES) {
        diag_at(r->diag, (struct pos){&r->xml->source, at}, DIAG_XML_NODES,
                XML_MOST_NODES);
        stop(r);
        return NULL;
    }
    struct xml_node *n = arena_raw(r->arena, sizeof *n);
    *n = (struct xml_node){.kind = kind, .parent = r->open, .at = at};
    struct xml_node *parent = r->open;
    if (parent) {
        if (parent->last)
            parent->last->next = n;
        else
            parent->first = n;
        parent->last = n;
        return n;
    }
    if (kind == XML_ELEMENT) {
        r->xml->root = n;
        return n;
    }
    struct xml_node **end = r->xml->root ? &r->xml->after : &r->xml->before;
    while (*end)
        end = &(*end)->next;
    *end = n;
    return n;
}

static void forget_text(struct xml_reader *r)
{
    buf_clear(&r->text);
    r->plain = STR("");
    r->text_at = STR_NONE;
}

static void flush_text(struct xml_reader *r)
{
    if (r->text_at == STR_NONE)
        return;
    struct xml_node *n = add_node(r, XML_TEXT, r->text_at);
    if (n)
        n->text = r->plain.n ? r->plain : str_copy(r->arena, buf_str(&r->text));
    forget_text(r);
}

/* The same before or behind an element. The blanks between elements, half of all texts, only
 * lay out the file: the next element remembers how many there were. */
static void flush_beside_element(struct xml_reader *r)
{
    r->gap = 0;
    if (r->plain.n && xml_skip_blanks(r->plain, 0) == r->plain.n) {
        r->gap = r->plain.n;
        forget_text(r);
    } else {
        flush_text(r);
    }
}

static const struct str cdata = STR_INIT("<![CDATA[");

static bool is_cdata(struct str text, size_t at)
{
    return str_starts(str_from(text, at), cdata);
}

/* The offset of the next markup that is not a CDATA section: of the event that came. */
static size_t next_markup(const struct xml_reader *r)
{
    struct str text = r->xml->source.text;
    size_t at = xml_skip_to_char(text, r->cursor, '<');
    while (is_cdata(text, at)) {
        at = xml_skip_to(text, at, STR("]]>"));
        at = xml_skip_to_char(text, at, '<');
    }
    return at;
}

/* The text from `at` up to the next markup, when it stands there as it is read: nothing in
 * it is an entity, a line end of another system, and no CDATA goes on with it; else "". */
static struct str plain_text(struct str text, size_t at)
{
    size_t end = xml_skip_to_char(text, at, '<');
    struct str plain = str_slice(text, at, end);
    bool decoded = memchr(plain.s, '&', plain.n) || memchr(plain.s, '\r', plain.n);
    return decoded || is_cdata(text, end) ? STR("") : plain;
}

/* The attributes of a start tag as they stand in it. */
struct raw_attrs {
    struct xml_raw_attr at[XML_MOST_ATTRIBUTES + 1];
    size_t n;
    size_t end; /* behind the last */
};

static void scan_attrs(struct str text, size_t at, struct raw_attrs *attrs)
{
    attrs->n = 0;
    while (attrs->n <= XML_MOST_ATTRIBUTES &&
           xml_scan_attr(text, &at, &attrs->at[attrs->n]))
        attrs->n++;
    attrs->end = at;
}

/* A start tag's attributes: names and places from our buffer, values from libxml2.
 * Namespace declarations are attributes to us (unknown ones). The event comes before
 * libxml2 has seen the end of the tag; when that is broken, what we read may differ from
 * what it read, and the error follows. */
static void take_attrs(struct xml_reader *r, struct xml_node *n,
                       const struct raw_attrs *attrs, const xmlChar **values,
                       size_t value_count)
{
    struct str text = r->xml->source.text;
    n->attrs = attrs->n ? arena_raw(r->arena, attrs->n * sizeof *n->attrs) : NULL;
    for (size_t taken = 0; n->attr_count < attrs->n;) {
        const struct xml_raw_attr *raw = &attrs->at[n->attr_count];
        struct xml_attr *attr = &n->attrs[n->attr_count];
        bool space =
            str_eq(raw->name, STR("xmlns")) || str_starts(raw->name, STR("xmlns:"));
        if (!space && taken == value_count)
            break;
        n->attr_count++;
        *attr = (struct xml_attr){.name = raw->name, .value = raw->value};
        attr->at = (size_t)(raw->name.s - text.s);
        attr->value_at = (size_t)(raw->value.s - text.s);
        if (space)
            continue;
        const char *from = (const char *)values[taken * 5 + 3];
        const char *to = (const char *)values[taken * 5 + 4];
        attr->value = str_copy(r->arena, (struct str){from, (size_t)(to - from)});
        taken++;
    }
    size_t at = xml_skip_blanks(text, attrs->end);
    r->self_closed = at < text.n && text.s[at] == '/';
    r->cursor = at < text.n ? at + 1 + r->self_closed : at;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int spaces, const xmlChar **declared, int count,
                     int defaulted, const xmlChar **values)
{
    (void)name, (void)prefix, (void)uri, (void)spaces, (void)declared, (void)defaulted;
    struct xml_reader *r = user;
    if (r->stopped)
        return;
    flush_beside_element(r);
    struct str text = r->xml->source.text;
    size_t at = next_markup(r), end = xml_scan_name(text, at);
    struct pos place = {&r->xml->source, at};
    if (r->depth == XML_MOST_DEPTH) {
        diag_at(r->diag, place, DIAG_XML_DEPTH, XML_MOST_DEPTH);
        stop(r);
        return;
    }
    struct raw_attrs attrs;
    scan_attrs(text, end, &attrs);
    if (attrs.n > XML_MOST_ATTRIBUTES) {
        diag_at(r->diag, place, DIAG_XML_ATTRIBUTES, XML_MOST_ATTRIBUTES);
        stop(r);
        return;
    }
    struct xml_node *n = add_node(r, XML_ELEMENT, at);
    if (!n)
        return;
    n->name = str_slice(text, at + 1, end);
    n->gap = r->gap;
    take_attrs(r, n, &attrs, values, (size_t)count);
    r->open = n;
    r->depth++;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct xml_reader *r = user;
    if (r->stopped)
        return;
    if (r->open->last && r->open->last->kind == XML_ELEMENT)
        flush_beside_element(r);
    else
        flush_text(r);
    if (!r->self_closed) {
        struct str text = r->xml->source.text;
        r->cursor = xml_skip_to_char(text, next_markup(r), '>');
        r->cursor += r->cursor < text.n;
    }
    r->self_closed = false;
    r->open = r->open->parent;
    r->depth--;
}

static void on_text(void *user, const xmlChar *s, int n)
{
    struct xml_reader *r = user;
    if (r->stopped || !r->open)
        return;
    if (r->text_at == STR_NONE) {
        struct str text = r->xml->source.text;
        r->text_at = r->cursor;
        while (is_cdata(text, r->text_at)) {
            r->text_at += cdata.n;
            if (str_starts(str_from(text, r->text_at), STR("]]>")))
                r->text_at += strlen("]]>");
        }
        r->plain = r->text_at == r->cursor ? plain_text(text, r->cursor) : STR("");
    }
    if (!r->plain.n)
        buf_put(&r->text, (struct str){(const char *)s, (size_t)n});
}

/* A comment or a processing instruction: kept as it stands in the file. */
static void keep_markup(struct xml_reader *r, enum xml_kind kind, struct str open,
                        struct str close)
{
    if (r->stopped)
        return;
    flush_text(r);
    struct str text = r->xml->source.text;
    size_t at = next_markup(r), from = at + open.n, to = xml_skip_to(text, from, close);
    r->cursor = to + close.n;
    struct xml_node *n = add_node(r, kind, at);
    if (n)
        n->text = str_slice(text, from, to);
}

static void on_comment(void *user, const xmlChar *s)
{
    (void)s;
    keep_markup(user, XML_COMMENT, STR("<!--"), STR("-->"));
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)target, (void)data;
    keep_markup(user, XML_INSTRUCTION, STR("<?"), STR("?>"));
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *id,
                       const xmlChar *system)
{
    (void)name, (void)id, (void)system;
    struct xml_reader *r = user;
    if (r->stopped)
        return;
    size_t at = xml_skip_to(r->xml->source.text, r->cursor, STR("<!DOCTYPE"));
    diag_at(r->diag, (struct pos){&r->xml->source, at}, DIAG_XML_DOCTYPE);
    stop(r);
}

static void on_error(void *user, xmlErrorPtr error)
{
    struct session *s = user;
    if (s->reader.stopped || error->level != XML_ERR_FATAL)
        return;
    long consumed = xmlByteConsumed(s->parser);
    xml_explain(&s->reader, &(struct xml_complaint){
                                .code = error->code,
                                .at = s->base + (consumed > 0 ? (size_t)consumed : 0),
                                .detail = str_of(error->str1),
                                .words = str_trim(str_of(error->message)),
                            });
    s->reader.stopped = true;
}

static void run(struct session *s, struct str text)
{
    s->parser = xmlCreateMemoryParserCtxt(text.s, (int)text.n);
    if (!s->parser) /* it refuses an empty text without a word */
        return;
    /* NOENT: without it "&amp;" in an attribute arrives as "&#38;"; there are no entities
     * to expand, since a DOCTYPE ends the reading. */
    xmlCtxtUseOptions(s->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    *s->parser->sax = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .internalSubset = on_doctype,
        .serror = on_error,
    };
    s->parser->userData = s;
    xmlParseDocument(s->parser);
    /* Behind an error libxml2 may make a document of its own for a DOCTYPE it meets. */
    xmlFreeDoc(s->parser->myDoc);
    s->parser->myDoc = NULL;
    xmlFreeParserCtxt(s->parser);
}

struct xml *xml_parse(struct arena *a, struct str text, struct str shown, struct diag *d)
{
    struct xml *xml = arena_alloc(a, sizeof *xml);
    xml->source = (struct source){.path = str_copy(a, shown), .text = text};
    if (text.n > XML_MOST_BYTES) {
        diag_at(d, (struct pos){&xml->source, STR_NONE}, DIAG_XML_SIZE,
                XML_MOST_BYTES >> 20);
        return NULL;
    }
    source_index(a, &xml->source);
    size_t base = xml_check_encoding(&xml->source, d), cursor = base;
    if (base == STR_NONE)
        return NULL;
    static const struct str declaration = STR_INIT("<?xml");
    size_t end = base + declaration.n;
    /* The declaration is no event, <?xml-model?> is one. */
    if (str_starts(str_from(text, base), declaration) && xml_skip_blanks(text, end) > end)
        cursor = xml_skip_to(text, base, STR("?>"));
    struct session s = {
        .base = base,
        .reader = {
            .arena = a, .diag = d, .xml = xml, .cursor = cursor, .text_at = STR_NONE}};
    run(&s, str_from(text, base));
    buf_drop(&s.reader.text);
    if (!s.reader.stopped && !xml->root)
        xml_explain(&s.reader,
                    &(struct xml_complaint){.code = XML_ERR_DOCUMENT_EMPTY, .at = base});
    return s.reader.stopped || !xml->root ? NULL : xml;
}
