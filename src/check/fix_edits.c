#include "check/fix_edits.h"

#include "base/utf8.h"

enum { MOST = 256 }; /* characters of a piece that is compared: MOST² steps */

/* Where the characters of a text begin; the last one is its end. */
struct marks {
    struct str text;
    size_t at[MOST + 1];
    size_t n; /* characters */
};

static bool mark(struct marks *m, struct str text)
{
    struct str rest = text;
    *m = (struct marks){.text = text};
    while (rest.n && m->n < MOST) {
        utf8_next(&rest);
        m->at[++m->n] = text.n - rest.n;
    }
    return !rest.n;
}

static struct str character(const struct marks *m, size_t i)
{
    return str_slice(m->text, m->at[i], m->at[i + 1]);
}

/* How many characters the rests of both texts have in common, in order: the row of `i` has
 * b->n + 1 places. */
static uint16_t *common(struct arena *a, const struct marks *x, const struct marks *y)
{
    size_t width = y->n + 1;
    uint16_t *table = arena_array(a, (x->n + 1) * width, sizeof *table);
    for (size_t i = x->n; i-- > 0;)
        for (size_t k = y->n; k-- > 0;) {
            uint16_t down = table[(i + 1) * width + k], right = table[i * width + k + 1];
            table[i * width + k] = str_eq(character(x, i), character(y, k))
                                       ? table[(i + 1) * width + k + 1] + 1
                                   : down > right ? down
                                                  : right;
        }
    return table;
}

/* Characters from..i of the old text become from..k of the new one. */
static void put(struct arena *a, struct edits *edits, const struct fix *fix,
                const struct marks *x, const struct marks *y, const size_t from[2],
                const size_t to[2])
{
    if (from[0] == to[0] && from[1] == to[1])
        return;
    *vec_push(a, edits) =
        (struct edit){fix->from + x->at[from[0]], fix->from + x->at[to[0]],
                      str_slice(y->text, y->at[from[1]], y->at[to[1]])};
}

struct edits fix_edits(struct arena *a, const struct fix *fix, struct str source)
{
    struct edits edits = {0};
    struct marks x, y;
    if (!mark(&x, str_slice(source, fix->from, fix->to)) || !mark(&y, fix->text)) {
        *vec_push(a, &edits) = (struct edit){fix->from, fix->to, fix->text};
        return edits;
    }
    struct arena *scratch = arena_new();
    const uint16_t *table = common(scratch, &x, &y);
    size_t at[2] = {0, 0}, from[2] = {0, 0}, width = y.n + 1;
    while (at[0] < x.n && at[1] < y.n) {
        if (str_eq(character(&x, at[0]), character(&y, at[1]))) {
            put(a, &edits, fix, &x, &y, from, at);
            from[0] = ++at[0];
            from[1] = ++at[1];
        } else if (table[(at[0] + 1) * width + at[1]] >=
                   table[at[0] * width + at[1] + 1]) {
            at[0]++;
        } else {
            at[1]++;
        }
    }
    put(a, &edits, fix, &x, &y, from, (size_t[]){x.n, y.n});
    arena_drop(scratch);
    return edits;
}
