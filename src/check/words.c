#include "check/words.h"

enum { BUCKETS = 256, FIRST = 3 /* bytes of a Chinese character */ };

struct words {
    struct str *word;
    size_t *next;           /* 1 + the next word of the bucket; 0: none */
    size_t bucket[BUCKETS]; /* 1 + the first */
};

static size_t bucket_of(struct str text)
{
    const unsigned char *s = (const unsigned char *)text.s;
    return (s[0] * 31u + s[1] * 7u + s[2]) % BUCKETS;
}

static const char *row_of(const char *const *first, size_t stride, size_t i)
{
    return *(const char *const *)((const char *)first + i * stride);
}

struct words *words_new(struct arena *a, const char *const *first, size_t n,
                        size_t stride)
{
    struct words *w = arena_alloc(a, sizeof *w);
    w->word = arena_array(a, n, sizeof *w->word);
    w->next = arena_array(a, n, sizeof *w->next);
    for (size_t i = 0; i < n; i++) {
        w->word[i] = str_of(row_of(first, stride, i));
        size_t *bucket = &w->bucket[bucket_of(w->word[i])];
        w->next[i] = *bucket;
        *bucket = i + 1;
    }
    return w;
}

struct words *words_of(struct arena *a, const struct word_table *table)
{
    return words_new(a, table->first, table->n, table->stride);
}

static void add_pair(struct word_pairs *pairs, const char *s, unsigned sets)
{
    pairs->sets[word_pair(word_key(s), word_key(s + FIRST))] |= (uint16_t)sets;
}

/* Two characters of the word, the first that is wrong among them. */
static const char *wrong_pair(const char *word, const char *right)
{
    size_t same = 0, last = strlen(word) - 2 * FIRST;
    while (word[same] == right[same] && right[same])
        same++;
    same = same / FIRST * FIRST;
    size_t at = same ? same - FIRST : 0;
    return word + (at < last ? at : last);
}

void word_pairs_add(struct word_pairs *pairs, const struct word_table *table,
                    unsigned which)
{
    const unsigned first = 1u << 2 * which, last = 2u << 2 * which;
    for (size_t i = 0; i < table->n; i++) {
        const char *word = row_of(table->first, table->stride, i);
        if (table->right) {
            const char *right = row_of(table->right, table->stride, i);
            add_pair(pairs, wrong_pair(word, right), first | last);
        } else {
            add_pair(pairs, word, first);
            add_pair(pairs, word + strlen(word) - 2 * FIRST, last);
        }
    }
}

size_t words_at(const struct words *w, struct str text)
{
    size_t longest = STR_NONE;
    if (text.n < FIRST)
        return STR_NONE;
    for (size_t i = w->bucket[bucket_of(text)]; i; i = w->next[i - 1])
        if (str_starts(text, w->word[i - 1]) &&
            (longest == STR_NONE || w->word[i - 1].n > w->word[longest].n))
            longest = i - 1;
    return longest;
}

bool words_end(struct str text, const char *const *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(text, str_of(table[i])))
            return true;
    return false;
}

/* Most differ in their first bytes: no length is taken. */
static bool begins(struct str text, const char *word)
{
    size_t i = 0;
    while (word[i] && i < text.n && word[i] == text.s[i])
        i++;
    return !word[i];
}

bool words_begin(struct str text, const char *const *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (begins(text, table[i]))
            return true;
    return false;
}

bool words_inside(struct str text, const char *const *table, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_has(text, str_of(table[i])))
            return true;
    return false;
}
