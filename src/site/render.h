/* render - one catalog to all its files: one unit of work. */
#ifndef MULU_SITE_RENDER_H
#define MULU_SITE_RENDER_H

#include "catalog/regions.h"
#include "catalog/scheme.h"
#include "html/pages.h"
#include "site/open_data.h"
#include "site/place.h"
#include "site/prints.h"
#include "site/synonyms.h"
#include "site/text_fold.h"

/* What all catalogs of a run share; opened before workers are forked. */
struct render {
    const struct pages *pages;      /* NULL: no web pages */
    const struct pages *search;     /* for the search page; NULL: no search */
    struct pinyin_speller *speller; /* with search only */
    const struct synonyms *synonyms;
    const struct prints *prints;
    const struct data_styles *data; /* NULL: no open data */
    size_t schema_bytes; /* of assets/catalog.schema.json; 0: there is none to link to */
    bool pdf;                       /* printed documents are wanted */
    bool release; /* what the pages must say and the catalog does not is an error */
    struct str today; /* "2026-01-05", which a release compares with; "": not known */
    const struct site_info *site;
    const struct scheme *const *schemes;
    size_t scheme_count;
    struct checker *checker;
    struct sink sink;
};

/* Loads, checks and renders a catalog, handing its files to the sink. What the
 * check finds goes to `d` (notes folded into one line). Returns false when the catalog
 * cannot be loaded or a file cannot be made or written; findings alone never do that.
 * Texts of the summary live in the arena. */
bool render_catalog(const struct render *r, const struct catalog_place *place,
                    struct arena *a, struct catalog_summary *summary, struct diag *d);

#endif
