/* scene_pdf - a scene as a PDF file. libharu stays behind scene_pdf.c and
 * pdf_*.c.
 *
 * Fonts are embedded as subsets, text can be copied out exactly, links and bookmarks are
 * kept, the elements of the scene become the structure tree (tagged PDF). The same scene
 * gives the same bytes: dates come from the scene or SOURCE_DATE_EPOCH, never the clock. */
#ifndef MULU_SCENE_SCENE_PDF_H
#define MULU_SCENE_SCENE_PDF_H

#include "scene/scene.h"

/* Writes the whole file to `out`. Characters that no face has are told to `d` once each,
 * with their code point, and painted as a visible box. Returns false when the library
 * failed (told to `d`); `out` is then useless. */
bool scene_pdf(const struct scene *s, const struct fonts *fonts, struct diag *d,
               struct buf *out);

#endif
