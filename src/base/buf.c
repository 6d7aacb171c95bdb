#include "base/buf.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Small enough for the allocator's quick lists, large enough for nearly all that is not a
 * page. */
enum { FIRST_ROOM = 1024 };

char *buf_grow(struct buf *b, size_t more)
{
    size_t cap = b->cap ? b->cap : FIRST_ROOM;
    while (cap - b->n < more + 1)
        cap *= 2;
    b->s = heap_resize(b->s, cap);
    b->cap = cap;
    return b->s + b->n;
}

void buf_reserve(struct buf *b, size_t bytes)
{
    if (bytes < b->cap)
        return;
    b->s = heap_resize(b->s, bytes + 1); /* as buf_grow() leaves one */
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

void buf_rune(struct buf *b, uint32_t c)
{
    b->n += utf8_write(buf_room(b, 4), c);
}

void buf_pad(struct buf *b, char c, size_t count)
{
    memset(buf_room(b, count), c, count);
    b->n += count;
}

enum { GUESS = 128 }; /* bytes that most formatted pieces do not exceed */

void buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char *to = buf_room(b, GUESS);
    size_t space = b->cap - b->n;
    int n = vsnprintf(to, space, format, args);
    if (n > 0) {
        if ((size_t)n >= space) /* rare: once more with room for all */
            vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, format, again);
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

enum { DIGITS = 20 }; /* of the largest number of 64 bits */

/* Writes the number in decimal so that it ends before `end`; returns where it begins. */
static char *write_digits(char *end, uint64_t number)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return end;
}

void buf_number(struct buf *b, uint64_t number)
{
    char digits[DIGITS], *end = digits + DIGITS, *from = write_digits(end, number);
    buf_put(b, (struct str){from, (size_t)(end - from)});
}

/* From the last digit to the first. */
void buf_fixed(struct buf *b, double number, unsigned decimals)
{
    static const double scale[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    if (decimals > 6)
        decimals = 6;
    double scaled = isfinite(number) ? fabs(number) * scale[decimals] : 0;
    uint64_t rest = scaled > 9e17 ? (uint64_t)9e17 : (uint64_t)scaled;
    rest += scaled - (double)rest >= 0.5 && rest < (uint64_t)9e17;
    bool minus = number < 0 && rest;
    char digits[DIGITS + 3], *end = digits + sizeof digits, *from = end; /* -0. */
    for (; decimals && rest % 10 == 0; decimals--)
        rest /= 10;
    if (decimals) {
        for (; decimals; decimals--, rest /= 10)
            *--from = (char)('0' + rest % 10);
        *--from = '.';
    }
    from = write_digits(from, rest);
    if (minus)
        *--from = '-';
    buf_put(b, (struct str){from, (size_t)(end - from)});
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
