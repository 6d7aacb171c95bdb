/* font - faces for roles, widths of characters, subsets for embedding.
 *
 * Layout asks for widths, the PDF writer for glyphs and subsets. HarfBuzz stays in
 * font_face.c and font_subset.c.
 * A set is opened once and shared by all documents of a process; after fork it is still
 * good, because the font files are mapped memory.
 *
 * Tests use fonts_fake(): every wide character (utf8_columns 2) one em, all others half an
 * em, ascent 0.88, descent 0.12, no file needed. */
#ifndef MULU_SCENE_FONT_H
#define MULU_SCENE_FONT_H

#include "base/buf.h"
#include "diag/diag.h"

/* What a face is for. Bold is a role of its own, as the faces are. */
enum font_role {
    FONT_SONG, /* 宋体: running text */
    FONT_SONG_BOLD,
    FONT_HEI, /* 黑体: headings, tables, charts */
    FONT_HEI_BOLD,
    FONT_KAI,          /* 楷体 */
    FONT_FANGSONG,     /* 仿宋: notices */
    FONT_XIAOBIAOSONG, /* 小标宋: red heads and titles of notices */
    FONT_ROLE_COUNT
};

/* Where a role's face is: a file and the index of the face in it (0 unless a .ttc). */
struct font_file {
    struct str path;
    unsigned index;
};

/* What a project chooses: a file for a role, or path "" for the default of Debian's
 * fonts-noto-cjk and fonts-lxgw-wenkai; and faces that are asked, in this order, for
 * characters the face of a role lacks, before those of the other roles and Debian's. The
 * places are for messages. */
enum { FONT_MOST_FALLBACKS = 8 };
struct font_choice {
    struct font_file roles[FONT_ROLE_COUNT], fallbacks[FONT_MOST_FALLBACKS];
    size_t fallback_n;
    struct pos role_at[FONT_ROLE_COUNT], fallback_at[FONT_MOST_FALLBACKS];
};

struct fonts; /* opaque */

/* Opens the faces. A file that cannot be opened is an error in `d` (naming the file, the
 * role and the remedy) and NULL is returned. Freed with fonts_drop(). */
struct fonts *fonts_open_choice(const struct font_choice *choice, struct diag *d);
/* The same without fallbacks and places. */
struct fonts *fonts_open(const struct font_file files[FONT_ROLE_COUNT], struct diag *d);
struct fonts *fonts_fake(void);
void fonts_drop(struct fonts *f);

/* Chinese name of a role: 宋体. Static. */
const char *font_role_name(enum font_role role);

/* A role whose default is a face of another kind, because no open one exists in Debian. */
struct font_substitute {
    enum font_role role;
    struct str face; /* full name of the face in its place, lent by the set */
};

/* Writes the roles that were substituted to `out` and returns their number (0 when the
 * project names a file for each such role). */
size_t font_substitutes(const struct fonts *f,
                        struct font_substitute out[FONT_ROLE_COUNT]);

/* Says so, a note each: once, by whoever opened the fonts. */
void fonts_note_substitutes(const struct fonts *f, struct diag *d);

/* Advance of one character in em (0 to about 2). A character without a glyph in the role's
 * face is looked for in the fallback faces; one that no face has gets 1 em. Controls and
 * characters that are invisible by nature (zero width space, variation selectors) have 0;
 * a tab counts as a space. */
double font_advance(const struct fonts *f, enum font_role role, uint32_t c);

/* Width of a text in points at a size, without tracking: the sum of the advances. */
double font_width(const struct fonts *f, enum font_role role, double size,
                  struct str text);

/* Heights of the role's face above and below the baseline, in em, both positive. */
double font_ascent(const struct fonts *f, enum font_role role);
double font_descent(const struct fonts *f, enum font_role role);

/* True when some face has a glyph for the character, or it needs none. */
bool font_has(const struct fonts *f, enum font_role role, uint32_t c);

/* In which half of its square the ink of a full-width mark lies, so that the other half may
 * be cut off: 、 and 》 in the left one, 《 in the right one. FONT_SIDE_FULL for every other
 * character, and for a mark whose glyph is narrow, or wide in the middle, in this face. */
enum font_side { FONT_SIDE_FULL, FONT_SIDE_LEFT, FONT_SIDE_RIGHT };
enum font_side font_side(const struct fonts *f, enum font_role role, uint32_t c);

/* A character's glyph: which face of the set and which glyph id in the original font.
 * Glyph 0 of the role's face when no face has it or when nothing is to be painted. */
struct glyph {
    unsigned face;
    unsigned id;
    bool missing;   /* no face has it: paint a box of 1 em */
    bool invisible; /* nothing to paint and no advance */
};
struct glyph font_glyph(const struct fonts *f, enum font_role role, uint32_t c);

/* The character whose glyph a bracket or a mark has in upright lines: ︵ for （. The
 * character itself when it has none of its own there, or when no face has that one. */
uint32_t font_upright(const struct fonts *f, enum font_role role, uint32_t c);

enum { FONT_MOST_FACES = 24 };
unsigned font_face_count(const struct fonts *f);

/* What a PDF must know about a face. */
struct face_info {
    struct str name;  /* PostScript name, fit for a PDF name */
    struct str title; /* full name, for people */
    bool cff;         /* CFF outlines, else TrueType */
    bool cid_keyed;   /* of a CFF font: glyphs are named by CIDs */
    double ascent, descent, cap_height, italic_angle; /* thousandths of an em; degrees */
    double box[4];                                    /* thousandths of an em */
    bool serif;
};
struct face_info font_face(const struct fonts *f, unsigned face);

/* Advance of a glyph of a face in thousandths of an em. */
double font_glyph_advance(const struct fonts *f, unsigned face, unsigned id);

/* The 16-bit code that stands for a glyph of a face in the text of a PDF: its CID when the
 * face is a CID-keyed CFF font, else its id. */
unsigned font_code(const struct fonts *f, unsigned face, unsigned id);

/* Writes a subset of the face with these glyphs (ids of the original font, sorted): for CFF
 * the bare "CFF " table, for TrueType a whole font with its ids kept. The same glyphs give
 * the same bytes, whatever was asked for before. Returns false when the library refuses. */
bool font_subset(const struct fonts *f, unsigned face, const unsigned *ids, size_t n,
                 struct buf *out);

#endif
