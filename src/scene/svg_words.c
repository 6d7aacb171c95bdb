#include "scene/svg.h"

#include "base/utf8.h"

static void put_special(struct buf *out, uint32_t c)
{
    switch (c) {
    case '&': buf_puts(out, "&amp;"); break;
    case '<': buf_puts(out, "&lt;"); break;
    case '>': buf_puts(out, "&gt;"); break;
    case '"': buf_puts(out, "&quot;"); break;
    case '\t':
    case '\n':
    case '\r': buf_char(out, ' '); break;
    default:
        /* XML has no way to write these at all (XML 1.0, production Char). */
        if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
            buf_rune(out, c);
    }
}

void svg_text(struct buf *out, struct str s)
{
    const char *done = s.s;
    while (s.n) {
        struct str rest = s;
        uint32_t c = utf8_next(&rest);
        if (c > '>' &&
            c < 0xFFFD) { /* nearly all; U+FFFD may stand for bytes that are no text */
            s = rest;
            continue;
        }
        buf_put(out, (struct str){done, (size_t)(s.s - done)});
        put_special(out, c);
        s = rest;
        done = s.s;
    }
    buf_put(out, (struct str){done, (size_t)(s.s - done)});
}

void svg_number(struct buf *out, double x)
{
    buf_fixed(out, x, 1);
}

void svg_open(struct buf *out, const char *name)
{
    buf_char(out, ' ');
    buf_puts(out, name);
    buf_puts(out, "=\"");
}

void svg_attribute(struct buf *out, const char *name, double x)
{
    svg_open(out, name);
    svg_number(out, x);
    buf_char(out, '"');
}

void svg_color(struct buf *out, const char *name, struct color c)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned parts[] = {c.r, c.g, c.b};
    bool half = c.r % 17 == 0 && c.g % 17 == 0 && c.b % 17 == 0;
    svg_open(out, name);
    buf_char(out, '#');
    for (size_t i = 0; i < 3; i++) {
        if (!half)
            buf_char(out, digits[parts[i] / 16]);
        buf_char(out, digits[parts[i] % 16]);
    }
    buf_char(out, '"');
}
