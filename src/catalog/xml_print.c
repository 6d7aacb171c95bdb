#include "catalog/xml_print.h"

#include <stdint.h>
#include <stdlib.h>

struct printer {
    struct arena *arena; /* scratch */
    struct buf *out;
    struct str source; /* the file as it was */
};

/* A child of a container with what decides where it goes. */
struct piece {
    const struct xml_node *node;
    struct spot spot; /* of an element */
    size_t rank, order;
    bool apart;  /* an empty line stands before it */
    bool behind; /* a comment on the line of what stands before it */
};
struct pieces {
    struct piece *at;
    size_t n, cap;
};

static void put_attr(struct buf *out, const struct xml_attr *attr)
{
    buf_char(out, ' ');
    buf_put(out, attr->name);
    buf_puts(out, "=\"");
    xml_put_attr(out, attr->value);
    buf_char(out, '"');
}

static void put_start(struct buf *out, const struct xml_node *n, enum element type)
{
    buf_char(out, '<');
    buf_put(out, n->name);
    for (const struct attr_rule *rule = grammar_rule(type)->attrs; rule->name; rule++) {
        const struct xml_attr *attr = xml_attr(n, str_of(rule->name));
        if (attr)
            put_attr(out, attr);
    }
}

static void put_end(struct buf *out, const struct xml_node *n)
{
    buf_puts(out, "</");
    buf_put(out, n->name);
    buf_char(out, '>');
}

/* A comment or instruction as it stands, its line ends as LF. */
static void put_markup(struct buf *out, const struct xml_node *n)
{
    buf_puts(out, n->kind == XML_COMMENT ? "<!--" : "<?");
    for (size_t i = 0; i < n->text.n; i++)
        if (n->text.s[i] != '\r')
            buf_char(out, n->text.s[i]);
    buf_puts(out, n->kind == XML_COMMENT ? "-->" : "?>");
}

/* A text inside an element: blanks go only at the element's own ends. */
static struct str ends_trimmed(const struct xml_node *parent, const struct xml_node *text)
{
    struct str s = text->text;
    if (text == parent->first)
        while (s.n && str_blank(s.s[0]))
            s = str_from(s, 1);
    if (text == parent->last)
        while (s.n && str_blank(s.s[s.n - 1]))
            s.n--;
    return s;
}

static void put_inside(struct buf *out, const struct xml_node *n)
{
    for (const struct xml_node *c = n->first; c; c = c->next) {
        if (c->kind == XML_TEXT)
            xml_put_text(out, ends_trimmed(n, c));
        else if (c->kind != XML_ELEMENT)
            put_markup(out, c);
    }
}

static void put_text_element(struct buf *out, const struct xml_node *n, enum element type)
{
    put_start(out, n, type);
    struct buf inside = {0};
    put_inside(&inside, n);
    if (inside.n) {
        buf_char(out, '>');
        buf_put(out, buf_str(&inside));
        put_end(out, n);
    } else {
        buf_puts(out, "/>");
    }
    buf_drop(&inside);
}

static size_t line_ends(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++)
        count += s.s[i] == '\n';
    return count;
}

/* Comments wait for the element behind them and get its rank; what stands at the end stays
 * there. */
static void rank_waiting(struct pieces *p, size_t from, size_t rank)
{
    for (size_t i = from; i < p->n; i++)
        p->at[i].rank = rank;
}

static struct pieces take_apart(const struct printer *printer, const struct xml_node *n,
                                struct spot spot)
{
    struct arena *a = printer->arena;
    struct pieces p = {0};
    size_t lines = 1, waiting = 0;
    for (const struct xml_node *c = n->first; c; c = c->next) {
        if (c->kind == XML_TEXT) {
            lines += line_ends(c->text);
            continue;
        }
        lines += line_ends(str_slice(printer->source, c->at - c->gap, c->at));
        struct piece piece = {.node = c, .order = p.n, .apart = lines > 1 && p.n};
        struct child child;
        if (c->kind == XML_ELEMENT && grammar_child(spot, c->name, &child)) {
            piece.spot = child.spot;
            piece.rank = child.rank;
            rank_waiting(&p, waiting, child.rank);
            waiting = p.n + 1;
        } else {
            piece.behind = p.n && lines == 0 && waiting == p.n;
            piece.rank = piece.behind ? p.at[p.n - 1].rank : SIZE_MAX;
            waiting += piece.behind;
        }
        *vec_push(a, &p) = piece;
        lines = 0;
    }
    return p;
}

static int compare(const void *a, const void *b)
{
    const struct piece *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void put_element(struct printer *p, const struct xml_node *n, struct spot spot,
                        size_t depth);

static void put_piece(struct printer *p, const struct piece *piece, bool first,
                      size_t depth)
{
    if (piece->behind) {
        buf_char(p->out, ' ');
        put_markup(p->out, piece->node);
        return;
    }
    buf_puts(p->out, piece->apart && !first ? "\n\n" : "\n");
    buf_pad(p->out, ' ', depth * 2);
    if (piece->node->kind == XML_ELEMENT)
        put_element(p, piece->node, piece->spot, depth);
    else
        put_markup(p->out, piece->node);
}

static void put_element(struct printer *p, const struct xml_node *n, struct spot spot,
                        size_t depth)
{
    if (grammar_rule(spot.type)->content == CONTENT_TEXT) {
        put_text_element(p->out, n, spot.type);
        return;
    }
    put_start(p->out, n, spot.type);
    struct pieces pieces = take_apart(p, n, spot);
    if (!pieces.n) {
        buf_puts(p->out, "/>");
        return;
    }
    qsort(pieces.at, pieces.n, sizeof *pieces.at, compare);
    buf_char(p->out, '>');
    for (size_t i = 0; i < pieces.n; i++)
        put_piece(p, &pieces.at[i], i == 0, depth + 1);
    buf_char(p->out, '\n');
    buf_pad(p->out, ' ', depth * 2);
    put_end(p->out, n);
}

static void put_outside(struct buf *out, const struct xml_node *n)
{
    for (; n; n = n->next) {
        put_markup(out, n);
        buf_char(out, '\n');
    }
}

void xml_print(const struct xml *x, enum element type, struct buf *out)
{
    struct printer p = {arena_new(), out, x->source.text};
    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put_outside(out, x->before);
    put_element(&p, x->root, (struct spot){type, FIELD_COUNT}, 0);
    buf_char(out, '\n');
    put_outside(out, x->after);
    arena_drop(p.arena);
}
