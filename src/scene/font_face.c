#include "scene/font_face.h"

#include "base/file.h"
#include "scene/font_cff.h"

#include <hb-ot.h>
#include <hb.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct face {
    struct file_map file;
    hb_face_t *face;
    hb_font_t *font;
    double upem;
    struct face_info info;
    uint16_t *cids;           /* of a CID-keyed CFF font, by glyph id; NULL: the same */
    char name[64], title[96]; /* behind info.name and info.title */
};

/* A table of the font and its bytes; big-endian numbers are 0 past its end, so a damaged
 * font gives poor numbers, not a crash. */
struct table {
    hb_blob_t *blob;
    const unsigned char *at;
    unsigned n;
};

static struct table table_open(hb_face_t *face, const char tag[5])
{
    struct table t = {0};
    t.blob = hb_face_reference_table(
        face, HB_TAG((unsigned char)tag[0], (unsigned char)tag[1], (unsigned char)tag[2],
                     (unsigned char)tag[3]));
    t.at = (const unsigned char *)hb_blob_get_data(t.blob, &t.n);
    return t;
}

static int table_int16(const struct table *t, unsigned at)
{
    return at + 2 <= t->n ? (int16_t)(uint16_t)(t->at[at] << 8 | t->at[at + 1]) : 0;
}

static bool has_table(hb_face_t *face, const char tag[5])
{
    struct table t = table_open(face, tag);
    hb_blob_destroy(t.blob);
    return t.n > 0;
}

static struct str face_text(hb_face_t *face, hb_ot_name_id_t id, char *room, size_t size)
{
    unsigned n = (unsigned)size;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &n, room);
    if (n >= size)
        n = (unsigned)size - 1;
    return (struct str){room, n};
}

/* Names in a PDF are ASCII without delimiters: anything else becomes a "-". */
static struct str plain_name(struct str name, char *room)
{
    if (!name.n)
        name.n = strlen(strcpy(room, "Unnamed"));
    for (size_t i = 0; i < name.n; i++)
        if (room[i] <= ' ' || room[i] > '~' || strchr("()<>[]{}/%#", room[i]))
            room[i] = '-';
    return name;
}

/* Typographic heights, because hhea's and Windows' contain line spacing (Noto CJK: 1.151
 * and 0.286). Fonts with senseless values get those of an ideograph's square. */
static void read_heights(struct face *f, double unit)
{
    struct table os2 = table_open(f->face, "OS/2");
    struct face_info *info = &f->info;
    info->ascent = table_int16(&os2, 68) * unit;
    info->descent = -table_int16(&os2, 70) * unit;
    info->cap_height = os2.n >= 90 ? table_int16(&os2, 88) * unit : 0;
    if (info->ascent < 500 || info->ascent > 1500 || info->descent < 0 ||
        info->descent > 600) {
        info->ascent = 880;
        info->descent = 120;
    }
    if (info->cap_height <= 0)
        info->cap_height = 730;
    /* PANOSE serif style: 2 to 10 have serifs, 11 to 15 none. */
    info->serif = os2.n > 33 && os2.at[33] >= 2 && os2.at[33] <= 10;
    hb_blob_destroy(os2.blob);
}

static void read_facts(struct face *f)
{
    struct face_info *info = &f->info;
    double unit = 1000 / f->upem;
    info->name = plain_name(
        face_text(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, f->name, sizeof f->name),
        f->name);
    info->title = face_text(f->face, HB_OT_NAME_ID_FULL_NAME, f->title, sizeof f->title);
    info->cff = has_table(f->face, "CFF ");
    read_heights(f, unit);
    struct table head = table_open(f->face, "head"), post = table_open(f->face, "post");
    for (unsigned i = 0; i < 4; i++)
        info->box[i] = table_int16(&head, 36 + 2 * i) * unit;
    info->italic_angle = table_int16(&post, 4);
    hb_blob_destroy(head.blob);
    hb_blob_destroy(post.blob);
}

/* False when the CFF table is damaged. */
static bool read_codes(struct face *f)
{
    if (!f->info.cff)
        return true;
    struct table cff = table_open(f->face, "CFF ");
    bool ok = cff_charset((struct str){(const char *)cff.at, cff.n},
                          hb_face_get_glyph_count(f->face), &f->info.cid_keyed, &f->cids);
    hb_blob_destroy(cff.blob);
    return ok;
}

