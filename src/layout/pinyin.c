#include "layout/pinyin.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <unicode/ucol.h>

#include <stdlib.h>

struct pinyin {
    UCollator *order;
};

struct pinyin *pinyin_new(void)
{
    UErrorCode error = U_ZERO_ERROR;
    UCollator *order = ucol_open("zh@collation=pinyin", &error);
    if (U_FAILURE(error))
        return NULL;
    struct pinyin *p = heap_alloc(sizeof *p);
    p->order = order;
    return p;
}

void pinyin_drop(struct pinyin *p)
{
    if (!p)
        return;
    ucol_close(p->order);
    free(p);
}

static int collate(const struct pinyin *p, struct str a, struct str b)
{
    UErrorCode error = U_ZERO_ERROR;
    return (int)ucol_strcollUTF8(p->order, a.s ? a.s : "", (int32_t)a.n, b.s ? b.s : "",
                                 (int32_t)b.n, &error);
}

static bool is_han(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007;
}

/* CLDR's index markers: U+FDD0 with a letter sorts before all characters of that letter. */
char pinyin_letter(const struct pinyin *p, struct str name)
{
    struct str rest = name;
    uint32_t c = name.n ? utf8_next(&rest) : 0;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return (char)(c & ~0x20u);
    if (!is_han(c))
        return '#';
    char marker[] = "\xEF\xB7\x90Z";
    while (marker[3] > 'A' && collate(p, name, (struct str){marker, 4}) < 0)
        marker[3]--;
    return marker[3];
}

int pinyin_compare(const struct pinyin *p, struct str a, struct str b)
{
    char x = pinyin_letter(p, a), y = pinyin_letter(p, b);
    if (x == y)
        return collate(p, a, b);
    if (x == '#' || y == '#')
        return x == '#' ? 1 : -1;
    return x - y;
}
