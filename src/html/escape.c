#include "html/template.h"

/* U+FFFD in UTF-8 */
#define REPLACEMENT "\xEF\xBF\xBD"

/* What a byte needs: '.' nothing, 'e' an entity, 'x' a replacement, '?' a closer look.
 *
 * Controls that HTML forbids are those of C0 but tab and line ends, and DEL; form feed is
 * allowed but nothing to a reader, and goes too. Of the rest only C2 (C1 controls, U+0080
 * to U+009F) and EF (U+FFFE, U+FFFF) can begin something forbidden.
 * WHATWG HTML, 13.2.3.5 preprocessing the input stream. */
/* clang-format off */
static const char needs[256 + 1] = "xxxxxxxxx..xx.xxxxxxxxxxxxxxxxxx"  /* 00 to 1F */
                                   "..e...ee....................e.e."  /* 20: "  & '  < > */
                                   "................................"  /* 40 */
                                   "...............................x"  /* 60: DEL */
                                   "................................"  /* 80 */
                                   "................................"  /* A0 */
                                   "..?............................."  /* C0: C2 */
                                   "...............?................"; /* E0: EF */
/* clang-format on */

static struct str entity(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    default: return STR("&#39;");
    }
}

/* Bytes of the forbidden character at the start of `s`, or 0. */
static size_t forbidden(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.s;
    if (s.n >= 2 && p[0] == 0xC2 && p[1] >= 0x80 && p[1] <= 0x9F)
        return 2;
    if (s.n >= 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE)
        return 3;
    return 0;
}

void html_put(struct buf *out, struct str s)
{
    size_t done = 0;
    for (size_t i = 0; i < s.n;) {
        char need = needs[(unsigned char)s.s[i]];
        size_t size = need == '.' ? 0 : need == '?' ? forbidden(str_from(s, i)) : 1;
        if (size == 0) {
            i++;
            continue;
        }
        buf_put(out, str_slice(s, done, i));
        buf_put(out, need == 'e' ? entity(s.s[i]) : STR(REPLACEMENT));
        i += size;
        done = i;
    }
    buf_put(out, str_slice(s, done, s.n));
}
