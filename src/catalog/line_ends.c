#include "catalog/line_ends.h"

#include "base/buf.h"

#include <string.h>

static const struct str mark = STR_INIT("\xEF\xBB\xBF");

struct str line_ends_unix(struct arena *a, struct str stored)
{
    if (str_starts(stored, mark))
        stored = str_from(stored, mark.n);
    if (!stored.n || !memchr(stored.s, '\r', stored.n))
        return stored;
    struct buf b = {0};
    for (size_t i = 0; i < stored.n; i++) {
        if (stored.s[i] != '\r')
            buf_char(&b, stored.s[i]);
        else if (i + 1 == stored.n || stored.s[i + 1] != '\n')
            buf_char(&b, '\n');
    }
    struct str text = str_copy(a, buf_str(&b));
    buf_drop(&b);
    return text;
}

size_t line_ends_stored(struct str stored, char byte)
{
    return byte == '\n' && str_starts(stored, STR("\r\n")) ? 2 : 1;
}

struct str line_ends_mark(struct str stored, struct str text)
{
    return str_starts(stored, mark) && !str_starts(text, mark) ? mark : STR("");
}
