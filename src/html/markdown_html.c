#include "html/markdown_html.h"

#include "html/template.h"

struct writer {
    struct buf *out;
    unsigned shift;
    const struct markdown_box
        *open[MARKDOWN_DEPTH]; /* boxes written and not yet closed */
    size_t depth;
    bool line_start;
};

static void put(struct writer *w, const char *html)
{
    buf_puts(w->out, html);
    w->line_start = false;
}

static void end_line(struct writer *w)
{
    if (!w->line_start)
        buf_char(w->out, '\n');
    w->line_start = true;
}

/* ---- boxes ---- */

static void open_box(struct writer *w, const struct markdown_box *b)
{
    end_line(w);
    switch (b->kind) {
    case BOX_QUOTE: put(w, "<blockquote>"); break;
    case BOX_LIST:
        if (b->ordered && b->number != 1)
            buf_printf(w->out, "<ol start=\"%u\">", b->number);
        else
            put(w, b->ordered ? "<ol>" : "<ul>");
        w->line_start = false;
        break;
    case BOX_ITEM: put(w, "<li>"); break;
    }
    w->open[w->depth++] = b;
}

static void close_box(struct writer *w)
{
    const struct markdown_box *b = w->open[--w->depth];
    switch (b->kind) {
    case BOX_QUOTE:
        end_line(w);
        put(w, "</blockquote>");
        break;
    case BOX_LIST:
        end_line(w);
        put(w, b->ordered ? "</ol>" : "</ul>");
        break;
    case BOX_ITEM: put(w, "</li>"); break;
    }
    end_line(w);
}

/* Closes and opens until exactly the boxes around `inner` are open. */
static void move_to(struct writer *w, const struct markdown_box *inner)
{
    const struct markdown_box *path[MARKDOWN_DEPTH];
    size_t depth = inner ? inner->depth : 0, same = 0;
    for (const struct markdown_box *b = inner; b; b = b->outer)
        path[b->depth - 1] = b;
    while (same < depth && same < w->depth && path[same] == w->open[same])
        same++;
    while (w->depth > same)
        close_box(w);
    for (size_t i = same; i < depth; i++)
        open_box(w, path[i]);
}

/* ---- text ---- */

/* An address in an attribute: blanks are not allowed in URLs, everything else is
 * escaped. */
static void put_address(struct writer *w, struct str address)
{
    struct str piece;
    for (bool first = true; str_cut(&address, ' ', &piece); first = false) {
        if (!first)
            buf_puts(w->out, "%20");
        html_put(w->out, piece);
    }
}

static void put_lines(struct writer *w, struct str text, bool breaks)
{
    struct str rest = text, line;
    if (!breaks) {
        html_put(w->out, text);
        return;
    }
    for (bool first = true; str_cut(&rest, '\n', &line); first = false) {
        if (!first)
            buf_puts(w->out, "<br>\n");
        html_put(w->out, line);
    }
    if (str_ends(text, STR("\n")))
        buf_puts(w->out, "<br>\n");
}

static void put_image(struct writer *w, const struct markdown_span *s)
{
    buf_puts(w->out, "<img src=\"");
    put_address(w, s->image);
    buf_puts(w->out, "\" alt=\"");
    html_put(w->out, s->text);
    buf_puts(w->out, "\">");
}

static void put_span(struct writer *w, const struct markdown_span *s)
{
    buf_puts(w->out, s->strong ? "<strong>" : "");
    buf_puts(w->out, s->emphasis ? "<em>" : "");
    buf_puts(w->out, s->code ? "<code>" : "");
    if (s->image.n)
        put_image(w, s);
    else
        put_lines(w, s->text, true);
    buf_puts(w->out, s->code ? "</code>" : "");
    buf_puts(w->out, s->emphasis ? "</em>" : "");
    buf_puts(w->out, s->strong ? "</strong>" : "");
}

static void open_link(struct writer *w, const struct markdown_link *link)
{
    buf_puts(w->out, "<a href=\"");
    put_address(w, link->target);
    if (link->title.n) {
        buf_puts(w->out, "\" title=\"");
        html_put(w->out, link->title);
    }
    buf_puts(w->out, "\">");
}

static void put_spans(struct writer *w, const struct markdown_block *b)
{
    const struct markdown_link *link = NULL;
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct markdown_span *s = &b->spans.at[i];
        if (s->link != link) {
            buf_puts(w->out, link ? "</a>" : "");
            link = s->link;
            if (link)
                open_link(w, link);
        }
        put_span(w, s);
    }
    buf_puts(w->out, link ? "</a>" : "");
    w->line_start = false;
}

/* ---- blocks ---- */

static void put_heading(struct writer *w, const struct markdown_block *b)
{
    unsigned level = b->level + w->shift < 6 ? b->level + w->shift : 6;
    buf_printf(w->out, "<h%u>", level);
    put_spans(w, b);
    buf_printf(w->out, "</h%u>", level);
}

/* A paragraph of a tight list is the item's own text. */
static void put_paragraph(struct writer *w, const struct markdown_block *b)
{
    bool bare = b->in && b->in->kind == BOX_ITEM && (b->in->outer->tight || !b->spans.n);
    if (!bare)
        put(w, "<p>");
    put_spans(w, b);
    if (!bare)
        put(w, "</p>");
}

static void put_code(struct writer *w, const struct markdown_block *b)
{
    put(w, "<pre><code>");
    for (size_t i = 0; i < b->spans.n; i++)
        put_lines(w, b->spans.at[i].text, false);
    put(w, "</code></pre>");
}

static void put_block(struct writer *w, const struct markdown_block *b)
{
    move_to(w, b->in);
    bool tight = b->in && b->in->kind == BOX_ITEM && b->in->outer->tight;
    if (!(tight && b->kind == MARKDOWN_PARAGRAPH && b->mark.n))
        end_line(w);
    switch (b->kind) {
    case MARKDOWN_PARAGRAPH: put_paragraph(w, b); break;
    case MARKDOWN_HEADING: put_heading(w, b); break;
    case MARKDOWN_CODE: put_code(w, b); break;
    case MARKDOWN_RULE: put(w, "<hr>"); break;
    }
    if (!tight)
        end_line(w);
}

void markdown_html_blocks(const struct markdown *doc, unsigned shift, struct buf *out)
{
    struct writer w = {.out = out, .shift = shift, .line_start = true};
    for (size_t i = 0; i < doc->blocks.n; i++)
        put_block(&w, &doc->blocks.at[i]);
    move_to(&w, NULL);
    if (doc->blocks.n)
        end_line(&w);
}

void markdown_html(struct str text, unsigned shift, struct buf *out)
{
    struct arena *a = arena_new();
    struct markdown doc = markdown_read(a, text);
    markdown_html_blocks(&doc, shift, out);
    arena_drop(a);
}
