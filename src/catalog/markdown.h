/* markdown - CommonMark as a flat list of blocks. cmark stays behind this file.
 *
 * Print sets the blocks one after another (layout); the web writes them as HTML
 * (html/markdown_html.h). Both see the same text, made safe here once:
 *   - raw HTML is text;
 *   - a link that may not be published keeps its text and loses its target, an image shows
 *     its alternative text instead;
 *   - a line end inside a paragraph is a blank, but nothing between two Chinese characters.
 * Nothing of the text is lost. What CommonMark has no word for here (link reference
 * definitions, the info string of a code block) is not text. */
#ifndef MULU_CATALOG_MARKDOWN_H
#define MULU_CATALOG_MARKDOWN_H

#include "base/str.h"

enum {
    MARKDOWN_BYTES = 2 * 1024 * 1024, /* longer texts are taken as plain */
    MARKDOWN_MARKS = 200,             /* list and quote marks before a line, the same */
    MARKDOWN_DEPTH = 50               /* deeper lists and quotes go on at this depth */
};

/* What a block stands in: a list, an item of it, a quotation. Blocks in the same one
 * share its address. A list is always the direct outer box of its items. */
enum markdown_box_kind { BOX_QUOTE, BOX_LIST, BOX_ITEM };
struct markdown_box {
    enum markdown_box_kind kind;
    const struct markdown_box *outer; /* NULL: the document */
    size_t depth;                     /* 1 for those directly in the document */
    bool ordered;                     /* LIST */
    bool tight;      /* LIST: written without blank lines between its items */
    unsigned number; /* ordered LIST: of its first item; ITEM of one: its own */
    unsigned items;  /* LIST: how many */
};

struct markdown_link {
    struct str target; /* allowed; never "" */
    struct str title;  /* or "" */
};

/* A piece of text in one style. */
struct markdown_span {
    struct str text; /* "\n" begins a new line; of an image its alternative text */
    bool strong, emphasis, code;
    const struct markdown_link
        *link;        /* NULL: none; pieces of one link share the address */
    struct str image; /* its allowed address, or "" */
};

enum markdown_kind { MARKDOWN_PARAGRAPH, MARKDOWN_HEADING, MARKDOWN_CODE, MARKDOWN_RULE };
struct markdown_block {
    enum markdown_kind kind;
    unsigned level;  /* HEADING: 1 to 6 as written */
    struct str mark; /* first block of a list item: what to print before it, "1." or "•";
                         of items that begin together the marks of all: "• 1." */
    size_t lists;    /* number of lists it stands in */
    size_t quotes;   /* number of quotations it stands in */
    const struct markdown_box *in; /* innermost; NULL: none */
    VEC(struct markdown_span)
    spans;       /* RULE: none; CODE: at most one, with its line ends */
    size_t line; /* in the text, from 1: for messages */
};
struct markdown {
    VEC(struct markdown_block) blocks;
    bool plain; /* beyond the limits above: paragraphs of plain text, nothing else */
};

/* Reads a text. Everything lives in the arena. Cannot fail: all text is Markdown. */
struct markdown markdown_read(struct arena *a, struct str text);

#endif
