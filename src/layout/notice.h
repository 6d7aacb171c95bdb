/* notice - the notice with which a catalog is issued (印发通知), set by GB/T 9704-2012.
 *
 * Head, number and red line, title, addressee, body (Markdown), annexes, signer and date,
 * remark, imprint (版记). What the source does not have is left out and not invented. */
#ifndef MULU_LAYOUT_NOTICE_H
#define MULU_LAYOUT_NOTICE_H

#include "catalog/model.h"
#include "layout/composer.h"

/* The names the notice looks up in notice.xml. Static. */
const struct print_needs *notice_needs(void);

/* The notice alone, to be dropped with scene_drop(); NULL when the catalog has none. */
struct scene *notice_scene(const struct catalog *c, const struct typesetter *t,
                           const struct print_style *style);

/* The notice as the next pages of a document. The anchor, which may be NULL, stands on the
 * first of them. */
void notice_pages(struct composer *c, const struct catalog *catalog,
                  const struct print_style *style, const struct anchor *anchor);

/* 2020年12月28日 for 2020-12-28 (GB/T 9704-2012, 7.3.5.4: no leading zeros); any other text
 * as it is. In the arena. */
struct str date_words(struct arena *a, struct str iso);

#endif
