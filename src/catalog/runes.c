#include "catalog/runes.h"

#include "base/utf8.h"

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 ||
           c == 0xFEFF || (c >= 0x2000 && c <= 0x200B);
}

struct runes runes_of(struct arena *a, struct str text)
{
    /* a text in memory is too small for these products to overflow */
    struct runes r = {arena_raw(a, (text.n + 1) * sizeof(uint32_t)),
                      arena_raw(a, (text.n + 1) * sizeof(size_t)), 0};
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

/* The bytes of a character, to look for it among words without decoding these. */
struct head {
    char s[4];
    size_t n;
};

static struct head head_of(uint32_t c)
{
    struct head head = {{0}, 0};
    head.n = utf8_write(head.s, c);
    return head;
}

/* The word begins with the character; its end stops the comparison. */
static bool begins(const char *word, const struct head *head)
{
    for (size_t i = 0; i < head->n; i++)
        if (word[i] != head->s[i])
            return false;
    return true;
}

static bool ends(const char *word, const struct head *head)
{
    size_t n = strlen(word);
    return n >= head->n && memcmp(word + n - head->n, head->s, head->n) == 0;
}

size_t runes_any(const struct runes *r, size_t i, const char *const *table, size_t n)
{
    if (i >= r->n)
        return 0;
    struct head head = head_of(r->c[i]);
    for (size_t k = 0; k < n; k++) {
        size_t end = begins(table[k], &head) ? runes_word(r, i, table[k]) : 0;
        if (end)
            return end;
    }
    return 0;
}

size_t runes_word_before(const struct runes *r, size_t from, size_t end, const char *word)
{
    if (end <= from)
        return *word ? STR_NONE : end;
    struct head head = head_of(r->c[end - 1]);
    if (!ends(word, &head))
        return STR_NONE;
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
    if (end <= from)
        return false;
    struct head head = head_of(r->c[end - 1]);
    for (size_t k = 0; k < n; k++)
        if (ends(table[k], &head) &&
            runes_word_before(r, from, end, table[k]) != STR_NONE)
            return true;
    return false;
}

/* Bytes of the character that begins with this one. */
static size_t length(char first)
{
    unsigned char c = (unsigned char)first;
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* rune_in() for the three bytes of nearly all: the last says most, and goes first. */
static bool triple_in(const char *s, const char *set)
{
    for (; *set; set += length(*set))
        if ((unsigned char)*set >= 0xE0 && set[2] == s[2] && set[1] == s[1] &&
            set[0] == s[0])
            return true;
    return false;
}

bool rune_in(uint32_t c, const char *set)
{
    struct head head = head_of(c);
    if (head.n == 3)
        return triple_in(head.s, set);
    for (; *set; set += length(*set))
        if (begins(set, &head))
            return true;
    return false;
}

size_t runes_skip_lines(const struct runes *r, size_t i)
{
    while (i < r->n && r->c[i] == '\n')
        i++;
    return i;
}
