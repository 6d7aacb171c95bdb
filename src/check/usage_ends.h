/* usage_ends - the marks at the ends of entries and sentences. Internal to check. */
#ifndef MULU_CHECK_USAGE_ENDS_H
#define MULU_CHECK_USAGE_ENDS_H

#include "check/usage.h"

/* Nothing, ；, 。, another mark; in place of what is usual: it is not clear. */
enum end { END_NONE, END_PART, END_STOP, END_OTHER, END_UNCLEAR };
enum {
    END_KINDS = END_OTHER + 1,
    CLEAR = 2,      /* times as many make a majority */
    TWIN_LEAST = 24 /* bytes of a sentence that is the same by no chance */
};

/* What is told already: the places of entries, so that none is told twice. */
struct ends {
    struct check *check;
    VEC(size_t) told;
    size_t sorted; /* of them */
};

/* What a text ends with; the text without its ； or 。 */
enum end end_of(struct str text);
struct str end_bare(struct str text);
/* Several sentences, or lines: the last has its stop whatever the other entries have. */
bool end_prose(struct str text);

/* Tells one text: `wanted` is what `others` of its kind have there; `last`: nothing of its
 * list follows. */
void ends_tell(struct ends *e, const struct text *t, enum end wanted, size_t others,
               bool last);
/* Makes ends_told() know what has been told up to now. */
void ends_sort(struct ends *e);
bool ends_told(const struct ends *e, const struct text *t);

/* usage_sentences.c; behind the lists. */
void check_sentences(struct ends *e);
void check_twins(struct ends *e);

#endif
