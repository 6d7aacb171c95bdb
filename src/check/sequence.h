/* sequence - printed numbers in their order: 1 2 3, 一、二、三、, 第一部分：. Internal to check. */
#ifndef MULU_CHECK_SEQUENCE_H
#define MULU_CHECK_SEQUENCE_H

#include "check/subject.h"

/* One thing with a printed number. */
struct numbered {
    struct str no; /* as printed, maybe "" */
    size_t at;     /* of its element */
    const struct subject *subject;
    bool first;     /* the first of its group */
    unsigned value; /* derived: 0 where the number cannot be read or is missing */
};
struct numbered_list {
    struct numbered *at;
    size_t n, cap;
};

enum sequence_fault {
    SEQUENCE_FINE,
    SEQUENCE_MISSING,  /* no number where its neighbours have one */
    SEQUENCE_REPEATED, /* the number before once more */
    SEQUENCE_GAP,      /* numbers are left out before it */
    SEQUENCE_DISORDER  /* any other number than the next */
};

/* The value of a printed number; 0 when there is none or more than one (1.2, 1-3). */
unsigned sequence_read(struct str no);

/* The number `value` written like `like`: 3 like “一、” is “三、”. "" above 99. */
struct str sequence_write(struct arena *a, struct str like, unsigned value);

/* Walks the list and calls `tell` for every fault with the number before ("" for none) and
 * the one expected in its place ("" when it cannot be told). Numbers may begin again with
 * each group or go on; what most groups do is the rule. A single wrong number is told once,
 * not at all that follow. Lists in which fewer than half have numbers are left alone. */
typedef void sequence_tell(struct check *check, const struct numbered *odd,
                           enum sequence_fault fault, struct str before,
                           struct str expected);
void sequence_check(struct check *check, struct numbered_list *list, sequence_tell *tell);

#endif
