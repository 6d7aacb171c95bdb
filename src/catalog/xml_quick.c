/* What nearly every catalog is, read without libxml2, in a quarter of the time.
 *
 * libxml2 knows all of XML and looks at every character of Chinese by a call of its own.
 * The files of catalogs use little of XML: elements and attributes with ASCII names, texts,
 * comments, instructions and the five entities that need no declaration. That part is read
 * here in one walk, and only when it is certain: at anything else, also at anything that is
 * not well-formed, the walk gives up and libxml2 reads the file from its start. So what is
 * an error, and how it is told, is known in one place only, and a file must never come out
 * as another tree than libxml2 would make of it (xml_quick_test compares them).
 *
 * Rejected: a complete parser of our own. It would have to be right about what is rare. */
#include "catalog/xml_reader.h"

#include <stdint.h>
#include <string.h>

/* Above these, limits of libxml2's own begin, which are its business. */
enum { MOST_QUICK = 8 * 1024 * 1024, MOST_NAME = 1000 };

struct walk {
    struct arena *arena;
    struct xml *xml;
    struct str text;
    size_t at; /* all before it is in the tree */
    struct xml_node *open;
    size_t depth, nodes;
};

/* ---- the whole file ---- */

/* Of eight bytes: a bit for each that is below 0x20, when none of them is above 0x7F; with
 * bytes above it, at least zero only if there is none (Hacker's Delight, section 6-1). */
static uint64_t below_blank(const char *s)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t eight;
    memcpy(&eight, s, sizeof eight);
    return (eight - ones * 0x20) & ~eight & ones * 0x80;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 && c != '\n' && c != '\t';
}

/* A control character or CR, which XML reads as another character or not at all. */
static bool has_control(struct str text)
{
    size_t i = 0;
    for (; text.n - i >= 8; i += 8) {
        if (!below_blank(text.s + i))
            continue;
        for (size_t k = i; k < i + 8; k++)
            if (is_control(text.s[k]))
                return true;
    }
    for (; i < text.n; i++)
        if (is_control(text.s[i]))
            return true;
    return false;
}

/* U+FFFE and U+FFFF, which are no characters of XML. */
static bool has_noncharacter(struct str text)
{
    const char *s = text.s, *end = text.s + text.n;
    while ((s = memchr(s, '\xBF', (size_t)(end - s)))) {
        if (s > text.s && s[-1] == '\xEF' && end - s > 1 && (unsigned char)s[1] >= 0xBE)
            return true;
        s++;
    }
    return false;
}

/* "]]>", which may only end a CDATA section. */
static bool has_section(struct str text)
{
    const char *s = text.s, *end = text.s + text.n;
    while ((s = memchr(s, ']', (size_t)(end - s)))) {
        if (end - s >= 3 && s[1] == ']' && s[2] == '>')
            return true;
        s++;
    }
    return false;
}

/* ---- nodes ---- */

