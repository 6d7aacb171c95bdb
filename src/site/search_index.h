/* search_index - what the search page loads of one catalog: <id>/search.json.
 *
 *     {"v":1,"id":"yuanjiang","title":"…","region":"沅江市","groups":["…"],
 *      "items":[["title","code","address",group,"pin yin"],…]
 *     ,"lines":["a text",…],"of":[[items],…]
 *     ,"grams":{"办理":[lines],…}}
 *
 * An item or a service is an entry of "items"; its address is "" for <code>.html. "lines" has
 * every line of every text of them once, as printed, "of" the entries that print it. "grams"
 * has every sequence of two characters of the folded lines (text_fold.h) and the lines it
 * stands in; all lists of numbers are written as differences to the one before. So a text of
 * two characters or more is found by cutting the lists of its sequences and looking into the
 * lines that are left: nothing is missed, nothing is found that is not there. The first line
 * (closed with "}") is what the shards of the whole site have of the catalog. */
#ifndef MULU_SITE_SEARCH_INDEX_H
#define MULU_SITE_SEARCH_INDEX_H

#include "base/buf.h"
#include "catalog/model.h"
#include "site/text_fold.h"

/* Writes the index of a catalog. */
void search_index(const struct catalog *c, struct pinyin_speller *speller,
                  struct buf *out);

/* The first line of an index as a JSON object without its end. */
struct str search_index_head(struct str index);

#endif
