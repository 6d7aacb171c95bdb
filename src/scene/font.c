#include "scene/font_set.h"

#include "base/utf8.h"

#include <stdlib.h>

/* Widths, glyphs and subsets of the faces of a set. */

/* Controls, and characters that only steer how others are set (Unicode's
 * Default_Ignorable_Code_Point, those that occur in pasted text): no face need have them,
 * and nothing is painted. */
static bool invisible(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},
        {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},
        {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && c >= ranges[i].first; i++)
        if (c <= ranges[i].last)
            return true;
    return false;
}

/* Quotation marks, the marks of Chinese, and the full-width forms of ASCII. */
static bool may_have_side(uint32_t c)
{
    return (c >= 0x2018 && c <= 0x201F) || (c >= 0x3001 && c <= 0x301F) ||
           (c >= 0xFF01 && c <= 0xFF60);
}

/* A little over the middle is no harm: 《 of a bold face. */
static enum font_side side_of(const struct face *face, unsigned id)
{
    const double half = 0.5, over = 0.02, wide = 0.95;
    double left, right, advance = face_advance(face, id);
    if (advance < wide || advance > 2 - wide)
        return FONT_SIDE_FULL;
    face_ink(face, id, &left, &right);
    if (right <= left)
        return FONT_SIDE_FULL;
    if (right <= half + over)
        return FONT_SIDE_LEFT;
    return left >= half - over ? FONT_SIDE_RIGHT : FONT_SIDE_FULL;
}

/* 〈 to 】 and 〔 to 〛 come in pairs, the opening one first. */
static enum font_side fake_side(uint32_t c)
{
    if ((c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B))
        return c % 2 ? FONT_SIDE_LEFT : FONT_SIDE_RIGHT;
    switch (c) {
    case 0xFF08:
    case 0xFF3B:
    case 0xFF5B: return FONT_SIDE_RIGHT;
    case 0x3001:
    case 0x3002:
    case 0xFF01:
    case 0xFF09:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0xFF3D:
    case 0xFF5D: return FONT_SIDE_LEFT;
    }
    return FONT_SIDE_FULL;
}

static struct slot fake_slot(uint32_t c)
{
    return (struct slot){.advance = utf8_columns(c) == 2 ? 1 : 0.5F,
                         .state = SLOT_FOUND,
                         .side = fake_side(c)};
}

static struct slot find_slot(const struct fonts *f, const struct role_table *table,
                             uint32_t c)
{
    if (c == '\t')
        c = ' ';
    if (invisible(c))
        return (struct slot){.face = (uint8_t)table->chain[0], .state = SLOT_INVISIBLE};
    if (f->fake)
        return fake_slot(c);
    for (unsigned i = 0; i < table->chain_n; i++) {
        const struct face *face = f->faces[table->chain[i]];
        unsigned id = face_glyph(face, c);
        if (id)
            return (struct slot){.advance = (float)face_advance(face, id),
                                 .id = (uint16_t)id,
                                 .face = (uint8_t)table->chain[i],
                                 .state = SLOT_FOUND,
                                 .side = may_have_side(c) ? side_of(face, id) : 0};
    }
    return (struct slot){
        .advance = 1, .face = (uint8_t)table->chain[0], .state = SLOT_MISSING};
}

static const struct slot *look_up(const struct fonts *f, enum font_role role, uint32_t c)
{
    struct role_table *table = &f->roles[role];
    if (c > 0x10FFFF)
        c = UTF8_REPLACEMENT;
    struct slot **page = &table->pages[c / SLOT_PAGE];
    if (!*page)
        *page = arena_array(f->arena, SLOT_PAGE, sizeof **page);
    struct slot *slot = &(*page)[c % SLOT_PAGE];
    if (slot->state == SLOT_UNKNOWN) {
        *slot = find_slot(f, table, c);
        *vec_push(f->arena, &f->asked->characters) = c;
    }
    return slot;
}

double font_advance(const struct fonts *f, enum font_role role, uint32_t c)
{
    return (double)look_up(f, role, c)->advance;
}

enum font_side font_side(const struct fonts *f, enum font_role role, uint32_t c)
{
    return may_have_side(c) ? (enum font_side)look_up(f, role, c)->side : FONT_SIDE_FULL;
}

double font_width(const struct fonts *f, enum font_role role, double size,
                  struct str text)
{
    double em = 0;
    while (text.n)
        em += (double)look_up(f, role, utf8_next(&text))->advance;
    return em * size;
}

double font_ascent(const struct fonts *f, enum font_role role)
{
    return font_face(f, f->roles[role].chain[0]).ascent / 1000;
}

double font_descent(const struct fonts *f, enum font_role role)
{
    return font_face(f, f->roles[role].chain[0]).descent / 1000;
}

bool font_has(const struct fonts *f, enum font_role role, uint32_t c)
{
    return look_up(f, role, c)->state != SLOT_MISSING;
}

struct glyph font_glyph(const struct fonts *f, enum font_role role, uint32_t c)
{
    const struct slot *slot = look_up(f, role, c);
    return (struct glyph){
        .face = slot->face,
        .id = slot->id,
        .missing = slot->state == SLOT_MISSING,
        .invisible = slot->state == SLOT_INVISIBLE,
    };
}

unsigned font_face_count(const struct fonts *f)
{
    return f->face_n;
}

struct face_info font_face(const struct fonts *f, unsigned face)
{
    if (f->fake)
        return (struct face_info){.name = STR("Fake"),
                                  .title = STR("Fake"),
                                  .ascent = 880,
                                  .descent = 120,
                                  .cap_height = 730};
    return *face_facts(f->faces[face]);
}

double font_glyph_advance(const struct fonts *f, unsigned face, unsigned id)
{
    return f->fake ? 1000 : 1000 * face_advance(f->faces[face], id);
}

unsigned font_code(const struct fonts *f, unsigned face, unsigned id)
{
    return f->fake ? id : face_code(f->faces[face], id);
}

/* A new part of a face. The first has only what the first document wants, as there may be no
 * other. The second has the glyphs of all characters the set was asked for, in whatever role,
 * since the documents to come will have them in this one. */
static void renew_part(const struct fonts *f, unsigned face, const unsigned *ids,
                       size_t n)
{
    struct asked *asked = f->asked;
    unsigned *all = heap_alloc((asked->characters.n + n) * sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        all[count++] = ids[i];
    for (size_t i = 0; asked->parts[face] && i < asked->characters.n; i++) {
        unsigned id = face_glyph(f->faces[face], asked->characters.at[i]);
        if (id)
            all[count++] = id;
    }
    part_drop(asked->parts[face]);
    asked->parts[face] = part_new(f->faces[face], all, count);
    face_forget(f->faces[face]);
    free(all);
}

bool font_subset(const struct fonts *f, unsigned face, const unsigned *ids, size_t n,
                 struct buf *out)
{
    if (f->fake)
        return false;
    struct face_part *const *part = &f->asked->parts[face];
    if (!*part || !part_holds(*part, ids, n))
        renew_part(f, face, ids, n);
    return *part ? part_subset(*part, ids, n, out)
                 : face_subset(f->faces[face], ids, n, out);
}
