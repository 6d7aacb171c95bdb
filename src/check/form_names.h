/* form_names - the names in 《》 by which texts speak of forms. Internal to check. */
#ifndef MULU_CHECK_FORM_NAMES_H
#define MULU_CHECK_FORM_NAMES_H

#include "base/arena.h"
#include "catalog/model.h"

#include <stdint.h>

/* Takes the first name in 《》 off the text; *name is a slice of it. */
bool form_name_take(struct str *text, struct str *name);

/* True for the name of something to fill in: …表, …申请书. A certificate is none. */
bool form_name_blank(struct str name);

/* How a name stands to the title of a form. */
enum form_likeness {
    FORM_OTHER,
    FORM_AKIN,    /* many of the same characters */
    FORM_VARIANT, /* the same characters otherwise ordered, another place, 基本 left out */
    FORM_SAME     /* but for blanks, brackets and the place in front */
};

/* A name made ready for comparing. `shown` is without blanks; `bare` also without marks, the
 * place in front and words that mean nothing; `sorted` has its characters in order. */
struct form_key {
    struct str shown, bare;
    uint32_t *sorted;
    size_t n;
    bool local; /* began with the region's name */
};
struct form_key form_key(struct arena *a, struct str name, struct str region);
enum form_likeness form_alike(const struct form_key *name, const struct form_key *title);

#endif
