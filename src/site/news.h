/* news - what changed in a catalog from one publication to the next.
 *
 * It is kept in the published folder itself, as .mulu/<id>.news: the entries so far, the edition
 * they end with, and the one before. A publication is a new <web published>. Built again with
 * the same date the catalog is compared with the edition before once more, so its entries are
 * those of what stands in the folder, however often an editor looked at it on the way; and with
 * the same input they are the same bytes. A date set back takes back the entries after it.
 *
 * Only pages that are made, with an address and a date, make news; any other run leaves them
 * as they are. */
#ifndef MULU_SITE_NEWS_H
#define MULU_SITE_NEWS_H

#include "diag/diag.h"
#include "site/edition.h"
#include "site/prints.h"

/* The catalog itself, when it went public, or an item. */
enum news_kind { NEWS_CATALOG, NEWS_NEW, NEWS_CHANGED, NEWS_GONE };
enum { NEWS_KIND_COUNT = NEWS_GONE + 1 };

struct news_entry {
    enum news_kind kind;
    struct str date;        /* of the publication: "2020-12-28 09:30" */
    struct str stem, title; /* of the item; of a catalog "" */
    struct str parts;       /* what changed: 办理材料、办理时限 */
};
struct news_entries {
    struct news_entry *at;
    size_t n, cap;
};

struct news {
    struct news_entries
        entries; /* the newest first, at most NEWS_MOST or one publication */
    struct edition before, now; /* without a date: none */
};

enum { NEWS_MOST = 50 };

/* .mulu/<id>.news; no id of a catalog has a point. In the arena. */
struct str news_path(struct arena *a, struct str id);

/* The news after this publication; `old` are those before it, all zero for none. In the arena,
 * but for texts of `old`. */
struct news news_advance(struct arena *a, const struct catalog *c,
                         const struct news *old);

/* As bytes with a checksum. news_read() lends its texts from them; it returns false when they
 * are not news or not whole. */
void news_write(const struct news *n, struct buf *out);
bool news_read(struct arena *a, struct str bytes, struct news *n);

/* In the worker: reads what the sink has of the last version, writes what is news now. `make` is
 * false when this run makes no pages or no feed: then they stay as they were. With `release` a
 * catalog is told that differs from what was published under the same date. News that cannot
 * be read are told and taken for none. Returns false when they cannot be written. */
bool news_update(const struct catalog *c, bool make, bool release,
                 const struct sink *sink, struct diag *d);

#endif
