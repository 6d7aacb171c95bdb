/* Document numbers: found by their year (湘医保发〔2020〕41号) or by 令 (国务院令第259号). */
#include "check/citation.h"

#include "catalog/runes.h"
#include "base/utf8.h"
#include "catalog/numeral.h"

enum { SIGN_MOST = 24, SERIAL_MOST = 5, YEAR_FIRST = 1949, YEAR_LAST = 2099 };

struct runes runes_joined(struct arena *a, struct str words)
{
    struct runes r = runes_of(a, words);
    size_t n = 0;
    for (size_t i = 0; i < r.n; i++) {
        if (r.c[i] == '\n')
            continue;
        r.c[n] = r.c[i];
        r.at[n++] = r.at[i];
    }
    r.at[n] = r.at[r.n];
    r.n = n;
    return r;
}

static size_t rune_bytes(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

struct str runes_text(const struct runes *r, struct str words, size_t first, size_t end)
{
    if (first >= end)
        return STR("");
    size_t to = r->at[end - 1] + rune_bytes(r->c[end - 1]);
    return str_slice(words, r->at[first], to);
}

static bool is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007;
}

/* Blanks stand between the rune and the one before it. */
static bool gap_before(const struct runes *r, size_t i)
{
    return i > 0 && r->at[i - 1] + rune_bytes(r->c[i - 1]) < r->at[i];
}

/* Words that lead to a number in running text and are no part of its sign. */
static const char *const leads[] = {
    "根据", "依据", "依照", "按照", "参照", "遵照", "执行",
    "以及", "转发", "印发", "落实", "贯彻", "文件", "文号",
};
/* These are parts of signs too (人力资源和社会保障部): they count at the front only. */
static const char *const short_leads[] = {
    "和", "与", "及", "见", "即", "按", "并", "在", "由", "附件",
};

/* Where the sign of a number that ends at `end` begins: Chinese characters without a gap.
 * An order may be given by several: then 、 and gaps are let in, but not the end of another
 * number, article or title. */
static size_t sign_start(const struct runes *r, size_t end, bool several)
{
    size_t i = end;
    while (i > 0 && end - i < SIGN_MOST * (several ? 3u : 1u)) {
        uint32_t c = r->c[i - 1];
        if (several ? !(is_han(c) || c == 0x3001) || rune_in(c, "号条例") : !is_han(c))
            break;
        if (!several && i < end && gap_before(r, i))
            break;
        i--;
    }
    for (size_t k = i; k < end; k++) {
        size_t behind = ANY_AT(r, k, leads);
        if (!behind && k == i)
            behind = ANY_AT(r, k, short_leads);
        if (behind && behind <= end)
            i = behind;
    }
    if (i > 0 && i < end && rune_digit(r->c[i - 1]) && rune_in(r->c[i], "年月日"))
        i++; /* 2010年10月28日主席令第35号 */
    while (i < end && r->c[i] == 0x3001)
        i++;
    return i;
}

/* ---- by the year ---- */

struct shape {
    size_t sign, open, year, year_end, serial, serial_end, end;
    uint32_t left, right; /* the brackets, 0 for none */
    unsigned faults;
};

/* How many digits stand in 〔〕 when it is another number of them than a year has, else 0. */
static size_t odd_year_at(const struct runes *r, size_t i)
{
    enum { MOST = 7 };
    size_t end = i;
    if (i == 0 || r->c[i - 1] != 0x3014)
        return 0;
    while (end < r->n && end < i + MOST && rune_digit(r->c[end]))
        end++;
    bool closed = end > i && end < r->n && r->c[end] == 0x3015;
    return closed && end - i != 4 ? end - i : 0;
}

/* Digits right behind the year are another number, but for 〔202041号. */
static bool year_ends(const struct runes *r, size_t end)
{
    return end >= r->n || !rune_digit(r->c[end]) || gap_before(r, end) ||
           (end >= 5 && r->c[end - 5] == 0x3014);
}

static bool year_at(const struct runes *r, size_t i, unsigned *year)
{
    if (i + 4 > r->n || !rune_digit(r->c[i]) || (i > 0 && rune_digit(r->c[i - 1])) ||
        !year_ends(r, i + 4) || odd_year_at(r, i))
        return false;
    unsigned v = 0;
    for (size_t k = i; k < i + 4; k++) {
        if (!rune_digit(r->c[k]))
            return false;
        v = v * 10 + (r->c[k] >= 0xFF10 ? r->c[k] - 0xFF10 : r->c[k] - '0');
    }
    *year = v;
    return (v >= YEAR_FIRST && v <= YEAR_LAST) || (i > 0 && r->c[i - 1] == 0x3014);
}

