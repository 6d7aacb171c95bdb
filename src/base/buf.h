/* buf - bytes that grow at the end.
 *
 * For building output: pages, JSON, content streams. The bytes belong to the buf until
 * buf_drop(); buf_str() lends them and is good until the next write. All zero is empty. */
#ifndef MULU_BASE_BUF_H
#define MULU_BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>

struct buf {
    char *s;
    size_t n, cap;
};

void buf_drop(struct buf *b);   /* frees the bytes; the buf is empty again and usable */
void buf_clear(struct buf *b);  /* empty, keeps its room */
struct str buf_str(const struct buf *b);

/* Makes room for that many bytes in all and no more: for who knows how many will come. */
void buf_reserve(struct buf *b, size_t bytes);

/* The end of the bytes, with room for that many more and one. */
char *buf_grow(struct buf *b, size_t more); /* where there is less */
static inline char *buf_room(struct buf *b, size_t more)
{
    return b->cap - b->n > more ? b->s + b->n : buf_grow(b, more);
}

/* The small ones stand here to be built in where they are used: a page is put together of
 * thousands of short pieces, most of them literals. */

static inline void buf_put(struct buf *b, struct str s)
{
    if (s.n == 0)
        return;
    memcpy(buf_room(b, s.n), s.s, s.n);
    b->n += s.n;
}

/* The text is NUL-terminated. */
static inline void buf_puts(struct buf *b, const char *s)
{
    buf_put(b, str_of(s));
}

static inline void buf_char(struct buf *b, char c)
{
    *buf_room(b, 1) = c;
    b->n++;
}

void buf_rune(struct buf *b, uint32_t c);    /* as UTF-8 */
void buf_pad(struct buf *b, char c, size_t count);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* A whole number in decimal digits. */
void buf_number(struct buf *b, uint64_t number);

/* A number with at most `decimals` (0 to 6) digits behind the point, rounded half away
 * from zero, without trailing zeros or a "-0". The same in every locale. Not finite: 0. */
void buf_fixed(struct buf *b, double number, unsigned decimals);

/* The text as a JSON string with its quotes (RFC 8259): the two that must be and control
 * characters are escaped, everything else stays UTF-8. */
void buf_json(struct buf *b, struct str s);

#endif
