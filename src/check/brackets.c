/* Brackets, quotation marks and title marks that have no counterpart, or not the right one.
 *
 * One pass with a stack. A closing mark that belongs to the opening one on top takes it off;
 * one of the same kind in the other width ( ( with ） ) is a pair with a slip; one that belongs
 * deeper down leaves those above it unclosed, or, when those are closed later, crosses them.
 * Silent are: 1) and ①） that number a list, :-) and ;), the year of a document number (that
 * is told by basis-brackets), apostrophes, and a “ that begins each paragraph of a quotation. */
#include "check/basis.h"
#include "check/bracket.h"

#include "catalog/runes.h"
#include "base/utf8.h"
#include "check/text_known.h"

enum {
    DEPTH_MOST = 64,
    AHEAD_MOST = 1200 /* bytes that are looked through for the end of a pair */
};

struct open {
    const struct bracket *mark;
    size_t at;    /* byte */
    bool crossed; /* by another pair, which was told: its end is still to come */
};

struct pairs {
    struct check *check;
    const struct text *text;
    struct str words;
    struct open stack[DEPTH_MOST];
    size_t depth;
};

/* ---- messages ---- */

/* The piece with some characters around it, so that it can be found in the text. */
static struct str around(const struct pairs *p, size_t at)
{
    enum { BEFORE = 6, BEHIND = 10 };
    size_t from = at;
    for (int i = 0; i < BEFORE && from > 0; i++) {
        size_t size;
        uint32_t c = utf8_last(str_slice(p->words, 0, from), &size);
        if (c == '\n')
            break;
        from -= size;
    }
    struct str rest = str_from(p->words, at);
    for (int i = 0; i < BEHIND && rest.n && rest.s[0] != '\n'; i++)
        utf8_next(&rest);
    return str_slice(p->words, from, p->words.n - rest.n);
}

static void tell_unclosed(const struct pairs *p, const struct open *open)
{
    struct str piece =
        str_slice(p->words, open->at, open->at + str_of(open->mark->open_text).n);
    report_text(p->check, p->text, piece, NULL, DIAG_BRACKETS_UNCLOSED,
                open->mark->open_text, open->mark->close_text,
                STR_ARG(around(p, open->at)));
}

static void tell_unopened(const struct pairs *p, const struct bracket *mark, size_t at)
{
    struct str piece = str_slice(p->words, at, at + str_of(mark->close_text).n);
    report_text(p->check, p->text, piece, NULL, DIAG_BRACKETS_UNCLOSED, mark->close_text,
                mark->open_text, STR_ARG(around(p, at)));
}

static void tell_crossing(const struct pairs *p, const struct open *open,
                          const struct bracket *mark, size_t at)
{
    struct str piece = str_slice(p->words, at, at + str_of(mark->close_text).n);
    report_text(p->check, p->text, piece, NULL, DIAG_BRACKETS_CROSSING,
                open->mark->open_text, open->mark->close_text, mark->open_text,
                mark->close_text, STR_ARG(around(p, at)));
}

/* ( with ）: the narrow one becomes wide. Other kinds have one width, or are left to a
 * person. */
static void tell_mixed(const struct pairs *p, const struct open *open,
                       const struct bracket *mark, size_t at)
{
    bool first = open->mark->open < 0x80;
    struct str piece = first ? str_slice(p->words, open->at, open->at + 1)
                             : str_slice(p->words, at, at + str_of(mark->close_text).n);
    const struct bracket *wide = first ? mark : open->mark;
    struct advice advice = {
        .proposal = str_of(first ? wide->open_text : wide->close_text), .safe = true};
    report_text(p->check, p->text, piece, &advice, DIAG_BRACKETS_MIXED,
                open->mark->open_text, mark->close_text);
}

/* ---- the pass ---- */

static bool starts_line(const struct pairs *p, size_t at)
{
    return at == 0 || p->words.s[at - 1] == '\n';
}

