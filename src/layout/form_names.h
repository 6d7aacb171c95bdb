/* form_names - names of fields, each different from all others. */
#ifndef MULU_LAYOUT_FORM_NAMES_H
#define MULU_LAYOUT_FORM_NAMES_H

#include "base/str.h"

/* What a field is called: its name, parts with points between them; what a reader is told;
 * the heading over it, used where a name comes twice ("": none). */
struct form_name_of {
    struct str name, told, section;
};

/* Makes names different: by their section, then by a number. No name is left that is the
 * beginning of another's parts. Texts in the arena. */
void form_names(struct arena *a, struct form_name_of **names, size_t n);

#endif
