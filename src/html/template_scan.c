#include "html/template_scan.h"

#include <string.h>

struct scanner {
    struct arena *arena;
    const struct source *src;
    struct tokens *tokens;
    struct diag *diag;
    struct str open, close; /* the delimiters in force */
    size_t at;
};

static bool has_blank(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (str_blank(s.s[i]))
            return true;
    return false;
}

static bool complain(const struct scanner *s, size_t at, enum diag_code code,
                     struct str text)
{
    return diag_at(s->diag, (struct pos){s->src, at}, code, STR_ARG(text));
}

static struct token *push(struct scanner *s, enum token_kind kind, size_t from, size_t to)
{
    struct token *t = vec_push(s->arena, s->tokens);
    t->kind = kind;
    t->at = from;
    t->end = to;
    t->mate = STR_NONE;
    return t;
}

/* Text up to `end`, one token a line: what stands alone is decided line by line. */
static void scan_bytes(struct scanner *s, size_t end)
{
    while (s->at < end) {
        const char *from = s->src->text.s + s->at;
        const char *line_end = memchr(from, '\n', end - s->at);
        size_t to = line_end ? (size_t)(line_end - s->src->text.s) + 1 : end;
        push(s, TOKEN_BYTES, s->at, to)->text = str_slice(s->src->text, s->at, to);
        s->at = to;
    }
}

/* The kind a tag's first character says; '{' is told apart by the caller. */
static enum token_kind kind_of(char c)
{
    switch (c) {
    case '#': return TOKEN_SECTION;
    case '^': return TOKEN_INVERTED;
    case '$': return TOKEN_BLOCK;
    case '<': return TOKEN_PARENT;
    case '>': return TOKEN_PARTIAL;
    case '/': return TOKEN_CLOSE;
    case '!': return TOKEN_COMMENT;
    case '=': return TOKEN_DELIMITER;
    case '&':
    case '{': return TOKEN_RAW;
    default: return TOKEN_ESCAPED;
    }
}

/* {{=<% %>=}}: two words without blanks and "=". */
static bool set_delimiters(struct scanner *s, size_t at, struct str words)
{
    struct str both = str_trim(words);
    size_t gap = 0;
    while (gap < both.n && !str_blank(both.s[gap]))
        gap++;
    struct str open = str_slice(both, 0, gap), close = str_trim(str_from(both, gap));
    if (open.n == 0 || close.n == 0 || has_blank(close) || str_has(both, STR("=")))
        return complain(s, at, DIAG_TEMPLATE_DELIMITERS, both);
    s->open = open;
    s->close = close;
    return true;
}

/* "a.b.c" and ".": no empty step. */
static bool steps_are_named(struct str name)
{
    if (str_eq(name, STR(".")))
        return true;
    return name.n && name.s[0] != '.' && name.s[name.n - 1] != '.' &&
           !str_has(name, STR(".."));
}

static bool check_name(const struct scanner *s, const struct token *t)
{
    if (t->text.n == 0)
        return complain(s, t->at, DIAG_TEMPLATE_TAG_EMPTY,
                        str_slice(s->src->text, t->at, t->end));
    bool value = t->kind == TOKEN_ESCAPED || t->kind == TOKEN_RAW ||
                 t->kind == TOKEN_SECTION || t->kind == TOKEN_INVERTED;
    if (has_blank(t->text) || (value && !steps_are_named(t->text)) ||
        (t->kind != TOKEN_CLOSE && !value && t->text.s[0] == '*'))
        return complain(s, t->at, DIAG_TEMPLATE_TAG_NAME, t->text);
    return true;
}

/* Where the content of the tag ends: {{{x}}} and {{=a b=}} close with their sign. A tag
 * that holds another opening delimiter was never closed: that end is the other tag's. */
