/* Half-width marks in Chinese text and full-width letters and digits.
 *
 * A mark of ASCII belongs to what stands before it: behind a Chinese character, a closing
 * bracket or a closing quote it should be Chinese. Behind letters and digits it may belong
 * to a number, an address, a time. */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"

#include <string.h>

enum { MOST = 600 /* bytes between two brackets */ };

struct pair {
    char half;
    const char *full;
};
static const struct pair pairs[] = {
    {',', "，"}, {';', "；"}, {':', "："}, {'?', "？"},
    {'!', "！"}, {'(', "（"}, {')', "）"},
};

static const char *full_of(char c)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].half == c)
            return pairs[i].full;
    return NULL;
}

/* Chinese, or a mark that stands in Chinese text. */
static bool is_chinese(uint32_t c)
{
    return char_han(c) || char_stop(c) || rune_in(c, "（）《》“”〔〕【】〈〉…");
}

/* The bracket that closes the one at `at`, on the same line; STR_NONE: none. */
static size_t closing(struct str text, size_t at)
{
    int open = 0;
    size_t most = at + MOST < text.n ? at + MOST : text.n;
    for (size_t i = at; i < most && text.s[i] != '\n'; i += char_size(text, i)) {
        uint32_t c = char_at(text, i);
        open += c == '(' || c == 0xFF08;
        open -= c == ')' || c == 0xFF09;
        if (!open)
            return i;
    }
    return STR_NONE;
}

static bool has_han(struct str text)
{
    for (size_t i = 0; i < text.n; i += char_size(text, i))
        if (char_han(char_at(text, i)))
            return true;
    return false;
}

/* A mark at `at` that belongs to Chinese text. */
static bool is_wrong(struct str text, size_t at)
{
    uint32_t before = char_before(text, at), behind = char_at(text, at + 1);
    if (text.s[at] == ';' && char_ascii(before) && !behind)
        return true;
    if ((text.s[at] == ',' || text.s[at] == ';') && char_ascii(before) &&
        !char_digit(before) && char_han(behind))
        return true;
    return is_chinese(before);
}

static void report_mark(struct check *check, const struct text *t, size_t at)
{
    struct str piece = str_slice(t->words, at, at + 1);
    struct str full = str_of(full_of(t->words.s[at]));
    struct advice advice = {.proposal = full, .safe = true};
    report_text(check, t, piece, &advice, DIAG_TEXT_WIDTH, STR_ARG(piece), STR_ARG(full));
}

/* The brackets that are open at a place, the innermost last: whether it was told. */
struct open {
    bool told[16];
    size_t n;
};

/* Brackets go together: both should be Chinese when there is Chinese text in them. One that
 * closes none, such as that of 1), stays; a pair of two widths is told by `brackets`. */
static void open_bracket(struct check *check, const struct text *t, size_t at,
                         struct open *open)
{
    if (open->n == sizeof open->told)
        return;
    size_t end = t->words.s[at] == '(' ? closing(t->words, at) : STR_NONE;
    bool told = end != STR_NONE && t->words.s[end] == ')' &&
                has_han(str_slice(t->words, at, end));
    if (told)
        report_mark(check, t, at);
    open->told[open->n++] = told;
}

static void close_bracket(struct check *check, const struct text *t, size_t at,
                          struct open *open)
{
    if (open->n && open->told[--open->n] && t->words.s[at] == ')')
        report_mark(check, t, at);
}

/* "。" typed as a point, at the end of a text or before the next sentence. */
static bool is_point(struct str text, size_t at)
{
    uint32_t behind = char_at(text, at + 1);
    return char_han(char_before(text, at)) && (!behind || behind == '\n');
}

static void check_half(struct check *check, const struct text *t, size_t i,
                       struct open *open)
{
    char c = t->words.s[i];
    if (text_markdown(t) && (c == '(' || c == ')'))
        return; /* of a link */
    if (c == '(')
        open_bracket(check, t, i, open);
    else if (c == ')')
        close_bracket(check, t, i, open);
    else if (c == '.' && is_point(t->words, i))
        report_text(check, t, str_slice(t->words, i, i + 1),
                    &(struct advice){.proposal = STR("。"), .safe = true},
                    DIAG_TEXT_WIDTH, 1, ".", (int)strlen("。"), "。");
    else if (full_of(c) && is_wrong(t->words, i))
        report_mark(check, t, i);
}

static void check_text(struct check *check, const struct text *t)
{
    struct open open = {.n = 0};
    for (size_t i = 0; i < t->words.n; i++) {
        unsigned char c = (unsigned char)t->words.s[i];
        if (c < 0x80) {
            check_half(check, t, i, &open);
        } else if (c == 0xEF) {
            uint32_t wide = char_at(t->words, i);
            if (wide == 0xFF08)
                open_bracket(check, t, i, &open);
            else if (wide == 0xFF09)
                close_bracket(check, t, i, &open);
        }
    }
}

/* ---- full-width letters and digits ---- */

static bool is_wide(uint32_t c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

static void check_wide(struct check *check, const struct text *t)
{
    struct str text = t->words;
    for (size_t i = 0; i < text.n; i++) {
        size_t from = i;
        while (i < text.n && (unsigned char)text.s[i] == 0xEF &&
               is_wide(char_at(text, i)))
            i += 3;
        if (i == from)
            continue;
        struct str piece = str_slice(text, from, i);
        char *ascii = arena_alloc(check->arena, piece.n / 3 + 1);
        for (size_t k = 0; k < piece.n / 3; k++)
            ascii[k] = (char)(char_at(piece, 3 * k) - 0xFF00 + 0x20);
        struct advice advice = {.proposal = {ascii, piece.n / 3}, .safe = true};
        report_text(check, t, piece, &advice, DIAG_TEXT_WIDE, STR_ARG(piece));
    }
}

void check_widths(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->marks & TEXT_HALF)
            check_text(check, t);
        if (t->marks & (TEXT_DIGIT | TEXT_LATIN))
            check_wide(check, t);
    }
}