static uint32_t read_number(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* True when every table ends within the file (OpenType 1.9, "Table Directory"). HarfBuzz
 * takes what is there of a table that was cut off, and its glyphs would print as nothing. */
static bool is_whole(hb_blob_t *blob, unsigned index)
{
    enum { HEAD = 12, RECORD = 16 };
    unsigned n;
    const unsigned char *at = (const unsigned char *)hb_blob_get_data(blob, &n);
    size_t base = 0;
    if (n >= HEAD && !memcmp(at, "\0\0\1\0", 4))
        return true; /* a font suitcase of macOS, which HarfBuzz looks through */
    if (n >= HEAD && !memcmp(at, "ttcf", 4)) {
        size_t place = HEAD + 4 * (size_t)index;
        base = place + 4 <= n ? read_number(at + place) : n;
    }
    if (base + HEAD > n)
        return false;
    size_t tables = (size_t)at[base + 4] << 8 | at[base + 5];
    if (base + HEAD + RECORD * tables > n)
        return false;
    for (size_t i = 0; i < tables; i++) {
        const unsigned char *record = at + base + HEAD + RECORD * i;
        if ((uint64_t)read_number(record + 8) + read_number(record + 12) > n)
            return false;
    }
    return true;
}

static const char *reason(hb_blob_t *blob, hb_face_t *face, unsigned index)
{
    unsigned faces = hb_face_count(blob);
    if (!faces)
        return "不是字体文件";
    if (index >= faces)
        return "文件里没有这个序号的字体";
    if (!hb_face_get_glyph_count(face))
        return "字体文件是坏的";
    if (!has_table(face, "CFF ") && !has_table(face, "glyf"))
        return "没有 TrueType 或 CFF 轮廓，或者文件不完整";
    if (!is_whole(blob, index))
        return "文件不完整";
    return NULL;
}

/* HarfBuzz's face over the mapped file; NULL with the reason. */
static hb_face_t *open_engine(struct str file, unsigned index, const char **why)
{
    /* HarfBuzz counts bytes in 32 bits. */
    if (file.n > UINT32_MAX) {
        *why = "字体文件太大";
        return NULL;
    }
    hb_blob_t *blob =
        hb_blob_create(file.s, (unsigned)file.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, index);
    *why = reason(blob, face, index);
    hb_blob_destroy(blob);
    if (!*why)
        return face;
    hb_face_destroy(face);
    return NULL;
}

struct face *face_open(const char *path, unsigned index, const char **why)
{
    struct file_map file;
    if (!file_map(path, &file, why))
        return NULL;
    hb_face_t *face = open_engine(file.bytes, index, why);
    if (!face) {
        file_unmap(&file);
        return NULL;
    }
    struct face *f = heap_alloc(sizeof *f);
    *f = (struct face){.file = file, .face = face, .font = hb_font_create(face)};
    f->upem = hb_face_get_upem(face);
    read_facts(f);
    if (read_codes(f))
        return f;
    *why = "字体文件是坏的";
    face_drop(f);
    return NULL;
}

void face_drop(struct face *f)
{
    if (!f)
        return;
    hb_font_destroy(f->font);
    hb_face_destroy(f->face);
    file_unmap(&f->file);
    free(f->cids);
    free(f);
}

unsigned face_glyph(const struct face *f, uint32_t c)
{
    hb_codepoint_t id = 0;
    return hb_font_get_nominal_glyph(f->font, c, &id) && id <= 0xFFFF ? id : 0;
}

double face_advance(const struct face *f, unsigned id)
{
    return hb_font_get_glyph_h_advance(f->font, id) / f->upem;
}

void face_ink(const struct face *f, unsigned id, double *left, double *right)
{
    hb_glyph_extents_t ink = {0};
    hb_font_get_glyph_extents(f->font, id, &ink);
    *left = ink.x_bearing / f->upem;
    *right = (ink.x_bearing + ink.width) / f->upem;
}

unsigned face_code(const struct face *f, unsigned id)
{
    return f->cids ? f->cids[id] : id;
}

const struct face_info *face_facts(const struct face *f)
{
    return &f->info;
}

void face_forget(const struct face *f)
{
    file_map_forget(&f->file);
}

struct hb_face_t *face_engine(const struct face *f)
{
    return f->face;
}
