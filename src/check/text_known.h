/* text_known - what is known of a text from the last time it was read. Internal to check.
 *
 * Catalogs of one province say most things in the same words, and one catalog says many things
 * more than once. What the words of a text, its part and its field alone decide is found out
 * once in the life of a checker. */
#ifndef MULU_CHECK_TEXT_KNOWN_H
#define MULU_CHECK_TEXT_KNOWN_H

#include "check/text.h"

/* What rules look for and a text does not have. Only what does not depend on the catalog
 * around the text may be noted so. */
enum text_lack {
    TEXT_LACKS_WIDTHS = 1 << 0,     /* marks, letters or digits of a wrong width */
    TEXT_LACKS_LOOKALIKES = 1 << 1, /* characters for others that look alike */
    TEXT_LACKS_REPEATS = 1 << 2,
    TEXT_LACKS_CUTS = 1 << 3,     /* a sentence without its beginning or end */
    TEXT_LACKS_TAIL = 1 << 4,     /* the end of another name */
    TEXT_LACKS_HOLES = 1 << 5,    /* brackets with nothing inside */
    TEXT_LACKS_BRACKETS = 1 << 6, /* brackets that do not match */
    TEXT_LACKS_TITLES = 1 << 7,   /* title marks wrongly nested */
    TEXT_LACKS_PRIVATE = 1 << 8,  /* identity, bank and phone numbers of persons */
    TEXT_LACKS_PHONES = 1 << 9,
    TEXT_LACKS_PLACES = 1 << 10,  /* names of the table of places */
    TEXT_LACKS_AMOUNTS = 1 << 11, /* amounts of time */
    TEXT_LACKS_VAGUE = 1 << 12,
    TEXT_LACKS_OUTDATED = 1 << 13,
    TEXT_LACKS_SLIPS = 1 << 14 /* of the numbers inside the text */
};

struct text_known {
    unsigned marks, tables; /* as in struct text */
    unsigned lacks;         /* enum text_lack */
};

/* What is known of the text: at first its marks and tables. Kept in the memo, or, of a long
 * text, which hardly comes again, in the check's arena. */
struct text_known *text_known(const struct check *check, const struct text *t);

static inline bool text_lacks(const struct text *t, enum text_lack what)
{
    return t->known->lacks & what;
}

/* Notes it if it is so. */
static inline void text_note(const struct text *t, enum text_lack what, bool lacks)
{
    if (lacks)
        t->known->lacks |= what;
}

#endif
