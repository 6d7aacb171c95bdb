/* Content streams: every operator is known, every painting one is marked or an artifact,
 * marks nest, colours are grey or RGB, codes are noted for the fonts. */
#include "pdf_check_parts.h"

#include <string.h>

enum token {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,
    TOKEN_STRING,
    TOKEN_HEX,
    TOKEN_MARK,
    TOKEN_WORD
};

struct operand {
    enum token kind;
    struct str text; /* a name without slash, a string without brackets */
};

enum { MOST_OPERANDS = 4096, MOST_DEPTH = 28 }; /* 28 q: ISO 32000-1, annex C */

struct scanner {
    struct pdf_checking *c;
    size_t page;
    struct str text;
    size_t at;
    struct operand operands[MOST_OPERANDS];
    size_t n;
    /* State. */
    unsigned saved;
    unsigned marks;          /* open marked content */
    size_t open[MOST_DEPTH]; /* MCID, STR_NONE - 1 for an artifact, STR_NONE for others */
    struct pdf_used_font *font;
    bool in_text;
};
static const size_t ARTIFACT = STR_NONE - 1;

/* --- tokens: ISO 32000-1, 7.2 --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool ends_word(char c)
{
    return is_blank(c) || strchr("()<>[]{}/%", c);
}

static struct str take_word(struct scanner *s)
{
    size_t from = s->at;
    while (s->at < s->text.n && !ends_word(s->text.s[s->at]))
        s->at++;
    return str_slice(s->text, from, s->at);
}

static struct str take_until(struct scanner *s, char end)
{
    size_t from = s->at;
    while (s->at < s->text.n && s->text.s[s->at] != end)
        s->at += s->text.s[s->at] == '\\' ? 2 : 1;
    struct str text = str_slice(s->text, from, s->at);
    s->at++;
    return text;
}

static struct operand next_token(struct scanner *s)
{
    while (s->at < s->text.n && is_blank(s->text.s[s->at]))
        s->at++;
    if (s->at >= s->text.n)
        return (struct operand){TOKEN_END, STR("")};
    char c = s->text.s[s->at];
    if (str_starts(str_from(s->text, s->at), STR("<<")) ||
        str_starts(str_from(s->text, s->at), STR(">>"))) {
        s->at += 2;
        return (struct operand){TOKEN_MARK, str_slice(s->text, s->at - 2, s->at)};
    }
    if (c == '[' || c == ']') {
        s->at++;
        return (struct operand){TOKEN_MARK, str_slice(s->text, s->at - 1, s->at)};
    }
    if (strchr("/(<", c)) {
        s->at++;
        if (c == '/')
            return (struct operand){TOKEN_NAME, take_word(s)};
        return c == '(' ? (struct operand){TOKEN_STRING, take_until(s, ')')}
                        : (struct operand){TOKEN_HEX, take_until(s, '>')};
    }
    struct str word = take_word(s);
    if (!word.n)
        s->at++; /* a stray bracket: no operator is called "" */
    bool number = word.n && strchr("0123456789+-.", word.s[0]);
    return (struct operand){number ? TOKEN_NUMBER : TOKEN_WORD, word};
}

/* --- operators --- */

static void fault(struct scanner *s, const char *rule, const char *what)
{
    pdf_fault(s->c, rule, "page %zu: %s, near byte %zu", s->page + 1, what, s->at);
}

static size_t to_size(struct str digits)
{
    size_t n = 0;
    for (size_t i = 0; i < digits.n && digits.s[i] >= '0' && digits.s[i] <= '9'; i++)
        n = n * 10 + (size_t)(digits.s[i] - '0');
    return n;
}

/* The operand behind the name `key` in the property list of BDC; kind TOKEN_END: none. */
static struct operand property(const struct scanner *s, const char *key)
{
    for (size_t i = 1; i + 1 < s->n; i++)
        if (s->operands[i].kind == TOKEN_NAME && str_is(s->operands[i].text, key))
            return s->operands[i + 1];
    return (struct operand){TOKEN_END, STR("")};
}

