/* From tokens to the tree of a template.
 *
 * Blocks bring their own lines: the indentation of a block's content is taken off
 * where it is written, and that of the place is put on where it is rendered. `strip`
 * is the number of blanks to take off the lines at hand. */
#include "html/template_scan.h"
#include "html/template_tree.h"

struct compiler {
    struct arena *arena;
    struct template *t;
    const struct tokens *tokens;
    struct diag *diag;
    struct buf bytes; /* text not yet made a part */
    bool good;
};

static size_t compile_token(struct compiler *c, size_t i, size_t strip);

static void compile_range(struct compiler *c, size_t from, size_t to, size_t strip)
{
    for (size_t i = from; i < to;)
        i = compile_token(c, i, strip);
}

static void flush(struct compiler *c)
{
    if (c->bytes.n == 0)
        return;
    struct part *p = vec_push(c->arena, &c->t->parts);
    p->kind = PART_BYTES;
    p->text = str_copy(c->arena, buf_str(&c->bytes));
    p->end = c->t->parts.n;
    buf_clear(&c->bytes);
}

static size_t blanks(struct str s)
{
    size_t n = 0;
    while (n < s.n && (s.s[n] == ' ' || s.s[n] == '\t'))
        n++;
    return n;
}

static struct str stripped(struct str s, size_t strip)
{
    size_t n = blanks(s);
    return str_from(s, n < strip ? n : strip);
}

static void set_steps(struct compiler *c, struct part *p)
{
    if (str_eq(p->text, STR(".")))
        return;
    struct str_list steps = {0};
    struct str rest = p->text, step;
    while (str_cut(&rest, '.', &step))
        *vec_push(c->arena, &steps) = step;
    p->steps = steps.at;
    p->n_steps = steps.n;
    p->memos = arena_array(c->arena, PART_MEMOS + steps.n, sizeof *p->memos);
}

/* Adds a part for a tag; its body, if any, is compiled next. Returns its index, as the
 * array may move. */
static size_t add(struct compiler *c, enum part_kind kind, const struct token *t,
                  size_t strip)
{
    flush(c);
    struct part *p = vec_push(c->arena, &c->t->parts);
    p->kind = kind;
    p->text = t->text;
    p->at = t->at;
    p->alone = t->alone;
    p->own_lines = t->own_lines;
    p->indent = stripped(t->indent, strip);
    p->end = c->t->parts.n;
    p->stray = STR_NONE;
    if (kind == PART_ESCAPED || kind == PART_RAW || kind == PART_SECTION ||
        kind == PART_INVERTED)
        set_steps(c, p);
    return c->t->parts.n - 1;
}

static void finish(struct compiler *c, size_t part)
{
    flush(c);
    c->t->parts.at[part].end = c->t->parts.n;
}

/* The blanks before the first line of a block's content that is not empty. The content
 * begins on a line of its own. */
static bool first_indent(const struct compiler *c, size_t from, size_t to,
                         struct str *indent)
{
    for (size_t i = from; i < to; i++) {
        const struct token *t = &c->tokens->at[i];
        if (t->kind == TOKEN_NONE) /* blanks of a tag alone: its indent has them */
            continue;
        bool bytes = t->kind == TOKEN_BYTES;
        if (bytes && str_trim(t->text).n == 0 && t->text.s[t->text.n - 1] == '\n')
            continue;
        *indent = bytes      ? str_slice(t->text, 0, blanks(t->text))
                  : t->alone ? t->indent
                             : STR("");
        return true;
    }
    return false;
}

static void compile_block(struct compiler *c, size_t i, size_t strip)
{
    const struct token *t = &c->tokens->at[i];
    size_t part = add(c, PART_BLOCK, t, strip);
    size_t inner = strip;
    struct str indent;
    if (t->own_lines && first_indent(c, i + 1, t->mate, &indent)) {
        inner = indent.n;
        c->t->parts.at[part].indent = str_from(indent, strip);
    }
    compile_range(c, i + 1, t->mate, inner);
    finish(c, part);
}

