/* inject - putting one mistake into the text of a clean catalog, at a random place.
 *
 * The mistakes are rows of injectors.c; the functions here find places and write the changed
 * text. All work on the XML as an editor would: what they change has to be read again. */
#ifndef MULU_TESTS_INJECT_H
#define MULU_TESTS_INJECT_H

#include "base/str.h"

/* A piece of the text: bytes from up to, not including, to. */
struct piece {
    size_t from, to;
    size_t item; /* the item it stands in, from 0; NO_ITEM outside of items */
};
#define NO_ITEM ((size_t)-1)
struct pieces {
    struct piece *at;
    size_t n, cap;
};

/* Where an injector looks. */
enum where {
    IN_ITEM,  /* in items, outside their charts */
    IN_FLOW,  /* in published charts */
    IN_GROUP, /* heads of groups */
    IN_REST,  /* outside of items: heads of groups, defaults, notice */
    IN_ALL
};

struct edit;

struct injector {
    const char *name;
    const char *rules; /* of which at least one must find it and no other anything */
    bool (*change)(struct edit *e, const struct injector *row);
    enum where where;
    const char *element;   /* whose start tag and content are looked at */
    const char *from, *to; /* what the function says of them */
    bool anywhere;         /* told at another place: the first item with that number */
};

/* One change under way. */
struct edit {
    struct arena *arena;
    unsigned *seed;
    struct str clean;           /* the text to change */
    const struct pieces *items; /* <item> to </item> */
    struct str text;            /* the changed text */
    struct piece place; /* in `clean`: what was changed; its item tells the zone */
};

extern const struct injector injectors[];
extern const size_t injector_count;

/* The items of a catalog's text. */
struct pieces edit_items(struct arena *a, struct str text);

/* The next number of the test's own generator, below `most`. */
size_t edit_random(struct edit *e, size_t most);

/* The elements of that name at those places, start and end tag included. */
struct pieces edit_elements(struct edit *e, enum where where, const char *element);

/* Chooses one of the pieces; returns false when there is none. */
bool edit_choose(struct edit *e, const struct pieces *from, struct piece *chosen);

/* Puts `words` in the place of a piece of the clean text. Returns true. */
bool edit_put(struct edit *e, struct piece place, struct str words);

/* Ways to change a text: each looks for its places in `where` and `element`, chooses one and
 * puts the changed text into the edit. Returns false when there is none, or the chosen one
 * does not suit; then it is tried again. */
bool change_words(struct edit *e, const struct injector *row);
bool change_words_with(struct edit *e, const struct injector *row);
bool change_content(struct edit *e, const struct injector *row);
bool drop_element(struct edit *e, const struct injector *row);
bool add_inside(struct edit *e, const struct injector *row);
bool insert_inside(struct edit *e, const struct injector *row);
bool change_digit(struct edit *e, const struct injector *row);
bool change_sign(struct edit *e, const struct injector *row);
bool change_zero(struct edit *e, const struct injector *row);
bool copy_code(struct edit *e, const struct injector *row);
bool clear_code(struct edit *e, const struct injector *row);
bool lengthen_code(struct edit *e, const struct injector *row);
bool copy_content(struct edit *e, const struct injector *row);
bool move_item(struct edit *e, const struct injector *row);
bool cut_text(struct edit *e, const struct injector *row);
bool change_before_mark(struct edit *e, const struct injector *row);
bool repeat_entry(struct edit *e, const struct injector *row);
bool change_last_entry(struct edit *e, const struct injector *row);

#endif
