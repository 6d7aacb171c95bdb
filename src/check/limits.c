#include "check/limits.h"

#include "check/report.h"
#include "base/utf8.h"
#include "catalog/fields.h"
#include "catalog/limit.h"
#include "catalog/numeral.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

const struct limit_part *limits_single(const struct item *item)
{
    const struct limit *l = &item->limit;
    return l->n == 1 && !l->at[0].when.n && l->at[0].kind != LIMIT_OTHER ? l->at : NULL;
}

struct limit limits_of_text(struct check *check, const struct text *t)
{
    if (t->item && t->of && t->item->field[FIELD_LIMIT] == t->of)
        return t->item->limit;
    return limit_parse(check->arena, t->words);
}

/* ---- words that promise nothing ---- */

/* clang-format off */
static const struct str vague[] = {
    STR_INIT("尽快"), STR_INIT("尽早"), STR_INIT("尽速"), STR_INIT("从速"), STR_INIT("及时"),
    STR_INIT("适时"), STR_INIT("近期"), STR_INIT("择期"), STR_INIT("待定"), STR_INIT("另行通知"),
    STR_INIT("视情况"), STR_INIT("视情"), STR_INIT("一段时间"), STR_INIT("若干"),
    STR_INIT("数日"), STR_INIT("数天"), STR_INIT("数个"), STR_INIT("几个"), STR_INIT("几天"),
};
/* These blur the number they stand beside. */
static const struct str around[] = {STR_INIT("左右"), STR_INIT("上下")};
static const struct str about[] = {
    STR_INIT("大约"), STR_INIT("大概"), STR_INIT("约"), STR_INIT("将近"), STR_INIT("近"),
};
/* clang-format on */

/* True where a number or its unit ends right before the word. */
static bool follows_amount(struct str text, size_t at)
{
    struct str head = str_trim(str_slice(text, 0, at));
    return str_ends(head, STR("日")) || str_ends(head, STR("天")) ||
           str_ends(head, STR("月")) || str_ends(head, STR("年")) ||
           str_ends(head, STR("周"));
}

static bool leads_number(struct str text, size_t behind)
{
    struct str tail = str_trim(str_from(text, behind));
    return tail.n && numeral_rune(utf8_next(&tail));
}

static struct str blurred(struct str text)
{
    for (size_t i = 0; i < COUNT(around); i++) {
        size_t at = str_find(text, around[i]);
        if (at != STR_NONE && follows_amount(text, at))
            return str_slice(text, at, at + around[i].n);
    }
    for (size_t i = 0; i < COUNT(about); i++) {
        size_t at = str_find(text, about[i]);
        if (at != STR_NONE && leads_number(text, at + about[i].n))
            return str_slice(text, at, at + about[i].n);
    }
    return STR("");
}

static bool promises(const struct limit *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i].kind != LIMIT_OTHER)
            return true;
    return false;
}

/* The word that leaves the limit open; "" for none. 尽快办结，最长不超过20个工作日 is bound. */
static struct str vague_word(struct str text, const struct limit *l)
{
    struct str word = blurred(text);
    for (size_t i = 0; !word.n && !promises(l) && i < COUNT(vague); i++) {
        size_t at = str_find(text, vague[i]);
        if (at != STR_NONE)
            word = str_slice(text, at, at + vague[i].n);
    }
    return word;
}

static void check_words(struct check *check, const struct text *t)
{
    struct limit l = limits_of_text(check, t);
    struct str word = vague_word(t->words, &l);
    if (word.n) {
        report_text(check, t, word, NULL, DIAG_LIMIT_VAGUE, STR_ARG(t->words),
                    STR_ARG(word));
    } else if (!limit_known(&l)) {
        report_text(check, t, STR(""), NULL,
                    promises(&l) ? DIAG_LIMIT_UNKNOWN_PART : DIAG_LIMIT_UNKNOWN,
                    STR_ARG(t->words));
    }
}

/* ---- 个 ---- */

/* The number that ends at `at`, with the blanks behind it; "" when none does. */
static struct str number_before(struct str text, size_t at)
{
    struct str head = str_slice(text, 0, at);
    size_t end = head.n, size;
    while (head.n && head.s[head.n - 1] == ' ')
        head.n--;
    size_t last = head.n;
    while (head.n && numeral_rune(utf8_last(head, &size)))
        head.n -= size;
    return head.n < last ? str_slice(text, head.n, end) : STR("");
}

static bool ends_with_any(struct str text, const struct str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(text, words[i]))
            return true;
    return false;
}

