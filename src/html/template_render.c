/* Rendering: a walk over the parts. Nothing is allocated: contexts, replaced blocks and
 * indentations are lists on the C stack, from the innermost outwards. */
#include "html/template.h"

#include "html/template_tree.h"

#include <string.h>

struct scope {
    const struct value *value;
    const struct scope *outer;
};

/* The blocks one {{<parent}} gives. */
struct frame {
    const struct template *t;
    size_t parent; /* its part */
    const struct frame *outer;
};

struct indent {
    struct str blanks;
    const struct indent *outer;
};

struct render {
    struct buf *out;
    const struct indent *indent;
    bool line_start; /* the last thing written was a line end of a template */
    bool whole;      /* nothing was left out */
    unsigned depth;
    size_t expansions;
};

/* A run of parts of one template, and what is in force there. */
struct body {
    const struct template *t;
    size_t from, to;
    const struct frame *frames;
};

static void render_body(struct render *r, struct body b, const struct scope *scope);

/* The value of the name, kept in the scope or in `room`. */
static const struct value *look_up(const struct part *p, const struct scope *scope,
                                   struct value *room)
{
    if (p->n_steps == 0)
        return scope->value;
    room->kind = VALUE_NONE;
    for (size_t depth = 0; scope && room->kind == VALUE_NONE;
         scope = scope->outer, depth++)
        if (scope->value->kind == VALUE_OBJECT)
            scope->value->class->member(scope->value, p->steps[0],
                                        &p->memos[depth % PART_MEMOS], room);
    for (size_t i = 1; i < p->n_steps && room->kind != VALUE_NONE; i++) {
        struct value outer = *room;
        room->kind = VALUE_NONE;
        if (outer.kind == VALUE_OBJECT)
            outer.class->member(&outer, p->steps[i], &p->memos[PART_MEMOS + i], room);
    }
    return room;
}

static void put_indent(struct buf *out, const struct indent *indent)
{
    if (!indent)
        return;
    put_indent(out, indent->outer);
    buf_put(out, indent->blanks);
}

/* Text of the template: every line that is not empty is indented. */
static void put_bytes(struct render *r, struct str s)
{
    if (!r->indent) {
        buf_put(r->out, s);
        r->line_start = s.s[s.n - 1] == '\n';
        return;
    }
    while (s.n) {
        const char *end = memchr(s.s, '\n', s.n);
        size_t n = end ? (size_t)(end - s.s) + 1 : s.n;
        if (r->line_start && s.s[0] != '\n' && s.s[0] != '\r')
            put_indent(r->out, r->indent);
        buf_put(r->out, str_slice(s, 0, n));
        r->line_start = end != NULL;
        s = str_from(s, n);
    }
}

static void put_value(struct render *r, const struct part *p, const struct scope *scope)
{
    struct value room;
    const struct value *v = look_up(p, scope, &room);
    if ((v->kind != VALUE_TEXT && v->kind != VALUE_MARKUP) || v->text.n == 0)
        return;
    if (r->line_start)
        put_indent(r->out, r->indent);
    r->line_start = false;
    if (p->kind == PART_RAW)
        buf_put(r->out, v->text);
    else
        html_put(r->out, v->text);
}

static void render_section(struct render *r, struct body inside, const struct part *p,
                           const struct scope *scope)
{
    struct value room;
    const struct value *v = look_up(p, scope, &room);
    if (p->kind == PART_INVERTED) {
        if (!value_true(v))
            render_body(r, inside, scope);
        return;
    }
    if (v->kind == VALUE_LIST) {
        size_t n = v->class->count(v);
        for (size_t i = 0; i < n; i++) {
            struct value element;
            v->class->at(v, i, &element);
            render_body(r, inside, &(struct scope){&element, scope});
        }
    } else if (value_true(v)) {
        render_body(r, inside, &(struct scope){v, scope});
    }
}

/* Renders what is put in at a tag, each line behind the tag's indentation. */
static void render_put_in(struct render *r, struct body b, const struct scope *scope,
                          struct str blanks)
{
    if (++r->expansions > TEMPLATE_EXPANSIONS) {
        r->whole = false;
        return;
    }
    struct indent more = {blanks, r->indent};
    if (blanks.n)
        r->indent = &more;
    render_body(r, b, scope);
    r->indent = more.outer;
}

/* What stands in place of a block: of all that replace it the outermost, so that a page
 * wins over the layouts between it and the block. */
static struct body block_body(struct body at, size_t i, const struct part **block)
{
    const struct part *p = *block;
    struct body found = {at.t, i + 1, p->end, at.frames};
    for (const struct frame *f = at.frames; f; f = f->outer) {
        const struct part *parts = f->t->parts.at;
        for (size_t k = f->parent + 1; k < parts[f->parent].end; k = parts[k].end) {
            if (!str_eq(parts[k].text, p->text))
                continue;
            found = (struct body){f->t, k + 1, parts[k].end, f->outer};
            *block = &parts[k];
        }
    }
    return found;
}

static void render_block(struct render *r, struct body b, size_t i,
                         const struct scope *scope)
{
    const struct part *place = &b.t->parts.at[i], *block = place;
    struct body inside = block_body(b, i, &block);
    bool indented = place->alone || block->own_lines;
    render_put_in(r, inside, scope, indented ? place->indent : STR(""));
}

static void render_other(struct render *r, struct body b, size_t i,
                         const struct scope *scope)
{
    const struct part *p = &b.t->parts.at[i];
    struct frame frame = {b.t, i, b.frames};
    bool gives = p->kind == PART_PARENT && p->end > i + 1;
    struct body all = {p->other, 0, p->other->parts.n, gives ? &frame : b.frames};
    render_put_in(r, all, scope, p->alone ? p->indent : STR(""));
}

static void render_part(struct render *r, struct body b, size_t i,
                        const struct scope *scope)
{
    const struct part *p = &b.t->parts.at[i];
    struct body inside = {b.t, i + 1, p->end, b.frames};
    switch (p->kind) {
    case PART_BYTES: put_bytes(r, p->text); break;
    case PART_SOFT_END:
        if (!r->line_start)
            put_bytes(r, p->text);
        break;
    case PART_ESCAPED:
    case PART_RAW: put_value(r, p, scope); break;
    case PART_SECTION:
    case PART_INVERTED: render_section(r, inside, p, scope); break;
    case PART_BLOCK: render_block(r, b, i, scope); break;
    case PART_PARENT:
    case PART_PARTIAL: render_other(r, b, i, scope); break;
    }
}

static void render_body(struct render *r, struct body b, const struct scope *scope)
{
    if (r->depth == TEMPLATE_DEPTH) {
        r->whole = false;
        return;
    }
    r->depth++;
    for (size_t i = b.from; i < b.to; i = b.t->parts.at[i].end)
        render_part(r, b, i, scope);
    r->depth--;
}

bool template_render(const struct template *t, struct value context, struct buf *out)
{
    struct render r = {.out = out, .line_start = true, .whole = true};
    struct scope scope = {&context, NULL};
    render_body(&r, (struct body){t, 0, t->parts.n, NULL}, &scope);
    return r.whole;
}
