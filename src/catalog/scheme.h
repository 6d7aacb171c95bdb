/* scheme - a base list that catalogs are compared with, such as ylbz-2020 (医保发〔2020〕18号).
 *
 * Kept as catalogs/schemes/<id>.xml: groups with items; each item carries how sure its facts
 * are, and messages that rest on derived facts say so. */
#ifndef MULU_CATALOG_SCHEME_H
#define MULU_CATALOG_SCHEME_H

#include "base/lookup.h"
#include "catalog/limit.h"
#include "catalog/model.h"
#include "catalog/title.h"
#include "diag/diag.h"

enum { SCHEME_MOST_ITEMS = 20000 }; /* a title not found at once is compared with all */

struct scheme_item {
    struct str code; /* 12 characters */
    struct str title;
    struct str limit_text; /* "" where the list has none */
    struct limit limit;
    struct str steps;      /* 申请—受理—审核—办结 */
    struct str_list chain; /* their names */
    struct str confidence; /* "derived; …" */
    size_t group;          /* index of its group */
    size_t at;
};
struct scheme_group {
    struct str code, title;
    size_t first, n; /* its items in scheme->items */
    size_t at;
};

/* Code and title of a group or an item as look-ups need them, under the same number. */
struct scheme_name {
    struct str code, title;
    struct title_key key;
    size_t next; /* the next with the same title, or STR_NONE */
};
struct scheme_names {
    struct scheme_name *at;
    size_t n, cap;
    struct lookup codes;  /* code → number */
    struct lookup titles; /* title_key_bytes() → number of the first */
};

struct scheme {
    struct arena *arena;
    struct source source;
    struct str id, title, document;
    struct str confidence; /* of the list as a whole: printed in messages */
    VEC(struct scheme_group) groups;
    VEC(struct scheme_item) items;
    struct scheme_names group_names, item_names;
    struct lookup mains; /* the first 9 characters of the groups' codes */
};

/* Loads catalogs/schemes/<id>.xml; `path` is the file, `shown` its name in messages.
 * Returns NULL when it cannot be used; the reasons are in `d`. */
struct scheme *scheme_load(struct str path, struct str shown, struct diag *d);
void scheme_drop(struct scheme *s);

/* The item with exactly this basic code, or NULL. */
const struct scheme_item *scheme_item(const struct scheme *s, struct str code);
/* The group with exactly this code, or NULL. */
const struct scheme_group *scheme_group(const struct scheme *s, struct str code);
/* True when a group has this main item, under any last three characters. */
bool scheme_has_main(const struct scheme *s, struct str code);

/* The number of a group or item with exactly this title but for blanks, quotes and
 * punctuation, or STR_NONE; others by `next`. */
size_t scheme_titled(const struct scheme_names *names, const struct title_key *title);

/* The one item whose title is the nearest to `title` (title.h), when near enough to be the
 * same under a short form or with more words; else NULL, also when two are equally near.
 * One character off is too far: 异地急诊人员备案 is not 异地转诊人员备案. */
const struct scheme_item *scheme_by_title(const struct scheme *s, struct str title);

/* The same over groups or items by a key made before: the number, or STR_NONE. How near it
 * is goes to *match. */
size_t scheme_nearest(const struct scheme_names *names, const struct title_key *title,
                      enum title_match *match);

#endif
