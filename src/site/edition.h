/* edition - a catalog as it was published at one time, kept so far that a later one can be
 * compared with it.
 *
 * Of each item it has the name of its page, its title, and a hash (XXH3, 64 bits) for each of
 * its parts: the fields of the field table as they are printed, with defaults and references
 * applied, and what is no field. So a new field is compared without a word here. What only
 * follows from other items or parts, such as 序号 and a derived chart, is no part. */
#ifndef MULU_SITE_EDITION_H
#define MULU_SITE_EDITION_H

#include "base/buf.h"
#include "catalog/model.h"

#include <stdint.h>

enum edition_part {
    PART_CODE = FIELD_COUNT, /* before it the fields, by their enum field_id */
    PART_LEVELS,
    PART_TICKS,
    PART_FLOW,
    PART_FORMS,
    PART_SERVICES,
    PART_COUNT
};

struct edition_item {
    struct str stem;            /* of its page */
    struct str title;           /* on one line; maybe "" */
    uint64_t parts[PART_COUNT]; /* 0: says nothing */
};

/* As a catalog was published at `date`. */
struct edition {
    struct str date;        /* <web published>: "2020-12-28 09:30"; "" is no edition */
    bool known[PART_COUNT]; /* false: written by a program that knew no such part */
    VEC(struct edition_item) items;
};

/* The catalog as it is now, with its <web published>. In the arena. */
struct edition edition_of(struct arena *a, const struct catalog *c);

/* As one record; edition_read() takes it off the front of `*rest` into the arena, texts borrow
 * from it. Returns false when it is not one. */
void edition_write(const struct edition *e, struct buf *out);
bool edition_read(struct arena *a, struct str *rest, struct edition *e);

enum change_kind { CHANGE_NEW, CHANGE_CHANGED, CHANGE_GONE };
struct change {
    enum change_kind kind;
    const struct edition_item *item; /* as it is now; gone: as it was */
    bool parts[PART_COUNT];          /* those that differ, when it changed */
};
struct changes {
    struct change *at;
    size_t n, cap;
};

/* What became of the items of `before`: those of `now` in their order, then those gone. An item
 * is known again by the name of its page, or by its title where that name says only its place
 * or is new. In the arena. */
struct changes edition_compare(struct arena *a, const struct edition *before,
                               const struct edition *now);

/* The name of a part in records, and what people call it: materials, 办理材料. */
struct str edition_part_key(size_t part);
struct str edition_part_title(const struct catalog *c, size_t part);

/* The shape of <web published>, on which all that handles dates here relies. */
bool edition_is_date(struct str s);

#endif
