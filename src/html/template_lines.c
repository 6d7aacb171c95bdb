/* Which tags have a line to themselves.
 *
 * A line here is a row of tokens up to one that ends in a line end; a comment over
 * several lines counts as part of one. Mustache drops a line that holds only blanks and
 * one tag which prints nothing itself, and uses the blanks before a partial as its
 * indentation.
 *
 * Inheritance adds three cases, as the optional part of the Mustache spec has them:
 *     {{<parent}} … {{/parent}}   alone when nothing stands before the one and behind the
 *                                 other; what is between them is no output in any case
 *       {{$block}}{{/block}}      a pair alone on a line is a place to put lines in
 *     {{<p}}{{$block}}            the content of a block begins on a line of its own when
 *     {{/block}}{{/p}}            the line of the tag ends behind it */
#include "html/template_scan.h"

struct line {
    size_t from, to; /* tokens */
};

static bool is_blank_text(const struct token *t)
{
    if (t->kind == TOKEN_NONE)
        return true;
    if (t->kind != TOKEN_BYTES)
        return false;
    for (size_t i = 0; i < t->text.n; i++)
        if (t->text.s[i] != ' ' && t->text.s[i] != '\t' && t->text.s[i] != '\n' &&
            t->text.s[i] != '\r')
            return false;
    return true;
}

static void drop(struct tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (tokens->at[i].kind == TOKEN_BYTES)
            tokens->at[i].kind = TOKEN_NONE;
}

static bool ends_line(const struct token *t)
{
    bool text =
        t->kind == TOKEN_BYTES || t->kind == TOKEN_NONE || t->kind == TOKEN_SOFT_END;
    return text && t->text.n && t->text.s[t->text.n - 1] == '\n';
}

static struct line line_from(const struct tokens *tokens, size_t from)
{
    size_t to = from;
    while (to < tokens->n && !ends_line(&tokens->at[to]))
        to++;
    return (struct line){from, to < tokens->n ? to + 1 : to};
}

/* Whether only blanks stand before token `i` on its line; they begin at `*from`. */
static bool blank_before(const struct tokens *tokens, size_t i, size_t *from)
{
    *from = i;
    while (*from > 0 && !ends_line(&tokens->at[*from - 1])) {
        if (!is_blank_text(&tokens->at[*from - 1]))
            return false;
        --*from;
    }
    return true;
}

/* Whether only blanks stand behind token `i` on its line; they end before `*to`. */
static bool blank_after(const struct tokens *tokens, size_t i, size_t *to)
{
    for (*to = i + 1; *to < tokens->n;) {
        if (!is_blank_text(&tokens->at[*to]))
            return false;
        if (ends_line(&tokens->at[(*to)++]))
            break;
    }
    return true;
}

static struct str indent_before(const struct tokens *tokens, size_t from, size_t tag)
{
    return tag > from ? tokens->at[from].text : STR("");
}

static bool prints_nothing(const struct tokens *tokens, const struct token *t)
{
    switch (t->kind) {
    case TOKEN_SECTION:
    case TOKEN_INVERTED:
    case TOKEN_BLOCK:
    case TOKEN_PARTIAL:
    case TOKEN_COMMENT:
    case TOKEN_DELIMITER: return true;
    case TOKEN_CLOSE: return tokens->at[t->mate].kind != TOKEN_PARENT;
    case TOKEN_NONE:
    case TOKEN_BYTES:
    case TOKEN_SOFT_END:
    case TOKEN_ESCAPED:
    case TOKEN_RAW:
    case TOKEN_PARENT: return false;
    }
    return false;
}

/* A line of blanks and one tag. */
static void settle_single(struct tokens *tokens, struct line line, size_t tag)
{
    struct token *t = &tokens->at[tag];
    if (!prints_nothing(tokens, t))
        return;
    t->alone = true;
    t->indent = indent_before(tokens, line.from, tag);
    t->own_lines = t->kind == TOKEN_BLOCK;
    drop(tokens, line.from, line.to);
}

/* A line of blanks and {{$block}}{{/block}}. Its line end stays when the block prints
 * something that does not end its line itself. */
static void settle_pair(struct tokens *tokens, struct line line, size_t tag)
{
    struct token *t = &tokens->at[tag];
    t->alone = true;
    t->indent = indent_before(tokens, line.from, tag);
    drop(tokens, line.from, line.to);
    struct token *last = &tokens->at[line.to - 1];
    if (ends_line(last)) {
        last->kind = TOKEN_SOFT_END;
        size_t n = last->text.n > 1 && last->text.s[last->text.n - 2] == '\r' ? 2 : 1;
        last->text = str_from(last->text, last->text.n - n);
    }
}

static void settle_line(struct tokens *tokens, struct line line)
{
    size_t tags = 0, first = 0;
    for (size_t i = line.from; i < line.to; i++) {
        if (is_blank_text(&tokens->at[i]))
            continue;
        if (tokens->at[i].kind == TOKEN_BYTES)
            return;
        if (tags++ == 0)
            first = i;
    }
    if (tags == 1)
        settle_single(tokens, line, first);
    const struct token *t = &tokens->at[first];
    if (tags == 2 && t->kind == TOKEN_BLOCK && !t->in_parent && t->mate < line.to)
        settle_pair(tokens, line, first);
}

static void settle_parent(struct tokens *tokens, size_t i)
{
    struct token *t = &tokens->at[i];
    size_t from, to;
    if (!blank_before(tokens, i, &from) || !blank_after(tokens, t->mate, &to))
        return;
    t->alone = true;
    t->indent = indent_before(tokens, from, i);
    drop(tokens, from, i);
    drop(tokens, t->mate + 1, to);
}

/* A block between {{<p}} and {{/p}}: its line may hold other tags before it and
 * behind. */
static void settle_argument(struct tokens *tokens, size_t i)
{
    struct token *t = &tokens->at[i];
    size_t from, to;
    if (!t->own_lines && blank_after(tokens, i, &to)) {
        t->own_lines = true;
        drop(tokens, i + 1, to);
    }
    if (blank_before(tokens, t->mate, &from))
        drop(tokens, from, t->mate);
}

/* A block with text on its line: the blanks before it stay, but lines put in are indented
 * like the first. */
static void settle_inline(struct tokens *tokens, size_t i)
{
    size_t from;
    if (blank_before(tokens, i, &from) && from < i &&
        tokens->at[from].kind == TOKEN_BYTES)
        tokens->at[i].indent = tokens->at[from].text;
}

void template_lines(struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->n;) {
        struct line line = line_from(tokens, i);
        settle_line(tokens, line);
        i = line.to;
    }
    for (size_t i = 0; i < tokens->n; i++) {
        const struct token *t = &tokens->at[i];
        if (t->kind == TOKEN_PARENT)
            settle_parent(tokens, i);
        else if (t->kind == TOKEN_BLOCK && t->in_parent)
            settle_argument(tokens, i);
        else if (t->kind == TOKEN_BLOCK && !t->alone)
            settle_inline(tokens, i);
    }
}
