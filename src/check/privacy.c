#include "check/privacy.h"

#include "base/utf8.h"
#include "catalog/code.h"
#include "check/chars.h"
#include "check/report.h"
#include "check/text_known.h"
#include "check/words.h"

#include <string.h>

enum {
    IDENTITY = 18,
    OLD_IDENTITY = 15,
    MOBILE = 11,
    MOST = 40, /* digits of the longest run that is looked at: codes have 31 to 43 */
    NEAR = 36  /* bytes before a number that say what it is: twelve characters */
};

/* ---- numbers ---- */

static unsigned number(struct str digits, size_t from, size_t to)
{
    unsigned value = 0;
    for (size_t i = from; i < to; i++)
        value = value * 10 + (unsigned)(digits.s[i] - '0');
    return value;
}

static bool is_day(unsigned year, unsigned month, unsigned day)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && leap);
}

static bool in_province(struct str digits)
{
    return *code_directory_name(str_slice(digits, 0, 2)) != '\0' && digits.s[0] != '0';
}

/* ISO 7064 MOD 11-2: the sum of all digits by their weights 2^(17 - i) is 1 mod 11. */
static bool is_identity(struct str digits)
{
    unsigned sum = 0;
    for (size_t i = 0; i < IDENTITY; i++) {
        bool ten = digits.s[i] == 'X' || digits.s[i] == 'x';
        unsigned value = ten ? 10 : (unsigned)(digits.s[i] - '0');
        sum = (2 * sum + value) % 11;
    }
    unsigned year = number(digits, 6, 10);
    return sum == 1 && year >= 1900 && year < 2100 && in_province(digits) &&
           is_day(year, number(digits, 10, 12), number(digits, 12, 14));
}

static bool is_old_identity(struct str digits)
{
    return in_province(digits) && is_day(1900 + number(digits, 6, 8),
                                         number(digits, 8, 10), number(digits, 10, 12));
}