static struct xml_node *add_node(struct walk *w, enum xml_kind kind, size_t at)
{
    struct xml_node *n = arena_raw(w->arena, sizeof *n);
    *n = (struct xml_node){.kind = kind, .at = at};
    xml_append(w->xml, w->open, n);
    w->nodes++;
    return n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static size_t skip_blanks(struct str text, size_t at)
{
    while (at < text.n && is_blank(text.s[at]))
        at++;
    return at;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The name at `at`, of ASCII and without a colon; "" for any other. */
static struct str name_at(struct str text, size_t at)
{
    size_t end = at;
    if (at < text.n && is_letter(text.s[at]))
        while (end < text.n &&
               (is_letter(text.s[end]) || text.s[end] == '-' || text.s[end] == '.' ||
                (text.s[end] >= '0' && text.s[end] <= '9')))
            end++;
    bool known = end < text.n && (unsigned char)text.s[end] < 0x80 &&
                 text.s[end] != ':' && end - at <= MOST_NAME;
    return known ? str_slice(text, at, end) : STR("");
}

/* The text with its entities resolved, in the arena; s NULL: there are others. */
static struct str decoded(struct walk *w, struct str text)
{
    static const struct {
        struct str name;
        char value;
    } entities[] = {
        {STR_INIT("&amp;"), '&'},  {STR_INIT("&lt;"), '<'},    {STR_INIT("&gt;"), '>'},
        {STR_INIT("&quot;"), '"'}, {STR_INIT("&apos;"), '\''},
    };
    const size_t count = sizeof entities / sizeof *entities;
    char *out = arena_raw(w->arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        if (text.s[i] != '&') {
            out[n++] = text.s[i++];
            continue;
        }
        size_t k = 0;
        while (k < count && !str_starts(str_from(text, i), entities[k].name))
            k++;
        if (k == count)
            return (struct str){NULL, 0};
        out[n++] = entities[k].value;
        i += entities[k].name.n;
    }
    out[n] = '\0';
    return (struct str){out, n};
}

/* ---- pieces: each takes what stands at w->at, or returns false to give up ---- */

/* Blanks between elements only lay out the file: the next element remembers how many. */
static bool lays_out(const struct walk *w, struct str text, size_t next)
{
    char c = next + 1 < w->text.n ? w->text.s[next + 1] : '\0';
    bool beside = c == '/' ? w->open->last && w->open->last->kind == XML_ELEMENT
                           : c != '!' && c != '?';
    return beside && skip_blanks(text, 0) == text.n;
}

/* The text up to the next "<"; *gap is its length where it is no node. */
static bool take_text(struct walk *w, size_t *gap)
{
    size_t from = w->at;
    const char *next = memchr(w->text.s + from, '<', w->text.n - from);
    w->at = next ? (size_t)(next - w->text.s) : w->text.n;
    struct str text = str_slice(w->text, from, w->at);
    *gap = 0;
    if (!w->open)
        return skip_blanks(text, 0) == text.n;
    if (!text.n)
        return true;
    if (lays_out(w, text, w->at)) {
        *gap = text.n;
        return true;
    }
    if (memchr(text.s, '&', text.n))
        text = decoded(w, text);
    add_node(w, XML_TEXT, from)->text = text;
    return text.s;
}

/* The value up to its quote. Blanks other than " " would be read as that. */
static bool take_value(struct walk *w, struct xml_attr *attr)
{
    struct str text = w->text;
    size_t at = skip_blanks(text, w->at);
    char quote = at < text.n ? text.s[at] : '\0';
    if (quote != '"' && quote != '\'')
        return false;
    size_t from = ++at;
    bool entities = false;
    for (; at < text.n && text.s[at] != quote; at++) {
        if (text.s[at] == '<' || text.s[at] == '\n' || text.s[at] == '\t')
            return false;
        entities |= text.s[at] == '&';
    }
    attr->value_at = from;
    attr->value = str_slice(text, from, at);
    attr->value = entities ? decoded(w, attr->value) : str_copy(w->arena, attr->value);
    w->at = at + 1;
    return at < text.n && attr->value.s;
}

static bool take_attr(struct walk *w, struct xml_attr *attrs, size_t n)
{
    struct xml_attr *attr = &attrs[n];
    *attr = (struct xml_attr){.name = name_at(w->text, w->at), .at = w->at};
    if (!attr->name.n || str_starts(attr->name, STR("xml")))
        return false;
    for (size_t i = 0; i < n; i++)
        if (str_eq(attrs[i].name, attr->name))
            return false;
    w->at = skip_blanks(w->text, w->at + attr->name.n);
    if (w->at == w->text.n || w->text.s[w->at] != '=')
        return false;
    w->at++;
    return take_value(w, attr);
}

/* The attributes up to the end of the tag, at which w->at stands then. */
static bool take_attrs(struct walk *w, struct xml_node *n)
{
    struct xml_attr attrs[XML_MOST_ATTRIBUTES];
    for (;;) {
        size_t from = w->at;
        w->at = skip_blanks(w->text, from);
        char c = w->at < w->text.n ? w->text.s[w->at] : '\0';
        if (c == '>' || c == '/')
            break;
        if (w->at == from || n->attr_count == XML_MOST_ATTRIBUTES ||
            !take_attr(w, attrs, n->attr_count))
            return false;
        n->attr_count++;
    }
    if (!n->attr_count)
        return true;
    n->attrs = arena_raw(w->arena, n->attr_count * sizeof *attrs);
    memcpy(n->attrs, attrs, n->attr_count * sizeof *attrs);
    return true;
}

static bool take_start(struct walk *w, size_t gap)
{
    struct str name = name_at(w->text, w->at + 1);
    if (!name.n || w->depth == XML_MOST_DEPTH || (!w->open && w->xml->root))
        return false;
    struct xml_node *n = add_node(w, XML_ELEMENT, w->at);
    n->name = name;
    n->gap = gap;
    w->at += 1 + name.n;
    if (!take_attrs(w, n))
        return false;
    bool closed = w->text.s[w->at] == '/';
    w->at += closed;
    if (w->at == w->text.n || w->text.s[w->at] != '>')
        return false;
    w->at++;
    if (!closed) {
        w->open = n;
        w->depth++;
    }
    return true;
}

static bool take_end(struct walk *w)
{
    if (!w->open || !str_starts(str_from(w->text, w->at + 2), w->open->name))
        return false;
    w->at = skip_blanks(w->text, w->at + 2 + w->open->name.n);
    if (w->at == w->text.n || w->text.s[w->at] != '>')
        return false;
    w->at++;
    w->open = w->open->parent;
    w->depth--;
    return true;
}

/* What stands between the marks `open` and `close` is kept as it is. */
static bool take_markup(struct walk *w, enum xml_kind kind, size_t open, size_t end,
                        size_t close)
{
    struct xml_node *n = add_node(w, kind, w->at);
    n->text = str_slice(w->text, w->at + open, end);
    w->at = end + close;
    return true;
}

static bool take_comment(struct walk *w)
{
    static const struct str open = STR_INIT("<!--"), dashes = STR_INIT("--");
    if (!str_starts(str_from(w->text, w->at), open))
        return false;
    size_t from = w->at + open.n;
    size_t length = str_find(str_from(w->text, from), dashes), end = from + length;
    if (length == STR_NONE || end + dashes.n >= w->text.n ||
        w->text.s[end + dashes.n] != '>')
        return false;
    return take_markup(w, XML_COMMENT, open.n, end, dashes.n + 1);
}

static bool take_instruction(struct walk *w)
{
    static const struct str model = STR_INIT("xml-model"),
                            style = STR_INIT("xml-stylesheet");
    struct str name = name_at(w->text, w->at + 2);
    bool other = name.n >= 3 && str_eq_nocase(str_slice(name, 0, 3), STR("xml")) &&
                 !str_eq(name, model) && !str_eq(name, style);
    size_t behind = w->at + 2 + name.n;
    if (!name.n || other ||
        (!is_blank(w->text.s[behind]) &&
         !str_starts(str_from(w->text, behind), STR("?>"))))
        return false;
    size_t length = str_find(str_from(w->text, behind), STR("?>"));
    return length != STR_NONE && take_markup(w, XML_INSTRUCTION, 2, behind + length, 2);
}

static bool take_markup_at(struct walk *w, size_t gap)
{
    switch (w->at + 1 < w->text.n ? w->text.s[w->at + 1] : '\0') {
    case '/': return take_end(w);
    case '!': return take_comment(w);
    case '?': return take_instruction(w);
    default: return take_start(w, gap);
    }
}

/* Past the declaration, where it is the usual one. */
static size_t begin(struct str text, size_t from)
{
    static const struct str usual[] = {
        STR_INIT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
        STR_INIT("<?xml version=\"1.0\" encoding=\"utf-8\"?>"),
        STR_INIT("<?xml version=\"1.0\"?>"),
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (str_starts(str_from(text, from), usual[i]))
            return from + usual[i].n;
    return from;
}

bool xml_quick(struct arena *a, struct xml *xml, size_t from)
{
    struct str text = xml->source.text;
    struct walk w = {.arena = a, .xml = xml, .text = text, .at = begin(text, from)};
    bool good = text.n && text.n <= MOST_QUICK && !has_control(text) &&
                !has_noncharacter(text) && !has_section(text);
    while (good && w.at < text.n) {
        size_t gap;
        good = take_text(&w, &gap) && w.nodes < XML_MOST_NODES &&
               (w.at == text.n || take_markup_at(&w, gap));
    }
    if (good && xml->root && !w.open)
        return true;
    xml->root = xml->before = xml->after = NULL;
    return false;
}
