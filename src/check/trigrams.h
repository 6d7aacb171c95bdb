/* trigrams - which three Chinese characters stand together in a catalog. Internal to check.
 *
 *     struct trigrams set = {0};
 *     trigrams_fill(check, &set);
 *     if (trigrams_have(&set, a, b, c)) … */
#ifndef MULU_CHECK_TRIGRAMS_H
#define MULU_CHECK_TRIGRAMS_H

#include "check/text.h"

/* A set of hashes; all zero until filled. */
struct trigrams {
    unsigned char *bits;
};

/* Reads all texts when the set is asked for first; else does nothing. In the arena. */
void trigrams_fill(struct check *check, struct trigrams *set);

/* True when the three stand together somewhere: almost certainly, for hashes may collide. False
 * when the first or the last is no Chinese character. */
bool trigrams_have(const struct trigrams *set, uint32_t a, uint32_t b, uint32_t c);

#endif
