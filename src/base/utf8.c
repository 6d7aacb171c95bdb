#include "base/utf8.h"

#include <string.h>

static bool is_tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* Length of the well-formed sequence at the start of `s`, or 0. The limits of the second
 * byte are those of table 3-7 of the Unicode standard. */
static size_t sequence(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.s;
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    if (p[0] < 0xE0)
        return s.n >= 2 && is_tail(p[1]) ? 2 : 0;
    unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    size_t n = p[0] < 0xF0 ? 3 : 4;
    if (s.n < n || p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < n; i++)
        if (!is_tail(p[i]))
            return 0;
    return n;
}

uint32_t utf8_next_other(struct str *rest)
{
    const unsigned char *p = (const unsigned char *)rest->s;
    size_t n = sequence(*rest);
    uint32_t c;
    switch (n) {
    case 1: c = p[0]; break;
    case 2: c = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu); break;
    case 3: c = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu); break;
    case 4:
        c = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
            (p[3] & 0x3Fu);
        break;
    default:
        c = UTF8_REPLACEMENT;
        n = 1;
        break;
    }
    rest->s += n;
    rest->n -= n;
    return c;
}

uint32_t utf8_last_other(struct str s, size_t *size)
{
    size_t n = 1;
    while (n < s.n && n < 4 && is_tail((unsigned char)s.s[s.n - n]))
        n++;
    struct str tail = str_from(s, s.n - n);
    uint32_t c = utf8_next(&tail);
    if (size)
        *size = n;
    return c;
}

/* U+1000 to U+CFFF in three bytes: of their lead bytes any tail may follow. */
static bool is_common(const unsigned char *p)
{
    return (unsigned)p[0] - 0xE1 < 0xED - 0xE1 && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* Two of these side by side, but for those with the lead bytes 0xE0 and 0xED. */
static bool is_common_pair(const unsigned char *p)
{
    static const unsigned char bits[8] = {0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0, 0};
    static const unsigned char leads[8] = {0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0, 0};
    uint64_t eight, mask, wanted;
    memcpy(&eight, p, sizeof eight);
    memcpy(&mask, bits, sizeof mask);
    memcpy(&wanted, leads, sizeof wanted);
    return (eight & mask) == wanted && p[0] != 0xE0 && p[0] != 0xED && p[3] != 0xE0 &&
           p[3] != 0xED;
}

/* How much is well-formed beyond doubt at the start of the text: ASCII eight bytes at once,
 * and what nearly all of Chinese is, three bytes at once. */
static size_t plain(const unsigned char *from, size_t n)
{
    const unsigned char *p = from, *end = from + n;
    while (end - p >= 8) {
        uint64_t eight;
        memcpy(&eight, p, sizeof eight);
        if ((eight & 0x8080808080808080u) == 0) {
            p += 8;
            continue;
        }
        size_t ascii = 0;
        while (p[ascii] < 0x80)
            ascii++;
        p += ascii;
        while (end - p >= 8 && is_common_pair(p))
            p += 6;
        while (end - p >= 3 && is_common(p))
            p += 3;
        if (p < end && *p >= 0x80)
            break;
    }
    return (size_t)(p - from);
}

size_t utf8_check(struct str s)
{
    for (size_t i = 0; i < s.n;) {
        i += plain((const unsigned char *)s.s + i, s.n - i);
        size_t n = i < s.n ? sequence(str_from(s, i)) : 0;
        if (n == 0)
            return i < s.n ? i : STR_NONE;
        i += n;
    }
    return STR_NONE;
}

size_t utf8_count(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += !is_tail((unsigned char)s.s[i]);
    return n;
}

struct range {
    uint32_t first, last;
};

/* The table is in order. */
static bool within(uint32_t c, const struct range *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c <= table[i].last)
            return c >= table[i].first;
    return false;
}

/* East_Asian_Width W and F, whole blocks as in UAX #11's recommendation for planes 2, 3;
 * the general punctuation that Chinese terminals show wide (—— …… “ ”) stays narrow there
 * as its class is A, ambiguous. */
static const struct range wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF}, {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static const struct range zero[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x0300, 0x036F},   {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

unsigned utf8_columns(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return 2;
    if (within(c, zero, sizeof zero / sizeof *zero))
        return 0;
    return within(c, wide, sizeof wide / sizeof *wide) ? 2 : 1;
}

static const struct range blank[] = {
    {0x0000, 0x0020}, {0x007F, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F},
    {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
    {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0xE0000, 0xE0FFF},
};

bool utf8_blank(uint32_t c)
{
    return within(c, blank, sizeof blank / sizeof *blank);
}

struct str utf8_trim(struct str s)
{
    size_t size;
    struct str rest = s;
    while (rest.n && utf8_blank(utf8_next(&rest)))
        s = rest;
    while (s.n && utf8_blank(utf8_last(s, &size)))
        s.n -= size;
    return s;
}

size_t utf8_write(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}
