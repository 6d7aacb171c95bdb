/* glyphs - characters of a catalog that print otherwise than they should, with their places:
 * those that no face has, and those of scripts that want shaping, which the PDF has not.
 *
 * The PDF writer knows what it cannot paint, but not where it came from. So the texts of the
 * catalog's own files are looked through before: each such character is told once, at the
 * first place where it stands, and each such script once. Comments are passed over. */
#ifndef MULU_SITE_GLYPHS_H
#define MULU_SITE_GLYPHS_H

#include "catalog/model.h"
#include "diag/diag.h"
#include "scene/font.h"

/* What was told: the characters, as texts. */
struct str_list glyphs_tell(struct arena *a, const struct catalog *c,
                            const struct fonts *fonts, struct diag *d);

/* Puts the problems of a document behind those of `to`, without what it says again of the
 * characters already told. */
void glyphs_append(struct diag *to, const struct diag *from, const struct str_list *told);

#endif
