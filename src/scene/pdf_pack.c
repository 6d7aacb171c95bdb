/* The file as libharu writes it has each object in clear text and a table of 20 bytes an
 * object. A tagged booklet has thousands of small ones, and they would make half of the
 * file. So what is no stream goes into object streams (ISO 32000-1, 7.5.7), 1,000 objects
 * compressed together, and the table becomes a cross-reference stream (7.5.8): a third off
 * the 84 pages of a real booklet. Offsets are libharu's, remembered while it wrote. */
#include "scene/pdf.h"

#include <stdio.h>

/* A reader unpacks a stream to get one of its objects. */
enum { OBJECTS_A_STREAM = 1000 };

/* Where an object stands: an entry of the cross-reference stream. */
struct spot {
    unsigned kind; /* 1: at an offset of the file; 2: in an object stream */
    size_t at;     /* the offset, or the number of the object stream */
    unsigned index;
};

struct packer {
    struct pdf *p;
    struct str file; /* as libharu wrote it */
    struct buf *out;
    struct spot *places;      /* by object number */
    struct buf heads, bodies; /* of the object stream being filled */
    unsigned count;           /* objects in it */
    size_t streams;           /* object streams written */
};

static void put_deflated(struct packer *k, struct str bytes, const char *keys)
{
    HPDF_MMgr memory = k->p->doc->mmgr;
    HPDF_Stream from = HPDF_MemStream_New(memory, 0), to = HPDF_MemStream_New(memory, 0);
    HPDF_Stream_Write(from, (const HPDF_BYTE *)bytes.s, (HPDF_UINT)bytes.n);
    HPDF_Stream_WriteToStream(from, to, HPDF_STREAM_FILTER_FLATE_DECODE, NULL);
    buf_printf(k->out, "<<%s/Filter/FlateDecode/Length %u>>\nstream\n", keys,
               (unsigned)to->size);
    pdf_put_stream(k->out, to);
    buf_puts(k->out, "\nendstream\nendobj\n");
    HPDF_Stream_Free(from);
    HPDF_Stream_Free(to);
}

/* Object streams are numbered behind libharu's objects. */
static size_t stream_number(const struct packer *k)
{
    return k->p->doc->xref->entries->count + k->streams;
}

static void flush(struct packer *k)
{
    if (!k->count)
        return;
    char keys[64];
    snprintf(keys, sizeof keys, "/Type/ObjStm/N %u/First %zu", k->count, k->heads.n);
    buf_put(&k->heads, buf_str(&k->bodies));
    struct spot place = {1, k->out->n, 0};
    buf_printf(k->out, "%zu 0 obj\n", stream_number(k));
    put_deflated(k, buf_str(&k->heads), keys);
    k->places[stream_number(k)] = place;
    k->streams++;
    k->count = 0;
    buf_clear(&k->heads);
    buf_clear(&k->bodies);
}

static bool is_stream(const HPDF_XrefEntry_Rec *entry)
{
    const HPDF_Dict_Rec *dict = entry->obj;
    return (dict->header.obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && dict->stream;
}

/* libharu wraps a value in "12 0 obj\n" and "\nendobj\n". */
static struct str inside(struct str object)
{
    size_t from = str_find(object, STR("obj\n")) + 4;
    return str_slice(object, from, object.n - sizeof "\nendobj\n" + 1);
}

static void pack_object(struct packer *k, size_t number)
{
    HPDF_Xref xref = k->p->doc->xref;
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, (HPDF_UINT)number);
    size_t next = number + 1 < xref->entries->count
                      ? HPDF_Xref_GetEntry(xref, (HPDF_UINT)number + 1)->byte_offset
                      : xref->addr;
    struct str object = str_slice(k->file, entry->byte_offset, next);
    if (is_stream(entry)) {
        k->places[number] = (struct spot){1, k->out->n, 0};
        buf_put(k->out, object);
        return;
    }
    k->places[number] = (struct spot){2, stream_number(k), k->count};
    pdf_put_integer(&k->heads, number);
    buf_char(&k->heads, ' ');
    pdf_put_integer(&k->heads, k->bodies.n);
    buf_char(&k->heads, ' ');
    buf_put(&k->bodies, inside(object));
    buf_char(&k->bodies, '\n');
    if (++k->count == OBJECTS_A_STREAM)
        flush(k);
}

/* Byte by byte, each modulo 256. */
static void put_difference(struct buf *out, size_t x, size_t from, unsigned bytes)
{
    while (bytes--)
        buf_char(out, (char)((x >> 8 * bytes) - (from >> 8 * bytes)));
}

/* The identifier of a file that was made at once and never changed: both parts the same. */
static void put_id(const struct pdf *p, struct buf *keys)
{
    buf_puts(keys, "/ID[");
    for (unsigned i = 0; i < 2; i++)
        buf_printf(keys, "<%016llX%016llX>", (unsigned long long)p->hash,
                   (unsigned long long)(p->hash * 0x9E3779B97F4A7C15));
    buf_char(keys, ']');
}

/* A row of the table, as its difference from the row above (PNG's predictor "up"): the next
 * object stands one place further, so most rows are alike, and the table shrinks to an eighth. */
static void put_row(struct buf *rows, const struct spot *s, const struct spot *above)
{
    enum { UP = 2 };
    buf_char(rows, UP);
    put_difference(rows, s->kind, above->kind, 1);
    put_difference(rows, s->at, above->at, 4);
    put_difference(rows, s->index, above->index, 2);
}

static void put_table(struct packer *k, size_t objects)
{
    size_t number = objects++, start = k->out->n;
    struct buf rows = {0}, keys = {0};
    k->places[0] = (struct spot){0};
    k->places[number] = (struct spot){1, start, 0};
    for (size_t i = 0; i <= number; i++)
        put_row(&rows, &k->places[i], i ? &k->places[i - 1] : &k->places[0]);
    buf_printf(
        &keys,
        "/Type/XRef/Size %zu/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root ",
        objects);
    pdf_put_ref(&keys, k->p->doc->catalog);
    buf_puts(&keys, "/Info ");
    pdf_put_ref(&keys, k->p->doc->info);
    put_id(k->p, &keys);
    buf_char(&keys, '\0');
    buf_printf(k->out, "%zu 0 obj\n", number);
    put_deflated(k, buf_str(&rows), keys.s);
    buf_printf(k->out, "startxref\n%zu\n%%%%EOF\n", start);
    buf_drop(&rows);
    buf_drop(&keys);
}

void pdf_pack(struct pdf *p, struct str file, struct buf *out)
{
    size_t n = p->doc->xref->entries->count, most = n + n / OBJECTS_A_STREAM + 2;
    struct packer k = {.p = p, .file = file, .out = out};
    k.places = arena_array(p->arena, most, sizeof *k.places);
    buf_put(out, str_slice(file, 0, HPDF_Xref_GetEntry(p->doc->xref, 1)->byte_offset));
    for (size_t i = 1; i < n; i++)
        pack_object(&k, i);
    flush(&k);
    put_table(&k, n + k.streams);
    buf_drop(&k.heads);
    buf_drop(&k.bodies);
}
