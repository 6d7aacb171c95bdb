/* search_parts - the two halves of the writing of an index (search_index.h): what is said of
 * the entries, and where their texts stand, whole or in parts. */
#ifndef MULU_SITE_SEARCH_PARTS_H
#define MULU_SITE_SEARCH_PARTS_H

#include "base/buf.h"
#include "base/lookup.h"
#include "site/search_index.h"

struct search_numbers {
    size_t *at;
    size_t n, cap;
};

/* A text or a sequence of two characters, and where it stands. */
struct search_posting {
    struct str text;
    struct search_numbers of; /* rising */
    bool elsewhere;           /* of a line: it stands in more than the basis of items */
};
struct search_postings {
    struct search_posting *at;
    size_t n, cap;
    struct lookup known;
};

struct search_entry {
    struct str title, code;
    struct str address; /* "" for <code>.html */
    size_t group;
};
struct search_entries {
    struct search_entry *at;
    size_t n, cap;
};

/* The first line of search.json, without its end. `scratch` takes what is thrown away. */
void search_put_head(const struct catalog *c, const struct search_entries *entries,
                     struct pinyin_speller *speller, struct arena *scratch,
                     struct buf *out);

/* Writes the rest behind the head into search.json, or in files of its own when the whole
 * would be too large; adds all files, in the arena. */
void search_put_texts(struct buf *head, const struct search_postings *lines,
                      const struct search_postings *grams, struct arena *a,
                      struct search_files *files);

#endif
