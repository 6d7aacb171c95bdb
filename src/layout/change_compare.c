#include "layout/change_compare.h"

#include "base/utf8.h"

/* Words compared each with each. */
enum { MOST_PAIRS = 300 * 1000 };

/* Equal words between two changes that are worth keeping: fewer are noise. */
enum { LEAST_KEPT = 2 };

struct words {
    struct str *at;
    size_t n, cap;
    bool *kept;
};

static bool is_latin(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static struct words words_of(struct arena *a, struct str text)
{
    struct words w = {0};
    while (text.n) {
        struct str rest = text;
        bool latin = is_latin(utf8_next(&rest));
        while (latin && rest.n && is_latin((unsigned char)*rest.s))
            rest = str_from(rest, 1);
        *vec_push(a, &w) = str_slice(text, 0, text.n - rest.n);
        text = rest;
    }
    w.kept = arena_array(a, w.n + 1, sizeof *w.kept);
    return w;
}

/* Marks a longest common sequence of the words x.. of one and y.. of the other, n and m of
 * them: the usual table of lengths, read from its beginning. */
static void keep_common(struct arena *a, struct words *b, size_t x, size_t n,
                        struct words *c, size_t y, size_t m)
{
    if (!n || !m || n > MOST_PAIRS / m)
        return;
    unsigned *length = arena_array(a, (n + 1) * (m + 1), sizeof *length);
    size_t row = m + 1;
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;) {
            unsigned *here = &length[i * row + k];
            unsigned down = here[row], right = here[1];
            *here = str_eq(b->at[x + i], c->at[y + k]) ? here[row + 1] + 1
                    : down > right                     ? down
                                                       : right;
        }
    for (size_t i = 0, k = 0; i < n && k < m;) {
        if (str_eq(b->at[x + i], c->at[y + k])) {
            b->kept[x + i++] = c->kept[y + k++] = true;
        } else if (length[(i + 1) * row + k] >= length[i * row + k + 1]) {
            i++;
        } else {
            k++;
        }
    }
}

/* Both texts keep the same words in the same order; a short run between two changes, in
 * either text, is given up in both. */
static void drop_noise(struct words *b, struct words *c)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < b->n && !b->kept[i])
            i++;
        while (k < c->n && !c->kept[k])
            k++;
        if (i == b->n || k == c->n)
            return;
        size_t run = 0;
        while (i + run < b->n && k + run < c->n && b->kept[i + run] && c->kept[k + run])
            run++;
        bool inside = i > 0 && k > 0 && i + run < b->n && k + run < c->n;
        for (size_t j = 0; inside && run < LEAST_KEPT && j < run; j++)
            b->kept[i + j] = c->kept[k + j] = false;
        i += run;
        k += run;
    }
}

static void put_pieces(struct arena *a, const struct words *w, struct change_pieces *to)
{
    *to = (struct change_pieces){0};
    for (size_t i = 0; i < w->n; i++) {
        struct change_piece *last = to->n ? &to->at[to->n - 1] : NULL;
        if (last && last->changed == !w->kept[i])
            last->text.n += w->at[i].n;
        else
            *vec_push(a, to) = (struct change_piece){w->at[i], !w->kept[i]};
    }
}

void change_compare(struct arena *a, struct str before, struct str after,
                    struct change_pieces *of_before, struct change_pieces *of_after)
{
    struct arena *scratch = arena_new();
    struct words b = words_of(scratch, before), c = words_of(scratch, after);
    size_t head = 0, tail = 0, least = b.n < c.n ? b.n : c.n;
    while (head < least && str_eq(b.at[head], c.at[head])) {
        b.kept[head] = c.kept[head] = true;
        head++;
    }
    while (tail < least - head && str_eq(b.at[b.n - 1 - tail], c.at[c.n - 1 - tail])) {
        b.kept[b.n - 1 - tail] = c.kept[c.n - 1 - tail] = true;
        tail++;
    }
    keep_common(scratch, &b, head, b.n - head - tail, &c, head, c.n - head - tail);
    drop_noise(&b, &c);
    put_pieces(a, &b, of_before);
    put_pieces(a, &c, of_after);
    arena_drop(scratch);
}
