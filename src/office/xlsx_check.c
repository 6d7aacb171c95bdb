#include "office/xlsx_check.h"

#include <libxml/parser.h>
#include <string.h>
#include <zlib.h>

/* Sizes and places in the archive (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), little-endian. */
enum {
    LOCAL_SIZE = 30,
    CENTRAL_SIZE = 46,
    END_SIZE = 22,
    CENTRAL_SIGNATURE = 0x02014b50,
    END_SIGNATURE = 0x06054b50,
    DEFLATED = 8
};

static size_t number(struct str zip, size_t at, size_t bytes)
{
    size_t n = 0;
    for (size_t i = bytes; i-- > 0;)
        n = n << 8 | (unsigned char)zip.s[at + i];
    return n;
}

static void ignore(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

/* A parser that only looks whether its input is well-formed; NULL: out of memory. */
static xmlParserCtxtPtr new_parser(void)
{
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.serror = ignore;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
    if (parser)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    return parser;
}

/* Inflates a part piece by piece into the parser. */
static bool feed(z_stream *z, xmlParserCtxtPtr parser)
{
    char piece[16384];
    int status = Z_OK;
    while (status == Z_OK) {
        z->next_out = (Bytef *)piece;
        z->avail_out = sizeof piece;
        status = inflate(z, Z_NO_FLUSH);
        int made = (int)(sizeof piece - z->avail_out);
        if (made && xmlParseChunk(parser, piece, made, 0) != 0)
            return false;
    }
    return status == Z_STREAM_END && xmlParseChunk(parser, NULL, 0, 1) == 0 &&
           parser->wellFormed;
}

static bool part_whole(struct str deflated)
{
    z_stream z = {.next_in = (Bytef *)deflated.s, .avail_in = (uInt)deflated.n};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return false;
    xmlParserCtxtPtr parser = new_parser();
    bool whole = parser && feed(&z, parser);
    if (parser)
        xmlFreeParserCtxt(parser);
    inflateEnd(&z);
    return whole;
}

/* Checks the entry of the central directory at *at and moves on to the next. */
static bool entry_whole(struct str zip, size_t *at)
{
    if (*at + CENTRAL_SIZE > zip.n || number(zip, *at, 4) != CENTRAL_SIGNATURE ||
        number(zip, *at + 10, 2) != DEFLATED)
        return false;
    size_t size = number(zip, *at + 20, 4), local = number(zip, *at + 42, 4);
    *at += CENTRAL_SIZE + number(zip, *at + 28, 2) + number(zip, *at + 30, 2) +
           number(zip, *at + 32, 2);
    if (local + LOCAL_SIZE > zip.n)
        return false;
    size_t from =
        local + LOCAL_SIZE + number(zip, local + 26, 2) + number(zip, local + 28, 2);
    return from + size <= zip.n && part_whole(str_slice(zip, from, from + size));
}

bool xlsx_whole(struct str zip)
{
    if (zip.n < END_SIZE || number(zip, zip.n - END_SIZE, 4) != END_SIGNATURE)
        return false;
    size_t end = zip.n - END_SIZE;
    size_t count = number(zip, end + 10, 2), at = number(zip, end + 16, 4);
    bool whole = count > 0;
    for (size_t i = 0; whole && i < count; i++)
        whole = entry_whole(zip, &at);
    return whole;
}