/* The place in the stack of the nearest mark of the kind, STR_NONE when there is none. */
static size_t find_open(const struct pairs *p, enum bracket_kind kind)
{
    for (size_t i = p->depth; i-- > 0;)
        if (p->stack[i].mark->kind == kind)
            return i;
    return STR_NONE;
}

/* The next mark of the kind not far behind `*from`: '(' it opens, ')' it closes, 0 there is
 * none. Moves `*from` behind it. */
static int next_mark(const struct pairs *p, enum bracket_kind kind, size_t *from)
{
    struct str rest = str_slice(p->words, *from, *from + AHEAD_MOST);
    size_t end = *from + rest.n;
    while (rest.n) {
        bool opens;
        const struct bracket *mark = bracket_find(utf8_next(&rest), &opens);
        if (mark && mark->kind == kind) {
            *from = end - rest.n;
            return opens ? '(' : ')';
        }
    }
    return 0;
}

static bool closes_later(const struct pairs *p, enum bracket_kind kind, size_t from)
{
    return next_mark(p, kind, &from) == ')';
}

/* “…“ for “…”: the second one neither begins a quotation inside nor one of its own. */
static bool is_turned(const struct pairs *p, const struct bracket *mark, size_t end)
{
    if (mark->kind != BRACKET_DOUBLE || !p->depth || p->stack[p->depth - 1].mark != mark)
        return false;
    return next_mark(p, BRACKET_DOUBLE, &end) != ')';
}

static void tell_turned(const struct pairs *p, size_t at, const char *right)
{
    struct str piece = str_slice(p->words, at, at + str_of(right).n);
    struct advice advice = {.proposal = str_of(right)};
    report_text(p->check, p->text, piece, &advice, DIAG_BRACKETS_TURNED, right,
                STR_ARG(around(p, at)));
}

static void push(struct pairs *p, const struct bracket *mark, size_t at, size_t end)
{
    if (mark->kind == BRACKET_DOUBLE && starts_line(p, at) && p->depth &&
        p->stack[p->depth - 1].mark == mark)
        return; /* a quotation's next paragraph */
    if (is_turned(p, mark, end)) {
        tell_turned(p, at, mark->close_text);
        p->depth--;
        return;
    }
    p->stack[p->depth++] = (struct open){mark, at, false};
}

static void take_off(struct pairs *p, size_t from, size_t count)
{
    for (size_t i = from; i + count < p->depth; i++)
        p->stack[i] = p->stack[i + count];
    p->depth -= count;
}

/* Brackets of different kinds that a slip puts together: 【…）, 〈…》. */
static bool mistaken(const struct bracket *a, const struct bracket *b)
{
    return (a->kind <= BRACKET_CURLY && b->kind <= BRACKET_CURLY) ||
           ((a->kind == BRACKET_TITLE || a->kind == BRACKET_INNER) &&
            (b->kind == BRACKET_TITLE || b->kind == BRACKET_INNER));
}

static void tell_mismatch(const struct pairs *p, const struct open *open,
                          const struct bracket *mark, size_t at)
{
    struct str piece = str_slice(p->words, at, at + str_of(mark->close_text).n);
    struct advice advice = {.proposal = str_of(open->mark->close_text)};
    report_text(p->check, p->text, piece, &advice, DIAG_BRACKETS_MISMATCH,
                open->mark->open_text, mark->close_text, STR_ARG(around(p, at)));
}

/* A closing mark without an opening one. ”…” for “…” opens instead; 【…） is one slip. */
static void close_nothing(struct pairs *p, const struct bracket *mark, size_t at,
                          size_t end)
{
    const struct open *top = p->depth ? &p->stack[p->depth - 1] : NULL;
    bool pair =
        top && mistaken(top->mark, mark) && !closes_later(p, top->mark->kind, end);
    if (bracket_alone(mark, p->words, at, end, false)) {
        p->depth -= pair && bracket_beside_year(str_slice(p->words, 0, at),
                                                str_from(p->words, end), false);
    } else if (mark->kind == BRACKET_DOUBLE && closes_later(p, BRACKET_DOUBLE, end)) {
        tell_turned(p, at, mark->open_text);
        p->stack[p->depth++] = (struct open){mark, at, false};
    } else if (pair) {
        tell_mismatch(p, top, mark, at);
        p->depth--;
    } else {
        tell_unopened(p, mark, at);
    }
}

