/* scene_svg - one page of a scene as an SVG element to stand inside an HTML page.
 *
 * Presentation attributes only (no style), text as text. The SVG scales with its place:
 * viewBox in points, width at most its natural one. */
#ifndef MULU_SCENE_SCENE_SVG_H
#define MULU_SCENE_SCENE_SVG_H

#include "scene/scene.h"

/* Writes <svg …>…</svg> with <title> from the page's figure element, if it has one. Ids
 * inside begin with `prefix`, so several charts can stand on one page. */
void scene_svg(const struct scene *s, size_t page, struct str prefix, struct buf *out);

#endif
