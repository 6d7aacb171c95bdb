#include "base/str.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.s, b.s, n) : 0;
    if (order)
        return order;
    return a.n < b.n ? -1 : a.n > b.n;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.s[i]) != lower(b.s[i]))
            return false;
    return true;
}

/* Words are looked for by their last byte: of Chinese characters that is the rarest, while
 * the first is one of six. memmem() goes by the first, and guards against long needles. */
enum { SHORT_NEEDLE = 48 };

size_t str_find(struct str s, struct str needle)
{
    if (needle.n == 0)
        return 0;
    if (s.n < needle.n)
        return STR_NONE;
    if (needle.n > SHORT_NEEDLE) {
        const char *found = memmem(s.s, s.n, needle.s, needle.n);
        return found ? (size_t)(found - s.s) : STR_NONE;
    }
    size_t behind = needle.n - 1;
    for (const char *at = s.s + behind, *end = s.s + s.n; at < end; at++) {
        at = memchr(at, needle.s[behind], (size_t)(end - at));
        if (!at)
            break;
        if ((behind == 0 || at[-1] == needle.s[behind - 1]) &&
            memcmp(at - behind, needle.s, behind) == 0)
            return (size_t)(at - behind - s.s);
    }
    return STR_NONE;
}

bool str_has(struct str s, struct str needle)
{
    return str_find(s, needle) != STR_NONE;
}

struct str str_trim(struct str s)
{
    while (s.n && str_blank(s.s[0]))
        s.s++, s.n--;
    while (s.n && str_blank(s.s[s.n - 1]))
        s.n--;
    return s;
}

bool str_cut(struct str *rest, char sep, struct str *piece)
{
    if (rest->n == 0)
        return false;
    const char *end = memchr(rest->s, sep, rest->n);
    size_t n = end ? (size_t)(end - rest->s) : rest->n;
    *piece = str_slice(*rest, 0, n);
    *rest = str_from(*rest, n + (end ? 1 : 0));
    return true;
}

struct str str_copy(struct arena *a, struct str s)
{
    if (!s.n)
        return STR("");
    char *copy = arena_raw(a, s.n + 1);
    if (s.n)
        memcpy(copy, s.s, s.n);
    copy[s.n] = '\0';
    return (struct str){copy, s.n};
}

struct str str_join(struct arena *a, const struct str *pieces, size_t n)
{
    struct str joined = {0};
    for (size_t i = 0; i < n; i++)
        joined.n += pieces[i].n;
    char *to = arena_raw(a, joined.n + 1);
    joined.s = to;
    for (size_t i = 0; i < n; i++) {
        if (pieces[i].n)
            memcpy(to, pieces[i].s, pieces[i].n);
        to += pieces[i].n;
    }
    *to = 0;
    return joined;
}

struct str str_number(struct arena *a, size_t number)
{
    char digits[20], *end = digits + sizeof digits, *from = end; /* 2^64 has 20 */
    do {
        *--from = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return str_copy(a, (struct str){from, (size_t)(end - from)});
}

struct str str_print(struct arena *a, const char *format, ...)
{
    char first[512]; /* most texts fit, and are formatted only once */
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(first, sizeof first, format, args);
    va_end(args);
    struct str text = {first, n > 0 ? (size_t)n : 0};
    if (text.n < sizeof first) {
        text = str_copy(a, text);
    } else {
        char *all = arena_raw(a, text.n + 1);
        vsnprintf(all, text.n + 1, format, again);
        text.s = all;
    }
    va_end(again);
    return text;
}

/* Reads up to `room` code points; returns how many, or room + 1 when there are more. */
static size_t decode(struct str s, uint32_t *out, size_t room)
{
    size_t n = 0;
    while (s.n) {
        if (n == room)
            return room + 1;
        out[n++] = utf8_next(&s);
    }
    return n;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance, three rows at a time. Words longer than 64 characters
 * are never a typing slip of each other. */
size_t str_distance(struct str a, struct str b, size_t most)
{
    enum { ROOM = 64 };
    uint32_t x[ROOM], y[ROOM];
    size_t rows[3][ROOM + 1];
    size_t m = decode(a, x, ROOM), n = decode(b, y, ROOM);
    if (m > ROOM || n > ROOM)
        return str_eq(a, b) ? 0 : most + 1;
    for (size_t j = 0; j <= n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3],
               *higher = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t edits = above[j - 1] + (x[i - 1] != y[j - 1]);
            edits = least(edits, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                edits = least(edits, higher[j - 2] + 1);
            row[j] = edits;
        }
    }
    return least(rows[m % 3][n], most + 1);
}

struct str str_nearest(struct str word, const struct str *list, size_t count)
{
    size_t chars = utf8_count(word);
    size_t most = least(chars / 3 ? chars / 3 : 1, 3);
    struct str best = STR("");
    for (size_t i = 0; i < count; i++) {
        size_t edits = str_distance(word, list[i], most);
        if (edits <= most) {
            best = list[i];
            most = edits ? edits - 1 : 0;
            if (edits == 0)
                break;
        }
    }
    return best;
}
