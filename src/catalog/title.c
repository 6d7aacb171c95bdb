#include "catalog/title.h"

#include "base/utf8.h"

#include <string.h>

enum { KEY_MOST = 200, SHORT_LEAST = 4, TYPO_LEAST = 6 };

/* The characters of a title that carry its meaning. */
struct key {
    uint32_t c[KEY_MOST];
    size_t n;
    size_t head; /* how many stand before the first bracket or dash */
    bool whole;  /* the title was not longer than a key */
};

static bool one_of(uint32_t c, const char *set)
{
    for (struct str s = str_of(set); s.n;)
        if (utf8_next(&s) == c)
            return true;
    return false;
}

static uint32_t fold(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static bool is_open(uint32_t c)
{
    return one_of(c, "([【〔");
}

static bool is_close(uint32_t c)
{
    return one_of(c, ")]】〕");
}

static bool is_dash(uint32_t c)
{
    return one_of(c, "—–-－―:");
}

static bool is_mark(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000 ||
           one_of(c, "“”‘’\"'《》〈〉、，,。.；;·•/_");
}

/* Most characters: no mark, bracket or dash needs to be looked for. */
static bool is_plain(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z');
}

/* `inside`: whether what stands in brackets belongs to the key. */
static void make_key(struct str title, bool inside, struct key *k)
{
    size_t depth = 0;
    k->n = 0; /* not the whole key: it is large and made often */
    k->head = STR_NONE;
    k->whole = true;
    while (title.n) {
        uint32_t c = fold(utf8_next(&title));
        bool plain = is_plain(c), open = !plain && is_open(c),
             dash = !plain && is_dash(c);
        if ((open || dash) && k->head == STR_NONE)
            k->head = k->n;
        if (open) {
            depth++;
        } else if (!plain && is_close(c)) {
            depth -= depth > 0;
        } else if ((plain || (!dash && !is_mark(c))) && (inside || !depth)) {
            if (k->n == KEY_MOST) {
                k->whole = false;
                return;
            }
            k->c[k->n++] = c;
        }
    }
    if (k->head == STR_NONE)
        k->head = k->n;
}

static bool same(const uint32_t *a, size_t n, const struct key *b)
{
    return n == b->n && n && memcmp(a, b->c, n * sizeof *a) == 0;
}

static bool contains(const struct key *all, const struct key *part)
{
    if (part->n < SHORT_LEAST)
        return false;
    for (size_t i = 0; i + part->n <= all->n; i++)
        if (memcmp(all->c + i, part->c, part->n * sizeof *part->c) == 0)
            return true;
    return false;
}

static bool left_out(const struct key *all, const struct key *part)
{
    size_t found = 0;
    for (size_t i = 0; i < all->n && found < part->n; i++)
        found += all->c[i] == part->c[found];
    return found == part->n && part->n >= SHORT_LEAST;
}

/* One character replaced, left out or put in. */
static bool one_off(const struct key *a, const struct key *b)
{
    size_t n = a->n < b->n ? a->n : b->n, front = 0, back = 0;
    if (n < TYPO_LEAST || a->n + b->n - 2 * n > 1)
        return false;
    while (front < n && a->c[front] == b->c[front])
        front++;
    while (back < n - front && a->c[a->n - 1 - back] == b->c[b->n - 1 - back])
        back++;
    return front + back + 1 >= (a->n > b->n ? a->n : b->n);
}

enum title_match title_match(struct str local, struct str national)
{
    struct key a, b, a_bare, b_bare;
    if (local.n && str_eq(local, national))
        return TITLE_SAME;
    make_key(local, true, &a);
    make_key(national, true, &b);
    if (!a.whole || !b.whole)
        return TITLE_DIFFERENT;
    if (same(a.c, a.n, &b))
        return TITLE_SAME;
    make_key(local, false, &a_bare);
    make_key(national, false, &b_bare);
    if (same(a_bare.c, a_bare.n, &b_bare))
        return TITLE_BRACKET;
    if (same(a.c, a.head, &b) || same(a_bare.c, a_bare.head, &b_bare))
        return TITLE_SPLIT;
    if (left_out(&b, &a))
        return TITLE_SHORT;
    if (contains(&a, &b))
        return TITLE_LONGER;
    return one_off(&a, &b) ? TITLE_TYPO : TITLE_DIFFERENT;
}