static bool is_six(uint32_t c)
{
    return c == 0x3014 || c == 0x3015 || c == 0xFE5D || c == 0xFE5E;
}

/* 41、42号: the 号 stands behind the last number. Other brackets than 〔〕 around the year
 * and dashes behind are those of licences: 【2020】第05-12-345号. */
static bool goes_on(const struct runes *r, size_t i, bool certain)
{
    while (i < r->n && rune_in(r->c[i], certain ? "、，,和及至-—~～" : "、，,和及至")) {
        size_t start = ++i;
        while (i < r->n && rune_digit(r->c[i]))
            i++;
        if (i == start)
            return false;
        if (i < r->n && r->c[i] == 0x53F7)
            return true;
    }
    return false;
}

/* 第041号 behind the year; false when no number stands there. */
static bool read_serial(const struct runes *r, size_t i, struct shape *s)
{
    if (i < r->n && r->c[i] == 0x7B2C) {
        s->faults |= NUMBER_FIRST;
        i++;
    }
    s->serial = i;
    while (i < r->n && rune_digit(r->c[i]))
        i++;
    s->serial_end = s->end = i;
    if (i == s->serial || i - s->serial > SERIAL_MOST)
        return false;
    if (r->c[s->serial] == '0' || r->c[s->serial] == 0xFF10)
        s->faults |= NUMBER_ZERO;
    if (i < r->n && rune_in(r->c[i], "次期批届版年月日个"))
        return false; /* minutes, issues: 纪要〔2021〕第5次 */
    if (i < r->n && r->c[i] == 0x53F7)
        s->end = i + 1;
    else if (!goes_on(r, i, is_six(s->left) || is_six(s->right)))
        s->faults |= NUMBER_END;
    return true;
}

/* The last character of most signs: without brackets around the year one of these is
 * asked for, or else any number in a text would do. */
static bool sign_certain(const struct runes *r, const struct shape *s)
{
    return s->open >= s->sign + 2 && rune_in(r->c[s->open - 1], "发函办字规电");
}

/* Whether it is a document number at all. Announcements are numbered 公告2020年第3号, licences
 * 湘卫医证字（2020）第12号. */
static bool acceptable(const struct runes *r, const struct shape *s)
{
    bool has_end = !(s->faults & NUMBER_END);
    if (s->open > s->sign && rune_in(r->c[s->open - 1], "告令第共编"))
        return false;
    if (is_six(s->left) || is_six(s->right))
        return true;
    if (s->faults & NUMBER_FIRST && s->open > s->sign && r->c[s->open - 1] == 0x5B57)
        return false;
    if (s->left && s->right)
        return has_end && s->open >= s->sign + 2;
    return has_end && s->end > s->serial_end && sign_certain(r, s);
}

static void read_brackets(const struct runes *r, size_t i, size_t digits, struct shape *s)
{
    static const char left[] = "〔﹝[［（(【{｛〈<《", right[] = "〕﹞]］）)】}｝〉>》";
    s->open = s->year = i;
    if (i > 0 && rune_in(r->c[i - 1], left))
        s->left = r->c[--s->open];
    s->year_end = i + digits;
    if (s->year_end < r->n && rune_in(r->c[s->year_end], right))
        s->right = r->c[s->year_end++];
    else if (s->year_end + 1 < r->n && rune_in(r->c[s->year_end], "-—–－") &&
             rune_digit(r->c[s->year_end + 1]))
        s->year_end++;
    if (s->left != 0x3014 || s->right != 0x3015)
        s->faults |= NUMBER_BRACKETS;
}

static bool has_gap(const struct runes *r, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++)
        if (gap_before(r, i))
            return true;
    return false;
}

static unsigned value_of(const struct runes *r, size_t first, size_t end)
{
    unsigned value = 0;
    numeral_read(r->c + first, end - first, &value);
    return value;
}

