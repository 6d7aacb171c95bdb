/* template - Mustache, compiled once and rendered many times.
 *
 * All of the language as the public Mustache spec's cases have it: interpolation,
 * sections, inverted sections, partials with indentation, comments, changed delimiters,
 * and template inheritance ({{<parent}} {{$block}}); no lambdas, no names made at run
 * time. Logic stays in C. docs/templates.md is the manual for those who write templates.
 *
 * With a shape, every name is checked when the template is compiled, in each context it
 * is used in: a name that the context cannot have, a text that is not escaped, a block
 * that no parent has is an error with file, line and column. Without a shape (tests)
 * unknown names and missing partials are empty, as the spec has it.
 *
 * A set is built before work is shared out; templates are only read when rendered, so
 * forked workers may use them. */
#ifndef MULU_HTML_TEMPLATE_H
#define MULU_HTML_TEMPLATE_H

#include "base/buf.h"
#include "diag/diag.h"
#include "html/shape.h"

struct template;     /* one compiled file */
struct template_set; /* a folder of templates, compiled on demand and kept */

enum {
    TEMPLATE_BYTES = 256 * 1024,  /* of one template file */
    TEMPLATE_DEPTH = 400,         /* of sections and templates in each other, rendering */
    TEMPLATE_EXPANSIONS = 1000000 /* partials, parents and blocks put into one page */
};

/* A set over a folder: partials and parents are looked up there as <name>.html.
 * `shown` is the folder as messages print it. Freed with template_set_drop(); both
 * texts are copied. An empty folder: only what template_set_add() adds. */
struct template_set *template_set_new(struct str folder, struct str shown);
void template_set_drop(struct template_set *set);

/* A folder to look in before those known so far: an office's own templates replace the
 * built-in ones of the same name. Before the first template is compiled. */
void template_set_override(struct template_set *set, struct str folder, struct str shown);

/* Adds a template from memory under a name, before any is compiled: for tests. */
void template_set_add(struct template_set *set, struct str name, struct str text);

/* The template of that name, compiled (with all its partials and parents) against the
 * shape of its context; NULL shape: names are not checked, missing ones are empty.
 * Lent by the set. NULL after telling `d` what is wrong: unreadable, an unclosed
 * section, a name that is not in the context, partials that include each other without
 * end. */
const struct template *template_compile(struct template_set *set, struct str name,
                                        const struct shape *shape, struct diag *d);

/* Renders with a context. Texts are escaped for HTML (& < > " '). Returns false when the
 * data nest deeper than TEMPLATE_DEPTH or ask for more than TEMPLATE_EXPANSIONS: what is
 * beyond is left out, so the page must not be published. Nothing else can fail. */
bool template_render(const struct template *t, struct value context, struct buf *out);

/* Escapes a text for HTML content and for attribute values in quotes. Characters HTML
 * forbids (controls but tab and line ends, U+FFFE, U+FFFF) become U+FFFD. */
void html_put(struct buf *out, struct str s);

#endif
