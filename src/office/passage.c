/* A finding has a place and, with a proposal, the bytes to replace. Alone these are often a
 * single blank or bracket, which nobody can judge on a sheet of paper and nothing can find
 * again. So both grow to the clause around them; the same words are put around the proposal. */
#include "office/passage.h"

#include "base/utf8.h"

#include <string.h>

enum {
    CLAUSE_MOST = 24,    /* characters that a piece grows to each side */
    SHOWN_MOST = 160,    /* characters shown of a text without proposal */
    TAG_MOST = 64 * 1024 /* bytes: how far the ends of a tag or text are looked for */
};

struct span {
    size_t from, to;
};

static const struct source *source_of(const struct catalog *c, struct str path)
{
    if (!c)
        return NULL;
    if (str_eq(path, c->source.path))
        return &c->source;
    if (c->notice.present && str_eq(path, c->notice.body_source.path))
        return &c->notice.body_source;
    for (size_t i = 0; i < c->forms.n; i++)
        if (str_eq(path, c->forms.at[i].source.path))
            return &c->forms.at[i].source;
    return NULL;
}

/* ---- as people read it ---- */

static bool put_number(struct buf *out, struct str name)
{
    bool hex = name.n > 1 && (name.s[1] == 'x' || name.s[1] == 'X');
    uint32_t c = 0;
    for (size_t i = hex ? 2 : 1; i < name.n; i++) {
        char d = name.s[i];
        uint32_t v = d <= '9' ? (uint32_t)(d - '0') : (uint32_t)((d | 32) - 'a' + 10);
        if (v >= (hex ? 16u : 10u) || c > 0x10FFFF)
            return false;
        c = c * (hex ? 16 : 10) + v;
    }
    if (!c || c > 0x10FFFF)
        return false;
    buf_rune(out, c);
    return true;
}

static bool put_entity(struct buf *out, struct str name)
{
    static const struct {
        struct str name;
        char c;
    } known[] = {{STR_INIT("amp"), '&'},
                 {STR_INIT("lt"), '<'},
                 {STR_INIT("gt"), '>'},
                 {STR_INIT("quot"), '"'},
                 {STR_INIT("apos"), '\''}};
    if (name.n && name.s[0] == '#')
        return put_number(out, name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq(known[i].name, name)) {
            buf_char(out, known[i].c);
            return true;
        }
    return false;
}

/* Without tags and comments, entities replaced. */
static void put_read(struct buf *out, struct str raw)
{
    enum { ENTITY_MOST = 10 };
    for (size_t i = 0; i < raw.n; i++) {
        struct str rest = str_from(raw, i);
        size_t end = STR_NONE;
        if (raw.s[i] == '<') {
            end = str_find(rest, STR(">"));
            i += end == STR_NONE ? rest.n - 1 : end;
            continue;
        }
        if (raw.s[i] == '&')
            end = str_find(str_slice(rest, 0, ENTITY_MOST), STR(";"));
        if (end != STR_NONE && put_entity(out, str_slice(rest, 1, end)))
            i += end;
        else
            buf_char(out, raw.s[i]);
    }
}

static struct str finish(struct arena *a, struct buf *text)
{
    struct str result = str_copy(a, str_trim(buf_str(text)));
    buf_drop(text);
    return result;
}

/* ---- where it ends ---- */

enum where { IN_TEXT, IN_VALUE, IN_TAG };

