#include "base/buf.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *room(struct buf *b, size_t more)
{
    if (b->cap - b->n < more + 1) {
        size_t cap = b->cap ? b->cap : 256;
        while (cap - b->n < more + 1)
            cap *= 2;
        b->s = heap_resize(b->s, cap);
        b->cap = cap;
    }
    return b->s + b->n;
}

void buf_reserve(struct buf *b, size_t bytes)
{
    if (bytes < b->cap)
        return;
    b->s = heap_resize(b->s, bytes + 1); /* as room() leaves one */
    b->cap = bytes + 1;
}

void buf_drop(struct buf *b)
{
    free(b->s);
    *b = (struct buf){0};
}

void buf_clear(struct buf *b)
{
    b->n = 0;
}

struct str buf_str(const struct buf *b)
{
    return (struct str){b->s ? b->s : "", b->n};
}

void buf_put(struct buf *b, struct str s)
{
    if (s.n == 0)
        return;
    memcpy(room(b, s.n), s.s, s.n);
    b->n += s.n;
}

void buf_puts(struct buf *b, const char *s)
{
    buf_put(b, str_of(s));
}

void buf_char(struct buf *b, char c)
{
    *room(b, 1) = c;
    b->n++;
}

void buf_rune(struct buf *b, uint32_t c)
{
    b->n += utf8_write(room(b, 4), c);
}

void buf_pad(struct buf *b, char c, size_t count)
{
    memset(room(b, count), c, count);
    b->n += count;
}

enum { GUESS = 128 }; /* bytes that most formatted pieces do not exceed */

void buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char *to = room(b, GUESS);
    size_t space = b->cap - b->n;
    int n = vsnprintf(to, space, format, args);
    if (n > 0) {
        if ((size_t)n >= space) /* rare: once more with room for all */
            vsnprintf(room(b, (size_t)n), (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

/* In decimal, with zeros in front up to `least` digits. */
static void put_digits(struct buf *b, uint64_t number, unsigned least)
{
    char digits[20];
    size_t n = sizeof digits;
    while (number || n > sizeof digits - least) {
        digits[--n] = (char)('0' + number % 10);
        number /= 10;
    }
    buf_put(b, (struct str){digits + n, sizeof digits - n});
}

void buf_number(struct buf *b, uint64_t number)
{
    put_digits(b, number, 1);
}

void buf_fixed(struct buf *b, double number, unsigned decimals)
{
    static const double scale[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    if (decimals > 6)
        decimals = 6;
    double scaled = isfinite(number) ? round(fabs(number) * scale[decimals]) : 0;
    if (scaled > 9e17)
        scaled = 9e17;
    uint64_t whole = (uint64_t)scaled;
    if (number < 0 && whole)
        buf_char(b, '-');
    uint64_t unit = (uint64_t)scale[decimals], part = whole % unit;
    put_digits(b, whole / unit, 1);
    if (!part)
        return;
    for (; part % 10 == 0; part /= 10)
        decimals--;
    buf_char(b, '.');
    put_digits(b, part, decimals);
}

void buf_json(struct buf *b, struct str s)
{
    buf_char(b, '"');
    size_t done = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        buf_put(b, str_slice(s, done, i));
        done = i + 1;
        if (c == '"' || c == '\\')
            buf_printf(b, "\\%c", c);
        else if (c == '\n')
            buf_puts(b, "\\n");
        else if (c == '\t')
            buf_puts(b, "\\t");
        else
            buf_printf(b, "\\u%04x", c);
    }
    buf_put(b, str_from(s, done));
    buf_char(b, '"');
}
