#include "check/bracket.h"

#include "base/utf8.h"
#include "catalog/runes.h"

/* clang-format off */
static const struct bracket marks[] = {
    {'(',    ')',    BRACKET_ROUND,  "(",  ")"},
    {0xFF08, 0xFF09, BRACKET_ROUND,  "（", "）"},
    {'[',    ']',    BRACKET_SQUARE, "[",  "]"},
    {0xFF3B, 0xFF3D, BRACKET_SQUARE, "［", "］"},
    {0x3014, 0x3015, BRACKET_SIX,    "〔", "〕"},
    {0x3010, 0x3011, BRACKET_LENS,   "【", "】"},
    {'{',    '}',    BRACKET_CURLY,  "{",  "}"},
    {0xFF5B, 0xFF5D, BRACKET_CURLY,  "｛", "｝"},
    {0x300A, 0x300B, BRACKET_TITLE,  "《", "》"},
    {0x3008, 0x3009, BRACKET_INNER,  "〈", "〉"},
    {0x201C, 0x201D, BRACKET_DOUBLE, "“",  "”"},
    {0x2018, 0x2019, BRACKET_SINGLE, "‘",  "’"},
    {0x300C, 0x300D, BRACKET_CORNER, "「", "」"},
    {0x300E, 0x300F, BRACKET_HOLLOW, "『", "』"},
};
/* clang-format on */

enum { MARKS = sizeof marks / sizeof *marks };

const struct bracket *bracket_find(uint32_t c, bool *opens)
{
    for (size_t i = 0; i < MARKS; i++) {
        *opens = marks[i].open == c;
        if (*opens || marks[i].close == c)
            return &marks[i];
    }
    return NULL;
}

static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A round bracket behind a number, a letter or ①: an enumeration. */
bool bracket_numbers_list(struct str before)
{
    uint32_t c = before.n ? utf8_last(before, NULL) : 0;
    return rune_digit(c) || is_latin(c) || (c >= 0x2460 && c <= 0x24FF) ||
           rune_in(c, "一二三四五六七八九十");
}

/* :) ;-) :( =) */
static bool is_smiley(struct str before)
{
    size_t n = before.n;
    if (n && (before.s[n - 1] == '-' || before.s[n - 1] == '^'))
        n--;
    if (!n ||
        !(before.s[n - 1] == ':' || before.s[n - 1] == ';' || before.s[n - 1] == '='))
        return false;
    return n == 1 || (unsigned char)before.s[n - 2] >= 0x80 || before.s[n - 2] == ' ';
}

static bool is_apostrophe(struct str before, struct str behind)
{
    return before.n && behind.n && is_latin(utf8_last(before, NULL)) &&
           is_latin((unsigned char)behind.s[0]);
}

/* The mark stands beside the year of a document number. */
bool bracket_beside_year(struct str before, struct str behind, bool opens)
{
    struct str year = opens ? str_slice(behind, 0, 4)
                            : str_from(before, before.n < 4 ? before.n : before.n - 4);
    if (year.n != 4 || (!str_starts(year, STR("19")) && !str_starts(year, STR("20"))))
        return false;
    for (size_t i = 0; i < 4; i++)
        if (!rune_digit((unsigned char)year.s[i]))
            return false;
    struct str rest = opens ? str_from(behind, 4) : behind;
    for (uint32_t c; rest.n && rune_in(c = utf8_next(&rest), " 〕]）)】］第0123456789");)
        if (rune_digit(c) && str_starts(rest, STR("号")))
            return true;
    return false;
}

bool bracket_alone(const struct bracket *mark, struct str words, size_t at, size_t end,
                   bool opens)
{
    struct str before = str_slice(words, 0, at), behind = str_from(words, end);
    if (mark->kind == BRACKET_ROUND &&
        (is_smiley(before) || (!opens && bracket_numbers_list(before))))
        return true;
    if (mark->kind == BRACKET_SINGLE && is_apostrophe(before, behind))
        return true;
    if (mark->kind == BRACKET_DOUBLE && !opens && before.n &&
        rune_digit(utf8_last(before, NULL)))
        return true; /* 19” */
    return mark->kind <= BRACKET_LENS && bracket_beside_year(before, behind, opens);
}
