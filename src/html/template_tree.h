/* template_tree - a compiled template. Inside of the engine: others include template.h.
 *
 * The parts stand in one array in the order of the text; a part with a body is
 * followed by it and says where it ends. So rendering walks forward and skips by
 * index. */
#ifndef MULU_HTML_TEMPLATE_TREE_H
#define MULU_HTML_TEMPLATE_TREE_H

#include "diag/diag.h"
#include "html/shape.h"

enum part_kind {
    PART_BYTES,
    PART_SOFT_END, /* a line end, written unless the line is empty */
    PART_ESCAPED,
    PART_RAW,
    PART_SECTION,
    PART_INVERTED,
    PART_BLOCK,  /* body: its default, or what replaces it */
    PART_PARENT, /* body: blocks only */
    PART_PARTIAL
};

/* Memos of the first step of a name, one for each of the scopes it is looked for in; farther
 * ones share them. */
enum { PART_MEMOS = 4 };

struct part {
    enum part_kind kind;
    bool alone;      /* PARTIAL, PARENT, BLOCK: indent holds for every line put in */
    bool own_lines;  /* BLOCK: the body's own indentation was taken off */
    struct str text; /* the bytes, or the name */
    const struct str *steps; /* the name cut at its points; none for "." */
    size_t n_steps;
    struct member_memo *memos; /* PART_MEMOS, then one a step */
    size_t end; /* index behind the body */
    struct str indent;
    struct template *other; /* PARTIAL, PARENT: never NULL once linked */
    size_t at;              /* of the tag in the source */
    size_t stray;           /* PARENT: first content outside of blocks, or STR_NONE */
};

enum template_state {
    TEMPLATE_GOOD,
    TEMPLATE_ABSENT, /* there is no such file */
    TEMPLATE_BAD     /* unreadable or malformed: see problems */
};

struct template
{
    struct str name;
    struct source source;
    enum template_state state;
    struct diag *problems; /* why it is bad */
    bool linked;           /* every part's other is set */
    VEC(struct part) parts;
};

/* Fills t->parts from t->source; everything lives in the arena. False after telling d. */
bool template_parse(struct arena *a, struct template *t, struct diag *d);

/* Walks the linked template as it will be rendered, names checked against the shape when
 * there is one. False after telling d. */
bool template_check(const struct template *t, const struct shape *shape, struct diag *d);

#endif
