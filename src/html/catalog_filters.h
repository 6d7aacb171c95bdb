/* catalog_filters - by what the items of a catalog's page can be chosen: level, main item,
 * audience, time. A filter that would not part the items is not offered. */
#ifndef MULU_HTML_CATALOG_FILTERS_H
#define MULU_HTML_CATALOG_FILTERS_H

#include "html/view.h"

/* A choice; its value is a word that stands among the item's words when it is chosen. */
struct choice_view {
    struct str value, text;
};
struct filter_view {
    struct str label, name;
    VEC(struct choice_view) choices;
};
struct filters {
    struct filter_view *at;
    size_t n, cap;
};

extern const struct shape filter_shape;

/* The filters that part the items of the catalog, with the choices that some of them meet. In
 * the arena. */
struct filters catalog_filters(struct arena *a, const struct catalog *c);

/* The words of an item of the group at `group`, or of a service of it, with a blank between:
 * "g3 l0 t5 t20". A service without levels, ticks or a limit of its own has those of its item;
 * `service` is NULL for the item itself. In the arena. */
struct str catalog_filter_words(struct arena *a, const struct catalog *c, size_t group,
                                const struct item *item, const struct item *service);

#endif
