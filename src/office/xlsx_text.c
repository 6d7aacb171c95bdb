#include "office/xlsx_text.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

enum { SHEET_NAME_UNITS = 31 };

/* UTF-16 units of a character: what Excel counts. */
static size_t units_of(uint32_t c)
{
    return c > 0xFFFF ? 2 : 1;
}

static size_t units(struct str s)
{
    size_t n = 0;
    while (s.n)
        n += units_of(utf8_next(&s));
    return n;
}

/* The longest start of `s` that is at most `most` units long. */
static struct str cut(struct str s, size_t most)
{
    struct str rest = s;
    size_t used = 0;
    while (rest.n) {
        struct str next = rest;
        used += units_of(utf8_next(&next));
        if (used > most)
            break;
        rest = next;
    }
    return str_slice(s, 0, s.n - rest.n);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* ECMA-376 22.9.2.19: _xHHHH_ in a string stands for a character. */
static bool is_escape(struct str s)
{
    if (s.n < 7 || s.s[0] != '_' || s.s[1] != 'x' || s.s[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!is_hex(s.s[i]))
            return false;
    return true;
}

static void put_plain(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '_' && is_escape(str_from(text, i)))
            buf_puts(out, "_x005F_");
        else if (text.s[i] != '\r')
            buf_char(out, text.s[i]);
        else if (i + 1 == text.n || text.s[i + 1] != '\n')
            buf_char(out, '\n');
    }
}

struct str xlsx_fit(struct arena *a, struct str text, size_t most)
{
    struct buf plain = {0};
    put_plain(&plain, text);
    struct str result = buf_str(&plain);
    size_t n = result.n > most ? units(result) : 0; /* fewer bytes: fewer units */
    if (n > most) {
        enum { NOTE_ROOM = 60 };
        struct str kept = cut(result, most - NOTE_ROOM);
        result = str_print(a, "%.*s……（太长，此处略去后面 %zu 字，全文见目录文件）",
                           STR_ARG(kept), n - units(kept));
    } else {
        result = str_copy(a, result);
    }
    buf_drop(&plain);
    return result;
}

size_t xlsx_columns(struct str text)
{
    size_t widest = 0, columns = 0;
    while (text.n) {
        uint32_t c = utf8_next(&text);
        columns = c == '\n' ? 0 : columns + utf8_columns(c);
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

static bool is_taken(const struct str_list *taken, struct str name)
{
    for (size_t i = 0; i < taken->n; i++)
        if (str_eq_nocase(taken->at[i], name))
            return true;
    return false;
}

struct str xlsx_sheet_name(struct arena *a, struct str name, const struct str_list *taken)
{
    struct buf clean = {0};
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.s[i];
        buf_char(&clean, c < ' ' || strchr("[]:*?/\\'", c) ? ' ' : (char)c);
    }
    struct str base = str_copy(a, str_trim(buf_str(&clean)));
    buf_drop(&clean);
    /* Excel keeps this name for itself. */
    if (!base.n || str_eq_nocase(base, STR("History")))
        base = STR("表");
    struct str result = str_copy(a, cut(base, SHEET_NAME_UNITS));
    for (size_t n = 2; is_taken(taken, result); n++) {
        struct str tail = str_print(a, "（%zu）", n);
        result =
            str_print(a, "%.*s%.*s", STR_ARG(cut(base, SHEET_NAME_UNITS - units(tail))),
                      STR_ARG(tail));
    }
    return result;
}