/* The quote in which `at` stands in the tag whose name begins at `from`; 0: in none. */
static char quote_at(struct str text, size_t from, size_t at)
{
    char quote = 0;
    for (size_t i = from; i < at; i++) {
        char c = text.s[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
    }
    return quote;
}

/* The text or value in which `at` stands; between the values of a tag there is none. */
static struct span around(struct str text, size_t at, enum where *where)
{
    size_t from = at, to = at, least = at > TAG_MOST ? at - TAG_MOST : 0;
    while (from > least && text.s[from - 1] != '<' && text.s[from - 1] != '>')
        from--;
    bool tag = from && text.s[from - 1] == '<';
    char quote = tag ? quote_at(text, from, at) : '<';
    *where = !tag ? IN_TEXT : quote ? IN_VALUE : IN_TAG;
    if (*where == IN_TAG)
        return (struct span){at, at};
    while (*where == IN_VALUE && at > from && text.s[at - 1] != quote)
        at--;
    size_t most = text.n - at > TAG_MOST ? at + TAG_MOST : text.n;
    while (to < most && text.s[to] != quote)
        to++;
    return (struct span){*where == IN_VALUE ? at : from, to};
}

/* The text of the element that starts at `at`; empty when it has elements inside. */
static struct span inside(struct str text, size_t at)
{
    char quote = 0;
    size_t from = at;
    for (; from < text.n && (quote || text.s[from] != '>'); from++) {
        char c = text.s[from];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
    }
    if (from == text.n || text.s[from - 1] == '/')
        return (struct span){at, at};
    size_t to = ++from;
    while (to < text.n && text.s[to] != '<')
        to++;
    bool plain = to + 1 < text.n && text.s[to + 1] == '/';
    return plain ? (struct span){from, to} : (struct span){at, at};
}

/* Ends of clauses, and characters of entities, which must not be torn. */
static bool ends_clause(uint32_t c)
{
    static const char marks[] = "，。；：、！？\n&;";
    for (struct str s = STR(marks); s.n;)
        if (utf8_next(&s) == c)
            return true;
    return false;
}

/* Grows a piece to its clause, within bounds and at most CLAUSE_MOST characters a side. */
static struct span grow(struct str text, struct span piece, struct span bounds)
{
    for (size_t i = 0; i < CLAUSE_MOST && piece.from > bounds.from; i++) {
        size_t size;
        if (ends_clause(utf8_last(str_slice(text, 0, piece.from), &size)))
            break;
        piece.from -= size;
    }
    struct str rest = str_slice(text, piece.to, bounds.to);
    for (size_t i = 0; i < CLAUSE_MOST && rest.n; i++) {
        struct str next = rest;
        if (ends_clause(utf8_next(&next)))
            break;
        rest = next;
    }
    piece.to = bounds.to - rest.n;
    return piece;
}

/* ---- the two ways ---- */

/* Whether the change puts in an attribute or an element: markup is not for people, and the
 * proposal says it. */
static bool changes_markup(struct str text, const struct fix *fix)
{
    enum where where;
    around(text, fix->from, &where);
    return where == IN_TAG || str_has(fix->text, STR("<"));
}

static struct passage with_fix(struct arena *a, const struct source *source,
                               const struct fix *fix)
{
    struct str text = source->text;
    enum where where;
    struct span piece = {fix->from, fix->to};
    struct span bounds = around(text, piece.from, &where);
    if (bounds.to < piece.to)
        bounds.to = piece.to;
    struct span clause = where == IN_VALUE ? bounds : grow(text, piece, bounds);
    struct buf now = {0}, then = {0};
    put_read(&now, str_slice(text, clause.from, clause.to));
    put_read(&then, str_slice(text, clause.from, piece.from));
    put_read(&then, fix->text);
    put_read(&then, str_slice(text, piece.to, clause.to));
    struct passage result = {.current = finish(a, &now), .proposed = finish(a, &then)};
    result.erase = !result.proposed.n;
    return result;
}

/* A long text is cut down to what is around the place, and says so. */
static struct str shown(struct arena *a, struct str text, struct span span, size_t at)
{
    if (at < span.from || at > span.to)
        at = span.from;
    struct span cut = span;
    if (utf8_count(str_slice(text, span.from, span.to)) > SHOWN_MOST) {
        cut.from = grow(text, (struct span){at, at}, span).from;
        struct str rest = str_slice(text, at, span.to);
        for (size_t i = 0; i < SHOWN_MOST && rest.n; i++)
            utf8_next(&rest);
        cut.to = span.to - rest.n;
    }
    struct buf b = {0};
    buf_puts(&b, cut.from > span.from ? "……" : "");
    put_read(&b, str_slice(text, cut.from, cut.to));
    buf_puts(&b, cut.to < span.to ? "……" : "");
    return finish(a, &b);
}

static struct passage without_fix(struct arena *a, const struct source *source,
                                  const struct problem *p)
{
    struct passage result = {.proposed = p->proposal};
    struct str text = source->text;
    if (!p->line || !p->field.n) /* about the whole: its place is only where to look */
        return result;
    size_t at = source_offset(source, p->line, p->column);
    enum where where;
    bool element = at < text.n && text.s[at] == '<';
    struct span span = element ? inside(text, at) : around(text, at, &where);
    result.current = shown(a, text, span, at);
    return result;
}

struct passage passage_of(struct arena *a, const struct catalog *c,
                          const struct problem *p)
{
    const struct source *source = source_of(c, p->path);
    if (!source)
        return (struct passage){.proposed = p->proposal};
    const struct fix *fix = &p->fix;
    if (fix->kind != FIX_NONE && fix->from <= fix->to && fix->to <= source->text.n &&
        !changes_markup(source->text, fix))
        return with_fix(a, source, &p->fix);
    return without_fix(a, source, p);
}
