/* font_face - one face of a font file: glyphs, advances, facts, subsets.
 *
 * Behind font.h; nobody else includes it. HarfBuzz's types stay in the .c files. */
#ifndef MULU_SCENE_FONT_FACE_H
#define MULU_SCENE_FONT_FACE_H

#include "scene/font.h"

struct face; /* opaque */

/* Opens face `index` of a font file (path NUL-terminated), to be freed with face_drop().
 * NULL when the file cannot be read, is no font, has no such face, or its outlines are
 * neither TrueType nor CFF; the reason, in Chinese and static, goes to `*why`. */
struct face *face_open(const char *path, unsigned index, const char **why);
void face_drop(struct face *f);

/* The glyph of a character, or 0. */
unsigned face_glyph(const struct face *f, uint32_t c);

/* Advance of a glyph in em. */
double face_advance(const struct face *f, unsigned id);

/* Where the ink of a glyph begins and ends, in em from its origin; 0 and 0 without ink. */
void face_ink(const struct face *f, unsigned id, double *left, double *right);

/* The code of a glyph in a PDF: see font_cff.h. */
unsigned face_code(const struct face *f, unsigned id);

/* What font_face() tells of it; texts are lent. */
const struct face_info *face_facts(const struct face *f);

/* The subset font_subset() promises, from the whole face: for want of a part only, since it
 * has the variants of its glyphs besides. */
bool face_subset(const struct face *f, const unsigned *ids, size_t n, struct buf *out);

/* A part of a face: some of its glyphs, in memory of their own. A subset made of a part costs
 * a tenth of one made of the face, because what takes the time is to go through the 65,535
 * glyphs of a Chinese font; and it does not depend on what else the part holds. */
struct face_part; /* opaque */

/* A part with these glyphs, in any order, to be freed with part_drop(). NULL when the library
 * refuses, and for an empty list. */
struct face_part *part_new(const struct face *f, const unsigned *ids, size_t n);
void part_drop(struct face_part *p);

/* True when all these glyphs are in the part. */
bool part_holds(const struct face_part *p, const unsigned *ids, size_t n);
/* As face_subset(), of glyphs the part holds. */
bool part_subset(const struct face_part *p, const unsigned *ids, size_t n, struct buf *out);

/* Gives back the memory of those pages of the font file that were touched. */
void face_forget(const struct face *f);

/* HarfBuzz's own object, for font_subset.c. */
struct hb_face_t;
struct hb_face_t *face_engine(const struct face *f);

#endif
