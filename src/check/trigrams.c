#include "check/trigrams.h"

#include "base/utf8.h"
#include "check/chars.h"

enum { BITS = 19 };

static size_t hash(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t h = (a * 0x9E3779B1u ^ b) * 0x85EBCA6Bu ^ c;
    return (h * 0xC2B2AE35u) >> (32 - BITS);
}

/* Chinese characters of U+4000 to U+9FFF, which are nearly all, are decoded here: this goes
 * over every character of the catalog. */
static void add_text(struct trigrams *set, struct str text)
{
    const unsigned char *s = (const unsigned char *)text.s, *end = s + text.n;
    uint32_t a = 0, b = 0;
    for (size_t together = 0; s < end;) {
        uint32_t c;
        if (*s >= 0xE4 && *s <= 0xE9 && end - s >= 3) {
            c = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
            s += 3;
            together++;
        } else {
            struct str rest = {(const char *)s, (size_t)(end - s)};
            c = utf8_next(&rest);
            s = (const unsigned char *)rest.s;
            together = char_han(c) ? together + 1 : 0;
        }
        if (together >= 3) {
            size_t h = hash(a, b, c);
            set->bits[h / 8] |= (unsigned char)(1u << h % 8);
        }
        a = b;
        b = c;
    }
}

void trigrams_fill(struct check *check, struct trigrams *set)
{
    if (set->bits)
        return;
    set->bits = arena_array(check->arena, (size_t)1 << (BITS - 3), 1);
    for (size_t i = 0; i < check->text_count; i++)
        add_text(set, check->texts[i].words);
}

bool trigrams_have(const struct trigrams *set, uint32_t a, uint32_t b, uint32_t c)
{
    size_t h = hash(a, b, c);
    return char_han(a) && char_han(c) && (set->bits[h / 8] & 1u << h % 8);
}
