#include "check/chars.h"

#include "base/utf8.h"
#include "catalog/runes.h"

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
