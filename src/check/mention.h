/* mention - where a text names a place, and whether it has a right to. Internal to check.
 *
 * Chinese has no blanks between words: 沿海城市 is no 海城市, 平顶山区 no 山区. A name counts
 * when the words around it let it stand by itself, and is excused where a catalog may well
 * name another place: in an example, in a list of places, as the name of a hospital or a
 * road, as the issuer or in the title of a document. */
#ifndef MULU_CHECK_MENTION_H
#define MULU_CHECK_MENTION_H

#include "check/text.h"

enum { MENTION_MOST = 4 }; /* names in one place: 湖南省长沙市宁乡市 */

struct mention {
    struct str words; /* a slice of the text: all names that follow each other */
    const struct region *place[MENTION_MOST];
    size_t n;
};
struct mentions {
    struct mention *at;
    size_t n, cap;
};

/* All names of places in a text, in its order, those that cannot stand by themselves left
 * out. The array is used again for the next text. */
void mentions_find(struct check *check, struct str text, struct mentions *found);

/* True when the place, or another of its name, is the catalog's region, above or below it
 * or belongs to Hong Kong, Macao or Taiwan, which rules of their own speak of. */
bool mention_own(const struct check *check, const struct region *place);

/* True when a mention of another place may well be meant. */
bool mention_excused(const struct check *check, const struct text *t,
                     const struct mentions *all, size_t which);

/* The name of an office that begins with the mention: 宁乡市医疗保障局; "": none. */
struct str mention_office(struct str text, const struct mention *m);

/* True when the words from `begin` on are not the end of a longer word: they stand behind a
 * mark, a blank or a word such as 到, 由. */
bool mention_begins(struct str text, size_t begin);

#endif
