/* What libxml2 found wrong, in words an editor understands and at the place where the
 * mistake is. libxml2 says where it stood when it gave up, which is often behind it; each
 * row of the table below knows how to step from there to the mistake. */
#include "catalog/xml_reader.h"

#include <libxml/xmlerror.h>

struct spot {
    struct xml_reader *r;
    const struct xml_complaint *c;
    struct str text;
};

static struct pos place(const struct spot *s, size_t at)
{
    return (struct pos){&s->r->xml->source, at};
}

static char char_at(const struct spot *s, size_t at)
{
    return at < s->text.n ? s->text.s[at] : '\0';
}

/* The last `c` before the place libxml2 stood at; the place itself when there is none. */
static size_t back_to(const struct spot *s, char c)
{
    size_t at = s->c->at < s->text.n ? s->c->at : s->text.n;
    for (size_t i = at; i > 0; i--)
        if (s->text.s[i - 1] == c)
            return i - 1;
    return at;
}

/* The markup being read: the last "<" that no event has come for. */
static size_t back_to_tag(const struct spot *s)
{
    return back_to(s, '<');
}

static size_t line_of(const struct spot *s, size_t at)
{
    return source_place(&s->r->xml->source, at).line;
}

static void tell(const struct spot *s, size_t at, enum diag_code code)
{
    diag_at(s->r->diag, place(s, at), code);
}

static void no_root(const struct spot *s)
{
    size_t at = s->c->at;
    if (str_trim(str_from(s->text, at)).n == 0)
        diag_at(s->r->diag, place(s, STR_NONE), DIAG_XML_EMPTY);
    else
        tell(s, at, DIAG_XML_BEFORE_ROOT);
}

static void after_root(const struct spot *s)
{
    tell(s, s->c->at, DIAG_XML_AFTER_ROOT);
}

/* A character XML cannot hold, itself or written as &#…; */
static void bad_char(const struct spot *s)
{
    if (s->c->at > 0 && char_at(s, s->c->at - 1) == ';')
        tell(s, back_to(s, '&'), DIAG_XML_CHARREF);
    else
        diag_at(s->r->diag, place(s, s->c->at), DIAG_XML_CHAR,
                (unsigned char)char_at(s, s->c->at));
}

static void bad_charref(const struct spot *s)
{
    tell(s, back_to(s, '&'), DIAG_XML_CHARREF);
}

/* A name is missing: behind a bare & or <, or in a start tag. */
static void no_name(const struct spot *s)
{
    char before = s->c->at > 0 ? char_at(s, s->c->at - 1) : '\0';
    if (before == '&')
        tell(s, s->c->at - 1, DIAG_XML_AMPERSAND);
    else if (before == '<')
        tell(s, s->c->at - 1, DIAG_XML_LESS);
    else
        tell(s, s->c->at, DIAG_XML_START_TAG);
}

static void no_semicolon(const struct spot *s)
{
    tell(s, back_to(s, '&'), DIAG_XML_AMPERSAND);
}

static void unknown_entity(const struct spot *s)
{
    diag_at(s->r->diag, place(s, back_to(s, '&')), DIAG_XML_ENTITY,
            STR_ARG(s->c->detail));
}

static void less_in_value(const struct spot *s)
{
    tell(s, s->c->at, DIAG_XML_LESS_IN_VALUE);
}

static void no_quote(const struct spot *s)
{
    tell(s, s->c->at, DIAG_XML_QUOTE);
}

static void open_value(const struct spot *s)
{
    tell(s, back_to_tag(s), DIAG_XML_QUOTE_OPEN);
}

static void no_value(const struct spot *s)
{
    size_t at = s->c->at;
    struct str name = s->c->detail;
    if (at >= name.n && str_eq(str_slice(s->text, at - name.n, at), name))
        at -= name.n;
    diag_at(s->r->diag, place(s, at), DIAG_XML_NO_VALUE, STR_ARG(name));
}

static void twice(const struct spot *s)
{
    size_t at = xml_scan_name(s->text, back_to_tag(s)), second = s->c->at, seen = 0;
    struct xml_raw_attr raw;
    while (xml_scan_attr(s->text, &at, &raw)) {
        if (!str_eq(raw.name, s->c->detail) || ++seen < 2)
            continue;
        second = (size_t)(raw.name.s - s->text.s);
        break;
    }
    diag_at(s->r->diag, place(s, second), DIAG_XML_TWICE, STR_ARG(s->c->detail));
}

/* Where a piece begins that may hold any "<" inside: the first after the last event. */
static size_t opening(const struct spot *s, struct str mark)
{
    size_t at = str_find(str_from(s->text, s->r->cursor), mark);
    return at == STR_NONE ? s->c->at : s->r->cursor + at;
}

