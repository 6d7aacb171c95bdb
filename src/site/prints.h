/* prints - the printed documents of a catalog: which there are, what they are called, in
 * which order they are made and offered. */
#ifndef MULU_SITE_PRINTS_H
#define MULU_SITE_PRINTS_H

#include "html/pages.h"
#include "layout/print_style.h"

/* Where files go. `path` is relative to the site, "/" between folders. put() returns false
 * after telling `d`. old() reads a file of the last version into the arena and returns false
 * when there is none; NULL: nothing is kept from one version to the next. */
struct sink {
    bool (*put)(const void *context, struct str path, struct str bytes, struct diag *d);
    const void *context;
    bool (*old)(const void *context, struct arena *a, struct str path, struct str *bytes);
};

/* What printing needs, opened once for all catalogs of a run. The web pages of list and
 * disclosure catalog have their columns from the styles too. */
struct prints {
    const struct fonts *fonts;
    const struct typesetter *type;
    const struct print_style *guide, *notice, *levels, *list, *disclosure, *form, *handout,
        *poster;
    const struct print_style *guide_large, *guide_fold; /* editions of the booklet */
    struct str site; /* address of the web site, for QR codes; "": none are printed */
};

/* Sets and writes every document the catalog has. What was written is added to the lists of
 * the summary, in the arena. Returns false after telling `d` when one cannot be made or
 * written. */
bool prints_make(const struct prints *p, const struct catalog *c, const struct sink *sink,
                 struct arena *a, struct catalog_summary *summary, struct diag *d);

#endif
