/* markdown - CommonMark to HTML and to plain paragraphs. cmark stays behind this file.
 *
 * Raw HTML becomes text; links other than http, https, mailto, tel and relative ones lose
 * their target; a line end inside a paragraph between two Chinese characters adds no blank. */
#ifndef MULU_HTML_MARKDOWN_H
#define MULU_HTML_MARKDOWN_H

#include "base/buf.h"

/* Writes HTML. Headings are moved down by `shift` levels (h1 becomes h2 for 1), h6 at most. */
void markdown_html(struct str text, unsigned shift, struct buf *out);

/* True when the target of a link may be published: http, https, mailto, tel, or relative. */
bool link_allowed(struct str target);

#endif