/* Content is read or it is not: artifacts and tagged content do not stand in each other. */
static void check_nesting(struct scanner *s, size_t owner)
{
    for (unsigned i = 0; i < s->marks; i++)
        if ((owner == ARTIFACT && s->open[i] != STR_NONE) ||
            (owner != STR_NONE && s->open[i] != STR_NONE))
            fault(s, "artifact", "marked content in marked content");
}

static void check_artifact(struct scanner *s)
{
    struct str type = property(s, "Type").text, subtype = property(s, "Subtype").text;
    bool known = str_is(type, "Layout") || str_is(type, "Pagination");
    bool fits = !subtype.n || (str_is(type, "Pagination") &&
                               (str_is(subtype, "Header") || str_is(subtype, "Footer")));
    if (!known || !fits)
        fault(s, "artifact", "of no known type");
}

static void begin_mark(struct scanner *s)
{
    size_t owner = STR_NONE;
    struct operand mcid = property(s, "MCID");
    if (s->n == 0 || s->operands[0].kind != TOKEN_NAME || s->marks == MOST_DEPTH) {
        fault(s, "content-syntax", "marked content without a tag, or too deep");
        return;
    }
    if (str_is(s->operands[0].text, "Artifact")) {
        owner = ARTIFACT;
        check_artifact(s);
    } else if (mcid.kind == TOKEN_NUMBER) {
        owner = to_size(mcid.text);
        *vec_push(s->c->arena, &s->c->pages[s->page].mcids) = owner;
    } else if (!str_is(s->operands[0].text, "Span")) {
        fault(s, "mcid", "marked content without an MCID");
    }
    check_nesting(s, owner);
    s->open[s->marks++] = owner;
}

static void end_mark(struct scanner *s)
{
    if (!s->marks)
        fault(s, "content-syntax", "EMC without BDC");
    else
        s->marks--;
}

static void check_marked(struct scanner *s)
{
    for (unsigned i = 0; i < s->marks; i++)
        if (s->open[i] != STR_NONE)
            return;
    fault(s, "unmarked", "painted without a mark");
}

