/* How a code is recognised. The text is folded first (blanks out, capitals, ASCII), then
 * tried against the forms of the standard. A code that has a form only after folding is
 * malformed, with the first thing folding had to mend as its fault. What has no form even
 * then is malformed only when it is plainly a national code of a wrong length; else local.
 *
 *                      as given has a form ──▶ that form (directory looked at)
 *     text ──fold──▶   folded has a form   ──▶ malformed: case, blanks, lookalike
 *                      00 + type + 11 or 13 ──▶ malformed: length
 *                      anything else       ──▶ local
 *
 * The line between malformed and local is drawn for real lists: Sichuan's 511A0138000000,
 * a phone prefix 0731-Y, blocks 1307 36010 001 are local and must never be called wrong. */
#include "catalog/code.h"

#include "base/utf8.h"

enum {
    BASIC = 12,
    MAIN = 9, /* directory, type and 主项 */
    USCC = 18,
    IMPLEMENTING = USCC + 1 + BASIC,
    BUSINESS = IMPLEMENTING + 2,
    CASE = IMPLEMENTING + 8 + 4,
    LONGEST = 64, /* longer texts are local without looking */
    SUFFIX_MOST = 8
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.s[i]))
            return false;
    return true;
}

/* ---- folding ---- */

/* What a code point stands for in a code, and which fault it is to write it so. 0: left
 * out; -1: cannot be in a code. */
static int fold_rune(uint32_t c, enum code_fault *fault)
{
    *fault = CODE_FINE;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 ||
        (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF) {
        *fault = CODE_BLANKS;
        return 0;
    }
    if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A)) {
        *fault = CODE_LOOKALIKE;
        return (int)(c - 0xFEE0);
    }
    if (c >= 'a' && c <= 'z') {
        *fault = CODE_CASE_OF_LETTERS;
        return (int)(c - 'a' + 'A');
    }
    if (c == 0xFF0D || c == 0x2014 || c == 0x2013 || c == 0x2010 || c == 0x2212) {
        *fault = CODE_LOOKALIKE; /* dashes for the hyphen of a suffix */
        return '-';
    }
    return c < 0x80 ? (int)c : -1;
}

struct folded {
    char s[LONGEST];
    size_t n;
    enum code_fault fault; /* the first one mended */
};

static bool fold(struct str text, struct folded *f)
{
    *f = (struct folded){.n = 0};
    while (text.n) {
        enum code_fault fault;
        int c = fold_rune(utf8_next(&text), &fault);
        if (c < 0 || f->n == LONGEST)
            return false;
        if (fault && !f->fault)
            f->fault = fault;
        if (c)
            f->s[f->n++] = (char)c;
    }
    return true;
}

static struct str folded_str(const struct folded *f)
{
    return (struct str){f->s, f->n};
}

/* O, I and L where a basic code has digits. The last place may be a Y. */
static bool mend_lookalikes(struct folded *f)
{
    bool mended = false;
    for (size_t i = 0; i < f->n && i < BASIC; i++) {
        char c = f->s[i];
        char digit = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
        mended = mended || digit != c;
        f->s[i] = digit;
    }
    return mended;
}

/* ---- forms ---- */

static bool basic_shape(struct str s)
{
    if (s.n != BASIC || !digits(str_slice(s, 0, MAIN)))
        return false;
    struct str sub = str_from(s, MAIN);
    return digits(sub) || str_eq(sub, STR("00Y"));
}

static bool suffix_shape(struct str s)
{
    if (s.n < 2 || s.n > SUFFIX_MOST || s.s[0] != '-' || s.s[s.n - 1] == '-')
        return false;
    for (size_t i = 1; i < s.n; i++)
        if (!is_alnum(s.s[i]) && s.s[i] != '-')
            return false;
    return true;
}

static enum sub_kind sub_kind(struct str sub)
{
    if (str_eq(sub, STR("00Y")))
        return SUB_MAIN;
    return str_eq(sub, STR("000")) ? SUB_ALONE : SUB_ITEM;
}

static void take_base(struct code *c, struct str base)
{
    c->base = base;
    c->directory = str_slice(base, 0, 2);
    c->type = str_slice(base, 2, 4);
    c->main = str_slice(base, 4, MAIN);
    c->sub = str_from(base, MAIN);
    c->sub_kind = sub_kind(c->sub);
}

static bool known_type(struct str s)
{
    return *code_type_name(str_slice(s, 2, 4));
}

static bool is_basic(struct str s, struct code *c)
{
    struct str base = str_slice(s, 0, BASIC), suffix = str_from(s, BASIC);
    if (!basic_shape(base) || (suffix.n && !suffix_shape(suffix)))
        return false;
    bool known = *code_directory_name(str_slice(base, 0, 2));
    if (!known && !known_type(base))
        return false; /* twelve digits of some other numbering */
    take_base(c, base);
    c->suffix = suffix;
    c->form = known ? CODE_BASIC : CODE_MALFORMED;
    c->fault = known ? CODE_FINE : CODE_DIRECTORY;
    return true;
}

static bool uscc_shape(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.s[i]) && !(s.s[i] >= 'A' && s.s[i] <= 'Z'))
            return false;
    return s.n == USCC;
}

static unsigned number(struct str s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.n; i++)
        n = n * 10 + (unsigned)(s.s[i] - '0');
    return n;
}

