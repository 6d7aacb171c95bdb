/* svg - the words of an SVG: texts, numbers, attributes, paths. Only scene_svg.c needs them. */
#ifndef MULU_SCENE_SVG_H
#define MULU_SCENE_SVG_H

#include "base/buf.h"
#include "scene/scene.h"

/* The text with what XML keeps for itself written out, blanks for tabs and line ends, and
 * without the characters XML has no way to write. */
void svg_text(struct buf *out, struct str s);

/* To a tenth. */
void svg_number(struct buf *out, double x);

/* ` name="`, for a value that follows with its quote. */
void svg_open(struct buf *out, const char *name);

/* ` name="x"`. */
void svg_attribute(struct buf *out, const char *name, double x);
/* ` name="#rgb"` or ` name="#rrggbb"`, whichever is shorter. */
void svg_color(struct buf *out, const char *name, struct color c);

/* Whether numbers of points are one but for rounding. */
bool svg_same(double a, double b);

/* <path> of the mark, or <rect> where it is a box with round corners; without fill and
 * stroke, which the <g> around it has. */
void svg_path(struct buf *out, const struct path_mark *p);

#endif
