#include "base/record.h"

enum { MOST_DIGITS = 18 };

void record_put_number(struct buf *out, size_t number)
{
    buf_number(out, number);
    buf_char(out, ':');
}

void record_put_text(struct buf *out, struct str s)
{
    record_put_number(out, s.n);
    buf_put(out, s);
}

bool record_take_number(struct str *rest, size_t *number)
{
    size_t i = 0;
    *number = 0;
    for (; i < rest->n && rest->s[i] >= '0' && rest->s[i] <= '9' && i < MOST_DIGITS; i++)
        *number = *number * 10 + (size_t)(rest->s[i] - '0');
    if (i == 0 || i == rest->n || rest->s[i] != ':')
        return false;
    *rest = str_from(*rest, i + 1);
    return true;
}

bool record_take_text(struct str *rest, struct str *text)
{
    size_t n;
    if (!record_take_number(rest, &n) || n > rest->n)
        return false;
    *text = str_slice(*rest, 0, n);
    *rest = str_from(*rest, n);
    return true;
}