/* Luhn (ISO/IEC 7812-1, annex B). */
static bool is_luhn(struct str digits)
{
    unsigned sum = 0;
    for (size_t i = 0; i < digits.n; i++) {
        unsigned value = (unsigned)(digits.s[digits.n - 1 - i] - '0');
        if (i % 2)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

/* 13800000000, 6222000000000000: room to write, no number of anybody. */
static bool is_blank_number(struct str digits)
{
    size_t same = 1;
    for (size_t i = 1; i < digits.n; i++) {
        same = digits.s[i] == digits.s[i - 1] ? same + 1 : 1;
        if (same >= 7)
            return true;
    }
    return false;
}

static bool is_mobile(struct str digits)
{
    return digits.n == MOBILE && digits.s[0] == '1' && digits.s[1] >= '3';
}

enum private_number private_number(struct str digits)
{
    size_t n = digits.n;
    bool x = n && (digits.s[n - 1] == 'X' || digits.s[n - 1] == 'x');
    if (!n || is_blank_number(digits) || (x && n != IDENTITY))
        return PRIVATE_NONE;
    if (n == IDENTITY && is_identity(digits))
        return PRIVATE_IDENTITY;
    if (n == OLD_IDENTITY && is_old_identity(digits))
        return PRIVATE_IDENTITY;
    if (is_mobile(digits) ||
        (str_starts(digits, STR("86")) && is_mobile(str_from(digits, 2))))
        return PRIVATE_MOBILE;
    bool card = n >= 16 && n <= 19 && !x && str_starts(digits, STR("62"));
    return card && is_luhn(digits) ? PRIVATE_BANK : PRIVATE_NONE;
}

/* ---- texts ---- */

/* A run of digits, the blanks between its blocks left out. */
struct run {
    char digits[MOST + 1];
    size_t n;
    size_t from, to;
    size_t block; /* where its first block ends */
};

static unsigned digit_of(uint32_t c)
{
    return char_digit(c) ? c - '0' : c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 : 10;
}

/* Takes the run that begins at `at`: 6222 0212 3456 7890 is one, 0737-13812345678 none. */
static void take_run(struct str text, size_t at, struct run *run)
{
    *run = (struct run){.from = at, .to = at};
    while (at < text.n && run->n <= MOST) {
        uint32_t c = char_at(text, at);
        bool x = (c == 'X' || c == 'x') && run->n == IDENTITY - 1;
        unsigned digit = digit_of(c);
        if (digit > 9 && !x) {
            bool joint = c == ' ' && digit_of(char_at(text, at + 1)) <= 9;
            if (!joint)
                break;
            run->block = run->block ? run->block : at;
            at++;
            continue;
        }
        if (run->n < MOST)
            run->digits[run->n] = x ? 'X' : (char)('0' + digit);
        run->n++;
        at += char_size(text, at);
        run->to = at;
    }
    run->block = run->block ? run->block : run->to;
}

/* Part of a code, a decimal, a phone with its area code or extension. */
static bool is_part(struct str text, const struct run *run)
{
    uint32_t before = char_before(text, run->from), behind = char_at(text, run->to);
    return run->n > MOST || char_ascii(before) || char_ascii(behind) || before == '-' ||
           behind == '-' || before == '.' || behind == '.' || before == '/' ||
           before == '*' || behind == '*' || before == '=' || before == '_';
}

/* What a number of 15 digits or with blanks is only sure when it is said. */
static bool is_called(struct str text, const struct run *run, const char *const *words,
                      size_t n)
{
    size_t from = run->from > NEAR ? run->from - NEAR : 0;
    return words_inside(str_slice(text, from, run->from), words, n);
}

/* The number with its middle hidden: a message must not publish it again. */
static struct str masked(struct check *check, struct str digits)
{
    size_t head = digits.n > MOBILE ? 6 : 3, tail = digits.n > MOBILE ? 0 : 2;
    return str_print(check->arena, "%.*s…%.*s", (int)head, digits.s, (int)tail,
                     digits.s + digits.n - tail);
}

/* Reports the run when it is a person's; false: it is not. */
static bool check_run(struct check *check, const struct text *t, const struct run *run)
{
    static const char *const papers[] = {"身份", "证件", "公民"};
    static const char *const cards[] = {"卡", "账号", "帐号", "银行", "账户", "帐户"};
    struct str digits = {run->digits, run->n};
    enum diag_code code = DIAG_PRIVACY_MOBILE;
    switch (private_number(digits)) {
    case PRIVATE_NONE: return false;
    case PRIVATE_IDENTITY:
        if (run->n == OLD_IDENTITY && !is_called(t->words, run, papers, 3))
            return false;
        code = DIAG_PRIVACY_IDENTITY;
        break;
    case PRIVATE_MOBILE: break;
    case PRIVATE_BANK:
        code = is_called(t->words, run, cards, 6) ? DIAG_PRIVACY_BANK
                                                  : DIAG_PRIVACY_BANK_MAYBE;
        break;
    }
    struct str hidden = masked(check, digits);
    report_text(check, t, str_slice(t->words, run->from, run->to), NULL, code,
                STR_ARG(hidden));
    return true;
}

static void check_text(struct check *check, const struct text *t)
{
    for (size_t i = 0; i < t->words.n; i++) {
        unsigned char lead = (unsigned char)t->words.s[i];
        if ((!char_digit(lead) && lead != 0xEF) || digit_of(char_at(t->words, i)) > 9)
            continue;
        struct run run;
        take_run(t->words, i, &run);
        bool found =
            run.n >= MOBILE && !is_part(t->words, &run) && check_run(check, t, &run);
        i = (found ? run.to : run.block) - 1;
    }
}

void check_privacy(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        size_t told = check->told;
        if (!(t->marks & TEXT_DIGIT) || text_lacks(t, TEXT_LACKS_PRIVATE))
            continue;
        check_text(check, t);
        text_note(t, TEXT_LACKS_PRIVATE, check->told == told);
    }
}
