/* chars - the characters beside a place in a text, for rules that read texts. Internal to
 * check. */
#ifndef MULU_CHECK_CHARS_H
#define MULU_CHECK_CHARS_H

#include "base/utf8.h"

/* The code point that begins at byte `at`; 0 at the end of the text. */
static inline uint32_t char_at(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    return rest.n ? utf8_next(&rest) : 0;
}

/* The code point that ends before byte `at`; 0 at the start. */
static inline uint32_t char_before(struct str text, size_t at)
{
    return at ? utf8_last(str_slice(text, 0, at), NULL) : 0;
}

/* The bytes the code point at `at` takes; at least 1. */
static inline size_t char_size(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    size_t n = rest.n;
    if (!n)
        return 1;
    utf8_next(&rest);
    return n - rest.n;
}

/* A Chinese character (CJK unified ideographs, U+3400 to U+9FFF, and 〇). */
static inline bool char_han(uint32_t c)
{
    return (c >= 0x3400 && c < 0xA000) || c == 0x3007;
}

static inline bool char_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* A letter or digit of ASCII. */
static inline bool char_ascii(uint32_t c)
{
    return char_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A mark of Chinese punctuation that ends a sentence or a part of it: ，。；：、？！ */
bool char_stop(uint32_t c);

/* What stands before the first character of `set` in the text, and behind the last one;
 * the whole text when it has none of them. `set` is UTF-8. */
struct str char_until(struct str text, const char *set);
struct str char_since(struct str text, const char *set);
/* The text from at most `most` bytes before `at` up to it, and from it on; cut at the edge of
 * a character. */
struct str char_left(struct str text, size_t at, size_t most);
struct str char_right(struct str text, size_t at, size_t most);

/* The bytes from..to of the text with up to `most` characters more on either side, not
 * over a line end: what a message quotes. */
struct str char_around(struct str text, size_t from, size_t to, size_t most);

#endif
