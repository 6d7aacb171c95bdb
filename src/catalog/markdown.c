#include "catalog/markdown.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/link.h"

#include <cmark.h>

#include <string.h>

struct reader {
    struct arena *arena;
    struct markdown *doc;
    struct markdown_box *open[MARKDOWN_DEPTH]; /* the boxes entered, outermost first */
    size_t depth;
    size_t too_deep; /* boxes entered below MARKDOWN_DEPTH */
    size_t starting; /* items entered since the last block */
    size_t strong, emphasis;
    const struct markdown_link *link;
    size_t in_image;            /* images entered: their text has no style */
    struct markdown_span style; /* of the span being gathered */
    struct buf text;            /* its text */
    bool soft;                  /* a line end was read that is not yet written */
    uint32_t last;              /* last character of the block so far, 0 at its start */
};

/* ---- text ---- */

/* Characters that Chinese text sets without blanks between them: ideographs, kana, full
 * width forms, and the marks that Chinese shares with others (“ ” ‘ ’ — … ·). */
static bool is_chinese(uint32_t c)
{
    if (c == 0xB7 || c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D))
        return true;
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFD) || (c >= 0x2460 && c <= 0x24FF);
}

static struct markdown_block *block_now(struct reader *r)
{
    return &r->doc->blocks.at[r->doc->blocks.n - 1];
}

/* Ends the span being gathered. */
static void flush(struct reader *r)
{
    if (r->text.n == 0)
        return;
    struct markdown_span *s = vec_push(r->arena, &block_now(r)->spans);
    *s = r->style;
    s->text = str_copy(r->arena, buf_str(&r->text));
    buf_clear(&r->text);
}

static bool same_style(const struct markdown_span *a, const struct markdown_span *b)
{
    return a->strong == b->strong && a->emphasis == b->emphasis && a->code == b->code &&
           a->link == b->link;
}

/* Text in the style in force. A line end read before it shows now as a blank, or not at
 * all between Chinese characters; it belongs to the text before it. */
static void put(struct reader *r, struct str text, bool code)
{
    if (text.n == 0)
        return;
    struct str rest = text;
    uint32_t first = utf8_next(&rest);
    if (r->soft && r->last && r->last != '\n' &&
        !(is_chinese(r->last) && is_chinese(first)))
        buf_char(&r->text, ' ');
    r->soft = false;
    struct markdown_span style = {
        .strong = r->strong, .emphasis = r->emphasis, .code = code, .link = r->link};
    if (!r->in_image && !same_style(&style, &r->style)) {
        flush(r);
        r->style = style;
    }
    buf_put(&r->text, text);
    r->last = utf8_last(text, NULL);
}

/* The marks of the items that begin with this block, outermost first. */
static struct str marks(struct reader *r)
{
    struct buf out = {0};
    size_t begun = 0;
    for (size_t i = 0; i < r->depth; i++)
        begun += r->open[i]->kind == BOX_ITEM;
    begun -= r->starting;
    for (size_t i = 0, item = 0; i < r->depth; i++) {
        if (r->open[i]->kind != BOX_ITEM || item++ < begun)
            continue;
        if (out.n)
            buf_char(&out, ' ');
        if (r->open[i - 1]->ordered)
            buf_printf(&out, "%u.", r->open[i]->number);
        else
            buf_puts(&out, "•");
    }
    struct str copy = str_copy(r->arena, buf_str(&out));
    buf_drop(&out);
    r->starting = 0;
    return copy;
}

static void new_block(struct reader *r, enum markdown_kind kind, cmark_node *node)
{
    struct markdown_block *b = vec_push(r->arena, &r->doc->blocks);
    b->kind = kind;
    b->in = r->depth ? r->open[r->depth - 1] : NULL;
    for (size_t i = 0; i < r->depth; i++) {
        b->lists += r->open[i]->kind == BOX_LIST;
        b->quotes += r->open[i]->kind == BOX_QUOTE;
    }
    if (r->starting)
        b->mark = marks(r);
    if (node) {
        b->line = (size_t)cmark_node_get_start_line(node);
        b->level = (unsigned)cmark_node_get_heading_level(node);
    }
    r->soft = false;
    r->last = 0;
}

