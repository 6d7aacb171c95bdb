/* A title without a word that all others of its group have at that spot: 城乡居民参保信息变更登记
 * beside 基本医疗保险职工参保信息变更登记. */
#include "check/usage.h"

#include "base/utf8.h"
#include "check/chars.h"
#include "check/report.h"

enum {
    SIBLINGS = 4,  /* that must share the word */
    SHORTEST = 12, /* bytes of the word: four characters */
    TAIL = 9       /* bytes that must agree around it: three characters */
};

struct titles {
    const struct subject *at; /* of one group */
    size_t n;
};

/* How many titles lack the word; *odd is the last of them. Counts no further than 2. */
static size_t count_without(const struct titles *titles, struct str word, size_t *odd)
{
    size_t without = 0;
    for (size_t i = 0; i < titles->n && without < 2; i++)
        if (!str_has(titles->at[i].title, word)) {
            *odd = i;
            without++;
        }
    return without;
}

/* The longest piece of `title` that all titles but one have. */
static struct str common_word(const struct titles *titles, struct str title, size_t *odd)
{
    struct str best = STR("");
    for (size_t from = 0; from < title.n; from += char_size(title, from))
        for (size_t to = from + char_size(title, from); to <= title.n;
             to += char_size(title, to)) {
            size_t which = 0;
            struct str piece = str_slice(title, from, to);
            if (piece.n < SHORTEST || piece.n <= best.n)
                continue;
            size_t without = count_without(titles, piece, &which);
            if (without == 1) {
                best = piece;
                *odd = which;
            }
            if (without > 1 || to == title.n)
                break;
        }
    return best;
}

/* The odd title reads like this one with the word taken out: what stands before the word, or
 * what stands at the end, is the same. */
static bool is_parallel(struct str odd, struct str title, struct str word)
{
    size_t at = str_find(title, word);
    struct str head = str_slice(title, 0, at), tail = str_from(title, at + word.n);
    if (tail.n < TAIL || !str_starts(odd, head))
        return false;
    return str_ends(odd, str_from(tail, tail.n - TAIL)) && odd.n >= head.n + TAIL;
}

static void check_titles(struct check *check, const struct titles *titles)
{
    size_t odd = 0;
    struct str word = common_word(titles, titles->at[0].title, &odd);
    if (!word.n)
        word = common_word(titles, titles->at[1].title, &odd);
    if (!word.n)
        return;
    const struct subject *s = &titles->at[odd];
    bool parallel = false;
    for (size_t i = 0; i < titles->n; i++)
        parallel |= i != odd && is_parallel(s->title, titles->at[i].title, word);
    const struct field *own = s->item->own[FIELD_TITLE];
    if (parallel)
        report_subject(check, s, own ? own->at : s->at, STR("title"), NULL,
                       DIAG_TITLE_VARIANTS, STR_ARG(word), titles->n - 1);
}

void check_sibling_titles(struct check *check)
{
    const struct subjects *items = &check->items;
    for (size_t from = 0, to; from < items->n; from = to) {
        for (to = from + 1; to < items->n && items->at[to].group == items->at[from].group;
             to++)
            ;
        struct titles titles = {items->at + from, to - from};
        if (titles.n > SIBLINGS)
            check_titles(check, &titles);
    }
}
