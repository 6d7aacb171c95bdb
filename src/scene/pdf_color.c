/* An ICC profile of sRGB (IEC 61966-2-1), made here: 0.9 kB, and nobody's licence.
 *
 * Version 2.1 of the format (ICC.1:1998-09), matrix and curves, as a display has them. The
 * colorants are those of sRGB adapted to D50 by Bradford's matrix, as in every sRGB profile;
 * their sum is D50. The curve has 256 points: between them the formula bends by less than
 * half a step of 1/65535. */
#include "scene/pdf.h"

#include <math.h>

enum { CURVE_POINTS = 256, HEADER = 128 };

static void put32(struct buf *b, uint32_t x)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(b, (char)(x >> shift & 0xFF));
}

static void put16(struct buf *b, unsigned x)
{
    buf_char(b, (char)(x >> 8 & 0xFF));
    buf_char(b, (char)(x & 0xFF));
}

static void put_zeros(struct buf *b, size_t n)
{
    buf_pad(b, '\0', n);
}

static void put_sign(struct buf *b, const char *sign)
{
    buf_put(b, (struct str){sign, 4});
}

/* 15 bits, a point, 16 bits. */
static void put_fixed(struct buf *b, double x)
{
    put32(b, (uint32_t)lround(x * 65536));
}

static void put_xyz(struct buf *b, const double xyz[3])
{
    put_sign(b, "XYZ ");
    put32(b, 0);
    for (unsigned i = 0; i < 3; i++)
        put_fixed(b, xyz[i]);
}

static void put_text(struct buf *b, const char *text)
{
    put_sign(b, "text");
    put32(b, 0);
    buf_put(b, (struct str){text, str_of(text).n + 1});
}

/* A name in ASCII; the Unicode and Macintosh ones are empty but have their places. */
static void put_description(struct buf *b, const char *text)
{
    put_sign(b, "desc");
    put32(b, 0);
    put32(b, (uint32_t)str_of(text).n + 1);
    buf_put(b, (struct str){text, str_of(text).n + 1});
    put_zeros(b, 4 + 4 + 2 + 1 + 67);
}

static void put_curve(struct buf *b)
{
    put_sign(b, "curv");
    put32(b, 0);
    put32(b, CURVE_POINTS);
    for (unsigned i = 0; i < CURVE_POINTS; i++) {
        double x = i / (double)(CURVE_POINTS - 1);
        double y = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
        put16(b, (unsigned)lround(y * 65535));
    }
}

static const double d50[3] = {0.9642, 1, 0.8249};

static void put_header(struct buf *b, size_t size)
{
    put32(b, (uint32_t)size);
    put_zeros(b, 4);
    put32(b, 0x02100000);
    put_sign(b, "mntr");
    put_sign(b, "RGB ");
    put_sign(b, "XYZ ");
    /* A date is asked for; that of the standard will do. */
    put16(b, 1999);
    put16(b, 10);
    put16(b, 18);
    put_zeros(b, 6);
    put_sign(b, "acsp");
    put_zeros(b, 28);
    for (unsigned i = 0; i < 3; i++)
        put_fixed(b, d50[i]);
    put_zeros(b, HEADER - 80);
}

/* A tag of the profile: where its bytes begin in `data`; the three curves are one. */
struct tag {
    const char *name;
    size_t from, to;
};

static void begin(struct tag *t, const char *name, struct buf *data)
{
    while (data->n % 4)
        buf_char(data, '\0');
    t->name = name;
    t->from = data->n;
}

void pdf_put_profile(struct buf *out)
{
    static const struct {
        const char *name;
        double xyz[3];
    } colors[] = {
        {"wtpt", {0.9642, 1, 0.8249}},
        {"rXYZ", {0.4360657, 0.2224884, 0.0139160}},
        {"gXYZ", {0.3851471, 0.7168732, 0.0970764}},
        {"bXYZ", {0.1430664, 0.0606079, 0.7140961}},
    };
    enum { TAGS = 9 };
    struct tag tags[TAGS];
    struct buf data = {0};
    size_t n = 0;
    begin(&tags[n], "desc", &data);
    put_description(&data, "sRGB");
    tags[n++].to = data.n;
    begin(&tags[n], "cprt", &data);
    put_text(&data, "Public domain");
    tags[n++].to = data.n;
    for (unsigned i = 0; i < 4; i++) {
        begin(&tags[n], colors[i].name, &data);
        put_xyz(&data, colors[i].xyz);
        tags[n++].to = data.n;
    }
    begin(&tags[n], "rTRC", &data);
    put_curve(&data);
    tags[n++].to = data.n;
    for (unsigned i = 0; i < 2; i++, n++)
        tags[n] = (struct tag){i ? "bTRC" : "gTRC", tags[6].from, tags[6].to};
    size_t begins = HEADER + 4 + 12 * TAGS;
    put_header(out, begins + data.n);
    put32(out, TAGS);
    for (size_t i = 0; i < TAGS; i++) {
        put_sign(out, tags[i].name);
        put32(out, (uint32_t)(begins + tags[i].from));
        put32(out, (uint32_t)(tags[i].to - tags[i].from));
    }
    buf_put(out, buf_str(&data));
    buf_drop(&data);
}
