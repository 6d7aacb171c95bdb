/* utf8 - code points in text.
 *
 * Text is checked with utf8_check() where it enters the program; behind that door the
 * other functions may assume well-formed UTF-8 (and still never read past the end). */
#ifndef MULU_BASE_UTF8_H
#define MULU_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xFFFD };

/* Three bytes whose second may be any tail: nearly all of Chinese. */
static inline bool utf8_is_triple(const unsigned char *p, size_t n)
{
    return n >= 3 && (p[0] & 0xF0) == 0xE0 && p[0] != 0xE0 && p[0] != 0xED &&
           (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

/* utf8_next() for the rest: Latin and rarer letters, malformed bytes. */
uint32_t utf8_next_other(struct str *rest);

/* Takes one code point off the front of `*rest`, which must not be empty. A malformed byte
 * is taken alone and gives UTF8_REPLACEMENT. */
static inline uint32_t utf8_next(struct str *rest)
{
    const unsigned char *p = (const unsigned char *)rest->s;
    size_t n = p[0] < 0x80 ? 1 : utf8_is_triple(p, rest->n) ? 3 : 0;
    if (n == 0)
        return utf8_next_other(rest);
    rest->s += n;
    rest->n -= n;
    return n == 1 ? p[0] : (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

/* utf8_last() for the rest. */
uint32_t utf8_last_other(struct str s, size_t *size);

/* The code point that ends at the end of `s`, which must not be empty; its length in bytes
 * goes to `*size` unless that is NULL. */
static inline uint32_t utf8_last(struct str s, size_t *size)
{
    const unsigned char *p = (const unsigned char *)s.s + s.n - 3;
    if (s.n < 3 || !utf8_is_triple(p, 3))
        return utf8_last_other(s, size);
    if (size)
        *size = 3;
    return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

/* Byte index of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, no
 * overlong forms, nothing above U+10FFFF), or STR_NONE when all is well. */
size_t utf8_check(struct str s);

/* Number of code points. */
size_t utf8_count(struct str s);

/* Columns a terminal gives the code point: 0 for combining marks and controls, 2 for East
 * Asian wide and fullwidth (Unicode UAX #11), else 1. */
unsigned utf8_columns(uint32_t c);

/* A code point that leaves nothing to see: blanks of all widths, controls, marks without width,
 * selectors, fillers (White_Space and Default_Ignorable_Code_Point of Unicode). */
bool utf8_blank(uint32_t c);
/* Without such at both ends: "" when there is nothing to see. */
struct str utf8_trim(struct str s);

/* Writes the code point to `out` (at least 4 bytes); returns its length. */
size_t utf8_write(char *out, uint32_t c);

#endif
