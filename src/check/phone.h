/* phone - telephone numbers in texts. Internal to check.
 *
 * Numbers of the 电信网编号计划: 区号 (010, 02x, 03xx to 09xx) with 7 or 8 digits, mobile numbers
 * (1 and 10 more), 400 and 800 numbers (10 digits), service numbers (12345, 12393, 95xxx). */
#ifndef MULU_CHECK_PHONE_H
#define MULU_CHECK_PHONE_H

#include "base/arena.h"
#include "base/str.h"

enum phone_fault {
    PHONE_FINE,
    PHONE_WIDE,  /* full-width digits */
    PHONE_DASH,  /* another dash than "-", or more than one */
    PHONE_JOINT, /* no dash between 区号 and number */
    PHONE_AREA,  /* the 区号 is none */
    PHONE_COUNT  /* a digit too many or too few */
};

struct phone {
    struct str text; /* a slice of the words, as published */
    struct str
        number;      /* as it should be written: 0737-2817103; "" where that is unknown */
    struct str area; /* 0737 or "" */
    struct str local; /* 2817103 or "" */
    struct str label; /* what it is called before it: 电话查询; a slice, maybe "" */
    enum phone_fault fault;
};

/* Finds the next number in words[*at..), moves *at behind it and returns true. Digits count
 * as a number when they have a 区号 before a dash, or, with `spoken`, when they have the length
 * of one; text before them that speaks of telephones does for `spoken`. New texts are in the
 * arena. */
bool phone_next(struct arena *a, struct str words, size_t *at, bool spoken,
                struct phone *phone);

#endif
