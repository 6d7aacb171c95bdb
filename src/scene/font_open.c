#include "scene/font_set.h"

#include <assert.h>
#include <stdlib.h>

/* Which face stands for which role: the project's files, Debian's where it names none, and
 * behind each the faces that are asked for what it lacks. */

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
