#include "scene/font_cff.h"

#include <stdlib.h>

/* A place in the table. Reading past the end gives 0 and sets `bad`. */
struct reader {
    const unsigned char *at;
    size_t n, pos;
    bool bad;
};

static unsigned read_byte(struct reader *r)
{
    if (r->pos >= r->n) {
        r->bad = true;
        return 0;
    }
    return r->at[r->pos++];
}

static unsigned read_number(struct reader *r, unsigned bytes)
{
    unsigned x = 0;
    for (unsigned i = 0; i < bytes; i++)
        x = x << 8 | read_byte(r);
    return x;
}

/* Steps over an INDEX (section 5) and tells where its first entry lies. */
static void read_index(struct reader *r, size_t *first, size_t *first_end)
{
    *first = *first_end = r->pos;
    unsigned count = read_number(r, 2);
    if (!count)
        return;
    unsigned size = read_byte(r);
    if (size < 1 || size > 4) {
        r->bad = true;
        return;
    }
    size_t offsets = r->pos, data = offsets + (size_t)(count + 1) * size - 1;
    unsigned start = read_number(r, size), end = read_number(r, size);
    r->pos = offsets + (size_t)count * size;
    unsigned last = read_number(r, size);
    *first = data + start;
    *first_end = data + end;
    r->pos = data + last;
    if (end < start || last < end || r->pos > r->n)
        r->bad = true;
}

/* One operand of a DICT (section 4, table 3); real numbers are stepped over as 0. */
static long read_operand(struct reader *r, unsigned b)
{
    if (b >= 32 && b <= 246)
        return (long)b - 139;
    if (b >= 247 && b <= 250)
        return (long)((b - 247) * 256 + read_byte(r) + 108);
    if (b >= 251 && b <= 254)
        return -(long)((b - 251) * 256 + read_byte(r) + 108);
    if (b == 28)
        return (int16_t)(uint16_t)read_number(r, 2);
    if (b == 29)
        return (int32_t)read_number(r, 4);
    while (b == 30 && !r->bad) {
        unsigned pair = read_byte(r);
        if ((pair & 15) == 15 || pair >> 4 == 15)
            break;
    }
    return 0;
}

enum { OP_CHARSET = 15, OP_ESCAPE = 12, OP_ROS = 30 };

/* Finds the two facts of the Top DICT that matter: is there an ROS, where is the charset. */
static void read_top(struct reader *r, size_t end, bool *cid_keyed, long *charset)
{
    long operand = 0;
    while (r->pos < end && !r->bad) {
        unsigned b = read_byte(r);
        if (b > 21) {
            operand = read_operand(r, b);
            continue;
        }
        if (b == OP_ESCAPE && read_byte(r) == OP_ROS)
            *cid_keyed = true;
        if (b == OP_CHARSET)
            *charset = operand;
    }
}

/* Section 13: glyph 0 is not in it. */
static void read_charset(struct reader *r, unsigned glyphs, uint16_t *cids)
{
    unsigned format = read_byte(r), id = 1;
    cids[0] = 0;
    if (format > 2)
        r->bad = true;
    while (id < glyphs && !r->bad) {
        unsigned cid = read_number(r, 2);
        unsigned more = format == 0 ? 0 : read_number(r, format);
        for (unsigned i = 0; i <= more && id < glyphs; i++)
            cids[id++] = (uint16_t)(cid + i);
    }
}

bool cff_charset(struct str table, unsigned glyphs, bool *cid_keyed, uint16_t **cids)
{
    struct reader r = {(const unsigned char *)table.s, table.n, 2, false};
    size_t first, end;
    long charset = 0;
    *cid_keyed = false;
    *cids = NULL;
    r.pos = read_byte(&r);
    read_index(&r, &first, &end); /* names */
    read_index(&r, &first, &end); /* top dictionaries */
    r.pos = first;
    read_top(&r, end, cid_keyed, &charset);
    /* 0 to 2 are standard sets of glyph names. */
    if (r.bad || !*cid_keyed || charset <= 2 || !glyphs)
        return !r.bad;
    uint16_t *list = heap_alloc(glyphs * sizeof *list);
    r.pos = (size_t)charset;
    read_charset(&r, glyphs, list);
    bool same = true;
    for (unsigned id = 0; id < glyphs && same && !r.bad; id++)
        same = list[id] == id;
    if (same || r.bad)
        free(list);
    else
        *cids = list;
    return !r.bad;
}
