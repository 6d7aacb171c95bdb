#include "check/trigrams.h"

#include "base/utf8.h"
#include "check/chars.h"

enum { BITS = 19 };

static size_t hash(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t h = (a * 0x9E3779B1u ^ b) * 0x85EBCA6Bu ^ c;
    return (h * 0xC2B2AE35u) >> (32 - BITS);
}

static void add_text(struct trigrams *set, struct str text)
{
    uint32_t a = 0, b = 0;
    for (size_t together = 0; text.n;) {
        uint32_t c = utf8_next(&text);
        together = char_han(c) ? together + 1 : 0;
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