/* ---- boxes ---- */

/* `room` is 2 for a list, which never stands without its items. */
static struct markdown_box *enter_box(struct reader *r, enum markdown_box_kind kind,
                                      size_t room)
{
    if (r->too_deep || r->depth + room > MARKDOWN_DEPTH) {
        r->too_deep++;
        return NULL;
    }
    struct markdown_box *b = arena_alloc(r->arena, sizeof *b);
    b->kind = kind;
    b->outer = r->depth ? r->open[r->depth - 1] : NULL;
    r->open[r->depth++] = b;
    b->depth = r->depth;
    return b;
}

static void leave_box(struct reader *r)
{
    if (r->too_deep)
        r->too_deep--;
    else
        r->depth--;
}

static void enter_list(struct reader *r, cmark_node *node)
{
    struct markdown_box *b = enter_box(r, BOX_LIST, 2);
    if (!b)
        return;
    b->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    b->tight = cmark_node_get_list_tight(node);
    b->number = b->ordered ? (unsigned)cmark_node_get_list_start(node) : 0;
}

static void enter_item(struct reader *r)
{
    struct markdown_box *b = enter_box(r, BOX_ITEM, 1);
    if (!b)
        return;
    struct markdown_box *list = r->open[r->depth - 2];
    b->number = list->ordered ? list->number + list->items : 0;
    list->items++;
    r->starting++;
}

/* An item without content is a block without text. */
static void leave_item(struct reader *r)
{
    if (!r->too_deep && r->starting)
        new_block(r, MARKDOWN_PARAGRAPH, NULL);
    leave_box(r);
}

/* ---- inline ---- */

static void enter_link(struct reader *r, cmark_node *node)
{
    struct str target = str_of(cmark_node_get_url(node));
    if (r->in_image || !link_allowed(target))
        return;
    struct markdown_link *link = arena_alloc(r->arena, sizeof *link);
    link->target = str_copy(r->arena, target);
    link->title = str_copy(r->arena, str_of(cmark_node_get_title(node)));
    r->link = link;
}

static void enter_image(struct reader *r, cmark_node *node)
{
    if (r->in_image++ > 0)
        return;
    if (r->soft && r->last && r->last != '\n')
        buf_char(&r->text, ' ');
    r->soft = false;
    flush(r);
    struct str address = str_of(cmark_node_get_url(node));
    r->style = (struct markdown_span){.link = r->link};
    if (link_image_allowed(address))
        r->style.image = str_copy(r->arena, address);
}

static void leave_image(struct reader *r)
{
    if (--r->in_image > 0)
        return;
    if (r->text.n == 0 && r->style.image.n)
        *vec_push(r->arena, &block_now(r)->spans) = r->style;
    flush(r);
    r->style = (struct markdown_span){0};
    r->last = 0xFFFC; /* an object: not Chinese, not the start of the block */
}

/* ---- nodes ---- */

static void enter(struct reader *r, cmark_node *node)
{
    struct str literal = str_of(cmark_node_get_literal(node));
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: enter_box(r, BOX_QUOTE, 1); break;
    case CMARK_NODE_LIST: enter_list(r, node); break;
    case CMARK_NODE_ITEM: enter_item(r); break;
    case CMARK_NODE_PARAGRAPH: new_block(r, MARKDOWN_PARAGRAPH, node); break;
    case CMARK_NODE_HEADING: new_block(r, MARKDOWN_HEADING, node); break;
    case CMARK_NODE_THEMATIC_BREAK: new_block(r, MARKDOWN_RULE, node); break;
    case CMARK_NODE_CODE_BLOCK:
        new_block(r, MARKDOWN_CODE, node);
        put(r, literal, true);
        flush(r);
        break;
    case CMARK_NODE_HTML_BLOCK:
        new_block(r, MARKDOWN_PARAGRAPH, node);
        put(r, str_trim(literal), false);
        flush(r);
        break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE: put(r, literal, false); break;
    case CMARK_NODE_CODE: put(r, literal, true); break;
    case CMARK_NODE_SOFTBREAK: r->soft = true; break;
    case CMARK_NODE_LINEBREAK: put(r, r->in_image ? STR(" ") : STR("\n"), false); break;
    case CMARK_NODE_EMPH: r->emphasis++; break;
    case CMARK_NODE_STRONG: r->strong++; break;
    case CMARK_NODE_LINK: enter_link(r, node); break;
    case CMARK_NODE_IMAGE: enter_image(r, node); break;
    default: break; /* the document; custom nodes are never parsed */
    }
}

