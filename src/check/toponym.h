/* toponym - where a text names a place, and whether it has a right to. Internal to check.
 *
 * Chinese has no blanks between words: 沿海城市 is no 海城市, 平顶山区 no 山区. A name counts
 * when the words around it let it stand by itself, and is excused where a catalog may well
 * name another place: in an example, in a list of places, as the name of a hospital or a
 * road, as the issuer or in the title of a document. */
#ifndef MULU_CHECK_TOPONYM_H
#define MULU_CHECK_TOPONYM_H

#include "check/text.h"

enum { TOPONYM_MOST = 4 }; /* names in one place: 湖南省长沙市宁乡市 */

struct toponym {
    struct str words; /* a slice of the text: all names that follow each other */
    const struct region *place[TOPONYM_MOST];
    size_t n;
};
struct toponyms {
    struct toponym *at;
    size_t n, cap;
};

/* All names of places in a text, in its order, those that cannot stand by themselves left
 * out. The array is used again for the next text. */
void toponyms_find(struct check *check, struct str text, struct toponyms *found);

/* True when the place, or another of its name, is the catalog's region, above or below it
 * or belongs to Hong Kong, Macao or Taiwan, which rules of their own speak of. */
bool toponym_own(const struct check *check, const struct region *place);

/* True when a mention of another place may well be meant. */
bool toponym_excused(const struct check *check, const struct text *t,
                     const struct toponyms *all, size_t which);

/* The name of an office that begins with the mention: 宁乡市医疗保障局; "": none. */
struct str toponym_office(struct str text, const struct toponym *m);

/* True when the words from `begin` on are not the end of a longer word: they stand behind a
 * mark, a blank or a word such as 到, 由. */
bool toponym_begins(struct str text, size_t begin);

#endif
