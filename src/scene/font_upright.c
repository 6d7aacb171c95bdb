#include "scene/font.h"

/* Unicode has the forms of upright lines as characters of their own (U+FE10 to U+FE1F and
 * U+FE30 to U+FE4F), with the usual ones as their decompositions. Faces for Chinese map them
 * to the glyphs of their feature `vert`, so no shaping is needed for characters that stand
 * alone. Quotation marks are ﹃﹄ and ﹁﹂ in upright Chinese (GB/T 15834-2011). */
uint32_t font_upright(const struct fonts *f, enum font_role role, uint32_t c)
{
    static const struct {
        uint32_t usual, upright;
    } forms[] = {
        {'(', 0xFE35},    {')', 0xFE36},    {'[', 0xFE47},    {']', 0xFE48},
        {'{', 0xFE37},    {'}', 0xFE38},    {0x2013, 0xFE32}, {0x2014, 0xFE31},
        {0x2018, 0xFE41}, {0x2019, 0xFE42}, {0x201C, 0xFE43}, {0x201D, 0xFE44},
        {0x2025, 0xFE30}, {0x2026, 0xFE19}, {0x3001, 0xFE11}, {0x3002, 0xFE12},
        {0x3008, 0xFE3F}, {0x3009, 0xFE40}, {0x300A, 0xFE3D}, {0x300B, 0xFE3E},
        {0x300C, 0xFE41}, {0x300D, 0xFE42}, {0x300E, 0xFE43}, {0x300F, 0xFE44},
        {0x3010, 0xFE3B}, {0x3011, 0xFE3C}, {0x3014, 0xFE39}, {0x3015, 0xFE3A},
        {0x3016, 0xFE17}, {0x3017, 0xFE18}, {0xFF08, 0xFE35}, {0xFF09, 0xFE36},
        {0xFF0C, 0xFE10}, {0xFF1A, 0xFE13}, {0xFF1B, 0xFE14}, {0xFF3B, 0xFE47},
        {0xFF3D, 0xFE48}, {0xFF5B, 0xFE37}, {0xFF5D, 0xFE38},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].usual == c)
            return font_has(f, role, forms[i].upright) ? forms[i].upright : c;
    return c;
}
