/* template - Mustache, compiled once and rendered many times.
 *
 * All of the language as the public Mustache spec's cases have it: interpolation, sections,
 * inverted sections, partials with indentation, comments, changed delimiters, and template
 * inheritance ({{<parent}} {{$block}}). Logic stays in C.
 *
 * With a shape, every name is checked when the template is compiled: a name that the
 * context cannot have is an error with file, line and column. */
#ifndef MULU_HTML_TEMPLATE_H
#define MULU_HTML_TEMPLATE_H

#include "base/buf.h"
#include "diag/diag.h"
#include "html/shape.h"

struct template;     /* one compiled file */
struct template_set; /* a folder of templates, compiled on demand and kept */

/* A set over a folder: partials and parents are looked up there as <name>.html. `shown` is
 * the folder as messages print it. Freed with template_set_drop(). */
struct template_set *template_set_new(struct str folder, struct str shown);
void template_set_drop(struct template_set *set);

/* Adds a template from memory under a name, before any is compiled: for tests. */
void template_set_add(struct template_set *set, struct str name, struct str text);

/* The template of that name, compiled (with all its partials and parents) against the
 * shape of its context; NULL shape: names are not checked, missing ones are empty. Lent by
 * the set. NULL after telling `d` what is wrong: unreadable, an unclosed section, a name
 * that is not in the context, partials that include each other without end. */
const struct template *template_compile(struct template_set *set, struct str name,
                                        const struct shape *shape, struct diag *d);

/* Renders with a context. Cannot fail. Texts are escaped for HTML (& < > " '). */
void template_render(const struct template *t, struct value context, struct buf *out);

/* Escapes a text for HTML content and for attribute values in double quotes. Characters
 * HTML forbids (controls but tab and line ends, U+FFFE, U+FFFF) become U+FFFD. */
void html_put(struct buf *out, struct str s);

#endif
