/* prose - Markdown as spans of a paragraph: bold, links and code keep their look in print. */
#ifndef MULU_LAYOUT_PROSE_H
#define MULU_LAYOUT_PROSE_H

#include "catalog/markdown.h"
#include "layout/text.h"

/* How the pieces of a block are set. */
struct prose_style {
    struct style plain;
    enum font_role strong; /* face of what is strong or emphasized */
};

/* The spans of a block, `mark` of a list item not among them; "" as one span when the block
 * has no text. Their number goes to `*n`. Everything lives in the arena. */
struct span *prose_spans(struct arena *a, const struct markdown_block *block,
                         const struct prose_style *style, size_t *n);

#endif
