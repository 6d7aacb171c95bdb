/* scene_svg - one page of a scene as an SVG element to stand inside an HTML page.
 *
 * Presentation attributes only (no style), text as text. The SVG scales with its place:
 * viewBox in points, width as asked for, no height; the page's
 * style sheet says max-width: 100%. It is good XML too, so it can stand in a file alone. */
#ifndef MULU_SCENE_SCENE_SVG_H
#define MULU_SCENE_SCENE_SVG_H

#include "scene/scene.h"

/* Writes <svg …>…</svg>. Its <title> and <desc> are title and alt of the page's first
 * figure (a figure without a title takes the scene's). `words` is the id of an element of
 * the page that says the same as the alt: then aria-details leads there and the words are
 * not said twice; "" for none. Ids inside begin with `prefix`, so several charts can stand
 * on one page. One point of the scene is `scale` CSS pixels wide where there is room.
 * Places are written to a tenth of a point, less than a pixel of a screen.
 *
 * The reader's fonts differ from ours: runs without Chinese carry textLength, so they stay
 * inside what was laid out. Links to web addresses (http, https, mailto, tel, or relative)
 * become <a>; links to places in the scene are left out, as the page has them elsewhere. */
void scene_svg(const struct scene *s, size_t page, struct str prefix, struct str words,
               double scale, struct buf *out);

#endif