static void leave(struct reader *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST: leave_box(r); break;
    case CMARK_NODE_ITEM: leave_item(r); break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: flush(r); break;
    case CMARK_NODE_EMPH: r->emphasis--; break;
    case CMARK_NODE_STRONG: r->strong--; break;
    case CMARK_NODE_LINK:
        if (!r->in_image)
            r->link = NULL; /* links do not nest */
        break;
    case CMARK_NODE_IMAGE: leave_image(r); break;
    default: break;
    }
}

/* ---- limits ---- */

/* Marks of lists and quotations before the text of a line, and half the blanks before the
 * last of them: no more lists than that can be open there. */
static size_t marks_before(struct str line)
{
    size_t marks = 0, depth = 0;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.s[i];
        bool gap = i + 1 >= line.n || line.s[i + 1] == ' ' || line.s[i + 1] == '\t';
        if (c == ' ' || c == '\t' || (c >= '0' && c <= '9'))
            continue;
        if (c != '>' &&
            !(gap && (c == '-' || c == '+' || c == '*' || c == '.' || c == ')')))
            break;
        marks++;
        depth = i / 2;
    }
    return marks > depth ? marks : depth;
}

/* cmark looks at every open list for every blank line: hundreds of lists in each other,
 * then a million blank lines, would take it hours. */
static bool beyond_limits(struct str text)
{
    if (text.n > MARKDOWN_BYTES)
        return true;
    struct str line;
    while (str_cut(&text, '\n', &line))
        if (marks_before(line) > MARKDOWN_MARKS)
            return true;
    return false;
}

static void put_paragraph(struct reader *r, struct str text, size_t line)
{
    if (str_trim(text).n == 0)
        return;
    new_block(r, MARKDOWN_PARAGRAPH, NULL);
    block_now(r)->line = line;
    put(r, str_trim(text), false);
    flush(r);
}

/* Paragraphs between blank lines, lines as they stand. */
static void read_plain(struct reader *r, struct str text)
{
    r->doc->plain = true;
    size_t from = 0, first = 1, number = 0;
    struct str rest = text, line;
    while (str_cut(&rest, '\n', &line)) {
        number++;
        if (str_trim(line).n > 0)
            continue;
        size_t at = (size_t)(line.s - text.s);
        put_paragraph(r, str_slice(text, from, at), first);
        from = at;
        first = number + 1;
    }
    put_paragraph(r, str_from(text, from), first);
}

static void read_nodes(struct reader *r, struct str text)
{
    cmark_node *root = cmark_parse_document(text.s, text.n, CMARK_OPT_VALIDATE_UTF8);
    cmark_iter *walk = cmark_iter_new(root);
    for (cmark_event_type e; (e = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
        if (e == CMARK_EVENT_ENTER)
            enter(r, cmark_iter_get_node(walk));
        else
            leave(r, cmark_iter_get_node(walk));
    }
    cmark_iter_free(walk);
    cmark_node_free(root);
}

struct markdown markdown_read(struct arena *a, struct str text)
{
    struct markdown doc = {.plain = false};
    struct reader r = {.arena = a, .doc = &doc};
    if (beyond_limits(text))
        read_plain(&r, text);
    else
        read_nodes(&r, text);
    buf_drop(&r.text);
    return doc;
}
