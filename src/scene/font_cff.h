/* font_cff - which codes a PDF uses for the glyphs of a CFF font.
 *
 * In a CID-keyed CFF font the text of a PDF names glyphs by CID, which the font's charset
 * gives for each glyph; in any other the code is the glyph id itself (ISO 32000-1,
 * 9.7.4.2). Format: Adobe technical note 5176. */
#ifndef MULU_SCENE_FONT_CFF_H
#define MULU_SCENE_FONT_CFF_H

#include "base/str.h"

#include <stdint.h>

/* Reads the charset of the font in a "CFF " table with `glyphs` glyphs (at most 65,536).
 * Sets `*cid_keyed`; for a CID-keyed font whose CIDs differ from its glyph ids `*cids`
 * becomes an array of them, to be freed with free(), else NULL. False when the table is
 * damaged. */
bool cff_charset(struct str table, unsigned glyphs, bool *cid_keyed, uint16_t **cids);

#endif
