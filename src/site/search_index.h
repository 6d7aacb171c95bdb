/* search_index - what the search page loads of one catalog: <id>/search.json.
 *
 *     {"v":2,"id":"yuanjiang","title":"…","region":"沅江市","groups":[["…",items],…],
 *      "spell":{"yi":"一医…",…},"items":[["title","code","address","pin yin"],…]
 *     ,"basis":[lines]
 *     ,"lines":["a text",…],"of":[[entries],…]
 *     ,"grams":{"办理":[lines],…}}
 *
 * An item or a service is an entry of "items", in the order of the groups, which say how many
 * they have. Its code begins with the number (0 to z) of characters it has from the code
 * before it; its address is left out for <code>.html, its pinyin where it is what "spell" makes
 * of its characters one by one.
 * "lines" has every line of every text of the entries once, as printed, "of" the entries that
 * print it, "basis" those that stand nowhere but in the basis of items. "grams" has every sequence of two characters of the folded lines (text_fold.h) and
 * the lines it stands in. Lists of numbers are differences to the one before; -n are n numbers,
 * each larger by one. In "of" a number n stands for a line of one entry, n behind the first of
 * the line before (of the first line in a file: behind 0), and -n for n lines of the same. So a text of two characters or more is found by cutting the lists of its
 * sequences and looking into the lines that are left: nothing is missed, nothing is found that
 * is not there. The first line (closed with "}") is what the shards of the whole site have of
 * the catalog.
 *
 * A catalog whose index would be too much for a phone at once has the rest in parts, of which
 * a question needs a few:
 *
 *     ,"parts":{"grams":90,"lines":[0,107,…],"of":[0,480,…],"n":4711}}
 *     search/grams-<n>.json    {"办理":[lines],…}; which of them has a sequence: gram_part()
 *     search/lines-<n>.json    ["a text",…], the first is the line "lines"[n]
 *     search/of-<n>.json       [[entries],…], the first is of the line "of"[n] */
#ifndef MULU_SITE_SEARCH_INDEX_H
#define MULU_SITE_SEARCH_INDEX_H

#include "base/vec.h"
#include "catalog/model.h"
#include "site/text_fold.h"

/* A file of an index, named from the catalog's folder. */
struct search_file {
    struct str name, bytes;
};
struct search_files {
    struct search_file *at;
    size_t n, cap;
};

/* The files of a catalog's index, search.json first; all in the arena. */
struct search_files search_index(const struct catalog *c, struct pinyin_speller *speller,
                                 struct arena *a);

/* Whether a published file is one of an index; for publish_keep_if(). */
bool search_index_has(const void *context, struct str path);

/* The first line of an index as a JSON object without its end. */
struct str search_index_head(struct str index);

#endif
