/* markdown_html - the blocks of catalog/markdown.h as HTML.
 *
 * Everything that comes from the text is escaped; there is no other HTML than headings,
 * paragraphs, lists, quotations, code, rules, links, images, strong and emphasis. */
#ifndef MULU_HTML_MARKDOWN_HTML_H
#define MULU_HTML_MARKDOWN_HTML_H

#include "base/buf.h"
#include "catalog/markdown.h"

/* Writes a text. Headings are moved down by `shift` levels (h1 becomes h2 for 1), h6 at
 * most. */
void markdown_html(struct str text, unsigned shift, struct buf *out);

/* The same for a text already read. */
void markdown_html_blocks(const struct markdown *doc, unsigned shift, struct buf *out);

#endif