static bool find_end(struct scanner *s, char sign, size_t from, struct str *content,
                     size_t *end)
{
    struct str close = s->close;
    if (sign == '{' || sign == '=')
        close = str_print(s->arena, "%c%.*s", sign == '{' ? '}' : '=', STR_ARG(s->close));
    struct str rest = str_from(s->src->text, from);
    size_t n = str_find(rest, close);
    *content = str_slice(rest, 0, n);
    *end = from + n + close.n;
    if (n == STR_NONE || (sign != '!' && sign != '=' && str_has(*content, s->open)))
        return complain(s, s->at, DIAG_TEMPLATE_TAG_OPEN, close);
    return true;
}

static bool scan_tag(struct scanner *s)
{
    size_t at = s->at, from = at + s->open.n, end;
    char sign = from < s->src->text.n ? s->src->text.s[from] : ' ';
    enum token_kind kind = kind_of(sign);
    struct str content;
    if (!find_end(s, sign, from + (kind != TOKEN_ESCAPED), &content, &end))
        return false;
    struct token *t = push(s, kind, at, end);
    s->at = end;
    if (kind == TOKEN_COMMENT)
        return true;
    if (kind == TOKEN_DELIMITER)
        return set_delimiters(s, at, content);
    t->text = str_trim(content);
    return check_name(s, t);
}

bool template_scan(struct arena *a, const struct source *src, struct tokens *tokens,
                   struct diag *d)
{
    struct scanner s = {.arena = a, .src = src, .tokens = tokens, .diag = d};
    s.open = STR("{{");
    s.close = STR("}}");
    if (str_starts(src->text, STR("\xEF\xBB\xBF")))
        s.at = 3;
    while (s.at < src->text.n) {
        size_t tag = str_find(str_from(src->text, s.at), s.open);
        scan_bytes(&s, tag == STR_NONE ? src->text.n : s.at + tag);
        if (tag != STR_NONE && !scan_tag(&s))
            return false;
    }
    return true;
}

static bool opens(const struct token *t)
{
    return t->kind == TOKEN_SECTION || t->kind == TOKEN_INVERTED ||
           t->kind == TOKEN_BLOCK || t->kind == TOKEN_PARENT;
}

static struct str tag_text(const struct source *src, const struct token *t)
{
    return str_slice(src->text, t->at, t->end);
}

/* The close at `i` against the innermost open tag. */
static bool pair_one(const struct source *src, struct tokens *tokens, size_t i,
                     size_t open, struct diag *d)
{
    struct token *close = &tokens->at[i], *t = &tokens->at[open];
    struct pos at = {src, close->at};
    if (!str_eq(close->text, t->text))
        return diag_at(d, at, DIAG_TEMPLATE_CLOSE_OTHER, STR_ARG(tag_text(src, close)),
                       source_place(src, t->at).line, STR_ARG(tag_text(src, t)));
    t->mate = i;
    close->mate = open;
    return true;
}

bool template_pair(struct arena *a, const struct source *src, struct tokens *tokens,
                   struct diag *d)
{
    size_t *open = arena_array(a, TEMPLATE_NESTING, sizeof *open);
    size_t depth = 0;
    for (size_t i = 0; i < tokens->n; i++) {
        struct token *t = &tokens->at[i];
        struct pos at = {src, t->at};
        if (t->kind == TOKEN_CLOSE) {
            if (depth == 0)
                return diag_at(d, at, DIAG_TEMPLATE_CLOSE_EXTRA,
                               STR_ARG(tag_text(src, t)));
            if (!pair_one(src, tokens, i, open[--depth], d))
                return false;
        }
        t->in_parent = depth && tokens->at[open[depth - 1]].kind == TOKEN_PARENT;
        if (!opens(t))
            continue;
        if (depth == TEMPLATE_NESTING)
            return diag_at(d, at, DIAG_TEMPLATE_NESTING, TEMPLATE_NESTING);
        open[depth++] = i;
    }
    if (depth == 0)
        return true;
    const struct token *t = &tokens->at[open[depth - 1]];
    return diag_at(d, (struct pos){src, t->at}, DIAG_TEMPLATE_UNCLOSED,
                   STR_ARG(tag_text(src, t)), STR_ARG(t->text));
}