static void set_font(struct scanner *s)
{
    const struct pdf_file *f = s->c->file;
    const struct json *page = f->at[f->pages[s->page]].value;
    const struct json *fonts = pdf_key(f, pdf_key(f, page, "/Resources"), "/Font");
    struct str name = s->n == 2 ? s->operands[0].text : STR("");
    const char *key = str_print(s->c->arena, "/%.*s", STR_ARG(name)).s;
    size_t object = pdf_ref(json_member(fonts, key));
    s->font = NULL;
    if (!object) {
        fault(s, "content-font", "a font that the page does not have");
        return;
    }
    for (size_t i = 0; i < s->c->fonts.n; i++)
        if (s->c->fonts.at[i].object == object)
            s->font = &s->c->fonts.at[i];
    if (s->font)
        return;
    s->font = vec_push(s->c->arena, &s->c->fonts);
    s->font->object = object;
    s->font->codes = arena_array(s->c->arena, PDF_CODES, sizeof *s->font->codes);
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

static void show_text(struct scanner *s, struct operand o)
{
    if (o.kind != TOKEN_HEX || o.text.n % 4 || !s->font || !s->in_text) {
        fault(s, "content-font", "text that is no pairs of bytes in a font");
        return;
    }
    for (size_t i = 0; i < o.text.n; i += 4) {
        unsigned code = 0;
        for (size_t k = 0; k < 4; k++)
            code = code * 16 + (unsigned)hex_digit(o.text.s[i + k]);
        s->font->codes[code & 0xFFFF] = true;
    }
}

/* [<text> number <text> …] TJ */
static void show(struct scanner *s)
{
    check_marked(s);
    size_t last = s->n ? s->n - 1 : 0;
    if (s->n < 3 || !str_is(s->operands[0].text, "[") ||
        !str_is(s->operands[last].text, "]")) {
        fault(s, "content-font", "TJ without an array of texts");
        return;
    }
    for (size_t i = 1; i < last; i++)
        if (s->operands[i].kind != TOKEN_NUMBER)
            show_text(s, s->operands[i]);
}

static void save(struct scanner *s)
{
    if (++s->saved > MOST_DEPTH)
        fault(s, "content-syntax", "q too deep");
}

static void restore(struct scanner *s)
{
    if (!s->saved--)
        fault(s, "content-syntax", "Q without q");
}

static void begin_text(struct scanner *s)
{
    if (s->in_text)
        fault(s, "content-syntax", "BT in BT");
    s->in_text = true;
}

static void end_text(struct scanner *s)
{
    if (!s->in_text)
        fault(s, "content-syntax", "ET without BT");
    s->in_text = false;
}

static void nothing(struct scanner *s)
{
    (void)s;
}

/* No image, pattern, shading, XObject or graphics state is used, so none is known. */
static const struct {
    const char *name;
    int operands; /* -1: any number */
    void (*act)(struct scanner *s);
} operators[] = {
    {"BDC", -1, begin_mark}, {"BMC", 1, begin_mark}, {"EMC", 0, end_mark},
    {"Tf", 2, set_font},     {"TJ", -1, show},       {"BT", 0, begin_text},
    {"ET", 0, end_text},     {"Td", 2, nothing},     {"Tc", 1, nothing},
    {"Tm", 6, nothing},      {"q", 0, save},         {"Q", 0, restore},
    {"cm", 6, nothing},      {"w", 1, nothing},      {"d", -1, nothing},
    {"J", 1, nothing},       {"j", 1, nothing},      {"g", 1, nothing},
    {"G", 1, nothing},       {"rg", 3, nothing},     {"RG", 3, nothing},
    {"m", 2, nothing},       {"l", 2, nothing},      {"c", 6, nothing},
    {"h", 0, nothing},       {"re", 4, nothing},     {"f", 0, check_marked},
    {"S", 0, check_marked},  {"B", 0, check_marked}, {"f*", 0, check_marked},
};

static bool is_color(struct str word)
{
    static const char *const names[] = {"k",  "K",   "cs",  "CS", "sc",
                                        "SC", "scn", "SCN", "sh"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(word, names[i]))
            return true;
    return false;
}

static void operate(struct scanner *s, struct str word)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (!str_is(word, operators[i].name))
            continue;
        if (operators[i].operands >= 0 && s->n != (size_t)operators[i].operands)
            fault(s, "content-syntax", "wrong number of operands");
        operators[i].act(s);
        return;
    }
    pdf_fault(s->c, is_color(word) ? "color-space" : "content-syntax",
              "page %zu: operator %.*s", s->page + 1, STR_ARG(word));
}

static void scan(struct scanner *s)
{
    for (;;) {
        struct operand o = next_token(s);
        if (o.kind == TOKEN_END)
            break;
        if (o.kind != TOKEN_WORD) {
            if (s->n < MOST_OPERANDS)
                s->operands[s->n++] = o;
            else
                fault(s, "content-syntax", "too many operands");
            continue;
        }
        operate(s, o.text);
        s->n = 0;
    }
    if (s->saved || s->marks || s->in_text || s->n)
        fault(s, "content-syntax", "something is left open");
}

void pdf_check_content(struct pdf_checking *c)
{
    const struct pdf_file *f = c->file;
    for (size_t i = 0; i < f->n_pages; i++) {
        const struct json *page = f->at[f->pages[i]].value;
        const struct pdf_object *o = pdf_stream_of(f, json_member(page, "/Contents"));
        struct scanner s = {.c = c, .page = i};
        if (!o) {
            fault(&s, "content-syntax", "no content");
            continue;
        }
        s.text = o->data;
        scan(&s);
    }
}
