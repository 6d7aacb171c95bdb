/* Brackets, quotes and title marks that have no partner.
 *
 * Brackets are paired whatever their width: （…) is a matter of width. In citations the
 * square ones and the title marks have rules of their own. */
#include "check/text_rules.h"

#include "catalog/runes.h"
#include "check/chars.h"
#include "check/report.h"

enum { DEPTH = 32 };

/* Which pair a mark belongs to: 1, 2, … for an opening, -1, -2, … for a closing one. */
static int pair_of(uint32_t c)
{
    static const char *const pairs[][2] = {
        {"（(", "）)"}, {"〔", "〕"}, {"[［", "]］"}, {"【", "】"}, {"《", "》"},
        {"〈", "〉"},   {"“", "”"},   {"「", "」"},   {"『", "』"}, {"{｛", "}｝"},
    };
    if (char_han(c) || char_ascii(c) || char_stop(c) || c == ' ')
        return 0; /* nearly all */
    for (int i = 0; i < (int)(sizeof pairs / sizeof *pairs); i++) {
        if (rune_in(c, pairs[i][0]))
            return i + 1;
        if (rune_in(c, pairs[i][1]))
            return -i - 1;
    }
    return 0;
}

/* Left to the rules about citations: 〔 [ 【 《 〈 */
static bool is_citation(const struct text *t, int pair)
{
    int kind = pair < 0 ? -pair : pair;
    return t->field == FIELD_BASIS && kind >= 2 && kind <= 6;
}

/* 1) a) 一) ①): the bracket of a number, which has no partner. */
static bool is_number(struct str text, size_t at)
{
    size_t from = at, chars = 0;
    while (from && chars < 4) {
        uint32_t c = char_before(text, from);
        bool number = char_ascii(c) || (c >= 0x2460 && c <= 0x249B) ||
                      rune_in(c, "一二三四五六七八九十");
        if (!number)
            break;
        from -= c < 0x80 ? 1 : 3;
        chars++;
    }
    uint32_t before = char_before(text, from);
    return chars && chars < 4 && !char_han(before) && !rune_in(before, "（(");
}

struct stack {
    size_t at[DEPTH];
    int pair[DEPTH];
    size_t n;
};

static void report_alone(struct check *check, const struct text *t, size_t at)
{
    size_t end = at + char_size(t->words, at);
    struct str piece = str_slice(t->words, at, end);
    struct str quoted = char_around(t->words, at, end, 6);
    report_text(check, t, piece, NULL, DIAG_BRACKETS, STR_ARG(quoted), STR_ARG(piece));
}

/* Takes the partner of a closing mark off the stack; those opened since have none. */
static void close(struct check *check, const struct text *t, size_t at, int pair,
                  struct stack *stack)
{
    size_t i = stack->n;
    while (i && stack->pair[i - 1] != pair)
        i--;
    if (!i) {
        if (pair != 1 || !is_number(t->words, at))
            report_alone(check, t, at);
        return;
    }
    for (size_t k = i; k < stack->n; k++)
        report_alone(check, t, stack->at[k]);
    stack->n = i - 1;
}

/* “ typed for ”: the same mark twice, as some programs do. */
static bool closes_quote(const struct stack *stack, uint32_t c, int pair)
{
    return rune_in(c, "“「") && stack->n && stack->pair[stack->n - 1] == pair;
}

static void check_text(struct check *check, const struct text *t)
{
    struct stack stack = {.n = 0};
    for (size_t i = 0; i < t->words.n; i += char_size(t->words, i)) {
        uint32_t c = char_at(t->words, i);
        int pair = pair_of(c);
        if (!pair || is_citation(t, pair))
            continue;
        if (pair < 0) {
            close(check, t, i, -pair, &stack);
        } else if (closes_quote(&stack, c, pair)) {
            report_alone(check, t, i);
            stack.n--;
        } else if (stack.n < DEPTH) {
            stack.at[stack.n] = i;
            stack.pair[stack.n++] = pair;
        }
    }
    for (size_t k = 0; k < stack.n; k++)
        report_alone(check, t, stack.at[k]);
}

void check_brackets(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if ((t->marks & (TEXT_BRACKET | TEXT_TITLE | TEXT_QUOTE)) && !text_markdown(t))
            check_text(check, t);
    }
}