/* The number is no count of days: 第10工作日, 下一工作日, 周一至周五工作日, 1.5工作日. */
static bool counts_nothing(struct str text, struct str number)
{
    static const struct str always[] = {STR_INIT("第"), STR_INIT("每"), STR_INIT("."),
                                        STR_INIT("．")};
    static const struct str before_one[] = {
        STR_INIT("下"), STR_INIT("上"), STR_INIT("前"), STR_INIT("后"), STR_INIT("次"),
        STR_INIT("同"), STR_INIT("任"), STR_INIT("某"), STR_INIT("首"),
    };
    static const struct str weekdays[] = {STR_INIT("周"), STR_INIT("期")};
    struct str head = str_trim(str_slice(text, 0, (size_t)(number.s - text.s)));
    bool chinese = (unsigned char)number.s[0] >= 0x80;
    return ends_with_any(head, always, COUNT(always)) ||
           (str_eq(number, STR("一")) &&
            ends_with_any(head, before_one, COUNT(before_one))) ||
           (chinese && ends_with_any(head, weekdays, COUNT(weekdays)));
}

static void check_measure(struct check *check, const struct text *t)
{
    static const struct str workday = STR_INIT("工作日");
    struct str rest = t->words;
    for (size_t at; (at = str_find(rest, workday)) != STR_NONE;) {
        size_t from = (size_t)(rest.s - t->words.s) + at;
        struct str number = number_before(t->words, from);
        rest = str_from(rest, at + workday.n);
        if (!number.n || counts_nothing(t->words, number))
            continue;
        size_t start = (size_t)(number.s - t->words.s);
        struct str piece = str_slice(t->words, start, from + workday.n);
        struct str digits = str_trim(number);
        struct advice advice = {
            .proposal = str_print(check->arena, "%.*s个工作日", STR_ARG(digits)),
            .safe = true};
        report_text(check, t, piece, &advice, DIAG_LIMIT_MEASURE, STR_ARG(piece));
    }
}

/* Titles of documents and the lines of forms are as they are. */
static bool has_prose(const struct text *t)
{
    return t->part == TEXT_FLOW ||
           (t->part == TEXT_FIELD && t->field != FIELD_BASIS && t->field != FIELD_TITLE);
}

void check_limit_texts(struct check *check)
{
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        bool limit = t->part == TEXT_FIELD && t->field == FIELD_LIMIT;
        if (limit)
            check_words(check, t);
        if (limit || ((t->marks & TEXT_DIGIT) && has_prose(t)))
            check_measure(check, t);
    }
}

/* ---- days and working days ---- */

enum { WORKDAYS_LEAST = 3 }; /* texts in working days that make them the usual way */

/* 60日, 60天: a count of days that does not say which. 一周, 当日 and 自然日 do. */
static bool leaves_open(struct str text, const struct limit *l)
{
    static const struct str said[] = {
        STR_INIT("自然日"), STR_INIT("日历"), STR_INIT("周"), STR_INIT("星期"),
        STR_INIT("当日"),   STR_INIT("当天"), STR_INIT("半"), STR_INIT("节假日"),
    };
    bool days = false;
    for (size_t i = 0; i < l->n; i++)
        days = days || (l->at[i].kind == LIMIT_WITHIN && l->at[i].unit == LIMIT_DAY);
    for (size_t i = 0; days && i < COUNT(said); i++)
        days = !str_has(text, said[i]);
    return days;
}

/* True for a text of a limit in days of which it does not say what kind. */
static bool is_open(struct check *check, const struct text *t)
{
    if (t->part != TEXT_FIELD || t->field != FIELD_LIMIT ||
        str_has(t->words, STR("工作日")))
        return false;
    struct limit l = limits_of_text(check, t);
    return leaves_open(t->words, &l);
}

void check_limit_units(struct check *check)
{
    size_t workdays = 0, open = 0;
    for (size_t i = 0; i < check->text_count; i++) {
        const struct text *t = &check->texts[i];
        if (t->part == TEXT_FIELD && t->field == FIELD_LIMIT) {
            workdays += str_has(t->words, STR("工作日"));
            open += is_open(check, t);
        }
    }
    if (workdays < WORKDAYS_LEAST || workdays <= open)
        return;
    for (size_t i = 0; i < check->text_count && open; i++)
        if (is_open(check, &check->texts[i]))
            report_text(check, &check->texts[i], STR(""), NULL, DIAG_LIMIT_CALENDAR,
                        STR_ARG(check->texts[i].words));
}
