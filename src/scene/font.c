#include "scene/font.h"

#include "base/utf8.h"
#include "scene/font_face.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

#define NOTO "/usr/share/fonts/opentype/noto/"
#define WENKAI "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

/* Defaults of Debian 12. Index 2 of the Noto CJK collections is simplified Chinese (SC).
 * There is no open 仿宋 or 小标宋 with simplified characters, so these two are substituted.
 * `next` is what stands in first for a character the face lacks. */
static const struct role_default {
    const char *name, *path;
    unsigned index;
    bool substitute;
    enum font_role next;
} defaults[FONT_ROLE_COUNT] = {
    [FONT_SONG] = {"宋体", NOTO "NotoSerifCJK-Regular.ttc", 2, false, FONT_HEI},
    [FONT_SONG_BOLD] = {"宋体加粗", NOTO "NotoSerifCJK-Bold.ttc", 2, false,
                        FONT_HEI_BOLD},
    [FONT_HEI] = {"黑体", NOTO "NotoSansCJK-Regular.ttc", 2, false, FONT_SONG},
    [FONT_HEI_BOLD] = {"黑体加粗", NOTO "NotoSansCJK-Bold.ttc", 2, false, FONT_HEI},
    [FONT_KAI] = {"楷体", WENKAI, 0, false, FONT_SONG},
    [FONT_FANGSONG] = {"仿宋", WENKAI, 0, true, FONT_SONG},
    [FONT_XIAOBIAOSONG] = {"小标宋", NOTO "NotoSerifCJK-Bold.ttc", 2, true,
                           FONT_SONG_BOLD},
};

const char *font_role_name(enum font_role role)
{
    return defaults[role].name;
}

static struct fonts *set_new(void)
{
    struct fonts *f = heap_alloc(sizeof *f);
    *f = (struct fonts){.arena = arena_new()};
    f->roles = arena_array(f->arena, FONT_ROLE_COUNT, sizeof *f->roles);
    f->asked = arena_alloc(f->arena, sizeof *f->asked);
    return f;
}

/* The face of a file, opened unless the set has it; FONT_MOST_FACES with the reason when
 * that fails. */
static unsigned set_face(struct fonts *f, struct font_file file, const char **why)
{
    for (unsigned i = 0; i < f->face_n; i++)
        if (str_eq(f->files[i].path, file.path) && f->files[i].index == file.index)
            return i;
    assert(f->face_n < FONT_MOST_FACES);
    file.path = str_copy(f->arena, file.path);
    struct face *face = face_open(file.path.s, file.index, why);
    if (!face)
        return FONT_MOST_FACES;
    f->faces[f->face_n] = face;
    f->files[f->face_n] = file;
    return f->face_n++;
}

static struct font_file default_file(unsigned role)
{
    return (struct font_file){str_of(defaults[role].path), defaults[role].index};
}

static bool open_role(struct fonts *f, unsigned role, struct font_file file,
                      struct pos at, struct diag *d)
{
    bool own = file.path.n > 0;
    if (!own)
        file = default_file(role);
    const char *why;
    unsigned face = set_face(f, file, &why);
    if (face == FONT_MOST_FACES)
        return diag_at(d, at, own ? DIAG_FONT_FILE : DIAG_FONT_PACKAGE,
                       STR_ARG(file.path), defaults[role].name, why);
    const uint32_t common = 0x7684; /* 的 */
    if (own && !face_glyph(f->faces[face], common))
        diag_at(d, at, DIAG_FONT_LATIN, STR_ARG(file.path), defaults[role].name);
    f->roles[role].chain[0] = face;
    f->roles[role].chain_n = 1;
    f->substituted[role] = !own && defaults[role].substitute;
    return true;
}

static void chain_add(struct role_table *table, unsigned face)
{
    for (unsigned i = 0; i < table->chain_n; i++)
        if (table->chain[i] == face)
            return;
    table->chain[table->chain_n++] = face;
}

/* The project's own fallbacks stand behind the face of each role. */
static bool open_fallbacks(struct fonts *f, const struct font_choice *choice,
                           struct diag *d)
{
    bool ok = true;
    for (size_t i = 0; i < choice->fallback_n; i++) {
        const char *why;
        unsigned face = set_face(f, choice->fallbacks[i], &why);
        if (face == FONT_MOST_FACES)
            ok = diag_at(d, choice->fallback_at[i], DIAG_FONT_FILE,
                         STR_ARG(choice->fallbacks[i].path), "后备字体", why);
        for (unsigned role = 0; face < FONT_MOST_FACES && role < FONT_ROLE_COUNT; role++)
            chain_add(&f->roles[role], face);
    }
    return ok;
}

/* Then come the faces of the other roles, and at last Debian's, since a project's own
 * fonts may lack rare characters; where they are not installed the set does without. */
static void open_defaults(struct fonts *f)
{
    const char *why;
    for (unsigned role = 0; role < FONT_ROLE_COUNT; role++)
        set_face(f, default_file(role), &why);
    for (unsigned role = 0; role < FONT_ROLE_COUNT; role++) {
        chain_add(&f->roles[role], f->roles[defaults[role].next].chain[0]);
        for (unsigned face = 0; face < f->face_n; face++)
            chain_add(&f->roles[role], face);
    }
}

struct fonts *fonts_open_choice(const struct font_choice *choice, struct diag *d)
{
    struct fonts *f = set_new();
    bool ok = true;
    for (unsigned role = 0; role < FONT_ROLE_COUNT; role++)
        ok = open_role(f, role, choice->roles[role], choice->role_at[role], d) && ok;
    if (!open_fallbacks(f, choice, d) || !ok) {
        fonts_drop(f);
        return NULL;
    }
    open_defaults(f);
    return f;
}

struct fonts *fonts_open(const struct font_file files[FONT_ROLE_COUNT], struct diag *d)
{
    struct font_choice choice = {0};
    for (unsigned role = 0; role < FONT_ROLE_COUNT; role++)
        choice.roles[role] = files[role];
    return fonts_open_choice(&choice, d);
}

struct fonts *fonts_fake(void)
{
    struct fonts *f = set_new();
    f->fake = true;
    f->face_n = 1;
    return f;
}

void fonts_drop(struct fonts *f)
{
    if (!f)
        return;
    for (unsigned i = 0; i < f->face_n; i++)
        part_drop(f->asked->parts[i]);
    for (unsigned i = 0; i < f->face_n; i++)
        face_drop(f->faces[i]);
    arena_drop(f->arena);
    free(f);
}

size_t font_substitutes(const struct fonts *f,
                        struct font_substitute out[FONT_ROLE_COUNT])
{
    size_t n = 0;
    for (unsigned role = 0; role < FONT_ROLE_COUNT; role++)
        if (f->substituted[role])
            out[n++] = (struct font_substitute){
                (enum font_role)role,
                face_facts(f->faces[f->roles[role].chain[0]])->title,
            };
    return n;
}

void fonts_note_substitutes(const struct fonts *f, struct diag *d)
{
    struct font_substitute out[FONT_ROLE_COUNT];
    size_t n = font_substitutes(f, out);
    for (size_t i = 0; i < n; i++)
        diag_at(d, (struct pos){0}, DIAG_FONT_SUBSTITUTE, font_role_name(out[i].role),
                STR_ARG(out[i].face));
}

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
static void renew_part(const struct fonts *f, unsigned face, const unsigned *ids, size_t n)
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