/* 1) inside （…）: not the end of those brackets, which is still to come. */
static bool is_number_inside(const struct pairs *p, const struct open *open,
                             const struct bracket *mark, size_t at, size_t end)
{
    if (mark->kind != BRACKET_ROUND)
        return false;
    struct str before =
        str_slice(p->words, open->at + str_of(open->mark->open_text).n, at);
    if (!bracket_numbers_list(before))
        return false;
    while (before.n && bracket_numbers_list(before)) {
        size_t size;
        utf8_last(before, &size);
        before.n -= size;
    }
    bool starts = before.n && rune_in(utf8_last(before, NULL), "；;，,。：: 、\n");
    return (before.n && closes_later(p, BRACKET_ROUND, end)) ||
           (starts && mark != open->mark);
}

/* Those above stack[i], which is closed now: closed later, they cross it; else they lack
 * their end. */
static void close_above(struct pairs *p, size_t i, const struct bracket *mark, size_t at,
                        size_t end)
{
    bool told = false;
    for (size_t k = i + 1; k < p->depth;) {
        struct open *above = &p->stack[k];
        size_t behind = above->at + str_of(above->mark->open_text).n;
        if (above->crossed || closes_later(p, above->mark->kind, end)) {
            if (!above->crossed && !told)
                tell_crossing(p, above, mark, at);
            told = above->crossed = true;
            k++;
            continue;
        }
        if (!bracket_alone(above->mark, p->words, above->at, behind, true))
            tell_unclosed(p, above);
        take_off(p, k, 1);
    }
}

static void close(struct pairs *p, const struct bracket *mark, size_t at, size_t end)
{
    size_t i = find_open(p, mark->kind);
    if (i == STR_NONE) {
        close_nothing(p, mark, at, end);
        return;
    }
    if (is_number_inside(p, &p->stack[i], mark, at, end))
        return;
    if (p->stack[i].mark != mark && mark->kind == BRACKET_ROUND)
        tell_mixed(p, &p->stack[i], mark, at);
    close_above(p, i, mark, at, end);
    take_off(p, i, 1);
}

/* Deeper nesting than any sentence has is left alone. */
static void check_text(struct check *check, const struct text *t)
{
    struct pairs p = {.check = check, .text = t, .words = t->words};
    for (size_t at = 0; at < p.words.n && p.depth < DEPTH_MOST;) {
        unsigned char first = (unsigned char)p.words.s[at];
        if (first >= 0xE4 && first <= 0xE9) {
            at += 3; /* a Chinese character */
            continue;
        }
        struct str rest = str_from(p.words, at);
        bool opens;
        const struct bracket *mark = bracket_find(utf8_next(&rest), &opens);
        size_t end = p.words.n - rest.n;
        if (mark && opens)
            push(&p, mark, at, end);
        else if (mark)
            close(&p, mark, at, end);
        at = end;
    }
    for (size_t i = 0; i < p.depth && p.depth < DEPTH_MOST; i++) {
        const struct open *open = &p.stack[i];
        size_t behind = open->at + str_of(open->mark->open_text).n;
        if (!bracket_alone(open->mark, p.words, open->at, behind, true))
            tell_unclosed(&p, open);
    }
}

void brackets_check(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (!(t->marks & (TEXT_BRACKET | TEXT_TITLE | TEXT_QUOTE)) ||
            text_lacks(t, TEXT_LACKS_BRACKETS))
            continue;
        check_text(check, t);
        text_note(t, TEXT_LACKS_BRACKETS, check->told == told);
    }
}
