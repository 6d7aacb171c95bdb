#include "catalog/runes.h"

#include "base/utf8.h"

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 ||
           c == 0xFEFF || (c >= 0x2000 && c <= 0x200B);
}

struct runes runes_of(struct arena *a, struct str text)
{
    struct runes r = {arena_array(a, text.n + 1, sizeof(uint32_t)),
                      arena_array(a, text.n + 1, sizeof(size_t)), 0};
    for (struct str rest = text; rest.n;) {
        size_t at = text.n - rest.n;
        uint32_t c = utf8_next(&rest);
        if (is_blank(c))
            continue;
        r.c[r.n] = c;
        r.at[r.n++] = at;
    }
    r.at[r.n] = text.n;
    return r;
}

size_t runes_word(const struct runes *r, size_t i, const char *word)
{
    size_t from = i;
    for (struct str w = str_of(word); w.n; i++) {
        while (i > from && i < r->n && r->c[i] == '\n')
            i++;
        if (i >= r->n || utf8_next(&w) != r->c[i])
            return 0;
    }
    return i;
}

size_t runes_any(const struct runes *r, size_t i, const char *const *table, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        size_t end = runes_word(r, i, table[k]);
        if (end)
            return end;
    }
    return 0;
}

size_t runes_word_before(const struct runes *r, size_t from, size_t end, const char *word)
{
    size_t i = end;
    for (struct str w = str_of(word); w.n;) {
        size_t size;
        uint32_t c = utf8_last(w, &size);
        while (i > from && i < end && r->c[i - 1] == '\n')
            i--;
        if (i == from || r->c[i - 1] != c)
            return STR_NONE;
        i--;
        w.n -= size;
    }
    return i;
}

bool runes_any_before(const struct runes *r, size_t from, size_t end,
                      const char *const *table, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (runes_word_before(r, from, end, table[k]) != STR_NONE)
            return true;
    return false;
}

bool rune_in(uint32_t c, const char *set)
{
    for (struct str s = str_of(set); s.n;)
        if (utf8_next(&s) == c)
            return true;
    return false;
}

size_t runes_skip_lines(const struct runes *r, size_t i)
{
    while (i < r->n && r->c[i] == '\n')
        i++;
    return i;
}
