/* lists - the entries of one list with their numbers, for rules about numbering. Internal to
 * check. */
#ifndef MULU_CHECK_LISTS_H
#define MULU_CHECK_LISTS_H

#include "check/ordinal.h"
#include "check/text.h"

/* The entries of a field, of a chart's box, of the notice or of the remarks. */
struct list {
    const struct entry *at;
    size_t n;
    const struct text *like;      /* a text of the list: what it belongs to */
    const struct number *numbers; /* of its entries, as entry_number() gives them */
};

struct lists {
    struct list *at;
    size_t n, cap;
};

/* Where the numbers of a list stand: lists of one place are expected to be written alike. */
enum { LIST_PLACES = FIELD_COUNT + TEXT_REMARK + 1 };
size_t list_place(const struct list *l);

/* Every list of the catalog that has a text, in the order of check->texts. Made once, for
 * all rules. */
const struct lists *lists_of(struct check *check);

/* The text of one entry, for reports. */
struct text list_text(const struct list *l, const struct entry *e);

/* What the attribute `no` of an entry holds. */
enum number_kind {
    NUMBER_NONE,   /* nothing */
    NUMBER_ONE,    /* 2. */
    NUMBER_MARKS,  /* 4.. : one number, too many marks */
    NUMBER_TWICE,  /* 2. 2. */
    NUMBER_TWO,    /* 2. 3. */
    NUMBER_LEVELS, /* 2.1 */
    NUMBER_OTHER   /* 第一步, A. */
};
struct number {
    enum number_kind kind;
    struct ordinal first;
    struct str
        text;    /* the first number as printed: what should be left of NUMBER_TWICE */
    bool inside; /* it was left at the front of the entry's text */
};
struct number number_read(struct str no);

/* The number of an entry: of `no`, or, where that is empty, one left at the front of its
 * text. */
struct number entry_number(const struct entry *e);

#endif
