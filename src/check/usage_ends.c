/* The last entry of a list, and lists of two.
 *
 * A list is written in one of two ways: without marks, or with ； behind its entries and 。
 * behind the last. The entries before the last are compared by text-end; what the last should
 * have, the others tell together with the other lists of the catalog. */
#include "check/usage.h"

#include "base/utf8.h"
#include "catalog/runes.h"
#include "check/chars.h"
#include "check/lists.h"
#include "check/report.h"

/* Nothing, ；, 。, another mark; in place of what is usual: it is not clear. */
enum end { END_NONE, END_PART, END_STOP, END_OTHER, END_UNCLEAR };
enum {
    END_KINDS = END_OTHER + 1,
    CLEAR = 2 /* times as many make a majority */
};

static enum end end_of(struct str text)
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

/* The mark stands in the text, and not only at its end. */
static bool has_inside(struct str text, struct str mark)
{
    size_t first = str_find(text, mark);
    return first != STR_NONE && first + mark.n < text.n;
}

/* Several sentences or clauses, or lines: the last has its stop whatever the other entries
 * have. */
static bool is_prose(struct str text)
{
    return has_inside(text, STR("。")) || has_inside(text, STR("；")) ||
           memchr(text.s, '\n', text.n);
}

/* The last characters of the text, enough to know it by. */
static struct str last_words(struct str text)
{
    enum { MOST = 12 };
    size_t at = text.n;
    for (int i = 0; i < MOST && at > 0; i++) {
        size_t size;
        uint32_t c = utf8_last(str_slice(text, 0, at), &size);
        if (i && (char_stop(c) || c == '\n'))
            break;
        at -= size;
    }
    return str_from(text, at);
}

/* The last entry ends without a mark; all before it have one, or most have. Only the mark is
 * asked for: the words with it would say again what another rule finds wrong in them. */
static void tell_missing(struct check *check, const struct text *t, bool all)
{
    struct str last = last_words(t->words);
    struct advice advice = {.expected = STR("末尾加“。”")};
    report_text(check, t, last, &advice, DIAG_ENTRY_END_MISSING,
                all ? "各条" : "多数条目");
}

/* The entry ends with a mark that so many others do not have. */
static void tell_extra(struct check *check, const struct text *t, size_t others)
{
    size_t size;
    utf8_last(t->words, &size);
    struct str last = str_from(t->words, t->words.n - size);
    struct advice advice = {.erase = true};
    if (others == 1) { /* one against one: neither is the wrong one */
        report_text(check, t, last, NULL, DIAG_ENTRY_END_TWO, STR_ARG(last));
        return;
    }
    report_text(check, t, last, &advice, DIAG_ENTRY_END_EXTRA, STR_ARG(last), others);
}

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

/* Of two entries without marks elsewhere one has 。 or ；. */
static void check_two(struct check *check, const struct list *l)
{
    for (size_t i = 0; i < l->n; i++) {
        struct text t = list_text(l, &l->at[i]);
        enum end end = end_of(t.words);
        bool told = end == END_PART && i + 1 == l->n; /* text-end */
        if (end != END_NONE && end != END_OTHER && !told && !is_prose(t.words))
            tell_extra(check, &t, 1);
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

static void check_last(struct check *check, const struct list *l, enum end usual,
                       const struct habits *h)
{
    struct text t = list_text(l, &l->at[l->n - 1]);
    enum end end = end_of(t.words);
    if (end == END_NONE && (usual == END_PART || is_marked(l)) &&
        is_usual(h, END_PART, END_STOP))
        tell_missing(check, &t, count_end(l, END_NONE) == 1);
    else if (end == END_STOP && usual == END_NONE && !is_prose(t.words) &&
             is_usual(h, END_NONE, END_NONE))
        tell_extra(check, &t, count_end(l, END_NONE));
}

void check_entry_ends(struct check *check)
{
    const struct lists *lists = lists_of(check);
    struct habits habits = {0};
    read_habits(lists, &habits);
    for (size_t i = 0; i < lists->n; i++) {
        struct list cut = list_cut(&lists->at[i]);
        const struct list *l = &cut;
        if (!is_list(l))
            continue;
        enum end usual = wanted_end(l, &habits);
        if (l->n == 2 && usual == END_NONE)
            check_two(check, l);
        else
            check_last(check, l, usual, &habits);
    }
}
