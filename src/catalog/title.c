#include "catalog/title.h"

#include "catalog/runes.h"
#include "base/utf8.h"

#include <string.h>

enum { KEY_MOST = 200, SHORT_LEAST = 4, TYPO_LEAST = 6 };

/* Room for the characters of one title. */
struct room {
    uint32_t full[KEY_MOST], bare[KEY_MOST];
};

static uint32_t fold(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static bool is_open(uint32_t c)
{
    return rune_in(c, "([【〔");
}

static bool is_close(uint32_t c)
{
    return rune_in(c, ")]】〕");
}

static bool is_dash(uint32_t c)
{
    return rune_in(c, "—–-－―:");
}

static bool is_mark(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000 ||
           rune_in(c, "“”‘’\"'《》〈〉、，,。.；;·•/_");
}

/* Most characters: no mark, bracket or dash needs to be looked for. */
static bool is_plain(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z');
}

/* One of 64 bits; the multiplier is that of Fibonacci hashing (Knuth 6.4). */
static uint64_t bit(uint32_t c)
{
    return (uint64_t)1 << (c * 2654435769u >> 26);
}

static bool put(struct title_form *f, uint32_t *room, uint32_t c)
{
    if (f->n == KEY_MOST)
        return false;
    room[f->n++] = c;
    f->set |= bit(c);
    return true;
}

/* The key, with its characters in the room. Of the two forms the one without brackets is
 * never the longer. */
static struct title_key make_key(struct str title, struct room *room)
{
    struct title_key k = {.text = title,
                          .full = {.c = room->full, .head = STR_NONE},
                          .bare = {.c = room->bare, .head = STR_NONE},
                          .whole = true};
    size_t depth = 0;
    while (title.n) {
        uint32_t c = fold(utf8_next(&title));
        bool plain = is_plain(c), open = !plain && is_open(c),
             dash = !plain && is_dash(c);
        if ((open || dash) && k.full.head == STR_NONE) {
            k.full.head = k.full.n;
            k.bare.head = k.bare.n;
        }
        if (open) {
            depth++;
        } else if (!plain && is_close(c)) {
            depth -= depth > 0;
        } else if (plain || (!dash && !is_mark(c))) {
            k.whole = k.whole && put(&k.full, room->full, c);
            if (!depth)
                put(&k.bare, room->bare, c);
        }
    }
    if (k.full.head == STR_NONE) {
        k.full.head = k.full.n;
        k.bare.head = k.bare.n;
    }
    return k;
}

static bool same(const struct title_form *a, size_t n, const struct title_form *b)
{
    return n == b->n && n && memcmp(a->c, b->c, n * sizeof *a->c) == 0;
}

/* Every character of `part` may occur in `all`. */
static bool may_hold(const struct title_form *all, const struct title_form *part)
{
    return part->n >= SHORT_LEAST && part->n <= all->n && !(part->set & ~all->set);
}

static bool contains(const struct title_form *all, const struct title_form *part)
{
    if (!may_hold(all, part))
        return false;
    for (size_t i = 0; i + part->n <= all->n; i++)
        if (all->c[i] == part->c[0] &&
            memcmp(all->c + i, part->c, part->n * sizeof *part->c) == 0)
            return true;
    return false;
}

static bool left_out(const struct title_form *all, const struct title_form *part)
{
    if (!may_hold(all, part))
        return false;
    size_t found = 0;
    for (size_t i = 0; i < all->n && found < part->n; i++)
        found += all->c[i] == part->c[found];
    return found == part->n;
}

/* One character replaced, left out or put in. */
static bool one_off(const struct title_form *a, const struct title_form *b)
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

enum title_match title_key_match(const struct title_key *local,
                                 const struct title_key *national)
{
    const struct title_form *a = &local->full, *b = &national->full;
    if (local->text.n && str_eq(local->text, national->text))
        return TITLE_SAME;
    if (!local->whole || !national->whole)
        return TITLE_DIFFERENT;
    if (same(a, a->n, b))
        return TITLE_SAME;
    if (same(&local->bare, local->bare.n, &national->bare))
        return TITLE_BRACKET;
    if (same(a, a->head, b) || same(&local->bare, local->bare.head, &national->bare))
        return TITLE_SPLIT;
    if (left_out(b, a))
        return TITLE_SHORT;
    if (contains(a, b))
        return TITLE_LONGER;
    return one_off(a, b) ? TITLE_TYPO : TITLE_DIFFERENT;
}

enum title_match title_match(struct str local, struct str national)
{
    struct room a, b;
    if (local.n && str_eq(local, national))
        return TITLE_SAME;
    struct title_key x = make_key(local, &a), y = make_key(national, &b);
    return title_key_match(&x, &y);
}

static const uint32_t *keep(struct arena *a, const struct title_form *f)
{
    uint32_t *copy = arena_array(a, f->n, sizeof *copy);
    memcpy(copy, f->c, f->n * sizeof *copy);
    return copy;
}

struct title_key title_key_make(struct arena *a, struct str title)
{
    struct room room;
    struct title_key k = make_key(title, &room);
    k.full.c = keep(a, &k.full);
    k.bare.c = k.bare.n == k.full.n ? k.full.c : keep(a, &k.bare);
    return k;
}

struct str title_key_bytes(const struct title_key *k)
{
    if (!k->whole)
        return STR("");
    return (struct str){(const char *)k->full.c, k->full.n * sizeof *k->full.c};
}

/* How many characters of `a` are in `b` as well, each of these counted once; with `pairs`, how
 * many pairs of neighbours. */
static size_t shared(const struct title_form *a, const struct title_form *b, bool pairs)
{
    bool used[KEY_MOST] = {false};
    size_t n = 0, last = pairs ? 1 : 0;
    for (size_t i = 0; i + last < a->n; i++)
        for (size_t k = 0; k + last < b->n; k++)
            if (!used[k] && a->c[i] == b->c[k] && a->c[i + last] == b->c[k + last]) {
                used[k] = true;
                n++;
                break;
            }
    return n;
}

bool title_key_jumbled(const struct title_key *local, const struct title_key *national)
{
    const struct title_form *a = &local->full, *b = &national->full;
    size_t least = a->n < b->n ? a->n : b->n, most = a->n + b->n - least;
    if (!local->whole || !national->whole || least < TYPO_LEAST)
        return false;
    return shared(a, b, false) * 10 >= most * 7 && shared(a, b, true) * 3 <= least - 1;
}

bool title_key_siblings(const struct title_key *a, const struct title_key *b)
{
    const struct title_form *x = &a->full, *y = &b->full;
    size_t n = x->head;
    return a->whole && b->whole && n >= SHORT_LEAST && n == y->head && n < x->n &&
           n < y->n && memcmp(x->c, y->c, n * sizeof *x->c) == 0;
}
