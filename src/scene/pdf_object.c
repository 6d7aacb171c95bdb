#include "scene/pdf.h"

#include "base/utf8.h"

#include <math.h>
#include <xxhash.h>

/* libharu calls this between "<<" and ">>". */
static HPDF_STATUS write_inside(HPDF_Dict object, HPDF_Stream stream)
{
    const struct str *inside = object->attr;
    return inside ? HPDF_Stream_Write(stream, (const HPDF_BYTE *)inside->s,
                                      (HPDF_UINT)inside->n)
                  : HPDF_OK;
}

HPDF_Dict pdf_object(struct pdf *p)
{
    HPDF_Dict object = HPDF_Dict_New(p->doc->mmgr);
    HPDF_Xref_Add(p->doc->xref, object);
    object->write_fn = write_inside;
    return object;
}

void pdf_fill(struct pdf *p, HPDF_Dict object, struct str inside)
{
    struct str *copy = arena_alloc(p->arena, sizeof *copy);
    *copy = str_copy(p->arena, inside);
    object->attr = copy;
}

void pdf_deflate(struct pdf *p, HPDF_Dict stream, struct str bytes)
{
    HPDF_MMgr memory = p->doc->mmgr;
    HPDF_Stream from = HPDF_MemStream_New(memory, (HPDF_UINT)bytes.n);
    HPDF_Stream packed = HPDF_MemStream_New(memory, 0);
    HPDF_Stream_Write(from, (const HPDF_BYTE *)bytes.s, (HPDF_UINT)bytes.n);
    HPDF_Stream_WriteToStream(from, packed, HPDF_STREAM_FILTER_FLATE_DECODE, NULL);
    HPDF_Stream_Free(from);
    HPDF_Stream_Free(stream->stream);
    stream->stream = HPDF_MemStream_New(memory, packed->size);
    HPDF_Stream_WriteToStream(packed, stream->stream, HPDF_STREAM_FILTER_NONE, NULL);
    HPDF_Stream_Free(packed);
    stream->filter = HPDF_STREAM_FILTER_NONE;
    stream->write_fn = write_inside;
    pdf_fill(p, stream, STR("/Filter /FlateDecode\n"));
}

HPDF_Dict pdf_plain_stream(struct pdf *p, struct str bytes, struct str inside)
{
    HPDF_Dict object = HPDF_DictStream_New(p->doc->mmgr, p->doc->xref);
    object->write_fn = write_inside;
    pdf_fill(p, object, inside);
    HPDF_Stream_Write(object->stream, (const HPDF_BYTE *)bytes.s, (HPDF_UINT)bytes.n);
    return object;
}

HPDF_Dict pdf_stream(struct pdf *p, struct str bytes, struct str inside)
{
    HPDF_Dict object = pdf_plain_stream(p, bytes, inside);
    object->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    return object;
}

/* Tens of thousands in a booklet: printf would take longer than painting. */
void pdf_put_integer(struct buf *out, size_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    buf_put(out, (struct str){digits + at, sizeof digits - at});
}

void pdf_put_ref(struct buf *out, HPDF_Dict object)
{
    pdf_put_integer(out, object->header.obj_id & 0x00FFFFFF);
    buf_puts(out, " 0 R");
}

void pdf_put_hex(struct buf *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15],
                   digits[unit >> 4 & 15], digits[unit & 15]};
    buf_put(out, (struct str){hex, 4});
}

/* Splits a code point into UTF-16 units; returns their number. */
static unsigned utf16(uint32_t c, unsigned units[2])
{
    units[0] = c > 0xFFFF ? 0xD7C0 + (c >> 10) : c;
    units[1] = 0xDC00 | (c & 0x3FF);
    return c > 0xFFFF ? 2 : 1;
}

void pdf_put_utf16(struct buf *out, uint32_t c)
{
    unsigned units[2], n = utf16(c, units);
    for (unsigned i = 0; i < n; i++)
        pdf_put_hex(out, units[i]);
}

void pdf_put_text(struct buf *out, struct str text)
{
    /* A string holds 32,767 bytes: the mark, this many units, and those of … */
    enum { MOST_UNITS = 16380 };
    buf_puts(out, "<FEFF");
    for (unsigned n = 0; text.n;) {
        uint32_t c = utf8_next(&text);
        n += c > 0xFFFF ? 2 : 1;
        if (n > MOST_UNITS) {
            pdf_put_utf16(out, 0x2026);
            break;
        }
        pdf_put_utf16(out, c);
    }
    buf_char(out, '>');
}

void pdf_put_number(struct buf *out, double x)
{
    double scaled = isfinite(x) ? round(fabs(x) * 100) : 0;
    /* Far beyond any page, and still a whole number of 64 bits. */
    size_t n = scaled < 9e17 ? (size_t)scaled : (size_t)9e17;
    if (x < 0 && n)
        buf_char(out, '-');
    pdf_put_integer(out, n / 100);
    if (n % 100 == 0)
        return;
    buf_char(out, '.');
    buf_char(out, (char)('0' + n / 10 % 10));
    if (n % 10)
        buf_char(out, (char)('0' + n % 10));
}

void pdf_set_text(struct pdf *p, HPDF_Dict dict, const char *key, struct str text)
{
    struct buf bytes = {0};
    buf_puts(&bytes, "\xFE\xFF");
    while (text.n) {
        unsigned units[2], n = utf16(utf8_next(&text), units);
        for (unsigned i = 0; i < n; i++) {
            buf_char(&bytes, (char)(units[i] >> 8));
            buf_char(&bytes, (char)(units[i] & 0xFF));
        }
    }
    /* Even after 2 bytes a unit: a whole number of characters under libharu's limit. */
    if (bytes.n > HPDF_LIMIT_MAX_STRING_LEN - 1)
        bytes.n = HPDF_LIMIT_MAX_STRING_LEN - 1;
    HPDF_Dict_Add(
        dict, key,
        HPDF_Binary_New(p->doc->mmgr, (HPDF_BYTE *)bytes.s, (HPDF_UINT)bytes.n));
    buf_drop(&bytes);
}

void pdf_put_stream(struct buf *out, HPDF_Stream stream)
{
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT n;
        const HPDF_BYTE *at = HPDF_MemStream_GetBufPtr(stream, i, &n);
        buf_put(out, (struct str){(const char *)at, n});
    }
}

void pdf_hash(struct pdf *p, struct str bytes)
{
    p->hash = XXH3_64bits_withSeed(bytes.s, bytes.n, p->hash);
}
