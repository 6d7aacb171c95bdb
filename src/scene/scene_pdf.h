/* scene_pdf - a scene as a PDF file. libharu stays behind this file.
 *
 * Fonts are embedded as subsets, text can be copied out exactly, links, bookmarks and page
 * labels are kept. The same scene gives the same bytes. */
#ifndef MULU_SCENE_SCENE_PDF_H
#define MULU_SCENE_SCENE_PDF_H

#include "scene/scene.h"

/* Writes the whole file to `out`. Characters that no face has are told to `d` once each,
 * with their code point, and painted as a visible box. Returns false when the library
 * failed (told to `d`); `out` is then useless. */
bool scene_pdf(const struct scene *s, const struct fonts *fonts, struct diag *d,
               struct buf *out);

#endif
