#include "layout/prose.h"

/* Only an address of the web leads anywhere from paper or a PDF; a relative one does not. */
static bool leads_out(struct str target)
{
    return str_has(target, STR(":"));
}

struct span *prose_spans(struct arena *a, const struct markdown_block *block,
                         const struct prose_style *style, size_t *n)
{
    size_t count = block->spans.n;
    struct span *spans = arena_array(a, count ? count : 1, sizeof *spans);
    spans[0] = (struct span){.text = STR(""), .style = style->plain};
    for (size_t i = 0; i < count; i++) {
        const struct markdown_span *from = &block->spans.at[i];
        spans[i] = (struct span){.text = from->text, .style = style->plain};
        if (from->strong || from->emphasis)
            spans[i].style.font = style->strong;
        if (from->link && leads_out(from->link->target))
            spans[i].uri = from->link->target;
    }
    *n = count ? count : 1;
    return spans;
}
