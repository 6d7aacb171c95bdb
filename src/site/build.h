/* build - all catalogs to one site: plan, workers, publish.
 *
 * Each catalog is one unit of work in a worker (forked after templates, schemes, fonts and
 * styles are loaded); it writes its files into the new version of the
 * site and sends one record to the parent. The parent alone tells messages, in catalog
 * order, and writes the pages about all catalogs. A crash in one catalog is reported and
 * does not stop the others; then nothing is published. */
#ifndef MULU_SITE_BUILD_H
#define MULU_SITE_BUILD_H

#include "site/assets.h"
#include "site/render.h"

struct build {
    struct str output; /* folder to publish to */
    struct assets assets;
    unsigned jobs;        /* workers at a time, at least 1 */
    struct render render; /* its sink is set by build_site() */
    struct catalog_places render_these;
    struct catalog_places
        keep_these; /* others of the project: kept as published, rendered
                                         when they never were */
    /* The messages of each catalog, in the order of their ids; borrowed. */
    void (*tell)(void *context, const struct diag *d);
    void (*progress)(void *context, size_t done, size_t all, struct str id); /* or NULL */
    void *context; /* of both */
};

/* Builds and publishes. Returns false after telling `d`; the old site stands then. */
bool build_site(struct build *b, struct diag *d);

#endif
