/* template_scan - the text of a template as a row of tokens, tags paired, blanks of lines
 * that hold only tags taken away. Inside of the engine: others include template.h. */
#ifndef MULU_HTML_TEMPLATE_SCAN_H
#define MULU_HTML_TEMPLATE_SCAN_H

#include "diag/diag.h"

enum token_kind {
    TOKEN_NONE,     /* dropped: blanks around a tag that stands alone */
    TOKEN_BYTES,    /* text, at most one line with its end */
    TOKEN_SOFT_END, /* a line end that counts only when something stands on the line */
    TOKEN_ESCAPED,  /* {{name}} */
    TOKEN_RAW,      /* {{{name}}} {{&name}} */
    TOKEN_SECTION,  /* {{#name}} */
    TOKEN_INVERTED, /* {{^name}} */
    TOKEN_BLOCK,    /* {{$name}} */
    TOKEN_PARENT,   /* {{<name}} */
    TOKEN_PARTIAL,  /* {{>name}} */
    TOKEN_CLOSE,    /* {{/name}} */
    TOKEN_COMMENT,  /* {{!…}} */
    TOKEN_DELIMITER /* {{=<% %>=}} */
};

struct token {
    enum token_kind kind;
    struct str text;   /* the bytes, or the name in the tag */
    size_t at, end;    /* bytes in the source; of a tag with its delimiters */
    size_t mate;       /* opening tag: its close; close: its opening tag */
    struct str indent; /* blanks before a tag that is the first on its line */
    bool alone;        /* it has its line to itself; the blanks around it are dropped */
    bool own_lines;    /* block: its content begins on a line of its own */
    bool in_parent;    /* stands directly between {{<x}} and {{/x}} */
};
struct tokens {
    struct token *at;
    size_t n, cap;
};

/* Sections may stand in each other this deep. */
enum { TEMPLATE_NESTING = 64 };

/* Cuts a template up; tokens live in the arena, their texts borrow from the source. False
 * after telling `d` about a tag that is not closed, has no name, or does not pair. */
bool template_scan(struct arena *a, const struct source *src, struct tokens *tokens,
                   struct diag *d);

/* Pairs opening and closing tags: fills mate and in_parent. False after telling `d`. */
bool template_pair(struct arena *a, const struct source *src, struct tokens *tokens,
                   struct diag *d);

/* Finds tags that have a line to themselves and drops the blanks and line ends around
 * them, as Mustache has it. */
void template_lines(struct tokens *tokens);

#endif
