/* The marks at the ends of entries.
 *
 * A list is written in one of two ways: without marks, or with ； behind its entries and 。
 * behind the last. Which one it is, its own entries tell; the one that differs is named.
 * What a list cannot tell (the last entry of a short list) the twin may: the same sentence
 * in other items. */
#include "check/usage_ends.h"

#include "base/utf8.h"
#include "check/chars.h"
#include "check/lists.h"
#include "check/report.h"

#include <stdlib.h>

enum end end_of(struct str text)
{
    uint32_t last = char_before(text, text.n);
    switch (last) {
    case ';':
    case 0xFF1B: return END_PART; /* ； */
    case 0x3002: return END_STOP; /* 。 */
    case ',':
    case '.':
    case ':':
    case '!':
    case '?':
    case 0x2014: /* — */
    case 0x2026: /* … */ return END_OTHER;
    default: return char_stop(last) ? END_OTHER : END_NONE;
    }
}

/* Without the mark at its end. */
struct str end_bare(struct str text)
{
    size_t size;
    if (end_of(text) == END_PART || end_of(text) == END_STOP) {
        utf8_last(text, &size);
        text.n -= size;
    }
    return text;
}

/* Several sentences, or lines: the last has its stop whatever the other entries have. */
bool end_prose(struct str text)
{
    struct str rest = end_bare(text);
    return str_has(rest, STR("。")) || memchr(rest.s, '\n', rest.n);
}

static const char *mark_name(enum end end)
{
    return end == END_PART ? "“；”" : end == END_STOP ? "“。”" : "标点";
}

static int by_size(const void *a, const void *b)
{
    const size_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* Of the sorted ones: ends_sort() has been called since. */
bool ends_told(const struct ends *e, const struct text *t)
{
    return e->sorted && bsearch(&t->at, e->told.at, e->sorted, sizeof t->at, by_size);
}

void ends_sort(struct ends *e)
{
    e->sorted = e->told.n;
    if (e->sorted)
        qsort(e->told.at, e->sorted, sizeof *e->told.at, by_size);
}

/* Tells one entry: `wanted` is what the others have there. */
void ends_tell(struct ends *e, const struct text *t, enum end wanted, size_t others,
               bool last)
{
    struct check *check = e->check;
    *vec_push(check->arena, &e->told) = t->at;
    enum end end = end_of(t->words);
    struct str piece = str_from(t->words, end_bare(t->words).n);
    struct advice advice = {.proposal = wanted == END_PART ? STR("；") : STR("。")};
    if (wanted == END_NONE) {
        advice = (struct advice){.erase = true};
        report_text(check, t, piece, &advice, DIAG_ENTRY_END_EXTRA, STR_ARG(piece),
                    others);
    } else if (end == END_NONE) {
        size_t size;
        utf8_last(t->words, &size);
        piece = str_from(t->words, t->words.n - size);
        advice.proposal =
            str_print(check->arena, "%.*s%.*s", STR_ARG(piece), STR_ARG(advice.proposal));
        report_text(check, t, piece, &advice, DIAG_ENTRY_END_MISSING, mark_name(wanted));
    } else if (last) {
        report_text(check, t, piece, &advice, DIAG_ENTRY_END_LAST, STR_ARG(piece));
    } else {
        report_text(check, t, piece, &advice, DIAG_ENTRY_END_OTHER, STR_ARG(piece),
                    mark_name(wanted));
    }
}

/* ---- one list ---- */

/* A list of entries only, without lines between or behind them that go on with it. */
static bool is_list(const struct list *l)
{
    if (l->n < 2 || l->like->attribute ||
        (l->like->part != TEXT_FIELD && l->like->part != TEXT_FLOW))
        return false;
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].plain || !l->at[i].text.n || l->at[i].name.n)
            return false;
    return true;
}

/* Without the paragraphs behind it that are remarks on it. */
static struct list list_cut(const struct list *l)
{
    struct list cut = *l;
    while (cut.n > 1 && cut.at[cut.n - 1].plain &&
           (str_starts(cut.at[cut.n - 1].text, STR("备注")) ||
            str_starts(cut.at[cut.n - 1].text, STR("注"))))
        cut.n--;
    return cut;
}

/* What the entries end with, when it is clear; else END_UNCLEAR. In a list with marks the last
 * has another, in one without it has none either. */
