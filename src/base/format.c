#include "base/format.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct out {
    char *to;
    size_t room, n; /* n goes on counting when the room is full */
};

static void put(struct out *out, const char *s, size_t n)
{
    if (out->n < out->room) {
        size_t space = out->room - out->n;
        memcpy(out->to + out->n, s, n < space ? n : space);
    }
    out->n += n;
}

static void put_number(struct out *out, size_t number, bool minus)
{
    char digits[24];
    size_t from = sizeof digits;
    do
        digits[--from] = (char)('0' + number % 10);
    while (number /= 10);
    if (minus)
        digits[--from] = '-';
    put(out, digits + from, sizeof digits - from);
}

/* How long the conversion behind a % is; 0 for those that are not known here. */
static size_t known(const char *s)
{
    switch (*s) {
    case 's':
    case 'c':
    case 'd':
    case 'u':
    case '%': return 1;
    case 'z': return s[1] == 'u' ? 2 : 0;
    case '.': return s[1] == '*' && s[2] == 's' ? 3 : 0;
    default: return 0;
    }
}

static bool all_known(const char *format)
{
    for (const char *s = format; (s = strchr(s, '%'));) {
        size_t n = known(s + 1);
        if (!n)
            return false;
        s += 1 + n;
    }
    return true;
}

static void put_cut(struct out *out, int most, const char *s)
{
    put(out, s, most < 0 ? strlen(s) : strnlen(s, (size_t)most));
}

size_t format_text(char *to, size_t room, const char *format, va_list args)
{
    if (!all_known(format)) {
        int n = vsnprintf(to, room, format, args);
        return n > 0 ? (size_t)n : 0;
    }
    struct out out = {to, room ? room - 1 : 0, 0};
    for (const char *s = format; *s;) {
        size_t plain = strcspn(s, "%");
        put(&out, s, plain);
        s += plain;
        if (!*s)
            break;
        s++;
        const char *text;
        int number;
        char c;
        switch (*s) {
        case '%': put(&out, "%", 1); break;
        case 's':
            text = va_arg(args, const char *);
            put(&out, text, strlen(text));
            break;
        case '.':
            number = va_arg(args, int);
            text = va_arg(args, const char *);
            put_cut(&out, number, text);
            break;
        case 'c':
            c = (char)va_arg(args, int);
            put(&out, &c, 1);
            break;
        case 'd':
            number = va_arg(args, int);
            put_number(&out, number < 0 ? 0 - (size_t)number : (size_t)number,
                       number < 0);
            break;
        case 'u': put_number(&out, va_arg(args, unsigned), false); break;
        default: put_number(&out, va_arg(args, size_t), false); break;
        }
        s += known(s);
    }
    if (room)
        to[out.n < room ? out.n : room - 1] = '\0';
    return out.n;
}
