/* place - where a catalog is. */
#ifndef MULU_SITE_PLACE_H
#define MULU_SITE_PLACE_H

#include "base/str.h"

/* Its id, and its folder as the system knows it and as messages show it. */
struct catalog_place {
    struct str id, folder, shown;
    struct str real; /* the folder as an absolute path without links */
};
struct catalog_places {
    struct catalog_place *at;
    size_t n, cap;
};

#endif
