#include "check/ordinal.h"

#include "base/utf8.h"
#include "catalog/numeral.h"

#include <stdio.h>

enum { DIGITS_MOST = 4 };

/* Signs that are a number by themselves: the first of the row, its value, how many. */
static const struct {
    uint32_t first;
    unsigned value, count;
    enum ordinal_level level;
} signs[] = {
    {0x2460, 1, 20, ORDINAL_CIRCLE},  /* ① to ⑳ */
    {0x3251, 21, 15, ORDINAL_CIRCLE}, /* ㉑ to ㉟ */
    {0x32B1, 36, 15, ORDINAL_CIRCLE}, /* ㊱ to ㊿ */
    {0x2474, 1, 20, ORDINAL_PRINTED}, /* ⑴ to ⒇ */
    {0x2488, 1, 20, ORDINAL_PRINTED}, /* ⒈ to ⒛ */
};

static bool read_sign(uint32_t c, struct ordinal *o)
{
    if (c < 0x2460 || c > 0x32FF)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (c < signs[i].first || c >= signs[i].first + signs[i].count)
            continue;
        o->level = signs[i].level;
        o->value = signs[i].value + (unsigned)(c - signs[i].first);
        o->open = signs[i].level == ORDINAL_PRINTED ? signs[i].first : 0;
        return true;
    }
    return false;
}

static bool is_wide(uint32_t c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

static bool is_arabic(uint32_t c)
{
    return (c >= '0' && c <= '9') || is_wide(c);
}

static bool is_bracket(uint32_t c)
{
    return c == ')' || c == 0xFF09;
}

/* . ． 、 and brackets; a full stop of Chinese text (。) ends a sentence, not a number. */
static bool is_close(uint32_t c)
{
    return c == '.' || c == 0xFF0E || c == 0x3001 || is_bracket(c);
}

/* The digits or Chinese numerals at the front of *rest, which moves behind them. */
static bool read_digits(struct str *rest, struct ordinal *o, bool *chinese)
{
    uint32_t digits[DIGITS_MOST + 1];
    size_t n = 0;
    while (rest->n && n <= DIGITS_MOST) {
        struct str behind = *rest;
        uint32_t c = utf8_next(&behind);
        if (!numeral_rune(c) || (n && is_arabic(c) != is_arabic(digits[0])))
            break;
        digits[n++] = c;
        *rest = behind;
    }
    if (n == 0 || n > DIGITS_MOST)
        return false;
    *chinese = !is_arabic(digits[0]);
    o->wide = is_wide(digits[0]);
    return numeral_read(digits, n, &o->value) == n && o->value >= 1 &&
           o->value <= ORDINAL_MOST;
}

/* Most texts begin with none of these. */
static bool may_begin(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x32FF) || c == '(' || c == 0xFF08 || numeral_rune(c);
}

bool ordinal_read(struct str text, struct ordinal *o)
{
    struct str rest = text;
    *o = (struct ordinal){0};
    if (!rest.n)
        return false;
    uint32_t c = utf8_next(&rest);
    if (!may_begin(c))
        return false;
    if (read_sign(c, o)) {
        o->size = text.n - rest.n;
        return true;
    }
    if (c == '(' || c == 0xFF08)
        o->open = c;
    else
        rest = text;
    bool chinese = false;
    if (!read_digits(&rest, o, &chinese))
        return false;
    struct str behind = rest;
    c = rest.n ? utf8_next(&behind) : 0;
    if (is_close(c) && (!o->open || is_bracket(c))) {
        o->close = c;
        rest = behind;
    }
    if (o->open && !o->close)
        return false;
    o->level = o->open                ? ORDINAL_ARABIC_BRACKET
               : is_bracket(o->close) ? ORDINAL_ARABIC_HALF
                                      : ORDINAL_ARABIC;
    if (chinese)
        o->level += ORDINAL_CHINESE - ORDINAL_ARABIC;
    o->size = text.n - rest.n;
    return true;
}

bool ordinal_alike(const struct ordinal *a, const struct ordinal *b)
{
    return a->level == b->level && a->open == b->open && a->close == b->close &&
           a->wide == b->wide;
}

static bool print_sign(struct buf *out, const struct ordinal *o, unsigned value)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].level == o->level && value >= signs[i].value &&
            value < signs[i].value + signs[i].count &&
            (o->level == ORDINAL_CIRCLE || o->open == signs[i].first)) {
            buf_rune(out, signs[i].first + value - signs[i].value);
            return true;
        }
    return false;
}

static void print_arabic(struct buf *out, const struct ordinal *o, unsigned value)
{
    char digits[16];
    int n = snprintf(digits, sizeof digits, "%u", value);
    for (int i = 0; i < n; i++)
        buf_rune(out,
                 o->wide ? 0xFF10u + (uint32_t)(digits[i] - '0') : (uint32_t)digits[i]);
}

/* Up to 99: nobody counts further in Chinese numerals. */
static bool print_chinese(struct buf *out, unsigned value)
{
    static const char *const digits[] = {"",   "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    if (value > 99)
        return false;
    if (value >= 10)
        buf_printf(out, "%s十", value >= 20 ? digits[value / 10] : "");
    buf_puts(out, digits[value % 10]);
    return true;
}

struct str ordinal_print(struct arena *a, const struct ordinal *o, unsigned value)
{
    struct buf out = {0};
    bool done = true;
    if (o->level == ORDINAL_CIRCLE || o->level == ORDINAL_PRINTED) {
        done = print_sign(&out, o, value);
    } else {
        if (o->open)
            buf_rune(&out, o->open);
        if (o->level < ORDINAL_CHINESE)
            print_arabic(&out, o, value);
        else
            done = print_chinese(&out, value);
        if (o->close)
            buf_rune(&out, o->close);
    }
    struct str text = done ? str_copy(a, buf_str(&out)) : STR("");
    buf_drop(&out);
    return text;
}

/* The open level of the number, or `depth`. */
static size_t find_level(const struct counting *c, const struct ordinal *o)
{
    size_t i = 0;
    while (i < c->depth && c->last[i].level != o->level)
        i++;
    return i;
}

enum counting_step counting_next(struct counting *c, const struct ordinal *o,
                                 struct ordinal *before)
{
    size_t at = find_level(c, o);
    *before = (struct ordinal){0};
    if (at == c->depth) {
        if (o->value > 1 && c->depth && c->last[c->depth - 1].value + 1 == o->value) {
            *before = c->last[c->depth - 1];
            c->last[c->depth - 1].value = o->value;
            return COUNTING_STRANGER;
        }
        c->last[c->depth++] = *o;
        return o->value == 1 ? COUNTING_NEXT : COUNTING_LATE;
    }
    *before = c->last[at];
    c->depth = at + 1;
    c->last[at] = *o;
    if (o->value == before->value + 1)
        return COUNTING_NEXT;
    if (o->value == before->value)
        return COUNTING_REPEAT;
    if (o->value == 1)
        return COUNTING_AGAIN;
    return o->value > before->value ? COUNTING_GAP : COUNTING_BACK;
}
