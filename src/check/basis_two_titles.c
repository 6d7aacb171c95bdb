/* One document number, two titles. */
#include "check/basis_same.h"

#include "base/utf8.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct ref *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    return order ? order : ref_order(x, y);
}

/* The bytes both texts begin with, or end with behind those; whole characters. */
static size_t same_start(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.s[n] == b.s[n])
        n++;
    while (n && n < a.n && ((unsigned char)a.s[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static size_t same_end(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.s[a.n - 1 - n] == b.s[b.n - 1 - n])
        n++;
    while (n && ((unsigned char)a.s[a.n - n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* `text` around the bytes from..to, with … for what is left out. */
static struct str excerpt(struct arena *a, struct str text, size_t from, size_t to)
{
    enum { AROUND = 6 };
    for (int i = 0; i < AROUND && from > 0; i++) {
        size_t size;
        utf8_last(str_slice(text, 0, from), &size);
        from -= size;
    }
    struct str rest = str_from(text, to);
    for (int i = 0; i < AROUND && rest.n; i++)
        utf8_next(&rest);
    to = text.n - rest.n;
    return str_print(a, "%s%.*s%s", from ? "…" : "", STR_ARG(str_slice(text, from, to)),
                     to < text.n ? "…" : "");
}

static void tell_titles(struct check *check, const struct ref *ref,
                        const struct ref *usual)
{
    struct arena *a = check->arena;
    struct str here = ref->title, there = usual->title;
    size_t start = same_start(here, there);
    size_t end = same_end(str_from(here, start), str_from(there, start));
    size_t line = ref_line(check, usual);
    struct str where = line ? str_print(a, "第%zu行", line) : STR("另一处");
    report_text(check, ref->text->text, ref->citation->marked, NULL,
                DIAG_BASIS_TWO_TITLES, STR_ARG(ref->number->text), STR_ARG(where),
                STR_ARG(excerpt(a, there, start, there.n - end)),
                STR_ARG(excerpt(a, here, start, here.n - end)));
}

/* Only whole titles can contradict each other: two rules printed by one notice may both be
 * cited with its number. Orders may amend several decrees, and those of the president are
 * numbered anew with each congress. */
static bool is_whole(const struct ref *ref)
{
    return ref->number && !ref->number->order && str_has(ref->name, STR("关于"));
}

/* Of all others one title is wrong only when it is the other with a character lost or too
 * many. A character replaced may be another document: 职工…办法, 居民…办法. */
static bool is_slip(const struct ref *a, const struct ref *b)
{
    enum { SHORTEST = 5 };
    size_t x = utf8_count(a->title), y = utf8_count(b->title);
    return (x > y ? x - y : y - x) == 1 && x >= SHORTEST && y >= SHORTEST &&
           str_distance(a->title, b->title, 1) == 1;
}

/* The first of the most frequent title among those that are whole, or those that are not;
 * NULL: there is none. */
static const struct ref *usual_title(const struct ref *refs, size_t n, bool whole)
{
    enum { TRIED = 16 };
    const struct ref *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < n && i < TRIED; i++) {
        size_t count = 0;
        for (size_t k = 0; k < n && refs[i].number && is_whole(&refs[i]) == whole; k++)
            count += is_whole(&refs[k]) == whole && str_eq(refs[k].core, refs[i].core);
        if (count > most) {
            most = count;
            best = &refs[i];
        }
    }
    return best;
}

/* The titles differ in who issued it only, and one of these has been told already: put right,
 * they agree. */
static bool is_told(const struct ref *a, const struct ref *b)
{
    return str_eq(a->core, b->core) && (a->citation->doubted || b->citation->doubted);
}

static void check_group(struct check *check, const struct ref *refs, size_t n)
{
    const struct ref *whole = usual_title(refs, n, true);
    const struct ref *other = usual_title(refs, n, false);
    for (size_t i = 0; i < n; i++) {
        const struct ref *ref = &refs[i];
        bool differs =
            whole && is_whole(ref) &&
            (!str_eq(ref->core, whole->core) || ref_issuers_differ(ref, whole)) &&
            !is_told(ref, whole);
        if (differs)
            tell_titles(check, ref, whole);
        else if (other && !is_whole(ref) && is_slip(ref, other))
            tell_titles(check, ref, other);
    }
}

void basis_check_two_titles(struct check *check, struct refs *refs)
{
    qsort(refs->at, refs->n, sizeof *refs->at, by_key);
    for (size_t first = 0, end; first < refs->n; first = end) {
        end = first + 1;
        while (end < refs->n && str_eq(refs->at[end].key, refs->at[first].key))
            end++;
        if (end > first + 1 && refs->at[first].number)
            check_group(check, refs->at + first, end - first);
    }
}