static void open_comment(const struct spot *s)
{
    tell(s, opening(s, STR("<!--")), DIAG_XML_COMMENT_OPEN);
}

static void dashes_in_comment(const struct spot *s)
{
    tell(s, s->c->at, DIAG_XML_COMMENT_DASHES);
}

static void open_instruction(const struct spot *s)
{
    tell(s, opening(s, STR("<?")), DIAG_XML_INSTRUCTION);
}

static void cdata_end(const struct spot *s)
{
    tell(s, s->c->at, DIAG_XML_CDATA_END);
}

static void open_cdata(const struct spot *s)
{
    tell(s, opening(s, STR("<![CDATA[")), DIAG_XML_CDATA_OPEN);
}

static void late_declaration(const struct spot *s)
{
    tell(s, back_to_tag(s), DIAG_XML_LATE_DECLARATION);
}

static void bad_declaration(const struct spot *s)
{
    tell(s, back_to_tag(s), DIAG_XML_DECLARATION);
}

/* Something else than an attribute or ">" stands in a tag. */
static void bad_tag(const struct spot *s)
{
    size_t at = s->c->at;
    if (at >= s->text.n)
        tell(s, back_to_tag(s), DIAG_XML_TAG_OPEN);
    else if (at && (char_at(s, at - 1) == '"' || char_at(s, at - 1) == '\''))
        tell(s, at, DIAG_XML_ATTR_BLANK);
    else
        tell(s, at, DIAG_XML_START_TAG);
}

static void mismatch(const struct spot *s)
{
    size_t at = back_to_tag(s), end = xml_scan_name(s->text, at + 1);
    struct str closed = str_slice(s->text, at + 2, end);
    const struct xml_node *open = s->r->open;
    diag_at(s->r->diag, place(s, at), DIAG_XML_MISMATCH, STR_ARG(closed),
            line_of(s, open->at), STR_ARG(open->name), STR_ARG(open->name));
}

static void unclosed(const struct spot *s)
{
    const struct xml_node *open = s->r->open;
    diag_at(s->r->diag, place(s, open->at), DIAG_XML_UNCLOSED, STR_ARG(open->name),
            STR_ARG(open->name));
}

static const struct {
    int code;
    void (*explain)(const struct spot *s);
} rows[] = {
    {XML_ERR_DOCUMENT_EMPTY, no_root},
    {XML_ERR_DOCUMENT_END, after_root},
    {XML_ERR_INVALID_CHAR, bad_char},
    {XML_ERR_INVALID_HEX_CHARREF, bad_charref},
    {XML_ERR_INVALID_DEC_CHARREF, bad_charref},
    {XML_ERR_INVALID_CHARREF, bad_charref},
    {XML_ERR_NAME_REQUIRED, no_name},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, no_semicolon},
    {XML_ERR_UNDECLARED_ENTITY, unknown_entity},
    {XML_ERR_LT_IN_ATTRIBUTE, less_in_value},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, no_quote},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, open_value},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, no_value},
    {XML_ERR_ATTRIBUTE_REDEFINED, twice},
    {XML_ERR_COMMENT_NOT_FINISHED, open_comment},
    {XML_ERR_HYPHEN_IN_COMMENT, dashes_in_comment},
    {XML_ERR_PI_NOT_STARTED, open_instruction},
    {XML_ERR_PI_NOT_FINISHED, open_instruction},
    {XML_ERR_MISPLACED_CDATA_END, cdata_end},
    {XML_ERR_CDATA_NOT_FINISHED, open_cdata},
    {XML_ERR_RESERVED_XML_NAME, late_declaration},
    {XML_ERR_XMLDECL_NOT_STARTED, bad_declaration},
    {XML_ERR_XMLDECL_NOT_FINISHED, bad_declaration},
    {XML_ERR_VERSION_MISSING, bad_declaration},
    {XML_ERR_STANDALONE_VALUE, bad_declaration},
    {XML_ERR_STRING_NOT_CLOSED, bad_declaration},
    {XML_ERR_STRING_NOT_STARTED, bad_declaration},
    {XML_ERR_ENCODING_NAME, bad_declaration},
    {XML_ERR_SPACE_REQUIRED, bad_tag},
    {XML_ERR_GT_REQUIRED, bad_tag},
    {XML_ERR_TAG_NAME_MISMATCH, mismatch},
    {XML_ERR_TAG_NOT_FINISHED, unclosed},
};

void xml_explain(struct xml_reader *r, const struct xml_complaint *c)
{
    const struct spot s = {r, c, r->xml->source.text};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == c->code) {
            rows[i].explain(&s);
            return;
        }
    diag_at(r->diag, place(&s, c->at), DIAG_XML_OTHER, STR_ARG(c->words));
}
