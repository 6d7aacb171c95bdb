/* render - one catalog to all its files: one unit of work. */
#ifndef MULU_SITE_RENDER_H
#define MULU_SITE_RENDER_H

#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "html/pages.h"
#include "site/open_data.h"
#include "site/place.h"
#include "site/prints.h"
#include "site/state.h"
#include "site/synonyms.h"
#include "site/text_fold.h"

/* What all catalogs of a run share; opened before workers are forked. */
struct render {
    struct kinds want;         /* what this run is to make */
    const struct pages *pages; /* NULL: none are wanted, and none are published */
    /* Opened where it is first needed, as that takes a second; dropped by who lends it. */
    struct pinyin_speller **speller;
    const struct synonyms *synonyms;
    const struct prints *prints;
    const struct data_styles *data;
    size_t schema_bytes; /* of assets/catalog.schema.json; 0: there is none to link to */
    bool release; /* what the pages must say and the catalog does not is an error */
    struct str today; /* "2026-01-05", which a release compares with; "": not known */
    const struct site_info *site;
    const struct scheme *const *schemes;
    size_t scheme_count;
    struct checker *checker;
    struct sink sink;
};

/* Loads, checks and renders a catalog, handing its files to the sink: the kinds that are wanted,
 * and those published, as `old` says (NULL: nothing is), which would not fit what the wanted
 * ones say: all of them when the catalog has another shape or the site another address, pages
 * when a file they offer is no longer made. What was made is in `*made`; `now`
 * counts what was kept, too. What the check finds goes to `d` (notes folded into one line).
 * Returns false when the catalog cannot be loaded or a file cannot be made or written; findings
 * alone never do that. Texts of `now` live in the arena. */
bool render_catalog(const struct render *r, const struct catalog_place *place,
                    const struct state *old, struct arena *a, struct state *now,
                    struct kinds *made, struct diag *d);

#endif
