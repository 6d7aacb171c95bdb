/* synonyms - site/synonyms.tsv: everyday words and the words of the catalogs.
 *
 * A line is a word, a tab, and the words it stands for with blanks between (of any width); "-"
 * instead of these makes it a word that is left out of a question (怎么), "~" one that marks items
 * of offices and firms (零售药店). A "*" before the word offers it on the home page. "#" begins a
 * comment line. */
#ifndef MULU_SITE_SYNONYMS_H
#define MULU_SITE_SYNONYMS_H

#include "diag/diag.h"

struct synonym {
    struct str word;       /* folded as text_fold() does; never "" */
    struct str_list words; /* folded; none: the word is left out of questions */
    bool common;           /* for the home page */
};
struct synonyms {
    struct synonym *at;
    size_t n, cap;
};

/* Reads the file into the arena; `shown` is its path in messages. A file that is not there
 * gives none. Lines that are none of the above are told with their place and left out, a
 * word that stands twice is told and its words are joined. Returns false after telling `d` when
 * the whole is of no use: unreadable, above 1 MiB, not UTF-8. */
bool synonyms_load(struct arena *a, struct str path, struct str shown,
                   struct synonyms *list, struct diag *d);

#endif
