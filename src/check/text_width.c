/* Half-width marks in Chinese text and full-width letters and digits.
 *
 * A mark of ASCII belongs to what stands before it: behind a Chinese character, a closing
 * bracket or a closing quote it should be Chinese. Behind letters and digits it may belong
 * to a number, an address, a time. */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"

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

/* Chinese text in brackets ends before `at`: (签字): */
static bool is_behind_chinese(struct str text, size_t at)
{
    if (!at || text.s[at - 1] != ')')
        return false;
    size_t from = at;
    while (from && at - from < MOST && text.s[from - 1] != '(')
        from--;
    return from && closing(text, from - 1) == at - 1 &&
           has_han(str_slice(text, from, at));
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
    return is_chinese(before) || is_behind_chinese(text, at);
}

/* A comma takes the blanks behind it with it: beside “，” they would be wrong. */
static size_t mark_end(struct str text, size_t at)
{
    size_t end = at + 1;
    while (text.s[at] == ',' && end < text.n && text.s[end] == ' ')
        end++;
    return char_han(char_at(text, end)) ? end : at + 1;
}

static void report_mark(struct check *check, const struct text *t, size_t at)
{
    struct str piece = str_slice(t->words, at, mark_end(t->words, at));
    struct str full = str_of(full_of(t->words.s[at]));
    struct advice advice = {.proposal = full, .safe = true};
    report_text(check, t, piece, &advice, DIAG_TEXT_WIDTH, 1, piece.s, STR_ARG(full));
}

/* Brackets go together: both should be Chinese when there is Chinese text in them. One that
 * closes none, such as that of 1), stays; a pair of two widths is told by `brackets`. The
 * change takes the whole piece, with the brackets and other marks inside of it. */
static bool is_wrong_pair(struct str text, size_t at, size_t *end)
{
    if (text.s[at] != '(')
        return false;
    *end = closing(text, at);
    return *end != STR_NONE && text.s[*end] == ')' && has_han(str_slice(text, at, *end));
}

static void report_pair(struct check *check, struct trigrams *set, const struct text *t,
                        size_t at, size_t end)
{
    struct str piece = str_slice(t->words, at, end + 1);
    struct str inside = blanks_left_out(check, set, t->words, at + 1, end);
    struct advice advice = {
        .proposal = str_print(check->arena, "（%.*s）", STR_ARG(inside)), .safe = true};
    report_text(check, t, piece, &advice, DIAG_TEXT_WIDTH, 2, "()", (int)strlen("（）"),
                "（）");
}

/* "。" typed as a point, at the end of a text or before the next sentence. */
static bool is_point(struct str text, size_t at)
{
    uint32_t behind = char_at(text, at + 1);
    return char_han(char_before(text, at)) && (!behind || behind == '\n');
}

static void check_half(struct check *check, struct trigrams *set, const struct text *t,
                       size_t i)
{
    char c = t->words.s[i];
    size_t end;
    if (c == '(' || c == ')') {
        if (!text_markdown(t) && is_wrong_pair(t->words, i, &end)) /* not of a link */
            report_pair(check, set, t, i, end);
    } else if (c == '.' && is_point(t->words, i))
        report_text(check, t, str_slice(t->words, i, i + 1),
                    &(struct advice){.proposal = STR("。"), .safe = true},
                    DIAG_TEXT_WIDTH, 1, ".", (int)strlen("。"), "。");
    else if (full_of(c) && is_wrong(t->words, i))
        report_mark(check, t, i);
}

static void check_text(struct check *check, struct trigrams *set, const struct text *t)
{
    for (size_t i = 0; i < t->words.n; i++)
        if ((unsigned char)t->words.s[i] < 0x80)
            check_half(check, set, t, i);
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
    struct trigrams set = {0};
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (text_lacks(t, TEXT_LACKS_WIDTHS))
            continue;
        if (t->marks & TEXT_HALF)
            check_text(check, &set, t);
        if (t->marks & (TEXT_DIGIT | TEXT_LATIN))
            check_wide(check, t);
        text_note(t, TEXT_LACKS_WIDTHS, check->told == told);
    }
}