static bool is_stray(const struct token *t)
{
    switch (t->kind) {
    case TOKEN_NONE:
    case TOKEN_SOFT_END:
    case TOKEN_COMMENT:
    case TOKEN_DELIMITER: return false;
    case TOKEN_BYTES: return str_trim(t->text).n > 0;
    default: return true;
    }
}

/* Bytes of blanks before the text, for an exact place in messages. */
static size_t stray_at(const struct token *t)
{
    return t->at + (t->kind == TOKEN_BYTES ? blanks(t->text) : 0);
}

/* Two blocks of one name in one parent: which is meant cannot be told. */
static void refuse_twice(struct compiler *c, size_t parent, size_t block)
{
    const struct part *parts = c->t->parts.at;
    const struct source *src = &c->t->source;
    for (size_t k = parent + 1; k < block; k = parts[k].end) {
        if (!str_eq(parts[k].text, parts[block].text))
            continue;
        c->good =
            diag_at(c->diag, (struct pos){src, parts[block].at}, DIAG_TEMPLATE_TWICE,
                    STR_ARG(parts[block].text), source_place(src, parts[k].at).line);
        return;
    }
}

static void compile_parent(struct compiler *c, size_t i, size_t strip)
{
    const struct token *t = &c->tokens->at[i];
    size_t part = add(c, PART_PARENT, t, strip);
    for (size_t k = i + 1; k < t->mate;) {
        const struct token *inner = &c->tokens->at[k];
        if (inner->kind == TOKEN_BLOCK) {
            size_t block = c->t->parts.n;
            compile_block(c, k, strip);
            refuse_twice(c, part, block);
        } else if (is_stray(inner) && c->t->parts.at[part].stray == STR_NONE) {
            c->t->parts.at[part].stray = stray_at(inner);
        }
        k = inner->mate != STR_NONE ? inner->mate + 1 : k + 1;
    }
    finish(c, part);
}

static void compile_section(struct compiler *c, enum part_kind kind, size_t i,
                            size_t strip)
{
    const struct token *t = &c->tokens->at[i];
    size_t part = add(c, kind, t, strip);
    compile_range(c, i + 1, t->mate, strip);
    finish(c, part);
}

static void compile_bytes(struct compiler *c, const struct token *t, size_t strip)
{
    bool line_start = t->at > 0 && c->t->source.text.s[t->at - 1] == '\n';
    buf_put(&c->bytes, line_start ? stripped(t->text, strip) : t->text);
}

static size_t compile_token(struct compiler *c, size_t i, size_t strip)
{
    const struct token *t = &c->tokens->at[i];
    switch (t->kind) {
    case TOKEN_NONE:
    case TOKEN_COMMENT:
    case TOKEN_DELIMITER:
    case TOKEN_CLOSE: break;
    case TOKEN_BYTES: compile_bytes(c, t, strip); break;
    case TOKEN_SOFT_END: add(c, PART_SOFT_END, t, 0); break;
    case TOKEN_ESCAPED: add(c, PART_ESCAPED, t, strip); break;
    case TOKEN_RAW: add(c, PART_RAW, t, strip); break;
    case TOKEN_PARTIAL: add(c, PART_PARTIAL, t, strip); break;
    case TOKEN_SECTION: compile_section(c, PART_SECTION, i, strip); break;
    case TOKEN_INVERTED: compile_section(c, PART_INVERTED, i, strip); break;
    case TOKEN_BLOCK: compile_block(c, i, strip); break;
    case TOKEN_PARENT: compile_parent(c, i, strip); break;
    }
    return t->mate != STR_NONE && t->kind != TOKEN_CLOSE ? t->mate + 1 : i + 1;
}

bool template_parse(struct arena *a, struct template *t, struct diag *d)
{
    struct tokens tokens = {0};
    if (!template_scan(a, &t->source, &tokens, d) ||
        !template_pair(a, &t->source, &tokens, d))
        return false;
    template_lines(&tokens);
    struct compiler c = {.arena = a, .t = t, .tokens = &tokens, .diag = d, .good = true};
    compile_range(&c, 0, tokens.n, 0);
    flush(&c);
    buf_drop(&c.bytes);
    return c.good;
}
