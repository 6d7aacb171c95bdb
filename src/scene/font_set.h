/* font_set - a set of faces inside: what font_open.c fills and font.c looks up. Nobody else
 * includes this. */
#ifndef MULU_SCENE_FONT_SET_H
#define MULU_SCENE_FONT_SET_H

#include "scene/font.h"
#include "scene/font_face.h"

/* What is known of a character in a role: found once, then two array accesses away. */
struct slot {
    float advance; /* em */
    uint16_t id;
    uint8_t face;
    uint8_t state : 4; /* enum slot_state */
    uint8_t side : 4;  /* enum font_side */
};
enum slot_state { SLOT_UNKNOWN, SLOT_FOUND, SLOT_MISSING, SLOT_INVISIBLE };
enum { SLOT_PAGE = 256, SLOT_PAGES = 0x110000 / SLOT_PAGE };

struct role_table {
    unsigned chain[FONT_MOST_FACES]; /* the role's face, then the fallbacks */
    unsigned chain_n;
    struct slot *pages[SLOT_PAGES];
};

/* The characters the set was asked for, and of each face the part that has their glyphs:
 * what a document paints it has measured before. */
struct asked {
    VEC(uint32_t) characters; /* each once for each role */
    struct face_part *parts[FONT_MOST_FACES];
};

/* Every role and fallback may have a face of its own, and Debian's stand behind. */
_Static_assert(2 * FONT_ROLE_COUNT + FONT_MOST_FALLBACKS <= FONT_MOST_FACES, "room");

struct fonts {
    struct arena *arena;
    struct face *faces[FONT_MOST_FACES]; /* none in a fake set */
    struct font_file files[FONT_MOST_FACES];
    unsigned face_n;
    bool fake;
    bool substituted[FONT_ROLE_COUNT];
    /* Pointers, so that look-ups in a const set can remember what they found. */
    struct role_table *roles;
    struct asked *asked;
};

#endif