static enum end usual_end(const struct list *l)
{
    size_t count[END_KINDS] = {0};
    for (size_t i = 0; i + 1 < l->n; i++)
        count[end_of(l->at[i].text)]++;
    enum end last = end_of(l->at[l->n - 1].text);
    size_t none = count[END_NONE] + (last == END_NONE);
    if (none >= CLEAR && none >= CLEAR * (l->n - none))
        return END_NONE;
    for (int end = END_PART; end <= END_STOP; end++) {
        size_t others = l->n - 1 - count[end] + (last == END_NONE);
        if (count[end] >= CLEAR && count[end] >= CLEAR * others)
            return (enum end)end;
    }
    return END_UNCLEAR;
}

/* How the lists of the catalog are written. */
struct habits {
    /* By what is usual in the list, then by what its last has. */
    size_t last[END_UNCLEAR + 1][END_KINDS];
    size_t lists[LIST_PLACES][END_UNCLEAR + 1]; /* by place, then by what is usual */
};

static void read_habits(const struct lists *lists, struct habits *h)
{
    for (size_t i = 0; i < lists->n; i++) {
        struct list cut = list_cut(&lists->at[i]);
        const struct list *l = &cut;
        if (!is_list(l))
            continue;
        enum end usual = usual_end(l);
        h->last[usual][end_of(l->at[l->n - 1].text)]++;
        h->lists[list_place(l)][usual]++;
    }
}

static bool is_usual(const struct habits *h, enum end usual, enum end last)
{
    size_t others = 0;
    for (int end = 0; end < END_KINDS; end++)
        others += end == (int)last ? 0 : h->last[usual][end];
    return h->last[usual][last] >= CLEAR * others;
}

static size_t count_end(const struct list *l, enum end end)
{
    size_t count = 0;
    for (size_t i = 0; i < l->n; i++)
        count += end_of(l->at[i].text) == end;
    return count;
}

/* A list of two goes by the others of its field, when they have no marks. */
static enum end wanted_end(const struct list *l, const struct habits *h)
{
    enum end usual = usual_end(l);
    const size_t *lists = h->lists[list_place(l)];
    if (usual != END_UNCLEAR || l->n > 2 || !count_end(l, END_NONE))
        return usual;
    size_t marked = lists[END_PART] + lists[END_STOP];
    return usage_is_odd(1 + marked, lists[END_NONE]) ? END_NONE : usual;
}

static void check_middle(struct ends *e, const struct list *l, enum end usual)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        struct text t = list_text(l, &l->at[i]);
        enum end end = end_of(t.words);
        bool prose = end_prose(t.words) && end == END_STOP;
        if (end == usual || end == END_OTHER || prose)
            continue;
        ends_tell(e, &t, usual, count_end(l, usual), false);
    }
}

/* Every entry before the last has ； or 。, whichever. */
static bool is_marked(const struct list *l)
{
    for (size_t i = 0; i + 1 < l->n; i++)
        if (end_of(l->at[i].text) != END_PART && end_of(l->at[i].text) != END_STOP)
            return false;
    return l->n > CLEAR;
}

static void check_last(struct ends *e, const struct list *l, enum end usual,
                       const struct habits *h)
{
    struct text t = list_text(l, &l->at[l->n - 1]);
    enum end end = end_of(t.words);
    if (end == END_PART)
        ends_tell(e, &t, usual == END_NONE ? END_NONE : END_STOP, count_end(l, usual),
                  true);
    else if (end == END_NONE && (usual == END_PART || is_marked(l)) &&
             is_usual(h, END_PART, END_STOP))
        ends_tell(e, &t, END_STOP, 0, true);
    else if (end == END_STOP && usual == END_NONE && !end_prose(t.words) &&
             is_usual(h, END_NONE, END_NONE))
        ends_tell(e, &t, END_NONE, count_end(l, END_NONE), true);
}

static void check_lists(struct ends *e)
{
    struct lists lists = lists_of(e->check);
    struct habits habits = {0};
    read_habits(&lists, &habits);
    for (size_t i = 0; i < lists.n; i++) {
        struct list cut = list_cut(&lists.at[i]);
        const struct list *l = &cut;
        if (!is_list(l))
            continue;
        enum end usual = wanted_end(l, &habits);
        if (usual != END_UNCLEAR)
            check_middle(e, l, usual);
        check_last(e, l, usual, &habits);
    }
}

void check_entry_ends(struct check *check)
{
    struct ends ends = {.check = check};
    check_lists(&ends);
    ends_sort(&ends);
    check_sentences(&ends);
    ends_sort(&ends);
    check_twins(&ends);
}
