/* overview - many catalogs on one page: what a supervisor looks at.
 *
 * Catalogs are reduced one by one, in any process, to records of a few hundred bytes, which
 * are added here. overview_finish() then chooses the national list of the matrix (the one that most
 * catalogs name), adds up and ranks. Catalogs that name no list, another one, or could not be
 * read are in the overview but not in the matrix. */
#ifndef MULU_CHECK_OVERVIEW_H
#define MULU_CHECK_OVERVIEW_H

#include "check/compare.h"
#include "diag/diag.h"

enum region_state {
    REGION_COMPARED, /* with the list of the matrix */
    REGION_OTHER,    /* it names another list */
    REGION_NO_LIST,  /* it names none */
    REGION_LIST_OFF, /* the list it names cannot be read */
    REGION_UNREAD    /* the catalog could not be loaded: there are only its errors */
};

/* How often each standing occurs; an item may have several. */
struct standing_tally {
    size_t present; /* as in the list */
    size_t kinds[STANDING_KINDS];
};

/* One catalog. */
struct overview_region {
    struct str id;         /* name of its folder */
    struct str shown;      /* the folder as messages print it */
    struct str code, name; /* of the region; "" when the catalog could not be loaded */
    struct str title;
    struct str scheme; /* id of the list it names, "" for none */
    struct str
        sheet; /* where its return sheet is, relative to the overview; "" for none */
    enum region_state state;
    size_t items;
    size_t severity[SEVERITY_COUNT]; /* findings that count */
    size_t accepted;
    struct comparison comparison; /* n 0 unless it was compared with its list */

    /* of overview_finish() */
    struct standing_tally tally;
    size_t rank; /* from 1, equal ones share it; 0: not ranked (REGION_UNREAD) */
};

/* A national list as far as the overview needs it. */
struct overview_list {
    struct str id, title, document, confidence;
    struct overview_item {
        struct str code, title, group;
        struct standing_tally tally; /* over the regions of the matrix */
    } * items;
    size_t n;
    size_t regions; /* how many name it */
};

struct overview_rule {
    struct str id, title;
    struct str family; /* name of its family, "" for problems with reading a file */
    enum severity severity;
    size_t count, regions;
};

struct overview {
    struct arena *arena;
    VEC(struct overview_list) lists;
    VEC(struct overview_region) regions; /* finished: by region code, then id */
    VEC(struct overview_rule) rules;     /* finished: the most frequent first */

    /* of overview_finish() */
    const struct overview_list *list; /* of the matrix; NULL: nothing is compared */
    size_t compared;                  /* regions in the matrix */
    struct standing_tally tally;      /* over the matrix */
    size_t severity[SEVERITY_COUNT], accepted;
    VEC(const struct overview_region *) ranking; /* the most errors an item first */
};

/* Returns an empty overview, to be freed with overview_drop(). Never NULL. */
struct overview *overview_new(void);
void overview_drop(struct overview *o);

/* Reduces a catalog and what was found in it to a record for overview_take(). `c` NULL: it
 * could not be loaded; `s` NULL: it names no list or one that cannot be read. */
void overview_make(struct str id, struct str shown, const struct catalog *c,
                   const struct scheme *s, const struct diag *found, struct buf *record);

/* Adds a catalog by its record; `s` is the list as above. Nothing is borrowed. Returns it,
 * lent until the next one is added, for its `sheet`; NULL when the record is none. */
struct overview_region *overview_take(struct overview *o, const struct scheme *s,
                                      struct str record);

/* To be called once, behind the last overview_take(). */
void overview_finish(struct overview *o);

/* True when the regions are better the rows of the matrix than its columns: there are more
 * of them than items. */
bool overview_by_region(const struct overview *o);

/* What a cell of the matrix says: √, 缺, or what differs, one a line: 更名, 超期, 移位. */
struct str standing_text(struct arena *a, unsigned char standing);

/* The columns of totals, in this order everywhere: 相符, then the signs. `i` counts from 0. */
enum { SUM_COUNT = STANDING_KINDS + 1 };
struct str sum_head(size_t i);
struct str sum_meaning(size_t i);
size_t sum_of(const struct standing_tally *t, size_t i);

/* Why a region is not in the matrix; "" for one that is. */
struct str region_absence(struct arena *a, const struct overview *o,
                          const struct overview_region *r);
/* The words for a region: its name, or the name of its folder. */
struct str region_name(const struct overview_region *r);
/* Errors or warnings an item, as people read it: 0.53. */
struct str region_rate(struct arena *a, const struct overview_region *r,
                       enum severity severity);
/* How the ranking is made, in a sentence. Static. */
const char *ranking_rule(void);

#endif
