/* ordinal - the printed numbers of entries: 1. １． 2、 （3） 4) ⑤ 六、（七）. Internal to check.
 *
 * Numbers are compared by value, told apart by level (1. is one level, （1） another, ① a
 * third) and by style within a level (1. and 1、). */
#ifndef MULU_CHECK_ORDINAL_H
#define MULU_CHECK_ORDINAL_H

#include "base/buf.h"

#include <stdint.h>

enum ordinal_level {
    ORDINAL_ARABIC,         /* 1. 1、 1 */
    ORDINAL_ARABIC_HALF,    /* 1） */
    ORDINAL_ARABIC_BRACKET, /* （1） */
    ORDINAL_CHINESE,        /* 一、 */
    ORDINAL_CHINESE_HALF,   /* 一） */
    ORDINAL_CHINESE_BRACKET,
    ORDINAL_CIRCLE,  /* ① */
    ORDINAL_PRINTED, /* ⑴ and ⒈ */
    ORDINAL_LEVELS
};

enum { ORDINAL_MOST = 999 };

struct ordinal {
    enum ordinal_level level;
    uint32_t open;  /* ( or （, else 0; of ORDINAL_PRINTED the sign for 1 */
    uint32_t close; /* . ． 、 ) ） or 0 */
    bool wide;      /* full-width digits */
    unsigned value; /* 1 to ORDINAL_MOST */
    size_t size;    /* bytes it takes */
};

/* Reads the number that begins the text. Returns false when none does. */
bool ordinal_read(struct str text, struct ordinal *o);

/* True when both are written alike: the same level, marks and width. */
bool ordinal_alike(const struct ordinal *a, const struct ordinal *b);

/* The number `value` written like `o`; "" where that cannot be (㊿ ends the circles). In the
 * arena. */
struct str ordinal_print(struct arena *a, const struct ordinal *o, unsigned value);

/* How the numbers of one list are counted: the levels that are open, outermost first. */
struct counting {
    struct ordinal last[ORDINAL_LEVELS]; /* of each open level */
    size_t depth;
};

enum counting_step {
    COUNTING_NEXT,   /* the number that was due, or 1 on a new level */
    COUNTING_AGAIN,  /* counts from 1 once more */
    COUNTING_GAP,    /* 2. 4. */
    COUNTING_REPEAT, /* 2. 2. */
    COUNTING_BACK,   /* 4. 3. */
    COUNTING_LATE,   /* begins with 3. */
    COUNTING_STRANGER /* the number that was due, on a level of its own: （1） 2） （3） */
};

/* Counts one more number. `*before` is the one it was counted from (value 0: none). */
enum counting_step counting_next(struct counting *c, const struct ordinal *o,
                                 struct ordinal *before);

#endif
