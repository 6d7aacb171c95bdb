#include "check/chars.h"

#include "base/utf8.h"
#include "catalog/runes.h"

uint32_t char_at(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    return rest.n ? utf8_next(&rest) : 0;
}

uint32_t char_before(struct str text, size_t at)
{
    return at ? utf8_last(str_slice(text, 0, at), NULL) : 0;
}

size_t char_size(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    size_t n = rest.n;
    if (!n)
        return 1;
    utf8_next(&rest);
    return n - rest.n;
}

bool char_han(uint32_t c)
{
    return (c >= 0x3400 && c < 0xA000) || c == 0x3007;
}

bool char_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

bool char_ascii(uint32_t c)
{
    return char_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool char_stop(uint32_t c)
{
    switch (c) {
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */ return true;
    default: return false;
    }
}

struct str char_until(struct str text, const char *set)
{
    size_t at = 0;
    while (at < text.n && !rune_in(char_at(text, at), set))
        at += char_size(text, at);
    return str_slice(text, 0, at);
}

struct str char_since(struct str text, const char *set)
{
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        bool found = rune_in(char_at(text, at), set);
        at += char_size(text, at);
        from = found ? at : from;
    }
    return str_from(text, from);
}

/* A byte inside a character: 10xxxxxx. */
static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

struct str char_left(struct str text, size_t at, size_t most)
{
    size_t from = at > most ? at - most : 0;
    while (from < at && is_inside(text.s[from]))
        from++;
    return str_slice(text, from, at);
}

struct str char_right(struct str text, size_t at, size_t most)
{
    size_t to = text.n - at > most ? at + most : text.n;
    while (to > at && to < text.n && is_inside(text.s[to]))
        to--;
    return str_slice(text, at, to);
}

struct str char_around(struct str text, size_t from, size_t to, size_t most)
{
    size_t size;
    for (size_t i = 0; i < most && from; i++) {
        if (utf8_last(str_slice(text, 0, from), &size) == '\n')
            break;
        from -= size;
    }
    for (size_t i = 0; i < most && to < text.n && text.s[to] != '\n'; i++)
        to += char_size(text, to);
    return str_slice(text, from, to);
}