static bool number_by_year(const struct runes *r, size_t i, struct str words,
                           struct number *out)
{
    struct shape s = {0};
    unsigned year = 0;
    size_t digits = year_at(r, i, &year) ? 4 : odd_year_at(r, i);
    if (!digits)
        return false;
    if (digits != 4)
        numeral_read(r->c + i, digits, &year);
    read_brackets(r, i, digits, &s);
    if (digits != 4 || year < YEAR_FIRST || year > YEAR_LAST)
        s.faults |= NUMBER_YEAR;
    if (!read_serial(r, s.year_end, &s))
        return false;
    s.sign = sign_start(r, s.open, false);
    if (!acceptable(r, &s))
        return false;
    if (has_gap(r, s.sign, s.end))
        s.faults |= NUMBER_BLANK;
    *out = (struct number){.text = runes_text(r, words, s.sign, s.end),
                           .sign = runes_text(r, words, s.sign, s.open),
                           .bracketed = runes_text(r, words, s.open, s.year_end),
                           .serial = runes_text(r, words, s.serial, s.serial_end),
                           .behind = runes_text(r, words, s.year_end, s.end),
                           .year = year,
                           .value = value_of(r, s.serial, s.serial_end),
                           .faults = s.faults,
                           .first = s.sign,
                           .end = s.end};
    return true;
}

/* ---- orders ---- */

static size_t numerals(const struct runes *r, size_t i)
{
    while (i < r->n && numeral_rune(r->c[i]))
        i++;
    return i;
}

static bool finish_order(const struct runes *r, struct str words, size_t sign_end,
                         struct number *out)
{
    out->first = sign_start(r, sign_end, true);
    if (sign_end < out->first + 1 || rune_in(r->c[sign_end - 1], "责命指法口司"))
        return false;
    out->order = true;
    out->text = runes_text(r, words, out->first, out->end);
    out->sign = runes_text(r, words, out->first, sign_end);
    if (has_gap(r, sign_end, out->end))
        out->faults |= NUMBER_BLANK;
    return true;
}

/* 国务院令第259号, 令（第2号）, 令259号; `i` is at 令. */
static bool order_ahead(const struct runes *r, size_t i, struct str words,
                        struct number *out)
{
    size_t k = i + 1;
    *out = (struct number){0};
    if (k < r->n && (r->c[k] == '(' || r->c[k] == 0xFF08)) {
        out->aside = true;
        k++;
    }
    if (k < r->n && r->c[k] == 0x7B2C)
        k++;
    else
        out->faults |= NUMBER_ORDER;
    size_t end = numerals(r, k);
    bool sure = end < r->n && r->c[end] == 0x53F7;
    if (!sure && !(out->faults & NUMBER_ORDER) &&
        (end >= r->n || rune_in(r->c[end], "）)；;，,。、")))
        out->faults |= NUMBER_END; /* 主席令第35 */
    else if (!sure)
        return false;
    if (end == k)
        return false;
    out->serial = runes_text(r, words, k, end);
    out->value = value_of(r, k, end);
    if (r->c[k] == '0')
        out->faults |= NUMBER_ZERO;
    out->end = end + sure;
    if (out->aside && out->end < r->n &&
        (r->c[out->end] == ')' || r->c[out->end] == 0xFF09))
        out->end++;
    return finish_order(r, words, i, out);
}

/* 国家医疗保障局2号令, 国务院第259号令; `i` is at 令. */
static bool order_behind(const struct runes *r, size_t i, struct str words,
                         struct number *out)
{
    *out = (struct number){0};
    if (i < 2 || r->c[i - 1] != 0x53F7)
        return false;
    size_t end = i - 1, k = end;
    while (k > 0 && numeral_rune(r->c[k - 1]))
        k--;
    if (k == end)
        return false;
    out->serial = runes_text(r, words, k, end);
    out->value = value_of(r, k, end);
    out->end = i + 1;
    bool first = k > 0 && r->c[k - 1] == 0x7B2C;
    if (!first)
        out->faults |= NUMBER_ORDER;
    return finish_order(r, words, first ? k - 1 : k, out);
}

/* ---- both ---- */

static void add(struct arena *a, struct numbers *list, const struct runes *r,
                struct number *number, struct str words)
{
    if (runes_word(r, number->end, "文件")) {
        number->faults |= NUMBER_FILE;
        number->end += 2;
        number->text = runes_text(r, words, number->first, number->end);
    }
    *vec_push(a, list) = *number;
}

struct numbers numbers_of(struct arena *a, const struct runes *r, struct str words)
{
    struct numbers list = {0};
    for (size_t i = 0; i < r->n;) {
        struct number number = {0};
        bool found = r->c[i] == 0x4EE4 ? order_ahead(r, i, words, &number) ||
                                             order_behind(r, i, words, &number)
                     : rune_digit(r->c[i]) ? number_by_year(r, i, words, &number)
                                           : false;
        size_t from = list.n ? list.at[list.n - 1].end : 0;
        if (found && number.first >= from) {
            add(a, &list, r, &number, words);
            i = list.at[list.n - 1].end;
        } else {
            i++;
        }
    }
    return list;
}
