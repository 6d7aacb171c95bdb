/* The text as Markdown: as HTML, and as blocks with what every block promises. */
#include "catalog/link.h"
#include "html/markdown_html.h"

#include "base/utf8.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

static void check_block(const struct markdown_block *b)
{
    size_t depth = 0, lists = 0;
    for (const struct markdown_box *x = b->in; x; x = x->outer) {
        depth++;
        lists += x->kind == BOX_LIST;
        require(x->kind != BOX_ITEM || (x->outer && x->outer->kind == BOX_LIST));
    }
    require(depth == (b->in ? b->in->depth : 0) && depth <= MARKDOWN_DEPTH);
    require(lists == b->lists);
    require(!b->in || b->in->kind != BOX_LIST);
    require((b->kind == MARKDOWN_HEADING) == (b->level >= 1 && b->level <= 6));
    require(b->kind != MARKDOWN_RULE || b->spans.n == 0);
    require(b->kind != MARKDOWN_CODE || b->spans.n <= 1);
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct markdown_span *s = &b->spans.at[i];
        require(s->text.n || s->image.n);
        require(!s->link || link_allowed(s->link->target));
        require(!s->image.n || link_image_allowed(s->image));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    struct arena *a = arena_new();
    struct markdown doc = markdown_read(a, text);
    for (size_t i = 0; i < doc.blocks.n; i++)
        check_block(&doc.blocks.at[i]);
    struct buf out = {0};
    markdown_html_blocks(&doc, 1, &out);
    require(!str_has(buf_str(&out), STR("<script")));
    require(!str_has(buf_str(&out), STR("href=\"javascript")));
    require(doc.plain || utf8_check(buf_str(&out)) == STR_NONE);
    buf_drop(&out);
    arena_drop(a);
    return 0;
}
