#include "check/form_names.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "catalog/runes.h"
#include "catalog/title.h"

#include <stdlib.h>

enum {
    AKIN_PERCENT = 70, /* characters in common of the longer name */
    AKIN_LEAST = 5     /* characters that a name must have for that */
};

bool form_name_take(struct str *text, struct str *name)
{
    static const struct str open = STR_INIT("《"), close = STR_INIT("》");
    size_t from = str_find(*text, open);
    if (from == STR_NONE)
        return false;
    struct str rest = str_from(*text, from + open.n);
    size_t to = str_find(rest, close);
    if (to == STR_NONE)
        return false;
    *name = str_slice(rest, 0, to);
    *text = str_from(rest, to + close.n);
    return true;
}

bool form_name_blank(struct str name)
{
    static const struct str ends[] = {STR_INIT("表"), STR_INIT("申请书"),
                                      STR_INIT("承诺书"), STR_INIT("委托书")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (name.n > ends[i].n && str_ends(name, ends[i]))
            return true;
    return false;
}

/* Without the name of a place in front: the region's, or three characters such as 益阳市. */
static struct str without_place(struct str name, struct str region)
{
    static const struct str kinds[] = {STR_INIT("市"), STR_INIT("县"), STR_INIT("省")};
    enum { PLACE = 9, CHARACTER = 3 };
    if (region.n && str_starts(name, region))
        return str_from(name, region.n);
    struct str last = str_slice(name, PLACE - CHARACTER, PLACE);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && name.n > PLACE; i++)
        if (str_eq(last, kinds[i]))
            return str_from(name, PLACE);
    return name;
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000;
}

static bool is_mark(uint32_t c)
{
    return (c < 0x4E00 || c > 0x9FFF) && rune_in(c, "（）()〔〕[]【】“”‘’、，,。.·-—－");
}

/* Words that a form may have in its name or not. */
static struct str skip_idle(struct str s)
{
    static const struct str idle[] = {STR_INIT("基本"), STR_INIT("试行"),
                                      STR_INIT("样表"), STR_INIT("有关"),
                                      STR_INIT("参加"), STR_INIT("的")};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
        if (str_starts(s, idle[i]))
            return str_from(s, idle[i].n);
    return s;
}

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static struct str without_blanks(struct arena *a, struct str name)
{
    struct buf out = {0};
    while (name.n) {
        uint32_t c = utf8_next(&name);
        if (!is_blank(c))
            buf_rune(&out, c);
    }
    struct str text = str_copy(a, buf_str(&out));
    buf_drop(&out);
    return text;
}

struct form_key form_key(struct arena *a, struct str name, struct str region)
{
    struct form_key key = {.shown = without_blanks(a, name)};
    key.local = region.n && str_starts(key.shown, region);
    struct str rest = without_place(key.shown, region);
    struct buf bare = {0};
    key.sorted = arena_array(a, rest.n, sizeof *key.sorted);
    while (rest.n) {
        struct str behind = skip_idle(rest);
        if (behind.n < rest.n) {
            rest = behind;
            continue;
        }
        uint32_t c = utf8_next(&rest);
        if (is_mark(c))
            continue;
        buf_rune(&bare, c);
        key.sorted[key.n++] = c;
    }
    key.bare = str_copy(a, buf_str(&bare));
    buf_drop(&bare);
    if (key.n)
        qsort(key.sorted, key.n, sizeof *key.sorted, by_value);
    return key;
}

/* Characters that both have, counted as often as they stand in both. */
static size_t common(const struct form_key *a, const struct form_key *b)
{
    size_t i = 0, j = 0, n = 0;
    while (i < a->n && j < b->n) {
        if (a->sorted[i] == b->sorted[j]) {
            i++;
            j++;
            n++;
        } else if (a->sorted[i] < b->sorted[j]) {
            i++;
        } else {
            j++;
        }
    }
    return n;
}

enum form_likeness form_alike(const struct form_key *name, const struct form_key *title)
{
    if (!name->n || !title->n)
        return FORM_OTHER;
    if (str_ends(title->shown, name->shown) || str_ends(name->shown, title->shown))
        return FORM_SAME;
    size_t both = common(name, title), most = name->n > title->n ? name->n : title->n;
    if (both * 100 < most * AKIN_PERCENT)
        return FORM_OTHER;
    enum title_match match = title_match(name->shown, title->shown);
    if (match == TITLE_SAME || match == TITLE_BRACKET)
        return FORM_SAME;
    if (both == name->n && both == title->n)
        return FORM_VARIANT;
    return most >= AKIN_LEAST ? FORM_AKIN : FORM_OTHER;
}
