#include "catalog/numeral.h"

enum { BAD = NUMERAL_MOST + 1 };

/* The value of an Arabic digit, ASCII or full-width, or -1. */
static int arabic(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19)
        return (int)(c - 0xFF10);
    return -1;
}

/* Chinese digits with the capitals of contracts, and what they are multiplied by. A switch,
 * because every character of every text comes by here. */
static bool chinese(uint32_t c, int *digit, int *times)
{
    *digit = *times = 0;
    switch (c) {
    case 0x3007:
    case 0x96F6: return true;
    case 0x4E00:
    case 0x58F9: *digit = 1; return true;
    case 0x4E8C:
    case 0x4E24:
    case 0x8D30: *digit = 2; return true;
    case 0x4E09:
    case 0x53C1: *digit = 3; return true;
    case 0x56DB:
    case 0x8086: *digit = 4; return true;
    case 0x4E94:
    case 0x4F0D: *digit = 5; return true;
    case 0x516D:
    case 0x9646: *digit = 6; return true;
    case 0x4E03:
    case 0x67D2: *digit = 7; return true;
    case 0x516B:
    case 0x634C: *digit = 8; return true;
    case 0x4E5D:
    case 0x7396: *digit = 9; return true;
    case 0x5341:
    case 0x62FE: *times = 10; return true;
    case 0x767E:
    case 0x4F70: *times = 100; return true;
    case 0x5343:
    case 0x4EDF: *times = 1000; return true;
    case 0x4E07: *times = 10000; return true;
    default: return false;
    }
}

bool numeral_rune(uint32_t c)
{
    int digit = 0, times = 0;
    return arabic(c) >= 0 || chinese(c, &digit, &times);
}

static bool is_point(uint32_t c)
{
    return c == '.' || c == ',' || c == 0xFF0E;
}

static size_t read_arabic(const uint32_t *at, size_t n, unsigned *value)
{
    size_t i = 0;
    unsigned v = 0;
    for (; i < n; i++) {
        if (arabic(at[i]) >= 0) {
            if (v < BAD)
                v = v * 10 + (unsigned)arabic(at[i]);
            if (v > NUMERAL_MOST)
                v = BAD;
        } else if (is_point(at[i]) && i + 1 < n && arabic(at[i + 1]) >= 0) {
            v = BAD; /* 1.5 and 1,000 are one number, and none of ours */
        } else {
            break;
        }
    }
    *value = v;
    return i;
}

/* Digits without 十, 百, 千: one digit, or a row of digits with a 〇 in it (二〇). Two digits
 * side by side otherwise mean "three to five". */
static unsigned by_place(const uint32_t *at, size_t n)
{
    bool zero = false;
    unsigned v = 0;
    for (size_t i = 0; i < n; i++) {
        int digit = 0, times = 0;
        chinese(at[i], &digit, &times);
        zero = zero || digit == 0;
        v = v < BAD ? v * 10 + (unsigned)digit : v;
    }
    return (n > 1 && !zero) || v > NUMERAL_MOST ? BAD : v;
}

/* 一千零五, 一百二十, 十五: multipliers must fall, digits stand before one or at the end. */
static unsigned by_sign(const uint32_t *at, size_t n)
{
    unsigned v = 0, pending = 0, last = 10000;
    bool has_pending = false, zero = false;
    for (size_t i = 0; i < n; i++) {
        int digit = 0, times = 0;
        chinese(at[i], &digit, &times);
        if (times) {
            if (has_pending ? pending == 0 : times != 10 || (i > 0 && !zero))
                return BAD; /* only 十 may stand without a digit, at the front */
            if ((unsigned)times >= last)
                return BAD;
            v += (has_pending ? pending : 1) * (unsigned)times;
            last = (unsigned)times;
            has_pending = zero = false;
        } else if (digit == 0) {
            if (has_pending || i == 0)
                return BAD;
            zero = true;
        } else {
            if (has_pending)
                return BAD;
            pending = (unsigned)digit;
            has_pending = true;
        }
    }
    if (has_pending && last > 10 && !zero)
        return BAD; /* 一百二: 102 or 120 */
    return v + (has_pending ? pending : 0);
}

static size_t read_chinese(const uint32_t *at, size_t n, unsigned *value)
{
    size_t i = 0;
    bool sign = false;
    int digit = 0, times = 0;
    for (; i < n && chinese(at[i], &digit, &times); i++)
        sign = sign || times;
    *value = sign ? by_sign(at, i) : by_place(at, i);
    return i;
}

static size_t read_plain(const uint32_t *at, size_t n, unsigned *value)
{
    size_t used = read_arabic(at, n, value);
    if (!used)
        used = read_chinese(at, n, value);
    while (used && used < n && numeral_rune(at[used])) {
        *value = BAD; /* 3十, 5万, 二3 */
        used++;
    }
    return used;
}

static bool is_open(uint32_t c)
{
    return c == '(' || c == 0xFF08;
}

static bool is_close(uint32_t c)
{
    return c == ')' || c == 0xFF09;
}

size_t numeral_read(const uint32_t *at, size_t n, unsigned *value)
{
    size_t used = read_plain(at, n, value);
    if (used && used + 2 < n && is_open(at[used])) {
        unsigned again;
        size_t more = read_plain(at + used + 1, n - used - 1, &again);
        size_t end = used + 1 + more;
        if (more && end < n && is_close(at[end]) && again == *value)
            used = end + 1; /* 5（五） */
    }
    return used;
}
