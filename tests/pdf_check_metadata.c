/* XMP metadata and Info: ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1. */
#include "pdf_check_parts.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

struct xmp {
    struct pdf_checking *c;
    xmlXPathContext *context;
};

/* The only value of an expression, or "" when there is none or more than one. */
static struct str value(const struct xmp *x, const char *expression)
{
    struct str text = STR("");
    xmlXPathObject *found = xmlXPathEval((const xmlChar *)expression, x->context);
    if (found && found->nodesetval && found->nodesetval->nodeNr == 1) {
        xmlChar *content = xmlNodeGetContent(found->nodesetval->nodeTab[0]);
        text = str_copy(x->c->arena, str_of((const char *)content));
        xmlFree(content);
    }
    xmlXPathFreeObject(found);
    return text;
}

/* "D:20201231" as XMP writes it: 2020-12-31, with T and colons in the time. */
static struct str xmp_date(struct arena *a, struct str info)
{
    static const char marks[16] = {
        [4] = '-', [6] = '-', [8] = 'T', [10] = ':', [12] = ':'};
    struct str digits = str_starts(info, STR("D:")) ? str_from(info, 2) : info;
    char *out = arena_alloc(a, digits.n * 2 + 1);
    size_t n = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (i < sizeof marks && marks[i])
            out[n++] = marks[i];
        out[n++] = digits.s[i];
    }
    return (struct str){out, n};
}

static void check_same(const struct xmp *x, const char *key, const char *expression)
{
    const struct pdf_file *f = x->c->file;
    struct str info = pdf_text_of(pdf_key(f, f->info, key)), xmp = value(x, expression);
    if (str_ends(str_of(key), STR("Date")))
        info = xmp_date(x->c->arena, info);
    if (!str_eq(info, xmp))
        pdf_fault(x->c, "metadata-info", "%s: «%.*s» and «%.*s»", key, STR_ARG(info),
                  STR_ARG(xmp));
}

static void check_claims(const struct xmp *x)
{
    struct str part = value(x, "//pdfaid:part"), level = value(x, "//pdfaid:conformance");
    struct str access = value(x, "//pdfuaid:part");
    if (!str_is(part, "2") || !str_is(level, "A") || !str_is(access, "1"))
        pdf_fault(x->c, "metadata-claims", "PDF/A-%.*s%.*s, PDF/UA-%.*s", STR_ARG(part),
                  STR_ARG(level), STR_ARG(access));
    struct str uri = value(x, "//pdfaSchema:schema/../pdfaSchema:namespaceURI");
    struct str name = value(x, "//pdfaSchema:property//pdfaProperty:name");
    struct str type = value(x, "//pdfaSchema:property//pdfaProperty:valueType");
    if (!str_is(uri, "http://www.aiim.org/pdfua/ns/id/") || !str_is(name, "part") ||
        !str_is(type, "Integer") || !str_is(value(x, "//pdfaSchema:prefix"), "pdfuaid") ||
        !str_is(value(x, "//pdfaProperty:category"), "internal"))
        pdf_fault(x->c, "metadata-extension", "pdfuaid is not described");
}

static void check_document(const struct xmp *x)
{
    static const struct {
        const char *key, *expression;
    } rows[] = {
        {"/Title", "//dc:title/rdf:Alt/rdf:li[@xml:lang='x-default']"},
        {"/Author", "//dc:creator/rdf:Seq/rdf:li"},
        {"/Creator", "//xmp:CreatorTool"},
        {"/Producer", "//pdf:Producer"},
        {"/CreationDate", "//xmp:CreateDate"},
        {"/ModDate", "//xmp:ModifyDate"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_same(x, rows[i].key, rows[i].expression);
    if (!value(x, rows[0].expression).n)
        pdf_fault(x->c, "metadata", "no title");
    struct str language = value(x, "//dc:language/rdf:Bag/rdf:li");
    if (!str_eq(language, pdf_text_of(pdf_key(x->c->file, x->c->file->catalog, "/Lang"))))
        pdf_fault(x->c, "metadata-info", "dc:language is not the catalog's Lang");
    check_claims(x);
}

static void name_spaces(xmlXPathContext *context)
{
    static const char *const spaces[][2] = {
        {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"dc", "http://purl.org/dc/elements/1.1/"},
        {"xmp", "http://ns.adobe.com/xap/1.0/"},
        {"pdf", "http://ns.adobe.com/pdf/1.3/"},
        {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
        {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
        {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
        {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
    };
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        xmlXPathRegisterNs(context, (const xmlChar *)spaces[i][0],
                           (const xmlChar *)spaces[i][1]);
}

void pdf_check_metadata(struct pdf_checking *c)
{
    const struct pdf_object *o =
        pdf_stream_of(c->file, json_member(c->file->catalog, "/Metadata"));
    if (!o || !str_is(pdf_name(json_member(o->value, "/Subtype")), "XML") ||
        json_member(o->value, "/Filter")->kind != JSON_NULL) {
        pdf_fault(c, "metadata", "no stream of metadata that can be read as it is");
        return;
    }
    /* The packet's head has no bytes and no encoding: ISO 19005-2, 6.6.2.1. */
    if (!str_starts(o->data, STR("<?xpacket begin=\"\xEF\xBB\xBF\" "
                                 "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")))
        pdf_fault(c, "metadata", "no packet");
    xmlDoc *doc =
        xmlReadMemory(o->data.s, (int)o->data.n, "xmp", NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!doc) {
        pdf_fault(c, "metadata", "no XML");
        return;
    }
    struct xmp x = {c, xmlXPathNewContext(doc)};
    name_spaces(x.context);
    check_document(&x);
    xmlXPathFreeContext(x.context);
    xmlFreeDoc(doc);
}
