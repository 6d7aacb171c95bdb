/* findings - what `mulu check` found, as one page that an office can read, print on A4 and
 * tick off.
 *
 * The page stands alone: its style is inside, it has no script and nothing from another
 * host. It is written catalog by catalog, each from a template of its own (check-begin,
 * check-catalog, check-end), and keeps only a row of counts of each. */
#ifndef MULU_HTML_FINDINGS_H
#define MULU_HTML_FINDINGS_H

#include "base/buf.h"
#include "catalog/model.h"
#include "catalog/scheme.h"
#include "diag/diag.h"
#include "html/template.h"

struct findings_page; /* opaque */

/* One catalog with its findings; all borrowed. */
struct findings_part {
    struct str shown;              /* its folder as messages show it */
    const struct catalog *catalog; /* NULL: it could not be loaded */
    const struct scheme *scheme;   /* or NULL */
    const struct diag *found;      /* sorted by file and place */
};

/* Compiles the templates and writes the head of the page. `count` is how many catalogs will
 * come, `date` is what it is dated with ("" for none). Returns NULL after telling `d`. The
 * result lives in the arena, the set as long. */
struct findings_page *findings_begin(struct arena *a, struct template_set *set,
                                     size_t count, struct str date, struct diag *d,
                                     struct buf *out);

/* Makes the part of the n-th catalog (from 0) as a record for findings_take(). */
void findings_make(const struct findings_page *page, size_t n,
                   const struct findings_part *part, struct buf *record);

/* Puts it into the page, catalog by catalog. These return false when the page passes a limit
 * of template_render(), and must then not be used (or when the record is none). */
bool findings_take(struct findings_page *page, struct str record, struct buf *out);
bool findings_end(struct findings_page *page, struct buf *out);

/* For the reference of the templates. */
struct findings_template {
    const char *name;
    const struct shape *shape;
};
extern const struct findings_template findings_templates[];
extern const size_t findings_template_count;

#endif
