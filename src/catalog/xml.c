#include "catalog/xml.h"

#include "base/file.h"
#include "base/utf8.h"

struct xml *xml_read(struct arena *a, struct str path, struct str shown, struct diag *d)
{
    struct str text;
    const char *why;
    if (!file_read(a, str_copy(a, path).s, XML_MOST_BYTES, &text, &why)) {
        diag_at(d, (struct pos){NULL, STR_NONE}, DIAG_FILE_READ, str_copy(a, shown).s,
                why);
        return NULL;
    }
    return xml_parse(a, text, shown, d);
}

const struct xml_attr *xml_attr(const struct xml_node *n, struct str name)
{
    for (size_t i = 0; i < n->attr_count; i++)
        if (str_eq(n->attrs[i].name, name))
            return &n->attrs[i];
    return NULL;
}

static const struct xml_node *element_from(const struct xml_node *n)
{
    while (n && n->kind != XML_ELEMENT)
        n = n->next;
    return n;
}

const struct xml_node *xml_first(const struct xml_node *n)
{
    return element_from(n->first);
}

const struct xml_node *xml_next(const struct xml_node *n)
{
    return element_from(n->next);
}

const struct xml_node *xml_child(const struct xml_node *n, struct str name)
{
    for (const struct xml_node *c = xml_first(n); c; c = xml_next(c))
        if (str_eq(c->name, name))
            return c;
    return NULL;
}

struct str xml_text(struct arena *a, const struct xml_node *n)
{
    const struct xml_node *only = NULL;
    size_t texts = 0;
    for (const struct xml_node *c = n->first; c; c = c->next)
        if (c->kind == XML_TEXT) {
            only = c;
            texts++;
        }
    if (texts < 2)
        return only ? str_trim(only->text) : STR("");
    struct buf all = {0};
    for (const struct xml_node *c = n->first; c; c = c->next)
        if (c->kind == XML_TEXT)
            buf_put(&all, c->text);
    struct str text = str_copy(a, str_trim(buf_str(&all)));
    buf_drop(&all);
    return text;
}

/* XML 1.0 has no way to write most control characters, not even as a reference. */
static bool writable(uint32_t c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

static void put_rune(struct buf *out, uint32_t c)
{
    buf_rune(out, writable(c) ? c : UTF8_REPLACEMENT);
}

void xml_put_text(struct buf *out, struct str s)
{
    for (size_t brackets = 0; s.n;) {
        uint32_t c = utf8_next(&s);
        if (c == '&')
            buf_puts(out, "&amp;");
        else if (c == '<')
            buf_puts(out, "&lt;");
        else if (c == '>' && brackets >= 2)
            buf_puts(out, "&gt;");
        else if (c == '\r')
            buf_puts(out, "&#13;");
        else
            put_rune(out, c);
        brackets = c == ']' ? brackets + 1 : 0;
    }
}

void xml_put_attr(struct buf *out, struct str s)
{
    while (s.n) {
        uint32_t c = utf8_next(&s);
        if (c == '&')
            buf_puts(out, "&amp;");
        else if (c == '<')
            buf_puts(out, "&lt;");
        else if (c == '"')
            buf_puts(out, "&quot;");
        else if (c == '\t' || c == '\n' || c == '\r')
            buf_printf(out, "&#%u;", (unsigned)c);
        else
            put_rune(out, c);
    }
}
