/* config - site/site.xml: what the web site says of itself, and its fonts.
 *
 * A value that is missing stays "" and is never invented. */
#ifndef MULU_SITE_CONFIG_H
#define MULU_SITE_CONFIG_H

#include "diag/diag.h"
#include "html/site_info.h"
#include "scene/font.h"

struct site_config {
    struct site_info info;
    struct font_choice fonts;
};

/* Reads the file into the arena. A file that does not exist gives an empty configuration
 * with a note in `d`. Returns NULL after telling `d` what is wrong with it: not XML, an
 * unknown element or attribute, a text or element where none may be, one that stands twice,
 * an unknown font role. Values have no blanks at their ends; one of blanks only is missing. */
struct site_config *site_config_load(struct arena *a, struct str path, struct str shown,
                                     struct diag *d);

#endif