static bool is_day(struct str date)
{
    static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = number(str_slice(date, 0, 4)), month = number(str_slice(date, 4, 6));
    unsigned day = number(str_from(date, 6));
    if (year < 1949 || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[month - 1] + (month == 2 && leap);
}

static enum code_fault long_fault(const struct code *c)
{
    if (uscc_check(c->uscc) != c->uscc.s[USCC - 1])
        return CODE_USCC;
    if (c->level.s[0] < '1' || c->level.s[0] > '6')
        return CODE_LEVEL;
    if (c->sub_kind == SUB_MAIN)
        return CODE_LEAF;
    if (c->form == CODE_BUSINESS && str_eq(c->business, STR("00")))
        return CODE_BUSINESS_SERIAL;
    if (c->form == CODE_CASE && !is_day(c->date))
        return CODE_DATE;
    return CODE_FINE;
}

static bool is_long(struct str s, struct code *c)
{
    if (s.n != IMPLEMENTING && s.n != BUSINESS && s.n != CASE)
        return false;
    struct str uscc = str_slice(s, 0, USCC), level = str_slice(s, USCC, USCC + 1);
    struct str base = str_slice(s, USCC + 1, IMPLEMENTING),
               rest = str_from(s, IMPLEMENTING);
    if (!uscc_shape(uscc) || !digits(level) || !basic_shape(base) || !digits(rest))
        return false;
    c->uscc = uscc;
    c->level = level;
    take_base(c, base);
    c->form = s.n == IMPLEMENTING ? CODE_IMPLEMENTING
              : s.n == BUSINESS   ? CODE_BUSINESS
                                  : CODE_CASE;
    if (c->form == CODE_BUSINESS)
        c->business = rest;
    if (c->form == CODE_CASE) {
        c->date = str_slice(rest, 0, 8);
        c->serial = str_from(rest, 8);
    }
    c->fault = long_fault(c);
    return true;
}

static bool has_form(struct str s, struct code *c)
{
    return is_basic(s, c) || is_long(s, c);
}

/* ---- nearly national ---- */

static bool national(struct str s)
{
    return s.n >= 4 && str_eq(str_slice(s, 0, 2), STR("00")) && known_type(s);
}

/* 00 + type + digits with a Y at most at the end, one or two places off the twelve. */
static bool length_off(struct str s)
{
    size_t dash = str_find(s, STR("-"));
    if (dash != STR_NONE && suffix_shape(str_from(s, dash)))
        s = str_slice(s, 0, dash);
    if (!national(s) || s.n < BASIC - 2 || s.n > BASIC + 1 || s.n == BASIC)
        return false;
    bool main = str_ends(s, STR("0Y"));
    struct str body = str_slice(s, 0, main ? s.n - 1 : s.n);
    return digits(body) && (main || s.n != BASIC - 2);
}

/* A national code whose last three places hold a Y, but not as 00Y. */
static bool sub_off(struct str s)
{
    if (s.n != BASIC || !national(s) || !digits(str_slice(s, 0, MAIN)))
        return false;
    struct str sub = str_from(s, MAIN);
    for (size_t i = 0; i < sub.n; i++)
        if (!is_digit(sub.s[i]) && sub.s[i] != 'Y')
            return false;
    return true;
}

/* The fault of a text that has no form as it stands; CODE_FINE: it is local. */
static enum code_fault fault_of(struct str text)
{
    struct folded f;
    struct code c = {.form = CODE_LOCAL};
    if (!fold(text, &f))
        return CODE_FINE;
    if (f.fault && has_form(folded_str(&f), &c)) {
        bool block = f.fault == CODE_BLANKS && !c.uscc.n && !national(c.base);
        return block ? CODE_FINE : f.fault;
    }
    if (length_off(folded_str(&f)))
        return CODE_LENGTH;
    if (sub_off(folded_str(&f)))
        return CODE_SUB;
    if (mend_lookalikes(&f) && is_basic(folded_str(&f), &c) && national(c.base))
        return CODE_LOOKALIKE;
    return CODE_FINE;
}

struct code code_parse(struct str text)
{
    struct code c = {.text = text};
    if (!str_trim(text).n)
        return c;
    if (text.n > LONGEST * 3 || !has_form(text, &c)) {
        c.fault = text.n > LONGEST * 3 ? CODE_FINE : fault_of(text);
        c.form = c.fault ? CODE_MALFORMED : CODE_LOCAL;
    }
    return c;
}

bool code_national(const struct code *c)
{
    return c->form == CODE_BASIC && str_eq(c->directory, STR("00"));
}

struct str code_mended(struct arena *a, struct str text)
{
    struct folded f;
    struct code c = code_parse(text);
    if (c.form != CODE_MALFORMED || !fold(text, &f))
        return text;
    if (c.fault == CODE_LOOKALIKE && !has_form(folded_str(&f), &c))
        mend_lookalikes(&f);
    return str_eq(folded_str(&f), text) ? text : str_copy(a, folded_str(&f));
}

enum sub_kind code_sub_kind(struct str base)
{
    return sub_kind(str_from(base, MAIN));
}

bool code_same_main(struct str a, struct str b)
{
    return a.n >= MAIN && b.n >= MAIN &&
           str_eq(str_slice(a, 0, MAIN), str_slice(b, 0, MAIN));
}
