/* meta - what government web sites must say on every page: meta tags by kind of page, the
 * official entries of the footer, time and source of publication (国办发〔2017〕47号, annex
 * 网页设计规范; 国办秘函〔2019〕19号 for the footer).
 *
 * The tags are cumulative: three on every page, four more on the pages of a column (what is
 * about a whole catalog), three more on contents (an item, a form, the notice). What the site
 * or the catalog does not say is never invented: its tag is left out, and where readers would
 * look for it the page shows a gap. */
#ifndef MULU_HTML_META_H
#define MULU_HTML_META_H

#include "html/view.h"

/* SiteName, SiteDomain, SiteIDCode, and the seven entries of the footer. */
void meta_site(struct arena *a, struct frame_view *f, const struct site_info *site);

/* ColumnName, ColumnDescription, ColumnKeywords, ColumnType: the catalog is the column. */
void meta_column(struct arena *a, struct frame_view *f, const struct site_info *site,
                 const struct catalog *c);

/* Whose text the pages of a catalog are: <web source>, else <issuer>; "" when what is written there
 * has nothing to see. Lent. */
struct str meta_source(const struct catalog *c);

/* ArticleTitle, PubDate, ContentSource, and the line that shows the last two. */
void meta_article(struct arena *a, struct frame_view *f, const struct catalog *c,
                  struct str title);

/* The item as linked data: schema.org's GovernmentService with terms of CPSV-AP 3.2.0, as
 * JSON that is safe inside <script>. In the arena. */
struct str meta_service(struct arena *a, const struct site_info *site,
                        const struct catalog *c, const struct group *group,
                        const struct item *item);

#endif
