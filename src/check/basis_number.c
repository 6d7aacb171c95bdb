/* The form of document numbers: GB/T 9704-2012, 7.2.5. */
#include "check/basis.h"

#include "catalog/runes.h"
#include "base/utf8.h"

enum {
    SIX_BRACKETS_SINCE = 2000
}; /* GB/T 9704-1999: before, numbers had 第 and other marks */

static struct str piece_between(struct str from, struct str to)
{
    return (struct str){from.s, (size_t)(to.s + to.n - from.s)};
}

/* [2020] is two marks to replace; 2020 alone may be something else that was meant. */
static void tell_brackets(const struct basis *b, const struct text *t,
                          const struct number *n)
{
    struct advice advice = {.proposal = str_print(b->check->arena, "〔%u〕", n->year)};
    struct str rest = n->bracketed;
    advice.safe =
        !rune_digit(utf8_next(&rest)) && !rune_digit(utf8_last(n->bracketed, NULL));
    report_text(b->check, t, n->bracketed, &advice, DIAG_BASIS_BRACKETS,
                STR_ARG(n->text));
}

/* Each kind of mistake has its message; the proposal mends all of them at once. */
static void tell_serial(const struct basis *b, const struct text *t,
                        const struct number *n)
{
    struct advice advice = {.proposal = str_print(b->check->arena, "%u号", n->value)};
    struct str piece = n->behind;
    enum diag_code code;
    if (n->faults & NUMBER_FIRST && n->year >= SIX_BRACKETS_SINCE) {
        code = DIAG_BASIS_NUMBER_FIRST;
        advice.safe = !(n->faults & NUMBER_END);
    } else if (n->faults & NUMBER_ZERO) {
        code = DIAG_BASIS_NUMBER_ZERO;
        advice.safe = !(n->faults & NUMBER_END);
    } else if (n->faults & NUMBER_END) {
        code = DIAG_BASIS_NUMBER_END;
    } else if (n->faults & NUMBER_BLANK &&
               !(n->faults & (NUMBER_BRACKETS | NUMBER_YEAR))) {
        code = DIAG_BASIS_NUMBER_BLANK;
        piece = piece_between(n->text, n->behind);
        advice.proposal = str_print(b->check->arena, "%.*s%.*s", STR_ARG(n->sign),
                                    STR_ARG(basis_number_form(b->check->arena, n)));
        advice.safe = true;
    } else {
        return;
    }
    report_text(b->check, t, piece, &advice, code, STR_ARG(n->text));
}

static void check_number(const struct basis *b, const struct text *t,
                         const struct number *n)
{
    if (n->faults & NUMBER_YEAR)
        report_text(b->check, t, n->bracketed, NULL, DIAG_BASIS_NUMBER_YEAR,
                    STR_ARG(n->text), STR_ARG(n->bracketed));
    else if (n->faults & NUMBER_BRACKETS)
        tell_brackets(b, t, n);
    if (n->faults & (NUMBER_FIRST | NUMBER_ZERO | NUMBER_END | NUMBER_BLANK))
        tell_serial(b, t, n);
}

/* 国家医疗保障局2号令. Only of a document that is named, for offices also have nicknames like
 * 总河长1号令. */
static void check_order(const struct basis *b, const struct text *t,
                        const struct citation *c, const struct number *n)
{
    bool odd = n->faults & (NUMBER_ORDER | NUMBER_BLANK | NUMBER_ZERO | NUMBER_END);
    if (!odd || c->kind == CITED_NUMBER || n->value > 9999)
        return;
    struct advice advice = {.proposal = str_print(b->check->arena, "%.*s令第%u号",
                                                  STR_ARG(n->sign), n->value)};
    struct str piece = piece_between(n->sign.n ? n->sign : n->text, n->text);
    enum diag_code code = DIAG_BASIS_NUMBER_ORDER;
    if (!(n->faults & NUMBER_ORDER)) {
        code = n->faults & NUMBER_ZERO ? DIAG_BASIS_NUMBER_ZERO : DIAG_BASIS_NUMBER_BLANK;
        advice.safe = !n->aside && !(n->faults & NUMBER_END);
        if (n->faults & NUMBER_END)
            code = DIAG_BASIS_NUMBER_END;
        if (n->faults & NUMBER_BLANK && n->serial.n &&
            (unsigned char)n->serial.s[0] >= 0x80)
            return; /* 令第 三十五 号: left to the rule on blanks */
    }
    report_text(b->check, t, piece, &advice, code, STR_ARG(n->text));
}

static void check_file(const struct basis *b, const struct text *t,
                       const struct citation *c, const struct number *n)
{
    if (!(n->faults & NUMBER_FILE) || !c->in_brackets)
        return;
    struct str piece = str_from(n->text, n->text.n - STR("文件").n);
    struct advice advice = {.expected = str_slice(n->text, 0, n->text.n - piece.n),
                            .erase = true};
    report_text(b->check, t, piece, &advice, DIAG_BASIS_NUMBER_FILE, STR_ARG(n->text));
}

void basis_check_numbers(const struct basis *b)
{
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            const struct citation *c = &t->list.at[k];
            for (size_t m = 0; m < c->numbers; m++) {
                const struct number *n = &t->list.numbers.at[c->numbers_from + m];
                if (n->order)
                    check_order(b, t->text, c, n);
                else
                    check_number(b, t->text, n);
                check_file(b, t->text, c, n);
            }
        }
    }
}

/* ---- numbers that stand without brackets where the others have them ---- */

static void tell_aside(const struct basis *b, const struct cited_text *t,
                       const struct citation *c)
{
    const struct number *n = basis_number(t, c);
    struct arena *a = b->check->arena;
    struct advice advice = {.proposal = str_print(a, "（%.*s）", STR_ARG(n->text))};
    if (n->order)
        advice.proposal =
            str_print(a, "（%.*s令第%.*s号）", STR_ARG(n->sign), STR_ARG(n->serial));
    else if (n->faults)
        advice.proposal = STR("");
    report_text(b->check, t->text, n->text, &advice, DIAG_BASIS_BRACKETS_NONE,
                STR_ARG(n->text), b->in_brackets);
}

void basis_check_numbers_aside(const struct basis *b)
{
    if (b->aside >= b->in_brackets)
        return;
    for (size_t i = 0; i < b->texts.n; i++) {
        const struct cited_text *t = &b->texts.at[i];
        for (size_t k = 0; k < t->list.n; k++) {
            const struct citation *c = &t->list.at[k];
            if (c->numbers && c->kind != CITED_NUMBER && !c->in_brackets)
                tell_aside(b, t, c);
        }
    }
}
