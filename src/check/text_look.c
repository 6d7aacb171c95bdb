/* Every character of the catalog passes here once, so Chinese ones, nearly all, are known by
 * their first byte. */
#include "check/text_look.h"

#include "base/utf8.h"
#include "check/materials.h"
#include "check/names.h"
#include "check/text_rules.h"
#include "check/usage.h"

static unsigned ascii_mark(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return TEXT_DIGIT;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        return TEXT_LATIN;
    switch (c) {
    case ' ':
    case '\t':
    case '\n': return TEXT_BLANK;
    case '(': return TEXT_HALF | TEXT_BRACKET | TEXT_OPENING;
    case ')': return TEXT_HALF | TEXT_BRACKET;
    case ',':
    case '.':
    case ';':
    case ':':
    case '?':
    case '!': return TEXT_HALF;
    case '[':
    case '{': return TEXT_BRACKET | TEXT_OPENING;
    case ']':
    case '}': return TEXT_BRACKET;
    case '"':
    case '\'': return TEXT_QUOTE;
    case '-':
    case '~': return TEXT_DASH;
    default: return c < 0x20 || c == 0x7F ? TEXT_ODD : 0;
    }
}

/* CJK symbols and punctuation, U+3000 to U+303F. */
static unsigned cjk_mark(uint32_t c)
{
    switch (c) {
    case 0x3000: return TEXT_BLANK;
    case 0x3001:
    case 0x3002: return TEXT_FULL;
    case 0x3008:
    case 0x300A: return TEXT_TITLE | TEXT_OPENING;
    case 0x3009:
    case 0x300B: return TEXT_TITLE;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F: return TEXT_QUOTE;
    case 0x3010:
    case 0x3014: return TEXT_BRACKET | TEXT_OPENING;
    case 0x3011:
    case 0x3015: return TEXT_BRACKET;
    default: return 0;
    }
}

/* Full-width forms, U+FF01 to U+FF5E. */
static unsigned wide_mark(uint32_t c)
{
    unsigned mark = ascii_mark((unsigned char)(c - 0xFF00 + 0x20));
    return mark & TEXT_HALF ? (mark & ~(unsigned)TEXT_HALF) | TEXT_FULL : mark;
}

static unsigned other_mark(uint32_t c)
{
    if (c >= 0x2010 && c <= 0x2015)
        return TEXT_DASH;
    if (c >= 0x2018 && c <= 0x201F)
        return TEXT_QUOTE;
    if (c == 0x2500 || c == 0x2501)
        return TEXT_DASH;
    if (c == 0x25CB || c == 0x25EF)
        return TEXT_RING;
    if (c >= 0x2440 && c < 0x24C0)
        return TEXT_CIRCLE;
    if (c >= 0x380 && c < 0x480)
        return TEXT_GREEK;
    if (c == 0x00A0)
        return TEXT_BLANK;
    if (c < 0xA0 || c == 0xA8 || c == 0xAD || c == 0xFE || (c >= 0x2000 && c <= 0x200F) ||
        (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) ||
        (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x2E80 && c <= 0x2FDF) || c >= 0xFF5F)
        return TEXT_ODD;
    return 0;
}

/* Of the character at the front of *rest, which moves behind it. */
static unsigned next_mark(struct str *rest)
{
    unsigned char first = (unsigned char)rest->s[0];
    if (first < 0x80) {
        *rest = str_from(*rest, 1);
        return ascii_mark(first);
    }
    uint32_t c = utf8_next(rest);
    return c >= 0x3000 && c < 0x3040   ? cjk_mark(c)
           : c >= 0xFF01 && c < 0xFF5F ? wide_mark(c)
                                       : other_mark(c);
}

/* U+4000 to U+9FFF: Chinese characters, which have no mark. */
static bool is_plain(struct str rest)
{
    unsigned char first = (unsigned char)rest.s[0];
    return first >= 0xE4 && first <= 0xE9 && rest.n >= 3;
}

static bool is_stop(unsigned mark)
{
    return mark & (TEXT_HALF | TEXT_FULL) && !(mark & TEXT_BRACKET);
}

/* True for two marks side by side that may not stand so: 。， （， 、） */
static bool is_pair(unsigned before, unsigned mark)
{
    const unsigned bracket = TEXT_BRACKET | TEXT_TITLE;
    return (is_stop(mark) && (is_stop(before) || before & TEXT_OPENING)) ||
           (is_stop(before) && mark & bracket && !(mark & TEXT_OPENING));
}

void text_look(struct str words, const struct word_pairs *pairs, unsigned *marks,
               unsigned *tables)
{
    unsigned before = 0, key = 0;
    while (words.n) {
        const char *s = words.s;
        bool plain = is_plain(words);
        unsigned mark = 0;
        if (plain)
            words = (struct str){s + 3, words.n - 3};
        else
            mark = next_mark(&words);
        if (mark && before && is_pair(before, mark))
            *marks |= TEXT_PAIR;
        *marks |= mark;
        before = mark;
        if (pairs) {
            unsigned own = words.s == s + 3 ? word_key(s) : 0;
            *tables |= pairs->sets[word_pair(key, own)];
            key = own;
        }
    }
}

unsigned text_marks(struct str words)
{
    unsigned marks = 0, tables = 0;
    text_look(words, NULL, &marks, &tables);
    return marks;
}

_Static_assert((int)TEXT_WORDS_COUNT <= (int)WORD_TABLES,
               "struct word_pairs has no bits for more");

void text_look_pairs(struct word_pairs *pairs)
{
    static const struct word_table *const tables[TEXT_WORDS_COUNT] = {
        [TEXT_WORDS_LOOKALIKE] = &lookalike_words,
        [TEXT_WORDS_HOLE] = &remnant_words,
        [TEXT_WORDS_ABOLISHED] = &abolished_words,
        [TEXT_WORDS_LEVEL] = &level_words,
        [TEXT_WORDS_VAGUE] = &vague_words,
        [TEXT_WORDS_OUTDATED] = &outdated_words,
        [TEXT_WORDS_BOUND] = &bound_words,
    };
    for (unsigned i = 0; i < TEXT_WORDS_COUNT; i++)
        word_pairs_add(pairs, tables[i], i);
}
