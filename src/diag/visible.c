#include "diag/visible.h"

#include "base/utf8.h"

enum { QUOTED = 120 }; /* characters of a quotation in a message */

/* ---- characters ---- */

static bool turns(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

enum { TURN_COLUMNS = 8 }; /* <U+202E> */

static void put_turn(struct buf *out, uint32_t c)
{
    buf_printf(out, "<U+%04X>", (unsigned)c);
}

size_t visible_columns(uint32_t c)
{
    if (c == '\t')
        return 1;
    return turns(c) ? TURN_COLUMNS : utf8_columns(c);
}

/* What stands for a character that must not reach the terminal; 0: it may. */
static uint32_t substitute(uint32_t c)
{
    if (c == '\t')
        return ' ';
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == UTF8_REPLACEMENT ? UTF8_REPLACEMENT
                                                                        : 0;
}

/* The pieces between such characters are copied whole. */
static void put_with(struct buf *out, struct str s, uint32_t (*instead)(uint32_t c))
{
    const char *from = s.s;
    while (s.n) {
        const char *at = s.s;
        if (*at >= 0x20 && *at < 0x7F) {
            s = (struct str){at + 1, s.n - 1};
            continue;
        }
        /* U+1000 to U+EFFF without U+2000 to U+2FFF: nothing to be replaced */
        if (*at != '\xE2' && *at != '\xEF' &&
            utf8_is_triple((const unsigned char *)at, s.n)) {
            s = (struct str){at + 3, s.n - 3};
            continue;
        }
        uint32_t c = utf8_next(&s), other = instead(c);
        if (!other && !turns(c))
            continue;
        buf_put(out, (struct str){from, (size_t)(at - from)});
        if (other)
            buf_rune(out, other);
        else
            put_turn(out, c);
        from = s.s;
    }
    buf_put(out, (struct str){from, (size_t)(s.s - from)});
}

void visible_put(struct buf *out, struct str s)
{
    put_with(out, s, substitute);
}

/* ---- length ---- */

/* Bytes of the first `count` characters. */
static size_t bytes_of(struct str s, size_t count)
{
    struct str rest = s;
    while (rest.n && count--)
        utf8_next(&rest);
    return s.n - rest.n;
}

void visible_cut(struct buf *out, struct str s, size_t most)
{
    size_t count = s.n <= most ? s.n : utf8_count(s);
    if (count <= most) {
        buf_put(out, s);
        return;
    }
    size_t head = most * 3 / 4, tail = most / 4 - 1;
    buf_put(out, str_slice(s, 0, bytes_of(s, head)));
    buf_puts(out, "…");
    buf_put(out, str_from(s, bytes_of(s, count - tail)));
}

static const struct str open_mark = STR_INIT("“"), close_mark = STR_INIT("”");

/* Bytes up to the mark that closes the quotation that begins the text; all where none does. */
static size_t quotation_end(struct str s)
{
    struct str rest = s;
    for (size_t depth = 1; rest.n; utf8_next(&rest)) {
        depth += str_starts(rest, open_mark);
        depth -= str_starts(rest, close_mark);
        if (!depth)
            break;
    }
    return s.n - rest.n;
}

void visible_cut_message(struct buf *out, struct str s)
{
    if (s.n <= QUOTED || utf8_count(s) <= QUOTED) {
        buf_put(out, s);
        return;
    }
    struct buf quotes = {0};
    while (s.n) {
        size_t open = str_find(s, open_mark);
        if (open == STR_NONE)
            open = s.n;
        size_t from = open < s.n ? open + open_mark.n : s.n;
        buf_put(&quotes, str_slice(s, 0, from));
        s = str_from(s, from);
        size_t end = quotation_end(s);
        visible_cut(&quotes, str_slice(s, 0, end), QUOTED);
        s = str_from(s, end);
    }
    visible_cut(out, buf_str(&quotes), VISIBLE_VALUE);
    buf_drop(&quotes);
}

/* ---- pages ---- */

static uint32_t nothing(uint32_t c)
{
    (void)c;
    return 0;
}

static bool any_turns(struct str s)
{
    while (s.n)
        if (turns(utf8_next(&s)))
            return true;
    return false;
}

static struct str for_page(struct arena *a, struct str s, const struct buf *cut)
{
    struct str text = buf_str(cut);
    bool same = text.n == s.n, turning = any_turns(text);
    if (same && !turning)
        return s;
    struct buf out = {0};
    put_with(&out, text, nothing);
    struct str copy = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return copy;
}

struct str visible_text(struct arena *a, struct str s, size_t most)
{
    struct buf cut = {0};
    visible_cut(&cut, s, most);
    struct str text = for_page(a, s, &cut);
    buf_drop(&cut);
    return text;
}

struct str visible_message(struct arena *a, struct str s)
{
    struct buf cut = {0};
    visible_cut_message(&cut, s);
    struct str text = for_page(a, s, &cut);
    buf_drop(&cut);
    return text;
}
